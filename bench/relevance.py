"""Measures ranking on a collection in TREC form, and writes runs.

    pip install -e '.[bench]'
    python bench/relevance.py DIR
    python bench/relevance.py DIR --any --limit 1000 --run run.txt

DIR has ``docs.jsonl`` (id, title, text), ``queries.json`` (id to text, or a list of objects) and
``qrels.txt`` as TREC writes it. Prints nDCG@10, MAP, MRR and recall@100 by ir-measures, for
articles with any of the words, and for the default order (all the words first).
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path

import ir_measures
from ir_measures import AP, RR, R, nDCG

from newsgrep.article import Article, article_id
from newsgrep.engines.columnar.engine import ColumnarEngine
from newsgrep.engines.interface import Snapshot
from newsgrep.engines.matches import Query
from newsgrep.query.ast import All, Word
from newsgrep.query.hyphens import with_parts
from newsgrep.request import Mode, Request
from newsgrep.text.words import chunks

MEASURES = [nDCG @ 10, AP, RR, R @ 100]


def build(collection: Path, folder: Path) -> Snapshot:
    """A snapshot of the collection's documents, whose paths are their ids."""
    engine = ColumnarEngine()
    writer = engine.writer()
    for line in (collection / "docs.jsonl").open(encoding="utf-8"):
        record = json.loads(line)
        name = str(record["id"])
        writer.add(
            Article(
                id=article_id(name, 0), path=name, title=record.get("title") or "",
                text=record.get("text") or "", language="en",
            )
        )  # fmt: skip
    ref = writer.write(folder)
    return engine.snapshot(folder, [ref])


def queries_of(collection: Path) -> dict[str, str]:
    raw = json.loads((collection / "queries.json").read_text(encoding="utf-8"))
    if isinstance(raw, dict):
        return {str(key): str(value) for key, value in raw.items()}
    return {str(one["id"]): str(one.get("text") or one.get("query")) for one in raw}


def run(
    snapshot: Snapshot, queries: dict[str, str], mode: Mode, limit: int
) -> tuple[list[ir_measures.ScoredDoc], float]:
    """The ranked documents of every query, and the seconds that took."""
    found = []
    started = time.perf_counter()
    for name, text in queries.items():
        node = with_parts(All(tuple(Word(chunk) for chunk in chunks(text))))
        matches = snapshot.search(Query(node, Request(mode=mode, limit=limit, copies="show")))
        for rank, path in enumerate(snapshot.paths(matches.rows)):
            # Ranks, not scores, decide: those with all the words stand first.
            found.append(ir_measures.ScoredDoc(name, path, float(limit - rank)))
    return found, time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("collection", type=Path)
    parser.add_argument("--any", action="store_true", help="only articles with any of the words")
    parser.add_argument("--limit", type=int, default=1000)
    parser.add_argument("--run", type=Path, help="write a TREC run here")
    given = parser.parse_args()
    qrels = list(ir_measures.read_trec_qrels(str(given.collection / "qrels.txt")))
    queries = queries_of(given.collection)
    with tempfile.TemporaryDirectory(prefix="newsgrep-relevance-") as name:
        snapshot = build(given.collection, Path(name))
        modes: list[Mode] = ["any"] if given.any else ["any", "default"]
        for mode in modes:
            found, seconds = run(snapshot, queries, mode, given.limit)
            values = ir_measures.calc_aggregate(MEASURES, qrels, found)
            shown = "  ".join(f"{measure} {values[measure]:.4f}" for measure in MEASURES)
            print(f"{mode:<8} {shown}  ({len(queries)} queries, {seconds:.1f} s with reading)")
            if given.run is not None:
                given.run.write_text(
                    "".join(
                        f"{one.query_id} Q0 {one.doc_id} {rank} {one.score:.4f} newsgrep-{mode}\n"
                        for rank, one in enumerate(found, start=1)
                    )
                )
        snapshot.close()


if __name__ == "__main__":
    main()
