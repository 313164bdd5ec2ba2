"""Write the training as NumPy code: starting weights, updates, epochs, in the engine's own order of operations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from nncore.experiment.experiment import Experiment
from nncore.explanation.arithmetic import parsed, with_parts
from nncore.formulas.expression import Expression
from nncore.python_export.numpy_code import number_code, numpy_code
from nncore.training.in_force import InForce
from nncore.training.optimizers import Optimizer
from nncore.training.penalties import Penalty

DRAWN = {
    "uniform": "2 * stream.random_sample({shape}) - 1",
    "glorot_uniform": "(2 * stream.random_sample({shape}) - 1) * np.sqrt(6 / ({inputs} + {neurons}))",
    "he_normal": "stream.standard_normal({shape}) * np.sqrt(2 / {inputs})",
    "zeros": "np.zeros({shape})",
}
"""The initializers, as code of a stream of random numbers."""

CLIPPED = '''
def clipped(gradient):
    """Return the gradient, shortened to the clipping norm if it is longer."""
    largest = np.abs(gradient).max()
    unit = largest if largest > 0 else 1.0
    shares = gradient / unit
    length = np.sqrt(np.square(shares).sum())
    return shares * (CLIP_NORM / length) if unit * length > CLIP_NORM else gradient
'''


def start_code(experiment: Experiment) -> str:
    """Return the function that draws the starting weights."""
    bias = experiment.architecture.bias
    drawn = DRAWN[experiment.initializer].format(shape="shape", inputs="inputs", neurons="neurons")
    return f'''
def starting_parameters():
    """Return the weights that the run started from{", and biases of 0" if bias else ""}."""
    stream = np.random.RandomState({experiment.seed})
    parameters = np.zeros({experiment.architecture.parameter_count})
    for W, inputs, neurons in zip(layers(parameters), SIZES, SIZES[1:]):
        shape = inputs, neurons
        W[{":-1" if bias else ":"}] = {drawn}
    return parameters
'''


def step_code(optimizer: Optimizer, name: str) -> str:
    """Return one step of an optimizer as a function from weights, gradient and memory to weights and memory.

    Examples
    --------
    >>> from nncore.training.optimizers import SGD
    >>> print(step_code(SGD(0.5, momentum=0.9), "step"))
    <BLANKLINE>
    def step(parameters, gradient, memory, t, learning_rate):
        (velocity,) = memory
        momentum = 0.9
        velocity = momentum * velocity + gradient
        return parameters - learning_rate * velocity, (velocity,)
    <BLANKLINE>
    """
    formulas = optimizer.step_formulas
    slots = [one.name for one in formulas if one.slot is not None]
    names = {"w": "parameters", "g": "gradient", "t": "t", "learning rate": "learning_rate"}
    names |= {f"{slot} before": slot for slot in slots}
    listed = f"{', '.join(slots)}" if len(slots) > 1 else "".join(f"({slot},)" for slot in slots)
    lines = [f"{listed} = memory"] if slots else []
    for field in fields(optimizer):
        value = getattr(optimizer, field.name)
        if field.name != "learning_rate" and isinstance(value, float) and slots:
            names[field.name] = field.name
            lines.append(f"{field.name} = {number_code(value)}")
    on_the_way: dict[str, Expression] = {}
    for one in formulas:
        expression = with_parts(parsed(one.formula, (*names, *on_the_way)), on_the_way)
        if one.slot is None:
            on_the_way[one.name] = expression
        else:
            lines.append(f"{one.name} = {numpy_code(expression, names)}")
            names[one.name] = one.name
    new = optimizer.numpy_step or numpy_code(on_the_way["new"], names)
    lines.append(f"return {new}, {f'({listed})' if len(slots) > 1 else listed or 'memory'}")
    body = "".join(f"    {line}\n" for line in lines)
    return f"\ndef {name}(parameters, gradient, memory, t, learning_rate):\n{body}"


@dataclass(frozen=True)
class Schedule:
    """What is in force from the start, and what changes at which epoch.

    Attributes
    ----------
    experiment : Experiment
    epochs : int
        How many are trained.
    """

    experiment: Experiment
    epochs: int

    @property
    def states(self) -> dict[int, InForce]:
        """What is in force at the start, and after each epoch at which there is a change."""
        plan = self.experiment.plan
        changed = [epoch for epoch in plan.changes_by_epoch if epoch <= self.epochs]
        return {epoch: plan.in_force(epoch) for epoch in sorted({0, *changed})}

    @property
    def optimizers(self) -> dict[Optimizer, str]:
        """Each optimizer that is ever in force, whatever its learning rate, and the name of its step."""
        found = dict.fromkeys(state.optimizer.at(1.0) for state in self.states.values())
        if len(found) == 1:
            return dict.fromkeys(found, "step")
        return {optimizer: f"step_{number}" for number, optimizer in enumerate(found, start=1)}

    @property
    def is_penalized(self) -> bool:
        """Whether there is ever a penalty."""
        return any(state.penalty is not None for state in self.states.values())

    @property
    def is_held(self) -> bool:
        """Whether a weight is ever held."""
        return any(self._held(state) for state in self.states.values())

    def lines(self, epoch: int, before: InForce | None) -> Iterator[str]:
        """Yield the code that makes the changes of an epoch; without a state before, what is in force at the start."""
        for change in self.experiment.plan.changes_by_epoch.get(epoch, ()):
            for place, number in change.sets(self.experiment.architecture).items():
                yield f"parameters[{place}] = {number_code(number)}"
        state = self.states[epoch]
        if before is None or before.optimizer_since != state.optimizer_since:
            name = self.optimizers[state.optimizer.at(1.0)]
            slots = state.optimizer.memory_slots
            memory = f"np.zeros(({slots}, parameters.size))" if slots else "()"
            yield f"step, memory, updates = {name}, {memory}, 0" if name != "step" else f"memory, updates = {memory}, 0"
        if before is None or _rates(before) != _rates(state):
            yield from self._rate_lines(state)
        if self.is_penalized and (before is None or before.penalty != state.penalty):
            yield f"penalty = {_penalty_code(state.penalty, self.experiment.architecture.bias)}"
        if self.is_held and (before is None or self._held(before) != self._held(state)):
            yield f"held = {sorted(self._held(state))}"

    def _held(self, state: InForce) -> frozenset[int]:
        return state.held(self.experiment.architecture)

    def _rate_lines(self, state: InForce) -> Iterator[str]:
        rate = repr(state.optimizer.learning_rate)
        if not state.layer_rates:
            yield f"learning_rate = {rate}"
            return
        yield f"learning_rate = np.full(parameters.size, {rate})"
        for layer, own in state.layer_rates:
            whole = self.experiment.architecture.layer_slices[layer].whole
            yield f"learning_rate[{whole.start}:{whole.stop}] = {own!r}"


def _rates(state: InForce) -> object:
    return state.optimizer.learning_rate, state.layer_rates


def _penalty_code(penalty: Penalty | None, bias: bool) -> str:
    if penalty is None:
        return "None"
    names = {"strength": number_code(penalty.strength), "w": "w"}
    code = numpy_code(parsed(penalty.gradient_formula, tuple(names)), names)
    return f"lambda w: {code} * IS_WEIGHT" if bias else f"lambda w: {code}"


def train_code(experiment: Experiment, epochs: int, kept: str) -> str:
    """Return the function that trains again.

    Parameters
    ----------
    experiment : Experiment
    epochs : int
    kept : str
        The names of what the pass forward gives back.
    """
    schedule = Schedule(experiment, epochs)
    states = schedule.states
    at_start = [f"    {line}" for line in schedule.lines(0, None)]
    later, before = [], states.pop(0)
    for epoch, state in states.items():
        later.append(f"        if epoch == {epoch}:")
        later += [f"            {line}" for line in schedule.lines(epoch, before)] or ["            pass"]
        before = state
    batches, indent = _batch_lines(experiment)
    update = [indent + line for line in _update_lines(experiment, schedule, kept)]
    return "\n".join(
        [
            "",
            "def train():",
            '    """Return the weights after training again, in the order of operations of the run."""',
            "    parameters = starting_parameters()",
            *at_start,
            *batches,
            *update,
            *later,
            "    return parameters",
            "",
        ]
    )


def _batch_lines(experiment: Experiment) -> tuple[list[str], str]:
    """Return the code that opens the loop over the updates, and its indentation."""
    rows, size = experiment.dataset.samples, experiment.batch_size
    epochs = "    for epoch in range(1, EPOCHS + 1):"
    entering = "with_ones(INPUTS.T)" if experiment.architecture.bias else "np.ascontiguousarray(INPUTS.T)"
    if size is None or size >= rows:
        return [f"    x, t = {entering}, np.ascontiguousarray(TARGETS.T)", epochs], " " * 8
    order = f"np.random.RandomState([{experiment.seed}, epoch]).permutation({rows})"
    return [
        f"    table = np.ascontiguousarray({entering}.T)",
        epochs,
        f"        order = {order if experiment.shuffle else f'np.arange({rows})'}",
        f"        for start in range(0, {rows}, {size}):",
        f"            rows = order[start : start + {size}]",
        "            x, t = table[rows].T, TARGETS[rows].T",
    ], " " * 12


def _update_lines(experiment: Experiment, schedule: Schedule, kept: str) -> Iterator[str]:
    yield f"{kept} = forward(parameters, x)"
    yield f"gradient = backward(parameters, x, t, {kept})"
    if schedule.is_penalized:
        always = all(state.penalty is not None for state in schedule.states.values())
        added = "gradient + penalty(parameters)"
        yield f"gradient = {added}" if always else f"gradient = gradient if penalty is None else {added}"
    if schedule.is_held:
        yield "gradient[held] = 0.0"
    if experiment.clip_norm is not None:
        yield "gradient = clipped(gradient)"
    yield "updates += 1"
    yield "new, memory = step(parameters, gradient, memory, updates, learning_rate)"
    if schedule.is_held:
        yield "new[held] = parameters[held]"
    yield "parameters = new"
