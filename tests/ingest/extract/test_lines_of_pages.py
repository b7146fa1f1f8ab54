"""Heads below what pages, lists, courts and programs put above them, and between their lines."""

from __future__ import annotations

import pytest
from quay import LONGER_BODY, TITLE, article_of

BYLINE = "By Ann Poe\nMay 3, 2019\n\n"


@pytest.mark.parametrize(
    "above",
    [
        "Click to copy\nClick to copy\nRelated topics\n\n",
        "Skip to main content\nSupport the Courier\nFund independent journalism\n\n",
        "Browse · Search\nTopics · Post a story\n\nSkip to comments.\n\n",
        "Case 1:19-cv-01234-ABC Document 3-4 Filed 05/04/19 Page 2 of 3\n\n",
        "This is Google's cache of https://harbour.example/quay. It is a snapshot of the page as"
        " it appeared on 4 May 2019.\n\nFull version Text-only version View source\n\n",
        "Name: ____________ Period: ____\n\nArticle of the Week #2\n\n1. Mark what is unclear.\n\n",
        "   #alternate\n\n   (BUTTON) Menu\n   1. How relevant is this ad to you?\n\n",
        "-Harbour Watch-\n\nhttps://harbour.example/2019/05/03/quay\n\n",
        "Online edition of the Harbour Paper\n\nContact Us\nPrinter Friendly Page\n\n",
        "Interviews & Articles\n\n",
        "Spring naar de content\n\n",
        "109 Harbour Text        Friday 3 May 2019\n\n",
    ],
)
def test_headline_is_found_below_what_a_page_puts_above_it(above: str) -> None:
    article = article_of(f"{above}{TITLE}\n\n{BYLINE}{LONGER_BODY}")
    assert (article.title, article.authors, article.date) == (TITLE, ("Ann Poe",), "2019-05-03")
    assert article.text.endswith("behind the northern gate.")


@pytest.mark.parametrize("kicker", ["Dictatorship", "RMV", "Harbour Works", "Ann Poe"])
def test_kicker_above_headline_and_byline(kicker: str) -> None:
    article = article_of(f"{kicker}\n{TITLE}\nVon Bo Roe\n3. Mai 2019\n\n{LONGER_BODY}")
    assert (article.title, article.authors) == (TITLE, ("Bo Roe",))


@pytest.mark.parametrize("headline", ["Lost and found", "A Quay Lost", "Quay closes again"])
def test_short_headline_with_a_deck_stays_one(headline: str) -> None:
    article = article_of(f"{headline}\nHow a town lost its quay\nBy Bo Roe\n\n{LONGER_BODY}")
    assert (article.title, article.deck) == (headline, "How a town lost its quay")


@pytest.mark.parametrize(
    "line",
    [
        f"[Harbour] {TITLE}",
        f"COMMENT/337: {TITLE}",
        f"Government-Harbours-{TITLE}",
        f"5/4/2019 {TITLE}",
    ],
)
def test_headline_that_is_said_again_alone(line: str) -> None:
    article = article_of(f"{line}\n\nHarbour Office\n\n{TITLE}\n\n{BYLINE}{LONGER_BODY}")
    assert (article.title, article.authors) == (TITLE, ("Ann Poe",))


@pytest.mark.parametrize(
    "line", [f"::{TITLE}::", f"“{TITLE}”,", f"📰 {TITLE}", f"25. {TITLE}", f"Home » News » {TITLE}"]
)
def test_marks_around_a_headline(line: str) -> None:
    assert article_of(f"{line}\n{BYLINE}{LONGER_BODY}").title == TITLE


@pytest.mark.parametrize(
    "between",
    [
        "A deck of some words.\n\nShare full article\n\n\n594\n",
        "Share\nPlay article\n0:00\n1x\n",
        "No image available\nVideo\nListen\n",
    ],
)
def test_byline_below_furniture(between: str) -> None:
    article = article_of(f"{TITLE}\n{between}{BYLINE}{LONGER_BODY}")
    assert (article.title, article.authors, article.date) == (TITLE, ("Ann Poe",), "2019-05-03")


@pytest.mark.parametrize(
    "deck",
    [
        "VARDO (KXYZ) — The harbour office announced on Thursday that it has chosen a builder.",
        "The harbour office announced on Thursday that it has chosen a builder for the new quay. "
        * 5,
    ],
)
@pytest.mark.parametrize(
    "byline",
    [
        "Ann Poe · The Guardian · Posted: May 3, 2019",
        "By Ann Poe\nMay 3, 2019",
        "Ann Poe\n3 May 2019",
    ],
)
def test_byline_below_a_paragraph(deck: str, byline: str) -> None:
    article = article_of(f"{TITLE}\n\n{deck}\n\n{byline}\n\n{LONGER_BODY}")
    assert (article.title, article.authors, article.date) == (TITLE, ("Ann Poe",), "2019-05-03")
    assert deck.strip() in (article.deck, article.text.split("\n\n")[0])


