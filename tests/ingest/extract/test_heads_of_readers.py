"""Heads as readers' tools, archives, wires and friends write them around an article."""

from __future__ import annotations

from io import BufferedReader, BytesIO

import pytest
from quay import BODY, article_of
from quay import TITLE as T

from newsgrep import Article
from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.formats.containers import mail
from newsgrep.ingest.raw_document import RawDocument


def read(head: str) -> Article:
    return article_of(head.replace("{T}", T) + "\n\n" + BODY)


def facts(article: Article) -> tuple[str, str, str, str]:
    return article.title, ", ".join(article.authors), article.date[:10], article.source


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("{T} / Jane Doe. - In: The Guardian. - 3 May 2019, p. 4", "Jane Doe"),
        ("{T} / Jane Doe and John Roe. - In: The Guardian. - 3 May 2019, p. 4",
         "Jane Doe, John Roe"),
        ("{T} / Hans Meier. – In: The Guardian, 3. Mai 2019, S. 14", "Hans Meier"),
        ("Doe, Jane, John Roe, and Anna Poe. “{T}.” The Guardian, 3 May 2019.",
         "Jane Doe, John Roe, Anna Poe"),
        ("{T}\n\nThe Guardian Editorial Board, 3 May 2019", ""),
        ("Doe, Jane, and John Roe. “{T}.” The Guardian, 3 May 2019.", "Jane Doe, John Roe"),
        ("{T}\nguardian.com · by Jane Doe · 3 May 2019", "Jane Doe"),
        ("{T}\ntheguardian.com | by Jane Doe and John Roe | May 3, 2019", "Jane Doe, John Roe"),
        ("The Guardian | Jane Doe | 3 May 2019\n\n{T}", "Jane Doe"),
        ("The Guardian | Jane Doe and John Roe | 3 May 2019\n\n{T}", "Jane Doe, John Roe"),
        ("The Guardian – Friday 3 May 2019 – Page 4 – Circulation: 104,326 – Jane Doe\n\n{T}",
         "Jane Doe"),
        ("7 | The Guardian | Friday 3 May 2019\n{T}\nBy Jane Doe", "Jane Doe"),
        ("The Guardian\n2019-05-03\nJane Doe, John Roe\n{T}", "Jane Doe, John Roe"),
        ("The Guardian\n\n{T}\n\nMay 3, 2019 08:07 pm\n\nJANE DOE AND JOHN ROE",
         "Jane Doe, John Roe"),
        ("The Guardian\n3 May 2019\n\n{T}\n\nJane Doe, Anna Poe and John Roe",
         "Jane Doe, Anna Poe, John Roe"),
        ("THE GUARDIAN\n\n{T}\n\nTamsolo Wexi, The Guardian\nFriday May 3, 2019", "Tamsolo Wexi"),
        ("{T}\nfrom The Guardian\nposted by Jane Doe on May 3, 2019 at 17:15", "Jane Doe"),
        ("{T}\n\nThis article first appeared in The Guardian on May 3, 2019.\n\nBy Jane Doe",
         "Jane Doe"),
        ("EDITORIAL\n\n{T}\n\nThe Guardian Editorial Board\nMay 3, 2019 3:12 PM", ""),
        ("{T}\n\nThe Guardian. Publisert på trykk 03.05.2019.\nJane Doe\nSide 5", "Jane Doe"),
        ("The Guardian\nSupport us\n\nWorld news\n\n{T}\n\nJane Doe\nFri 3 May 2019 16.13 BST",
         "Jane Doe"),
        ("QUAY WATCH\n\n{T}\n\nWords by Jane Doe\nThe Guardian, 3 May 2019", "Jane Doe"),
        ("[05/05/2019, 10:15:32] Bo: {T}\nThe Guardian, 3 May 2019\nBy Jane Doe", "Jane Doe"),
        ("05/05/2019, 10:15 - Bo Poe: {T}\nThe Guardian, 3 May 2019\nBy Jane Doe", "Jane Doe"),
        ("Lieber Bo, hier der Artikel. Gruß, Eva\n\n{T}\nJane Doe, The Guardian, 03.05.2019",
         "Jane Doe"),
        ("Thought this would interest you. K.\n\n{T}\nBy Jane Doe\nThe Guardian, May 3, 2019",
         "Jane Doe"),
    ],
)  # fmt: skip
def test_who_when_and_where_are_told(head: str, authors: str) -> None:
    assert facts(read(head)) == (T, authors, "2019-05-03", "The Guardian")


