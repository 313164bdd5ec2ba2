"""What a table and the network that is to learn it have against each other, before anything is trained."""
