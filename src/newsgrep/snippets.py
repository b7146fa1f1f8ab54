"""Snippets: the sentences of an article that show best why it answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from newsgrep.results import Pattern, Snippet, Span
from newsgrep.text.sentences import paragraphs, sentences
from newsgrep.text.words import CHUNK, cached_analyse, calm

MAX_SNIPPETS = 3
MAX_LENGTH = 260
"""Characters of a snippet; longer sentences are cut around their matches."""

MAX_PARAGRAPH = 1500
"""And of one that is a whole paragraph."""
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
    wanted = frozenset().union(*(pattern.slots[0] for pattern in patterns))
    places: list[tuple[tuple[str, ...], int, int]] = []
    starts: list[int] = []
    found: list[Found] = []
    for match in CHUNK.finditer(calm(text)):
        chunk = cached_analyse(match.group())
        begin = match.start()
        if chunk.joined and chunk.joined in wanted:
            found += [
                Found(number, begin, match.end())
                for number, pattern in enumerate(patterns)
                if len(pattern.slots) == 1 and chunk.joined in pattern.slots[0]
            ]
        for terms, start, end in chunk.parts:
            if not wanted.isdisjoint(terms):
                starts.append(len(places))
            places.append((terms, begin + start, begin + end))
    for at in starts:
        for number, pattern in enumerate(patterns):
            size = len(pattern.slots)
            run = places[at : at + size]
            if len(run) == size and all(
                not slot.isdisjoint(place[0])
                for slot, place in zip(pattern.slots, run, strict=True)
            ):
                found.append(Found(number, run[0][1], run[-1][2]))
    return sorted(found, key=lambda match: (match.start, -match.end))


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
