"""What becomes of the files of a reading process that died, told without processes."""

from __future__ import annotations

from newsgrep.ingest.messages import Task
from newsgrep.ingest.retrying import BATCH_BYTES, BATCH_FILES, Death, Unreadable, after, batches


def task(name: str, size: int = 100) -> Task:
    return Task(f"/in/{name}", f"in/{name}", size, 0, None, False)


A, B, C, D = map(task, "abcd")


def test_files_in_hand_are_read_again_one_at_a_time() -> None:
    verdict = after(Death([A, B], [], -9), {})
    assert verdict.again == [[A], [B]]
    assert verdict.unreadable == []
    assert verdict.crashes == {A.work: 1, B.work: 1}


def test_what_was_read_and_not_written_is_read_again_in_batches() -> None:
    verdict = after(Death([A], [B, C, D], -9), {})
    assert verdict.again == [[A], [B, C, D]]
    assert verdict.crashes == {A.work: 1}, "only what it was busy with is suspected"


def test_a_file_that_kills_two_readers_alone_is_unreadable() -> None:
    first = after(Death([A, B], [], -11), {})
    second = after(Death([A], [C], -11), first.crashes)
    assert second.unreadable == [Unreadable(A, "reading it ends the process (-11)")]
    assert second.again == [[C]]


def test_a_file_that_was_by_when_two_readers_died_is_read_alone() -> None:
    """Its neighbour may have been the one that kills."""
    verdict = after(Death([A, B], [], -11), {A.work: 1, B.work: 1})
    assert verdict.again == [[A], [B]]
    assert verdict.unreadable == []


def test_a_reader_that_hangs_tells_at_which_file() -> None:
    verdict = after(Death([A, B, C], [D], -9, stuck_at=1), {A.work: 1})
    assert verdict.unreadable == [Unreadable(B, "took longer to read than --timeout allows")]
    assert verdict.again == [[A], [C], [D]]
    assert verdict.crashes == {A.work: 1}, "the others had no part in it"


def test_a_reader_that_hangs_before_its_first_file_costs_none() -> None:
    verdict = after(Death([A], [], -9, stuck_at=7), {})
    assert (verdict.again, verdict.unreadable) == ([[A]], [])


def test_a_reader_that_dies_while_it_writes_loses_nothing() -> None:
    assert after(Death((), [A, B], 1), {}).again == [[A, B]]


def test_batches_are_of_some_bytes_and_of_so_many_files() -> None:
    large = task("large", BATCH_BYTES + 1)
    assert list(batches([A, large, B])) == [[A], [large], [B]]
    many = [task(str(number)) for number in range(BATCH_FILES + 1)]
    assert [len(batch) for batch in batches(many)] == [BATCH_FILES, 1]
    assert list(batches([])) == []
