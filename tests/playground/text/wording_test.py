import pytest

from nncore.number_text import number_text
from playground.text.wording import decimals_for, lower_first, plain, shortened


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (1.0, "1"),
        (0.00123456, "0.00123"),
        (-0.5, "−0.5"),
        (0.000001, "0.000001"),
        (0.0000001, "10⁻⁷"),
        (2.5e-9, "2.5\xa0·\xa010⁻⁹"),
        (9.999, "10"),
        (1234567.0, "1,234,567"),
        (12345678.0, "1.23\xa0·\xa010⁷"),
        (1e200, "10²⁰⁰"),
    ],
)
def test_a_number_is_written_as_one_reads_it(value, text):
    assert number_text(value) == text


def test_small_weights_get_more_decimals():
    assert [decimals_for(largest) for largest in (0.0, 10.1, 0.5, 0.05, 0.004, float("inf"))] == [2, 2, 2, 3, 4, 2]


def test_a_name_is_neither_html_nor_a_template():
    assert plain("a<b> & %{y}") == "a&lt;b&gt; &amp; %&#123;y}"


def test_only_what_is_too_long_is_cut():
    assert shortened("12345", 5) == "12345"
    assert shortened("123456", 5) == "1234…"


def test_abbreviations_keep_their_capitals():
    assert [lower_first(label) for label in ("Loss", "MAE", "R²", "")] == ["loss", "MAE", "R²", ""]
