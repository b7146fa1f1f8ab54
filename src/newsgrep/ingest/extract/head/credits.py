"""Words of a byline around its names: who else had a part, what kind of piece, which paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.head_words import has_role, is_section
from newsgrep.ingest.extract.head.publications import (
    is_domain,
    is_paper,
    looks_like_publication,
    publication,
)
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.ingest.extract.names.personal_names import is_name
from newsgrep.text.given_names import is_family_name, is_given_name
from newsgrep.text.shared_names import is_shared

_OTHER_WORK = (
    r"(?:(?:additional |further |main |all |cover |lead |with )?(?:photos?|photographs?|photography"
    r"|pictures?|images?|illustrations?|illustrated|art|artwork|graphics?|cartoons?|videos?|maps?"
    r"|drawings?|animations?|design(?:ed)?|edited|translat(?:ed|ion)|produced|research(?:ed)?"
    r"|fact[- ]check(?:ed|ing)?|styled|styling|filmed|narrated|curated|hosted|audio"
    r"|data(?: visuali[sz]ation)?)(?: and (?:photos?|videos?|graphics?|illustrations?|maps?))?"
    r"(?: also)? by"
    r"|(?:fotos?|fotografi(?:en|e|as?|er)|bilder|bild|illustration(?:en)?|grafik(?:en)?|video"
    r"|übersetz(?:t|ung)|(?:aus dem [^\W\d_]+ )?übersetzt|redigiert|redaktion|mitarbeit"
    r"|photo(?:s|graphies)?|images?|illustrations?|dessins?|infographie|tradui(?:te?|ction)|édité"
    r"|fotografías?|imágenes|ilustracion(?:es)?|ilustración|traducid[oa]|traducción|editad[oa]"
    r"|ilustraç(?:ão|ões)|traduzid[oa]|tradução|edição|foto e video|illustrazioni?|traduzione"
    r"|tradotto|a cura|foto's|beeld|illustraties?|vertaald|vertaling|bewerkt|översättning"
    r"|översatt|foto og video|oversatt|oversat|redigert|zdjęcia|fot|tłumaczenie|tłumaczył[a]?"
    r"|opracował[a]?|opracowanie)"
    r" (?:von|par|de|por|di|da|do|door|van|av|af|przez)"
    r"|(?:additional|further) reporting by)\s*:?\s+(?=\S)"
)
_OTHERS = re.compile(_OTHER_WORK, re.IGNORECASE)
_OTHERS_BEHIND = re.compile(
    rf"[\s,;/]+(?:(?:and|with|und|mit|et|avec|y|con|e|och|og|en) )?(?={_OTHER_WORK})"
    r"|[\s,;/]+(?:and|with|und|mit|et|avec|y|con|e|og|och) (?:(?:les |le |la |las |den )?"
    r"(?:(?:news |wire )?agenc(?:y|ies)|agences?|agenturen|agencias|agenzie|agências|byråer"
    r"|(?:wire|news) services?"
    r"|(?:agency|wire|staff) reports?|staff(?: writers?| reporters?)?))\W*$",
    re.IGNORECASE,
)
"""What says that others had another part in it: ``Photographs by``."""
_ARTICLE = r"(?:(?:an?|ein|eine|un|une|una|um|uma|en|et|een)\s+)?"
_KIND = re.compile(
    rf"{_ARTICLE}(?:guest |special |exclusive |original |full )?(?:article|story|stories|report"
    r"|analysis|commentary|comment|column|perspective|interview|opinion|essay|feature|dispatch"
    r"|profile|reportage|investigation|review|critique|editorial|op-ed|blog|post|text|words"
    r"|contributed|submitted|authored|as told to|told to)\s+by\s+(?=(?-i:[A-ZÀ-ÝĀ-Ž]))"
    rf"|{_ARTICLE}(?:gast)?(?:artikel|kommentar|analyse|beitrag|bericht|interview|gespräch"
    r"|reportage|essay|kolumne|rezension|kritik|porträt|glosse|leitartikel|protokoll|recherche"
    r"|feature|meinung|nachruf|text|texte|geschrieben|aufgezeichnet|verfasst)\s+von\s+(?=\S)"
    r"|(?:propos |texte )?(?:recueillie?s?|écrite?|rédigée?)\s+par\s+(?=\S)"
    rf"|{_ARTICLE}(?:article|texte|entretien|interview|enquête|reportage|analyse|chronique"
    r"|tribune|récit|billet|critique)\s+(?:par|de|d['’])\s*(?=(?-i:[A-ZÀ-Ý]))"
    rf"|{_ARTICLE}(?:artículo|crónica|reportaje|análisis|columna|texto|reseña|crítica)"
    r"\s+(?:por|de)\s+(?=(?-i:[A-ZÀ-Ý]))"
    rf"|{_ARTICLE}(?:artigo|reportagem|análise|coluna|crônica|texto|resenha)"
    r"\s+(?:por|de)\s+(?=(?-i:[A-ZÀ-Ý]))"
    rf"|{_ARTICLE}(?:articolo|inchiesta|reportage|analisi|commento|recensione|servizio|testo)"
    r"\s+(?:di|da)\s+(?=(?-i:[A-ZÀ-Ý]))"
    rf"|{_ARTICLE}(?:artikel|artikkel|analyse?|reportage|reportasje|kommentar|kommentaar|krönika"
    r"|gästkrönika|kronik+|ledare|leder|recension|recensie|anmeldelse|anmelding|intervju|interview"
    r"|tekst|text|verhaal|opinie|column|debattinnlegg|debattinlägg|skriven|skrevet|geschreven)"
    r"\s+(?:av|af|door|van)\s+(?=(?-i:[A-ZÀ-ÝĀ-Ž]))",
    re.IGNORECASE,
)
"""What kind of piece it is, and the word for who wrote it: ``Ein Kommentar von``."""
_COMPILED = re.compile(
    r"(?:compiled|prepared|zusammengestellt|zusammengetragen|recopilado|compilado|compilato"
    r"|samengesteld|sammanställt|samlet)\s+(?:by|von|por|da|door|av)\s+(?=\S)",
    re.IGNORECASE,
)
"""Who is named behind it is the author where there is no other."""
_LOOSE = re.compile(r"(?:de|d['’]|di|da|van|from)\s*$", re.IGNORECASE)
"""A word that stands before more than authors: what is behind it has to be names."""
_SENT = re.compile(
    r"(?:aus|uit|från|fra)\s+(?P<from>\S[^\d,;]{1,30}?)\s+(?:bericht(?:et|en)|rapporterar)\s+(?P<who>\S.+)"
    r"|(?P<name>\S.{3,60}?)\s+(?:reports?|reporting|berichtet|berichten|informa|reporta|rapporterar"
    r"|rapporterer)\s+(?:from|in|aus|desde|de|da|från|fra)\s+(?P<at>\S.{2,30})",
    re.IGNORECASE,
)
_IN_PAPER = re.compile(
    r"(?P<sure>special(?:ly)? (?:to|for)|exclusive(?:ly)? (?:to|for|in)|written for"
    r"|(?:first |originally )?(?:published|printed|appeared) (?:in|by|on|with)"
    r"|(?:paru|publiée?)(?: initialement)? (?:dans|sur)"
    r"|publicad[oa](?: originalmente)? (?:en|em|no|na)"
    r"|pubblicat[oa](?: originariamente)? (?:su|da|in)"
    r"|(?:zuerst )?(?:erschienen|veröffentlicht) (?:in|im|bei)"
    r"|(?:gepubliceerd|verschenen) (?:in|op)"
    r"|(?:ursprungligen )?publicera[dt] i|(?:opprinnelig )?publisert i"
    r"|(?:først )?(?:bragt|udgivet|publiceret) i|opublikowan[oey] w|ukazał[oa]? się w)"
    r"\s*:?\s+|(?:for|of|pour|für|para|per|voor|för|z|dla)\s+(?:the\s+)?(?=(?-i:[A-ZÀ-Ý]))",
    re.IGNORECASE,
)
_UNDER = re.compile(r"(?:posted |published |filed |listed )?(?:in|under|en|em|dans)\s+(?=\S)", re.I)
_WORKERS = frozenset(
    """staff writer writers reporter reporters correspondent correspondents editor editors columnist
    columnists critic critics photographer photographers journalist journalists""".split()
)
_STAFF = re.compile(r"\bstaff\b", re.IGNORECASE)
_BY_STAFF = re.compile(r"\s*By:?\s+(?:(?:the|a|an|our)\s+)?", re.IGNORECASE)
_BEFORE_WORKERS = 3
"""Words of a role before the last: ``Senior Political Editor``."""
MAX_NAMES = 90
"""Characters of a credit's names: more is a sentence."""
_AND = re.compile(
    r"(?:\s*,\s*(?:and|und|et|y|e|og|och|en)\s|\s*[,;/&]|\s(?:and|und|et|og|och|en|y|e|i|with|mit|avec|con)\s)\s*",
    re.I,
)


