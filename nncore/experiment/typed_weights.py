"""Starting weights as somebody types or pastes them: a line for each, or the numbers alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from nncore.data.fraction_parsing import SUCH_A_NUMBER, read_number_or_fraction
from nncore.data.number_parsing import EITHER_MARK, Unreadable, format_number
from nncore.experiment.experiment import Experiment
from nncore.experiment.starting_weights import StartingWeights, names_by_neuron, starting_weights
from nncore.quoting import shortened

FROZEN = "frozen"
"""Behind a number: no update moves it."""

FROZEN_WORDS = (FROZEN, "held", "fixed")

# What may begin at many places begins at the first of them alone, or a long text would be looked through anew from each.
_FROZEN = re.compile(rf"(?<![\s(])[\s(]+(?:{'|'.join(FROZEN_WORDS)})\)?\s*$", re.IGNORECASE)
_ARROW = re.compile(r"(?<!\s)\s*(?:->|→|⟶)\s*")
_WORD = re.compile(r"[^\W\d_]{2,}")
_STROKE = re.compile(r"(?<!\s)\s*/\s*")
_NUMBERS_APART = re.compile(r"(?:[\s;|\[\](){}]|,(?=[\s\[\](){}])|(?<=[\])}]),)+")
_OF_A_PROGRAM = re.compile(r"(?:\w+\.)?(?:array|matrix|tensor|c)\s*(?=\()|,\s*(?:dtype|device|requires_grad)=[\w.':]+")

_SPACES_IN_A_NAME = 100
"""Characters more than a name has, that it may be written with."""


@dataclass(frozen=True)
class ReadWeights:
    """What was read of a text.

    Attributes
    ----------
    start : StartingWeights or None
        None if there is something to mend.
    problems : tuple of str
        A sentence for each.
    """

    start: StartingWeights | None
    problems: tuple[str, ...] = ()


def written_weights(experiment: Experiment) -> str:
    r"""Return what a run starts from as a text that `read_weights` reads.

    Examples
    --------
    >>> from nncore.textbook_examples import mazur
    >>> print("\n".join(written_weights(mazur()).splitlines()[:3]))
    i1 → hidden 1 = 0.15
    i2 → hidden 1 = 0.2
    bias of hidden 1 = 0.35 frozen
    """
    start = starting_weights(experiment)
    return "\n".join(
        f"{name} = {format_number(start.values[place])}{f' {FROZEN}' if place in start.frozen else ''}"
        for name, place in names_by_neuron(experiment).items()
    )


def read_weights(text: str, experiment: Experiment) -> ReadWeights:
    """Return the starting weights that a text writes, or what is to be mended in it.

    Parameters
    ----------
    text : str
        Lines with a name, a number, and "frozen" for one that no update moves; what has no line stays as it is. Or numbers
        alone, as many as there are weights and biases, neuron by neuron: the weights that lead to it, then its bias.
        A number has a comma or a dot before its decimals, or is a fraction.
    experiment : Experiment
        Whose weights they are.

    Examples
    --------
    >>> from nncore import articles
    >>> read_weights("input 1 -> target = 1/4 frozen", articles.single_neuron()).start.frozen
    frozenset({0})
    >>> read_weights("0,5 -1/3 2", articles.single_neuron()).start.values
    (0.5, -0.3333333333333333, 2.0)
    >>> read_weights("0,5 -1/3", articles.single_neuron()).problems
    ('There must be 3 numbers, one for each weight. Got 2.',)
    """
    places = names_by_neuron(experiment)
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    known = _spellings(places)
    bare = _OF_A_PROGRAM.sub("", text)
    # A column may be called "matrix (cm)": its name is looked for before anything is left out.
    if not any(_name_in(_FROZEN.sub("", line), known) for _, line in lines) and _is_of_numbers(bare):
        return _numbers_alone(bare, experiment, places)
    values, frozen, problems = dict[int, float](), set[int](), []
    for number, line in lines:
        read = _read_line(line, known, places, values)
        if isinstance(read, str):
            problems.append(f"Line {number}: {read}")
            continue
        place, values[read[0]], is_frozen = read
        frozen |= {place} if is_frozen else set()
    if problems:
        return ReadWeights(None, tuple(problems))
    there = starting_weights(experiment)
    found = tuple(values.get(place, value) for place, value in enumerate(there.values))
    return ReadWeights(StartingWeights(found, frozenset(frozen | (there.frozen - values.keys()))))


def _spaced(name: str) -> str:
    return " ".join(_ARROW.sub(" → ", name).split())


def _plain(name: str) -> str:
    return _spaced(name).casefold()


def _spellings(names: Collection[str]) -> dict[str, str]:
    """Return the names by how they may be written; what may mean two of them, such as a column "a" beside "A", is none."""
    known = {name: name for name in names}
    for spelt in (_spaced, _plain):
        times = Counter(map(spelt, names))
        for name in names:
            if times[spelt(name)] == 1:
                known.setdefault(spelt(name), name)
    return known


def _is_of_numbers(text: str) -> bool:
    """Whether a text says of no number whose it is; a word by itself among lines of numbers was mistyped, and is no name."""
    lines = [_FROZEN.sub("", line) for line in text.splitlines() if line.strip()]
    is_word = [bool(_WORD.search(line)) for line in lines]
    return not any(map(_says_whose, lines)) and not (lines and all(is_word))


def _says_whose(line: str) -> bool:
    parts = line.split()
    is_named = (_WORD.search(name) and re.search(r"\d", number) for name, number in pairwise(parts))
    return bool(re.search("[=:→]", line)) or any(is_named)


def _name_in(line: str, known: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the name in a line and what stands behind it; the longest that is known."""
    beginning = line[: _SPACES_IN_A_NAME + max(map(len, known), default=0)]
    for cut in _cuts(beginning):
        typed = line[:cut].rstrip(" \t=:")
        for spelt in (typed, _spaced(typed), _plain(typed)):
            if spelt in known:
                return known[spelt], line[cut:]
    return None


