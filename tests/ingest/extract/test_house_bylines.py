"""Bylines in the words of a newsroom, in the languages of the news."""

from __future__ import annotations

import pytest

from newsgrep import Article
from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.raw_document import Form, RawDocument

FRENCH = (
    "Le ferry est revenu au quai lundi, et beaucoup de gens de la ville l’attendaient sous "
    "la pluie depuis des heures.\n\nIl était parti depuis deux ans, a dit le maître du port."
)


def read(byline: str) -> Article:
    text = f"Le ferry revient au quai\n{byline}\n3 mai 2019\n\n{FRENCH}"
    article = article_from(RawDocument(Form.TEXT, text), "a.txt")
    assert (article.title, article.date) == ("Le ferry revient au quai", "2019-05-03")
    assert (article.deck, article.text) == ("", FRENCH)
    return article


@pytest.mark.parametrize(
    ("byline", "place"),
    [
        ("par Anne Poe, correspondante à Berlin", "Berlin"),
        ("De notre correspondante à Berlin, Anne Poe", "Berlin"),
        ("De notre correspondante Anne Poe", ""),
        ("Von unserem Redakteur Anne Poe", ""),
        ("Von unserem Korrespondenten Anne Poe, Paris", "Paris"),
        ("dal nostro inviato Anne Poe", ""),
        ("Van onze verslaggever Anne Poe", ""),
        ("From our own correspondent in Paris, Anne Poe", "Paris"),
        ("Muhabir: Anne Poe", ""),
        ("Anne Poe, envoyée spéciale à Berlin", ""),
        ("Anne Poe, enviada especial a Berlín", ""),
        ("Anne Poe, envoyée spéciale", ""),
    ],
)
def test_who_is_whose_correspondent(byline: str, place: str) -> None:
    article = read(byline)
    assert (article.authors, article.place) == (("Anne Poe",), place)


@pytest.mark.parametrize(
    ("byline", "source"),
    [
        ("Anne Poe (avec AFP)", "AFP"),
        ("Anne Poe, da Agência Brasil", "Agência Brasil"),
        ("Anne Poe\nDo UOL, em São Paulo", "UOL"),
    ],
)
def test_with_which_agency_or_for_whom(byline: str, source: str) -> None:
    article = read(byline)
    assert (article.authors, article.source) == (("Anne Poe",), source)


@pytest.mark.parametrize(
    "others",
    [
        "and agencies", "and Agencies", "and wire services", "and news agencies", "and staff",
        "et agences", "und Agenturen", "y agencias", "with agency reports",
    ],
)  # fmt: skip
def test_with_what_agencies_sent(others: str) -> None:
    assert read(f"By Anne Poe {others}").authors == ("Anne Poe",)


@pytest.mark.parametrize(
    "byline",
    [
        "Par La Rédaction", "Von unserem Mitarbeiter", "Van onze verslaggever",
        "Door onze redactie", "Redakcja", "Редакция", "Da Redação", "Por Redacción",
        "di Redazione", "Haber Merkezi", "Van onze correspondent in Parijs",
    ],
)  # fmt: skip
def test_desks_are_nobody(byline: str) -> None:
    assert read(byline).authors == ()


@pytest.mark.parametrize(
    "deck",
    [
        "Anne Poe, de la mairie, a parlé de notre ferry",
        "Anne Poe, correspondante, quitte le quai, dit-elle",
    ],
)
def test_other_lines_stay_as_they_are(deck: str) -> None:
    text = f"Le ferry revient au quai\n{deck}\n\n{FRENCH}"
    article = article_from(RawDocument(Form.TEXT, text), "a.txt")
    assert article.authors == () and deck in f"{article.deck} {article.text}"


STORY = (
    "The harbour authority said the piles under the quay had rotted through, and that there was"
    " no cheaper way to make it safe before the winter storms.\n\nIt rained."
)


