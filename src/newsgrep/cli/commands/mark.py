"""``newsgrep mark``: what a reader says of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from newsgrep.cli.asking import NOTHING, Asked, asking
from newsgrep.cli.named import DryRunOption, QueryOption, YesOption, asked_for, confirmed
from newsgrep.cli.options import Color, ColorOption, JsonOption
from newsgrep.errors import (
    EXIT_FOUND,
    EXIT_INTERRUPTED,
    EXIT_NOTHING_FOUND,
    ArticleNotFound,
    UsageError,
)
from newsgrep.fields import VERDICTS

if TYPE_CHECKING:
    from newsgrep.archive import Archive

EPILOG = """\b
Examples:
  newsgrep mark 4f2a seen
  newsgrep mark 4f2a 9c01 key --note "who signed the contract?"
  newsgrep mark 4f2a "chapter 3"                 a tag of your own
  newsgrep mark 4f2a --note "call her"
  newsgrep mark --query 'title:horoscope' irrelevant
  newsgrep search cartel --unseen; newsgrep search 'is:key OR mark:"chapter 3"'
\b
Marks are kept beside the index, by the articles' content: they stay when files move, when
the index is made anew, and when it is lost. newsgrep unmark takes them off, newsgrep marks
counts, exports and imports them.
\b
Exit code: 0 done, 1 no article is so, 2 error, 75 another process is writing marks.
"""

WordsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ID… MARK", help="Ids or paths, and a mark: seen, key, irrelevant, or any tag."
    ),
]


@asking(WordsArgument)
def mark(
    note: Annotated[
        list[str] | None, typer.Option("--note", metavar="TEXT", help="A note (repeatable).")
    ] = None,
    tag: Annotated[
        list[str] | None,
        typer.Option("--tag", metavar="TAG", help="A further mark, or one beside a note."),
    ] = None,
    by_query: QueryOption = "",
    who: Annotated[
        str, typer.Option("--who", metavar="NAME", help="Who says so. Default: $NEWSGREP_USER.")
    ] = "",
    yes: YesOption = False,
    dry_run: DryRunOption = False,
    asked: Asked = NOTHING,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Mark articles as seen, key or irrelevant, tag them, or make a note of them."""
    from newsgrep.cli.opening import opened
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment
    from newsgrep.newsroom.results import Marking

    here = environment(color.value, asked.index)
    with opened(here, asked.indexes) as archive:
        named, marks = _parted(archive, asked.query or [], by_query, noted=bool(note or tag))
        marks += tag or []
        if not marks and not note:
            raise UsageError("no mark given", f"{', '.join(VERDICTS)}, a tag, or --note TEXT")
        articles = asked_for(asked, named, by_query)
        told = ", ".join(marks) or "with a note"
        if not dry_run and not confirmed(
            archive, articles, lambda many: f"mark {many} {told}", here, yes=yes
        ):
            raise typer.Exit(EXIT_INTERRUPTED)
        done = archive.newsroom.mark(articles, *marks, notes=note or (), who=who, dry_run=dry_run)
    print_answer(here, Marking, "json" if json else "text", done)
    raise typer.Exit(EXIT_FOUND if done.articles else EXIT_NOTHING_FOUND)


def _parted(
    archive: Archive, words: list[str], query: str, *, noted: bool
) -> tuple[list[str], list[str]]:
    """The articles and the mark of the words that were typed.

    The last is the mark, but beside a note or ``--tag``, where it may be an article. One that
    names an article is no mark: its name was forgotten. Raises :class:`UsageError`.
    """
    if query:
        return words[1:], words[:1]
    if not words:
        return [], []
    last = words[-1]
    if last.lower() in VERDICTS or last in archive.newsroom.marks.counts():
        return words[:-1], [last]
    is_article = _is_article(archive, last)
    if noted:
        if not is_article:
            raise ArticleNotFound(last, hint=f"to use it as a tag: --tag {last}")
        return words, []
    if is_article:
        raise UsageError(
            f"no mark given: {last} is an article",
            f"add {', '.join(VERDICTS)} or a tag (to use it as a tag: --tag {last})",
        )
    return words[:-1], [last]


def _is_article(archive: Archive, word: str) -> bool:
    from newsgrep.errors import ArticleAmbiguous, ArticleUnanswered

    try:
        archive.match(word)
    except (ArticleNotFound, ArticleUnanswered):
        return False
    except ArticleAmbiguous:
        return True
    return True
