"""What stands above and below the paragraphs of a web page's article: menus, credits, filler."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from newsgrep.ingest.extract.head.chinese import reporters_in
from newsgrep.ingest.extract.head.korean import korean_reporter_behind
from newsgrep.ingest.extract.head.korean_signatures import reporters_behind
from newsgrep.ingest.extract.head.publications import publication
from newsgrep.ingest.extract.head.signed import authors_of
from newsgrep.ingest.extract.head.unheard import is_given_and_family, is_unheard
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.letters import bare

_MENU = 60
"""Paragraphs above the headline that may be a menu's."""
_SHORT = 100
_SENTENCE_END = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*$")
_LEAST_TEXT = 200
"""Characters in whole sentences that stand below a menu."""
_ENDS = 4
"""Paragraphs at either end in which credits are looked for."""
_LONGEST_CREDIT = 120
_CREDIT = re.compile(
    r"^[|\s]*(?P<label>penulis|pewarta|reporter|wartawan|oleh|editor|redaktur)\s*[|\s]*:\s*"
    r"(?P<name>[^|:]{2,80}?)[|\s]*$",
    re.IGNORECASE,
)
_EDITS = frozenset(("editor", "redaktur"))
_WORKS_FOR = re.compile(r"^(?:kontributor|wartawan|reporter|koresponden)\b[^,]*,\s*", re.IGNORECASE)
_CHINESE_HEAD = re.compile(
    r"^(?:(?:19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}日?[ \d:]*(?:[来來]源\s*[:：].{0,30})?"
    r"|字号\W*.{0,8}|[来來]源\s*[:：].{0,30}|[\u4e00-\u9fff]{0,8}[记記]者 [\u4e00-\u9fff ]{2,20})$"
)
_MARK = re.compile(r"[-–—•*·»›>×]|\|[-|\s]*")
_VALUE = re.compile(r"-? ?(?:(?:is|has|show|enable)[A-Z]\w{2,30}:|true|false|null|undefined)")
"""What a program says to itself: ``isSubscriber:``, ``false``."""
_DATED = re.compile(
    r"^(?:[^\W\d_]{2,12},? )?\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d"
    r"(?: \d{1,2}[:.]\d\d)?(?: [A-Z]{2,4})?\b"
)
_FEWEST_DATED = 3
_FILLER = frozenset(
    """dolor dolores dolorem ipsa ipsam ipsum quia quis quae cumque voluptas voluptatem voluptates
    laboriosam reprehenderit consequatur consequuntur blanditiis exercitationem aspernatur tempora
    nesciunt repellat repellendus officia officiis sapiente omnis eaque perferendis asperiores
    minima molestiae debitis deleniti dignissimos ducimus eligendi praesentium provident quibusdam
    accusamus architecto temporibus rerum nostrum numquam itaque iusto labore""".split()
)
"""Words of the Latin that stands where a text is to come, or where it has to be paid for."""
_OF_FILLER, _FEWEST_OF_FILLER = 0.25, 3


class PageText(NamedTuple):
    """The paragraphs of an article alone, and what those around them claim."""

    paragraphs: list[str]
    claims: list[Claim]


def without_ends(paragraphs: list[str], titles: Iterable[str]) -> PageText:
    """The paragraphs of a page without a menu above its headline, credits, dates and filler.

    ``titles`` are the headlines that the page claims. Where nothing would be left, all is.
    """
    kept = [p for p in paragraphs if not is_filler(p) and _MARK.fullmatch(p) is None]
    kept = [p for p in kept if _VALUE.fullmatch(p) is None]
    kept = _without_dated_teasers(_below_menu(kept, {bare(title) for title in titles}))
    kept = _without_doubled_teasers(kept)
    kept, claims = _without_credits(kept)
    return PageText(kept, claims) if kept else PageText(paragraphs, [])


def is_filler(paragraph: str) -> bool:
    """Whether a paragraph is Latin without a meaning: what a reader without a subscription gets."""
    words = paragraph.lower().replace(".", " ").replace(",", " ").split()
    found = [word for word in words if word in _FILLER]
    return len(set(found)) >= _FEWEST_OF_FILLER and len(found) >= _OF_FILLER * len(words)


