"""Which line of a head is the headline."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsgrep.ingest.extract.head.bare_line import bare
from newsgrep.ingest.extract.head.byline import read_byline
from newsgrep.ingest.extract.head.dateline import read_dateline
from newsgrep.ingest.extract.head.evidence import Standing
from newsgrep.ingest.extract.head.handed_on import GREETING
from newsgrep.ingest.extract.head.head_lines import LineReading, read_line
from newsgrep.ingest.extract.head.head_words import ASIDE, is_furniture, is_section
from newsgrep.ingest.extract.head.issue_line import ISSUE
from newsgrep.ingest.extract.head.one_line import parted
from newsgrep.ingest.extract.head.page_lines import is_caption, is_credited
from newsgrep.ingest.extract.head.paragraphs_first import is_paragraph
from newsgrep.ingest.extract.head.publications import is_domain, looks_like_publication, publication
from newsgrep.ingest.extract.head.wrapped_text import goes_on_from, opens_full_paragraph
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.dates import find_dates
from newsgrep.text.given_names import is_given_name
from newsgrep.text.letters import letters
from newsgrep.text.words import has_words

MAX_TITLE = 260
_LONGEST_KICKED = 140
"""Characters of a headline below a kicker."""
_SENTENCE = 24
"""Signs of a Chinese or Japanese sentence that is a story's first one."""
_SHORT = 90
"""Characters of a line that says who or when, below a headline."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A line that may be the headline, what else it says, and what there is for it."""

    place: int
    claim: Claim
    beside: tuple[Claim, ...]
    weight: float


_SMALL = re.compile(r"(?<![\w’'.-])[^\W\d_A-ZÀ-Ý]{2,}(?![\w.])")
_BRACKET = re.compile(r"^(.{12,}?)\s*[(\[]([^()\[\]]{3,120})[)\]]\s*$")
_QUOTED = re.compile(r"^(.{0,80}?)[“\"„«»]([^“”\"„«»]{12,240}?)[.,]?[”\"“»«][.,]?\s*(.{0,160})$")
_KICKER = re.compile(r"^([^|·•]{2,24}?)\s[|·•]\s(\S.{15,})$")
_PAPER = re.compile(r"(?:[A-ZÀ-Ý0-9][\w.&’'-]*\s?){1,3}")
_PARTED = re.compile(r"[“\"„«»(\[|·•–—:]|\s-|[.?!] [Bb]y\s")
"""What a line that says something else beside its headline has."""
_ADDRESS = re.compile(r"\s*(?:https?:|www\.)")
_ITEM = re.compile(r"\s*(?:[-*+•]\s|\[\d)")
_STOPPED = re.compile(r"(?<!\b[A-Z]\.[A-Z])[.][”\"\])]{0,4}$")
_SHORTENED = re.compile(r"\b(?:[A-Z]{1,2}\.[A-Z]{1,2}|Inc|Corp|Ltd|Jr|Sr|Co|etc)\.$")
"""What a headline may end in with a stop: ``EE.UU.``."""
_CLOSED = 5
"""Characters at a line's end with its stop, and the quotes and brackets behind it."""
_OF_CONTACT = re.compile(
    r"(?:(?:press|media|news) )?(?:contact|kontakt|contacto|contato|contatto)s?(?: person)?"
    r"\s?:\s*\S",
    re.IGNORECASE,
)
_VALUE = re.compile(r"[A-Z][a-z]{2,11}:\S{1,24}")
"""A label with its value right behind it: ``Label:Trump``."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\d[./]\d\d?[./]\d\d\b")
_OF_PAGE = re.compile(r"(\S.{7,}?) : [^:]{1,16} : ([^:]{2,40})")
"""A page's title: the headline, a section and the site."""
_TAIL = re.compile(r"^(.{12,}?)\s(?:[-–—|·•]|--|:)\s(.{2,60})$")


