"""The paragraphs of a Word document, of all that it shows: also in boxes, notes and comments.

WordprocessingML (ECMA-376, part 1, 17). What was deleted while changes were tracked is left out,
what was inserted stays; of a drawing that is there twice, for older programs, the first is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsgrep.ingest.formats.xml import local, parsed

_LEFT_OUT = frozenset(
    """pPr rPr tblPr trPr tcPr sectPr sdtPr del moveFrom delText instrText delInstrText Fallback
    annotationRef""".split()
)
"""Elements that say how a text looks, what it was before, or the same again."""
_SHOWN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = ("footnotes", "endnotes", "comments")
"""Parts of a document whose texts stand below or beside it."""
_RULES = frozenset(("separator", "continuationSeparator", "continuationNotice"))


def paragraphs_of(document: Any) -> Iterator[str]:
    """The paragraphs of an opened document (python-docx): the body's, those of its notes last."""
    yield from _blocks(document.element.body)
    for notes in _notes(document.part):
        for note in notes:
            kind = next((v for k, v in note.attrib.items() if k.endswith("}type")), "")
            if kind not in _RULES:
                yield from _blocks(note)


def _notes(part: Any) -> Iterator[Any]:
    """The root elements of the parts with notes and comments, each once."""
    for kind in _NOTES:
        for relation in part.rels.values():
            if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
                yield parsed(relation.target_part.blob)
                break


def _blocks(element: Any) -> Iterator[str]:
    """The paragraphs in an element, in tables, controls and changes too."""
    for child in element:
        name = local(child)
        if name == "p":
            yield from _paragraph(child)
        elif name and name not in _LEFT_OUT:
            yield from _blocks(child)


def _paragraph(element: Any) -> Iterator[str]:
    """A paragraph, and below it those of the boxes that are anchored in it."""
    pieces: list[str] = []
    boxes: list[Any] = []
    _gather(element, pieces, boxes)
    text = "".join(pieces)
    if text.strip():
        yield text
    for box in boxes:
        yield from _blocks(box)


def _gather(element: Any, pieces: list[str], boxes: list[Any]) -> None:
    for child in element:
        name = local(child)
        if name == "t":
            pieces.append(child.text or "")
        elif name in _SHOWN:
            pieces.append(_SHOWN[name])
        elif name == "txbxContent":
            boxes.append(child)
        elif name and name not in _LEFT_OUT:
            _gather(child, pieces, boxes)
