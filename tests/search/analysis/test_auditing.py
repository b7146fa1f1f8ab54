"""What an audit finds, on articles of which each has one thing wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from conftest import article

from newsgrep.article import Article, Fact
from newsgrep.engines.matches import Match
from newsgrep.search.analysis.audit import audit
from newsgrep.search.analysis.results import Audit

TODAY = date(2017, 6, 1)
WORDS = "A sound text. " * 20
SOUND = {
    "title": "Ferry", "date": "2017-02-20", "authors": ("Ida Brandt",), "source": "Orlo Courier",
    "text": WORDS, "words": 61,
}  # fmt: skip


class Articles:
    """A snapshot that has nothing but articles; those of ``copies`` are near-duplicates."""

    def __init__(self, articles: Sequence[Article], copies: Sequence[int] = ()) -> None:
        self._articles = articles
        self._copies = copies

    def everything(self) -> Iterator[tuple[Match, Article]]:
        for n, one in enumerate(self._articles):
            yield Match(0, n, 0.0, True, cluster=int(n in self._copies)), one

    def path(self, match: Match) -> str:
        return self._articles[match.document].path


def audited(*articles: Article, copies: Sequence[int] = ()) -> Audit:
    return audit(Articles(articles, copies), TODAY)  # type: ignore[arg-type]


def sound(number: int, **fields: object) -> Article:
    """An article with nothing wrong, but for what ``fields`` say."""
    return article(number, **{**SOUND, "text": f"{WORDS} {number}", **fields})


def found(done: Audit) -> dict[str, tuple[str, ...]]:
    """The findings that there are, each with its files."""
    return {finding.name: finding.files for finding in done.findings if finding.count}


def test_a_sound_archive_has_no_findings() -> None:
    done = audited(sound(1), sound(2, language="en", url="http://a.example"))
    assert found(done) == {}
    assert done.articles == 2
    assert done.known == {
        "date": 2, "authors": 2, "source": 2, "place": 0, "section": 0, "language": 1, "url": 1,
        "title": 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "findings"),
    [
        ({"date": ""}, {"no date"}),
        ({"authors": ()}, {"no author"}),
        ({"source": ""}, {"no source"}),
        ({"date": "2017-06-03"}, {"future date"}),
        ({"date": "2017-06-02T23:59:00"}, set()),  # tomorrow: it is so already in other zones
        ({"date": "1970-01-01T00:00:00"}, {"suspicious date"}),
        ({"date": "1900-01-01"}, {"suspicious date"}),
        ({"date": "1699"}, {"suspicious date"}),
        ({"date": "1701"}, set()),
        ({"facts": {"date": Fact("file time", 0.2)}}, {"uncertain date"}),
        ({"facts": {"date": Fact("dateline", 0.5)}}, set()),
        ({"modified": "2017-02-19", "date": "2017-02-20"}, {"updated before published"}),
        ({"modified": "2017-02-20T01:00:00"}, set()),
        # A day alone, and a moment in GMT: it may have been that day where it was written.
        ({"modified": "2017-02-19", "date": "2017-02-20T01:49:00+00:00"}, set()),
        (
            {"modified": "2017-02-18", "date": "2017-02-20T01:49:00+00:00"},
            {"updated before published"},
        ),
        ({"modified": "2017-02-19T23:00:00-08:00", "date": "2017-02-20T01:49:00+00:00"}, set()),
        (
            {"modified": "2017-02-20T01:00:00+02:00", "date": "2017-02-20T00:30:00+00:00"},
            {"updated before published"},
        ),
        ({"modified": "2017-01", "date": "2017-02-20"}, {"updated before published"}),
        ({"text": " \n", "words": 1}, {"no body"}),
        ({"words": 39}, {"tiny body"}),
        ({"words": 40}, set()),
        ({"facts": {"text": Fact("repaired", 0.9)}}, {"mojibake repaired"}),
        ({"text": f"The cafÃ© was closed. {WORDS}"}, {"suspected mojibake"}),
        ({"correction": "An earlier version said Monday."}, {"corrected"}),
    ],
)
def test_each_finding(fields: dict[str, object], findings: set[str]) -> None:
    done = audited(sound(1), sound(2, **fields))
    assert found(done) == dict.fromkeys(findings, ("2.txt",))
    assert all(finding.share == 0.5 for finding in done.findings if finding.count)


def test_copies() -> None:
    done = audited(
        sound(1, text=WORDS), sound(2, text=WORDS), sound(3), sound(4, text=WORDS), copies=(0, 2)
    )
    assert found(done) == {
        "exact copies": ("2.txt", "4.txt"),
        "near copies": ("1.txt", "3.txt"),
    }


def test_records_are_named_with_their_file() -> None:
    done = audited(sound(1, path="a.jsonl", record=7, date=""))
    assert found(done) == {"no date": ("a.jsonl#7",)}


def test_an_empty_archive() -> None:
    done = audited()
    assert (done.articles, found(done), done.gaps) == (0, {}, ())
    assert all(finding.share == 0 for finding in done.findings)


def test_months_that_a_source_lacks() -> None:
    months = [f"2016-{n:02d}" for n in range(1, 13) if n not in (5, 6)] + ["2017-02"]
    articles = [sound(n, date=f"{month}-0{n % 3 + 1}") for month in months for n in range(3)]
    assert audited(*articles).gaps == (
        ("Orlo Courier", "2016-05", 3),
        ("Orlo Courier", "2016-06", 3),
        ("Orlo Courier", "2017-01", 3),
    )


def test_a_source_that_is_seldom_has_no_gaps() -> None:
    few = [sound(n, date=f"2016-{n + 1:02d}-01") for n in (0, 4, 9)]
    assert audited(*few).gaps == ()
    scattered = [sound(n, date=f"{1990 + n}-01-01") for n in range(25)]
    assert audited(*scattered).gaps == (), "one a year: no month is missed"
