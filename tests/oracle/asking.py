"""Random questions asked of an archive and of the oracle; where they differ, shrunk and shown."""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from filelock import FileLock

from newsgrep import Archive, Request
from newsgrep.errors import NewsgrepError
from oracle import corpora
from oracle.drawing import Drawing
from oracle.judge import Judge
from oracle.known import Known
from oracle.questions import Node, smaller, written

WAYS = {"lists": 1 << 40, "arrays": -1}
"""How the engine works an answer out, and the number of postings from which it does so."""


@dataclass(frozen=True)
class Difference:
    """A question, and how the answer to it is wrong."""

    query: str
    form: str
    way: str
    error: str
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    excerpt: str

    def __str__(self) -> str:
        told = self.error or f"{len(self.missing)} missing, {len(self.extra)} too many"
        some = [
            *(f"missing {p}" for p in self.missing[:3]),
            *(f"extra {p}" for p in self.extra[:3]),
        ]
        return "\n    ".join(
            [f"{self.query}   ({self.form}, {self.way}): {told}", *some, self.excerpt]
        )


class Archives:
    """The forms of one archive and what the oracle knows of it."""

    def __init__(self, base: Path, articles: list[tuple[str, bytes]]) -> None:
        """Made in ``base``, or found there where another process has made them."""
        self.archives: dict[str, Archive] = {}
        base.mkdir(parents=True, exist_ok=True)
        with FileLock(base / "lock"):
            for form in corpora.FORMS:
                index = base / form / ".newsgrep"
                if not (base / f"{form}.made").exists():
                    corpora.made(base / form, articles, form)
                    (base / f"{form}.made").touch()
                self.archives[form] = Archive(index)
            self.known = self._known(base)
        self.numbers = {path: number for number, path in enumerate(self.known.numbers)}
        self.judge = Judge(self.known)
        self.base = base

    def _known(self, base: Path) -> Known:
        kept = base / "known.pickle"
        if kept.exists():
            return pickle.loads(kept.read_bytes())  # type: ignore[no-any-return]
        archive = self.archives["one"]
        hits = archive.search("*", mode="all", limit=None, snippets=0, copies="show").hits
        known = Known([archive.article(hit.id) for hit in hits])
        part = kept.with_suffix(".part")
        part.write_bytes(pickle.dumps(known, pickle.HIGHEST_PROTOCOL))
        part.replace(kept)
        return known

    def given(self, node: Node, form: str) -> set[int]:
        """What the engine answers."""
        question = Request(written(node), mode="all", limit=None, expand=False, copies="show")
        shown = (path.replace(os.sep, "/") for path in self.archives[form].paths(question))
        return {self.numbers[path[path.rindex("articles/") :]] for path in shown}

    def difference(self, node: Node, form: str, way: str) -> Difference | None:
        """How the answer to a question is wrong, if it is."""
        with forced(way):
            try:
                given = self.given(node, form)
            except NewsgrepError as error:
                return self._told(node, form, way, error.message, set(), set())
        sure, perhaps = self.judge.bounds(node)
        if sure <= given <= perhaps:
            return None
        return self._told(node, form, way, "", sure - given, given - perhaps)

    def shrunk(self, node: Node, form: str, way: str) -> Difference:
        """The simplest difference that is left when parts of the question are dropped."""
        found = self.difference(node, form, way)
        assert found is not None
        while True:
            for step in smaller(node):
                other = self.difference(step, form, way)
                if other is not None and bool(other.error) == bool(found.error):
                    node, found = step, other
                    break
            else:
                return found

    def _told(
        self, node: Node, form: str, way: str, error: str, missing: set[int], extra: set[int]
    ) -> Difference:
        lacking, wrong = (
            tuple(self.known.numbers[n] for n in sorted(some)) for some in (missing, extra)
        )
        excerpt = ""
        for number in sorted(missing)[:1]:
            excerpt = self._excerpt(node, number)
        return Difference(written(node), form, way, error, lacking, wrong, excerpt)

    def _excerpt(self, node: Node, number: int) -> str:
        try:
            start, end = self.judge.spans(node, True)[number][0]
        except (TypeError, KeyError):
            return ""
        words = self.known.words_of(number)
        return "… " + " ".join(words[max(0, start - 6) : end + 7]) + " …"


@contextmanager
def forced(way: str) -> Iterator[None]:
    """Questions worked out in one of the engine's two ways."""
    place = "newsgrep.engines.columnar.search.evaluation"
    with patch(f"{place}.FEW", WAYS[way]), patch(f"{place}.FEW_WHEN_LOADED", WAYS[way]):
        yield


def asked(archives: Archives, count: int, seed: int) -> tuple[list[Difference], float]:
    """Differences in so many random questions, and how many of them leave nothing open (0 to 1).

    They go round the forms of the archive, by lists and by arrays in turn.
    """
    drawing = Drawing(archives.known, seed)
    turns = [(form, way) for way in WAYS for form in archives.archives]
    found: dict[str, Difference] = {}
    closed = 0
    for number in range(count):
        node = drawing.question()
        form, way = turns[number % len(turns)]
        sure, perhaps = archives.judge.bounds(node)
        closed += sure == perhaps
        if archives.difference(node, form, way) is not None:
            shrunk = archives.shrunk(node, form, way)
            found.setdefault(shrunk.query, shrunk)
    return list(found.values()), closed / count


def trial(base: Path, count: int, seed: int) -> None:
    """``make torture``: so many questions; ends with those that are answered wrongly."""
    folder = corpora.corpora()
    if folder is None:
        print(f"  oracle: left out: {corpora.MISSING}")
        return
    archives = Archives(base, list(corpora.texts(folder)))
    started = time.monotonic()
    found, closed = asked(archives, count, seed)
    print(
        f"  oracle: {count} questions of {len(archives.known.numbers)} articles, "
        f"{closed:.0%} with nothing left open, {time.monotonic() - started:.0f} s"
    )
    if found:
        raise AssertionError("answered wrongly:\n" + "\n".join(map(str, found)))
