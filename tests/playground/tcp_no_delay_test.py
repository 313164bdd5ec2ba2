"""Sockets as Streamlit opens them: small answers must not wait for an acknowledgement."""

import socket
from collections.abc import Iterator

import pytest

from playground.tcp_no_delay import send_without_delay


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    # Without the protocol, as Streamlit's server opens its own: asyncio then leaves Nagle's algorithm on.
    with socket.socket(socket.AF_INET) as opened:
        opened.bind(("127.0.0.1", 0))
        opened.listen()
        yield opened


def waits(connection: socket.socket) -> bool:
    return connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 0


def test_what_a_listening_socket_accepts_later_sends_at_once(listening: socket.socket) -> None:
    assert waits(listening)
    send_without_delay.__wrapped__()
    with socket.create_connection(listening.getsockname()), listening.accept()[0] as accepted:
        assert not waits(accepted)


def test_a_connection_that_is_already_open_sends_at_once(listening: socket.socket) -> None:
    with socket.create_connection(listening.getsockname()), listening.accept()[0] as accepted:
        assert waits(accepted)
        send_without_delay.__wrapped__()
        assert not waits(accepted)


def test_closed_and_other_sockets_are_left_alone() -> None:
    closed = socket.socket()
    closed.close()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams:
        send_without_delay.__wrapped__()
        assert datagrams.fileno() >= 0
