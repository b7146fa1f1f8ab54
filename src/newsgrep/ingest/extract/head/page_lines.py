"""Lines that pages, lists and programs put above a headline: a word or two, a button, a stamp."""

from __future__ import annotations

import re

from newsgrep.ingest.extract.head.asked_often import asked_often
from newsgrep.ingest.extract.head.head_words import is_section
from newsgrep.ingest.extract.head.interface_words import is_of_interface

_FEW = 3
"""Words that a headline seldom has."""
_LONGEST = 30
_LONGEST_UNPARTED = 6
"""And characters of such a line; in scripts that part no words."""
_UNPARTED = re.compile("[\u2e80-\u9fff]")
_STAMPS_BEGIN = re.compile(
    r"\W*(?:\(button\)|\d{1,2}[.)]\s|#\w|name\s?:\s*_|tip: to quickly|this is google['’]s cache"
    r"|(?:online|web|print|digital) edition of\b|go to .{3,30} home ?page\W*$)"
    r"|(?:home|news|[a-z]{3,15})\s?\|\s?[a-z ]{3,30}$|box \d+, folder \d+|\[\w{2,12}\]$"
    r"|(?:full|article) text (?:for|below)\b.*:$|sent from my \w+|re: |\[page \w+\]$"
    r"|\[congressional record\b|from the congressional record\b|\[extensions of remarks\]"
    r"|newspaper clipping, \d+ p|join date:|posts: [\d,]+$|senior member$"
    r"|article réservé|\S{1,14} homepage$|(?:show|hide|toggle) caption$"
    r"|(?:revues? de presse|media monitoring|press (?:clippings?|review|cuttings?)|presse(?:schau"
    r"|spiegel)|rassegna stampa|revista de prensa|resumen de prensa|clipping|leitura do dia"
    r"|lectura del día|archivio ritagli|leikearkisto|knipselkrant|pressklipp|przegląd prasy)\b"
    r"|(?:reenviado|forwarded|weitergeleitet|transféré|inoltrato|encaminhad[oa]|doorgestuurd)\b"
    r"|downloading\b|categor[íi]as?: |\d{3}\s+\S.*\s{4,}\S.*\d{4}$|dit is een artikel uit het\b"
    r"|values your feedback\b|\S{2,8}(?:\s?[>›»]\s?\S{2,12}){2,}$"
    r"|[A-Z][\w ]+, [A-Z][\w ]+ County, [A-Z][\w ]+$|continue reading the main story$"
    r"|浏览协助$|browse issues$|https?://\S+ \(button\)|clipping di[áa]rio\b|dossier de prensa\b"
    r"|article #?\d+$|(?:#\w[\w-]*\s*)+$|case \d{1,2}:\d\d-|-[A-Z][\w ]+-$|[^.]*\|[^.]*\|"
    r"|article of the (?:day|week|month)\b",
    re.IGNORECASE,
)
"""What a program, a court or a list stamps on what passes through it: how such lines begin."""
_STAMPS_HAVE = re.compile(
    r"_{4,}|\s·\s|\s→\s|\bctrl\b|\bpage \d+ of \d+|:\s?views$|\bago$|search for:?\s*\["
    r"|has sent you an? (?:article|story|link)\b|\bgebruiker \d+$|values your feedback$"
    r"|\bprinter friendly\b|\bjump to (?:story|main|article)\b|\bsend this article\b",
    re.IGNORECASE,
)
"""What such lines have anywhere."""
_STAMP_WORDS = (
    "____", "·", "→", "ctrl", "page ", "views", "ago", "search for", "has sent you", "gebruiker",
    "values your", "printer friendly", "jump to", "send this",
)  # fmt: skip
"""One of which stands in each of these; most lines have none, and are not searched."""
_LONGEST_STAMP = 180
_ITEMS, _MOSTLY = 3, 0.7
_PARTED = re.compile(r"[\s|/·•,>»&]+")
_LEAST, _LONGEST_TITLE = 15, 200


