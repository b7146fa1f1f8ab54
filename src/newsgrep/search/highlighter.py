"""Highlights: where the words of a question stand in an article's headline, deck and text.

What has to stand close to others is marked only where it does, and what has to stand in a zone only
there, as the engine has it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from newsgrep.article import Article
from newsgrep.results import Highlighting, Pattern, Proximity, Span
from newsgrep.text.lead import lead_end
from newsgrep.text.sentences import paragraphs, sentences
from newsgrep.text.words import GAP, Chunks, Part, cached_analyse, calm, count_words, plain_term

_PIECES = Chunks("({})")
_MOST_KINDS = 1 << 16
_MOST_KEPT = 1_000_000
"""Characters of texts that are kept: with their words some 35 MB."""
MAX_PAIRS = 100_000
"""Pairs of places that are compared for how close they are; beyond it all are marked."""


class Found(NamedTuple):
    """A match of a pattern: its number, its character offsets, and where its words stand.

    ``first`` and ``last`` are positions, counted from the beginning of the written word number
    ``chunk``, or of the text.
    """

    pattern: int
    start: int
    end: int
    chunk: int
    first: int
    last: int


def matches(text: str, patterns: Sequence[Pattern], *, positions: bool = False) -> list[Found]:
    """Where the patterns occur in ``text``, whatever their zones, in order of their starts.

    With ``positions``, these count from the beginning of the text.
    """
    if not patterns:
        return []
    kinds = _kinds(tuple(patterns))
    if len(kinds) > _MOST_KINDS:
        kinds.clear()
    read = _again(text)
    if read is not None:
        chunks, starts = read.chunks, read.starts
        here = (read.places[term] for term in kinds.firsts & read.places.keys())
        begin = sorted(set[int]().union(*here))
    else:
        pieces = _pieces(text)
        chunks = pieces[1::2]
        begin = [at for at, kind in enumerate(map(kinds.__getitem__, chunks)) if kind]
        starts = _starts(pieces) if begin else []
    found: list[Found] = []
    for at in begin:
        for number, part in kinds[chunks[at]]:
            if part < 0:
                last = len(cached_analyse(chunks[at]).parts) - 1
                found.append(Found(number, starts[at], starts[at] + len(chunks[at]), at, 0, last))
                continue
            run = _run(chunks, starts, at, part, len(patterns[number].slots))
            if run and all(
                not slot.isdisjoint(place[0])
                for slot, place in zip(patterns[number].slots, run, strict=True)
            ):
                last = part + len(run) - 1 + _overhang(chunks, at, part, len(run))
                found.append(Found(number, run[0][1], run[-1][2], at, part, last))
    found.sort(key=lambda match: (match.start, -match.end))
    return _placed(found, chunks) if positions else found


def _overhang(chunks: Sequence[str], at: int, part: int, size: int) -> int:
    """1 where the last of ``size`` parts is a pair, whose second character has its own place."""
    while size > len(parts := cached_analyse(chunks[at]).parts) - part:
        size -= len(parts) - part
        at, part = at + 1, 0
    last = part + size - 1
    return int(last + 1 < len(parts) and parts[last + 1].start < parts[last].end)


def _placed(found: Sequence[Found], chunks: Sequence[str]) -> list[Found]:
    """The matches with their positions counted from the text's first word."""
    before = [0, *accumulate(len(cached_analyse(chunk).parts) for chunk in chunks)]
    return [
        one._replace(first=before[one.chunk] + one.first, last=before[one.chunk] + one.last)
        for one in found
    ]


class Marked(NamedTuple):
    """What of an article a question marks, in order."""

    title: list[Found]
    deck: list[Found]
    text: list[Found]


def marked(article: Article, highlighting: Highlighting, most: int | None = None) -> Marked:
    """What ``highlighting`` marks in an article; in the first ``most`` characters of its text."""
    here = highlighting.within(article.language)
    text = article.text if most is None else article.text[:most]
    close = bool(here.proximities)
    found = Marked(
        matches(article.title, here.patterns, positions=close),
        matches(article.deck, here.patterns, positions=close),
        matches(text, here.patterns, positions=close),
    )
    if any(pattern.zone for pattern in here.patterns):
        found = _in_zones(found, article.deck, text, here.patterns)
    return _close(found, article, text, here) if close else found


