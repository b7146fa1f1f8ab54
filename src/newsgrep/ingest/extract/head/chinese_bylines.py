"""Bylines on lines of their own in Chinese and Japanese heads: a label is put for what they say.

``本报记者王小明``, ``記者王小明／台北報導``, ``文／王小明 圖／李大華``,
``朝日新聞記者・山田太郎``, a name alone between headline and day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgrep.ingest.extract.head.han_names import is_chinese_name, is_japanese_name
from newsgrep.text.dates import find_dates
from newsgrep.text.lazy_regex import regex

_LONGEST, _WITHIN = 60, 40
_OPENS, _CLOSES = r"[(（【〔\[［]?", r"[)）】〕\]］]?"
_NAME = r"[\u4e00-\u9fff]{2,4}"
_NAMES = rf"{_NAME}(?:[ \u3000]?[、,，/&和與与][ \u3000]?{_NAME}|[ \u3000]{_NAME}){{0,4}}"
_REPORTS = r"(?:\s?[/／╱]\s?[\u4e00-\u9fff]{0,6}(?:報導|报道|報道|报导|電|电))"
_BYLINE = regex(
    rf"{_OPENS}(?:[\u4e00-\u9fffA-Z]{{0,8}}(?:[記记]者|特派[員员]|編譯|编译|通[訊讯]員)\s?[:：/／]?\s?"
    rf"(?P<reporter>{_NAMES}?){_REPORTS}"
    rf"|[\u4e00-\u9fffA-Z]{{0,8}}[記记]者\s?[:：]?\s?(?P<alone>{_NAMES})"
    rf"|(?:文|撰文|[採采][訪访]|文字|編譯|编译)\s?[/／╱:：]\s?(?P<writer>{_NAMES})"
    rf"(?:\s*[圖图攝摄影照][\u4e00-\u9fff]{{0,3}}\s?[/／╱:：].*)?){_CLOSES}"
)
_JAPANESE = regex(
    r"(?:[\u4e00-\u9fff\u30a0-\u30ff]{2,12}記者・|(?:取材・)?(?:文|執筆|ライター|聞き手)[・＝=：:／/]\s?)"
    r"(?P<name>[\u4e00-\u9fff々\u3040-\u30ff・ \u3000]{2,10})"
)
_MAYBE = regex(r"[記记]者|特派|編譯|编译|[文訪访字執筆ー手]\s?[/／╱:：・＝=]")
_BEHIND = regex(r"\s(?=[\u4e00-\u9fff]{0,8}[記记]者)")
"""Where a byline begins behind a day and a paper."""


def with_han_bylines_read(lines: list[str], filled: Sequence[int]) -> list[str]:
    """The lines, with labels for such bylines; as many as before."""
    changed = lines
    for place, at in enumerate(filled):
        line = lines[at].strip()
        if at >= _WITHIN or len(line) > _LONGEST or line.isascii():
            continue
        told = _told(line) if _MAYBE.search(line) is not None else ""
        if not told and 0 < place < len(filled) - 1 and len(line) <= _NAME_SIGNS:
            told = _name_above_day(line, lines[filled[place + 1]])
        if told:
            changed = changed if changed is not lines else list(lines)
            changed[at] = told
    return changed


_NAME_SIGNS = 6


def _told(line: str) -> str:
    """What a line says, as labels; empty where it is no byline."""
    found = _BYLINE.fullmatch(line)
    if found is not None:
        names = found["reporter"] or found["alone"] or found["writer"] or ""
        parts = [part for part in re.split(r"[、,，/&和與与 \u3000]+", names) if part]
        told = bool(parts) and all(map(is_chinese_name, parts))
        return f"作者：{'、'.join(parts)}" if told else ""
    japanese = _JAPANESE.fullmatch(line)
    if japanese is not None:
        name = japanese["name"].strip()
        return f"作者：{name}" if is_japanese_name(name) else ""
    behind = _BEHIND.search(line)
    if behind is not None and next(find_dates(line[: behind.start()]), None) is not None:
        said = _told(line[behind.end() :])
        return f"{line[: behind.start()]} | {said}" if said else ""
    return ""


def _name_above_day(line: str, below: str) -> str:
    """A name alone right above the day, as a label; empty for any other line."""
    named = is_chinese_name(line) or is_japanese_name(line)
    dated = len(below) <= _LONGEST and next(find_dates(below), None) is not None
    return f"作者：{line}" if named and dated else ""
