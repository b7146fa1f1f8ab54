"""What questions are to a cluster; no server is needed to see it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import SEEDS

from newsgrep import Archive, Request
from newsgrep.engines.columnar.search.expansion import TermExpander
from newsgrep.engines.columnar.search.plan import QueryPlan
from newsgrep.engines.columnar.snapshot import ColumnarSnapshot
from newsgrep.engines.opensearch.intervals import Unruly
from newsgrep.engines.opensearch.queries import QueryCompiler, visible_in
from newsgrep.engines.opensearch.rows import order_of
from newsgrep.engines.opensearch.scoring import frequency, places_of
from newsgrep.search.request_tree import query_of

Json = dict[str, Any]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    archive = Archive(tmp_path_factory.mktemp("compiled") / ".newsgrep")
    archive.index([SEEDS])
    return archive


def plan(archive: Archive, query: str) -> QueryPlan:
    assert isinstance(archive.snapshot, ColumnarSnapshot)
    return QueryPlan(query_of(Request(query)).tree, TermExpander(archive.snapshot.vocabulary))


def compiled(archive: Archive, query: str) -> Json:
    made = plan(archive, query)
    return QueryCompiler(made).documents(made.query)


def test_a_word_is_looked_up_in_all_its_forms(archive: Archive) -> None:
    found = compiled(archive, "border")
    assert found["terms"]["text"][:1] == ["border"]
    assert "borders" in found["terms"]["text"] or found["terms"]["text"] == ["border"]
    assert compiled(archive, "=border") == {"terms": {"text": ["border"]}}


def test_zones_and_fields(archive: Archive) -> None:
    assert compiled(archive, "title:=border") == {"terms": {"title": ["border"]}}
    lead = compiled(archive, "lead:=border")
    assert lead == {
        "bool": {"should": [{"terms": {"title": ["border"]}}, {"terms": {"lead": ["border"]}}]}
    }
    body = compiled(archive, "body:=border")["intervals"]["text"]
    assert body["any_of"]["filter"]["after"]["match"]["query"] == "<t>"
    quote = compiled(archive, 'quote:="the border"')["intervals"]["text"]["any_of"]
    assert quote["intervals"][0]["all_of"]["max_gaps"] == 0
    assert "contained_by" in quote["filter"]
    assert compiled(archive, "lang:es") == {"terms": {"of_lang": ["es"]}}
    assert compiled(archive, 'source:"Seed Wire"') == {
        "match_phrase": {"in_source": {"query": "seed wire"}}
    }


def test_words_side_by_side(archive: Archive) -> None:
    assert compiled(archive, '="new deal"') == {"match_phrase": {"text": {"query": "new deal"}}}


def test_all_any_and_not(archive: Archive) -> None:
    a, b = ({"terms": {"text": [word]}} for word in ("alpha", "beta"))
    assert compiled(archive, "=alpha AND =beta") == {"bool": {"filter": [a, b], "must_not": []}}
    assert compiled(archive, "=alpha OR =beta") == {"bool": {"should": [a, b]}}
    assert compiled(archive, "=alpha AND NOT =beta") == {"bool": {"filter": [a], "must_not": [b]}}


def test_words_written_side_by_side_may_be_lacking(archive: Archive) -> None:
    made = plan(archive, "=alpha =beta source:wire")
    full, some = QueryCompiler(made).answer("default")
    assert len(full["bool"]["filter"]) == 3
    assert some is not None
    assert len(some["bool"]["filter"][0]["bool"]["should"]) == 2
    assert QueryCompiler(made).answer("all")[1] is None


def test_proximity(archive: Archive) -> None:
    rule = compiled(archive, "=alpha PRE/3 =beta")["intervals"]["text"]["all_of"]
    assert (rule["ordered"], rule["max_gaps"]) == (True, 2)
    both = compiled(archive, "=alpha W/3 =beta")["intervals"]["text"]["any_of"]["intervals"]
    assert len(both) == 2
    near = compiled(archive, "=alpha W/s =beta")["intervals"]["text"]["any_of"]["intervals"][0]
    marks = near["all_of"]["filter"]["contained_by"]["all_of"]["intervals"]
    assert [mark["match"]["query"] for mark in marks] == ["<s>", "</s>"]


def test_how_often_a_word_stands_there(archive: Archive) -> None:
    found = compiled(archive, "atleast3(=border)")["script_score"]
    assert found["min_score"] == 2.5


def test_what_no_rule_says_is_measured(archive: Archive) -> None:
    made = plan(archive, "(=alpha W/3 =beta) W/5 =gamma")
    with pytest.raises(Unruly):
        QueryCompiler(made).documents(made.query)
    asked: list[object] = []

    def measured(node: object, scope: str) -> Json:
        asked.append(node)
        return {"ids": {"values": ["1"]}}

    compiler = QueryCompiler(made, measured)
    assert compiler.documents(made.query) == {"ids": {"values": ["1"]}}
    assert asked == [made.query]
    candidates = compiler.candidates(made.query, "text")
    assert str(candidates).count("terms") == 3


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("*", {"match_all": {}}),
        ("words:>800", {"range": {"words": {"gte": 801}}}),
        ("has:author", {"exists": {"field": "of_author"}}),
        ("has:url", {"exists": {"field": "in_url"}}),
        ("has:date", {"exists": {"field": "date"}}),
        ("is:copy", {"range": {"cluster": {"gt": 0}}}),
        ("is:corrected", {"term": {"is": "corrected"}}),
        ("path:Desk", {"wildcard": {"path_folded": {"value": "*desk*"}}}),
    ],
)
def test_facts_and_states(archive: Archive, query: str, expected: Json) -> None:
    assert compiled(archive, query) == expected


def test_a_month_has_to_be_within_as_a_whole(archive: Archive) -> None:
    found = compiled(archive, "date:2017-02-20")["bool"]
    assert found["filter"] == [{"range": {"date": {"gte": 1_487_548_800, "lt": 1_487_635_200}}}]
    assert found["must_not"] == [{"range": {"date_end": {"gt": 1_487_635_200}}}]


@pytest.mark.parametrize(
    ("pattern", "expression"),
    [
        ("*.txt", r".*\.txt"),
        ("a?c", "a.c"),
        ("[ab]x", "[ab]x"),
        ("[!ab]x", "[^ab]x"),
        ("a[", r"a\["),
        ("p|q*", r"p\|q.*"),
    ],
)
def test_shell_patterns_of_paths(archive: Archive, pattern: str, expression: str) -> None:
    found = compiled(archive, f'path:"{pattern}"')["regexp"]["path_folded"]["value"]
    assert found == f"({expression})|(.*/{expression})"


def test_frequencies_are_weighted_by_zones(archive: Archive) -> None:
    from newsgrep.engines.columnar.search.scoring.field_weights import PLAIN, PROMINENT

    term = next(iter(plan(archive, "=border").terms.values()))
    found = frequency(term, places_of("", PLAIN), 100, lambda keys: frozenset())
    assert [query["match"] for query in found["bool"]["should"]] == [
        {"text": {"query": "border", "boost": 1.0}},
        {"title": {"query": "border", "boost": 1.0}},
        {"lead": {"query": "border", "boost": 0.1}},
    ]
    assert places_of("title", PROMINENT) == [("title", "", 6.0)]
    many = frequency(term, places_of("title", PLAIN), 0, lambda keys: frozenset())
    assert many["script_score"]["query"]["intervals"]["title"]["match"]["query"] == "border"


def test_a_phrase_is_counted_as_intervals_in_its_zone(archive: Archive) -> None:
    from newsgrep.engines.columnar.search.scoring.field_weights import PLAIN

    term = next(iter(plan(archive, 'quote:="the border"').terms.values()))
    found = frequency(term, places_of(term.zone, PLAIN), 100, lambda keys: frozenset())
    whole, lead = found["bool"]["should"]
    inside = whole["script_score"]["query"]["intervals"]["text"]["any_of"]
    assert "contained_by" in inside["filter"]
    both = lead["script_score"]["query"]["intervals"]["text"]["any_of"]
    assert both["filter"]["before"]["match"]["query"] == "<l>"
    assert both["intervals"] == [{"any_of": inside}]


def test_words_joined_of_several_are_counted_apart(archive: Archive) -> None:
    from newsgrep.engines.columnar.search.scoring.field_weights import PLAIN

    term = next(iter(plan(archive, "=border OR =wall").terms.values()))
    slot = term.alternatives[0][0]._replace(keys=("antidrug", "anti"))
    term = term._replace(alternatives=((slot,),), zone="body")
    found = frequency(term, places_of("body", PLAIN), 0, lambda keys: frozenset(["antidrug"]))
    rules = [
        one["script_score"]["query"]["intervals"]["text"]["any_of"]["intervals"][0]
        for one in found["bool"]["should"][0]["bool"]["should"]
    ]
    assert [rule["match"]["query"] for rule in rules] == ["anti", "antidrug"]


def test_words_that_stand_close_count_side_by_side_and_within_a_window(archive: Archive) -> None:
    from newsgrep.engines.opensearch.scoring import closeness

    left, right = plan(archive, "=border =wall").terms.values()
    beside, near = closeness(left, right, 100.0, 2.0)
    rule = beside["script_score"]["query"]["script_score"]["query"]["intervals"]["text"]
    assert (rule["all_of"]["ordered"], rule["all_of"]["max_gaps"]) == (True, 0)
    counts = near["script_score"]["query"]["bool"]["must"][0]["bool"]["should"]
    span = counts[1]["script_score"]["query"]["span_not"]
    assert (span["pre"], span["post"]) == (8, 8)
    assert span["exclude"]["span_or"]["clauses"] == [{"span_term": {"text": "wall"}}]
    worth = [one["script_score"]["script"]["params"]["g"] for one in (beside, near)]
    assert worth == [pytest.approx(0.4 * 2.0 * 2.2), pytest.approx(0.2 * 2.0 * 2.2)]
    phrase = next(iter(plan(archive, '="border wall"').terms.values()))
    assert [*closeness(left, phrase, 100.0, 2.0)] == []


def test_very_many_words_are_asked_by_expressions() -> None:
    from newsgrep.engines.opensearch.intervals import any_word

    rule = any_word([f"word{number}" for number in range(1_500)], many=True)
    some = [one["regexp"]["max_expansions"] for one in rule["any_of"]["intervals"]]
    assert some == [1_000, 500]


def test_the_age_of_an_article_is_counted_in() -> None:
    from newsgrep.engines.opensearch.scoring import aged

    found = aged({"match_all": {}}, 1_600_000_000)["script_score"]["script"]
    assert found["params"] == {"u": 0.2, "o": 0.02, "n": 1_600_000_000, "h": 365.0 * 86_400}


def test_readers_see_what_a_run_left() -> None:
    assert visible_in(3) == {
        "bool": {
            "filter": [{"range": {"run": {"lte": 3}}}],
            "must_not": [{"range": {"until": {"lte": 3}}}],
        }
    }


def test_readers_see_nothing_that_dead_runs_did() -> None:
    assert visible_in(7, [2, 5]) == {
        "bool": {
            "filter": [{"range": {"run": {"lte": 7}}}],
            "must_not": [
                {"terms": {"run": [2, 5]}},
                {
                    "bool": {
                        "filter": [{"range": {"until": {"lte": 7}}}],
                        "must_not": [{"terms": {"until": [2, 5]}}],
                    }
                },
            ],
        }
    }


def test_orders() -> None:
    assert [next(iter(rule)) for rule in order_of("relevance")] == ["_score", "date", "id", "key"]
    first = order_of("-date")[0]
    assert first == {"date": {"order": "desc", "missing": "_last"}}
    assert [next(iter(rule)) for rule in order_of("path")][:2] == ["path", "record"]


def test_searching_a_folder_loads_nothing_of_it(tmp_path: Path) -> None:
    import subprocess
    import sys

    script = (
        "import sys; from newsgrep import Archive; Archive('nowhere'); "
        "print([m for m in sys.modules if 'opensearch' in m])"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True,
                           cwd=tmp_path, check=True)  # fmt: skip
    assert found.stdout.strip() == "[]"


def test_a_value_that_facets_count(archive: Archive) -> None:
    request = Request("border", having=(("source", "Seed Wire"), ("year", "2017")))
    tree = query_of(request).tree
    assert isinstance(archive.snapshot, ColumnarSnapshot)
    made = QueryPlan(tree, TermExpander(archive.snapshot.vocabulary))
    filters = QueryCompiler(made).documents(tree)["bool"]["filter"]
    assert {"term": {"of_source": "Seed Wire"}} in filters
