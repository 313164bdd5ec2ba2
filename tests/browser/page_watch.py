"""What a page must not do behind its user's back: write errors to the console, fail, or call other machines."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebError, WebSocket

LOCAL_SCHEMES = {"about", "blob", "data"}


class PageWatch:
    """Collects every console error, uncaught error and outside request of a browser context.

    Parameters
    ----------
    context : BrowserContext
        The context to watch, before its pages go anywhere.
    address : str
        Where the app is served; a request to any other host or port is an outside request.
    """

    def __init__(self, context: BrowserContext, address: str):
        self.complaints: list[str] = []
        self._own = urlsplit(address).netloc
        self._context = context
        self._listeners = {
            "console": self._hear,
            "weberror": self._catch,
            "request": self._follow,
            "page": self._follow_sockets,
        }
        for event, listener in self._listeners.items():
            context.on(event, listener)
        for page in context.pages:
            self._follow_sockets(page)

    def end(self) -> None:
        """Watch no longer."""
        for event, listener in self._listeners.items():
            self._context.remove_listener(event, listener)

    def _follow_sockets(self, page: Page) -> None:
        page.on("websocket", self._follow)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"console error: {message.text} ({message.location['url']})")

    def _catch(self, error: WebError) -> None:
        self.complaints.append(f"uncaught error: {error.error}")

    def _follow(self, request: Request | WebSocket) -> None:
        target = urlsplit(request.url)
        if target.scheme not in LOCAL_SCHEMES and target.netloc != self._own:
            self.complaints.append(f"request to the outside: {request.url}")
