"""Plain texts that were saved from web pages: title, navigation, and the headline once more."""

from __future__ import annotations

import pytest

from newsgrep import Article
from newsgrep.errors import UnreadableFile
from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.raw_document import Form, RawDocument

STORY = (
    "The harbour master said on Tuesday that the old quay would be open to the public again"
    " from the first week of May, after repairs that took two winters."
)


def read(*lines: str) -> Article:
    return article_from(RawDocument(Form.TEXT, "\n".join(lines)), "a.txt")


@pytest.mark.parametrize("sign", ["|", "-", "–", "•"])
def test_navigation_ends_where_the_headline_stands_again(sign: str) -> None:
    article = read(
        f"Old Quay Opens Again in May {sign} The Quellbach Harbour Office",
        "Skip to main content",
        "Press Release",
        "Old Quay Opens Again in May",
        "August 08, 2025",
        STORY,
    )
    assert article.title == "Old Quay Opens Again in May"
    assert (article.date, article.source) == ("2025-08-08", "The Quellbach Harbour Office")
    assert (article.authors, article.deck, article.text) == ((), "", STORY)


def test_a_date_in_the_navigation_is_kept() -> None:
    article = read(
        "Quay Keeper Convicted of Stealing Ropes - The Quellbach Harbour Office",
        "HOME",
        "GET HELP",
        "REPORT A LEAK",
        "FOR IMMEDIATE RELEASE",
        "Thursday, March 5, 2015",
        "Quay Keeper Convicted",
        "of Stealing Ropes",
        STORY,
    )
    assert article.title == "Quay Keeper Convicted of Stealing Ropes"
    assert (article.date, article.authors, article.text) == ("2015-03-05", (), STORY)


def test_labels_on_a_line_of_their_own() -> None:
    article = read(
        "OLD QUAY OPENS - Quellbach Harbour Office",
        "Scroll to top",
        "Press",
        "3 min read",
        "OLD QUAY OPENS",
        "Author",
        "Anna Maria Poe",
        "Published",
        "May 24, 2011",
        "Home",
        "Press",
        "OLD QUAY OPENS",
        STORY,
    )
    assert (article.title, article.authors) == ("OLD QUAY OPENS", ("Anna Maria Poe",))
    assert (article.date, article.text) == ("2011-05-24", STORY)
    assert article.source == "Quellbach Harbour Office"


def test_labels_of_any_head() -> None:
    article = read("Quay opens in May after two winters", "", "By:", "Ann Poe", "", STORY)
    assert (article.authors, article.text) == (("Ann Poe",), STORY)


def test_a_headline_that_the_navigation_cuts_off() -> None:
    article = read(
        "Harbour Master, Council Open Old Quay to the Public - Quay News",
        "You are here:",
        "Home",
        "/",
        "Harbour Master, Council Open Old Quay to...",
        STORY,
    )
    assert article.title == "Harbour Master, Council Open Old Quay to the Public"
    assert (article.source, article.text) == ("Quay News", STORY)


def test_lines_that_links_broke_are_joined() -> None:
    article = read(
        "Old Quay Opens Again in May | Quay News",
        "Home",
        "Old Quay Opens Again in May",
        "Quellbach Harbour Master",
        "Ann Poe",
        f"today announced an opening. {STORY}",
        "Read the report",
        ", which is long, and see for yourself what it says.",
    )
    assert article.authors == ()
    assert article.text == (
        f"Quellbach Harbour Master Ann Poe today announced an opening. {STORY}\n\n"
        "Read the report, which is long, and see for yourself what it says."
    )


def test_a_refrain_is_no_headline() -> None:
    lines = ("Row to the quay", "", "Row, row", "All the day", "Row to the quay", "Row, row")
    assert read(*lines).text.count("Row to the quay") == 1
    assert "All the day" in read(*lines).text


def test_a_check_for_robots_is_no_article() -> None:
    page = (
        "Pardon Our Interruption",
        "As you were browsing something about your browser made us think you were a bot.",
        "You've disabled JavaScript in your web browser.",
    )
    with pytest.raises(UnreadableFile, match="a site's check for robots"):
        read(*page)
    assert read("Shops Test Robots", f"“You are not a robot,” it said. {STORY}").text


def test_a_headline_behind_its_label() -> None:
    article = read(
        "December 19, 2018 Contact: Ann Poe",
        "Quellbach Harbour Office",
        "214-555-0100 (office)",
        "For Immediate Release: Old Quay Opens Again",
        STORY,
    )
    assert (article.title, article.date) == ("Old Quay Opens Again", "2018-12-19")
    assert article.authors == ()


@pytest.mark.parametrize(
    "title",
    [
        "老码头将于五月重新开放 渔民欢迎_码头日报",
        "老码头将于五月重新开放 渔民欢迎 | 社会 | 码头日报",
    ],
)
def test_titles_of_chinese_pages(title: str) -> None:
    story = "码头管理处周二表示，经过两个冬天的修缮，老码头将从五月第一周起重新向公众开放。" * 3
    article = read(
        title, "新闻", "行情", "老码头将于五月重新开放 渔民欢迎", "2019-05-03 12:11", story
    )
    assert article.title == "老码头将于五月重新开放 渔民欢迎"
    assert (article.source, article.date[:10]) == ("码头日报", "2019-05-03")


def test_words_of_a_menu_are_no_paper() -> None:
    article = read("Old Quay Opens Again in May", "Impressum | Google", "3 May 2019", STORY)
    assert (article.title, article.source) == ("Old Quay Opens Again in May", "")


def test_the_headline_in_a_list_of_stories_below_the_article() -> None:
    paragraphs = [f"{STORY} He said so {word}." for word in ("once", "twice", "again", "at last")]
    article = read(
        "Old Quay Opens Again in May - The Quellbach Harbour Office",
        *("Home", "1", "/", "News", "2", "/", "Tides", "3", "/", "Berths", "4", "/", "Contact"),
        "Old Quay Opens Again in May",
        *paragraphs,
        "Repair the piles below it;",
        "Recent News",
        "Old Quay Opens Again in May",
        "June 10, 2026",
        f"{STORY} More of it.",
    )
    assert article.title == "Old Quay Opens Again in May"
    assert article.text.startswith(paragraphs[0])
    assert "Repair the piles below it;" in article.text


def test_a_book_with_its_title_above_each_page_is_no_saved_page() -> None:
    wrapped = [
        "The harbour master said on Tuesday that the old quay would be open",
        "to the public again from the first week of May, after repairs that",
        "took two winters and more money than the whole town had ever owned.",
    ]
    pages = [line for n in range(6) for line in ("Page of the Quay", f"Part {n}", *wrapped, "")]
    article = read("Page of the Quay", "Orlo", "Home", "Search", "News", *pages)
    assert article.text.count("harbour master") == 6


def test_a_banner_that_ends_the_text_as_well_is_no_title_of_a_page() -> None:
    banner = "<-------------------------//Orlo Network 99\\\\------------------------->"
    lines = ["~Size: 29 pages", "~Origin: Orlo", "Features:", "~Price: none", "~Colour: no"] * 3
    said = "Hi all, today we have a tale of the ferry which does not use the old quay at all."
    text = "\n".join([banner, "", *lines, "", said, "", "Thanks for reading.", "", banner])
    article = article_from(RawDocument(Form.TEXT, text), "a.txt")
    for words in ("~Size: 29 pages", said, "Thanks for reading."):
        assert words in article.text
