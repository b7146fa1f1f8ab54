"""Measures extraction: bodies of web pages, facts of plain text, names, languages, how fast.

    python bench/extraction.py --corpora DIR         by default what $NEWSGREP_CORPORA names
    python bench/extraction.py --corpus DIR …        pages of your own, with their truth.jsonl
    python bench/extraction.py --heads FILE …        heads built from the facts in FILE (heads.py)
    python bench/extraction.py --conll FILE …        annotated newswire, in CoNLL-2003's columns
    python bench/extraction.py --languages FILE …    lines of a language's code, a tab, a text

``pages.py`` says what a folder of pages holds; ``--pages FILE`` writes what was measured of each.
"""

from __future__ import annotations

import argparse
import io
import os
import time
from collections import Counter
from pathlib import Path

import entities
import heads_report
import layouts
import pages

from newsgrep import Article
from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.extract.names.recognition import names_of
from newsgrep.ingest.raw_document import Form, RawDocument
from newsgrep.ingest.reader import articles_in
from newsgrep.text.language import language_of


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


def measure_languages(path: Path) -> None:
    wrong: Counter[str] = Counter()
    right = unknown = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        code, _, text = line.partition("\t")
        found = language_of(text)
        if found == code:
            right += 1
        elif found:
            wrong[f"{code} is {found}"] += 1
        else:
            unknown += 1
    total = right + unknown + wrong.total()
    print(f"\nlanguages of {total} texts: right {right / total:.1%}, unknown {unknown / total:.1%}")
    print("  wrong:", ", ".join(f"{what} ({n})" for what, n in wrong.most_common()) or "none")


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
    parser.add_argument("--corpora", type=Path, default=os.environ.get("NEWSGREP_CORPORA", "."))
    for option in ("--corpus", "--heads", "--conll", "--languages"):
        parser.add_argument(option, type=Path, nargs="+", default=[])
    parser.add_argument("--pages", type=Path, help="write a line a page to this file")
    given = parser.parse_args()
    found = [m for folder in given.corpus for m in pages.measured(pages.pages_in(folder))]
    if found:
        pages.report(found)
    for file in given.conll:
        entities.measure_names(file.name, entities.conll(file))
    for file in given.heads:
        heads_report.report(file)
    for file in given.languages:
        measure_languages(file)
    if not (given.corpus or given.heads or given.conll or given.languages):
        measure_layouts()
        if not given.corpora.is_dir():
            print(f"\nno corpora at {given.corpora}: pages, names and speed are not measured")
            return
        found = list(pages.measured(pages.pages_in(given.corpora)))
        pages.report(found)
        entities.measure_names("annotated by hand", entities.by_hand(given.corpora))
        measure_speed(given.corpora)
    if given.pages:
        pages.write_pages(found, given.pages)


if __name__ == "__main__":
    main()
