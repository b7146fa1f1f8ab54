"""Articles that are asked for in a folder and on a cluster, and stored alike in both."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import SEEDS

from newsgrep.engines.opensearch.store import ClusterStore
from newsgrep.storage.folder import IndexFolder


@pytest.fixture(scope="module", autouse=True)
def stored_alike() -> Iterator[None]:
    """Both hold the same stored paths, and so the same ids, by which ties are settled."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ClusterStore, "stored", lambda self, path: path.replace(os.sep, "/"))
        patch.setattr(ClusterStore, "absolute", lambda self, stored: stored)
        patch.setattr(ClusterStore, "shown", lambda self, stored: stored)
        patch.setattr(ClusterStore, "is_own", IndexFolder.is_own)
        yield


def copied(base: Path, text: str) -> Path:
    """The seeds, and articles beside them with a word in each place that matters."""
    folder = base / "articles"
    folder.mkdir()
    for path in sorted(SEEDS.iterdir()):
        if path.is_file():
            (folder / path.name).write_bytes(path.read_bytes())
    (folder / "plorn.txt").write_text(text, encoding="utf-8")
    wire = [
        {
            "title": f"Wombat {n}",
            "date": f"2019-0{n % 9 + 1}-11",
            "source": ("Plorn Post", "Bru Times")[n % 2],
            "text": f"The wombat number {n} crossed the anti-plorn border. " * (n % 4 + 1)
            + " ".join(f"filler{n * k % 17}" for k in range(40)),
        }
        for n in range(30)
    ]
    lines = [json.dumps(one) for one in wire]
    # A copy of another, but for its headline.
    lines.append(json.dumps({**wire[3], "title": "The wombat again", "date": "2019-08-01"}))
    (folder / "wire.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


PLORN = """Antiplorn wombats at US border

"Stop," said the WHO. The U.S. answered "not now, we wait." An anti-plorn wombat was there.

Nobody knew who it was. Wombats, wombat's and a wombat.
"""
