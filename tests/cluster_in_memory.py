"""A cluster in the memory of one process: what newsgrep asks of one, and no more.

Documents, aliases and versions are kept as a cluster keeps them, and searches of single words,
values, ranges and their aggregations are answered. What it does not know raises, so that no test
passes by an empty answer: positions and proximity are tested on real nodes.
"""

from __future__ import annotations

import copy
import fnmatch
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from opensearchpy import exceptions

Json = dict[str, Any]
Hit = tuple[str, Json, float]


class ClusterInMemory:
    """Answers requests as the transport of a client does."""

    def __init__(self) -> None:
        self.indexes: dict[str, Json] = {}
        """Of each index its documents by name, each with its number and source."""
        self.made: dict[str, Json] = {}
        self.aliases: dict[str, set[str]] = {}
        self.asked: list[tuple[str, str]] = []
        """Method and path of all requests."""
        self.instead: Callable[[str, str], Any] = lambda method, path: None
        """What is answered instead, where it is not None; it may raise."""
        self._number = 0

    @property
    def transport(self) -> ClusterInMemory:
        """Itself: it is the client as well."""
        return self

    def close(self) -> None:
        """Nothing is open."""

    def perform_request(
        self, method: str, path: str, params: Json | None = None, body: Any = None
    ) -> Any:
        """What the client's transport is asked."""
        self.asked.append((method, path))
        found = self.instead(method, path)
        if found is not None:
            return found
        parts = path.strip("/").split("/")
        given = dict(params or {})
        together: dict[str, Callable[[Any], Json]] = {
            "_bulk": self._bulk, "_aliases": self._alias, "_msearch": self._msearch,
        }  # fmt: skip
        if parts[0] in together:
            return together[parts[0]](body)
        if parts == [""]:
            return {"version": {"distribution": "memory", "number": "1"}}
        if len(parts) == 1:
            return self._index(method, parts[0], body, given)
        match parts[1]:
            case "_doc":
                return self._document(method, self._real(parts[0])[0], parts[2], given, body)
            case "_alias" if method == "DELETE":
                return self._alias({"actions": [{"remove": _named(parts[0], parts[2])}]})
            case "_search":
                return self.search(parts[0], body)
            case "_mget":
                documents = self.indexes[self._real(parts[0])[0]]
                return {
                    "docs": [
                        {"_id": one, "found": True, "_source": documents[one]["source"]}
                        if one in documents
                        else {"_id": one, "found": False}
                        for one in body["ids"]
                    ]
                }
            case "_refresh":
                return {"_shards": {}}
            case "_stats":
                return {"_all": {"total": {"store": {"size_in_bytes": 1_000}}}}
            case "_delete_by_query" | "_update_by_query":
                return self._by_query(parts[1], self._real(parts[0])[0], body)
        raise NotImplementedError(f"{method} {path}")

    # Indexes

    def _real(self, name: str) -> list[str]:
        found = sorted(self.aliases.get(name) or {name})
        for one in found:
            if one not in self.indexes:
                raise exceptions.NotFoundError(404, "index_not_found", {"error": {"reason": name}})
        return found

    def _index(self, method: str, name: str, body: Any, given: Json | None = None) -> Json:
        if method == "PUT":
            if name in self.indexes:
                told = {"error": {"type": "resource_already_exists_exception", "reason": name}}
                raise exceptions.RequestError(400, "resource_already_exists_exception", told)
            self.indexes[name], self.made[name] = {}, body
            return {"acknowledged": True}
        if method == "DELETE":
            for one in self._real(name):
                self._remove(one)
            return {"acknowledged": True}
        found: Json = {}
        for wanted in name.split(","):
            try:
                found |= {one: self._about(one) for one in self._real(wanted)}
            except exceptions.NotFoundError:
                if not (given or {}).get("ignore_unavailable"):
                    raise
        return found

    def _about(self, index: str) -> Json:
        made = {"number_of_shards": 1, "number_of_replicas": 1}
        made |= self.made[index].get("settings", {}).get("index", {})
        named: Json = {name: {} for name, indexes in self.aliases.items() if index in indexes}
        return {
            "mappings": self.made[index].get("mappings", {}),
            "settings": {"index": {how: str(value) for how, value in made.items()}},
            "aliases": named,
        }

    def _remove(self, index: str) -> None:
        del self.indexes[index]
        for names in self.aliases.values():
            names.discard(index)

    def _alias(self, body: Json) -> Json:
        for action in body["actions"]:
            ((what, told),) = action.items()
            if what == "add":
                if told["alias"] in self.indexes:
                    reason = f"Invalid alias name [{told['alias']}]: an index exists with the name"
                    raise exceptions.RequestError(
                        400, "invalid_alias_name_exception", {"error": {"reason": reason}}
                    )
                self.aliases.setdefault(told["alias"], set()).add(told["index"])
            elif what == "remove":
                indexes = self.aliases.get(told["alias"], set())
                if told["must_exist"] and told["index"] not in indexes:
                    raise exceptions.NotFoundError(
                        404, "aliases_not_found_exception", {"error": {"reason": told["alias"]}}
                    )
                indexes.discard(told["index"])
            else:
                self._remove(told["index"])
        return {"acknowledged": True}

    # Documents

    def _document(self, method: str, index: str, name: str, given: Json, body: Any) -> Json | bool:
        documents = self.indexes[index]
        known = documents.get(name)
        if method == "HEAD":
            return known is not None
        if method == "GET":
            if known is None:
                raise exceptions.NotFoundError(404, "not found", {"found": False})
            return {
                "_index": index, "found": True, "_seq_no": known["number"], "_primary_term": 1,
                "_source": copy.deepcopy(known["source"]),
            }  # fmt: skip
        if method == "DELETE" and known is None:
            raise exceptions.NotFoundError(404, "not found", {"result": "not_found"})
        wanted = given.get("if_seq_no")
        if (given.get("op_type") == "create" and known) or (
            wanted is not None and (known is None or known["number"] != wanted)
        ):
            raise exceptions.ConflictError(409, "conflict", {"error": {"type": "conflict"}})
        if method == "DELETE":
            del documents[name]
            return {"result": "deleted"}
        return {"_seq_no": self._put(index, name, body), "_primary_term": 1}

    def _put(self, index: str, name: str, source: Json) -> int:
        self._number += 1
        self.indexes[index][name] = {"number": self._number, "source": copy.deepcopy(source)}
        return self._number

    def _bulk(self, body: bytes) -> Json:
        lines = iter(body.decode().splitlines())
        items = []
        for line in lines:
            ((what, told),) = json.loads(line).items()
            if what == "delete":
                self.indexes[told["_index"]].pop(told["_id"], None)
            elif what == "create":
                document = json.loads(next(lines))
                if told["_id"] in self.indexes[told["_index"]]:
                    items.append({what: {"_id": told["_id"], "status": 409}})
                    continue
                self._put(told["_index"], told["_id"], document)
            else:
                known = self.indexes[told["_index"]][told["_id"]]["source"]
                known.update(json.loads(next(lines))["doc"])
            items.append({what: {"_id": told["_id"], "status": 200}})
        errors = any(item["status"] > 299 for one in items for item in one.values())
        return {"errors": errors, "items": items}

    def _by_query(self, what: str, index: str, body: Json) -> Json:
        found = [name for name, _, _ in self._matching(index, body["query"])]
        for name in found:
            if what == "_delete_by_query":
                del self.indexes[index][name]
                continue
            source = self.indexes[index][name]["source"]
            told = body["script"]
            for step in told["source"].split("; "):
                _changed(source, step, told.get("params", {}))
            self._put(index, name, source)
        return {"updated": len(found), "deleted": len(found), "version_conflicts": 0}

    # Searches

    def _msearch(self, body: str) -> Json:
        lines = body.splitlines()
        return {
            "responses": [
                self.search(json.loads(about)["index"], json.loads(asked))
                for about, asked in zip(lines[::2], lines[1::2], strict=True)
            ]
        }

    def _matching(self, index: str, query: Json) -> list[Hit]:
        found = []
        for name, known in self.indexes[index].items():
            score = _score(query, name, known["source"])
            if score is not None:
                found.append((name, known["source"], score))
        return found

    def search(self, name: str, body: Json) -> Json:
        """The answer to a search."""
        (index,) = self._real(name)
        found = self._matching(index, body.get("query", {"match_all": {}}))
        found.sort(key=lambda hit: _order(body.get("sort", ["_score"]), hit))
        total = len(found)
        after = body.get("search_after")
        if after is not None:
            last = next(
                at for at, hit in enumerate(found) if _values(body["sort"], hit) == list(after)
            )
            found = found[last + 1 :]
        hits = [_hit(hit, body) for hit in found[: body.get("size", 10)]]
        answer: Json = {
            "_shards": {"total": 1, "successful": 1, "failed": 0},
            "hits": {"hits": hits},
        }
        if body.get("track_total_hits", True) is not False:
            answer["hits"]["total"] = {"value": total}
        if "aggs" in body:
            every = self._matching(index, body.get("query", {"match_all": {}}))
            answer["aggregations"] = {
                key: _aggregated(one, [source for _, source, _ in every])
                for key, one in body["aggs"].items()
            }
        return answer


