"""How an index on a cluster is made and asked: options, which go where the address is."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Annotated

import typer

from newsgrep.errors import UsageError
from newsgrep.storage.location import is_address

ClusterTimeoutOption = Annotated[
    float,
    typer.Option(
        "--timeout", min=0, metavar="SECONDS", help="Time that a cluster may take; 0 for 30 s."
    ),
]
PartialOption = Annotated[
    bool,
    typer.Option("--partial", help="Take an answer that lacks shards of a cluster, which it says."),
]
ShardsOption = Annotated[
    int | None,
    typer.Option("--shards", min=1, max=1024, metavar="N", help="Parts of an index on a cluster."),
]
ReplicasOption = Annotated[
    int | None,
    typer.Option("--replicas", min=0, max=1024, metavar="N", help="Copies of each of its parts."),
]


def addressed(named: str | None, **parameters: str) -> str | None:
    """The index that ``named`` or ``$NEWSGREP_INDEX`` names, with the parameters of its address.

    Empty ones are left out. Raises :class:`UsageError` where it is no address.
    """
    given = {name: value for name, value in parameters.items() if value}
    if not given:
        return named
    address = named or os.environ.get("NEWSGREP_INDEX", "")
    if not is_address(address):
        raise UsageError(
            f"--{next(iter(given))} is for an index on a cluster",
            "as in --index https://host:9200/NAME",
        )
    joined = "&".join(f"{name}={value}" for name, value in given.items())
    return f"{address}{'&' if '?' in address else '?'}{joined}"


def counts_given(**counts: int | None) -> dict[str, str]:
    """Those of some numbers that were given, as parameters."""
    return {name: str(count) for name, count in counts.items() if count is not None}


def all_addressed(named: Sequence[str] | None, **parameters: str) -> list[str] | None:
    """The same for several indexes: for those of them that have an address, if any has."""
    if named and any(is_address(one) for one in named):
        return [(is_address(one) and addressed(one, **parameters)) or one for one in named]
    if named:
        return [addressed(one, **parameters) or one for one in named]
    one = addressed(None, **parameters)
    return None if one is None else [one]
