"""The paper that stands around an article whose head names none: a masthead, a notice.

``The Harbour Times`` above a menu, ``Copyright THE COURIER.``, ``More from the Courier``, ``Why you
can trust Harbour News``. Only known names count, and only where no other stands there. Credits of
pictures do not: papers print those of others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.clauses import is_prose
from newsgrep.ingest.extract.head.filled_lines import filled_from_end, filled_lines
from newsgrep.ingest.extract.head.head_words import is_section
from newsgrep.ingest.extract.head.publications import publication, publication_of
from newsgrep.ingest.extract.head.wrapped_text import WRAPPED
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.shared_names import is_shared

_LAST = 9
"""Lines with words at the end that may name the paper."""
_LONGEST = 160
_LONGEST_MASTHEAD = 60
_SURE, _TOLD = 0.78, 0.55
"""How much a masthead alone on its line is believed, and a notice."""
_STEMS = tuple(
    """télécharg descarg scarica abonn abbon suscri subscri prenumer newsletter boletín whatsapp
    ακολουθ последва подпи приєдн startseite unterstütz wiadomości aplicaç aplicació aplicați
    applicaz applicatio""".split()
)
_TELLING = frozenset(
    """app app: trust download baix facebook google telegram follow suivez síguenos siga segui
    published appeared posted publicado publicada publié lee leer también theo seguici volg
    følg lire lees leggi leia läs læs read homepage accueil quelle quelle: bron: kilde källa
    redacción redazione redaktion support apoya apoie soutenez digital tilaa lataa assine
    socio/a reporter editor correspondent hazte zur""".split()
)
"""Stems and words of which one stands in a line that says whose page it is on."""
_FIRM = re.compile(r",? (?:Inc|Ltd|Limited|Corp|Co|LLC|plc|GmbH|AG|Company)\b.*$", re.IGNORECASE)
_STOP = frozenset(
    """all alle article artikel artikeln das der die el facebook for google in la le les los more
    read telegram the this twitter whatsapp x you your""".split()
)
_WORDS = re.compile(r"[\w.’'&/-]*[\w]")
_LINE = re.compile(r"line (\d+)")
_MANY_LINKS, _NEARLY_ALL = 3, 0.8
"""Links of a text from which on, and the share of them that go to one site."""
_REFERENCE = re.compile(r"https?://[^\s<>\"')\]]{4,300}")
_OF_A_SITE = re.compile(r"\s(?:home ?page|logo)\s*$", re.IGNORECASE)
_LABELLED = re.compile(r"^\W*(?:\[\d{1,3}\]\s?)?")


def paper_around(
    lines: Sequence[str], whole: Sequence[str], above: int, end: int, *, plain: bool
) -> list[Claim]:
    """The source that the furniture of an article tells; empty where it tells none, or several.

    ``whole`` are the lines with a page's navigation, ``above`` is the line of the headline, ``end``
    where the text begins. A ``plain`` text has no
    furniture above it, and below it only what says whose it is.
    """
    mastheads = dict(_mastheads(whole, min(above, len(whole))))
    if len(mastheads) == 1:
        ((name, at),) = mastheads.items()
        return [Claim("source", name, f"masthead, line {at + 1}", _SURE)]
    told = dict(_noticed(lines, _places(lines, above, end), plain=plain))
    if len(told) == 1:
        ((name, at),) = told.items()
        return [Claim("source", name, f"named beside the article, line {at + 1}", _TOLD)]
    linked = [address for line in lines[end:] for address in _addresses(line)]
    sites = Counter(map(publication_of, linked))
    site, links = sites.most_common(1)[0] if len(linked) >= _MANY_LINKS else ("", 0)
    if not told and site and links >= _NEARLY_ALL * len(linked):
        return [Claim("source", site, "the site of the text's links", 0.45)]
    return []


def line_of(origin: str) -> int:
    """The number of the line, from 0, that a claim's origin names; 0 where it names none."""
    match = _LINE.search(origin)
    return int(match[1]) - 1 if match is not None else 0


def _addresses(line: str) -> list[str]:
    return _REFERENCE.findall(line) if "://" in line else []


