"""People, organizations and places: what is told by which evidence, and how sure it is."""

from __future__ import annotations

import tracemalloc

import pytest

from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.extract.names.acronyms import acronyms_in
from newsgrep.ingest.extract.names.evidence import (
    BESIDE,
    OF_NO_NAME,
    OF_ONE_WORD,
    OF_SEVERAL,
    OF_SEVERAL_OTHERS,
    Beside,
    Feature,
    evidence_beside,
    own_evidence,
)
from newsgrep.ingest.extract.names.recognition import names_of
from newsgrep.ingest.extract.names.speakers import speakers_of
from newsgrep.ingest.raw_document import Form, RawDocument


def told(name: str) -> dict[str, str]:
    return {feature.name: feature.kind for feature in own_evidence(tuple(name.split()))}


@pytest.mark.parametrize(
    ("name", "feature"),
    [
        ("Los Angeles", "a known place of several words"),
        ("Caldwell Place", "ends like a street, a river or a park"),
        ("Chicago Herons", "a place and a team's nickname"),
        ("Borussia Quellstadt", "a word of sports clubs"),
        ("Bank of Larkhaven", "named like an organization"),
        ("Edna Quill", "a given name or initials first"),
        ("J.P. Quill", "a given name or initials first"),
        ("Oddmar Tveitsen", "the last of them ends like a surname"),
        ("National Security", "ends with the word for a thing"),
        ("Alienware AW3418DW", "a model's number"),
        ("Ada Roe-QuillAda", "two names run together"),
        ("VW ID", "a word in capitals"),
        ("Gold Prize-winning", "an adjective of two words"),
        ("Midtown Atlanta", "ends in a place"),
    ],
)
def test_what_the_words_of_a_name_tell(name: str, feature: str) -> None:
    assert feature in told(name)


def test_each_feature_has_a_name_of_its_own_and_a_weight() -> None:
    features: list[Feature | Beside] = [*OF_SEVERAL, *OF_SEVERAL_OTHERS, *OF_NO_NAME, *BESIDE]
    assert len({feature.name for feature in features}) == len(features)
    assert all(feature.weight > 0 for feature in (*features, *OF_ONE_WORD))


def test_what_stands_beside_a_name_tells_too() -> None:
    text = "the minister Odo Hask said so"
    found = evidence_beside("Odo Hask", "minister", text, text.index(" said"))
    assert [feature.kind for feature in found] == ["person", "person"]


def test_names_of_running_text() -> None:
    names = names_of(
        "President-elect Joan Quill met the chairman of the Securities and Exchange Commission,"
        " Edna Roe, in Oslo on Friday. Ursula von der Heide of the Larkhaven Observatory and the"
        " Chicago Herons was there, and so was the U.N. envoy."
    )
    assert names.people == ("Joan Quill", "Edna Roe", "Ursula von der Heide")
    assert names.organizations == (
        "Securities and Exchange Commission",
        "Larkhaven Observatory",
        "Chicago Herons",
        "U.N.",
    )
    assert names.places == ("Oslo",)


@pytest.mark.parametrize(
    "text",
    [
        "The company sells the Alienware AW3418DW and the Echo Dot from this week on.",
        "A meeting about National Security was held at Caldwell Place on Monday, he said there.",
        "By Alexandria Quill-RoeAlexandria Quill-Roe of the paper, who was there at the time.",
        "They played Fallen Order and Fact Check for an hour, and then went home to sleep.",
        "“I’ve seen it, and You’ve not,” they said in the Government, where DIY is in fashion.",
    ],
)
def test_products_places_and_glued_names_are_no_people(text: str) -> None:
    names = names_of(text)
    assert names.people == ()
    assert not {"Government", "I’ve", "You’ve", "DIY"} & set(names.organizations)


def test_menus_and_headings_name_nobody_by_chance() -> None:
    page = "Home Sport\nGallant Weather\nMost Wanted\n\nThe mayor said that he would go home soon."
    assert names_of(page).people == ()
    headline = "Gallant Weather\n\nEdna Quill\n\nThe mayor said that he would go home soon."
    assert names_of(headline).people == ("Edna Quill",)


def test_a_list_of_names_is_running_text() -> None:
    squad = "Squad: Gheorghe Hamza, Oddmar Tveitsen, Per Quill, Ivo Brandt, Teo Marchetti."
    assert set(names_of("They won again on Friday night.\n" + squad).people) >= {
        "Gheorghe Hamza",
        "Oddmar Tveitsen",
        "Teo Marchetti",
    }


def test_lines_in_capitals_give_places_only() -> None:
    names = names_of("SOCCER RESULT\nLONDON 1996\nThe club of the town lost again on Friday.")
    assert (names.organizations, names.places) == ((), ("LONDON",))


def test_china_is_a_place_however_often_it_stands() -> None:
    text = "China said so. The plan of China was new. They told China that China's plan is good."
    names = names_of(text * 2)
    assert (names.places, names.organizations) == (("China",), ())


def test_how_sure_names_are_depends_on_their_evidence() -> None:
    sure = names_of("The mayor met Joan Quill and Edna Roe in the town hall on Friday.").sure
    unsure = names_of("The mayor met Oddmar Tveitsen in the town hall on Friday.").sure
    assert sure["people"] == 0.95
    assert unsure["people"] == 0.75
    text = "Larkhaven votes\n\nThe mayor met Joan Quill and Edna Roe in the town hall on Friday."
    article = article_from(RawDocument(Form.TEXT, text), "a.txt")
    assert article.facts["people"].confidence == 0.95


@pytest.mark.parametrize(
    "sentence",
    [
        'According to Bob Brown, the plan is "a farce".',
        "According to Mr Brown, the plan is “a farce” and no more.",
        "“A farce”, according to Bob Brown.",
        "The plan is “a farce”, according to the senator Bob Brown.",
        'Bob Brown called the plan "a farce".',
        "The plan is “a farce”, Bob Brown said.",
    ],
)
def test_who_is_quoted(sentence: str) -> None:
    text = f"Bob Brown spoke on Friday. {sentence}"
    assert speakers_of(text, ("Bob Brown",)) == ("Bob Brown",)


def test_who_is_not_quoted() -> None:
    text = "Bob Brown spoke on Friday. According to the paper, the plan is “a farce”."
    assert speakers_of(text, ("Bob Brown",)) == ()


def test_a_text_with_each_word_capitalised_takes_no_more_memory_than_others() -> None:
    """Each beginning of a long run was kept once: gigabytes for a text of 180 kB."""
    tracemalloc.start()
    try:
        for count in (60_000, 120, 30):
            assert names_of("Aa " * count).people == ()
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "text",
    [
        "a list drawn up by the Coastal Athletics Federation (LACAF) was read",
        "he wrote the singles Takeover and Encore (HOTE) last year",
        "Representative Dan Poeman (D-Kan) and Rita Tex (R-TX) voted",
    ],
)
def test_letters_that_fit_by_chance_make_no_acronym(text: str) -> None:
    assert acronyms_in(text) == ()


def test_a_long_form_without_the_angle_brackets_of_a_wire() -> None:
    assert acronyms_in("Nippon Telegraph Corp> (NTC) rose") == (("NTC", "Nippon Telegraph Corp"),)
