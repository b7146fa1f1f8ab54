"""Tables as R and Python write them, days of other kinds in columns, and mappings for texts."""

from __future__ import annotations

import io
import json

import pytest

from newsgrep.article import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

TEXT = "Boats came in with the tide on Monday, and the quay was full by noon."
OTHER = "The ferry did not sail on Tuesday, for its engine had failed."


def read(text: str, name: str = "a.csv") -> list[Article]:
    stream = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
    found = list(articles_in(stream, name, name))
    assert all(isinstance(one, Article) for one in found), found
    return [one for one in found if isinstance(one, Article)]


@pytest.mark.parametrize(("sign", "name"), [("\t", "text{}"), (",", "{}"), (";", "row_{}")])
def test_a_table_of_r_with_names_of_rows(sign: str, name: str) -> None:
    rows = [["date", "headline", "body"]]
    for number in range(1, 4):
        rows.append([name.format(number), f"2016-01-0{number}", f"Quay {number} opens", TEXT])
    found = read("\n".join(sign.join(f'"{cell}"' for cell in row) for row in rows) + "\n")
    assert [(a.title, a.date, a.text) for a in found] == [
        (f"Quay {number} opens", f"2016-01-0{number}", TEXT) for number in range(1, 4)
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("(14:52 , 31.08.18 )", "2018-08-31T14:52:00"),
        ("31.08.18", "2018-08-31"),
        ("31/08/18", "2018-08-31"),
        ("1404-04-21 11:30:16+0330", "2025-07-12"),
        ("1404/04/21", "2025-07-12"),
        ("1445-09-12", ""),
        ("1.2.3", ""),
        ("14-12-29", ""),
    ],
)
def test_days_as_columns_have_them(day: str, expected: str) -> None:
    (article,) = read(f'title,date,text\nQuay opens,"{day}",{json.dumps(TEXT)}\n')
    assert article.date == expected


def test_a_mapping_of_texts_is_the_text() -> None:
    value = {"p1": TEXT, "p2": OTHER}
    (article,) = read(f'title,text\nQuay opens,"{value}"\n')
    assert article.text == f"{TEXT}\n\n{OTHER}"
    value = {"Introduction": TEXT, "The ferry": OTHER}
    (article,) = read(f'title,text\nQuay opens,"{value}"\n')
    assert article.text == f"Introduction\n\n{TEXT}\n\nThe ferry\n\n{OTHER}"


def test_one_end_of_a_line_that_is_written_out() -> None:
    (article,) = read(f'title,text\nQuay opens,"{TEXT}\\n{OTHER}"\n')
    assert article.text == f"{TEXT} {OTHER}"
    (article,) = read('title,text\nQuay opens,"The file is C:\\new on each of the quays."\n')
    assert "C:\\new" in article.text


def test_a_second_deck_is_kept() -> None:
    record = {"title": "Quay opens", "subtitle": "Nobody was told", "description": "It is full.",
              "summary": "Nobody was told", "text": TEXT}  # fmt: skip
    (article,) = read(json.dumps(record), "a.json")
    assert article.deck == "It is full. Nobody was told" or (
        article.deck == "Nobody was told. It is full."
    )


def test_the_name_in_a_mapping_of_a_source_in_other_languages() -> None:
    record = {"titulo": "Quay opens", "fonte": {"id": 3, "nome": "Jornal do Cais"}, "texto": TEXT}
    (article,) = read(json.dumps(record), "a.json")
    assert article.source == "Jornal do Cais"


def test_an_article_in_elements_whatever_its_file_is_called() -> None:
    text = f"<doc>\n<title>Quay opens</title>\n<content>{TEXT}</content>\n</doc>\n"
    (article,) = read(text, "a.txt")
    assert (article.title, article.text) == ("Quay opens", TEXT)
