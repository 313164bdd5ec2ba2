"""The one epoch loop and the fast form of the formulas that it uses. Nothing outside `nncore` imports it."""
