"""A receipt of an answer: what was asked, of what, and the hash of every article that answered.

It has no word of the articles; what it names can be held against an index at any later time.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from newsgrep.article import content_hash, content_key
from newsgrep.errors import NewsgrepError, UsageError
from newsgrep.newsroom.matching import whole
from newsgrep.newsroom.results import CheckedArticle, CheckedReceipt
from newsgrep.query.ast import describe
from newsgrep.records import values_of
from newsgrep.request import Marks, Request, request_from
from newsgrep.search.marked import mark_notes
from newsgrep.search.request_tree import query_of

if TYPE_CHECKING:
    from newsgrep.engines.interface import Engine, Snapshot
    from newsgrep.engines.matches import Match
    from newsgrep.storage.folder import IndexFolder, Manifest

KIND = "newsgrep receipt"
SCHEMA = 1
_NOT_KEPT = ("marks", "explain", "snippets", "context")
"""Fields of a request that make no difference to which articles answer."""

Receipt = dict[str, Any]


def receipt(
    snapshot: Snapshot,
    engines: Sequence[Engine],
    folders: Sequence[IndexFolder],
    manifests: Sequence[Manifest],
    request: Request,
) -> Receipt:
    """A receipt of the answer to ``request``, as ``docs/newsroom.md`` has it.

    It names every article that matches in full, near-copies too, and those with some of the words
    that are on the page.
    """
    from newsgrep import __version__

    today = request.today or date.today().isoformat()
    request = request.but(today=today)
    query = query_of(request)
    page = snapshot.search(query)
    shown = {(match.segment, match.document) for match in page.rows}
    rows = [match for match in snapshot.search(whole(request)).rows if match.full]
    rows += [match for match in page.rows if not match.full]
    kept = {name: v for name, v in values_of(request).items() if name not in _NOT_KEPT}
    written: Receipt = {
        "kind": KIND,
        "schema": SCHEMA,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "newsgrep": __version__,
        "engine": "; ".join(dict.fromkeys(engine.version() for engine in engines)),
        "python": platform.python_version(),
        "request": kept,
        "parsed": describe(query.tree),
        "notes": [*page.notes, *mark_notes(query.tree, request.marks)],
        "indexes": [
            {
                "path": folder.name.encode("utf-8", "replace").decode(),
                "generation": manifest.generation,
                "committed": manifest.committed,
                "articles": manifest.articles,
            }
            for folder, manifest in zip(folders, manifests, strict=True)
        ],
        "total": page.full,
        "partial": page.partial,
        "articles": [
            _entry(snapshot, match, rank, (match.segment, match.document) in shown)
            for rank, match in enumerate(rows, start=1)
        ],
    }
    return {**written, "sha256": seal(written)}


def _entry(snapshot: Snapshot, match: Match, rank: int, shown: bool) -> dict[str, Any]:
    article = snapshot.article(match)
    path = snapshot.path(match).encode("utf-8", "replace").decode()
    return {
        "rank": rank,
        "sha256": content_hash(article),
        "id": article.id,
        "path": path,
        "record": article.record,
        "source": article.source,
        "date": article.date,
        "match": "all" if match.full else "some",
        "shown": shown,
    }


def seal(written: Mapping[str, Any]) -> str:
    """The SHA-256 of a receipt without its own: of its JSON with sorted keys and no spaces."""
    kept = {name: value for name, value in written.items() if name != "sha256"}
    text = json.dumps(kept, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def read_receipt(data: bytes) -> Receipt:
    """The receipt in a file. Raises :class:`UsageError` for what is none."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise UsageError("not a receipt: it is no JSON") from None
    if not isinstance(found, dict) or found.get("kind") != KIND:
        raise UsageError("not a receipt", "newsgrep search … --receipt FILE writes one")
    if found.get("schema") != SCHEMA:
        raise UsageError(
            f"the receipt has schema {found.get('schema')}; this newsgrep reads {SCHEMA}"
        )
    return found


def _altered(how: str) -> UsageError:
    return UsageError(
        f"the receipt is not as it was written: {how}", "take a copy that nobody has changed"
    )


def _when(given: Receipt) -> str:
    """When a receipt was made, as it says."""
    made = given.get("made")
    try:
        return datetime.fromisoformat(str(made)).isoformat()
    except ValueError:
        raise _altered(f"made is {made!r}, which is no time") from None


def verify(snapshot: Snapshot, given: Receipt, marks: Marks | None = None) -> CheckedReceipt:
    """Which articles of a receipt still hold, and whether its question gives the same today.

    Dates in words count from the day of the receipt. Raises :class:`UsageError` for a receipt
    that lacks what it should have.
    """
    try:
        entries = [dict(entry) for entry in given["articles"]]
        hashes = [str(entry["sha256"]) for entry in entries]
        wanted = frozenset(content_key(one) for one in hashes)
        full = {str(entry["sha256"]) for entry in entries if entry["match"] == "all"}
        ids = [(str(entry["id"]), str(entry["path"])) for entry in entries]
    except KeyError as error:
        raise _altered(f"it has no {error}") from None
    except (TypeError, ValueError):
        raise _altered("its articles are none") from None
    try:
        request = request_from(given["request"])
    except KeyError as error:
        raise _altered(f"it has no {error}") from None
    except (TypeError, ValueError) as error:
        raise _altered(str(error)) from None
    made = _when(given)
    known = snapshot.with_content(wanted)
    articles = tuple(
        _checked(snapshot, sha256, id, path, known.get(content_key(sha256), []))
        for sha256, (id, path) in zip(hashes, ids, strict=True)
    )
    new: list[CheckedArticle] = []
    lacking: tuple[str, ...] = ()
    refusal = ""
    try:
        now: dict[str, Match] = {}
        for match in snapshot.search(whole(request.but(marks=marks))).rows:
            now.setdefault(content_hash(snapshot.article(match)), match)
        for sha256, match in now.items():
            if sha256 not in full:
                article = snapshot.article(match)
                new.append(CheckedArticle("new", article.id, snapshot.path(match), sha256))
        lacking = tuple(dict.fromkeys(
            article.id for article in articles if article.sha256 in full - now.keys()
        ))  # fmt: skip
    except NewsgrepError as refused:
        refusal = refused.message
    return CheckedReceipt(
        made=made,
        query=request.query,
        unaltered=given.get("sha256") == seal(given),
        articles=articles,
        new=tuple(new),
        lacking=lacking,
        error=refusal,
    )


def _checked(
    snapshot: Snapshot, sha256: str, id: str, path: str, found: Sequence[Match]
) -> CheckedArticle:
    """What became of an article of a receipt."""
    same = [match for match in found if content_hash(snapshot.article(match)) == sha256]
    if any(snapshot.article(match).id == id for match in same):
        return CheckedArticle("holds", id, path, sha256)
    if same:
        return CheckedArticle("moved", id, path, sha256, snapshot.path(same[0]))
    if snapshot.find(id):
        return CheckedArticle("changed", id, path, sha256)
    return CheckedArticle("gone", id, path, sha256)
