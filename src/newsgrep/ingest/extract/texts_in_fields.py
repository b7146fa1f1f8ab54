"""Headlines and decks that are text, by their length or beside another: nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable

from newsgrep.ingest.extract.body.paragraphs import paragraphs_of
from newsgrep.ingest.extract.head.head_mail import SUBJECT
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


def with_subject(text: str, title: str, claims: Iterable[Claim]) -> str:
    """``text`` with the subject of its message below it, where that is said nowhere else.

    Who passes an article on has a subject of their own, and the article its headline.
    """
    subjects = [c.value for c in claims if c.field == "title" and c.origin in _SUBJECTS]
    for subject in dict.fromkeys(map(clean_text, subjects)):
        if letters(subject) not in letters(f"{title}\n{text}"):
            text = f"{text}\n\n{subject}".lstrip()
    return text


_SUBJECTS = ("Subject", SUBJECT)
"""Of the headers of a message, and of its head in a text."""
