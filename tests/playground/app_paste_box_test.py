"""The box into which a table is pasted, without a browser: what it says, asks and takes."""

import pytest

from playground.document.file import file_of
from playground.gallery import gallery
from playground.views import controls

from .opened_page import OpenedPage

BOX = "Paste or upload a table"
MISSING_AGES = (
    "3\t22\t0\n1\t38\t1\n3\t26\t1\n1\t35\t1\n3\t\t0\n3\t54\t0\n2\t\t1\n3\t27\t1\n2\t14\t1\n1\t\t1\n3\t4\t1\n1\t58\t1"
)
SPECIES = "length\twidth\tspecies\n1.4\t0.2\tsetosa\n4.7\t1.4\tversicolor\n6.0\t2.5\tvirginica\n1.3\t0.3\tsetosa"


def paste(page, text):
    page.press(BOX)
    page.client.text_area[0].set_value(text)
    return page.step()


def take(page, label):
    """Press a button of the box; the player asks, as it does for whatever has not reached it."""
    next(button for button in page.client.button if button.label == label).click()
    OpenedPage.step(page)
    return page.request()


def radio(page, about):
    return next((radio for radio in page.client.radio if radio.key.startswith(f"answer_{about}_")), None)


def uploader(page):
    return next(field for field in page.client.file_uploader if field.key.startswith("uploaded_"))


def guesses(page):
    """Return what the box's fields say of the text."""
    fields = {field.label: field.value for field in page.client.selectbox}
    return [fields[label] for label in ("Between cells", "Before decimals", "Between thousands", "First line")]


def captions(page):
    return [caption.value.replace("\\", "") for caption in page.client.caption]


def test_from_the_test_table_the_box_opens_for_test_rows(page):
    page.press("Paste or upload test rows")
    page.client.text_area[0].set_value("input 1\tinput 2\tinput 3\ttarget\n0.5\t0\t1\t0\n1\t0.5\t0\t1")
    page.step()
    training = page.cells("training")

    take(page, "Replace the table")

    assert page.cells("test") == [["0.5", "0", "1", "0"], ["1", "0.5", "0", "1"]]
    assert page.cells("training") == training


def test_of_a_program_the_box_for_test_rows_takes_its_test_lists_until_another_table_is_chosen(page):
    page.press("Paste or upload test rows")
    page.client.text_area[0].set_value(
        "X_train = np.array([[0, 0, 1], [1, 1, 1], [1, 0, 1]])\ny_train = np.array([0, 1, 1])\n"
        "X_test = np.array([[5, 6, 7], [8, 9, 1]])\ny_test = np.array([1, 0])"
    )
    page.step()
    assert 'The lists "X_train" and "y_train" hold other rows and are left out.' in captions(page)
    table = next(radio for radio in page.client.radio if radio.label == "For the")

    table.set_value("training")
    page.step()
    page.step()

    assert any(caption.startswith('The lists "X_test" and "y_test" hold other rows') for caption in captions(page))
    next(radio for radio in page.client.radio if radio.label == "For the").set_value("test")
    page.step()
    take(page, "Replace the table")
    assert page.cells("test") == [["5", "6", "7", "1"], ["8", "9", "1", "0"]]


@pytest.mark.parametrize(
    ("label", "text", "targets"),
    [
        ("Replace the table", SPECIES, [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0]]),
        ("Append to the table", "1\t1\t0\t1\n", [[0], [1], [1], [0], [1]]),
    ],
)
def test_a_table_that_is_taken_is_learnt_before_the_page_is_drawn_which_is_drawn_once(
    page, monkeypatch, label, text, targets
):
    drawn, draw = [], controls.controls
    paste(page, text)
    monkeypatch.setattr(controls, "controls", lambda: drawn.append(True) or draw())

    page.press(label)

    # The test client draws the page around the box, too, until the button is pressed; a browser has the box drawn alone.
    assert len(drawn) == 2
    assert page.player.description["train"]["targets"] == targets
    assert not page.header["stale"]
    assert page.header["can_undo"]
    page.do("undo").step()
    assert not page.header["can_undo"]


