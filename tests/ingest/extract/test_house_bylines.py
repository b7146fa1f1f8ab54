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
