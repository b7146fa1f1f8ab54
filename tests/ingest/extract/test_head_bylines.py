"""Bylines in heads of plain texts: who is the author, and what stands around the names."""

from __future__ import annotations

import pytest
from quay import BODY, TITLE, article_of

from newsgrep import Article
from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.extract.head.headblock import read_head
from newsgrep.ingest.raw_document import Form, RawDocument


def read(head: str, foot: str = "") -> Article:
    text = f"{head.format(T=TITLE)}{BODY}{foot}"
    return article_of(text)


@pytest.mark.parametrize(
    "line",
    [
        "Photographs by Mary Roe", "Photos by Mary Roe and John Moe", "Illustration by Mary Roe",
        "Edited by Mary Roe", "Translated by Mary Roe", "Photography by Mary Roe",
        "Fotos von Mary Roe", "Aus dem Englischen übersetzt von Mary Roe", "Photos de Mary Roe",
        "Traduit par Mary Roe", "Fotografías de Mary Roe", "Traducción de Mary Roe",
        "Fotos de Mary Roe", "Traduzione di Mary Roe", "Foto van Mary Roe",
        "Vertaald door Mary Roe",
        "Översättning av Mary Roe", "Additional reporting by Mary Roe", "Compiled by Mary Roe",
    ],
)  # fmt: skip
def test_who_had_another_part_is_no_author(line: str) -> None:
    article = read(f"{{T}}\nBy Jane Doe\n{line}\nMay 3, 2019\n\n")
    assert (article.title, article.authors, article.source) == (TITLE, ("Jane Doe",), "")
    assert article.date == "2019-05-03"


def test_who_compiled_is_the_author_of_what_nobody_else_wrote() -> None:
    assert read("{T}\nCompiled by Jane Doe\nMay 3, 2019\n\n").authors == ("Jane Doe",)


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Jane Doe; photographs by Mary Roe", ("Jane Doe",)),
        ("By Jane Doe, photos by Mary Roe", ("Jane Doe",)),
        ("By Jane Doe, John Roe, and Ann Moe", ("Jane Doe", "John Roe", "Ann Moe")),
        ("By Jane Doe, and John Roe", ("Jane Doe", "John Roe")),
        ("Von Jane Doe, John Roe und Ann Moe", ("Jane Doe", "John Roe", "Ann Moe")),
        ("By Jane Doe\nand John Roe", ("Jane Doe", "John Roe")),
        ("By Jane Doe, John Roe\nand Ann Moe", ("Jane Doe", "John Roe", "Ann Moe")),
        ("By Jane Doe and\nJohn Roe", ("Jane Doe", "John Roe")),
        ("Par Jane Doe\net John Roe", ("Jane Doe", "John Roe")),
        ("By Rev. John Roe", ("John Roe",)),
        ("By the Rev. John Roe", ("John Roe",)),
        ("By John Roe Jr.", ("John Roe Jr.",)),
        ("By John Roe, Jr.", ("John Roe Jr.",)),
        ("By John Roe Jr. and Jane Doe", ("John Roe Jr.", "Jane Doe")),
        ("By Jonathan “Jack” Roe", ("Jonathan “Jack” Roe",)),
        ("By JANE DOE | Staff Writer and JOHN ROE | Staff Writer", ("Jane Doe", "John Roe")),
        ("By Saleh al-Poe", ("Saleh al-Poe",)),
        ("By Jane Doe in Oslo and John Roe in Bergen", ("Jane Doe", "John Roe")),
        ("Jane Doe in Oslo and John Roe in Bergen", ("Jane Doe", "John Roe")),
        ("Ein Kommentar von Jane Doe", ("Jane Doe",)),
        ("Eine Analyse von Jane Doe und John Roe", ("Jane Doe", "John Roe")),
        ("Aus Berlin berichtet Jane Doe", ("Jane Doe",)),
        ("Guest column by Jane Doe", ("Jane Doe",)),
        ("Propos recueillis par Jane Doe et John Roe", ("Jane Doe", "John Roe")),
        ("Une enquête de Jane Doe", ("Jane Doe",)),
        ("Una crónica de Jane Doe", ("Jane Doe",)),
        ("Uma reportagem de Jane Doe e John Roe", ("Jane Doe", "John Roe")),
        ("Un articolo di Jane Doe", ("Jane Doe",)),
        ("En artikel av Jane Doe", ("Jane Doe",)),
        ("Een reportage van Jane Doe", ("Jane Doe",)),
    ],
)  # fmt: skip
def test_the_authors_of_a_byline(byline: str, authors: tuple[str, ...]) -> None:
    article = read(f"{{T}}\n{byline}\nMay 3, 2019\n\n")
    assert (article.title, article.authors, article.source) == (TITLE, authors, "")
    assert article.text.startswith("The harbour authority")


