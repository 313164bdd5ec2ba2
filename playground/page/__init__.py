"""What one open page remembers, and what becomes of it when somebody does something."""
