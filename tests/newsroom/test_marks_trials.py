"""Trials of the file of marks: two processes at once, processes that are killed, a full disk."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsgrep.newsroom.marks_file import MarksFile

WRITER = """
import sys
from pathlib import Path
from newsgrep.newsroom.marks_file import MarksFile
file = MarksFile(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    file.put([("%064x" % number, "mark", sys.argv[2] + " %d" % number)], sys.argv[2], [])
    print(number, flush=True)
"""


def writer(path: Path, name: str, many: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(many)],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_two_processes_write_at_once_and_both_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "marks.sqlite"
    both = [writer(path, name, 60) for name in ("anna", "ben")]
    assert [process.wait(120) for process in both] == [0, 0]
    for process in both:
        process.stdout.close()  # type: ignore[union-attr]
    assert {row.value for row in MarksFile(path).rows()} == {
        f"{name} {number}" for name in ("anna", "ben") for number in range(60)
    }


def test_a_process_that_is_killed_loses_no_mark_that_was_made(tmp_path: Path) -> None:
    path = tmp_path / "marks.sqlite"
    chance = random.Random(15)
    made: set[str] = set()
    for trial in range(8):
        name = f"writer{trial}"
        process = writer(path, name, 100_000)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.08))
        process.kill()
        told = process.stdout.read().split()
        process.stdout.close()
        process.wait(30)
        made |= {f"{name} {number}" for number in range(max(map(int, told), default=0) + 1)}
        kept = {row.value for row in MarksFile(path).rows()}
        assert made <= kept
        # One more may have been committed, and not been told of any more.
        assert len(kept - made) <= 1
        made = kept


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_full_disk_loses_no_earlier_mark(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "marks.sqlite"
    file = MarksFile(path)
    file.put([(f"{n:064x}", "note", "something to be kept " * 20) for n in range(100)], "anna", [])
    before = file.rows()
    size = path.stat().st_size

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    program = (
        "import sys\nfrom pathlib import Path\n"
        "from newsgrep.errors import MarksNotWritable\n"
        "from newsgrep.newsroom.marks_file import MarksFile\n"
        "try:\n"
        "    MarksFile(Path(sys.argv[1])).put("
        "[('%064x' % n, 'note', 'more ' * 300) for n in range(200)], 'ben', [])\n"
        "except MarksNotWritable as error:\n"
        "    print(error.message, '/', error.hint)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        preexec_fn=full, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, "nothing was changed in it" in done.stdout) == (0, True), done.stderr
    assert file.rows() == before
    assert file.put([("f" * 64, "mark", "key")], "anna", []) == 1, "with room again it goes on"