def credited(text: str) -> Iterator[tuple[str, str]]:
    """What a part of a line says by such words: texts with the roles that these name.

    Nothing where it has none, or where what is behind them is no name.
    """
    others = _OTHERS.match(text)
    if others is not None:
        if are_names(text[others.end() :]):
            yield text[others.end() :], "other"
        return
    compiled = _COMPILED.match(text)
    if compiled is not None:
        yield text[compiled.end() :], "author?"
        return
    kind = _KIND.match(text)
    if kind is not None:
        if _LOOSE.search(kind[0]) is None or are_names(text[kind.end() :]):
            yield text[kind.end() :], "author"
        return
    sent = _SENT.fullmatch(text)
    if sent is not None and are_names(sent["who"] or sent["name"]):
        yield sent["who"] or sent["name"], "author"
        yield sent["from"] or sent["at"], "place?"
        return
    yield from _of_a_paper(text)


def opens_credit(line: str) -> bool:
    """Whether a line begins with the words of a byline or a credit, and goes on with names."""
    return any(role in ("author", "author?", "other") for _, role in credited(line.strip()))


def _of_a_paper(text: str) -> Iterator[tuple[str, str]]:
    """The paper that a part of a line says it is for, or of: ``Special to The Courier``."""
    inside = _IN_PAPER.match(text)
    if inside is not None:
        paper = text[inside.end() :].strip(' “”„"«»').removeprefix("the ")
        known = is_paper(paper)
        if known or (inside["sure"] and paper[:1].isupper() and len(paper.split()) <= 5):
            yield paper, "source" if known else "source?"
        return
    under = _UNDER.match(text)
    if under is not None and is_section(text[under.end() :]):
        yield text[under.end() :], "section"
        return
    paper = paper_of_staff(text)
    if paper:
        yield paper, "source"


