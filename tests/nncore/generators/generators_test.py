import inspect
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nncore.errors import FormatError, FormulaError, SettingError, UnknownNameError
from nncore.formulas import Formula
from nncore.generators import GENERATORS
from nncore.generators.formula_boundary import boundary
from nncore.generators.recipe import Recipe

DRAWN = [name for name, generator in GENERATORS.items() if "seed" in generator.defaults]
DRAWN_CLASSES = [name for name in DRAWN if GENERATORS[name].task == "classes"]

counts = st.integers(2, 400)
noises = st.floats(0.0, 0.5)
seeds = st.integers(0, 2**32 - 1)


def made(name, **values):
    return GENERATORS[name].generate(**values)


def bits(table):
    return table.inputs.tobytes() + table.targets.tobytes()


# --- what holds for every generator ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", GENERATORS)
def test_a_generator_is_listed_under_its_name_and_its_function_takes_its_parameters(name):
    generator = GENERATORS[name]

    assert generator.name == name
    assert list(generator.defaults) == list(inspect.signature(generator.make).parameters)
    assert generator.label
    assert generator.sight.endswith((".", "?"))
    assert generator.task in ("classes", "regression")


@pytest.mark.parametrize("name", GENERATORS)
def test_the_default_table_is_one_that_can_be_learnt_from(name):
    dataset = made(name).dataset()

    assert dataset.target_names == ("target",)
    assert dataset.two_classes == (GENERATORS[name].task == "classes")


@pytest.mark.parametrize("name", DRAWN)
@settings(max_examples=15)
@given(count=counts, noise=noises, seed=seeds)
def test_a_table_has_as_many_rows_as_were_asked_for_and_is_the_same_each_time(name, count, noise, seed):
    table = made(name, count=count, noise=noise, seed=seed)

    assert len(table.inputs) == len(table.targets) == count
    assert len(table.input_names) == table.inputs.shape[1]
    assert bits(table) == bits(made(name, count=count, noise=noise, seed=seed))
    assert np.isfinite(table.inputs).all()
    assert np.isfinite(table.targets).all()


@pytest.mark.parametrize("name", DRAWN)
def test_another_seed_gives_another_table(name):
    assert len({bits(made(name, count=10, noise=0.1, seed=seed)) for seed in range(20)}) == 20


