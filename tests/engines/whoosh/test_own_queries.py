"""Whoosh's query parser, facets and highlights on our segments, held against Whoosh's own codec.

Asked of the seeds, and of the real articles in the folder that ``NEWSGREP_CORPORA`` names.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from oracle.corpora import MISSING, corpora
from whoosh import scoring
from whoosh.analysis import Analyzer
from whoosh.analysis.acore import Token
from whoosh.fields import ID, STORED, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser import QueryParser
from whoosh.sorting import StoredFieldFacet

from newsgrep import Archive, Article
from newsgrep.text.words import calm, words

GAP = 100
"""Positions between headline, deck and text, so that no phrase reaches from one into another."""
BREAK = "\x00"
ASKED = 40
_PLAIN = re.compile(r"[a-z]{3,}")


class EveryTerm(Analyzer):  # type: ignore[misc]
    """All terms of each position, as the index has them; Whoosh's own index is made with it."""

    def __call__(self, value: str, **_: object) -> Iterator[Token]:
        position = 0
        token = Token(positions=True, chars=False)
        token.boost, token.stopped = 1.0, False
        for section in value.split(BREAK):
            for word in words(calm(section)):
                for at, part in enumerate(word.chunk.parts):
                    joined = (word.chunk.joined,) if word.chunk.joined and not at else ()
                    for term in (*part.terms, *joined):
                        token.text, token.pos = term, position
                        yield token
                    position += 1
            position += GAP


class Both:
    """The same articles in an archive of ours and in an index of Whoosh's own codec."""

    def __init__(self, archive: Archive) -> None:
        self.ours = archive.whoosh()
        self.articles = [article for _, article in archive.snapshot.everything()]
        schema = Schema(text=TEXT(analyzer=EveryTerm(), phrase=True), id=ID(stored=True),
                        source=STORED())  # fmt: skip
        self.theirs = RamStorage().create_index(schema)
        writer = self.theirs.writer()
        for article in self.articles:
            whole = BREAK.join((article.title, article.deck, article.text))
            writer.add_document(text=whole, id=article.id, source=article.source)
        writer.commit()
        self.parser = QueryParser("text", self.ours.schema)

    def scores(self, index: Any, asked: str) -> dict[str, float]:
        """The articles that answer, by id, with their scores."""
        with index.searcher(weighting=scoring.TF_IDF()) as searcher:
            found = searcher.search(self.parser.parse(asked), limit=None)
            return {hit["id"]: hit.score for hit in found}


def questions(articles: list[Article], count: int) -> Iterator[str]:
    """Questions in Whoosh's own language, of the articles' words."""
    draw = random.Random(7)
    texts = [found for article in articles
             if len(found := _PLAIN.findall(article.text)) > 20]  # fmt: skip
    for number in range(count):
        one, other = draw.choice(texts), draw.choice(texts)
        a, b, c = draw.choice(one), draw.choice(one), draw.choice(other)
        start = draw.choice(draw.choice(articles).text.split("\n\n"))
        run = " ".join(start.split()[:3]).replace('"', "")
        yield (
            f"{a} AND {b}", f"{a} OR {c}", f"{a} NOT {c}", f"({a} OR {b}) AND {c}",
            f'"{run}"', f"{a[:3]}*", f"*{b[-3:]}", f"{a[:-1]}?", f"[{min(a, c)} TO {max(a, c)}]",
            f"{a}^2 {b}",
        )[number % 10]  # fmt: skip


def held_against_each_other(both: Both, count: int) -> int:
    """Ask both; how many of the questions found something."""
    found = 0
    for asked in questions(both.articles, count):
        ours, theirs = both.scores(both.ours, asked), both.scores(both.theirs, asked)
        assert set(ours) == set(theirs), asked
        assert ours == pytest.approx(theirs, rel=1e-4), asked
        found += bool(ours)
    return found


@pytest.fixture(scope="module")
def both(seeds: Archive) -> Both:
    return Both(seeds)


def test_the_seeds_by_whooshs_query_parser(both: Both) -> None:
    assert held_against_each_other(both, 10 * ASKED) > 5 * ASKED


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ('border AND "drug enforcement"',
         ["Mexico Weighs Its Strongest Card: Shared Intelligence"]),
        ("author:matalon", ["Mexico Weighs Its Strongest Card: Shared Intelligence"]),
        ("extradit* AND NOT wall", ["Guzmán Flown to New York to Face U.S. Charges"]),
    ],
)  # fmt: skip
def test_a_question_of_the_seeds(both: Both, asked: str, titles: list[str]) -> None:
    with both.ours.searcher() as searcher:
        found = searcher.search(both.parser.parse(asked), limit=None)
        assert [hit["title"] for hit in found] == titles


def test_a_facet_counts_what_whoosh_counts(both: Both) -> None:
    asked = both.parser.parse("mexico")
    counted = []
    for index in (both.ours, both.theirs):
        with index.searcher() as searcher:
            found = searcher.search(asked, limit=None, groupedby=StoredFieldFacet("source"))
            counted.append({name: len(docs) for name, docs in found.groups("source").items()})
    ours, theirs = counted
    # What an article does not have is not stored: None there, empty in an index of Whoosh's own.
    assert {name or "": count for name, count in ours.items()} == theirs
    expected = Counter(a.source for a in both.articles if a.id in both.scores(both.ours, "mexico"))
    assert theirs == expected
    assert sum(expected.values()) > 4


def test_a_facet_of_an_indexed_field(both: Both) -> None:
    with both.ours.searcher() as searcher:
        found = searcher.search(both.parser.parse("de OR la"), limit=None, groupedby="lang")
        languages = {name: len(docs) for name, docs in found.groups("lang").items()}
    expected = Counter(
        a.language for a in both.articles if a.id in both.scores(both.ours, "de OR la")
    )
    assert languages == expected
    assert {"es", "fr"} <= set(languages)


def test_highlights_are_cut_from_the_text(both: Both) -> None:
    with both.ours.searcher() as searcher:
        (hit,) = searcher.search(both.parser.parse('"border patrol"'), limit=None)
        marked = hit.highlights("text", top=1)
        assert '<b class="match term0">Border</b> <b class="match term1">Patrol</b>' in marked
        plain = re.sub(r"<[^>]+>", "", marked)
        assert all(piece in hit["text"] for piece in plain.split("..."))


def test_real_articles_by_whooshs_query_parser(tmp_path: Path) -> None:
    folder = corpora()
    if folder is None:
        pytest.skip(MISSING)
    archive = Archive(tmp_path / "index")
    archive.index([folder / "bbc", folder / "reuters-sample.jsonl"])
    both = Both(archive)
    assert len(both.articles) > 5000
    assert held_against_each_other(both, ASKED * 3) > ASKED
    with both.ours.searcher() as searcher:
        found = searcher.search(both.parser.parse("oil"), limit=None,
                                groupedby=StoredFieldFacet("source"))  # fmt: skip
        groups = {name or "": len(docs) for name, docs in found.groups("source").items()}
    assert sum(groups.values()) == len(both.scores(both.theirs, "oil"))
