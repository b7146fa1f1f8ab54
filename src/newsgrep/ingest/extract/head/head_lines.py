"""A line of a head read as a whole: its pieces judged together, and what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsgrep.ingest.extract.head.agencies import agency, wire
from newsgrep.ingest.extract.head.bare_line import bare, linked
from newsgrep.ingest.extract.head.clauses import is_spoken
from newsgrep.ingest.extract.head.credits import paper_of_staff
from newsgrep.ingest.extract.head.evidence import Standing, Verdict, judge, people_parts
from newsgrep.ingest.extract.head.head_words import has_role, is_furniture, is_section
from newsgrep.ingest.extract.head.interface_words import is_of_interface
from newsgrep.ingest.extract.head.labelled_headlines import with_all_told
from newsgrep.ingest.extract.head.page_lines import is_picture_credit
from newsgrep.ingest.extract.head.pieces import Piece, cut
from newsgrep.ingest.extract.head.publications import looks_like_publication, publication
from newsgrep.ingest.extract.names.personal_names import (
    is_name,
    set_right,
    suffixes_joined,
    turned,
)
from newsgrep.ingest.raw_document import Claim, date_claim
from newsgrep.text.given_names import is_given_name
from newsgrep.text.month_dates import month_at_end

_FIELDS = {"author": "authors", "source": "source", "place": "place", "section": "section"}
_EXPLAINED = frozenset(
    ("author", "source", "place", "section", "role", "furniture", "date", "day", "url", "address",
     "count", "title", "deck", "tags", "language", "other", "raw date", "raw modified", "modified")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LineReading:
    """What a line says as a part of a head."""

    claims: tuple[Claim, ...]
    strength: float
    """The weight of its strongest evidence; 0 where nothing of it is understood."""
    unknown: str
    """The words that are not understood."""
    anchored: bool
    """Whether it has a date, a label or a byline: evidence that text seldom has."""
    has_role: bool = False
    """Whether it says what the author is: ``Staff Writer``."""

    @property
    def is_head(self) -> bool:
        """Whether the line is of the head: all of it is understood, or nearly."""
        if not self.strength:
            return False
        words = self.unknown.split()
        return not words or (self.anchored and len(words) <= 4 and len(self.unknown) <= 32)

    @property
    def fields(self) -> frozenset[str]:
        """The fields that the line claims something for."""
        return frozenset(claim.field for claim in self.claims)


NOTHING = LineReading((), 0.0, "", False)


def confidence(weight: float) -> float:
    """How sure a role of some weight is."""
    return round(max(0.3, min(0.95, 0.35 + 0.12 * weight)), 2)


_NAVIGATION = re.compile(r"\s*(?:[#*+-]\s*)?\[\d{1,3}\](?:[^\W_][\w&’'.-]*\s?){1,4}\s*$")
"""A numbered link on its own line, as text browsers write them."""


def read_line(line: str, number: int, standing: Standing) -> LineReading:
    """The reading of a line; ``number`` counts from 1.

    A month with its year counts as a date behind what is a head's without it: an author, a paper.
    """
    reading = _read_line(line, number, standing)
    if "date" in reading.fields or _YEAR_LAST.search(line) is None:
        return reading
    month = month_at_end(line)
    if month is None:
        return reading
    dated = date_claim(month, f"month, line {number}")
    rest = line[: month.start].rstrip(_BEFORE_MONTH)
    if not rest.strip():
        return LineReading((dated,), 4.0, "", True)
    before = _read_line(rest, number, standing)
    sure = before.is_head and (before.anchored or before.strength >= _SURE)
    if not sure or before.unknown or not before.claims:
        return reading
    return LineReading((*before.claims, dated), max(before.strength, 4.0), "", True)


_SPEECH = re.compile(
    r"\s*\**(?:reporter|journalist\w*|writer|authors?|auteur|autor\w*|redacteur|redakteur|source|quelle"
    r"|fuente|fonte|editor|photo|credit|publisher|section|category|language|location|place|date"
    r"|copyright|keywords|periodista|reportero|giornalista|reportera?)\**\s?[:：]\**\s+(\S.*)",
    re.IGNORECASE,
)
"""A line of an interview whose speaker is named as a fact is."""
_YEAR_LAST = re.compile(r"[^\W\d_].{0,3}\s(?:19|20)\d\d(?: issue| edition)?\W*$", re.IGNORECASE)
_BEFORE_MONTH = " \t,(-–—|·"
_SURE = 2.0


def _read_line(line: str, number: int, standing: Standing) -> LineReading:
    if _NAVIGATION.match(line) is not None:
        return LineReading((), 4.0, "", False)
    if standing.above and (owner := _owner(line)):
        return LineReading(
            (Claim("source", owner, f"copyright, line {number}", 0.5),), 4.0, "", True
        )
    owner = _owner(line) if standing.near else ""
    if owner:
        field = "authors" if _is_somebody(owner) else "source"
        claim = Claim(field, set_right(owner), f"copyright, line {number}", 0.5)
        return LineReading((claim,), 4.0, "", True)
    if (speech := _SPEECH.match(line)) is not None and is_spoken(speech[1]):
        return NOTHING
    pieces = cut(line)
    if not pieces:
        empty = bool(line.strip()) and len(line) < 120
        return LineReading((), 4.0, "", False) if empty else NOTHING
    if (
        is_furniture(bare(line))
        or is_picture_credit(line)
        # A word alone on the first line is a headline.
        or (
            (number > 1 or " " in line.strip())
            and is_of_interface(line)
            and not is_section(line.strip())
        )
    ):
        return LineReading((), 4.0, "", False)
    standing = standing._replace(
        alone=sum(1 for p in pieces if not p.kind) == 1 and len(pieces) == 1,
        dated=any(
            p.kind in ("date", "day") and p.label not in ("other", "modified") for p in pieces
        ),
    )
    verdicts = _together(pieces, standing)
    claims: list[Claim] = []
    unknown: list[str] = []
    anchored = False
    for piece, verdict in zip(pieces, verdicts, strict=True):
        made, left = _claims(piece, verdict, number)
        claims += made
        unknown += left
        anchored = anchored or _anchors(piece)
    if claims and claims[0].field == "title" and " | " in line:
        claims, unknown = with_all_told(claims, bare(line).partition(":")[2].strip(), number), []
    claims += [Claim("url", address, f"link, line {number}", 0.6) for address in linked(line)[:1]]
    strength = max((v.weight for v in verdicts if v.role in _EXPLAINED), default=0.0)
    anchored = anchored and (bool(claims) or not unknown)
    has_role = any(v.role == "role" for v in verdicts)
    return LineReading(tuple(_one_origin(claims)), strength, " ".join(unknown), anchored, has_role)


_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?\d\d(?:\d\d)?)?,?\s+)?(?:by\s+)?"
    r"([^\W\d_][^.|\d]{1,50}?)(?:,?\s+(?:19|20)\d\d)?[.,]?(?:\s+(?:all rights|alle rechte"
    r"|tous droits|todos los derechos|todos os direitos|tutti i diritti|alle rechten"
    r"|alla rättigheter"
    r"|wszelkie prawa)\b.{0,40})?",
    re.IGNORECASE,
)


def _owner(line: str) -> str:
    """The publication that a line with nothing but its copyright names; empty for other lines."""
    text = line.strip()
    if text[:1] not in "©(cC":
        return ""
    match = _COPYRIGHT.fullmatch(text)
    return match[1].strip() if match is not None and any(c.isdigit() for c in text) else ""


def _is_somebody(owner: str) -> bool:
    """Whether the rights are a person's, by a given name or an initial."""
    first = owner.split()[0]
    return is_given_name(first.title()) or _INITIAL.match(first) is not None


