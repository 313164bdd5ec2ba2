from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nncore
from nncore.errors import SettingError, TableError, UnknownNameError
from nncore.scaling_laboratory import WAYS, ScalingLaboratory, run_laboratory

ARTICLE = nncore.articles.hidden_layer()
THE_ROW = 2
"""(0, 1, 10): the only row whose third input lies outside the training rows' 0..1."""


@pytest.fixture(scope="module")
def laboratory():
    return run_laboratory(ARTICLE, range(200))


def counted(confusion):
    return confusion.true_positives, confusion.true_negatives, confusion.false_positives, confusion.false_negatives


# --- the second article ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("way", "seeds"), [("own", 200), ("train", 14), ("clipped", 200)])
def test_so_many_of_200_seeds_give_the_counts_that_the_article_prints(laboratory, way, seeds):
    results = laboratory.results[way]

    assert results.seeds_giving(tp=2, tn=4, fp=0, fn=0) == seeds
    assert results.seeds_all_right == seeds


def test_every_failure_is_the_one_row_that_lies_outside(laboratory):
    failures = laboratory.results["train"].failures_by_row

    assert laboratory.experiment.dataset.test_inputs[THE_ROW].tolist() == [0.0, 1.0, 10.0]
    assert failures == (0, 0, 186, 0, 0, 0)
    # It is of class 0 and taken for class 1.
    assert laboratory.results["train"].seeds_giving(tp=2, tn=3, fp=1, fn=0) == 186


def test_the_row_s_scaled_values_tell_why(laboratory):
    # The third input spans 0..10 in the test rows and 0..1 in the training rows.
    scaled = {name: results.scaled[THE_ROW].tolist() for name, results in laboratory.results.items()}

    assert scaled == {
        "own": [0.0, 1.0, 1.0],
        "train": [0.0, 1.0, 10.0],
        "clipped": [0.0, 1.0, 1.0],
        "unscaled": [0.0, 1.0, 10.0],
    }


def test_the_trained_weights_are_the_same_whichever_way_the_test_rows_are_scaled(laboratory):
    other = run_laboratory(nncore.articles.hidden_layer(scaling="train"), range(200))

    assert other.population.parameters.tobytes() == laboratory.population.parameters.tobytes()
    for way in WAYS:
        assert other.results[way].outputs.tobytes() == laboratory.results[way].outputs.tobytes()


@pytest.mark.parametrize("way", ["own", "train"])
def test_counts_equal_the_same_seeds_run_one_by_one(laboratory, way):
    experiment = nncore.articles.hidden_layer(scaling=way)
    _, _, test_inputs, test_targets = experiment.scaled()

    for seed in range(0, 200, 5):
        network = experiment.run(seed=seed).network
        alone = nncore.confusion(test_targets, network.predict(test_inputs))
        assert counted(laboratory.results[way].counts[seed]) == counted(alone)
        assert laboratory.population.parameters[seed].tobytes() == network.parameters.tobytes()


def test_the_output_leaves_what_was_learnt_as_the_third_input_goes_from_0_to_10(laboratory):
    response = laboratory.along([0, 1, 10], 2, np.linspace(0, 10, 101))

    assert response.scaled.tolist() == response.values.tolist()  # the training rows span 0..1 there
    assert (response.trained_from, response.trained_to) == (0.0, 1.0)
    assert response.extrapolated.sum() == 90  # 1.1, 1.2, … 10
    outputs = response.outputs[:, :, 0]
    # All networks agree as far as they were trained, and at the end all but 14 have changed sides.
    assert (outputs[:, ~response.extrapolated] < 0.5).all()
    assert (outputs[:, -1] > 0.5).sum() == 186
    np.testing.assert_allclose(outputs[:, -1], laboratory.results["train"].outputs[:, THE_ROW, 0], rtol=1e-12)


def test_the_single_prediction_is_another_question_when_it_is_put_in_unscaled(laboratory):
    asked = [nncore.articles.HIDDEN_LAYER_SINGLE_PREDICTION]

    unscaled, answers = laboratory.asked(asked, "unscaled")
    scaled, meant = laboratory.asked(asked, "train")

    assert unscaled.tolist() == [[1.0, 1.0, 0.0]]
    assert scaled.tolist() == [[0.1, 1.0, 0.0]]
    assert 0.80 < answers.min() < answers.max() < 0.93
    assert 0.009 < meant.min() < meant.max() < 0.051


# --- any table and any scaler ----------------------------------------------------------------------------------------


def own_table(targets, *, scaling="standard", activation="sigmoid", loss="half_squared_error", **more):
    random = np.random.RandomState(7)
    inputs, tests = random.uniform(-3, 3, (12, 2)), random.uniform(-9, 9, (8, 2))
    dataset = nncore.Dataset(
        inputs, targets(inputs), test_inputs=tests, test_targets=targets(tests), input_names=["a", "b"], **more
    )
    wide = dataset.all_input_count
    architecture = nncore.Architecture((wide, 3, dataset.target_count), ("tanh", activation))
    return nncore.Experiment(
        dataset, architecture, loss, nncore.Adam(0.1), 60, input_scaling=scaling, seed=0, reduction="mean"
    )


def above(table):
    return (table[:, :1] > table[:, 1:]).astype(float)


