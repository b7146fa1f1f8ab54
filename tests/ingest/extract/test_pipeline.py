"""Names by a spaCy pipeline, with a model of our own in its place."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from newsgrep.errors import UsageError
from newsgrep.ingest.extract.names import pipeline
from newsgrep.ingest.extract.names.recognition import Names, names_of


class Entity(NamedTuple):
    text: str
    label_: str


class Document(NamedTuple):
    ents: tuple[Entity, ...]


def test_the_entities_of_a_model_are_the_names(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Document((
        Entity("Ada  Orlo", "PERSON"), Entity("Orlo", "PERSON"), Entity("Orlo’s", "PERSON"),
        Entity("the Harbour Board", "ORG"), Entity("Orlo", "GPE"), Entity("Monday", "DATE"),
        Entity("X", "PER"),
    ))  # fmt: skip
    monkeypatch.setattr(pipeline, "_loaded", lambda model: lambda text: found)
    names = pipeline.namer_of("spacy:own")("Ada Orlo of the Harbour Board of Orlo said.")
    assert names == Names(("Ada Orlo",), ("Harbour Board",), ("Orlo",))


def test_no_names_at_all() -> None:
    assert pipeline.namer_of("none")("Ada Orlo said.") == Names()
    assert pipeline.namer_of("rules") is names_of


@pytest.mark.parametrize("choice", ["magic", "spacy", "spacy:", "stanza:en"])
def test_what_is_no_choice(choice: str) -> None:
    with pytest.raises(UsageError, match=f"unknown --names {choice}"):
        pipeline.namer_of(choice)


def test_a_model_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="--names"):
        pipeline.namer_of("spacy:no_such_model_of_ours")
