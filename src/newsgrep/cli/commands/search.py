"""``newsgrep search``: ranked answers, for people and for pipes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from newsgrep.cli.asking import NOTHING, Asked, asking
from newsgrep.cli.completion import formats, orders
from newsgrep.cli.options import Color, ColorOption, JsonOption
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND, UsageError


class Copies(StrEnum):
    """Of near-copies one, all, or nothing but those."""

    collapse = "collapse"
    show = "show"
    only = "only"


class Rank(StrEnum):
    """What relevance is."""

    bm25 = "bm25"
    recency = "recency"
    prominence = "prominence"


class Context(StrEnum):
    """What a passage is."""

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
  newsgrep search cartel --limit 0 --format ris > cartel.ris

\b
The query: words, "phrases", word*, AND, OR, NOT, -word, (groups), field:value,
"near words"~5, wall w/5 border, w/s (one sentence), atleast/3 wall, guzman~1, /regex/.
Fields: title lead body quote said author source place section tag person org
location url lang date path words is has no mark note. Dates: 2017-02, 2016..2017, >2017-02-01,
"last week". US in capitals is the acronym, us is either. More: newsgrep help query

\b
Exit code: 0 found (at least one article is given, also one with some of the words, or
would be without -q), 1 nothing found (also a page past the last one), 2 error (also a
query not understood). -c, -l and -0 are of articles with all the words.
"""


@asking()
def search(
    asked: Asked = NOTHING,
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
    copies: Annotated[
        Copies | None,
        typer.Option("--copies", help="Of near-copies: one (unless with -l), all, or only such."),
    ] = None,
    sort: Annotated[
        str | None,
        typer.Option(
            metavar="ORDER",
            help="relevance (default), date, words, title, source, path; -date turns it round.",
            autocompletion=orders,
        ),
    ] = None,
    unseen: Annotated[
        bool,
        typer.Option("--unseen", help="Without those marked as seen, key or irrelevant."),
    ] = False,
    rank: Annotated[
        Rank, typer.Option("--rank", help="What relevance is: words; newer; headline and lead.")
    ] = Rank.bm25,
    limit: Annotated[
        int | None,
        typer.Option("-n", "--limit", min=0, help="Hits to print, 10 by default; 0 for all."),
    ] = None,
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
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="text (default), json, jsonl, csv, tsv, paths, trec, apa, chicago, mla, "
            "wikipedia, bibtex, ris, csl-json, or a template.",
            autocompletion=formats,
        ),
    ] = None,
    columns: Annotated[
        str, typer.Option(metavar="NAMES", help="Columns of csv and tsv: date,source,title.")
    ] = "",
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
    receipt: Annotated[
        str,
        typer.Option(metavar="FILE", help="Write what was asked and every article's hash."),
    ] = "",
    color: ColorOption = Color.auto,
) -> None:
    """Find articles; the best come first."""
    from newsgrep.cli.forms_of_hits import TABLES, form_of, has_passages
    from newsgrep.cli.opening import opened
    from newsgrep.cli.search_answer import answer, refuse_existing, write_receipt
    from newsgrep.cli.settings import known
    from newsgrep.cli.streams import environment

    if all_words and any_words:
        raise UsageError("--all and --any exclude each other")
    here = environment(color.value, asked.index)
    chosen = here.settings
    if format is None:
        own = json or jsonl or paths or null or count or quiet
        format = "text" if own else known(chosen, "search.format")
    form = form_of(format, json=json, jsonl=jsonl, paths=paths or null, count=count, quiet=quiet)
    if columns and form not in TABLES:
        raise UsageError("--columns are those of tables", "add --format csv or --format tsv")
    table = [*columns.split(",")] if columns else known(chosen, "output.columns")
    every_file = form == "paths" and limit is None and page == 1 and not offset
    if limit is None:
        limit = chosen.value("search.limit").value
    if page > 1 and offset:
        raise UsageError("--page and --offset exclude each other")
    if page > 1 and not limit:
        raise UsageError("--page needs a --limit")
    if copies is None:
        # A list of files is one of every file.
        copies = Copies.show if form == "paths" else Copies.collapse
    request = asked.request(
        mode="all" if all_words else "any" if any_words else "default",
        copies=copies.value, rank=rank.value, unseen=unseen,
        sort=sort or chosen.value("search.sort").value,
        limit=None if every_file or limit == 0 else limit,
        offset=offset or (page - 1) * limit,
        snippets=snippets if has_passages(form) and not no_snippets else 0,
        context=context.value, explain=explain,
    )  # fmt: skip
    if receipt:
        refuse_existing(receipt)
    with opened(here, asked.indexes) as archive:
        found = answer(archive, request, form, here, page, null=null, columns=table)
        if receipt:
            write_receipt(archive, request, receipt, here)
    raise typer.Exit(EXIT_FOUND if found else EXIT_NOTHING_FOUND)
