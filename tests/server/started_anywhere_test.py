"""The server is the same from whatever folder it is started, and a wheel of the project brings all it needs."""

import shutil
import socket
import subprocess
import sys
import tomllib
import venv
from pathlib import Path
from urllib.parse import urlparse
from urllib.request import urlopen

import pytest

from playground.player.bundle import served_files

from ..browser.server import ROOT, started
from .first_messages import first_messages

CONFIG = tomllib.loads((ROOT / "playground" / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
COMMANDS = {
    "streamlit run": [Path(sys.executable).with_name("streamlit"), "run", ROOT / "playground" / "app.py"],
    "python -m playground": [sys.executable, "-m", "playground"],
}


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """Let nothing be found beside the project: no home folder with options of its own, no folder to start in."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


def expect_the_page(address):
    """Expect the page with its player, and the project's own options."""
    sent = first_messages(address)

    assert sent.errors == ()
    assert sent.players == 1
    assert sent.session.config.gather_usage_stats is CONFIG["browser"]["gatherUsageStats"] is False
    assert sent.session.custom_theme.light.primary_color == CONFIG["theme"]["light"]["primaryColor"]
    for name in served_files():
        with urlopen(f"{address}/_stcore/bidi-components/playground.player/{name}") as answer:
            assert answer.status == 200


def is_open(address, host):
    try:
        socket.create_connection((host, urlparse(address).port), timeout=10).close()
    except OSError:
        return False
    return True


def expect_to_be_heard_by(others, address):
    """Expect other machines to reach it, or nobody but this one."""
    # The whole of 127.0.0.0/8 is this machine, but who listens on 127.0.0.1 alone does not hear the rest.
    assert is_open(address, "127.0.0.1")
    if sys.platform == "linux":  # elsewhere a machine has no second address of its own to be asked at
        assert is_open(address, "127.0.0.2") is others


@pytest.mark.parametrize("command", COMMANDS)
def test_started_in_another_folder_it_has_its_player_and_its_own_options_and_no_other_machine_reaches_it(
    command, elsewhere
):
    with started(COMMANDS[command], elsewhere, elsewhere / "log.txt") as server:
        expect_the_page(server.address)
        expect_to_be_heard_by(False, server.address)


def test_other_machines_reach_it_if_the_command_says_so(elsewhere):
    command = [*COMMANDS["python -m playground"], "--server.address", "0.0.0.0"]

    with started(command, elsewhere, elsewhere / "log.txt") as server:
        expect_to_be_heard_by(True, server.address)


def test_one_script_of_a_page_runs_at_a_time_and_no_collection_follows_it():
    assert CONFIG["runner"] == {"postScriptGC": False, "fastReruns": False}


def test_a_wheel_of_the_project_brings_the_page_its_player_and_its_options(elsewhere, tmp_path, monkeypatch):
    python = environment_with(wheel_in(tmp_path), tmp_path / "installed")
    monkeypatch.delenv("PYTHONPATH", raising=False)

    with started([python, "-m", "playground"], elsewhere, elsewhere / "log.txt") as server:
        expect_the_page(server.address)

    where = subprocess.run(
        [python, "-c", "import playground; print(playground.__file__)"], cwd=elsewhere, capture_output=True, check=True
    )
    assert Path(where.stdout.decode().strip()).is_relative_to(tmp_path / "installed")


def test_streamlit_finds_the_player_in_the_project_that_is_called_as_its_manifest_says():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    manifest = tomllib.loads((ROOT / "playground" / "pyproject.toml").read_text(encoding="utf-8"))

    (component,) = manifest["tool"]["streamlit"]["component"]["components"]
    assert manifest["project"] == {"name": project["project"]["name"]}
    assert "streamlit" not in project["tool"]
    assert (ROOT / "playground" / component["asset_dir"] / "player.js").is_file()


def wheel_in(folder):
    """Build a wheel of the project as it is here, without leaving anything in it; needs no network."""
    source = folder / "source"
    for name in ("nncore", "playground"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, source)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "wheel", "--no-index", "--no-deps"]
    subprocess.run([*pip, "--no-build-isolation", "--wheel-dir", folder, source], check=True)
    (wheel,) = folder.glob("playground-*.whl")
    return wheel


def environment_with(wheel, folder):
    """Install a wheel into an environment of its own, which borrows what the project depends on; return its Python."""
    builder = venv.EnvBuilder(symlinks=sys.platform != "win32", with_pip=False)
    builder.create(folder)
    python = Path(builder.ensure_directories(folder).env_exe)
    packages = site_packages_of(python)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--no-index", "--no-deps"]
    subprocess.run([*pip, "--target", packages, wheel], check=True)
    # Behind what is installed, and without the link to this folder that an editable installation leaves.
    (packages / "borrowed.pth").write_text(f"{site_packages_of(sys.executable)}\n", encoding="utf-8")
    return python


def site_packages_of(python):
    told = "import sysconfig; print(sysconfig.get_path('purelib'))"
    return Path(subprocess.run([python, "-c", told], capture_output=True, check=True).stdout.decode().strip())
