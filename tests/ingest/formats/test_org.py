"""Org: the keywords above a text say what it is, and are none of it."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

TEXT = "The ferry firm of Orlo sold its last boat to a buyer from Bergen on Monday, it said."


def read(text: str, name: str = "a.org") -> Article:
    stream = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
    (found,) = articles_in(stream, name, name)
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize("name", ["a.org", "a.txt"])
@pytest.mark.parametrize("title", ["#+title: Boat of Orlo sold", "#+TITLE: Boat of Orlo sold"])
def test_keywords_are_facts(title: str, name: str) -> None:
    head = f"# Created 2026-06-30\n{title}\n#+date: 2026-06-29T13:04:18-0400\n#+author: Ada Orlo\n"
    found = read(f"{head}#+startup: showall\n\n{TEXT}\n", name)
    assert (found.title, found.authors, found.text) == ("Boat of Orlo sold", ("Ada Orlo",), TEXT)
    assert found.date == "2026-06-29T13:04:18-04:00"


def test_marks_around_blocks_and_drawers_are_no_text() -> None:
    found = read(
        f"#+title: Boat of Orlo sold\n* Sale\n:PROPERTIES:\n:CUSTOM_ID: sale\n:END:\n{TEXT}\n"
        "#+begin_quote\nIt was time.\n#+end_quote\n"
    )
    assert [word for word in ("PROPERTIES", "CUSTOM_ID", "begin_quote") if word in found.text] == []
    assert TEXT in found.text
    assert "It was time." in found.text


def test_a_note_without_keywords_is_read_as_text() -> None:
    found = read(f"Boat of Orlo sold\n\n{TEXT}\n")
    assert (found.title, found.text) == ("Boat of Orlo sold", TEXT)