@pytest.mark.parametrize(
    "head",
    [
        "archive.today\nwebpage capture\nSaved from https://www.theguardian.com/quay-\n"
        "6 Aug 2021 09:14:22 UTC\n\n{T}\n\nBy Jane Doe\nMay 3, 2019",
        "archive.ph\nSaved from https://www.theguardian.com/quay\n"
        "no other snapshots from this url\n"
        "6 Aug 2021 09:14:22 UTC\nAll snapshots from host www.theguardian.com\n\n{T}\n\n"
        "By Jane Doe\nMay 3, 2019",
        "http://archive.today/AbC12\nwebpage capture\nSaved from\nhttps://www.theguardian.com/quay\n"
        "6 Aug 2021 09:14\n\n{T}\n\nBy Jane Doe\nMay 3, 2019",
        "The Wayback Machine -"
        " https://web.archive.org/web/20210806091422/https://www.theguardian.com/quay\n\n"
        "{T}\n\nBy Jane Doe\nMay 3, 2019",
    ],
)  # fmt: skip
def test_archives_of_the_web_are_no_source(head: str) -> None:
    article = read(head)
    assert facts(article) == (T, "Jane Doe", "2019-05-03", "The Guardian")
    assert article.url.startswith("https://www.theguardian.com/quay")


@pytest.mark.parametrize(
    "head",
    [
        "RTRS - {T}\n03-May-2019 09:32:10\n\nBy Jane Doe",
        "BC-US--Quay-Closed,1st Ld-Writethru/31\nEds: UPDATES: With details.\n{T}\n"
        "May 3, 2019\n\nBy JANE DOE",
    ],
)
def test_slugs_of_wires_are_no_headline(head: str) -> None:
    assert facts(read(head))[:3] == (T, "Jane Doe", "2019-05-03")


def test_two_sentences_are_a_headline_above_a_byline() -> None:
    title = "The quay won’t mend itself. One engineer has a plan to save it without money."
    article = read(f"The Guardian\n\n{title}\n\nby Jane Doe")
    assert (article.title, article.authors) == (title, ("Jane Doe",))


def test_a_headline_ends_with_a_name() -> None:
    text = (
        "Crews At The Old Quay Will\nGo On Without Any Pay For\nAdmiral Tolvo\n\nBy Jane Doe\n\n"
        "  The crews of the old quay have\nagreed to go on without any pay\n"
        "for the rest of the year, said\n"
        "somebody who had been asked by\nnobody at all about it.\n"
    )
    article = article_of(text)
    assert article.title == "Crews At The Old Quay Will Go On Without Any Pay For Admiral Tolvo"


@pytest.mark.parametrize(
    "text",
    [
        "MINISTER VISITS QUAY\n\nOSLO, March 4 - The harbour minister met his\ncounterpart Ann Poe,"
        " Economics Minister\nJean-Luc Roe and National Bank President Pierre\n"
        "Lorn on the last leg of"
        " a tour.\n",
    ],
)
def test_names_in_the_text_are_no_authors(text: str) -> None:
    article = article_of(text)
    assert article.authors == ()
    assert "By " not in article.text


def test_a_day_is_no_source() -> None:
    assert read("Qorvo Weekend | Tamsolo | 3 May 2019\n\n{T}").source != "3 May 2019"


def test_a_paper_whose_name_begins_as_a_volume_does() -> None:
    assert (
        read("{T}\nSource: Volkskrant\nDate: 3 May 2019").source.casefold().endswith("volkskrant")
    )


def test_a_letter_of_a_paper_has_a_byline_of_its_own() -> None:
    letter = (
        "From: The Guardian <letter@news.example>\nTo: undisclosed-recipients\n"
        f"Date: Fri, 03 May 2019 11:34:00 +0000\nSubject: {T}\n\nView in browser\n\n{T}\n\n"
        f"By Jane Doe\n\n{BODY}"
    )
    (document,) = mail.read(BufferedReader(BytesIO(letter.encode())), "letter.txt")
    assert isinstance(document, RawDocument)
    article = article_from(document, "letter.txt")
    assert facts(article) == (T, "Jane Doe", "2019-05-03", "The Guardian")