def _below_menu(paragraphs: list[str], titles: set[str]) -> list[str]:
    """Without the items of a menu that stand above the headline."""
    for at, paragraph in enumerate(paragraphs[:_MENU]):
        if at > 2 and len(paragraph) < 2 * _SHORT and bare(paragraph) in titles:
            above = paragraphs[:at]
            if any(len(p) > _SHORT or _SENTENCE_END.search(p) is not None for p in above):
                return paragraphs
            below = sum(len(p) for p in paragraphs[at:] if _SENTENCE_END.search(p))
            return paragraphs[at:] if below >= _LEAST_TEXT else paragraphs
    return paragraphs


def _without_dated_teasers(paragraphs: list[str]) -> list[str]:
    """Without other stories' dates and headlines that stand above the first paragraph."""
    count = 0
    while count < len(paragraphs) and _DATED.match(paragraphs[count]) is not None:
        if len(paragraphs[count]) > _SHORT + 40 or _SENTENCE_END.search(paragraphs[count]):
            break
        count += 1
    return paragraphs[count:] if count >= _FEWEST_DATED else paragraphs


def _without_doubled_teasers(paragraphs: list[str]) -> list[str]:
    """Without other stories at the end, whose headlines stand twice: a link's and its picture's."""
    cut, found, between = len(paragraphs), 0, 0
    for at in range(len(paragraphs) - 1, -1, -1):
        if _is_doubled(paragraphs[at]):
            cut, found, between = at, found + 1, 0
            continue
        between += 1
        if between > 1 or len(paragraphs[at]) > _LONGEST_DECK:
            break
    return paragraphs[:cut] if found >= _FEWEST_DOUBLED and cut else paragraphs


_FEWEST_DOUBLED, _LONGEST_DECK, _LEAST_DOUBLED = 2, 300, 20


def _is_doubled(paragraph: str) -> bool:
    half = len(paragraph) // 2
    return len(paragraph) >= 2 * _LEAST_DOUBLED and paragraph[:half] == paragraph[half + 1 :]


def _without_credits(paragraphs: list[str]) -> tuple[list[str], list[Claim]]:
    """Without labelled credits at either end; those of the writers are claims."""
    claims: list[Claim] = []
    ends = {*range(_ENDS), *range(len(paragraphs) - _ENDS, len(paragraphs))}
    left_out = set()
    for at in sorted(ends):
        if not 0 <= at < len(paragraphs) or len(paragraphs[at]) > _LONGEST_CREDIT:
            continue
        match = _CREDIT.match(paragraphs[at])
        if match is not None:
            left_out.add(at)
            if match["label"].lower() not in _EDITS:
                names = authors_of(_WORKS_FOR.sub("", match["name"]))
                claims += [Claim("authors", name, "behind their label", 0.7) for name in names]
        elif at < _ENDS and _CHINESE_HEAD.match(paragraphs[at]) is not None:
            left_out.add(at)
            reporters = reporters_in(paragraphs[at])
            claims += [Claim("authors", name, "byline in the text", 0.7) for name in reporters]
    return [p for at, p in enumerate(paragraphs) if at not in left_out], claims


def signed_alone(paragraphs: list[str]) -> list[Claim]:
    """The author whose name stands alone above or below an article, and not in it.

    Korean reporters stand with their titles, alone or behind the last sentence.
    """
    ends = {0, *range(max(0, len(paragraphs) - _LAST_LINES), len(paragraphs))}
    for at in sorted(ends, reverse=True):
        reporters = reporters_behind(paragraphs[at]) or korean_reporter_behind(paragraphs[at])
        if reporters:
            return [Claim("authors", name, "reporter behind the text", 0.75) for name in reporters]
    for at in (0, len(paragraphs) - 1) if len(paragraphs) >= _FEWEST_AROUND else ():
        name = _BY.sub("", paragraphs[at]).strip(" .|")
        if (
            len(name) <= _LONGEST_NAME
            and is_given_and_family(name)
            and not is_place(name)
            and not publication(name)
            and is_unheard(name, paragraphs, at)
        ):
            return [Claim("authors", name, "name alone beside the text", 0.6)]
    return []


_LAST_LINES = 3
_FEWEST_AROUND, _LONGEST_NAME = 4, 40
_BY = re.compile(r"^(?:by|von|por|par|di|door|av|af)\s", re.IGNORECASE)
