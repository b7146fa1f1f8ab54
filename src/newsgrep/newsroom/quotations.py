"""Who said what: the quotations of articles, each with its speaker and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from newsgrep.article import order_of_time
from newsgrep.errors import UsageError
from newsgrep.newsroom.answers import Quotation, QuotationCopy, Wanted
from newsgrep.newsroom.matching import stories, whole
from newsgrep.query.ast import All, Word
from newsgrep.request import Request
from newsgrep.search.analysis.story import compared
from newsgrep.search.highlighter import marked, spans_of
from newsgrep.text.attribution import Attribution, attributed
from newsgrep.text.words import folded_words

if TYPE_CHECKING:
    from newsgrep.article import Article
    from newsgrep.engines.interface import Snapshot
    from newsgrep.engines.matches import Match, Query
    from newsgrep.results import Highlighting

FEWEST_WORDS = 3
"""A quotation of fewer words is left out where only words are in marks: *so-called “reforms”*."""
ALIKE = 0.6
"""The share of its words from which on a near-copy's quotation is another one's, changed."""


def quotations(snapshot: Snapshot, request: Request, wanted: Wanted) -> Iterator[Quotation]:
    """The quotations of the articles that match, in the order of the articles.

    Of near-copies the earliest is read first; where another has a quotation of it as well, that
    stands in :attr:`Quotation.copies`. Raises :class:`QueryError` and :class:`UsageError`.
    """
    if not 0 <= wanted.sure <= 1:
        raise UsageError(f"--sure {wanted.sure:g} is not a share", "a number from 0 to 1")
    said = tuple(folded_words(wanted.said))
    if wanted.said and not said:
        raise UsageError(f"--said {wanted.said!r} has no word in it")
    query = whole(request.but(query=request.query.strip() or "*"))
    highlighting = snapshot.highlighting(query) if wanted.matching else None
    return _read(snapshot, _of_speaker(query, said), _taken(wanted, said), highlighting)


def _of_speaker(query: Query, said: Sequence[str]) -> Query:
    """The same with the words of the speaker's name: no other article can quote them."""
    if not said:
        return query
    return query.of(All((query.tree, *(Word(word, exact=True) for word in said)), explicit=True))


def _taken(wanted: Wanted, said: Sequence[str]) -> Callable[[Quotation], bool]:
    def is_taken(quotation: Quotation) -> bool:
        if quotation.sure < wanted.sure:
            return False
        if said and not {*said} <= {*folded_words(quotation.speaker)}:
            return False
        return wanted.everyone or (
            bool(quotation.speaker) and len(quotation.text.split()) >= FEWEST_WORDS
        )

    return is_taken


def _read(
    snapshot: Snapshot,
    query: Query,
    is_taken: Callable[[Quotation], bool],
    highlighting: Highlighting | None,
) -> Iterator[Quotation]:
    for story in stories(snapshot, query):
        articles = [(snapshot.article(match), match) for match in story]
        articles.sort(key=lambda pair: order_of_time(pair[0]))
        found: list[Quotation] = []
        for article, match in articles:
            of_article = _of_article(snapshot, article, match)
            if highlighting is not None:
                of_article = _marked(article, of_article, highlighting)
            for quotation in filter(is_taken, of_article):
                _fold_in(found, quotation)
        yield from found


def _marked(
    article: Article, quotations: Sequence[Quotation], highlighting: Highlighting
) -> list[Quotation]:
    """Those that hold a word of the question."""
    spans = spans_of(marked(article, highlighting).text)
    return [one for one in quotations if any(a < one.end and one.start < b for a, b in spans)]


def _of_article(snapshot: Snapshot, article: Article, match: Match) -> list[Quotation]:
    """The quotations of an article, those that are interrupted by their speaker as one."""
    found: list[Quotation] = []
    path = snapshot.path(match)
    before: Attribution | None = None
    for one in attributed(article.text, article.people, article.organizations):
        text = _plain(article.text, one)
        if before is not None and _goes_on(article.text, before, one):
            last = found[-1]
            comma = "," if article.text[last.end - 1] == "," else ""
            found[-1] = replace(last, text=f"{last.text}{comma} {text}", end=one.spans[-1][1])
        else:
            found.append(
                Quotation(
                    one.speaker, one.named, round(one.sure, 2), text,
                    article.id, path, article.record, article.title, article.source, article.date,
                    one.spans[0][0], one.spans[-1][1],
                )
            )  # fmt: skip
        before = one
    return found


def _goes_on(text: str, before: Attribution, one: Attribution) -> bool:
    """Whether a sentence is quoted on: ``“It is,” she said, “a farce.”``"""
    between = text[before.spans[-1][1] : one.spans[0][0]]
    return (
        bool(one.speaker)
        and one.speaker == before.speaker
        and before.cue[0] >= before.spans[-1][1]
        and before.cue[1] <= one.spans[0][0]
        and between.rstrip(' “"«„‘').endswith(",")
        and "\n" not in between
    )


def _plain(text: str, one: Attribution) -> str:
    """The words of a quotation without what only its sentence needs: blanks, a last comma."""
    pieces: list[str] = []
    for number, (start, end) in enumerate(one.spans):
        if number:
            gap = text[one.spans[number - 1][1] : start]
            pieces.append("\n\n" if "\n" in gap else " ")
        paragraphs = text[start:end].split("\n")
        pieces.append("\n\n".join(" ".join(line.split()) for line in paragraphs if line.strip()))
    return "".join(pieces).rstrip(",")


def _fold_in(found: list[Quotation], quotation: Quotation) -> None:
    """Add a quotation to those of its story, or to the one of an earlier near-copy that it is."""
    words = [*folded_words(quotation.text)]
    best, place = 0.0, -1
    for at, one in enumerate(found):
        if one.id == quotation.id or any(copy.id == quotation.id for copy in one.copies):
            continue
        alike = _alike([*folded_words(one.text)], words)
        if alike > best:
            best, place = alike, at
    if best < ALIKE:
        found.append(quotation)
        return
    first = found[place]
    changes = () if first.text == quotation.text else compared(first.text, quotation.text)
    copy = QuotationCopy(
        quotation.id, quotation.path, quotation.record, quotation.source, quotation.date,
        quotation.speaker, changes,
    )  # fmt: skip
    found[place] = replace(first, copies=(*first.copies, copy))


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of the words of both that stand in the same order, 0 to 1."""
    if one == other:
        return 1.0
    if not one or not other or min(len(one), len(other)) < ALIKE / 2 * max(len(one), len(other)):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
