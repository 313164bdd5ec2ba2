"""Examples whose tables are generated."""

from __future__ import annotations

from nncore.generators.recipe import Recipe
from playground.gallery.example import Example, Table, hidden_layers

CLASSES = {"loss": "binary_cross_entropy", "optimizer": "Adam", "learning_rate": 0.1, "epochs": 300}
CURVE = {"output_activation": "linear", "loss": "mean_squared_error", "optimizer": "Adam", "learning_rate": 0.05}


def generated_source(recipe: Recipe) -> str:
    """Return what is said of where a generated table is from.

    Examples
    --------
    >>> generated_source(Recipe.of("moons", noise=0.1)), generated_source(Recipe.of("parity"))
    ('Computed by this project from seed 0.', 'Computed by this project.')
    """
    values = dict(recipe.values)
    return f"Computed by this project from seed {values['seed']}." if "seed" in values else "Computed by this project."


def _example(title: str, question: str, recipe: Recipe, settings: dict[str, object]) -> Example:
    def table() -> Table:
        return (), recipe.table().dataset()

    return Example(title, question, generated_source(recipe), table, settings, recipe)


XOR_WITH_HIDDEN_LAYER = _example(
    "XOR with a hidden layer",
    "Which two lines do the hidden neurons draw, so that together they tell the four rows apart?",
    Recipe.of("logic_gate", gate="xor"),
    CLASSES | hidden_layers(3),
)

COMPUTED_EXAMPLES = (
    _example(
        "Circle",
        "No line separates the disc from its ring: how do three hidden neurons do it?",
        Recipe.of("circle"),
        CLASSES | hidden_layers(3),
    ),
    _example(
        "Two clouds",
        "Where does a single neuron put its line between two clouds that nearly touch?",
        Recipe.of("gaussians", noise=0.1),
        CLASSES,
    ),
    _example(
        "Moons",
        "A line gets most rows right: what bends it round the tips of the two half circles?",
        Recipe.of("moons", noise=0.1),
        CLASSES | hidden_layers(4),
    ),
    _example(
        "Spiral",
        "How do two hidden layers follow two arms that are wound into each other?",
        Recipe.of("spiral"),
        CLASSES | hidden_layers(8, 8) | {"learning_rate": 0.05, "epochs": 500},
    ),
    _example(
        "Parity of three",
        "Is the number of ones odd? Any single change turns the answer over.",
        Recipe.of("parity", inputs=3),
        CLASSES | hidden_layers(4) | {"epochs": 500},
    ),
    _example(
        "Sine curve",
        "How does a network of three bent pieces come to a wave? The target is an amount, not a class.",
        Recipe.of("sine"),
        CURVE | hidden_layers(3) | {"epochs": 500},
    ),
)
