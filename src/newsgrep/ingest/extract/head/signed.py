"""Authors as containers give them: columns, tags, labels; every way that databases write names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.korean import korean_reporters
from newsgrep.ingest.extract.head.publications import publication
from newsgrep.ingest.extract.head.roles import PAPER, ROLE, is_person, without_work
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.ingest.extract.names.personal_names import (
    names_in,
    set_right,
    suffixes_joined,
    with_its_stop,
)
from newsgrep.text.given_names import is_given_name
from newsgrep.text.lazy_regex import regex
from newsgrep.text.placeholders import NOBODY

_BY = regex(
    r"^\s*(?:(?:by|por|von|par|di|door|af|av|przez|author|autor|auteur|signature)\b:?\s+"
    r"|de notre\s+|aus [^\d,;]{2,40}? berichte\w*\s+)(?=\S)", re.I,
)  # fmt: skip
_CREDIT = regex(
    r"^\W*(?:(?:(?:guest )?(?:posted|published|written|submitted|created|contributed|authored"
    r"|report(?:ed)?|reviewe?d?|analysis|opinion|commentary|perspective|story|words|text|article"
    r"|interview|column|post|photos?|compiled|edited|produced)(?: post)?) by"
    r"|(?:eingestellt|veröffentlicht|erstellt|geschrieben|verfasst|gepostet|publiziert|hochgeladen"
    r"|pressemitteilung|(?:ein )?(?:gast)?(?:beitrag|kommentar)|artikel|text|analyse|interview"
    r"|meldung) von"
    r"|(?:propos |texte )?(?:recueillie?s?|publiée?|postée?|écrite?|rédigée?|article|texte"
    r"|entretien|propos) par"
    r"|(?:publicad[oa]|escrit[oa]|postad[oa]|enviad[oa]|texto) por"
    r"|(?:pubblicato|scritto|postato|inserito) da"
    r"|(?:geplaatst|geschreven|gepubliceerd) door|(?:publicerad|skriven|skrevet|skrivet) av"
    r"|(?:opublikowan[ey]|napisan[ey]) przez|from)\b:?\s+"
    r"(?!(?:the|our)\b)(?:der |dem |la |el )?(?=\S)"
    r"|^\s*(?:interview|protokoll|text|texte|texto|reportage|foto|photo|bericht)\s*:\s*"
    r"(?=\S)", re.I,
)  # fmt: skip
"""What may stand before the ones who wrote it."""
_TITLE = regex(r"^(?:the\s+)?(?:dra?|mr|mrs|ms|prof|rev)\.?\s+", re.I)
_TAIL = regex(r"(?:\s*twitter|\s+updated|\s*\d+ min read|\s+follow)\s*$", re.I)
"""What may stick to the last of them."""
_NOBODY = regex(
    r"(?:from |by |van |von )?(?:"
    r"(?:our|an?|onze|unsere?[mnr]?|nuestr[oa]s?|notre|nos)\s[^,;]*\b(?:correspond[ae]nts?|staff"
    r"|reporters?|writers?|desk|korrespondent\w*|corresponsal\w*|redact\w+|redaktion"
    r"|verslaggever\w*|mitarbeiter\w*)\b[^,;]*"
    r"|(?:staff|wires?|news|agency|agencies)(?:(?:,| and| &| or|/) ?(?:staff|wires?|news|agency"
    r"|agencies))* (?:reports?|services?|writers?)"
    r"|[^\s,;]+ (?:staff|(?:staff )?reports?)|our\b.*|[\W_]*"
    r"|[^,;]{2,40} (?:reporters|correspondents|news ?room|(?:news|web|online) ?desk)"
    r"|(?:dpa|afp|ap|reuters|epa|apa|efe|ansa|sda|tass|stt|ritzau|belga)[ -](?:correspondents?"
    r"|reporters?|staff|journalists?|writers?|bureau|korrespondent(?:en)?))"
    rf"|(?:{NOBODY})", re.I,
)  # fmt: skip
"""Bylines that name nobody: ``From our Correspondent``, ``Staff and wire reports``, ``admin``."""
_ADDRESSED = regex(r"^\s*\S+@\S+\s*\((?P<name>[^()]+)\)\s*$")
_ADDRESS = regex(
    r"[<(\[]?\s*(?:mailto:)?[\w.+-]+@[\w.-]+\w\s*[>)\]]?"
    r"|(?:\bfollow\s+)?(?<!\w)@\w+(?:\s+on\s+(?:twitter|instagram|facebook|x)\b)?", re.I,
)  # fmt: skip
_IS_ADDRESS = regex(r"https?:|www\.|[\w.-]+\.\w{2,6}/\S*$", re.IGNORECASE)
_IS_DATE = regex(r"am \d", re.IGNORECASE)
_FULL_STOP = regex(r"(?<=[a-z]{4})\.\s+(?=[A-ZÀ-Ý])")
"""Behind a name, not behind an initial or a title."""
_LINK = regex(r"(?<=\s)https?://\S+")
_BRACKETED = regex(r"\s*\([^()]*(?:\)|$)")
_WORK = regex(r"^(?:also )?(?:compiled|edited|reported|written) by\s+", re.I)
_STAFF = regex(r"\bstaff\b", re.I)
_STATE = regex(r"^(?:[NS]\.[CD]|N\.[HJMY]|R\.I|D\.C|W\.Va)\.\s+(?=\S+\s+\S)")
_WORD = r"[^\W\d_][\w’'.-]*"
_PARTICLE = r"(?:(?:van|von|de|del|della|der|den|di|da|dos|du|la|le|el|al|ter|bin|ibn)\s+)*"
_INVERTED = regex(
    rf"(?P<family>(?i:{_PARTICLE}){_WORD}(?:[ -]{_WORD})?),\s+(?P<given>{_WORD}(?: {_WORD}){{0,2}})"
)
_BEHIND = regex(
    r"\s+(?:[Ff]or the|[Ff]or|in|en|aus|à|desde|at|via)\s+(?=[A-ZÀ-Ý]).*$"
    r"|\s*;?\s*(?:reporting|additional reporting|contributed reporting)\b.*$"
    r"|\s+contributed (?:reporting|to)\b.*$"
    r"|\s+of the [A-ZÀ-Ý].*$"
)
_BETWEEN = regex(
    r"\s*(?:[;|\n/]|,(?!\s*(?:jr|sr|ii|iii|md|phd)\b)|\s&\s|\band\b|\bund\b|\bet\b|\ben\b|\bog\b"
    r"|\boch\b|\bwith\b|\bcon\b|\s[ye]\s)\s*", re.I,
)  # fmt: skip
_SLUG = regex(r"([a-zà-ÿ]{2,})(?:[-_][a-zà-ÿ]{2,}){1,3}")
"""``ann-poe``: an author as sites have them in addresses."""
_KOREAN_PLACE = regex(
    r"(?<![\uac00-\ud7a3])[\uac00-\ud7a3]{2,6}\s?=\s?(?=[\uac00-\ud7a3]{2,4}\s?(?:선임|수습|인턴|전문)?(?:기자|특파원))"
)
"""Where a Korean reporter is: ``대전=홍길동 기자``."""
_SIGNS = " ,;|·•–—-*\t\n"
_SIGN = 4
"""Letters of a sign that an editor goes by."""
_MOST_WORDS = 7
"""A value of more words that names nobody is a sentence."""


def authors_of(value: str) -> list[str]:
    """The authors in a value that a container gives: names, or what it is as it stands.

    ``Poe, Anna; Roe, Hans``, ``ann@paper.example (Ann Poe)``, ``By Ann Poe in Oslo``,
    ``Ann Poe, Contributor``. What is an address alone is nobody.
    """
    addressed = _ADDRESSED.match(value)
    text = addressed["name"] if addressed else _ADDRESS.sub(" ", value)
    text = suffixes_joined(_BRACKETED.sub(" ", _LINK.sub(" ", text)).strip() or text)
    if _NOBODY.fullmatch(text.strip(_SIGNS)):
        return []
    text = _KOREAN_PLACE.sub("", without_word_for_authors(text)).strip(_SIGNS)
    if "기자" in text and (reporters := korean_reporters(text)):
        return reporters
    if (slug := _SLUG.fullmatch(text)) is not None and is_given_name(slug[1].title()):
        text = text.replace("-", " ").replace("_", " ").title()
    if _NOBODY.fullmatch(text) or _IS_ADDRESS.match(text) or _IS_DATE.match(text):
        return []
    if " " not in text and _is_handle(text) and not agency(text):
        return [text]
    inverted = _inverted(text)
    if inverted:
        return inverted
    names: list[str] = []
    for name in _pieces(_FULL_STOP.sub(", ", text)):
        if _NOBODY.fullmatch(name) or (names and _is_beside(name, any(map(is_person, names)))):
            continue  # a role, or the place or paper behind a name
        name = agency(name) or with_its_stop(_calm(_TITLE.sub("", name)), text)
        if name not in names:
            names.append(name)
    people = [name for name in names if agency(name) or is_person(name)]
    return people or _as_it_stands(names, text)


def _as_it_stands(names: list[str], text: str) -> list[str]:
    """The authors in a value none of whose pieces has a person's shape."""
    of_a_paper = [n for n in names[:1] if " " in n and (PAPER.search(n) or ROLE.search(n))]
    if of_a_paper and text.startswith(f"{names[0]}, "):
        return of_a_paper  # "Goshen News, Ind."
    if len(text) <= _SIGN:
        return names[:1]
    if people := names_in(text):
        return people
    if ";" in text:
        return names
    return [_calm(" ".join(text.split()))] if len(text.split()) <= _MOST_WORDS else []


