"""Measures the bodies of web pages, by kind and by page, beside what trafilatura finds.

Body F1 is that of 4-word shingles: precision and recall a page, averaged over the pages, and
the harmonic mean of the two averages (Zyte's article-extraction-benchmark).
"""

from __future__ import annotations

import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.extract.names.recognition import Names
from newsgrep.ingest.formats.encoding import charset_of, decode
from newsgrep.ingest.raw_document import Form, RawDocument

TRUTHS = ("html-truth.jsonl", "truth.jsonl")
LOST = 0.02
"""A page that is below trafilatura by more than this is listed."""


@dataclass(frozen=True)
class Page:
    """A saved page, and the body that belongs out of it."""

    file: str
    kind: str
    body: str
    data: bytes


@dataclass(frozen=True)
class Measured:
    """Precision and recall of a page, ours and trafilatura's, and the seconds of each."""

    page: Page
    ours: tuple[float, float]
    theirs: tuple[float, float]
    seconds: float
    their_seconds: float


def pages_in(folder: Path) -> Iterator[Page]:
    """The pages of a folder: a line of JSON each (``file``, ``body`` and, if there are several
    kinds, ``kind`` or ``origin``) in ``truth.jsonl``; the files beside it or in ``html/``."""
    truth = next((folder / name for name in TRUTHS if (folder / name).exists()), None)
    if truth is None:
        raise SystemExit(f"{folder}: none of {', '.join(TRUTHS)} in it")
    for line in truth.read_text(encoding="utf-8").splitlines():
        known = json.loads(line)
        path = folder / known["file"]
        data = (path if path.exists() else folder / "html" / known["file"]).read_bytes()
        if known["file"].endswith(".gz"):
            data = gzip.decompress(data)
        kind = known.get("kind") or known.get("origin") or "pages"
        yield Page(known["file"], kind, known["body"], data)


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    if len(words) < size:
        return Counter([tuple(words)] if words else [])
    return Counter(tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def overlap(truth: str, found: str) -> tuple[float, float]:
    """Precision and recall of the shingles."""
    wanted, got = shingles(truth), shingles(found)
    shared = sum((wanted & got).values())
    return shared / max(1, sum(got.values())), shared / max(1, sum(wanted.values()))


def harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def body_of(data: bytes, file: str) -> str:
    try:
        raw = RawDocument(Form.PAGE, decode(data, charset_of(data)))
        return article_from(raw, file, namer=lambda text: Names()).text
    except Exception:
        return ""


def measured(pages: Iterable[Page]) -> Iterator[Measured]:
    import trafilatura

    for page in pages:
        started = time.process_time()
        ours = body_of(page.data, page.file)
        between = time.process_time()
        theirs = trafilatura.extract(page.data, include_comments=False) or ""
        ended = time.process_time()
        yield Measured(
            page,
            overlap(page.body, ours),
            overlap(page.body, theirs),
            between - started,
            ended - between,
        )


def report(found: list[Measured]) -> None:
    """Print the averages of each kind, the time, and the pages below trafilatura."""
    print(f"\npages: {len(found)}; P, R and F1 of 4-word shingles, ours and trafilatura's")
    kinds = sorted({m.page.kind for m in found})
    for kind in [*kinds, "all"] if len(kinds) > 1 else kinds:
        some = [m for m in found if kind in ("all", m.page.kind)]
        print(
            f"  {kind:<32} {len(some):>4}  {_average(m.ours for m in some)}"
            f"   {_average(m.theirs for m in some)}"
        )
    ours, theirs = sum(m.seconds for m in found), sum(m.their_seconds for m in found)
    print(f"  {len(found) / ours:.0f} pages/s a core; {ours / theirs:.2f} × trafilatura's time")
    lost = [(harmonic(*m.theirs) - harmonic(*m.ours), m) for m in found]
    for below, m in sorted(lost, key=lambda item: -item[0]):
        if below > LOST:
            print(f"  {below:.3f} below trafilatura: {m.page.file}, R {m.ours[1]:.2f}")


def _average(pairs: Iterable[tuple[float, float]]) -> str:
    listed = list(pairs)
    precision, recall = (sum(column) / len(listed) for column in zip(*listed, strict=True))
    return f"{precision:.3f} {recall:.3f} {harmonic(precision, recall):.4f}"


def write_pages(found: list[Measured], path: Path) -> None:
    """A line of tab-separated values for each page."""
    lines = ["kind\tfile\tprecision\trecall\ttrafilatura_precision\ttrafilatura_recall"]
    for m in found:
        numbers = "\t".join(f"{value:.4f}" for value in (*m.ours, *m.theirs))
        lines.append(f"{m.page.kind}\t{m.page.file}\t{numbers}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
