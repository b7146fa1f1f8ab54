"""Names of files that hold no articles."""

from __future__ import annotations

from newsgrep.ingest.formats.documents.picture import PICTURES
from newsgrep.ingest.formats.documents.recognition import current

OTHER_NAMES = frozenset(
    """.py .pyc .js .mjs .ts .css .scss .c .h .cpp .java .go .rs .rb .php .sh .bat .ps1 .sql .log
    .jar .war .ear .apk .ipa .whl .egg .xpi .crx .nupkg .vsix .deb .rpm .msi .class .dex
    .cdx .cdxj .aclj .idx .m3u8 .m3u .mpd .pls .br
    .yml .yaml .toml .ini .cfg .conf .lock .map .svg .png .jpg .jpeg .gif .webp .ico .bmp .tif
    .tiff .mp3 .mp4 .m4a .wav .avi .mov .mkv .webm .woff .woff2 .ttf .otf .eot .exe .dll .so
    .o .bin .iso .dmg .db .bib .tex
    .md5 .sha1 .sha256 .sha512 .sfv .ann .conll .conllu .iob .iob2 .spans .tokens .coref
    .objects""".split()
)
"""Endings of names that hold none, passed over unless asked for by name or ``--include``."""


def is_other_name(name: str) -> bool:
    """Whether a name is that of a file that holds no articles (pictures, code, …)."""
    lowered = name.lower()
    dot = lowered.rfind(".")
    ending = lowered[dot:] if dot >= 0 else ""
    return ending in OTHER_NAMES and not (ending in PICTURES and current() is not None)
