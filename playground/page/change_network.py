"""Carry out what somebody does to the network on the screen: sets a weight, freezes it, switches a neuron off."""

from __future__ import annotations

from nncore.errors import SettingError
from nncore.experiment.experiment import Experiment
from playground.page.page_state import PageState
from playground.player.protocol.command import Freeze, SetParameter, SetParameters, SwitchNeuron
from playground.runs.branching import (
    as_long_as_before,
    with_frozen,
    with_parameter,
    with_parameters,
    with_switched_off,
    with_switched_on,
)

_OfTheNetwork = SetParameter | SetParameters | Freeze | SwitchNeuron


def set_parameter(state: PageState, experiment: Experiment, command: SetParameter) -> None:
    """Show the branch in which a weight or bias is set by hand."""
    _begin_work(state, experiment, command)
    _show_branch(state, with_parameter(experiment, command.epoch, command.index, command.value), command)


def set_parameters(state: PageState, experiment: Experiment, command: SetParameters) -> None:
    """Show the branch in which several weights or biases are set together."""
    _begin_work(state, experiment, command)
    _show_branch(state, with_parameters(experiment, command.epoch, command.values), command)


def freeze(state: PageState, experiment: Experiment, command: Freeze) -> None:
    """Show the branch in which a weight or bias is held, or learns again."""
    _begin_work(state, experiment, command)
    _show_branch(state, with_frozen(experiment, command.epoch, command.index, command.frozen), command)


def switch_neuron(state: PageState, experiment: Experiment, command: SwitchNeuron) -> None:
    """Show the branch in which a neuron counts as 0, or the run in which it never did."""
    _begin_work(state, experiment, command)
    switched = with_switched_off if command.off else with_switched_on
    _show_branch(state, switched(experiment, command.epoch, (command.layer, command.index)), command)


def _begin_work(state: PageState, experiment: Experiment, command: _OfTheNetwork) -> None:
    count = experiment.architecture.parameter_count
    if command.parameter_count != count:
        raise SettingError(
            f"The network must be the one with {count} parameters. Got {command.parameter_count} instead."
        )
    state.worked_at = command.epoch


def say_epochs(state: PageState, epochs: int) -> None:
    """Have the sidebar say how many epochs the run has."""
    state.open.values["epochs"] = epochs
    state.settings_key = state.new_key()
    state.page_is_old = True


def _show_branch(state: PageState, branch: Experiment, command: _OfTheNetwork) -> None:
    epochs, lengthened = state.open.run.experiment.epochs, state.open.lengthened
    branch = as_long_as_before(branch, state.open.run.experiment, lengthened)
    # A run that was changed at its last epoch goes on, until that is taken back.
    if branch.epochs > epochs:
        state.open.lengthened = {**lengthened, branch.epochs: epochs}
    if branch.epochs != epochs:
        say_epochs(state, branch.epochs)
    state.show(branch, command.gesture)
    state.settle(command.gesture)
