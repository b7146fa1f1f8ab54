"""Queries that are refused in each dialect, and what is said of them; and bounds on lengths."""

from __future__ import annotations

import pytest

from newsgrep.errors import QueryError
from newsgrep.query.ast import Length
from newsgrep.request import Request
from newsgrep.search.request_tree import query_of


@pytest.mark.parametrize(
    ("syntax", "query", "said"),
    [
        ("newsgrep", "wall AND", "AND needs something to search for on both sides"),
        ("newsgrep", "wall OR", "OR needs something to search for on both sides"),
        ("newsgrep", "( wall", "a parenthesis that is never closed"),
        ("newsgrep", "wall NOT", "NOT needs something after it"),
        ("newsgrep", "title:(a", "a parenthesis that is never closed"),
        ("newsgrep", "lang:(en OR", "lang: takes one value"),
        ("newsgrep", "lang:/x/", "nothing to look for after lang:"),
        ("newsgrep", "lang:", 'nothing after "lang:"'),
        ("newsgrep", "title:...", "no word to look for in title:..."),
        ("newsgrep", "date:(2016 OR", "a date is missing here"),
        ("newsgrep", "date:(2016 AND 2017)", "dates in parentheses are joined by OR"),
        ("newsgrep", "date:(2016 OR )", "a date is missing here"),
        ("newsgrep", "date:(2016 OR 2017", "a parenthesis that is never closed"),
        ("newsgrep", "words:*", "words: takes a number"),
        ("newsgrep", "words:x", "words: takes a number"),
        (
            "newsgrep",
            "is:what",
            "is: takes corrected, updated, copy, seen, key, irrelevant, not 'what'",
        ),
        ("newsgrep", "path:", 'nothing after "path:"'),
        ("newsgrep", "lang:(en es)", "lang: takes one value"),
        ("newsgrep", "title:()", "nothing inside the parentheses"),
        ("newsgrep", "wall w/5", "w/5 needs something to search for on both sides"),
        ("newsgrep", "atleast/3", "atleast/3 needs something after it"),
        ("newsgrep", "w/5 wall", "w/5 needs something to search for on both sides"),
        ("google", "a OR", "OR needs something to search for on both sides"),
        ("google", "(a", "a parenthesis that is never closed"),
        ("google", "a AROUND(3)", "AROUND(3) needs something to search for on both sides"),
        ("google", "intitle:", "nothing to look for after intitle:"),
        ("google", "intitle:)", "nothing to look for after intitle:"),
        ("google", "intitle:...", "... has no letter or digit in it"),
        ("google", "intitle:*", "Google's * has no counterpart here"),
        ("google", "after:(2017", "after: takes one day"),
        ("google", "-", "- has no letter or digit in it"),
        ("google", '"a', "a quotation mark that is never closed"),
        ("google", "filetype:pdf", "Google's filetype: has no counterpart here"),
        ("google", "before:x", "not a date: 'x'"),
        ("factiva", "wall and", "and needs something to search for on both sides"),
        ("factiva", "near5 wall", "near5 needs something to search for on both sides"),
        ("factiva", "wall near5", "near5 needs something to search for on both sides"),
        ("factiva", "()", "nothing inside the parentheses"),
        ("factiva", "wc>", "wc needs a number of words"),
        ("factiva", "wc from 100", "wc from needs two numbers"),
        ("factiva", "wc from 100 to", "wc needs a number of words"),
        ("factiva", "wc from 100 or 200", "wc from needs two numbers"),
        ("factiva", "hd=", "nothing to look for after hd="),
        ("factiva", "hd=(", "a parenthesis that is never closed"),
        ("factiva", "wall w/5", "w/5 needs something to search for on both sides"),
        ("factiva", "atleast3", "atleast3 needs something to search for on both sides"),
        ("factiva", "rst=orlo", "Factiva's rst= has no counterpart here"),
        ("factiva", "> 5", "nothing to compare before >"),
        ("factiva", "wc > 5 wall", "no operator before wall"),
        ("factiva", "wall and ()", "nothing inside the parentheses"),
        ("factiva", "not wall", "not needs something to search for on both sides"),
        ("nexis", "wall and", "and needs something to search for on both sides"),
        ("nexis", "w/5 wall", "w/5 needs something to search for on both sides"),
        ("nexis", "headline()", "nothing inside the parentheses"),
        ("nexis", "hlead(", "a parenthesis that is never closed"),
        ("nexis", "atleast5(wall", "a parenthesis that is never closed"),
        ("nexis", "wal*", "wal*: in Nexis a * at the end has meant one letter, and any"),
        ("nexis", "caps(us)", "Nexis's caps has no counterpart here"),
        ("nexis", "nocaps(us)", "Nexis's nocaps has no counterpart here"),
        ("nexis", "wall pre/", "Nexis has no connector pre/ that is known here"),
        ("nexis", "not w/5", "Nexis's not w/5 has no counterpart here"),
        ("nexis", "wall and not", "and not needs something to search for on both sides"),
        ("nexis", "section(a", "a parenthesis that is never closed"),
    ],
)
def test_what_is_refused(syntax: str, query: str, said: str) -> None:
    with pytest.raises(QueryError) as caught:
        query_of(Request(query, syntax=syntax))
    assert caught.value.message == said
    assert 0 <= caught.value.start <= len(query)
    assert caught.value.start <= caught.value.end


@pytest.mark.parametrize(
    ("syntax", "query", "least", "most"),
    [
        ("newsgrep", "words:>=10", 10, None),
        ("newsgrep", "words:<10", None, 9),
        ("newsgrep", "words:<=10", None, 10),
        ("newsgrep", "words:=10", 10, 10),
        ("newsgrep", "words:10", 10, 10),
        ("newsgrep", "words:10..20", 10, 20),
        ("factiva", "wc>100", 101, None),
        ("factiva", "wc from 100 to 200", 100, 200),
        ("nexis", "length(>100)", 101, None),
    ],
)
def test_lengths(syntax: str, query: str, least: int | None, most: int | None) -> None:
    tree = query_of(Request(query, syntax=syntax)).tree
    assert isinstance(tree, Length)
    assert (tree.least, tree.most) == (least, most)
