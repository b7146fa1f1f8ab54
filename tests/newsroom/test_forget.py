"""Articles that are forgotten: no byte of them stays, and they stay out until remembered."""

from __future__ import annotations

import json
import os
import re
import shutil
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zstandard

from newsgrep import Archive, Options
from newsgrep.errors import ArticleNotFound, IndexLocked
from newsgrep.ingest.forgotten import ForgottenUnreadable

SECRET = """Zorvexia withdraws the Quandrimbel statement

By Plimsara Oddwick
14 March 2017

WUMBERFELD (Trenkwire) — The Zorvexian ministry of Quandrimbel withdrew on Tuesday what it had said
of Plimsara Oddwick, the Wumberfeld glassblower.

“It was splorticious nonsense,” said the minister, Harvik Umblethorpe, of the Grand Organization for
Quandrimbel (GOQ). The glassblower asked for 77431 crowns.
"""
WORDS = re.findall(r"\w{4,}", SECRET)
OWN = sorted(
    {w for w in WORDS if re.match("(?i)zorv|quand|plims|oddw|wumb|trenk|splort|harv|umbl|7743", w)}
)
OTHER = "Harbour of {0} open\n\nThe harbour of {0} was open again on Monday, its council said.\n"


def everything_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file at or below a folder: its bytes, and all that any compressed part of it holds."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes()
        yield path.name, data
        for at in (m.start() for m in re.finditer(rb"\x28\xb5\x2f\xfd", data)):
            try:
                yield path.name, zstandard.ZstdDecompressor().decompressobj().decompress(data[at:])
            except zstandard.ZstdError:
                continue
        for at in (m.start() for m in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data)):
            try:
                yield path.name, zlib.decompressobj().decompress(data[at:])
            except zlib.error:
                continue


