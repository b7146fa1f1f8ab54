"""The signature below an article that has no byline: names, and what pages leave below them."""

from __future__ import annotations

import re
from itertools import islice

from newsgrep.ingest.extract.body.trailer import is_trailer
from newsgrep.ingest.extract.head.filled_lines import filled_from_end
from newsgrep.ingest.extract.head.head_words import is_furniture
from newsgrep.ingest.extract.head.interface_words import is_of_interface
from newsgrep.ingest.extract.head.unheard import is_given_and_family, is_unheard
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.ingest.extract.names.personal_names import is_name
from newsgrep.ingest.raw_document import Claim

_LAST = 6
"""Lines with words at the end among which a signature stands."""
_LONGEST, _LONGEST_NOTICE = 90, 200
_SIGNED = re.compile(
    r"(?:\(?(?:signed|sgd\.?|gez\.|signé|firmado|firmato|a firma di|podpis)\)?:?\s+"
    r"|(?:teksti|text[eo]?|tekst|testo|texto)\s*:?\s+(?:di|de|von|av|af)?\s*)(?=[A-ZÀ-Ý])",
    re.IGNORECASE,
)
"""What leads to the name: ``(signed) Ann Poe``, ``teksti Ann Poe, kuva Jo Wu``."""
_PICTURES = re.compile(
    r"[,;|/]\s*(?:kuvat?|fotos?|photos?|bild(?:er)?|foto's|zdjęcia|grafik|graphics?)\b.*$",
    re.IGNORECASE,
)
_PLACE = re.compile(r",\s+[A-ZÀ-Ý][\w-]+(?: [A-ZÀ-Ý][\w-]+)?$")
"""``Ann Poe, Berlin``."""
_IN_FULL = re.compile(r"(?:[A-ZÀ-Ý]\.\s?){1,3}[A-ZÀ-Ý][\w’'-]+ \(([A-ZÀ-Ý][^()]{4,50})\)")
"""``A. Poe (Ann Poe)``."""
_MAIL = re.compile(r"<?[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?")
_RIGHTS = re.compile(
    r"\b(?:rights reserved|rechte vorbehalten|rechten voorbehouden|droits réservés|skyddade"
    r"|derechos reservados|direitos reservados|diritti riservati|upphovsrätt\w*)\b|^Źródło:",
    re.IGNORECASE,
)


def signature_below(lines: list[str], end: int) -> tuple[Claim, int] | None:
    """The author signed below the text that begins at ``end``, and the signature's line."""
    for at in islice(filled_from_end(lines, end), _LAST):
        line = lines[at].strip()
        if len(line) > _LONGEST:
            if is_trailer(line) or (len(line) <= _LONGEST_NOTICE and _RIGHTS.search(line)):
                continue
            return None  # the text: as most last lines, told without much ado
        if _stands_below(line):
            continue
        name = _signer(line)
        if is_place(name):
            return None
        led = _SIGNED.match(line) is not None and is_name(name)
        if not (led or is_given_and_family(name)) or not stands_alone(name, lines, at):
            return None
        return Claim("authors", name, f"signature, line {at + 1}", 0.72), at
    return None


def stands_alone(name: str, lines: list[str], at: int) -> bool:
    """Whether the name in the line ``at`` is apart from the text, and the text does not have it."""
    return not lines[at - 1].strip() and is_unheard(name, lines, at)


def _stands_below(line: str) -> bool:
    """Whether a line is of what stands below a signature: its address, rights, buttons."""
    return (
        is_trailer(line)
        or is_furniture(line)
        or is_of_interface(line)
        or _MAIL.fullmatch(line) is not None
        or _RIGHTS.search(line) is not None
        or (line[0] in "([>_" and _SIGNED.match(line) is None)
    )


def _signer(line: str) -> str:
    full = _IN_FULL.fullmatch(line)
    if full is not None:
        return full[1]
    name = _SIGNED.sub("", line.strip(" ~*_—–-"), count=1)
    return _PLACE.sub("", _PICTURES.sub("", name)).strip(" .")