def test_words_become_classes_that_are_learnt_and_all_is_taken_back_at_once(page):
    columns, cells = page.player.description["input_names"], page.cells("training")

    paste(page, SPECIES)

    assert "Tabs between cells, a dot before decimals, the first line holds names; 4 rows, 3 columns." in page.problems
    assert "length: numbers; width: numbers; species: 3 different words." in captions(page)
    assert page.cells("training") == cells

    take(page, "Replace the table")

    assert not page.header["stale"]
    assert page.cells("training")[1] == ["4.7", "1.4", "versicolor"]
    assert page.player.description["input_names"] == ["length", "width"]
    assert page.player.description["train"]["targets"] == [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0]]
    assert not page.client.text_area

    page.do("undo").step()

    assert page.cells("training") == cells
    assert page.player.description["input_names"] == columns


def test_a_last_column_of_more_words_than_there_are_classes_is_not_left_out_without_a_word(page):
    paste(page, "x\ty\tkind\n" + "\n".join(f"{row}\t{row % 5}\tkind {row}" for row in range(12)))

    assert (
        "Replacing makes of it: x (input), y (target), kind (ignored: more than 10 different words). Undo brings back "
        "what was there."
    ) in captions(page)


def test_rows_are_appended(page):
    before = page.cells("training")

    paste(page, "0,0,0,1\n1,1,0,1")
    take(page, "Append to the table")

    assert page.cells("training") == [*before, ["0", "0", "0", "1"], ["1", "1", "0", "1"]]
    assert len(page.player.description["train"]["inputs"]) == 6


def test_rows_of_other_columns_cannot_be_appended_and_it_is_said_why(page):
    paste(page, "1\t2\n3\t4")

    assert page.buttons["Append to the table"] is False
    assert captions(page)[-1] == (
        "It cannot be appended. The table has 4 columns, and what is pasted has 2. Paste the same columns, or replace the table."
    )


def test_what_can_be_read_in_two_ways_is_asked_before_it_is_taken(page):
    paste(page, "size\tfits\n1.050\t1\n950\t0")
    assert page.buttons["Replace the table"] is False

    radio(page, "decimal").set_value('"1.050" is 1050 (between thousands)')
    page.step()
    take(page, "Replace the table")

    assert page.cells("training") == [["1050", "1"], ["950", "0"]]


def test_one_answer_leads_to_the_next_question(page):
    paste(page, "2,104\n1,600\n2,400")
    radio(page, "separator").set_value('one column: "2,104" is one number')
    page.step()

    assert radio(page, "decimal") is not None
    assert page.buttons["Replace the table"] is False

    radio(page, "decimal").set_value('"1,600" is 1600 (between thousands)')
    page.step()

    assert page.buttons["Replace the table"] is True


def test_a_guess_is_changed_once_for_the_whole_table(page):
    paste(page, "1,5;2,25;1\n3,5;4,75;0")
    page.choose("Between cells", ",")

    assert any(sentence.startswith("Commas between cells") for sentence in page.problems)

    page.choose("Between cells", ";")
    assert "Semicolons between cells, a comma before decimals, no line of names; 2 rows, 3 columns." in page.problems

    page.choose("First line", True)
    assert (
        "Semicolons between cells, a comma before decimals, the first line holds names; 1 row, 3 columns."
        in page.problems
    )
    assert guesses(page) == [";", ",", "", True]


def test_what_is_answered_stands_in_the_guesses_and_in_their_sentence(page):
    paste(page, "size\tfits\n1.050\t1\n950\t0")
    assert guesses(page) == ["\t", ",", ".", True]

    radio(page, "decimal").set_value('"1.050" is 1.05 (before decimals)')
    page.step()

    assert guesses(page)[:2] == ["\t", "."]
    assert any(sentence.startswith("Tabs between cells, a dot before decimals") for sentence in page.problems)


def test_all_rows_with_gaps_are_named_and_nothing_is_taken_for_them(page):
    page.choose("Open", "XOR")
    paste(page, MISSING_AGES)

    assert "Column 2: the cell is empty in rows 5, 7 and 10." in page.problems
    assert "then write what is wanted, or leave those rows out with one click." in captions(page)[-1]

    take(page, "Replace the table")

    assert page.cells("training")[4] == ["3", "", "0"]
    assert page.problems[:3] == [
        f"Row {row}, column input 2: the cell is empty. Write a number such as 1.5, or delete the row."
        for row in (5, 7, 10)
    ]


