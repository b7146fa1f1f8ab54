"""The claims of a head's lines, beside those of the lines before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsgrep.ingest.extract.head.head_lines import LineReading
from newsgrep.ingest.extract.head.head_words import ASIDE
from newsgrep.ingest.extract.head.page_lines import is_of_page
from newsgrep.ingest.raw_document import Claim


def once(claims: Iterable[Claim], before: list[Claim]) -> list[Claim]:
    """The claims but those of a second publication or of names behind the byline."""
    labelled = [c for c in before if c.field == "authors"]
    papers = {c.value for c in before if c.field == "source"}
    alike = any(c.field == "source" and c.value in papers for c in claims)
    kept: list[Claim] = []
    for claim in claims:
        if claim.field == "authors" and labelled:
            if labelled[0].confidence > claim.confidence and not alike:
                continue
            claim = Claim("authors", claim.value, labelled[0].origin, labelled[0].confidence)
        kept.append(claim)
    return kept


def lowered(claims: Iterable[Claim]) -> list[Claim]:
    """Claims from above the headline: the same below it is believed rather."""
    return [
        c._replace(confidence=round(c.confidence - 0.05, 2)) if c.field == "authors" else c
        for c in claims
    ]


def cost_above(reading: LineReading, line: str, before: list[str]) -> float:
    """What a line above a headline says for the headline below it, or against it.

    Mastheads and dates stand above headlines, bylines alone seldom; and nothing is said twice.
    """
    if not reading.is_head:
        if ASIDE.match(line) is not None:
            return -0.3
        remark = line.rstrip().endswith((".", "!", "?", ":"))
        return -4.0 if len(line) >= 60 else -1.2 if remark else -2.2
    if not reading.claims:
        return -0.1
    twice = len(reading.fields & {"authors", "source", "date"} & set(before))
    alone = reading.fields <= {"authors", "place"} and not reading.anchored
    return 0.4 - 1.5 * twice - (2.0 if alone else 0.0)


def deck_of(lines: Sequence[str]) -> Sequence[str]:
    """Those of the lines between headline and byline that are the deck: before any furniture."""
    if len(lines) < 3:
        return lines
    first = next((at for at, line in enumerate(lines) if is_of_page(line)), len(lines))
    return lines[:first] if first < 3 else ()
