"""The answer to a search in the form that was asked for, and what is said beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsgrep.cli.forms_of_hits import BARE, CITATIONS, TABLES, columns_of
from newsgrep.errors import UsageError

if TYPE_CHECKING:
    from newsgrep.archive import Archive
    from newsgrep.cli.streams import Environment
    from newsgrep.request import Request
    from newsgrep.results import Results


def answer(
    archive: Archive,
    request: Request,
    form: str,
    here: Environment,
    page: int,
    *,
    null: bool,
    columns: Sequence[str] = (),
) -> bool:
    """Print the answer; whether at least one article was given."""
    if form in BARE:
        return _bare(archive, request, form, here, page, null=null)
    if form in CITATIONS:
        return _cited(archive, request, form, here, page)
    from newsgrep.cli.printing import print_data, print_styled
    from newsgrep.render.forms import renderer, styled, summary
    from newsgrep.results import Results

    # A template with a name that there is not is said before anything is looked for.
    write = renderer(Results, form) if form != "text" else None
    results = archive.search(request)
    if write is not None:
        pieces = write(results, columns_of(columns)) if form in TABLES else write(results)
        print_data(here, Results, form, pieces)
    else:
        print_styled(here, styled(Results)(results, here.link))
    past = not results.hits and _say_past_the_end(archive, request, here, page)
    if form == "text" and not past:
        for sentence in summary(Results)(results):
            here.say_wrapped(sentence)
    if form != "json":
        _coach(results, here)
    return bool(results.hits)


def _cited(archive: Archive, request: Request, form: str, here: Environment, page: int) -> bool:
    """Print the articles as citations; whether there is any."""
    from newsgrep.cli.printing import print_citations
    from newsgrep.newsroom.citation import citation_of

    results = archive.search(request)
    print_citations(here, [citation_of(hit) for hit in results.hits], form)
    if not results.hits:
        _say_past_the_end(archive, request, here, page)
    _coach(results, here)
    return bool(results.hits)


def _bare(
    archive: Archive, request: Request, form: str, here: Environment, page: int, *, null: bool
) -> bool:
    """Print how many articles there are, or their files, or nothing; whether there is any."""
    if form == "quiet":
        return bool(archive.search(request).hits)
    if form == "count":
        total = archive.count(request)
        here.write([f"{total}\n"])
        here.say_notes(archive.notes(request))
        return total > 0
    found = archive.paths(request)
    here.write_paths(found, end="\0" if null else "\n")
    here.say_notes(archive.notes(request))
    if not found:
        _say_past_the_end(archive, request, here, page)
    return bool(found)


def _say_past_the_end(archive: Archive, request: Request, here: Environment, page: int) -> bool:
    """Say so where nothing is given because the page begins past the last article."""
    if not request.offset:
        return False
    from newsgrep.render.lines import past_the_end

    whole = request.but(offset=0, limit=None, snippets=0)
    every = len(archive.search(whole).hits)
    if not every:
        return False
    here.say(past_the_end(request, page, every))
    return True


def _coach(results: Results, here: Environment) -> None:
    """What was searched otherwise than typed, and what to try where nothing was found."""
    from newsgrep.render.lines import suggestion_lines

    here.say_notes(results.notes)
    for line in suggestion_lines(results.suggestions):
        here.say_wrapped(f"  {line}")


def refuse_existing(file: str) -> None:
    """Raise :class:`UsageError` where a receipt would take the place of something."""
    import os

    if os.path.lexists(file):
        raise UsageError(f"--receipt {file}: there is such a file", "name another")


def write_receipt(archive: Archive, request: Request, file: str, here: Environment) -> None:
    """Write a receipt of the answer, and say so."""
    from newsgrep.cli.streams import write_to
    from newsgrep.newsroom.results import CheckedReceipt
    from newsgrep.render.forms import renderer
    from newsgrep.render.prose import counted
    from newsgrep.text.printable import printable_path

    receipt = archive.newsroom.receipt(request)
    write_to(here, file, renderer(CheckedReceipt, "receipt")(receipt))
    articles = counted(len(receipt["articles"]), "article")
    here.say(f"receipt of {articles} written to {printable_path(file)}")
