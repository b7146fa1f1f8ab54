"""Writes articles brought from outside as files, several times over for a larger corpus.

A corpus is a folder or a file. Its text files are taken as they are; of a file of JSON Lines each
record that has ``title`` and ``text`` becomes one, with ``dateline`` where it has that; saved pages
(``.html``, ``.html.gz``) are kept apart. Nothing of it is ours, so that figures on it count.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z])")


def _files(corpus: Path) -> list[Path]:
    return sorted(corpus.rglob("*")) if corpus.is_dir() else [corpus]


def texts(corpus: Path) -> Iterator[tuple[str, str]]:
    """The articles of a corpus as plain text, each with a name."""
    for file in _files(corpus):
        name = "-".join(file.relative_to(corpus.parent).with_suffix("").parts)
        if file.suffix == ".txt":
            text = file.read_bytes().decode("utf-8", "replace")
            if "\n" in text.strip():
                yield name, text
        elif file.suffix == ".jsonl":
            for number, line in enumerate(file.read_text("utf-8").splitlines()):
                record = json.loads(line)
                if record.get("title") and record.get("text"):
                    dateline = f"{record['dateline']} " if record.get("dateline") else ""
                    yield f"{name}-{number}", f"{record['title']}\n\n{dateline}{record['text']}\n"


def pages(corpus: Path) -> Iterator[tuple[str, bytes]]:
    """The saved pages of a corpus, each with a name."""
    for file in _files(corpus):
        if file.name.endswith(".html.gz"):
            yield file.name.removesuffix(".html.gz"), gzip.decompress(file.read_bytes())
        elif file.suffix == ".html":
            yield file.stem, file.read_bytes()


def shuffled(text: str, chance: random.Random) -> str:
    """An article with the sentences below its first two paragraphs in another order."""
    head, *body = text.split("\n\n", 2)
    opening = "\n\n".join([head, *body[:1]])
    if len(body) < 2:
        return text
    sizes = [len(_SENTENCE_END.split(p)) for p in body[1].split("\n\n")]
    sentences = [s for p in body[1].split("\n\n") for s in _SENTENCE_END.split(p)]
    chance.shuffle(sentences)
    paragraphs, at = [], 0
    for size in sizes:
        paragraphs.append(" ".join(sentences[at : at + size]))
        at += size
    return opening + "\n\n" + "\n\n".join(paragraphs)


def write(corpora: list[Path], folder: Path, times: int) -> int:
    """Write corpora as text files under ``folder``, ``times`` times over; how many there are."""
    chance = random.Random(7)
    written = 0
    for name, text in (each for corpus in corpora for each in texts(corpus)):
        for copy in range(times):
            place = folder / f"{copy:02}" / f"{written // times % 50:02}"
            place.mkdir(parents=True, exist_ok=True)
            own = shuffled(text, chance) if copy else text
            (place / f"{name}.txt").write_text(own, encoding="utf-8")
            written += 1
    return written


def write_pages(corpora: list[Path], folder: Path) -> int:
    """Write the saved pages of corpora under ``folder``; how many there are."""
    folder.mkdir(parents=True)
    written = 0
    for name, page in (each for corpus in corpora for each in pages(corpus)):
        (folder / f"{name}.html").write_bytes(page)
        written += 1
    return written
