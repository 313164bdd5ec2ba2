"""An answer of the app's server, taken whole: for the layers around it that change what is sent."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]
Header = tuple[bytes, bytes]


@dataclass(frozen=True)
class WholeAnswer:
    """An answer with all of its body.

    Attributes
    ----------
    status : int
    headers : list of (bytes, bytes)
    body : bytes
    """

    status: int
    headers: list[Header]
    body: bytes

    def header(self, name: bytes) -> bytes:
        """Return what a header says, which is named in small letters; empty if it is not there."""
        return dict(self.headers).get(name, b"")

    @property
    def is_page(self) -> bool:
        """Whether this is the page itself, which is HTML."""
        return self.header(b"content-type").startswith(b"text/html")

    def with_body(self, body: bytes, *, dropped: re.Pattern[bytes], added: Sequence[Header] = ()) -> WholeAnswer:
        """Return the same answer with another body and its length, without some headers and with others."""
        own = [(name, value) for name, value in self.headers if name.lower() != b"content-length"]
        kept = [(name, value) for name, value in own if not dropped.match(name.lower())]
        return WholeAnswer(self.status, [*kept, (b"content-length", str(len(body)).encode()), *added], body)

    async def send(self, send: Send) -> None:
        """Send it."""
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        await send({"type": "http.response.body", "body": self.body})


async def whole_answer(
    application: Application, scope: Message, receive: Receive, *, without: Sequence[bytes] = ()
) -> WholeAnswer:
    """Return the app's whole answer, uncompressed.

    Parameters
    ----------
    application : callable
        What answers, as ASGI has it.
    scope, receive
        What is asked, as ASGI has it.
    without : sequence of bytes
        Headers that are kept from the app.
    """
    start: Message = {}
    parts: list[bytes] = []

    async def collect(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
        else:
            parts.append(message.get("body", b""))

    headers = [(name, value) for name, value in scope["headers"] if name not in (b"accept-encoding", *without)]
    await application({**scope, "headers": headers, "extensions": {}}, receive, collect)
    return WholeAnswer(start["status"], list(start["headers"]), b"".join(parts))