@pytest.mark.parametrize(
    ("head", "authors", "source"),
    [
        ("The Guardian ^ | 5/23/2019 | Ann Poe", ("Ann Poe",), "The Guardian"),
        ("By Ann Poe and Bo Roe Fox News\nMay 3, 2019", ("Ann Poe", "Bo Roe"), "Fox News"),
        ("Author: ['Ann Poe', 'Bo Roe']\nPublished: 2019-05-03", ("Ann Poe", "Bo Roe"), ""),
        ("Geschreven door: Ann Poe\nGepubliceerd op: 23-05-2019", ("Ann Poe",), ""),
        ("Текст: Ann Poe\n3 мая 2019", ("Ann Poe",), ""),
        ("2019-05-03  来源: 学习时报 作者: 张学文", ("张学文",), "Study Times"),
        (
            "입력 : 2019-05-03 20:00\n수정 : 2019-05-04 18:30\n박주연 기자 a@seoul.example",
            ("박주연",),
            "",
        ),
        ("Úterý 3. 5. 2019, strana 11\nAutor: Ann Poe", ("Ann Poe",), ""),
        ("Ann Poe\nFri 3 May 2019 10.29 GMTLast modified on Sat 4 May 2019", ("Ann Poe",), ""),
        ("Source: Ann Poe, The Guardian, 5.3.19", ("Ann Poe",), "The Guardian"),
    ],
)
def test_forms_of_bylines(head: str, authors: tuple[str, ...], source: str) -> None:
    article = article_of(f"{TITLE}\n{head}\n\n{LONGER_BODY}")
    assert (article.title, article.authors, article.source) == (TITLE, authors, source)
    assert article.date[:10] in ("2019-05-03", "2019-05-23", "2019-03-05")


@pytest.mark.parametrize(
    ("foot", "source"),
    [
        ("(END) Dow Jones Newswires\n\nMay 3, 2019 15:09 ET", "Dow Jones Newswires"),
        ("(da Il Giornale)", "Il Giornale"),
        ("https://www.theguardian.com/2019/may/03/quay", "The Guardian"),
        ("© 2019 Guardian News & Media Limited or its affiliated companies.", "The Guardian"),
    ],
)
def test_sources_below(foot: str, source: str) -> None:
    assert article_of(f"{TITLE}\n\n{LONGER_BODY}\n{foot}\n").source == source


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("From the Globe and Mail", "The Globe and Mail"),
        ('Articolo tratto da "La Repubblica", 5 gennaio 2019', "La Repubblica"),
    ],
)
def test_sources_above(line: str, source: str) -> None:
    article = article_of(f"{line}\n\n{TITLE}\n\nBy Ann Poe\n\n{LONGER_BODY}")
    assert (article.title, article.source) == (TITLE, source)


def test_dateline_without_a_place_names_its_agency() -> None:
    article = article_of(f"{TITLE}\n\nBy Ann Poe\n\nFeb. 25 (Bloomberg) -- {LONGER_BODY}")
    assert (article.source, article.title) == ("Bloomberg", TITLE)


@pytest.mark.parametrize(
    "line", ["About Us", "Social Sharing", "[Transcribed by Bo Roe]", "Sign up for newsletter"]
)
def test_furniture_is_nobody(line: str) -> None:
    article = article_of(f"{TITLE}\n{BYLINE}{line}\n\n{LONGER_BODY}")
    assert article.authors == ("Ann Poe",)


@pytest.mark.parametrize(
    ("opening", "author", "source", "place"),
    [
        ("(서울=연합뉴스) 홍길동 기자 = ", "홍길동", "Yonhap", "서울"),
        ("（中央社記者王小明台北11日電）", "王小明", "Central News Agency", "台北"),
    ],
)
def test_datelines_that_name_the_reporter(
    opening: str, author: str, source: str, place: str
) -> None:
    article = article_of(f"{TITLE}\n\n{opening}{LONGER_BODY}")
    assert (article.authors, article.source, article.place) == ((author,), source, place)


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("लेखक: राजेश कुमार", "राजेश कुमार"),
        ("संवाददाता राजेश कुमार", "राजेश कुमार"),
        ("โดย สมชาย ใจดี", "สมชาย ใจดี"),
    ],
)
def test_bylines_in_scripts_with_marks(byline: str, author: str) -> None:
    article = article_of(f"{TITLE}\n{byline}\n3 May 2019\n\n{LONGER_BODY}")
    assert article.authors == (author,)


def test_what_is_written_above_a_message_that_is_passed_on() -> None:
    article = article_of(
        "FYI - worth reading before Thursday's call.\n\nSent from my iPhone\n\n"
        "Begin forwarded message:\n\nFrom: Bo Roe <bo@harbour.example>\n"
        "Date: May 6, 2019 at 7:41:09 AM CST\nSubject: Fwd: Guardian article\n\n"
        f"{TITLE}\nBy Ann Poe\nThe Guardian\nMay 3, 2019\n\n{LONGER_BODY}"
    )
    assert (article.title, article.authors, article.source) == (TITLE, ("Ann Poe",), "The Guardian")
    assert article.date == "2019-05-03"
    assert "worth reading" in article.text


@pytest.mark.parametrize("text", ["Quay", "小", "📰 Quay", "Log"])
def test_a_word_or_two_alone_are_a_headline(text: str) -> None:
    assert article_of(text).title
