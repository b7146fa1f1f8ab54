"""An archive looked over: what is known of its articles, what looks wrong, what is missing."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from statistics import median
from typing import TYPE_CHECKING

from newsgrep.fields import AUDITED
from newsgrep.ingest.extract.head.context import OPEN_ORDER
from newsgrep.ingest.formats.documents.recognition import UNSURE
from newsgrep.search.analysis.results import Audit, Finding
from newsgrep.text.mojibake import suspects

if TYPE_CHECKING:
    from newsgrep.article import Article
    from newsgrep.engines.interface import Snapshot

TINY = 40
"""An article of fewer words is hardly one."""
HUGE = 20_000
"""An article of more words is hardly one."""
FIRST_LIKELY_YEAR = 1700
FEWEST_FOR_GAPS = 24
"""A source with fewer articles has no months that it is missed in."""
_ABOUT = {
    "no date": "articles without a date of publication",
    "no author": "articles without an author",
    "no source": "articles without a publication or agency",
    "future date": "published after tomorrow, or so it says",
    "suspicious date": "1 January 1970 or 1900, or before 1700",
    "ambiguous date": "day and month may change places; only the year is kept",
    "uncertain date": "a date that is less than half sure, or the file's own time",
    "updated before published": "an update older than the article",
    "tiny body": f"fewer than {TINY} words",
    "no body": "a headline and no text",
    "many in one": f"over {HUGE:,} words: perhaps many articles that were not told apart",
    "letters without words": "most words are of one or two letters, as of a PDF read badly",
    "mojibake repaired": "decoded wrongly before it was saved, and put right here",
    "suspected mojibake": "signs of wrong decoding that are left",
    "uncertain scan": f"recognised (--ocr), and whole or in pages less than {UNSURE:.0%} sure",
    "exact copies": "the same text as an earlier article",
    "near copies": "nearly the same text as another article",
    "corrected": "articles that carry a correction",
}


def audit(snapshot: Snapshot, today: date | None = None) -> Audit:
    """Look over every article of an archive."""
    tomorrow = (today or date.today()) + timedelta(days=1)
    found: dict[str, list[tuple[str, int]]] = {name: [] for name in _ABOUT}
    known: Counter[str] = Counter()
    texts: set[bytes] = set()
    months: dict[str, Counter[str]] = defaultdict(Counter)
    total = 0
    for match, article in snapshot.everything():
        total += 1
        where = snapshot.path(match), article.record
        known.update(field for field in AUDITED if getattr(article, field))
        for finding in _wrong_with(article, tomorrow):
            found[finding].append(where)
        if article.text:
            digest = hashlib.blake2b(article.text.encode("utf-8", "replace"), digest_size=12)
            if digest.digest() in texts:
                found["exact copies"].append(where)
            texts.add(digest.digest())
        if match.cluster:
            found["near copies"].append(where)
        if article.source and len(article.date) >= 7:
            months[article.source][article.date[:7]] += 1
    findings = tuple(
        Finding(name, _ABOUT[name], len(places), len(places) / max(total, 1), _files(places))
        for name, places in found.items()
    )
    return Audit(total, {field: known[field] for field in AUDITED}, findings, tuple(_gaps(months)))


def _wrong_with(article: Article, tomorrow: date) -> Iterable[str]:
    checks: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("no date", lambda: not article.date),
        ("no author", lambda: not article.authors),
        ("no source", lambda: not article.source),
        ("future date", lambda: article.date[:10] > tomorrow.isoformat()),
        ("suspicious date", lambda: _is_suspicious(article.date)),
        ("uncertain date", lambda: bool(article.date) and _confidence(article, "date") < 0.5),
        ("ambiguous date", lambda: _origin(article, "date").endswith(OPEN_ORDER)),
        ("updated before published", lambda: _is_before(article.modified, article.date)),
        ("no body", lambda: not article.text.strip()),
        ("tiny body", lambda: bool(article.text.strip()) and article.words < TINY),
        ("mojibake repaired", lambda: "text" in article.facts and not _is_recognised(article)),
        ("uncertain scan", lambda: _is_uncertain_scan(article)),
        ("suspected mojibake", lambda: suspects(article.text) > 0),
        ("many in one", lambda: article.words > HUGE),
        ("letters without words", lambda: _is_letters(article.text)),
        ("corrected", lambda: bool(article.correction)),
    )  # fmt: skip
    return [name for name, is_so in checks if is_so()]


def _is_suspicious(day: str) -> bool:
    if not day:
        return False
    return (
        day[:10] in ("1970-01-01", "1900-01-01", "1601-01-01") or int(day[:4]) < FIRST_LIKELY_YEAR
    )


def _is_before(modified: str, published: str) -> bool:
    """Whether an update is surely older than the article, both in ISO 8601 as precise as known.

    A day alone is nobody's in particular: against a moment with its zone it may be one day off.
    """
    if len(modified) > 10 and len(published) > 10:
        one, two = datetime.fromisoformat(modified), datetime.fromisoformat(published)
        if one.tzinfo is not None and two.tzinfo is not None:
            return one < two
    precise = min(len(modified), len(published), 10)
    day = published[:precise]
    if precise == 10 and (_ZONE.search(modified) or _ZONE.search(published)):
        day = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    return precise > 0 and modified[:precise] < day


_ZONE = re.compile(r"T.*(?:Z|[+-]\d\d:?\d\d)$")


_LATIN_WORD = re.compile(r"[A-Za-zÀ-ž]+")
_SAMPLE = 4000


def _is_letters(text: str) -> bool:
    """Whether a text's words came apart: most are of one or two letters."""
    words = _LATIN_WORD.findall(text[:_SAMPLE])
    return len(words) >= 30 and sum(len(word) <= 2 for word in words) > 0.6 * len(words)


def _origin(article: Article, field: str) -> str:
    fact = article.facts.get(field)
    return fact.origin if fact is not None else ""


def _is_uncertain_scan(article: Article) -> bool:
    unsure = "unsure" in _origin(article, "text") or _confidence(article, "text") < UNSURE
    return _is_recognised(article) and unsure


def _is_recognised(article: Article) -> bool:
    return "recognised" in _origin(article, "text")


def _confidence(article: Article, field: str) -> float:
    fact = article.facts.get(field)
    return fact.confidence if fact is not None else 1.0


def _gaps(months: dict[str, Counter[str]]) -> Iterable[tuple[str, str, int]]:
    """Months without articles of a source that has some in most."""
    for source, counts in sorted(months.items()):
        if counts.total() < FEWEST_FOR_GAPS or len(counts) < 3:
            continue
        first, last = min(counts), max(counts)
        usual = int(median(counts.values()))
        month = first
        span: list[str] = []
        while month < last and len(span) < 2400:
            span.append(month)
            year, number = int(month[:4]), int(month[5:])
            month = f"{year + number // 12:04d}-{number % 12 + 1:02d}"
        missing = [month for month in span if not counts[month]]
        if usual >= 2 and len(missing) <= len(span) // 2:
            yield from ((source, month, usual) for month in missing)


def _files(places: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """Files and records as they are named, in order; engines differ in that of their articles."""
    return tuple(f"{path}#{record}" if record else path for path, record in sorted(places))
