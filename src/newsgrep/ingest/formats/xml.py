"""XML read safely: nothing is expanded, fetched or looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.encoding import decode, in_one_encoding
from newsgrep.ingest.formats.xml_mending import (
    declared_encoding,
    mended,
    mended_pieces,
    without_odd_encoding,
)
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

    data = without_odd_encoding(data)
    # What is well-formed need not be mended; but a DTD makes well-formed what it may define.
    if b"<!DOCTYPE" not in data[:_OPENING]:
        try:
            return etree.fromstring(data, etree.XMLParser(**_SAFE))
        except (etree.XMLSyntaxError, ValueError):
            pass
    try:
        root = etree.fromstring(mended(data), etree.XMLParser(recover=True, **_SAFE))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(f"not readable XML: {error}") from None
    if root is None:
        raise UnreadableFile("not readable XML")
    return root


_OPENING = 8192


def all_parsed(data: bytes) -> Any:
    """What :func:`parsed` gives, with all roots. Raises :class:`UnreadableFile`."""
    return with_all_roots(data, parsed(data))


def with_all_roots(data: bytes, root: Any) -> Any:
    """The root of a document, or an element around all of them where it has several.

    Scripts write documents one behind another into a file: ``<url>…</url><url>…``.
    """
    name = _name_in_tags(root).encode()
    if not name or in_one_encoding(data).count(b"</" + name + b">") < 2:
        return root
    text = _PROLOG.sub("", decode(data, declared_encoding(data)))
    around = parsed(f"<{_AROUND}>{text}</{_AROUND}>".encode())
    alike = [child for child in around if child.tag == root.tag]
    return around if len(alike) > 1 and len(alike) == len(around) else root


_PROLOG = regex(r"<\?xml[^>]*\?>|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>")
_AROUND = "documents"
BREAKS_OFF = "it breaks off before its end: what came behind is missing"
_END = 2000


def breaks_off(data: bytes, root: Any) -> bool:
    """Whether a document, or its last bytes, has no end of its first element.

    Of one with no element in that, nothing can be missing.
    """
    if root.tag == _AROUND and len(root):
        root = root[-1]
    name = _name_in_tags(root).encode()
    # Of UTF-16 and UTF-32 the zeros go.
    end = data[-_END:].replace(b"\x00", b"")
    return bool(name) and len(root) > 0 and b"</" + name not in end


def must_end(data: bytes, root: Any) -> None:
    """Raise :class:`UnreadableFile` where a document breaks off, once what there is was read."""
    if breaks_off(data, root):
        raise UnreadableFile(BREAKS_OFF)


def _name_in_tags(element: Any) -> str:
    """The name of an element as its tags have it; empty for what is none."""
    return f"{element.prefix}:{local(element)}" if element.prefix else local(element)


def is_well_formed(data: bytes) -> bool:
    """Whether a document needs no mending."""
    from lxml import etree

    try:
        etree.fromstring(without_odd_encoding(data), etree.XMLParser(**_SAFE))
    except (etree.XMLSyntaxError, ValueError):
        return False
    return True


def elements(stream: BinaryIO, *names: str) -> Iterator[Any]:
    """The elements of some local names, one at a time; each goes when the next is asked for.

    Raises :class:`UnreadableFile` where the document cannot be read further, or breaks off: then
    the last element is given as far as it goes.
    """
    from lxml import etree

    tags = tuple(f"{{*}}{name}" for name in names)
    parser = etree.XMLPullParser(events=("end",), tag=tags, recover=True, **_SAFE)
    end = b""
    try:
        for piece in mended_pieces(stream):
            parser.feed(piece)
            end = (end + piece)[-_END:]
            yield from _ended(parser)
        root = parser.close()
        yield from _ended(parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(f"not readable XML: {error}") from None
    if root is not None:
        must_end(end, root)


def _ended(parser: Any) -> Iterator[Any]:
    """The elements whose end a parser has seen."""
    for _, element in parser.read_events():
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


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
    """The text of an element on one line; empty for None. A blank stands where a block ends."""
    if element is None:
        return ""
    if len(element) and next(element.iterdescendants(*_PARTING_TAGS), None) is not None:
        return " ".join("".join(_parted(element)).split())
    return " ".join("".join(element.itertext()).split())


PARTING = frozenset(
    """p para br lb li ul ol dl dt dd div tr td th table caption h1 h2 h3 h4 h5 h6 blockquote pre hr
    section article aside header footer figcaption details summary select option optgroup button
    listitem""".split()
)
"""What elements are called, in small letters, that part words though no blank does."""
_PARTING_TAGS = tuple(f"{{*}}{name}" for each in sorted(PARTING) for name in (each, each.upper()))


def _parted(element: Any) -> Iterator[str]:
    """The pieces of text in an element, with blanks around those that part words."""
    from lxml.etree import iterwalk

    for event, each in iterwalk(element, events=("start", "end")):
        parts = each is not element and local(each).lower() in PARTING
        if event == "start":
            yield " " if parts else ""
            yield each.text or ""
        elif each is not element:
            yield " " if parts else ""
            yield each.tail or ""


def text_at(root: Any, *names: str) -> str:
    """The text of the first descendant with one of the local ``names``."""
    return text_of(first(root, *names))
