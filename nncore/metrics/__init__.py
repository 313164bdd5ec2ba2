"""How good a trained network is, as people count it."""
