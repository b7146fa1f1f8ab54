"""Exports of databases as people have them: every article, with its facts."""

from __future__ import annotations

import io

import format_samples as samples
import pytest

from newsgrep import Article
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in


def articles(name: str, data: bytes | str) -> list[Article]:
    raw = data.encode() if isinstance(data, str) else data
    found = list(articles_in(io.BufferedReader(io.BytesIO(raw), HEAD), name, name))
    assert all(isinstance(one, Article) for one in found), found
    return found  # type: ignore[return-value]


@pytest.mark.parametrize("kind", [k for k in samples.TWO if "text" in k])
@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_line_ends_make_no_difference(kind: str, end: bytes) -> None:
    name, data = samples.TWO[kind]
    expected = [(a.title, a.date, a.authors, a.source, a.text) for a in articles(name, data)]
    found = articles(name, data.replace(b"\r\n", b"\n").replace(b"\n", end))
    assert [(a.title, a.date, a.authors, a.source, a.text) for a in found] == expected
    assert len(found) == 2


def test_form_feeds_are_line_ends() -> None:
    name, data = samples.TWO["Nexis text"]
    assert b" DOCUMENTS" in data
    fed = b"\n".join(
        b"\x0c" + line if line.endswith(b" DOCUMENTS") else line for line in data.split(b"\n")
    )
    assert len(articles(name, fed)) == 2


@pytest.mark.parametrize("again", [(), (0.0, 1.4), (0.3, 0.0)])
def test_a_pdf_that_sets_each_glyph_by_itself_has_words(again: tuple[float, ...]) -> None:
    """Once, or twice a little apart: so letters are made to look bold."""
    lines = ["Ferry firm sells its last boat", "By Jane Doe", "January 11, 2010", ""]
    lines += ["The ferry firm sold its last boat to a buyer from Bergen,", "it said on Monday."]
    # Widths of Helvetica, in thousandths of the size.
    widths = (
        dict.fromkeys("ilj", 222) | dict.fromkeys("tf ,.", 278) | dict.fromkeys("sckvxyzJ", 500)
    )
    widths |= {"r": 333, "m": 833, "M": 833, "w": 722, "F": 611, "T": 611, "B": 667, "D": 722}
    glyphs = []
    for row, line in enumerate(lines):
        x = 60.0
        for letter in line:
            if letter != " ":
                glyphs.append((round(x, 2), 740.0 - 16 * row, 11.0, letter))
                if again:
                    right, up = again
                    glyphs.append((round(x + right, 2), 740.0 - 16 * row + up, 11.0, letter))
            x += 11.0 * widths.get(letter, 556) / 1000
    (article,) = articles("a.pdf", samples.pdf([glyphs]))
    assert article.title == "Ferry firm sells its last boat"
    assert article.authors == ("Jane Doe",)
    assert article.text == (
        "The ferry firm sold its last boat to a buyer from Bergen, it said on Monday."
    )


COUNTER = "                               {} of 9 DOCUMENTS"
NEXIS = """
                                  The Courier

                            January 11, 2010 Monday
                                   Edition 1;
                                    Scotland

Ferry firm sells its last boat;
The crew stays

BYLINE: JANE DOE in Oslo

SECTION: NEWS; Pg. 7A

LENGTH: 77 words

The ferry firm sold its last boat on Sunday.

LOAD-DATE: January 11, 2010
"""


def nexis(*pieces: str) -> list[Article]:
    text = "\n".join(COUNTER.format(n) + "\n\n" + piece for n, piece in enumerate(pieces, 1))
    return articles("nexis.txt", text)


def test_a_centred_line_of_a_nexis_head_is_no_headline() -> None:
    (article,) = nexis(NEXIS)
    assert (article.title, article.deck) == ("Ferry firm sells its last boat", "The crew stays")
    assert (article.source, article.authors) == ("The Courier", ("Jane Doe",))
    assert (article.section, article.date) == ("NEWS", "2010-01-11")
    assert article.text == "The ferry firm sold its last boat on Sunday."