@pytest.mark.parametrize("name", DRAWN_CLASSES)
@settings(max_examples=15)
@given(count=counts, noise=noises, seed=seeds)
def test_the_classes_take_turns_whatever_the_noise(name, count, noise, seed):
    table = made(name, count=count, noise=noise, seed=seed)

    assert table.targets.ravel().tolist() == [1.0, 0.0] * (count // 2) + [1.0] * (count % 2)


@pytest.mark.parametrize("name", DRAWN)
def test_inputs_are_written_with_three_decimals_and_without_minus_zero(name):
    table = made(name, count=1000, noise=0.3, seed=3)

    assert all(float(f"{number:.3f}") == number for number in table.inputs.ravel())
    assert all(float(f"{number:.4f}") == number for number in table.targets.ravel())
    assert not np.signbit(table.inputs[table.inputs == 0]).any()


@pytest.mark.parametrize("name", DRAWN)
def test_making_a_table_leaves_the_global_stream_alone(name):
    np.random.seed(5)
    expected = np.random.random(3).tolist()
    np.random.seed(5)

    made(name, count=10, noise=0.2, seed=1)

    assert np.random.random(3).tolist() == expected


# --- what each of them is --------------------------------------------------------------------------------------------


@given(count=counts, seed=seeds)
def test_without_noise_the_disc_is_inside_and_the_ring_outside_of_an_empty_ring(count, seed):
    table = made("circle", count=count, seed=seed)

    distance = np.hypot(*table.inputs.T)
    ones = table.targets[:, 0] == 1
    # Three decimals move a point by at most √2 · 0.0005.
    assert distance[ones].max() < 2.5 + 0.001
    assert distance[~ones].min() > 3.5 - 0.001
    assert distance.max() < 5 + 0.001


@given(count=counts, seed=seeds)
def test_without_noise_exclusive_or_is_1_where_both_inputs_have_the_same_sign(count, seed):
    table = made("exclusive_or", count=count, seed=seed)

    assert (table.inputs.prod(axis=1) > 0).tolist() == (table.targets[:, 0] == 1).tolist()
    assert np.abs(table.inputs).min() >= 0.3 - 1e-9
    assert np.abs(table.inputs).max() <= 5.3 + 1e-9


@pytest.mark.parametrize(
    ("name", "pattern"), [("circle", lambda x, y: math.hypot(x, y) < 2.5), ("exclusive_or", lambda x, y: x * y > 0)]
)
def test_noise_puts_some_rows_into_the_other_class_and_the_more_the_noisier(name, pattern):
    wrong = []
    for noise in (0.0, 0.1, 0.5):
        table = made(name, count=1000, noise=noise, seed=1)
        wrong.append(
            sum(pattern(*row) != bool(target) for row, (target,) in zip(table.inputs, table.targets, strict=True))
        )

    assert wrong[0] == 0
    assert 0 < wrong[1] < wrong[2] < 500


@pytest.mark.parametrize(("noise", "variance"), [(0.0, 0.5), (0.25, 2.25), (0.5, 4.0)])
def test_the_clouds_have_their_centres_and_the_variance_of_their_noise(noise, variance):
    table = made("gaussians", count=10_000, noise=noise, seed=2)

    for target, centre in ((1, 2.0), (0, -2.0)):
        cloud = table.inputs[table.targets[:, 0] == target]
        # 5,000 draws: four standard errors of a mean of variance 4, and of a variance, are 0.113 and 0.32.
        assert cloud.mean(axis=0).tolist() == pytest.approx([centre] * 2, abs=0.115)
        assert cloud.var(axis=0).tolist() == pytest.approx([variance] * 2, rel=0.08)


def test_the_arms_of_the_spiral_are_as_worked_out_by_hand():
    table = made("spiral", count=14)

    # i = 2 of 7: r = 5 · 2/7 = 1.428571, t = 1.75 · 2π · 2/7 = π: (r sin t, r cos t) = (0, −1.429); opposite (0, 1.429)
    assert table.inputs[2].tolist() == [0.0, -1.429]
    assert table.inputs[3].tolist() == [0.0, 1.429]
    # i = 7: r = 5, t = 3.5π
    assert table.inputs[12:].tolist() == [[-5.0, 0.0], [5.0, 0.0]]


@given(count=counts, seed=seeds)
def test_the_noise_of_the_spiral_moves_a_row_by_no_more_than_itself(count, seed):
    moved = made("spiral", count=count, noise=0.25, seed=seed).inputs - made("spiral", count=count, seed=seed).inputs

    assert np.abs(moved).max() <= 0.25 + 0.001 + 1e-9


@given(count=counts, seed=seeds)
def test_without_noise_the_moons_are_half_circles(count, seed):
    table = made("moons", count=count, seed=seed)
    upper, lower = table.inputs[1::2], table.inputs[::2]

    assert np.hypot(*upper.T) == pytest.approx(1.0, abs=0.001)
    assert upper[:, 1].min() >= 0
    assert np.hypot(lower[:, 0] - 1, lower[:, 1] - 0.5) == pytest.approx(1.0, abs=0.001)
    assert lower[:, 1].max() <= 0.5


@given(count=counts, seed=seeds)
def test_without_noise_the_plane_is_a_tenth_of_the_sum(count, seed):
    table = made("plane", count=count, seed=seed)

    assert table.targets[:, 0] == pytest.approx(table.inputs.sum(axis=1) / 10, abs=1e-9)
    assert np.abs(table.inputs).max() <= 6


def test_the_noise_of_the_plane_is_that_of_its_inputs():
    table = made("plane", count=10_000, noise=0.5, seed=0)

    # Both inputs are moved by up to 6 · 0.5 = 3, which changes a tenth of their sum by up to 0.6.
    off = np.abs(table.targets[:, 0] - table.inputs.sum(axis=1) / 10)
    assert 0.55 < off.max() <= 0.6 + 1e-4


def test_the_hills_are_as_worked_out_by_hand():
    table = made("several_gaussians", count=5000, seed=4)

    centres = {(-4, 2.5): 1, (0, 2.5): -1, (4, 2.5): 1, (-4, -2.5): -1, (0, -2.5): 1, (4, -2.5): -1}
    for (x, y), (target,) in zip(table.inputs, table.targets, strict=True):
        # At distance d < 2 from a centre, its height times 1 − d/2; no two centres are nearer than 4 to each other.
        heights = [
            h * (1 - math.dist((x, y), centre) / 2) for centre, h in centres.items() if math.dist((x, y), centre) < 2
        ]
        assert target == pytest.approx(heights[0] if heights else 0.0, abs=1e-4)


@pytest.mark.parametrize("waves", [1, 2, 5])
def test_without_noise_the_sine_is_a_sine_from_left_to_right(waves):
    table = made("sine", count=200, waves=waves, seed=1)

    x = table.inputs[:, 0]
    assert table.targets[:, 0] == pytest.approx(np.sin(waves * x), abs=1e-4)
    assert (np.diff(x) >= 0).all()
    assert np.abs(x).max() <= math.pi + 0.001


@pytest.mark.parametrize(
    ("gate", "targets"),
    [
        ("and", [0, 0, 0, 1]),
        ("or", [0, 1, 1, 1]),
        ("nand", [1, 1, 1, 0]),
        ("nor", [1, 0, 0, 0]),
        ("xor", [0, 1, 1, 0]),
        ("xnor", [1, 0, 0, 1]),
        ("majority", [0, 0, 0, 1]),
    ],
)
def test_a_gate_of_two_inputs_has_its_truth_table(gate, targets):
    table = made("logic_gate", gate=gate)

    assert table.inputs.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert table.targets[:, 0].tolist() == targets


@pytest.mark.parametrize(
    ("gate", "targets"),
    [
        ("and", [0, 0, 0, 0, 0, 0, 0, 1]),
        ("nor", [1, 0, 0, 0, 0, 0, 0, 0]),
        ("xor", [0, 1, 1, 0, 1, 0, 0, 1]),
        ("majority", [0, 0, 0, 1, 0, 1, 1, 1]),
    ],
)
def test_a_gate_of_three_inputs_counts_up_in_binary(gate, targets):
    table = made("logic_gate", gate=gate, inputs=3)

    assert [int("".join(f"{bit:.0f}" for bit in row), 2) for row in table.inputs] == list(range(8))
    assert table.targets[:, 0].tolist() == targets


@pytest.mark.parametrize("inputs", range(2, 11))
def test_parity_turns_over_with_every_single_input(inputs):
    table = made("parity", inputs=inputs)

    targets = {tuple(row): target for row, (target,) in zip(table.inputs, table.targets, strict=True)}
    assert len(targets) == 2**inputs
    assert targets[(0.0,) * inputs] == 0
    for row, target in targets.items():
        for place in range(inputs):
            other = (*row[:place], 1 - row[place], *row[place + 1 :])
            assert targets[other] == 1 - target


# --- above or below a formula ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "inputs", "meant"),
    [
        ("2·sin(x1)", 2, "x2 > 2 · sin(x1)"),
        ("x1 · x2", 2, "x1 · x2 > 0"),
        ("x1^2 + x2^2 <= 9", 2, "x1² + x2² ≤ 9"),
        ("1", 1, "x1 > 1"),
        ("x1", 1, "x1 > 0"),
        ("x1 + x2", 3, "x3 > x1 + x2"),
    ],
)
def test_what_is_meant_by_a_formula_is_told_as_a_comparison(text, inputs, meant):
    assert boundary(text, inputs).text == meant


