"""What the README shows is what happens."""

import contextlib
import io
import re
from pathlib import Path

import pytest

from nncore.diagnosis.finding import TITLES

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


def readmes():
    ours = [
        *ROOT.glob("*.md"),
        *(path for room in ("nncore", "playground", "tests") for path in (ROOT / room).rglob("*.md")),
    ]
    return [path for path in ours if "node_modules" not in path.parts]


@pytest.mark.parametrize("readme", readmes(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_a_readme_names_stands_in_its_room(readme):
    room = readme.parent
    files = {path.relative_to(room).as_posix() for path in room.rglob("*.*") if ".venv" not in path.parts}
    named = re.findall(r"`([\w./-]+\.(?:py|mjs|js|css|json|toml|sh))`", readme.read_text(encoding="utf-8"))
    missing = [
        name
        for name in named
        if not ((ROOT / name).exists() or (room / name).exists())
        and not any(f"/{file}".endswith(f"/{name}") for file in files)
    ]

    assert not missing, f"{readme.relative_to(ROOT)} names {', '.join(missing)}, which its folder does not hold."


@pytest.mark.parametrize(
    "readme", [path for path in readmes() if path.parent != ROOT], ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_every_module_stands_in_the_readme_beside_it(readme):
    text = readme.read_text(encoding="utf-8")
    modules = [path for path in readme.parent.glob("*.py") if not path.name.startswith("__")]
    # Each kind of finding is a file named after it, and kinds are told in `finding.py`.
    unnamed = [path.name for path in modules if f"{path.name}`" not in text and path.stem not in TITLES]

    assert not unnamed, f"{readme.relative_to(ROOT)} says nothing of {', '.join(unnamed)}."


def test_every_file_the_readmes_point_to_exists():
    for readme in readmes():
        for link in re.findall(r"\]\((?!http)([^)#]+)\)", readme.read_text(encoding="utf-8")):
            assert (readme.parent / link).exists(), f"{readme.relative_to(ROOT)} points to {link}, which is not there."