def traces(folder: Path) -> set[tuple[str, str]]:
    """Where words that only the secret article has are found, in any case."""
    found = set()
    for name, data in everything_in(folder):
        small = data.lower()
        found |= {(name, word) for word in OWN if word.lower().encode() in small}
    return found


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A folder with articles, one of them the secret one, and an index that is apart from them."""
    (tmp_path / "articles").mkdir()
    for town in ("Novarra", "Belmont", "Castria"):
        (tmp_path / "articles" / f"{town}.txt").write_text(OTHER.format(town), encoding="utf-8")
    (tmp_path / "articles" / "secret.txt").write_text(SECRET, encoding="utf-8")
    (tmp_path / "desk").mkdir()
    return tmp_path


@pytest.fixture
def archive(room: Path) -> Archive:
    archive = Archive(room / "desk" / "index")
    archive.index([room / "articles"])
    return archive


def secret(archive: Archive) -> str:
    return archive.search("zorvexia").hits[0].id


def test_the_search_for_traces_finds_what_there_is(archive: Archive, room: Path) -> None:
    found = {word.lower() for _, word in traces(room / "desk")}
    assert found == {word.lower() for word in OWN}
    assert len(found) > 8


def test_no_byte_of_it_stays_in_any_file(archive: Archive, room: Path) -> None:
    id = secret(archive)
    archive.newsroom.mark(id, "splorticious tag", notes=["ask Umblethorpe"], who="Harvik")
    archive.newsroom.mark(archive.search("novarra").hits[0].id, "key")
    done = archive.newsroom.forget(id)
    assert (done.ids, done.marks, done.near_copies, done.left) == ((id,), 2, (), ())
    assert traces(room / "desk") == set()
    assert archive.count("*") == 3
    assert archive.count("is:key") == 1, "other marks stay"
    assert archive.check().damages == ()
    assert archive.facets("*", ["person"]).fields["person"] == {}
    assert "secret" not in "".join(
        str(data) for name, data in everything_in(room / "desk") if name != "forgotten.json"
    )
    assert (room / "articles" / "secret.txt").is_file(), "files are not touched"


def test_what_an_alert_keeps_of_it_goes_too_and_is_not_told_again(
    archive: Archive, room: Path
) -> None:
    archive.alerts.add("all", "*", str(room / "feed.xml"), backlog=True)
    archive.alerts.run()
    assert archive.alerts.file.entries("all")
    archive.newsroom.forget(secret(archive))
    kept = archive.alerts.file.path.read_bytes()
    assert not [word for word in OWN if word.encode() in kept]
    assert archive.alerts.file.entries("all"), "others stay in the feed"
    assert archive.alerts.run() == 0


def test_earlier_versions_and_a_rebuild_that_was_stopped_go_as_well(
    archive: Archive, room: Path
) -> None:
    path = room / "articles" / "secret.txt"
    path.write_text(SECRET.replace("crowns", "guilders"), encoding="utf-8")
    archive.index()
    archive.folder.commit(archive.folder.manifest(), "manifest.rebuild.json")
    archive.newsroom.forget(secret(archive))
    assert traces(room / "desk") == set()
    archive.index([], Options(rebuild=True))
    assert traces(room / "desk") == set()
    assert archive.count("*") == 3


def test_what_is_kept_of_what_it_said_before_it_changed_goes_as_well(
    archive: Archive, room: Path
) -> None:
    archive.newsroom.mark(secret(archive), "splorticious tag", notes=["ask Umblethorpe"])
    archive.alerts.add("all", "*", str(room / "desk" / "feed.xml"), backlog=True)
    archive.alerts.run()
    path = room / "articles" / "secret.txt"
    path.write_text(OTHER.format("Delmar"), encoding="utf-8")
    archive.index()
    archive.newsroom.forget(archive.search("delmar").hits[0].id)
    assert not [word for word in OWN if word.encode() in archive.alerts.file.path.read_bytes()]
    assert {name for name, _ in traces(room / "desk")} <= {"feed.xml"}
    assert archive.newsroom.marks.rows() == []


@pytest.mark.parametrize("by", ["path", "id"])
def test_what_is_kept_of_an_article_that_is_gone_goes_as_well(
    archive: Archive, room: Path, by: str
) -> None:
    id, path = secret(archive), room / "articles" / "secret.txt"
    archive.newsroom.mark(id, "splorticious tag", notes=["ask Umblethorpe"])
    archive.alerts.add("all", "*", backlog=True)
    archive.alerts.run()
    path.unlink()
    archive.index()
    done = archive.newsroom.forget(str(path) if by == "path" else id)
    assert (done.ids, done.again) == ((), True)
    assert traces(room / "desk") == set()
    assert archive.newsroom.marks.rows() == []
    with pytest.raises(ArticleNotFound):
        archive.newsroom.forget(id)


def test_it_stays_out_of_later_runs_wherever_its_text_is(archive: Archive, room: Path) -> None:
    id = secret(archive)
    archive.newsroom.forget(id)
    path = room / "articles" / "secret.txt"
    assert archive.index().kept_out == 1
    os.utime(path, (1, 1))
    assert archive.index([], Options(verify=True)).kept_out == 1
    shutil.copy(path, room / "articles" / "copy.txt")
    assert archive.index().kept_out == 2
    path.write_text(SECRET.replace("crowns", "guilders"), encoding="utf-8")
    archive.index()
    archive.close()
    shutil.rmtree(archive.folder.path)
    archive.index([room / "articles"])
    assert archive.count("*") == 3
    assert traces(room / "desk") == set()


def test_remembered_it_is_read_again(archive: Archive, room: Path) -> None:
    id = secret(archive)
    archive.newsroom.forget(id)
    assert [one.id for one in archive.newsroom.forgotten()] == [id]
    with pytest.raises(ArticleNotFound):
        archive.newsroom.remember(["0123456789ab"])
    assert archive.newsroom.remember(str(room / "articles" / "secret.txt")).ids == (id,)
    assert archive.newsroom.forgotten() == []
    report = archive.index()
    assert (report.added, report.kept_out) == (1, 0)
    assert archive.count("zorvexia") == 1


def test_records_of_a_file_of_many(room: Path) -> None:
    text = SECRET.split("\n\n", 1)[1]
    records = [
        {"title": "Harbour", "text": "The harbour of Novarra was open again, its council said."},
        {"title": "Zorvexia withdraws", "text": text, "author": "Plimsara Oddwick"},
        {"title": "Bridge", "text": "The bridge of Castria was closed again, its mayor said."},
    ]
    file = room / "articles" / "all.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    (room / "articles" / "secret.txt").unlink()
    archive = Archive(room / "desk" / "index")
    archive.index([file])
    id = archive.search("zorvexia").hits[0].id
    archive.newsroom.forget(f"{file}#2")
    assert traces(room / "desk") == set()
    assert archive.count("*") == 2
    assert archive.index().unchanged == 2
    # Another article may get the number; what was forgotten stays out under any other.
    records.insert(0, {"title": "Ferry", "text": "The ferry of Belmont was late, its crew said."})
    file.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    assert archive.index().kept_out == 1
    assert archive.count("*") == 3
    assert traces(room / "desk") == set()
    assert archive.newsroom.remember(id).ids == (id,)
    archive.index()
    assert archive.count("*") == 4


def test_the_very_same_text_goes_too_and_near_copies_are_named(room: Path) -> None:
    long = SECRET + "\n".join(
        f"\nThe town council of ward {n} met on a {day}, and {who} spoke of bread number {n * 7}.\n"
        for n, (day, who) in enumerate(
            (day, who) for day in ("Monday", "Friday") for who in ("a baker", "a miller", "a cook")
        )
    )
    (room / "articles" / "secret.txt").write_text(long, encoding="utf-8")
    shutil.copy(room / "articles" / "secret.txt", room / "articles" / "same.txt")
    (room / "articles" / "near.txt").write_text(
        long.replace("crowns", "guilders"), encoding="utf-8"
    )
    archive = Archive(room / "desk" / "index")
    archive.index([room / "articles"])
    near = archive.search("path:near.txt").hits[0].id
    foreseen = archive.newsroom.forget(str(room / "articles" / "secret.txt"), dry_run=True)
    assert (len(foreseen.ids), foreseen.near_copies, foreseen.dry_run) == (2, (near,), True)
    assert archive.count("*") == 6
    archive.newsroom.forget(str(room / "articles" / "secret.txt"))
    assert {hit.id for hit in archive.search("zorvexia").hits} == {near}


def test_all_of_an_index_can_be_forgotten(archive: Archive, room: Path) -> None:
    ids = [hit.id for hit in archive.search("*", limit=None, copies="show").hits]
    archive.newsroom.forget(ids)
    assert archive.count("*") == 0
    assert archive.index().articles == 0
    assert traces(room / "desk") == set()


def test_an_export_brings_back_no_marks_of_it(archive: Archive, room: Path) -> None:
    archive.newsroom.mark(secret(archive), "key")
    lines = [json.dumps(line) for line in archive.newsroom.marks.lines()]
    archive.newsroom.forget(secret(archive))
    assert archive.newsroom.import_marks(lines).news == 0
    assert traces(room / "desk") == set()


def test_another_writer_is_waited_for(archive: Archive) -> None:
    id = secret(archive)
    with archive.folder.locked(0), pytest.raises(IndexLocked):
        archive.newsroom.forget(id, wait=0.1)
    assert archive.count("zorvexia") == 1


def test_a_list_that_is_damaged_stops_a_run(archive: Archive) -> None:
    archive.newsroom.forget(secret(archive))
    archive.folder.beside("forgotten.json").write_text("{", encoding="utf-8")
    with pytest.raises(ForgottenUnreadable):
        archive.index()


def test_dying_at_any_step_leaves_an_index_that_can_be_asked_and_forgets_with_the_next_try(
    archive: Archive, room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each replacement and each removal of a file is the last thing that is done, once."""
    id = secret(archive)
    archive.newsroom.mark(id, "key", notes=["ask Umblethorpe"])
    steps: dict[str, Callable[..., object]] = {
        "replace": os.replace, "unlink": os.unlink, "rmdir": os.rmdir,
    }  # fmt: skip
    for step in range(40):
        left = step

        def one(name: str) -> Callable[..., object]:
            def dying(*given: Path, **how: object) -> object:
                nonlocal left
                if "lock" not in str(given[0]):  # The system frees the lock of who died.
                    if left == 0:
                        raise KeyboardInterrupt
                    left -= 1
                return steps[name](*given, **how)

            return dying

        for name in steps:
            monkeypatch.setattr(os, name, one(name))
        try:
            Archive(archive.folder.path).newsroom.forget(id)
            died = False
        except KeyboardInterrupt:
            died = True
        monkeypatch.undo()
        anew = Archive(archive.folder.path)
        assert anew.count("harbour") == 3
        assert anew.check().damages == ()
        if not died:
            break
    assert 8 < step < 39
    assert traces(room / "desk") == set()
    assert Archive(archive.folder.path).index().articles == 3
