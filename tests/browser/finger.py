"""A finger on a page: what `touchscreen` of Playwright does not offer is a touch that moves."""

from itertools import count
from time import time

from playwright.sync_api import Locator, Page


class Finger:
    """The finger of somebody who holds a phone or a tablet, and is swift whatever the machine: a frame from place to place."""

    def __init__(self, page: Page):
        self.session = page.context.new_cdp_session(page)

    def drag(self, what: Locator, right: float, down: float, steps: int = 10) -> None:
        """Put it on the middle of something, and lift it so many pixels away."""
        box = what.bounding_box()
        self.swipe(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, right, down, steps)

    def swipe(self, x: float, y: float, right: float, down: float, steps: int = 10) -> None:
        """Put it on a place of the screen, and lift it so many pixels away."""
        moments = count(time(), 1 / 60)
        self._touch("touchStart", next(moments), (x, y))
        for step in range(1, steps + 1):
            self._touch("touchMove", next(moments), (x + right * step / steps, y + down * step / steps))
        self._touch("touchEnd", next(moments))

    def _touch(self, kind: str, moment: float, *places: tuple[float, float]) -> None:
        points = [{"x": x, "y": y} for x, y in places]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points, "timestamp": moment})
