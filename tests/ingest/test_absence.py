"""What is not there, what is there twice, and what only looks the same: nothing goes in silence."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from conftest import Command
from test_indexing import archive, counts, folder, run, titles, write

from newsgrep import Archive, Options, Request, Selection
from newsgrep.errors import PathNotFound
from newsgrep.ingest.events import Event, Noted
from newsgrep.ingest.presence import MANY, EmptyFolders, is_gone, over

__all__ = ["archive", "folder"]
POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX")


def notes(archive: Archive, *paths: Path, **options: object) -> str:
    """What a run says, in one string."""
    events: list[Event] = []
    archive.index(paths, Options(jobs=1, **options), events.append)  # type: ignore[arg-type]
    return "\n".join(event.text for event in events if isinstance(event, Noted))


# Folders and files that are gone


def test_a_folder_that_is_gone_keeps_its_articles_until_pruned(
    archive: Archive, folder: Path
) -> None:
    run(archive, folder)
    shutil.move(folder, folder.with_name("elsewhere"))
    said = notes(archive)
    assert "is not there: the 3 articles indexed from there (3 files) are kept" in said
    assert "--prune removes them" in said
    report = run(archive, folder)
    assert (report.kept, report.removed, len(report.missing)) == (3, 0, 1)
    assert len(titles(archive)) == 3
    assert run(archive, prune=True, dry_run=True).removed == 3
    assert run(archive, folder, prune=True).removed == 3
    assert titles(archive) == []
    with pytest.raises(PathNotFound):
        run(archive, folder)


def test_a_disk_that_comes_back_is_as_before(archive: Archive, folder: Path) -> None:
    run(archive, folder)
    away = folder.with_name("elsewhere")
    shutil.move(folder, away)
    run(archive)
    shutil.move(away, folder)
    assert counts(run(archive)) == (0, 0, 0, 3)


def test_a_file_that_was_given_and_is_gone_keeps_its_article(
    archive: Archive, folder: Path
) -> None:
    run(archive, folder / "a.txt")
    (folder / "a.txt").unlink()
    assert run(archive).kept == 1
    # Given the folder that it was in, which is there, it was removed.
    assert run(archive, folder).removed == 1
    assert run(archive).removed == 0


def test_an_empty_folder_may_be_an_unmounted_disk(archive: Archive, folder: Path) -> None:
    run(archive, folder)
    for file in folder.iterdir():
        file.unlink()
    (folder / ".Trash").mkdir()
    assert "is empty: the 3 articles" in notes(archive, folder)
    assert len(titles(archive)) == 3
    assert run(archive, folder, prune=True).removed == 3


def test_a_mount_point_below_the_folder_given_may_be_empty(archive: Archive, folder: Path) -> None:
    for number in range(MANY):
        write(folder / "disk" / f"{number // 10}" / f"{number}.txt", f"On disk {number}\n\nText.")
    write(folder / "few" / "x.txt", "One of few\n\nText.")
    run(archive, folder)
    for name in ("disk", "few"):
        shutil.rmtree(folder / name)
        (folder / name).mkdir()
    report = run(archive, folder)
    assert (report.removed, report.kept) == (1, MANY)
    assert report.missing[0].endswith("disk")
    assert run(archive, folder, prune=True).removed == MANY
    assert len(titles(archive)) == 3


def test_files_gone_from_a_folder_that_is_there_are_removed(archive: Archive, folder: Path) -> None:
    write(folder / "sub" / "x.txt", "Below\n\nText.")
    run(archive, folder)
    shutil.rmtree(folder / "sub")
    (folder / "a.txt").unlink()
    assert run(archive, folder).removed == 2


def test_a_rebuild_keeps_what_is_on_a_disk_that_is_not_mounted(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    write(tmp_path / "there" / "x.txt", "There\n\nText.")
    run(archive, folder, tmp_path / "there")
    shutil.move(folder, folder.with_name("elsewhere"))
    run(archive, rebuild=True)
    assert titles(archive) == ["There", "Title a", "Title b", "Title c"]


def test_a_file_that_became_a_folder_is_gone(archive: Archive, folder: Path) -> None:
    run(archive, folder)
    (folder / "a.txt").unlink()
    write(folder / "a.txt" / "u.txt", "Below it\n\nText.")
    assert counts(run(archive, folder)) == (1, 0, 1, 2)
    assert titles(archive) == ["Below it", "Title b", "Title c"]
    shutil.rmtree(folder / "a.txt")
    write(folder / "a.txt", "A file again\n\nText.")
    assert counts(run(archive, folder)) == (1, 0, 1, 2)


@POSIX
def test_a_link_that_leads_nowhere_and_what_cannot_be_looked_at_are_not_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.symlink(tmp_path / "nowhere", tmp_path / "link.txt")
    assert not is_gone(str(tmp_path / "link.txt"))
    assert is_gone(str(tmp_path / "other.txt"))

    def refused(path: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("newsgrep.ingest.presence.os.stat", refused)
    assert not is_gone(str(tmp_path / "other.txt"))


def test_what_a_path_lies_below() -> None:
    assert over("a/b/c", {"a", "x"}) == "a"
    assert over("a/b/c", {"a", "a/b"}) == "a/b"
    assert over("ab", {"a"}) is None
    assert over("a/b", {"."}) == "."
    assert over("/a/b", {"."}) is None
    assert over("/a/b", {"/"}) == "/"


def test_the_nearest_folder_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    empty = EmptyFolders()
    assert empty.above(str(tmp_path / "empty" / "gone" / "x.txt")) == str(tmp_path / "empty")
    assert empty.above(str(tmp_path / "gone" / "x.txt")) == ""


def test_what_is_missing_is_said_on_every_way(newsgrep: Command, tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt", "Title\n\nText.")
    write(tmp_path / "on" / "b.txt", "Other\n\nText.")
    assert newsgrep("index", "in", "on").code == 0
    shutil.rmtree(tmp_path / "in")
    again = newsgrep("index", "--json")
    assert again.code == 0
    assert "in is not there" in again.err
    report = json.loads(again.out)
    assert (report["missing"], report["kept"]) == (["in"], 1)
    assert "in (not there now, or empty)" in newsgrep("stats").out
    assert json.loads(newsgrep("stats", "--json").out)["missing"] == ["in"]
    assert newsgrep("index", "--prune").code == 0
    assert json.loads(newsgrep("stats", "--json").out)["roots"] == ["on"]


# Files that changed and do not look it


@POSIX
@pytest.mark.parametrize("in_place", [True, False])
def test_a_change_that_keeps_size_and_time_is_seen(
    archive: Archive, folder: Path, in_place: bool
) -> None:
    file = folder / "a.txt"
    run(archive, folder)
    _as_if_read_long_after(archive)
    status = file.stat()
    changed = file if in_place else folder / "new.tmp"
    changed.write_text(file.read_text().replace("aaa", "zzz"))
    os.utime(changed, ns=(status.st_atime_ns, status.st_mtime_ns))
    changed.replace(file)
    assert counts(run(archive, folder)) == (0, 1, 0, 2)
    assert archive.count(Request("zzz")) == 1


def _as_if_read_long_after(archive: Archive) -> None:
    """Make the inventory say that all files were read well after they were written."""

    from newsgrep.ingest.catalog import read_inventory, write_changes

    where = archive.folder
    manifest = where.manifest()
    inventory = read_inventory(where.path, manifest.inventory)
    late = {p: e._replace(read_at=e.read_at + 10**10) for p, e in inventory.items()}
    names = write_changes(where.path, manifest.inventory, inventory, late)  # type: ignore[arg-type]
    where.commit(manifest._replace(inventory=names))


def test_verify_looks_at_every_file(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As on a system that keeps neither inode numbers nor times of their change.
    monkeypatch.setattr("newsgrep.ingest.discovery.found_file", _without_inode)
    file = folder / "a.txt"
    run(archive, folder)
    _as_if_read_long_after(archive)
    status = file.stat()
    file.write_text(file.read_text().replace("aaa", "zzz"))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert counts(run(archive, folder)) == (0, 0, 0, 3)
    assert counts(run(archive, folder, verify=True)) == (0, 1, 0, 2)


def _without_inode(path: str, status: os.stat_result) -> object:
    from newsgrep.ingest.discovery import FoundFile

    return FoundFile(path, status.st_size, status.st_mtime_ns)


def test_a_dry_run_right_after_a_run_finds_nothing_to_do(archive: Archive, folder: Path) -> None:
    (folder / "now.txt").write_text("Just now\n\nText.")
    run(archive, folder)
    os.utime(folder / "a.txt")
    report = run(archive, folder, dry_run=True)
    assert counts(report) == (0, 0, 0, 4)
    assert (report.files, report.bytes) == (0, 0)
    (folder / "a.txt").rename(folder / "moved.txt")
    write(folder / "b.txt", "Changed\n\nText.")
    report = run(archive, folder, dry_run=True)
    assert (report.moved, *counts(report)) == (1, 0, 1, 0, 2)


# Two paths to one file


@POSIX
def test_a_file_that_two_paths_reach_is_one_article(archive: Archive, folder: Path) -> None:
    (folder / "sub").mkdir()
    write(folder / "sub" / "x.txt", "Below\n\nText.")
    os.symlink(folder / "sub", folder / "another")
    os.symlink(folder / "a.txt", folder / "0.txt")
    os.link(folder / "b.txt", folder / "hard.txt")
    follow = Selection(follow_symlinks=True)
    said = notes(archive, folder, selection=follow)
    assert "indexed once, though two paths lead there" in said
    assert titles(archive) == ["Below", "Title a", "Title b", "Title c"]
    paths = [hit.path.rpartition("/")[2] for hit in archive.search("*", sort="path").hits]
    assert paths == ["a.txt", "b.txt", "c.txt", "x.txt"]
    assert counts(run(archive, folder, selection=follow)) == (0, 0, 0, 4)
    # Without following links, a hard link is a second file, as it is to every other program.
    assert counts(run(archive, folder)) == (1, 0, 0, 4)
    assert counts(run(archive, folder, selection=follow)) == (0, 0, 1, 4)


@POSIX
def test_a_link_given_to_a_folder_that_is_indexed_adds_nothing(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    os.symlink(folder, tmp_path / "link")
    run(archive, folder)
    assert counts(run(archive, tmp_path / "link")) == (0, 0, 0, 3)
    write(folder / "a.txt", "Title new\n\nOther words.")
    assert counts(run(archive, tmp_path / "link")) == (0, 1, 0, 2)
    assert counts(run(archive, folder, tmp_path / "link")) == (0, 0, 0, 3)
    assert titles(archive) == ["Title b", "Title c", "Title new"]


@POSIX
def test_articles_first_known_by_a_link_stay_one(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    os.symlink(folder, tmp_path / "link")
    assert counts(run(archive, tmp_path / "link")) == (3, 0, 0, 0)
    assert counts(run(archive, folder)) == (0, 0, 0, 3)


# Indexes and articles that moved


def test_an_index_moved_alone_takes_the_articles_where_they_are(
    folder: Path, tmp_path: Path
) -> None:
    run(Archive(tmp_path / ".newsgrep"), folder)
    (tmp_path / "new").mkdir()
    shutil.move(tmp_path / ".newsgrep", tmp_path / "new" / ".newsgrep")
    moved = Archive(tmp_path / "new" / ".newsgrep")
    said = notes(moved)
    assert f"newsgrep index {folder}" in said
    assert "are kept" in said
    report = run(moved, folder, dry_run=True)
    assert report.removed == 0
    report = run(moved, folder)
    assert (report.moved, *counts(report)) == (3, 0, 0, 0, 0)
    assert titles(moved) == ["Title a", "Title b", "Title c"]
    assert all(os.path.exists(hit.path) for hit in moved.search("*").hits)


def test_articles_moved_away_from_their_index_are_not_added_a_second_time(
    tmp_path: Path,
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for number in range(3):
        write(old / "stories" / f"{number}.txt", f"Title {number}\n\nText {number}.")
    archive = Archive(tmp_path / "index" / "of-news")
    run(archive, old / "stories")
    shutil.move(old, new)
    report = run(archive, new / "stories")
    assert (report.moved, *counts(report)) == (3, 0, 0, 0, 0)
    assert len(titles(archive)) == 3


def test_index_and_articles_moved_together_where_paths_were_absolute(tmp_path: Path) -> None:
    write(tmp_path / "one" / "stories" / "a.txt", "Title\n\nText.")
    run(Archive(tmp_path / "one" / "index" / "x"), tmp_path / "one" / "stories")
    shutil.move(tmp_path / "one", tmp_path / "two")
    moved = Archive(tmp_path / "two" / "index" / "x")
    assert f"newsgrep index {tmp_path / 'two' / 'stories'}" in notes(moved)
    assert run(moved, tmp_path / "two" / "stories").moved == 1
    assert titles(moved) == ["Title"]


# Ids


def test_extract_gives_the_ids_of_the_index(newsgrep: Command, tmp_path: Path) -> None:
    inside, outside = tmp_path / "proj", tmp_path / "far"
    write(inside / "stories" / "a.txt", "Title\n\nText.")
    write(outside / "b.txt", "Other\n\nText.")
    assert newsgrep("index", "stories", str(outside), cwd=inside).code == 0
    index = str(inside / ".newsgrep")
    listed = newsgrep("search", "*", "--format", "{id} {title}", "--index", index).out.split("\n")
    known = {title: id for id, _, title in (line.partition(" ") for line in listed if line)}
    for where, path, more in [
        (inside, "stories/a.txt", ()),
        (inside, str(inside / "stories" / "a.txt"), ()),
        (inside / "stories", "a.txt", ()),
        (inside / "stories", "../stories/a.txt", ()),
        (inside, "../far/b.txt", ()),
        (inside, str(outside / "b.txt"), ()),
        (tmp_path, "proj/stories/a.txt", ()),
        (outside, "../proj/stories/a.txt", ()),
        (outside, "b.txt", ("--index", index)),
    ]:
        found = json.loads(newsgrep("extract", path, *more, cwd=where).out)
        assert found["id"] == known[found["title"]], (where, path)


def test_what_moved_from_a_folder_is_not_missing_there(tmp_path: Path) -> None:
    before, after = tmp_path / "p", tmp_path / "q"
    before.mkdir()
    after.mkdir()
    for n in range(3):
        (before / f"{n}.txt").write_text(f"Title {n}\n\nText {n}.")
    archive = Archive(tmp_path / "index")
    archive.index([before])
    for file in before.iterdir():
        file.rename(after / file.name)
    told: list[str] = []
    report = archive.index([before, after], tell=lambda event: told.append(str(event)))
    assert (report.moved, report.kept, report.missing) == (3, 0, [])
    assert not any("kept" in text and "prune" in text for text in told)


def test_nothing_is_made_for_a_path_that_is_not_there(newsgrep: Command, tmp_path: Path) -> None:
    done = newsgrep("index", "nosuch")
    assert (done.code, "no such file or folder" in done.err) == (2, True)
    assert list(tmp_path.iterdir()) == []
