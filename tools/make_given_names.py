"""Writes the lists of given and family names of ``src/newsgrep/text/``.

    pip install faker && git clone https://github.com/sigpwned/popular-names-by-country-dataset
    python tools/make_given_names.py popular-names-by-country-dataset

From Faker (MIT licence) and the Popular Names by Country Dataset (CC0). Given names: of all
locales whose scripts have capitals, and of the others what is written in Latin letters. Family
names: of countries whose given names Western lists lack. Words that head an English, Spanish,
French or German line more often than they name somebody are left out.
"""

from __future__ import annotations

import csv
import importlib
import pkgutil
import re
import sys
from pathlib import Path

import faker.providers.person as person

from newsgrep.ingest.extract.names.gazetteer import is_place

ROOM = Path(__file__).parent.parent / "src/newsgrep/text"
HEADER = """\
# {} names of many languages.
# From Faker (https://github.com/joke2k/faker), MIT licence, (c) 2012 Daniele Faraglia, and from
# https://github.com/sigpwned/popular-names-by-country-dataset (CC0);
# written by tools/make_given_names.py.
"""
LOCALES = (
    "en_IN en_NG en_PK en_TH ha_NG ig_NG yo_NG tw_GH zu_ZA sw id_ID uz_UZ az_AZ tr_TR vi_VN zh_CN"
    " zh_TW ja_JP fr_DZ en_KE"
).split()
"""Of Faker, those whose family names are kept."""
COUNTRIES = frozenset(
    "KR KH JP TW PH LK VN IL KZ CN NP GE AM TR AZ UZ BD IN MY PK LB JO EG".split()
)
"""Of the other list."""
NO_FAMILIES = frozenset(
    """Bail Kale Long Song Park Sun Day Young Young Man Mandala Simba Ramadan Rose Cruz Power Best
    Bond Rich State Star Santa San Dora Sura Mali Mon Nam Sin Tan Pan Chin Sum Son Tin Hung Hong
    Lake Hart Light March May Will Case Gold Silver Stone John Stephen Ann Rikke Hans Bare Bird Bore
    Contractor Date Deep Doctor Fan Fares Gala Gang Gong Her Junior Lad Law Levy Low Loyal Lung Mad
    Made Master Mean Merchant More Nail Pen Raid Said Sang Sat Sung Tank Too Toy Victor Warrior Were
    Yen Yuan Dash Din Ding Dong Fang Goo Hah Hun Jean Joe Joel Mall Mane Mule Nan Oak Pall Pang
    Pant Paul Peri Rail Ram Rout Sane Sham Shin Tat Wan Char Cha""".split()
)
NO_GIVEN = frozenset("Lovely Marks Poema Lur Fajr Turki Fanta Gogo Wan Ao Ren".split())
SHORTEST_FAMILY = 3
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


WORD = r"[A-ZÀ-ÝĀ-ŽА-ЯЁІЇЄҐΑ-ΩЎ][^\W\d_]+(?:-[^\W\d_]+)?"
LATIN = r"[A-ZÀ-ÝĀ-ŽƏ][^\W\d_]+(?:-[^\W\d_]+)?"


def given_of_faker() -> set[str]:
    """The given names in Faker."""
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
                if re.fullmatch(WORD, word):
                    found.add(word)
    return found


def families_of_faker() -> set[str]:
    """The family names in the locales of Faker that are kept."""
    found: set[str] = set()
    for locale in LOCALES:
        provider = importlib.import_module(f"{person.__name__}.{locale}").Provider
        for attribute in dir(provider):
            values = getattr(provider, attribute)
            if "last" in attribute and isinstance(values, (tuple, list, dict)):
                words = {value for value in values if isinstance(value, str)}
                found |= {word.title() if word.isupper() else word for word in words}
    return found


def of_countries(path: Path, countries: frozenset[str] = frozenset()) -> set[str]:
    """The names in a file of the other list, of some countries or of all."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = [
            row for row in csv.DictReader(lines) if row["Country"] in countries or not countries
        ]
    return {row[column] for row in rows for column in ("Localized Name", "Romanized Name")}


def write(kind: str, names: set[str]) -> None:
    """Writes one of the lists."""
    target = ROOM / f"{kind.lower()}_names.txt"
    text = HEADER.format(kind) + "\n".join(sorted(names)) + "\n"
    target.write_text(text, encoding="utf-8")
    print(f"{len(names)} names, {target.stat().st_size} bytes", file=sys.stderr)


def main() -> None:
    folder = Path(sys.argv[1])
    given = of_countries(folder / "common-forenames-by-country.csv") - NO_GIVEN
    given = {name for name in given if re.fullmatch(WORD, name) and not is_place(name)}
    given |= given_of_faker()
    write("Given", {name for name in given - NOT_NAMES if not name.isupper()})
    families = families_of_faker()
    families |= of_countries(folder / "common-surnames-by-country.csv", COUNTRIES)
    families = {name for name in families if re.fullmatch(LATIN, name) and not is_place(name)}
    long = {name for name in families if len(name) >= SHORTEST_FAMILY}
    write("Family", long - NO_FAMILIES - NOT_NAMES)


if __name__ == "__main__":
    main()
