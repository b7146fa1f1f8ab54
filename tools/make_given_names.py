"""Writes ``src/newsgrep/ingest/extract/head/given_names.txt`` from Faker (MIT licence).

    pip install faker && python tools/make_given_names.py

The given names of all its locales whose scripts have capitals, and of the others what is written
in Latin letters. Words that head an English, Spanish, French or German line more often than they
name somebody are left out.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from pathlib import Path

import faker.providers.person as person

TARGET = Path(__file__).parent.parent / "src/newsgrep/ingest/extract/head/given_names.txt"
HEADER = """\
# Given names of many languages.
# From Faker (https://github.com/joke2k/faker), MIT licence, (c) 2012 Daniele Faraglia;
# written by tools/make_given_names.py.
"""
NOT_NAMES = frozenset(
    """An And Art As Asia August Bay Bill Black Blue Can China City Dallas Day Destiny Die Do Dr Du
    Ever Faith Fire For Forest Good Green Happy He Heaven Home Hope Houston In India Is It Jersey
    Joy Justice Kenya King Lake Last London Long Love Man Many May Me Mercy Milan Mr Mrs My New
    No North On Or Our Paris Peace Phoenix Prince Princess Queen River Royal Rich Say Seven She
    Sincere So South Star Sun Sunday The This To Trinity True Van War We West Will You Young
    London Sydney Florida Virginia Georgia Carolina Dakota Montana Cuba Iran Israel Jordan Chad
    Mali Niger Oman Peru Sudan Togo Tonga Tag Den Der Das Was Wie Wo""".split()
) - {"Sydney", "Virginia", "Georgia", "Carolina", "Jordan", "Chad", "Phoenix", "Dallas", "Bill",
     "Art", "Rich", "Young", "Van", "Israel"}  # fmt: skip


def main() -> None:
    found: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            if not re.match(r"(?:first_names?|prefix_)?(?:first_name|male_|female_)", attribute):
                continue
            values = getattr(provider, attribute)
            if not isinstance(values, (tuple, list, dict)) or "last" in attribute:
                continue
            if re.search(r"format|prefix|suffix|middle", attribute):
                continue
            for value in values:
                word = value if isinstance(value, str) else ""
                if re.fullmatch(r"[A-ZÀ-ÝĀ-ŽА-ЯЁІЇЄҐΑ-ΩЎ][^\W\d_]+(?:-[^\W\d_]+)?", word):
                    found.add(word)
    names = sorted(name for name in found if name not in NOT_NAMES and not name.isupper())
    TARGET.write_text(HEADER + "\n".join(names) + "\n", encoding="utf-8")
    print(f"{len(names)} names, {TARGET.stat().st_size} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
