"""Heads of Markdown without front matter, and digests with an article a heading."""

from __future__ import annotations

import io

import pytest

from newsgrep.article import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

TITLE = "Ferry firm sells its last boat"
TEXT = "The firm sold its last boat on Monday. It will be gone by noon, the owner said on the quay."


def read(text: str) -> list[Article]:
    stream = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
    found = list(articles_in(stream, "a.md", "a.md"))
    assert all(isinstance(one, Article) for one in found)
    return [one for one in found if isinstance(one, Article)]


@pytest.mark.parametrize(
    "head",
    [
        "**Source:** The Harbour Courier  \n**Author:** Ann Poe  \n**Date:** 3 May 2019",
        "- **Source**: The Harbour Courier\n- **Author**: Ann Poe\n- **Date**: 2019-05-03",
        "*Ann Poe | The Harbour Courier | May 3, 2019*",
        "By Ann Poe  \nThe Harbour Courier, 3 May 2019",
    ],
)
def test_a_head_below_a_heading(head: str) -> None:
    (article,) = read(f"# {TITLE}\n\n{head}\n\n{TEXT}\n")
    assert (article.title, article.text) == (TITLE, TEXT)
    assert (article.authors, article.source) == (("Ann Poe",), "The Harbour Courier")
    assert article.date[:10] == "2019-05-03"


@pytest.mark.parametrize(
    "body",
    [
        "## First\n\n**Date:** 2019-05-03\n\n{}\n\n## Second\n\nNothing else was sold.",
        "{}\n\nNothing else was sold.\n\n## Sources\n\nSource: nobody knows.",
        "- one\n- two\n- three: 2019-05-03\n\n{}\n\nNothing else was sold.",
    ],
)
def test_what_is_no_head_stays_in_the_text(body: str) -> None:
    (article,) = read(f"# {TITLE}\n\n{body.format(TEXT)}\n")
    assert article.title == TITLE
    assert TEXT in article.text
    assert "Nothing else was sold." in article.text


DIGEST = f"""# News of 16 November

**Archived:** 2025-11-17

## 1. {TITLE}

**Source:** The Harbour Courier\\
**Date:** Sun, 16 Nov 2025 23:54:06 GMT

{TEXT}

---

## 2. Quay opens

- **Source**: Quay News
- **Date**: 2025-11-15

The quay was opened by the mayor, who had come by boat.

## 3. Boats come in

Source: Quay News | Date: 2025-11-14

Boats came in with the tide.
"""


def test_a_digest_is_an_article_a_heading() -> None:
    found = [(a.title, a.source, a.date[:10], a.text) for a in read(DIGEST)]
    assert found == [
        (TITLE, "The Harbour Courier", "2025-11-16", TEXT),
        ("Quay opens", "Quay News", "2025-11-15",
         "The quay was opened by the mayor, who had come by boat."),
        ("Boats come in", "Quay News", "2025-11-14", "Boats came in with the tide."),
    ]  # fmt: skip


def test_an_introduction_with_a_paragraph_is_kept() -> None:
    found = read(DIGEST.replace("**Archived:** 2025-11-17", TEXT))
    assert found[0].text == TEXT
    assert len(found) == 4


def test_a_report_with_headings_is_one_article() -> None:
    sections = "".join(f"## Part {n}\n\n{TEXT}\n\n" for n in range(1, 5))
    assert len(read(f"# {TITLE}\n\n{sections}")) == 1


@pytest.mark.parametrize("level", ["#", "##"])
@pytest.mark.parametrize(
    "front", ["", '---\nsource: "The Harbour Courier"\nyears: "2013"\n---\n\n']
)
def test_digests_of_any_level_also_below_front_matter(level: str, front: str) -> None:
    one = (
        "{level} Headline {n} of the day\n\n**Published:** 2013-01-0{n}\n\n"
        "**URL:** https://orlo.example/2013/{n}\n\n**Author:** Ann Poe\n\n{text}\n\n---\n\n"
    )
    found = read(front + "".join(one.format(level=level, n=n, text=TEXT) for n in range(1, 5)))
    assert [(a.title, a.date, a.url, a.authors, a.text) for a in found] == [
        (f"Headline {n} of the day", f"2013-01-0{n}", f"https://orlo.example/2013/{n}",
         ("Ann Poe",), TEXT)
        for n in range(1, 5)
    ]  # fmt: skip
    assert all((a.source == "The Harbour Courier") == bool(front) for a in found)


def test_a_first_heading_that_says_what_the_front_matter_does_not_is_text() -> None:
    front = "---\ntitle: Ferry sold\n---\n"
    (article,) = read(f"{front}# {TITLE}, and the quay is closed\n\n{TEXT}\n")
    assert (article.title, article.text) == (
        "Ferry sold",
        f"{TITLE}, and the quay is closed\n\n{TEXT}",
    )
    (article,) = read(f"{front}# Ferry sold\n\n{TEXT}\n")
    assert article.text == TEXT


def test_paragraphs_within_a_fence_stay_apart() -> None:
    (article,) = read(f"# {TITLE}\n\n```\n{TEXT}\n\n{TEXT}\n\n> {TEXT}\n```\n")
    assert article.text == f"{TEXT}\n\n{TEXT}\n\n> {TEXT}"


@pytest.mark.parametrize("back", ["README.md", "../", "/index.html", "../../home.md#list"])
def test_a_link_to_the_list_of_articles_is_no_headline(back: str) -> None:
    (article,) = read(f"###  [:house:Back]({back})\n---\n\n## {TITLE}\n\n{TEXT}\n\n{TEXT}\n")
    assert article.title == TITLE
    assert "Back" not in article.text


def test_what_kind_of_text_it_is_is_no_headline() -> None:
    front = "<!--- made\nby hand --->\n---\ndocumentclass: scrartcl\nlinks: color=blue\n---\n\n"
    (article,) = read(
        f"{front}# PRESS RELEASE\n\nPrepared by Ann Poe, May 23, 2021\n\n## {TITLE}\n\n{TEXT}\n"
    )
    assert (article.title, article.authors, article.date) == (TITLE, ("Ann Poe",), "2021-05-23")
    assert "scrartcl" not in article.text


@pytest.mark.parametrize("below", ["Da Folhapress", "Par Ann Poe le vendredi 3 mai 2019"])
def test_whose_text_it_is_below_front_matter(below: str) -> None:
    (article,) = read(f"---\ntitle: {TITLE}\n---\n# The quay is closed\n\n{below}\n\n{TEXT}\n")
    assert article.text == f"The quay is closed\n\n{TEXT}"
    assert article.source == "Folhapress" or article.authors == ("Ann Poe",)


def test_a_byline_with_its_day_as_the_last_line() -> None:
    (article,) = read(f"---\ntitle: {TITLE}\n---\n{TEXT}\n\npar [Ann Poe](/a) le 3 mai 2019\n")
    assert (article.authors, article.date, article.text) == (("Ann Poe",), "2019-05-03", TEXT)
