import logging
import shutil

import pytest

from playground.player import bundle


@pytest.fixture
def front_end(tmp_path):
    files = {
        "player.js": 'import { shown } from "./shared/wording.mjs";\nexport default shown;\n',
        "player.css": '@import "./rows/rows.css";\n',
        "shared/wording.mjs": "export const shown = 1;\n",
        "rows/rows.css": ".rows { color: red; }\n",
        "vendor/plotly.min.js": "let Plotly;\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def pretend_to_make(front_end):
    digest = bundle.digest_of(front_end)
    (front_end / "made").mkdir(exist_ok=True)
    names = [f"made/player-{digest}.{kind}" for kind in ("js", "css")]
    for name in names:
        (front_end / name).write_text("made", encoding="utf-8")
    return tuple(names)


def test_the_bundle_in_the_project_is_made_from_the_modules_as_they_are():
    made = sorted(path.relative_to(bundle.FRONT_END).as_posix() for path in (bundle.FRONT_END / "made").iterdir())

    assert made == [f"made/player-{bundle.digest_of()}.{kind}" for kind in ("css", "js")], (
        "A module of the front end has changed since the bundle was made. Make it anew, with Node.js: "
        "npm ci && python -m playground.player.bundle"
    )


def test_the_made_files_say_that_they_are_made_and_the_modules_say_nothing_of_the_kind():
    files = [path for path in bundle.FRONT_END.rglob("*") if path.suffix in {".js", ".mjs", ".css"}]

    marked = {path for path in files if bundle.MARK in path.read_text(encoding="utf-8").splitlines()[0]}

    assert marked == set((bundle.FRONT_END / "made").iterdir())


def test_making_the_bundle_again_gives_the_same_bytes(tmp_path):
    if not bundle.ESBUILD.exists():
        pytest.skip("esbuild is not installed: npm ci")
    copy = shutil.copytree(bundle.FRONT_END, tmp_path / "frontend", ignore=shutil.ignore_patterns("made"))

    names = bundle.make(copy)

    for name in names:
        assert (copy / name).read_bytes() == (bundle.FRONT_END / name).read_bytes()


def test_making_removes_what_was_made_before(front_end):
    if not bundle.ESBUILD.exists():
        pytest.skip("esbuild is not installed: npm ci")
    bundle.make(front_end)
    (front_end / "shared" / "wording.mjs").write_text("export const shown = 2;\n", encoding="utf-8")

    names = bundle.make(front_end)

    assert sorted(names) == sorted(path.relative_to(front_end).as_posix() for path in (front_end / "made").iterdir())
    assert bundle.served_files(front_end) == names


def changed(front_end):
    (front_end / "shared" / "wording.mjs").write_text("export const shown = 2;\n", encoding="utf-8")


def added(front_end):
    (front_end / "shared" / "more.mjs").write_text("", encoding="utf-8")


def moved(front_end):
    (front_end / "shared" / "wording.mjs").rename(front_end / "rows" / "wording.mjs")


def removed(front_end):
    (front_end / "rows" / "rows.css").unlink()


@pytest.mark.parametrize("edit", [changed, added, moved, removed])
def test_after_an_edit_the_modules_are_served_and_the_log_says_why(front_end, caplog, edit):
    names = pretend_to_make(front_end)
    assert bundle.served_files(front_end) == names
    assert not caplog.records

    edit(front_end)

    with caplog.at_level(logging.WARNING):
        assert bundle.served_files(front_end) == ("player.js", "player.css")
    assert "python -m playground.player.bundle" in caplog.text


def test_without_a_bundle_the_modules_are_served(front_end):
    assert bundle.served_files(front_end) == ("player.js", "player.css")


def test_how_lines_end_where_the_project_was_checked_out_plays_no_part(front_end):
    digest = bundle.digest_of(front_end)
    module = front_end / "shared" / "wording.mjs"

    module.write_bytes(module.read_bytes().replace(b"\n", b"\r\n"))

    assert bundle.digest_of(front_end) == digest


def test_what_others_wrote_is_no_module(front_end):
    digest = bundle.digest_of(front_end)

    (front_end / "vendor" / "plotly.min.js").write_text("let Other;\n", encoding="utf-8")

    assert bundle.digest_of(front_end) == digest
