"""Lines that name a paper's issue, and what archives, agencies and papers put around an article."""

from __future__ import annotations

import pytest
from quay import BODY, LONGER_BODY, TITLE
from quay import article_of as read

from newsgrep.ingest.extract.head.issue_line import issue_of


@pytest.mark.parametrize(
    ("line", "source", "date"),
    [
        ("Gazeta Wyborcza nr 18, wydanie tro (Orlo) z dnia 22/01/1999, dział KULTURA, str. 4",
         "Gazeta Wyborcza", "1999-01-22"),
        ("FOLHA DO CAIS - CIDADES - 14/03/2013", "Folha do Cais", "2013-03-14"),
        ("«Красный причал», № 112 от 25.06.2009 г.", "Красный причал", "2009-06-25"),
        ("LE TÉLÉGRAMME - mardi 14 mars 2017 - p. 12 - Orlo", "Le Télégramme", "2017-03-14"),
        ("Quelle: Hafenbote vom 18.06.2014, Seite 4", "Hafenbote", "2014-06-18"),
        ("14.03.2018 | Fyens Stiftstidende | Side 7 | 345 ord | artikel-id: e1803c2b7",
         "Fyens Stiftstidende", "2018-03-14"),
        ("© Der Bund; 27.05.2015; Seite 4", "Der Bund", "2015-05-27"),
        ("Lidové noviny | 22.10.2015 | Rubrika: Domov | Strana: 3", "Lidové noviny", "2015-10-22"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("above", [True, False])
def test_an_issue_above_or_below_the_headline(
    line: str, source: str, date: str, above: bool
) -> None:
    head = f"{line}\n\n{TITLE}\n\n" if above else f"{TITLE}\n{line}\n\n"
    article = read(head + LONGER_BODY)
    assert (article.title, article.source, article.date) == (TITLE, source, date)
    assert article.text.startswith("The harbour authority")


def test_who_wrote_it_may_stand_in_the_line() -> None:
    line = "Pressespiegel Orlo | Orloer Zeitung, 17. November 2015, S. 5 | Autor: Ann Poe"
    found = issue_of(line, 1)
    told = {claim.field: claim.value for claim in found}
    assert told == {"source": "Orloer Zeitung", "date": "2015-11-17", "authors": "Ann Poe"}


@pytest.mark.parametrize(
    "line",
    [
        "The harbour opened on 3 May 2019, The Guardian said",
        "LONDON, March 3, 2015 (Reuters) - Oil fell on Tuesday.",
        "Ann Poe | The Guardian | 3 May 2019",
        "Valladolid, martes 14 de marzo de 2006 — Pág. 12",
        "The Guardian, 3 May 2019",
        "Boat 12, 3 May 2019, p. 4",
    ],
)
def test_other_lines_are_left_to_other_rules(line: str) -> None:
    assert issue_of(line, 1) == []


def test_a_place_beside_a_page_is_no_paper() -> None:
    head = "EL NORTE DE CASTILLA\nValladolid, martes 14 de marzo de 2006 — Pág. 12"
    article = read(f"{head}\n\n{TITLE}\n\n{BODY}")
    assert (article.title, article.source) == (TITLE, "El Norte de Castilla")


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("Source: The Times (London, England). (Mar. 14, 2009): News: p12.", "The Times"),
        ("Published: The Fresno Bee, March 14, 2009", "The Fresno Bee"),
    ],
)
def test_a_label_with_paper_and_day(line: str, fact: str) -> None:
    article = read(f"Title: {TITLE}\nAuthor(s): Ann Poe\n{line}\n\nFull Text:\n{BODY}")
    assert (article.title, article.authors) == (TITLE, ("Ann Poe",))
    assert (article.source, article.date) == (fact, "2009-03-14")


def test_citations_that_archives_give() -> None:
    article = read(
        f"{TITLE.upper()}. (1854, December 8). The Courier (Orlo, Tas. : 1840 - 1859), p. 2."
        f" Retrieved September 28, 2025, from http://archive.example/article2240571\n\n{BODY}{BODY}"
    )
    assert (article.title, article.source) == (TITLE.upper(), "The Courier")
    assert article.date == "1854-12-08"
    article = read(
        f'{TITLE}\n\n{BODY}\n"{TITLE}". "Leeuwarder courant : hoofdblad van Friesland". Orlo,'
        " 14-03-1967, p. 5. Geraadpleegd op Delpher op 02-11-2021, https://archive.example/urn=ddd:p005\n"
    )
    assert (article.source, article.date) == ("Leeuwarder courant", "1967-03-14")


@pytest.mark.parametrize(
    ("foot", "date"),
    [
        ("AP-NY-03-14-98 1822EST", "1998-03-14"),
        (
            "A version of this article appears in print on March 14, 1998, on page A16.",
            "1998-03-14",
        ),
    ],
)
def test_days_at_the_foot_in_a_form_of_their_own(foot: str, date: str) -> None:
    assert read(f"{TITLE}\n\n{LONGER_BODY}\n{foot}\n").date == date


@pytest.mark.parametrize("foot", ["/ritzau/", "주미희 (joomh@paper.example)"])
def test_who_signs_below(foot: str) -> None:
    article = read(f"{TITLE}\n\n{LONGER_BODY}\n{foot}\n")
    assert article.source == "Ritzau" or article.authors == ("주미희",)


@pytest.mark.parametrize(
    "above",
    [
        "View this email in your browser (https://mail.example/abc)",
        "Home / News / Harbour",
        "Головна / Новини / Суспільство",
        "press-bot  10:15 AM",
        "Foglio 1 / 2",
        "کد خبر: ۹۷۱۲۲۳۱۴\nتاریخ انتشار: ۱۴۰۰/۱۲/۲۳",
    ],
)
def test_what_stands_above_the_headline_is_none(above: str) -> None:
    assert read(f"{above}\n\n{TITLE}\nBy Ann Poe\nMarch 14, 2019\n\n{LONGER_BODY}").title == TITLE


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Teksti: Matti Virtanen, kuvat: Liisa Koski", ("Matti Virtanen",)),
        ("Par Anne Poe Journaliste", ("Anne Poe",)),
        ("February 1, 2013 09:32 AM Eastern Standard Time", ()),
        ("By Anne Poe\nStaff Reporter of The Wall Street Journal", ("Anne Poe",)),
    ],
)
def test_words_beside_names_are_none_of_them(line: str, authors: tuple[str, ...]) -> None:
    article = read(f"{TITLE}\n{line}\n\n{BODY}")
    assert (article.title, article.authors) == (TITLE, authors)
    assert article.source in ("", "The Wall Street Journal")


