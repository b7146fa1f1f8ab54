"""People whom a record names beside its authors: who speaks, translated it, took its pictures.

They are no authors and no text of the article, but are to be found: a line each below its text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newsgrep.ingest.formats.data.column_names import bare
from newsgrep.ingest.formats.data.column_values import is_empty, strings_in
from newsgrep.text.lazy_regex import regex

_ROLES = frozenset(
    """speaker speakers guest guests host hosts moderator moderators interviewer interviewers
    interviewee interviewees panelist panelists participant participants translator translators
    translatedby transcriber transcribedby transcriptby editedby reviewer reviewedby
    photographer photographers photoby illustrator illustrators narrator producer curator
    traductor traductores traducteur traductrice tradutor traduttore ubersetzer ubersetzerin
    fotograf fotografo fotografos photographe intervenants invitados invites""".split()
)
_LONGEST = 300
_NAMED = regex(r"[^\W\d_]{2}.*\s.*[^\W\d_]|[\u3040-\u9fff\uac00-\ud7af]{2,}|[^\W\d_]{3,}")
"""A name: two words at least, one that is long enough, or some signs of Chinese or Korean."""


def others_named(values: Mapping[str, Any]) -> Iterator[str]:
    """A line for each column of such people, ``Translator: Ann Poe, John Roe``."""
    for name, value in values.items():
        if bare(str(name)) not in _ROLES or is_empty(value):
            continue
        names = [one.strip() for one in strings_in(value) if _NAMED.search(one) is not None]
        line = ", ".join(dict.fromkeys(names))
        if line and len(line) <= _LONGEST:
            label = str(name).replace("_", " ").strip()
            yield f"{label[:1].upper()}{label[1:]}: {line}"
