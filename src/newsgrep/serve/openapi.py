"""The description of the API, OpenAPI 3.1, made from the table of addresses."""

from __future__ import annotations

from typing import Any

from newsgrep import __version__
from newsgrep.render.schemas import hit_line_schema, schema_of
from newsgrep.serve.answers import MEDIA_TYPES
from newsgrep.serve.parameters import MOST_QUERIES, NAME, Parameter
from newsgrep.serve.problems import KINDS, MEDIA_TYPE
from newsgrep.serve.routes import CHANGES, ROUTES, Change, Route
from newsgrep.serve.settings import Settings

_ALWAYS = (400, 421, 429, 500, 503)
_OF_ARTICLES = (404, 409)
_OF_CHANGES = (403, 404, 409, 413)
_KEY = {
    "name": "X-Newsgrep-Key",
    "in": "header",
    "required": True,
    "description": "The key that /api/key gives.",
    "schema": {"type": "string"},
}

_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "enum": [f"/problems#{name}" for name in KINDS]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "hint": {"type": "string", "description": "What to do about it."},
        "query": {"type": "string", "description": "The query that was not understood."},
        "start": {"type": "integer", "description": "Where in it the offending part begins."},
        "end": {"type": "integer", "description": "Where that ends, in characters."},
        "suggestions": {
            "type": "array",
            "items": {"type": "string"},
            "description": "Queries nearly like it that are understood.",
        },
    },
}


def description(settings: Settings) -> dict[str, Any]:
    """The whole description, of a server with some settings."""
    ways: list[dict[str, list[str]]] = [{"bearer": []}, {"basic": []}]
    secured = {"security": ways} if settings.secret else {}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "newsgrep",
            "version": __version__,
            "summary": "Full-text search for news articles",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        **secured,
        "paths": _paths(settings),
        "components": {
            "schemas": {
                "Problem": _PROBLEM,
                **{one.kind: schema_of(one.kind) for one in (*ROUTES, *CHANGES)},
            },
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "basic": {"type": "http", "scheme": "basic"},
            },
        },
    }


def _paths(settings: Settings) -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for route in ROUTES:
        paths.setdefault(route.path, {})["get"] = _operation(route, settings)
    for change in () if settings.read_only else CHANGES:
        paths.setdefault(change.path, {})[change.method.lower()] = _changing(change, settings)
    return paths


def _operation(route: Route, settings: Settings) -> dict[str, Any]:
    content = {}
    for form in route.forms:
        schema: dict[str, Any] = {"type": "string"}
        if form == "json":
            schema = {"$ref": f"#/components/schemas/{route.kind}"}
        media_type = MEDIA_TYPES[form].partition(";")[0]
        content[media_type] = {"schema": schema}
    if "jsonl" in route.forms:
        line = hit_line_schema() if route.kind == "Results" else schema_of(route.kind)
        content["application/jsonl"] = {"schema": {"type": "string"}, "x-line-schema": line}
    return {
        "operationId": route.name,
        "summary": route.help,
        "parameters": [
            _parameter(one, in_path=one.name == route.named) for one in route.all_parameters
        ],
        "responses": {
            "200": {
                "description": "The answer.",
                "headers": {"ETag": {"schema": {"type": "string"}}},
                "content": content,
            },
            "304": {"description": "The answer is the one that is known already."},
            **_refusals(settings, *(_OF_ARTICLES if route.named else ())),
        },
    }


def _changing(change: Change, settings: Settings) -> dict[str, Any]:
    """An address that changes something, with what is sent to it."""
    schema = {
        "type": "object",
        "properties": {
            one.name: {**schema_of_parameter(one), "description": one.help} for one in change.body
        },
        "required": list(change.needed),
        "additionalProperties": False,
    }
    if change.either:
        schema["oneOf"] = [{"required": [name]} for name in change.either]
    body = {"required": True, "content": {"application/json": {"schema": schema}}}
    named = [_parameter(NAME, in_path=True)] if "{name}" in change.path else []
    answer = {"schema": {"$ref": f"#/components/schemas/{change.kind}"}}
    return {
        "operationId": change.name,
        "summary": change.help,
        "parameters": [_KEY, *named],
        **({"requestBody": body} if change.body else {}),
        "responses": {
            str(change.status): {"description": "Done.", "content": {MEDIA_TYPES["json"]: answer}},
            **_refusals(settings, *_OF_CHANGES),
        },
    }


def _refusals(settings: Settings, *further: int) -> dict[str, Any]:
    statuses = [*_ALWAYS, *further, *([401] if settings.secret else [])]
    return {str(status): _refusal(status) for status in sorted(statuses)}


def _refusal(status: int) -> dict[str, Any]:
    return {
        "description": "; ".join(kind.title for kind in KINDS.values() if kind.status == status),
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


def _parameter(parameter: Parameter, *, in_path: bool) -> dict[str, Any]:
    schema = schema_of_parameter(parameter)
    return {
        "name": parameter.name,
        "in": "path" if in_path else "query",
        "required": in_path,
        "description": parameter.help,
        "schema": {**schema, "minLength": 1} if in_path else schema,
    }


def schema_of_parameter(parameter: Parameter) -> dict[str, Any]:
    """What a parameter may be, as a JSON Schema."""
    schema: dict[str, Any]
    match parameter.kind:
        case "switch":
            schema = {"type": "boolean"}
        case "number":
            schema = {
                "type": "integer", "minimum": parameter.least, "maximum": parameter.most,
            }  # fmt: skip
        case "share":
            schema = {"type": "number", "minimum": 0, "maximum": 1}
        case _:
            schema = {"type": "string", "maxLength": parameter.longest}
    if parameter.choices:
        schema = {"type": "string", "enum": list(parameter.choices)}
    if parameter.default not in (None, "", ()):
        schema["default"] = parameter.default
    if parameter.several:
        schema = {"type": "array", "items": schema, "maxItems": MOST_QUERIES}
    return schema
