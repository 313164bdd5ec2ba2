"""The modules of the front end in one file, and their styles in another: two requests in place of a hundred.

The modules in `frontend/` are what is read, edited and tested. The two files in `frontend/made/` are made from them by

    npm ci
    python -m playground.player.bundle

and bear in their names a digest of all the modules. So they are served only as long as nothing else has been written: if a
module has changed since, its like is not found, and the modules themselves are served, which shows the same, later.
"""

from __future__ import annotations

import hashlib
import logging
import subprocess
from pathlib import Path

FRONT_END = Path(__file__).with_name("frontend")
MADE = "made"
"""The folder of the two files, inside the front end's."""

MARK = "Made from the modules of this front end by python -m playground.player.bundle. Do not edit."
"""What their first lines say."""

SERVED_BELOW = "_stcore/bidi-components/playground.player"
"""Where Streamlit serves the front end's folder, below the root of the app."""

ESBUILD = Path(__file__).parents[2] / "node_modules" / ".bin" / "esbuild"

_SUFFIXES = (".js", ".mjs", ".css")
_NOT_OURS = (MADE, "vendor")
_ENTRIES = ("player.js", "player.css")
_OPTIONS = ("--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8", "--log-level=warning")


def digest_of(front_end: Path = FRONT_END) -> str:
    """Return twelve characters that are others whenever a module of the front end is added, moved, changed or removed."""
    digest = hashlib.sha256()
    for path in sorted(front_end.rglob("*"), key=lambda path: path.relative_to(front_end).parts):
        name = path.relative_to(front_end)
        if path.suffix in _SUFFIXES and name.parts[0] not in _NOT_OURS:
            # As text: a line may end otherwise where the project was checked out.
            text = path.read_text(encoding="utf-8")
            digest.update(f"{name.as_posix()}\n{len(text)}\n{text}".encode())
    return digest.hexdigest()[:12]


def served_files(front_end: Path = FRONT_END) -> tuple[str, str]:
    """Return the script and the styles to serve, below the front end's folder: as they were made, or else the modules."""
    made = _names(digest_of(front_end))
    if all((front_end / name).is_file() for name in made):
        return made
    logging.getLogger(__name__).warning(
        "The player's modules are served one by one, because they have changed since they were bundled: "
        "the page shows the same, but comes later. python -m playground.player.bundle makes the bundle anew."
    )
    return _ENTRIES


def make(front_end: Path = FRONT_END) -> tuple[str, str]:
    """Make the two files from the modules as they are, remove older ones, and return their names.

    Raises
    ------
    FileNotFoundError
        If esbuild is not installed.
    subprocess.CalledProcessError
        If a module cannot be read; esbuild has written why.
    """
    names = _names(digest_of(front_end))
    for entry, name in zip(_ENTRIES, names, strict=True):
        mark = f"/* {MARK} */" if entry.endswith(".css") else f"// {MARK}"
        banner = f"--banner:{entry.rsplit('.', 1)[1]}={mark}"
        command = [str(ESBUILD), entry, *_OPTIONS, banner, f"--outfile={name}"]
        subprocess.run(command, cwd=front_end, check=True)
    for path in (front_end / MADE).iterdir():
        if path.relative_to(front_end).as_posix() not in names:
            path.unlink()
    return names


def _names(digest: str) -> tuple[str, str]:
    return f"{MADE}/player-{digest}.js", f"{MADE}/player-{digest}.css"


if __name__ == "__main__":
    if not ESBUILD.exists():
        raise SystemExit("esbuild is not installed. Run npm ci in the project's root, then this again.")
    for made in make():
        print(f"{(FRONT_END / made).stat().st_size:>9,} bytes  {made}")
