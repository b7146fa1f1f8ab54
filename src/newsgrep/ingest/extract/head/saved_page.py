"""The text of a saved page: its title, its navigation, and then its headline once more.

The title has the site's name behind it: ``Quay Opens | The Harbour Office``, ``Skip to content``,
``News``, ``Quay Opens``. What stands between is the page's, and none of the article's.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from newsgrep.ingest.extract.head.clauses import is_prose
from newsgrep.ingest.extract.head.evidence import people_parts
from newsgrep.ingest.extract.head.filled_lines import filled_lines
from newsgrep.ingest.extract.head.head_words import BY, LABELS, has_role, is_furniture
from newsgrep.ingest.extract.head.label_block import read_block
from newsgrep.ingest.extract.head.menu_above import (
    begins_with_menu,
    first_paragraph,
    from_headline,
    without_menu,
)
from newsgrep.ingest.extract.head.page_lines import is_of_page, is_titled
from newsgrep.ingest.extract.head.unheard import is_given_and_family
from newsgrep.ingest.extract.head.wrapped_text import is_wrapped_text
from newsgrep.ingest.extract.names.personal_names import is_name, suffixes_joined
from newsgrep.text.dates import find_dates
from newsgrep.text.letters import letters

NAVIGATION = 60
"""Lines with words, after a page's title, in which its headline is looked for."""
FAR = 600
"""And where most of the first lines are a menu's."""
_DECKS = 3
"""Lines above a byline of which the first that may be one is the headline."""
_HEADED = 6
"""Lines with words below a headline of which one has its byline or its day."""
REPEATED = 25
"""Lines with words, after the headline, in which navigation and headline may stand again."""
_LONGEST = 100
"""Characters of a line of navigation."""
_LONGEST_VALUE = 60
_LONGEST_LABEL = 24
_LONGEST_DECK = 250
_LEAST_TITLE, _LEAST_PARTED = 12, 15
_SEPARATOR = re.compile(
    r"\s+[-–—|•·»:]+\s+|\s*\|\s*"
    # Without blanks, as Chinese sites have it: "标题_新华网"
    r"|(?<=[^\W\d_])_(?=[\u3040-\u9fff])|(?<=[\u3040-\u9fff])[-–—](?=[\u3040-\u9fff])"
)
_OF_WORDS = re.compile(r"\s|[\u3040-\u9fff\uac00-\ud7a3]")
_COLON = re.compile(r":\s")
_LONGEST_KICKER = 25
_BEGINNING, _ALIKE = 40, 6
_MOST_LINES = 3
_OF_ARTICLE = 3
"""Paragraphs near each other that are no teasers of other stories."""
_PRINTED = re.compile(
    r"\s*\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[AP]M|\s?Uhr)?[\t ]+"
    r"(?=\S.{12})",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[a-zß-ÿ,.;:)”’]|[–—]\s\S")
_SENTENCE_END = re.compile(r"[.!?:][\"'”’)]*\s*$")
_MOST_WORDS, _MOST_OF_NAME = 6, 3
_OPENING, _SHORT, _NEARLY_ALL = 12, 45, 8
"""Lines at a page's beginning, their characters, and how many of them are as short."""
_RULE = re.compile(r"([-=_~*+#.<>/\\])\1{4}")
"""A line that is drawn, as no page's title has it."""
_CUT_OFF = re.compile(r"(?:\.{3}|…)$")


class SavedPage(NamedTuple):
    """The lines of a text without a page's navigation, its headline's line, and its site's name.

    As many lines as before, so that their numbers hold: what is left out is empty.
    """

    lines: list[str]
    headline: int = -1
    site: str = ""


def without_navigation(lines: list[str]) -> SavedPage:
    """The saved page that the lines of a text are; other texts are as they were.

    Dates, bylines and labels that stand in the navigation are kept.
    """
    filled = filled_lines(lines, 3)
    if len(filled) == 3 and (printed := _PRINTED.match(lines[filled[0]])) is not None:
        # The head of a printed page: when it was printed, and the page's title.
        lines = [*lines[: filled[0]], lines[filled[0]][printed.end() :], *lines[filled[0] + 1 :]]
    if len(filled) < 3 or len(lines[filled[0]]) > 400:
        return SavedPage(lines)
    if len(lines[filled[1]]) > _LONGEST and not _alike(lines[filled[0]], lines[filled[1]]):
        return SavedPage(lines)  # a headline and its text, as most files are
    page = _titled(lines)
    if page.headline < 0 and begins_with_menu(lines) and not read_block(lines, filled):
        page = SavedPage(*without_menu(lines))
        if page.headline < 0:
            page = _signed(lines) or page
    return page