def headline_in(
    lines: list[str], at: int, place: int, reading: LineReading, subject: str
) -> Headline | None:
    """The headline that the line at ``at`` would be; None where it can be none."""
    labelled = next((c for c in reading.claims if c.field == "title"), None)
    if labelled is not None:
        others = tuple(c for c in reading.claims if c.field != "title")
        return Headline(place, labelled, others, 8.0)
    line = lines[at]
    text = bare(line)
    if _is_all_facts(text, reading) or any(c.origin.startswith(ISSUE) for c in reading.claims):
        return None
    if not text or len(text) > MAX_TITLE + 120 or not has_words(text) or _is_count(text):
        return None
    if text[-1] in ",!" and _calls_to_readers(text):
        return None
    title, beside = _before_paper_below(text, lines, at) or _apart(text, at + 1)
    if len(title) > MAX_TITLE or (title != text and not has_words(title)):
        return None
    weight = _weight(line, title, at, place, lines)
    if reading.is_head and not beside:
        weight -= 1.5 + reading.strength * (0.4 if _could_be_both(title, reading) else 1.0)
    if beside:
        weight += 1.0
    if subject and _same(subject, title):
        weight += 4.0
    origin = "first line" if place == 0 else f"line {at + 1}"
    sure = round(max(0.4, min(0.9, 0.6 + 0.1 * weight)), 2)
    return Headline(place, Claim("title", title, origin, sure), tuple(beside), weight)


def _is_count(text: str) -> bool:
    """Whether a line is a number that a program counts by, and no title: ``1984``, ``300``."""
    return text.isdecimal() and len(text) > _TITLE_DIGITS


_TITLE_DIGITS = 4


def _calls_to_readers(text: str) -> bool:
    """Whether a line that ends so greets its readers, or is a button's sentence."""
    return GREETING.fullmatch(text) is not None or (text.count(" ") > 5 and is_furniture(text))


def _before_paper_below(text: str, lines: list[str], at: int) -> tuple[str, list[Claim]] | None:
    """A headline without the paper behind it, where the next line is the paper's name again."""
    match = _TAIL.match(text)
    if match is None or match[2].strip() != _next(lines, at + 1):
        return None
    source = Claim("source", match[2].strip(), f"line {at + 2}, and behind the headline", 0.75)
    return match[1].rstrip(), [source]


def _is_all_facts(text: str, reading: LineReading) -> bool:
    """Whether a line of several cells says who, where and when, and nothing besides."""
    if not reading.is_head:
        return False
    cells = text.count(" | ") + text.count(" · ") + text.count(" • ") + text.count(" – ")
    if cells < 2:
        return False
    facts = reading.fields & {"authors", "source", "date"}
    numbered = reading.unknown.isdigit() and facts == {"source", "date"}  # a page's number
    named = any(
        is_given_name(claim.value.split()[0])
        for claim in reading.claims
        if claim.field == "authors"
    )
    return numbered or (named and len(facts) > 2 and not reading.unknown)


def is_of_the_head(line: str, reading: LineReading) -> bool:
    """Whether the only line above a story is no headline, by its own words."""
    if not reading.is_head or reading.unknown:
        return False
    if reading.fields <= {"date", "day", "modified", "url"}:
        # A role alone is short: "EC APPOINTS NEW CHIEF" has one, and is a headline.
        return bool(reading.fields) or len(line.split()) <= 3
    return bool(publication(line)) or read_byline(line) is not None


def may_be_of_the_head(line: str) -> bool:
    """Whether the only line above a story may be no headline; most are told without reading it."""
    return (
        len(line.split()) <= 3
        or _DAY_OR_ADDRESS.search(line) is not None
        or bool(publication(line))
        or read_byline(line) is not None
    )


_DAY_OR_ADDRESS = re.compile(r"\d|(?i:day)\b|[^\x00-\x7f]|//|\.\w")
"""What a line that says a day or an address has."""


