import nncore
from nncore.diagnosis.museum import XOR
from nncore.table_checks.mends import without_test_rows

from ..diagnosis.failed_experiments import experiment


def test_validation_rows_stay_the_same_rows_where_test_rows_before_them_go():
    dataset = nncore.Dataset(
        XOR.inputs,
        XOR.targets,
        test_inputs=[[0, 1], [1, 0], [1, 1]],
        test_targets=[[1], [1], [0]],
        validation_rows=(0, 2),
    )

    mended = without_test_rows(experiment(dataset), [1]).dataset

    assert mended.test_inputs.tolist() == [[0, 1], [1, 1]]
    assert mended.test_targets.tolist() == [[1], [0]]
    assert mended.validation_rows == (0, 1)


def test_without_its_last_test_row_a_table_has_no_test_table():
    dataset = nncore.Dataset(XOR.inputs, XOR.targets, test_inputs=[[0, 1]], test_targets=[[1]])

    mended = without_test_rows(experiment(dataset), [0]).dataset

    assert mended.test_inputs is None
    assert mended.test_targets is None
