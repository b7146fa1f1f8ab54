"""Nexis and LexisNexis as they are found: heads without blank lines, notices, editions."""

from __future__ import annotations

import format_samples as samples
import pytest
from test_exports import articles

from newsgrep import Article

STORY = """Late last month the ferry *Anna Poe* came home to Port Ellis, years after it was sold.
The crew stood on the quay and waved until the lamps of the harbour were lit."""


def uni(head: str, body: str = STORY) -> str:
    """An article of Nexis Uni as text, whose head has no blank lines between its labels."""
    return f"{head}\nBody\n\n\n{body}\nLoad-Date:\xa0August 24, 2019\n\n\nEnd of Document\n\n\n\n"


CROWDED = uni(
    """Anna Poe, diva of the northern ferries
Harbour Noticias English
August 23, 2019 Friday


Copyright 2019 Harbour Engine, LLC.
All Rights Reserved


Copyright 2019 Harbour Noticias All Rights Reserved
Section:\xa0TRAVEL
Length:\xa0720 words
Byline:\xa0By Jane Doe and John Roe
Dateline:\xa0PORT ELLIS (HN)"""
)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_head_without_blank_lines_is_no_text(end: str) -> None:
    first, second = articles("a.txt", (CROWDED * 2).replace("\n", end))
    for article in (first, second):
        assert article.title == "Anna Poe, diva of the northern ferries"
        assert (article.source, article.date) == ("Harbour Noticias English", "2019-08-23")
        assert article.authors == ("Jane Doe", "John Roe")
        assert (article.section, article.place) == ("TRAVEL", "Port Ellis")
        assert article.modified == "2019-08-24"
        assert article.text.startswith("Late last month")
        assert article.text.endswith("harbour were lit.")


def test_a_text_may_begin_right_below_its_label() -> None:
    (article,) = articles("a.txt", CROWDED.replace("Body\n\n\n", "Body\n" + "word " * 500))
    assert article.title == "Anna Poe, diva of the northern ferries"
    assert article.text.startswith("word word")


def test_a_short_line_of_a_text_is_no_source() -> None:
    body = "Ferries and boats at hand\n\n5,389\n\n4,832\n\nTime deposits\n\n" + STORY
    (article,) = articles("a.txt", uni(
        """Ferry firm reports its second quarter
Harbour Wire
August 7, 2019 Wednesday 7:00 PM EST


Copyright 2019 Harbour Wire Inc. All Rights Reserved
Length:\xa02400 words""", body,
    ))  # fmt: skip
    assert (article.title, article.source) == (
        "Ferry firm reports its second quarter", "Harbour Wire",
    )  # fmt: skip
    assert article.date == "2019-08-07T19:00:00-05:00"
    assert article.text.startswith("Ferries and boats at hand")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("April 7, 2018 Saturday, The Courier of the Harbour on the Web", "2018-04-07"),
        ("December 5, 2020 Saturday 00:08Invalid date found for VDI: 1598864720 XCEDOCID: 0 LNI: "
         "61FH-77C1-0000-S0BK-00000-00. Date output 'as-is'.GMT", "2020-12-05T00:08:00"),
        ("", ""),
    ],
)  # fmt: skip
def test_the_source_stands_above_the_notices(date: str, expected: str) -> None:
    head = f"Ferry firm sells its boats\nThe Courier\n{date}\n\nCopyright 2018 Courier Company"
    (article,) = articles("a.docx", samples.docx(uni(head + "\nLength:\xa0300 words")))
    assert (article.title, article.source) == ("Ferry firm sells its boats", "The Courier")
    assert article.date == expected
    assert article.text.startswith("Late last month")


