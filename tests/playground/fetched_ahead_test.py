"""What is fetched ahead is what the page needs, and is found where it is said to be."""

import re
from pathlib import Path

import streamlit

from playground.fetched_ahead import fetched_ahead
from playground.player.bundle import FRONT_END


def test_the_files_are_there_and_served_below_the_page():
    addresses = re.findall(r'href="\./([^"]+)"', fetched_ahead())
    served = {
        "_stcore/bidi-components/playground.player": FRONT_END,
        "static/js": Path(streamlit.__file__).parent / "static" / "static" / "js",
    }

    files = [
        folder / address.removeprefix(f"{below}/")
        for address in addresses
        for below, folder in served.items()
        if address.startswith(below)
    ]

    assert len(files) == len(addresses) == 3
    assert all(file.is_file() for file in files)