def spans_of(found: Iterable[Found]) -> tuple[Span, ...]:
    """The spans of some matches, in order and without overlaps."""
    return merged([(match.start, match.end) for match in found])


def _in_zones(found: Marked, deck: str, text: str, patterns: Sequence[Pattern]) -> Marked:
    asks_for_lead = any(pattern.zone == "lead" for pattern in patterns)
    end = lead_end(deck, text) if asks_for_lead else 0

    def in_text(match: Found) -> bool:
        match patterns[match.pattern].zone:
            case "title":
                return False
            case "lead":
                return match.end <= end
            case "quote":
                from newsgrep.text.quotations import quotations  # which few questions need

                return any(a <= match.start and match.end <= b for a, b in quotations(text))
        return True

    return Marked(
        [one for one in found.title if patterns[one.pattern].zone in ("", "title", "lead")],
        [one for one in found.deck if patterns[one.pattern].zone in ("", "lead", "body")],
        [one for one in found.text if in_text(one)],
    )


class _Place(NamedTuple):
    """A stretch of words, and the matches that make it, each with the part that it is in."""

    first: int
    last: int
    sentence: int
    paragraph: int
    matches: frozenset[tuple[int, Found]]


def _close(found: Marked, article: Article, text: str, here: Highlighting) -> Marked:
    """The matches that stand as close to others as they have to."""
    places: list[_Place] = []
    unit = 0
    # Of the text, which is the longest and the last, no one asks how many positions it takes.
    sizes = (count_words(part) + GAP if part else 0 for part in (article.title, article.deck))
    bases = accumulate(sizes, initial=0)
    parts = (article.title, article.deck, text)
    for number, (base, part) in enumerate(zip(bases, parts, strict=True)):
        units = list(_units(part))
        ends = [end for _, end, _ in units]
        for match in found[number]:
            at = min(bisect_right(ends, match.start), len(units) - 1)
            places.append(
                _Place(base + match.first, base + match.last, unit + at, unit + units[at][2],
                       frozenset(((number, match),)))
            )  # fmt: skip
        unit += len(units) + 1
    kept: set[tuple[int, Found]] = set()
    try:
        for proximity in here.proximities:
            for place in _proximate(proximity, places):
                kept |= place.matches
    except _TooMany:
        return found
    return Marked(
        *(
            [match for match in part if match.pattern in here.free or (number, match) in kept]
            for number, part in enumerate(found)
        )
    )


def _units(text: str) -> Iterator[tuple[int, int, int]]:
    """The sentences of a text, each with the number of its paragraph."""
    number = 0
    for number, (start, end) in enumerate(paragraphs(text)):
        for a, b in sentences(text, start, end):
            yield a, b, number
    yield len(text), len(text) + 1, number + 1


class _TooMany(Exception):
    """There are too many places to compare."""


def _proximate(proximity: Proximity, places: Sequence[_Place]) -> list[_Place]:
    """The stretches in which both sides of a proximity stand as close as it asks."""
    left, right = (_side(side, places) for side in (proximity.left, proximity.right))
    if len(left) * len(right) > MAX_PAIRS:
        raise _TooMany
    found = []
    for one in left:
        for other in right:
            if _is_close(one, other, proximity):
                found.append(
                    _Place(min(one.first, other.first), max(one.last, other.last),
                           one.sentence, one.paragraph, one.matches | other.matches)
                )  # fmt: skip
    return found


def _side(side: frozenset[int] | Proximity, places: Sequence[_Place]) -> list[_Place]:
    if isinstance(side, Proximity):
        return _proximate(side, places)
    return [place for place in places if any(match.pattern in side for _, match in place.matches)]


def _is_close(one: _Place, other: _Place, proximity: Proximity) -> bool:
    if one.first == other.first or one.last == other.last:
        return False
    before, after = (one, other) if one.first < other.first else (other, one)
    if proximity.ordered and before is not one:
        return False
    match proximity.unit:
        case "sentence":
            return one.sentence == other.sentence
        case "paragraph":
            return one.paragraph == other.paragraph
    return after.first - before.last <= proximity.distance


