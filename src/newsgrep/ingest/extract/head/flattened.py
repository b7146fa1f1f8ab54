"""Heads whose line ends were made full stops: ``By . Ann Poe . PUBLISHED: . 14:11 EST, … . |``.

So programs write pages of the Daily Mail and others, with the text behind it in one line; the
corpus of CNN and Daily Mail stories has 200,000 of them.
"""

from __future__ import annotations

from newsgrep.ingest.extract.head.evidence import Standing
from newsgrep.ingest.extract.head.head_lines import read_line
from newsgrep.ingest.raw_document import Claim, date_claim
from newsgrep.text.dates import find_dates

_END = " . "
_BY = "By"
_STAMPS = {"published:": "date", "updated:": "modified"}
_BEGINS = tuple(
    f"{word}{_END}" for word in (_BY, "PUBLISHED:", "Published:", "UPDATED:", "Updated:")
)
_LONGEST, _LONGEST_PIECE = 600, 90
"""Characters of a head, and of a line of it."""
_ORIGIN = "head in one line"


def flattened_head(text: str) -> tuple[list[Claim], str]:
    """What such a head says, and the text behind it; nothing where there is none."""
    if not text.startswith(_BEGINS):
        return [], text
    claims: list[Claim] = []
    rest = text
    while True:
        word, parted, behind = rest.partition(_END)
        said, parted_again, _ = behind[:_LONGEST].partition(_END)
        if word == "|":
            rest = behind
        elif not (parted and parted_again) or len(said) > _LONGEST_PIECE:
            break
        elif word == _BY:
            found = read_line(f"By {said}", 1, Standing(near=True))
            if not found.is_head or found.unknown:
                break
            claims += [claim._replace(origin=_ORIGIN) for claim in found.claims]
            rest = behind[len(said) + len(_END) :]
        elif word.lower() in _STAMPS and (date := next(find_dates(said), None)) is not None:
            claims.append(date_claim(date, _ORIGIN, 0.9)._replace(field=_STAMPS[word.lower()]))
            rest = behind[len(said) + len(_END) :]
        else:
            break
    return claims, rest
