"""A query as it was understood."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgrep import Archive, QueryError, Request
from newsgrep.search.analysis.explain import explain


@pytest.mark.parametrize(
    ("query", "lines"),
    [
        ("wall", ["word wall"]),
        ("wall border", ["all of, else some of", "  word wall", "  word border"]),
        ("wall AND border", ["all of", "  word wall", "  word border"]),
        ("wall OR border", ["any of", "  word wall", "  word border"]),
        ("wall -border", ["all of, else some of", "  word wall", "  not", "    word border"]),
        ('"border wall"', ['phrase "border wall"']),
        ("wall w/5 border",
         ["within 5 words, in either order", "  word wall", "  word border"]),
        ("wall w/p border",
         ["in one paragraph, in either order", "  word wall", "  word border"]),
        ("wall w/s border", ["in one sentence, in either order", "  word wall", "  word border"]),
        ("atleast/3 wall", ["at least 3 times", "  word wall"]),
        ("wall^2", ["counting 2 times", "  word wall"]),
        ("title:wall", ["in title", "  word wall"]),
        ("date:2016..2017", ["published 2016-01-01 to 2017-12-31"]),
        ("wal*", ["wal*"]),
        ("wall~1", ["wall~1"]),
        ("is:corrected", ["is:corrected"]),
    ],
)  # fmt: skip
def test_the_tree_in_words(query: str, lines: list[str]) -> None:
    told = explain(None, Request(query))
    assert ["  " * depth + text for depth, text in told.tree] == lines
    assert (told.query, told.words, told.total, told.notes) == (query, (), 0, ())


def test_what_is_not_understood_is_refused() -> None:
    with pytest.raises(QueryError):
        explain(None, Request("auther:wall"))


def test_words_have_their_forms_and_articles(archive_from: Callable[..., Archive]) -> None:
    archive = archive_from(
        {"title": "One wall", "text": "A wall fell at Orlo.", "language": "en"},
        {"title": "Two walls", "text": "Walls fell, and a Wall.", "language": "en"},
        {"title": "No", "text": "A bridge held.", "language": "en"},
    )
    told = archive.explain("wall OR bridge")
    words = {text: (field, forms, articles) for text, field, forms, articles in told.words}
    assert words == {"wall": ("", ("wall walls",), 2), "bridge": ("", ("bridge",), 1)}
    assert told.total == 3
    assert archive.explain("submarine").total == 0
