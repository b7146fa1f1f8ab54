"""Measures newsgrep against its peers on one corpus, in one run, and prints a table.

    python bench/run.py                      18,500 files made here
    python bench/run.py --corpus DIR         your own
    python bench/run.py --articles 2000      a quick look

Peers are used where they are installed: recollindex and recollq, ripgrep, sqlite-utils.
Figures are the medians of several runs of whole processes, in the order A B A B; the ratios
are what carries over to other machines.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import corpus

NEWSGREP = [sys.executable, "-m", "newsgrep"]


def timed(command: list[str], env: dict[str, str] | None = None) -> float:
    """Seconds that a process takes; its output is thrown away."""
    started = time.perf_counter()
    done = subprocess.run(
        command, env={**os.environ, **(env or {})}, capture_output=True, check=False
    )
    seconds = time.perf_counter() - started
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr.decode()}")
    return seconds


def in_turn(runs: int, *measures: Callable[[], float]) -> list[float]:
    """The median of each measure, taken in turn."""
    taken: list[list[float]] = [[] for _ in measures]
    for _ in range(runs):
        for number, measure in enumerate(measures):
            taken[number].append(measure())
    return [statistics.median(times) for times in taken]


def newsgrep_index(folder: Path, index: Path) -> float:
    shutil.rmtree(index, ignore_errors=True)
    return timed([*NEWSGREP, "index", "-q", str(folder), "--index", str(index)])


def recoll_index(folder: Path, configuration: Path) -> float:
    shutil.rmtree(configuration, ignore_errors=True)
    configuration.mkdir()
    (configuration / "recoll.conf").write_text(f"topdirs = {folder}\nidxflushmb = 50\n")
    return timed(["recollindex", "-c", str(configuration)])


def size_of(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def row(what: str, seconds: float, note: str = "") -> None:
    print(f"  {what:<46} {seconds:>9.3f} s   {note}")


def measure_indexing(folder: Path, work: Path, runs: int, text: int) -> None:
    print("\nindexing")
    index, configuration = work / "index", work / "recoll"
    measures = [lambda: newsgrep_index(folder, index)]
    if shutil.which("recollindex"):
        measures.append(lambda: recoll_index(folder, configuration))
    newsgrep, *others = in_turn(runs, *measures)
    row("newsgrep index", newsgrep, f"{text / 1e6 / newsgrep:.1f} MB/s")
    if others:
        row("recollindex", others[0], f"newsgrep / recoll = {newsgrep / others[0]:.2f}")
    if shutil.which("sqlite-utils"):
        row("sqlite-utils insert-files, enable-fts", sqlite_index(folder, work / "peer.db"))
    again = [*NEWSGREP, "index", "-q", str(folder), "--index", str(index)]
    row("newsgrep index, nothing changed", in_turn(runs, lambda: timed(again))[0])
    print(f"  size of the index / size of the text: {size_of(index) / text:.2f}")


def sqlite_index(folder: Path, database: Path) -> float:
    database.unlink(missing_ok=True)
    files = timed(
        ["sqlite-utils", "insert-files", str(database), "articles", str(folder), "--text"]
    )
    return files + timed(
        ["sqlite-utils", "enable-fts", str(database), "articles", "content", "--fts5"]
    )


def measure_searching(folder: Path, work: Path, runs: int) -> None:
    print("\nsearching (whole process)")
    index = work / "index"
    search = [*NEWSGREP, "search", "--index", str(index), "oil prices"]
    measures = {
        'python -c "import typer"': [sys.executable, "-c", "import typer"],
        "newsgrep search --json": [*search, "--json"],
        "newsgrep search -c": [*search, "-c"],
        "newsgrep search (text, coloured)": [*search, "--color", "always"],
        "newsgrep search, a phrase": [*search[:-1], '"oil prices"', "--json"],
        "newsgrep search, frequent words": [*search[:-1], "the of and", "--json"],
    }
    if shutil.which("recollq"):
        measures["recollq"] = ["recollq", "-c", str(work / "recoll"), "oil prices"]
    if shutil.which("rg"):
        measures["rg -l (no index, no ranking)"] = ["rg", "-l", "oil prices", str(folder)]
    if (work / "peer.db").exists():
        query = ["sqlite-utils", "search", str(work / "peer.db"), "articles", "oil prices"]
        measures["sqlite-utils search"] = [*query, "--limit", "10"]
    timings = in_turn(runs, *(lambda c=command: timed(c) for command in measures.values()))
    base = timings[0]
    for name, seconds in zip(measures, timings, strict=True):
        row(name, seconds, f"{seconds / base:.2f} × import typer")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpus", type=Path, help="a folder of articles; default: one made here")
    parser.add_argument("--articles", type=int, default=18_500, help="how many to make")
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    # Bytecode is what a user runs; some environments turn its writing off.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory(prefix="newsgrep-bench-") as name:
        work = Path(name)
        folder = given.corpus.resolve() if given.corpus else work / "corpus"
        if given.corpus is None:
            corpus.write(folder, given.articles)
        text = size_of(folder)
        files = sum(1 for file in folder.rglob("*") if file.is_file())
        print(f"{files:,} files, {text / 1e6:.1f} MB; {os.cpu_count()} cores")
        measure_indexing(folder, work, given.runs, text)
        measure_searching(folder, work, max(given.runs, 7))


if __name__ == "__main__":
    main()
