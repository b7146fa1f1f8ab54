"""The text of an article in JATS: paragraphs, rows of tables, captions, notes and references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsgrep.ingest.formats.xml import local
from newsgrep.ingest.formats.xml_paragraphs import holds_text
from newsgrep.text.lazy_regex import regex
from newsgrep.text.letters import letters

_BLOCKS = frozenset(
    """abstract trans-abstract title subtitle trans-title trans-subtitle sec p list list-item
    def-list def-item table-wrap table-wrap-foot table tgroup thead tbody tfoot tr row caption fig
    fig-group boxed-text disp-quote verse-group verse-line attrib speech statement preformat code fn
    fn-group ack app app-group ref-list ref glossary notes bio sig-block sig
    supplementary-material media array permissions copyright-statement license license-p aff
    author-notes corresp product funding-statement award-group question question-wrap answer
    answer-set explanation address floats-group floats-wrap long-desc alt-text back body custom-meta
    term-head def-head""".split()
)
"""What ends a paragraph."""
_LABELS = frozenset(("label", "term", "speaker"))
"""What stands on one line with what is behind it."""
_INLINE = frozenset(
    """italic bold sub sup sc monospace overline underline roman sans-serif serif strike rb ruby
    styled-content xref ext-link uri email named-content abbrev inline-formula private-char
    inline-graphic target fixed-case math mstyle mrow mi mo mn ms mtext msub msup msubsup mfrac
    msqrt mroot mfenced mover munder munderover mpadded mphantom menclose mmultiscripts semantics
    tex-math fn""".split()
)
"""What stands within a word; two words that are in elements of any other name are parted."""
_CELLS = frozenset(("td", "th", "entry"))
_ROWS = frozenset(("tr", "row"))
_DISPLAYED = frozenset(("disp-formula", "disp-formula-group", "chem-struct-wrap", "chem-struct"))
_RUNNING = frozenset(("p", "title", "td", "th", "entry", "article-title", "term"))
"""What holds a text that goes on behind a footnote or a formula."""
_REFERRING = frozenset(("bibr", "fn", "table-fn"))
_CITATIONS = frozenset(("mixed-citation", "element-citation", "citation", "nlm-citation"))
_GROUPS = frozenset(("person-group", "collab-alternatives", "name-alternatives"))
_LEFT_OUT = frozenset(
    """object-id annotation annotation-xml copyright-year copyright-holder sub-article
    response""".split()
)
"""Addresses of figures, formulas and rights once more, and what is an article of its own."""
_CELL_END, _JOINT = "\x1f", "\x1e"
_EMPTY_CELLS = regex(rf"\s*{_CELL_END}[\s{_CELL_END}]*")
_GLUED = regex(rf"(?<=[\w.)]){_JOINT}+(?=\w)")
"""Where two words would be put together: an author's names, a word and the number of a note."""
_FEWEST_WORDS = 4
"""Words of what is said of a picture for those who do not see it; of fewer it says nothing."""


def text_blocks(root: Any, without: frozenset[Any] = frozenset()) -> list[str]:
    """The paragraphs in an element, a row of a table and a reference one each.

    Footnotes that stand amid a text are below it. ``without`` are elements that are left out.
    """
    amid = [note for note in root.iter() if _is_amid_text(note, root)]
    found = _blocks(root, without)
    for note in amid:
        found += _blocks(note)
    return found


def line_of(element: Any) -> str:
    """The text of an element on one line, without its footnotes; empty for None."""
    return "" if element is None else " ".join(_blocks(element))


def reference_lists(part: Any) -> list[Any]:
    """The outermost lists of references in a part of an article."""
    lists = [each for each in part.iter() if local(each) == "ref-list"]
    found = set(lists)
    return [each for each in lists if found.isdisjoint(each.iterancestors())]


def _is_amid_text(note: Any, root: Any) -> bool:
    """Whether an element is a footnote in a sentence of ``root``."""
    if local(note) != "fn" or note is root:
        return False
    for above in note.iterancestors():
        if local(above) in _RUNNING:
            return True
        if above is root or local(above) in ("fn-group", "table-wrap-foot"):
            return False
    return False


