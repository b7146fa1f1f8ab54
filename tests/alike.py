"""Whether two archives of the same articles answer alike."""

from __future__ import annotations

from newsgrep import Archive, Request
from newsgrep.errors import NewsgrepError
from newsgrep.results import Results

CLOSE = 1e-4


def answered(archive: Archive, request: Request) -> Results | str:
    """What an archive answers, or how it refuses."""
    try:
        return archive.search(request)
    except NewsgrepError as error:
        return error.message


def differences(one: Archive, other: Archive, request: Request) -> list[str]:
    """How the answers differ; scores by less than a ten-thousandth are the same."""
    ours, theirs = answered(one, request), answered(other, request)
    if isinstance(ours, str) or isinstance(theirs, str):
        return [] if ours == theirs else [f"{ours!r} and {theirs!r}"]
    found = []
    if (ours.total, ours.partial) != (theirs.total, theirs.partial):
        found.append(f"{ours.total}+{ours.partial} and {theirs.total}+{theirs.partial}")
    if ours.notes != theirs.notes:
        found.append(f"{ours.notes} and {theirs.notes}")
    if len(ours.hits) != len(theirs.hits):
        found.append(f"{len(ours.hits)} hits and {len(theirs.hits)}")
    for hit, same in zip(ours.hits, theirs.hits, strict=False):
        apart = abs(hit.score - same.score) > CLOSE + 1e-9
        if apart or (hit.id, hit.match) != (same.id, same.match):
            # Scores that differ by the last digit of a float may change places.
            if not apart and any(h.id == hit.id for h in theirs.hits):
                continue
            found.append(f"{hit.rank}: {hit.path} {hit.score} and {same.path} {same.score}")
            break
    return found