def _is_publication(name: str) -> bool:
    """Whether a name is a publication's, or that of one of its sections: ``CNN Business``."""
    first, _, rest = name.partition(" ")
    section = first.isupper() or rest in _SECTIONS
    return bool(publication(name)) or (section and bool(publication(first)))


def _is_handle(word: str) -> bool:
    """Whether one word is how an account or a house is called: ``kwq7``, ``RT``."""
    house = word.isupper() and bool(publication(word))
    return house or (word.islower() and "/" not in word and not is_given_name(word))


_SECTIONS = frozenset(
    "International Business News Online Digital World Sport Sports Politics Staff India".split()
)
_DEGREE = regex(r"(?:m\.?d|ph\.?d|j\.?d|r\.?n|esq|m\.?p)", re.IGNORECASE)


def without_word_for_authors(text: str) -> str:
    """A byline without what stands before its names: ``By``, ``Posted by``, ``Recueilli par``."""
    return _BY.sub("", _CREDIT.sub("", text))


def _pieces(text: str) -> Iterator[str]:
    """The names in a value, without what they are and whom they work for."""
    at = 0
    behind_comma = False
    for between in [*_BETWEEN.finditer(text), None]:
        piece = text[at : between.start() if between is not None else None]
        is_role = behind_comma and ROLE.search(piece) is not None
        is_role = is_role and not (_STAFF.search(piece) and is_given_name(piece.split()[0]))
        at = between.end() if between is not None else at
        behind_comma = between is not None and between[0].strip() == ","
        if is_role:
            continue  # "Ann Poe, Middle East Editor"
        name = _STATE.sub("", _TAIL.sub("", _BEHIND.sub("", _WORK.sub("", piece.strip()))))
        yield from without_work(name.strip(' .,-–—:*()\t"'))


