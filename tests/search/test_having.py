"""Narrowed to a value that facets count: the answer has as many articles as the facet says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgrep import Archive, Request
from newsgrep.errors import UsageError
from newsgrep.fields import FACETS

Make = Callable[..., Archive]


def test_a_value_is_the_whole_value(archive_from: Make, both_ways: str) -> None:
    archive = archive_from(
        {"title": "One", "text": "Harvest.", "source": "Vale Post"},
        {"title": "Two", "text": "Harvest.", "source": "Vale Post Weekend"},
        {"title": "Three", "text": "Harvest.", "source": ""},
        {"title": "Four", "text": "Harvest.", "source": "Vale Post"},
    )
    found = archive.search("harvest", having=(("source", "Vale Post"),), sort="title")
    assert [hit.title for hit in found.hits] == ["Four", "One"]
    assert found.parsed == 'harvest AND source=="Vale Post"'
    # Asked for by its words, it is a part of longer names too.
    assert archive.count("harvest", source="Vale Post") == 3
    assert archive.count(Request("", having=(("source", "Post"),))) == 0


def test_every_count_of_every_facet_holds(seeds: Archive, both_ways: str) -> None:
    asked = Request("mexico OR colombia", copies="show")
    counts = seeds.facets(asked, [*FACETS, "year"]).fields
    assert sum(map(len, counts.values())) > 50
    for field, values in counts.items():
        for value, articles in values.items():
            assert seeds.count(asked.but(having=((field, value),))) == articles, (field, value)


def test_several_values_are_all_asked_for(seeds: Archive) -> None:
    people = seeds.facets("*", ["person"]).fields["person"]
    both = (("person", next(iter(people))), ("lang", "es"))
    one, other = (seeds.paths("", having=(pair,)) for pair in both)
    assert set(seeds.paths("", having=both)) == set(one) & set(other)


def test_what_is_not_counted_is_refused(seeds: Archive) -> None:
    with pytest.raises(UsageError, match="articles are not counted by 'colour'"):
        seeds.search("wall", having=(("colour", "red"),))
    with pytest.raises(UsageError, match="year"):
        seeds.search("wall", having=(("year", "nineteen"),))
