"""Measures extraction: bodies of web pages, facts of plain text, names, and how fast.

    python bench/extraction.py                       where ../shared/corpora is
    python bench/extraction.py --corpora DIR         elsewhere

Body F1 is that of 4-word shingles: precision and recall a page, averaged over the pages, and
the harmonic mean of the two averages (Zyte's article-extraction-benchmark). Names are held
against ``names.json``, annotated by hand: each name once an article, in its fullest form.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import layouts

from newsgrep import Article
from newsgrep.extract.assemble import article_from
from newsgrep.extract.entities.recognition import names_of
from newsgrep.raw import Form, RawDocument
from newsgrep.reading import articles_in
from newsgrep.sources.encoding import decode
from newsgrep.sources.page import charset_of

HERE = Path(__file__).parent
FIELDS = ("people", "organizations", "places")


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


def measure_pages(corpora: Path) -> None:
    results, seconds = [], 0.0
    for line in (corpora / "html-truth.jsonl").open(encoding="utf-8"):
        truth = json.loads(line)
        data = gzip.decompress((corpora / "html" / truth["file"]).read_bytes())
        started = time.process_time()
        try:
            page = RawDocument(Form.PAGE, decode(data, charset_of(data)))
            text = article_from(page, truth["file"]).text
        except Exception:
            text = ""
        seconds += time.process_time() - started
        results.append(overlap(truth["body"], text))
    precision = sum(p for p, _ in results) / len(results)
    recall = sum(r for _, r in results) / len(results)
    f1, speed = harmonic(precision, recall), len(results) / seconds
    print(f"\npages: {len(results)}; precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.4f}")
    print(f"  {speed:.0f} pages/s a core")


def measure_layouts() -> None:
    print("\nplain text in", len(layouts.LAYOUTS), "layouts")
    counts: dict[str, Counter[str]] = {n: Counter() for n in ("title", "authors", "date", "source")}
    for sample in layouts.samples():
        article = article_from(RawDocument(Form.TEXT, sample.text), sample.path)
        for name, counter in counts.items():
            wanted, got = getattr(sample.truth, name), getattr(article, name)
            less = not got or (name == "date" and wanted.startswith(got))
            counter["right" if wanted == got else "missing" if less else "wrong"] += 1
    for name, counter in counts.items():
        shares = {kind: counter[kind] / counter.total() for kind in ("right", "missing", "wrong")}
        print(f"  {name:<8}", "  ".join(f"{kind} {share:.1%}" for kind, share in shares.items()))


def newswire(corpora: Path) -> Iterator[tuple[str, str]]:
    """Annotated articles: name, and text as it was annotated."""
    reuters = {}
    for line in (corpora / "reuters-sample.jsonl").open(encoding="utf-8"):
        record = json.loads(line)
        reuters[record["id"]] = (record["text"] or "").replace("\n", " ")
    for name, truth in json.loads((HERE / "names.json").read_text()).items():
        if name in reuters:
            text = reuters[name]
        else:
            whole = (corpora / name).read_text(encoding="utf-8", errors="replace")
            text = whole.split("\n", 1)[1]
        yield name, text.strip()[: truth["characters"]]


def bare(name: str) -> str:
    return re.sub(r"['’]s?$", "", re.sub(r"^(?:the|The) ", "", name)).replace(".", "").strip()


def measure_names(corpora: Path) -> None:
    truths = json.loads((HERE / "names.json").read_text())
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for name, text in newswire(corpora):
        found = names_of(text)
        for field in FIELDS:
            wanted = set(map(bare, truths[name][field]))
            got = set(map(bare, getattr(found, field)))
            right[field] += len(wanted & got)
            wrong[field] += len(got - wanted)
            missed[field] += len(wanted - got)
    print(f"\nnames in {len(truths)} articles annotated by hand")
    for field in (*FIELDS, "all"):
        r, w, m = (c.total() if field == "all" else c[field] for c in (right, wrong, missed))
        precision, recall = r / max(1, r + w), r / max(1, r + m)
        print(
            f"  {field:<14} P {precision:.2f}  R {recall:.2f}  F1 {harmonic(precision, recall):.3f}"
        )


def measure_speed(corpora: Path) -> None:
    texts = [file.read_bytes() for file in sorted(corpora.glob("bbc/*/*.txt"))]
    size = sum(map(len, texts))
    decoded = [data.decode("utf-8", "replace") for data in texts]
    best = min(_timed(lambda: [names_of(text) for text in decoded]) for _ in range(3))
    print(f"\nnames by rules: {size / best / 1e6:.1f} MB/s a core")

    def read() -> None:
        for data in texts:
            for found in articles_in(io.BufferedReader(io.BytesIO(data)), "a.txt", "a.txt"):
                assert isinstance(found, Article) or not data.strip()

    best = min(_timed(read) for _ in range(3))
    print(f"text files, metadata and names: {len(texts) / best:,.0f} articles/s a core "
          f"({size / len(texts) / 1000:.1f} kB each, {size / best / 1e6:.1f} MB/s)")  # fmt: skip
    short = [data[:1300] for data in texts]

    def read_short() -> None:
        for data in short:
            list(articles_in(io.BufferedReader(io.BytesIO(data)), "a.txt", "a.txt"))

    best = min(_timed(read_short) for _ in range(3))
    print(f"the same cut to {sum(map(len, short)) / len(short) / 1000:.1f} kB: "
          f"{len(short) / best:,.0f} articles/s a core")  # fmt: skip


def _timed(work) -> float:  # type: ignore[no-untyped-def]
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpora", type=Path, default=HERE.parent.parent / "shared" / "corpora")
    given = parser.parse_args()
    measure_layouts()
    if not given.corpora.is_dir():
        print(f"\nno corpora at {given.corpora}: pages, names and speed are not measured")
        return
    measure_pages(given.corpora)
    measure_names(given.corpora)
    measure_speed(given.corpora)


if __name__ == "__main__":
    main()
