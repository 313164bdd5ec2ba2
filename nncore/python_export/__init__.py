"""A trained network as Python code that needs NumPy alone: a file to take away, and the few lines that a screen shows."""
