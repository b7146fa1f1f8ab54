"""The query language in full: what each thing written finds, by lists and by arrays alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgrep import Archive, Request
from newsgrep.engines.columnar.search import evaluation
from newsgrep.engines.columnar.search.vocabulary import _is_quick
from newsgrep.errors import NewsgrepError, QueryError
from newsgrep.query.parser import parse
from newsgrep.results import Results

Make = Callable[..., Archive]
DOCS = Path(__file__).parents[2] / "docs"

ARTICLES = {
    "tunnel": """Tunnel found below the border wall

By Jane Doe
The Courier
March 3, 2017

TIJUANA, Mexico (Reuters) - Agents of the Drug Enforcement Administration (DEA) found a tunnel on
Friday. The cartel dug it in a year, said Guillermo Valdés, who once led an agency. The cartel
has other tunnels. A third cartel denied all.

“There will be no incentives to cooperate,” said Valdés. He blamed the wall.

Correction: An earlier version of this article gave a wrong length for the tunnel.
""",
    "copy": """Border tunnel discovered by agents

The Ledger
March 4, 2017

TIJUANA, Mexico (Reuters) - Agents of the Drug Enforcement Administration (DEA) found a tunnel on
Friday. The cartel dug it in a year, said Guillermo Valdés, who once led an agency. The cartel
has other tunnels. A third cartel denied all.

“There will be no incentives to cooperate,” said Valdés. He blamed the wall.
""",
    "acronym": """Agents go home

By John Roe
April 1, 2016

The DEA calls its agents home. The wall is far from here, and the border further still, and
nobody knows how many miles of it there are.
""",
    "guzman": """Guzman in court

By Jane Doe
January 5, 2015

Joaquín Guzmán cooperated, the colour of his tie was red. The women of the jury looked on. WHO
said so? The World Health Organization (WHO) said nothing; its color is blue.
""",
    "long": "A long story\n\nBy Ana Paz\nMay 5, 2014\n\n" + "Words follow words here. " * 60,
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    base = tmp_path_factory.mktemp("language")
    folder = base / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    archive = Archive(base / ".newsgrep")
    archive.index([folder])
    return archive


@pytest.fixture(params=["lists", "arrays"])
def algebra(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Each question worked out in both ways."""
    few = 1 << 40 if request.param == "lists" else -1
    monkeypatch.setattr(evaluation, "FEW", few)
    monkeypatch.setattr(evaluation, "FEW_WHEN_LOADED", few)
    yield request.param


def names(results: Results) -> set[str]:
    return {Path(hit.path).stem for hit in results.hits}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"tunnel cartel"~9', {"tunnel", "copy"}),
        ('"wall border"~2', {"tunnel"}),
        ("border NEAR/2 wall", {"tunnel"}),
        ("wall w/9 border", {"tunnel", "acronym"}),
        ("wall pre/9 border", {"acronym"}),
        ("border adj1 wall", {"tunnel"}),
        ("title:border w/9 tunnel", {"tunnel", "copy"}),
        ("DEA w/s tunnel", {"tunnel", "copy"}),
        ("wall w/s border", {"tunnel", "acronym"}),
        ("cartel w/s wall", set()),
        ("incentives w/p wall", {"tunnel", "copy"}),
        ("incentives w/p dug", set()),
        ("(wall OR border) w/3 (tunnel OR far)", {"copy", "acronym"}),
        ('"the cartel" w/4 tunnels', {"tunnel", "copy"}),
        ("atleast/3 cartel", {"tunnel", "copy"}),
        ("atleast3(cartel)", {"tunnel", "copy"}),
        ("atleast/4 cartel", set()),
        ("cooperat*", {"tunnel", "copy", "guzman"}),
        ("wom?n", {"guzman"}),
        ("/colou?r/", {"guzman"}),
        ("guzmen~", {"guzman"}),
        ("gusmen~2", {"guzman"}),
        ("gusmen~1", set()),
        ("=cooperated", {"guzman"}),
        ("cooperated", {"tunnel", "copy", "guzman"}),
        ("quote:incentives", {"tunnel", "copy"}),
        ('quote:"no incentives"', {"tunnel", "copy"}),
        ("quote:blamed", set()),
        ("said:valdes", {"tunnel", "copy"}),
        ('said:"Guillermo Valdés"', {"tunnel", "copy"}),
        ("said:doe", set()),
        ('person:"Guillermo Valdés"', {"tunnel", "copy"}),
        ("is:corrected", {"tunnel"}),
        ("is:copy", {"tunnel", "copy"}),
        ("NOT is:copy", {"acronym", "guzman", "long"}),
        ("has:author", {"tunnel", "acronym", "guzman", "long"}),
        ("no:author", {"copy"}),
        ("has:date words:>200", {"long"}),
        ("words:..200 agents", {"tunnel", "copy", "acronym"}),
        ("DEA", {"tunnel", "copy", "acronym"}),
        ('"Drug Enforcement Administration"', {"tunnel", "copy", "acronym"}),
        ("drug enforcement administration", {"tunnel", "copy", "acronym"}),
        ("WHO", {"guzman"}),
        ("wall^2 OR jury", {"tunnel", "copy", "acronym", "guzman"}),
        ("date:2015 OR date:2014", {"guzman", "long"}),
        ("cartel -correction", {"copy"}),
    ],
)
def test_what_is_found(archive: Archive, algebra: str, query: str, found: set[str]) -> None:
    assert names(archive.search(query, mode="all", limit=None, copies="show")) == found


