"""What lasts as long as the server is not looked through for garbage again and again."""

from __future__ import annotations

import gc


def leave_lasting_objects_alone() -> None:
    """Have the collector pass over all there is by now, which is mostly modules; what is made from now on it looks through.

    When it looks through all of that, whatever answer is being made at that moment waits for about 100 ms.

    Examples
    --------
    >>> early = []
    >>> leave_lasting_objects_alone()
    >>> late = []
    >>> known = {id(thing) for thing in gc.get_objects()}
    >>> id(early) in known, id(late) in known
    (False, True)
    """
    # Garbage that is passed over would stay for good.
    gc.collect()
    gc.freeze()
