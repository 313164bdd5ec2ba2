"""The page begins with lines of ours, before Streamlit starts."""

from __future__ import annotations

import re

from playground.whole_answer import Application, Message, Receive, Send, whole_answer

# The page is changed, so it is not the file any more that these are about.
_OF_THE_FILE = re.compile(rb"^(?:etag|last-modified|accept-ranges)$")
_CONDITIONS = (b"if-none-match", b"if-modified-since", b"range")


class HeadOfPage:
    """A layer around the app's server that adds lines to the page; all else passes through untouched.

    Parameters
    ----------
    application : callable
        What answers, as ASGI has it.
    lines : str
        HTML that is put before the first script of the page.
    """

    def __init__(self, application: Application, lines: str) -> None:
        self._application = application
        self._lines = lines.encode()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Leave to the app what is no page."""
        if not _asks_for_a_page(scope):
            await self._application(scope, receive, send)
            return
        answer = await whole_answer(self._application, scope, receive, without=_CONDITIONS)
        if answer.status == 200 and answer.is_page:
            body = answer.body.replace(b"<script", self._lines + b"<script", 1)
            answer = answer.with_body(body, dropped=_OF_THE_FILE)
        await answer.send(send)


def _asks_for_a_page(scope: Message) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    return b"text/html" in dict(scope["headers"]).get(b"accept", b"")
