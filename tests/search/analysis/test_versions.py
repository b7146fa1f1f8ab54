"""A story's versions, and what each changed."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from newsgrep import Archive
from newsgrep.search.analysis.story import compared


def test_compared_word_by_word() -> None:
    assert compared("The old bridge fell today.", "The new bridge fell.") == (
        ("same", "The "),
        ("removed", "old"),
        ("added", "new"),
        ("same", " bridge "),
        ("removed", "fell today."),
        ("added", "fell."),
    )
    assert compared("Same.", "Same.") == (("same", "Same."),)
    assert compared("", "New text.") == (("added", "New text."),)
    assert compared("Old text.", "") == (("removed", "Old text."),)


@given(st.lists(st.sampled_from("a b c \n".split(" ")), max_size=30).map(" ".join),
       st.lists(st.sampled_from("a b d \n".split(" ")), max_size=30).map(" ".join))  # fmt: skip
def test_both_texts_can_be_had_back(before: str, after: str) -> None:
    changes = compared(before, after)
    assert "".join(text for kind, text in changes if kind != "added") == before
    assert "".join(text for kind, text in changes if kind != "removed") == after


def test_a_story_is_told_from_its_first_version_on(archive_from: Callable[..., Archive]) -> None:
    text = (
        "The harbour of Orlo bought a second crane on Monday from the shipyard in Venn, and the "
        "union of the dockers said that the crane would cost forty jobs on the quay before "
        "summer, while the mayor called it the best news that the town had had in ten years."
    )
    archive = archive_from(
        {"title": "Crane, later", "date": "2017-02-22", "source": "Later",
         "text": text.replace("forty", "some thirty")},
        {"title": "Crane, first", "date": "2017-02-20", "source": "First", "author": "Ida Brandt",
         "text": text},
        {"title": "Crane, undated", "source": "Undated", "text": text},
        {"title": "Other", "date": "2017-01-01", "text": "A recipe with four eggs and flour."},
    )  # fmt: skip
    members = archive.story(archive.search("title:later", copies="show").hits[0].id)
    assert [member.source for member in members] == ["First", "Later", "Undated"]
    first, later, undated = members
    assert (first.added, first.removed, first.authors) == (0, 0, ("Ida Brandt",))
    assert (later.added, later.removed) == (2, 1)
    assert ("added", "some thirty") in later.changes
    assert (undated.added, undated.removed) == (0, 0)
    alone = archive.story(archive.search("eggs").hits[0].id)
    assert [member.title for member in alone] == ["Other"]
