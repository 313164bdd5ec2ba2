"""What a generator declares, and how the values for it are checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from nncore.errors import require_known
from nncore.generators.generated_table import GeneratedTable
from nncore.generators.parameters import Parameter, Value


@dataclass(frozen=True)
class Generator:
    """A kind of table that is computed.

    Attributes
    ----------
    name : str
        In code, files and links.
    label, sight : str
        What it is called on the screen, and what one sees, in a sentence.
    task : {"classes", "regression"}
        Whether its targets are the classes 0 and 1, or numbers.
    parameters : tuple of Parameter
        What may be chosen; the seed among them where something is drawn.
    make : function
        From a value for each parameter, by its name, to the table. The values are not checked again.

    Examples
    --------
    >>> from nncore.generators import GENERATORS
    >>> table = GENERATORS["logic_gate"].generate(gate="and")
    >>> table.inputs.tolist(), table.targets.ravel().tolist()
    ([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [0.0, 0.0, 0.0, 1.0])
    """

    name: str
    label: str
    sight: str
    task: Literal["classes", "regression"]
    parameters: tuple[Parameter, ...]
    make: Callable[..., GeneratedTable]

    @property
    def defaults(self) -> dict[str, Value]:
        """The value of each parameter unless another one is chosen."""
        return {parameter.name: parameter.default for parameter in self.parameters}

    def checked(self, /, **values: object) -> dict[str, Value]:
        """Return a value for each parameter: the one given, or its default.

        Raises
        ------
        SettingError, UnknownNameError
            If there is no such parameter, or a value is outside its limits.
        """
        names = [parameter.name for parameter in self.parameters]
        for name in values:
            require_known(f"setting of {self.label}", name, names)
        return {
            parameter.name: parameter.checked(values.get(parameter.name, parameter.default))
            for parameter in self.parameters
        }

    def generate(self, /, **values: object) -> GeneratedTable:
        """Return the table for these values, with the defaults for those left out.

        Raises
        ------
        SettingError, UnknownNameError
            As for `checked`.
        FormulaError
            If a value is a formula that cannot be read.

        Examples
        --------
        >>> from nncore.generators import GENERATORS
        >>> GENERATORS["circle"].generate(count=4, seed=1).inputs.tolist()
        [[0.927, -0.478], [-2.924, 3.526], [0.0, 0.0], [-3.941, 0.313]]
        """
        return self.make(**self.checked(**values))