@pytest.mark.parametrize("scaling", ["none", "min_max", "standard", "max_abs"])
@pytest.mark.parametrize("way", ["own", "train"])
def test_for_any_scaler_the_counts_are_those_of_the_experiment_that_scales_in_this_way(scaling, way):
    experiment = replace(own_table(above, scaling=scaling), test_scaling=way)

    results = run_laboratory(experiment, [3, 5]).results[way]

    np.testing.assert_array_equal(results.scaled, experiment.scaled()[2])
    for place, seed in enumerate((3, 5)):
        outputs = experiment.run(seed=seed).network.predict(results.scaled)
        assert counted(results.counts[place]) == counted(nncore.confusion(experiment.dataset.test_targets, outputs))


@settings(max_examples=25)
@given(scaling=st.sampled_from(["none", "min_max", "standard", "max_abs"]), seed=st.integers(0, 2**32 - 1))
def test_clipped_rows_lie_within_the_training_rows_and_the_others_stay(scaling, seed):
    results = run_laboratory(own_table(above, scaling=scaling), [seed]).results

    learnt = own_table(above, scaling=scaling).scaled()[0]
    train, clipped = results["train"].scaled, results["clipped"].scaled
    inside = (train >= learnt.min(axis=0)) & (train <= learnt.max(axis=0))
    assert ((clipped >= learnt.min(axis=0)) & (clipped <= learnt.max(axis=0))).all()
    assert (clipped == train)[inside].all()
    assert not inside.all()


def test_a_regression_is_measured_in_the_unit_of_its_targets():
    experiment = own_table(lambda table: 100 + 10 * table[:, :1], activation="linear")
    experiment = replace(experiment, target_scaling="min_max", test_scaling="train")

    results = run_laboratory(experiment, [4]).results["train"]

    expected = experiment.run(seed=4).predict(experiment.dataset.test_inputs)
    np.testing.assert_allclose(results.outputs[0], expected, rtol=1e-12)
    # By hand: the mean of |output − target| over the eight rows.
    by_hand = sum(abs(o - t) for o, t in zip(expected[:, 0], experiment.dataset.test_targets[:, 0], strict=True)) / 8
    assert results.mean_absolute_errors.item() == pytest.approx(by_hand, rel=1e-12)
    assert results.counts == (None,)
    assert results.failures_by_row == (0,) * 8
    assert results.seeds_giving(tp=2, tn=4, fp=0, fn=0) == 0


def test_several_classes_are_counted_as_right_and_wrong():
    def thirds(table):
        return np.eye(3)[np.digitize(table[:, 0], [-1.0, 1.0])]

    experiment = own_table(thirds, activation="softmax", loss="categorical_cross_entropy")

    results = run_laboratory(experiment, range(6)).results["train"]

    outputs, wanted = results.outputs, experiment.dataset.test_targets.argmax(axis=1)
    failed = outputs.argmax(axis=2) != wanted
    assert results.failures_by_row == tuple(failed.sum(axis=0))
    assert [counts.right for counts in results.counts] == [8 - wrong for wrong in failed.sum(axis=1)]


def test_derived_columns_are_computed_before_they_are_scaled():
    product = nncore.DerivedColumn.parse("a · b", ["a", "b"])
    experiment = own_table(above, derived=[product])
    laboratory = run_laboratory(experiment, [1, 2])

    response = laboratory.along([2.0, 5.0], 0, [2.0, 4.0])

    raw = np.array([[2.0, 5.0, 10.0], [4.0, 5.0, 20.0]])
    expected = experiment.run(seed=2).network.predict(experiment.input_scaler.transform(raw))
    np.testing.assert_allclose(response.outputs[1], expected, rtol=1e-12)
    assert laboratory.results["own"].scaled.shape == (8, 3)


def test_another_threshold_counts_otherwise():
    strict, lax = (run_laboratory(ARTICLE, range(20), threshold=threshold) for threshold in (0.01, 0.99))

    assert strict.results["own"].seeds_giving(tp=2, tn=4, fp=0, fn=0) == 0
    assert lax.results["own"].seeds_giving(tp=0, tn=4, fp=0, fn=2) == 20


# --- what is refused -------------------------------------------------------------------------------------------------


def test_without_test_rows_there_is_nothing_to_compare():
    with pytest.raises(
        SettingError, match=r"^Scaling is compared on the test rows, and there are none\. Add a test table\.$"
    ):
        run_laboratory(nncore.articles.single_neuron(), range(3))


@pytest.mark.parametrize(("seeds", "got"), [([], "0"), (range(1001), "1,001")])
def test_there_are_one_to_a_thousand_seeds(seeds, got):
    with pytest.raises(SettingError, match=rf"^The laboratory takes 1 to 1,000 seeds\. Got {got}\.$"):
        run_laboratory(ARTICLE, seeds)


def test_a_population_of_another_architecture_is_refused():
    population = nncore.articles.single_neuron().sweep(range(2))

    with pytest.raises(SettingError, match="another architecture"):
        ScalingLaboratory(ARTICLE, population)


def test_a_row_that_does_not_fit_or_a_way_that_is_not_there_is_refused(laboratory):
    with pytest.raises(TableError):
        laboratory.asked([[1.0, 2.0]], "train")
    with pytest.raises(UnknownNameError, match='Did you mean "train"'):
        laboratory.asked([[1.0, 2.0, 3.0]], "trian")
    with pytest.raises(SettingError, match="moving must be a whole number from 0 to 2"):
        laboratory.along([0, 1, 10], 3, [0, 1])
    with pytest.raises(TableError):
        laboratory.along([0, 1], 1, [0, 1])
