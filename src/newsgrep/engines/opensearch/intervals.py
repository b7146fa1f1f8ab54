"""Where words stand to each other, as interval rules: phrases, zones, proximity.

Intervals are minimal: of two, one of which holds the other, the smaller one counts (Clarke,
Cormack and Burkowski, *An algebra for structured text search*, 1995). So a rule is made of each way
to write a term by itself, all of whose places are equally long; what more than that is needed for
raises :class:`Unruly`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from math import prod
from typing import Any

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.search.expanded_terms import ExpandedTerm, Slot, Slots
from newsgrep.engines.columnar.search.expansion import TermNode
from newsgrep.engines.columnar.search.plan import QueryPlan
from newsgrep.engines.opensearch.mapping import (
    BESIDE,
    LEAD_END,
    PARAGRAPH,
    QUOTE,
    QUOTED_WORD,
    SENTENCE,
    TITLE_END,
    escaped,
    label_field,
)
from newsgrep.query.ast import (
    Alike,
    AtLeast,
    Fuzzy,
    In,
    Near,
    Node,
    Phrase,
    Regex,
    Weighted,
    Wildcard,
    Word,
)
from newsgrep.query.ast import (
    Any as AnyOf,
)

MOST_PAIRS = 48
"""Pairs of ways to write the two sides of a proximity that one rule is made of."""
MOST_WRITTEN_OUT = 64
"""Ways to take one key of each slot up to which the cluster may write them out."""
MOST_EXPANDED = 1_000
"""Keys of an expression; the cluster takes 1,024 at most."""
COUNT = "double f = _score / (1 - _score); return Math.round(f)"
"""How many intervals there are: the cluster scores f of them as f / (f + 1)."""

Json = dict[str, Any]
Rule = dict[str, Any]


class Unruly(Exception):
    """What no rule says: parts of a proximity that are one themselves, and the like."""


def any_word(keys: Sequence[str], *, many: bool) -> Rule:
    """Any of some keys; of ``many`` by expressions, since the cluster writes out the others."""
    words = [term_keys.split_key(key)[1] for key in keys]
    if not many:
        return {"match": {"query": BESIDE.join(words)}}
    parts = [words[at : at + MOST_EXPANDED] for at in range(0, len(words), MOST_EXPANDED)]
    return either(
        [
            {"regexp": {"pattern": "|".join(map(escaped, some)), "max_expansions": len(some)}}
            for some in parts
        ]
    )


def phrase(slots: Sequence[Sequence[str]]) -> Rule:
    """Words side by side: any of each slot's keys."""
    many = prod(map(len, slots)) > MOST_WRITTEN_OUT
    rules = [any_word(keys, many=many and len(keys) > 1) for keys in slots]
    if len(rules) == 1:
        return rules[0]
    return {"all_of": {"intervals": rules, "ordered": True, "max_gaps": 0}}


def mark(name: str) -> Rule:
    """Where a mark stands."""
    return {"match": {"query": name, "analyzer": "keyword"}}


def between(marks: tuple[str, str]) -> Rule:
    """From a mark to the next of its end."""
    return {"all_of": {"intervals": [mark(marks[0]), mark(marks[1])], "ordered": True}}


def either(rules: Sequence[Rule]) -> Rule:
    """Any of some rules."""
    return rules[0] if len(rules) == 1 else {"any_of": {"intervals": list(rules)}}


def _only(rule: Rule, how: str, other: Rule) -> Rule:
    return {"any_of": {"intervals": [rule], "filter": {how: other}}}


_QUOTES = either([between(QUOTE), mark(QUOTED_WORD)])


def in_zone(rule: Rule, zone: str) -> Rule:
    """What of a rule stands in a zone; a lead is the headline and what follows it here."""
    match zone:
        case term_keys.TITLE:
            return _only(rule, "before", mark(TITLE_END))
        case term_keys.LEAD:
            return _only(rule, "before", mark(LEAD_END))
        case term_keys.BODY:
            return _only(rule, "after", mark(TITLE_END))
        case term_keys.QUOTE:
            return _only(rule, "contained_by", _QUOTES)
    return rule


def without(rule: Rule, others: Sequence[Rule]) -> Rule:
    """What of a rule has none of some others in it."""
    return _only(rule, "not_containing", either(others)) if others else rule


def field_of(term: ExpandedTerm) -> str:
    """The field of positions that a term is looked for in."""
    return "text" if term.field == term_keys.TEXT else label_field(term.field)


# Languages: forms of a word count in the articles of some languages alone.

Language = str | None
"""A language; ``""`` for articles of none that is known, None for those of all others."""


def languages_in(slots: Iterable[Slot]) -> dict[str, bool]:
    """The languages that have forms of their own, and whether these count where none is known."""
    return {forms.language: forms.or_unknown for slot in slots for forms in slot.forms}


def within(slot: Slot, language: Language) -> tuple[str, ...]:
    """The keys of a slot in articles of a language."""
    if language is None or not slot.forms:
        return slot.keys
    forms = (some.terms for some in slot.forms if some.language == language)
    return (*slot.keys, *(key for terms in forms for key in terms))