def _weight(line: str, title: str, at: int, place: int, lines: list[str]) -> float:
    """What a line has for being a headline, and against it."""
    words = len(title.split())
    spaced = len(title) if words < 3 else 0  # scripts that part no words
    weight = 2.0 if place == 0 else 1.0
    weight += 1.0 if words >= 4 or spaced > 12 else 0.0
    weight += 0.7 if words > 2 and _SMALL.search(title) is not None else 0.0
    weight += 1.5 if line.lstrip().startswith("#") else 0.0
    weight -= 1.0 if words > 30 else 0.0
    if at + 1 < len(lines) and not lines[at + 1].strip():
        weight += 0.3
    may_stop = "." in title[-_CLOSED:]
    stopped = may_stop and is_stopped(title) and not title.isupper()
    if len(title) > 60 and stopped:
        weight -= 1.2 if _is_short_of_byline(title, lines, at + 1) else 4.2
    elif _opens_story(title, lines, at + 1) or _is_of_paragraph(lines, at, place):
        weight -= 4.2
    if len(title) > 180:
        weight -= 1.5
    if len(title) > 100 and read_dateline(title) is not None:
        weight -= 4.0
    if read_byline(title) is not None:
        weight -= 4.0
    if _ADDRESS.match(line) or " > " in line:
        weight -= 4.0
    if place > 0 and _ITEM.match(line):
        weight -= 1.5
    if place > 0 and words > 4 and stopped:
        weight -= 2.0
    if words <= 3 and _looks_titled(lines, at + 1):
        weight -= 1.5 if place > 0 else 2.5 if _is_kicker(line, lines, at + 1) else 0.5
    if ASIDE.match(line) is not None:
        weight -= 3.0
    weight -= 5.0 if is_credited(line) else 2.5 if is_caption(line) else 0.0
    if title.endswith(":"):
        weight -= 1.5
    if _OF_CONTACT.match(title) is not None or _VALUE.fullmatch(title) is not None:
        weight -= 4.0
    return weight


def _is_of_paragraph(lines: list[str], at: int, place: int) -> bool:
    """Whether a line is of a paragraph with hard line ends: its first, or one that goes on."""
    return goes_on_from(lines, at) if place else opens_full_paragraph(lines, at)


def _opens_story(title: str, lines: list[str], at: int) -> bool:
    """Whether a line is a story's first sentence or paragraph by its own words."""
    if title.endswith("。") and len(title) > _SENTENCE:
        return True
    return is_paragraph(title) and not _is_short_of_byline(title, lines, at)


def is_stopped(line: str) -> bool:
    """Whether a line ends with a full stop that is no abbreviation's."""
    return _STOPPED.search(line) is not None and _SHORTENED.search(line) is None


def _next(lines: list[str], at: int) -> str:
    """The next line with words, from ``at`` on."""
    return next((line.strip() for line in lines[at : at + 4] if line.strip()), "")


def _is_kicker(line: str, lines: list[str], at: int) -> bool:
    """Whether a word, or a few in capitals, stand above a headline with a byline or date below."""
    following = _next(lines, at)
    if following.isupper() or not (line.isupper() or " " not in line.strip()):
        return False
    if line.isupper() and lines[at : at + 1] and lines[at].strip():
        # Right above a headline, and not above a paragraph: "NORTH QUAY", "Ferry firm sells …".
        text = _next(lines, at + 1)
        stopped = following.endswith((":", "!")) or is_stopped(following)
        return not stopped and len(following) < _LONGEST_KICKED < len(text) + _SHORT
    if read_dateline(following) is not None or not lines[at : at + 1] or lines[at].strip():
        return False
    below = [other for other in lines[at : at + 12] if other.strip()][1:5]
    return any(
        len(other) <= _SHORT
        and (read_byline(other.strip()) is not None or next(find_dates(other), None) is not None)
        for other in below
    )


def _is_short_of_byline(title: str, lines: list[str], at: int) -> bool:
    """Whether a line with a stop at its end is short, and right above a byline: two sentences."""
    return len(title) <= 120 and read_byline(_next(lines, at)) is not None


def _looks_titled(lines: list[str], at: int) -> bool:
    """Whether the next line with words would be a headline: then a short one above is a kicker."""
    following = _next(lines, at)
    stopped = following.endswith(":") or is_stopped(following)
    return 5 <= len(following.split()) <= 25 and not stopped


def _could_be_both(title: str, reading: LineReading) -> bool:
    """Whether a line that reads as part of a head may be a headline as well: ``Market news``."""
    return (
        bool(reading.claims)
        and not reading.anchored
        and not publication(title)
        and len(title.split()) > 2
    )


def may_be_parted(line: str) -> bool:
    """Whether a line may say something else beside its headline."""
    return _PARTED.search(line) is not None


def _apart(text: str, number: int) -> tuple[str, list[Claim]]:
    """A headline and what else its line says; a line of nothing but facts is no headline."""
    title, beside = _without_facts(text, number) if may_be_parted(text) else (text, [])
    if not beside:
        return title, beside
    left = read_line(title, number, Standing(near=True))
    if left.is_head and not left.unknown and (left.anchored or len(title.split()) <= _FEW):
        return text, []
    return title, beside


