"""Play the two articles in a terminal: what is asked, what is printed, and how a session ends."""
