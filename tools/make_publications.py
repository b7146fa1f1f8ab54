"""Writes ``src/newsgrep/ingest/extract/head/publications.txt`` from open lists of news outlets.

    for name in the-markup/split-screen-news-sources hearvox/wiki-media-cred \\
        yavuz/news-feed-list-of-countries kagisearch/kite-public
    do git clone --depth 1 https://github.com/$name CLONES/${name#*/}; done
    python tools/make_publications.py CLONES

| list | licence | what |
|---|---|---|
| the-markup/split-screen-news-sources | BSD 3-clause, © 2021 The Markup | names, sites |
| hearvox/wiki-media-cred | CC0 1.0 | US newspapers of Wikipedia and Wikidata |
| yavuz/news-feed-list-of-countries | MIT | publications of the world with their sites |
| kagisearch/kite-public | MIT, © 2024 Kagi Search | organizations, domains |

and ``publications_own.txt``, which comes first: its names are what facets show.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/newsgrep/ingest/extract/head/publications.txt"
HEADER = """\
# News outlets and agencies: name, domains, other names; parted by tabs, several by ";".
# Written by tools/make_publications.py from
#   the-markup/split-screen-news-sources (BSD 3-clause, (c) 2021 The Markup News Inc.),
#   hearvox/wiki-media-cred (CC0 1.0), yavuz/news-feed-list-of-countries (MIT),
#   kagisearch/kite-public (MIT, (c) 2024 Kagi Search), and tools/publications_own.txt.
"""
_NOISE = re.compile(
    r"[|:»>/\\@#]| [-–—] |\brss\b|feed|latest|home ?page|all content|top stories|^the$"
    r"|\bblog\b|headlines|podcast|website|online edition|\bn/a\b",
    re.IGNORECASE,
)
_NOT_NEWS = re.compile(
    r"(?:facebook|twitter|youtube|blogspot|wordpress|tumblr|medium|reddit|hnrss|feedburner|google"
    r"|yahoo|msn|linkedin|apple|github)\.",
)


def key(name: str) -> str:
    """Folded, without article, accents and signs: what makes two spellings one name."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"\W+", "", re.sub(r"^the\s+", "", plain))


def domain_of(address: str) -> str:
    host = urlsplit(address if "//" in address else f"//{address}").netloc.lower()
    host = host.split(":")[0].removeprefix("www.")
    return "" if _NOT_NEWS.search(host) or "." not in host or " " in host else host


def name_of(text: str) -> str:
    name = " ".join(re.sub(r"\s*\([^)]*\)", "", text).split()).strip(" .,*")
    words = name.split()
    good = 2 < len(name) <= 45 and 1 <= len(words) <= 6 and not _NOISE.search(name)
    return name if good and re.search(r"[^\W\d_]{2}", name) and not name.islower() else ""


def pairs(clones: Path) -> Iterator[tuple[str, str]]:
    """Names with their domains, or with an empty one."""
    with (clones / "split-screen-news-sources/split_screen_news_sources.csv").open() as file:
        for row in csv.DictReader(file):
            yield row["source"], row["url_domain"]
    for record in json.loads((clones / "kite-public/media_data.json").read_text()):
        for domain in record["domains"]:
            yield record["organization"], domain
    feeds = json.loads(
        (
            clones / "news-feed-list-of-countries/database/news-feed-list-of-countries.json"
        ).read_text()
    )
    for country in feeds.values():
        for record in country:
            yield record["publication_name"], record["publication_website_uri"] or ""
    with (clones / "wiki-media-cred/data/wikipedia-us-newspapers.tsv").open() as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["qid"]:
                yield row["WP-title"], ""


def main() -> None:
    clones = Path(sys.argv[1])
    names: dict[str, tuple[str, list[str], list[str]]] = {}
    known: set[str] = set()
    of_domain: dict[str, str] = {}
    for line in (HERE / "publications_own.txt").read_text(encoding="utf-8").split("\n"):
        if not line or line.startswith("#"):
            continue
        name, own_domains, others = (part.strip() for part in line.split("|"))
        aliases = [other.strip() for other in others.split(";") if other.strip()]
        names[key(name)] = (name, own_domains.split(), aliases)
        known |= {key(alias) for alias in (name, *aliases)}
        for domain in own_domains.split():
            of_domain[domain] = name
    own = set(of_domain)
    for text, address in pairs(clones):
        name, domain = name_of(text), domain_of(address)
        if not name or domain in own or key(name) in known - set(names) or key(name) == key(domain):
            continue
        entry = names.setdefault(key(name), (name, [], []))
        if domain and key(entry[0]) not in known:
            of_domain[domain] = "" if of_domain.get(domain, entry[0]) != entry[0] else entry[0]
            entry[1].append(domain)
    lines = []
    for name, domains, aliases in names.values():
        # A domain that several share names none of them.
        kept = [d for d in dict.fromkeys(domains) if of_domain[d] == name][:4]
        lines.append(f"{name}\t{';'.join(kept)}\t{';'.join(aliases)}".rstrip("\t"))
    TARGET.write_text(HEADER + "\n".join(sorted(lines)) + "\n", encoding="utf-8")
    print(f"{len(lines)} publications, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
