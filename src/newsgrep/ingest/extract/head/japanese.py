"""What Japanese articles say at either end: who wrote them, where, and which agency.

``【東京＝山田太郎】``, ``（ロンドン＝共同）``, ``［共同］``, ``（山田太郎）``,
``（朝日新聞記者・山田太郎）``.
"""

from __future__ import annotations

from typing import NamedTuple

from newsgrep.ingest.extract.head.han_names import is_japanese_name
from newsgrep.text.lazy_regex import regex

_AGENCIES = {
    "共同": "Kyodo", "共同通信": "Kyodo", "時事": "Jiji Press", "時事通信": "Jiji Press",
    "ロイター": "Reuters", "ＡＰ": "Associated Press", "AP": "Associated Press",
    "ＡＦＰ": "AFP", "AFP": "AFP", "ＡＦＰ時事": "AFP", "AFP時事": "AFP", "新華社": "Xinhua",
}  # fmt: skip
_SIGNS = r"[\u4e00-\u9fff々\u3040-\u30ffＡ-ＺA-Z・ \u3000]"
_OPENING = regex(
    rf"[【（(［\[](?:(?P<place>[\u4e00-\u9fff\u30a0-\u30ff]{{2,10}})[＝=])?(?P<who>{_SIGNS}{{2,12}})[】）)］\]]"
    r"(?:\s?[-－―]\s?)?\s*"
)
_FILED = regex(
    r"\[(?P<place>[\u4e00-\u9fff\u30a0-\u30ff]{2,10})[ \u3000]\d{1,2}日[ \u3000]"
    r"(?P<who>ロイター|共同|時事|AFP)\]\s?[-－―]?\s?"
)
_CLOSING = regex(
    rf"[【（(［\[](?:{_SIGNS}{{2,12}}記者・|文・)?(?P<who>{_SIGNS}{{2,12}})[】）)］\]]\s*\Z"
)
_KANA = regex(r"[\u3040-\u30ff]")
_LAST = 40


class Signed(NamedTuple):
    """What stands in brackets at an end of an article."""

    author: str
    source: str
    place: str


def opening(text: str) -> Signed | None:
    """What a Japanese text opens with in brackets: place and author, place and agency, agency."""
    if text[:1] not in "【（(［[":
        return None
    found = _FILED.match(text) or _OPENING.match(text)
    if found is None or _KANA.search(text, 0, _READ) is None:
        return None
    parts = found.groupdict()
    who, place = (parts["who"] or "").strip(), parts["place"] or ""
    source = _AGENCIES.get(who, "")
    author = who if place and not source and _may_be_name(who) else ""
    if not author and not source:
        return None
    return Signed(author, source, place)


_READ = 200
"""Characters among which Japanese has kana."""


def _may_be_name(who: str) -> bool:
    """Whether what stands behind a place may be who is there: few signs, and no verb's kana."""
    return is_japanese_name(who) or (2 < len(who) <= _MOST_SIGNS and _KANA.search(who) is None)


_MOST_SIGNS = 5


def closing(text: str) -> Signed | None:
    """Who signs a Japanese text at its end, in brackets."""
    found = _CLOSING.search(text, max(0, len(text) - _LAST)) if text[-1:] in "】）)］]" else None
    if found is None or _KANA.search(text, max(0, found.start() - _READ), found.start()) is None:
        return None
    who = found["who"].strip()
    source = _AGENCIES.get(who, "")
    author = who if not source and is_japanese_name(who) else ""
    return Signed(author, source, "") if author or source else None
