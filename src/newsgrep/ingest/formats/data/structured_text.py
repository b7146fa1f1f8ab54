"""Texts that are kept as trees of blocks: sections, updates, what editors of pages write.

EditorJS, Portable Text, ProseMirror and TipTap, Slate, Lexical, Quill, Draft.js, Contentful,
Gutenberg, Arc: a block has a text, or blocks and runs of one paragraph within it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from newsgrep.ingest.formats.data.column_names import bare, field_of
from newsgrep.ingest.formats.data.column_values import has_tags, unescaped, without_tags
from newsgrep.text.lazy_regex import regex
from newsgrep.text.letters import letters
from newsgrep.text.words import has_words

_HEADINGS = frozenset("heading headline header title subtitle subheading question q".split())
_TEXTS = frozenset(
    """text content paragraphs paragraph body html bodyhtml bodytext articlebody innerhtml context
    items children blocks data caption captions fullcaption sections updates innerblocks
    contentelements quote answer root rows document value message tweet ops a""".split()
)
"""Keys of a block that hold its text, or blocks within it."""
_PICTURES = frozenset(
    """image picture photo gallery video audio embed inlinephoto listimage media""".split()
)
_CAPTIONS = frozenset("caption captions fullcaption items images content text data".split())
"""What of a picture is text; of its other keys none is."""
_OTHER_KINDS = frozenset(
    """authorinfo advertisement ad promo newsletter interstitiallink style script""".split()
)
_RUNS = frozenset(
    """text extendedtext span mention link hyperlink hardbreak linebreak autolink emoji a strong em
    b i u code small sub sup""".split()
)
"""Kinds of the pieces that a paragraph is made of."""
_DEEPEST = 30
_IN_COLUMNS = frozenset(
    """sections paragraphs parts updates liveupdates liveblogupdate liveblogupdates blocks
    contentelements doc document richtext chunks segments pages bodies faq faqs questions
    portabletext editorstate box boxes infobox factbox sidebar sidebars interview qa""".split()
)
"""Names of columns that hold such texts, where no name for texts does."""


def is_of_sections(name: str, value: Any, members: list[Any]) -> bool:
    """Whether ``members`` are the sections or the updates of what has them under a name.

    Updates have times and addresses; what has them otherwise is an article of its own.
    """
    if not isinstance(value, list) or not value or not members or value[0] is not members[0]:
        return False
    if "update" in bare(name):
        return True
    keys = (str(key) for one in members if isinstance(one, dict) for key in one)
    return bare(name) in _SECTIONS and not {"date", "url", "authors"} & set(map(field_of, keys))


_SECTIONS = frozenset(
    "sections paragraphs parts blocks contentelements faq faqs boxes sidebars interview".split()
)


def in_blocks(name: str, value: Any) -> bool:
    """Whether a column holds a text in blocks, by its name and by what the blocks have."""
    return (
        bare(name) in _IN_COLUMNS
        and isinstance(value, list | dict)
        and any(map(_is_block, value if isinstance(value, list) else [value]))
        and bool(text_of_blocks(value))
    )


def text_of_blocks(value: Any) -> str:
    """The text of a tree of blocks: its paragraphs, headings above what they head."""
    return "\n\n".join(_paragraphs(value, 0))


def _is_block(value: Any) -> bool:
    return isinstance(value, dict) and any(_holds_text(str(key)) for key in value)


def _holds_text(key: str) -> bool:
    return bare(key) in _TEXTS or field_of(key) == "text"


def _is_heading(key: str) -> bool:
    return bare(key) in _HEADINGS or field_of(key) == "title"


def _paragraphs(value: Any, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    match value:
        case str():
            text = _plain(value)
            if has_words(text) and _ADDRESS.match(text) is None:
                yield text
        case list():
            yield from _of_list(value, depth)
        case dict():
            yield from _of_block(value, depth)


def _of_list(members: list[Any], depth: int) -> Iterator[str]:
    """Blocks one after another; runs beside one another are a paragraph, and lists are rows."""
    if members and all(isinstance(m, list) and m and _are_cells(m) for m in members):
        yield from (" | ".join(filter(None, map(_plain, row))) for row in members)
        return
    has_runs = any(map(_is_run, members))
    for are_runs, group in groupby(members, lambda m: _is_run(m) or (has_runs and _is_word(m))):
        if are_runs:
            for line in _joined(map(_of_run, group)).split("\n"):
                yield from _paragraphs(line, depth)
        else:
            for member in group:
                yield from _paragraphs(member, depth + 1)


def _are_cells(row: list[Any]) -> bool:
    return all(isinstance(cell, str) for cell in row)


def _of_block(block: dict[str, Any], depth: int) -> Iterator[str]:
    kind = _kind(block)
    if kind in _OTHER_KINDS:
        return
    if kind in _RUNS and (run := _of_run(block)):
        yield from _paragraphs(run, depth)
        return
    told: list[str] = []
    known: set[str] = set()
    for key, value in block.items():
        name = bare(str(key))
        is_text = name in _CAPTIONS if kind in _PICTURES else _holds_text(str(key))
        if not is_text or (name == "value" and not kind):
            continue
        paragraphs = list(_paragraphs(value, depth + 1))
        whole = letters("".join(paragraphs))
        # An editor keeps a block as markup and as plain text.
        if whole and whole not in known:
            known.add(whole)
            told += paragraphs
    if told or kind.startswith("head"):
        above = (value for key, value in block.items() if _is_heading(str(key)))
        heads = (head for one in above for head in _strings(one))
        yield from (head for head in heads if head not in told)
    yield from told


def _strings(value: Any) -> list[str]:
    strings = value if isinstance(value, list) else [value]
    return [text for one in strings if isinstance(one, str) and has_words(text := _plain(one))]


def _kind(block: dict[str, Any]) -> str:
    names = ("type", "_type", "nodeType", "blockName", "tag", "tagName")
    return next((bare(kind) for n in names if isinstance(kind := block.get(n), str)), "")


def _is_run(value: Any) -> bool:
    """Whether a member of a list is a piece of a paragraph: a span, a leaf of Slate."""
    if not isinstance(value, dict):
        return False
    kind = _kind(value)
    if kind:
        return kind in _RUNS and not isinstance(value.get("content"), str)
    leaf = set(map(str, value)) - _MARKS
    if leaf == {"insert"}:
        return isinstance(value["insert"], str)
    return leaf == {"text"} and isinstance(value["text"], str) and _is_marked(value)


_MARKS = frozenset("bold italic underline code strikethrough marks key _key attributes".split())


def _is_marked(value: dict[str, Any]) -> bool:
    """Whether a leaf has marks or blanks around it, as pieces of a sentence have."""
    text = value["text"]
    return len(value) > 1 or text != text.strip() or not text


def _is_word(value: Any) -> bool:
    return isinstance(value, str)


def _of_run(run: Any) -> str:
    if not isinstance(run, dict):
        return str(run)
    for key in ("text", "value", "insert"):
        if isinstance(run.get(key), str):
            return str(run[key])
    inner = run.get("content", run.get("children"))
    if isinstance(inner, list):
        return _joined(_of_run(one) for one in inner if isinstance(one, dict | str))
    return "\n" if "break" in _kind(run) else ""


def _joined(runs: Iterator[str] | map[str]) -> str:
    """Runs as one paragraph; a sentence is parted from the one before it."""
    whole = ""
    for run in runs:
        parted = whole[-1:] in _ENDS and run[:1].isalpha() and bool(whole)
        whole += f" {run}" if parted else run
    return whole


_ENDS = (".", "!", "?")
_ADDRESS = regex(r"(?:https?:|data:|/)\S*$")


def _plain(text: str) -> str:
    text = without_tags(text) if has_tags(text) else unescaped(text)
    return text.strip()
