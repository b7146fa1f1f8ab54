"""Questions and answers: what is found, in which order, and how it is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrep import Archive, Request
from newsgrep.errors import ArticleAmbiguous, ArticleNotFound, QueryError, UsageError
from newsgrep.results import Pattern, Results
from newsgrep.search.highlighter import matches, spans_of
from newsgrep.search.snippets import MAX_LENGTH, snippets
from newsgrep.text.words import MAX_TERM

Make = Callable[..., Archive]


def names(results: Results) -> list[str]:
    return [hit.path.rpartition("/")[2].removesuffix(".txt") for hit in results.hits]


def shown(archive: Archive, query: str = "", **more: object) -> Results:
    """An answer with every article: those here are made of one filler, and near-copies for that."""
    return archive.search(query, copies="show", **more)


@pytest.fixture
def border(archive_of: Make) -> Archive:
    filler = "Nothing else happened on that day in the capital or anywhere near it. " * 3
    return archive_of(
        wall="Border wall plan\n\nBy Jane Doe\nMarch 3, 2017\n\nThe wall will be built. " + filler,
        tunnel="Tunnel found\n\nBy John Roe\nMay 4, 2016\n\n"
        + filler
        + "It ran below the border wall.",
        patrol="Patrols\n\nBy Jane Doe\n2015-01-02\n\n"
        + filler
        + "\n\nThe US border is guarded. They told us.",
        spain="Precios\n\nPor Ana Paz\n\nEl precio de la luz en España sube, según los mercados.",
    )


def test_articles_with_all_the_words_come_first_and_some_follow(border: Archive) -> None:
    results = shown(border, "border wall")
    assert names(results) == ["wall", "tunnel", "patrol"]
    assert [hit.match for hit in results.hits] == ["all", "all", "some"]
    assert (results.total, results.partial) == (2, 1)


def test_all_and_any(border: Archive) -> None:
    assert names(shown(border, "border wall", mode="all")) == ["wall", "tunnel"]
    found = shown(border, "border wall", mode="any")
    assert (found.total, found.partial) == (3, 0)


def test_pages_run_through_full_and_partial_matches(border: Archive) -> None:
    pages = [names(shown(border, "border wall", limit=1, offset=n)) for n in range(4)]
    assert pages == [["wall"], ["tunnel"], ["patrol"], []]
    assert [hit.rank for hit in shown(border, "border wall", limit=2, offset=1).hits] == [2, 3]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"border wall"', {"wall", "tunnel"}),
        ('"wall border"', set()),
        ("title:border", {"wall"}),
        ("body:wall", {"wall", "tunnel"}),
        ("lead:built", {"wall"}),
        ("author:doe", {"wall", "patrol"}),
        ('author:"Jane Doe" -wall', {"patrol"}),
        ("wall AND NOT tunnel", {"wall"}),
        ("tunnel OR guarded", {"tunnel", "patrol"}),
        ("NOT border", {"spain"}),
        ("patrol", {"patrol"}),
        ("=patrol", set()),
        ("tunn*", {"tunnel"}),
        ("w?ll", {"wall", "tunnel"}),
        ("date:2016", {"tunnel"}),
        ("date:2015..2016", {"tunnel", "patrol"}),
        ("date:>2016", {"wall"}),
        ("lang:es", {"spain"}),
        ("espana", {"spain"}),
        ("mercado", {"spain"}),
        ("path:wall.txt", {"wall"}),
        ("path:articles/*", {"wall", "tunnel", "patrol", "spain"}),
        ("*", {"wall", "tunnel", "patrol", "spain"}),
    ],
)
def test_queries(border: Archive, query: str, found: set[str]) -> None:
    assert set(names(shown(border, query, mode="all", limit=None))) == found


def test_filters_are_part_of_the_question(border: Archive) -> None:
    assert names(shown(border, "border", author="jane doe", since="2016")) == ["wall"]
    assert names(shown(border, "", until="2015")) == ["patrol"]
    assert border.count(Request(query="wall border", language="en", path="*.txt")) == 2
    assert shown(border, "border wall", since="2017").partial == 0


def test_orders(border: Archive) -> None:
    assert names(shown(border, "border", sort="date")) == ["patrol", "tunnel", "wall"]
    assert names(shown(border, "border", sort="-date")) == ["wall", "tunnel", "patrol"]
    assert names(shown(border, "*", sort="date"))[-1] == "spain"
    assert names(shown(border, "*", sort="-date"))[-1] == "spain"
    assert names(shown(border, "border", sort="-title")) == ["tunnel", "patrol", "wall"]
    with pytest.raises(UsageError, match="--sort dat"):
        shown(border, "border", sort="dat")


def test_an_acronym_in_capitals_is_only_the_acronym(border: Archive) -> None:
    assert names(shown(border, "US")) == ["patrol"]
    (hit,) = shown(border, "US").hits
    assert [s.text[a:b] for s in hit.snippets for a, b in s.highlights] == ["US"]
    small = shown(border, "us").hits[0]
    assert [s.text[a:b] for s in small.snippets for a, b in s.highlights] == ["US", "us"]


def test_capitals_that_are_no_acronym_are_searched_as_a_word_and_said_so(border: Archive) -> None:
    results = shown(border, "WALL")
    assert results.total == 2
    assert results.notes == ("WALL is no acronym in this index; searched as the word wall",)


def test_hyphens_make_no_difference(archive_of: Make) -> None:
    archive = archive_of(
        a="A\n\nThe anti-narcotics police.",
        b="B\n\nThe antinarcotics police.",
        c="C\n\nAnti narcotics.",
    )
    for query in ("anti-narcotics", "antinarcotics", '"anti narcotics"', '"anti-narcotics police"'):
        expected = {"a", "b"} if "police" in query else {"a", "b", "c"}
        assert set(names(archive.search(query, mode="all"))) == expected, query


def test_accents_and_apostrophes_make_no_difference(archive_of: Make) -> None:
    archive = archive_of(a="A\n\nGuzmán met O’Brien.")
    for query in (
        "guzman",
        "Guzmán",
        "obrien",
        "O'Brien",
        "o’brien",
        "GUZMÁN LOERA WAS HERE OR guzman",
    ):
        assert names(archive.search(query)) == ["a"]


def test_headline_words_rank_higher(archive_of: Make) -> None:
    archive = archive_of(
        body="Other things\n\n" + "Filler goes here for a while. " * 10 + "\n\nThe strike.",
        title="The strike\n\n" + "Filler goes here for a while. " * 10 + "\n\nOther things.",
    )
    assert names(shown(archive, "strike")) == ["title", "body"]


def test_forms_count_as_one_term(archive_of: Make) -> None:
    archive = archive_of(
        a="A\n\nPrices rose.", b="B\n\nPrice rose.", c="C\n\nPricing works.", d="D\n\nOil."
    )
    scores = {hit.score for hit in archive.search("price").hits}
    assert len(scores) == 1


def test_a_phrase_does_not_run_from_headline_into_text(archive_of: Make) -> None:
    archive = archive_of(a="The border\n\nWall street rose.")
    assert archive.search('"border wall"').total == 0


def test_nothing_matches_an_empty_archive(archive_of: Make) -> None:
    archive = archive_of()
    assert archive.search("word").hits == ()
    assert archive.count(Request(query="*")) == 0


def test_bad_questions_have_no_answer(border: Archive) -> None:
    with pytest.raises(QueryError):
        shown(border, "auther:doe")
    with pytest.raises(UsageError, match="--since"):
        shown(border, "wall", since="2017-13")
    with pytest.raises(UsageError, match="after"):
        shown(border, "wall", since="2018", until="2017")


def test_articles_by_id_path_and_record(border: Archive) -> None:
    hit = shown(border, "tunnel").hits[0]
    assert border.article(hit.id).title == "Tunnel found"
    assert border.article(hit.id[:6]).id == hit.id
    assert border.article(hit.path).id == hit.id
    with pytest.raises(ArticleNotFound):
        border.article("000000000000")
    with pytest.raises(ArticleNotFound, match="no article"):
        border.article("walls.txt")


def test_the_start_of_an_id_must_name_one_article(archive_of: Make) -> None:
    archive = archive_of(**{f"n{number}": f"Title {number}\n\nText." for number in range(40)})
    ids = {hit.id for hit in archive.search("*", limit=None).hits}
    for digit in "0123456789abcdef":
        meant = [one for one in ids if one.startswith(digit)]
        if len(meant) > 1:
            with pytest.raises(ArticleAmbiguous, match=f"names {len(meant)} articles"):
                archive.article(digit)
        elif meant:
            assert archive.article(digit).id == meant[0]


def test_the_same_id_in_two_indexes(tmp_path: Path) -> None:
    made = []
    for name, word in (("a", "sold"), ("b", "bought"), ("c", "sold")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "ferry.txt").write_text(f"Ferry {word}\n\nThe ferry was {word}.\n")
        Archive(tmp_path / name / "index").index([tmp_path / name / "ferry.txt"])
        made.append(tmp_path / name / "index")
    first, other, same = made
    (id,) = {hit.id for hit in Archive(made).search("ferry").hits}
    with Archive([first, same]) as archive:
        assert archive.article(id).title == "Ferry sold", "its text is the same in both"
    with Archive([first, other]) as archive:
        with pytest.raises(ArticleAmbiguous, match=r"ferry\.txt.*ferry\.txt") as caught:
            archive.article(id)
        assert caught.value.hint == "name it by its file"
        assert archive.article(str(tmp_path / "b" / "ferry.txt")).title == "Ferry bought"


def test_what_is_said_today_is_not_said_tomorrow(border: Archive) -> None:
    from newsgrep.search.request_tree import tree_of

    today = tree_of(Request(query="x", since="yesterday"), date(2026, 1, 1))
    assert "2025-12-31" in str(today) or "datetime.date(2025, 12, 31)" in repr(today)


TEXT = (
    "The minister spoke. Oil prices rose on Monday. Nothing else did.\n\n"
    "Analysts said prices of oil may fall. The end."
)


def pattern(*slots: set[str]) -> Pattern:
    return Pattern(tuple(frozenset(slot) for slot in slots))


def test_snippets_are_sentences_with_every_match_marked() -> None:
    found = snippets(TEXT, matches(TEXT, [pattern({"oil"}), pattern({"price", "prices"})]))
    assert [s.text for s in found] == [
        "Oil prices rose on Monday.",
        "Analysts said prices of oil may fall.",
    ]
    assert [found[1].text[a:b] for a, b in found[1].highlights] == ["prices", "oil"]


def test_a_phrase_is_marked_as_a_phrase() -> None:
    found = snippets(TEXT, matches(TEXT, [pattern({"oil"}, {"prices"})]))
    assert [s.text[a:b] for s in found for a, b in s.highlights] == ["Oil prices"]


def test_without_a_match_in_the_text_the_first_sentence_is_shown() -> None:
    (found,) = snippets(TEXT, matches(TEXT, [pattern({"nowhere"})]))
    assert (found.text, found.highlights) == ("The minister spoke.", ())
    assert snippets("", []) == ()
    assert snippets(TEXT, [], 0) == ()


def test_a_long_sentence_is_cut_around_its_match() -> None:
    text = "word " * 300 + "needle " + "word " * 300
    (found,) = snippets(text, matches(text, [pattern({"needle"})]))
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    assert len(found.text) <= MAX_LENGTH + 50
    assert [found.text[a:b] for a, b in found.highlights] == ["needle"]


def test_a_word_longer_than_a_term_is_highlighted_whole() -> None:
    word = "donau" * 20
    assert len(word) > MAX_TERM
    assert spans_of(matches(f"The {word} sails.", [pattern({word[:MAX_TERM]})])) == ((4, 104),)


@given(st.text(alphabet="ab AB.'-\n”é", max_size=200), st.sampled_from(["a", "b", "ab", "ba"]))
def test_highlights_are_matches_in_order(text: str, word: str) -> None:
    patterns = [pattern({word}), pattern({word}, {"a"})]
    last = 0
    for start, end in spans_of(matches(text, patterns)):
        assert last <= start < end <= len(text)
        last = end
    for snippet in snippets(text, matches(text, patterns)):
        for start, end in snippet.highlights:
            assert 0 <= start < end <= len(snippet.text)


def test_a_source_is_found_by_any_of_its_names() -> None:
    from newsgrep.query.ast import describe
    from newsgrep.query.parser import parse
    from newsgrep.search.source_names import by_any_name

    def asked(query: str) -> str:
        return describe(by_any_name(parse(query)))

    assert asked("source:apnews.com") == 'source:(apnews.com OR ="Associated Press")'
    assert asked('NOT source:"AP News"') == 'NOT source:("AP News" OR ="Associated Press")'
    assert asked('source:"Associated Press"') == 'source:"Associated Press"'
    assert asked("source:harbour") == "source:harbour"
