"""How `newsgrep serve` bears load: many clients at a time, while articles are indexed.

    python bench/serve.py DIR [--clients 16] [--seconds 60]

DIR holds real articles (see ``real.py``). Half of them are indexed, the server is started, and an
own client on loopback asks for words of their headlines. Told are, within one run and so on the
same load of the machine:

- the time of a question in process and over HTTP, with one client;
- questions a second with many clients, and by processes of ``newsgrep search``, as many at a time;
- the same while the other half is indexed, piece by piece: errors, answers that are of two states
  at once, and the memory of the server before and after.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from processes import memory_of_tree
from real import texts

from newsgrep import Archive

NEWSGREP = [sys.executable, "-m", "newsgrep"]
PIECES = 20
"""Commits while the clients ask."""


class Asked(NamedTuple):
    """A question and how it was answered."""

    query: str
    status: int
    seconds: float
    tag: str
    total: int
    ids: tuple[str, ...]


def questions(titles: list[str], chance: random.Random) -> list[str]:
    """Two or three words of headlines, as people type them."""
    found = []
    for title in titles:
        words: list[str] = re.findall(r"[A-Za-z]{4,}", title)
        if len(words) >= 2:
            found.append(" ".join(chance.sample(words, min(len(words), 3))).lower())
    return found[:500]


class Client:
    """One connection that is kept, and asks one thing after the other."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port

    async def __aenter__(self) -> Client:
        self._reader, self._writer = await asyncio.open_connection(self._host, self._port)
        return self

    async def __aexit__(self, *error: object) -> None:
        self._writer.close()

    async def ask(self, query: str) -> Asked:
        """The answer to a query."""
        started = time.perf_counter()
        self._writer.write(
            f"GET /api/search?q={quote(query)} HTTP/1.1\r\nHost: {self._host}\r\n\r\n".encode()
        )
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = re.search(r"content-length: (\d+)", head)
        assert length, head
        body = await self._reader.readexactly(int(length.group(1)))
        seconds = time.perf_counter() - started
        tag = re.search(r"etag: (\S+)", head)
        status = int(head.split(" ")[1])
        values: Any = json.loads(body) if status == 200 else {"total": -1, "hits": []}
        ids = tuple(hit["id"] for hit in values["hits"])
        return Asked(query, status, seconds, tag.group(1) if tag else "", values["total"], ids)


async def load(
    port: int, queries: list[str], clients: int, seconds: float, seed: int = 1
) -> list[Asked]:
    """What many clients are answered in some seconds."""
    deadline = time.perf_counter() + seconds
    answers: list[Asked] = []

    async def one(number: int) -> None:
        chance = random.Random(seed * 1000 + number)
        async with Client("127.0.0.1", port) as client:
            while time.perf_counter() < deadline:
                answers.append(await client.ask(chance.choice(queries)))

    await asyncio.gather(*(one(number) for number in range(clients)))
    return answers


