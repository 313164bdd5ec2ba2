"""A name of the code as a person says it."""

from __future__ import annotations

_SAID = {"huber": "Huber"}


def name_words(name: str) -> str:
    """Return what a loss, an activation or another thing of the code is called in a sentence.

    Examples
    --------
    >>> name_words("half_squared_error"), name_words("binary_cross_entropy"), name_words("leaky_relu"), name_words("huber")
    ('half squared error', 'binary cross-entropy', 'leaky relu', 'Huber')
    """
    return _SAID.get(name) or name.replace("_", " ").replace("cross entropy", "cross-entropy")
