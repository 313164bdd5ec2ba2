"""Everything that decides a run's numbers, in one record; to a plain dict and back."""
