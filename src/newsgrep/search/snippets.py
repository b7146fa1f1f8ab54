"""Snippets: the sentences of an article that show best why it answers."""

from __future__ import annotations

from collections.abc import Sequence

from newsgrep.request import MAX_SNIPPETS, Context
from newsgrep.results import Snippet, Span
from newsgrep.search.highlighter import Found, merged
from newsgrep.text.sentences import paragraphs, sentences

MAX_LENGTH = 260
"""Characters of a snippet; longer sentences are cut around their matches."""

MAX_PARAGRAPH = 1500
"""And of one that is a whole paragraph."""
LOOKED_AT = 200_000
"""Characters of an article in which snippets are looked for."""


def snippets(
    text: str,
    found: Sequence[Found],
    most: int = MAX_SNIPPETS,
    context: Context = "sentence",
) -> tuple[Snippet, ...]:
    """Up to ``most`` passages of ``text`` that hold the most of what was ``found``, in their order.

    Where nothing in the text matches (the headline alone did), its first sentence.
    """
    if most <= 0:
        return ()
    text = text[:LOOKED_AT]
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
    spans = merged([(a - shift, b - shift) for a, b in inside])
    return Snippet(before + text[start:end].replace("\n", " ") + after, spans)
