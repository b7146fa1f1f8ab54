"""Two people's marks, merged: nothing is lost, nothing comes back, in whatever order."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrep.newsroom.marks import ArchiveMarks
from newsgrep.newsroom.marks_file import MarkRow, MarksFile, moment
from newsgrep.storage.folder import IndexFolder

A, B = "a" * 64, "b" * 64

rows = st.builds(
    MarkRow,
    sha256=st.sampled_from((A, B)),
    kind=st.sampled_from(("mark", "note")),
    value=st.sampled_from(("key", "seen", "ask again")),
    who=st.sampled_from(("anna", "ben")),
    at=st.integers(0, 3).map(lambda n: f"2026-01-0{n + 1}T00:00:00.000000Z"),
    removed=st.booleans(),
)
several = st.lists(rows, max_size=12)


def merged(*parts: list[MarkRow]) -> list[MarkRow]:
    with tempfile.TemporaryDirectory() as folder:
        file = MarksFile(Path(folder) / "marks.sqlite")
        for part in parts:
            file.take(part)
        return file.rows()


@given(several, several, several)
def test_the_order_of_merging_makes_no_difference(
    one: list[MarkRow], two: list[MarkRow], three: list[MarkRow]
) -> None:
    whole = merged(one, two, three)
    assert merged(three, one, two) == merged(two, three, one) == whole
    assert merged(whole, one, two, three) == whole, "merging once more changes nothing"
    keys = {row[:4] for row in (*one, *two, *three)}
    assert {row[:4] for row in whole} == keys, "nothing is lost"


@given(several)
def test_the_last_word_counts(some: list[MarkRow]) -> None:
    for row in merged(some):
        told = [one for one in some if one[:4] == row[:4]]
        last = max(one.at for one in told)
        assert (row.at, row.removed) == (last, all(o.removed for o in told if o.at == last))


def marks_of(folder: Path, name: str) -> ArchiveMarks:
    return ArchiveMarks([IndexFolder(folder / name)])


def exported(marks: ArchiveMarks) -> list[str]:
    return [json.dumps(line) for line in marks.lines()]


def test_two_people_mark_the_same_article(tmp_path: Path) -> None:
    anna, ben = marks_of(tmp_path, "anna"), marks_of(tmp_path, "ben")
    anna.file().put([(A, "mark", "key"), (A, "note", "ask her")], "anna", [])
    ben.file().put(
        [(A, "mark", "irrelevant"), (A, "note", "ask him"), (B, "mark", "key")], "ben", []
    )
    assert anna.merge(exported(ben)).news == 3
    assert ben.merge(exported(anna)).news == 2
    assert sorted(anna.rows()) == sorted(ben.rows())
    assert set(anna.of(A)[0]) == {"key", "irrelevant"}
    assert set(anna.of(A)[1]) == {"ask her", "ask him"}


def test_what_was_taken_off_does_not_come_back_with_an_old_export(tmp_path: Path) -> None:
    anna, ben = marks_of(tmp_path, "anna"), marks_of(tmp_path, "ben")
    anna.file().put([(A, "mark", "key")], "anna", [])
    old = exported(anna)
    ben.merge(old)
    anna.file().take_off(anna.rows())
    assert anna.merge(exported(ben)).news == 0
    assert anna.merge(old).news == 0
    assert anna.rows() == []
    assert ben.merge(exported(anna)).news == 1
    assert ben.rows() == []


def test_a_clock_that_is_ahead_does_not_keep_a_mark_on(tmp_path: Path) -> None:
    marks = marks_of(tmp_path, "anna")
    marks.file().take([MarkRow(A, "mark", "key", "anna", "2099-01-01T00:00:00.000000Z")])
    assert marks.file().take_off(marks.rows()) == 1
    assert marks.rows() == []
    assert marks.file().put([(A, "mark", "key")], "anna", []) == 1
    assert [row.value for row in marks.rows()] == ["key"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "Expecting property name"),
        ("[]", "not an object"),
        ('{"schema": 2}', "schema 2; this newsgrep reads 1"),
        ('{"schema": 1, "sha256": "abc", "marks": []}', "64 hexadecimal digits"),
        (json.dumps({"schema": 1, "sha256": "zz" * 32, "marks": []}), "hexadecimal"),
        (json.dumps({"schema": 1, "sha256": A, "marks": [{"mark": "", "at": moment()}]}),
         "cannot be a mark"),
        (json.dumps({"schema": 1, "sha256": A, "marks": [{"mark": 'a"b', "at": moment()}]}),
         "it has quotation marks"),
        (json.dumps({"schema": 1, "sha256": A, "marks": [{"mark": "x", "at": "2026-01-01"}]}),
         "no time zone"),
        (json.dumps({"schema": 1, "sha256": A, "marks": [{"mark": "x", "at": "soon"}]}), "soon"),
        (json.dumps({"schema": 1, "sha256": A}), "marks"),
    ],
)  # fmt: skip
def test_a_line_that_is_none_is_told_and_the_others_count(
    tmp_path: Path, line: str, reason: str
) -> None:
    marks = marks_of(tmp_path, "anna")
    good = json.dumps({"schema": 1, "sha256": B, "marks": [{"mark": "key", "at": moment()}]})
    done = marks.merge([line, "", good])
    assert (done.lines, done.news) == (2, 1)
    ((number, why),) = done.unreadable
    assert number == 1
    assert reason in why
    assert marks.counts() == {"key": 1}
