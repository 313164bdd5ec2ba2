"""One request has one budget: whatever it asks for, no more is trained for it than fits, and nothing of it is lost."""

from itertools import pairwise
from types import SimpleNamespace

import pytest

from playground import player_requests
from playground.gallery import gallery
from playground.page.command_handlers import take
from playground.page.page_state import PageState
from playground.page.undo import undo
from playground.player.protocol.request import LONGEST_SLICE, read_request
from playground.runs.budget import Budget
from playground.runs.live_run import LiveRun

COMMANDS = 60


class EndlessTraining:
    """Runs that train for as long as they may, on a clock that only training moves."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def training(monkeypatch):
    training = EndlessTraining()

    def train_to_the_last_second(run, until, seconds):
        training.now += max(0.0, seconds)

    monkeypatch.setattr(LiveRun, "advance", train_to_the_last_second)
    return training


@pytest.fixture
def state():
    state = PageState(gallery()[0])
    state.follow(state.open.run.experiment, ((1, 2, 3, 4), ()))
    return state


def weights_set(state, count):
    """Return commands that set the first weight to 1, 2, 3, …, each a gesture of its own."""
    common = {"kind": "set_parameter", "epoch": 0, "index": 0, "parameter_count": 3, "opened": state.opened}
    return [{**common, "number": n, "gesture": 1000 + n, "value": float(n)} for n in range(1, count + 1)]


def undone(state):
    """Take back all there is, and return how much that was."""
    count = 0
    while state.can_undo:
        undo(state)
        count += 1
    return count


def request_with(state, commands):
    return read_request({"run": state.open.run.number, "commands": commands})


def test_however_many_commands_a_request_brings_its_budget_is_that_of_one(training, state):
    before = training.now

    take(state, request_with(state, weights_set(state, COMMANDS)), Budget(LONGEST_SLICE, clock=training))

    assert training.now - before <= LONGEST_SLICE
    assert 1 <= state.commands_done < COMMANDS


def test_what_was_not_done_stays_unconfirmed_and_is_done_in_its_order_when_it_is_said_again(training, state):
    commands = weights_set(state, COMMANDS)

    done = [0]
    while done[-1] < COMMANDS:
        take(state, request_with(state, commands[done[-1] :]), Budget(LONGEST_SLICE, clock=training))
        done.append(state.commands_done)
        (change,) = state.open.run.experiment.interventions
        assert change.value == (0, float(done[-1]))

    assert undone(state) == COMMANDS
    assert all(later > earlier for earlier, later in pairwise(done))


def test_what_a_command_has_spent_is_not_spent_on_its_run_again(training, state):
    take(state, request_with(state, weights_set(state, 1)), Budget(LONGEST_SLICE, clock=training))

    assert state.budget.for_training == 0.0
    assert state.budget.left == pytest.approx(Budget.KEPT)


def test_for_a_page_that_is_gone_nothing_is_trained(training, state):
    before = training.now

    take(state, request_with(state, weights_set(state, COMMANDS)), Budget(LONGEST_SLICE, lambda: False, training))

    assert training.now == before


@pytest.mark.parametrize("connected", [True, False])
def test_a_page_is_gone_when_streamlit_has_no_connection_to_it(monkeypatch, connected):
    monkeypatch.setattr(player_requests, "get_script_run_ctx", lambda: SimpleNamespace(session_id="this page"))
    monkeypatch.setattr(player_requests.runtime, "exists", lambda: True)
    active = {"this page"} if connected else {"another page"}
    server = SimpleNamespace(is_active_session=active.__contains__)
    monkeypatch.setattr(player_requests.runtime, "get_instance", lambda: server)

    assert player_requests._page_is_open() is connected
