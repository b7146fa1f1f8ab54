"""PDFs of much or of little text: what was left out is said, and nothing else is left out."""

from __future__ import annotations

import io

import format_samples as samples
import pytest

from newsgrep import Article
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.formats.documents import pdf
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in


def read(pages: int) -> list[Article | Failure]:
    data = samples.pdf([[(60, 700, 10, f"Boat {n} came in with the tide.")] for n in range(pages)])
    return list(articles_in(io.BufferedReader(io.BytesIO(data), HEAD), "a.pdf", "a.pdf"))


def test_pages_that_are_not_read_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 3)
    article, rest = read(5)
    assert isinstance(article, Article)
    assert "Boat 2 came in" in article.text and "Boat 3" not in article.text
    assert isinstance(rest, Failure) and rest.reason == "2 pages after the first 3"
    assert len(read(3)) == 1


def test_text_that_is_not_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_DOCUMENT", 40)
    article, rest = read(5)
    assert isinstance(article, Article) and article.title.startswith("Boat 0 came in")
    assert isinstance(rest, Failure) and rest.reason.startswith("the text behind its first")


def test_pages_of_nothing_but_a_line_are_read() -> None:
    """It was taken for a running head, of pages without text."""
    (article,) = read(4)
    assert isinstance(article, Article)
    assert all(f"Boat {n} came in" in f"{article.title} {article.text}" for n in range(4))


class KernedPage:
    """A page as PDFium gives it whose letters are set so close that their boxes overlap."""

    rects = ((0.0, 0.0, 9.0, 10.0, "To"), (6.0, 0.0, 40.0, 10.0, "Touring"),
             (42.0, 0.0, 70.0, 10.0, "Car"))  # fmt: skip

    text = "Touring Car"

    def get_rect(self, number: int) -> tuple[float, float, float, float]:
        return self.rects[number][:4]

    def get_text_bounded(self, left: float, *_: float) -> str:
        return next(rect[4] for rect in self.rects if rect[0] == left)


def test_letters_in_the_boxes_of_two_runs_are_told_once() -> None:
    page = KernedPage()
    assert [run.text for run in pdf._runs(page, page.text, 3)] == ["Touring Car"]
