"""The line of script that hands the page its link agrees with the player on what a tab remembers."""

import re
from pathlib import Path

from playground import opens_links

LEFT_LINK = Path(opens_links.__file__).parent / "player" / "frontend" / "link" / "left_link.mjs"


def test_page_and_player_call_what_a_tab_remembers_alike():
    (said,) = re.findall(r'LEFT = "(.+)"', LEFT_LINK.read_text(encoding="utf-8"))

    assert said == opens_links.LEFT
    assert f'sessionStorage.getItem("{said}")' in opens_links.MOVE