def test_a_nexis_headline_may_stand_above_the_date_and_the_text_above_the_labels() -> None:
    first, second = nexis(
        """
                            Harbour Press Agency

LEADALL: Two more ferries of the missing seven found in the port of
Oslo

                            April 20, 2003, Sunday
                          23:22 Central European Time

Two ferries were found in the port on Sunday.

SECTION: Politics

LENGTH: 106 words

LOAD-DATE: May 8, 2003
""",
        """
                               Harbour News Service

  No Harbour News Service material may be republished without the express written
                   permission of the Harbour News Service, Inc.

                     January 14, 2009 Wednesday 6:49 PM PST

LENGTH: 71 words

DATELINE: LOS ANGELES

Jane Doe, who sailed round the world, died today.

LOAD-DATE: January 15, 2009
""",
    )
    assert first.title == "LEADALL: Two more ferries of the missing seven found in the port of Oslo"
    assert (first.source, first.date) == ("Harbour Press Agency", "2003-04-20T23:22:00+01:00")
    assert first.text == "Two ferries were found in the port on Sunday."
    assert (second.source, second.place) == ("Harbour News Service", "Los Angeles")
    assert second.text == "Jane Doe, who sailed round the world, died today."


def test_nexis_in_german_french_and_dutch() -> None:
    german, french, dutch = nexis(
        """
                                 Hafen-Zeitung

                            Mittwoch 31. August 2011

Reederei verkauft Fähre

AUTOR: Anna Poe

RUBRIK: WIRTSCHAFT; S. 7

LÄNGE: 306 Wörter

Die Reederei hat am Dienstag ihre letzte Fähre verkauft.

UPDATE: 2. September 2011

SPRACHE: GERMAN; DEUTSCH
""",
        """
                           Copyright 2003 Le Quai

                                    Le Quai
                                  27 mars 2003

LONGUEUR: 876 mots

TITRE: La régate aura lieu;
Peu d'annulations

SIGNATURE: Anne Poe, Jean Roe (avec A. B. à Oslo)

CHAPEAU: Les voiliers partiront.

CORPS:

Les voiliers partiront à midi.

LANGUE: FRENCH
""",
        """
                    Copyright 2015 Kade Nederland BV
                              All Rights Reserved

                                     Kade

                               1 mei 2015 vrijdag

LENGTE: 20 woorden

KOP: Veerboot verkocht

AUTEUR: POE, ANNA

TEKST:

De rederij heeft haar boot verkocht.

TAAL: Dutch / Nederlands
""",
    )
    assert (german.title, german.authors, german.section) == (
        "Reederei verkauft Fähre", ("Anna Poe",), "WIRTSCHAFT",
    )  # fmt: skip
    assert (german.date, german.modified) == ("2011-08-31", "2011-09-02")
    assert german.text == "Die Reederei hat am Dienstag ihre letzte Fähre verkauft."
    assert (french.title, french.deck) == ("La régate aura lieu", "Les voiliers partiront.")
    assert (french.authors, french.date) == (("Anne Poe", "Jean Roe"), "2003-03-27")
    assert french.text == "Les voiliers partiront à midi."
    assert (dutch.title, dutch.authors, dutch.source) == (
        "Veerboot verkocht", ("Anna Poe",), "Kade",
    )  # fmt: skip
    assert (dutch.date, dutch.text) == ("2015-05-01", "De rederij heeft haar boot verkocht.")


UNI = """Ferry firm sells boat {n}

The Harbour Times (London)

June 3, 2003 Tuesday 9:33 AM GMT{under}

Copyright 2003 Harbour Media All Rights Reserved

Section: Financial; E01

Length: 30 words

Byline: By JANE DOE; John Roe contributed reporting.

Body

The ferry firm sold boat number {n} on Monday.

Load-Date: June 3, 2003

End of Document

"""
COVER = """Date and Time: Wednesday, December 19, 2018 7:11:00 PM EST

Job Number: 79565034

Documents ({count})

{listed}
Content Type

Narrowed by

News

Sources: The Harbour Times

"""
LISTED = """{n}. Ferry firm sells boat {n}

Client/Matter: -None-

Search Terms: ferry AND (boat OR ship) AND publication(harbour times)

Search Type: Terms and Connectors

Narrowed by:

"""


