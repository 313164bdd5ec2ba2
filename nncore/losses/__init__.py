"""How far outputs are from targets, as training counts it."""
