"""Queries grown by coverage-guided fuzzing, with atheris (``pip install -e '.[fuzz]'``).

    PYTHONPATH=tests python -m torture.guided -runs=200000
    PYTHONPATH=tests python -m torture.guided -max_total_time=3600

The options are libFuzzer's. Each query is read in one of the dialects and asked of a small
archive; anything but an answer or an error of ours ends the run, with the query in a file.
"""

from __future__ import annotations

import sys
import tempfile
from importlib import import_module
from pathlib import Path

WORDS = (
    "AND OR NOT NEAR/3 w/5 pre/3 w/s w/p atleast/2 title: lead: body: quote: said: author: date: "
    'is:copy has:date no:author words:> lang: path: ~2 ^2 ( ) " / * ? = - .. hlead( byline( same '
    "intitle: before: hd= !"
).split()


def main() -> None:
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["newsgrep"]):
        from newsgrep import Archive, NewsgrepError, Request
        from newsgrep.query.dialects import factiva, google, nexis  # noqa: F401 - to be watched, too
        from newsgrep.request import SYNTAXES
        from torture.states import QUERIES, run, write_articles
    with tempfile.TemporaryDirectory(prefix="newsgrep-guided-") as name:
        base = Path(name)
        write_articles(base / "articles", range(100))
        run("index", "-q", base / "articles", "--index", base / "index")
        seeds = base / "seeds"
        seeds.mkdir()
        for number, query in enumerate(QUERIES):
            (seeds / str(number)).write_bytes(b"\0" + query.encode())
        quoted = (word.replace("\\", "\\\\").replace('"', '\\"') for word in WORDS)
        (base / "words").write_text("".join(f'"{word}"\n' for word in quoted))
        archive = Archive(base / "index")

        def ask(data: bytes) -> None:
            syntax = SYNTAXES[data[0] % len(SYNTAXES)] if data else SYNTAXES[0]
            query = data[1:].decode("utf-8", "replace")
            try:
                archive.search(Request(query=query, syntax=syntax, limit=3))
            except NewsgrepError as error:
                assert error.message, query

        given = [sys.argv[0], str(seeds), f"-dict={base / 'words'}", "-max_len=300", *sys.argv[1:]]
        atheris.Setup(given, ask)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
