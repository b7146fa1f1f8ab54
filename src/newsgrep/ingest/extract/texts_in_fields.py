"""Headlines and decks of records that are texts by their length: nothing of them is lost."""

from __future__ import annotations

from collections.abc import Iterable

from newsgrep.ingest.extract.body.paragraphs import paragraphs_of
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.clean import clean_text
from newsgrep.text.letters import letters

MAX_VALUE = 1000
"""Characters of the value of a field; more would be cut off."""


def texts_in_fields(claims: Iterable[Claim]) -> tuple[list[Claim], list[str]]:
    """The claims of a record without headlines and decks that are too long for one, and those."""
    kept: list[Claim] = []
    texts: list[str] = []
    for claim in claims:
        if claim.field in ("title", "deck") and len(claim.value) > MAX_VALUE:
            texts.append(claim.value)
        else:
            kept.append(claim)
    return kept, texts


def below_texts(paragraphs: list[str], texts: Iterable[str]) -> list[str]:
    """``paragraphs`` below those of ``texts`` that they do not have themselves."""
    for text in texts:
        above = paragraphs_of(clean_text(text))
        if letters("".join(above)) not in letters("".join(paragraphs)):
            paragraphs = above + paragraphs
    return paragraphs