def test_an_empty_last_cell_does_not_keep_what_stood_there(page):
    page.choose("Open", "XOR")

    paste(page, "7\t8\t0\n3\t4\t")
    take(page, "Replace the table")

    assert page.cells("training") == [["7", "8", "0"], ["3", "4", ""]]
    assert page.problems == ["Row 2, column target: the cell is empty. Write a number such as 1.5, or delete the row."]


def test_a_file_is_read_like_a_text(page):
    page.press(BOX)
    uploader(page).upload("table.csv", "größe;art\r\n1,5;ja\r\n2,5;nein\r\n".encode("cp1252"), "text/csv")
    page.step()

    assert "The file is not in UTF-8 and was read as Windows-1252. Check letters such as ä and é." in captions(page)

    take(page, "Replace the table")

    assert page.player.description["input_names"] == ["größe"]


def test_a_workbook_is_refused_in_one_sentence(page):
    page.press(BOX)
    uploader(page).upload("table.xlsx", b"PK\x03\x04", "application/zip")
    page.step()

    assert page.problems[0].startswith('"table.xlsx" is a workbook or an archive, not text. Save it as CSV')
    assert "Replace the table" not in page.buttons


def test_a_saved_file_is_opened_from_the_box_and_taken_back(page):
    saved = file_of(next(document for document in gallery() if document.title == "XOR"))
    page.press(BOX)
    uploader(page).upload("xor.json", saved.encode(), "application/json")
    page.step()
    page.request()

    assert page.cells("training")[1] == ["0", "1", "1"]
    assert not page.client.text_area

    page.do("undo").step()

    assert page.cells("training")[1] == ["1", "1", "1", "1"]


def test_a_file_of_json_that_is_no_table_is_refused_in_one_sentence(page):
    page.press(BOX)
    uploader(page).upload("other.txt", b'{"rows": 2, "columns": {"a": 1}}', "text/plain")
    page.step()

    assert page.problems[0].startswith('"other.txt" is JSON, but not a table: that is a list of records')
    assert "Replace the table" not in page.buttons


@pytest.mark.parametrize(
    "text",
    [
        '[{"size": 1.5, "fits": "yes"}, {"size": 2, "fits": "no"}]',
        '{"size": [1.5, 2], "fits": ["yes", "no"]}',
        '[["size", "fits"], [1.5, "yes"], [2, "no"]]',
    ],
)
def test_a_table_in_json_is_taken(page, text):
    page.press(BOX)
    uploader(page).upload("sizes.json", text.encode(), "application/json")
    page.step()
    take(page, "Replace the table")

    assert page.cells("training") == [["1.5", "yes"], ["2", "no"]]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sizes.json", "size,fits\n1,0\n2,1\n"),
        ("sets.csv", "{size},fits\n1,0\n2,1\n"),
        ("a.csv", '{"a";"b"}\n1;0\n2;1\n'),
    ],
)
def test_a_table_is_read_whatever_its_file_is_called_and_begins_with(page, name, text):
    page.press(BOX)
    uploader(page).upload(name, text.encode(), "application/octet-stream")
    page.step()

    assert page.buttons["Replace the table"] is True
    assert any("2 columns" in sentence for sentence in page.problems)


