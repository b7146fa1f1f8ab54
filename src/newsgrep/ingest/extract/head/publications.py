"""News outlets and agencies by all the names they go by, and what such a name looks like."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

from newsgrep.configuration import Sources, is_path, sources_in_force
from newsgrep.text.fold import fold
from newsgrep.text.shared_names import is_one_of_several

MAX_LENGTH = 80
_SIGNS = str.maketrans("", "", " \t.,:;!?'’‘`\"“”()[]{}|/\\-–—_*&+#@·•")
_THE = re.compile(r"^the\s+", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,12})", re.IGNORECASE)

_WORDS = (
    # English
    "times|post|news|herald|tribune|courier|gazette|journal|star|mail|mirror|telegraph|express"
    "|chronicle|observer|standard|press|today|ledger|radio|magazine|examiner|inquirer|dispatch"
    "|sentinel|bulletin|reporter|record|globe|sun|argus|echo|weekly|daily|democrat|republican"
    "|republic|register|enquirer|advertiser|citizen|independent|guardian|monitor|digest|tv|fm"
    "|newswire|newspaper|broadcasting|television|media|intelligencer|leader|banner|advocate"
    "|messenger|mercury|review|wire|nation|scotsman|statesman|free press"
    # Spanish, Portuguese, Italian, French
    "|diario|diário|periódico|heraldo|correo|noticias|notícias|prensa|imprensa|crónica|jornal"
    "|correio|gazeta|folha|estado|tiempo|mundo|país|nación|universal|voz|jornada|tarde|mañana"
    "|razón|vanguardia|corriere|gazzetta|giornale|messaggero|mattino|stampa|notizie|quotidiano"
    "|monde|figaro|courrier|gazette|dépêche|dauphiné|télégramme|quotidien|soir|matin|presse"
    "|parisien|humanité|croix|tribune|républicain"
    # German, Dutch, Nordic
    "|zeitung|allgemeine|tagblatt|tageblatt|tagesblatt|anzeiger|nachrichten|rundschau|kurier|bote|blatt"
    "|morgenpost|abendblatt|volksstimme|volksblatt|rundfunk|merkur|wochenblatt|spiegel|krant"
    "|dagblad|courant|nieuws|nieuwsblad|telegraaf|avisen|avis|tidende|tidning|tidningen"
    "|posten|blad|bladet|nyheter|dagbladet|dagblad|sanomat|uutiset|lehti|kuriren"
    # Slavic, Baltic, Turkish, others
    "|gazeta|gazette|dziennik|rzeczpospolita|noviny|novine|vesti|vjesnik|novosti|pravda|haber"
    "|gazetesi|gazete|hírlap|ziarul|zprávy|список|новости|газета|правда|известия|вести|shimbun"
    "|ilbo|xinhua|khabar|samachar|patrika|berita|harian|kompas|suara|habari"
)
_OPENING = (
    "diario|jornal|correio|corriere|gazeta|agencia|agence|agentur|agenzia|daily|weekly|radio|rádio"
    "|televisión|tv|bbc|cbs|nbc|abc|cnn|fox|sky|itv|nhk|rte|voz|la voz|el diario|deutsche|journal"
    "|tribune|courrier|gazette|notícias|noticias|revista|semanario|tygodnik|dziennik|harian"
)
_SHAPE = re.compile(
    rf"(?:the |el |la |le |les |die |der |das |de |il |o |a |het |lo |l['’])?"
    rf"(?:[\w.&’'/+-]+ ){{0,4}}?(?:[\w.&’'-]+-)?(?:{_WORDS})(?:-[\w]+)?"
    rf"(?: (?:of|de|del|da|do|du|di|della|d'|des|der|für)(?: the| la)?(?: [\w.’'-]+){{1,3}})?"
    rf"(?: (?:online|international|network|group|agency|service|company|network))?"
    rf"|(?:{_OPENING})(?: [\w.’'&/-]+){{1,3}}"
    rf"|[\w-]{{3,}}(?:zeitung|blatt|anzeiger|kurier|rundschau|presse|nachrichten|posten|bladet"
    rf"|tidningen|tidende|avisen|news|times|post)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[KW][A-Z]{2,3}(?:-?(?:TV|FM|AM|\d{1,2}))?")
"""Call signs of American stations: ``KQED``, ``WBUR-FM``."""


_SECTION = re.compile(
    r"(?:(?:world|latest|local|all|top|breaking|more|national|international|u\.?s\.?|sports?|business"
    r"|related|other|exclusive|press|recent|in the) )?news|nachrichten|noticias|notícias|notizie"
    r"|nieuws|nyheter|nyheder|berita",
    re.IGNORECASE,
)
"""What heads the columns of every paper, and is the name of none."""


def _key(name: str) -> str:
    """Folded, without article and signs: what makes two spellings one name."""
    return fold(_THE.sub("", name.strip())).translate(_SIGNS)


def _keys(names: list[str]) -> list[str]:
    """The keys of many names, some ten times as fast as one by one."""
    bare = re.sub(r"(?mi)^the\s+", "", "\n".join(names))
    return fold(bare).translate(_SIGNS).split("\n")


@cache
def _known() -> tuple[dict[str, str], dict[str, str]]:
    """The usual name by key, and by domain."""
    text = files(__package__).joinpath("publications.txt").read_text(encoding="utf-8")
    names: list[str] = []
    domains: dict[str, str] = {}
    aliases: list[str] = []
    meant: list[str] = []
    for line in text.split("\n"):
        if not line or line[0] == "#":
            continue
        name, tab, rest = line.partition("\t")
        names.append(name)
        if tab:
            sites, _, others = rest.partition("\t")
            for site in sites.split(";"):
                domains[site] = name
            for other in filter(None, others.split(";")):
                aliases.append(other)
                meant.append(name)
    known = dict(zip(_keys(aliases), meant, strict=True))
    known.update(zip(_keys(names), names, strict=True))
    return known, domains


@cache
def _renamed() -> frozenset[str]:
    """The publications that go by other names too; the others keep their article."""
    text = files(__package__).joinpath("publications.txt").read_text(encoding="utf-8")
    return frozenset(line.partition("\t")[0] for line in text.split("\n") if line.count("\t") > 1)


def publication(name: str) -> str:
    """The usual name of the publication or agency that goes by ``name``; empty where unknown.

    Case, accents, a leading *The* and signs don't count; domains are names too. What
    ``newsgrep.toml`` says of either comes first.
    """
    if len(name) > MAX_LENGTH:
        return ""
    usual = _publication(name)
    told = sources_in_force()
    return _told(told, name, usual) if told else usual


@lru_cache(maxsize=4096)
def _told(told: Sources, name: str, usual: str) -> str:
    """What a publication is called by a user who calls some otherwise."""
    table = _table(told)
    return table.get(_key(name)) or table.get(_key(usual)) or usual


@lru_cache(maxsize=2)
def _table(told: Sources) -> dict[str, str]:
    table = {_key(meant): meant for _, meant in told}
    return table | {_key(name): meant for name, meant in told if not is_path(name)}


@lru_cache(maxsize=4096)
def _publication(name: str) -> str:
    names, _ = _known()
    bare = name.strip(" .,;:()[]|–—-*_")
    key = _key(bare)
    if len(key) < 2 or _SECTION.fullmatch(bare) is not None:
        return ""
    found = names.get(key, "")
    if found and found not in _renamed():
        # Many papers share such a name; the article's own article is kept.
        plain = _THE.sub("", found)
        return f"The {plain}" if _THE.match(bare) else plain
    if not found and name.rstrip().endswith(")") and "(" in name:
        # "The Times (London)"
        return "" if is_one_of_several(name) else _publication(name.rpartition("(")[0])
    if not found and (firm := _FIRM.sub("", bare)) != bare:
        return _publication(firm)
    return found or (_publication_of(bare, ()) if _DOMAIN.fullmatch(bare) else "")


_FIRM = re.compile(r",? (?:GmbH|AG|Ltd|Inc|LLC|S\.A)\.?$")


def publication_of(address: str) -> str:
    """The publication whose site a web address or domain is on; empty where unknown."""
    return _publication_of(address, sources_in_force())


@lru_cache(maxsize=1024)
def _publication_of(address: str, told: Sources) -> str:
    try:
        host = urlsplit(address if "//" in address else f"//{address}").netloc.lower()
    except ValueError:
        return ""
    host = host.split(":")[0].removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    _, domains = _known()
    if host in OF_ALL:
        return ""
    while host.count("."):
        if told and (meant := _table(told).get(_key(host))):
            return meant
        if host in domains:
            return _told(told, domains[host], domains[host])
        host = host.partition(".")[2]
    return ""


OF_ALL = frozenset(("mp.weixin.qq.com",))
"""Hosts of a publication's site on which anybody publishes."""
_PROGRAMS = frozenset(
    "blogger wordpress wordpresscom tumblr drupal joomla wix wixcom squarespace typo3 ghost"
    " www webarchiveorg".split()
)


