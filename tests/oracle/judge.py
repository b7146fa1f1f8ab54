"""Which articles answer a question: surely, and perhaps."""

from __future__ import annotations

import fnmatch
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from oracle.known import Known, folded, letters_of
from oracle.questions import (
    All,
    Any,
    AtLeast,
    Dated,
    Everything,
    Fact,
    Language,
    Length,
    Near,
    Node,
    Not,
    Path,
    Phrase,
    Scope,
    Slop,
    State,
    Weighted,
    Within,
    Word,
)  # fmt: skip
from oracle.texts import pieces

Span = tuple[int, int]
Places = dict[int, list[Span]]
"""Article to where, in positions: first and last."""

CUT_OFF = 4_000
"""Beyond about so many words an expansion is cut off and the answer says so: all is open."""


class TooMany(Exception):
    """A pattern stands for so many words that the answer is cut off."""


class Judge:
    """Answers questions about one archive."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.expanded = lru_cache(maxsize=4096)(self._expanded)
        self.bounds = lru_cache(maxsize=64)(self._bounds)
        self._forms = lru_cache(maxsize=256)(self._forms_of)

    def _bounds(self, node: Node) -> tuple[set[int], set[int]]:
        """The articles that surely answer it, and those that perhaps do."""
        return self.answers(node, True), self.answers(node, False)

    def answers(self, node: Node, sure: bool) -> set[int]:
        try:
            return self._answers(node, sure)
        except TooMany:
            return set() if sure else set(self.known.all)

    def _answers(self, node: Node, sure: bool) -> set[int]:
        match node:
            case All(parts):
                return set.intersection(*(self.answers(part, sure) for part in parts))
            case Any(parts):
                return set.union(*(self.answers(part, sure) for part in parts))
            case Not(part):
                return set(self.known.all) - self.answers(part, not sure)
            case Everything():
                return set(self.known.all)
            case Weighted(part):
                return self.answers(part, sure)
            case Scope(name, All(parts)):
                return set.intersection(*(self.answers(Scope(name, p), sure) for p in parts))
            case AtLeast(times, part):
                places = self.spans(part, sure)
                return {n for n, spans in places.items() if len(_distinct(spans)) >= times}
            case Fact(name, values):
                return self._named(name, values, sure)
            case Language() | Path() | Dated() | Length() | State():
                return {n for n in self.known.all if self._fits(node, n, sure)}
        return set(self.spans(node, sure))

    # Facts

    def _fits(self, node: Node, number: int, sure: bool) -> bool:
        article = self.known.article(number)
        match node:
            case Language(code):
                return str(article.language) == code
            case Path(pattern):
                parts = article.path.split("/")
                tails = ["/".join(parts[start:]) for start in range(len(parts))]
                return any(fnmatch.fnmatchcase(tail, pattern) for tail in tails)
            case Dated(first, last):
                return _dated(article.date, first, last, sure)
            case Length(least, most):
                return least <= int(article.words) <= most
            case State("is", "corrected"):
                return bool(article.correction)
            case State("is", "updated"):
                return bool(article.update)
            case State("has" | "no", name):
                return bool(getattr(article, _ATTRIBUTES[name])) == (node.sign == "has")
        raise TypeError(node)

    def _named(self, name: str, values: tuple[tuple[str, ...], ...], sure: bool) -> set[int]:
        naming = self.known.naming[name]
        found: set[int] = set()
        for words in map(_typed, values):
            if sure:
                some = set.intersection(*(naming.get(word, set()) for word in words))
                held = self.known.values[name]
                found |= {n for n in some if any(_stands_in(value, words) for value in held[n])}
            else:
                # In another form or joined: only values that have nothing alike are ruled out.
                alike = [
                    [naming[w] for w in naming if w[:3] == word[:3] or word.startswith(w)]
                    for word in words
                ]
                found |= set.intersection(*(set().union(*many) for many in alike))
        return found

    # Text

    def spans(self, node: Node, sure: bool) -> Places:
        """Where a node stands."""
        match node:
            case Word(text, kind, edits):
                return self._word(text, kind, edits, sure)
            case Phrase(words, exact):
                return self._phrase(words, exact, sure)
            case Slop(words, distance):
                return self._slop(words, distance, sure)
            case Any(parts):
                return _joined(self.spans(part, sure) for part in parts)
            case Weighted(part):
                return self.spans(part, sure)
            case Scope(name, part):
                return self._scoped(name, self.spans(part, sure), sure)
            case Near(left, right, distance, ordered):
                return self._near(left, right, distance, ordered, sure)
            case Within(left, right, unit):
                return self._within(left, right, unit, sure)
        raise TypeError(node)

    def _word(self, text: str, kind: str, edits: int, sure: bool) -> Places:
        if kind in ("wild", "regex", "fuzzy"):
            return self._opened(self.expanded(text, kind, edits, sure), sure)
        if kind == "acronym":
            return self._acronym(text, sure)
        tokens = pieces(text)
        singles = [token.word for token in tokens if token.at == token.until and token.start >= 0]
        if len(singles) > 1:
            return self._compound(singles, kind == "exact", sure)
        if kind == "exact":
            return self._of_words([folded(text)])
        return self._forms(folded(text), sure)

    def _of_words(self, words: Sequence[str]) -> Places:
        places = self.known.places
        if len(words) == 1:
            return places.get(words[0], {})
        return _joined(places.get(word, {}) for word in words)

    def _opened(self, words: Sequence[str], sure: bool) -> Places:
        """Where the words stand that a pattern stands for: those written in parts perhaps."""
        places = self._of_words(words)
        if not sure:
            return places
        single = {n: [one for one in spans if one[0] == one[1]] for n, spans in places.items()}
        return {n: spans for n, spans in single.items() if spans}

    def _forms_of(self, word: str, sure: bool) -> Places:
        known = self.known
        own = known.holding(word) or (known.spoken if len(known.spoken) == 1 else frozenset())
        parts = []
        for other, langs in known.forms(word).items():
            here = langs & own if sure else langs
            places = known.places.get(other, {})
            if other == word or not sure:
                parts.append(places)
            elif here:
                # In capitals it may be an acronym, which has no forms.
                capitals = known.capitals.get(other, {})
                spoken = {n: s for n, s in places.items() if known.languages[n] in here}
                small = {
                    n: [x for x in s if x not in capitals.get(n, ())] for n, s in spoken.items()
                }
                parts.append({n: s for n, s in small.items() if s})
            if not sure:
                parts += self._parted(other)
        if not sure:
            # The plural of an acronym may be found with it.
            parts.append(known.places.get(word + "s", {}))
        return parts[0] if len(parts) == 1 else _joined(parts)

    def _parted(self, word: str) -> Iterator[Places]:
        """Where a word stands as two or more, side by side, in any of their forms."""
        known = self.known
        for parts in known.hyphened.get(word, ()):
            found = self._of_words(list(known.forms(parts[0])))
            for part in parts[1:]:
                found = _side_by_side(found, self._of_words(list(known.forms(part))))
            yield found
        for cut in range(2, len(word) - 1):
            first, second = word[:cut], word[cut:]
            if first in known.places and second in known.places:
                yield _side_by_side(
                    self._of_words(list(known.forms(first))),
                    self._of_words(list(known.forms(second))),
                )

    def _compound(self, words: list[str], exact: bool, sure: bool) -> Places:
        """A word with a hyphen: in parts, or joined."""
        joined = "".join(words)
        whole = self._of_words([joined]) if exact else self._forms(joined, sure)
        return _joined([self._phrase(tuple(words), exact, sure), whole])

    def _acronym(self, text: str, sure: bool) -> Places:
        word = folded(text.replace(".", ""))
        if not sure:
            return _joined([self._forms(word, False), self._of_words([word + "s"])])
        if self.known.capital_share(word) < 0.95:
            return {}
        places = self.known.capitals.get(word, {})
        return {number: spans for number, spans in places.items() if self._calm(number)}

    def _calm(self, number: int) -> bool:
        title = self.known.article(number).title
        return not title.isupper()

    def _expanded(self, text: str, kind: str, edits: int, sure: bool) -> tuple[str, ...]:
        known = self.known
        if kind == "fuzzy":
            word = folded(text)
            bits = letters_of(word)
            near = [
                other
                for length in range(len(word) - edits, len(word) + edits + 1)
                for other, others in known.letters.get(length, ())
                if (bits ^ others).bit_count() <= 2 * edits
                and distance(word, other, not sure) <= edits
            ]
            # The plural of an acronym may be found with it.
            return tuple(near) if sure else (*near, *(other + "s" for other in near))
        pattern = text if kind == "regex" else _glob(folded(text))
        compiled = re.compile(pattern)
        fixed = "" if kind == "regex" else re.split(r"[*?]", folded(text))[0]
        start, end = bisect_left(known.words, fixed), bisect_left(known.words, fixed + "\U0010ffff")
        words = tuple(
            word
            for word in known.words[start:end]
            # The plural of an acronym may be found as the acronym: BOTs by *ot.
            if compiled.fullmatch(word)
            or (not sure and word.endswith("s") and compiled.fullmatch(word[:-1]))
        )
        if len(words) > CUT_OFF:
            raise TooMany
        return words

    def _phrase(self, words: tuple[str, ...], exact: bool, sure: bool) -> Places:
        parts: list[Places] = []
        for word in words:
            if "*" in word or "?" in word:
                parts.append(self._opened(self.expanded(word, "wild", 0, sure), sure))
            elif exact:
                parts.append(self._word(word, "exact", 0, sure))
            else:
                parts.append(self._word(word, "plain", 0, sure))
        found = parts[0]
        for part in parts[1:]:
            found = _side_by_side(found, part)
        if len(words) > 1 and not any(c in word for word in words for c in "*?"):
            found = self._also_joined(words, exact, sure, found)
        return {n: kept for n, spans in found.items() if (kept := self._in_one_field(n, spans))}

    def _also_joined(
        self, words: tuple[str, ...], exact: bool, sure: bool, found: Places
    ) -> Places:
        joined = "".join(folded(word) for word in words)
        if sure and joined not in self.known.hyphened:
            return found
        if not sure and len(words) > 2:
            return found
        rest = self._of_words([joined]) if exact else self._forms(joined, sure)
        return _joined([found, rest])

    def _slop(self, words: tuple[str, ...], distance: int, sure: bool) -> Places:
        parts = [self._word(word, "plain", 0, sure) for word in words]
        found: Places = {}
        reach = distance if sure else distance * max(1, len(words) - 1)
        for number in set.intersection(*(set(part) for part in parts)):
            spans = _distinct(parts[0][number])
            for part in parts[1:]:
                spans = [
                    (min(a, c), max(b, d))
                    for a, b in spans
                    for c, d in _distinct(part[number])
                    if c not in (a, b) and max(b, d) - min(a, c) <= reach
                ]
            if sure:
                spans = self._in_one_field(number, spans)
            if spans:
                found[number] = spans
        return found

    def _near(self, left: Node, right: Node, most: int, ordered: bool, sure: bool) -> Places:
        lefts, rights = self.spans(left, sure), self.spans(right, sure)
        found: Places = {}
        for number in lefts.keys() & rights.keys():
            spans = [
                (min(a, c), max(b, d))
                for a, b in set(lefts[number])
                for c, d in set(rights[number])
                if _is_near(a, b, c, d, most, ordered, sure)
            ]
            if sure:
                spans = self._in_one_field(number, spans)
            if spans:
                found[number] = spans
        return found

    def _within(self, left: Node, right: Node, unit: str, sure: bool) -> Places:
        lefts, rights = self.spans(left, sure), self.spans(right, sure)
        found: Places = {}
        for number in lefts.keys() & rights.keys():
            body = self.known.bodies[number]
            units = body.paragraph if unit == "p" else body.together if sure else body.apart
            spans = [
                (min(a, c), max(b, d))
                for a, b in set(lefts[number])
                for c, d in set(rights[number])
                if units[min(a, c)] == units[max(b, d)] and (not sure or b < c or d < a)
            ]
            if spans:
                found[number] = spans
        return found

    def _scoped(self, name: str, places: Places, sure: bool) -> Places:
        found: Places = {}
        for number, spans in places.items():
            fits = self._fitting(name, number, sure)
            kept = [span for span in spans if fits(span)]
            if kept:
                found[number] = kept
        return found

    def _fitting(self, name: str, number: int, sure: bool) -> Callable[[Span], bool]:
        body = self.known.bodies[number]
        if name == "title":
            return lambda span: body.field[span[0]] == body.field[span[1]] == 1
        if name == "lead":
            end = body.lead_end if sure else body.lead_at_most
            return lambda span: span[1] < end
        if name == "body":
            return lambda span: body.field[span[0]] != 1 and body.field[span[1]] != 1
        if sure:
            return lambda s: 0 < body.quoted[s[0]] == body.quoted[s[1]]
        if body.quoted_at_most:
            return lambda s: body.quoted[s[0]] > 0 and body.quoted[s[1]] > 0
        return lambda span: True

    def _in_one_field(self, number: int, spans: list[Span]) -> list[Span]:
        field_of = self.known.bodies[number].field
        return [(a, b) for a, b in spans if field_of[a] == field_of[b]]


_ATTRIBUTES = {"author": "authors", "date": "date", "source": "source", "place": "place",
               "section": "section", "url": "url"}  # fmt: skip


def _typed(words: tuple[str, ...]) -> list[str]:
    return [
        token.word
        for word in words
        for token in pieces(word)
        if token.at == token.until and token.start >= 0
    ]


def _stands_in(value: list[str], words: list[str]) -> bool:
    starts = range(len(value) - len(words) + 1)
    return any(value[start : start + len(words)] == words for start in starts)


def _dated(date: str, first: str, last: str, sure: bool) -> bool:
    if not date:
        return False
    day = date[:10]
    low, high = day + "-01-01"[len(day) - 4 :], day + "-12-31"[len(day) - 4 :]
    begin, end = first or "0000-00-00", last or "9999-99-99"
    if sure:
        return begin <= low and high <= end
    return begin <= high and low <= end


def _glob(pattern: str) -> str:
    return "".join({"*": ".*", "?": "."}.get(c, re.escape(c)) for c in pattern)


def _distinct(spans: Iterable[Span]) -> list[Span]:
    return sorted(set(spans))


def _joined(many: Iterable[Places]) -> Places:
    found: Places = {}
    for places in many:
        for number, spans in places.items():
            found[number] = found[number] + spans if number in found else spans
    return found


def _side_by_side(left: Places, right: Places) -> Places:
    found: Places = {}
    for number in left.keys() & right.keys():
        following = dict(right[number]) if len(right[number]) == 1 else None
        spans = []
        for a, b in set(left[number]):
            if following is not None:
                spans += [(a, following[b + 1])] if b + 1 in following else []
            else:
                spans += [(a, d) for c, d in right[number] if c == b + 1]
        if spans:
            found[number] = spans
    return found


def _is_near(a: int, b: int, c: int, d: int, most: int, ordered: bool, sure: bool) -> bool:
    if b < c:
        return c - b <= most
    if d < a:
        return not ordered and a - d <= most
    # They overlap: a word is not near itself; whether a span is near a word in it is open.
    return not sure and (a, b) != (c, d)


def distance(one: str, other: str, swaps: bool) -> int:
    """Edits from one word to another; with ``swaps`` two neighbours changed round are one."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        following = [i]
        for j, b in enumerate(other, 1):
            best = min(row[j] + 1, following[-1] + 1, row[j - 1] + (a != b))
            if swaps and i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                best = min(best, before[j - 2] + 1)
            following.append(best)
        before, row = row, following
    return row[-1]
