"""Files of tables: how their text is encoded, and which are none."""

import io
import zipfile

import pytest

from playground.tables import read_file

TEXT = "größe;verkauft\r\n1,5;ja\r\n2;nein\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_in_every_encoding(encoding):
    reading = read_file(TEXT.encode(encoding), "table.csv")

    assert reading.names == ("größe", "verkauft")
    assert reading.rows == ((1.5, "ja"), (2, "nein"))
    assert not reading.problems


def test_an_old_encoding_is_read_and_named():
    reading = read_file(TEXT.encode("cp1252"), "table.csv")

    assert reading.names == ("größe", "verkauft")
    assert [problem.sentence for problem in reading.problems] == [
        "The file is not in UTF-8 and was read as Windows-1252. Check letters such as ä and é."
    ]


def workbook():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (workbook(), "is a workbook or an archive, not text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a workbook, not text"),
        (b"%PDF-1.7", "is a PDF document, not text"),
        (b"{\\rtf1 a}", "is a document, not text"),
        (b"\xef\xbb\xbf<HTML xmlns>", "is a web page or XML, not a table of text"),
        (b'<?xml version="1.0"?><a/>', "is a web page or XML, not a table of text"),
        (b"\x1f\x8b\x08\x00", "is an archive, not text"),
        (b"\x89PNG\r\n", "is a picture, not text"),
        (b"a,b\n1,\0\0\0", "is not text"),
        (b"\x81\x8d\x8f\x90\x9d", "is not text in an encoding that is known here"),
        (b"1,2\n" * 5_000_001, "has 20.0 MB"),
    ],
    ids=["xlsx", "xls", "pdf", "rtf", "html", "xml", "gzip", "png", "zeros", "bytes", "large"],
)
def test_what_is_no_text_is_refused_in_one_sentence_that_tells_what_to_do(data, what):
    reading = read_file(data, "my file.xlsx")

    assert reading.rows == ()
    (problem,) = reading.problems
    assert problem.sentence.startswith(f'"my file.xlsx" {what}')
    assert "save" in problem.sentence.lower()


def test_what_is_told_is_taken():
    assert read_file(b"1,0\n2,5\n", "a.csv", decimal=",").rows == ((1,), (2.5,))


@pytest.mark.parametrize(("encoding", "text"), [("cp1251", "рост;вес\n1,7;60"), ("cp1253", "ύψος;βάρος\n1,7;60")])
def test_letters_of_another_alphabet_are_said_to_be_read_wrongly(encoding, text):
    reading = read_file(text.encode(encoding), "table.csv")

    assert reading.rows == ((1.7, 60),)
    assert reading.problems[0].sentence == (
        "The file is not in UTF-8, and its letters are of no language as they stand. Save it anew, encoded as UTF-8."
    )


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp932", "x,t\n1,はい\n2,いいえ\n"),
        ("gb18030", "身高,体重\n1,2\n"),
        ("big5", "身高,體重\n1,2\n"),
        ("euc_kr", "키,몸무게\n1,2\n"),
        ("euc_jp", "身長,体重\n1,2\n"),
    ],
)
def test_letters_of_east_asia_in_an_old_encoding_are_said_to_be_read_wrongly(encoding, text):
    assert read_file(text.encode(encoding), "table.csv").problems[0].sentence == (
        "The file is not in UTF-8, and its letters are of no language as they stand. Save it anew, encoded as UTF-8."
    )


@pytest.mark.parametrize(
    "text", ["Région,année\n1,2", "päätös,hinta euroissa\n1,2", "“Été”,season name\n1,2", "25 °C,±½ cm\n1,2"]
)
def test_accents_and_marks_of_western_europe_are_not_taken_for_letters_of_east_asia(text):
    assert "was read as Windows-1252" in read_file(text.encode("cp1252"), "table.csv").problems[0].sentence


@pytest.mark.parametrize("encoding", ["cp932", "iso2022_jp"])
def test_a_file_whose_letters_cannot_be_read_at_all_is_told_how_to_be_saved(encoding):
    reading = read_file("身長,体重,組\n1.5,2,東京\n".encode(encoding), "table.csv")

    assert reading.rows == ()
    assert [problem.sentence for problem in reading.problems] == [
        '"table.csv" is not text in an encoding that is known here. '
        "Save it anew, encoded as UTF-8, or copy its cells and paste them."
    ]


def test_a_broken_letter_leaves_the_others_as_they_are():
    data = "größe;mädchen;öl\n1;2;3\n".encode().replace("ö".encode(), b"\xc3", 1)

    reading = read_file(data + "äöüß;2;3".encode(), "table.csv", header=True)

    assert reading.names == ("gr\ufffdße", "mädchen", "öl")
    assert reading.problems[0].sentence == (
        "1 letter of the file cannot be read; \ufffd stands in its place. Save it anew, encoded as UTF-8."
    )
