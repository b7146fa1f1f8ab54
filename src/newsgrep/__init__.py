"""newsgrep: full-text search for news articles in folders on your own machine.

>>> from newsgrep import Archive
>>> archive = Archive(".newsgrep")
>>> archive.index(["stories"])
>>> archive.search("DEA Mexico").hits[0].title
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsgrep.archive import Archive
    from newsgrep.article import Article, Fact
    from newsgrep.errors import NewsgrepError, QueryError
    from newsgrep.extraction import extract_articles
    from newsgrep.ingest.discovery import Selection
    from newsgrep.ingest.events import Report
    from newsgrep.ingest.reader import Reading
    from newsgrep.ingest.run import Options
    from newsgrep.newsroom.citation import Citation
    from newsgrep.render.citing import cited
    from newsgrep.request import Request
    from newsgrep.results import Hit, Results, Snippet
    from newsgrep.stats import Stats

__version__ = "0.1.0"

_PUBLIC = {
    "Archive": "newsgrep.archive",
    "Stats": "newsgrep.stats",
    "extract_articles": "newsgrep.extraction",
    "Article": "newsgrep.article",
    "Citation": "newsgrep.newsroom.citation",
    "cited": "newsgrep.render.citing",
    "Fact": "newsgrep.article",
    "NewsgrepError": "newsgrep.errors",
    "QueryError": "newsgrep.errors",
    "Options": "newsgrep.ingest.run",
    "Report": "newsgrep.ingest.events",
    "Hit": "newsgrep.results",
    "Reading": "newsgrep.ingest.reader",
    "Results": "newsgrep.results",
    "Snippet": "newsgrep.results",
    "Request": "newsgrep.request",
    "Selection": "newsgrep.ingest.discovery",
}

__all__ = [
    "Archive",
    "Article",
    "Citation",
    "Fact",
    "Hit",
    "NewsgrepError",
    "Options",
    "QueryError",
    "Reading",
    "Report",
    "Request",
    "Results",
    "Selection",
    "Snippet",
    "Stats",
    "__version__",
    "cited",
    "extract_articles",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    # Each name is loaded when it is first used: a search needs no extractor.
    if name in _PUBLIC:
        from importlib import import_module

        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'newsgrep' has no attribute {name!r}")
