"""What made up the score of an article, and where its words stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.matches import Match, Part
from newsgrep.engines.opensearch.asking import Asking
from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.rows import scores_of
from newsgrep.engines.score_parts import with_signals
from newsgrep.query.ast import describe
from newsgrep.request import Rank

Json = dict[str, Any]


def parts(
    connection: Connection,
    index: str,
    asking: Asking,
    keys: Sequence[str],
    matches: Sequence[Match],
    rank: Rank,
) -> list[list[Part]]:
    """What each word and signal added to the score of each match; ``keys`` are their documents."""
    ours = {"ids": {"values": list(keys)}}
    terms = list(asking.reasons(rank))
    queries = [query for _, _, whole, places in terms for query in (whole, *places)]
    closeness = asking.close(keys, "bm25")
    if closeness is not None:
        queries.append(closeness)
    ours_alone = [{"bool": {"must": [query], "filter": [ours]}} for query in queries]
    answers = scores_of(connection, index, ours_alone, len(keys))
    frequencies = asking.told_frequencies()
    found: list[list[Part]] = []
    for key, match in zip(keys, matches, strict=True):
        some: list[Part] = []
        for number, (name, worth, _, _) in enumerate(terms):
            whole, title, lead, text = answers[4 * number : 4 * number + 4]
            if key in whole:
                weight, words = whole[key]
                scope, node = name
                what = describe(node) if scope == term_keys.TEXT else f"{scope}:{describe(node)}"
                counts = [round(one.get(key, (0.0, 0))[0]) for one in (title, lead, text)]
                where = _where(*counts)
                detail = f"{where}; in {frequencies[name]:,} articles"
                some.append(Part(what, asking.score_of(weight, words, worth), detail))
        close = answers[-1].get(key, (0.0, 0))[0] if closeness is not None else 0.0
        found.append(with_signals(some, close, match.score, rank, 1e-4))
    return found


def _where(title: int, lead: int, text: int) -> str:
    """How often a term stands in headline, lead and the rest of the text."""
    counts = {"headline": title, "lead": lead, "text": text - title - lead}
    return ", ".join(f"{zone} {count}" for zone, count in counts.items() if count)