@asked_often
def is_stamp(line: str) -> bool:
    """Whether a line was put there by a program, or is one of its buttons."""
    if len(line) > _LONGEST_STAMP:
        return False
    text = line.strip()
    if _STAMPS_BEGIN.match(text) is not None:
        return True
    lowered = text.lower()
    has_word = any(map(lowered.__contains__, _STAMP_WORDS))
    return has_word and _STAMPS_HAVE.search(text) is not None


@asked_often
def is_of_page(line: str) -> bool:
    """Whether a line is of what stands around articles rather than one of its own."""
    text = line.strip()
    if is_stamp(text) or is_of_interface(text) or _is_menu(text):
        return True
    unparted = _UNPARTED.search(text) is not None
    longest = _LONGEST_UNPARTED if unparted else _LONGEST
    return len(text.split()) <= _FEW and len(text) <= longest


def _is_menu(text: str) -> bool:
    """Whether a line is the sections of a site: ``News World Americas US politics``."""
    if len(text) > _LONGEST_STAMP or text[-1:] in ".!?":
        return False
    words = [word for word in _PARTED.split(text) if word]
    if len(words) < _ITEMS:
        return False
    unknown = 0
    for word in words:
        unknown += not (is_of_interface(word) or is_section(word))
        if len(words) - unknown < _MOSTLY * len(words):
            return False
    return True


_CAPTION = re.compile(
    r"[(\[][^()\[\]]*(?:/|\b[Pp]hoto|\b[Ii]mage|Getty|REUTERS)[^()\[\]]*[)\]]\W*$"
)
"""What a caption ends with."""
_CREDITED = re.compile(
    r"[.!?][\"”’]?\s+(?:[Ff]ile )?(?:[Pp]hoto|[Ff]oto|[Ii]mage|[Pp]icture|[Pp]ic)s?"
    r"(?: (?:by|credit|courtesy))?\s?[:/]\s?[A-ZÀ-Ý][\w .,/&’'-]{1,50}$"
)
"""``… in Orlo. Photo: Ann Poe``."""


def is_caption(line: str) -> bool:
    """Whether a line ends as the captions of pictures do: ``(Ann Poe/The Courier)``."""
    text = line.rstrip()
    return text[-1:] in ")]" and _CAPTION.search(text) is not None


def is_credited(line: str) -> bool:
    """Whether a line ends in who made the picture below which it stands."""
    text = line.rstrip()
    return _CREDITED.search(text, max(0, len(text) - _LONGEST_CREDIT)) is not None


_LONGEST_CREDIT = 80


def is_titled(line: str) -> bool:
    """Whether a line has the length and the end of a headline."""
    text = line.strip()
    if is_caption(text) or is_credited(text):
        return False
    unparted = _UNPARTED.search(text) is not None
    words = len(text.split())
    long_enough = len(text) > _LONGEST_UNPARTED if unparted else words > _FEW
    return (
        long_enough
        and _LEAST <= len(text) * (1 + unparted) <= _LONGEST_TITLE
        and (text[-1] not in ".:;,。" or text.endswith(("...", "U.S.", "U.K.", "U.N.")))
    )


_PICTURE_CREDIT = re.compile(
    r"\s*\((?![^)]*\d)(?!(?i:by|von|par|por|di)\s)[^()/|]{3,50}/[^()/|]{2,40}\)\s*"
    r"|\s*[A-ZÀ-Ý][\w.’'-]*(?: [A-ZÀ-Ý][\w.’'-]*){0,3} ?/ ?"
    r"(?:AP|AFP|REUTERS|Reuters|Getty(?: Images)?|GETTY|Bloomberg|EPA|PA|dpa|Shutterstock|STUFF"
    r"|Anadolu)(?: [\w/ ]{1,30})?\s*"
    r"|\s*(?:REUTERS|AP|AFP|PA)/[A-Z][\w .’'-]{3,40}|\s*[A-ZÀ-Ý .’'-]{6,40} VIA [A-Z ]{4,20}\s*"
)


def is_picture_credit(line: str) -> bool:
    """Whether a line in brackets says whose a picture is: ``(Ann Poe / The Harbour Times)``."""
    may_be = "/" in line or " VIA " in line
    return may_be and len(line) <= 100 and _PICTURE_CREDIT.fullmatch(line) is not None
