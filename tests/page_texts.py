"""What the tests look for on the screen, in one place: a better wording is mended here and nowhere else."""

FINISHED = "finished"
STOPPED = "stopped"
TO_GO = "to go"
NOT_FINITE = "The numbers stopped being finite"

TABLE_TO_MEND = "A table has something to mend."
SETTINGS_TO_MEND = "What stands below belongs to the last settings that went together."
NEVER_REACHED = "can never be reached"

TRAINING_ROWS, TEST_ROWS = "Training rows", "Test rows"
BEFORE = "before"


def epochs_done(epoch: int, planned: int) -> str:
    """Return how the status line begins."""
    return f"Epoch {epoch:,} of {planned:,} ·"
