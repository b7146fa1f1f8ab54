"""Texts in which somebody gathered many articles, without a program's format."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.catalog import Failure, Foreign
from newsgrep.ingest.formats.exports import parted
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

TEXT = "The ferry firm of Orlo sold boat {n} to a buyer from Bergen on Monday, it said."
RULE = "-" * 34


def read(text: str) -> tuple[list[Article], list[str]]:
    """The articles of a text, and what is told of it."""
    stream = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
    found = list(articles_in(stream, "a.txt", "a.txt"))
    told = [one.reason for one in found if isinstance(one, Failure)]
    return [one for one in found if isinstance(one, Article)], told


def block(n: int, date: str, section: str = "Harbour") -> str:
    return f"\n Boat {n} of Orlo is sold to Bergen\n{section}\n{date}\n   {TEXT.format(n=n)}\n"


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ("2024-01-14T20:54:31+02:00", "2024-01-14T20:54:31+02:00"),
        ("14 Ian 2024   •   19:44", "2024-01-14T19:44:00"),
        ("Publicat: 14 Ianuarie 2024", "2024-01-14"),
    ],
)
@pytest.mark.parametrize("rule", [RULE, "=" * 10, "*" * 40])
def test_articles_between_rules_that_each_have_their_date(rule: str, date: str, iso: str) -> None:
    found, _ = read(f"{rule}\n".join(block(n, date) for n in range(1, 6)) + f"{rule}\n")
    assert [(one.title, one.section, one.date, one.text) for one in found] == [
        (f"Boat {n} of Orlo is sold to Bergen", "Harbour", iso, TEXT.format(n=n))
        for n in range(1, 6)
    ]


def test_each_says_where_it_stands_and_nothing_is_lost() -> None:
    text = f"{RULE}\n".join(block(n, "2024-01-14") for n in range(1, 6)) + f"{RULE}\n* the end\n"
    found, _ = read(text)
    assert [one.record for one in found] == [1, 2, 3, 4, 5]
    assert all(one.part.startswith("characters ") for one in found)
    assert "the end" in found[-1].text


def test_articles_that_open_with_date_and_address() -> None:
    text = "\n".join(
        f"{n}/07/2022\nhttps://orlo.example/read/{n}/boat-sold\n"
        f"Boat {n} of Orlo is sold to Bergen\n{TEXT.format(n=n)}\n"
        for n in range(15, 20)
    )
    found, _ = read(text)
    for n, one in enumerate(found, start=15):
        assert (one.title, one.date) == (f"Boat {n} of Orlo is sold to Bergen", f"2022-07-{n}")
        assert one.url == f"https://orlo.example/read/{n}/boat-sold"


def test_rules_within_one_article_part_nothing() -> None:
    parts = [TEXT.format(n=n) for n in range(1, 6)]
    ((found,), _) = read("Boats of Orlo sold\n\n2024-01-14\n\n" + f"\n{RULE}\n".join(parts))
    assert all(part in found.text for part in parts)
    assert not parted.wrote(f"\n{RULE}\n".join(parts))


def test_long_parts_without_dates_are_told() -> None:
    parts = [f"Boat {n} of Orlo is sold\n\n" + TEXT.format(n=n) * 15 for n in range(1, 9)]
    found, told = read(f"\n{RULE}\n".join(parts) + f"\n{RULE}\n")
    assert len(found) == 1
    assert told[0].startswith("perhaps 8 articles")


def test_a_list_of_addresses_is_no_article() -> None:
    stream = io.BufferedReader(io.BytesIO(b"https://orlo.example/a/b\n" * 4), HEAD)
    (found,) = articles_in(stream, "a.txt", "a.txt")
    assert isinstance(found, Foreign)