_INITIAL = re.compile(r"[A-ZÀ-Ý]\.")


def _anchors(piece: Piece) -> bool:
    """Whether a piece is what only heads have: a date, a label."""
    return piece.kind == "date" or bool(piece.label and not piece.label.endswith("?"))


def _together(pieces: Sequence[Piece], standing: Standing) -> list[Verdict]:
    """The verdicts on a line's pieces, each knowing those of its neighbours; one publication."""
    verdicts = [judge(piece, standing) for piece in pieces]
    judged = {(at, standing): verdict for at, verdict in enumerate(verdicts)}
    for _ in range(2 if len(pieces) > 1 else 0):
        changed = list(verdicts)
        for at, piece in enumerate(pieces):
            others = [v.role for n, v in enumerate(verdicts) if n != at]
            beside = standing._replace(
                author_beside=standing.author_beside or "author" in others,
                source_beside=standing.source_beside or "source" in others,
                role_beside="role" in others,
            )
            if (at, beside) not in judged:
                judged[at, beside] = judge(piece, beside)
            changed[at] = judged[at, beside]
        if changed == verdicts:
            break
        verdicts = changed
    sources = [at for at, v in enumerate(verdicts) if v.role == "source"]
    best = max(sources, key=lambda at: verdicts[at].weight, default=-1)
    for at in sources:
        if at != best:
            known = publication(pieces[at].text) or verdicts[at].weight >= 3
            verdicts[at] = Verdict(
                "other" if known else "", verdicts[at].weight if known else 0.0, ""
            )
    return verdicts


