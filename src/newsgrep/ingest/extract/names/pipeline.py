"""Names found by a spaCy pipeline that the user has installed, in place of the rules."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from newsgrep.errors import UsageError
from newsgrep.ingest.extract.names.recognition import MAX_NAMES, MAX_TEXT, Names, names_of

CHOICES = ("rules", "none")
_FIELD_OF = {
    "PERSON": "people", "PER": "people", "ORG": "organizations", "GPE": "places",
    "LOC": "places", "FAC": "places",
}  # fmt: skip


def namer_of(choice: str) -> Callable[[str], Names]:
    """What finds names: ``rules``, ``none`` or ``spacy:MODEL``.

    Raises :class:`UsageError` where the choice is another, or its model is not installed.
    """
    if choice == "rules":
        return names_of
    if choice == "none":
        return lambda text: Names()
    kind, _, model = choice.partition(":")
    if kind != "spacy" or not model:
        raise UsageError(f"unknown --names {choice}", "one of rules, none, spacy:MODEL")
    _loaded(model)
    return lambda text: _names_by(model, text)


@cache
def _loaded(model: str) -> Any:
    try:
        import spacy
    except ImportError:
        raise UsageError(
            "--names spacy: spaCy is not installed", "pip install 'newsgrep[names]' and a model"
        ) from None
    try:
        return spacy.load(model, exclude=["tagger", "parser", "lemmatizer", "attribute_ruler"])
    except (OSError, ImportError, ValueError) as error:
        raise UsageError(
            f"--names {model}: {error}", "install the model, as its page says"
        ) from None


def _names_by(model: str, text: str) -> Names:
    found: dict[str, dict[str, None]] = {"people": {}, "organizations": {}, "places": {}}
    for entity in _loaded(model)(text[:MAX_TEXT]).ents:
        field = _FIELD_OF.get(entity.label_)
        name = " ".join(entity.text.split()).removesuffix("'s").removesuffix("’s").strip()
        if field and len(name) > 1:
            found[field].setdefault(name.removeprefix("the ").removeprefix("The "))
    people = [
        name
        for name in found["people"]
        if not any(name != other and name in other.split() for other in found["people"])
    ]
    return Names(
        tuple(people[:MAX_NAMES]),
        tuple(found["organizations"])[:MAX_NAMES],
        tuple(found["places"])[:MAX_NAMES],
    )
