"""What the player in the browser and Python say to each other."""
