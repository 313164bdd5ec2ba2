"""The parts of the page: thin functions around widgets, one file a part."""
