"""Send what a browser may keep for good compressed, and compress each of these files once.

Streamlit sends its own scripts uncompressed, because it would compress them anew for everyone who asks; they are named
after what is in them, so browsers keep them. Component files it compresses anew each time, and lets no browser keep them.
A page needs 5 MB of both, which forty laptops on one line wait for. Here they are compressed once, kept in memory (some
2 MB for everything the page needs), and browsers are told to keep those of the player's files too that are named after
what is in them: the bundle and plotly.js.
"""

from __future__ import annotations

import asyncio
import gzip
import re

from playground.whole_answer import Application, Message, Receive, Send, WholeAnswer, whole_answer

MOST_KEPT = 500
"""Files; all that Streamlit and the player have are some 360."""

FOR_GOOD = b"public, immutable, max-age=31536000"

_FILE = r"/\w[\w.-]*\.(?:js|css|svg)$"
# Whole segments and nothing else. Where the app may stand below a folder, whatever comes before is taken for its name.
_STREAMLIT = re.compile(rf"^(?:/[\w-]+)*/static/(?:\w+/)?{_FILE[1:]}")
_PLAYER = re.compile(rf"^(?:/[\w-]+)*/playground\.player/(?:made|vendor){_FILE}")
# They belong to the uncompressed file, or to whoever asked for it.
_DROPPED = re.compile(rb"^(?:etag|last-modified|accept-ranges|content-encoding|vary|cache-control|access-control-.*)$")


def _may_be_kept(answer: WholeAnswer, path: str) -> bool:
    """Whether the address names its content, so that what is found there never changes.

    Where there is no such file Streamlit answers with the page itself.
    """
    is_named = _PLAYER.match(path) is not None or b"immutable" in answer.header(b"cache-control")
    return answer.status == 200 and is_named and not answer.is_page


def _compressed(answer: WholeAnswer) -> WholeAnswer:
    body = gzip.compress(answer.body, compresslevel=6, mtime=0)
    added = [(b"content-encoding", b"gzip"), (b"vary", b"accept-encoding"), (b"cache-control", FOR_GOOD)]
    return answer.with_body(body, dropped=_DROPPED, added=added)


class KeptCompressed:
    """A layer around the app's server; whatever it has nothing to do with passes through untouched.

    Parameters
    ----------
    application : callable
        What answers, as ASGI has it.
    """

    def __init__(self, application: Application) -> None:
        self._application = application
        self._kept: dict[str, WholeAnswer] = {}

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer from memory what is known, keep what may be kept, and leave all else to the app."""
        if not _asks_for_a_file(scope):
            await self._application(scope, receive, send)
            return
        path = scope["path"]
        answer = self._kept.get(path)
        if answer is None:
            answer = await whole_answer(self._application, scope, receive)
            if _may_be_kept(answer, path) and len(self._kept) < MOST_KEPT:
                answer = self._kept[path] = await asyncio.to_thread(_compressed, answer)
        await answer.send(send)


def _asks_for_a_file(scope: Message) -> bool:
    """Whether one of the files is wanted whole, by a browser that can unpack it, for a page of this server."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    if not (_STREAMLIT.match(scope["path"]) or _PLAYER.match(scope["path"])):
        return False
    headers = dict(scope["headers"])
    origin = headers.get(b"origin")
    is_own = origin is None or origin.partition(b"://")[2] == headers.get(b"host")
    return is_own and b"range" not in headers and b"gzip" in headers.get(b"accept-encoding", b"")
