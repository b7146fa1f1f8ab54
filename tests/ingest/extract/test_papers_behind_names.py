"""The paper right behind a byline's name is where its author works."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

BODY = (
    "The harbour board of Orlo decided on Monday to close the oldest quay of the port in the "
    "autumn, after a year of talks with the ferry firms that use it.\n\nNobody of the firms came."
)


def read(head: str, name: str = "a.txt") -> Article:
    stream = io.BufferedReader(io.BytesIO(f"{head}\n\n{BODY}\n".encode()), HEAD)
    (found,) = articles_in(stream, name, name)
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("byline", "author", "source"),
    [
        ("By Ann Poe Benzinga", "Ann Poe", "Benzinga"),
        ("By Jemele Hill ESPN.com", "Jemele Hill", "ESPN"),
        ("By Ann Poe Los Angeles Times", "Ann Poe", "Los Angeles Times"),
        ("By Mary Ann Hill", "Mary Ann Hill", ""),
        ("By Ann Poe", "Ann Poe", ""),
    ],
)
def test_a_known_paper_behind_a_name(byline: str, author: str, source: str) -> None:
    article = read(f"Port of Orlo to close its quay\n\n{byline}")
    assert (article.authors, article.source) == ((author,), source)


def test_a_labelled_headline_keeps_its_brackets() -> None:
    assert read("Title: Port to close (update)\nDate: 2020-01-01").title == "Port to close (update)"


@pytest.mark.parametrize("issue", ["Volume 39, Number 3", "Vol. 2 No. 14", "Volume 1, Issue 2"])
def test_the_number_of_an_issue_is_no_headline(issue: str) -> None:
    assert read(f"The Minuteman\n{issue}\nJanuary 2010").title == "The Minuteman"


def test_a_byline_right_above_the_text_in_markdown() -> None:
    article = read("# Port to close\n\nAf Ann Poe\nThe quay closes in May.", "a.md")
    assert article.authors == ("Ann Poe",)
    assert article.text.startswith("The quay closes in May.")


def test_a_text_marked_up_line_by_line_has_no_marks() -> None:
    lines = ["<english>", "<h1>Port to close</h1>", *["<p>The quay closes in May.</p>"] * 3]
    marked = "\n".join([*lines, "<ul>", "<li>Cranes</li>", "</ul>"])
    stream = io.BufferedReader(io.BytesIO(marked.encode()), HEAD)
    (article,) = articles_in(stream, "a.txt", "a.txt")
    assert isinstance(article, Article)
    assert article.title == "Port to close"
    assert "<" not in article.text


def test_a_labelled_headline_of_two_sentences_is_whole() -> None:
    article = read("Title: The port closes. Its ferry stays\nDate: 2020-01-01")
    assert (article.title, article.date) == ("The port closes. Its ferry stays", "2020-01-01")


@pytest.mark.parametrize("mark", [".START", "-*- coding: utf-8 -*-", "# coding: utf-8", "[앵커]"])
def test_what_a_program_put_above_a_text_is_no_headline(mark: str) -> None:
    assert read(f"{mark}\nPort of Orlo to close its quay").title == "Port of Orlo to close its quay"
