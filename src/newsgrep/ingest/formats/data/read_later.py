"""Lists of pages that people saved to read: whose dates are not those of publication.

wallabag, Pocket, Instapaper, Raindrop, Omnivore, Readability, Pinboard, Obsidian's clipper: what
they call ``created_at`` or ``timestamp`` is when a page was saved.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from newsgrep.ingest.formats.data.column_names import bare
from newsgrep.text.lazy_regex import regex

_TELLING = frozenset(
    """isarchived isstarred isfavorite archivedat starredat savedat saveddate datesaved timeadded
    toread readat readingprogress issaved addedat datefavorited datearchived unread""".split()
)
"""Names that only such lists have."""
_USUAL = frozenset(
    """folder selection favorite favorited archive starred highlights dateadded
    readingtime others owner private""".split()
)
"""Names that they have and others may have one of."""
_OF_PUBLICATION = regex(r"publi|issued|^pub")
_ADDRESS = regex(r"https?://[^/\s]+/\S")


def is_saved_page(values: Mapping[str, Any]) -> bool:
    """Whether a record is of a page that was saved, going by its names."""
    if _is_of_list(tuple(values)[:_MOST]):
        return True
    source = values.get("source")
    return "created" in values and isinstance(source, str) and is_page_address(source)


def as_named(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """A record of Pinboard, which calls the headline a description, with the usual names."""
    if "title" in values or not {"href", "description", "extended"} <= values.keys():
        return values
    return {**values, "title": values["description"], "description": values["extended"]}


_MOST = 60


# Every row of a table has the same.
@lru_cache(maxsize=256)
def _is_of_list(names: tuple[str, ...]) -> bool:
    known = {bare(str(name)) for name in names}
    return bool(known & _TELLING) or len(known & _USUAL) > 1


def tells_publication(name: str) -> bool:
    """Whether a column of dates is, by its name, of publication, and not of saving."""
    return _OF_PUBLICATION.search(bare(name)) is not None


def is_page_address(value: str) -> bool:
    """Whether a value is the address of a page, and not that of a whole site."""
    return _ADDRESS.match(value.strip()) is not None and len(value.split()) == 1
