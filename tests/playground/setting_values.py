"""Values for the settings, drawn by hypothesis from what their declarations allow."""

from hypothesis import strategies as st

from playground.settings.settings import SETTINGS, Choice, Number, Switch, WholeNumber


def values_of(setting):
    """Return a strategy for the values that a setting allows."""
    if isinstance(setting, Choice):
        return st.sampled_from([value for value, _ in setting.choices])
    if isinstance(setting, Switch):
        return st.booleans()
    assert isinstance(setting, Number | WholeNumber)
    numbers = st.floats if isinstance(setting, Number) else st.integers
    inside = numbers(setting.minimum, setting.maximum)
    return inside if setting.empty is None else st.none() | inside


def all_values():
    """Return a strategy for one value for each setting."""
    return st.fixed_dictionaries({setting.name: values_of(setting) for setting in SETTINGS})
