"""The page reads what its address says behind the "#" before it starts.

Browsers keep that part to themselves, so no server's log ever has it; but Streamlit tells the script of a page only what
stands behind the "?". A line of script in the page itself moves the one to the other before Streamlit starts, and without
asking the server for anything; as soon as the player is on the page, it moves it back. What the address only names,
because it is too long, the browser has kept.
"""

from __future__ import annotations

import re

from playground.document.link import NAME
from playground.document.link_text import KEPT
from playground.whole_answer import Application, Message, Receive, Send, whole_answer

STORED = "playground-"
"""What the names begin with under which the browser keeps what is too long for an address."""

MOVE = f"""<script>
{{
  const url = new URL(location.href);
  const link = /^#{NAME}=(.+)$/.exec(url.hash)?.[1];
  if (link) {{
    let kept = null;
    try {{
      if (link.startsWith("{KEPT}")) {{
        document.documentElement.dataset.kept = link; // its name, for the player
        kept = localStorage.getItem("{STORED}" + link);
      }}
    }} catch {{}} // a browser that keeps nothing
    url.searchParams.set("{NAME}", kept ?? link);
    url.hash = "";
    history.replaceState(history.state, "", url);
  }}
}}
</script>
"""
"""Before any other script of the page."""

# The page is changed, so it is not the file any more that these are about.
_OF_THE_FILE = re.compile(rb"^(?:etag|last-modified|accept-ranges)$")
_CONDITIONS = (b"if-none-match", b"if-modified-since", b"range")


class OpensLinks:
    """A layer around the app's server that adds a line of script to the page; all else passes through untouched.

    Parameters
    ----------
    application : callable
        What answers, as ASGI has it.
    """

    def __init__(self, application: Application) -> None:
        self._application = application

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Leave to the app what is no page."""
        if not _asks_for_a_page(scope):
            await self._application(scope, receive, send)
            return
        answer = await whole_answer(self._application, scope, receive, without=_CONDITIONS)
        if answer.status == 200 and answer.is_page:
            body = answer.body.replace(b"<script", MOVE.encode() + b"<script", 1)
            answer = answer.with_body(body, dropped=_OF_THE_FILE)
        await answer.send(send)


def _asks_for_a_page(scope: Message) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    return b"text/html" in dict(scope["headers"]).get(b"accept", b"")
