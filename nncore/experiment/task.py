"""Hold what is learnt and by what: a table, and the architecture of the network that is to learn it."""

from __future__ import annotations

from dataclasses import dataclass

from nncore.data.dataset import Dataset
from nncore.errors import SettingError
from nncore.network.architecture import Architecture
from nncore.quoting import quoted


@dataclass(frozen=True)
class Task:
    """A table and an architecture that fit each other.

    Parameters
    ----------
    dataset : Dataset
        Training rows, test rows and column names, in the table's own units.
    architecture : Architecture
        As many inputs and outputs as the dataset has columns, the derived ones included.

    Raises
    ------
    SettingError
        If they are something else, or do not fit each other.

    Examples
    --------
    >>> Task(Dataset([[0.0], [1.0]], [[1.0], [3.0]]), Architecture((2, 1), ("linear",)))
    Traceback (most recent call last):
    nncore.errors.SettingError: The table has 1 input columns but the network has 2 inputs. Both must be the same.
    """

    dataset: Dataset
    architecture: Architecture

    def __post_init__(self) -> None:
        if not isinstance(self.dataset, Dataset):
            raise SettingError(f"dataset must be a Dataset. Got {quoted(self.dataset)} instead.")
        if not isinstance(self.architecture, Architecture):
            raise SettingError(f"architecture must be an Architecture. Got {quoted(self.architecture)} instead.")
        for kind, columns, units in (
            ("input", self.dataset.all_input_count, self.architecture.input_count),
            ("target", self.dataset.target_count, self.architecture.output_count),
        ):
            if columns != units:
                raise SettingError(
                    f"The table has {columns} {kind} columns but the network has {units} "
                    f"{'inputs' if kind == 'input' else 'outputs'}. Both must be the same."
                )
