"""What a server sends to whoever opens the page, without a browser."""

from __future__ import annotations

from dataclasses import dataclass

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import NewSession
from websockets.sync.client import connect

PATIENCE = 60.0


@dataclass(frozen=True)
class FirstMessages:
    """The options the page is told, how many players it is sent, and the errors on it."""

    session: NewSession
    players: int
    errors: tuple[str, ...]


def first_messages(address: str) -> FirstMessages:
    """Open the page as a browser does and return what comes until its script has run."""
    players, errors, session = 0, [], None
    with connect(f"{address.replace('http', 'ws', 1)}/_stcore/stream", max_size=None) as socket:
        opening = BackMsg()
        opening.rerun_script.query_string = ""
        socket.send(opening.SerializeToString())
        while True:
            message = ForwardMsg.FromString(socket.recv(PATIENCE))
            kind = message.WhichOneof("type")
            if kind == "new_session":
                session = message.new_session
            elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                element = message.delta.new_element
                players += element.WhichOneof("type") == "bidi_component"
                errors += [element.alert.body] if element.WhichOneof("type") == "alert" else []
            elif kind == "script_finished":
                assert session is not None
                return FirstMessages(session, players, tuple(errors))
