"""What the README shows is what happens."""

import contextlib
import io
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_ten_lines_of_the_readme_print_what_stands_beside_them():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    code = re.search(r"```python\n(.*?)```", text, re.DOTALL).group(1)
    promised = re.findall(r"print\(.*?# (\[.*?\])(?:: .*)?$", code, re.MULTILINE)
    printed = io.StringIO()

    with contextlib.redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), {})

    assert len(promised) == 3
    assert printed.getvalue().splitlines() == promised


def test_every_file_the_readmes_point_to_exists():
    for readme in ROOT.rglob("README.md"):
        if ".venv" in readme.parts or "node_modules" in readme.parts:
            continue
        for link in re.findall(r"\]\((?!http)([^)#]+)\)", readme.read_text(encoding="utf-8")):
            assert (readme.parent / link).exists(), f"{readme.relative_to(ROOT)} points to {link}, which is not there."