def _named(index: str, alias: str) -> Json:
    return {"index": index, "alias": alias, "must_exist": True}


def _changed(source: Json, step: str, given: Json) -> None:
    """Do a step of a script to a document."""
    if removed := re.fullmatch(r"ctx\._source\.remove\('(\w+)'\)", step):
        source.pop(removed[1], None)
    elif written := re.fullmatch(r"ctx\._source\.(\w+) = params\.(\w+)", step):
        source[written[1]] = given[written[2]]
    else:
        raise NotImplementedError(step)


def _hit(hit: Hit, body: Json) -> Json:
    name, source, score = hit
    told: Json = {"_id": name, "_score": score}
    if "sort" in body:
        told["sort"] = _values(body["sort"], hit)
    if body.get("_source", True):
        told["_source"] = source
    if body.get("stored_fields") == "_none_":
        del told["_id"]
    columns = {field: _all(source, field) for field in body.get("docvalue_fields", ())}
    told["fields"] = {field: values for field, values in columns.items() if values}
    return told


def _all(source: Json, field: str) -> list[Any]:
    value = source.get(field, [])
    return value if isinstance(value, list) else [value]


def _values(sort: list[Any], hit: Hit) -> list[Any]:
    found: list[Any] = []
    for one in sort:
        name = one if isinstance(one, str) else next(iter(one))
        found.append(hit[2] if name == "_score" else (_all(hit[1], name) or [None])[0])
    return found


