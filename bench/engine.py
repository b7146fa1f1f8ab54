"""Measures the engine alone: articles in memory to an index, and queries in a process that is up.

    python bench/engine.py                          20,000 articles made here
    python bench/engine.py --index DIR              queries on an index that there is
    python bench/engine.py --articles 50000 --queries 1000

Compared, where they are installed, with tantivy (one thread) and SQLite's FTS5.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import corpus

from newsgrep import Archive, NewsgrepError, Request
from newsgrep.article import Article, article_id
from newsgrep.engines.columnar.engine import ColumnarEngine
from newsgrep.engines.matches import Query


def articles_in(folder: Path) -> list[Article]:
    found = []
    for file in sorted(folder.rglob("*.txt")):
        title, _, text = file.read_text(encoding="utf-8").partition("\n")
        name = str(file.relative_to(folder))
        found.append(
            Article(
                id=article_id(name, 0), path=name, title=title, text=text.strip(), language="en"
            )
        )
    return found


def report(name: str, size: int, seconds: float, base: float = 0.0) -> None:
    ratio = f"   {base / seconds:.2f} × its speed" if base else ""
    print(f"  {name:<28} {size / seconds / 1e6:>7.1f} MB/s  {seconds:>7.2f} s{ratio}")


def index_here(articles: Sequence[Article], folder: Path) -> float:
    started = time.process_time()
    writer = ColumnarEngine().writer()
    for article in articles:
        writer.add(article)
    writer.write(folder)
    return time.process_time() - started


def index_tantivy(articles: Sequence[Article], folder: Path):  # type: ignore[no-untyped-def]
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("title", stored=True, tokenizer_name="en_stem")
    builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
    started = time.perf_counter()
    index = tantivy.Index(builder.build(), path=str(folder))
    writer = index.writer(heap_size=256_000_000, num_threads=1)
    for article in articles:
        writer.add_document(tantivy.Document(title=article.title, text=article.text))
    writer.commit()
    writer.wait_merging_threads()
    return index, time.perf_counter() - started


def index_sqlite(articles: Sequence[Article], file: Path) -> float:
    started = time.process_time()
    database = sqlite3.connect(file)
    database.execute("create virtual table a using fts5(title, text, tokenize='porter unicode61')")
    database.executemany("insert into a values (?, ?)", ((a.title, a.text) for a in articles))
    database.commit()
    return time.process_time() - started


def mixed(words: Sequence[str], count: int) -> list[str]:
    """Queries of one to four words, phrases, exclusions, prefixes; words as common as they are."""
    draw = random.Random(5)
    queries = []
    for number in range(count):
        drawn = [draw.choice(words) for _ in range(1 + number % 4)]
        match number % 10:
            case 7 if len(drawn) > 1:
                queries.append(f'"{drawn[0]} {drawn[1]}"')
            case 8 if len(drawn) > 1:
                queries.append(f"{' '.join(drawn[:-1])} -{drawn[-1]}")
            case 9:
                queries.append(f"{drawn[0][:4]}*")
            case _:
                queries.append(" ".join(drawn))
    return queries


def latencies(ask: Callable[[str], object], queries: Sequence[str]) -> list[float]:
    taken = []
    for query in queries:
        started = time.perf_counter()
        ask(query)
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def show(name: str, taken: Sequence[float]) -> None:
    ranked = sorted(taken)
    p99 = ranked[int(0.99 * len(ranked))]
    print(f"  {name:<28} p50 {statistics.median(ranked):>7.2f} ms   p99 {p99:>7.2f} ms   "
          f"mean {statistics.mean(ranked):>7.2f} ms")  # fmt: skip


def measure_queries(archive: Archive, words: Sequence[str], count: int) -> None:
    queries = mixed(words, count)

    def ask(query: str) -> None:
        with contextlib.suppress(NewsgrepError):
            archive.snapshot.search(Query(_tree(query), Request(mode="all")))

    for query in queries[:20]:
        ask(query)
    print(f"\n{count} mixed queries, {archive.snapshot.totals().articles:,} articles")
    show("newsgrep engine", latencies(ask, queries))
    whole = queries[: count // 4]
    show(
        "newsgrep with 10 hits read",
        latencies(lambda q: archive.search(Request(query=q, mode="all", copies="collapse")), whole),
    )


def _tree(query: str):  # type: ignore[no-untyped-def]
    from newsgrep.query.parser import parse

    return parse(query)


def words_of(archive: Archive) -> list[str]:
    """Words drawn from articles, so that common ones come more often."""
    draw = random.Random(3)
    found = []
    for match, article in archive.snapshot.everything():
        if match.document % 97 == 0:
            words = [word for word in article.text.split() if word.isalpha() and len(word) > 3]
            found += draw.sample(words, min(4, len(words)))
        if len(found) > 2000:
            break
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--index", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsgrep-engine-") as name:
        work = Path(name)
        if given.index is not None:
            archive = Archive(given.index)
            measure_queries(archive, words_of(archive), given.queries)
            return
        corpus.write(work / "corpus", given.articles)
        articles = articles_in(work / "corpus")
        size = sum(len(a.title) + len(a.text) for a in articles)
        print(f"{len(articles):,} articles in memory, {size / 1e6:.1f} MB, one core")
        (work / "here").mkdir()
        here = index_here(articles, work / "here")
        report("newsgrep engine", size, here)
        try:
            (work / "tantivy").mkdir()
            index, seconds = index_tantivy(articles, work / "tantivy")
            report("tantivy, one thread", size, seconds, seconds / here * here)
            print(f"  newsgrep / tantivy speed: {seconds / here:.2f}")
        except ImportError:
            index = None
        report("SQLite FTS5", size, index_sqlite(articles, work / "a.db"))
        archive = Archive(work / "index")
        archive.index([work / "corpus"])
        words = words_of(archive)
        measure_queries(archive, words, given.queries)
        if index is not None:
            index.reload()
            searcher = index.searcher()

            def ask(query: str) -> None:
                try:
                    parsed = index.parse_query(
                        query, ["title", "text"], conjunction_by_default=True
                    )
                    searcher.search(parsed, 10)
                except ValueError:
                    pass

            show(
                "tantivy", latencies(ask, [q for q in mixed(words, given.queries) if "*" not in q])
            )


if __name__ == "__main__":
    main()
