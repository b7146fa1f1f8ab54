"""Columns of texts whose names say nothing, short ones too; none is lost, and no fact is a text."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

LONG = (
    "The ferry firm sold its last boat to a buyer from Bergen on Monday, it said."
    " Nobody had asked for it."
)
SHORT = "The crew stays."
HEADED = {"title": "Ferry sold", "date": "2019-01-01"}


def articles(name: str, data: Any) -> list[Article]:
    raw = (data if isinstance(data, str) else json.dumps(data)).encode()
    found = list(articles_in(io.BufferedReader(io.BytesIO(raw), HEAD), name, name))
    assert all(isinstance(one, Article) for one in found), found
    return found  # type: ignore[return-value]


@pytest.mark.parametrize(
    "text",
    [
        "The quay is the oldest in Orlo.",
        "no boats at the quay",
        "港の船は昨日の朝に売られたという話を聞いた",
        "オルロ港（1903年8月31日 - ）は、北の海の港。",
    ],
)
def test_words_are_the_text_of_a_record_that_has_no_other(text: str) -> None:
    (article,) = articles("a.json", [HEADED | {"extract": text}])
    assert article.text == text


@pytest.mark.parametrize(
    "fact",
    [
        {"terms": "ferries, quays, harbours, boats"}, {"terms": "Harbour Office of the Orlo Quay"},
        {"copyright": "All rights are ours alone."}, {"image_alt": "A boat at the quay."},
        {"path": "/boats/at/the/quay"}, {"xq": "3 5 8 13 21"}, {"said": "ferry sold"},
        {"links": ["www.orlo.example", "quay.example", "b.example"]},
        {"channel": "港の船の公式チャンネル"},
        {"checksum": "9f86d081884c7d659a2feaa0c55ad015"}, {"crawled": "Monday, 3 March 2019"},
    ],
)  # fmt: skip
def test_facts_are_no_text(fact: dict[str, str]) -> None:
    (article,) = articles("a.json", [HEADED | fact])
    assert article.text == ""


@pytest.mark.parametrize("first", [True, False])
def test_a_column_of_texts_in_one_row_is_one_in_all(first: bool) -> None:
    rows = [f"Ferry sold,2019-01-01,{SHORT}", f'Ferry bought,2019-01-02,"{LONG}"']
    table = "\n".join(["title,date,extract", *(rows if first else reversed(rows))])
    found = articles("a.csv", f"{table}\n")
    assert {article.text for article in found} == {SHORT, LONG}
    records = [HEADED | {"text": LONG, "beside": f"{LONG} {LONG} It sank."},
               HEADED | {"text": LONG, "beside": "It sank."}]  # fmt: skip
    assert [article.text for article in articles("a.json", records)][1] == f"{LONG}\n\nIt sank."


def test_what_was_noted_of_an_article_stands_below_it() -> None:
    (article,) = articles("a.csv", f'title,text,remarks\nFerry,"{LONG}",a walrus at the quay\n')
    assert article.text == f"{LONG}\n\na walrus at the quay"


def test_a_table_of_headlines_and_texts_of_no_name() -> None:
    (article,) = articles("a.csv", f'title,extract\nFerry sold,"{LONG}"\n')
    assert (article.title, article.text) == ("Ferry sold", LONG)


def test_a_text_in_numbered_columns_is_one_in_their_order() -> None:
    table = f'title,text2,text1,text_10\nFerry sold,It sank.,{SHORT},"{LONG}"\n'
    (article,) = articles("a.csv", table)
    assert article.text == f"{SHORT}\n\nIt sank.\n\n{LONG}"


def test_a_question_heads_its_answer() -> None:
    (article,) = articles("a.csv", f'question,answer\nWho bought it?,"{LONG}"\n')
    assert (article.title, article.text) == ("Who bought it?", LONG)
    (article,) = articles("a.json", HEADED | {"question": "Who bought it?", "answer": LONG})
    assert (article.title, article.text) == ("Ferry sold", f"Who bought it?\n\n{LONG}")


@pytest.mark.parametrize(
    ("titles", "title", "text"),
    [
        (["Ferry sold", "to Bergen"], "Ferry sold to Bergen", LONG),
        (["Ferry sold", "No More Boats"], "Ferry sold", f"{LONG}\n\nNo More Boats"),
        (["Ferry sold", "Ferry sold"], "Ferry sold", LONG),
    ],
)
def test_a_headline_in_a_list_is_read_whole(titles: list[str], title: str, text: str) -> None:
    (article,) = articles("a.json", [{"title": titles, "text": LONG}])
    assert (article.title, article.text) == (title, text)
