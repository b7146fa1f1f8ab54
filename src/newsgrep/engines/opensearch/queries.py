"""A question's tree as a query of the cluster: which articles answer it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.search.expanded_terms import ExpandedTerm, Slots
from newsgrep.engines.columnar.search.plan import QueryPlan
from newsgrep.engines.columnar.search.query_terms import optional_words, words_of
from newsgrep.engines.columnar.segment.doc_values import SECONDS_A_DAY
from newsgrep.engines.opensearch.intervals import (
    Closeness,
    Language,
    Unruly,
    any_query,
    by_language,
    field_of,
    language_is,
    phrase_in,
    within,
)
from newsgrep.engines.opensearch.mapping import BESIDE, LONGEST, escaped, facet_field, label_field
from newsgrep.engines.opensearch.paths import held
from newsgrep.fields import FACETS
from newsgrep.query.ast import (
    Alike,
    All,
    AtLeast,
    Dated,
    Everything,
    Fuzzy,
    Has,
    In,
    Is,
    Length,
    Marked,
    Near,
    Node,
    Not,
    PathLike,
    Phrase,
    Regex,
    Valued,
    Weighted,
    Wildcard,
    Word,
)
from newsgrep.query.ast import (
    Any as AnyOf,
)
from newsgrep.request import Mode
from newsgrep.text.normal_forms import composed

__all__ = ["QueryCompiler", "holding", "language_is", "visible_in"]

_EPOCH = date(1970, 1, 1).toordinal()
MOST_WORDS = 60_000
"""Words that one list of the cluster has at most."""

Json = dict[str, Any]


def visible_in(run: int, dead: Sequence[int] = ()) -> Json:
    """The articles that readers see after a run; nothing that ``dead`` runs did counts."""
    written: Json = {"range": {"run": {"lte": run}}}
    ended: Json = {"range": {"until": {"lte": run}}}
    if not dead:
        return {"bool": {"filter": [written], "must_not": [ended]}}
    not_dead = {"bool": {"filter": [ended], "must_not": [{"terms": {"until": [*dead]}}]}}
    return {
        "bool": {"filter": [written], "must_not": [{"terms": {"run": [*dead]}}, not_dead]},
    }


class QueryCompiler:
    """Says the nodes of one question in the cluster's language."""

    def __init__(
        self, plan: QueryPlan, measured: Callable[[Near | AtLeast, str], Json] | None = None
    ) -> None:
        """``measured`` gives the articles of what no rule says."""
        self._plan = plan
        self._closeness = Closeness(plan)
        self._measured = measured

    def answer(self, mode: Mode) -> tuple[Json, Json | None]:
        """What matches in full, and what matches in full or in part, if anything can in part."""
        optional, required = optional_words(self._plan.query)
        if not optional or mode == "all":
            return self.documents(self._plan.query), None
        words = [self.documents(word) for part in optional for word in words_of(part)]
        others = [self.documents(part) for part in required]
        some = {"bool": {"filter": [any_query(words), *others]}}
        if mode == "any":
            return some, None
        every = [self.documents(part) for part in optional]
        return {"bool": {"filter": [*every, *others]}}, some

    def counted(self, mode: Mode) -> Json:
        """What is counted: all that match in full, or with any of the words."""
        return self.answer("any" if mode == "any" else "all")[0]

    def documents(self, node: Node, scope: str = term_keys.TEXT) -> Json:
        """The articles of a node; ``scope`` is the field or zone it is looked for in."""
        match node:
            case Word() | Phrase() | Wildcard() | Fuzzy() | Regex():
                return holding(self._plan.terms[scope, node])
            case Weighted(part):
                return self.documents(part, scope)
            case Near() | AtLeast():
                return self._close(node, scope)
            case All(parts):
                wanted = [self.documents(p, scope) for p in parts if not isinstance(p, Not)]
                not_wanted = [self.documents(p.part, scope) for p in parts if isinstance(p, Not)]
                return {"bool": {"filter": wanted, "must_not": not_wanted}}
            case AnyOf(parts) | Alike(parts):
                return any_query(self.documents(part, scope) for part in parts)
            case Not(part):
                return {"bool": {"must_not": [self.documents(part, scope)]}}
            case In(name, part):
                return self.documents(part, name)
        return _filter(node)

    def candidates(self, node: Node, scope: str) -> Json:
        """Articles among which those of a proximity are: they hold what is to be close."""
        match node:
            case Near(left, right):
                both = [self.candidates(left, scope), self.candidates(right, scope)]
                return {"bool": {"filter": both}}
            case AtLeast(_, part) | Weighted(part):
                return self.candidates(part, scope)
            case In(name, part):
                return self.candidates(part, name)
            case All(parts):
                return {"bool": {"filter": [self.candidates(part, scope) for part in parts]}}
            case AnyOf(parts) | Alike(parts):
                return any_query(self.candidates(part, scope) for part in parts)
        return self.documents(node, scope)

    def _close(self, node: Near | AtLeast, scope: str) -> Json:
        try:
            return self._closeness.query(node, scope)
        except Unruly:
            if self._measured is None:
                raise
            return self._measured(node, scope)


