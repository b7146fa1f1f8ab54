"""From a file to its articles: read, told apart, extracted; one bad record stops no other."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.article import Article
from newsgrep.errors import UnreadableFile
from newsgrep.extract.assemble import article_from
from newsgrep.inventory import Failure, Foreign
from newsgrep.raw import RawDocument
from newsgrep.sources.registry import (
    ARTICLE_NAMES,
    HEAD,
    OTHER_NAMES,
    NotArticles,
    read_stream,
)

WHOLE = 8 << 20
"""Files up to this many bytes are read into memory at once."""


def is_article_name(path: str) -> bool:
    """Whether a file found in a folder may hold articles, going by its name."""
    name = os.path.basename(path).lower()
    if name.endswith(ARTICLE_NAMES):
        return os.path.splitext(name.removesuffix(".gz"))[1] not in OTHER_NAMES
    return os.path.splitext(name)[1] not in OTHER_NAMES


class OpenFile:
    """An open file with the hash of its content (BLAKE2b, 16 bytes, hexadecimal)."""

    def __init__(self, path: str) -> None:
        file = open(path, "rb")  # noqa: SIM115 - closed by close()
        self._file: BinaryIO = file
        if os.fstat(file.fileno()).st_size <= WHOLE:
            data = file.read(WHOLE + 1)
            self.hash = hashlib.blake2b(data, digest_size=16).hexdigest()
            if len(data) <= WHOLE:
                self.stream = io.BufferedReader(io.BytesIO(data), HEAD)
                return
            file.seek(0)
        digest = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16))
        self.hash = digest.hexdigest()
        file.seek(0)
        self.stream = file  # type: ignore[assignment]

    def __enter__(self) -> OpenFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def articles_in(stream: BinaryIO, name: str, stored_path: str) -> Iterator[Article | Failure]:
    """The articles in a stream, in order, and what of it could not be read.

    ``name`` is the file's name; ``stored_path`` what articles give as their path.
    """
    try:
        for raw in read_stream(stream, os.path.basename(name)):
            if not isinstance(raw, RawDocument):
                yield Failure(raw.record, raw.reason)
                continue
            try:
                yield article_from(raw, stored_path)
            except UnreadableFile as error:
                yield Failure(raw.record, error.message)
            except (RecursionError, MemoryError) as error:
                yield Failure(raw.record, f"too complex to read ({type(error).__name__})")
            except Exception as error:
                # What no test foresaw must not stop a run of a hundred thousand files.
                yield Failure(raw.record, f"could not be understood ({_name(error)})")
    except NotArticles as error:
        yield Foreign(0, error.message)
    except UnreadableFile as error:
        yield Failure(0, error.message)
    except OSError as error:
        yield Failure(0, error.strerror or str(error))
    except (RecursionError, MemoryError) as error:
        yield Failure(0, f"too complex to read ({type(error).__name__})")
    except Exception as error:
        yield Failure(0, f"could not be understood ({_name(error)})")


def _name(error: Exception) -> str:
    return f"{type(error).__name__}: {str(error)[:120]}"
