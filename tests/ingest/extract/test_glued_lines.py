"""Heads that lost the blanks between their parts when a page was copied as text."""

from __future__ import annotations

import pytest
from quay import BODY
from quay import article_of as read

HEADLINE = "Ferry firm sells its last boat to a buyer from Bergen"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("PUBLISHED THU, FEB 1 20183:33 PM ESTUPDATED FRI, FEB 2 20187:53 AM EST",
         "2018-02-01T15:33:00-05:00"),
        ("2 minute readFebruary 1, 20188:13 AM ESTLast Updated a year ago",
         "2018-02-01T08:13:00-05:00"),
        ("Published Thu, Feb 1 2018 3:33 PM EST", "2018-02-01T15:33:00-05:00"),
    ],
)  # fmt: skip
def test_days_and_times_run_together(line: str, date: str) -> None:
    article = read(f"{HEADLINE}\n{line}\n{BODY}")
    assert (article.title, article.date) == (HEADLINE, date)


@pytest.mark.parametrize(
    "below",
    [
        "byAnna Poe May 11, 2018",
        "By Anna PoeFollow\nMay 11, 2018",
        "ANNA POE11:27 AM ET 05/11/2018",
        "FacebookTwitterLinkedInShare Licensing\nBy Anna Poe\nMay 11, 2018",
        "Published May 11, 2018\nthumbnail\nAnna Poe\n@annapoe\nSHARE\nShare Article via Facebook",
        "May 11, 2018\nShare\nSave\nAdd as preferred on Google\nAnna Poe\nin Sunderland",
        "By\n  Anna Poe\nMay 11, 2018",
    ],
)
def test_names_beside_what_pages_have_there(below: str) -> None:
    article = read(f"{HEADLINE}\n{below}\n{BODY}")
    assert (article.title, article.authors) == (HEADLINE, ("Anna Poe",))
    assert (article.date or "")[:10] == "2018-05-11"


def test_two_names_and_the_paper_below_the_word_for_authors() -> None:
    article = read(f"{HEADLINE} | Fox News\n \n   By\n   Anna Poe , John Roe  Fox News \n{BODY}")
    assert (article.authors, article.source) == (("Anna Poe", "John Roe"), "Fox News")


@pytest.mark.parametrize("line", ["COST", "Why It Matters", "Tesla Motors Inc"])
def test_neither_tickers_nor_headings_nor_companies_are_papers(line: str) -> None:
    article = read(f"{HEADLINE}\nAnna Poe\nMay 11, 2018\n{line}\n{BODY}")
    assert (article.authors, article.source) == (("Anna Poe",), "")
    assert line in article.text or line == "COST"


def test_a_company_above_a_broken_sentence_is_of_the_text() -> None:
    story = (
        "Apple Computer Inc and AST Research\nInc said they are offering two products\nfor ships.\n"
    )
    article = read(f"APPLE <AAPL>, AST <ASTA> OFFER MS-DOS PRODUCTS\nMarch 21, 1989\n\n{story}")
    assert (article.authors, article.source) == ((), "")
    assert article.text.startswith("Apple Computer Inc and AST Research Inc said")


def test_a_korean_headline_with_its_story_behind_it() -> None:
    who = "(서울=연합뉴스) 박재현 오보람 김윤철 기자"
    story = f"{who} = 여객선 회사는 월요일 마지막 배를 팔았다고 밝혔다."
    article = read(f"여객선 회사, 마지막 배를 베르겐에 팔다\t{story}\n")
    assert article.title == "여객선 회사, 마지막 배를 베르겐에 팔다"
    assert article.authors == ("박재현", "오보람", "김윤철")
    assert (article.source, article.place) == ("Yonhap", "서울")


def test_a_chinese_headline_with_its_story_behind_it() -> None:
    story = "中新网成都6月18日电 记者18日从四川省测绘局获悉，渡轮公司把最后一艘船卖给了买家。"
    article = read(f"渡轮公司卖掉最后一艘船{story}\n")
    assert (article.title, article.source) == ("渡轮公司卖掉最后一艘船", "China News Service")


def test_a_caption_with_its_photographer_above_agency_and_day() -> None:
    caption = "The last boat, which left the quay on Monday for the north. Photograph: Jo Wu/AFP"
    deck = "The firm sold it to a buyer from Bergen, it said, and the crew will stay on board"
    article = read(
        f"{HEADLINE}\n{deck}\n\n{caption}\nAssociated Press\nTue 1 Apr 2014 11.38 EDT\n{BODY}"
    )
    assert article.date == "2014-04-01T11:38:00-04:00"


def test_a_headline_that_stands_twice_in_its_line() -> None:
    twice = "'Ferry firm' sells its last boat‘Ferry firm’ sells its last boat"
    assert (
        read(f"{twice}\nBy Anna Poe\nMay 11, 2018\n{BODY}").title
        == "'Ferry firm' sells its last boat"
    )


@pytest.mark.parametrize(
    ("line", "authors", "date"),
    [
        ("By ANN POE, JOHN ROE and ERIC QUAYFEB. 18, 2016",
         ("Ann Poe", "John Roe", "Eric Quay"), "2016-02-18"),
        ("By ANN POEMARCH 8, 2016, 3:28 P.M. E.S.T.", ("Ann Poe",), "2016-03-08T15:28:00-05:00"),
        ("By Anna PoeMarch 8, 2016", ("Anna Poe",), "2016-03-08"),
        ("By Anna PoeAbbie Quay\nMarch 8, 2016", ("Anna Poe", "Abbie Quay"), "2016-03-08"),
    ],
)  # fmt: skip
def test_names_and_days_run_together(line: str, authors: tuple[str, ...], date: str) -> None:
    article = read(f"{HEADLINE}\n{line}\n{BODY}")
    assert (article.title, article.authors, article.date) == (HEADLINE, authors, date)


def test_a_page_whose_browser_was_too_old() -> None:
    article = read(
        f"{HEADLINE} - The New York Times\nNYTimes.com no longer supports Internet Explorer 9 or"
        f" earlier. Please upgrade your browser.\nBusiness|{HEADLINE}\n{HEADLINE}\n"
        f"By ANN POEFEB. 18, 2016\n{BODY}"
    )
    assert (article.title, article.authors, article.deck) == (HEADLINE, ("Ann Poe",), "")
    assert (article.source, article.date) == ("The New York Times", "2016-02-18")
