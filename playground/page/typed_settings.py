"""What stood in the fields of the settings when a page was left: it is typed again when that is opened anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from nncore.errors import NeuralNetworkError
from playground.settings.setting_kinds import Number, WholeNumber
from playground.settings.settings import BY_NAME

if TYPE_CHECKING:
    from playground.page.open_document import OpenDocument


def type_again(here: OpenDocument, texts: Mapping[str, str]) -> None:
    """Have what says something else than is in force stand in its field, taken or refused as if it was typed there.

    Parameters
    ----------
    here : OpenDocument
        Changed in place.
    texts : mapping of str to str
        By the name of a setting; what is none is passed over.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> from playground.page.page_state import PageState
    >>> here = PageState(gallery()[0]).open
    >>> type_again(here, {"learning_rate": "fast", "epochs": "15,000.0", "seed": "7", "optimizer": "x"})
    >>> here.typed_settings, list(here.refused)
    ({'learning_rate': 'fast', 'seed': '7'}, ['learning_rate'])
    """
    for name, text in texts.items():
        setting = BY_NAME.get(name)
        if not isinstance(setting, Number | WholeNumber):
            continue
        try:
            if setting.read(text) == here.values[name]:
                continue
        except NeuralNetworkError as error:
            here.refused[name] = str(error)
        here.typed_settings[name] = text
