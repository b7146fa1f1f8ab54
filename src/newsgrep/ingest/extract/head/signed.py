"""Authors as containers give them: columns, tags, labels; every way that databases write names."""

from __future__ import annotations

import re

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.names.personal_names import names_in, set_right

_BY = re.compile(
    r"^\s*(?:(?:by|por|von|par|di|door|af|av|przez|autor|auteur|signature)\b:?\s+|de notre\s+)"
    r"(?=\S)", re.I,
)  # fmt: skip
_CREDIT = re.compile(
    r"^\s*(?:(?:analysis|posted|written|story|report|interview|review|text|commentary|opinion"
    r"|compiled|edited) by|(?:eingestellt|veröffentlicht|erstellt|verfasst|geschrieben"
    r"|pressemitteilung|interview|ein kommentar|ein gastbeitrag|text) von|(?:recueilli|publié|écrit"
    r"|rédigé|propos recueillis|posté) par|(?:escrito|publicado) por|from)\b:?\s+"
    r"(?!(?:the|our)\b)(?:der |dem |la |el )?(?=\S)"
    r"|^\s*(?:interview|text|texte|reportage|foto|photo|bericht)\s*:\s*(?=\S)", re.I,
)  # fmt: skip
"""What may stand before the ones who wrote it."""
_TAIL = re.compile(
    r"(?:\s+(?:(?:staff|special|senior|chief|transport|political|business|sports?|science|health"
    r"|education|crime|city|national|foreign) )?(?:writers?|reporters?|correspondents?|editors?"
    r"|columnists?|reports)"
    r"|\s*twitter|\s+updated|\s*\d+ min read|\s+follow)\s*$", re.I,
)  # fmt: skip
"""What may stick to the last of them."""
_NOBODY = re.compile(
    r"(?:no[ _-]?(?:author|byline)s?|none|n/?a|nan|null|nil|undefined|unknown|anonymous|admin"
    r"|(?:from )?our\b.*"
    r"|(?:from )?(?:staff|wire)(?: (?:and|&) (?:staff|wire))? (?:reports?|services?)"
    r"|administrator|webmaster|guest|гость|author|by|von|par|posted|published|updated|\W*|_+"
    r"|(?:dpa|afp|ap|reuters|epa|apa|efe|ansa|sda|tass|stt|ritzau|belga)[ -](?:correspondents?"
    r"|reporters?|staff|journalists?|writers?|bureau|korrespondent(?:en)?))", re.I,
)  # fmt: skip
"""What stands for an author where there is none to name."""
_ADDRESSED = re.compile(r"^\s*\S+@\S+\s*\((?P<name>[^()]+)\)\s*$")
_ADDRESS = re.compile(r"[<(\[]?\s*(?:mailto:)?[\w.+-]+@[\w.-]+\w\s*[>)\]]?|(?<!\w)@\w+")
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
_STATE = re.compile(
    r"Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Kans|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont"
    r"|Neb|Nev|N\.[HJMYCD]|Okla|Ore|Pa|R\.I|S\.[CD]|Tenn|Tex|Vt|Va|Wash|W\.Va|Wis|Wyo"
)
"""States behind the name of a paper."""
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
    text = _BY.sub("", _CREDIT.sub("", text)).strip(" ,;|·•–—-*\t\n")
    if _NOBODY.fullmatch(text) or re.match(r"https?:|www\.|am \d", text, re.I):
        return []
    inverted = _inverted(text)
    if inverted:
        return inverted
    names: list[str] = []
    for piece in _BETWEEN.split(text):
        name = _TAIL.sub("", _BEHIND.sub("", piece)).strip(' .,-–—:*()\t"')
        if _NOBODY.fullmatch(name) or (
            names
            and (
                _ROLE.search(name)
                or _PAPER.search(name)
                or name.startswith("The ")
                or " " not in name
                or agency(name)
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
    return [set_right(" ".join(text.split()))] if len(text.split()) <= _MOST_WORDS else []


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
        both_whole = (
            " " in family and " " in given and not re.match(_PARTICLE + r"\S+$", family, re.I)
        )
        if not given[0].isupper() or re.search(r"\w\.\w{2,}", given):
            return []
        if _STATE.fullmatch(given) or _PAPER.search(family):
            return []
        if both_whole or agency(given) or agency(family) or _ROLE.search(given):
            return []
        found.append(set_right(f"{given} {family}"))
    return found
