"""Write frozen records as plain dicts, and read them back: whatever is wrong becomes a sentence that names the field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from typing import Any, TypeVar

from nncore.errors import FormatError, NeuralNetworkError, UnknownNameError, require_known
from nncore.quoting import quoted

Built = TypeVar("Built")


def write_named(value: object) -> dict[str, Any] | None:
    """Return a record as a dict with the name of its type; None stays None.

    Examples
    --------
    >>> from nncore.training.penalties import L2
    >>> write_named(L2(0.1))
    {'name': 'L2', 'strength': 0.1}
    """
    if value is None:
        return None
    written = {field.name: getattr(value, field.name) for field in fields(value)}  # type: ignore[arg-type]
    return {"name": type(value).__name__, **written}


def read_named(path: str, record: object, kinds: Mapping[str, Callable[..., Built]]) -> Built:
    """Return the record that `write_named` wrote; `path` says where it stands, `kinds` which there are.

    Raises
    ------
    FormatError
        If a field is unknown, missing or malformed.
    """
    if not isinstance(record, Mapping) or "name" not in record:
        raise FormatError(f'{path} must be a dict with a "name". Got {quoted(record)} instead.')
    try:
        kind = kinds[require_known(path, record["name"], kinds)]
    except UnknownNameError as error:
        raise FormatError(f"{path}.name: {error}") from error
    known = ["name", *(field.name for field in fields(kind))]  # type: ignore[arg-type]
    values = read_fields(path, record, known, required_fields(kind))
    del values["name"]
    return built(path, kind, values)


def read_optional_named(path: str, record: object, kinds: Mapping[str, Callable[..., Built]]) -> Built | None:
    """Return what `read_named` does, or None for None."""
    return None if record is None else read_named(path, record, kinds)


def read_list(path: str, record: object, read: Callable[[str, object], Built]) -> tuple[Built, ...]:
    """Return what `read` makes of each item, told where it stands.

    Raises
    ------
    FormatError
        If `record` is no list, or as `read` does.
    """
    if not isinstance(record, list | tuple):
        raise FormatError(f"{path} must be a list. Got {quoted(record)} instead.")
    return tuple(read(f"{path}[{number}]", item) for number, item in enumerate(record))


def read_fields(
    path: str, record: object, known: list[str], required: list[str], *, whole: str = "An experiment"
) -> dict[str, Any]:
    """Return the fields of a dict; an empty `path` means the record itself, which is called as `whole` says.

    Raises
    ------
    FormatError
        If it is no dict, or a field is unknown or missing.
    """
    if not isinstance(record, Mapping):
        raise FormatError(f"{path or whole} must be a dict. Got {quoted(record)} instead.")
    for name in record:
        try:
            require_known("field", name, known)
        except UnknownNameError as error:
            raise FormatError(f"{path}: {error}" if path else str(error)) from error
    for name in required:
        if name not in record:
            raise FormatError(f"{path}.{name} is missing." if path else f"{name} is missing.")
    return dict(record)


def required_fields(kind: Any) -> list[str]:
    """Return the fields of a record that have no default."""
    return [field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING]


def built(path: str, kind: Callable[..., Built], values: dict[str, Any]) -> Built:
    """Return the record of these values.

    Raises
    ------
    FormatError
        In place of whatever the record refuses.
    """
    try:
        return kind(**values)
    except NeuralNetworkError as error:
        raise FormatError(f"{path}: {error}" if path else str(error)) from error
