"""Corpora of Iramuteq: starred variables above each text."""

from __future__ import annotations

from io import BufferedReader, BytesIO

import pytest

from newsgrep import Article
from newsgrep.ingest.reader import articles_in

BODY = "La capitainerie a dit que les pieux du quai avaient pourri, et qu'il n'y avait pas mieux."


def read(text: str) -> list[Article]:
    return [
        a
        for a in articles_in(BufferedReader(BytesIO(text.encode())), "a.txt", "a.txt")
        if isinstance(a, Article)
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_text_is_an_article(end: str) -> None:
    heads = ("*source_La_Croix *date_2019-05-03 *annee_2019", "*source_lemonde *date_2019-05-04")
    text = "\n\n".join(f"**** {head}\nLe quai ferme pour deux ans\n\n{BODY}" for head in heads)
    first, second = read(text.replace("\n", end))
    assert (first.title, first.source, first.date) == (
        "Le quai ferme pour deux ans", "La Croix", "2019-05-03",
    )  # fmt: skip
    assert (second.source, second.date, second.record) == ("Le Monde", "2019-05-04", 2)
    assert first.text == second.text == BODY


def test_variables_may_name_headline_and_author() -> None:
    head = "*source_guardian *title_Le_quai_ferme *author_ann_poe *date_2019-05-03"
    (article,) = read(f"**** {head}\n\nUn chapeau.\n\n{BODY}\n")
    assert (article.title, article.authors) == ("Le quai ferme", ("Ann Poe",))
    assert article.text.endswith(BODY)


def test_stars_alone_are_no_corpus() -> None:
    (article,) = read(f"****\n\nLe quai ferme pour deux ans\n\n{BODY}\n")
    assert article.title == "Le quai ferme pour deux ans"


@pytest.mark.parametrize(
    ("variable", "date"),
    [("date_1969", "1969"), ("annee_1969", "1969"), ("date_05-2019", "2019-05")],
)
def test_a_year_or_a_month_alone(variable: str, date: str) -> None:
    (article,) = read(f"**** *source_La_Croix *{variable}\nLe quai ferme\n\n{BODY}")
    assert article.date == date
