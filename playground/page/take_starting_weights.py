"""Have the run on the page start from weights that somebody has typed. Undo takes it back at once."""

from __future__ import annotations

from nncore.experiment.starting_weights import StartingWeights, with_starting_weights
from playground.page.page_state import PageState


def take_starting_weights(state: PageState, start: StartingWeights) -> None:
    """Begin the run that starts from other weights, with the same table and settings.

    Parameters
    ----------
    state : PageState
        Changed in place.
    start : StartingWeights
        Of the network on the page.

    Raises
    ------
    nncore.errors.NeuralNetworkError
        If they are not its weights, or no run can be made from them; what is there stays.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> state = PageState(gallery()[0])
    >>> take_starting_weights(state, StartingWeights((0.5, -0.25, 1 / 3)))
    >>> state.open.run.trainer.history.network_at(0).parameters.tolist()
    [0.5, -0.25, 0.3333333333333333]
    """
    with state.lock:
        experiment = with_starting_weights(state.open.run.experiment, start)
        with state.budget.spending():
            state.show(experiment)
        # A setting whose effect depended on the play-head is part of it.
        state.wanted = None
        state.worked_at = 0
        state.settle()