def paper_of_staff(text: str) -> str:
    """The paper before the role of one of its staff: ``Harbour Times Staff Writer``.

    Empty where there is none, or where many go by its name: ``Times Staff Writer``.
    """
    words = _BY_STAFF.sub("", text).split()
    if not 2 <= len(words) <= 8 or words[-1].lower() not in _WORKERS:
        return ""
    for at in range(len(words) - 1, max(0, len(words) - 2 - _BEFORE_WORKERS), -1):
        paper = " ".join(words[:at])
        if words[at - 1].lower() in _WORKERS or is_shared(paper) or is_section(paper):
            continue
        told = publication(paper)
        shaped = " " in paper and looks_like_publication(paper)
        of_staff = (
            agency(paper) or " " in paper or paper.isupper() or _STAFF.match(words[at]) is not None
        )
        if shaped or (told and of_staff):
            return paper
    return ""


def without_others(text: str) -> str:
    """A byline without what it says of others: ``Ann Poe; photographs by Jan Roe``."""
    match = _OTHERS_BEHIND.search(text)
    return text if match is None else text[: match.start()]


def are_names(text: str) -> bool:
    """Whether a text is nothing but names of people, or of agencies."""
    parts = [part for part in _AND.split(text) if part]
    return 0 < len(text) <= MAX_NAMES and all(
        (" " in part and is_name(part)) or agency(part) for part in parts
    )


