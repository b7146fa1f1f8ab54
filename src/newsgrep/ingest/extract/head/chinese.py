"""What Chinese articles say of themselves: their reporters, the paper they are from."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsgrep.text.lazy_regex import regex

_NAME = r"[\u4e00-\u9fff]{2,4}"
_NAMES = rf"{_NAME}(?:(?:[、,，/ \u3000]|\s)\s*{_NAME}){{0,5}}"
_BRACKETED = regex(r"[（(][^（）()]{0,14}?[记記]者[ \u3000:：]*([^（）()]{2,30})[)）]")
_LED = regex(
    rf"(?:^|[\s　|（(/／])(?:[\u4e00-\u9fff]{{0,8}}[记記]者[ \u3000:：|]+"
    rf"|(?:作者|撰文|文)\s*[:：]\s*)({_NAMES})(?=$|[\s\u3000|）)，。]|编辑|責任|责编)",
    re.MULTILINE,
)
_SLASHED = regex(
    r"[记記]者\s?([\u4e00-\u9fff]{2,3})\s?[/／]\s?"
    r"[\u4e00-\u9fff]{2,3}(?:報導|报道|报导)"
)
_BEHIND_NAME = regex(
    r"(?:(?:综合|綜合)?(?:报道|報導|报导|報道)|摄影?|攝影?|综合|整理|文|实习生.*|通讯员.*|编辑.*|发自.*)$"
)
_NO_NAME = frozenset(
    "获悉 了解 综合 报道 从 在 采访 见习 本报 实习 编辑 来源 记者 网络 整合"
    " 未知 责任 佚名 匿名 小编".split()
)
_EITHER_END = 400
"""Characters at either end of a text in which reporters are named."""


def is_chinese(text: str) -> bool:
    """Whether a text has the words by which reporters are named."""
    return "记者" in text or "記者" in text or "作者" in text


_TAIWANESE = regex(
    r"^[（(][\u4e00-\u9fff]{2,6}社[记記]者([\u4e00-\u9fff]{2,3})[\u4e00-\u9fff]{2,3}\d{1,2}日[電电讯訊]"
)
"""``（某社記者甲乙丙台北11日電）``: who wrote it, where and when."""


def reporters_in(text: str) -> list[str]:
    """The reporters that a Chinese text names at its beginning or end: ``（记者甲乙）``."""
    ends = (
        (text,)
        if len(text) <= 2 * _EITHER_END
        else (text[:_EITHER_END], text[len(text) - _EITHER_END :])
    )
    filed = _TAIWANESE.match(text.lstrip())
    if filed is not None:
        return [filed[1]]
    for part in ends:
        for pattern in (_SLASHED, _BRACKETED, _LED):
            for match in pattern.finditer(part):
                names = list(_parted(match[1]))
                if names:
                    return names
    return []


def _parted(names: str) -> Iterable[str]:
    for piece in re.split(r"[、,，/\s\u3000]+", names.strip()):
        name = _BEHIND_NAME.sub("", piece)
        if re.fullmatch(_NAME, name) is not None and name not in _NO_NAME:
            yield name


_FROM = regex(r"[来來]源\s*[:：]\s*([^\W_](?:[^|：:\n]{0,24}?\S)?)(?=$|[\s\u3000|]|作者|编辑|责任)")
_CONTENT_FROM = regex(r"[内內]容[来來]自[:：]?\s*([^\W_][^\s，。,]{1,14})")
_DISCLAIMER = regex(r"免[责責][声聲]明[:：]?|[^\n]{0,40}不代表[^\n]{1,40}")
"""``内容来自某报``: below what a portal carries."""
_NO_SOURCE = regex(r"(?:互联)?网络(?:整理)?|本站(?:原创)?|原创|未知|综合|转载|其他|[\d\W].*|")
_SOURCE_ENDS = regex(r"[\s·•|/-].*$")
_BEFORE = regex(r"[来來]源\s*[:：]\s*$")
_TAGGED = regex(r"^[来來]源\s*[:：]\s*")
SITE_BEHIND = regex(
    r"\s*[-_|—]+\s*(?P<site>[^-_|—\s]{0,12}(?:网|網|网站|網站|报|報|新闻|新聞|频道|頻道|在线|在線|传媒"
    r"|傳媒|订阅|官网|日报|日報|晚报|晚報|时报|時報|通讯社|财经|体育))\s*$"
)
"""What Chinese pages put behind a headline: the name of the site, its section."""


def source_in(text: str) -> str:
    """The paper that a line names as its source: ``2020-06-06 来源：某报``; empty for none."""
    match = _FROM.search(text)
    return named_source(match[1]) if match is not None else ""


def passed_on_from(line: str) -> str:
    """The paper whose text a portal carries, as a line below it tells; empty for none."""
    match = _CONTENT_FROM.fullmatch(line.strip())
    return named_source(match[1]) if match is not None else ""


def is_disclaimer(line: str) -> bool:
    """Whether a line below an article only says that a portal is not of its opinion."""
    return _DISCLAIMER.fullmatch(line.strip()) is not None


def named_source(text: str) -> str:
    """The paper in what stands behind the word for it: ``某网-文化频道`` → ``某网``."""
    source = _SOURCE_ENDS.sub("", _TAGGED.sub("", text.strip()))
    return "" if _NO_SOURCE.fullmatch(source) is not None else source


def asks_for_source(text: str) -> bool:
    """Whether a text ends with the word for a source, so that what follows is it."""
    return _BEFORE.search(text) is not None
