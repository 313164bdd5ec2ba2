"""How many students an exercise is for is typed as every number of the page is."""

import pytest

DOWNLOADS = ("Worksheets to print", "Key to the worksheets", "Questions for Moodle (GIFT)")


def may_be_pressed(page) -> list[bool]:
    proto = {part.proto.label: not part.proto.disabled for part in page.client.get("download_button")}
    return [proto[name] for name in DOWNLOADS]


@pytest.mark.parametrize("text", ["12", " 3 ", "1,0", "2e1"])
def test_a_whole_number_of_students_is_taken(page, text):
    page.set_number("Students", text)

    assert may_be_pressed(page) == [True] * 3
    assert not any("Students" in sentence for sentence in page.problems)


@pytest.mark.parametrize("text", ["2,5", "0", "-3", "99999", "many", ""])
def test_what_is_no_number_of_students_is_said_and_makes_no_sheets(page, text):
    page.set_number("Students", text)

    assert may_be_pressed(page) == [False] * 3
    assert [sentence for sentence in page.problems if sentence.startswith("Students must be a")] != []
