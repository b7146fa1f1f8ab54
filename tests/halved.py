"""Articles for two indexes that are searched as one: every second is for the other."""

from __future__ import annotations

import json

from conftest import SEEDS

_WIRE = [
    {
        "title": f"Wombat {n}",
        "date": f"2019-0{n % 9 + 1}-11",
        "source": ("Plorn Post", "Bru Times")[n % 2],
        "author": f"Ana Quill{n % 3}",
        "text": f"The wombat number {n} crossed the anti-plorn border. " * (n % 4 + 1)
        + "The Plorn Border Authority (PBA) wrote it down. " * (n % 5 == 0)
        + " ".join(f"filler{n * k % 17}" for k in range(40)),
    }
    for n in range(30)
]
_AGAIN = {**_WIRE[4], "title": "The wombat again", "date": "2019-08-01"}
"""A copy of another in the same half, but for its headline."""
_PLORN = """Antiplorn wombats at US border

"Stop," said the WHO. The U.S. answered "not now, we wait." An anti-plorn wombat was there.

Nobody knew who it was. Wombats, wombat's and a wombat. The PBA and its PBA officers saw it.
"""


def seeds_and_more() -> list[tuple[str, bytes]]:
    """The seeds, and articles beside them with a word in each place that matters."""
    found = [(p.name, p.read_bytes()) for p in sorted(SEEDS.iterdir()) if p.is_file()]
    found.append(("plorn.txt", _PLORN.encode()))
    # All to the first and the second half in turn, the copy to the half of its original.
    found += [(f"wire{n:02}.json", json.dumps(one).encode()) for n, one in enumerate(_WIRE)]
    filler = {**_WIRE[0], "title": "Beside it", "text": "Nothing of the kind, in other words."}
    at = len(found) - len(_WIRE) + 4
    if (len(found) - at) % 2:
        found.append(("filler.json", json.dumps(filler).encode()))
    found.append(("again.json", json.dumps(_AGAIN).encode()))
    return found
