"""The rules that keep the project small: who may import what, and how large a file and a function may grow.

The first part holds the project to them. The second shows each rule a small offender, because a rule that cannot
fail holds nothing.
"""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import nncore

from . import architecture_rules as rules

ROOT = Path(__file__).parents[1]
NNCORE = ROOT / "nncore"
PLAYGROUND = ROOT / "playground"
PAGE_MEMORY = ("session_state", "query_params", "cache_data", "cache_resource")
STREAMLIT = (
    "__main__.py",
    "app.py",
    "fetched_ahead.py",
    "own_address.py",
    "player_requests.py",
    "session.py",
    "unsent_messages.py",
    "views",
    "player/component.py",
)
MOST_LINES_IN_A_FILE = 300
MOST_LINES_IN_A_FUNCTION = 40


def none_of(offenders: list[str], rule: str) -> str:
    """Return the message of a broken rule: the rule, then everyone who breaks it."""
    return "\n".join([rule, *(f"  {offender}" for offender in offenders)])


def test_nncore_imports_only_numpy_and_the_standard_library():
    offenders = rules.foreign_imports(NNCORE, allowed=["numpy"])

    assert not offenders, none_of(offenders, "nncore may import NumPy and the standard library, nothing else:")


def test_nncore_never_imports_the_playground():
    offenders = rules.imports_of(NNCORE, "playground")

    assert not offenders, none_of(offenders, "The mathematics must not know the page that shows it:")


def test_only_nncore_imports_its_engine():
    offenders = rules.imports_of(PLAYGROUND, "nncore.engine")

    assert not offenders, none_of(offenders, "The page asks an experiment, a network or a history, never their engine:")


def test_streamlit_is_reached_from_the_page_and_its_component_alone():
    offenders = rules.ways_to_import(PLAYGROUND, PLAYGROUND, "streamlit", but_for=STREAMLIT)

    assert not offenders, none_of(
        offenders, f"Only {', '.join(STREAMLIT)} may load Streamlit; what else is there must work without it. These do:"
    )


def test_what_may_load_streamlit_is_there_and_does():
    found = [(PLAYGROUND / path).exists() for path in STREAMLIT]
    chains = rules.ways_to_import(PLAYGROUND, PLAYGROUND / "player", "streamlit")

    assert all(found)
    assert [chain.split(" → ")[0] for chain in chains] == ["playground.player.component"]


def test_the_player_s_python_runs_where_there_is_no_streamlit():
    modules = [
        rules.module_name(path, ROOT)
        for path in rules.source_files(PLAYGROUND / "player", [".py"])
        if path.name != "component.py"
    ]
    script = f"import sys\nsys.modules['streamlit'] = None\nimport {', '.join(modules)}"

    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)


def test_only_session_touches_the_memory_of_the_page():
    touching = rules.files_touching(PLAYGROUND, PAGE_MEMORY)

    offenders = [f"playground/{path} touches {', '.join(names)}" for path, names in touching.items()]
    assert set(touching) == {"session.py"}, none_of(
        offenders, "playground/session.py, and nothing else, touches Streamlit's state, link parameters and caches:"
    )


def test_no_press_is_lost_where_a_run_of_the_script_is_broken_off():
    offenders = rules.presses_asked_for(PLAYGROUND)

    assert not offenders, none_of(
        offenders, "A button does all by a callback, or is drawn by views/lasting_button.py. Here its answer is used:"
    )


def test_every_module_is_named_after_what_it_is():
    offenders = [
        f"{folder.name}/{path}" for folder in (NNCORE, PLAYGROUND, ROOT / "tests") for path in rules.vague_names(folder)
    ]

    assert not offenders, none_of(offenders, "A file is named after the one concept in it:")


def test_learnt_is_spelled_one_way():
    offenders = [sentence for folder in (NNCORE, PLAYGROUND) for sentence in rules.spelled_otherwise(folder)]

    assert not offenders, none_of(offenders, "Headlines and texts say learnt and unlearnt:")


