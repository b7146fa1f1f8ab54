"""Kinds of files that are known and not read: documents, of which that is said, and others."""

from __future__ import annotations

import re
from zipfile import ZipFile

from newsgrep.errors import NotArticles, UnreadableFile
from newsgrep.text.lazy_regex import regex

_DOCUMENTS = (
    (b"\xd0\xcf\x11\xe0", "an old Office document or an Outlook message"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "a database"),
)
_DOCUMENT_NAMES = (".doc", ".xls", ".ppt", ".msg", ".7z", ".rar", ".zst", ".sqlite")
_CHECKSUMS = regex(
    rb"(?:(?:[A-Fa-f0-9]{32,128}[ \t]+[ *]?\S[^\r\n]{0,300}"
    rb"|[A-Za-z0-9-]{2,10} ?\([^()\r\n]{1,300}\) ?= ?[A-Fa-f0-9]{32,128})[ \t]*(?:\r?\n|$)){2}"
)
_BIBTEX = regex(
    rb"(?:[ \t]*(?:%[^\r\n]{0,300})?\r?\n)*@[A-Za-z]{3,20}[ \t]*\{[^\s,{}=]{1,200},[ \t]*\r?\n"
    rb"\s*[A-Za-z-]{2,30}[ \t]*=[ \t]*[{\"\d]"
)
_BRAT = regex(rb"(?:[TRAEN#*]\d*\t[A-Za-z][\w-]{0,40} [\w;: -]{1,80}(?:\t[^\r\n]{0,400})?\r?\n){2}")
_OTHERS = (
    (re.compile(rb"\x7fELF|MZ\x90"), "a program"),
    (re.compile(rb"#EXTM3U"), "a playlist"),
    (
        re.compile(rb" CDX [A-Za-z ]+[\r\n]|!meta 0 \{|(?:[\w-]+,)*[\w-]+\)/\S* (?:\d{14}|-) "),
        "an index of a web archive",
    ),
    (_CHECKSUMS, "a list of checksums"),
    (_BIBTEX, "BibTeX, of references without texts"),
    (_BRAT, "annotations in the form of BRAT, whose text is in another file"),
)
_TAG = re.compile(rb"O(?:(?<=\tO)[\t\r\n]|(?<= O)[\r\n])")
_CONLL = regex(
    rb"(?:TOKEN\t[^\r\n]{0,300}\r?\n|\s*-DOCSTART-[^\r\n]{0,100}\r?\n\s*\n)?"
    rb"(?:(?:#[^\r\n]{0,300}\r?\n){0,20}"
    rb"\S{1,60}(?:[ \t]\S{1,40}){0,12}?[ \t](?:O|[BIES]-[A-Za-z][\w.-]{0,30})"
    rb"(?:[ \t]\S{1,40}){0,12}[ \t]*\r?\n){4}"
)
"""A word a line, with what it is part of: ``O``, ``B-LOC``."""
_IN_ZIP = {
    "xl/workbook.xml": "a spreadsheet, which is not read; save it as CSV",
    "xl/workbook.bin": "a spreadsheet, which is not read; save it as CSV",
    "ppt/presentation.xml": "a presentation, which is not read; save it as PDF",
}
_NAMES_OF_ZIP = {
    ".ods": "a spreadsheet, which is not read; save it as CSV",
    ".odp": "a presentation, which is not read; save it as PDF",
}
_PROGRAM = "META-INF/MANIFEST.MF"
"""The member by which an archive is a program in Java."""


def refuse_unread(head: bytes, name: str) -> None:
    """Raise :class:`UnreadableFile` for a file that begins like a document that is not read.

    :class:`NotArticles` for one of another kind, which need not be told of.
    """
    for magic, kind in _DOCUMENTS:
        if head.startswith(magic) and not name.endswith(".db"):  # Windows' thumbnails
            raise UnreadableFile(f"{kind}, which this version does not read")
    for pattern, kind in _OTHERS:
        if pattern.match(head) is not None:
            raise NotArticles(f"{kind}, which this version does not read")
    opening = head[:600]
    if _TAG.search(opening) is not None and _CONLL.match(head) is not None:
        raise NotArticles("annotated words (CoNLL), a line each, which this version does not read")


def unknown_kind(name: str, *, binary: bool, article_names: tuple[str, ...]) -> UnreadableFile:
    """The error for a file of no known format: told where its name promises a document."""
    promised = name.endswith((*_DOCUMENT_NAMES, *article_names))
    reason = "not text" if binary else "of no known format"
    if promised:
        return UnreadableFile(f"{reason}, whatever its name says")
    return NotArticles(reason)


def refuse_zip(archive: ZipFile, name: str) -> None:
    """Raise for a zip that is a document or a program and no archive of files."""
    for member, reason in _IN_ZIP.items():
        if member in archive.NameToInfo:
            raise UnreadableFile(reason)
    for ending, reason in _NAMES_OF_ZIP.items():
        if name.endswith(ending):
            raise UnreadableFile(reason)
    if _PROGRAM in archive.NameToInfo:
        raise NotArticles("a program in Java")
