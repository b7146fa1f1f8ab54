"""Our segments as Whoosh reads them: the same answers as from an index of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from conftest import article, write_segment
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query, scoring
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage

from newsgrep import Archive
from newsgrep.engines.columnar.engine import ColumnarEngine
from newsgrep.engines.whoosh.index import WhooshIndex
from newsgrep.engines.whoosh.schema import WordAnalyzer
from newsgrep.query.ast import Node

VOCABULARY = ["oil", "price", "prices", "market", "rise", "fall", "tax"]
TEXTS = st.lists(
    st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=30), min_size=1, max_size=20
)


def term(word: str) -> query.Term:
    return query.Term("text", word)


QUERIES: list[query.Query] = [
    term("oil"),
    query.And([term("oil"), term("price")]),
    query.Or([term("oil"), term("tax"), term("nowhere")]),
    query.And([term("oil"), query.Not(term("tax"))]),
    query.Phrase("text", ["oil", "price"]),
    query.Phrase("text", ["oil", "tax"], slop=3),
    query.Prefix("text", "pric"),
    query.Wildcard("text", "*s*"),
    query.FuzzyTerm("text", "prise"),
    query.TermRange("text", "m", "q"),
    query.Every(),
]


def whoosh_own(texts: Sequence[Sequence[str]]) -> Any:
    index = RamStorage().create_index(
        Schema(text=TEXT(analyzer=WordAnalyzer(), phrase=True), number=ID(stored=True))
    )
    writer = index.writer()
    for words in texts:
        writer.add_document(text=" ".join(words))
    writer.commit()
    return index


@given(TEXTS, st.sampled_from(QUERIES))
@settings(max_examples=80)
def test_same_documents_and_scores_as_whoosh(tmp_path_factory, texts, asked) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path_factory.mktemp("whoosh")
    ours = WhooshIndex(
        folder, [write_segment(folder, [article(n, text=" ".join(t)) for n, t in enumerate(texts)])]
    )
    theirs = whoosh_own(texts)
    weighting = scoring.TF_IDF()
    with ours.searcher(weighting=weighting) as a, theirs.searcher(weighting=weighting) as b:
        found = {hit.docnum: hit.score for hit in a.search(asked, limit=None)}
        expected = {hit.docnum: hit.score for hit in b.search(asked, limit=None)}
        assert found == pytest.approx(expected, abs=1e-6)


@given(TEXTS, st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=3))
@settings(max_examples=60)
def test_our_search_finds_what_whoosh_finds(tmp_path_factory, texts, asked) -> None:  # type: ignore[no-untyped-def]
    from newsgrep.engines.matches import Query
    from newsgrep.query.ast import All, Not, Phrase, Word
    from newsgrep.query.ast import Any as AnyOf
    from newsgrep.request import Request

    folder = tmp_path_factory.mktemp("search")
    refs = [write_segment(folder, [article(n, text=" ".join(t))]) for n, t in enumerate(texts)]
    snapshot = ColumnarEngine().snapshot(folder, refs)
    index = WhooshIndex(folder, refs)
    exact = tuple(Word(word, exact=True) for word in asked)
    terms = [term(word) for word in asked]
    pairs: list[tuple[Node, Any]] = [
        (All(exact, explicit=True), query.And(terms)),
        (AnyOf(exact), query.Or(terms)),
        (Not(exact[0]), query.Not(terms[0])),
        (Phrase(" ".join(asked), exact=True), query.Phrase("text", asked)),
    ]
    with index.searcher() as whoosh:
        for ours, theirs in pairs:
            rows = snapshot.search(Query(ours, Request(limit=None, copies="show"))).rows
            assert {row.segment for row in rows} == {
                hit.docnum for hit in whoosh.search(theirs, limit=None)
            }


def test_the_archive_answers_whooshs_own_queries(archive_of: Callable[..., Archive]) -> None:
    archive = archive_of(
        one="Border wall\n\nBy Jane Doe\n\nThe wall on the border.", two="Other\n\nNothing."
    )
    with archive.whoosh().searcher() as searcher:
        asked = (
            query.SpanNear2([term("wall"), term("border")], slop=3)
            if hasattr(query, "SpanNear2")
            else term("wall")
        )
        (hit,) = searcher.search(asked)
        assert hit["title"] == "Border wall"
        assert hit["authors"] == ["Jane Doe"]
        assert searcher.doc_count() == 2
        assert [t for f, t in searcher.reader().all_terms() if f == "author"] == [b"doe", b"jane"]
