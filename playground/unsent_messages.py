"""What was drawn is sent, also when a part of the page is drawn once more before it is.

A fragment that runs alone makes Streamlit drop what its part of the page was drawn with and has not been sent yet. It does not
drop that the whole page has been drawn, and so the browser takes away the player, which it believes to be gone, until the
fragment is through. It happens wherever the player asks for something while the page is drawn.

And where the player asks just as a run ends, Streamlit begins another and no longer listens to the first, whose last messages
are still on their way: the end of the page, or what the player was waiting for.
"""

from __future__ import annotations

import time
from typing import Any
from weakref import WeakSet

from streamlit.runtime.app_session import AppSession
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.runtime.scriptrunner import RerunData, ScriptRunner, ScriptRunnerEvent

NO_FRAGMENT = ["none"]
"""What stands for the fragments of which unsent messages are dropped."""

BEFORE_THE_REST = 0.1
"""Seconds in which what was drawn first is sent and the browser begins it; all else together takes the browser a second."""

_clear = ForwardMsgQueue.clear
_begin = AppSession._create_scriptrunner
_take = AppSession._handle_scriptrunner_event_on_event_loop
_ended: WeakSet[ScriptRunner] = WeakSet()


def keep_unsent_messages() -> None:
    """Let messages follow those that wait to be sent; it has to be called before the first page is opened.

    A run of the whole page still drops what was drawn before, as it draws everything again.

    Examples
    --------
    >>> from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
    >>> keep_unsent_messages()
    >>> queue, drawn = ForwardMsgQueue(), ForwardMsg()
    >>> drawn.delta.fragment_id = "player"
    >>> queue.enqueue(drawn)
    >>> queue.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=["player"])
    >>> queue.is_empty()
    False
    >>> queue.clear(retain_lifecycle_msgs=True)
    >>> queue.is_empty()
    True
    """
    ForwardMsgQueue.clear = _keep_for_a_fragment  # type: ignore[method-assign, assignment]
    AppSession._create_scriptrunner = _remember_who_ended  # type: ignore[method-assign, assignment]
    AppSession._handle_scriptrunner_event_on_event_loop = _listen_to_who_ended  # type: ignore[method-assign, assignment]


def let_it_begin() -> None:
    """Wait until what has been drawn is sent and the browser has begun it, before anything else keeps both busy."""
    time.sleep(BEFORE_THE_REST)


def _keep_for_a_fragment(
    queue: ForwardMsgQueue, retain_lifecycle_msgs: bool = False, fragment_ids_this_run: list[str] | None = None
) -> None:
    _clear(queue, retain_lifecycle_msgs, fragment_ids_this_run and NO_FRAGMENT)


def _remember_who_ended(session: AppSession, initial_rerun_data: RerunData) -> None:
    # A run that was broken off for another has been forgotten by its session before.
    if session._scriptrunner is not None:
        _ended.add(session._scriptrunner)
    _begin(session, initial_rerun_data)


def _listen_to_who_ended(
    session: AppSession, sender: ScriptRunner | None, event: ScriptRunnerEvent, *what: Any, **more: Any
) -> None:
    if sender not in _ended or event == ScriptRunnerEvent.SHUTDOWN:
        return _take(session, sender, event, *what, **more)
    current, session._scriptrunner = session._scriptrunner, sender
    try:
        _take(session, sender, event, *what, **more)
    finally:
        session._scriptrunner = current
