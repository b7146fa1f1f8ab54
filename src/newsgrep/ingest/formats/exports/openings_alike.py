"""Articles in one text that open alike: with a label, a number, a word or a line in brackets."""

from __future__ import annotations

import re
from itertools import pairwise

from newsgrep.text.lazy_regex import regex

_FEWEST = 3
_MOST_WITHOUT = 0.2
"""The share of articles that may open otherwise."""
_HEAD_LINES = 5
_LEAST = 200
"""Characters of a story."""
LABEL = regex(
    r"[ \t]*(?:(?:article|news|story|publication|media)[ _-])?"
    r"(?:title|headline|authors?|byline|date|published|source|publication|newspaper|outlet|url|link"
    r"|titel|überschrift|autor|datum|quelle|titre|auteur|titre|título|fuente|fecha|fonte|data)"
    r"(?:[ \t]*[:：][ \t]*| - )\S", re.I,
)  # fmt: skip
"""A label of a head, with its value."""


def cuts_by_openings(text: str) -> list[int]:
    """Where the articles of a text begin that open alike; empty where they do not."""
    return _by_labels(text) or _by_numbers(text) or _by_words_alone(text) or _by_brackets(text)


def without_opening(content: str, *, counted: bool) -> str:
    """An article without what opens it; ``counted`` is what :func:`are_counted` says of its text.

    Labels that a dash parts from what they name get their colon.
    """
    content = _NUMBERED_FIRST.sub("", content)
    content = _ALONE_ABOVE.sub("", content) if counted else content
    content = _BRACKETED_FIRST.sub(r"\1\n", content)
    return _DASHED.sub(r"\1: ", content) if _OPENING.match(content) is not None else content


def are_counted(text: str) -> bool:
    """Whether a text opens with the first number, or the word, below which its articles stand."""
    return _ALONE_FIRST.match(text) is not None


def _by_labels(text: str) -> list[int]:
    """Where articles begin that each open with the same label; empty for no such text.

    The first line is one, and each has one for the headline and another one.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return _by_any_label(text)
    label = re.escape(opening["label"])
    cuts = [m.start() for m in re.finditer(rf"^[ \t]*{label}(?:[ \t]*[:：]| - )", text, re.M)]
    if len(cuts) < _FEWEST:
        return []
    parts = [text[a:b].split("\n") for a, b in pairwise([*cuts, len(text)])]
    counted = _COUNTED.fullmatch(opening["label"]) is not None
    told = sum(
        any(map(_TEXTED.match, lines[1:]))
        if counted
        else any(map(LABEL.match, lines[1:])) and any(map(_TITLED.match, lines))
        for lines in parts
    )
    return cuts if told >= (1 - _MOST_WITHOUT) * len(parts) else []


def _by_any_label(text: str) -> list[int]:
    """Where articles begin that open with the same label, of whatever name, and have others of a
    head right below it, one of them the headline's: ``Article: 1``, ``News_Outlet: …``."""
    opening = _ANY_LABEL.match(text)
    if opening is None:
        return []
    label = re.escape(opening["label"])
    cuts = [match.start() for match in re.finditer(rf"^[ \t]*{label}[ \t]*[:：]", text, re.M)]
    parts = (text[a:b].split("\n", _HEAD_LINES + 1) for a, b in pairwise([*cuts, len(text)]))
    headed = [_is_labelled(lines[1 : _HEAD_LINES + 1]) for lines in parts]
    return cuts if len(cuts) >= _FEWEST_LABELLED and all(headed) else []


def _is_labelled(lines: list[str]) -> bool:
    """Whether lines are labels with their values, the headline's and another one."""
    titled = sum(_TITLED.match(line) is not None for line in lines)
    return titled == 1 and sum(LABEL.match(line) is not None for line in lines) > 1


_FEWEST_LABELLED = 2


def _by_numbers(text: str) -> list[int]:
    """Where articles begin that stand each below its number, alone on a line, and open with labels;
    empty for no such text: articles of a law are numbered too."""
    if _NUMBERED_FIRST.match(text) is None:
        return []
    found = list(_NUMBERED.finditer(text))
    numbers = [int(match[1]) for match in found]
    if len(found) < _FEWEST_NUMBERED or any(b <= a for a, b in pairwise(numbers)):
        return []
    cuts = [match.start() for match in found]
    parts = [text[a:b].split("\n")[1:] for a, b in pairwise([*cuts, len(text)])]
    told = sum(any(map(_TITLED.match, part)) for part in parts)
    return cuts if told >= (1 - _MOST_WITHOUT) * len(parts) else []


