"""A network: its shape, its one flat vector of parameters, forward and backward, and the formulas in it."""