def _is_beside(name: str, named: bool) -> bool:
    """Whether a piece behind others is a role, a place or a paper, and nobody's name."""
    if agency(name):
        return named
    return (
        ROLE.search(name) is not None
        or PAPER.search(name) is not None
        or name.startswith("The ")
        or " " not in name
        or (is_place(name) and not is_given_name(name.split()[0]))
        or (named and (_is_publication(name) or bool(agency(name.split()[0]))))
    )


def _calm(name: str) -> str:
    """A name set right; short signs as they are written: ``epd``, ``SZ``."""
    is_sign = len(name) <= _SIGN and " " not in name and not is_given_name(name)
    return name if is_sign else set_right(name)


def _inverted(text: str) -> list[str]:
    """``Poe, Ann; Roe, John`` → ``Ann Poe``, ``John Roe``; empty where names are not so written."""
    pieces = [piece.strip(" .") for piece in text.split(";") if piece.strip(" .")]
    matches = [_INVERTED.fullmatch(piece) for piece in pieces]
    found: list[str] = []
    for match in matches:
        if match is None:
            return []
        family, given = match["family"], match["given"]
        if _DEGREE.fullmatch(given):
            return []
        both_whole = (
            " " in family and " " in given and not re.match(_PARTICLE + r"\S+$", family, re.I)
        )
        if " " in family and (PAPER.search(family) or ROLE.search(family)):
            return []  # "Goshen News, Ind."
        if not given[0].isupper() or re.search(r"\w\.\w{2,}", given):
            return []
        if both_whole or agency(given) or agency(family) or ROLE.search(given):
            return []
        found.append(set_right(f"{given} {family}"))
    return found
