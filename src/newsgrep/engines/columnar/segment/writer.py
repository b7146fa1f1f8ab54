"""Writes articles as segments."""

from __future__ import annotations

import secrets
from pathlib import Path

from newsgrep.article import Article, content_hash
from newsgrep.engines.columnar.segment.builder import Builder
from newsgrep.engines.columnar.segment.doc_values import coarseness_of, seconds_of
from newsgrep.engines.columnar.segment.stored_article import stored_record
from newsgrep.fields import LABELLED, STATES
from newsgrep.storage.segment_ref import SegmentRef
from newsgrep.text.words import fold_phrase


def new_segment_name() -> str:
    """A file name that no other segment has."""
    return f"{secrets.token_hex(8)}.seg"


def labels_of(article: Article) -> list[tuple[str, str]]:
    """What is known of an article beside its text, as pairs of field and value."""
    labels: list[tuple[str, str]] = []
    for name, attribute in LABELLED:
        value = getattr(article, attribute)
        values = (value,) if isinstance(value, str) else value
        labels += [(name, one) for one in values if one]
    labels += [("is", state) for state, attribute in STATES.items() if getattr(article, attribute)]
    for acronym, long in article.acronyms:
        labels.append(("acronym", f"{acronym}={long}"))
        labels.append(("longform", f"{fold_phrase(long)}={acronym}"))
    return labels


class SegmentWriter:
    """Implements :class:`newsgrep.engines.Writer`."""

    def __init__(self) -> None:
        self._builder = Builder()

    def __len__(self) -> int:
        return len(self._builder)

    @property
    def memory(self) -> int:
        """Bytes that writing now would take at its height, about."""
        return self._builder.memory

    def add(self, article: Article) -> None:
        """Take an article in, to be written with the next segment."""
        self._builder.add(
            id=article.id,
            content=content_hash(article),
            path=article.path.encode("utf-8", "surrogateescape"),
            record=stored_record(article),
            date=seconds_of(article.date),
            coarse=coarseness_of(article.date),
            title=article.title,
            deck=article.deck,
            text=article.text,
            labels=labels_of(article),
        )

    def write(self, folder: Path) -> SegmentRef:
        """Write a new segment into ``folder``, complete and flushed to disk."""
        name = new_segment_name()
        written = self._builder.write(folder / name)
        self._builder = Builder()
        return written.ref(name)