@settings(max_examples=30)
@given(
    text=st.sampled_from(["2·sin(x1)", "x1·x2", "x1² + x2² < 9", "abs(x1) > x2", "1/x1", "ln(x1)", "sqrt(x1) − 1"]),
    count=counts,
    seed=seeds,
)
def test_without_noise_the_classes_obey_the_formula(text, count, seed):
    table = made("formula_boundary", formula=text, count=count, seed=seed)

    holds = boundary(text, 2).values(table.inputs, table.input_names)
    assert holds.tolist() == table.targets[:, 0].tolist()
    assert np.abs(table.inputs).max() <= 5


def test_points_without_a_value_are_drawn_again():
    table = made("formula_boundary", formula="ln(x1) + sqrt(x1 − 1)", count=200)

    assert table.inputs[:, 0].min() >= 1


@pytest.mark.parametrize("text", ["x1 > 100", "x1 < 100", "x1² + x2² < 0"])
def test_a_class_that_hardly_ever_comes_is_told_in_a_sentence(text):
    with pytest.raises(
        SettingError, match=r"^Class [01] hardly ever comes: of 100,000 rows that were drawn, 0 are of it"
    ):
        made("formula_boundary", formula=text, count=10)


@pytest.mark.parametrize("text", ["ln(−1 − x1²)", "x1 / 0"])
def test_a_formula_without_any_value_is_told_as_that(text):
    with pytest.raises(SettingError, match=r"^The formula has no value in any of 100,000 rows that were drawn"):
        made("formula_boundary", formula=text, count=10)


