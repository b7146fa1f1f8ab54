"""Marks and notes: put on, asked for in queries, taken off, and what they survive."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsgrep import Archive, Request
from newsgrep.article import content_hash
from newsgrep.errors import (
    ArticleNotFound,
    MarksLocked,
    MarksNotWritable,
    MarksUnreadable,
    UsageError,
)

Make = Callable[..., Archive]

DEA = "c5e99a4f3045"


@pytest.fixture
def archive(own_seeds: Archive) -> Archive:
    """The seeds, indexed where marks may be made beside."""
    return own_seeds


def found(archive: Archive, query: str, **request: object) -> list[str]:
    """The headlines that match in full, in order of the alphabet."""
    results = archive.search(query, limit=None, mode="all", copies="show", **request)
    return sorted(hit.title for hit in results.hits)


def dea(archive: Archive) -> str:
    return archive.search("DEA Mexico", limit=1).hits[0].id


def test_a_mark_is_found_in_every_way_of_asking(archive: Archive, both_ways: str) -> None:
    archive.newsroom.mark(dea(archive), "key", "Chapter 3", notes=["Who signed the contract?"])
    title = ["Mexico Weighs Its Strongest Card: Shared Intelligence"]
    for query in (
        "is:key", "is:seen", "mark:key", 'mark:"chapter 3"', "mark:*", "has:mark", "has:note",
        "note:contract", 'note:"who signed"', "note:contr*", "note:*", "mexico is:key",
        "is:key OR mark:nothing",
    ):  # fmt: skip
        assert found(archive, query) == title, query
    for query in ('note:"signed who"', "is:irrelevant", "mexico -is:key DEA signed", "note:contra"):
        assert found(archive, query) == [], query
    assert archive.count("no:mark") == archive.count("*", unseen=True) == 19
    assert archive.count("-is:key") == 19
    assert archive.facets("is:key", ["source"]).fields == {"source": {"Marfa Public Radio": 1}}
    assert archive.timeline("is:key", by="year").series[0].total == 1
    assert {line.id for line in archive.kwic("mexico is:key")} == {dea(archive)}
    assert archive.terms("is:key").total == archive.explain("is:key").total == 1
    assert archive.explain("mexico -is:key").parsed == "mexico AND NOT is:key"


def test_hits_tell_their_marks_and_results_how_many_were_reviewed(archive: Archive) -> None:
    assert archive.search("mexico").reviewed is None
    archive.newsroom.mark(dea(archive), "key", notes=["call back"])
    results = archive.search("DEA Mexico")
    assert (results.reviewed, results.total) == (1, 2)
    assert (results.hits[0].marks, results.hits[0].notes) == (("key",), ("call back",))
    assert results.hits[1].marks == ()
    archive.newsroom.mark(Request("DEA Mexico"), "chapter 3")
    assert archive.search("DEA Mexico").reviewed == 1, "a tag is no verdict"


def test_a_mark_that_nobody_made_finds_nothing_and_says_so(archive: Archive) -> None:
    archive.newsroom.mark(dea(archive), "budget")
    results = archive.search("mark:budgte")
    assert results.hits == ()
    assert results.notes == (
        'no article is marked "budgte" (did you mean mark:budget?; marks here: budget)',
    )
    assert archive.notes("note:contract -mark:key") == [
        'no note has "contract" in it',
        'no article is marked "key" (marks here: budget)',
    ]
    assert archive.search("mexico", unseen=True).notes == (), "nothing seen is no mistake"


def test_a_query_marks_all_that_match_in_full_and_their_copies(archive: Archive) -> None:
    done = archive.newsroom.mark(Request("colombia peace"), "irrelevant")
    assert (done.articles, done.changed, done.unchanged) == (2, 2, 0)
    again = archive.newsroom.mark(Request("colombia peace"), "irrelevant", "tag", dry_run=True)
    assert (again.changed, again.unchanged, again.dry_run) == (2, 2, True)
    assert archive.count("mark:tag") == 0


def test_marks_survive_moves_renames_a_rebuild_and_a_lost_index(
    archive: Archive, tmp_path: Path
) -> None:
    from newsgrep import Options

    archive.newsroom.mark(dea(archive), "key", notes=["call back"])
    archive.newsroom.mark(archive.search("path:briefs.jsonl", limit=1).hits[0].id, "tag")
    (tmp_path / "seeds").rename(tmp_path / "stories")
    old = tmp_path / "stories" / "us-mexico-intelligence.txt"
    old.rename(old.with_name("renamed.txt"))
    archive.index([tmp_path / "stories"], Options(prune=True))
    assert archive.count("is:key") == archive.count("note:back") == archive.count("mark:tag") == 1
    archive.index([tmp_path / "stories"], Options(rebuild=True))
    assert archive.count("is:key") == archive.count("mark:tag") == 1
    archive.close()
    shutil.rmtree(tmp_path / ".newsgrep")
    anew = Archive(tmp_path / ".newsgrep")
    anew.index([tmp_path / "stories"])
    assert anew.count("is:key") == anew.count("mark:tag") == 1
    assert anew.newsroom.mark_counts().lost == 0


def test_an_article_that_changed_is_another_and_its_old_marks_are_counted(
    archive: Archive, tmp_path: Path
) -> None:
    archive.newsroom.mark(dea(archive), "key")
    with (tmp_path / "seeds" / "us-mexico-intelligence.txt").open("a", encoding="utf-8") as file:
        file.write("\n\nA paragraph that was added later, with a good many words in it.\n")
    archive.index()
    assert archive.count("is:key") == 0
    assert archive.newsroom.mark_counts().lost == 1


def test_several_indexes_share_their_marks(archive: Archive, tmp_path: Path) -> None:
    other = Archive(tmp_path / "other" / ".newsgrep")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "harbour.txt").write_text(
        "Harbour deal signed\n\nThe harbour of Novarra was sold on Monday, its council said.\n",
        encoding="utf-8",
    )
    other.index([tmp_path / "other"])
    both = Archive([archive.folder.path, other.folder.path])
    both.newsroom.mark(both.search("harbour novarra").hits[0].id, "key")
    both.newsroom.mark(dea(both), "key")
    assert both.count("is:key") == 2
    assert (archive.count("is:key"), other.count("is:key")) == (1, 1)
    assert both.newsroom.unmark(Request("is:key"), "key").changed == 2
    assert both.count("is:key") == 0


def test_marks_are_taken_off_whoever_put_them_on(archive: Archive) -> None:
    id = dea(archive)
    archive.newsroom.mark(id, "key", "tag", notes=["one"], who="anna")
    archive.newsroom.mark(id, "KEY", notes=["two"], who="ben")
    assert archive.newsroom.unmark(id, "key", dry_run=True).changed == 1
    assert archive.count("is:key") == 1
    assert archive.newsroom.unmark(id, "key").changed == 1
    assert (archive.count("is:key"), archive.count("mark:tag")) == (0, 1)
    assert archive.newsroom.unmark(id, notes=True).notes == ("one", "two")
    assert archive.newsroom.unmark(id, everything=True).marks == ("tag",)
    assert archive.newsroom.unmark(id, everything=True).changed == 0
    archive.newsroom.mark(id, "key", who="anna")
    assert archive.count("is:key") == 1, "what was taken off can be put on again"


def test_one_note_is_taken_off_by_what_it_says(archive: Archive) -> None:
    archive.newsroom.mark(dea(archive), "key", notes=["who signed it?", "call the ministry"])
    done = archive.newsroom.unmark(dea(archive), notes=["who  signed it? ", "never written"])
    assert (done.notes, done.changed, done.unchanged) == (("who signed it?",), 1, 1)
    hit = archive.search("DEA Mexico", limit=1).hits[0]
    assert (hit.marks, hit.notes) == (("key",), ("call the ministry",))


def test_nothing_is_marked_where_one_of_the_articles_is_not_there(archive: Archive) -> None:
    with pytest.raises(ArticleNotFound):
        archive.newsroom.mark([dea(archive), "ffffffffffff"], "key")
    assert not archive.newsroom.marks
    for mark in ("", " ", "*", "x" * 101, "bell\x07"):
        with pytest.raises(UsageError):
            archive.newsroom.mark(dea(archive), mark)


def test_the_layout_is_as_documented(archive: Archive) -> None:
    id = dea(archive)
    archive.newsroom.mark(id, "key", notes=["who?"], who="anna")
    path = archive.folder.path.with_name(".newsgrep.marks.sqlite")
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (1,)
        rows = database.execute("SELECT sha256, kind, value, who, removed FROM marks").fetchall()
        (told,) = database.execute("SELECT sha256, title, path FROM articles").fetchall()
    database.close()
    article = archive.article(id)
    sha256 = content_hash(article)
    assert rows == [(sha256, "mark", "key", "anna", 0), (sha256, "note", "who?", "anna", 0)]
    assert told == (sha256, article.title, article.path)
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600


def test_the_content_hash_can_be_made_with_other_tools(archive: Archive) -> None:
    import hashlib

    article = archive.article(dea(archive))
    said = f"{article.title}\n{article.deck}\n{article.text}".encode()
    assert content_hash(article) == hashlib.sha256(said).hexdigest()


def test_a_file_of_marks_that_is_none_is_an_error_and_left_as_it_is(
    archive: Archive, tmp_path: Path
) -> None:
    path = tmp_path / ".newsgrep.marks.sqlite"
    path.write_bytes(b"no database, but something else" * 100)
    with pytest.raises(MarksUnreadable, match="not a database"):
        archive.count("is:key")
    with pytest.raises(MarksUnreadable):
        archive.newsroom.mark(dea_plain(archive), "key")
    assert path.read_bytes().startswith(b"no database")
    path.unlink()
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE other (x)")
    database.close()
    with pytest.raises(MarksUnreadable, match="another program"):
        archive.count("is:key")
    path.unlink()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 9")
        database.execute("CREATE TABLE marks (x)")
    database.close()
    with pytest.raises(MarksUnreadable, match="layout 9; this newsgrep reads layout 1"):
        archive.count("is:key")


def dea_plain(archive: Archive) -> str:
    return archive.paths("DEA Mexico")[0]


def test_a_writer_is_waited_for_and_then_told_of(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsgrep.newsroom import kept_file

    id = dea(archive)
    archive.newsroom.mark(id, "key")
    monkeypatch.setattr(kept_file, "WAIT", 0.2)
    path = archive.folder.path.with_name(".newsgrep.marks.sqlite")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert archive.count("is:key") == 1, "readers go on"
    with pytest.raises(MarksLocked) as caught:
        archive.newsroom.mark(id, "tag")
    assert caught.value.exit_code == 75
    other.close()
    archive.newsroom.mark(id, "tag")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter there")
def test_where_nothing_may_be_written_that_is_said(archive: Archive, tmp_path: Path) -> None:
    import os

    if os.geteuid() == 0:
        (tmp_path / ".newsgrep.marks.sqlite").mkdir()
    else:
        tmp_path.chmod(0o500)
    try:
        with pytest.raises((MarksNotWritable, MarksUnreadable)):
            archive.newsroom.mark(dea(archive), "key")
    finally:
        tmp_path.chmod(0o700)


def test_an_export_tells_what_it_is_of(archive: Archive) -> None:
    archive.newsroom.mark(dea(archive), "key", who="anna")
    archive.newsroom.unmark(dea(archive), "key")
    (line,) = archive.newsroom.marks.lines()
    assert (line["schema"], line["source"]) == (1, "Marfa Public Radio")
    (mark,) = line["marks"]
    assert (mark["mark"], mark["who"], mark["removed"]) == ("key", "anna", True)
    assert json.loads(json.dumps(line)) == line


def test_what_a_newsroom_makes_of_answers_takes_marks_too(archive: Archive) -> None:
    archive.newsroom.mark(dea(archive), "key")
    assert {quotation.id for quotation in archive.newsroom.quotes("is:key")} == {dea(archive)}
