"""What a program's lists are written of: brackets, numbers, words, texts, and the signs between them."""

from __future__ import annotations

import re

_NUMBER = r"[+\-−]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?"
_TOKEN = re.compile(
    rf"""(?P<space>(?:[^\S\n]|\.\.\.[^\S\n]*\n)+)
    |(?P<line>\n)
    |(?P<comment>(?:\#|//|%)[^\n]*)
    |(?P<turned>\.T\b|\.transpose\(\)|(?<=[\]\}}])')
    |(?P<left_out>\.(?:astype|reshape|float|double|long|tolist|to)\([^()]{{0,40}}\))
    |(?P<text>[rbfu]?(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))
    |(?P<shortened>\.\.\.|…)
    |(?P<arrow>->|=>|→|⇒|\|->|↦)
    |(?P<named><-|:=|=(?!=)|:)
    |(?P<number>(?<![\w.\])'"])(?:{_NUMBER}/\d+|{_NUMBER})(?P<suffix>[fFdL]?)(?![\w.]))
    |(?P<word>~?[^\W\d][\w.]*!?)
    |(?P<open>[\[({{])
    |(?P<close>[\])}}])
    |(?P<sign>[,;])""",
    re.VERBOSE,
).match


class ShortenedError(ValueError):
    """A program has left out some of the values when it printed them."""


class Tokens:
    """The tokens of a text one after another; spaces and comments are none, and are kept in mind.

    Parameters
    ----------
    text : str
    at : int
        Where in it the first token is looked for.

    Attributes
    ----------
    kind : str
        Of the token that is at hand: a group of `_TOKEN`, "strange" if what stands there is none, or "" at the end.
    text : str
        The token; a number without the letter behind it that says how a program holds it.
    is_spaced : bool
        Whether a space or a comment stands before it.

    Raises
    ------
    ShortenedError
        If "..." stands for a value.

    Examples
    --------
    >>> tokens, found = Tokens("c(1.5f, x) # two"), []
    >>> while tokens.kind:
    ...     found.append((tokens.kind, tokens.text))
    ...     tokens.go_on()
    >>> found
    [('word', 'c'), ('open', '('), ('number', '1.5'), ('sign', ','), ('word', 'x'), ('close', ')')]
    """

    def __init__(self, text: str, at: int = 0) -> None:
        self._whole = text
        self._at = at
        self.kind = self.text = ""
        self.is_spaced = False
        self.go_on()

    @property
    def place(self) -> int:
        """Where the token at hand ends, or no token is."""
        return self._at

    def go_on(self) -> None:
        """Go on to the next token."""
        self.is_spaced = False
        while True:
            if self._at == len(self._whole):
                self.kind, self.text = "", ""
                return
            found = _TOKEN(self._whole, self._at)
            if found is None or found.lastgroup is None:
                self.kind, self.text = "strange", self._whole[self._at]
                return
            self._at = found.end()
            kind = "number" if found.lastgroup == "suffix" else found.lastgroup
            if kind not in ("space", "comment"):
                break
            self.is_spaced = True
        self.kind, self.text = kind, found[kind]
        if kind == "number":
            self.text = self.text.removesuffix(found["suffix"] or "")
        if kind == "shortened":
            raise ShortenedError


def is_number(text: str) -> bool:
    """Return whether a program may write a number so.

    Examples
    --------
    >>> is_number("1_000.5e3"), is_number("−2"), is_number("1,5")
    (True, True, False)
    """
    return re.fullmatch(_NUMBER, text) is not None
