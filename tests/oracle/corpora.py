"""Real articles, one a file, and archives of them in one, three and nine segments, and merged.

The folder that the environment variable ``NEWSGREP_CORPORA`` names holds them: ``bbc/`` (text
files, headline on the first line, below folders of sections) and ``reuters-sample.jsonl``.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

from newsgrep import Archive, Options

FORMS = {"one": 0, "three": 2, "nine": 8, "merged": 8}
"""Each archive, and in how many runs it is made before the last, which changes and removes.

``merged`` is ``nine`` after two more runs, which merge."""
MISSING = "NEWSGREP_CORPORA names no folder with real articles (bbc/, reuters-sample.jsonl)"


def corpora() -> Path | None:
    """The folder of real articles, where there is one."""
    named = os.environ.get("NEWSGREP_CORPORA", "")
    folder = Path(named)
    found = named and ((folder / "bbc").is_dir() or (folder / "reuters-sample.jsonl").is_file())
    return folder if found else None


def texts(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Each article as a name and a file's content."""
    for path in sorted((folder / "bbc").rglob("*.txt")):
        yield path.relative_to(folder).as_posix(), path.read_bytes()
    wire = folder / "reuters-sample.jsonl"
    if wire.is_file():
        for number, line in enumerate(wire.read_text(encoding="utf-8").splitlines()):
            yield f"reuters/{number // 500}/{number:05}.json", line.encode()


def made(base: Path, articles: list[tuple[str, bytes]], form: str) -> Path:
    """An index of the articles in one of the forms.

    The files are in the end the same in each: those of ``articles`` but each 50th. That one is
    there at first and gone in the end, and each 40th says something else until the last run.
    """
    folder = base / "articles"
    index = base / ".newsgrep"
    if form == "merged":
        shutil.copytree(base.parent / "nine", base)
        passing = folder / "passing.txt"
        passing.write_text("Passing\n\nAn article that comes and goes.\n", encoding="utf-8")
        _indexed(index, folder, merging=True)
        passing.unlink()
        _indexed(index, folder, merging=True)
        return index
    runs = FORMS[form]
    for run in range(runs):
        for number, (name, content) in enumerate(articles):
            if number % runs == run:
                _write(folder / name, _older(name, content) if number % 40 == 3 else content)
        _indexed(index, folder, merging=False)
    for number, (name, content) in enumerate(articles):
        if number % 50 == 7:
            (folder / name).unlink(missing_ok=True)
        elif number % 40 == 3 or not runs:
            _write(folder / name, content)
    _indexed(index, folder, merging=False)
    return index


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _older(name: str, content: bytes) -> bytes:
    if name.endswith(".json"):
        record = json.loads(content)
        record["title"] = "Zebra crossing " + str(record.get("title", ""))
        return json.dumps(record).encode()
    return content + b"\n\nAn older zebra stood here for a while.\n"


def _indexed(index: Path, folder: Path, merging: bool) -> None:
    engine = "newsgrep.engines.columnar.engine.ColumnarEngine"
    none = [] if merging else [f"{engine}.to_merge", f"{engine}.to_tidy"]
    with ExitStack() as kept, Archive(index) as archive:
        for name in none:
            kept.enter_context(patch(name, lambda *_: []))
        archive.index([folder], Options(jobs=1))


def segments(index: Path) -> int:
    """How many segments an index has."""
    manifest = json.loads((index / "manifest.json").read_text(encoding="utf-8"))
    return len(manifest["index"]["segments"])
