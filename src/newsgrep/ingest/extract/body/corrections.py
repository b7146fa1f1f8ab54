"""Corrections, updates and retractions that an article carries."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsgrep.text.sentences import sentences

_NOTE = re.compile(
    r"""(?:^|\n)\W{0,4}(?P<note>
      (?:corrections?(?:\ (?:appended|and\ clarifications?))?|clarifications?|corrected
        |errat(?:um|a)|fe\ de\ erratas
        |rectificaci[oó]n|correcci[oó]n|rectificatif|korrektur|berichtigung|richtigstellung
        |errata\ corrige|rettifica|corre[cç][aã]o|errata)
      (?:\s*[:–—-]|\s*\(|,?\ (?:\w+\.?\ \d{1,2}|\d{1,2}\ \w+)|\n)
    | (?:editor|editors)['’]?s?['’]?\ note\s*[:–—-]
    | (?:this|an\ earlier\ version\ of\ this|a\ previous\ version\ of\ this)\ (?:story|article|post
        |report|piece|version)\ (?:has\ been|was|is|incorrectly|misstated|misidentified|originally|
        initially|included|stated|said|gave|omitted)\b
    | this\ (?:story|article|report|post)\ (?:has\ been|was)\ (?:corrected|retracted|withdrawn)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_UPDATE = re.compile(
    r"""(?:^|\n)\W{0,4}(?P<note>
      (?:update|updated|updates|actualizaci[oó]n|actualizado|mise\ à\ jour|aktualisiert
        |aggiornamento|atualiza[cç][aã]o)
      (?:\s*[:–—-]|\s*\(|\ (?:at|on)\b|\ \d|\ with\b|,?\ (?:\w+\.?\ \d{1,2}|\d{1,2}\ \w+))
    | this\ (?:story|article|report|post)\ (?:has\ been|was)\ updated\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_TELLS_OF_UPDATE = re.compile(r"\b(?:updated|update)\b", re.IGNORECASE)
_TELLS_OF_CORRECTION = re.compile(
    r"\b(?:correct(?:ed|ion|s)?|incorrect(?:ly)?|misstated|misidentified|misspelled|retract(?:ed|ion)"
    r"|withdrawn|clarif(?:y|ied|ication)|error|erratum|wrong(?:ly)?|amended|removed|mistake"
    r"|earlier version|previous version)\b",
    re.IGNORECASE,
)
# Looked for first: all the patterns need one of these, and finding none is quick.
_HINTS = (
    "orrect", "ORRECT", "pdate", "PDATE", "ditor", "larif", "rrat", "version of th", "ectific",
    "erichtig", "ichtigst", "orrektur", "ktualis", "ctualiz", "mise à jour", "etract", "withdrawn",
    "ettifica", "ggiornam", "orreç", "orreç",
)  # fmt: skip
# And one of these opens the line.
_OPENS = re.compile(
    r"\W{0,4}(?:corr|clar|errat|fe de|recti|berich|richtig|rettif|korrek|editor|this|an earl"
    r"|a prev|updat|actual|mise|aktual|aggior|atual)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
MAX_SENTENCE = 400


@dataclass(frozen=True, slots=True)
class Changes:
    """The sentences that tell of a correction and of an update; empty where there are none."""

    correction: str = ""
    update: str = ""


def changes_in(text: str) -> Changes:
    """What ``text`` says of its own corrections and updates.

    An *Editor's note* counts where it speaks of an error or an update; others are asides.
    """
    if not any(map(_OPENS.match, text.split("\n"))) or not any(hint in text for hint in _HINTS):
        return Changes()
    correction = update = ""
    for match in _NOTE.finditer(text):
        sentence = _sentence_at(text, match.start("note"))
        opening = match["note"].lower()
        if opening.startswith(("editor", "this", "an ", "a ")):
            if _TELLS_OF_CORRECTION.search(sentence):
                correction = correction or sentence
            elif _TELLS_OF_UPDATE.search(sentence):
                update = update or sentence
        elif "\n" not in match["note"] or _SENTENCE_END.search(sentence) is not None:
            correction = correction or sentence  # and no item of a menu
    if not update:
        updated = _UPDATE.search(text)
        if updated is not None:
            update = _sentence_at(text, updated.start("note"))
    return Changes(correction, update)


def _sentence_at(text: str, start: int) -> str:
    end = text.find("\n\n", start)
    paragraph_end = len(text) if end < 0 else end
    if paragraph_end - start < 25 and end >= 0:
        # "Correction" on a line of its own: what follows is the note.
        following = text.find("\n\n", end + 2)
        paragraph_end = len(text) if following < 0 else following
    for first, last in sentences(text, start, min(paragraph_end, start + 2000)):
        sentence = " ".join(text[first:last].split())
        if len(sentence) > 25 or last >= paragraph_end:
            return sentence[:MAX_SENTENCE]
    return " ".join(text[start:paragraph_end].split())[:MAX_SENTENCE]
