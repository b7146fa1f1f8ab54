"""Hits, suggestions and findings as lines and sentences for people."""

from __future__ import annotations

import pytest

from newsgrep.render.audit import audit_lines
from newsgrep.render.lines import copies_for_people, hit_lines, past_the_end, suggestion_lines
from newsgrep.request import Request
from newsgrep.results import CopyInfo, Hit, Suggestions
from newsgrep.search.analysis.results import Audit, Finding


def hit(**fields: object) -> Hit:
    known: dict[str, object] = {
        "rank": 1, "score": 1.0, "match": "all", "id": "4f2a00000000", "path": "a.txt", "record": 0,
        "title": "Ferry sinks", "authors": (), "date": "", "source": "", "place": "",
        "section": "", "language": "en", "url": "", "words": 3, "snippets": (),
    }  # fmt: skip
    return Hit(**{**known, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "about"),
    [
        ({}, None),
        ({"source": "Harbour News", "date": "2017-03-04"}, "    Harbour News · 4 Mar 2017"),
        ({"corrected": True}, "    corrected"),
        ({"match": "some"}, "    some of the words"),
        ({"corrected": True, "match": "some"}, "    corrected · some of the words"),
        ({"source": "Harbour News", "corrected": True}, "    Harbour News · corrected"),
    ],
)
def test_what_is_said_of_a_hit(fields: dict[str, object], about: str | None) -> None:
    lines = [line.plain() for line in hit_lines(hit(**fields))]
    assert lines[0] == " 1. Ferry sinks"
    assert lines[-1] == "    a.txt  4f2a00000000"
    assert lines[1:-1] == ([about] if about else [])


def test_copies_of_a_hit() -> None:
    copies = CopyInfo(6, "4f2b", "Harbour Wire", "2017-03-04")
    lines = [line.plain() for line in hit_lines(hit(copies=copies))]
    assert lines[-1] == "    +6 copies (first: Harbour Wire, 4 Mar 2017)"
    assert copies_for_people(CopyInfo(1, "4f2b", "", "")) == "+1 copy"


def test_suggestions_in_sentences() -> None:
    told = Suggestions(
        words=(("ferry", 1200), ("quey", 0)), without=(("quey", 1200),),
        spelling=(("quey", "quay", 1),), names=(("author", "Ada Orlo", 2),),
        first_date="1987-02-26", last_date="2017-03-04",
    )  # fmt: skip
    assert list(suggestion_lines(told)) == [
        "did you mean quay? (1 article; none has quey)",
        'the nearest author: "Ada Orlo" (2 articles)',
        "articles with each: ferry 1,200, quey 0",
        "without quey: 1,200 articles",
        "the archive spans 1987-02-26 to 2017-03-04",
    ]
    assert list(suggestion_lines(Suggestions())) == []


@pytest.mark.parametrize(
    ("request_", "page", "said"),
    [
        (Request("x", offset=40), 1, "--offset 40 is past the last article; 25 articles"),
        (Request("x", offset=40, limit=10), 5, "page 5 is past the last page, 3; 25 articles"),
    ],
)
def test_past_the_last_page(request_: Request, page: int, said: str) -> None:
    assert past_the_end(request_, page, 25) == f"newsgrep: {said}"


def test_an_archive_in_which_nothing_looks_wrong() -> None:
    found = Audit(0, {"date": 0}, (Finding("no date", "", 0, 0.0, ()),), ())
    assert [line.plain() for line in audit_lines(found)] == [
        "0 articles, of which known:", "  date         0.0%  0", "", "  nothing looks wrong",
    ]  # fmt: skip


def test_months_without_articles_are_listed_up_to_a_dozen() -> None:
    gaps = tuple(("Harbour News", f"20{year}-03", 1400) for year in range(10, 25))
    found = Audit(2, {"date": 2}, (Finding("no date", "no date at all", 1, 0.5, ("a",)),), gaps)
    lines = [line.plain() for line in audit_lines(found)]
    assert "  no date                          1  50.0%  no date at all" in lines
    assert "  2010-03  Harbour News (usually 1,400)" in lines
    assert "  and 3 more (--json)" in lines
    assert lines[-1] == "the files behind one: newsgrep doctor --list 'no date'"
