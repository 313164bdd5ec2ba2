"""What a request costs: the epochs that engines really train for it, for whatever they are trained."""

from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import nncore
from nncore.training.history import History
from nncore.training.slice_of_time import SliceOfTime
from playground import player_requests
from playground.gallery import gallery
from playground.page.command_handlers import take
from playground.page.page_state import PageState
from playground.player.protocol.request import LONGEST_SLICE, read_request
from playground.runs.budget import Budget
from playground.runs.live_run import LiveRun

from ..nncore.counted_epochs import counted_epochs
from .player.pretend_player import PretendPlayer

EPOCHS = 300
SECONDS_AN_EPOCH = 0.01
MOST_EPOCHS = LONGEST_SLICE / SECONDS_AN_EPOCH
"""As many epochs are trained for a request as fit into its budget."""

XOR = nncore.Dataset([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [[0.0], [1.0], [1.0], [0.0]])
WIDE = nncore.Architecture((2, 64, 64, 64, 64, 64, 64, 1), ("tanh",) * 6 + ("sigmoid",))
WIDE_RUN = nncore.Experiment(XOR, WIDE, "half_squared_error", nncore.Adam(0.001), EPOCHS)
NARROW_RUN = replace(
    WIDE_RUN, architecture=nncore.Architecture((2, 3, 1), ("tanh", "sigmoid")), optimizer=nncore.Adam(0.05)
)


class TrainingClock:
    """A clock that moves with every epoch an engine trains, and by nothing else."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now

    def move(self, epochs):
        self.now += SECONDS_AN_EPOCH * epochs


class Page:
    """A page and its player, which makes requests as the one in the browser does."""

    def __init__(self, experiment, clock, trained):
        self.clock, self.trained = clock, trained
        self.state = PageState(gallery()[0])
        self.state.budget = Budget(0.0)
        self.state.follow(experiment, ((1, 2, 3, 4), ()))
        self.player = PretendPlayer()
        self.commands = 0
        self.request(None)

    @property
    def run(self):
        return self.state.open.run

    def request(self, wanted):
        """Send a request and receive its answer; return how many epochs were trained for both."""
        before, state = self.trained.count, self.state
        if wanted is not None:
            take(state, read_request({**self.player.known(), **wanted}), Budget(LONGEST_SLICE, clock=self.clock))
        with state.budget.spending():
            message = player_requests._answer(state, self.run)
        self.header = self.player.receive(message)
        self.size = len(message)
        return self.trained.count - before

    def exactly(self, epoch):
        return self.request(self.player.known(exact=epoch))

    def set_weight(self, epoch, value, gesture):
        count = self.run.experiment.architecture.parameter_count
        wanted = {"epoch": epoch, "index": 5, "value": value, "parameter_count": count}
        return self.do("set_parameter", gesture=gesture, **wanted)

    def do(self, kind, gesture, **what):
        self.commands += 1
        common = {"kind": kind, "number": self.commands, "gesture": gesture, "opened": self.state.opened}
        return self.request({"commands": [{**common, **what}]})


@pytest.fixture
def clock(monkeypatch):
    clock = TrainingClock()
    for place in ("nncore.engine.replay.SliceOfTime", "nncore.training.trainer.SliceOfTime"):
        monkeypatch.setattr(place, partial(SliceOfTime, clock=clock))
    monkeypatch.setattr(LiveRun.__init__, "__defaults__", (None, clock))
    return clock


@pytest.fixture
def trained(clock):
    with counted_epochs(clock.move) as trained:
        yield trained


@pytest.fixture
def page(clock, trained):
    """A page with a wide network, trained to its end."""
    page = Page(WIDE_RUN, clock, trained)
    page.run.advance(EPOCHS, 1e9)
    while len(page.player.epochs) < len(page.run.recording.epochs):
        page.request({})
    assert page.run.trainer.history.stride > 8
    return page


@contextmanager
def short_memory():
    """Let histories record a few epochs only, and hardly any state, as those of wide networks do."""
    of_plan = History.of_plan
    with mock.patch.object(History, "of_plan", lambda *arguments: of_plan(*arguments[:-1], 1)):
        yield


def of_whole_run(run, epoch):
    return run.experiment.run().history.network_at(epoch).parameters.tolist()


@pytest.mark.parametrize("epoch", [EPOCHS - 1, EPOCHS // 2 + 1, 33])
def test_exact_numbers_take_no_more_of_a_request_than_its_budget_and_come_by_and_by(page, epoch):
    exact = None
    for _ in range(EPOCHS):
        assert page.exactly(epoch) <= MOST_EPOCHS
        if (exact := page.header.get("exact")) is not None:
            break

    assert (exact["epoch"], exact["parameters"]) == (epoch, of_whole_run(page.run, epoch))


def test_the_epoch_before_the_end_costs_next_to_nothing(page):
    assert page.exactly(EPOCHS - 1) <= 10
    assert page.header["exact"]["epoch"] == EPOCHS - 1


def records_before(epoch, run):
    recording = run.recording
    return recording.rows[recording.epochs < epoch].tobytes()


@pytest.mark.parametrize("looked_at", [True, False])
def test_no_step_of_a_drag_takes_more_than_the_budget_of_a_request(page, looked_at):
    epoch = 201
    while looked_at and page.header.get("exact", {}).get("epoch") != epoch:
        assert page.exactly(epoch) <= MOST_EPOCHS

    left, reached = page.run, []
    for step in range(1, 9):
        assert page.set_weight(epoch, 0.1 * step, gesture=77) <= MOST_EPOCHS + 1
        reached.append(page.header["trained"])
        # What both runs have in common is there at once.
        assert records_before(epoch, page.run) == records_before(epoch, left)

    assert reached == sorted(reached)
    if looked_at:
        assert min(reached) >= epoch
    while page.header["trained"] < epoch + 1:
        assert page.request({"until": epoch + 1, "seconds": LONGEST_SLICE}) <= MOST_EPOCHS + 1
    while page.header.get("exact", {}).get("epoch") != epoch:
        assert page.exactly(epoch) <= MOST_EPOCHS
    assert page.header["exact"]["parameters"] == of_whole_run(page.run, epoch)


def test_a_step_of_a_drag_does_not_name_twenty_thousand_parameters_again(page):
    page.set_weight(201, 0.5, gesture=77)
    first = page.size
    page.set_weight(201, 0.6, gesture=77)

    assert max(first, page.size) < 1_700_000
    names = page.player.runs[page.player.run].description["parameters"]
    assert len(names) == WIDE.parameter_count


def test_flips_between_records_take_no_more_of_a_request_than_its_budget_and_are_found_by_and_by(page):
    # The threshold lies where the rows waver.
    page.run.set_threshold(0.45)
    count = page.run.flip_count
    assert count > len(page.run.flips), "There must be flips to locate."

    for _ in range(EPOCHS * count):
        assert page.request({}) <= MOST_EPOCHS
        if len(page.player.flips) == page.header["flip_count"]:
            break

    whole = LiveRun(9, page.run.experiment)
    whole.set_threshold(0.45)
    whole.advance(EPOCHS, 1e9)
    while len(whole.flips) < whole.flip_count:
        whole.locate_flips(1e9)
    assert page.player.flips == [[flip.epoch, list(flip.rows)] for flip in whole.flips]


REQUESTS = st.one_of(
    st.tuples(st.just("exact"), st.integers(0, EPOCHS), st.integers(1, 4)),
    st.tuples(st.just("set"), st.integers(1, EPOCHS - 1), st.integers(-3, 3)),
    st.tuples(st.just("threshold"), st.integers(1, 9), st.none()),
    st.tuples(st.just("until"), st.integers(0, EPOCHS), st.none()),
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(requests=st.lists(REQUESTS, max_size=8), last=st.integers(0, EPOCHS))
def test_whatever_was_asked_for_exact_numbers_arrive_and_are_those_of_the_run(clock, trained, requests, last):
    with short_memory():
        page = Page(NARROW_RUN, clock, trained)
        make_requests(page, requests)
        page.run.advance(EPOCHS, 1e9)
        page.request({})
        last = min(last, page.header["trained"])
        for _ in range(EPOCHS):
            page.exactly(last)
            if page.header.get("exact", {}).get("epoch") == last:
                break

    assert page.header["exact"]["parameters"] == of_whole_run(page.run, last)


def make_requests(page, requests):
    for kind, what, how in requests:
        if kind == "exact":
            for _ in range(how):
                assert page.exactly(min(what, page.header["trained"])) <= MOST_EPOCHS
        elif kind == "set":
            assert page.set_weight(min(what, page.header["trained"]), float(how), gesture=what) <= MOST_EPOCHS + 1
        elif kind == "threshold":
            page.do("set_threshold", gesture=what, threshold=what / 10)
        else:
            assert page.request({"until": what, "seconds": LONGEST_SLICE}) <= MOST_EPOCHS + 1
