"""``newsgrep extract``: the records of files as JSON Lines, without an index."""

from __future__ import annotations

import os

import typer

from newsgrep.cli.options import (
    IndexOption,
    KeepAllOption,
    NamesOption,
    OcrLangOption,
    OcrOption,
    OcrTimeoutOption,
    PathsArgument,
    TimeoutOption,
    ocr_of,
)
from newsgrep.errors import EXIT_ERROR, EXIT_NOTHING_FOUND, PathNotFound, UsageError

EPILOG = """\b
Examples:
  newsgrep extract page.html | jq .title
  newsgrep extract clipping.png --ocr --ocr-lang fra | jq .text
  newsgrep extract stories/ | jq -r '[.date, .source, .title] | @tsv'

\b
Exit code: 0 articles found, 1 none, 2 error (a file named could not be read).
"""


def extract(
    paths: PathsArgument = None,
    names: NamesOption = "rules",
    timeout: TimeoutOption = 20.0,
    keep_all: KeepAllOption = False,
    ocr: OcrOption = False,
    ocr_lang: OcrLangOption = "",
    ocr_timeout: OcrTimeoutOption = 60.0,
    index: IndexOption = None,
) -> None:
    """Print the articles in files as JSON Lines, without indexing them.

    Their ids are those that they have in the index, or would have.
    """
    from newsgrep.article import Article
    from newsgrep.cli.streams import environment, given_paths
    from newsgrep.extraction import extract_articles
    from newsgrep.ingest.discovery import Alias, NotRead, Selection, Walk
    from newsgrep.ingest.events import Warned
    from newsgrep.ingest.reader import Reading, check, is_article_name, is_article_or_picture
    from newsgrep.render.forms import renderer
    from newsgrep.render.indexing import sentence

    here = environment()
    how = Reading(
        names=names,
        timeout=timeout,
        keep_all=keep_all,
        ocr=ocr_of(ocr, ocr_lang, ocr_timeout),
    )
    check(how)
    if not paths:
        raise UsageError("nothing to extract from", "give a file or folder: newsgrep extract FILE")
    found = failed = 0
    as_record = renderer(Article, "jsonl")
    walk = Walk(Selection(), is_article_or_picture if ocr else is_article_name, "")
    for path in given_paths(paths):
        if not os.path.lexists(path):
            raise PathNotFound(path)
        for file in walk.files(path):
            if isinstance(file, Alias):
                continue
            if isinstance(file, NotRead):
                here.say(sentence(Warned(file.path, 0, file.reason)))
                failed += 1
                continue
            shown = os.path.relpath(file.path)
            for article in extract_articles(file.path, how, index):
                if isinstance(article, Article):
                    here.write(as_record(article, shown))
                    found += 1
                else:
                    here.say(sentence(Warned(shown, article.record, article.reason)))
                    failed += 1
    if not found and not failed:
        here.say("newsgrep: no articles in what was named")
    if not found:
        raise typer.Exit(EXIT_ERROR if failed else EXIT_NOTHING_FOUND)
