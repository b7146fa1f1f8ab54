"""The articles in files, without an index."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from newsgrep.article import Article
from newsgrep.configuration import configuration
from newsgrep.engines import index_at
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.extract.assemble import counted
from newsgrep.ingest.reader import DEFAULT, OpenFile, Reading, articles_in
from newsgrep.storage.folder import OCR, IndexFolder
from newsgrep.storage.location import is_address, locate


def extract_articles(
    path: str | os.PathLike[str],
    how: Reading | None = None,
    index: str | os.PathLike[str] | None = None,
) -> Iterator[Article | Failure]:
    """The articles in a file, without an index, and what of it could not be read.

    Paths and ids are those that the file has, or would have, in ``index``: by default the one
    that :func:`locate` finds, or the nearest above the file where there is none.
    """
    name = os.path.abspath(path)
    how = how or DEFAULT
    folder = _index(os.fspath(index) if index is not None else None, name)
    if not how.sources:
        how = replace(how, sources=configuration(folder.root).sources)
    if how.ocr is not None and not is_address(folder.name) and folder.is_ours():
        how = replace(how, ocr=replace(how.ocr, folder=str(folder.path / OCR)))
    try:
        with OpenFile(name) as file:
            for found in articles_in(file.stream, name, folder.stored(name), how):
                yield counted(found) if isinstance(found, Article) else found
    except OSError as error:
        yield Failure(0, error.strerror or str(error))


def _index(named: str | None, file: str) -> IndexFolder:
    """The index whose paths a file has; nothing is asked of one on a cluster."""
    named = named or os.environ.get("NEWSGREP_INDEX")
    if named and is_address(named):
        return _on_cluster(named)
    folder = IndexFolder(locate(named))
    if folder.exists():
        return folder
    above = IndexFolder(locate(start=Path(file).parent))
    return above if above.exists() else folder


@lru_cache(maxsize=1)
def _on_cluster(address: str) -> IndexFolder:
    return index_at(address)[0]
