"""``Archive.network``: who is named with whom, and the names of one person joined."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgrep import Archive, Request
from newsgrep.errors import UsageError
from newsgrep.newsroom.one_name import joined

Make = Callable[..., Archive]


def test_names_of_one_person_are_joined() -> None:
    names = {
        "Joan Quill": 5, "Quill": 9, "J. Quill": 1, "Joan M. Quill": 1, "Mayor Joan Quill": 1,
        "JOAN QUILL": 1, "Edna Roe": 2, "Joaquín Tarn Loera": 2, "Joaquin Tarn": 3,
        "Tarn Loera": 1,
    }  # fmt: skip
    one_for = joined(names, person=True)
    assert {one_for[name] for name in names if "uill" in name.lower()} == {"Joan Quill"}
    assert {one_for[name] for name in names if "Tarn" in name} == {"Joaquin Tarn"}
    assert one_for["Edna Roe"] == "Edna Roe"


def test_what_could_be_two_people_is_joined_to_neither() -> None:
    names = {"Joan Quill": 5, "Peter Quill": 4, "Quill": 3, "J. Quill": 1, "Joanna Roe": 1}
    one_for = joined(names, person=True)
    assert one_for["Quill"] == "Quill"
    assert one_for["Peter Quill"] == "Peter Quill"
    assert one_for["J. Quill"] == "Joan Quill"
    assert joined({"John Roe": 1, "Joan Roe": 1, "J. Roe": 1}, person=True)["J. Roe"] == "J. Roe"


def test_names_of_organizations() -> None:
    names = {
        "Orlo Ferries": 4,
        "Orlo Ferries Inc": 1,
        "The Orlo Ferries": 1,
        "OFA": 2,
        "Ferries": 1,
    }
    one_for = joined(names, person=False, long_forms={"OFA": "Orlo Ferry Authority"})
    assert one_for["Orlo Ferries Inc"] == one_for["The Orlo Ferries"] == "Orlo Ferries"
    assert one_for["OFA"] == "OFA"
    assert one_for["Ferries"] == "Ferries"
    opfa = joined({"OFA": 2, "Ofa": 1}, person=False, long_forms={"OFA": "Orlo Ferry Authority"})
    assert {*opfa.values()} == {"OFA"}
    both = joined({"OFA": 2, "Orlo Ferry Authority": 1}, person=False,
                  long_forms={"OFA": "Orlo Ferry Authority"})  # fmt: skip
    assert {*both.values()} == {"Orlo Ferry Authority"}


def told(date: str, text: str, **more: object) -> dict[str, object]:
    return {"title": "Council of Orlo", "date": date, "text": text, **more}


@pytest.fixture
def archive(archive_from: Make) -> Archive:
    return archive_from(
        told("2020-01-02", "The mayor, Joan Quill, met Edna Roe of the ferry on Monday."),
        told("2020-03-04", "Edna Roe and Mayor Joan Quill met again, with Bob Brown, on Friday."),
        told("2019-05-06", "Bob Brown was seen in the bay, far from the quay, on Sunday."),
    )


def test_who_is_named_with_whom(archive: Archive) -> None:
    found = archive.newsroom.network("*", ["person"])
    assert [(node.label, node.articles) for node in found.nodes] == [
        ("Bob Brown", 2), ("Edna Roe", 2), ("Joan Quill", 2),
    ]  # fmt: skip
    assert [(edge.source, edge.target, edge.articles) for edge in found.edges] == [
        ("person:Edna Roe", "person:Joan Quill", 2),
        ("person:Bob Brown", "person:Edna Roe", 1),
        ("person:Bob Brown", "person:Joan Quill", 1),
    ]
    assert (found.edges[0].first, found.edges[0].last) == ("2020-01-02", "2020-03-04")
    brown = found.nodes[0]
    assert (brown.kind, brown.first, brown.last) == ("person", "2019-05-06", "2020-03-04")


def test_only_articles_that_match_and_only_the_frequent(archive: Archive) -> None:
    assert archive.newsroom.network(Request("*", until="2019"), ["person"]).edges == ()
    few = archive.newsroom.network("*", ["person"], most=2)
    assert (few.names, len(few.nodes), [edge.articles for edge in few.edges]) == (3, 2, [1])
    assert len(archive.newsroom.network("*", ["person"], least=2).edges) == 1


def test_near_copies_count_as_one_article(archive_from: Make) -> None:
    text = (
        "The mayor, Joan Quill, met Edna Roe of the ferry on Monday. The quay was closed at noon,"
        " and nobody could say when the ferry would sail again, or under which name, if ever."
    )
    archive = archive_from(
        told("2020-01-03", text, source="A"), told("2020-01-02", text, source="B")
    )
    found = archive.newsroom.network("ferry", ["person", "source"])
    assert (found.total, {edge.articles for edge in found.edges}) == (1, {1})
    assert {node.label for node in found.nodes} == {"Joan Quill", "Edna Roe", "B"}


def test_what_has_no_names(archive: Archive) -> None:
    with pytest.raises(UsageError, match="--by persons: no such names"):
        archive.newsroom.network("*", ["persons"])
    assert archive.newsroom.network("zeppelin").nodes == ()
