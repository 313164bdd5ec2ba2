"""What the player asks for, which moves by itself: it is done, answered, and the run trained on.

What is done by a request is told in `command_handlers`, what is sent in `reply`.
"""

from __future__ import annotations

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from playground import session
from playground.page.command_handlers import take
from playground.page.on_the_screen import on_the_screen
from playground.page.page_state import PageState
from playground.player.protocol.reply import make_reply
from playground.player.protocol.request import LONGEST_SLICE, read_request
from playground.runs.budget import Budget
from playground.runs.live_run import LiveRun

QUICK_SLICE = 0.03
"""Seconds of what the player asks for that are trained before it is answered; the rest is trained after it.

As long as the script has not drawn the player again, whatever is clicked next may take it off the page for a moment.
"""


def receive_request() -> None:
    """Keep what the player asks for until the page is drawn, and do at once what it wants.

    The page may never be drawn for this request: whatever is clicked next ends it.
    """
    state = session.page_state()
    with state.lock:
        # A request that came while the page was being drawn may find no player on it; it will be repeated.
        request = read_request(session.asked_by_player())
        if request is not None and request.commands:
            session.see_what_is_typed()
        take(state, request, Budget(LONGEST_SLICE, is_wanted=_page_is_open))


def answer() -> bytes:
    """Return what the player is sent; it has not asked for anything where the page was drawn anew."""
    state = session.page_state()
    with state.lock, state.budget.spending():
        return _answer(state, state.open.run)


def _answer(state: PageState, run: LiveRun) -> bytes:
    request = state.request
    if request is not None and request.run == run.number:
        run.advance(request.until, min(request.seconds, QUICK_SLICE, state.budget.left))
    return make_reply(run, on_the_screen(state), request, state.told, state.budget)


def _page_is_open() -> bool:
    """Whether the browser is still there that this script runs for."""
    context = get_script_run_ctx()
    return context is None or not runtime.exists() or runtime.get_instance().is_active_session(context.session_id)


def train_on() -> None:
    """Train for as long as the player has asked for; it is told with the next answer."""
    state = session.page_state()
    with state.lock:
        run = state.open.run
        request, state.request = state.request, None
        if request is not None and request.run == run.number:
            run.advance(request.until, min(request.seconds - QUICK_SLICE, state.budget.left))
            if request.why == "try" and run.trainer.finished:
                run.why_it_failed(state.open.row_numbers).advance(state.budget.left)
