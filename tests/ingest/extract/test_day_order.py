"""Numeric dates: which of the two numbers is the day, and what tells it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from newsgrep import Archive, Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in
from newsgrep.text.day_order import of_language, of_site

SPANISH = "El barco fue vendido el lunes a un comprador de la región, dijo la empresa del puerto."
ENGLISH = "The boat was sold on Monday to a buyer from the region, the firm of the port said."


def articles(name: str, text: str) -> list[Article]:
    stream = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
    return [a for a in articles_in(stream, name, name) if isinstance(a, Article)]


def page(tag: str, url: str, date: str) -> str:
    return (
        f"<html lang='{tag}'><head><link rel='canonical' href='{url}'>"
        f"<meta property='article:published_time' content='{date}'></head>"
        f"<body><article><p>{ENGLISH}</p><p>{ENGLISH}</p></article></body></html>"
    )


def test_rows_are_settled_by_one_row_of_the_column() -> None:
    table = (
        f"title,date,text\nA,03/04/2017,{ENGLISH}\nB,23/04/2017,{ENGLISH}\nC,05/04/2017,{ENGLISH}\n"
    )
    assert [a.date for a in articles("a.csv", table)] == ["2017-04-03", "2017-04-23", "2017-04-05"]
    table = table.replace("23/04", "04/23")
    assert [a.date for a in articles("a.csv", table)] == ["2017-03-04", "2017-04-23", "2017-05-04"]


def test_columns_are_settled_each_for_itself() -> None:
    rows = [
        {"text": ENGLISH, "published": "03/04/2017", "updated": "04/13/2017"},
        {"text": ENGLISH, "published": "23/04/2017", "updated": "04/05/2017"},
    ]
    first, second = articles("a.json", json.dumps(rows))
    assert (first.date, second.modified) == ("2017-04-03", "2017-04-05")


def test_rows_of_both_orders_settle_nothing() -> None:
    table = (
        f"title,date,text\nA,23/04/2017,{ENGLISH}\nB,04/23/2017,{ENGLISH}\nC,05/04/2017,{ENGLISH}\n"
    )
    assert [a.date for a in articles("a.csv", table)] == ["2017-04-23", "2017-04-23", "2017"]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (f"title,date,text\nBarco vendido,03/04/2017,\"{SPANISH}\"\n", "a.csv"),
        (json.dumps({"date": "03-04-2017", "text": SPANISH}), "a.json"),
        (f"From: a@b.example\nSubject: Barco\nDate: 03/04/2017 10:15\n\n{SPANISH}\n", "a.eml"),
        (f"Barco vendido\nPor Ana Poe\n03/04/2017\n\n{SPANISH}", "a.txt"),
        (f"Barco vendido\nPor Ana Poe 03/04/2017\n\n{SPANISH}", "a.txt"),
    ],
)  # fmt: skip
def test_the_language_tells_the_order(data: str, name: str) -> None:
    (article,) = articles(name, data)
    assert article.date.startswith("2017-04-03")
    assert "day first" in article.facts["date"].origin


def test_the_site_tells_the_order() -> None:
    (article,) = articles("a.html", page("en", "https://courier.co.uk/1", "03/04/2017"))
    assert article.date == "2017-04-03"
    (article,) = articles("a.html", page("en-US", "https://news.example.gov/1", "03/04/2017"))
    assert article.date == "2017-03-04"
    (article,) = articles("a.html", page("en-AU", "https://courier.example/1", "03/04/2017"))
    assert article.date == "2017-04-03"


def test_a_date_that_a_page_only_shows_is_read_in_its_order() -> None:
    shown = "<div class='date'>01/06/2017</div>"
    german = "Die Reederei hat am Montag ihre letzte Fähre an einen Käufer aus Bergen verkauft."
    for tag, text, date in (("de", german, "2017-06-01"), ("en", ENGLISH, "2017")):
        page_text = f"<article><h1>Boat</h1>{shown}<p>{text}</p><p>{text}</p></article>"
        (article,) = articles("a.html", f"<html lang='{tag}'><body>{page_text}</body></html>")
        assert article.date == date


def test_another_date_of_the_article_tells_the_order() -> None:
    (article,) = articles(
        "a.html", page("en", "https://courier.example/2017/04/03/boat", "03/04/2017 10:15")
    )
    assert article.date == "2017-04-03T10:15:00"


def test_where_nothing_tells_the_year_is_kept_and_doctor_lists_it(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"title,date,text\nBoat sold,03/04/2017,\"{ENGLISH}\"\n")  # fmt: skip
    with Archive(tmp_path / ".newsgrep") as archive:
        archive.index([tmp_path])
        found = {finding.name: finding for finding in archive.audit().findings}
    assert found["ambiguous date"].count == 1
    (article,) = articles("a.csv", file.read_text())
    assert article.date == "2017"


def test_a_weekday_rules_years_out() -> None:
    text = (
        "PORT ELLIS, Tuesday, 1 March - The boat that was built in 2002 was sold,"
        " the firm said. It had been for sale since 2005."
    )
    (article,) = articles("a.txt", f"Boat sold\nTuesday, 1 March\n\n{text}\n\n{ENGLISH}")
    assert article.date == "2005-03-01"
    (article,) = articles("a.txt", f"Boat sold\nFriday, 1 March\n\n{text}\n\n{ENGLISH}")
    assert article.date == "2002-03-01"
    far = text.replace("2005", "2010").replace("Tuesday", "Friday")
    (article,) = articles("a.txt", f"Boat sold\nFriday, 1 March\n\n{far}\n\n{ENGLISH}")
    assert article.date == ""


def test_languages_and_sites() -> None:
    assert [of_language(tag) for tag in ("es", "pt-BR", "en-GB", "en-US", "en", "ja")] == [
        True, True, True, False, None, None,
    ]  # fmt: skip
    assert [of_site(url) for url in ("https://a.co.uk/x", "https://b.gov", "c.de", "d.com")] == [
        True, False, True, None,
    ]  # fmt: skip
