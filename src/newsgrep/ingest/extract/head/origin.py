"""Sentences around an article that say where it first appeared, or for whom its author works."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from newsgrep.ingest.extract.head.evidence import is_full_name, people_parts
from newsgrep.ingest.extract.head.filled_lines import filled_from_end
from newsgrep.ingest.extract.head.head_words import WHEN_BEFORE
from newsgrep.ingest.extract.head.interface_words import is_of_interface
from newsgrep.ingest.extract.head.publications import (
    is_paper,
    is_paper_or_site,
    publication,
    publication_of,
)
from newsgrep.ingest.extract.head.unheard import is_unheard, may_name_somebody
from newsgrep.ingest.raw_document import Claim, date_claim
from newsgrep.text.dates import find_dates
from newsgrep.text.given_names import is_given_name

_LAST = 6
"""Lines with words at the end among which such a sentence is looked for."""
_FIRST = 2
"""And at the beginning of the text."""
MAX_LINE = 320
_PIECE = (
    r"(?:article|story|piece|column|essay|post|interview|commentary|op-ed|review|editorial|excerpt"
    r"|analysis|dispatch|report|investigation|feature|q&a|blog)"
)
_FIRST_WORD = r"(?:originally|first|initially|previously)"
OF_ITSELF = re.compile(
    rf"[\W_]*(?:(?:editor['’]s )?note\W+)?(?:"
    rf"(?:this|(?:an?|the) (?:\w+ )?version of this|the following) (?:\w+ )?{_PIECE}\b"
    rf"|the (?:article|story|piece|column|essay|op-ed|post) (?:was|is|has been)?\s*{_FIRST_WORD}\b"
    rf"|{_FIRST_WORD} (?:published|appeared|posted|printed|aired)\b"
    r"|(?:re(?:published|printed|posted|produced)|shared|courtesy) (?:here )?"
    r"(?:with permission )?(?:from|by|of|courtesy)\b"
    r"|(?:dieser|dieses|diese|der vorliegende) (?:\w+ )?(?:artikel|text|beitrag|bericht|kommentar"
    r"|essay|interview|gastbeitrag|reportage|kolumne|analyse)\b"
    r"|(?:der|das) (?:artikel|text|beitrag|interview) (?:ist|wurde|erschien)"
    r" (?:zuerst|zunächst|ursprünglich)\b"
    r"|(?:zuerst|ursprünglich) (?:erschienen|veröffentlicht)\b"
    r"|(?:cet|ce|cette)\s(?:article|texte|tribune|entretien|enquête|reportage|billet|chronique)\b"
    r"|(?:article |texte )?(?:initialement )?(?:paru|publiée?) (?:initialement |d['’]abord )?"
    r"(?:dans|sur)\b"
    r"|(?:este|esta|el|la) (?:artículo|texto|reportaje|crónica|columna|entrevista|nota)\b"
    r"|(?:artículo |texto )?publicad[oa] (?:originalmente|originariamente) (?:en|por)\b"
    r"|(?:este|esta|o|a) (?:artigo|reportagem|crônica|coluna|matéria|texto)\b"
    r"|(?:artigo |texto )?publicad[oa] originalmente (?:em|no|na|pel[oa])\b"
    r"|(?:questo|questa|l['’])\s?(?:articolo|testo|reportage|intervista|pezzo)\b"
    r"|(?:dit|deze) (?:artikel|verhaal|tekst|interview|column|stuk|opiniestuk|reportage)\b"
    r"|(?:den här |denna )?(?:artikeln|texten|krönikan|intervjun|reportaget)\b"
    r"|(?:denne |dette )?(?:artikkelen|artiklen|teksten|kronikken|intervjuet|reportasjen)\b"
    r"|(?:ten |niniejszy )?(?:artykuł|tekst|wywiad|reportaż)\b"
    r")",
    re.IGNORECASE,
)
"""A sentence about the article itself."""
_APPEARED = re.compile(
    r"\b(?:published|appeared|appears|ran|posted|printed|aired|reprinted|republished|reposted|produced"
    r"|reproduced|shared|courtesy|erschien(?:en)?|veröffentlicht|publiziert|paru|publiée?|publicó"
    r"|publicad[oa]|apareció|apareceu|saiu|pubblicat[oa]|apparso|uscito|gepubliceerd|verschenen"
    r"|verscheen|publicera(?:des|d|ts)|trycktes|publisert|publiceret|bragt|udgivet|trykket|ukazał"
    r"|opublikowan[oy])\b"
)
_NOT_IT = re.compile(
    r"\bin print\b|\b(?:updated|corrected|also|based on|embargoed|misstated|incorrectly)\b",
    re.IGNORECASE,
)
"""Of a print edition, of a correction, of where it appeared besides."""
_JOINTS = (
    r"(?:of|the|de|del|della|do|da|dos|das|du|des|di|für|der|die|för|og|och|&|and|la|le|y|e|in)"
)
_TOKEN = r"[A-ZÀ-ÝĀ-Ž0-9](?:[\w&’'+/-]|\.(?=\w))*"
_NAME = rf"{_TOKEN}(?:\s+(?:{_JOINTS}\s+){{0,2}}{_TOKEN}){{0,5}}"
_INSIDE = re.compile(
    r"\b(?:in|on|by|at|from|with|of|im|bei|beim|auf|von|durch|dans|sur|par|chez|en|por|em|no|na|pelo|pela"
    r"|su|sul|sulla|sull['’]|da|dal|dalla|nel|nella|op|bij|door|van|i|på|av|hos|w|na|przez)\s+"
    r"(?:the\s+|der\s+|dem\s+|die\s+|das\s+|den\s+|le\s+|la\s+|el\s+|o\s+|a\s+|de\s+)?"
    rf"(?:[“„«\"‘*_]+(?P<quoted>[^“”„«»\"‘’*_]{{2,60}})[”“»\"’*_]|(?P<name>(?:The\s+)?{_NAME}))"
)
_WORK = (
    r"(?i:reporter|contributor|(?:senior )?fellow|producer|correspondent"
    r"|columnist|editor|editor-in-chief|(?:senior|staff) writer|journalist|critic"
    r"|bureau chief|redakteur(?:in)?|reporter(?:in)?|korrespondent(?:in)?|journalist(?:in)?"
    r"|kolumnist(?:in)?|chefredakteur(?:in)?|journaliste|correspondante?|rédac(?:teur|trice)"
    r"|chroniqueu(?:r|se)|periodista|reportera?|corresponsal|redactora?|columnista|jornalista"
    r"|repórter|correspondente|colunista|giornalista|corrispondente|inviat[oa]|redat(?:tore|trice)"
    r"|verslaggever|redacteur|ledarskribent|krönikör|kommentator|redaktør|dziennikar\w+)"
)
_IS = re.compile(
    rf"[\W_]*(?P<who>{_TOKEN}(?:\s[\w.’'-]+){{0,4}}?)\s(?:is|ist|est|es|é|è|är|er|jest)\s"
    rf"(?:[\w’'&-]+\s){{0,6}}?{_WORK}(?:\s[\w-]+){{0,3}}?\s(?:for|at|with|of|to|bei|der|des|von|beim|für|im|à"
    r"|pour|de|du|chez|en|para|del|da|do|na|no|di|della|per|van|bij|voor|på|i|för|vid|ved)\s"
    r"(?:the\s|der\s|dem\s|die\s|la\s|el\s|le\s)?[“„«\"‘]?"
    rf"(?P<paper>(?:The\s)?{_NAME})"
)
_SMALL_WORD = re.compile(r"\s[^\W\d_]{4,}")
_BLANK = "|"


def origin_claims(lines: Sequence[str], end: int, claims: Sequence[Claim]) -> list[Claim]:
    """What sentences about the article say of its source and its date, where nothing else does.

    ``This article originally appeared in The Paper on May 3, 2019``, in the languages of the
    news; ``Jane Doe is a reporter for The Paper``, where she is the author.
    """
    known = {claim.field for claim in claims}
    if {"source", "date", "authors"} <= known:
        return []
    found: list[Claim] = []
    for at in dict.fromkeys(_candidates(lines, end)):
        for sentence in _sentences(lines[at].strip()):
            if OF_ITSELF.match(sentence) is not None:
                told = _first_published(sentence, at + 1)
                found += told
                if "authors" not in known and any(claim.field == "source" for claim in told):
                    where = f"where it appeared, line {at + 1}"
                    found += [Claim("authors", who, where, 0.65) for who in written_by(sentence)]
            elif sentence[0].islower():
                continue  # within a paragraph with hard line ends
            elif "authors" not in known:
                found += _its_author(sentence, lines, at)
            elif "source" not in known:
                found += _of_its_author(sentence, at + 1, claims)
    return [claim for claim in found if claim.field not in known]


def _sentences(line: str) -> list[str]:
    """A line, or its sentences where one is about the author and another about the article."""
    if ". " not in line or " is " not in line:
        return [line]
    sentences = [_IT.sub("This article ", sentence) for sentence in _STOP.split(line)]
    about = any(OF_ITSELF.match(sentence) is not None for sentence in sentences[1:])
    return sentences if about and len(sentences) <= _MOST_SENTENCES else [line]


_IT = re.compile(r"It (?=(?:was |first |originally )*(?:published|appeared|ran|posted)\b)")
_STOP = re.compile(r"(?<=[^\W\d_]{3}\.)\s+(?=[A-ZÀ-Ý])")
_MOST_SENTENCES = 4


def _its_author(line: str, lines: Sequence[str], at: int) -> list[Claim]:
    """Who wrote an article without a byline, by the only sentence below it that names him."""
    match = _IS.match(line) if at >= len(lines) - 2 * _LAST else None
    if match is None or _FORMER.search(match[0]) is not None:
        return []
    if _MORE_OF_HIM.fullmatch(line, match.end()) is None:
        return []
    who, paper = match["who"], match["paper"].strip(" .,")
    shown = is_paper_or_site(paper)
    if not shown or not _is_somebody(who) or not is_unheard(who, list(lines), at):
        return []
    origin = f"whom the author works for, line {at + 1}"
    return [Claim("authors", who, origin, 0.6), Claim("source", paper, origin, 0.55)]


_FORMER = re.compile(
    r"\b(?:former(?:ly)?|retired|late|ex|ehemalig\w*|früher\w*|ancien(?:ne)?|antigu[oa]|antig[oa]|voormalig\w*"
    r"|tidligere|tidigare|był[ya])\b",
    re.IGNORECASE,
)
_MORE_OF_HIM = re.compile(
    r"[\s.*_)\]]*(?:(?<=[.\s])(?:Follow|Contact|E-?mail|Reach|You can|She|He|They|Twitter)\b"
    r".{0,160})?"
)
"""What may follow such a sentence in its line."""


def _is_somebody(name: str) -> bool:
    """Whether a name is one of two words, or of more after a known given name."""
    words = name.split()
    return may_name_somebody(name) and (len(words) == 2 or is_given_name(words[0]))


def appeared_in(line: str) -> str:
    """The publication in which a sentence says that its article appeared; else empty."""
    if OF_ITSELF.match(line) is None:
        return ""
    return next((c.value for c in _first_published(line, 1) if c.field == "source"), "")


_BY = re.compile(
    r"(?:This|Dieser|Cet|Este|Questo|Dit|Denne|Den här) (?:[^\W\d_]+ )?[^\W\d_]{4,12} "
    r"(?:by|von|de|di|van|av|af) (?P<who>[^,;:()\d]{4,60}?),? "
    r"(?:(?:was|is|has|first|originally|appeared|ran|wurde|erschien|ist|a|est|se|fue|foi|è|apareció"
    r"|werd|verscheen|ble|blev|publicerades)) "
)
"""Who wrote it, in such a sentence."""


def written_by(line: str) -> list[str]:
    """Whom a sentence about where an article appeared says to have written it."""
    match = _BY.match(line)
    people = people_parts(match["who"]) if match is not None else []
    return people if all(map(is_full_name, people)) else []


def _candidates(lines: Sequence[str], end: int) -> Iterator[int]:
    """The numbers of the last lines, from the last one on, and of the first ones."""
    last = islice(filled_from_end(lines, end - 1), _LAST)
    first = islice((at for at in range(end, len(lines)) if lines[at].strip()), _FIRST)
    yield from (at for at in chain(last, first) if len(lines[at]) <= MAX_LINE)


def _first_published(line: str, number: int) -> list[Claim]:
    """Source and date of a sentence about where the article appeared."""
    verb = _APPEARED.search(line.casefold())
    if verb is None or _NOT_IT.search(line) is not None:
        return []
    origin = f"where it appeared, line {number}"
    found: list[Claim] = []
    rest = line
    dated = next(find_dates(line), None)
    if dated is not None:
        found.append(date_claim(dated, origin, min(dated.confidence, 0.7)))
        before = WHEN_BEFORE.sub("", line[: dated.start])
        rest = f"{before} {_BLANK} {line[dated.end :]}"
    papers = [m["quoted"] or _with_small_word(m, rest) for m in _INSIDE.finditer(rest)]
    papers = [paper for paper in papers if not paper.isdigit()]
    sure = [paper for paper in papers if is_paper(paper)]
    if sure:
        found.append(Claim("source", sure[0], origin, 0.7))
    elif len(papers) == 1:
        found.append(Claim("source", papers[0], origin, 0.6))
    return found


def _with_small_word(match: re.Match[str], text: str) -> str:
    """A paper's name, with the small word behind it that may be of it: ``Norsk telegram``."""
    behind = _SMALL_WORD.match(text, match.end())
    longer = match["name"] + behind[0] if behind is not None else ""
    return longer if longer and publication(longer) else match["name"]