def test_a_corrected_article_without_a_date_has_its_source_and_its_headline() -> None:
    text = """HARBOUR BUSINESS;
Ferries Gain Ground on the Quay - Correction Appended

The Courier (London) - Final Edition

 Correction Appended

Copyright 2005 Courier Newspapers Limited

Distribution:\xa0Business Desk

Byline:\xa0By ANNA POE

By ANNA POE

Dateline:\xa0LONDON

Body

"""
    (article,) = articles(
        "a.txt",
        f"{text}{STORY}\n\nCorrection\n\n* It was the other ferry.\n"
        "Correction-Date: October 12, 2005\n\nLoad-Date: September 24, 2005\n\nEnd of Document\n",
    )
    assert (article.title, article.deck) == ("Ferries Gain Ground on the Quay", "")
    assert (article.source, article.authors) == ("The Courier", ("Anna Poe",))
    assert (article.place, article.date, article.modified) == ("London", "", "2005-10-12")
    assert article.text.endswith("* It was the other ferry.")
    assert article.text.startswith("Late last month")


CLASSIC = """1 of 1 DOCUMENTS

{notice}

{date}
Met 2 Edition

SECTION: NEWS; Pg. 1

LENGTH: 33 words

HEADLINE: Ferry comes home

{labels}BODY:
{text}

LOAD-DATE: July 1, 2015
"""


def classic(notice: str, labels: str = "", *, centred: bool) -> Article:
    date = "July 1, 2015 Wednesday"
    if centred:
        notice = "\n".join(f"{' ' * 25}{line}" if line else "" for line in notice.split("\n"))
        date = " " * 25 + date
    text = CLASSIC.format(notice=notice, date=date, labels=labels, text=STORY)
    (article,) = articles("a.txt", text)
    assert (article.title, article.date) == ("Ferry comes home", "2015-07-01")
    assert article.text.startswith("Late last month")
    return article


@pytest.mark.parametrize("centred", [True, False])
@pytest.mark.parametrize(
    ("notice", "source"),
    [
        ("Copyright 2015 Harbour Newspapers Pty (Ltd)\nAll Rights Reserved\nThe Quay Bell",
         "The Quay Bell"),
        ("Copyright 2015 Quay TV\nProvided by Harbour Media Inc.\nAll Rights Reserved\n\nQuay TV",
         "Quay TV"),
        ("Copyright 2015 Quay.Harbour Interactive Company, LLC d/b/a\nQuay Post Digital\n"
         "All Rights Reserved\n\nThe Quay Bell", "The Quay Bell"),
        ("Copyright 2015 The Quay Bell\nDistributed by Harbour Agency\nThe Quay Bell",
         "The Quay Bell"),
    ],
)  # fmt: skip
def test_a_copyright_notice_is_no_source(notice: str, source: str, centred: bool) -> None:
    assert classic(notice, centred=centred).source == source


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ("The Times (London)", "The Times"),
        ("The Times (South Africa)", "The Times (South Africa)"),
        ("The Sun (Nigeria)", "The Sun (Nigeria)"),
        ("The Quay Bell (Ohio)", "The Quay Bell"),
    ],
)
def test_papers_of_one_name_are_told_apart_by_their_places(written: str, source: str) -> None:
    notice = f"Copyright 2015 Harbour Newspapers\n\n{written}"
    assert classic(notice, centred=True).source == source


def test_a_slug_is_no_deck() -> None:
    article = classic(
        "Copyright 2015 Quay\n\nThe Quay Bell", "ABSTRACT\n\nport homicide\n\n", centred=True
    )
    assert (article.deck, article.tags) == ("", ("port homicide",))


def test_an_address_behind_a_headline_is_the_articles() -> None:
    text = """1 von 1 DOKUMENTEN


                                  Hafen Online

                    27. Februar 2012 Montag 9:50 PM GMT+1

Fähre verkauft;
Die Reederei gibt auf; http://www.hafen.example/wirtschaft/0,1518,817,00.html

AUTOR: Anna Poe

RUBRIK: WIRTSCHAFT

LÄNGE: 306 Wörter

Die Reederei hat am Dienstag ihre letzte Fähre verkauft.

UPDATE: 28. Februar 2012
"""
    (article,) = articles("a.txt", text)
    assert (article.title, article.deck) == ("Fähre verkauft", "Die Reederei gibt auf")
    assert article.url == "http://www.hafen.example/wirtschaft/0,1518,817,00.html"
    assert article.date == "2012-02-27T21:50:00+01:00"


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("THE QUAY BELL, Writer", ()),
        ("Quay Bell, Ohio", ()),
        ("Ann Poe, Quay Bell, Ohio", ("Ann Poe",)),
        ("Ann Poe and John Roe Quay Bell Staff", ("Ann Poe", "John Roe")),
    ],
)
def test_the_paper_is_none_of_its_authors(byline: str, authors: tuple[str, ...]) -> None:
    article = classic("The Quay Bell", f"BYLINE: {byline}\n\n", centred=True)
    assert article.authors == authors


