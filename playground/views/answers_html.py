"""Answers and counts, written as HTML: every number with its class by shape as well as by colour."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from nncore.data.dataset import Dataset
from nncore.metrics.metrics import Confusion
from playground.runs.answers import Answer, shown_number
from playground.tables.table import format_number


def answer_table(title: str, found: Iterable[Answer], dataset: Dataset) -> str:
    """Return the answers to the rows of a table, one line a row."""
    names = dataset.target_names
    heads = [head for name in names for head in (name, "output" if len(names) == 1 else f"output for {name}")]
    lines = []
    for answer in found:
        cells = [f'<th scope="row">{answer.row}</th>']
        for index, target in enumerate(answer.targets):
            mark = class_mark(target > 0.5) if dataset.two_classes else ""
            cells.append(f"<td>{mark}{format_number(target)}</td><td>{output(answer, index)}</td>")
        cells.append(f"<td>{_verdict(answer.right)}</td>")
        lines.append(f'<tr class="{"wrong" if answer.right is False else ""}">{"".join(cells)}</tr>')
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in ("row", *heads))
    return (
        f'<div class="answers" tabindex="0" role="region" aria-label="Answers to the {title.lower()}"><table>'
        f'<caption class="unseen">{title}</caption>'
        f"<thead><tr>{head}<td></td></tr></thead><tbody>{''.join(lines)}</tbody></table></div>"
    )


def output(answer: Answer, index: int) -> str:
    """Return one output, behind the one of the run before if that was another."""
    new = f"<b>{shown_number(answer.outputs[index])}</b>"
    if answer.before is None:
        return new
    return f'<span class="before">{shown_number(answer.before[index])} →</span> {new}'


def class_mark(class_1: bool) -> str:
    """Return the sign of a class: a blue circle for 1, an orange square for 0."""
    return f'<span class="class-{int(class_1)}" aria-hidden="true">{"●" if class_1 else "■"}</span> '


def _verdict(right: bool | None) -> str:
    if right is None:
        return ""
    mark, word = ("✓", "right") if right else ("✗", "wrong")
    return f'<span aria-hidden="true">{mark}</span><span class="unseen">{word}</span>'


def count_lines(title: str, counts: Confusion) -> str:
    """Return the four counts and the accuracy, as its formula with the numbers in place."""
    true_positives, true_negatives = counts.true_positives, counts.true_negatives
    cells = (
        ("TP", "true positives: class 1, and said so", true_positives),
        ("TN", "true negatives: class 0, and said so", true_negatives),
        ("FP", "false positives: class 0, but called 1", counts.false_positives),
        ("FN", "false negatives: class 1, but called 0", counts.false_negatives),
    )
    listed = "".join(
        f'<span title="{meaning}"><abbr>{name}</abbr> <b>{count}</b></span>' for name, meaning, count in cells
    )
    return (
        f'<div class="counts" role="group" aria-label="{title} counts"><p class="count-cells">{listed}</p>'
        f"<p>accuracy = (TP + TN) / all = ({true_positives} + {true_negatives}) / {counts.total} = "
        f"<b>{counts.accuracy:.4g}</b></p></div>"
    )
