"""The pages of an article: to read it, and to compare it with its near-copies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from newsgrep.article import content_hash, order_of_time
from newsgrep.errors import NewsgrepError
from newsgrep.render.prose import date_for_people
from newsgrep.search.highlighter import marked, spans_of
from newsgrep.serve.answers import Answer
from newsgrep.serve.page.state import State, state_of
from newsgrep.serve.page.templating import page
from newsgrep.serve.page.texts import highlighted
from newsgrep.serve.parameters import Pairs

if TYPE_CHECKING:
    from newsgrep.archive import Archive
    from newsgrep.article import Article
    from newsgrep.engines.matches import Match

MANY = 100
"""Near-copies that are listed."""


def article(archive: Archive, pairs: Pairs, writable: bool = False) -> Answer:
    """One article, to read."""
    state = state_of(pairs, archive.alerts, writable)
    match = archive.match(state.id)
    found = archive.snapshot.article(match)
    marks = _marks(archive, found, state)
    members = [] if state.bare else _copies(archive, match)
    similar = [] if state.bare else archive.similar(found.id, 6)
    return page(
        "article",
        state=state,
        article=found,
        path=archive.shown(match),
        title=spans_of(marks.title),
        deck=spans_of(marks.deck),
        paragraphs=_paragraphs(found.text, spans_of(marks.text)),
        facts=_facts(found),
        named=_named(found),
        members=members,
        similar=[one for one in similar if not one.copy][:5],
        neighbours={} if state.bare else _neighbours(archive, state),
        hidden=state.but(id="").hidden(),
        kept=archive.newsroom.marks.of(content_hash(found)),
    )


def _copies(archive: Archive, match: Match) -> list[Article]:
    """An article and its near-copies, the earliest first; none where it has none."""
    rows = archive.snapshot.near_duplicates(match)
    articles = [archive.snapshot.article(row) for row in rows[:MANY]]
    return sorted(articles, key=order_of_time) if len(rows) > 1 else []


def _marks(archive: Archive, article: Article, state: State) -> Any:
    from newsgrep.results import Highlighting

    asked = state.request()
    wanted = archive.highlighting(asked) if state.q.strip() else Highlighting()
    return marked(article, wanted)


def _paragraphs(text: str, spans: tuple[tuple[int, int], ...]) -> list[Any]:
    """The paragraphs of a text, with what was found in each."""
    made = []
    start = 0
    for paragraph in text.split("\n\n"):
        end = start + len(paragraph)
        here = [
            (max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start
        ]
        made.append(highlighted(paragraph, here))
        start = end + 2
    return made


_FACTS = {
    "date": "Published", "modified": "Changed", "source": "Source", "authors": "Authors",
    "place": "Filed from", "section": "Section", "language": "Language", "tags": "Tags",
    "correction": "Correction", "update": "Update", "part": "Part of the file",
}  # fmt: skip
_NAMES = {
    "people": ("person", "People"), "organizations": ("org", "Organizations"),
    "places": ("location", "Locations"), "speakers": ("said", "Quoted"), "tags": ("tag", "Tags"),
}  # fmt: skip


def _facts(article: Article) -> list[tuple[str, str, str, str]]:
    """What is known of an article: label, value, where that is from, and how sure it is."""
    rows = []
    for name, label in _FACTS.items():
        value = getattr(article, name)
        if not value or name == "tags":
            continue
        text = "; ".join(value) if isinstance(value, tuple) else str(value)
        if name in ("date", "modified"):
            text = date_for_people(text)
        fact = article.facts.get(name)
        origin, sure = (fact.origin, f"{fact.confidence:.0%}") if fact else ("", "")
        rows.append((label, text, origin, sure))
    return rows


def _named(article: Article) -> list[tuple[str, list[tuple[str, str]]]]:
    """Who and what an article names, each with the address of all that do."""
    blank = state_of([])
    found = []
    for attribute, (field, label) in _NAMES.items():
        values = getattr(article, attribute)
        if values:
            found.append((label, [(value, blank.with_value(field, value)) for value in values]))
    return found


def _neighbours(archive: Archive, state: State) -> Mapping[str, str]:
    """The addresses of the hits before and after an article, where it is one of some."""
    if not state.at or not state.asks:
        return {}
    first = max(state.at - 1, 1)
    asked = state.request(offset=first - 1, limit=3, snippets=0)
    try:
        hits = archive.search(asked).hits
    except NewsgrepError:
        return {}
    beside = {hit.rank: state.article(hit.id, hit.rank) for hit in hits}
    found = {"before": beside.get(state.at - 1, ""), "after": beside.get(state.at + 1, "")}
    back = state.address(page=(state.at - 1) // state.size + 1, at=0)
    return {**found, "back": back}


def story(archive: Archive, pairs: Pairs, writable: bool = False) -> Answer:
    """An article's near-copies, in order of time, with what each changed."""
    state = state_of(pairs, archive.alerts, writable)
    members = archive.story(state.id)
    return page("story", state=state, members=members, hidden=[])
