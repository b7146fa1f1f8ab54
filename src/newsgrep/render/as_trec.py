"""TREC run files, for evaluation: ``query Q0 document rank score tag``."""

from __future__ import annotations

from collections.abc import Iterator

from newsgrep.results import Results

TAG = "newsgrep"


def results_trec(results: Results, query_id: str = "1") -> Iterator[str]:
    """A line a hit; the document is its id, and scores fall with the rank as trec_eval wants."""
    for hit in results.hits:
        # Articles with all the words stand above others whatever their scores.
        score = hit.score + (1000.0 if hit.match == "all" and results.partial else 0.0)
        yield f"{query_id} Q0 {hit.id} {hit.rank} {score:.4f} {TAG}\n"
