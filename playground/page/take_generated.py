"""Put a generated table on the page, in place of the training table."""

from __future__ import annotations

from nncore.data.dataset import Dataset
from nncore.errors import TableError
from nncore.generators.recipe import Recipe
from playground.page.page_state import PageState
from playground.settings.following_settings import settings_for_targets
from playground.tables.encoding import plain_columns
from playground.tables.shown_rows import SHOWN_ROWS
from playground.tables.table_dataset import IgnoredCells
from playground.tables.written_table import written_tables


def generated_dataset(recipe: Recipe) -> Dataset:
    """Return the table of a recipe, if the page takes it.

    Raises
    ------
    TableError
        If it has more rows than the page shows.
    SettingError, FormulaError
        If no table can be made of the values.

    Examples
    --------
    >>> generated_dataset(Recipe.of("moons", count=9000))
    Traceback (most recent call last):
    nncore.errors.TableError: The table would have 9,000 rows. The page shows up to 2,000: choose fewer.
    """
    dataset = recipe.table().dataset()
    if dataset.samples > SHOWN_ROWS:
        raise TableError(
            f"The table would have {dataset.samples:,} rows. The page shows up to {SHOWN_ROWS:,}: choose fewer."
        )
    return dataset


def take_generated(state: PageState, recipe: Recipe) -> None:
    """Have the table of a recipe in place of all that stands in the tables; the output layer follows its targets.

    Test rows and derived inputs go: they are of another pattern, even where the columns have the same names.

    Raises
    ------
    NeuralNetworkError
        As `generated_dataset`; what is there stays.
    """
    dataset = generated_dataset(recipe)
    here = state.open
    columns = plain_columns(dataset)
    tables = written_tables(columns, dataset, IgnoredCells(), dataset.inputs[0].tolist())
    changed = settings_for_targets(here.run.experiment.dataset, dataset, here.values)
    with state.lock:
        for name, frame in tables.items():
            here.tables[name].put(frame)
        here.columns, here.derived, here.grid_paste = columns, (), None
        here.generated = recipe
        if changed:
            here.values.update(changed)
            state.settings_key = state.new_key()
        state.page_is_old = True
