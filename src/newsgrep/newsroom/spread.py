"""Who had it first: the earliest article of each source, and how far behind the first it was."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from newsgrep.newsroom.answers import First, Spread
from newsgrep.newsroom.matching import stories, whole

if TYPE_CHECKING:
    from newsgrep.article import Article
    from newsgrep.engines.interface import Snapshot
    from newsgrep.engines.matches import Match
    from newsgrep.request import Request


class _Moment(NamedTuple):
    """When an article came out, as far as its date tells.

    One of which only the day is known counts as the last of that day, so that nobody is called
    first for want of an hour.
    """

    latest: datetime
    length: int
    """Characters of the date that are known: 4, 7, 10 or more."""
    zoned: bool


class _Dated(NamedTuple):
    moment: _Moment
    article: Article
    path: str
    copies: int
    copy_of: str


def spread(snapshot: Snapshot, request: Request) -> Spread:
    """The earliest article that matches of each source, with its lag behind the first.

    Raises :class:`QueryError` and :class:`UsageError`.
    """
    first_of: dict[str, _Dated] = {}
    articles_of: dict[str, int] = {}
    total = undated = 0
    for story in stories(snapshot, whole(request)):
        total += len(story)
        dated = _in_order(snapshot, story)
        undated += len(story) - len(dated)
        for one in dated:
            source = one.article.source
            articles_of[source] = articles_of.get(source, 0) + 1
            known = first_of.get(source)
            if known is None or _order(one) < _order(known):
                first_of[source] = one
    firsts = sorted(first_of.values(), key=_order)
    return Spread(
        request.query, total, undated,
        tuple(_first(one, firsts[0], articles_of[one.article.source]) for one in firsts),
    )  # fmt: skip


def _order(one: _Dated) -> tuple[datetime, str]:
    return one.moment.latest, one.article.id


def _in_order(snapshot: Snapshot, story: list[Match]) -> list[_Dated]:
    """The articles of a story that have a date, the earliest first."""
    found = []
    for match in story:
        article = snapshot.article(match)
        moment = _moment(article.date)
        if moment is not None:
            found.append(_Dated(moment, article, snapshot.path(match), 0, ""))
    found.sort(key=_order)
    return [
        one._replace(copies=len(found) - 1 - at, copy_of=found[0].article.id if at else "")
        for at, one in enumerate(found)
    ]


def _moment(date: str) -> _Moment | None:
    try:
        if len(date) == 4:
            return _Moment(datetime(int(date), 12, 31, 23, 59, 59), 4, False)
        if len(date) == 7:
            month = datetime.fromisoformat(f"{date}-01")
            last = (month + timedelta(days=32)).replace(day=1) - timedelta(seconds=1)
            return _Moment(last, 7, False)
        moment = datetime.fromisoformat(date)
        if len(date) == 10:
            return _Moment(moment.replace(hour=23, minute=59, second=59), 10, False)
        if moment.tzinfo is not None:
            return _Moment(moment.astimezone(UTC).replace(tzinfo=None), len(date), True)
        return _Moment(moment, len(date), False)
    except (ValueError, OverflowError):
        return None


def _first(one: _Dated, first: _Dated, articles: int) -> First:
    lag, exact = _lag(one, first)
    article = one.article
    return First(
        article.source, article.date, lag, exact, articles, one.copies, one.copy_of,
        article.id, one.path, article.record, article.title,
    )  # fmt: skip


def _lag(one: _Dated, first: _Dated) -> tuple[float | None, bool]:
    """Hours between two, and whether they are exact; whole days where an hour is not known."""
    if one is first:
        return 0.0, True
    shortest = min(one.moment.length, first.moment.length)
    if shortest < 10:
        return None, False
    if shortest == 10:
        days = _day(one) - _day(first)
        return days.days * 24.0, False
    hours = (one.moment.latest - first.moment.latest).total_seconds() / 3600
    return round(hours, 2), one.moment.zoned == first.moment.zoned


def _day(one: _Dated) -> timedelta:
    """The day that its own date names."""
    return datetime.fromisoformat(one.article.date[:10]) - datetime(1, 1, 1)
