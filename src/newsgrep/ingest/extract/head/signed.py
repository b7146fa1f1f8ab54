"""Authors as containers give them: columns, tags, labels; every way that databases write names."""

from __future__ import annotations

import re

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.given_names import is_given_name
from newsgrep.ingest.extract.head.publications import publication
from newsgrep.ingest.extract.names.personal_names import names_in, set_right

_BY = re.compile(
    r"^\s*(?:(?:by|por|von|par|di|door|af|av|przez|author|autor|auteur|signature)\b:?\s+"
    r"|de notre\s+)(?=\S)", re.I,
)  # fmt: skip
_WORDS_BY = re.compile(
    r"^\W*(?:"
    r"(?:(?:guest )?(?:posted|published|written|submitted|created|contributed|authored|reported"
    r"|reviewe?d?|analysis|opinion|commentary|perspective|story|words|text|report|article|interview"
    r"|column|post|photos?)(?: post)?) by"
    r"|(?:eingestellt|veröffentlicht|erstellt|geschrieben|verfasst|gepostet|publiziert|hochgeladen"
    r"|pressemitteilung|beitrag|gastbeitrag|artikel|kommentar|text|analyse|interview|meldung) von"
    r"|(?:propos |texte )?(?:recueillie?s?|publiée?|postée?|écrite?|rédigée?|article|texte"
    r"|entretien|propos) par"
    r"|(?:publicad[oa]|escrit[oa]|postad[oa]|enviad[oa]|texto) por"
    r"|(?:pubblicato|scritto|postato|inserito) da"
    r"|(?:geplaatst|geschreven|gepubliceerd) door|(?:publicerad|skriven|skrevet|skrivet) av"
    r"|(?:opublikowan[ey]|napisan[ey]) przez"
    r")\b:?\s+(?=\S)", re.I,
)  # fmt: skip
"""Words for authors that name what they did: ``Posted by``, ``Eingestellt von``."""
_PLACEHOLDER = re.compile(
    r"(?:no )?(?:author|autor)s?|admin|administrator|webmaster|root|posted|by|von|par|por|guest"
    r"|guest author|unknown(?: author)?|unbekannt|anonymous user|(?:no |not )(?:name|available)"
    r"|name|unbenannt|unnamed|гость|админ|администратор|n/a|none|null|user|default",
    re.IGNORECASE,
)
"""What sites write where they name no author."""
_ADDRESSED = re.compile(r"^\s*\S+@\S+\s*\((?P<name>[^()]+)\)\s*$")
_ADDRESS = re.compile(r"[<(\[]?\s*(?:mailto:)?[\w.+-]+@[\w.-]+\w\s*[>)\]]?|(?<!\w)@\w+")
_IS_ADDRESS = re.compile(r"https?:|www\.|[\w.-]+\.\w{2,6}/\S*$", re.IGNORECASE)
_FULL_STOP = re.compile(r"(?<=[a-z]{4})\.\s+(?=[A-ZÀ-Ý])")
"""Behind a name, not behind an initial or a title."""
_LINK = re.compile(r"(?<=\s)https?://\S+")
_WORD = r"[^\W\d_][\w’'.-]*"
_PARTICLE = r"(?:(?:van|von|de|del|della|der|den|di|da|dos|du|la|le|el|al|ter|bin|ibn)\s+)*"
_INVERTED = re.compile(
    rf"(?P<family>(?i:{_PARTICLE}){_WORD}(?:[ -]{_WORD})?),\s+(?P<given>{_WORD}(?: {_WORD}){{0,2}})"
)
_ROLE = re.compile(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|contributors?|contributing|columnist"
    r"|bureau|desk|chief|producer|photographer|redacteur|redakteur\w*|korrespondent\w*"
    r"|corresponsal|correspondant\w*|verslaggever|special|service|agenc(?:y|ies)|host"
    r"|news)\b", re.I,
)  # fmt: skip
_PAPER = re.compile(
    r"\b(?:media|times|post|tribune|press|herald|guardian|today|journal|chronicle|network|gazette"
    r"|newspapers?|radio|tv|daily|zeitung|presse)\b|\.\w{2,4}$", re.I,
)  # fmt: skip
_BEHIND = re.compile(
    r"\s+(?:[Ff]or the|[Ff]or|in|en|aus|à|desde|at|via)\s+(?=[A-ZÀ-Ý]).*$"
    r"|\s*;?\s*(?:reporting|additional reporting|contributed reporting)\b.*$"
    r"|\s+contributed (?:reporting|to)\b.*$"
)
_BETWEEN = re.compile(
    r"\s*(?:[;|\n/]|,(?!\s*(?:jr|sr|ii|iii|md|phd)\b)|\s&\s|\band\b|\bund\b|\bet\b|\ben\b|\bog\b"
    r"|\boch\b|\bwith\b|\bcon\b|\s[ye]\s)\s*", re.I,
)  # fmt: skip
_PERSON = re.compile(
    r"(?:(?:[A-ZÀ-ÝĀ-Ž]|[dlon]['’][A-ZÀ-Ý])[\w’'.-]*|(?:de|del|de la|da|do|dos|das|di|du|van|von"
    r"|der|den|ter|ten|zu|zur|la|le|el|al|bin|ibn|bint|wa|ould|abu|af|av|y|e|of|[dlon]['’]?)(?=\s))"
    r"(?:[\s-]|$)"
)
_MOST_WORDS = 7
"""A value of more words that names nobody is a sentence."""