def _claims(piece: Piece, verdict: Verdict, number: int) -> tuple[list[Claim], list[str]]:
    """What a judged piece claims, and the words of it that are not understood."""
    line = f"line {number}"
    match verdict.role:
        case "":
            return [], [piece.text]
        case "author":
            return _people(piece, verdict, number)
        case "date" if piece.date is not None:
            return _dated(piece, line), []
        case "day":
            found = (
                []
                if piece.label == "other"
                else [Claim("day", piece.text, f"date line, {line}", 0.6)]
            )
            return found, []
        case "raw date":
            return [Claim("date", piece.text, f"label, {line}", 0.9)], []
        case "raw modified":
            return [Claim("modified", piece.text, f"label, {line}", 0.9)], []
        case "url":
            address = piece.text if "//" in piece.text else f"https://{piece.text}"
            return [Claim("url", address, line, 0.9)], []
        case "source" if _WHOLE_SENTENCE.fullmatch(piece.text) is not None:
            return [], [piece.text]
        case "source" if any(map(str.isalpha, piece.text)):
            return [_source(piece, verdict, number)], []
        case "title" | "deck" | "tags" | "language":
            return [Claim(verdict.role, piece.text, f"label, {line}", 0.95)], []
        case "place" | "section":
            where = f"label, {line}" if verdict.weight >= 4 else f"{line}: {verdict.why}"
            return [Claim(_FIELDS[verdict.role], piece.text, where, confidence(verdict.weight))], []
    return [], []


def _source(piece: Piece, verdict: Verdict, number: int) -> Claim:
    if piece.label == "source":
        return Claim("source", piece.text, f"label, line {number}", 0.9)
    # What a line says of itself beats what is only of the right shape.
    return Claim("source", piece.text, f"line {number}: {verdict.why}", confidence(verdict.weight))


def _dated(piece: Piece, line: str) -> list[Claim]:
    assert piece.date is not None
    if piece.label == "other":
        return []
    if piece.label == "modified":
        # Better than none, where no other date is given.
        least = min(piece.date.confidence, 0.4)
        return [
            date_claim(piece.date, f"date line, {line}", field="modified"),
            date_claim(piece.date, f"update, {line}", least),
        ]
    return [date_claim(piece.date, f"date line, {line}")]


_WHOLE_SENTENCE = re.compile(r".{6,}(?:[다요죠까]|。)[.?!。]?|.*[\u3040-\u9fff].{8,}[。！？]")
"""A sentence in a script without capitals, which stands where a paper may: ``… 올린다``."""
_PARTS = re.compile(
    r"\s*(?:,\s*(?:and|und|et|y|e|og|och|en|i)\s+|[,;/|·•])\s*", re.IGNORECASE
)  # fmt: skip
_CASED = re.compile(r"[a-zà-ýA-ZÀ-Ý\u0370-\u052f]")
_NOBODY = re.compile(
    r"(?:the |our )?(?:editorial board|editorial staff|editors?|staff|staff (?:writers?|reports?)"
    r"|redaktion|redacción|rédaction|redazione|redação|redactie|redaktionen|redakcja)",
    re.IGNORECASE,
)
"""Bylines that name nobody: ``By The Editorial Board``."""
_GROUP = re.compile(
    r"(?:the )?(?P<name>(?:[A-Z][\w.&’'-]*,? (?:and |of |the |for )?){1,6}"
    r"(?:Committee|Council|Collective|Association|Working Group|Task Force|Coalition|Society))"
)
"""A body that signs what it wrote: ``By the Harbour Users Committee``."""
_FOR = re.compile(r"(?:special to|for) (.+)", re.IGNORECASE)


