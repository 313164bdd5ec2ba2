"""Let the server's small answers leave at once.

Streamlit opens its own listening socket without naming the protocol, and asyncio switches Nagle's algorithm off for
sockets that name it only. So whatever is written in two pieces, as a file's head and its body or two messages of one
rerun, waits up to 40 ms for the browser's delayed acknowledgement: sixty small modules together cost half a second.
"""

from __future__ import annotations

import gc
import socket
from contextlib import suppress
from functools import cache

_INTERNET = (socket.AF_INET, socket.AF_INET6)


@cache
def send_without_delay() -> None:
    """Switch Nagle's algorithm off for every TCP socket of this process; what a listening one accepts inherits it.

    Examples
    --------
    >>> with socket.socket() as listening:
    ...     listening.listen()
    ...     send_without_delay.__wrapped__()
    ...     listening.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0
    True
    """
    for thing in gc.get_objects():
        # By its exact type: anything else may run code of its own when it is asked what it is.
        if type(thing) is socket.socket and thing.type == socket.SOCK_STREAM and thing.family in _INTERNET:
            with suppress(OSError):  # it is closed, or being closed just now
                thing.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