def test_without_expansion_an_acronym_is_only_itself(archive: Archive) -> None:
    long = '"Drug Enforcement Administration"'
    assert names(archive.search(long, mode="all", expand=False, copies="show")) == {
        "tunnel",
        "copy",
    }
    assert archive.search(long, mode="all", expand=False).notes == ()
    (note,) = archive.search(long, mode="all").notes
    assert note == "also searched: DEA (so defined in 2 articles)"


def test_a_persons_later_surname_counts(archive: Archive) -> None:
    hit = archive.search('person:"Guillermo Valdés"', copies="collapse").hits[0]
    assert hit.score > 0
    shown = {s.text[a:b] for s in hit.snippets for a, b in s.highlights}
    assert {"Guillermo Valdés", "Valdés"} <= shown


def test_both_ways_give_the_same_scores(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    queries = ["cartel tunnel", "border wall -correction", '"border wall" OR jury', "the of a",
               "title:tunnel", "lead:agents", "body:wall", "quote:the", "* ", "DEA agents",
               'person:"Guillermo Valdés"', "tunnel^3 wall", "cooperat* guzm*"]  # fmt: skip
    for query in queries:
        for mode in ("default", "all", "any"):
            rows = []
            for few in (1 << 40, -1):
                monkeypatch.setattr(evaluation, "FEW", few)
                monkeypatch.setattr(evaluation, "FEW_WHEN_LOADED", few)
                found = archive.search(query, mode=mode, limit=None, copies="show")
                rows.append([(hit.id, pytest.approx(hit.score, abs=1e-6)) for hit in found.hits])
            assert rows[0] == rows[1], query


def test_copies_are_shown_once_or_all_or_alone(archive: Archive) -> None:
    every = archive.search("cartel", copies="show")
    assert names(every) == {"tunnel", "copy"}
    (one,) = archive.search("cartel", copies="collapse").hits
    assert one.copies is not None
    assert one.copies.others == 1
    assert one.copies.first_date.startswith("2017-03-03")
    assert names(archive.search("border", copies="only")) == {"tunnel", "copy"}


def test_ranks(archive: Archive) -> None:
    newest = archive.search("border wall", rank="recency", copies="show").hits[0]
    assert Path(newest.path).stem in ("tunnel", "copy")
    prominent = archive.search("agents", rank="prominence", copies="show").hits[0]
    assert Path(prominent.path).stem in ("acronym", "copy")


def test_each_hit_explains_its_score(archive: Archive) -> None:
    for hit in archive.search("border wall", explain=True, copies="show").hits:
        assert sum(reason.score for reason in hit.reasons) == pytest.approx(hit.score, abs=1e-3)
        assert {reason.what for reason in hit.reasons} >= {"border", "wall"} or hit.match == "some"


def test_nothing_found_coaches(archive: Archive) -> None:
    results = archive.search("cartel jury tunel", mode="all")
    assert results.total == 0
    told = results.suggestions
    assert ("tunel", "tunnel", 2) in told.spelling
    assert dict(told.words)["jury"] == 1
    assert archive.search("author:dow").suggestions.names[0][:2] == ("author", "Jane Doe")
    dated = archive.search("cartel date:1999").suggestions
    assert (dated.first_date, dated.last_date) == ("2014-05-05", "2017-03-04")
    assert archive.search("cartel").suggestions.words == ()


@pytest.mark.parametrize(
    ("query", "message", "place"),
    [
        ("auther:x", 'unknown field "auther"', "auther"),
        ("is:corected", "is: takes", "corected"),
        ("has:autor", "has: takes", "autor"),
        ("has:nothing", "has: takes", "nothing"),
        ("wall w/5", "w/5 needs something", "w/5"),
        ("w/5 wall", "w/5 needs something", "w/5"),
        ("wall w/900 border", "a number from 1", "w/900"),
        ("atleast/0 wall", "a number from 1", "atleast/0"),
        ("wall w/5 author:doe", "works on words and phrases", "author:doe"),
        ("/wall(/", "not a regular expression", "/wall(/"),
        ("wall~7", "at most 2", "~7"),
        ("words:many", "takes a number", "many"),
        ("~2", "stands behind nothing", "~2"),
        ("(wall", "never closed", "("),
        ("atleast/2", "needs something after it", "atleast/2"),
        ('"wall', "never closed", '"'),
        ("wall NEAR border", "needs a distance", "NEAR"),
        ("title:(author:x)", "a field inside", "author:x"),
    ],
)
def test_what_is_refused_points_at_the_place(query: str, message: str, place: str) -> None:
    with pytest.raises(QueryError, match=re.escape(message)) as caught:
        parse(query)
    error = caught.value
    assert error.query[error.start : error.end] == place


def test_every_example_of_the_page_is_understood(archive: Archive) -> None:
    page = (DOCS / "query.md").read_text(encoding="utf-8")
    page = page.partition("Binding, tightest first")[0]
    table = [line for line in page.splitlines() if line.startswith("| ") and "`" in line]
    written = [line.rsplit(" | ", 1)[-1] for line in table]
    examples = [example for cell in written for example in re.findall(r"`([^`]+)`", cell)]
    assert len(examples) > 40
    for example in examples:
        archive.search(example.replace("\\|", "|"), limit=1)


PIECES = """cartel wall "border_wall" w/5 pre/3 w/s AND OR NOT - ( ) title: author:doe date:2017
date: atleast/2 ~2 ^3 * wom?n /colou?r/ /(a+)+b/ is:copy has:date words:>5 " “ DEA é \x1b US =
quote: said: lang:en path:*.txt guzman~ 1,400 .. NEAR/2""".split()


@given(st.lists(st.sampled_from(PIECES), max_size=9), st.sampled_from([" ", ""]))
@settings(max_examples=400)
def test_any_query_is_answered_or_refused(
    archive: Archive, pieces: list[str], between: str
) -> None:
    query = between.join(pieces)
    try:
        archive.search(Request(query=query, limit=3))
    except NewsgrepError as error:
        assert error.message


@pytest.mark.parametrize(
    ("pattern", "quick"),
    [
        ("h.*", True),
        (".*e.*", True),
        ("colou?r", True),
        ("a{2,3}b", True),
        ("(?:a|aa)(?:a|aa)(?:a|aa)", False),
        ("a?a?a?aaa", False),
        ("(a+)+b", False),
        ("(.)\\1", False),
        ("border{e<=2}", False),
    ],
)
def test_only_expressions_that_cannot_take_long_go_unwatched(pattern: str, quick: bool) -> None:
    assert _is_quick(pattern) == quick


def test_alternatives_without_end_are_cut_off(tmp_path: Path) -> None:
    # Each word has as many ways to be parted in ones and twos as the Fibonacci numbers grow.
    (tmp_path / "a.txt").write_text("Title\n\n" + " ".join("a" * n + "b" for n in range(60, 79)))
    archive = Archive(tmp_path / ".newsgrep")
    archive.index([tmp_path / "a.txt"])
    found = archive.search("/" + "(?:a|aa)" * 60 + "/")
    assert found.total == 0
    assert "left out" in found.notes[0]