@pytest.mark.parametrize(
    ("line", "authors", "source"),
    [
        ("Laporan Wartawan Tribunnews.com - Ana Poe", ("Ana Poe",), "Tribunnews.com"),
        ("Laporan Reporter Tribunnews.com, Ana Sari Poe", ("Ana Sari Poe",), "Tribunnews.com"),
        ("By Ann Poe (08.00 to 15.50) and John Roe (thereafter)", ("Ann Poe", "John Roe"), ""),
        ("By Ann Poe Staff Reporter of The Guardian", ("Ann Poe",), "The Guardian"),
        ("By the Harbour Users Committee", ("Harbour Users Committee",), ""),
        ("BY THE NEW YORK TIMES", (), "The New York Times"),
        ("Ann Poe\nJournalist\nJohn Roe\nPhotographer", ("Ann Poe",), ""),
    ],
)
def test_bylines_of_papers_in_other_words(line: str, authors: tuple[str, ...], source: str) -> None:
    text = f"Harbour to close its northern quay\n{line}\n3 May 2019\n\n{STORY}"
    article = article_from(RawDocument(Form.TEXT, text), "a.txt")
    assert article.title == "Harbour to close its northern quay"
    assert article.authors[: len(authors)] == authors
    assert article.source == source
    assert article.date == "2019-05-03"


def test_an_indonesian_byline_is_no_headline() -> None:
    text = f"Laporan Wartawan WARTAKOTALIVE.COM, ANA POE\n\n{STORY}"
    article = article_from(RawDocument(Form.TEXT, text), "a.txt")
    assert (article.authors, article.source) == (("Ana Poe",), "WARTAKOTALIVE.COM")
    assert article.title.startswith("The harbour authority")


def test_names_with_buttons_between_them() -> None:
    names = "By\nAnn Poe\nFollow\n and\nJohn Roe\nFollow\nUpdated May 1, 2024 11:46 am ET"
    text = f"Harbour to close its northern quay\n{names}\n\n{STORY}"
    article = article_from(RawDocument(Form.TEXT, text), "a.txt")
    assert article.authors == ("Ann Poe", "John Roe")
    assert article.text == STORY


def test_a_heading_below_the_day_is_nobody() -> None:
    text = f"Harbour to close its quay\nBy Ann Poe\n December 2025\nA New Chapter Begins\n{STORY}"
    article = article_from(RawDocument(Form.TEXT, text), "a.txt")
    assert (article.authors, article.source) == (("Ann Poe",), "")
    assert "A New Chapter Begins" in article.text


def test_a_name_above_its_day_among_buttons_is_kept() -> None:
    buttons = "\n".join(("Zalo", "Facebook", "Twitter", "Home", "News", "Bản in", "Copy link"))
    head = f"Quay closed for two years\n{STORY[:149]}\n\nViệt Hùng\n02/04/2026 17:01"
    text = f"{head}\n{buttons}\n{STORY}"
    article = article_from(RawDocument(Form.TEXT, text), "a.txt")
    assert article.authors == ("Việt Hùng",) or "Việt Hùng" in article.text


@pytest.mark.parametrize(
    ("button", "source"),
    [
        ("Báo Tin Tức trên Google News", "Báo Tin Tức"),
        ("Follow us on Google News", ""),
        ("Suivez nous sur Google News", ""),
    ],
)
def test_a_paper_s_button_names_it(button: str, source: str) -> None:
    text = f"Harbour to close its northern quay\n3 May 2019\n{button}\n{STORY}"
    article = article_from(RawDocument(Form.TEXT, text), "a.txt")
    assert article.source == source


def test_a_name_in_a_place_with_its_account() -> None:
    head = "Growing number of boats are vanishing from the capital as firms fill in empty berths"
    text = f"Why the boats go\n{head}\nAnn Poe in Berlin\n @annpoe\n 11.49 BST\n\n{STORY}"
    article = article_from(RawDocument(Form.TEXT, text), "a.txt")
    assert (article.authors, article.place) == (("Ann Poe",), "Berlin")
