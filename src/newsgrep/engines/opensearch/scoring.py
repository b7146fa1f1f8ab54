"""Our score on a cluster: BM25 over weighted zones, each term a small script.

The cluster's own score of a term is how often it stands in a field. So the weighted frequency is a
sum of such scores, and a script makes BM25 of that and of the article's length, with idf and
average length as parameters: they are of all shards, as they are asked for before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.search.expanded_terms import ExpandedTerm, Slots
from newsgrep.engines.columnar.search.scoring import bm25, proximity
from newsgrep.engines.columnar.search.scoring.field_weights import Weighing
from newsgrep.engines.columnar.search.scoring.top_docs import HALF_LIFE, OLDEST, UNDATED
from newsgrep.engines.opensearch.intervals import (
    COUNT,
    Language,
    any_query,
    any_word,
    by_language,
    either,
    field_of,
    in_zone,
    phrase,
    within,
    without,
)
from newsgrep.engines.opensearch.mapping import BESIDE
from newsgrep.engines.opensearch.queries import any_of_words

MOST_FORMS = 100
"""Forms of a word whose frequencies the cluster adds up by itself; those of more are intervals."""

_BM25 = "params.g * _score / (_score + params.f + params.s * doc['words'].value)"
_RECENCY = (
    "_score * (doc['date'].size() == 0 ? params.u : "
    "Math.max(params.o, Math.pow(0.5, (params.n - doc['date'].value) / params.h)))"
)
# Two counts below 4,096 are told apart in one number of 24 bits, which a score carries.
_NEAR = (
    "double v = Math.round(_score); double all = Math.floor(v / 4096); double n = all - (v - all * "
    "4096); return n > 0 ? params.g * n / (n + params.f + params.s * doc['words'].value) : 0"
)

Json = dict[str, Any]
Keys = Sequence[str]
Place = tuple[str, str, float]
"""A field, the zone of it that is meant, and what an occurrence there counts."""


def places_of(zone: str, by: Weighing) -> list[Place]:
    """Where occurrences are counted, and what they weigh; see ``field_weights.weigh``."""
    match zone:
        case term_keys.TITLE:
            return [("title", "", 1 + by.title)]
        case term_keys.LEAD:
            return [("title", "", 1 + by.title), ("lead", "", 1 + by.lead)]
        case term_keys.BODY:
            return [("text", zone, 1.0), ("lead", "", by.lead)]
        case term_keys.QUOTE:
            # No headline has quotations that are marked.
            return [("text", zone, 1.0), ("text", "quoted lead", by.lead)]
    return [("text", "", 1.0), ("title", "", by.title), ("lead", "", by.lead)]


def frequency(
    term: ExpandedTerm, places: Sequence[Place], few: int, joined: Callable[[Keys], frozenset[str]]
) -> Json:
    """A query whose score is the weighted frequency of a term.

    Up to ``few`` forms of a word are counted by the cluster's own score; ``joined`` tells which of
    some keys stand at the positions of others.
    """
    return any_query(
        query
        for slots in term.alternatives
        if slots
        for place in places
        for query in by_language(slots, _counted(slots, place, few, joined))
    )


def occurrences(term: ExpandedTerm, field: str) -> Json:
    """A query whose score is at how many places of a field a term stands, however it is written."""

    def count_in(language: Language) -> Json | None:
        ways = [[within(slot, language) for slot in slots] for slots in term.alternatives if slots]
        by_length: dict[int, list[Json]] = {}
        for keys in sorted(filter(all, ways), key=len):
            by_length.setdefault(len(keys), []).append(phrase(keys))
        counts: list[Json] = []
        shorter: list[Json] = []
        # Intervals are counted by their length, so those of one length together; one that has a
        # shorter in it is another way to say that this stands there.
        for rules in by_length.values():
            rule = without(either(rules), shorter)
            counts.append(scripted({"intervals": {field: rule}}, COUNT))
            shorter += rules
        return any_query(counts) if counts else None

    every = [slot for slots in term.alternatives for slot in slots]
    return any_query(by_language(every, count_in))


def _counted(
    slots: Slots, place: Place, few: int, joined: Callable[[Keys], frozenset[str]]
) -> Callable[[Language], Json | None]:
    field, zone, weight = place

    def count_in(language: Language) -> Json | None:
        keys = [within(slot, language) for slot in slots]
        if not all(keys):
            return None
        if len(keys) == 1 and zone in ("", term_keys.BODY):
            if len(keys[0]) <= few and not zone:
                return _word_count(field, keys[0], weight)
            # Two keys at one position count twice, but are one interval.
            apart = joined(keys[0])
            return any_query(
                scripted(_rule(field, zone, some), f"{COUNT} * params.w", w=weight)
                for some in ([k for k in keys[0] if k not in apart], sorted(apart))
                if some
            )
        rule = phrase(keys)
        if zone == "quoted lead":
            rule = in_zone(in_zone(rule, term_keys.QUOTE), term_keys.LEAD)
        else:
            rule = in_zone(rule, zone)
        query = {"intervals": {field: rule}}
        return scripted(query, f"{COUNT} * params.w", w=weight)

    return count_in


def _word_count(field: str, keys: Sequence[str], weight: float) -> Json:
    words = [term_keys.split_key(key)[1] for key in keys]
    return {"match": {field: {"query": BESIDE.join(words), "boost": weight}}}


def _rule(field: str, zone: str, keys: Keys) -> Json:
    return {"intervals": {field: in_zone(any_word(keys, many=len(keys) > 1), zone)}}


def scripted(query: Json, source: str, **parameters: object) -> Json:
    """A query whose score is what a script makes of it."""
    return {"script_score": {"query": query, "script": {"source": source, "params": parameters}}}


def bm25_of(counts: Json, average: float, worth: float) -> Json:
    """A query whose score is BM25 of the weighted frequency that another gives."""
    return scripted(counts, _BM25, **_parameters(average, worth))


def _parameters(average: float, worth: float) -> Json:
    return {
        "g": worth * (bm25.K1 + 1),
        "f": bm25.K1 * (1 - bm25.B),
        "s": bm25.K1 * bm25.B / average,
    }


def aged(query: Json, newest: int) -> Json:
    """A query's score with the age of each article counted in."""
    return scripted(query, _RECENCY, u=UNDATED, o=OLDEST, n=newest, h=float(HALF_LIFE))


