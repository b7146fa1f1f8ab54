"""What stands in an article: words at positions, sentences, paragraphs and quotations.

*Words.* A run of letters and digits, with apostrophes inside (they count for nothing, and so does
an ``'s`` at the end). Points and commas between digits belong to the number, points after single
letters to an acronym (``U.S.``). A French elision parts two words (``l’arbre``), as a hyphen does.
Words joined by hyphens stand at successive positions; together they are also one at the first.

*Quotations.* A quotation runs from an opening to a closing mark of one kind in one paragraph. A
paragraph is *clear* where its marks are of one kind (``"…"``, ``“…”``, ``«…»``, ``„…“``,
``「…」``), open and close in turn, none is left over, and each stands where it should: an opening
one before a word and behind none, a closing one the other way round. What stands between the
marks of a clear paragraph is surely quoted. In an article in which every paragraph is clear and
which has no single marks that could quote, nothing else is; in any other, everything else
perhaps is.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

SHORT = 30
"""Words of a first paragraph that may be too short to be a lead by itself."""

GAP = 12
"""Positions between headline, deck and text."""

_CHUNK = re.compile(
    r"""[^\W\d_](?:\.[^\W\d_])+(?!\w)\.?              # U.S.  U.S
      | \d+(?:[.,]\d+)+[^\W\d_]*                        # 10,000m  3.5
      | [^\W_]+(?:['’ʼ＇][^\W_]+)*                      # don't
    """,
    re.VERBOSE,
)
_HYPHENS = "-‐‑"
_POSSESSIVE = re.compile(r"['’ʼ＇][sS]$")
_APOSTROPHES = re.compile(r"['’ʼ＇]")
_ELIDED = re.compile(
    r"(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’ʼ＇](?=[aeiouyhàâéèêëîïôœùû])", re.I
)
_ABBREVIATIONS = frozenset(
    """dept govt approx corp assn capt prof messrs sept inst dist ltda bros intl natl ments vols
    cent univ gral comdr adml minn mass calif conn tenn wash mich penn""".split()
)
_PAIRS = {"“": "”", "«": "»", "„": "“", "「": "」", "『": "』", "‹": "›"}
_DOUBLE = re.compile(r'["“”«»„‟「」『』‹›＂〝〞]|``|\'\'')
_SINGLE = re.compile(r"(?<!\w)['‘’‚‛`]|['‘’‛`](?!\w)|‘|‚")


@lru_cache(maxsize=1 << 18)
def folded(text: str) -> str:
    """Without case, accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return plain.casefold()


@dataclass(frozen=True, slots=True)
class Token:
    """A word where it stands."""

    word: str
    at: int
    """Its position, counted in words."""
    until: int
    """The position of its last part: ``at``, but for words that are joined by hyphens."""
    capitals: bool
    start: int
    end: int
    """Where it is in its field, in characters; -1 for the second reading of a written word."""


@dataclass(frozen=True, slots=True)
class Body:
    """What an article's words stand in, by their positions."""

    field: array[int]
    """1 headline, 2 deck, 3 text; 0 between them."""
    lead_end: int
    """The position behind headline, deck and first paragraph."""
    lead_at_most: int
    """And behind the last paragraph that begins within the first words."""
    paragraph: array[int]
    apart: array[int]
    """Sentences, parted only where one surely ends."""
    together: array[int]
    """Sentences, parted wherever one may end."""
    quoted: array[int]
    """The number of the quotation in which it surely is; 0 for none."""
    quoted_at_most: bool
    """Whether nothing is quoted but what surely is."""


def pieces(text: str) -> list[Token]:
    """The words of a text, from position 0."""
    found: list[Token] = []
    chunks = list(_CHUNK.finditer(text))
    at = 0
    index = 0
    while index < len(chunks):
        run = [chunks[index]]
        while (
            index + 1 < len(chunks)
            and chunks[index + 1].start() == run[-1].end() + 1
            and text[run[-1].end()] in _HYPHENS
        ):
            index += 1
            run.append(chunks[index])
        written = [part for match in run for part in _parted(match)]
        words = [_word(one) for one, _, _ in written]
        for number, (one, start, end) in enumerate(written):
            found.append(Token(words[number], at + number, at + number, _capitals(one), start, end))
        if len(written) > 1:
            joined = "".join(words)
            found.append(
                Token(joined, at, at + len(written) - 1, False, run[0].start(), run[-1].end())
            )
        at += len(written)
        index += 1
    return found


def _parted(chunk: re.Match[str]) -> list[tuple[str, int, int]]:
    """A chunk, or the two words of an elision, with their offsets."""
    text, start = chunk.group(), chunk.start()
    elided = _ELIDED.match(text)
    if not elided:
        return [(text, start, chunk.end())]
    cut = elided.end()
    return [(text[: cut - 1], start, start + cut - 1), (text[cut:], start + cut, chunk.end())]


def _word(chunk: str) -> str:
    if "." in chunk and not chunk[0].isdigit():
        return folded(chunk.replace(".", ""))
    if chunk[0].isdigit():
        chunk = chunk.replace(",", "")
    return folded(_POSSESSIVE.sub("", chunk))


def _capitals(chunk: str) -> bool:
    letters = _POSSESSIVE.sub("", chunk).replace(".", "")
    return len(letters) > 1 and letters.isupper()


def body(title: str, deck: str, text: str) -> tuple[list[Token], Body]:
    """All of an article's words, and what they stand in."""
    field, paragraph, apart, together, quoted = (array("i") for _ in range(5))
    found: list[Token] = []
    paragraphs = sentences = quotations = 0
    ends: list[int] = []
    clear = True
    singles = False
    for kind, whole in enumerate((title, deck, text), 1):
        for part in re.split(r"\n\s*\n", whole):
            tokens = pieces(part)
            spans = quotations_of(part)
            clear = clear and spans is not None
            singles = singles or bool(_SINGLE.search(part))
            at = len(field)
            found += [replace(t, at=t.at + at, until=t.until + at) for t in tokens]
            for token, loose, strict in _sentences(part, tokens):
                field.append(kind)
                paragraph.append(paragraphs)
                apart.append(sentences + loose)
                together.append(sentences + strict)
                inside = (n for n, (b, e) in enumerate(spans or (), 1) if b < token.start < e)
                number = next(inside, 0)
                quoted.append(quotations + number if number else 0)
            quotations += len(spans or ())
            sentences += len(tokens) + 1
            paragraphs += 1
            if tokens and kind == 3:
                ends.append(len(field))
        if whole:
            for many in (field, paragraph, apart, together, quoted):
                many.extend([0] * GAP)
    first = ends[0] if ends else len(field)
    begin = field.index(3) if ends else 0
    most = next((end for end in ends if end - begin >= SHORT), ends[-1] if ends else first)
    return found, Body(
        field, first, max(first, most), paragraph, apart, together, quoted, clear and not singles
    )


def _sentences(part: str, tokens: list[Token]) -> Iterator[tuple[Token, int, int]]:
    """Each word, and how many sentences have surely and perhaps ended before it."""
    apart = together = 0
    before: Token | None = None
    for token in tokens:
        if token.until > token.at or token.start < 0:
            continue
        if before is not None:
            between = part[before.end : token.start]
            together += _may_end(between, before, part)
            apart += _surely_ends(between, before, part, token)
        yield token, apart, together
        before = token


def _may_end(between: str, before: Token, part: str) -> bool:
    return (
        bool(re.search(r"[.!?…。！？:;\n|•·]", between)) or "." in part[before.start : before.end]
    )


def _surely_ends(between: str, before: Token, part: str, after: Token) -> bool:
    if not re.fullmatch(r"[.!?] {1,2}", between):
        return False
    written = part[before.start : before.end]
    following = part[after.start : after.end]
    return (
        len(written) > 3
        and written.isalpha()
        and written.islower()
        and written not in _ABBREVIATIONS
        and following[0].isupper()
        and len(following) > 1
        and following[1:].islower()
    )


def quotations_of(paragraph: str) -> list[tuple[int, int]] | None:
    """Where the marks of each quotation stand; None where that is not clear."""
    marks = list(_DOUBLE.finditer(paragraph))
    found = []
    opened: re.Match[str] | None = None
    kinds = set()
    for mark in marks:
        sign = mark.group()
        before = paragraph[mark.start() - 1 : mark.start()]
        after = paragraph[mark.end() : mark.end() + 1]
        if opened is None:
            if sign != '"' and sign not in _PAIRS:
                return None
            if _is_inside(before) or (before in ",.;!?" and before) or not _is_inside(after):
                return None
            kinds.add(sign)
            opened = mark
        else:
            if sign != _PAIRS.get(opened.group(), '"'):
                return None
            if not before or before.isspace() or _is_inside(after):
                return None
            if not re.search(r"\w", paragraph[opened.end() : mark.start()]):
                return None
            found.append((opened.start(), mark.start()))
            opened = None
    if opened is not None or len(kinds) > 1:
        return None
    return found


def _is_inside(sign: str) -> bool:
    return bool(sign) and (sign.isalnum() or sign in "$£€")
