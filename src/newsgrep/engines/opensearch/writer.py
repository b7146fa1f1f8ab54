"""Writes articles to a cluster: a batch of documents is what a segment is on a disk."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

from newsgrep.article import Article
from newsgrep.engines.opensearch.bulk import Action, send
from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.documents import Json, Preparing, name_of
from newsgrep.engines.opensearch.mapping import WORDS
from newsgrep.storage.segment_ref import SegmentRef

BYTES_PER_CHARACTER = 12
"""Memory that a character of an article costs until it is sent (measured)."""
KEYS = 500
"""Keys of one document of the dictionary. They are in order, so that few documents have those with
one beginning: of each, all keys are looked at."""


class BulkWriter:
    """Implements :class:`newsgrep.engines.interface.Writer`."""

    def __init__(self, connection: Connection, preparing: Preparing, index: str, run: int) -> None:
        """``index`` is the set's index of articles; ``run`` numbers the run that they are of.

        ``preparing`` is one for all writers of a process to that index.
        """
        self._connection = connection
        self._preparing = preparing
        self._index = index
        self._run = run
        self._documents: list[tuple[str, Json]] = []
        self._size = 0

    def __len__(self) -> int:
        return len(self._documents)

    @property
    def memory(self) -> int:
        """Bytes that the documents take until they are sent, about."""
        return self._size * BYTES_PER_CHARACTER

    def add(self, article: Article) -> None:
        """Take an article in, to be sent with the next batch."""
        self._documents.append((name_of(article), self._preparing.document(article)))
        self._size += len(article.text) + 1_000

    def write(self, folder: Path) -> SegmentRef:
        """Send what was taken in. Raises :class:`NotWritten`."""
        batch = secrets.token_hex(8)
        self._preparing.sign()
        size = send(self._connection, self._actions(batch))
        ref = SegmentRef(
            batch, len(self), sum(document["words"] for _, document in self._documents), 0, size
        )
        self._documents.clear()
        self._size = 0
        return ref

    def _actions(self, batch: str) -> Iterator[Action]:
        # Words before the articles that hold them: a question for one finds the other.
        keys = self._preparing.new_keys()
        for at in range(0, len(keys), KEYS):
            name = f"{batch}-{at // KEYS}"
            yield (
                {"create": {"_index": f"{self._index}{WORDS}", "_id": name}},
                {"name": name, "keys": keys[at : at + KEYS]},
            )
        for name, document in self._documents:
            # Created, and never again: what a node that hung did not do then, and does when it goes
            # on, must not bring back what has been changed or removed since.
            key = f"{name}-{self._run}-{batch}"
            document.update(key=key, run=self._run, batch=batch)
            yield {"create": {"_index": self._index, "_id": key}}, document
