"""Links and files that are none, thousands of them, always the same: damaged at random, or made to do harm."""

import json
import random
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from nncore.data.derived_columns import DerivedColumn
from nncore.experiment.fingerprint import Fingerprint
from nncore.generators.recipe import Recipe
from playground.document import Document
from playground.document.file import file_of
from playground.document.unfinished_work import UnfinishedWork, table_of_cells
from playground.gallery import gallery
from playground.gallery.examples import document_titled
from playground.tables.column import Column

SEED = 11

_LETTERS = "AZaz09-_%<"
_VALUES = [
    "NaN",
    "-Infinity",
    "1e999",
    "-1",
    "[[[]]]",
    '"<b>"',
    '"=1+1"',
    "null",
    "{}",
    "9" * 5000,
    "true",
    "",
    "1e300",
]
_HOSTILE: list[Any] = [
    float("nan"),
    float("inf"),
    -1,
    10**9,
    10**4000,
    1e300,
    True,
    None,
    "",
    "<img src=x onerror=alert(1)>",
    "x" * 100_000,
    "\u202egnp.exe\u202c\u2066\u200b",
    "\ud800",
    [3] + [1] * 10_000 + [1],
    {"a": [{"a": [{"a": [1]}]}]},
    {str(number): number for number in range(20_000)},
    "(" * 400 + "x1" + ")" * 400,
    "x1^x2^x1^x2^x1",
    [],
    {},
    [[]],
    [0] * 100_000,
    [[0] * 3] * 20_000,
    [[0] * 100_000] * 2,
    {"generator": "moons", "count": 10**9},
    {"generator": "formula_boundary", "formula": "x1^x2^x1^x2", "count": 10_000, "inputs": 10},
]


def packed(text: str) -> str:
    """Return any text in the form of a link."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    return "1" + urlsafe_b64encode(deflate.compress(text.encode()) + deflate.flush()).rstrip(b"=").decode()


def documents() -> list[Document]:
    """Return what links and files are made of: with rows, as a recipe, with words, with a fingerprint."""
    fingerprint = Fingerprint("0f0f0f0f", 100, 0.25, 3.0)
    known = [gallery()[0], *(document_titled(title) for title in ("Moons", "Iris"))]
    documents = [replace(document, fingerprint=fingerprint) for document in known if document is not None]
    recipe = Recipe.of("formula_boundary", formula="x1^2", count=40)
    dataset = recipe.table().dataset()
    experiment = replace(documents[1].experiment, dataset=dataset)
    unfinished = replace(documents[0], title="Unfinished", unfinished=unfinished_work())
    return [*documents, replace(documents[1], experiment=experiment, generated=recipe), unfinished]


def unfinished_work() -> UnfinishedWork:
    """Return a table with a cell to mend and a row that is half typed, a derived input, and a setting of its own."""
    columns = (Column("hours"), Column("note", "ignored"), Column("passed", "target", ("no", "yes")))
    rows = [["2,1", "", "no"], ["abc", "=1+1", "yes"], [0.5, None, "yes"], ["7", None, None]]
    tables = {
        "training": table_of_cells("training", columns, rows, complete=3),
        "test": table_of_cells("test", columns, [["", "", ""], ["1", "", "no"]], validation=(1,), complete=2),
        "situation": table_of_cells("situation", columns, [["3"]]),
    }
    derived = (DerivedColumn.parse("hours^2", ["hours"]), DerivedColumn.parse("gone + 1", ["gone"]))
    return UnfinishedWork(columns, tables, derived, {"seed": 7})


def malformed_links(count: int) -> Iterator[str]:
    """Yield so many links, of which nearly all are none."""
    source = random.Random(SEED)
    links = [document.to_link() for document in documents()]
    texts = [_text_of(link) for link in links]
    for _ in range(count):
        kind, which = source.randrange(3), source.randrange(len(links))
        if kind == 0:
            yield _damaged(source, links[which])
        elif kind == 1:
            yield packed(_cut_into(source, texts[which]))
        else:
            yield packed(_with_hostile_value(source, json.loads(texts[which])))


def malformed_files(count: int) -> Iterator[bytes]:
    """Yield so many files, of which nearly all are none."""
    source = random.Random(SEED)
    texts = [file_of(document) for document in documents()]
    for _ in range(count):
        text = source.choice(texts)
        if source.random() < 0.5:
            yield _cut_into(source, text).encode()
        else:
            yield _with_hostile_value(source, json.loads(text)).encode()


def _text_of(link: str) -> str:
    return zlib.decompress(urlsafe_b64decode(link[1:] + "=" * (-len(link[1:]) % 4)), -15).decode()


def _damaged(source: random.Random, link: str) -> str:
    place = source.randrange(1, len(link))
    return link[:place] + source.choice(_LETTERS) + link[place + source.randrange(3) :]


def _cut_into(source: random.Random, text: str) -> str:
    start = source.randrange(len(text))
    return text[:start] + source.choice(_VALUES) + text[start + source.randrange(9) :]


def _with_hostile_value(source: random.Random, record: Any) -> str:
    """Return a record as JSON in which one value, anywhere, is another one."""
    places = list(_places(record))
    parent, key = source.choice(places)
    parent[key] = source.choice(_HOSTILE)
    if isinstance(parent, dict) and source.random() < 0.1:
        parent[source.choice(["__proto__", "", "x" * 5000, "version"])] = source.choice(_HOSTILE)
    return json.dumps(record)


def _places(record: Any) -> Iterator[tuple[Any, Any]]:
    # Of a list its first and last place: rows are many, and what stands elsewhere must come up as well.
    keys = list(record) if isinstance(record, dict) else sorted({0, len(record) - 1}) if record else []
    for key in keys:
        yield record, key
        if isinstance(record[key], dict | list):
            yield from _places(record[key])
