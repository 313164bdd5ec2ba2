"""The gallery's pictures are as large on the page as they are drawn."""

import re
from pathlib import Path

from playground.figures.table_picture import HEIGHT, WIDTH
from playground.views import page_style


def test_the_size_of_a_picture_is_said_once():
    style = page_style.page_style()

    assert f"--picture-width: {WIDTH}px;" in style
    assert f"--picture-height: {HEIGHT}px;" in style
    assert "width: var(--picture-width);\n  height: var(--picture-height);" in style
    said = re.compile(rf"\b({WIDTH}|{HEIGHT})px\b")
    assert not said.search(Path(page_style.__file__).with_name("gallery.css").read_text(encoding="utf-8"))
