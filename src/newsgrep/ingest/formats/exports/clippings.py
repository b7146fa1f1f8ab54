"""Clippings that a line with paper and date opens or follows: APA and Mediargus (GoPress).

APA: ``"Kurier" vom 23.10.2017 Seite: 2``, of a broadcast ``ZIB 2 vom 20.03.2013 22.00 Uhr``, the
department, the headline, the text. Mediargus:
``12. Headline``, and below ``De Morgen, woensdag 30 november 2011, p. 23, 853w.``
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex

_APA = regex(
    r'^[ \t]*(?:"(?P<source>[^"\n]{2,60})"|(?P<programme>[^"\n]{2,60}?)(?: \d\d[:.]\d\d)?'
    r"(?= vom \d\d\.\d\d\.\d{4} \d\d[.:]\d\d Uhr[ \t]*$))(?: Nr\. ?\S+)? (?:vom|gefunden am) "
    r"(?P<date>\d\d\.\d\d\.\d{4}(?: \d\d[.:]\d\d)?)(?: Uhr)?(?:[ \t]+Seite:?[^\n]*)?[ \t]*$", re.M,
)  # fmt: skip
_MEDIARGUS = regex(
    r"^\W?(?P<number>\d{1,5})\. (?P<title>[^\n]+)\n(?:[ \t]*\n)*"
    r"(?P<source>[^\n,]{2,60}), (?:\w+ )?(?P<date>\d{1,2} \w+ \d{4})(?:, [^\n]*)?, \d+w\.[ \t]*$",
    re.M,
)
_DEPARTMENT = regex(r"[ \t]*Ressort:[ \t]*(.*)\n?")
_EDITION = regex(r"(?:Abend|Morgen|Nacht)[ \t]*\n")
_FEWEST = 2
"""Clippings in the beginning of a file from which on it is one of them."""


def wrote(sample: str) -> bool:
    """Whether a text that begins so is a file of such clippings."""
    if '" vom ' in sample or '" gefunden am ' in sample or " Uhr\n" in sample:
        return len(_APA.findall(sample)) >= _FEWEST
    return "w.\n" in sample and len(_MEDIARGUS.findall(sample)) >= _FEWEST


def split(text: str) -> Iterator[RawDocument]:
    """The articles of a file, each with its character range in the text."""
    pattern = _APA if _APA.search(text) is not None else _MEDIARGUS
    marks = list(pattern.finditer(text))
    for number, mark in enumerate(marks, start=1):
        end = marks[number].start() if number < len(marks) else len(text)
        found = mark.groupdict()
        source = found["source"] or found["programme"]
        body = text[mark.end() : end].lstrip("\n")
        claims = [
            Claim("source", source.strip(), "clipping's source line", 0.93),
            Claim("date", found["date"], "clipping's source line", 0.95),
        ]
        title = found.get("title") or ""
        if not title:
            department = _DEPARTMENT.match(body)
            if department is not None:
                claims.append(Claim("section", department[1].strip(), "clipping's Ressort", 0.85))
                body = body[department.end() :]
            title, _, body = _EDITION.sub("", body.lstrip()).lstrip().partition("\n")
        claims.append(Claim("title", title.strip(), "clipping's headline", 0.9))
        part = f"characters {mark.start()}-{end}"
        yield RawDocument(Form.PROSE, body.strip().rstrip("_ \n"), tuple(claims), number, part)
