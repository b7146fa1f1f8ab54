"""Queries written for Nexis, Factiva and Google: what they mean here, or why not."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrep.errors import QueryError
from newsgrep.query.ast import All, Any, Node, Not, Phrase, Wildcard, Word, describe
from newsgrep.query.dialects import read
from newsgrep.query.languages import language_code
from newsgrep.query.parser import parse
from newsgrep.request import Request
from newsgrep.search.request_tree import tree_of

TODAY = date(2026, 11, 24)

NEXIS = [
    ("hlead(cartel) and wall!", "lead:cartel AND wall*"),
    ("headline (cartel)", "title:cartel"),
    ("byline(doe) and not publication(courier)", "author:doe AND NOT source:courier"),
    ("section(sport) and dateline(bogota)", "section:sport AND place:bogota"),
    ("subject(climate) and company(acme)", "tag:climate AND org:acme"),
    ("geographic(peru) or person(ana ruiz)", 'location:peru OR person:"ana ruiz"'),
    ("body(wall and (tunnel or border))", "body:(wall AND (tunnel OR border))"),
    ("border wall w/5 tunnel", '"border wall" w/5 tunnel'),
    ("“crude oil” field w/3 pump", '"crude oil field" w/3 pump'),
    ("crude oi! w/5 wom*n", '"crude oi*" w/5 wom?n'),
    ("wom?n", "wom?n"),
    ('"crude oi!"', '"crude oi*"'),
    # OR binds tightest, then the closest connector, then AND; AND NOT takes the rest.
    ("a and b or c", "a AND (b OR c)"),
    ("a w/5 b or c", "a w/5 (b OR c)"),
    ("wall w/s border pre/3 patrol", "wall w/s (border pre/3 patrol)"),
    ("a w/25 b w/5 c", "a w/25 (b w/5 c)"),
    ("a w/5 b w/5 c", "(a w/5 b) w/5 c"),
    ("a w/p b w/s c", "a w/p (b w/s c)"),
    ("a and b and not c and d", "a AND b AND NOT (c AND d)"),
    ("a and not b and not c", "a AND NOT b AND NOT c"),
    ("a not b", "a AND NOT b"),
    ("a but not b", "a AND NOT b"),
    ("Smith & Sons", "Smith AND Sons"),
    ("AT&T", "AT&T"),
    ("oil w/para prices", "oil w/p prices"),
    ("oil w/sent prices", "oil w/s prices"),
    ("oil /5 prices", "oil w/5 prices"),
    ("oil near/3 prices onear/2 fall", "oil w/3 (prices pre/2 fall)"),
    ("ATLEAST3(cartel) AND wall", "atleast/3 cartel AND wall"),
    ("hlead(atleast2(cartel))", "lead:(atleast/2 cartel)"),
    ("date aft 1987-03-01 and oil", "date:1987-03-02.. AND oil"),
    ("date geq 1987-03-01 and oil", "date:1987-03-01.. AND oil"),
    ("(date geq 1987-03-01) and oil", "date:1987-03-01.. AND oil"),
    ("date aft March 1, 1987 and oil", "date:1987-03-02.. AND oil"),
    ("oil and date bef 1987 and gas", "oil AND date:..1986-12-31 AND gas"),
    ("date is 1987-03", "date:1987-03-01..1987-03-31"),
    ("date = 1987", "date:1987-01-01..1987-12-31"),
    ("date <= 1987", "date:..1987-12-31"),
    ("date>1987", "date:1988-01-01.."),
    ("date(geq 1987-03-01 and leq 1987-03-31)", "date:1987-03-01..1987-03-31"),
    ("date(geq (1987-03-01) and leq (1987-03-31))", "date:1987-03-01..1987-03-31"),
    ("day after the date", '"day after the date"'),
    ("length > 500 and oil", "words:501.. AND oil"),
    ("oil and length(> 1,200)", "oil AND words:1201.."),
    ("length < 500", "words:..499"),
    ("language(english) and oil", "lang:=en AND oil"),
    ("language(german or français)", "lang:=de OR lang:=fr"),
    ("5:10 and 24/7", "5:10 AND 24/7"),
]

FACTIVA = [
    ("hd=cartel and wall near5 border", "title:cartel AND wall w/5 border"),
    ("hd=oil prices and gas", 'title:"oil prices" AND gas'),
    ("hd=(oil or gas) and hlp=pump", "title:(oil OR gas) AND lead:pump"),
    ("hl=a and by=b and sn=c and co=d and re=e and ns=f and se=g",
     "title:a AND author:b AND source:c AND org:d AND location:e AND tag:f AND section:g"),
    ("la=english or la=(en or fr)", "lang:=en OR (lang:=en OR lang:=fr)"),
    ("border patrol", '"border patrol"'),
    ("bill clinton or gore and george bush", '"bill clinton" OR (gore AND "george bush")'),
    ("world cup adj5 rugby", '"world cup" pre/5 rugby'),
    ("carrefour near5 retail sales", 'carrefour w/5 "retail sales"'),
    ("border w/3 wall same tunnel$", "(border pre/3 wall) w/p tunnel*"),
    ("oil adj prices", "oil pre/1 prices"),
    ("oil/N3/prices", "oil w/3 prices"),
    ("oil /n30/ prices", "oil w/30 prices"),
    ("oil (price or cost)", "oil pre/1 (price OR cost)"),
    ("[oil or gas] and pump", "(oil OR gas) AND pump"),
    ("pric$2", "=pric OR pric? OR pric??"),
    ("oil pric$1", "oil pre/1 (=pric OR pric?)"),
    ("pric$", "pric*"),
    ("crude oi*", '"crude oi*"'),
    ("wom?n", "wom?n"),
    ('"peas and carrots"', '"peas and carrots"'),
    ("border patrol and wc>500 not by=doe",
     '"border patrol" AND words:501.. AND NOT author:doe'),
    ("oil and not gas", "oil AND NOT gas"),
    ("a or b not c", "a OR (b AND NOT c)"),
    ("atleast5 microsoft windows", 'atleast/5 "microsoft windows"'),
    ("wc from 100 to 200 and oil", "words:100..200 AND oil"),
    ("date from 2017-02-01 to 2017-02-28 and wall", "date:2017-02-01..2017-02-28 AND wall"),
    ("date from 20170201 to 20170228", "date:2017-02-01..2017-02-28"),
    ("date after 20170201 and oil", "date:2017-02-02.. AND oil"),
    ("date before 20170201", "date:..2017-01-31"),
    ("date 20170201", "date:2017-02-01..2017-02-01"),
    ("date after -7 and oil", "date:2026-11-18.. AND oil"),
    ("pd=20170201", "date:2017-02-01..2017-02-01"),
]  # fmt: skip

GOOGLE = [
    ("intitle:cartel -wall source:the_courier",
     'title:cartel AND NOT wall AND source:"the courier"'),
    ('intext:oil source:"The Hill" location:south_africa',
     'body:oil AND source:"The Hill" AND location:"south africa"'),
    ("site:example.com -inurl:sport", 'url:"example.com" AND NOT url:"sport"'),
    ("allintitle:oil prices -opec", "title:(oil AND prices AND NOT opec)"),
    ("intitle:(oil OR gas)", "title:(oil OR gas)"),
    ("cartel after:2017-02-01 before:2017-03-01",
     "cartel AND date:2017-02-01.. AND date:..2017-02-28"),
    ("when:7d oil", "date:2026-11-18..2026-11-24 AND oil"),
    ("when:1d", "date:2026-11-24..2026-11-24"),
    ("when:1m", "date:2026-10-25..2026-11-24"),
    ('"border wall" AROUND(3) tunnel', '"border wall" w/3 tunnel'),
    ("a b OR c d", "a AND (b OR c) AND d"),
    ("oil|gas | coal", "oil OR gas OR coal"),
    ("oil AND (gas coal)", "oil AND (gas AND coal)"),
    ("oil or gas and coal", "oil AND or AND gas AND and AND coal"),
    ("-oil OR gas", "NOT oil OR gas"),
    ("who killed him?", "who AND killed AND him"),
    ("near-miss 5:10 $400", "near-miss AND 5:10 AND $400"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("syntax", "query", "meaning"),
    [
        (syntax, *row)
        for syntax, rows in (("nexis", NEXIS), ("factiva", FACTIVA), ("google", GOOGLE))
        for row in rows
    ],
)
def test_understood(syntax: str, query: str, meaning: str) -> None:
    assert describe(read(query, syntax, TODAY)) == meaning


@pytest.mark.parametrize(
    ("syntax", "query", "place", "message", "hint"),
    [
        ("nexis", "oil not w/5 prices", "not w/5", "no counterpart", "and not (a w/5 b)"),
        ("nexis", "oil w/seg prices", "w/seg", "no counterpart", "body(a and b)"),
        ("nexis", "oil and caps(Apple)", "caps", "no counterpart", ""),
        ("nexis", "allcaps(US)", "allcaps", "no counterpart", "US finds US and U.S."),
        ("nexis", "nocaps(aids)", "nocaps", "no counterpart", ""),
        ("nexis", "singular(wall)", "singular", "no counterpart", "=wall"),
        ("nexis", "plural(walls)", "plural", "no counterpart", "=walls"),
        ("nexis", "lead(oil)", "lead", "no counterpart", "hlead"),
        ("nexis", "hedline(wall)", "hedline", "no hedline(…)", "did you mean headline(…)?"),
        ("nexis", "hlead(byline(doe))", "byline(doe)", "a field inside", "outside"),
        ("nexis", "wall w/5 byline(doe)", "byline(doe)", "works on words", "outside"),
        ("nexis", "byline(doe) w/5 wall", "byline(doe)", "works on words", "outside"),
        ("nexis", "oil w/x prices", "w/x", "no connector w/x", "w/5"),
        ("nexis", "oil near5 prices", "near5", "no connector near5", "near/5"),
        ("nexis", "oil w/900 prices", "w/900", "a number from 1 to 500", ""),
        ("nexis", "pric*", "pric*", "has meant one letter, and any", "write pric! for any"),
        ("nexis", "!climate", "!", "no !", ""),
        ("nexis", "oil | gas", "|", "no |", ""),
        ("nexis", "term(oil #85plus#)", "#", "no #", ""),
        ("nexis", "title:oil", ":", "no :", ""),
        ("nexis", "-oil", "-", "no -", ""),
        ("nexis", "oil 1986..1987", "..", "no ..", ""),
        ("nexis", "(a or b) c", "c", "no connector before c", ""),
        ("nexis", "oil date aft 1987", "date", "no connector before date", ""),
        ("nexis", "date aft 1987 and bef 1988", "bef", "nothing to compare", "date aft"),
        ("nexis", "date aft soonish and oil", "soonish", "not a date", "expected"),
        ("nexis", "date(geq 1988 and leq 1987)", "date(geq 1988 and leq 1987)", "ends before", ""),
        ("nexis", "length > many", "many", "not a number", ""),
        ("nexis", "language(klingon)", "klingon", "no language", "english, en"),
        ("nexis", "atleast3 oil", "atleast3", "parentheses", "atleast3(cartel)"),
        ("nexis", "not oil", "not", "on both sides", ""),
        ("nexis", "oil or and gas", "or", "on both sides", ""),
        ("nexis", "oil and", "and", "on both sides", ""),
        ("nexis", '"oil', '"', "never closed", ""),
        ("nexis", "(oil", "(", "never closed", ""),
        ("nexis", "oil and (", "(", "never closed", ""),
        ("nexis", "oil and hlead(", "(", "never closed", ""),
        ("nexis", "oil)", ")", "without an opening", ""),
        ("nexis", "oil and ()", "()", "nothing inside", ""),
        ("factiva", "oil/F50/ and gas", "/F50/", "no counterpart", "hlp="),
        ("factiva", "lp=oil", "lp=", "no counterpart", "hlp="),
        ("factiva", "fds=ibm", "fds=", "no counterpart", "co="),
        ("factiva", "rst=nytf", "rst=", "no counterpart", "sn="),
        ("factiva", "upd after 20170101", "upd", "no counterpart", ""),
        ("factiva", "president % clinton", "%", "no counterpart", "w/2"),
        ("factiva", "xx=wall", "xx=", "xx= is not known", "hd="),
        ("factiva", "hd=", "hd=", "nothing to look for", ""),
        ("factiva", "oil near5 hd=gas", "hd", "does not go here", "outside"),
        ("factiva", "hd=oil near5 by=x", "by", "does not go here", "outside"),
        ("factiva", "oil hd=gas", "hd", "no operator before hd", ""),
        ("factiva", "closing date and (bid or bids)", "date", "no operator", 'itself: "date"'),
        ("factiva", "date and bids", "date", "needs a day", 'itself: "date"'),
        ("factiva", "date after soonish", "soonish", "not a date", ""),
        ("factiva", "date after -99999999", "-99999999", "not a date", ""),
        ("factiva", "oil near prices", "near", "needs a number", "near5"),
        ("factiva", "oil pre/5 prices", "pre/5", "no operator pre/5", "adj5"),
        ("factiva", "oil onear/3 prices", "onear/3", "no operator onear/3", ""),
        ("factiva", "oil AROUND(5) prices", "AROUND(5)", "no operator AROUND(5)", ""),
        ("google", "oil w/5 prices", "w/5", "Google has no w/5", "AROUND(5)"),
        ("google", "oil /s prices", "/s", "Google has no /s", "AROUND(5)"),
        ("factiva", "oil!", "!", "no !", ""),
        ("factiva", "c++ and oil", "+", "no +", "quotation marks"),
        ("factiva", "oil and or gas", "and", "on both sides", ""),
        ("factiva", "wc>many", "many", "not a number", ""),
        ("google", '"oil * prices"', "*", "no counterpart", "AROUND(3)"),
        ("google", "oil * prices", "*", "no counterpart", "AROUND(3)"),
        ("google", "pric*", "pric*", "no counterpart", "newsgrep has pric*"),
        ("google", "oil 1986..1987", "1986..1987", "no counterpart", "after:1986 before:1988"),
        ("google", "$100..$200", "$100..$200", "no counterpart", ""),
        ("google", "when:1h", "1h", "hours are not known", "when:1d is today"),
        ("google", "when:soon", "soon", "a span of time", "when:7d"),
        ("google", "after:soonish", "soonish", "not a date", ""),
        ("google", "filetype:pdf", "filetype:", "no counterpart", ""),
        ("google", "intitel:oil", "intitel:", "no intitel:", "did you mean intitle:?"),
        ("google", "http://x.org", "http:", "no http:", "quote it"),
        ("google", "intitle: oil", "intitle:", "nothing to look for", "right behind it"),
        ("google", "oil NOT gas", "NOT", "no NOT", "-word"),
        ("google", "oil AROUND gas", "AROUND", "needs a number", "AROUND(5)"),
        ("google", "oil |", "|", "on both sides", ""),
        ("google", "+oil", "+", "no +", ""),
        ("google", "~oil", "~", "no ~", ""),
        ("google", "--oil", "-", "no -", ""),
        ("google", "allintitle:oil after:2017", "after:2017", "a field inside", ""),
    ],
)
def test_refused_with_a_finger_on_the_place_as_typed(
    syntax: str, query: str, place: str, message: str, hint: str
) -> None:
    with pytest.raises(QueryError) as caught:
        read(query, syntax, TODAY)
    error = caught.value
    assert error.query == query
    assert query[error.start : error.end] == place
    assert message in error.message
    assert hint in error.hint


def test_spans_are_those_of_the_query_as_typed() -> None:
    query = "hlead(cartel)  and not  wall! or “oil gas”"
    tree = read(query, "nexis")
    assert isinstance(tree, All)
    first, without = tree.parts
    assert query[slice(*first.span)] == "hlead(cartel)"
    assert isinstance(without, Not)
    assert query[slice(*without.span)] == "and not  wall! or “oil gas”"
    assert isinstance(without.part, Any)
    assert [query[slice(*part.span)] for part in without.part.parts] == ["wall!", "“oil gas”"]
    assert without.part.parts == (Wildcard("wall*"), Phrase("oil gas"))


def test_words_side_by_side_in_google_are_softened_as_ours_are() -> None:
    assert read("oil prices", "google") == parse("oil prices")
    assert read("oil AND prices", "google") == parse("oil AND prices")


def test_a_query_in_capitals_throughout_marks_no_acronyms() -> None:
    query = "HEADLINE(OIL) AND WHO SAID PRICES FALL"
    assert describe(read(query, "nexis")) == 'title:oil AND "who said prices fall"'
    query = "THE PRICES ARE FALLING OR RISING"
    assert describe(read(query, "google")) == "the AND prices AND are AND (falling OR rising)"


def test_hyphenated_words_are_loosened_where_words_side_by_side_are() -> None:
    google, nexis = (Request(query="Iran-Iraq", syntax=name) for name in ("google", "nexis"))
    assert tree_of(google) == tree_of(Request(query="Iran-Iraq"))
    assert tree_of(nexis) == Word("Iran-Iraq")


def test_filters_go_with_dialects() -> None:
    tree = tree_of(Request(query="a or b", syntax="nexis", language="en"))
    assert describe(tree) == "(a OR b) AND lang:=en"


ALPHABET = [
    *"ab ()[]\"“”„«»*?!$:=-~^/.,+&|<>%#\n", "é", "ไ", "and", "or", "not", "AND", "OR", " not w/5 ",
    " w/5 ", " w/s ", "pre/", " near5 ", " same ", "/N3/", "/F5/", "atleast2", "atleast 3 (",
    "hlead(", "language(", "length", "date", "date(geq ", " aft ", " to ", "2017", "2017-02-30",
    "hd=", "la=", "wc>", "wc from ", "intitle:", "allintitle:", "site:", "when:", "7d",
    "AROUND(3)", "english",
]  # fmt: skip


def spans(node: Node) -> Iterator[tuple[int, int]]:
    yield node.span
    for value in vars(node).values():
        for part in value if isinstance(value, tuple) else (value,):
            if hasattr(part, "span"):
                yield from spans(part)


@given(
    st.sampled_from(("nexis", "factiva", "google")),
    st.one_of(
        st.text(max_size=30),
        st.lists(st.sampled_from(ALPHABET), max_size=25).map("".join),
        st.lists(st.sampled_from(ALPHABET), max_size=15).map(" ".join),
    ),
)
def test_any_text_is_understood_or_refused_in_the_query(syntax: str, query: str) -> None:
    try:
        tree = read(query, syntax, TODAY)
    except QueryError as error:
        assert error.query == query
        assert 0 <= error.start < error.end <= max(1, len(query))
        assert error.message
    else:
        assert describe(tree)
        assert all(0 <= start < end <= len(query) for start, end in spans(tree))


@pytest.mark.parametrize("syntax", ["nexis", "factiva", "google"])
@pytest.mark.parametrize(
    "piece",
    ["(", "[", "a or ", "a and ", "a OR ", "-", "not ", "a w/5 ", "a near5 ", "a AROUND(5) ",
     "a$2 ", "atleast2 ", "atleast2(", "hlead(", "allintitle:", "atleast  ", "date ", " ", '"',
     "a/N3/", "word ", "1.", "“a„", "and not ", "hd=", "a|"],
)  # fmt: skip
def test_long_queries_take_no_longer_than_they_are(syntax: str, piece: str) -> None:
    started = time.process_time()
    for query in (piece * 7_000, f"{piece * 7_000}a", "(" * 99 + piece * 100 + "a" + ")" * 99):
        try:
            read(query, syntax, TODAY)
        except QueryError as error:
            assert 0 <= error.start < error.end <= len(query)
    assert time.process_time() - started < 4


@pytest.mark.parametrize(
    ("name", "code"),
    [("english", "en"), ("English", "en"), ("Deutsch", "de"), ("español", "es"), ("EN", "en"),
     ("français", "fr"), ("Português", "pt"), ("italiano", "it"), ("中文", "zh"),
     ("русский", "ru"), ("klingon", None), ("", None), ("xx", None)],
)  # fmt: skip
def test_languages_by_name_and_code(name: str, code: str | None) -> None:
    assert language_code(name) == code


def test_a_word_in_quotation_marks_stays_a_word() -> None:
    assert read('"date"', "factiva") == Phrase("date")
    assert read("wall", "factiva") == Word("wall")
