"""A finger on a page: what `touchscreen` of Playwright does not offer is a touch that moves."""

from playwright.sync_api import Locator, Page


class Finger:
    """The finger of somebody who holds a phone or a tablet."""

    def __init__(self, page: Page):
        self.session = page.context.new_cdp_session(page)

    def drag(self, what: Locator, right: float, down: float, steps: int = 10) -> None:
        """Put it on the middle of something, and lift it so many pixels away."""
        box = what.bounding_box()
        self.swipe(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, right, down, steps)

    def swipe(self, x: float, y: float, right: float, down: float, steps: int = 10) -> None:
        """Put it on a place of the screen, and lift it so many pixels away."""
        self.touch("touchStart", x, y)
        for step in range(1, steps + 1):
            self.touch("touchMove", x + right * step / steps, y + down * step / steps)
        self.session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def touch(self, kind: str, x: float, y: float) -> None:
        """Send one event of it."""
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