@pytest.mark.parametrize("count", [2, 150])
def test_the_cover_of_nexis_uni_is_passed_over(count: int) -> None:
    numbers = range(1, count + 1)
    listed = "".join(LISTED.format(n=n) for n in numbers)
    text = COVER.format(count=count, listed=listed)
    text += "".join(UNI.format(n=n, under="") for n in numbers)
    for found in (articles("a.txt", text), articles("a.docx", samples.docx(text))):
        assert [a.title for a in found] == [f"Ferry firm sells boat {n}" for n in numbers]
        assert {a.date for a in found} == {"2003-06-03T09:33:00+00:00"}
        assert {(a.source, a.section) for a in found} == {("The Harbour Times", "Financial")}
        assert {a.authors for a in found} == {("Jane Doe", "John Roe")}


@pytest.mark.parametrize(
    "under",
    ["\n\nDistribution: Every Zone", "\n\nLate Edition - Final", "\nCorrection Appended",
     "\n\n FIRST EDITION"],
)  # fmt: skip
def test_lines_under_the_date_of_nexis_uni_are_no_headline(under: str) -> None:
    (article,) = articles("a.txt", UNI.format(n=1, under=under))
    assert article.title == "Ferry firm sells boat 1"
    assert article.text == "The ferry firm sold boat number 1 on Monday."


def test_a_correction_of_nexis_uni_is_kept() -> None:
    text = UNI.format(n=1, under="").replace(
        "Load-Date", "Correction\n\nCorrection: June 5, 2003\nIt was boat number 2.\n\nLoad-Date"
    )
    (article,) = articles("a.txt", text)
    assert "It was boat number 2." in article.text
    assert article.correction.startswith("Correction: June 5, 2003")


def test_lexisnexis_as_a_web_page() -> None:
    def lines(*given: tuple[str, str]) -> str:
        return "".join(f"<br><div class='{c}'><p class='{c}'>{t}</p></div>" for c, t in given)

    page = "<html><head><style>.c0 { text-align: center; } .c5 { text-align: left; }</style>"
    page += "<!-- LXNComment 1:2 --></head><body>"
    for number, title in ((1, "Ferry sold"), (2, "Ferry bought")):
        page += lines(
            ("c0", f"{number} of 2 DOCUMENTS"), ("c0", "The Courier"),
            ("c0", "<span>December</span><span> 19, 1991, Sunday, Late Edition</span>"),
            ("c5", title), ("c5", "<span>BYLINE: </span><span>By JANE DOE</span>"),
            ("c5", "LENGTH: 84 words"), ("c5", "The ferry changed hands."),
            ("c5", "LOAD-DATE: December 19, 1991"),
        )  # fmt: skip
    found = articles("a.html", page + "</body></html>")
    assert [a.title for a in found] == ["Ferry sold", "Ferry bought"]
    assert {(a.source, a.date, a.authors, a.text) for a in found} == {
        ("The Courier", "1991-12-19", ("Jane Doe",), "The ferry changed hands.")
    }


def factiva(outer: str, words: str, date: str, language: str) -> str:
    article = (
        "<div class='article enArticle'><p></p><div>News</div><div id='hd'>"
        "<span class='enHeadline'>Ferry firm sells its last boat</span></div>"
        f"<div class='author'>Jane Doe</div><div>{words}</div><div>{date}</div><div>09:30</div>"
        f"<div>The Courier</div><div>COUR</div><div>13</div><div>{language}</div>"
        "<div>(c) 2017 Courier Ltd</div><p></p>"
        "<p class='articleParagraph enarticleParagraph'>The boat was sold.</p>"
        "<p class='articleParagraph enarticleParagraph'>The crew stays.</p>"
        "<p>Courier Ltd</p><p>Document COUR000020171113edbd0000d</p></div>"
    )
    whole = outer.replace("ARTICLE", article)
    return f"<html><head><title>Factiva</title></head><body>{whole}</body></html>"


@pytest.mark.parametrize("outer", ["ARTICLE", "<div id='article-1' class='article'>ARTICLE</div>"])
@pytest.mark.parametrize(
    ("words", "date", "language"),
    [("80 words", "13 November 2017", "English"), ("80 字", "2017 年 11 月 13 日", "英文"),
     ("80 Wörter", "13 November 2017", "Englisch"), ("80 mots", "13 novembre 2017", "Anglais")],
)  # fmt: skip
def test_factiva_pages_in_any_language(outer: str, words: str, date: str, language: str) -> None:
    (article,) = articles("a.html", factiva(outer, words, date, language))
    assert article.title == "Ferry firm sells its last boat"
    assert (article.authors, article.source, article.section) == (
        ("Jane Doe",), "The Courier", "News",
    )  # fmt: skip
    assert (article.date, article.language) == ("2017-11-13T09:30:00", "en")
    assert article.text == "The boat was sold.\n\nThe crew stays."