def closeness(
    left: ExpandedTerm, right: ExpandedTerm, average: float, worth: float
) -> Iterator[Json]:
    """Queries whose scores are what two words get for standing close to each other.

    Side by side is an interval. How many of the left ones have a right one within the window is
    how many there are, less those without: the latter a span that no other is close to.
    """
    ours, theirs = _single(left), _single(right)
    slots = (*ours, *theirs)
    if not ours or not theirs:
        return

    def beside_in(language: Language) -> Json | None:
        keys = [_together(ours, language), _together(theirs, language)]
        if not all(keys):
            return None
        counts = scripted({"intervals": {field_of(left): phrase(keys)}}, COUNT)
        return bm25_of(counts, average, worth * proximity.SIDE_BY_SIDE)

    def near_in(language: Language) -> Json | None:
        mine, others = _together(ours, language), _together(theirs, language)
        if not mine or not others:
            return None
        counts: list[Json] = [
            scripted(_word_count("text", mine, 1.0), "Math.min(_score, 4095.0) * 4096.0")
        ]
        away = {"span_or": {"clauses": [_span(key) for key in others]}}
        window = proximity.WINDOW
        for key in mine:
            # One word a query, since its score is multiplied by their number.
            alone = {
                "span_not": {"include": _span(key), "exclude": away, "pre": window, "post": window}
            }
            counts.append(scripted(alone, "Math.min(_score, 4095.0)"))
        held = any_of_words("text", others)
        return scripted(
            {"bool": {"must": [{"bool": {"should": counts}}], "filter": [held]}},
            _NEAR,
            **_parameters(average, worth * proximity.WITHIN_WINDOW),
        )

    yield from by_language(slots, beside_in)
    yield from by_language(slots, near_in)


def _span(key: str) -> Json:
    return {"span_term": {"text": term_keys.split_key(key)[1]}}


def _single(term: ExpandedTerm) -> Slots:
    return tuple(slots[0] for slots in term.alternatives if len(slots) == 1)


def _together(slots: Slots, language: Language) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for slot in slots for key in within(slot, language)))