def test_a_headline_in_capitals_is_no_author() -> None:
    article = read(
        "The Orlo Advertiser.\n\nORLO, FRIDAY, MAY 31, 1901.\n\nWEAK DOLLAR TRIMS QUAY PROFITS\n\n"
        + LONGER_BODY
    )
    assert article.authors == ()


def test_the_writer_behind_a_dateline_in_capitals() -> None:
    article = read(f"{TITLE}\n\nİZMİR (AA) - EVREN ATALAY - {LONGER_BODY}")
    assert (article.authors, article.place) == (("Evren Atalay",), "İzmir")


def test_a_label_for_the_time_is_no_magazine() -> None:
    assert issue_of("TIME: 23/10/2013 11:39", 1) == []
    article = read(f"TITLE: {TITLE}\nTIME: 23/10/2013 11:39\n\n{LONGER_BODY}")
    assert (article.title, article.date, article.source) == (TITLE, "2013-10-23T11:39:00", "")


@pytest.mark.parametrize(
    ("line", "place", "source"),
    [
        ("Hong Kong CNN —", "Hong Kong", "CNN"),
        ("CNN —", "", "CNN"),
        ("WASHINGTON (Reuters) -", "Washington", "Reuters"),
    ],
)
def test_a_dateline_on_a_line_of_its_own_opens_the_story(
    line: str, place: str, source: str
) -> None:
    article = read(f"{TITLE}\n\n{line}\n\n{LONGER_BODY}")
    assert (article.title, article.place, article.source) == (TITLE, place, source)


@pytest.mark.parametrize(
    "line", ["Hey Ann,", "Dear Mr President,", "NEW You can now listen to Quay News articles!"]
)
def test_what_greets_readers_is_no_headline(line: str) -> None:
    article = read(f"{line}\n\n{LONGER_BODY}")
    assert article.facts["title"].origin == "first words of the text"
    assert line in article.text


def test_an_agency_s_line_above_its_message_tells_the_day() -> None:
    head = "AP880911-0016\nAP-NR-09-11-88 0423EDT r i\nBC-Quay Closed,0348\n"
    assert read(f"{head}{TITLE}\nBy ANN POE\n\n{LONGER_BODY}").date == "1988-09-11"
