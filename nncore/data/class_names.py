"""Name the classes of a table: as its rows name them, or by what stands in its targets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nncore.errors import TableError
from nncore.metrics.classes import Classes
from nncore.number_text import sentence_number
from nncore.quoting import quoted


def checked_class_names(names: object, classes: Classes | None) -> tuple[str, ...] | None:
    """Return the names of the classes that targets have, one name each; None if none are given.

    Parameters
    ----------
    names : sequence of str or None
        Of two classes in one column the lower one first; of several, one for each target column.
    classes : Classes or None
        Of the targets.

    Raises
    ------
    TableError
        If the targets are no classes, or the names are not one different text for each.

    Examples
    --------
    >>> checked_class_names(["no", "yes"], Classes((0.0, 1.0)))
    ('no', 'yes')
    >>> checked_class_names(["no"], Classes((0.0, 1.0)))
    Traceback (most recent call last):
    nncore.errors.TableError: class_names must have one name per class, 2 in all. Got 1 instead.
    """
    if names is None:
        return None
    if classes is None:
        raise TableError("class_names must be left out where the targets are numbers and no classes.")
    listed = list(names) if isinstance(names, Iterable) and not isinstance(names, str) else [None]
    if not all(isinstance(name, str) and name.strip() for name in listed):
        raise TableError(f"class_names must be a list of names, none of them empty. Got {quoted(names)} instead.")
    if len(listed) != classes.count:
        raise TableError(
            f"class_names must have one name per class, {classes.count} in all. Got {len(listed)} instead."
        )
    twice = next((name for place, name in enumerate(listed) if name in listed[:place]), None)
    if twice is not None:
        raise TableError(f"class_names must differ from each other. {quoted(twice)} is there more than once.")
    return tuple(str(name) for name in listed)


def unnamed_classes(classes: Classes, target_names: Sequence[str]) -> tuple[str, ...]:
    """Return what classes are called that nobody has named: by their targets, or by the column of each.

    Examples
    --------
    >>> unnamed_classes(Classes((-1.0, 1.0)), ["sign"]), unnamed_classes(Classes((0.0, 1.0), 2), ["cat", "dog"])
    (('−1', '1'), ('cat', 'dog'))
    """
    return tuple(map(sentence_number, classes.values)) if classes.kind == "two" else tuple(target_names)