def _blocks(root: Any, without: frozenset[Any] = frozenset()) -> list[str]:
    """The paragraphs in an element without the footnotes amid them."""
    from lxml.etree import iterwalk

    found: list[str] = []
    pieces: list[str] = []
    skipped = cell = None
    is_label = False

    def end_block() -> None:
        line = _EMPTY_CELLS.sub(" | ", "".join(pieces)).strip(" |")
        line = " ".join(_GLUED.sub(" ", line).replace(_JOINT, "").split())
        if line:
            found.append(line)
        pieces.clear()

    for event, element in iterwalk(root, events=("start", "end")):
        name = local(element)
        if skipped is not None and (event == "start" or element is not skipped):
            continue
        if skipped is None and event == "start":
            is_block = cell is None and _is_block(element, name, root)
            if is_block and not is_label:
                end_block()
            elif not is_block:
                pieces.append(_parting(element, name))
            if element is not root and _is_left_out(element, name, root, without):
                skipped = element
                continue
            if name == "ref" or (name in _CITATIONS and not _is_written(element)):
                pieces.append(_reference(element))
                skipped = element
                continue
            cell = element if cell is None and name in _CELLS else cell
            own = _formula(element.text or "") if name == "tex-math" else element.text or ""
            is_label = is_label and not own.strip()
            pieces.append(own)
            continue
        skipped = None
        if cell is element:
            cell = None
            pieces.append(_CELL_END)
        elif name in _LABELS and cell is None:
            # It stands on one line with what is behind it.
            is_label = True
            pieces.append(" ")
        elif cell is None and _is_block(element, name, root):
            is_label = is_label and not "".join(element.itertext()).strip()
            if not is_label:
                end_block()
        else:
            pieces.append(_parting(element, name))
        if element is not root:
            is_label = is_label and not (element.tail or "").strip()
            pieces.append(element.tail or "")
    end_block()
    return found


def _is_block(element: Any, name: str, root: Any) -> bool:
    """Whether an element ends a paragraph; a formula or a footnote within one does not."""
    above = element.getparent()
    if name in _DISPLAYED and above is not None:
        return local(above) not in _RUNNING and local(above) not in _DISPLAYED
    return name in _BLOCKS and not _is_amid_text(element, root)


def _is_left_out(element: Any, name: str, root: Any, without: frozenset[Any]) -> bool:
    if name in _LEFT_OUT or not name or element in without or _is_amid_text(element, root):
        return True
    if name == "alt-text":
        return "".join(element.itertext()).strip().count(" ") < _FEWEST_WORDS - 1
    # Of a formula that is written in two ways the one in signs is kept.
    return name == "tex-math" and any(local(each) == "math" for each in element.getparent())


def _parting(element: Any, name: str) -> str:
    """What stands at an element's start and end where it ends no paragraph."""
    if name in _BLOCKS or name == "break":
        return "" if name == "fn" else " "
    is_number = name == "xref" and element.get("ref-type") in _REFERRING
    return "" if name in _INLINE and not is_number else _JOINT


_DOCUMENT = regex(r"\\begin\{document\}(.*?)\\end\{document\}", re.DOTALL)


def _formula(source: str) -> str:
    """A formula in TeX without what only sets it up."""
    whole = _DOCUMENT.search(source)
    return (whole[1] if whole is not None else source).strip().strip("$").strip()


def _is_written(citation: Any) -> bool:
    """Whether a reference is a line with its punctuation, and no list of its parts."""
    return local(citation) != "element-citation" and holds_text(citation)


def _reference(element: Any) -> str:
    """A reference on one line: as it was written, behind it what only its parts say."""
    if local(element) in _CITATIONS:
        return ", ".join(_parts(element))
    label = ""
    lines: list[str] = []
    listed: list[str] = []
    for child in element:
        several = child if local(child) == "citation-alternatives" else [child]
        for each in several:
            if local(each) == "label":
                label = line_of(each)
            elif local(each) in _CITATIONS and not _is_written(each):
                listed += _parts(each)
            elif local(each):
                lines.append(line_of(each))
    known = letters(" ".join(lines))
    # What is written need not be said again by its parts.
    new = [part for part in listed if not lines or letters(part) not in known]
    label = "" if any(line.startswith(label) for line in lines) else label
    return " ".join(filter(None, (label, *lines, ", ".join(new))))


def _parts(citation: Any) -> Iterator[str]:
    """The parts of a reference that is a list of them, names with their given names."""
    for child in citation:
        name = local(child)
        if name in _GROUPS and not holds_text(child):
            yield from _parts(child)
        elif name and name not in _LEFT_OUT and (line := line_of(child)):
            yield line