def test_a_saved_file_that_was_cut_off_is_not_taken_for_a_table(page):
    saved = file_of(gallery()[0])
    page.press(BOX)
    uploader(page).upload("mine.csv", saved[: len(saved) // 2].encode(), "text/csv")
    page.step()

    assert page.problems[0].startswith("This file was saved by the playground, but its end is missing")
    assert "Replace the table" not in page.buttons


@pytest.mark.parametrize(
    "text",
    ["<b>a</b>\t$x^2$\n1\t0\n2\t1", "\x00\t\x01", '"', "|||", "sep=;", "a\tb\n1e999\tinf", "_index\ty\n1\t0\n2\t1"],
)
def test_strange_texts_leave_the_page_well(page, text):
    paste(page, text)
    if page.buttons.get("Replace the table"):
        take(page, "Replace the table")

    page.do("undo").step()
    assert page.header["run"] >= 1


def test_codes_are_asked_about_and_stay_words(page):
    paste(page, "zip\tsold\n01234\t1\n98765\t0")

    assert radio(page, "codes").label.replace("\\", "") == 'Is "01234" a code, or a number?'
    assert all(button.disabled for button in page.client.button if button.label == "Replace the table")

    radio(page, "codes").set_value("a code, kept as it is written")
    page.step()
    take(page, "Replace the table")

    assert page.cells("training") == [["01234", "1"], ["98765", "0"]]
    assert page.player.description["input_names"] == ["zip = 01234", "zip = 98765"]


def test_what_is_only_left_out_is_noted_in_grey_and_what_is_to_be_mended_in_red(page):
    paste(page, "X = [[0, 1], [1, 1]]\ny = [1, 'a lot']")

    reds = [markdown.value for markdown in page.client.markdown if markdown.value.startswith(":red[")]
    assert 'The lists "X" and "y" stand beside one another, row by row.' in captions(page)
    assert len(reds) == 1
    assert "a lot" in reds[0]


def test_answers_of_another_table_do_not_stand_beside_rows_that_are_to_be_mended(page):
    page.type("training", 1, "input 2", "3,5h")
    assert page.header["stale"]
    assert not page.header["is_another_table"]  # it is the same one but for that cell
    assert '"3,5h" has a unit. Write 3,5 alone.' in page.header["stale"]
    page.do("undo").step()

    paste(page, SPECIES.replace("6.0", "abc"))
    take(page, "Replace the table")

    assert page.header["stale"]
    assert page.header["is_another_table"]


def test_a_table_is_the_same_one_however_its_numbers_are_written(page):
    for row, text in enumerate(("0.0", "0,0", "1e0", "0.0")):
        page.type("training", row, "input 1", text)
    assert not page.header["stale"]

    page.type("training", 1, "input 2", "3,5h")

    assert page.header["stale"]
    assert not page.header["is_another_table"]


def test_other_rows_under_the_same_names_are_another_table(page):
    rows = "".join(f"{row}\t{row % 3}\t{row % 2}\t{(row + 1) % 2}\n" for row in range(5, 9))
    paste(page, "input 1\tinput 2\tinput 3\ttarget\n" + rows + "9\tabc\t1\t1\n")

    take(page, "Replace the table")

    assert page.header["stale"]
    assert page.header["is_another_table"]


def test_numbers_as_accounts_write_them_are_asked_about_and_taken_as_it_is_said(page):
    paste(page, "a\tt\n(5)\t0\n7\t1\n(3.5)\t1")
    assert "Answer what is asked above first." in captions(page)

    radio(page, "otherwise").set_value('"(5)" is -5')
    page.step()
    take(page, "Replace the table")

    assert page.cells("training") == [["-5", "0"], ["7", "1"], ["-3.5", "1"]]


def test_a_last_column_in_which_nothing_stands_is_said_to_be_left_out(page):
    paste(page, "7\t8\t\n3\t4\t")

    assert "A column at the end is empty and left out." in captions(page)


def test_the_output_layer_follows_a_table_that_replaces_another_one_though_its_target_is_called_the_same(page):
    prices = "input 1\tinput 2\tinput 3\ttarget\n1650\t3\t1\t345\n2100\t4\t1\t410.5\n900\t2\t0\t198"
    gate = "input 1\tinput 2\tinput 3\ttarget\n0\t0\t1\t0\n1\t0\t1\t1\n1\t1\t1\t1"
    activations = []
    for text in (prices, gate):
        paste(page, text)
        take(page, "Replace the table")
        activations.append(page.player.description["activations"][-1])
    page.do("undo")
    activations.append(page.player.description["activations"][-1])

    assert activations == ["linear", "sigmoid", "linear"]


def test_the_output_layer_follows_a_table_that_is_mended_before_it_is_learnt_from(page):
    paste(page, "input 1\tinput 2\tinput 3\ttarget\n1650\t3\t1\t345\n2100\t\t1\t410.5\n900\t2\t0\t198")
    take(page, "Replace the table")
    before = page.player.description["activations"]

    page.press("Leave row 2 out").request()

    assert (before, page.player.description["activations"]) == (["sigmoid"], ["linear"])
