"""Feeds that a program printed as text."""

from __future__ import annotations

import io

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

ITEMS = [
    ("Ferry of Orlo sold", "Sun, 25 Apr 2021 14:36:47 +0300"),
    ("Quay of Orlo closed", "Sun, 25 Apr 2021 13:02:00 +0300"),
    ("Nets of Orlo burnt", "Sat, 24 Apr 2021 09:00:00 GMT"),
]


def read(text: str) -> list[Article]:
    stream = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
    return [one for one in articles_in(stream, "a.txt", "a.txt") if isinstance(one, Article)]


def test_each_item_with_its_headline_day_and_text() -> None:
    text = "Orlo Gazette - News of the day\nAll news of the bay\n" + "".join(
        f"{title}\n{day}\n{title}, and the harbour authority has not said a word of it.\n"
        for title, day in ITEMS
    )
    found = read(text)
    assert [one.title for one in found] == [title for title, _ in ITEMS]
    assert [one.date[:10] for one in found] == ["2021-04-25", "2021-04-25", "2021-04-24"]
    assert {one.source for one in found} == {"Orlo Gazette"}
    assert all(one.text.startswith(one.title) for one in found)


def test_a_story_with_such_a_day_is_one() -> None:
    title, day = ITEMS[0]
    assert len(read(f"{title}\n{day}\n\nThe harbour authority has not said a word of it.\n")) == 1
