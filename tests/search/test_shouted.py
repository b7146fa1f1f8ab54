"""Queries and phrases in capitals, as they are copied from headlines and old wires."""

from __future__ import annotations

import pytest

from newsgrep.search.shouted import calmed


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ("HARBOUR CLOSED AND FERRY SOLD", "harbour closed AND ferry sold"),
        ('"HARBOUR CLOSED AND FERRY SOLD"', '"harbour closed and ferry sold"'),
        ('ferry OR "LACKED THE CUSTOMARY"', 'ferry OR "lacked the customary"'),
        ("“SOLD THE FERRY” AND orlo", "“sold the ferry” AND orlo"),
        ('"DEA FBI"', '"DEA FBI"'),
        ('="LACKED THE CUSTOMARY" AND orlo', '="LACKED THE CUSTOMARY" AND orlo'),
        ("DEA Mexico", "DEA Mexico"),
        ('"six days" AND NOT "plus de"', '"six days" AND NOT "plus de"'),
        ('title:"THE FERRY SOLD" x', 'title:"the ferry sold" x'),
        ("THE FERRY", "the ferry"),
        ('"PEOPLE SO OFTEN"', '"people so often"'),
        ("ALL ABOUT US", "all about us"),
        ("UKRAINE NATO", "ukraine nato"),
        ("title:(THE FERRY)", "title:(the ferry)"),
        ("(US OR UK) AND (THE FERRY OR WHO)", "(US OR UK) AND (the ferry OR who)"),
        ("US AND UK", "US AND UK"),
        ("NOT US", "NOT US"),
        ("DEA FBI", "DEA FBI"),
        ("=US THE FERRY", "=US the ferry"),
    ],
)
def test_what_is_in_capitals_throughout_is_made_small(query: str, read: str) -> None:
    assert calmed(query) == read
