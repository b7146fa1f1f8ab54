"""Pictures of clippings: what is printed on them, recognised where ``--ocr`` asks for it.

Needs Pillow (``pip install 'newsgrep[ocr]'``).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import NotArticles, Picture, UnreadableFile
from newsgrep.ingest.formats.documents.recognition import MAX_PIXELS, Pages, current
from newsgrep.ingest.formats.documents.tesseract import Grey
from newsgrep.ingest.formats.encoding import read_document
from newsgrep.ingest.formats.extras import without_extra
from newsgrep.ingest.raw_document import Form, RawDocument, Unreadable

NAMES: tuple[str, ...] = ()
"""None: in folders, pictures are passed over unless they are asked for."""
PICTURES = frozenset((".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp", ".webp"))
MAX_FRAMES = 3000
MAX_BYTES = 256_000_000
_SMALLEST = 150, 50
"""Pixels across and down that a picture has at least; buttons and signs have fewer."""
_FEWEST_WORDS = 5
_SUREST_NONSENSE = 0.3
"""What is read off a photograph is less sure than this, or little."""
_MAGIC = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_FORMATS = ("PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP")


def matches(head: bytes, name: str) -> bool:
    return (
        head.startswith(_MAGIC)
        or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")
        or (head[:2] == b"BM" and head[6:10] == b"\x00\x00\x00\x00")
    )


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    ocr = current()
    if ocr is None:
        raise Picture("a picture: --ocr reads what is printed on it")
    try:
        from PIL import Image
    except ImportError:
        raise without_extra("a picture", "ocr") from None
    data = read_document(stream, MAX_BYTES, "a picture")
    pages = Pages(ocr)
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            # Of a picture that moves, the first; only TIFF has pages.
            count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
            for number in range(min(count, MAX_FRAMES)):
                image.seek(number)
                pages.scan(_grey(image))
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise UnreadableFile(f"a damaged picture ({error})") from None
    if not pages.failed and (pages.words < _FEWEST_WORDS or pages.confidence < _SUREST_NONSENSE):
        raise NotArticles("a picture in which no text was recognised")
    if pages.words:
        yield RawDocument(Form.TEXT, pages.text(), pages.claims())
    for reason in pages.failed:
        yield Unreadable(0, reason)


def _grey(image: Any) -> Grey:
    """A picture upright, in grey, on white where it is transparent."""
    from PIL import Image, ImageOps

    width, height = image.size
    if width * height > MAX_PIXELS:
        raise UnreadableFile(f"a picture of more than {MAX_PIXELS // 1_000_000} megapixels")
    if width < _SMALLEST[0] or height < _SMALLEST[1]:
        raise NotArticles("a picture too small to be read")
    upright = ImageOps.exif_transpose(image)
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        upright = upright.convert("RGBA")
        white = Image.new("RGBA", upright.size, "white")
        white.alpha_composite(upright)
        upright = white
    grey = upright.convert("L")
    return Grey(grey.width, grey.height, grey.tobytes())
