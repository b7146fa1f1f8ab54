"""``newsgrep search``: ranked answers, for people and for pipes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from newsgrep.cli.completion import formats, orders
from newsgrep.cli.options import (
    AuthorOption,
    Color,
    ColorOption,
    IndexesOption,
    JsonOption,
    LangOption,
    NoExpandOption,
    PathOption,
    QueryArgument,
    SinceOption,
    SourceOption,
    SyntaxOption,
    UntilOption,
)
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND, UsageError

if TYPE_CHECKING:
    from newsgrep.archive import Archive
    from newsgrep.cli.streams import Environment
    from newsgrep.request import Request
    from newsgrep.results import Results

FORMATS = ("text", "json", "jsonl", "csv", "tsv", "paths", "trec")
_BARE = ("paths", "count", "quiet")
"""Forms that tell no articles."""


class Copies(StrEnum):
    collapse = "collapse"
    show = "show"
    only = "only"


class Rank(StrEnum):
    bm25 = "bm25"
    recency = "recency"
    prominence = "prominence"


class Context(StrEnum):
    sentence = "sentence"
    paragraph = "paragraph"


EPILOG = """\b
Examples:
  newsgrep search DEA Mexico              all the words first, then some of them
  newsgrep search '"border patrol"'       the words side by side
  newsgrep search 'guzman -tunnel'        without a word
  newsgrep search 'title:(wall OR border)' --since 2017 --sort -date
  newsgrep search author:matalon --json | jq -r '.hits[].title'
  newsgrep search cartel -l0 | xargs -0 wc -w
  newsgrep search cartel --format '{date} {source} {title}\\t{path}'

\b
The query: words, "phrases", word*, AND, OR, NOT, -word, (groups), field:value,
"near words"~5, wall w/5 border, w/s (one sentence), atleast/3 wall, guzman~1, /regex/.
Fields: title lead body quote said author source place section tag person org
location url lang date path words is has no. Dates: 2017-02, 2016..2017, >2017-02-01,
"last week". US in capitals is the acronym, us is either. More: newsgrep help query

