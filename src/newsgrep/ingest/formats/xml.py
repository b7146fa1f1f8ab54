"""XML read safely: nothing is expanded, fetched or looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.encoding import decode
from newsgrep.text.lazy_regex import regex

_SAFE = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "attribute_defaults": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def opens_with(head: bytes, root: re.Pattern[bytes]) -> bool:
    """Whether a file that begins with ``head`` is XML in which ``root`` opens soon."""
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and root.search(head) is not None


def parsed(data: bytes) -> Any:
    """The root element of a document. Raises :class:`UnreadableFile`."""
    from lxml import etree

    if not data.isascii():
        data = _in_utf_8(data)
    try:
        root = etree.fromstring(data, etree.XMLParser(recover=True, **_SAFE))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(f"not readable XML: {error}") from None
    if root is None:
        raise UnreadableFile("not readable XML")
    return root


def is_well_formed(data: bytes) -> bool:
    """Whether a document needs no mending."""
    from lxml import etree

    try:
        etree.fromstring(data if data.isascii() else _in_utf_8(data), etree.XMLParser(**_SAFE))
    except (etree.XMLSyntaxError, ValueError):
        return False
    return True


def _in_utf_8(data: bytes) -> bytes:
    """A document in UTF-8, whatever it declares: libxml2 knows fewer encodings than browsers."""
    declared = _ENCODING.match(data[:200])
    if declared is None or declared[2].lower() in (b"utf-8", b"utf8"):
        return data
    text = decode(data, declared[2].decode("ascii", "replace"))
    return _ENCODING.sub(rb"\1\3", text.encode(), count=1)


_ENCODING = regex(rb"(\s*<\?xml[^>]{0,150}?)\sencoding\s*=\s*[\"']([\w:.-]+)[\"']([^>]{0,100}>)")


def elements(stream: BinaryIO, *names: str) -> Iterator[Any]:
    """The elements of some local names, one at a time; each goes when the next is asked for.

    Raises :class:`UnreadableFile` where the document cannot be read further.
    """
    from lxml import etree

    try:
        tags = tuple(f"{{*}}{name}" for name in names)
        events = etree.iterparse(stream, events=("end",), tag=tags, recover=True, **_SAFE)
        for _, element in events:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(f"not readable XML: {error}") from None


def local(element: Any) -> str:
    """An element's name without its namespace; empty for entities and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def first(root: Any, *names: str) -> Any:
    """The first descendant with one of the local ``names``, or None."""
    for element in root.iter():
        if local(element) in names:
            return element
    return None


def every(root: Any, *names: str) -> list[Any]:
    """All descendants with one of the local ``names``."""
    return [element for element in root.iter() if local(element) in names]


def text_of(element: Any) -> str:
    """The text of an element on one line; empty for None."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def text_at(root: Any, *names: str) -> str:
    """The text of the first descendant with one of the local ``names``."""
    return text_of(first(root, *names))
