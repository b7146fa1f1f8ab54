"""Log-likelihood, against values worked out by hand, and the terms that it chooses."""

from __future__ import annotations

from collections.abc import Callable
from math import log

import pytest

from newsgrep import Archive
from newsgrep.search.analysis.keyness import surprise


def test_surprise_is_the_log_likelihood_of_two_frequencies() -> None:
    # Expected 4 of 40 and 16 of 160 articles, observed 12 and 8 (Rayson and Garside 2000):
    # 2 × (12 ln(12/4) + 8 ln(8/16)).
    assert surprise(12, 40, 20, 200) == pytest.approx(2 * (12 * log(3) + 8 * log(0.5)))
    assert surprise(12, 40, 20, 200) == pytest.approx(15.2764, abs=1e-4)


def test_surprise_of_what_the_others_do_not_have_at_all() -> None:
    assert surprise(10, 20, 10, 100) == pytest.approx(2 * 10 * log(5))


@pytest.mark.parametrize(
    ("found", "looked_at", "articles", "total"),
    [
        (4, 40, 20, 200),  # as frequent as elsewhere
        (2, 40, 40, 200),  # less frequent
        (0, 40, 7, 200),  # not there
        (0, 0, 7, 200),  # no articles
        (10, 20, 10, 20),  # there are no others
    ],
)
def test_nothing_is_surprising_that_is_no_more_frequent(
    found: int, looked_at: int, articles: int, total: int
) -> None:
    assert surprise(found, looked_at, articles, total) == 0


def test_surprise_grows_with_what_is_found() -> None:
    scores = [surprise(found, 40, 40, 400) for found in range(41)]
    assert scores == sorted(scores)
    assert scores[4] == 0 < scores[5]


@pytest.fixture
def archive(archive_from: Callable[..., Archive]) -> Archive:
    harbour = [
        {"title": f"Harbour report {n}", "date": "2017-02-20",
         "text": f"The harbour of Orlo bought a crane, Ida Brandt said. Number {n} of many."}
        for n in range(4)
    ]  # fmt: skip
    others = [
        {"title": f"Council {n}", "date": "2017-02-21",
         "text": f"The council of Orlo met and bought a clock. Number {n} of many."}
        for n in range(6)
    ]  # fmt: skip
    return archive_from(*harbour, *others)


def test_terms_are_what_the_articles_have_and_others_have_not(
    archive: Archive, both_ways: str
) -> None:
    told = archive.terms("harbour", most=10)
    assert (told.query, told.total, told.looked_at) == ("harbour", 4, 4)
    terms = {(term.text, term.kind): term for term in told.terms}
    crane = terms["crane", "word"]
    assert (crane.found, crane.articles) == (4, 4)
    assert crane.score == pytest.approx(2 * 4 * log(10 / 4))
    assert terms["Ida Brandt", "person"].found == 4
    for common in ("harbour", "orlo", "bought", "clock", "the"):
        assert (common, "word") not in terms, "what was asked for, or is in the others too"
    scores = [term.score for term in told.terms]
    assert scores == sorted(scores, reverse=True)


def test_as_many_terms_as_asked_for(archive: Archive) -> None:
    few = archive.terms("harbour", most=1).terms
    assert few == archive.terms("harbour", most=10).terms[:1]


def test_terms_of_nothing_and_of_everything(archive: Archive) -> None:
    assert archive.terms("submarine").terms == ()
    assert archive.terms("*").terms == (), "nothing sets all apart from all"
