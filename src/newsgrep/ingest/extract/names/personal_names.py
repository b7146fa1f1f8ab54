"""Names of people as bylines write them."""

from __future__ import annotations

import re

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.text.given_names import is_given_name

_PARTICLES = frozenset(
    """de del della degli dello dal dalla da do dos das di du des van von der den ten la las los le
    el al bin bint ibn abu ould ben y e of ter te op zu zum zur vom av af wa mac ap san dit d i
    't""".split()
)
_MIXED = re.compile(r"\b(?:Mc|Mac|La|Le|De|Di|Da|Du|Del|Van|Von|Fitz)(?=[A-Z]{2})")
"""In names in capitals: ``LARRY McDOE``, ``ANN LaDOE``."""
_TITLES = re.compile(
    r"^(?:the\s+)?(?:dra?|mr|mrs|ms|prof|sir|lic|ing|rev|hon|msgr)\.?\s+", re.IGNORECASE
)
_ELIDED = re.compile(
    r"[a-z]{1,4}[’'][A-ZÀ-Ý][\w’'.-]*"
    r"|(?:a[ldnrstz]|ash|el|ul|ud|bin|ben|ibn|abu|de|la|le|van|von)-[A-ZÀ-Ý][\w’'.-]*"
)
"""``d'Emilio``, ``dell'Utri``, ``al-Poe`` without its capital."""
_CALLED = re.compile(r"“[^\W\d_][\w’'.-]*”|\"[^\W\d_][\w’'.-]*\"|[‘'][^\W\d_][\w.-]*[’']")
"""What somebody is called by friends, between the other names: ``Ann “Annie” Poe``."""
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


_SUFFIX = re.compile(r",\s*(?=(?:[Jj][Rr]|[Ss][Rr]|II|III|IV)\b)")


def suffixes_joined(text: str) -> str:
    """Names with what stands behind a comma and belongs to them: ``Poe, Jr.`` → ``Poe Jr.``."""
    return _SUFFIX.sub(" ", text)


def with_its_stop(name: str, text: str) -> str:
    """A name with the full stop of its *Jr.*, where ``text`` has it so."""
    junior = name.endswith((" Jr", " Sr")) and f"{name[-2:]}." in text
    return f"{name}." if junior else name


def set_right(name: str) -> str:
    """A name in capitals set as names are: ``JANE O'DOE`` → ``Jane O'Doe``; others as they are."""
    if not (name.isupper() or name.islower() or _MIXED.sub("X", name).isupper()):
        return name
    words = []
    for at, written in enumerate(name.split()):
        mixed = _MIXED.match(written)
        if mixed is not None:
            words.append(mixed[0] + set_right(written[mixed.end() :]))
            continue
        word = written.lower()
        if at and word in _PARTICLES:
            words.append(word)
            continue
        word = re.sub(r"(^|[-’'.])([^\W\d_])", lambda m: m.group(1) + m.group(2).upper(), word)
        word = re.sub(r"^Mc([a-z])", lambda m: "Mc" + m.group(1).upper(), word)
        words.append(word)
    return " ".join(words)


def is_name(text: str) -> bool:
    """Whether ``text`` has the shape of a person's name: two to six capitalised words.

    Particles and elisions may be small (``wa Thiong'o``, ``d'Emilio``), and all words where the
    first is known as a given name.
    """
    words = text.split()
    if not 1 <= len(words) <= 6 or len(text) > 60:
        return False
    if words[0] == "A" and len(words) > _AFTER_ARTICLE and min(map(len, words[1:])) > 1:
        return False  # "A New Chapter Begins": a heading, and no initial
    capitalised = 0
    for word in words:
        if _WORD.fullmatch(word) is None and word != "'t":
            if _CALLED.fullmatch(word) is None or word in (words[0], words[-1]):
                return False
            word = word[1:-1]
        if word[0].isupper() or _ELIDED.fullmatch(word):
            capitalised += 1
        elif word.lower() not in _PARTICLES:
            return _is_small_name(words)
    return capitalised >= (2 if len(words) > 1 else 1) or (
        capitalised == 1 and len(words) > 1 and is_given_name(words[0])
    )


_AFTER_ARTICLE = 3


def _is_small_name(words: list[str]) -> bool:
    """Whether words without capitals are a name: ``viktor hedlund``."""
    return 2 <= len(words) <= 3 and " ".join(words).islower() and is_given_name(words[0])


_INVERTED = re.compile(r"([^\W\d_][\w’'. -]{1,30}),\s+([^\W\d_][\w’'. -]{1,30})")


def turned(text: str) -> str:
    """Names with the family name first in their usual order: ``Poe, Anna`` → ``Anna Poe``.

    Several are parted by semicolons. Other texts are as they were.
    """
    parts = [part.strip() for part in text.split(";") if part.strip()]
    found: list[str] = []
    for part in parts:
        match = _INVERTED.fullmatch(part)
        if match is None:
            return text
        family, given = match[1].strip(), match[2].strip()
        first = given.split()[0]
        known = is_given_name(first) or re.fullmatch(r"[^\W\d_]\.", first) is not None
        lone = len(family.split()) == 1 or family.split()[0].lower() in _PARTICLES
        if not (known and lone and len(given.split()) <= 2) and not (lone and len(parts) > 1):
            return text
        found.append(f"{given} {family}")
    return "; ".join(found)


def names_in(text: str) -> list[str]:
    """The authors that a byline names (the ``By`` taken off); empty where it names none.

    Agencies count as authors; roles, e-mail addresses and brackets are left out.
    """
    text = turned(suffixes_joined(_BRACKETED.sub(" ", _EMAIL.sub(" ", text))))
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
            name = with_its_stop(set_right(piece), text)
        if name not in found:
            found.append(name)
    return found
