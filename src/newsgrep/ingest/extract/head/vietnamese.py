"""The last line of Vietnamese articles: who wrote it, after which agency or paper.

``Minh Anh``, ``Nguyễn Văn An (Theo Reuters)``, ``Theo VnExpress``, ``Bài, ảnh: Minh Anh``.
"""

from __future__ import annotations

import re

from newsgrep.ingest.extract.head.filled_lines import filled_from_end
from newsgrep.ingest.extract.head.publications import is_paper, publication
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.lazy_regex import regex

_LONGEST = 70
_FAMILIES = frozenset(
    """Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Mai
    Trương Lâm Cao Đào Phùng Hà Tạ Chu Thái Châu Kiều Quách Lưu La Tô Tống Vương Lương""".split()
)
_PLACES = frozenset(
    ("Hà Nội", "Hà Nam", "Hà Tĩnh", "Hà Giang", "Hà Tiên", "Hồ Chí Minh", "Cao Bằng", "Lâm Đồng",
     "Thái Bình", "Thái Nguyên", "Châu Đốc", "Vũ Hán", "La Gi")
)  # fmt: skip
"""Towns and provinces that begin as families do."""
_WORD = r"[A-ZÀ-ÝĂĐĨŨƠƯẠ-Ỹ][a-zà-ýăđĩũơưạ-ỹ]*"
_LINE = regex(
    r"(?:(?:bài|tin|bài viết|bài, ảnh|bài và ảnh|tin, ảnh|thực hiện|biên dịch|tổng hợp)\s?:\s?)?"
    rf"(?P<who>(?-i:{_WORD}(?: {_WORD}){{1,3}})(?:\s?[-–,]\s?(?-i:{_WORD}(?: {_WORD}){{1,3}}))?)?"
    r"\s*(?:[(]?theo\s+(?P<after>[^()]{2,40}?)[)]?)?", re.I,
)  # fmt: skip
_PEN_NAME = regex(r"(?:[A-ZÀ-ỸĐ]\.\s?){1,3}[A-ZÀ-ỸĐ][A-ZÀ-ỸĐa-zà-ỹđ]*")
"""``T.VĨ``: initials before a name."""
_STROKE = regex(
    rf"^({_WORD}(?: {_WORD}){{1,3}})\s?/\s?((?:Báo|Tạp chí|TTXVN|VOV|Theo)\b.{{0,30}})$"
)
"""``Hải Vân/Báo Tin tức``: the paper behind its writer."""
_LETTERS = regex("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
_LABELLED = regex(r"[^:]{2,14}:")


def signed_in_vietnamese(lines: list[str], end: int) -> tuple[list[Claim], int] | None:
    """What the last line of a Vietnamese text below ``end`` says, and which it is."""
    at = next(filled_from_end(lines, end), 0)
    line = lines[at].strip() if at else ""
    if not line or len(line) > _LONGEST or (line.isascii() and "heo " not in line):
        return None
    if _PEN_NAME.fullmatch(line) is not None and _is_vietnamese(lines, at):
        return [Claim("authors", line, f"last line, line {at + 1}", 0.7)], at
    found = _LINE.fullmatch(_STROKE.sub(r"\1 (theo \2)", line))
    if found is None or not _is_vietnamese(lines, at):
        return None
    who, after = found["who"] or "", found["after"] or ""
    known = after or _LABELLED.match(line) or who.partition(" ")[0] in _FAMILIES
    if not known and any(who in line for line in lines[:at]):
        return None  # no pen name: whom the text is about
    if is_place(who) or who in _PLACES:
        return None
    origin = f"last line, line {at + 1}"
    if "/" in after:
        first, _, paper = after.partition("/")
        who, after = who or first.strip(), paper
    authors = [name.strip() for name in who.replace("–", "-").replace(",", "-").split("-")]
    claims = [Claim("authors", name, origin, 0.75) for name in authors if " " in name]
    if after and (publication(after) or is_paper(after) or after.startswith("Báo ")):
        claims.append(Claim("source", after.strip(), origin, 0.5))
    return (claims, at) if claims else None


def _is_vietnamese(lines: list[str], at: int) -> bool:
    """Whether the paragraph above a line has letters of Vietnamese alone."""
    above = next((line for line in reversed(lines[:at]) if line.strip()), "")
    return len(_LETTERS.findall(above[:400])) >= _FEWEST


_FEWEST = 5