def _signed(lines: list[str]) -> SavedPage | None:
    """The saved page of a text whose headline has a byline and a day below it, wherever."""
    filled = filled_lines(lines, FAR)
    texts = 0
    for place, at in enumerate(filled):
        line = lines[at].strip()
        texts = texts + 1 if is_prose(line) else 0
        if texts > _DECKS:
            break  # a paragraph: who signs below it wrote something else
        if len(line) > _LONGEST or BY.match(line) is None or not _is_headed(lines, filled[place:]):
            continue
        above = [
            n for n in filled[max(0, place - _DECKS) : place] if _stands_above_byline(lines[n])
        ]
        if not above or not is_prose(" ".join(lines[n] for n in filled[place + 1 : place + 9])):
            continue
        return SavedPage(from_headline(lines, above[0]), above[0])
    return None


def _stands_above_byline(line: str) -> bool:
    """Whether a line may be the headline or the deck of what is signed below it."""
    return is_titled(line) and not _says_who_or_when(line.strip())


def _titled(lines: list[str]) -> SavedPage:
    """The saved page of a text that begins with the page's title."""
    far = _is_page(lines)
    filled = filled_lines(lines, (FAR if far else NAVIGATION) + REPEATED)
    first = lines[filled[0]]
    initial = first.lstrip()[0].casefold()
    near = filled[1 : (FAR if far else NAVIGATION) + 1]
    alike = [at for at in near if lines[at].lstrip()[0].casefold() == initial]
    parted = _SEPARATOR.split(first.strip())
    of_page = is_of_page(first) and (len(parted) < 2 or len(parted[0]) < _LEAST_PARTED)
    if of_page or not any(_alike(first, lines[at]) for at in alike):
        return SavedPage(lines)
    titles = {letters(title): (title, site) for title, site in _titles(lines[filled[0]].strip())}
    begin, end = _again(lines, filled, titles, far=far)
    if not begin:
        return SavedPage(lines)
    again = " ".join(lines[at].strip() for at in filled[begin:end])
    title, site = _meant(again, titles)
    if _RULE.search(first) is not None or not any(map(str.strip, lines[filled[end - 1] + 1 :])):
        return SavedPage(lines)  # a banner, or what opens a text and ends it
    if is_wrapped_text(lines, filled[1:begin]):
        return SavedPage(lines)  # of a book, whose title stands above each page
    if not site and not any(is_furniture(lines[at].strip()) for at in filled[1:begin]):
        return SavedPage(lines)  # a refrain
    kept = list(lines)
    navigation = {letters(title)}
    texts: list[str] = []
    for place, at in enumerate(filled[1:begin], start=1):
        if begin - place > NAVIGATION or not _tells(lines, at):
            if len(lines[at]) > _LONGEST:
                texts.append(lines[at])  # what stands before other stories: nothing is lost
            navigation.add(letters(kept[at]))
            kept[at] = ""
    for at in (filled[0], *filled[begin:end]):
        kept[at] = ""
    headline = filled[end - 1]
    kept[headline] = title if _CUT_OFF.search(again) else again
    for at in filled[end : end + REPEATED]:
        if is_prose(kept[at]):
            break
        if letters(kept[at]) in navigation:
            kept[at] = ""
    _join(kept, headline)
    if texts:
        kept += ["", *texts]
    return SavedPage(kept, headline, site)


def _is_page(lines: list[str]) -> bool:
    """Whether most of the lines behind the first one are short, as those of a menu are."""
    opening = filled_lines(lines, _OPENING)[1:]
    short = sum(len(lines[at]) <= _SHORT for at in opening)
    return len(opening) == _OPENING - 1 and short >= _NEARLY_ALL


def _join(lines: list[str], headline: int) -> None:
    """Join the lines below a headline that a page's links broke: the next one goes on, small."""
    before: list[int] = []
    for at in range(headline + 1, len(lines)):
        line = lines[at].strip()
        if not line:
            continue
        goes_on = _GOES_ON.match(line) is not None and not is_furniture(line)
        if before and goes_on and _breaks_off(lines[before[-1]]):
            _joined(lines, before.pop(), at)
            if len(before) == 1 and _is_short(lines[before[0]]):
                # "Harbour Master", "Ann Poe", "said today …"
                _joined(lines, before.pop(), at)
        before.append(at)


def _joined(lines: list[str], one: int, two: int) -> None:
    behind = lines[two].strip()
    joint = "" if behind[0] in ",.;:)”’" else " "
    lines[one], lines[two] = "", f"{lines[one].strip()}{joint}{behind}"


def _is_short(line: str) -> bool:
    return len(line.split()) <= _MOST_WORDS and _breaks_off(line)


def _breaks_off(line: str) -> bool:
    """Whether a line may go on in the next one: no sentence ends with it, and no date is in it."""
    return (
        _SENTENCE_END.search(line) is None
        and not is_furniture(line)
        and (len(line) > _LONGEST_VALUE or next(find_dates(line), None) is None)
    )