def _order(sort: list[Any], hit: Hit) -> list[Any]:
    """What sorts a hit; those that lack the value last."""
    found: list[Any] = []
    for one, value in zip(sort, _values(sort, hit), strict=True):
        how = "desc" if one == "_score" else next(iter(one.values()))
        falls = (how if isinstance(how, str) else how["order"]) == "desc"
        found.append((value is None, _Falling(value) if falls else value))
    return found


class _Falling:
    def __init__(self, value: Any) -> None:
        self.value = value

    def __lt__(self, other: _Falling) -> bool:
        return bool(other.value < self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Falling) and other.value == self.value


def _terms(source: Json, field: str) -> list[Any]:
    values = _all(source, field)
    if field in ("text", "title", "lead") or field.startswith("in_"):
        return [term for value in values for term in re.split(r"[ |]", value)]
    return values


def _score(query: Json, name: str, source: Json) -> float | None:
    """The score of a document; None where it does not answer."""
    ((kind, about),) = query.items()
    match kind:
        case "match_all":
            return 1.0
        case "match_none":
            return None
        case "bool":
            return _bool(about, name, source)
        case "ids":
            return 1.0 if name in about["values"] else None
        case "exists":
            return 1.0 if _all(source, about["field"]) else None
        case "script_score":
            return _scripted(about, name, source)
    ((field, wanted),) = about.items()
    if kind == "match":
        words = wanted["query"].split("|")
        count = sum(_terms(source, field).count(word) for word in words)
        return count * wanted.get("boost", 1.0) if count else None
    tests: dict[str, Callable[[Any], bool]] = {
        "term": lambda value: bool(value == wanted),
        "terms": lambda value: value in wanted,
        "prefix": lambda value: value.startswith(wanted),
        "wildcard": lambda value: fnmatch.fnmatchcase(value, wanted["value"]),
        "regexp": lambda value: re.fullmatch(wanted["value"], value) is not None,
        "range": lambda value: all(_compared(how, value, bound) for how, bound in wanted.items()),
    }
    return 1.0 if any(map(tests[kind], _terms(source, field))) else None