def _mastheads(lines: Sequence[str], above: int) -> Iterator[tuple[str, int]]:
    """Known papers alone on a line above the headline, the first of each."""
    first = filled_lines(lines[:above], 2)
    for at in range(above):
        text = _OF_A_SITE.sub("", _LABELLED.sub("", lines[at])).strip()
        if not text or len(text) > _LONGEST_MASTHEAD or is_section(text):
            continue
        word = text.isascii() and text.isalpha() and text[1:].islower()
        if word and at not in first:
            continue  # an item of the menu
        if name := _paper(text):
            yield name, at


def _places(lines: Sequence[str], above: int, end: int) -> Iterator[int]:
    """The lines of furniture: those above and below the headline, and the last ones."""
    yield from range(min(above, len(lines)))
    yield from range(above + 1, end)
    first = (at for at in range(end, min(end + 4, len(lines))) if lines[at].strip())
    yield from (at for at in first if len(lines[at]) <= _LONGEST_MASTHEAD)
    last = islice(filled_from_end(lines, end), _LAST)
    # Within a paragraph with hard line ends there is none.
    yield from (at for at in last if len(lines[at]) <= _LONGEST and _is_alone(lines, at))


def _is_alone(lines: Sequence[str], at: int) -> bool:
    """Whether a line is no part of a paragraph with hard line ends."""
    above = lines[at - 1].strip()
    return not above or (len(above) < WRAPPED and not lines[at][:1].islower())


def _noticed(
    lines: Sequence[str], places: Iterable[int], *, plain: bool
) -> Iterator[tuple[str, int]]:
    for at in places:
        line = lines[at].strip()
        if not line or len(line) > _LONGEST:
            continue
        low = line.lower()
        owned = _OWNED.search(low) is not None
        if plain and not owned:
            continue
        words = low.replace(",", " ").split()
        telling = owned or not _TELLING.isdisjoint(words) or any(stem in low for stem in _STEMS)
        if telling and not is_prose(line) and _OF_OTHERS.search(low) is None:
            yield from ((name, at) for name in _known_in(line, owned=owned))


def _known_in(line: str, *, owned: bool) -> Iterator[str]:
    """The known papers that a line names, longest first; ``owned`` as in :func:`_told`."""
    words = list(_WORDS.finditer(line))
    at = 0
    while at < len(words):
        for count in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            part = line[words[at].start() : words[at + count - 1].end()]
            name = _told(part, count, owned=owned)
            if name:
                yield name
                at += count - 1
                break
        at += 1


def _told(part: str, count: int, *, owned: bool) -> str:
    """The paper that goes by a part of a line, where it is no word of a language as well.

    One word alone has to look like a name of its own, but where a line says whose it is
    (``owned``).
    """
    small = part[0].islower() and part[:2] not in ("el", "il", "la", "le", "de", "i")
    if (small and "." not in part) or part.lower() in _STOP or is_shared(part):
        return ""
    if is_section(part) or (count < 3 and is_place(part)):
        return ""
    if count == 1 and part.isascii() and not owned and part[1:].islower():
        return ""
    name = publication(part)
    if is_shared(_FIRM.sub("", part)):
        return ""  # "Press Inc." of "Hawk Press Inc."
    return "" if agency(part) and not owned else name


_OF_OTHERS = re.compile(
    r"photo|foto|фото|image|picture|illustration|credit|\bbild\b"
    r"|\b(?:is|ist|est|es) (?:an?|the|eine?|une?|un[ao])\b"
)
"""What papers print of others, and what they say of somebody."""
_OWNED = re.compile(
    r"©|ⓒ|copyright|\(c\)|rights? reserved|droits|rechte|derechos|diritti|riservata|direitos"
    r"|rättighet|저작권|版权|版權|bản quyền|quelle|źródło|zdroj|источник|джерело|källa|fuente|fonte"
)
"""What says whose an article is."""
_MOST_WORDS = 4


def _paper(text: str) -> str:
    """The usual name of the known paper that a text names, and nothing besides."""
    name = text.strip(" .,")
    return publication(name) if not is_shared(name) and not agency(name) else ""
