"""Interviews: who speaks before each line is no label for a fact."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

HEAD_LINES = "A talk about the wall in the old town\nBy Ann Poe\n3 May 2019\n\n"
INTRODUCTION = "The opposition calls the plan too dear and wants a vote of the people first.\n\n"
SAID = [
    "Why did you write the book?",
    "The council of Orlo voted on Friday to rebuild the wall after a long debate in the hall.",
    "In any way?",
    "The work will begin in the autumn and cost twelve million, the mayor said afterwards.",
]


@pytest.mark.parametrize("introduction", ["", INTRODUCTION])
@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("JOURNALIST", "PM"),
        ("Reporter", "Writer"),
        ("Reporter", "Source"),
        ("Periodista", "Autor"),
        ("Journaliste", "Auteur"),
        ("Q", "A"),
    ],
)
def test_nothing_of_an_interview_is_lost(asks: str, answers: str, introduction: str) -> None:
    lines = [f"{(asks, answers)[n % 2]}: {line}" for n, line in enumerate(SAID)]
    data = (HEAD_LINES + introduction + "\n\n".join(lines) + "\n").encode()
    (article,) = articles_in(io.BufferedReader(io.BytesIO(data), HEAD), "a.txt", "a.txt")
    assert isinstance(article, Article)
    assert (article.authors, article.source) == (("Ann Poe",), "")
    assert article.date == "2019-05-03"
    for line in lines:
        assert line in article.text
