"""Measures newsgrep against its peers on one corpus, in one run, and prints a table.

    python bench/run.py --corpus DIR …           real articles: text files, JSON Lines, saved pages
    python bench/run.py --corpus DIR --times 4   the same four times over, with shuffled sentences
    python bench/run.py                          18,500 files made here: for scale, not for figures
    python bench/run.py --articles 2000          a quick look

Peers are used where they are installed: recollindex and recollq, ripgrep, sqlite-utils.
Figures are the medians of several runs of whole processes, in the order A B A B, all with the
defaults of each tool; the ratios are what carries over to other machines. Processor time and
memory are those of all processes of a command together.
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
import real
from processes import Cost, cost_of

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


def costs_in_turn(runs: int, *measures: Callable[[], Cost]) -> list[Cost]:
    """The median costs of each measure, taken in turn."""
    taken: list[list[Cost]] = [[] for _ in measures]
    for _ in range(runs):
        for number, measure in enumerate(measures):
            taken[number].append(measure())
    return [
        Cost(
            statistics.median(cost.wall for cost in costs),
            statistics.median(cost.cpu for cost in costs),
            max(cost.memory for cost in costs),
        )
        for costs in taken
    ]


def newsgrep_index(folder: Path, index: Path) -> Cost:
    shutil.rmtree(index, ignore_errors=True)
    return cost_of([*NEWSGREP, "index", "-q", str(folder), "--index", str(index)])


def recoll_index(folder: Path, configuration: Path) -> Cost:
    shutil.rmtree(configuration, ignore_errors=True)
    configuration.mkdir()
    (configuration / "recoll.conf").write_text(f"topdirs = {folder}\n")
    return cost_of(["recollindex", "-c", str(configuration)])


def size_of(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def row(what: str, seconds: float, note: str = "") -> None:
    print(f"  {what:<46} {seconds:>9.3f} s   {note}")


def cost_row(what: str, cost: Cost, note: str = "") -> None:
    memory = f"{cost.memory / 1e6:.0f} MB" if cost.memory else "?"
    spent = f"{cost.wall:>7.2f} s  {cost.cpu:>7.2f} s of processors  {memory:>7}"
    print(f"  {what:<36} {spent}  {note}")


def measure_indexing(folder: Path, work: Path, runs: int, text: int) -> None:
    print("\nindexing")
    index, configuration = work / "index", work / "recoll"
    measures = [lambda: newsgrep_index(folder, index)]
    if shutil.which("recollindex"):
        measures.append(lambda: recoll_index(folder, configuration))
    newsgrep, *others = costs_in_turn(runs, *measures)
    cost_row("newsgrep index", newsgrep, f"{text / 1e6 / newsgrep.wall:.1f} MB/s")
    for recoll in others:
        clock, processors = newsgrep.wall / recoll.wall, newsgrep.cpu / recoll.cpu
        cost_row("recollindex", recoll, f"newsgrep / recoll = {clock:.2f}, {processors:.2f}")
    if shutil.which("sqlite-utils"):
        row("sqlite-utils insert-files, enable-fts", sqlite_index(folder, work / "peer.db"))
    again = [*NEWSGREP, "index", "-q", str(folder), "--index", str(index)]
    cost_row("newsgrep index, nothing changed", costs_in_turn(runs, lambda: cost_of(again))[0])
    print(f"  size of the index / size of the text: {size_of(index) / text:.2f}")


def measure_pages(given: list[Path], work: Path, runs: int) -> None:
    folder = work / "pages"
    count = real.write_pages(given, folder)
    if not count:
        return
    print(f"\nindexing {count:,} saved pages")
    measures = [lambda: newsgrep_index(folder, work / "index-pages")]
    if shutil.which("recollindex"):
        measures.append(lambda: recoll_index(folder, work / "recoll-pages"))
    newsgrep, *others = costs_in_turn(runs, *measures)
    cost_row("newsgrep index", newsgrep)
    for recoll in others:
        clock, processors = newsgrep.wall / recoll.wall, newsgrep.cpu / recoll.cpu
        cost_row("recollindex", recoll, f"newsgrep / recoll = {clock:.2f}, {processors:.2f}")


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
    parser.add_argument(
        "--corpus", type=Path, nargs="+", help="folders or files of real articles; default: made"
    )
    parser.add_argument("--times", type=int, default=1, help="how often each real one is written")
    parser.add_argument("--articles", type=int, default=18_500, help="how many to make")
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    # Bytecode is what a user runs; some environments turn its writing off.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory(prefix="newsgrep-bench-") as name:
        work = Path(name)
        folder = work / "corpus"
        if given.corpus is None:
            corpus.write(folder, given.articles)
            print("a corpus made here: its figures are no figures of real text")
        elif not real.write(given.corpus, folder, given.times):
            sys.exit("--corpus: no text files and no records with title and text in it")
        text = size_of(folder)
        files = sum(1 for file in folder.rglob("*") if file.is_file())
        print(f"{files:,} files, {text / 1e6:.1f} MB; {os.cpu_count()} cores")
        measure_indexing(folder, work, given.runs, text)
        if given.corpus is not None:
            measure_pages(given.corpus, work, given.runs)
        measure_searching(folder, work, max(given.runs, 7))


if __name__ == "__main__":
    main()
