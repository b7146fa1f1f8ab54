"""All that a page shows stands in its address: read from it, and written back with changes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from newsgrep.newsroom.saved_search import resolved
from newsgrep.request import Request
from newsgrep.serve.parameters import SAVED, SEARCH, Pairs, Parameter, read, request_of

if TYPE_CHECKING:
    from newsgrep.newsroom.alerts import Alerts

HITS = (10, 20, 50, 100)
"""Hits that a page may have."""

_ONLY_OF_THE_API = ("limit", "offset", "snippets", "context", "explain")

PARAMETERS = (
    *(one for one in SEARCH if one.name not in _ONLY_OF_THE_API),
    Parameter("n", "text", "Hits of a page.", "20", tuple(map(str, HITS))),
    Parameter("page", "number", "Which page.", 1, least=1, most=10_000_000),
    Parameter("more", "text", "The facet that is shown with more values.", ""),
    Parameter("at", "number", "The rank that an article has among the hits.", 0),
    Parameter("bare", "switch", "Whether the article is shown without what is around it.", False),
    Parameter("id", "text", "The article, where one is shown.", ""),
)
"""What the address of a page has."""
_DEFAULTS = {one.name: [] if one.several else one.default for one in PARAMETERS}
_OF_A_PLACE = ("page", "more", "at", "bare")
"""What is of the part of an answer that is shown, and goes when the question changes."""

_OF_HITS = ("sort", "rank", "mode", "copies")


@dataclass(frozen=True, slots=True)
class State:
    """What an address asks of the page."""

    values: Mapping[str, Any]
    alerts: Alerts | None = None
    """The saved searches, one of which it may name."""
    writable: bool = False
    """Whether the page may change something."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(name) from None

    @property
    def having(self) -> list[str]:
        """The values that it is narrowed to, as ``field:value``."""
        return list(self.values["in"])

    @property
    def asks(self) -> bool:
        """Whether anything is asked, rather than the archive looked at."""
        narrowing = ("q", "since", "until", "author", "source", "lang", "path", "in")
        narrows = any(self.values[name] for name in narrowing)
        return narrows or self.values["unseen"] or self.values["copies"] == "only"

    @property
    def size(self) -> int:
        """Hits of a page."""
        return int(self.values["n"])

    def request(self, **fields: Any) -> Request:
        """The question, and which part of its answer is shown."""
        offset = (self.values["page"] - 1) * self.size
        asked = request_of(self.values, **{"limit": self.size, "offset": offset, **fields})
        return resolved(asked, self.alerts.all)[0] if self.alerts is not None else asked

    def notes(self) -> tuple[str, ...]:
        """What ought to be said of the saved search that is named."""
        return resolved(Request(self.q), self.alerts.all)[1] if self.alerts is not None else ()

    def but(self, **values: Any) -> State:
        """The same state with other values."""
        return replace(self, values={**self.values, **values})

    def hidden(self) -> list[tuple[str, str]]:
        """What a form that asks anew keeps of the state."""
        return [pair for pair in self.pairs() if pair[0] not in ("page", "more", "at", "q")]

    def to_save(self) -> str:
        """What is saved where the search is, as JSON."""
        asked = {one.name for one in SAVED} & {one.name for one in PARAMETERS}
        changed = {name: v for name, v in self.values.items() if v != _DEFAULTS[name]}
        return json.dumps({name: value for name, value in changed.items() if name in asked})

    def pairs(self, **changes: Any) -> list[tuple[str, str]]:
        """The names and values of the address, those left out that need not be said."""
        found = []
        for name, value in {**self.values, **changes}.items():
            if name == "id" or value == _DEFAULTS.get(name):
                continue
            for one in value if isinstance(value, list) else [value]:
                found.append((name, {True: "1", False: "0"}.get(one, str(one))))
        return found

    def address(self, path: str = "/", **changes: Any) -> str:
        """The address of the same page with changes; of its first part, where the question is."""
        if not set(changes) <= set(_OF_A_PLACE):
            changes = {**{name: _DEFAULTS[name] for name in _OF_A_PLACE}, **changes}
        asked = urlencode(self.pairs(**changes), errors="replace")
        return f"{path}?{asked}" if asked else path

    def with_value(self, field: str, value: str) -> str:
        """The address of the page narrowed to a value."""
        pair = f"{field}:{value}"
        changes: Any = {"in": [*self.having, *([] if pair in self.having else [pair])]}
        return self.address(**changes)

    def without_value(self, pair: str) -> str:
        """The address of the page not narrowed to a value any more."""
        changes: Any = {"in": [one for one in self.having if one != pair]}
        return self.address(**changes)

    def article(self, identity: str, rank: int = 0) -> str:
        """The address of an article, with what was asked."""
        return self.address(f"/articles/{quote(identity)}", at=rank)

    def download(self, form: str, of: str = "search") -> str:
        """The address of all hits, or of another answer to the question, as a file."""
        left_out = ("n", *_OF_A_PLACE, *(_OF_HITS if of != "search" else ()))
        asked = [pair for pair in self.pairs() if pair[0] not in left_out]
        if not self.q and not self.asks:
            asked.append(("q", "*"))
        asked += [("format", form), ("limit", "0"), ("download", "1")]
        return f"/api/{of}?" + urlencode(asked, errors="replace")


def state_of(pairs: Pairs, alerts: Alerts | None = None, writable: bool = False) -> State:
    """What an address asks. Raises :class:`UsageError`."""
    # A form sends what was left empty, too.
    given = [(name, value) for name, value in pairs if value or name == "q"]
    return State(read(PARAMETERS, given), alerts, writable)