@pytest.mark.parametrize(
    ("lines", "source"),
    [
        ("By Jane Doe\nSpecial to The Straits Times", "The Straits Times"),
        ("By Jane Doe\nSpecial to the Quayside Courier", "Quayside Courier"),
        ("Jane Doe\nFor The Straits Times", "The Straits Times"),
        ("By JANE DOE\nOf the Straits Times", "The Straits Times"),
        ("By Jane Doe\nWashington Post Staff Writer", "The Washington Post"),
        ("Jane Doe, The Quayside Courier staff writer", "The Quayside Courier"),
        ("By Jane Doe, Quayside Times correspondent", "Quayside Times"),
        ("By Jane Doe\nPost Staff Writer", ""),  # which of them?
        ("By Jane Doe, Rest of World", "Rest of World"),
        ("By Jane Doe, Defence Editor\nThe Times of India", "The Times of India"),
        ("Jane Doe\nProfessor of Political Science, University of Oslo", ""),
        ("By Jane Doe\nPublished in The Straits Times", "The Straits Times"),
        ("Par Jane Doe\nParu dans Le Monde", "Le Monde"),
        ("Von Jane Doe\nErschienen in: Die Zeit", "Die Zeit"),
        ("Di Jane Doe\nPubblicato su Corriere della Sera", "Corriere della Sera"),
        ("Par Le Figaro avec AFP", "Le Figaro"),
    ],
)  # fmt: skip
def test_the_paper_in_the_words_around_an_author(lines: str, source: str) -> None:
    article = read(f"{{T}}\n\n{lines}\nMay 3, 2019\n\n")
    assert (article.title, article.source) == (TITLE, source)
    assert article.authors == (("Jane Doe",) if "DOE" in lines.upper() else ())


@pytest.mark.parametrize(
    "line",
    ["KEY POINTS", "In Summary", "Shares", "Topline", "A01", "Key takeaways",
     "Das Wichtigste in Kürze", "L’essentiel", "En resumen", "Kindly share this story:",
     "3 Min. Lesezeit", "3 min de leitura",
     "Temps de lecture : 3 min", "3 minuti di lettura", "3 min czytania", "No Comments"],
)  # fmt: skip
def test_furniture_is_no_paper(line: str) -> None:
    article = read(f"{{T}}\nBy Jane Doe\nMay 3, 2019\n{line}\n\n")
    assert (article.title, article.authors, article.source) == (TITLE, ("Jane Doe",), "")


def test_a_section_before_the_author_is_no_paper() -> None:
    article = read("{T}\nOn May 3, 2019 6:12 am In News by Jane Doe and John Roe\n\n")
    assert (article.authors, article.source) == (("Jane Doe", "John Roe"), "")
    assert article.section == "News"


def test_whose_a_picture_is() -> None:
    picture = "A crane stands idle on the quay.\n(Mary Roe / The Straits Times)"
    article = read(f"{{T}}\n{picture}\nBy Jane Doe\nMay 3, 2019\n\n")
    assert (article.authors, article.source, article.date) == (("Jane Doe",), "", "2019-05-03")


@pytest.mark.parametrize(
    "byline", ["by Jane Doe", "di Jane Doe", "by Jane Doe and John Roe",
               "by Jane Doe, The Straits Times", "av Jane Doe - May 3, 2019"],
)  # fmt: skip
def test_a_byline_in_small_letters_below_a_long_line(byline: str) -> None:
    deck = "The vote comes after months of talks, but many questions remain open to all"
    article = read(f"{{T}}\n{deck}\n{byline}\n\n")
    assert (article.title, article.deck) == (TITLE, deck)
    assert article.authors[0] == "Jane Doe"


def test_a_sentence_that_goes_on_with_by_is_text() -> None:
    text = (
        "The quay that holds up the northern side of the old harbour was designed\n"
        "by Jane Doe in 1903 and has not been mended since, the harbour authority\n"
        "said on Monday.\n"
    )
    article = article_from(RawDocument(Form.TEXT, f"{TITLE}\n\n{text}\n{BODY}"), "a.txt")
    assert article.authors == ()
    assert "by Jane Doe in 1903 and has not been mended" in article.text


LATER = (
    "\n\nThe ferry returned to the quay on Monday, and many people of the town waited for it.\n\n"
    "It had been away for two years, the harbour master said, and nobody knew where it had been."
)


