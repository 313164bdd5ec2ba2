"""Read GIFT as Moodle does, step by step as its `question/format/gift/format.php` goes, and refuse what it would refuse.

Escaped signs become placeholders first, so that none of them is taken for one that means something; then the name between
two double colons, the format in brackets, and the answer between the first pair of braces.
"""

import re
from dataclasses import dataclass

PLACEHOLDERS = {
    "\\\\": "&&092;",
    "\\:": "&&058;",
    "\\#": "&&035;",
    "\\=": "&&061;",
    "\\{": "&&123;",
    "\\}": "&&125;",
    "\\~": "&&126;",
    "\\n": "&&010",
}
"""In the order in which they are replaced."""

NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True)
class GiftQuestion:
    """A numerical question: any answer counts that differs by no more than the tolerance."""

    category: str | None
    name: str
    text: str
    answer: float
    tolerance: float


def read_gift(text):
    """Return the questions of a file, in their order."""
    assert "\r" not in text
    found, category = [], None
    for block in re.split(r"\n[ \t]*\n", text):
        rows = [row for row in block.split("\n") if not row.strip().startswith("//")]
        question = "\n".join(rows).strip()
        if question.startswith("$CATEGORY:"):
            category = question.removeprefix("$CATEGORY:").strip()
            assert "\n" not in category
        elif question:
            found.append(_question(category, _held_back(question)))
    return found


def _question(category, text):
    assert text.startswith("::"), text
    name, sign, rest = text[2:].partition("::")
    assert sign, f"The name does not end: {text}"
    asked, opening, rest = rest.partition("{")
    answer, closing, behind = rest.partition("}")
    assert opening, f"Nothing is to be answered: {text}"
    assert closing, f"The answer does not end: {text}"
    assert not behind.strip(), f"More stands behind the answer: {text}"
    form = re.match(r"\[(html|moodle|plain|markdown)\]", asked.strip())
    assert form is not None, f"It is not said how the text is to be read: {text}"
    assert form[1] == "plain", f"Signs of HTML would be read as such: {text}"
    assert not re.search(r"[~=#{}]", asked + name), f"A sign that means something is not escaped: {text}"
    assert answer.startswith("#"), f"The question is not numerical: {text}"
    value, _, tolerance = answer[1:].partition(":")
    assert NUMBER.fullmatch(value), f"This is no number: {value}"
    assert NUMBER.fullmatch(tolerance), f"This is no number: {tolerance}"
    return GiftQuestion(
        category,
        _as_they_were(name).strip(),
        _as_they_were(asked.strip()[len(form[0]) :]),
        float(value),
        float(tolerance),
    )


def _held_back(text):
    for escaped, placeholder in PLACEHOLDERS.items():
        text = text.replace(escaped, placeholder)
    return text


def _as_they_were(text):
    for escaped, placeholder in PLACEHOLDERS.items():
        text = text.replace(placeholder, "\n" if escaped == "\\n" else escaped[1:])
    return text