def with_paper_apart(text: str) -> tuple[str, str]:
    """Names and the known paper behind them: ``Ann Poe Harbour News``, ``Ann Poe ESPN.com``.

    One word that is a family name as well is no paper.
    """
    words = text.split()
    for at in range(2, len(words)):
        names, paper = " ".join(words[:at]), " ".join(words[at:])
        if at == len(words) - 1 and not _is_paper_alone(names, paper):
            break
        if names[-1] != "," and publication(paper) and are_names(names) and not publication(text):
            return names, paper
    return text, ""


def _is_paper_alone(names: str, word: str) -> bool:
    if "," in names or is_domain(word):
        return "," not in names
    told = is_given_name(names.split()[0]) and not is_family_name(word)
    # "Los Angeles Times": the last word of a paper is none by itself.
    return told and len(word) >= _LEAST_PAPER and not looks_like_publication(f"Orlo {word}")


_LEAST_PAPER = 5


_WHERE = re.compile(r"\s+(?:in|aus|à|en|from|desde|em|w|i)\s+(?=(?-i:[A-ZÀ-Ý]))", re.IGNORECASE)


def placed_names(text: str) -> list[tuple[str, str]]:
    """Several names, each with its place: ``Ann Poe in Oslo and Jan Roe in Bergen``."""
    if len(_WHERE.findall(text)) < 2:
        return []
    found: list[tuple[str, str]] = []
    for part in _AND.split(text):
        match = _WHERE.search(part)
        name = part[: match.start()] if match is not None else part
        if " " not in name or not is_name(name):
            return []
        found.append((name, part[match.end() :] if match is not None else ""))
    return found if sum(bool(place) for _, place in found) > 1 else []


def are_placed(text: str) -> bool:
    """Whether a text is names, each perhaps with its place: ``Ann Poe in Oslo and Jan Roe``."""
    parts = [part for part in _AND.split(text) if part]
    names = [_WHERE.split(part, maxsplit=1)[0] for part in parts]
    return 0 < len(text) <= MAX_NAMES and bool(names) and all(map(are_names, names))


def is_placed(name: str, place: str) -> bool:
    """Whether ``name`` in ``place`` is somebody where a place is: ``Ann Poe in Oslo``."""
    return 1 < len(name.split()) < 5 and is_name(name) and is_place(place.strip(" .,"))


SMALL_WORD = re.compile(r"(?<![\w’'.-])[^\W\d_A-ZÀ-Ý]{3,}")
"""A word that is written small: "dismissed by the court" has no byline."""


def leads_to_byline(segment: str, opening: re.Match[str]) -> bool:
    """Whether a byline may stand behind what is before it: a paper, a role, or a sign.

    ``Book Written By Convicted Killer Pulled`` is a headline.
    """
    before = segment[: opening.start()].rstrip()
    if not before or before[-1] in ",|/(" or SMALL_WORD.search(before) is not None:
        return True
    words = before.split()
    if is_paper(before) or has_role(before):
        return True
    if len(words) > _MOST_BEFORE:
        return False
    first = segment[opening.end() :].split(None, 1)
    if is_section(words[-1]) or words[-1].casefold() in _KINDS:
        return True
    return bool(first) and is_given_name(first[0].title())


_KINDS = frozenset(
    """article story report exclusive artikel beitrag bericht gastbeitrag text artículo artigo
    articolo tekst artykuł reportaje reportagem""".split()
)
"""What it is that is by somebody."""
_MOST_BEFORE = 3
"""Words before a byline in the middle of a line."""
