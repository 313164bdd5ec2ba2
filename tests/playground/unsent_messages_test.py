"""What a run says last arrives, also when the next one has already begun."""

import asyncio
from unittest.mock import Mock

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import app_session
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.runtime.scriptrunner import RerunData, ScriptRunnerEvent

from playground.unsent_messages import keep_unsent_messages

WHOLE_PAGE = RerunData()


class Runner(Mock):
    """Runs nothing."""


@pytest.fixture
def session(monkeypatch) -> Mock:
    for owner, name in (
        (ForwardMsgQueue, "clear"),
        (AppSession, "_create_scriptrunner"),
        (AppSession, "_handle_scriptrunner_event_on_event_loop"),
    ):
        monkeypatch.setattr(owner, name, getattr(owner, name))
    monkeypatch.setattr(app_session, "ScriptRunner", Runner)
    keep_unsent_messages()
    open_loop = Mock(**{"is_closed.return_value": False})
    return Mock(_scriptrunner=None, _script_event_loop=open_loop, _state=Mock())


def begin(session: Mock) -> Runner:
    """Begin a run beside the one that is known to the session, and return who runs it."""
    AppSession._create_scriptrunner(session, WHOLE_PAGE)
    return session._scriptrunner


def tell(session: Mock, sender: Runner, event: ScriptRunnerEvent, **what) -> None:
    async def told() -> None:
        session._event_loop = asyncio.get_running_loop()
        AppSession._handle_scriptrunner_event_on_event_loop(session, sender, event, **what)

    asyncio.run(told())


def test_the_last_message_of_a_run_arrives_though_the_next_has_begun(session):
    ended, drawn = begin(session), ForwardMsg()
    current = begin(session)

    tell(session, ended, ScriptRunnerEvent.ENQUEUE_FORWARD_MSG, forward_msg=drawn)

    session._enqueue_forward_msg.assert_called_with(drawn)
    assert session._scriptrunner is current


def test_a_run_that_has_shut_down_does_not_take_the_next_one_away(session):
    ended = begin(session)
    current = begin(session)

    tell(session, ended, ScriptRunnerEvent.SHUTDOWN)

    assert session._scriptrunner is current


def test_a_run_that_was_broken_off_for_another_is_no_longer_heard(session):
    broken_off = begin(session)
    session._scriptrunner = None
    begin(session)

    tell(session, broken_off, ScriptRunnerEvent.ENQUEUE_FORWARD_MSG, forward_msg=ForwardMsg())

    session._enqueue_forward_msg.assert_not_called()