_NAME_WORDS = 3
"""A first part of more words is a headline or a slogan."""


_HOST = re.compile(r"(?:https?://(?:www\.)?|www\.)([\w-]+\.[\w.-]+)/?", re.IGNORECASE)


def as_source(name: str) -> str:
    """A publication's name as a page or a row gives it, without what is none of it.

    Of an address its domain, of ``Paper | Sport | Weather`` the part that is known or the first;
    empty for the program that made the page, and where it says that the paper is not known.
    """
    name = _PASSED_ON.sub("", name.partition(" <")[0])  # "The Courier <https://…>"
    address = _HOST.fullmatch(name.strip())
    if address is not None:
        return address[1]
    parts = [part for part in re.split(r"\s+\|\s+", name) if part.strip()]
    if len(parts) > 1:
        usual = parts[0] if len(parts[0].split()) <= _NAME_WORDS else min(parts, key=len)
        name = next(filter(publication, parts), usual)
    if name[:4].lower() == "www.":
        name = name[4:]
    name = _ROLE_BEFORE.sub("", _as_spoken(_PAGE_BEHIND.sub("", name)))
    first, _, last = name.rpartition(" ")
    if last in _SECTIONS and first.isupper() and publication(first) and not publication(name):
        name = first
    return "" if _key(name) in _PROGRAMS or _NONE.fullmatch(name.strip()) is not None else name


