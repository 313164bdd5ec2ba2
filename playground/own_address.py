"""The server asks nobody for its own address.

Whenever a page of another origin opens a connection, Streamlit compares that origin with all addresses of this machine, and
asks a service on the internet for the one that is seen from there. Here it knows none but this machine's own: a page that
the server itself has sent is let in by its Host, other machines of a class too, and whoever else is to be let in is named in
`server.corsAllowedOrigins`.
"""

from __future__ import annotations

from streamlit import net_util


def ask_nobody_for_own_address() -> None:
    """Let Streamlit know this machine as itself only; it has to be called before the first connection is opened.

    Examples
    --------
    >>> ask_nobody_for_own_address()
    >>> net_util.get_external_ip(), net_util.get_internal_ip()
    (None, '127.0.0.1')
    """
    net_util.get_external_ip = _no_external_address
    net_util.get_internal_ip = _this_machine


def _no_external_address() -> str | None:
    return None


def _this_machine() -> str | None:
    return "127.0.0.1"
