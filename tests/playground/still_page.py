"""The page where the player cannot start: what stands on it is read from its HTML."""

import re
from html import unescape

from ..page_texts import TRAINING_ROWS
from .opened_page import OpenedPage


class StillPage(OpenedPage):
    """The page as Python draws it alone. It draws itself again until the run has ended, within one `step`."""

    @property
    def status(self) -> str:
        """The line that says where the run stands."""
        return str(self.client.get("progress")[0].proto.text)

    @property
    def captions(self) -> list[str]:
        """The small sentences of the page."""
        return [part.value for part in self.client.caption]

    @property
    def notes(self) -> list[str]:
        """The sentences above the results: what they do not belong to, and what is unwise."""
        return self._parts("note")

    @property
    def charts(self) -> dict[str, str]:
        """The charts that Streamlit draws, by their keys, as the JSON of their figures."""
        return {part.key: part.proto.spec for part in self.client.get("plotly_chart")}

    @property
    def situation(self) -> str:
        """The answer to the new situation."""
        return " ".join(self._parts("situation"))

    def counts(self, table: str = "Training") -> list[str]:
        """Return the two lines about right and wrong answers to the "Training" or the "Test" rows."""
        bodies = [body for body in self._bodies("counts") if f'aria-label="{table} counts"' in body]
        return [_text(line) for body in bodies for line in re.findall(r"<p.*?</p>", body)]

    def answers(self, caption: str) -> list[list[str]]:
        """Return the lines of a table of answers: row, target, output with the one before, and "right" or "wrong"."""
        tables = "".join(self._bodies("answers"))
        found = re.search(rf"<caption[^>]*>{caption}</caption>.*?<tbody>(.*?)</tbody>", tables, re.DOTALL)
        lines = re.findall(r"<tr.*?</tr>", found[1]) if found else []
        return [[_text(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", line)] for line in lines]

    def outputs(self, caption: str = TRAINING_ROWS) -> list[str]:
        """Return the newest output of each line of a table of answers."""
        return [line[2].split(" → ")[-1] for line in self.answers(caption)]

    def verdicts(self, caption: str = TRAINING_ROWS) -> list[str]:
        """Return whether each line of a table of answers is right or wrong; empty where there are no classes."""
        return [line[3] for line in self.answers(caption)]

    def _parts(self, kind: str) -> list[str]:
        return [_text(body) for body in self._bodies(kind)]

    def _bodies(self, kind: str) -> list[str]:
        bodies = [part.proto.body for part in self.client.get("html")]
        return [body for body in bodies if body.startswith(f'<div class="{kind}"')]


def _text(html: str) -> str:
    """Return what a screen reader says of HTML."""
    spoken = re.sub(r'<span[^>]*aria-hidden="true">.*?</span>', "", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", spoken)).split()).replace(" ,", ",")