def _as_spoken(name: str) -> str:
    """A name as it is said, where a catalogue has ``Quay, The (Orlo, Maine)``: ``The Quay``."""
    listed = _ARTICLE_BEHIND.fullmatch(_WHERE_BEHIND.sub("", name))
    return f"{listed[2]} {listed[1]}" if listed is not None else _WHERE_BEHIND.sub("", name)


_ROLE_BEFORE = re.compile(
    r"^(?:(?:staff|special|senior|chief|foreign) )*(?:reporter|writer|correspondent|editor)s? "
    r"(?:of|for|at|with) (?:the )?(?=[A-Z])",
    re.IGNORECASE,
)
"""``Staff Reporter of The Quay``."""
_SECTIONS = frozenset(
    "Politics Business Travel Health Style Entertainment Sports Opinion World Money Tech".split()
)
_PASSED_ON = re.compile(r"^\s*(?:轉載自|转载自|轉自|转自|摘自|来源[:：]|來源[:：])\s*(?=\S)")
"""``Passed on from …``."""
_WHERE_BEHIND = re.compile(
    r"(?:: Web Edition Articles)?\s+"
    r"\((?:Onlin ?e|[A-Z]{2}|[A-ZÀ-Ý][^(),]{1,30}, [A-ZÀ-Ý][^(),]{1,30})\)$"
)
"""A state, or a town with its state or country."""
_ARTICLE_BEHIND = re.compile(r"(\S[^,]*), (The|Le|La|Les|El|Il|Der|Die|Das)")
_PAGE_BEHIND = re.compile(
    r"[,;]\s*(?:pages?|pp?\.|s\.|seite|p[aá]g(?:ina)?\.?|sida|side|strona|str\.)\s*[A-Z]?\d{1,3}\b.{0,12}$",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"(?:(?:the )?(?:source|newspaper|paper|publication)s? )?"
    r"(?:unknown|not (?:visible|known|given|available|stated|specified)|n/?a|none|null|nan"
    r"|unbekannt|inconnue?|desconocid[oa]|sconosciut[oa]|unidentified)"
    r"(?: (?:source|newspaper|paper|publication))?",
    re.IGNORECASE,
)
"""What is written where a paper is not known."""


def paper_in(title: str) -> str:
    """The paper in the title of one of its feeds: ``The Paper - Latest News``; else empty."""
    parts = [part for part in _PARTS_OF_TITLE.split(title) if part]
    return next((part for part in parts[:3] if publication(part) or is_domain(part)), "")


_PARTS_OF_TITLE = re.compile(r"\s+[-–—»>|•]\s+|:\s+")


def is_domain(text: str) -> bool:
    """Whether ``text`` is a domain: ``paper.example``."""
    return _DOMAIN.fullmatch(text) is not None


@lru_cache(maxsize=1024)
def looks_like_publication(text: str) -> bool:
    """Whether ``text`` has the shape of a publication's name: ``… Times``, ``Diario de …``."""
    if len(text) > 60 or not text[:1].isalnum() or text[:1].islower():
        return False
    if text.lower().endswith(("e-mail", "e-mails")):
        return False
    if _SECTION.fullmatch(text) is not None:
        return False
    words = text.split()
    if " the " in text and " of the " not in text and " and the " not in text:
        return False
    if any(w[0].islower() and len(w) > 4 for w in words):
        return False
    return _SHAPE.fullmatch(text) is not None or _LETTERS.fullmatch(text) is not None


def is_paper(name: str) -> bool:
    """Whether a name is a known publication's, or looks like one."""
    return bool(publication(name)) or looks_like_publication(name)


def is_paper_or_site(name: str) -> bool:
    """Whether a name is a publication's, looks like one, or is a site's."""
    return is_paper(name) or is_domain(name)
