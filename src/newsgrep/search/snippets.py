"""Snippets: the sentences of an article that show best why it answers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Literal, NamedTuple

from newsgrep.results import Pattern, Snippet, Span
from newsgrep.text.sentences import paragraphs, sentences
from newsgrep.text.words import Chunks, Part, cached_analyse, calm, plain_term

MAX_SNIPPETS = 3
MAX_LENGTH = 260
"""Characters of a snippet; longer sentences are cut around their matches."""

MAX_PARAGRAPH = 1500
"""And of one that is a whole paragraph."""
_PIECES = Chunks("({})")
_MOST_KINDS = 1 << 16
_LOOKED_AT = 200_000
"""Characters of an article in which snippets are looked for."""


class Found(NamedTuple):
    """A match of a pattern: its number, and its character offsets."""

    pattern: int
    start: int
    end: int


def matches(text: str, patterns: Sequence[Pattern]) -> list[Found]:
    """Where the patterns occur in ``text``, in order of their starts."""
    if not patterns:
        return []
    kinds = _kinds(tuple(patterns))
    if len(kinds) > _MOST_KINDS:
        kinds.clear()
    # Words, and what stands between them, in turn.
    calmed = calm(text)
    pieces = _PIECES.of(calmed).split(calmed)
    chunks = pieces[1::2]
    begin = [at for at, kind in enumerate(map(kinds.__getitem__, chunks)) if kind]
    if not begin:
        return []
    starts = list(accumulate(map(len, pieces)))[::2]
    found: list[Found] = []
    for at in begin:
        for number, part in kinds[chunks[at]]:
            if part < 0:
                found.append(Found(number, starts[at], starts[at] + len(chunks[at])))
                continue
            run = _run(chunks, starts, at, part, len(patterns[number].slots))
            if run and all(
                not slot.isdisjoint(place[0])
                for slot, place in zip(patterns[number].slots, run, strict=True)
            ):
                found.append(Found(number, run[0][1], run[-1][2]))
    return sorted(found, key=lambda match: (match.start, -match.end))


class _Kinds(dict[str, tuple[tuple[int, int], ...]]):
    """For each written word, the patterns that may begin with it: which, and with which part.

    Part -1 is the whole of it, joined.
    """

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        super().__init__()
        self._patterns = patterns
        self._firsts = frozenset[str]().union(*(pattern.slots[0] for pattern in patterns))

    def __missing__(self, chunk: str) -> tuple[tuple[int, int], ...]:
        kind = self[chunk] = self._kind(chunk)
        return kind

    def _kind(self, chunk: str) -> tuple[tuple[int, int], ...]:
        term = plain_term(chunk)
        if term and term not in self._firsts:
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


def highlights(text: str, patterns: Sequence[Pattern]) -> tuple[Span, ...]:
    """The spans of ``text`` that match, in order and without overlaps."""
    return _merged([(match.start, match.end) for match in matches(text, patterns)])


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def snippets(
    text: str,
    patterns: Sequence[Pattern],
    most: int = MAX_SNIPPETS,
    context: Literal["sentence", "paragraph"] = "sentence",
) -> tuple[Snippet, ...]:
    """Up to ``most`` passages of ``text`` that hold the most of ``patterns``, in their order.

    Where nothing in the text matches (the headline alone did), its first sentence.
    """
    if most <= 0:
        return ()
    text = text[:_LOOKED_AT]
    found = matches(text, patterns)
    if not found:
        return _lead(text)
    held: dict[Span, list[Found]] = {}
    by_paragraph = context == "paragraph"
    spans = paragraphs(text) if by_paragraph else _sentences_with(text, found)
    for match in found:
        span = next((s for s in spans if s[0] <= match.start < s[1]), None)
        if span is not None:
            held.setdefault(span, []).append(match)
    chosen: list[Span] = []
    covered: set[int] = set()
    while held and len(chosen) < most:
        best = max(held, key=lambda span: _worth(held[span], covered, span))
        fresh = {match.pattern for match in held[best]} - covered
        if chosen and not fresh and len(chosen) >= 2:
            break
        covered |= fresh
        chosen.append(best)
        del held[best]
    longest = MAX_PARAGRAPH if by_paragraph else MAX_LENGTH
    return tuple(_cut(text, span, found, longest) for span in sorted(chosen))


def _worth(held: Sequence[Found], covered: set[int], span: Span) -> tuple[int, ...]:
    """New patterns first, then different ones, closer together, more of them, the earlier."""
    patterns = {match.pattern for match in held}
    return (
        len(patterns - covered),
        len(patterns),
        -_spread(held, len(patterns)) // 40,
        min(len(held), 4),
        -span[0],
    )


def _spread(held: Sequence[Found], different: int) -> int:
    """Characters of the shortest stretch that holds all the patterns of a sentence."""
    if different < 2:
        return 0
    last: dict[int, int] = {}
    shortest = 1 << 30
    for match in held:
        last[match.pattern] = match.start
        if len(last) == different:
            shortest = min(shortest, match.end - min(last.values()))
    return shortest


def _sentences_with(text: str, found: Sequence[Found]) -> list[Span]:
    """The sentences of the paragraphs that hold matches."""
    spans: list[Span] = []
    starts = [match.start for match in found]
    for first, last in paragraphs(text):
        if any(first <= start < last for start in starts):
            spans += sentences(text, first, last)
    return spans


def _lead(text: str) -> tuple[Snippet, ...]:
    for first, last in paragraphs(text):
        for start, end in sentences(text, first, last):
            return (_cut(text, (start, end), ()),)
    return ()


def _cut(text: str, span: Span, found: Sequence[Found], longest: int = MAX_LENGTH) -> Snippet:
    """The sentence at ``span``, cut to ``longest`` characters around its first matches."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    inside = [(m.start, m.end) for m in found if start <= m.start and m.end <= end]
    before = after = ""
    if end - start > longest:
        first = inside[0][0] if inside else start
        begin = max(start, min(first - longest // 4, end - longest))
        if begin > start:
            space = text.rfind(" ", start, begin)
            begin = space + 1 if space > begin - 40 else begin
            before = "…"
        stop = begin + longest
        if stop < end:
            space = text.find(" ", stop, stop + 40)
            stop = min(space, end) if space > 0 else stop
            after = "…"
        start, end = begin, min(stop, end)
        inside = [(a, b) for a, b in inside if start <= a and b <= end]
    shift = start - len(before)
    spans = _merged([(a - shift, b - shift) for a, b in inside])
    return Snippet(before + text[start:end].replace("\n", " ") + after, spans)
