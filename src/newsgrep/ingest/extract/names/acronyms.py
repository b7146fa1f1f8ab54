"""Acronyms with the long forms that an article gives for them.

A. Schwartz and M. Hearst, *A simple algorithm for identifying abbreviation definitions in
biomedical text* (Pacific Symposium on Biocomputing, 2003): a short form in brackets behind its
long form, or the other way round, matched letter by letter from the right.
"""

from __future__ import annotations

import re

MAX_LETTERS = 8
_AROUND = " ,<>"
"""What stands beside names: wires put the sign of a firm in angle brackets."""
_BRACKETED = re.compile(r"\(([^()\n]{2,120})\)")
_SHORT = re.compile(r"[A-ZÀ-Ý0-9][\wÀ-ÿ&./-]{1,9}")
_SEAT = re.compile(r"[DRIL]-[A-Z][A-Za-z.]{1,5}")
"""A member's party and state: ``(D-Kan)``, ``(R-TX)``."""
_APART = re.compile(r"[.!?;:\n“”\"()]")
_TRAILING = re.compile(r"[\s,]*(?:or|o|ou|oder|known as|the|for short)[\s,]+$", re.IGNORECASE)


def acronyms_in(text: str) -> tuple[tuple[str, str], ...]:
    """Pairs of an acronym and its long form, each acronym once, in order of definition.

    >>> acronyms_in("the U.S. Drug Enforcement Administration (DEA) said")
    (('DEA', 'Drug Enforcement Administration'),)
    """
    found: dict[str, str] = {}
    for match in _BRACKETED.finditer(text):
        inside = match.group(1).strip(" \"'“”")
        short = re.split(r"[,;]", inside, maxsplit=1)[0].strip()
        if _is_short(short):
            start = max(0, match.start() - 200)
            before = _APART.split(_undotted(text[start : match.start()]))[-1].rstrip()
            long = _long_form(short, before)
        else:
            # "DEA (Drug Enforcement Administration)"
            word = text[max(0, match.start() - 16) : match.start()].rstrip().rsplit(" ", 1)[-1]
            short, long = word.strip("\"'“”(,"), re.sub(r"^[Tt]he ", "", inside)
            if not _is_short(short) or _long_form(short, long) != long or " " not in long:
                continue
        if long:
            found.setdefault(short.replace(".", ""), long)
    return tuple(found.items())


def _undotted(text: str) -> str:
    # "U.S." ends no sentence here.
    return re.sub(r"\b([A-Z])\.(?=[A-Z]\.|\s[A-Z])", r"\1", text).replace("U.S.", "US")


def _is_short(text: str) -> bool:
    """Whether ``text`` has the shape of an acronym: one word, mostly capitals."""
    if _SHORT.fullmatch(text) is None or _SEAT.fullmatch(text) is not None:
        return False
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    if capitals == 1:  # Pemex, Unicef
        return 4 <= len(text) <= MAX_LETTERS and text[0].isupper() and text.isalpha()
    return 2 <= capitals <= MAX_LETTERS and capitals >= len(letters) / 2


_JOINING = re.compile(
    r"(?:of|the|and|for|in|on|to|at|by|from|de|la|las|los|el|del|do|da|dos|das|e|y|o|et|du|des|di"
    r"|della|der|die|den|und|für|van|von|en)\b"
)
"""Words in small letters that no name begins with: ``Office of Fair Trading (OFT)``."""


def _begins(text: str, at: int) -> bool:
    """Whether a word begins at ``at`` that a long form may begin with."""
    if at > 0 and (text[at - 1].isalnum() or text[at - 1] in "'’"):
        return False
    return _JOINING.match(text, at) is None


def _by_initials(letters: list[str], words: list[str]) -> str:
    """The last words whose initials are the letters, but for the small words between them.

    So ``Rubber Research Institute of Malaysia (RRIM)`` keeps its first word.
    """
    at = len(words)
    for letter in reversed(letters):
        at -= 1
        while at > 0 and _JOINING.fullmatch(words[at]) is not None:
            at -= 1
        if at < 0 or words[at][:1].lower() != letter or not words[at][0].isupper():
            return ""
    return " ".join(words[at:]).strip(_AROUND) if len(letters) > 1 else ""


def _long_form(short: str, before: str) -> str:
    """The end of ``before`` that ``short`` abbreviates, or an empty string.

    Every letter of the acronym is found from the right, the first one at the start of a word.
    """
    letters = [c.lower() for c in short if c.isalnum()]
    words_allowed = min(len(letters) + 5, 2 * len(letters))
    before = re.sub(r"(?:['’]s|['’])$", "", _TRAILING.sub("", before))
    words = before.split()[-words_allowed:]
    exact = _by_initials(letters, words)
    if exact:
        return exact
    candidate = " ".join(words)
    lowered = candidate.lower()
    at = len(lowered) - 1
    for number in range(len(letters) - 1, -1, -1):
        letter = letters[number]
        while at >= 0 and (lowered[at] != letter or (number == 0 and not _begins(candidate, at))):
            at -= 1
        if at < 0:
            return ""
        at -= 1
    long = candidate[at + 1 :].strip(_AROUND)
    if len(long) <= len(short) or len(long.split()) < 2 or short.lower() in long.lower().split():
        return ""
    # Capitals tell a name: a long form without them is a chance match of letters.
    capitalised = [word[0].isupper() for word in long.split()]
    if not capitalised[0] and sum(map(_is_plain, long.split())) > 1:
        return ""  # "set up by the Greek Athletics Federation"
    return long if (any if short[1:2].isupper() else all)(capitalised) else ""


def _is_plain(word: str) -> bool:
    """Whether a word in small letters joins no others."""
    return word.islower() and _JOINING.fullmatch(word) is None
