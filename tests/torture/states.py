"""What an index says, so that two can be held against each other."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsgrep import Archive, NewsgrepError, Request

WORDS = (
    "harbour quay fleet diesel minister budget wall border tunnel strike court ferry museum"
    " lighthouse shipyard teacher rain road bridge council director tonne winter price union"
).split()
SMALL = "the of and to in".split()
NAMES = ("Jane Doe", "John Roe", "Ana Paz", "Omar Diaz")
PYTHON = [sys.executable, "-m", "newsgrep"]


def environment() -> dict[str, str]:
    tests = str(Path(__file__).parent.parent)
    kept = {k: v for k, v in os.environ.items() if not k.startswith("NEWSGREP")}
    return {**kept, "PYTHONPATH": tests, "NEWSGREP_CONFIG": ""}


def article_text(number: int, version: int = 0) -> str:
    """A small article, the same for the same numbers."""
    draw = random.Random(number * 1000 + version)
    title = " ".join(draw.choice(WORDS) for _ in range(5)).capitalize()
    # With the words of English, so that no process has to load the model that tells languages.
    body = "\n\n".join(
        " ".join(f"{small} {draw.choice(WORDS)}" for small in SMALL * 4).capitalize() + "."
        for _ in range(3)
    )
    day = f"{1 + number % 28} March {2010 + number % 9}"
    return f"{title}\n\nBy {draw.choice(NAMES)}\n{day}\n\n{body}\n"


def write_articles(folder: Path, numbers: range, version: int = 0) -> None:
    """Write articles as files, with times in the past so that they count as settled."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        file = folder / f"{number:06d}.txt"
        file.write_text(article_text(number, version), encoding="utf-8")
        os.utime(file, (1_500_000_000 + version, 1_500_000_000 + version))


QUERIES = [
    *WORDS,
    *(f"{a} {b}" for a, b in zip(WORDS[::2], WORDS[1::2], strict=False)),
    *(f'author:"{name}"' for name in NAMES),
    "*", "date:2012", "harb*", '"border wall"', "harbour OR fleet -quay", "no:author",
    "strike w/5 court", "title:wall", "words:>100",
]  # fmt: skip


@dataclass(frozen=True)
class State:
    """The articles of an index and its answers to fifty questions."""

    articles: tuple[str, ...]
    answers: tuple[tuple[int, tuple[str, ...]], ...]


def state_of(index: Path) -> State:
    """What an index says. Raises :class:`NewsgrepError`."""
    with Archive(index) as archive:
        ids = tuple(sorted(article.id for _, article in archive.snapshot.everything()))
        answers = []
        for query in QUERIES:
            found = archive.search(Request(query=query, mode="all", limit=5))
            answers.append((found.total, tuple(hit.id for hit in found.hits)))
        return State(ids, tuple(answers))


def run(
    *arguments: str | Path, timeout: float = 300, **named: Any
) -> subprocess.CompletedProcess[bytes]:
    """Run newsgrep to its end."""
    done: subprocess.CompletedProcess[bytes] = subprocess.run(
        [*PYTHON, *map(str, arguments)], capture_output=True, env=environment(), timeout=timeout,
        check=False, **named,
    )  # fmt: skip
    return done


def refused_or(
    index: Path, queries: list[str], expected: dict[str, tuple[int, tuple[str, ...]]]
) -> str:
    """How a damaged index behaves in this process: ``as before``, ``refused`` or what is wrong."""
    started = time.monotonic()
    refused = False
    for query in queries:
        try:
            with Archive(index) as archive:
                found = archive.search(Request(query=query, mode="all", limit=5))
                answer = (found.total, tuple(hit.id for hit in found.hits))
        except NewsgrepError as error:
            if "damaged" not in error.message and "format" not in error.message:
                return f"refused with {error.message!r}"
            refused = True
            continue
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        if answer != expected[query]:
            return f"{query!r} answered {answer}, not {expected[query]}"
    if time.monotonic() - started > 30:
        return "took longer than 30 s"
    return "refused" if refused else "as before"


def report(name: str, tried: int, counts: dict[str, int]) -> None:
    """Say what was tried, how often, and how it ended."""
    ends = ", ".join(f"{count:,} {end}" for end, count in sorted(counts.items()))
    print(f"{name}: {tried:,} tried; {ends}", flush=True)


def load(path: Path) -> object:
    return json.loads(path.read_text(encoding="utf-8"))
