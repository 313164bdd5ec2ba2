"""Whether the table that has something to mend is another one than the run on the screen has learnt."""

from __future__ import annotations

from playground.page.open_document import OpenDocument
from playground.tables.written_table import written_tables


def shows_another_table(here: OpenDocument) -> bool:
    """Return whether no row beside the run's answers is one that it has learnt: then none of them may stand there.

    As long as there is nothing to mend the run is that of the table.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> from playground.page.page_state import PageState
    >>> shows_another_table(PageState(gallery()[0]).open)
    False
    """
    if not here.stale:
        return False
    learnt = here.document()
    if [(one.name, one.role) for one in here.columns] != [(one.name, one.role) for one in learnt.columns]:
        return True
    known = written_tables(learnt.columns, learnt.experiment.dataset, learnt.ignored, None)["training"]
    typed = here.tables["training"].typed
    pairs = zip(typed.values.tolist(), known.values.tolist(), strict=False)
    return not any(row == was for row, was in pairs)