def with_labels_joined(lines: list[str]) -> list[str]:
    """The lines with a label on its own line before its value: ``Author``, ``Ann Poe``."""
    filled = filled_lines(lines, NAVIGATION)
    joined = lines
    for place, (at, behind) in enumerate(pairwise(filled)):
        if len(lines[at]) > _LONGEST_DECK:
            break
        if _is_label_of(lines[at], lines[behind]):
            if place and _is_somebody(lines[filled[place - 1]].strip()):
                continue  # a role: "Ann Poe", "Journalist", "Jo Roe", "Photographer"
            joined = joined if joined is not lines else list(lines)
            joined[at] = ""
            joined[behind] = f"{lines[at].strip(' :')}: {lines[behind].strip()}"
    return joined


def _is_somebody(line: str) -> bool:
    """Whether a line is nothing but a name with a known given name."""
    return 2 <= len(line.split()) <= _MOST_OF_NAME and is_given_and_family(line) and is_name(line)


def _titles(line: str) -> list[tuple[str, str]]:
    """What the first line may be: a headline alone, or one with the site's name behind it."""
    site = _SEPARATOR.split(line)[-1].strip()
    found = [(line[: match.start()].strip(), site) for match in _SEPARATOR.finditer(line)]
    if site != line.strip():
        # "Headline: its deck - Section"
        found += [(line[: match.start()], site) for match in _COLON.finditer(line)]
    return [
        (t, s) for t, s in [*found, (line, "")] if len(t) >= _LEAST_TITLE and _OF_WORDS.search(t)
    ]


def _again(
    lines: list[str], filled: list[int], titles: dict[str, tuple[str, str]], *, far: bool
) -> tuple[int, int]:
    """Which of the filled lines are the headline once more, of up to three; (0, 0) for none.

    Of several, as pages have them in lists of stories, the one with a byline or a day below it.
    """
    first = (0, 0)
    # Below the article's own paragraphs its headline stands in a list of stories.
    last = first_paragraph(lines, filled, _OF_ARTICLE) or len(filled)
    for place, at in enumerate(filled[1 : min(last, FAR if far else NAVIGATION) + 1], start=1):
        if _alike(lines[filled[0]], lines[at]):
            parts = [lines[n].strip() for n in filled[place : place + _MOST_LINES]]
            for count in range(1, len(parts) + 1):
                if _meant(" ".join(parts[:count]), titles)[0]:
                    found = place, place + count
                    if not far or _is_headed(lines, filled[place + count :]):
                        return found
                    first = first if first[0] else found
                    break
        of_story = len(lines[at]) > _LONGEST or is_prose(lines[at])
        if not far and of_story and not is_furniture(lines[at].strip()):
            break
    return first


def _is_headed(lines: list[str], below: list[int]) -> bool:
    """Whether one of the next lines says who or when, before any text."""
    for at in below[:_HEADED]:
        line = lines[at].strip()
        if len(line) > _LONGEST:
            return False
        if _says_who_or_when(line):
            return True
    return False


def _says_who_or_when(line: str) -> bool:
    return BY.match(line) is not None or next(find_dates(line), None) is not None


def _alike(one: str, two: str) -> bool:
    """Whether two lines begin alike, as a title does and its headline."""
    one, two = one.strip(), two.strip()
    if one[:1].casefold() != two[:1].casefold():
        return False
    return letters(one[:_BEGINNING])[:_ALIKE] == letters(two[:_BEGINNING])[:_ALIKE]


def _meant(line: str, titles: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """The headline that a line repeats, perhaps cut off, and its site; empty where none."""
    bare = letters(line)
    if bare in titles:
        return titles[bare]
    kicker, colon, rest = line.partition(": ")
    if colon and len(kicker) <= _LONGEST_KICKER and letters(rest) in titles:
        return titles[letters(rest)]  # "Analysis: …"
    if _CUT_OFF.search(line) is not None and len(bare) >= _LEAST_TITLE:
        for key, meant in sorted(titles.items(), key=lambda item: len(item[0])):
            if meant[1] and key.startswith(bare):
                return meant
    return "", ""


def _tells(lines: list[str], at: int) -> bool:
    """Whether a line in the navigation says who or when, or is the label of one that does."""
    line = lines[at].strip()
    if _says_who_or_when(line):
        return True
    return at + 1 < len(lines) and (
        _is_label_of(line, lines[at + 1]) or (at > 0 and _is_label_of(lines[at - 1], line))
    )


def _is_label_of(label: str, value: str) -> bool:
    """Whether a line is a label and the next one what it asks for."""
    if len(label) > _LONGEST_LABEL:
        return False
    role = LABELS.get(label.strip(" :").casefold(), "")
    value = value.strip()
    if role not in ("author", "date", "modified") or not 0 < len(value) <= _LONGEST_VALUE:
        return False
    if role == "author":
        names, comma, role_behind = value.partition(", ")
        if comma and has_role(role_behind):
            value = names
        value = suffixes_joined(value)
        return " " in value and all(map(is_name, people_parts(value)))
    return next(find_dates(value), None) is not None
