"""How numbers, epochs and names are written."""
