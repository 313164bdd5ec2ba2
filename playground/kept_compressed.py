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
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

MOST_KEPT = 500
"""Files; all that Streamlit and the player have are some 360."""

FOR_GOOD = b"public, immutable, max-age=31536000"

_FILE = r"/\w[\w.-]*\.(?:js|css|svg)$"
# Whole segments and nothing else. Where the app may stand below a folder, whatever comes before is taken for its name.
_STREAMLIT = re.compile(rf"^(?:/[\w-]+)*/static/(?:\w+/)?{_FILE[1:]}")
_PLAYER = re.compile(rf"^(?:/[\w-]+)*/playground\.player/(?:made|vendor){_FILE}")
# They belong to the uncompressed file, or to whoever asked for it.
_DROPPED = re.compile(
    rb"^(?:etag|last-modified|accept-ranges|content-(?:length|encoding)|vary|cache-control|access-control-.*)$"
)


@dataclass(frozen=True)
class _Answer:
    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes

    def may_be_kept(self, path: str) -> bool:
        """Whether the address names its content, so that what is found there never changes.

        Where there is no such file Streamlit answers with the page itself.
        """
        told = dict(self.headers)
        is_named = _PLAYER.match(path) is not None or b"immutable" in told.get(b"cache-control", b"")
        return self.status == 200 and is_named and not told.get(b"content-type", b"").startswith(b"text/html")

    def compressed(self) -> _Answer:
        body = gzip.compress(self.body, compresslevel=6, mtime=0)
        kept = [(name, value) for name, value in self.headers if not _DROPPED.match(name.lower())]
        added = [
            (b"content-length", str(len(body)).encode()),
            (b"content-encoding", b"gzip"),
            (b"vary", b"accept-encoding"),
            (b"cache-control", FOR_GOOD),
        ]
        return _Answer(self.status, kept + added, body)

    async def send(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        await send({"type": "http.response.body", "body": self.body})


class KeptCompressed:
    """A layer around the app's server; whatever it has nothing to do with passes through untouched.

    Parameters
    ----------
    application : callable
        What answers, as ASGI has it.
    """

    def __init__(self, application: Application) -> None:
        self._application = application
        self._kept: dict[str, _Answer] = {}

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer from memory what is known, keep what may be kept, and leave all else to the app."""
        if not _asks_for_a_file(scope):
            await self._application(scope, receive, send)
            return
        path = scope["path"]
        answer = self._kept.get(path)
        if answer is None:
            answer = await self._answered(scope, receive)
            if answer.may_be_kept(path) and len(self._kept) < MOST_KEPT:
                answer = self._kept[path] = await asyncio.to_thread(answer.compressed)
        await answer.send(send)

    async def _answered(self, scope: Message, receive: Receive) -> _Answer:
        """Return the app's whole answer, uncompressed."""
        start: Message = {}
        parts: list[bytes] = []

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            else:
                parts.append(message.get("body", b""))

        headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await self._application({**scope, "headers": headers, "extensions": {}}, receive, collect)
        return _Answer(start["status"], list(start["headers"]), b"".join(parts))


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
