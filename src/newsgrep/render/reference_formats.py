"""Citations for reference managers and Wikipedia: CSL-JSON, RIS, BibTeX, ``{{cite news}}``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from newsgrep.newsroom.citation import Citation, csl_item
from newsgrep.newsroom.person import Name

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_BIBTEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}", "$": r"\$", "&": r"\&", "#": r"\#",
    "_": r"\_", "%": r"\%", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_WIKI = {"|": "{{!}}", "[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;", "<": "&lt;",
         ">": "&gt;"}  # fmt: skip


def csl_json(citations: Iterable[Citation]) -> Iterator[str]:
    """An array of items, as Zotero, Pandoc and others read it."""
    items = [json.dumps(csl_item(one), ensure_ascii=False, indent=2) for one in citations]
    text = "[\n" + ",\n".join(items) + "\n]\n" if items else "[]\n"
    yield text.encode("utf-8", "replace").decode()


def ris(citations: Iterable[Citation]) -> Iterator[str]:
    """Records of the type NEWS, with the line ends that the format asks for."""
    for one in citations:
        tags = [
            ("TY", "NEWS"),
            ("ID", one.id),
            *(("AU", _ris_name(name)) for name in one.names),
            ("TI", one.title),
            ("T2", one.source),
            ("PY", f"{one.date[0]:04d}" if one.date else ""),
            ("DA", _ris_date(one.date)),
            ("SE", one.section),
            ("LA", one.language),
            ("UR", one.url),
        ]
        lines = [f"{tag}  - {value}\r\n" for tag, value in tags if value]
        yield "".join([*lines, "ER  - \r\n"])


def _ris_name(name: Name) -> str:
    """Family name, comma, the rest: some readers would drop a suffix behind another comma."""
    if name.literal:
        # A comma would make two names of it.
        return name.literal.replace(",", "")
    return ", ".join(filter(None, (name.last, " ".join(filter(None, (name.first, name.suffix))))))


def _ris_date(date: tuple[int, ...]) -> str:
    """``YYYY/MM/DD/``, with nothing between the strokes where it is not known."""
    if not date:
        return ""
    parts = [f"{date[0]:04d}", *(f"{part:02d}" for part in date[1:])]
    return "/".join([*parts, "", "", ""][:4])


def bibtex(citations: Iterable[Citation]) -> Iterator[str]:
    """Entries of the type ``@article``, in UTF-8."""
    taken: set[str] = set()
    for one in citations:
        key = _key(one)
        if key in taken:
            key = one.id
        taken.add(key)
        date = [*one.date, 0, 0, 0]
        fields = [
            ("author", " and ".join(map(_bibtex_name, one.names))),
            ("title", _with_capitals_kept(one.title)),
            ("journal", _bibtex(one.source)),
            ("year", str(date[0] or "")),
            ("month", _MONTHS[date[1] - 1][:3].lower() if date[1] else ""),
            ("day", str(date[2] or "")),
            ("chapter", _bibtex(one.section)),
            ("url", one.url),
            ("language", one.language),
        ]
        lines = [
            # A month is one of BibTeX's own words.
            f"  {name} = {value}" if name == "month" else f"  {name} = {{{value}}}"
            for name, value in fields
            if value
        ]
        yield "@article{" + ",\n".join([key, *lines]) + "\n}\n"


def _key(one: Citation) -> str:
    """A key to cite by, the same as long as the article's id is."""
    name = (one.names[0].family or one.names[0].literal) if one.names else one.source
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    word = re.sub(r"[^a-z]", "", plain)[:20]
    year = str(one.date[0]) if one.date else ""
    return "-".join(filter(None, (word + year, one.id[:8])))


def _bibtex(text: str) -> str:
    return "".join(_BIBTEX.get(letter, letter) for letter in text)


def _with_capitals_kept(title: str) -> str:
    """A title in which styles that make titles small keep names and acronyms as they are."""
    words = title.split(" ")
    if len(words) > 2 and sum(word[:1].isupper() for word in words) * 2 > len(words):
        return f"{{{_bibtex(title)}}}"  # a headline with capitals throughout, kept whole
    kept = []
    for number, word in enumerate(words):
        capitals = sum(letter.isupper() for letter in word)
        shown = _bibtex(word)
        kept.append(f"{{{shown}}}" if capitals > 1 or (capitals and number) else shown)
    return " ".join(kept)


def _bibtex_name(name: Name) -> str:
    if name.literal:
        return f"{{{_bibtex(name.literal)}}}"
    parts = (_bibtex(name.last), _bibtex(name.suffix), _bibtex(name.first))
    # A name with the word "and" in it would be two.
    return ", ".join(f"{{{part}}}" if " and " in part else part for part in parts if part)


def wikipedia(citations: Iterable[Citation]) -> Iterator[str]:
    """``{{cite news}}`` of the English Wikipedia, a line each."""
    for one in citations:
        fields = [
            *_wiki_names(one.names),
            ("title", one.title),
            ("work", one.source),
            ("date", _wiki_date(one.date)),
            ("department", one.section),
            ("url", one.url),
            ("language", one.language if one.language != "en" else ""),
        ]
        told = "".join(f" |{name}={_wiki(value)}" for name, value in fields if value)
        yield f"{{{{cite news{told}}}}}\n"


def _wiki_names(names: tuple[Name, ...]) -> Iterator[tuple[str, str]]:
    for number, name in enumerate(names, start=1):
        count = str(number) if len(names) > 1 else ""
        if name.literal:
            yield f"author{count}", name.literal
        else:
            yield f"last{count}", name.last
            yield f"first{count}", " ".join(filter(None, (name.first, name.suffix)))


def _wiki_date(date: tuple[int, ...]) -> str:
    """``20 February 2017``, ``February 2017`` or ``2017``."""
    if not date:
        return ""
    shown = [str(date[0])]
    if date[1:]:
        shown.insert(0, _MONTHS[date[1] - 1])
    if date[2:]:
        shown.insert(0, str(date[2]))
    return " ".join(shown)


def _wiki(text: str) -> str:
    """Text in which nothing is taken for wiki markup."""
    text = "".join(_WIKI.get(letter, letter) for letter in text)
    return text.replace("''", "&#39;&#39;")