def test_no_file_is_longer_than_an_afternoon_reader_likes():
    offenders = [
        sentence for folder in (NNCORE, PLAYGROUND) for sentence in rules.long_files(folder, MOST_LINES_IN_A_FILE)
    ]

    assert not offenders, none_of(offenders, f"Past {MOST_LINES_IN_A_FILE} lines, two things live in one file:")


def test_no_function_is_longer_than_a_screen():
    offenders = [
        sentence
        for folder in (NNCORE, PLAYGROUND)
        for sentence in rules.long_functions(folder, MOST_LINES_IN_A_FUNCTION)
    ]

    assert not offenders, none_of(offenders, f"Past {MOST_LINES_IN_A_FUNCTION} lines, a function does two things:")


def test_every_public_name_of_nncore_is_explained():
    offenders = rules.undocumented_names(nncore)

    assert not offenders, none_of(offenders, "Every name in nncore.__all__ exists and has a docstring of its own:")


# From here on, the rules themselves.


def write(root: Path, files: dict[str, str]) -> Path:
    """Write `files` under `root` and return it."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def test_a_foreign_import_is_found_wherever_it_hides(tmp_path):
    write(
        tmp_path,
        {
            "core/__init__.py": "import math\nimport numpy.linalg\nfrom .inner import one\nfrom core import inner\n",
            "core/inner.py": "def load():\n    import pandas as table\n",
            "core/deep/late.py": "import importlib\nplot = importlib.import_module('plotly.express')\n",
            "core/deep/typed.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from scipy import stats\n",
        },
    )

    assert rules.foreign_imports(tmp_path / "core", allowed=["numpy"]) == [
        "core/deep/late.py:2 imports plotly",
        "core/deep/typed.py:3 imports scipy",
        "core/inner.py:2 imports pandas",
    ]


def test_an_import_of_the_other_package_is_found(tmp_path):
    write(tmp_path, {"core/a.py": "from page.table import read\n", "core/b.py": "import pages\nfrom . import page\n"})

    assert rules.imports_of(tmp_path / "core", "page") == ["core/a.py:1 imports page"]


def test_an_import_of_a_room_inside_the_other_package_is_found(tmp_path):
    write(
        tmp_path,
        {
            "core/a.py": "from page.table import read\nfrom page import tables\n",
            "core/b.py": "from page import table\n",
            "core/c.py": "import page.table.rows as rows\n",
            "core/d.py": "from page.tables import sort\n",
        },
    )

    assert rules.imports_of(tmp_path / "core", "page.table") == [
        "core/a.py:1 imports page.table",
        "core/b.py:1 imports page.table",
        "core/c.py:1 imports page.table",
    ]


def test_a_chain_of_imports_is_followed_to_its_end(tmp_path):
    write(
        tmp_path,
        {
            "page/__init__.py": "",
            "page/session.py": "import streamlit as st\n",
            "page/names.py": "from .session import current\n",
            "page/figures/clean.py": "import plotly\nfrom . import circular\n",
            "page/figures/circular.py": "from .clean import draw\n",
            "page/figures/direct.py": "from streamlit import write\n",
            "page/figures/distant.py": "from .. import names\n",
        },
    )

    assert rules.ways_to_import(tmp_path / "page", tmp_path / "page" / "figures", "streamlit") == [
        "page.figures.direct → streamlit",
        "page.figures.distant → page.names → page.session → streamlit",
    ]


def test_a_package_that_imports_on_the_way_counts_too(tmp_path):
    write(tmp_path, {"page/__init__.py": "import streamlit\n", "page/figures/loss.py": "import plotly\n"})

    assert rules.ways_to_import(tmp_path / "page", tmp_path / "page" / "figures", "streamlit") == [
        "page.figures.loss → page → streamlit"
    ]


def test_a_second_file_that_loads_what_one_alone_may_is_found(tmp_path):
    write(
        tmp_path,
        {
            "page/__init__.py": "",
            "page/app.py": "import streamlit\n",
            "page/player/__init__.py": "",
            "page/player/component.py": "import streamlit\n",
            "page/player/reply.py": "import json\n",
            "page/player/second.py": "from streamlit import components\n",
            "page/player/deep/third.py": "from page.player import component\n",
        },
    )

    assert rules.ways_to_import(
        tmp_path / "page", tmp_path / "page", "streamlit", but_for=["app.py", "player/component.py"]
    ) == [
        "page.player.deep.third → page.player.component → streamlit",
        "page.player.second → streamlit",
    ]


def test_a_second_file_that_touches_the_page_memory_is_found(tmp_path):
    write(
        tmp_path,
        {
            "page/session.py": "import streamlit as st\nst.session_state['run'] = 1\n",
            "page/chart.py": "from streamlit import cache_data\n\n@cache_data\ndef draw(): ...\n",
            "page/views/link.py": "import streamlit as st\n\ndef read():\n    return st.query_params\n",
            "page/views/calm.py": "query_params = 'a local name is nobody else’s memory'\n",
        },
    )

    assert rules.files_touching(tmp_path / "page", PAGE_MEMORY) == {
        "chart.py": ["cache_data"],
        "session.py": ["session_state"],
        "views/link.py": ["query_params"],
    }


def test_a_button_that_is_asked_whether_it_was_pressed_is_found(tmp_path):
    write(
        tmp_path,
        {
            "page/card.py": "import streamlit as st\nif title and st.button(title):\n    open()\n",
            "page/strip.py": "def strip(place):\n    return place.button('Add column')\n",
            "page/calm.py": "st.button('Copy link')\nif lasting_button(st.button, 'Split off', 'split'):\n    split()\n",
        },
    )

    assert rules.presses_asked_for(tmp_path / "page") == ["page/card.py:2", "page/strip.py:2"]


def test_a_vague_name_is_found_in_files_and_folders(tmp_path):
    write(
        tmp_path, {"core/plot_utils.py": "", "core/common/loss.py": "", "core/utility.py": "", "core/helpers.mjs": ""}
    )

    assert rules.vague_names(tmp_path / "core") == ["common", "helpers.mjs", "plot_utils.py"]


def test_another_spelling_is_found_in_code_and_texts(tmp_path):
    texts = {
        "core/a.mjs": "const said = 'Unlearned';\n",
        "core/b.md": "# Not\nIt is learned.\n",
        "core/c.py": "learnt\n",
    }
    write(tmp_path, texts)

    assert rules.spelled_otherwise(tmp_path / "core") == [
        "core/a.mjs: const said = 'Unlearned';",
        "core/b.md: It is learned.",
    ]


def test_a_file_of_one_line_too_many_is_found(tmp_path):
    write(tmp_path, {"core/long.py": "x = 1\n" * 6, "core/fits.py": "x = 1\n" * 5, "core/player.mjs": "let x\n" * 7})

    assert rules.long_files(tmp_path / "core", limit=5) == ["core/long.py has 6 lines", "core/player.mjs has 7 lines"]


def test_what_is_made_or_kept_as_others_wrote_it_is_not_judged(tmp_path):
    write(tmp_path, {"core/made/player.js": "let x\n" * 7, "core/vendor/plot_utils.js": "let x\n" * 7, "core/a.py": ""})

    assert [path.name for path in rules.source_files(tmp_path / "core")] == ["a.py"]


def test_a_function_is_measured_without_its_docstring_and_decorators(tmp_path):
    lines = "    x = 1\n"
    write(
        tmp_path,
        {
            "core/fits.py": f'@cached\ndef fits():\n    """One.\n\n    Two.\n    """\n{lines * 4}',
            "core/long.py": f"class Network:\n    async def forward(self):\n{('    ' + lines) * 5}",
        },
    )

    assert rules.long_functions(tmp_path / "core", limit=5) == ["core/long.py:2 forward has 6 lines"]


def test_a_public_name_without_a_docstring_of_its_own_is_found():
    @dataclass
    class Record:
        epoch: int

    class Explained:
        """What it is."""

    class Inheriting(Explained):
        pass

    package = ModuleType("core")
    package.__all__ = ["LIMIT", "Explained", "Inheriting", "Record", "absent"]
    package.LIMIT, package.Explained, package.Inheriting, package.Record = 3, Explained, Inheriting, Record

    assert rules.undocumented_names(package) == [
        "core.Inheriting has no docstring",
        "core.Record has no docstring",
        "core.absent is listed but does not exist",
    ]