def test_an_export_as_pdf_is_read_as_its_articles() -> None:
    Page = list[tuple[float, float, float, str]]

    def centred(y: float, text: str) -> tuple[float, float, float, str]:
        # Widths of Helvetica, nearly, in tenths of a letter's height.
        widths = dict.fromkeys("iljtfI,. ", 2.78) | dict.fromkeys("mwMW", 8.0)
        width = sum(widths.get(c, 6.9 if c.isupper() else 5.4) for c in text)
        return (306 - width / 2, y, 10, text)

    def opening(number: int, title: str) -> Page:
        return [
            centred(690, f"{number} of 2 DOCUMENTS"), centred(650, "Copyright 2015 Quay Company"),
            centred(637, "All Rights Reserved"), centred(600, "The Quay Bell"),
            centred(575, "July 1, 2015 Wednesday"), (65, 540, 10, "LENGTH: 60 words"),
            (65, 515, 10, f"HEADLINE: {title}"), (65, 490, 10, "BYLINE: ANN POE"),
            (65, 465, 10, "BODY:"), (65, 440, 10, "Late last month the ferry came home to Port "
             "Ellis, years after it was sold, and the crew stood waving on the"),
            (65, 427, 10, "quay."),
            (65, 400, 10, "The lamps of the harbour were lit, and the whole town came down to the"),
            (300, 30, 10, f"Page {number}"),
        ]  # fmt: skip

    more: Page = [
        centred(735, "Ferry comes home The Quay Bell July 1, 2015 Wednesday"),
        (65, 690, 10, "water to see it."), (65, 660, 10, "It will stay."),
        (65, 630, 10, "LOAD-DATE: July 2, 2015"), (300, 30, 10, "Page 2"),
    ]  # fmt: skip
    pytest.importorskip("pypdfium2")
    data = samples.pdf([opening(1, "Ferry comes home"), more, opening(2, "Ferry leaves"), more])
    first, second = articles("a.pdf", data)
    assert (first.title, second.title) == ("Ferry comes home", "Ferry leaves")
    assert (first.source, first.date, first.modified) == (
        "The Quay Bell", "2015-07-01", "2015-07-02",
    )  # fmt: skip
    assert (first.authors, first.part, second.part) == (("Ann Poe",), "pages 1-2", "pages 3-4")
    assert first.text == (
        "Late last month the ferry came home to Port Ellis, years after it was sold, and the crew"
        " stood waving on the quay.\n\nThe lamps of the harbour were lit, and the whole town came"
        " down to the water to see it.\n\nIt will stay."
    )


BARE = (
    "Ferry sold\nThe Courier\nAugust 23, 2019 Friday\n\nCopyright 2019 Courier\nLength: 300 words"
)


def test_what_stands_below_a_story_is_none_of_it() -> None:
    below = "\u2028Load-Date:\xa0August 24, 2019\n\n\u2028\n\nEnd of Document\n\n"
    (article,) = articles("a.txt", f"{BARE}\nBody\n\n\n{STORY}\n{below}")
    assert article.text.endswith("the harbour were lit.")
    below = "Classification\n\n\nLanguage:\xa0ENGLISH\n\n\nSubject:\xa0FERRIES (90%)\n\n\n"
    (article,) = articles("a.txt", uni(BARE, f"{STORY}\n{below}"))
    assert article.text.endswith("the harbour were lit.")
    assert article.tags == ("Ferries",)


@pytest.mark.parametrize(("loaded", "modified"), [("22", ""), ("24", "2019-08-24")])
def test_an_article_loaded_the_evening_before_is_not_modified(loaded: str, modified: str) -> None:
    text = uni(BARE).replace("August 24", f"August {loaded}")
    (article,) = articles("a.txt", text)
    assert (article.date, article.modified) == ("2019-08-23", modified)
