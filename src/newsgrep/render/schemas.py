"""JSON Schemas of what is given as JSON, by the type of the result; ``docs/json.md`` in words."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from newsgrep.documentation import document
from newsgrep.render.as_json import SCHEMA

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
NUMBER: Schema = {"type": "number"}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
FLAG: Schema = {"type": "boolean"}
IDENTITY: Schema = {"type": "string", "pattern": "^[0-9a-f]{12}$"}


def listed(items: Schema) -> Schema:
    """A list of ``items``."""
    return {"type": "array", "items": items}


def mapped(values: Schema) -> Schema:
    """An object with any names and ``values``."""
    return {"type": "object", "additionalProperties": values}


def shaped(optional: tuple[str, ...] = (), /, **properties: Schema) -> Schema:
    """An object of just these names, all there but the ``optional``.

    Beside every text there may be its bytes, where it is not valid UTF-8.
    """
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "patternProperties": {"_base64$": {"type": ["string", "array"]}},
        "additionalProperties": False,
    }


def answer(optional: tuple[str, ...] = (), /, **properties: Schema) -> Schema:
    """An object as :func:`shaped` has it, with the version of its form, and what it may lack."""
    return shaped(
        (*optional, "unanswered"), schema={"const": SCHEMA}, **properties, unanswered=listed(TEXT)
    )


_QUERY = shaped(text=TEXT, parsed=TEXT)
_PAIR: Schema = {"type": "array", "items": TEXT, "minItems": 2, "maxItems": 2}
_FACT = shaped(origin=TEXT, confidence=SHARE)
_NAMED = {"id": IDENTITY, "path": TEXT, "record": COUNT}

ARTICLE = answer(
    **_NAMED, title=TEXT, deck=TEXT, authors=listed(TEXT), date=TEXT, modified=TEXT, source=TEXT,
    source_as_written=TEXT, place=TEXT, section=TEXT, language=TEXT, url=TEXT, tags=listed(TEXT),
    people=listed(TEXT), organizations=listed(TEXT), places=listed(TEXT), acronyms=listed(_PAIR),
    speakers=listed(TEXT), correction=TEXT, update=TEXT, part=TEXT, words=COUNT, text=TEXT,
    facts=mapped(_FACT),
)  # fmt: skip

_TEXTS = ("since", "until", "author", "source", "language", "path", "syntax", "mode", "copies")
_FILTERS = {
    **dict.fromkeys(_TEXTS, TEXT), "in": listed(TEXT), "unseen": {"const": True},
    "expand": {"const": False},
}  # fmt: skip
_ALERT_FILTERS = shaped(tuple(_FILTERS), **_FILTERS)

_SCHEMAS: dict[str, Schema] = {
    "Article": ARTICLE,
    "FacetCounts": answer(
        query=TEXT, total=COUNT,
        fields=mapped(listed(shaped(value=TEXT, articles=COUNT, share=SHARE))),
    ),
    "Timeline": answer(
        by={"enum": ["day", "week", "month", "year"]},
        series=listed(
            shaped(
                ("shares",),
                query=TEXT, total=COUNT, undated=COUNT, counts=mapped(COUNT), shares=mapped(SHARE),
            )
        ),
        archive=mapped(COUNT),
    ),
    "DistinctiveTerms": answer(
        query=TEXT, total=COUNT, looked_at=COUNT,
        terms=listed(
            shaped(
                text=TEXT, kind={"enum": ["word", "person", "org", "location"]}, found=COUNT,
                articles=COUNT, score=NUMBER,
            )
        ),
    ),
    "ConcordanceLine": answer(
        left=TEXT, match=TEXT, right=TEXT, **_NAMED, date=TEXT, source=TEXT,
        zone={"enum": ["title", "deck", "text"]},
    ),
    "Similar": answer(
        hits=listed(
            shaped(
                **_NAMED, title=TEXT, source=TEXT, date=TEXT, score=NUMBER, likeness=NUMBER,
                copy=FLAG,
            )
        ),
    ),
    "StoryMember": answer(
        members=listed(
            shaped(
                **_NAMED, title=TEXT, source=TEXT, authors=listed(TEXT), date=TEXT, words=COUNT,
                added=COUNT, removed=COUNT, changes=listed(_PAIR),
            )
        ),
    ),
    "Definition": answer(acronyms=listed(shaped(acronym=TEXT, long=TEXT, articles=COUNT))),
    "Quotation": answer(
        speaker=TEXT, named=FLAG, sure=SHARE, text=TEXT, **_NAMED, title=TEXT, source=TEXT,
        date=TEXT, start=COUNT, end=COUNT,
        copies=listed(
            shaped(**_NAMED, source=TEXT, date=TEXT, speaker=TEXT, changes=listed(_PAIR))
        ),
    ),
    "Spread": answer(
        query=TEXT, total=COUNT, undated=COUNT, sources=COUNT,
        firsts=listed(
            shaped(
                source=TEXT, date=TEXT, lag={"type": ["number", "null"]}, exact=FLAG,
                articles=COUNT, copies=COUNT, copy_of=TEXT, **_NAMED, title=TEXT,
            )
        ),
    ),
    "Network": answer(
        query=TEXT, total=COUNT, names=COUNT,
        nodes=listed(
            shaped(
                id=TEXT, label=TEXT, kind=TEXT, articles=COUNT, first=TEXT, last=TEXT,
                other_names=listed(TEXT),
            )
        ),
        edges=listed(shaped(source=TEXT, target=TEXT, articles=COUNT, first=TEXT, last=TEXT)),
    ),
    "MarkCounts": answer(
        file=TEXT, marks=listed({"type": "array", "minItems": 2, "maxItems": 2}), notes=COUNT,
        articles=COUNT, seen=COUNT, lost=COUNT,
    ),
    "Marking": answer(
        marks=listed(TEXT), notes=listed(TEXT), articles=COUNT, changed=COUNT, unchanged=COUNT,
        removed=FLAG, dry_run=FLAG,
    ),
    "Alert": answer(
        alerts=listed(
            shaped(name=TEXT, query=TEXT, filters=_ALERT_FILTERS, feed=TEXT, made=TEXT, ran=TEXT)
        ),
    ),
    "Explanation": answer(
        query=_QUERY, tree=listed(shaped(depth=COUNT, text=TEXT)),
        words=listed(shaped(text=TEXT, field=TEXT, forms=listed(TEXT), articles=COUNT)),
        total=COUNT, notes=listed(TEXT),
    ),
    "Stats": answer(
        index=TEXT, articles=COUNT, words=COUNT, terms=COUNT, first_date=TEXT, last_date=TEXT,
        dated=COUNT, sources=mapped(COUNT), languages=mapped(COUNT), files=COUNT, failures=COUNT,
        bytes=COUNT, committed=TEXT, roots=listed(TEXT), missing=listed(TEXT),
        unfinished=listed(TEXT),
    ),
}  # fmt: skip


@cache
def schema_of(kind: str) -> Schema:
    """The schema of the JSON of a type of result, complete in itself."""
    if kind == "Results":
        return _results()
    return _delivery() if kind == "Delivery" else _SCHEMAS[kind]


def _delivery() -> Schema:
    """That of what is new of an alert: hits as a search has them, each with ``changed``."""
    hit = _results()["properties"]["hits"]["items"]
    changed = {
        **hit,
        "properties": {**hit["properties"], "changed": FLAG},
        "required": [*hit["required"], "changed"],
    }
    return answer(
        event={"const": "alert"}, alert=TEXT, delivery=TEXT, found=TEXT, total=COUNT,
        hits=listed(changed),
    )  # fmt: skip


@cache
def _results() -> Schema:
    """That of a search, which is a file of the documentation, without references into it."""
    whole: Schema = json.loads(document("search.schema.json"))
    definitions = whole.pop("$defs")
    del whole["$schema"]

    def inlined(value: Any) -> Any:
        if isinstance(value, list):
            return [inlined(one) for one in value]
        if not isinstance(value, dict):
            return value
        if "$ref" in value:
            return inlined(definitions[value["$ref"].removeprefix("#/$defs/")])
        if "prefixItems" in value:
            # Not every reader of OpenAPI knows lists whose items differ: these are offsets.
            first, *_ = value["prefixItems"]
            value = {name: held for name, held in value.items() if name != "prefixItems"}
            return {**value, "items": first}
        return {name: inlined(held) for name, held in value.items()}

    made: Schema = inlined(whole)
    return made


def hit_line_schema() -> Schema:
    """That of a hit on a line of its own."""
    hit = schema_of("Results")["properties"]["hits"]["items"]
    return {
        **hit,
        "properties": {"schema": {"const": SCHEMA}, **hit["properties"]},
        "required": ["schema", *hit["required"]],
    }