def authors_of(value: str) -> list[str]:
    """The authors in a value that a container gives: names, or what it is as it stands.

    ``Poe, Anna; Roe, Hans``, ``ann@paper.example (Ann Poe)``, ``By Ann Poe in Oslo``,
    ``Ann Poe, Contributor``. What is an address alone is nobody.
    """
    addressed = _ADDRESSED.match(value)
    text = addressed["name"] if addressed else _ADDRESS.sub(" ", value)
    text = without_word_for_authors(_LINK.sub(" ", text)).strip(" ,;|·•–—-*\t\n")
    if not text or is_placeholder(text) or _IS_ADDRESS.match(text):
        return []
    if " " not in text and _is_handle(text) and not agency(text):
        return [text]
    inverted = _inverted(text)
    if inverted:
        return inverted
    names: list[str] = []
    for piece in _BETWEEN.split(_FULL_STOP.sub(", ", text)):
        name = _UNCLOSED.sub("", _BEHIND.sub("", piece)).strip(' .,-–—:*()\t"')
        if not name or (
            names
            and (
                _ROLE.search(name)
                or _PAPER.search(name)
                or name.startswith("The ")
                or " " not in name
                or agency(name)
                or _is_publication(name)
            )
        ):
            continue  # a role, or the place or paper behind a name
        name = agency(name) or set_right(
            re.sub(r"^(?:dr|mr|mrs|ms|prof)\.?\s+", "", name, flags=re.I)
        )
        if name not in names:
            names.append(name)
    people = [name for name in names if agency(name) or is_person(name)]
    if people or (people := names_in(text)):
        return people
    if ";" in text:
        return names
    words = _UNCLOSED.sub("", text).split()
    return [set_right(" ".join(words))] if len(words) <= _MOST_WORDS else []


def _is_publication(name: str) -> bool:
    """Whether a name is a publication's, or that of one of its sections: ``CNN Business``."""
    first, _, rest = name.partition(" ")
    section = first.isupper() or rest in _SECTIONS
    return bool(publication(name)) or (section and bool(publication(first)))


def _is_handle(word: str) -> bool:
    """Whether one word is how an account or a house is called: ``kwq7``, ``RT``."""
    house = word.isupper() and bool(publication(word))
    return house or (word.islower() and not is_given_name(word))


_SECTIONS = frozenset(
    "International Business News Online Digital World Sport Sports Politics Staff India".split()
)
_DEGREE = re.compile(r"(?:m\.?d|ph\.?d|j\.?d|r\.?n|esq|m\.?p)", re.IGNORECASE)
_UNCLOSED = re.compile(r"\s*\([^()]*$")


def without_word_for_authors(text: str) -> str:
    """A byline without what stands before its names: ``By``, ``Posted by``, ``Recueilli par``."""
    return _BY.sub("", _WORDS_BY.sub("", text))


def is_placeholder(name: str) -> bool:
    """Whether a name is none: ``No Author``, ``admin``, ``By``."""
    return len(name) < 24 and _PLACEHOLDER.fullmatch(name.strip(" .:")) is not None


def is_person(name: str) -> bool:
    """Whether a name has the shape of a person's: capitals, particles, ``wa Thiong'o``."""
    words = name.split()
    if not 2 <= len(words) <= 6 or _ROLE.search(name):
        return False
    return sum(len(match.group()) for match in _PERSON.finditer(name)) >= len(name) - 1


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
        if not given[0].isupper() or re.search(r"\w\.\w{2,}", given):
            return []
        if both_whole or agency(given) or agency(family) or _ROLE.search(given):
            return []
        found.append(set_right(f"{given} {family}"))
    return found
