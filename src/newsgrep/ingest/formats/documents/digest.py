"""Digests in Markdown: an article a heading, each with labels below it.

``## 3. Ferry sold``, ``**Source:** The Courier``, ``- Date: 2025-11-16``; so programs and people
write the day's news down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex

_HEADING = regex(r"^(#{1,4})[ \t]+(?:\d{1,3}[.)、]\s*)?(\S.*?)[ \t#]*$", flags=re.MULTILINE)
_LABEL = regex(
    r"[ \t]*(?:[-*+•>]\s+)?[*_]{0,3}(?P<what>source|publication|publisher|outlet|author|by|date"
    r"|published(?: (?:on|at))?|publication date|time|url|link|category|section|language"
    r"|来源|來源|时间|時間|日期|发布时间|發布時間|作者|链接|連結|分类|分類|出典|日付|출처|날짜|일시|링크"
    r"|fuente|fecha|autor|enlace|fonte|data|quelle|datum|medium|auteur|lien|bron|источник|дата|автор"
    r"|ссылка|źródło|autora?|kaynak|tarih)[*_]{0,3}\s?[:：][*_]{0,3}\s*\S",
    flags=re.IGNORECASE,
)
_TELLING = regex(
    r"source|publi|outlet|date|time|来源|來源|时间|時間|日期|发布|發布|出典|日付|출처|날짜|일시|fuente|fecha|fonte|data"
    r"|quelle|datum|medium|bron|источник|дата|źródło|kaynak|tarih",
    flags=re.IGNORECASE,
)
_REVIEW = regex(
    r"\s*#[ \t]+\W*(?:rassegna stampa|press(?:e| )?(?:spiegel|schau| ?review| clippings)"
    r"|revue de (?:la )?presse|(?:resumen|revista) de prensa|revista de imprensa"
    r"|persoverzicht|(?:news|daily) digest|обзор прессы)\b",
    flags=re.IGNORECASE,
)
"""What heads a digest whatever it holds: on some days one article."""
_FEWEST, _LABELS, _WITHIN = 3, 2, 8
"""Sections of a digest; labels of each; and the lines with words below its heading with them."""
_NEARLY_ALL = 0.8
_PARAGRAPH = 60


def articles_in_digest(text: str, above: tuple[Claim, ...] = ()) -> Iterator[RawDocument] | None:
    """The articles of a digest, each with its characters' range; None where a text is none.

    Of what is said ``above`` them all, their paper and their language are each one's.
    """
    fewest = 1 if _REVIEW.match(text) is not None else _FEWEST
    if text.count("\n#") < fewest - 1:
        return None
    headings = list(_HEADING.finditer(text))
    for level in ("#", "##", "###", "####")[fewest == 1 :]:
        starts = [heading for heading in headings if heading[1] == level]
        if len(starts) < fewest:
            continue
        ends = [*(heading.start() for heading in starts[1:]), len(text)]
        headed = sum(
            _has_head(text[heading.end() : end]) for heading, end in zip(starts, ends, strict=True)
        )
        if headed >= fewest and headed >= _NEARLY_ALL * len(starts):
            shared = tuple(claim for claim in above if claim.field in ("source", "language"))
            return _split(text, starts, ends, shared)
    return None


def _has_head(section: str) -> bool:
    lines = [line for line in section[:3000].split("\n") if line.strip()][:_WITHIN]
    cells = [cell for line in lines for cell in line.split(" | ")]
    found = [match["what"] for cell in cells if (match := _LABEL.match(cell)) is not None]
    return len(found) >= _LABELS and any(_TELLING.match(label) for label in found)


def _split(
    text: str, headings: list[re.Match[str]], ends: list[int], shared: tuple[Claim, ...]
) -> Iterator[RawDocument]:
    top = headings[0].start()
    above = text[:top]
    if any(len(line) >= _PARAGRAPH and _LABEL.match(line) is None for line in above.split("\n")):
        yield RawDocument(Form.MARKDOWN, above, (), 0, f"characters 0-{top}")
    for number, (heading, end) in enumerate(zip(headings, ends, strict=True), start=1):
        below = text[heading.end() : end].rstrip("- \n\t")
        content = f"# {heading[2]}\n{below}\n"
        part = f"characters {heading.start()}-{end}"
        yield RawDocument(Form.MARKDOWN, content, shared, number, part)