_FEW = 6
"""Words of what may be names."""


def _without_facts(text: str, number: int) -> tuple[str, list[Claim]]:
    """A headline without what else its line says: the paper behind it, a reference around it."""
    title, beside = parted(text, number)
    if beside:
        return title, beside
    quoted = _QUOTED.match(text)
    if quoted is not None and _stands_apart(quoted):
        rest = f"{quoted[1].strip(' ,.:')} | {quoted[3].strip(' ,.')}"
        reading = read_line(rest, number, Standing(near=True))
        told = len(reading.fields & {"authors", "source", "date"})
        if reading.is_head and not reading.unknown and told > 1:
            return quoted[2].strip(), list(reading.claims)
    bracket = _BRACKET.match(text)
    if bracket is not None:
        reading = read_line(bracket[2], number, Standing(near=True))
        fields = reading.fields & {"authors", "source", "date"}
        if (
            reading.is_head
            and not reading.unknown
            and (len(fields) > 1 or ("source" in fields and _surely(bracket[2])))
        ):
            return bracket[1].strip(), list(reading.claims)
    kicker = _KICKER.match(text)
    if kicker is not None and is_section(kicker[1]):
        section = Claim("section", kicker[1], f"line {number}, before the headline", 0.7)
        title, beside = _without_facts(kicker[2], number)
        return title, [section, *beside]
    title, paper = without_paper(text)
    if paper:
        return title, [Claim("source", paper, "behind the headline", 0.6)]
    return text, []


def _stands_apart(quoted: re.Match[str]) -> bool:
    """Whether a quotation is a headline in a reference, and no part of a sentence."""
    before, behind = quoted[1].strip(), quoted[3].strip()
    return bool(before or behind) and (not before or before[-1] in ".,:;|–—-)")


def _surely(name: str) -> bool:
    """Whether a name in brackets behind a headline is a publication's, and nothing of its own."""
    shaped = " " in name and looks_like_publication(name)
    return bool(publication(name)) or is_domain(name) or shaped


def without_paper(title: str) -> tuple[str, str]:
    """A headline without the name of the paper behind a dash or bar, and that name."""
    of_page = _OF_PAGE.fullmatch(title) if " : " in title else None
    if of_page is not None and publication(of_page[2]):
        return of_page[1], of_page[2]
    match = _TAIL.match(title)
    if match is None:
        return title, ""
    # The last sign is the one that parts them: "A - B | The Paper".
    rest, paper = match[1], match[2]
    if _YEAR.search(paper) is not None and next(find_dates(paper), None) is not None:
        return title, ""  # a day is no paper
    while (deeper := _TAIL.match(f"{'x' * 12} {paper}")) is not None and deeper[1] != "x" * 12:
        cut = paper.index(deeper[2], len(deeper[1]) - 13)
        rest, paper = title[: len(title) - len(paper) + len(deeper[1]) - 13].rstrip(), paper[cut:]
    named = publication(paper) if " " in paper or paper.isupper() or "." in paper else ""
    if ":" in title[len(rest) : len(rest) + 3] or len(paper) > 50:
        return title, ""
    sign = title[len(rest) : len(rest) + 3].strip()[:1]
    if named or (sign in ("|", "•", "·") and publication(paper)):
        return rest, paper
    if " | " in title and len(paper.split()) <= 3 and len(rest) >= 20 and _PAPER.fullmatch(paper):
        return rest, paper
    return (rest, paper) if looks_like_publication(paper) and len(rest) >= 15 else (title, "")


def _same(one: str, other: str) -> bool:
    return letters(one) == letters(other)


def is_simple(line: str) -> bool:
    """Whether a first line is a headline that needs no further look."""
    return _SIMPLE.fullmatch(line) is not None and not is_furniture(line)


_SIMPLE = re.compile(
    r"(?!(?i:by|por|von|par|from|via|text|door|af|av)\b)(?![^-]*\s-)(?!.*\d\d)"
    r"(?=(?:['‘“]?\S+\s+){1,8}(?!(?:van|von|der|den|del|dos|las|los|and|the|bin|ibn|abu|und)\b)"
    r"[a-zà-ÿ]{3,}\b)(?=(?:\S+\s+){2})['‘]?[^\W\d_][\w ,'’‘?%£$.-]{13,118}[\w'’?]"
)
"""A clause without anything that heads have."""
