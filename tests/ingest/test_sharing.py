"""A large file that several processes read: its shares, and what becomes of it as a whole."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrep import Archive, Options
from newsgrep.ingest.catalog import MAX_FAILURES, Failure, FileEntry, Foreign
from newsgrep.ingest.events import Event, Progress
from newsgrep.ingest.messages import Outcome, State, Task, failed
from newsgrep.ingest.shares import ENDED, Share, advanced, is_passed
from newsgrep.ingest.sharing import LARGE, SMALLEST, SharedFile, in_shares, is_ended, most_shares


def task(name: str = "export.jsonl", size: int = 4 * SMALLEST, **more: object) -> Task:
    return Task(f"/in/{name}", f"in/{name}", size, 7, None, False)._replace(**more)  # type: ignore[arg-type]


def entry(articles: int, stopped_after: tuple[int, ...] = (), **more: object) -> FileEntry:
    known = FileEntry(4 * SMALLEST, 7, 9, "aa", articles, stopped_after=stopped_after)
    return known._replace(**more)  # type: ignore[arg-type]


def read(share: Task, articles: int, reached: int = 0, **more: object) -> Outcome:
    """A share that was read: so far as ``reached``, or to its end."""
    own = entry(articles, (reached,) if reached else (), **more)
    return Outcome(share, State.READ, own, articles, goes_on=True, ended=not reached)


# Records


@given(record=st.integers(0, 10_000), of=st.integers(1, 9))
def test_each_record_is_in_one_share(record: int, of: int) -> None:
    assert [Share(number, of).holds(record) for number in range(of)].count(True) == 1


@given(
    records=st.integers(0, 300),
    reached=st.lists(st.integers(0, 300), min_size=1, max_size=5).map(tuple),
    more=st.integers(0, 300),
)
def test_what_is_passed_over_and_what_is_read_are_all_records_once(
    records: int, reached: tuple[int, ...], more: int
) -> None:
    """A run stopped with its shares there, and a second one after ``more`` records of the whole."""
    of = len(reached)
    first = {
        record
        for record in range(records)
        if record < next(reached[n] for n in range(of) if Share(n, of).holds(record))
    }
    second = {record for record in range(min(more, records)) if not is_passed(reached, record)}
    after = advanced(reached, more)
    third = {record for record in range(records) if not is_passed(after, record)}
    assert not (first & second or first & third or second & third)
    assert first | second | third == set(range(records))


@pytest.mark.parametrize("size", [0, 1, 1000, 1001])
def test_the_bytes_of_all_shares_are_those_of_the_file(size: int) -> None:
    assert sum(Share(number, 3).bytes(size) for number in range(3)) == size


# Which files


def test_a_file_is_shared_by_as_many_as_it_is_large_enough_for() -> None:
    assert most_shares(task(size=SMALLEST), 8) == 1
    assert most_shares(task(size=3 * SMALLEST), 8) == 3
    assert most_shares(task(size=300 * SMALLEST), 8) == 8


def test_a_large_file_that_is_held_whole_is_held_twice_at_most() -> None:
    assert most_shares(task("list.json", LARGE), 8) == 8
    assert most_shares(task("list.json", LARGE + 1), 8) == 2


@pytest.mark.parametrize("name", ["a.pdf", "A.DOCX", "a.epub", "a.tiff"])
def test_files_that_are_read_as_they_are_split_are_not_shared(name: str) -> None:
    assert most_shares(task(name), 8) == 1


def test_a_changed_file_is_read_by_one_who_replaces_its_articles() -> None:
    assert most_shares(task(known=entry(3)), 8) == 1


def test_a_stopped_file_goes_on_in_its_shares() -> None:
    stopped = task(known=entry(30, (ENDED, 40, 8)))
    assert most_shares(stopped, 8) == 3
    shares = in_shares(stopped, 3)
    assert [share.known and share.known.stopped_after for share in shares] == [
        (ENDED,),
        (40,),
        (8,),
    ]
    assert [is_ended(share) for share in shares] == [True, False, False]
    assert [share.known and share.known.articles for share in shares] == [30, 0, 0]


def test_a_file_stopped_in_one_process_goes_on_in_several() -> None:
    shares = in_shares(task(known=entry(30, (40,))), 2)
    assert [share.known and share.known.stopped_after for share in shares] == [(40,), (40,)]


# What becomes of one


def test_a_file_is_whole_when_its_last_share_is() -> None:
    one, two = in_shares(task(), 2)
    file = SharedFile([one, two])
    first = file.with_share(read(one, 30))
    assert first.entry.stopped_after == (ENDED, 0)
    assert (first.entry.articles, first.read, first.goes_on) == (30, 30, True)
    partly = file.with_share(read(two, 8, reached=16))
    assert (partly.entry.articles, partly.entry.stopped_after) == (38, (ENDED, 16))
    last = file.with_share(read(two, 29))
    assert (last.entry.articles, last.entry.stopped_after, last.state) == (59, (), State.READ)


def test_what_could_not_be_read_is_said_once_and_in_order() -> None:
    one, two = in_shares(task(), 2)
    file = SharedFile([one, two])
    broken = Failure(0, "breaks off")
    file.with_share(read(one, 3, failures=(Failure(9, "no text"), broken)))
    last = file.with_share(read(two, 3, failures=(Failure(4, "no text"), broken)))
    assert [failure.record for failure in last.entry.failures] == [0, 4, 9]


def test_a_share_that_kills_its_readers_costs_the_others_nothing() -> None:
    one, two = in_shares(task(), 2)
    file = SharedFile([one, two])
    file.with_share(read(one, 30))
    last = file.with_share(failed(two, 9, "", (Failure(0, "reading it ends the process (-11)"),)))
    assert (last.state, last.entry.articles, last.entry.hash) == (State.READ, 30, "aa")
    assert len(last.entry.failures) == 1


def test_a_file_without_an_article_is_told_as_such() -> None:
    one, two = in_shares(task(), 2)
    empty = SharedFile([one, two])
    empty.with_share(read(one, 0))
    last = empty.with_share(read(two, 0))
    assert (last.state, last.entry.failures) == (State.FAILED, (Failure(0, "no text in it"),))
    foreign = SharedFile([one, two])
    for share in (one, two):
        told = foreign.with_share(
            Outcome(share, State.FOREIGN, entry(0, failures=(Foreign(0, "tags"),)), goes_on=True)
        )
    assert told.state is State.FOREIGN


def test_a_file_of_which_all_is_kept_out_is_read() -> None:
    one, two = in_shares(task(), 2)
    file = SharedFile([one, two])
    file.with_share(read(one, 0)._replace(kept_out=2))
    assert file.with_share(read(two, 0)).state is State.READ


def test_a_file_that_changed_between_two_openings_is_read_again_by_the_next_run() -> None:
    one, two = in_shares(task(), 2)
    file = SharedFile([one, two])
    file.with_share(read(one, 30))
    last = file.with_share(read(two, 31, hash="bb"))
    assert last.entry.hash == ""
    assert not last.entry.looks_unchanged(4 * SMALLEST, 7)


# In a run


def lines(count: int) -> list[str]:
    words = "harbour quay fleet diesel minister budget wall border tunnel strike".split()
    small = "the of and to in that by for".split()  # no model of languages is asked then
    return [
        json.dumps(
            {
                "title": f"Title {number}",
                "text": " ".join(
                    f"{small[n % len(small)]} {words[(number + n * n) % len(words)]}"
                    for n in range(75)
                )
                + ".",
            }
        )
        for number in range(count)
    ]


def indexed(index: Path, *files: Path, **options: object) -> list[tuple[str, int, str, str]]:
    archive = Archive(index)
    archive.index(list(files), Options(**options))  # type: ignore[arg-type]
    with Archive(index) as archive:
        return sorted(
            (article.path, article.record, article.title, article.text)
            for _, article in archive.snapshot.everything()
        )


def test_two_processes_read_what_one_does(tmp_path: Path) -> None:
    file = tmp_path / "export.jsonl"
    records = lines(1500)
    records[7], records[1200] = "{", "[]"
    file.write_text("\n".join(records))
    assert file.stat().st_size > 2 * SMALLEST
    alone = indexed(tmp_path / "one" / "index", file, jobs=1)
    shared = indexed(tmp_path / "two" / "index", file, jobs=2)
    assert shared == alone
    assert len(alone) == 1498
    told = [Archive(tmp_path / name / "index").failures() for name in ("one", "two")]
    assert [failure for _, failure in told[0]] == [failure for _, failure in told[1]]
    assert len(Archive(tmp_path / "two" / "index").folder.manifest().segments) == 2


def test_a_shared_file_that_changes_later_is_replaced(tmp_path: Path) -> None:
    file, index = tmp_path / "export.jsonl", tmp_path / "index"
    file.write_text("\n".join(lines(1500)))
    indexed(index, file, jobs=2)
    file.write_text("\n".join(lines(1600)[50:]))
    os.utime(file, (1_500_000_000, 1_500_000_000))
    report = Archive(index).index([file], Options(jobs=2))
    assert (report.changed, report.articles) == (1550, 1550)
    report = Archive(index).index([file], Options(jobs=2))
    assert (report.unchanged, report.articles) == (1550, 1550)


def test_a_shared_file_that_moved_is_said_to_have_moved(tmp_path: Path) -> None:
    folder, index = tmp_path / "in", tmp_path / "index"
    folder.mkdir()
    file = folder / "a.jsonl"
    file.write_text("\n".join(lines(1500)))
    Archive(index).index([folder], Options(jobs=2))
    file.rename(folder / "b.jsonl")
    report = Archive(index).index([folder], Options(jobs=2))
    assert (report.added, report.moved, report.removed, report.articles) == (0, 1500, 0, 1500)


def test_progress_does_not_run_back_when_a_share_ends(tmp_path: Path) -> None:
    file = tmp_path / "export.jsonl"
    file.write_text("\n".join(lines(2000)))
    seen: list[Progress] = []

    def tell(event: Event) -> None:
        if isinstance(event, Progress):
            seen.append(event)

    Archive(tmp_path / "index").index([file], Options(jobs=3), tell)
    assert [step.bytes for step in seen] == sorted(step.bytes for step in seen)
    assert [step.articles for step in seen] == sorted(step.articles for step in seen)
    assert seen[-1].bytes == file.stat().st_size
    assert seen[-1].articles == 2000


def test_what_is_told_of_progress_is_never_less_than_before() -> None:
    before = Progress(0, 1, 700, 1000, 70)
    assert Progress(0, 1, 300, 1000, 40).after(before) == before
    assert Progress(1, 1, 1200, 1000, 90).after(before) == Progress(1, 1, 1000, 1000, 90)


def test_records_beyond_those_that_are_listed_are_told(tmp_path: Path) -> None:
    file = tmp_path / "export.jsonl"
    file.write_text("\n".join([*lines(3), *["{"] * (MAX_FAILURES + 500)]))
    archive = Archive(tmp_path / "index")
    report = archive.index([file], Options(jobs=1))
    assert (report.articles, report.failed) == (3, MAX_FAILURES + 1)
    told = [failure.reason for _, failure in archive.failures() if not failure.record]
    assert told == ["500 more records that are not listed"]