@contextmanager
def server(folder: Path) -> Iterator[tuple[int, int]]:
    """A server that tells of an index; its port, and its process."""
    process = subprocess.Popen(
        [*NEWSGREP, "serve", "--port", "0", "--index", str(folder)],
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stderr is not None
    said = process.stderr.readline()
    found = re.search(r":(\d+)/", said)
    assert found, said
    try:
        yield int(found.group(1)), process.pid
    finally:
        process.terminate()
        process.wait()


def told(name: str, answers: list[Asked], seconds: float) -> None:
    """Questions a second, and how long each took."""
    times = sorted(one.seconds * 1000 for one in answers)
    bad = sum(one.status != 200 for one in answers)
    print(
        f"{name}: {len(answers) / seconds:.0f} a second; median {statistics.median(times):.1f} ms, "
        f"p99 {times[int(len(times) * 0.99)]:.1f} ms; {bad} not answered of {len(answers)}"
    )


def mixed(answers: list[Asked]) -> int:
    """Questions that were answered in two ways under one tag: of two states at once."""
    seen: dict[tuple[str, str], set[tuple[int, tuple[str, ...]]]] = defaultdict(set)
    for one in answers:
        seen[one.query, one.tag].add((one.total, one.ids))
    return sum(len(ways) > 1 for ways in seen.values())


def by_processes(folder: Path, queries: list[str], at_a_time: int, seconds: float) -> float:
    """Questions a second by processes of the command line."""
    deadline = time.perf_counter() + seconds
    chance = random.Random(7)

    def one(_: int) -> int:
        asked = 0
        while time.perf_counter() < deadline:
            command = [
                *NEWSGREP,
                "search",
                "--json",
                "--index",
                str(folder),
                chance.choice(queries),
            ]
            subprocess.run(
                command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
            )
            asked += 1
        return asked

    started = time.perf_counter()
    with ThreadPoolExecutor(at_a_time) as pool:
        asked = sum(pool.map(one, range(at_a_time)))
    return asked / (time.perf_counter() - started)


def in_process(folder: Path, queries: list[str], seconds: float) -> list[float]:
    """Milliseconds of questions, one after the other, in this process; JSON included."""
    from newsgrep.render.forms import renderer
    from newsgrep.results import Results

    write = renderer(Results, "json")
    times = []
    with Archive(folder) as archive:
        archive.search("warm")
        deadline = time.perf_counter() + seconds
        chance = random.Random(1000)
        while time.perf_counter() < deadline:
            started = time.perf_counter()
            "".join(write(archive.search(chance.choice(queries))))
            times.append((time.perf_counter() - started) * 1000)
    return sorted(times)


def main() -> None:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        measured(Path(name), given.corpus, given.clients, given.seconds)


def measured(base: Path, corpus: Path, clients: int, seconds: float) -> None:
    """All that is measured, on the articles of a corpus."""
    articles = list(texts(corpus))
    random.Random(3).shuffle(articles)
    half = len(articles) // 2
    folder = base / "articles"
    folder.mkdir()
    for number, (_, text) in enumerate(articles[:half]):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    index = base / ".newsgrep"
    subprocess.run([*NEWSGREP, "index", "-q", "--index", str(index), str(folder)], check=True)
    titles = [text.split("\n", 1)[0] for _, text in articles]
    queries = questions(titles, random.Random(5))
    print(f"{half} articles of {len(articles)}; {os.cpu_count()} cores")
    alone = in_process(index, queries, seconds / 4)
    print(f"in process: median {statistics.median(alone):.1f} ms, "
          f"p99 {alone[int(len(alone) * 0.99)]:.1f} ms")  # fmt: skip
    with server(index) as (port, pid):
        asyncio.run(load(port, queries, clients, 2, 9))  # the processes have started
        one = asyncio.run(load(port, queries, 1, seconds / 4, 1))
        told("one client", one, seconds / 4)
        many = asyncio.run(load(port, queries, clients, seconds / 2, 2))
        told(f"{clients} clients", many, seconds / 2)
        processes = by_processes(index, queries, os.cpu_count() or 1, seconds / 4)
        print(f"processes of newsgrep search: {processes:.1f} a second; "
              f"the server has {len(many) / (seconds / 2) / processes:.1f} times that")  # fmt: skip
        before = memory_of_tree(pid)
        with ThreadPoolExecutor(1) as pool:
            indexing = pool.submit(index_the_rest, index, folder, articles[half:], seconds)
            meanwhile = asyncio.run(load(port, queries, clients, seconds, 3))
            commits = indexing.result()
        told(f"{clients} clients while {commits} commits are made", meanwhile, seconds)
        settled = asyncio.run(load(port, queries, clients, seconds / 4, 4))
        print(f"answers of two states at once: {mixed(meanwhile + settled)}")
        print(
            f"memory of the server: {before >> 20} MB before, {memory_of_tree(pid) >> 20} MB after"
        )


def index_the_rest(
    index: Path, folder: Path, articles: list[tuple[str, str]], seconds: float
) -> int:
    """Index more articles, piece by piece, for some seconds; how many commits that were."""
    deadline = time.perf_counter() + seconds
    size = -(-len(articles) // PIECES)
    for piece in range(PIECES):
        if time.perf_counter() > deadline:
            return piece
        for number, (_, text) in enumerate(articles[piece * size : (piece + 1) * size]):
            path = folder / f"more-{piece}-{number}.txt"
            path.write_text(text, encoding="utf-8")
        subprocess.run([*NEWSGREP, "index", "-q", "--index", str(index), str(folder)], check=True)
    return PIECES


if __name__ == "__main__":
    main()