def _by_words_alone(text: str) -> list[int]:
    """Where articles begin that stand each below the same word, alone on a line, or below its
    number, and then with a dateline; empty for no such text."""
    first = _ALONE_FIRST.match(text)
    if first is None:
        return []
    number = first["number"]
    if number is None:
        cuts = [m.start() for m in re.finditer(rf"^[ \t]*{first['word']}[ \t]*$", text, re.M)]
        parts = [text[a:b] for a, b in pairwise([*cuts, len(text)])]
        return cuts if len(parts) >= _FEWEST and min(map(len, parts)) >= _LEAST else []
    found = list(_BARE_NUMBER.finditer(text))
    counted = [int(match[1]) for match in found] == list(range(1, len(found) + 1))
    filed = sum(_FILED.match(text, match.end()) is not None for match in found)
    enough = len(found) > 1 and filed >= (1 - _MOST_WITHOUT) * len(found)
    return [match.start() for match in found] if counted and enough else []


_WORD_ALONE = "(?:news )?(?:article|story)|artikel|art[íi]culo|artigo|articolo"
_ALONE_FIRST = regex(
    rf"\A\s*(?:(?P<word>{_WORD_ALONE})|(?P<number>1)[.)]?)[ \t]*\n(?=\s*\S)", re.IGNORECASE
)
_ALONE_ABOVE = regex(rf"\A\s*(?:{_WORD_ALONE}|\d{{1,4}}[.)]?)[ \t]*\n(?=\s*\S)", re.IGNORECASE)
_BARE_NUMBER = regex(r"^[ \t]*(\d{1,4})[.)]?[ \t]*\n", re.MULTILINE)
_FILED = regex(r"\s*[A-ZÀ-Ý][\w .,/’'-]{1,50}\([^()\n]{2,30}\)\s*[-–—]")
"""A dateline with its agency: ``ORLO (Reuters) -``."""


def _by_brackets(text: str) -> list[int]:
    """Where articles begin that are each headed by a line in brackets; empty for no such text.

    The first line is one, and each has a story below it.
    """
    if _BRACKETED_FIRST.match(text) is None:
        return []
    found = list(_BRACKETED.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    long = sum(end - match.end() >= _LEAST for match, end in zip(found, ends, strict=True))
    enough = len(found) >= _FEWEST and long >= (1 - _MOST_WITHOUT) * len(found)
    return [match.start() for match in found] if enough else []


_BRACKETED = regex(r"^[ \t]*\[((?:[^\s\[\]]+[ \t]+){3,30}[^\s\[\]]+)\][ \t]*$", re.MULTILINE)
"""A headline in brackets: ``[Ferry firm sells its last boat]``."""
_BRACKETED_FIRST = regex(rf"\A\s*{_BRACKETED.pattern[1:]}", re.MULTILINE)
_FEWEST_NUMBERED = 2
_OF_NUMBERED = (
    r"[ \t]*(?:_|[^\w\n]){0,4}(?:(?:news )?article|document|doc|news|story|item|record|entry"
    r"|artikel|art[íi]culo|artigo|not[íi]cia|articolo|notizia|nachricht|meldung|nyhet|статья|новость"
    r"|文章|新闻)[ \t]*(?:#|no\.?|nr\.?|n[º°]|№)?[ \t]*(\d{1,5})[^\w\n]{0,4}$\n?"
)
_NUMBERED = regex(rf"^{_OF_NUMBERED}", re.IGNORECASE | re.MULTILINE)
_NUMBERED_FIRST = regex(rf"\A\s*{_OF_NUMBERED}", re.IGNORECASE | re.MULTILINE)
_COUNTED = regex(r"(?:article )?(?:id|no\.?|number)", re.IGNORECASE)
_TEXTED = regex(r"\s*(?:(?:full |article )?text|content|body)[ \t]*[:：]", re.IGNORECASE)
"""What stands before the text of an article that has a number and no headline."""
_TITLE = "title|headline|titel|überschrift|titre|título|titolo|标题|標題|제목"
_TITLED = regex(
    rf"\s*(?:(?:article|news|story|main)[ _-])?(?:{_TITLE})(?:[ \t]*[:：]| - )", re.IGNORECASE
)
_ANY_LABEL = regex(r"\s*(?P<label>[^\W\d_][\w ./-]{0,24}?)[ \t]*[:：][ \t]*\S[^\n]{0,80}\n")
_OPENING = regex(
    rf"\s*(?P<label>{_TITLE}|media name|source|newspaper|publication|outlet|url|link|date"
    r"|published|author|byline|(?:article )?(?:id|no\.?|number)|quelle|datum|fuente|fecha|fonte"
    r"|data|媒体|来源)"
    r"(?:[ \t]*[:：]| - )",
    re.IGNORECASE,
)
_DASHED = regex(
    rf"^[ \t]*({_TITLE}|media name|source|newspaper|publication|url|link|date|published|author"
    r"|byline|(?:short )?description|summary|article|text|content) - (?=\S)",
    re.IGNORECASE | re.MULTILINE,
)
"""Labels that a dash parts from what they name."""
