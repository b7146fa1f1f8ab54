"""How an index on a cluster is made: its names, settings and mappings, with their version.

An index is three, made and changed together: the articles; ``-words``, the dictionary, in documents
of many keys each; ``-state``, the manifest, the catalogue of what was read, and the lock. Each set
has a number, as ``NAME-000001``; the aliases ``NAME``, ``NAME-words`` and ``NAME-state`` are those
of the set that answers, and move to another in one step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsgrep.fields import FACETS, LABELS

FORMAT = 2
"""Version of the mappings and of what the documents hold."""

MADE_BY = "newsgrep"
WORDS = "-words"
STATE = "-state"
MANY_AT_ONCE = 10_000
"""Rows of a page; OpenSearch gives no longer ones unless it is told to."""

FREE = "_"
"""What stands where nothing does, so that the words behind it keep their positions."""
BESIDE = "|"
"""What stands between the terms of one position."""

SENTENCE = "<s>", "</s>"
PARAGRAPH = "<p>", "</p>"
QUOTE = "<q>", "</q>"
"""Marks at the first and the last word; no word has such signs in it."""
QUOTED_WORD = "<q1>"
"""A quotation of one word."""
TITLE_END, LEAD_END = "<t>", "<l>"
"""At the first position behind headline and lead."""

LONGEST = 8_000
"""Characters of a value that is counted or sorted by; the cluster takes 32,766 bytes."""

Json = dict[str, Any]

_KEYWORD: Json = {"type": "keyword"}
_KEPT: Json = {"type": "keyword", "index": False, "doc_values": False}
_TEXT: Json = {"type": "text", "analyzer": "terms", "similarity": "frequency", "norms": False}


def label_field(name: str) -> str:
    """The field that has the words of a label, by position."""
    return f"in_{name}"


def facet_field(name: str) -> str:
    """The field that has the values of a facet, whole."""
    return f"of_{name}"


_COLUMNS: Json = {
    "text": _TEXT,
    "title": _TEXT,
    "lead": _TEXT,
    "is": _KEYWORD,
    "acronym": _KEYWORD,
    "longform": _KEYWORD,
    "date": {"type": "long"},
    "date_end": {"type": "long"},
    "coarse": {"type": "byte"},
    "day": {"type": "date", "format": "epoch_millis"},
    "words": {"type": "integer"},
    "id": _KEYWORD,
    "content": _KEYWORD,
    "key": _KEYWORD,
    "path": _KEYWORD,
    "path_folded": _KEYWORD,
    "record": {"type": "integer"},
    "by_title": _KEYWORD,
    "by_source": _KEYWORD,
    "run": {"type": "integer"},
    "until": {"type": "integer"},
    "step": {"type": "integer"},
    "batch": _KEYWORD,
    "bands": _KEYWORD,
    "cluster": {"type": "long"},
    "grouped": {"type": "integer"},
    "kept": _KEPT,
    "body": _KEPT,
}


def articles_index(shards: int, replicas: int) -> Json:
    """What the index of articles is made with.

    ``text`` has all positions, ``title`` and ``lead`` those of a zone. The cluster splits at spaces
    and bars, and nothing else: what a word is, is said by us. Its score of a term is how often it
    stands there, and no more; :mod:`scoring` makes ours of it.
    """
    fields = {label_field(name): _TEXT for name in LABELS}
    fields |= {facet_field(name): _KEYWORD for name in FACETS}
    settings = {
        "number_of_shards": shards,
        "number_of_replicas": replicas,
        "refresh_interval": "30s",
        "codec": "best_compression",
        # So long it is known that a document was removed, and is not to be created again.
        "gc_deletes": "1d",
        "analysis": {
            "tokenizer": {"spaces": {"type": "whitespace", "max_token_length": 100_000}},
            "filter": {
                "beside": {
                    "type": "pattern_capture",
                    "preserve_original": False,
                    "patterns": [f"([^{BESIDE}]+)"],
                },
                "free": {"type": "stop", "stopwords": [FREE]},
            },
            "analyzer": {
                "terms": {"type": "custom", "tokenizer": "spaces", "filter": ["beside", "free"]}
            },
        },
        "similarity": {
            "frequency": {
                "type": "scripted",
                "script": {"source": "return doc.freq * query.boost;"},
            }
        },
    }
    return _made(settings, {**_COLUMNS, **fields})


def words_index(shards: int, replicas: int) -> Json:
    """What the index of the dictionary is made with: one shard, however many the articles have."""
    return _made(_small(replicas), {"keys": _KEYWORD, "name": _KEYWORD})


def state_index(shards: int, replicas: int) -> Json:
    """What the index of the state is made with, likewise."""
    return _made(_small(replicas), {"about": {"type": "object", "enabled": False}})


def _small(replicas: int) -> Json:
    return {
        "number_of_shards": 1,
        "number_of_replicas": replicas,
        "refresh_interval": "30s",
    }


def _made(settings: Json, fields: Json) -> Json:
    return {
        "settings": {"index": settings},
        "mappings": {
            "dynamic": "strict",
            "_meta": {"made_by": MADE_BY, "format": FORMAT},
            "properties": fields,
        },
    }


def escaped(text: str) -> str:
    """A text in an expression of Lucene's, with no sign that means anything else."""
    return re.sub(r'([.?+*|{}\[\]()"\\#@&<>~^$-])', r"\\\1", text)


def set_of(articles: str) -> list[str]:
    """The indexes of a set, or their aliases, by that of its articles."""
    return [f"{articles}{part}" for part in ("", WORDS, STATE)]


def parts_of(name: str, number: int) -> Iterator[tuple[str, str]]:
    """The alias and the index of each part of a set."""
    for part in ("", WORDS, STATE):
        yield f"{name}{part}", f"{name}-{number:06d}{part}"


def number_of(index: str) -> int:
    """The number of the set that an index is of; 0 where it is of none."""
    found = re.search(rf"-(\d{{6}})(?:{WORDS}|{STATE})?$", index)
    return int(found[1]) if found else 0
