"""What has to hold between answers, whatever they are: no second opinion is needed for these."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import SEEDS, Command
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import corpora
from oracle.drawing import Drawing
from oracle.known import Known
from oracle.questions import All, Phrase, Word, written
from oracle.texts import pieces

from newsgrep import Archive, Options, Request
from newsgrep.errors import NewsgrepError

SOME = 250
"""Real articles that are asked where there are any, besides the seeds."""


def sample() -> list[tuple[str, bytes]]:
    """The seeds, and some hundred real articles where there are any."""
    found = [(f"seeds/{p.name}", p.read_bytes()) for p in sorted(SEEDS.glob("*.txt"))]
    folder = corpora.corpora()
    if folder is not None:
        every = list(corpora.texts(folder))
        found += every[:: max(1, len(every) // SOME)]
    return found


def made(base: Path, articles: list[tuple[str, bytes]], runs: int = 1, jobs: int = 1) -> Archive:
    """An archive of articles that came in so many runs."""
    archive = Archive(base / ".newsgrep")
    for run in range(runs):
        for name, content in articles[run::runs]:
            path = base / "articles" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        archive.index([base / "articles"], Options(jobs=jobs))
    return archive


@pytest.fixture(scope="module")
def articles() -> list[tuple[str, bytes]]:
    return sample()


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("relations")


@pytest.fixture(scope="module")
def archive(base: Path, articles: list[tuple[str, bytes]]) -> Archive:
    return made(base / "one", articles)


@pytest.fixture(scope="module")
def known(archive: Archive) -> Known:
    hits = archive.search("*", limit=None, snippets=0, copies="show").hits
    return Known([archive.article(hit.id) for hit in hits])


@pytest.fixture(scope="module")
def others(base: Path, articles: list[tuple[str, bytes]], archive: Archive) -> Iterator[list]:  # type: ignore[type-arg]
    """The same articles in another order, in many runs, and read by two processes."""
    turned = articles[::-1]
    mixed = random.Random(5).sample(articles, len(articles))
    yield [
        made(base / "turned", turned, runs=3),
        made(base / "mixed", mixed, runs=9),
        made(base / "jobs", articles, jobs=2),
    ]


def found(archive: Archive, query: str, **asked: object) -> set[str]:
    """The articles that match in full, by what does not depend on the folder: their names."""
    asked.setdefault("copies", "show")
    question = Request(query, mode="all", limit=None, **asked)  # type: ignore[arg-type]
    return {path.replace("\\", "/").partition("articles/")[2] for path in archive.paths(question)}


seeds_of_questions = st.integers(0, 10_000)


@given(seeds_of_questions)
@settings(max_examples=15)
def test_order_runs_merges_and_processes_make_no_difference(
    archive: Archive, others: list[Archive], known: Known, seed: int
) -> None:
    question = written(Drawing(known, seed).question())
    try:
        answer = found(archive, question)
    except NewsgrepError:
        return
    for other in others:
        assert found(other, question) == answer, question


@given(seeds_of_questions)
@settings(max_examples=15)
def test_an_article_is_found_alone_as_among_all_others(
    archive: Archive, known: Known, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    draw = random.Random(seed)
    path = draw.choice(known.numbers)
    words = [token.word for token in pieces(known.articles[path].text) if token.at == token.until]
    words = [word for word in words if word.isalpha() and len(word) > 2]
    if len(words) < 2:
        return
    alone = tmp_path_factory.mktemp("alone")
    name = path.partition("articles/")[2]
    content = (archive.folder.path.parent / "articles" / name).read_bytes()
    single = made(alone, [(name, content)])
    for word in draw.sample(words, 2):
        for query in (word, f"={word}", f"{word[:3]}*"):
            assert found(single, query) == {name}, query
            assert name in found(archive, query), query


@given(seeds_of_questions)
@settings(max_examples=15)
def test_both_is_within_either(archive: Archive, known: Known, seed: int) -> None:
    drawing = Drawing(known, seed)
    one, other = drawing.question(), drawing.question()
    try:
        both = found(archive, written(All((one, other))))
        assert both == found(archive, written(one)) & found(archive, written(other))
    except NewsgrepError:
        return


@given(seeds_of_questions, st.integers(1, 6))
@settings(max_examples=40)
def test_a_beginning_finds_every_word_that_begins_so(
    archive: Archive, known: Known, seed: int, letters: int
) -> None:
    word = random.Random(seed).choice(known.words)
    if word.isascii() and word.isalpha():
        beginning = word[:letters]
        assert found(archive, f"={word}") <= found(archive, f"{beginning}*"), (word, beginning)


@given(seeds_of_questions, st.integers(1, 20), st.integers(0, 20))
@settings(max_examples=15)
def test_nearer_is_within_near(
    archive: Archive, known: Known, seed: int, near: int, more: int
) -> None:
    one, other = Drawing(known, seed)._neighbours(2, 8)
    for operator in ("w/{}", "pre/{}", "NEAR/{}"):
        closer = found(archive, f"{one} {operator.format(near)} {other}")
        assert closer <= found(archive, f"{one} {operator.format(near + more)} {other}")
    in_order = found(archive, f"{one} pre/{near} {other}")
    assert in_order <= found(archive, f"{one} w/{near} {other}")
    assert found(archive, f"{one} w/s {other}") <= found(archive, f"{one} w/p {other}")
    assert found(archive, f"{one} w/p {other}") <= found(archive, f"{one} AND {other}")
    assert found(archive, f'"{one} {other}"') <= found(archive, f"{one} pre/1 {other}")


@given(seeds_of_questions)
@settings(max_examples=15)
def test_counts_agree(archive: Archive, known: Known, seed: int) -> None:
    query = written(Drawing(known, seed).question())
    try:
        total = archive.search(query, mode="all", limit=1).total
    except NewsgrepError:
        return
    question = Request(query, mode="all")
    assert archive.count(question) == total
    assert len(found(archive, query)) == total
    facets = archive.facets(question, ["lang", "year"])
    assert facets.total == total
    assert sum(facets.fields["lang"].values()) <= total
    (series,) = archive.timeline([question], by="year").series
    assert sum(series.counts.values()) + series.undated == series.total == total


@given(seeds_of_questions, st.sampled_from(["show", "collapse", "only"]))
@settings(max_examples=15)
def test_a_page_and_the_next_are_the_longer_page(
    archive: Archive, known: Known, seed: int, copies: str
) -> None:
    drawing = Drawing(known, seed)
    query = " ".join(drawing._neighbours(2, 8))
    asked = {"copies": copies, "snippets": 0}
    for mode in ("default", "all", "any"):
        long = archive.search(query, mode=mode, limit=49, **asked).hits
        pages = [
            hit
            for page in range(7)
            for hit in archive.search(query, mode=mode, limit=7, offset=7 * page, **asked).hits
        ]
        assert [hit.id for hit in pages] == [hit.id for hit in long]
        assert [hit.rank for hit in pages] == [hit.rank for hit in long]
        every = archive.search(query, mode=mode, limit=None, **asked).hits
        assert [hit.id for hit in every][: len(long)] == [hit.id for hit in long]


@given(seeds_of_questions)
@settings(max_examples=15)
def test_two_indexes_asked_together_are_the_index_of_both(
    archive: Archive, halves: Archive, known: Known, seed: int
) -> None:
    query = written(Drawing(known, seed).question())
    if "path:" in query or "~" in query:
        return
    try:
        answer = found(archive, query, expand=False)
    except NewsgrepError:
        return
    assert found(halves, query, expand=False) == answer, query


@pytest.fixture(scope="module")
def halves(base: Path, articles: list[tuple[str, bytes]]) -> Archive:
    made(base / "first", articles[::2])
    made(base / "second", articles[1::2])
    return Archive([base / "first" / ".newsgrep", base / "second" / ".newsgrep"])


@given(seeds_of_questions, st.integers(1, 9))
@settings(max_examples=15)
def test_other_services_spellings_give_what_our_own_gives(
    archive: Archive, known: Known, seed: int, distance: int
) -> None:
    drawing = Drawing(known, seed)
    # Words that are operators in one of the services are left out.
    one, other = drawing._neighbours(2, 8)
    if {one, other} & {"and", "or", "not", "same", "near", "date", "from", "to", "after", "before"}:
        return
    phrase = written(Phrase((one, other)))
    rows = [
        ("nexis", f"{one} and {other}", f"{one} AND {other}"),
        ("nexis", f"{one} w/{distance} {other}", f"{one} w/{distance} {other}"),
        ("nexis", f"{one} pre/{distance} {other}", f"{one} pre/{distance} {other}"),
        ("nexis", f"headline({one})", f"title:{one}"),
        ("nexis", f"{one} {other}", phrase),
        ("nexis", f"atleast2({one})", f"atleast/2 {one}"),
        ("factiva", f"{one} near{distance} {other}", f"{one} w/{distance} {other}"),
        ("factiva", f"{one} adj{distance} {other}", f"{one} pre/{distance} {other}"),
        ("factiva", f"{one} same {other}", f"{one} w/p {other}"),
        ("factiva", f"hd={one} or {other}", f"title:{one} OR {other}"),
        ("google", f"intitle:{one} {other}", f"title:{one} AND {other}"),
        ("google", f"{one} AROUND({distance}) {other}", f"{one} w/{distance} {other}"),
        ("google", f"{phrase} -{one}", f"{phrase} AND NOT {one}"),
    ]
    for syntax, theirs, ours in rows:
        assert found(archive, theirs, syntax=syntax) == found(archive, ours), (syntax, theirs)


def test_the_command_line_gives_what_the_api_gives(
    newsgrep: Command, archive: Archive, known: Known
) -> None:
    drawing = Drawing(known, 3)
    folder = archive.folder.path.parent
    queries = [written(Word(drawing._some_word())) for _ in range(2)]
    queries += [written(drawing._phrase()), written(drawing._near())]
    for query in queries:
        ended = newsgrep("search", "--index", ".newsgrep", "--json", "--limit", "0", "--all",
                         "--copies", "show", "--", query, cwd=folder)  # fmt: skip
        printed = json.loads(ended.out)
        results = archive.search(query, mode="all", limit=None, copies="show")
        assert [hit["id"] for hit in printed["hits"]] == [hit.id for hit in results.hits]
        assert printed["total"] == results.total
        counted = newsgrep(
            "search",
            "--index",
            ".newsgrep",
            "-c",
            "--all",
            "--copies",
            "show",
            "--",
            query,
            cwd=folder,
        )
        assert int(counted.out) == results.total
