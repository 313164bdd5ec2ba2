"""The line of script that hands the page its link agrees with the player on what a tab remembers."""

import re
from pathlib import Path

from playground import opens_links

LINK = Path(opens_links.__file__).parent / "player" / "frontend" / "link"


def test_page_and_player_call_what_a_tab_remembers_alike():
    (said,) = re.findall(r'LEFT = "(.+)"', (LINK / "left_link.mjs").read_text(encoding="utf-8"))
    (looked_at,) = re.findall(r'VIEWPOINT = "(.+)"', (LINK / "address.mjs").read_text(encoding="utf-8"))

    assert said == opens_links.LEFT
    assert f'sessionStorage.getItem("{said}")' in opens_links.MOVE
    assert looked_at == opens_links.VIEWPOINT
