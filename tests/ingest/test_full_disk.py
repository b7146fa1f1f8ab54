"""A disk that is full ends a run, whichever process writes, and is never a file's own fault."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

from newsgrep import Archive

LIMIT = 100_000
"""Bytes that a file may have: what a full disk looks like to a program."""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("form", ["many files", "one file"])
def test_a_segment_that_cannot_be_written_ends_the_run(
    tmp_path: Path, jobs: str, form: str
) -> None:
    import resource

    folder, index = tmp_path / "articles", tmp_path / "index"
    folder.mkdir()
    words = [f"{a}{b}{c}" for a in "bcdfgklmnprst" for b in "aeiou" for c in "bdfglmnprst"]
    # With the words of English, so that no process has to load the model that tells languages.
    small = "the of and to in that by for".split() * len(words)
    texts = [
        f"Title {n}\n\nThe town of {' '.join(chain(*zip(words[n % 97 :: 3], small, strict=False)))}"
        f" is number {n} of all."
        for n in range(600)
    ]
    (folder / "first.txt").write_text(texts[0], encoding="utf-8")
    command = [sys.executable, "-m", "newsgrep", "index", "-q", "-j", jobs, "--index", str(index)]
    assert subprocess.run([*command, str(folder)], check=False).returncode == 0
    if form == "many files":
        for number, text in enumerate(texts[1:]):
            (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    else:
        records = [json.dumps({"title": f"T {n}", "text": text}) for n, text in enumerate(texts)]
        (folder / "all.jsonl").write_text("\n".join(records * 2), encoding="utf-8")

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT))

    done = subprocess.run(
        [*command, "--memory", "256MB", str(folder)],
        preexec_fn=full, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert (done.returncode, "Traceback" in done.stderr) == (2, False), done.stderr
    assert "File too large\n  make room where the index is" in done.stderr
    assert Archive(index).count("*") == 1
    # With room again the same command goes on, and nothing is held against the files.
    assert subprocess.run([*command, str(folder)], check=False).returncode == 0
    assert Archive(index).count("*") > 500
    assert list(Archive(index).failures()) == []
