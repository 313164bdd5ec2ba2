"""Why a network did not learn, as its run shows it, and what helps."""