def test_the_whole_screen_of_factiva_saved_from_a_browser() -> None:
    one = factiva("ARTICLE", "80 Wörter", "13 November 2017", "Deutsch")
    body = one.partition("<body>")[2].replace("</body></html>", "")
    style = "<style>" + "body{margin:0}" * 2000 + "</style>"
    page = f"<html><head>{style}<title>Factiva</title></head><body>{body}<br>{body}</body></html>"
    found = articles("a.html", page)
    assert [(a.title, a.source, a.date) for a in found] == [
        ("Ferry firm sells its last boat", "The Courier", "2017-11-13T09:30:00")
    ] * 2
    assert found[1].text == "The boat was sold.\n\nThe crew stays."


def proquest(number: int) -> str:
    return (
        f"<div><a name='DocID_X_{number}'></a><p></p><p>Ferry sold {number}</p>"
        "<p><strong>Author: </strong>Doe, Jane; Roe, John</p>"
        "<p><strong>Publication info: </strong>The Courier ; Port Ellis 08 May 2010: A2.</p>"
        "<p><a href='https://p.example/1'>ProQuest document link</a></p>"
        "<p><strong>Abstract: </strong>None available.</p><p><strong>Full text: </strong><Text>"
        "<html><head><title></title></head><body><p>The boat was sold.</p><p>The crew stays.</p>"
        f"</body></html></Text></p><p><strong>Title: </strong>Ferry sold {number}</p>"
        "<p><strong>Publication title: </strong>The Courier, Late Edition; Port Ellis</p>"
        "<p><strong>Publication date: </strong>May 8, 2010</p></div>"
    )


def test_proquest_as_a_page_and_as_a_mail() -> None:
    page = f"<html><head></head><body>{''.join(map(proquest, range(1, 4)))}</body></html>"
    mail = (
        "From: noreply@proquest.example\nTo: a@b.example\nSubject: Your ProQuest Research\n"
        "Date: Mon, 01 Jan 2024 12:00:00 +0000\nMIME-Version: 1.0\n"
        f"Content-Type: text/html; charset=utf-8\n\n{page}\n"
    )
    for found in (articles("a.html", page), articles("a.eml", mail)):
        assert [a.title for a in found] == ["Ferry sold 1", "Ferry sold 2", "Ferry sold 3"]
        assert {(a.date, a.source, a.authors, a.deck) for a in found} == {
            ("2010-05-08", "The Courier", ("Jane Doe", "John Roe"), "")
        }
        assert {a.text for a in found} == {"The boat was sold.\n\nThe crew stays."}


def test_europresse_as_it_was() -> None:
    def article(title: str, author: str) -> str:
        return (
            "<table><tr><td><span class='DocPublicationName'>Le Quai, no. 12</span><br>"
            "<span class='DocHeader'>Politique, </span><span class='DocHeader'>jeudi </span>"
            f"<span class='DocHeader'>5 octobre 2013</span><br><br>"
            f"<span class='TitreArticleVisu'>{title}</span><br><br>{author}L'armateur a vendu."
            "<font> Il part.</font><p></p>Il ne reviendra pas.<p></p><b><i>&copy; 2013 Le Quai."
            "</i></b><p></p>Num&eacute;ro de document : news<br></td></tr></table>"
        )

    page = f"<html><body>{article('Un', 'Anne Poe<br>')}{article('Deux', '')}</body></html>"
    first, second = articles("a.html", page)
    assert (first.title, first.authors, second.authors) == ("Un", ("Anne Poe",), ())
    assert (second.source, second.date, second.section) == ("Le Quai", "2013-10-05", "Politique")
    assert first.text == "L'armateur a vendu. Il part.\n\nIl ne reviendra pas."