def _compared(how: str, value: Any, bound: Any) -> bool:
    return bool({"lte": value <= bound, "lt": value < bound, "gte": value >= bound,
                 "gt": value > bound}[how])  # fmt: skip


def _bool(about: Json, name: str, source: Json) -> float | None:
    needed = [*about.get("filter", ()), *about.get("must", ())]
    if any(_score(one, name, source) is None for one in needed):
        return None
    if any(_score(one, name, source) is not None for one in about.get("must_not", ())):
        return None
    scores = [_score(one, name, source) for one in about.get("should", ())]
    if scores and not needed and all(one is None for one in scores):
        return None
    scores += [_score(one, name, source) for one in about.get("must", ())]
    return sum(one for one in scores if one is not None)


def _scripted(about: Json, name: str, source: Json) -> float | None:
    inner = _score(about["query"], name, source)
    if inner is None:
        return None
    script, params = about["script"]["source"], about["script"].get("params", {})
    if script.startswith("params.g * _score /"):
        down = inner + params["f"] + params["s"] * source["words"]
        return float(params["g"] * inner / down)
    raise NotImplementedError(script)


def _aggregated(one: Json, sources: list[Json]) -> Json:
    inner = one.get("aggs", {})
    ((kind, about),) = [(key, value) for key, value in one.items() if key != "aggs"]
    if kind == "filter":
        some = [s for s in sources if _score(about, "", s) is not None]
        told: Json = {"doc_count": len(some)}
        return told | {key: _aggregated(two, some) for key, two in inner.items()}
    if kind == "composite":
        ((label, how),) = about["sources"][0].items()
        buckets = _buckets(sources, how["terms"]["field"], ".*")
        return {
            "buckets": [{"key": {label: b["key"]}, "doc_count": b["doc_count"]} for b in buckets]
        }
    if kind == "terms":
        buckets = _buckets(sources, about["field"], about.get("include", ".*"))
        return {"buckets": buckets[: about["size"]], "sum_other_doc_count": sum(
            bucket["doc_count"] for bucket in buckets[about["size"] :])}  # fmt: skip
    if kind == "date_histogram":
        assert about["calendar_interval"] in ("month", "year")
        return {"buckets": list(_histogram(sources, about))}
    values = [value for source in sources for value in _all(source, about["field"])]
    numbers: dict[str, Callable[[list[Any]], Any]] = {
        "sum": sum, "value_count": len, "min": lambda v: min(v, default=None),
        "max": lambda v: max(v, default=None),
    }  # fmt: skip
    return {"value": numbers[kind](values)}


def _buckets(sources: list[Json], field: str, include: str) -> list[Json]:
    counts: dict[Any, int] = {}
    for source in sources:
        for value in dict.fromkeys(_terms(source, field)):
            if include == ".*" or re.fullmatch(include, value):
                counts[value] = counts.get(value, 0) + 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [{"key": key, "doc_count": count} for key, count in ordered]


def _histogram(sources: list[Json], about: Json) -> Iterator[Json]:
    counts: dict[int, int] = {}
    for source in sources:
        for value in _all(source, about["field"]):
            day = datetime.fromtimestamp(value / 1000, UTC)
            first = day.replace(day=1, month=day.month if "month" in about.values() else 1)
            start = int(first.timestamp() * 1000)
            counts[start] = counts.get(start, 0) + 1
    for start in sorted(counts):
        yield {"key": start, "doc_count": counts[start]}
