"""Corpora of Iramuteq, Alceste and Lexico: each text below a line of starred variables.

``**** *source_La_Croix *date_2024-09-11 *author_Ann_Poe *title_Le_quai_rouvre``
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrep.ingest.raw_document import Claim, Form, RawDocument, date_claim
from newsgrep.text.dates import find_dates
from newsgrep.text.lazy_regex import regex

_HEAD = regex(r"^\*{4}((?:[ \t]*\*[^\W\d_][^\W_]*+_[^\n*]*+)++)$", re.MULTILINE)
_VARIABLE = regex(r"\*([^\W\d_][^\W_]*)_([^\n*]*)")
_FIELDS = {
    "source": "source", "journal": "source", "titre": "title", "title": "title",
    "auteur": "authors", "author": "authors", "date": "date", "section": "section",
    "rubrique": "section", "annee": "date", "année": "date", "an": "date", "year": "date",
}  # fmt: skip
_LEAST_TITLE = 8
_MONTH = "0[1-9]|1[0-2]"
_PARTLY = regex(
    rf"(?:(?P<before>{_MONTH})[-/])?(?P<year>1[6-9]\d\d|20\d\d)(?:[-/](?P<after>{_MONTH}))?"
)
"""``date_1969``, ``date_05-2019``."""


def wrote(sample: str) -> bool:
    """Whether a text begins with a line of starred variables."""
    return sample.lstrip("\ufeff \t\r\n")[:5] in ("**** ", "****\t") and bool(_HEAD.search(sample))


def split(text: str) -> Iterator[RawDocument]:
    """The texts of a corpus, each with what its variables say."""
    heads = list(_HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    for number, (head, end) in enumerate(zip(heads, ends, strict=True), start=1):
        claims = tuple(_claims(dict(_VARIABLE.findall(head[1]))))
        titled = any(claim.field == "title" for claim in claims)
        yield RawDocument(
            Form.PROSE if titled else Form.TEXT,
            text[head.end() : end].strip("\n"),
            claims,
            number if len(heads) > 1 else 0,
            f"characters {head.start()}-{end}",
        )


def _claims(variables: dict[str, str]) -> Iterator[Claim]:
    """What the variables of one text claim: blanks and signs are written as ``_`` there."""
    for name, raw in variables.items():
        field = _FIELDS.get(name.lower(), "")
        value = " ".join(raw.replace("_", " ").split())
        origin = f"variable *{name}"
        if field == "date":
            found = next(find_dates(value.replace(" ", "-")), None)
            partly = _PARTLY.fullmatch(value.replace(" ", "-"))
            if found is not None:
                yield date_claim(found, origin, 0.95)
            elif partly is not None:
                month = partly["before"] or partly["after"]
                yield Claim("date", partly["year"] + (f"-{month}" if month else ""), origin, 0.8)
        elif field == "authors" and " " in value:
            yield Claim("authors", value.title() if value.islower() else value, origin, 0.8)
        elif field == "source" and value:
            yield Claim("source", value.title() if value.islower() else value, origin, 0.8)
        elif (field == "title" and len(value) >= _LEAST_TITLE) or (field == "section" and value):
            yield Claim(field, value, origin, 0.7)
