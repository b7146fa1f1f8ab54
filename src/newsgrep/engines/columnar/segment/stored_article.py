"""What a segment keeps of an article, and the article made of it again."""

from __future__ import annotations

import json

from newsgrep.article import Article, article_from_dict
from newsgrep.engines.columnar.segment.reader import Segment

_ELSEWHERE = frozenset(("id", "path", "text", "words"))
# Made once: ``json.dumps`` makes an encoder each time where it is given options.
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def stored_record(article: Article) -> bytes:
    """What is stored of an article beside what other parts of the segment hold."""
    kept: dict[str, object] = {}
    for name in article.__dataclass_fields__:
        value = getattr(article, name)
        if value and name not in _ELSEWHERE:
            kept[name] = value
    kept["facts"] = {name: (fact.origin, fact.confidence) for name, fact in article.facts.items()}
    return _JSON.encode(kept).encode("utf-8", "replace")


def article_of(segment: Segment, document: int) -> Article:
    """The article of a document, whole; its path as it is stored."""
    data = json.loads(segment.records[document])
    data["facts"] = {k: {"origin": o, "confidence": c} for k, (o, c) in data["facts"].items()}
    data["id"] = segment.id(document)
    data["path"] = path_of(segment, document)
    data["text"] = segment.texts[document].decode()
    data["words"] = int(segment.words[document])
    return article_from_dict(data)


def title_of(segment: Segment, document: int) -> str:
    """The headline of a document; empty where it has none."""
    return str(json.loads(segment.records[document]).get("title", ""))


def record_of(segment: Segment, document: int) -> int:
    """Which record of its file a document is, counted from 0."""
    return int(json.loads(segment.records[document]).get("record", 0))


def path_of(segment: Segment, document: int) -> str:
    """The file of a document, as it is stored."""
    return file_name(segment, segment.files[document])


def file_name(segment: Segment, file: int) -> str:
    """The name of a file of a segment, as it is stored."""
    return segment.file_names[file].decode("utf-8", "surrogateescape")


def documents_of_files(segment: Segment, paths: set[str]) -> list[int]:
    """The undeleted documents of ``segment`` that come from ``paths``."""
    wanted = {path.encode("utf-8", "surrogateescape") for path in paths}
    numbers = {number for number, name in enumerate(segment.file_names) if name in wanted}
    if not numbers:
        return []
    return [
        document
        for document, file in enumerate(segment.files.tolist())
        if file in numbers and document not in segment.deleted
    ]
