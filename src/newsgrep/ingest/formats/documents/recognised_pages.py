"""Pages that were recognised before, by what is on them: a folder of small files, kept bounded."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import zlib
from pathlib import Path

from newsgrep.ingest.formats.documents.page_lines import Line
from newsgrep.ingest.formats.documents.tesseract import Grey, Recognised

MOST_BYTES = 1 << 30
"""What all pages together may take; a page takes some 3 kB."""
_VERSION = b"1"
_SHARE_KEPT = 0.8


def key_of(page: Grey, languages: str) -> str:
    """What a page is kept by: its pixels and the languages that it was read in."""
    digest = hashlib.blake2b(digest_size=20)
    for part in (_VERSION, languages.encode(), b"%d %d" % (page.width, page.height), page.pixels):
        digest.update(part + b"\x00" if len(part) < 1000 else part)
    return digest.hexdigest()


def kept(folder: Path, key: str) -> Recognised | None:
    """The page that is kept by ``key``; None where there is none, or it is damaged."""
    try:
        data = _place(folder, key).read_bytes()
        if zlib.crc32(data[4:]) != int.from_bytes(data[:4], "big"):
            return None
        values = json.loads(zlib.decompress(data[4:]))
        lines = tuple(Line(*line) for line in values["lines"])
        return Recognised(lines, float(values["confidence"]), int(values["words"]))
    except (OSError, ValueError, KeyError, TypeError, zlib.error):
        return None


def keep(folder: Path, key: str, page: Recognised) -> None:
    """Keep a page; where that is not possible it is recognised again another time."""
    body = zlib.compress(json.dumps(page._asdict()).encode(), 6)
    place = _place(folder, key)
    temporary = place.with_name(f"{secrets.token_hex(8)}.tmp")
    with contextlib.suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with open(temporary, "wb", opener=_private) as file:
                file.write(zlib.crc32(body).to_bytes(4, "big") + body)
            os.replace(temporary, place)
        except OSError:
            temporary.unlink(missing_ok=True)


def trim(folder: Path, most: int = MOST_BYTES) -> None:
    """Let the oldest pages go where all together take more than ``most`` bytes."""
    found: list[tuple[float, int, str]] = []
    for above, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(above, name)
            with contextlib.suppress(OSError):
                status = os.stat(path)
                found.append((status.st_mtime, status.st_size, path))
    total = sum(size for _, size, _ in found)
    if total <= most:
        return
    for _, size, path in sorted(found):
        if total <= _SHARE_KEPT * most:
            break
        with contextlib.suppress(OSError):
            os.unlink(path)
            total -= size


def _place(folder: Path, key: str) -> Path:
    return folder / key[:2] / key[2:]


def _private(path: str, flags: int) -> int:
    """Open a file that nobody else may read."""
    return os.open(path, flags, 0o600)
