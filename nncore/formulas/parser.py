"""Read a formula by recursive descent: one method for each line of its grammar.

```
comparison = sum [("<" | ">" | "≤" | "≥") sum]
sum        = product {("+" | "−") product}
product    = signed {("·" | "/") signed}
signed     = ("−" | "+") signed | power
power      = whole {raised} ["^" signed]                  so −x^2 is −(x^2), and 2^3^2 is 2^(3^2)
whole      = number | column | constant | function "(" comparison {"," comparison} ")" | "(" comparison ")"
```
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nncore.data.number_refusal import shown
from nncore.errors import FormulaError
from nncore.formulas.column_names import written_name
from nncore.formulas.expression import Column, Expression, Number, Operation
from nncore.formulas.operations import COMPARISONS, CONSTANTS, FUNCTIONS
from nncore.formulas.tokens import Token, tokens

LONGEST = 500
"""Characters."""

DEEPEST = 40
"""Brackets, powers and signs before numbers inside each other."""

MOST_OPERATIONS = 100
"""Signs, functions and constants: no expression is deeper than this, so whoever walks through one may call itself."""

_SHOWN_BEFORE = 24


def parse(text: str, names: Sequence[str]) -> Expression:
    """Return the expression that a text describes.

    Parameters
    ----------
    text : str
    names : sequence of str
        Of the columns there are.

    Raises
    ------
    FormulaError
        If it describes none; the sentence points at the place.

    Examples
    --------
    >>> parse("2·x²", ["x"])
    Operation(name='·', arguments=(Number(value=2.0), Operation(name='^', arguments=(Column(name='x'), Number(value=2.0)))))
    >>> parse("3 ·", ["x"])
    Traceback (most recent call last):
    nncore.errors.FormulaError: After "3 ·" a number or a column is missing.
    """
    if len(text) > LONGEST:
        raise FormulaError(f"A formula has at most {LONGEST} characters. This one has {len(text):,}.")
    if not text.strip():
        example = f"{written_name(names[0])}²" if names else "2 + 3"
        raise FormulaError(f"The formula is empty. Write one such as {shown(example)}.")
    return _Parser(text, names).whole_text()


class _Parser:
    def __init__(self, text: str, names: Sequence[str]) -> None:
        self._text = text
        self._tokens = list(tokens(text, names))
        self._next = 0
        self._depth = 0
        self._operations = 0

    def whole_text(self) -> Expression:
        expression = self._comparison()
        token = self._token
        if token.kind == "end":
            return expression
        if token.text == ")":
            raise self._refusal(f'The bracket ")" after "{self._before()}" has no "(" before it.')
        if token.text == ",":
            raise self._refusal("A comma stands only between the numbers of a function. Decimals are written 1.5.")
        raise self._not_joined()

    @property
    def _token(self) -> Token:
        return self._tokens[self._next]

    def _operation(self, name: str, *arguments: Expression) -> Operation:
        self._operations += 1
        if self._operations > MOST_OPERATIONS:
            raise self._refusal(f"A formula has at most {MOST_OPERATIONS} signs and functions.")
        return Operation(name, arguments)

    def _take(self, *signs: str) -> str | None:
        """Return the next sign and go on if it is one of `signs`."""
        token = self._token
        if token.kind != "sign" or token.text not in signs:
            return None
        self._next += 1
        return token.text

    def _comparison(self) -> Expression:
        left = self._sum()
        sign = self._take(*COMPARISONS)
        if sign is None:
            return left
        right = self._sum()
        if self._token.text in COMPARISONS:
            raise self._refusal("Two sides can be compared, not three. Put one comparison in brackets.")
        return self._operation(sign, left, right)

    def _sum(self) -> Expression:
        return self._joined(self._product, "+", "−")

    def _product(self) -> Expression:
        return self._joined(self._signed, "·", "/")

    def _joined(self, part: Callable[[], Expression], *signs: str) -> Expression:
        expression = part()
        while sign := self._take(*signs):
            expression = self._operation(sign, expression, part())
        return expression

    def _signed(self) -> Expression:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._refusal(f"A formula has at most {DEEPEST} brackets and signs inside each other.")
        sign = self._take("−", "+")
        expression = self._power() if sign is None else self._signed()
        self._depth -= 1
        return self._operation("negative", expression) if sign == "−" else expression

    def _power(self) -> Expression:
        expression = self._whole()
        while self._token.kind == "raised":
            exponent = Number(abs(self._token.value))
            whole = self._operation("negative", exponent) if self._token.text.startswith("⁻") else exponent
            expression = self._operation("^", expression, whole)
            self._next += 1
        return self._operation("^", expression, self._signed()) if self._take("^") else expression

    def _whole(self) -> Expression:
        token = self._token
        if self._take("("):
            return self._closed(self._comparison())
        if token.kind not in ("number", "column", "word"):
            raise self._missing("a number or a column")
        self._next += 1
        if token.kind == "number":
            return Number(token.value)
        if token.kind == "column":
            return Column(token.text)
        return self._operation(token.text) if token.text in CONSTANTS else self._function(token)

    def _function(self, token: Token) -> Expression:
        if not self._take("("):
            raise self._refusal(f"{token.text} needs brackets round what it is taken of, as in {token.text}(2).")
        arguments = [self._comparison()]
        while self._take(","):
            arguments.append(self._comparison())
        self._closed(arguments[0])
        kind, count = FUNCTIONS[token.text], len(arguments)
        if count < kind.arguments or (count > kind.arguments and not kind.or_more):
            wanted = "one number" if kind.arguments == 1 else "two numbers or more, with commas between"
            raise FormulaError(f"{token.text} takes {wanted}. Got {count}.", place=(token.start, token.end))
        return self._operation(token.text, *arguments)

    def _closed(self, expression: Expression) -> Expression:
        if self._take(")"):
            return expression
        if self._token.kind in {"end", "sign"}:
            raise self._missing('the bracket ")"')
        raise self._not_joined()

    def _before(self) -> str:
        """Return the end of what stands before the next piece."""
        before = " ".join(self._text[: self._token.start].split())
        return shown(before if len(before) <= _SHOWN_BEFORE else f"…{before[-_SHOWN_BEFORE:]}")

    def _missing(self, what: str) -> FormulaError:
        before = self._before()
        if before:
            return self._refusal(f'After "{before}" {what} is missing.')
        token = self._token
        return self._refusal(f'Before "{shown(self._text[token.start : token.end])}" {what} is missing.')

    def _not_joined(self) -> FormulaError:
        token = self._token
        following = shown(self._text[token.start : token.end])
        return self._refusal(f'Between "{self._before()}" and "{following}" a sign such as + or · is missing.')

    def _refusal(self, sentence: str) -> FormulaError:
        return FormulaError(sentence, place=(self._token.start, self._token.end))