def holding(term: ExpandedTerm) -> Json:
    """The articles that hold a term."""
    return any_query(query for slots in term.alternatives if slots for query in _way(slots, term))


def _way(slots: Slots, term: ExpandedTerm) -> Iterator[Json]:
    """The articles that hold one way to write a term."""
    if term.field in term_keys.EXACT:
        field = facet_field("lang") if term.field == "lang" else term.field
        yield {"terms": {field: [term_keys.split_key(key)[1] for key in slots[0].keys]}}
        return
    zone = term.zone
    fields = {term_keys.TITLE: ["title"], term_keys.LEAD: ["title", "lead"]}.get(zone)
    if fields is not None:
        zone = ""
    for field in fields or [field_of(term)]:
        yield from by_language(slots, _looked_up(slots, field, zone))


def _looked_up(slots: Slots, field: str, zone: str) -> Callable[[Language], Json | None]:
    def query_in(language: Language) -> Json | None:
        if zone:
            return phrase_in(slots, field, zone, language)
        keys = [within(slot, language) for slot in slots]
        if not all(keys):
            return None
        return any_of_words(field, keys[0]) if len(keys) == 1 else side_by_side(field, keys)

    return query_in


def side_by_side(field: str, slots: Sequence[Sequence[str]]) -> Json:
    """The articles that have words side by side in a field, any key of each slot."""
    text = " ".join(BESIDE.join(term_keys.split_key(k)[1] for k in keys) for keys in slots)
    return {"match_phrase": {field: {"query": text}}}


def any_of_words(field: str, keys: Sequence[str]) -> Json:
    """The articles that have any of some keys in a field."""
    words = [term_keys.split_key(key)[1] for key in keys]
    return any_query(
        {"terms": {field: words[at : at + MOST_WORDS]}} for at in range(0, len(words), MOST_WORDS)
    )


def _filter(node: Node) -> Json:
    match node:
        case Everything():
            return {"match_all": {}}
        case Dated(since, until):
            return _dated(since, until)
        case Length(least, most):
            bounds = {"gte": least, "lte": most}
            return _range("words", {how: n for how, n in bounds.items() if n is not None})
        case PathLike(pattern):
            return _path_like(pattern)
        case Valued(name, value):
            return {"term": {facet_field(name): value[:LONGEST]}}
        case Marked(_, _, hashes):
            return {"terms": {"content": sorted(one.hex() for one in hashes)}}
        case Has("date"):
            return {"exists": {"field": "date"}}
        case Has(name):
            return {"exists": {"field": facet_field(name) if name in FACETS else label_field(name)}}
        case Is("copy"):
            return _range("cluster", {"gt": 0})
        case Is(state):
            return {"term": {"is": state}}
    raise TypeError(f"{type(node).__name__} is no filter")


def _range(field: str, bounds: Json) -> Json:
    return {"range": {field: bounds}}


def _dated(since: date | None, until: date | None) -> Json:
    """Articles of some days; of one of which less is known, all of it has to be within."""
    bounds: Json = {}
    if since:
        bounds["gte"] = (since.toordinal() - _EPOCH) * SECONDS_A_DAY
    if until is None:
        return _range("date", bounds) if bounds else {"exists": {"field": "date"}}
    bounds["lt"] = last = (until.toordinal() - _EPOCH) * SECONDS_A_DAY
    further = _range("date_end", {"gt": last})
    return {"bool": {"filter": [_range("date", bounds)], "must_not": [further]}}


def _path_like(pattern: str) -> Json:
    """Articles of files whose path fits a pattern, whole or from some folder on."""
    wanted = held(composed(pattern.replace("\\", "/").casefold()))
    name, colon, rest = wanted.partition(":")
    if colon and re.fullmatch(r"[\w.-]{2,}", name):
        # Files of a machine; or those that have a colon in their names.
        of_machine: list[Json] = [{"prefix": {"path": f"{name}:"}}]
        of_machine += [_fitting(rest)] if rest.strip("*") else []
        return {"bool": {"should": [{"bool": {"filter": of_machine}}, _fitting(wanted)]}}
    return _fitting(wanted)


def _fitting(wanted: str) -> Json:
    if not any(c in wanted for c in "*?["):
        return {"wildcard": {"path_folded": {"value": f"*{_literal(wanted)}*"}}}
    expression = _expression(wanted)
    return {"regexp": {"path_folded": {"value": f"({expression})|(.*/{expression})"}}}


def _literal(text: str) -> str:
    return re.sub(r"([\\*?])", r"\\\1", text)


def _expression(pattern: str) -> str:
    """A shell pattern, as :mod:`fnmatch` reads it, as an expression of Lucene's."""
    found = ""
    for piece in re.findall(r"\[!?\]?[^\]]*\]|.", pattern, re.DOTALL):
        if piece == "*":
            found += ".*"
        elif piece == "?":
            found += "."
        elif len(piece) > 2:
            inside = piece[1:-1]
            negated = inside.startswith("!")
            inside = re.sub(r"([\\^\[\]\"&~#@<>])", r"\\\1", inside.removeprefix("!"))
            found += f"[{'^' if negated else ''}{inside}]"
        else:
            found += escaped(piece)
    return found