@pytest.mark.parametrize(
    "byline",
    [
        "By\nAnn Poe\nand\nJohn Roe\nUpdated Jan. 5, 2020 4:02 pm ET",
        "By \n\nAnn Poe\n\nand\n\nJohn Roe\n\nJan. 5, 2020",
        "By Ann Poe in Paris and\nJohn Roe in London\nJan. 5, 2020",
        "By Ann Poe in Washington\nand John Roe in New York\nJan. 5, 2020",
        "By Ann Poe\nJohn Roe\nJan. 5, 2020",
        "BY ANN POE AND\nJOHN ROE\nStaff Writers\nJan. 5, 2020",
        "Von Ann Poe, Berlin, und\nJohn Roe, Paris\n5. Januar 2020",
        "Par\nAnn Poe\net\nJohn Roe\nPublié le 5 janvier 2020 à 10h15",
        "Por\nAnn Poe\ny\nJohn Roe\n5 de enero de 2020",
    ],
)
def test_a_byline_with_names_on_lines_of_their_own(byline: str) -> None:
    claims = read_head(f"Ferry Returns to Quay\n{byline}{LATER}").claims
    assert [c.value for c in claims if c.field == "authors"] == ["Ann Poe", "John Roe"]
    assert not [c for c in claims if c.field == "deck"]
    assert {c.value[:10] for c in claims if c.field == "date"} == {"2020-01-05"}


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By \nAnn Poe\n,\nEve Coe\n and \nJohn Roe", ["Ann Poe", "Eve Coe", "John Roe"]),
        ("By Ann Poe,\nEve Coe and\nJohn Roe", ["Ann Poe", "Eve Coe", "John Roe"]),
        ("Ann Poe in Paris, Eve Coe in Rome\nand Jo Wu in Oslo", ["Ann Poe", "Eve Coe", "Jo Wu"]),
        ("By\nJohn W. Poe, Jr.\nFollow", ["John W. Poe Jr."]),
        ("by\nAnn Poe, Staff Writer", ["Ann Poe"]),
        ("By Ann Poe\nReporter", ["Ann Poe"]),
        ("By Ann Poe\nHarbour Times", ["Ann Poe"]),
        ("By Ann Poe\nNew York", ["Ann Poe"]),
    ],
)  # fmt: skip
def test_what_goes_on_in_a_byline_and_what_does_not(byline: str, authors: list[str]) -> None:
    claims = read_head(f"Ferry Returns to Quay\n{byline}\nJan. 5, 2020{LATER}").claims
    assert [c.value for c in claims if c.field == "authors"] == authors
    sources = [c.value for c in claims if c.field == "source"]
    assert sources == (["Harbour Times"] if "Times" in byline else [])


def test_the_day_behind_an_update_is_that_of_publication() -> None:
    line = "Updated Oct 24, 2024, 4:27 pm EDT / Original Oct 23, 2024, 10:27 pm EDT"
    claims = read_head(f"Ferry Returns to Quay\nBy\nAnn Poe\nFollow\n{line}{LATER}").claims
    best = max((c for c in claims if c.field == "date"), key=lambda c: c.confidence)
    assert best.value.startswith("2024-10-23")
    assert [c.value[:10] for c in claims if c.field == "modified"] == ["2024-10-24"]


def test_a_headline_of_sentences_above_a_deck_and_a_byline() -> None:
    title = "The Ferry Left Orlo Two Years Ago. Now It Needs to Come Back."
    deck = "Leaks and other problems of the engine prompt the harbour to wait for the boat’s return"
    claims = read_head(f"{title}\n{deck}\nBy\nAnn Poe\nJan. 5, 2020{LATER}").claims
    assert [c.value for c in claims if c.field in ("title", "deck")] == [title, deck]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Rumbidzai Poe-Senior Reporter", ("Rumbidzai Poe",)),
        ("Anna Poe in ORLO", ("Anna Poe",)),
        ("Anna Poe, Quay University and John Roe, Orlo College", ("Anna Poe", "John Roe")),
        ("Anna Poe\n11–14 minutes", ("Anna Poe",)),
        ("Anna Poe\n4 min read", ("Anna Poe",)),
    ],
)
def test_what_authors_are_and_where_behind_their_names(line: str, authors: tuple[str, ...]) -> None:
    article = read(f"{TITLE}\n{line}\n\n{BODY}")
    assert (article.title, article.authors) == (TITLE, authors)
    assert article.text.startswith("The harbour authority")


def test_who_is_somewhere_in_a_headline_is_no_author() -> None:
    assert read(f"Anna Poe in ORLO\n\nShe came by boat.\n\n{BODY}").authors == ()


@pytest.mark.parametrize("line", ["Text Notes and Threads", "Text Reading and Writing"])
def test_a_line_that_begins_with_the_word_text_stays_where_no_name_follows(line: str) -> None:
    article = read(f"{TITLE}\n\n{line}\n\n{BODY}")
    assert article.authors == ()
    assert line in article.text


def test_who_wrote_the_text_where_a_name_follows() -> None:
    assert read(f"{TITLE}\nText Anna Poe\n\n{BODY}").authors == ("Anna Poe",)


def test_the_kind_of_work_with_the_name_below_it() -> None:
    article = read(f"{TITLE}\nAnalysis by\nAnn Poe\nOct 19, 2025\n\n{BODY}")
    assert (article.authors, article.deck) == (("Ann Poe",), "")