def language_is(code: str, *, or_unknown: bool) -> Json:
    """Articles in a language, and those of none that is known if so asked."""
    ours = {"term": {"of_lang": code}}
    if not or_unknown:
        return ours
    unknown = {"bool": {"must_not": [{"exists": {"field": "of_lang"}}]}}
    return {"bool": {"should": [ours, unknown]}}


def by_language(
    slots: Sequence[Slot], query_in: Callable[[Language], Json | None]
) -> Iterator[Json]:
    """The queries that ``query_in`` gives for each language, for the articles of that alone."""
    known = languages_in(slots)
    for code, or_unknown in known.items():
        query = query_in(code)
        if query is not None:
            ours = language_is(code, or_unknown=or_unknown)
            yield {"bool": {"must": [query], "filter": [ours]}}
    query = query_in(None)
    if query is None:
        return
    others = [language_is(code, or_unknown=more) for code, more in known.items()]
    yield {"bool": {"must": [query], "must_not": others}} if others else query


def phrase_in(slots: Slots, field: str, zone: str, language: Language) -> Json | None:
    """The intervals of a way to write a term; None where there is a slot without keys."""
    keys = [within(slot, language) for slot in slots]
    if not all(keys):
        return None
    return {"intervals": {field: in_zone(phrase(keys), zone)}}


# Proximity


class Closeness:
    """Proximities of one question as rules."""

    def __init__(self, plan: QueryPlan) -> None:
        self._plan = plan

    def query(self, node: Near | AtLeast, scope: str) -> Json:
        """The articles in which ``node`` is true. Raises :class:`Unruly`."""
        if isinstance(node, AtLeast):
            return self._often(node, scope)
        field, slots = self._field_and_slots(node, scope)

        def near_in(language: Language) -> Json | None:
            rules = list(self._near(node, scope, language))
            return {"intervals": {field: either(rules)}} if rules else None

        return any_query(by_language(slots, near_in))

    def _near(self, node: Near, scope: str, language: Language) -> Iterator[Rule]:
        left = list(self._ways(node.left, scope, language))
        right = list(self._ways(node.right, scope, language))
        if len(left) * len(right) > MOST_PAIRS:
            raise Unruly
        for one, other in product(left, right):
            yield _followed(one, other, node)
            if not node.ordered:
                yield _followed(other, one, node)

    def _ways(self, node: Node, scope: str, language: Language) -> Iterator[Rule]:
        """The ways to write a side, each as a rule whose intervals are equally long."""
        for term, _ in self._terms(node, scope):
            for slots in term.alternatives:
                keys = [within(slot, language) for slot in slots]
                if slots and all(keys):
                    yield in_zone(phrase(keys), term.zone)

    def _terms(self, node: Node, scope: str) -> Iterator[tuple[ExpandedTerm, TermNode]]:
        match node:
            case Word() | Phrase() | Wildcard() | Fuzzy() | Regex():
                found = self._plan.terms[scope, node]
                yield self._plan.expander.from_first_to_last(node, found), node
            case Weighted(part):
                yield from self._terms(part, scope)
            case In(name, part):
                yield from self._terms(part, name)
            case AnyOf(parts) | Alike(parts):
                for part in parts:
                    yield from self._terms(part, scope)
            case _:
                raise Unruly

    def _field_and_slots(self, node: Near, scope: str) -> tuple[str, list[Slot]]:
        terms = [*self._terms(node.left, scope), *self._terms(node.right, scope)]
        fields = {field_of(term) for term, _ in terms}
        if len(fields) > 1 or (node.unit != "words" and fields != {"text"}):
            raise Unruly
        every = [slot for term, _ in terms for slots in term.alternatives for slot in slots]
        return fields.pop(), every

    def _often(self, node: AtLeast, scope: str) -> Json:
        terms = list(self._terms(node.part, scope))
        ways = [slots for term, _ in terms for slots in term.alternatives if slots]
        if len(ways) != 1:
            # Two ways may begin at one word, which counts once.
            raise Unruly
        term = terms[0][0]

        def often_in(language: Language) -> Json | None:
            query = phrase_in(ways[0], field_of(term), term.zone, language)
            if query is None:
                return None
            script = {"source": COUNT}
            return {
                "script_score": {"query": query, "script": script, "min_score": node.count - 0.5}
            }

        return any_query(by_language(ways[0], often_in))


_UNITS = {"sentence": SENTENCE, "paragraph": PARAGRAPH}


def _followed(before: Rule, after: Rule, node: Near) -> Rule:
    rule: Json = {"intervals": [before, after], "ordered": True}
    if node.unit == "words":
        rule["max_gaps"] = max(node.distance - 1, 0)
        return {"all_of": rule}
    rule["filter"] = {"contained_by": between(_UNITS[node.unit])}
    return {"all_of": rule}


def any_query(queries: Iterable[Json]) -> Json:
    """What answers any of some queries."""
    some = list(queries)
    if not some:
        return {"match_none": {}}
    return some[0] if len(some) == 1 else {"bool": {"should": some}}