def _of_its_author(line: str, number: int, claims: Sequence[Claim]) -> list[Claim]:
    """The paper that the author of the article works for, by a sentence about him."""
    match = _IS.match(line)
    if match is None:
        return []
    who, paper = match["who"].casefold(), match["paper"].strip(" .,")
    families = {c.value.split()[-1].casefold() for c in claims if c.field == "authors"}
    if who.split()[-1] not in families:
        return []
    if is_paper_or_site(paper):
        return [Claim("source", paper, f"whom the author works for, line {number}", 0.55)]
    return []


def of_the_site(claims: list[Claim]) -> list[Claim]:
    """The claims, and the publication whose site the address is on.

    Those that have a word of a page's menu for a paper are left out: ``Impressum``.
    """
    claims = [claim for claim in claims if claim.field != "source" or not _is_button(claim.value)]
    if any(claim.field == "source" for claim in claims):
        return claims
    for claim in claims:
        if claim.field == "url":
            name = publication_of(claim.value)
            if name:
                return [
                    *claims,
                    Claim("source", name, f"the site of the address, {claim.origin}", 0.55),
                ]
    return claims


def _is_button(name: str) -> bool:
    return is_of_interface(name) and (not publication(name) or name in _NETWORKS)


_NETWORKS = frozenset("Google Facebook Twitter Instagram YouTube LinkedIn Pinterest Reddit".split())