\b
Exit code: 0 found (at least one article is given, also one with some of the words, or
would be without -q), 1 nothing found (also a page past the last one), 2 error (also a
query not understood). -c, -l and -0 are of articles with all the words.
"""


def search(
    words: QueryArgument = None,
    index: IndexesOption = None,
    all_words: Annotated[
        bool, typer.Option("--all", help="Only articles with all the words.")
    ] = False,
    any_words: Annotated[
        bool,
        typer.Option(
            "--any",
            help="Articles with any of the words, in one order; else those with all come first.",
        ),
    ] = False,
    since: SinceOption = "",
    until: UntilOption = "",
    author: AuthorOption = "",
    source: SourceOption = "",
    lang: LangOption = "",
    path: PathOption = "",
    syntax: SyntaxOption = "newsgrep",
    no_expand: NoExpandOption = False,
    copies: Annotated[
        Copies | None,
        typer.Option("--copies", help="Of near-copies: one (unless with -l), all, or only such."),
    ] = None,
    sort: Annotated[
        str,
        typer.Option(
            metavar="ORDER",
            help="relevance, date, words, title, source, path; -date turns it round.",
            autocompletion=orders,
        ),
    ] = "relevance",
    rank: Annotated[
        Rank, typer.Option("--rank", help="What relevance is: words; newer; headline and lead.")
    ] = Rank.bm25,
    limit: Annotated[
        int, typer.Option("-n", "--limit", min=0, help="Hits to print; 0 for all.")
    ] = 10,
    page: Annotated[int, typer.Option(min=1, help="Which page of --limit hits.")] = 1,
    offset: Annotated[int, typer.Option(min=0, help="Hits to leave out first.")] = 0,
    snippets: Annotated[int, typer.Option("--snippets", min=0, help="Passages a hit.")] = 3,
    no_snippets: Annotated[bool, typer.Option("--no-snippets", help="No passages.")] = False,
    context: Annotated[
        Context, typer.Option("--context", help="What a passage is.")
    ] = Context.sentence,
    explain: Annotated[
        bool, typer.Option("--explain", help="What gave each hit its score.")
    ] = False,
    format: Annotated[
        str,
        typer.Option(
            metavar="FORMAT",
            help="text, json, jsonl, csv, tsv, paths, trec, or a template.",
            autocompletion=formats,
        ),
    ] = "text",
    json: JsonOption = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print JSON, a hit a line.")] = False,
    paths: Annotated[bool, typer.Option("-l", "--paths", help="Print only the files.")] = False,
    null: Annotated[
        bool, typer.Option("-0", "--null", help="End files with NUL (implies -l).")
    ] = False,
    count: Annotated[
        bool, typer.Option("-c", "--count", help="Print only how many articles match.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="Print nothing; the exit code tells.")
    ] = False,
    color: ColorOption = Color.auto,
) -> None:
    """Find articles; the best come first."""
    from newsgrep.archive import Archive
    from newsgrep.cli.streams import environment
    from newsgrep.request import Request, check

    if all_words and any_words:
        raise UsageError("--all and --any exclude each other")
    form = _form(format, json=json, jsonl=jsonl, paths=paths or null, count=count, quiet=quiet)
    if page > 1 and offset:
        raise UsageError("--page and --offset exclude each other")
    if page > 1 and not limit:
        raise UsageError("--page needs a --limit")
    if copies is None:
        # A list of files is one of every file.
        copies = Copies.show if form == "paths" else Copies.collapse
    everything = limit == 0 or (form == "paths" and limit == 10 and page == 1 and not offset)
    passages = form in ("text", "json", "jsonl", "csv", "tsv") or "{snip" in form
    request = Request(
        query=" ".join(words or ()),
        mode="all" if all_words else "any" if any_words else "default",
        since=since, until=until, author=author, source=source, language=lang, path=path,
        syntax=syntax, expand=not no_expand, copies=copies.value, rank=rank.value, sort=sort,
        limit=None if everything else limit,
        offset=offset or (page - 1) * limit,
        snippets=snippets if passages and not no_snippets else 0,
        context=context.value, explain=explain,
    )  # fmt: skip
    check(request)
    with Archive(index) as archive:
        found = _answer(archive, request, form, environment(color.value), page, null=null)
    raise typer.Exit(EXIT_FOUND if found else EXIT_NOTHING_FOUND)


def _form(format: str, *, json: bool, jsonl: bool, paths: bool, count: bool, quiet: bool) -> str:
    """The one form of output that was asked for. Raises :class:`UsageError` where it is two."""
    asked = [
        name
        for name, wanted in (
            ("json", json), ("jsonl", jsonl), ("paths", paths), ("count", count), ("quiet", quiet),
        )
        if wanted
    ]  # fmt: skip
    if format != "text" and format not in asked:
        asked.append(format)
    if len(asked) > 1:
        raise UsageError(f"one form of output at a time, not {' and '.join(asked)}")
    form = asked[0] if asked else "text"
    if form not in (*FORMATS, "count", "quiet") and "{" not in form:
        from newsgrep.text.nearest import did_you_mean

        hint = did_you_mean(form, FORMATS)
        raise UsageError(
            f"unknown --format {form}",
            f"{hint}({', '.join(FORMATS)}, or a template like '{{date}} {{title}}')",
        )
    return form


def _answer(
    archive: Archive, request: Request, form: str, here: Environment, page: int, *, null: bool
) -> bool:
    """Print the answer; whether at least one article was given."""
    if form in _BARE:
        return _answer_bare(archive, request, form, here, page, null=null)
    made = None
    if form != "text":
        from newsgrep.render.forms import renderer

        made = renderer(form)
    results = archive.search(request)
    if made is not None:
        here.write(made(results))
    else:
        _print_text(results, here)
    past = not results.hits and _say_past_the_end(archive, request, here, page)
    if form == "text" and not past:
        from newsgrep.render.lines import summary

        here.say(summary(results, partial_shown=True))
    if form != "json":
        _coach(results, here)
    return bool(results.hits)


def _answer_bare(
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
    from newsgrep.render.prose import counted

    whole = request.but(offset=0, limit=None, snippets=0)
    every = len(archive.search(whole).hits)
    if not every:
        return False
    where = f"--offset {request.offset:,} is past the last article"
    if page > 1:
        last = -(-every // (request.limit or every))
        where = f"page {page:,} is past the last page, {last:,}"
    here.say(f"newsgrep: {where}; {counted(every, 'article')}")
    return True


def _coach(results: Results, here: Environment) -> None:
    """What was searched otherwise than typed, and what to try where nothing was found."""
    from newsgrep.render.lines import suggestion_lines

    here.say_notes(results.notes)
    for line in suggestion_lines(results.suggestions):
        here.say_wrapped(f"  {line}")


def _print_text(results: Results, here: Environment) -> None:
    from newsgrep.render.lines import Line, Piece, hit_lines

    colored = here.colored(here.out)
    if here.interactive or colored:
        from newsgrep.cli.streams import file_link
        from newsgrep.render.terminal import console_on, print_lines

        console = console_on(here.out, color=colored, width=here.columns)
        for hit in results.hits:
            link = file_link(hit.path) if here.linked else ""
            print_lines(console, hit_lines(hit, link))
            print_lines(console, [Line((Piece(""),))])
    else:
        for hit in results.hits:
            here.write(f"{line.plain()}\n" for line in hit_lines(hit))
            here.write("\n")
