"""Bylines: who wrote it, and what else the line says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.chinese import is_chinese, reporters_in
from newsgrep.ingest.extract.head.credits import with_paper_apart
from newsgrep.ingest.extract.head.korean import korean_reporters_of
from newsgrep.ingest.extract.head.korean_signatures import reporters_behind
from newsgrep.ingest.extract.names.personal_names import names_in, set_right
from newsgrep.text.dates import FoundDate, find_dates, without_weekday

_BY = re.compile(
    r"^[\s*_#>–—-]*(?:by|por|von|par|di|words by|written by|story by|reported by|escrito por"
    r"|text(?:o|e)?(?: by| von| de)?:)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"\((?:reporting|additional reporting|writing|compiled) by ([^;()]{3,160})", re.IGNORECASE
)
_OTHER_WORK = re.compile(r"\b(?:editing|writing|additional reporting|compiled) by\b", re.I)
_PLACE = re.compile(r"\s+(?:in|en|aus|à|desde)\s+((?:[A-ZÀ-Ý][\w’'.-]+\s?){1,4})$")
_LABEL = r"(?:last )?(?:published|posted|updated)"
_BEFORE_DATE = re.compile(
    rf"(?:[\s,|·•–—-]+(?:(?:{_LABEL})(?: on)?|on|le|am|vom|el|il|den|op|på|em|dia|del?)\b:?)\s*$",
    re.IGNORECASE,
)
_LABEL_LAST = re.compile(rf"\s{_LABEL}\b:?\s*$", re.IGNORECASE)
_ROLE_LAST = re.compile(
    r"(?<=\w)\s+(?:journaliste?|journalistin|reporter(?:in)?|redakteur(?:in)?|periodista|giornalista"
    r"|rédact(?:eur|rice)|redactora?|correspondent|correspondante?|korrespondent(?:in)?)\s*$",
    re.IGNORECASE,
)
"""What somebody is, behind the name without a comma."""
MAX_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline gives: authors, and the place and date where it has them."""

    authors: tuple[str, ...]
    place: str
    date: FoundDate | None
    source: str = ""
    """What stands behind a bar: ``By Jane Doe | The Courier``."""


def read_byline(line: str) -> Byline | None:
    """The byline that ``line`` is, or None: ``By A and B in Mexico City``, ``Por …``, ``Von …``.

    A date may be stuck to the last name, and stray commas may follow.
    """
    return _byline(line) if len(line) <= MAX_LENGTH else None


# Several rules ask about the same lines, and the same people write again.
@lru_cache(maxsize=1024)
def _byline(line: str) -> Byline | None:
    opening = _BY.match(line)
    if opening is None:
        return None
    rest = line[opening.end() :]
    found = next(find_dates(rest), None)
    if found is not None:
        before = without_weekday(rest[: found.start]).rstrip(" ,")
        rest = _BEFORE_DATE.sub("", f"{before} ")
    # The date may stand in an element of its own.
    rest = _LABEL_LAST.sub("", rest).strip(" ,|·•–—-\t")
    place_match = _PLACE.search(rest)
    place = ""
    if place_match is not None:
        place, rest = set_right(place_match.group(1).strip()), rest[: place_match.start()]
    rest, _, behind = rest.partition("|")
    authors = names_in(_ROLE_LAST.sub("", rest))
    if len(authors) > 1 and agency(authors[-1]) and re.search(r",\s*[\w ]+$", rest):
        # "By Jane Doe, CNN": where she works, not who else wrote it.
        behind = behind or authors[-1]
        authors = authors[:-1]
    if len(authors) == 1 and not behind:
        name, behind = with_paper_apart(authors[0])
        authors = [name]
    if not authors or (opening.group()[:1].islower() and rest[:1].islower()):
        return None
    return Byline(tuple(authors), place, found, set_right(behind.strip(" ,|·•–—-\t")))


def reporting_credit(text: str) -> list[str]:
    """The reporters named at the foot of a wire story: ``(Reporting by Jane Doe; editing …)``."""
    match = _REPORTING.search(text, max(0, len(text) - 1500))
    korean = reporters_behind(text) or korean_reporters_of(text) if match is None else []
    if korean:
        return korean
    if match is None:
        return reporters_in(text) if is_chinese(text) else _signed_at_end(text)
    reporters = _OTHER_WORK.split(match.group(1), maxsplit=1)[0]
    return names_in(re.sub(r"\b(?:in|from) [A-Z]\w+(?: [A-Z]\w+)*", "", reporters))


_SIGNED = re.compile(
    r"\((?:(?:By|Oleh|Por) |(?:[A-Z]{1,4}\s?[-–]\s?)?autori?: )([^(),;\d]{4,60})"
    r"(?:[,;][^()]{3,120})?\)\W*$"
)


def _signed_at_end(text: str) -> list[str]:
    """The authors whom a text's last line names in brackets: ``(By Ann Poe)``."""
    match = _SIGNED.search(text, max(0, len(text) - 200)) if text.endswith(")") else None
    return names_in(match[1]) if match is not None else []
