"""The query language: what is understood, and how the rest is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrep.errors import QueryError
from newsgrep.query.ast import All, In, Not, Phrase, Word, describe
from newsgrep.query.parser import parse

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("query", "meaning"),
    [
        ("DEA Mexico", "DEA AND Mexico"),
        ("a b OR c -d", "(a AND b) OR (c AND NOT d)"),
        ("a AND (b OR c)", "a AND (b OR c)"),
        ('NOT "border wall"', 'NOT "border wall"'),
        ("“border wall”", '"border wall"'),
        ("=braced", "=braced"),
        ('="exact words"', '="exact words"'),
        ("cooperat* wom?n", "cooperat* AND wom?n"),
        ('"crude oi*"~5', "crude w/5 oi*"),
        ('title:"pric?s of oil"~3', "title:((pric?s w/3 of) w/3 oil)"),
        ("who killed him?", "who AND killed AND him"),
        ("title:(wall OR border)", "title:(wall OR border)"),
        ('headline:"a b"', 'title:"a b"'),
        ("date:2017-02", "date:2017-02-01..2017-02-28"),
        ("date:2016..2017", "date:2016-01-01..2017-12-31"),
        ("path:*.html", 'path:"*.html"'),
        ("lang:EN", "lang:=en"),
        ("lang:lg", "lang:=lg"),
        ("lang:shona", "lang:=sn"),
        ("AT & T", "AT AND T"),
        ("*", "*"),
        ("and or not", "and AND or AND not"),
    ],
)
def test_understood(query: str, meaning: str) -> None:
    assert describe(parse(query, TODAY)) == meaning


def test_a_tree_knows_where_it_was_read() -> None:
    tree = parse('guzman -"border wall"')
    assert tree == All((Word("guzman"), Not(Phrase("border wall"))))
    assert isinstance(tree, All)
    assert tree.parts[1].span == (7, 21)
    assert parse("author:x") == In("author", Word("x"))


@pytest.mark.parametrize(
    ("query", "place", "message", "hint"),
    [
        ("auther:x", "auther", 'unknown field "auther"', "did you mean author:?"),
        ("http://x.org", "http", 'unknown field "http"', "quote it"),
        ('"abc', '"', "never closed", "close it"),
        ("abc”", "”", "without an opening", ""),
        ("(a b", "(", "never closed", ""),
        ("a b)", ")", "without an opening", ""),
        ("a AND", "AND", "AND needs something", "write it small"),
        ("OR a", "OR", "OR needs something", ""),
        ("a NOT", "NOT", "NOT needs something after", ""),
        ("()", "()", "nothing inside", ""),
        ("title: foo", "title:", 'nothing after "title:"', ""),
        ("date:2017-13", "2017-13", "there is no month 13", ""),
        ("date:2017-02-30", "2017-02-30", "has no day 30", ""),
        ("date:03/04/2017", "03/04/2017", "could be", "write the one you mean"),
        ("date:soonish", "soonish", "not a date", "expected a date like"),
        ("title:(author:x)", "author:x", "a field inside title", ""),
        ("&&", "&&", "&& is no operator here", "write AND"),
        ("a within/5 b", "within/5", "within/5 is no operator here", "write near/5"),
        ("a AROUND(5) b", "AROUND(5)", "AROUND(5) is no operator here", "write near/5"),
        ("a onear/3 b", "onear/3", "onear/3 is no operator here", "write pre/3"),
        ("a within/s b", "within/s", "within/s is no operator here", "write w/s"),
        ("a AND/OR b", "AND/OR", "AND/OR is no operator", "write one of AND, OR, NOT"),
        ("a NOT/5 b", "NOT/5", "NOT/5 is no operator", "quote it"),
        ("a N/5 b", "N/5", "N/5 is no operator here", "write near/5"),
        ("a /s b", "/s", "/s is no operator here", "w/s"),
        ("a XOR b", "XOR", "XOR is no operator here", "write (a OR b) -(a b)"),
        ("headline(wall)", "headline(", "headline(…) is no field here", "write title:(…)"),
        ("oil AND BYLINE(Doe)", "BYLINE(", "BYLINE(…) is no field here", "--syntax nexis"),
        ("HD=wall", "HD=", "HD= is no field here", "write title:…"),
        ("[2016 TO 2017]", "[2016 TO 2017]", "is no range here", "write date:2016..2017"),
        ("site:bbc.com", "site", 'unknown field "site"', "did you mean url:?"),
        ("lang:klingon", "klingon", "takes a language", "as in lang:es"),
    ],
)
def test_refused_with_a_finger_on_the_place(
    query: str, place: str, message: str, hint: str
) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query, TODAY)
    error = caught.value
    assert message in error.message
    assert hint in error.hint
    assert query[error.start : error.end] == place


@pytest.mark.parametrize(
    "query",
    [
        "and/or",
        '"within/5"',
        "before/after",
        "within",
        "around (5)",
        "headline (wall)",
        '"headline(wall)"',
        "AB=wall",
        "[sic] to be",
        "source(s)x",
    ],
)
def test_words_that_are_like_operators_of_other_tools(query: str) -> None:
    assert parse(query, TODAY)


@given(st.text(alphabet='ab ()"-*?:=ANDORT“”~^/..>2017éé\n', max_size=30))
def test_any_text_is_understood_or_refused(query: str) -> None:
    try:
        tree = parse(query, TODAY)
    except QueryError as error:
        line, carets = error.pointer()
        assert len(line) == len(query)
        assert carets.strip("^ ") == ""
    else:
        assert describe(tree)


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(QueryError, match="levels deep"):
        parse("(" * 5000 + "a" + ")" * 5000)
    with pytest.raises(QueryError, match="levels deep"):
        parse("-" * 5000 + "a")
    with pytest.raises(QueryError, match="levels deep"):
        parse(" w/5 ".join("a" * 400))
    assert describe(parse(f"({' w/5 '.join('a' * 50)}) OR ({' w/5 '.join('b' * 60)})"))
