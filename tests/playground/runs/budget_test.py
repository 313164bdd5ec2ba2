import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.runs.budget import Budget


class Work:
    """A clock that goes on only by what is done."""

    def __init__(self):
        self.done = 100.0

    def __call__(self):
        return self.done


@given(st.lists(st.floats(0, 0.2), max_size=6))
def test_what_is_left_is_what_was_given_less_all_that_was_done(pieces):
    work = Work()
    budget = Budget(0.25, clock=work)

    for seconds in pieces:
        with budget.spending():
            work.done += seconds

    assert budget.left == pytest.approx(max(0.0, 0.25 - sum(pieces)), abs=1e-9)


def test_what_is_done_between_two_pieces_of_the_answer_does_not_count():
    work = Work()
    budget = Budget(0.25, clock=work)

    work.done += 3600.0
    with budget.spending():
        work.done += 0.125
        within = budget.left
    work.done += 3600.0

    assert within == budget.left == 0.125


def test_training_leaves_time_for_the_answer():
    assert Budget(0.25).for_training == pytest.approx(0.2)
    assert Budget(Budget.KEPT / 2).for_training == 0.0


def test_nothing_is_left_once_nobody_waits_for_the_answer():
    waiting = [True]
    budget = Budget(0.25, is_wanted=lambda: waiting[0])

    before = budget.left
    waiting.clear()
    waiting.append(False)

    assert (before, budget.left, budget.for_training) == (0.25, 0.0, 0.0)


def test_an_error_in_the_work_is_counted_too():
    work = Work()
    budget = Budget(0.25, clock=work)

    def fail():
        with budget.spending():
            work.done += 0.2
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert budget.left == pytest.approx(0.05)
