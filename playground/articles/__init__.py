"""The two articles beside what is computed here: what each prints, and what comes out."""
