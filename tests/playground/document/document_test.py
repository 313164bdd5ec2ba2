"""A document says all that can be on the page, comes back from its dict exactly, and refuses whatever is none."""

import copy
import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import nncore
from nncore.errors import NeuralNetworkError
from playground.document import Document, DocumentError
from playground.document.chart_choices import ChartChoices, ChartNote
from playground.document.lesson_place import LessonPlace
from playground.gallery import gallery

ARTICLE_1, ARTICLE_2 = nncore.articles.single_neuron(), nncore.articles.hidden_layer()
CHANGED = replace(
    ARTICLE_2,
    interventions=(
        nncore.Intervention(3, "parameter", (0, 0.1 + 0.2)),
        nncore.Intervention(3, "frozen", (1, True)),
        nncore.Intervention(40, "learning_rate", 0.1),
        nncore.Intervention(50, "optimizer", nncore.Adam(0.05)),
        nncore.Intervention(60, "penalty", nncore.L2(0.01)),
    ),
)
FULL = Document(
    CHANGED,
    title="A “branch”",
    note="Set by hand at epoch 3.",
    situation=(0.1, -2.5e-7, 1e300),
    charts=ChartChoices("accuracy", "log", "linear"),
    chart_note=ChartNote("accuracy", "Only here."),
    threshold=0.1 + 0.2,
    chosen_row=3,
    chosen_neuron=(1, 2),
    worked_parameter=0,
    surface_parameters=(2, 0),
    panel="truth",
    show_code=True,
    hide_future=False,
    play_head=41,
    lesson=LessonPlace("why-a-bias", 3),
    began_as="Article 2: a hidden layer",
    shorter_before=(3, 1),
)


@pytest.mark.parametrize("document", [Document(ARTICLE_1), FULL, *gallery()], ids=lambda document: document.title)
def test_a_document_comes_back_from_its_dict_through_json_to_the_last_bit(document):
    again = Document.from_dict(json.loads(json.dumps(document.to_dict(), allow_nan=False)))

    assert again == document
    assert json.dumps(again.to_dict()) == json.dumps(document.to_dict())
    assert hash(again) == hash(document)


def test_only_version_and_experiment_are_needed():
    assert Document.from_dict({"version": 1, "experiment": ARTICLE_1.to_dict()}) == Document(ARTICLE_1)


def test_columns_have_the_names_and_roles_of_the_dataset():
    dataset = nncore.Dataset([[0.0, 1.0]], [[1.0]], input_names=("age", "height"), target_names=("weight",))
    experiment = replace(ARTICLE_1, dataset=dataset, architecture=nncore.Architecture((2, 1), ("sigmoid",)))

    columns = Document(experiment).columns
    assert [(column.name, column.role) for column in columns] == [
        ("age", "input"),
        ("height", "input"),
        ("weight", "target"),
    ]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"version": 4}, "version must be 1, 2 or 3"),
        ({"version": True}, "version must be 1"),
        ({"version": "1"}, "version must be 1"),
        ({"experiment": None}, "experiment"),
        ({"experiment": {}}, "version is missing"),
        ({"titel": "x"}, '"titel" is not a known field'),
        ({"title": 3}, "title must be a text"),
        ({"title": "x" * 201}, "title must be a text of at most 200 characters"),
        ({"note": None}, "note must be a text"),
        ({"situation": [1.0]}, "situation must have one number for each of the 3 inputs"),
        ({"situation": [1.0, float("nan"), 0.0]}, "must be a finite number"),
        ({"situation": [True, 0.0, 0.0]}, "must be a finite number"),
        ({"situation": {"0": 1.0}}, "situation must be a row of numbers"),
        ({"charts": {"measure": "beauty"}}, '"beauty" is not a known measure'),
        ({"charts": {"value_scale": ["log"]}}, "is not a known value_scale"),
        ({"charts": {"size": 3}}, 'charts: "size" is not a known field'),
        ({"charts": None}, "charts must be a dict"),
        ({"chart_note": {"measure": "loss"}}, "chart_note.sentence is missing"),
        ({"chart_note": {"measure": "loss", "sentence": 4}}, "sentence must be a text"),
        ({"threshold": 1.5}, "threshold must be a number from 0 to 1"),
        ({"threshold": True}, "threshold must be a finite number"),
        ({"threshold": 10**400}, "threshold must be a finite number"),
        ({"chosen_row": -1}, "chosen_row must be a whole number from 0"),
        ({"chosen_row": 99}, "chosen_row must be a whole number from 0"),
        ({"chosen_row": 1.0}, "chosen_row must be a whole number from 0"),
        ({"chosen_neuron": [1]}, "chosen_neuron must be a layer and a place in it"),
        ({"surface_parameters": [1, 1]}, "surface_parameters must be two different places"),
        ({"surface_parameters": [0, 99]}, "A parameter of surface_parameters"),
        ({"panel": "why"}, '"why" is not a known panel'),
        ({"show_code": 1}, "show_code must be True or False"),
        ({"chosen_neuron": [7, 0]}, "The layer of chosen_neuron"),
        ({"chosen_neuron": [1, 3]}, "The place of chosen_neuron"),
        ({"play_head": 201}, "play_head must be a whole number from 0 to 200"),
        ({"play_head": "end"}, "play_head must be a whole number"),
    ],
)
def test_whatever_is_wrong_is_refused_in_one_line_that_names_it(change, words):
    with pytest.raises(DocumentError) as refusal:
        Document.from_dict({**FULL.to_dict(), **change})

    assert words in str(refusal.value)
    assert str(refusal.value).isprintable()
    assert len(str(refusal.value)) <= 500


