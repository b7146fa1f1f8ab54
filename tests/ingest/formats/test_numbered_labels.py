"""Digests that a program wrote: numbered headlines with their facts behind labels."""

from __future__ import annotations

import io

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

RULE = "=" * 60


def item(number: int, title: str, day: int) -> str:
    return (
        f"  {number}. {title}\n     Source   : Orlo Gazette\n"
        f"     Published: 2026-03-{day} 08:31 UTC\n"
        f"     URL      : https://orlogazette.example/{day}\n"
        f"     Summary  : {title} today, and the harbour authority has not said a word of it.\n\n"
    )


def read(text: str) -> list[Article]:
    stream = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
    return [one for one in articles_in(stream, "a.txt", "a.txt") if isinstance(one, Article)]


def test_each_item_has_its_own_facts_and_text() -> None:
    titles = ["Ferry of Orlo sold", "Quay of Orlo closed", "Nets of Orlo burnt"]
    text = (
        f"{RULE}\n      NEWS REPORT\n{RULE}\nTotal : 3 articles\n\n"
        f"{RULE}\n  TOPIC: Boats  (2 articles)\n"
        f"{RULE}\n\n{item(1, titles[0], 10)}{item(2, titles[1], 11)}"
        f"{RULE}\n  TOPIC: Fires  (1 articles)\n{RULE}\n\n{item(1, titles[2], 12)}"
    )
    found = read(text)
    assert [one.title for one in found] == titles
    assert [one.date[:10] for one in found] == ["2026-03-10", "2026-03-11", "2026-03-12"]
    assert [one.url[-2:] for one in found] == ["10", "11", "12"]
    assert [one.section for one in found] == ["Boats", "Boats", "Fires"]
    assert all(one.text.startswith(one.title) and "TOPIC" not in one.text for one in found)


def test_a_numbered_list_of_a_text_is_none() -> None:
    text = "Three things of Orlo\n\n" + "".join(
        f"  {n}. The ferry of the town\n     Price: {n} euros\n     Length: {n} metres\n\n"
        for n in range(1, 5)
    )
    assert len(read(text)) == 1