def _pieces(text: str) -> list[str]:
    """The words of a text, and what stands between them, in turn."""
    calmed = calm(text)
    return _PIECES.of(calmed).split(calmed)


def _starts(pieces: Sequence[str]) -> list[int]:
    """The character offset of each word."""
    return list(accumulate(map(len, pieces)))[::2]


class _Read(NamedTuple):
    """The words of a text, whatever is asked."""

    chunks: list[str]
    """As they are written."""
    starts: list[int]
    """The character offset of each."""
    places: dict[str, list[int]]
    """The numbers of the words in which each term stands."""


class _Texts:
    """Texts that are asked about again: a reader's next question finds many of the same articles.

    To look a term up costs less than to look at each word, but to find the terms of a text costs
    more: that is done for texts that come a second time.
    """

    def __init__(self) -> None:
        self._known: dict[str, _Read | None] = {}
        self._size = 0

    def again(self, text: str) -> _Read | None:
        """The words of a text; None for one that was not asked about lately."""
        if text not in self._known:
            self._size += len(text)
            if self._size > _MOST_KEPT:
                self._known.clear()
                self._size = len(text)
            self._known[text] = None
            return None
        found = self._known[text]
        if found is None:
            found = self._known[text] = _in_terms(text)
        return found


_again = _Texts().again


def _in_terms(text: str) -> _Read:
    pieces = _pieces(text)
    chunks = pieces[1::2]
    places: dict[str, list[int]] = {}
    for at, chunk in enumerate(chunks):
        parts, joined = cached_analyse(chunk)
        for part in parts:
            for term in part.terms:
                places.setdefault(term, []).append(at)
        if joined:
            places.setdefault(joined, []).append(at)
    return _Read(chunks, _starts(pieces), places)


class _Kinds(dict[str, tuple[tuple[int, int], ...]]):
    """For each written word, the patterns that may begin with it: which, and with which part.

    Part -1 is the whole of it, joined.
    """

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        super().__init__()
        self._patterns = patterns
        self.firsts = frozenset[str]().union(*(pattern.slots[0] for pattern in patterns))

    def __missing__(self, chunk: str) -> tuple[tuple[int, int], ...]:
        kind = self[chunk] = self._kind(chunk)
        return kind

    def _kind(self, chunk: str) -> tuple[tuple[int, int], ...]:
        term = plain_term(chunk)
        if term and term not in self.firsts:
            # Most words of a text begin nothing.
            return ()
        parts, joined = cached_analyse(chunk)
        return tuple(
            (number, part)
            for number, slots in enumerate(pattern.slots for pattern in self._patterns)
            for part in range(-1, len(parts))
            if (
                not slots[0].isdisjoint(_terms_of(parts, part, joined if len(slots) > 1 else ""))
                if part >= 0
                else len(slots) == 1 and joined and joined in slots[0]
            )
        )


def _terms_of(parts: Sequence[Part], at: int, joined: str) -> tuple[str, ...]:
    """The terms at a part of a chunk: its joined form stands where its first part does."""
    terms = parts[at].terms
    return terms if at or not joined else (*terms, joined)


@lru_cache(maxsize=8)
def _kinds(patterns: tuple[Pattern, ...]) -> _Kinds:
    """What is known of each word, for the texts that are read with one question."""
    return _Kinds(patterns)


def _run(
    chunks: Sequence[str], starts: Sequence[int], at: int, part: int, size: int
) -> list[tuple[tuple[str, ...], int, int]]:
    """``size`` parts from a part of the chunk ``at`` on, with their offsets; [] past the end."""
    run: list[tuple[tuple[str, ...], int, int]] = []
    while len(run) < size and at < len(chunks):
        begin = starts[at]
        parts, joined = cached_analyse(chunks[at])
        for number in range(part, len(parts)):
            _, start, end = parts[number]
            run.append((_terms_of(parts, number, joined), begin + start, begin + end))
        at, part = at + 1, 0
    return run[:size] if len(run) >= size else []


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans, in order, those that overlap as one."""
    found: list[Span] = []
    for start, end in spans:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