def test_a_formula_that_cannot_be_read_says_where():
    with pytest.raises(FormulaError, match=r'^After "x1 \+" a number or a column is missing\.$'):
        made("formula_boundary", formula="x1 +")


def test_a_formula_of_inputs_that_are_not_there_is_refused():
    with pytest.raises(FormulaError, match=r'^"x3" is neither a column nor a function'):
        made("formula_boundary", formula="x3", inputs=2)


# --- values outside their limits -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"count": 1}, "count must be a whole number from 2 to 10,000. Got 1 instead."),
        ({"count": 10_001}, "count must be a whole number from 2 to 10,000. Got 10001 instead."),
        ({"count": 2.5}, "count must be a whole number from 2 to 10,000. Got 2.5 instead."),
        ({"noise": 0.6}, "noise must be a number from 0 to 0.5. Got 0.6 instead."),
        ({"noise": -0.1}, "noise must be a number from 0 to 0.5. Got -0.1 instead."),
        ({"noise": math.nan}, "noise must be a number from 0 to 0.5. Got nan instead."),
        ({"noise": "much"}, 'noise must be a number from 0 to 0.5. Got "much" instead.'),
        ({"seed": -1}, "seed must be a whole number from 0 to 4,294,967,295. Got -1 instead."),
    ],
)
def test_a_value_outside_its_limits_is_refused(values, sentence):
    with pytest.raises(SettingError) as refused:
        made("circle", **values)

    assert str(refused.value) == sentence


def test_a_parameter_or_gate_that_is_not_there_is_refused_with_the_nearest():
    with pytest.raises(UnknownNameError, match='Did you mean "noise"'):
        made("circle", nois=0.1)
    with pytest.raises(UnknownNameError, match='Did you mean "nand"'):
        made("logic_gate", gate="nannd")


@pytest.mark.parametrize("inputs", [1, 11])
def test_a_truth_table_has_two_to_ten_inputs(inputs):
    with pytest.raises(SettingError, match="inputs must be a whole number from 2 to 10"):
        made("parity", inputs=inputs)


# --- recipes ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", GENERATORS)
def test_a_recipe_gives_the_table_it_was_written_for(name):
    recipe = Recipe.of(name, **({"count": 12, "seed": 9} if name in DRAWN else {}))

    again = Recipe.from_dict(recipe.to_dict())

    assert again == recipe
    assert bits(again.table()) == bits(recipe.table())


def test_a_recipe_says_every_value_so_that_a_later_default_changes_nothing():
    assert Recipe.of("parity").to_dict() == {"generator": "parity", "inputs": 4}


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (None, 'generated must be a dict with a "generator". Got None instead.'),
        ({1: 2}, 'generated must be a dict with a "generator". Got {1: 2} instead.'),
        ({}, 'generated must be a dict with a "generator". Got {} instead.'),
        ({"generator": "cirlce"}, 'generated: "cirlce" is not a known generator. Did you mean "circle"? Known are: '),
        ({"generator": ["circle"]}, "generated: \"['circle']\" is not a known generator."),
        ({"generator": "circle", "radius": 3}, 'generated: "radius" is not a known setting of Circle.'),
        ({"generator": "circle", "name": 3}, 'generated: "name" is not a known setting of Circle.'),
        ({"generator": "circle", "self": 3}, 'generated: "self" is not a known setting of Circle.'),
        ({"generator": "circle", "noise": "x" * 9999}, "generated.noise must be a number from 0 to 0.5. Got "),
        ({"generator": "circle", "count": 10**400}, "generated.count must be a whole number from 2 to 10,000. Got "),
    ],
)
def test_a_hostile_recipe_is_refused_in_one_sentence(record, sentence):
    with pytest.raises(FormatError) as refused:
        Recipe.from_dict(record)

    assert str(refused.value).startswith(sentence)
    assert len(str(refused.value)) < 400


def test_the_formula_of_a_recipe_is_kept_as_it_was_typed():
    recipe = Recipe.of("formula_boundary", formula=" x1*x1 ", count=10)

    assert recipe.to_dict()["formula"] == " x1*x1 "
    assert Formula.parse(recipe.to_dict()["formula"], ["x1"]).text == "x1 · x1"