def _cuts(line: str) -> Iterator[int]:
    """Yield where a name may end, the latest first: before a sign of equality, a colon or a gap."""
    yield from (found.end() for found in reversed([*re.finditer(r"[=:]|\s+", line)]))


def _read_line(
    line: str, known: Mapping[str, str], places: Mapping[str, int], values: Mapping[int, float]
) -> tuple[int, float, bool] | str:
    """Return place, number and whether it is frozen; or what is to be mended."""
    bare = _FROZEN.sub("", line)
    found = _name_in(bare, known)
    if found is None:
        such_as = f"Write one as it is called there, such as {next(iter(known))} = 0.5."
        return f'"{shortened(line)}" names no weight of this network. {such_as}'
    name, rest = found
    place = places[name]
    if place in values:
        return f"{name} stands there twice. Leave one of them out."
    number = read_number_or_fraction(rest, EITHER_MARK)
    if isinstance(number, Unreadable):
        return number.sentence(rest, SUCH_A_NUMBER)
    return place, number + 0.0, bare != line


def _numbers_alone(text: str, experiment: Experiment, places: Mapping[str, int]) -> ReadWeights:
    texts, frozen = list[str](), set[int]()
    for part in _parts(text):
        if part.casefold() in FROZEN_WORDS and texts:
            frozen.add(len(texts) - 1)
        else:
            texts.append(part)
    if len(texts) != len(places):
        each = "weight and bias" if experiment.architecture.bias else "weight"
        problems = [f"There must be {len(places)} numbers, one for each {each}. Got {len(texts)}."]
        if any(part.count(",") > 1 for part in texts):
            problems.append("A comma stands before decimals: write a space or a semicolon between two numbers.")
        return ReadWeights(None, (" ".join(problems),))
    read = [read_number_or_fraction(part, EITHER_MARK) for part in texts]
    problems = [
        one.sentence(part, SUCH_A_NUMBER) for part, one in zip(texts, read, strict=True) if isinstance(one, Unreadable)
    ]
    if problems:
        return ReadWeights(None, tuple(problems))
    order = list(places.values())
    values = dict(zip(order, (one for one in read if isinstance(one, float)), strict=True))
    there = starting_weights(experiment)
    found = tuple(values[place] + 0.0 for place in range(len(values)))
    return ReadWeights(
        StartingWeights(found, frozenset(order[number] for number in frozen) if frozen else there.frozen)
    )


def _parts(text: str) -> Iterator[str]:
    """Yield the numbers of a text; a comma stands between them where they have dots."""
    for part in _NUMBERS_APART.split(_STROKE.sub("/", text)):
        yield from (one for one in (part.split(",") if "." in part else [part]) if one)