def test_a_threshold_lies_between_the_targets_of_the_two_classes():
    experiment = nncore.Experiment(
        nncore.Dataset([[0.0], [1.0]], [[-1.0], [1.0]]),
        nncore.Architecture((1, 1), ("tanh",)),
        loss="half_squared_error",
        optimizer=nncore.SGD(0.1),
        epochs=5,
    )

    assert Document(experiment, threshold=-0.5).threshold == -0.5
    with pytest.raises(DocumentError, match="threshold must be a number from −1 to 1"):
        Document(experiment, threshold=-1.5)


def test_an_input_and_a_target_of_one_name_are_refused_because_no_table_can_show_both():
    dataset = nncore.Dataset([[0.0]], [[1.0]], input_names=("x",), target_names=("x",))
    experiment = replace(ARTICLE_1, dataset=dataset, architecture=nncore.Architecture((1, 1), ("sigmoid",)))

    with pytest.raises(DocumentError, match='Both are called "x"'):
        Document(experiment)


@pytest.mark.parametrize("given", [None, 3, "{}", [], [("version", 1)], {}, {3: 4}, {None: None}, {"version": 1}])
def test_what_is_no_dict_of_a_document_is_refused(given):
    with pytest.raises(DocumentError):
        Document.from_dict(given)


def test_a_refusal_is_an_error_of_this_project_and_one_line_even_of_forged_texts():
    with pytest.raises(NeuralNetworkError) as refusal:
        Document.from_dict({**FULL.to_dict(), "a\nb\u202e": 1})

    assert str(refusal.value).isprintable()


junk = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.sampled_from([10**400, -(10**400), 2**63, float("inf"), float("nan"), -0.0, 1e308, 5e-324])
    | st.floats()
    | st.text(max_size=8)
    | st.binary(max_size=3)
    | st.just(3 + 4j),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5) | st.integers() | st.none(), inner, max_size=3)
        | st.tuples(inner, inner)
        | st.sets(st.integers(), max_size=2)
    ),
    max_leaves=6,
)


def places(record, path=()):
    """Give the path of everything in a record."""
    yield path
    if isinstance(record, dict):
        for name, value in record.items():
            yield from places(value, (*path, name))
    elif isinstance(record, list):
        for place, value in enumerate(record):
            yield from places(value, (*path, place))


def with_changed(record, path, change):
    """Return a record in which one thing is replaced, dropped or given a neighbour."""
    how, value = change
    if not path:
        return value
    changed = copy.deepcopy(record)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    if how == "drop":
        del inner[path[-1]]
    elif how == "add" and isinstance(inner, dict):
        inner[str(type(value))] = value
    elif how == "add":
        inner.append(value)
    else:
        inner[path[-1]] = value
    return changed


RECORDS = [FULL.to_dict(), gallery()[4].to_dict()]
changes = st.tuples(st.sampled_from(["replace", "replace", "drop", "add"]), junk)


@pytest.mark.parametrize("number", [10**400, -(10**400), 10**5000], ids=["10**400", "-10**400", "10**5000"])
def test_a_number_beyond_the_largest_float_is_refused_in_one_line_wherever_it_stands(number):
    # As many samples in a batch as one likes: they are all of them.
    for path in set(places(RECORDS[0])) - {("experiment", "batch_size")}:
        with pytest.raises(DocumentError) as refusal:
            Document.from_dict(with_changed(RECORDS[0], path, ("replace", number)))
        assert str(refusal.value).isprintable(), path
        assert len(str(refusal.value)) < 300, path


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(record=st.sampled_from(RECORDS), data=st.data())
def test_a_forged_record_is_a_document_or_is_refused_and_never_anything_else(record, data):
    for _ in range(data.draw(st.integers(1, 2))):
        path = data.draw(st.sampled_from(list(places(record))))
        record = with_changed(record, path, data.draw(changes))
        if not isinstance(record, dict):
            break
    refusal, document = "", None
    try:
        document = Document.from_dict(record)
    except DocumentError as error:
        refusal = str(error)
    if document is None:
        assert refusal
        assert refusal.isprintable()
    else:
        assert Document.from_dict(document.to_dict()) == document


@given(junk)
@example({"version": 1, "experiment": {"version": 1}})
def test_junk_is_refused(given):
    with pytest.raises(DocumentError):
        Document.from_dict(given)
