"""Names of people as bylines write them."""

from __future__ import annotations

import re

from newsgrep.extract.agencies import agency

_PARTICLES = frozenset(
    "de del da do dos das di du van von der den ten la le el al bin ibn y e of ter zu".split()
)
_TITLES = re.compile(r"^(?:dr|mr|mrs|ms|prof|sir|lic|ing)\.?\s+", re.IGNORECASE)
_EMAIL = re.compile(r"\S+@\S+|(?<!\w)@\w+")
_BRACKETED = re.compile(r"[(\[].*?[)\]]")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_ROLE = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|news|service|contributor|contributing|desk"
    r"|special|to the|columnist|bureau|chief|producer|photographer|redacci[oó]n|corresponsal"
    r"|enviado|agencias?|times|post|tribune|press|herald|guardian|today|journal|chronicle|media)\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s*(?:,|;|\||/|&|·|•|\band\b|\bund\b|\bet\b|\bwith\b|\bcon\b|\s[yei]\s)\s*",
    re.IGNORECASE,
)


def set_right(name: str) -> str:
    """A name in capitals set as names are: ``JANE O'DOE`` → ``Jane O'Doe``; others as they are."""
    if not (name.isupper() or name.islower()):
        return name
    words = []
    for at, word in enumerate(name.lower().split()):
        if at and word in _PARTICLES:
            words.append(word)
            continue
        word = re.sub(r"(^|[-’'.])([^\W\d_])", lambda m: m.group(1) + m.group(2).upper(), word)
        word = re.sub(r"^Mc([a-z])", lambda m: "Mc" + m.group(1).upper(), word)
        words.append(word)
    return " ".join(words)


def is_name(text: str) -> bool:
    """Whether ``text`` has the shape of a person's name: two to six capitalised words."""
    words = text.split()
    if not 1 <= len(words) <= 6 or len(text) > 60:
        return False
    capitalised = 0
    for word in words:
        if _WORD.fullmatch(word) is None:
            return False
        if word[0].isupper():
            capitalised += 1
        elif word.lower() not in _PARTICLES:
            return False
    return capitalised >= (2 if len(words) > 1 else 1)


def names_in(text: str) -> list[str]:
    """The authors that a byline names (the ``By`` taken off); empty where it names none.

    Agencies count as authors; roles, e-mail addresses and brackets are left out.
    """
    text = _BRACKETED.sub(" ", _EMAIL.sub(" ", text))
    found: list[str] = []
    for piece in _SEPARATOR.split(text):
        piece = _TITLES.sub("", piece.strip(" .,-–—:*\t")).strip()
        if not piece:
            continue
        signed = agency(piece)
        if signed:
            name = signed
        elif _ROLE.search(piece) or not is_name(piece):
            if not found:
                return []
            continue
        elif len(piece.split()) == 1 and found:
            continue  # what is left of a place or paper: "By Jane Doe, London"
        else:
            name = set_right(piece)
        if name not in found:
            found.append(name)
    return found
