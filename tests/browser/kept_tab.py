"""The one tab of somebody who comes again, which all tests that need no other use one after the other.

A tab that stays has the scripts of the page compiled and its files at hand: opening the page costs it half the work that it
costs a new one. Of the test before it keeps nothing else, unless it is asked for a page that is still open.
"""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, Page, ViewportSize

from .untouched_page import UntouchedPage

MEDIA: dict[str, Any] = {"color_scheme": "light", "reduced_motion": "no-preference"}
# What a page keeps for good once it has been told to.
LASTING = ("add_init_script", "expose_binding", "expose_function", "on", "route", "route_web_socket")


class KeptTab:
    """Hands out the tab as empty as a new one.

    Parameters
    ----------
    context : BrowserContext
        The browser of somebody who comes again.
    address : str
        Where the app is served.
    screen : ViewportSize
        How large the tab is at first.
    """

    def __init__(self, context: BrowserContext, address: str, screen: ViewportSize):
        self.context = context
        self._address = address
        self._screen = screen
        self._page: Page | None = None
        self.untouched: UntouchedPage | None = None
        self._lasting: list[str] = []
        self._listeners: list[tuple[str, Callable[..., Any]]] = []
        self._is_in_use = False

    def take(self, viewport: ViewportSize | None = None, may_be_open: bool = False, **media: Any) -> Page:
        """Return the tab, or another one while a test has it already, with media such as `color_scheme="dark"`.

        It is empty, but may show the app that a test has not touched to whoever says so.
        """
        if self._is_in_use:
            page = self.context.new_page()
        else:
            page = self._page = self._page or self._noting(self.context.new_page())
            self._is_in_use = True
            if not (may_be_open and self.untouched.is_known):
                self.untouched.leave()
        page.set_viewport_size(viewport or self._screen)
        page.emulate_media(**{**MEDIA, **media})
        return page

    def give_back(self, page: Page, is_well: bool) -> None:
        """Leave the app; a tab that cannot be as it was, or in which something failed, is closed."""
        if page is not self._page:
            page.close()
            return
        self._is_in_use = False
        for event, listener in self._listeners:
            page.remove_listener(event, listener)
        self._listeners = []
        if is_well and not self._lasting and not page.is_closed():
            if not self.untouched.may_be():
                self.untouched.leave()
            page.mouse.move(0, 0)
            return
        page.close()
        self._page, self.untouched, self._lasting = None, None, []

    def _noting(self, page: Page) -> Page:
        """Return the page, which from now on notes what a test tells it for good."""
        self.untouched = UntouchedPage(page, self._address)
        for name in LASTING:
            setattr(page, name, self._noted(name, getattr(page, name)))
        return page

    def _noted(self, name: str, tell: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*arguments: Any, **options: Any) -> Any:
            if name == "on":
                self._listeners.append((arguments[0], arguments[1]))
            else:
                self._lasting.append(name)
                self.untouched.forget()
            return tell(*arguments, **options)

        return noted