def _people(piece: Piece, verdict: Verdict, number: int) -> tuple[list[Claim], list[str]]:
    """The names in a byline, and what else it says: a role, a paper, a place."""
    labelled = piece.label == "author"
    origin = f"byline, line {number}" if labelled else f"line {number}: {verdict.why}"
    sure = 0.95 if labelled else confidence(verdict.weight)
    sure = min(sure, 0.85) if piece.label == "author?" else sure
    claims: list[Claim] = []
    unknown: list[str] = []
    names = 0
    for part in _PARTS.split(turned(suffixes_joined(piece.text))):
        for each in _people_of(part):
            role = _person(each.strip(" .-–—:"), names, labelled)
            if role == "name":
                value = agency(each) or set_right(each.strip(" -–—:"))
                claims.append(Claim("authors", value, origin, sure))
                names += 1
            elif role == "source":
                told = paper_of_staff(each) or _FOR.sub(r"\1", each)
                # More than an agency in the dateline.
                certain = 0.82 if labelled and publication(told) and not agency(told) else 0.7
                claims.append(Claim("source", told, f"byline, line {number}", certain))
            elif role == "place":
                claims.append(Claim("place", each, f"byline, line {number}", 0.6))
            elif not role:
                unknown.append(each)
    group = _GROUP.fullmatch(piece.text.strip(" .")) if labelled and not names else None
    if group is not None and not claims:
        return [Claim("authors", group["name"], origin, sure)], []
    if not names and not claims:
        return [], [] if labelled and _NOBODY.fullmatch(piece.text) else [piece.text]
    return claims, unknown


_TITLE = re.compile(
    r"^(?:the\s+)?(?:dra?|mr|mrs|ms|prof|sir|lic|ing|fr|rev|hon|msgr)\.?\s+", re.IGNORECASE
)


def _people_of(part: str) -> list[str]:
    """The names that a part of a byline joins by *and*, or the part as it is.

    A paper and an agency are no authors together: ``Le Courrier avec AFP``.
    """
    parts = people_parts(part)
    if len(parts) < 2 or not all(agency(p) or is_name(_TITLE.sub("", p)) for p in parts):
        return [part]
    papers = [p for p in parts if publication(p) and not agency(p)]
    return papers if papers and all(agency(p) or p in papers for p in parts) else parts


def _person(part: str, names: int, labelled: bool) -> str:
    """What a part of a byline is: ``name``, ``source``, ``place``, ``role``, or nothing known."""
    if not part:
        return "role"
    if not names and wire(part):
        return "name"
    if publication(part) and (len(part.split()) > 1 or part.isupper() or not is_name(part)):
        return "source"
    if has_role(part):
        behind = _FOR.fullmatch(part)
        told = behind is not None and looks_like_publication(behind[1])
        return "source" if told or paper_of_staff(part) else "role"
    if looks_like_publication(part) and (names or len(part.split()) > 2):
        return "source"
    bare_name = _TITLE.sub("", part)
    if _CASED.search(part) is None and len(part) <= 24:
        return "name"  # a script without capitals
    if not is_name(bare_name):
        return ""
    if len(bare_name.split()) > 1:
        return "name"
    if names:
        return "place" if publication(part) == "" else "source"
    return "name" if labelled else ""


def _one_origin(claims: list[Claim]) -> list[Claim]:
    """The authors of a line share an origin: together they are its byline."""
    authors = [claim for claim in claims if claim.field == "authors"]
    if len({claim.origin for claim in authors}) < 2:
        return claims
    first = max(authors, key=lambda claim: claim.confidence)
    return [
        Claim(c.field, c.value, first.origin, first.confidence) if c.field == "authors" else c
        for c in claims
    ]