@pytest.mark.parametrize(
    "head",
    [
        "Delivered-To: a@b.example\nARC-Seal: i=1; a=rsa-sha256\n",
        "Received: from a by b; Mon, 01 Jan 2024\nAuthentication-Results: x\nReceived-SPF: pass\n",
        "To: <a@b.example>\nCC: c@d.example\n",
        "Sender: list@b.example\nThread-Topic: Ferry\n",
        "\ufeffTo: a@b.example\nX-Odd_Header: 1\n",
        "   \n\n\nReturn-Path: <a@b.example>\n",
    ],
)
def test_any_head_of_a_mail(head: str) -> None:
    mail = (
        f"{head}From: Jane Doe <jane@b.example>\nSubject: Ferry sold\n"
        "Date: Mon, 01 Jan 2024 12:00:00 +0000\n\nThe boat was sold on Monday."
    )
    for data in (mail, mail.replace("\n", "\r\n"), mail.encode("utf-16")):
        (article,) = articles("saved", data)
        assert (article.title, article.authors) == ("Ferry sold", ("Jane Doe",))
        assert article.text == "The boat was sold on Monday."


def test_the_number_of_a_list_is_no_source() -> None:
    mail = (
        "From: Jane Doe <jane@b.example>\nSubject: Ferry sold\nDate: Mon, 01 Jan 2024 12:00:00\n"
        "List-ID: 3f21937f0f636c8cec1db30bfmc list <3f21937f0f.140953.list-id.mcsv.net>\n\nSold.\n"
    )
    (article,) = articles("a.eml", mail)
    assert article.source == ""


def test_a_labelled_head_of_a_text_is_no_mail() -> None:
    (article,) = articles(
        "a.txt", "From: The Courier\nDate: 1 May 2017\nTitle: Sold\n\nIt was sold."
    )
    assert (article.title, article.date) == ("Sold", "2017-05-01")


def test_a_web_archive_of_short_pages_says_so() -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    for number in (1, 2):
        page = io.BytesIO(b"<html><body><h1>Example</h1><p>For use in examples.</p></body></html>")
        address = f"https://h.example/{number}"
        writer.write_record(
            writer.create_warc_record(address, "response", payload=page, http_headers=headers)
        )
    data = io.BufferedReader(io.BytesIO(out.getvalue()), HEAD)
    (failure,) = articles_in(data, "a.warc.gz", "a.warc.gz")
    assert isinstance(failure, Failure)
    assert failure.reason == "2 pages with too little text for an article"


def test_clippings_of_apa_and_mediargus() -> None:
    apa = "".join(
        f'"Kurier" vom 0{n}.10.2017 Seite: 2\nRessort: Politik\n\n\nFähre {n}\n\nSie fährt.\n\n\n'
        for n in (1, 2)
    )
    mediargus = "".join(
        f"{n}. Fähre {n}\n\nKurier, zondag {n} oktober 2017, p. 23, 85w.\n\nSie fährt.\n\n\n"
        for n in (1, 2)
    )
    for text in (apa, mediargus):
        first, second = articles("a.txt", text)
        assert [first.title, second.title] == ["Fähre 1", "Fähre 2"]
        assert (first.date, second.date) == ("2017-10-01", "2017-10-02")
        assert (first.source, first.text) == ("Kurier", "Sie fährt.")


@pytest.mark.parametrize(
    ("credit", "authors"),
    [
        ("Ann Poe", ("Ann Poe",)),
        ("Ann Poe Quay Star", ("Ann Poe",)),
        ("Ann Poe Hans Roe", ("Ann Poe", "Hans Roe")),
        ("Ann Poe Port Ellis Bureau Chief", ("Ann Poe",)),
        ("Ann Poe Reporter Ann Poe is a reporter at The Quay Star.", ("Ann Poe",)),
        ("Ann Poe OPINION Twitter: @annpoe", ("Ann Poe",)),
        ("Star staff and wire services", ()),
        (";", ()),
    ],
)
def test_who_is_credited_at_the_end_of_a_text_of_proquest(
    credit: str, authors: tuple[str, ...]
) -> None:
    rule = "_" * 60
    (article,) = articles(
        "a.txt",
        f"{rule}\n\nFerry sold\n\nFull text: OSLO-The ferry firm sold its boat.\nIt sails on.\n"
        f"\nCAPTION: A boat of the firm.\nCREDIT: {credit}\n\nTitle: Ferry sold\n\n"
        f"Publication title: Quay Star\n\nPublication date: Mar 9, 2022\n\n"
        f"ProQuest document ID: 12\n\n{rule}\n",
    )
    assert article.authors == authors
    assert article.text.endswith("It sails on.")
    assert article.place == "Oslo"
