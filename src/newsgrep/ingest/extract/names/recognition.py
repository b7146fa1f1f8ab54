"""People, organizations and places by rules that cost little.

Capitalised sequences of running text are taken, titles and demonyms off their beginnings, and
each is told for what it is by the evidence of its own words, of what stands beside it and of the
rest of the article. Names of the same thing are then joined, and the fullest form is given.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from newsgrep.ingest.extract.names.candidates import runs
from newsgrep.ingest.extract.names.evidence import (
    ENOUGH,
    NOTHING,
    ORGANIZATION,
    PERSON,
    PLACE,
    SURNAME_ALONE,
    TITLED,
    evidence_beside,
    own_evidence,
    own_weights,
)
from newsgrep.ingest.extract.names.gazetteer import is_place, is_plain_place
from newsgrep.ingest.extract.names.organization_words import (
    FIRMS,
    ORGANIZATIONS,
)
from newsgrep.ingest.extract.names.place_words import REGIONS
from newsgrep.ingest.extract.names.readings import Reading, inside, opening
from newsgrep.ingest.extract.names.word_signs import SUFFIXES
from newsgrep.text.given_names import FIRST_NAMES

MAX_TEXT = 60_000
"""Characters of an article in which names are looked for."""
MAX_NAMES = 200


@dataclass(frozen=True, slots=True)
class Names:
    """What an article names, each once, in its fullest form and in order of appearance."""

    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sure: dict[str, float] = field(default_factory=dict)
    """For each of the three the share of its names that should be right."""


@dataclass(slots=True)
class _Seen:
    """What was seen of one name throughout an article."""

    words: tuple[str, ...]
    weights: dict[str, float]
    count: int = 0
    inside: int = 0
    """How often it stood where only a name is capitalised."""

    def weigh(self, kind: str, weight: float) -> None:
        self.weights[kind] = self.weights.get(kind, 0.0) + weight

    def weight(self, kind: str) -> float:
        return self.weights.get(kind, 0.0)

    @property
    def kind(self) -> str:
        """The kind that the evidence speaks for, or an empty string."""
        weights = self.weights
        if not weights:
            return ""
        kind = max(weights, key=weights.__getitem__) if len(weights) > 1 else next(iter(weights))
        return kind if weights[kind] >= ENOUGH else ""


def names_of(text: str) -> Names:
    """The people, organizations and places that ``text`` names.

    From headings, tables and menus only names that need no context are taken, from lines in
    capitals only known places, unless there is no running text at all.
    """
    text = text[:MAX_TEXT]
    if not text or text.isupper():
        return Names()
    seen: dict[str, _Seen] = {}
    lines = text.split("\n")
    running = list(map(_is_running, lines))
    if not any(running):
        running = [True] * len(lines)
    line, end = 0, len(lines[0])
    for run in runs(text):
        while run.start > end:
            line += 1
            end += 1 + len(lines[line])
        parts = opening(run.words, text) if run.opens else inside(run.words)
        opens, before = run.opens, run.before
        for part in parts:
            for reading in part.readings:
                if not running[line] and not _stands_alone(reading.words, lines[line]):
                    continue
                known = seen.get(reading.name)
                if known is None:
                    if _is_no_name(reading):
                        continue
                    known = seen[reading.name] = _Seen(
                        reading.words, own_weights(reading.words).copy()
                    )
                _note(known, reading, opens, before, text, run.start + part.end)
            opens, before = False, ""
    return _joined(seen)


def _stands_alone(words: tuple[str, ...], line: str) -> bool:
    """Whether a name outside of running text tells by its own words what it is."""
    strong = {feature.kind for feature in own_evidence(words) if feature.weight >= _STRONG}
    shouted = not any(map(str.islower, line))
    return PLACE in strong if shouted else bool(strong - {NOTHING})


_STRONG = 2.0


def _is_running(line: str) -> bool:
    """Whether a line has words that no heading or menu has, or counts up names."""
    if not line:
        return False
    if sum(map(str.islower, line[:_LOOK].split(None, _FEW)[:_FEW])) >= _RUNNING_WORDS:
        return True  # as most lines of an article
    lowered = sum(map(str.islower, line[:_LOOK].split()))
    if lowered >= _RUNNING_WORDS or line.count(",", 0, _LOOK) >= _RUNNING_WORDS:
        return True
    return lowered > 0 and line.rstrip("'\"”’»)] ").endswith((".", "!", "?", "…"))


_LOOK = 200
_FEW = 8
_RUNNING_WORDS = 3


def _is_no_name(reading: Reading) -> bool:
    """Whether a reading is too short or too long for a name."""
    name, words, _ = reading
    return len(name) < 2 or len(words) > 10 or (len(words) > 3 and name.isupper())


def _note(known: _Seen, reading: Reading, opens: bool, before: str, text: str, end: int) -> None:
    """Weigh what stands beside a name that ends at ``end``; ``opens`` as in :class:`Run`."""
    known.count += 1
    if not opens:
        known.inside += 1
    if reading.titled:
        known.weigh(TITLED.kind, TITLED.weight)
        return
    for beside in evidence_beside(reading.name, before, text, end):
        known.weigh(beside.kind, beside.weight)


def _joined(seen: dict[str, _Seen]) -> Names:
    """One list a kind, with each thing once."""
    _weigh_surnames(seen)
    kinds = {name: known.kind for name, known in seen.items()}
    people = {n: k for n, k in seen.items() if kinds[n] == PERSON and len(k.words) > 1}
    firms = _short_firms(seen)
    people = {name: known for name, known in people.items() if name not in firms}
    others = dict.fromkeys(firms, ORGANIZATION)
    others = {n: k for n, k in kinds.items() if k in (ORGANIZATION, PLACE)} | others
    parts = _parts_of_people(people)
    for name, known in seen.items():
        if name in people or name in others or name in parts:
            continue
        kind = _kind_alone(name, known, kinds[name])
        if kind == PERSON:
            people[name] = known
        elif kind:
            others[name] = kind
    surnames = {known.words[-1] for known in people.values() if len(known.words) > 1}
    organizations = [
        name
        for name, kind in others.items()
        if kind == ORGANIZATION and (name not in parts or name in ORGANIZATIONS)
    ]
    places = [
        name
        for name, kind in others.items()
        if kind == PLACE and (name not in surnames or seen[name].weight(PLACE) > 3)
    ]
    kept = {
        "people": _fullest(people)[:MAX_NAMES],
        "organizations": _without_shorter(organizations)[:MAX_NAMES],
        "places": places[:MAX_NAMES],
    }
    return Names(
        tuple(kept["people"]),
        tuple(kept["organizations"]),
        tuple(_one_country(kept["places"])),
        {field: _sureness(field, [seen[name] for name in names]) for field, names in kept.items()},
    )


def _short_firms(seen: dict[str, _Seen]) -> dict[str, None]:
    """Names that are a firm's without its ``Inc`` or ``plc``, where the article has it so too."""
    short = (" ".join(k.words[:-1]) for k in seen.values() if k.words[-1].rstrip(".") in FIRMS)
    return {name: None for name in short if name in seen}


def _parts_of_people(people: dict[str, _Seen]) -> frozenset[str]:
    """Given names and surnames of people named in full."""
    first = {known.words[0] for known in people.values()}
    last = {known.words[-1] for known in people.values()}
    last |= {known.words[-2] for known in people.values() if known.words[-1] in SUFFIXES}
    return frozenset(first | last)


def _kind_alone(name: str, known: _Seen, kind: str) -> str:
    """The kind of a name that is of no person named in full, going by little evidence."""
    single = len(known.words) == 1
    if kind == NOTHING:
        return ""
    if single and is_place(name) and kind != PERSON and known.inside and name not in FIRST_NAMES:
        return PLACE
    if kind == PERSON and (len(name) > 2 or known.count > 1) and known.weight(PERSON) >= 1.8:
        return PERSON
    if kind == PERSON and known.weight(ORGANIZATION) > 0.5:
        return ORGANIZATION
    if not kind and known.inside >= 2 and single and len(name) > 3:
        return ORGANIZATION
    if kind == PERSON and known.inside and known.weight(PERSON) >= 1.0 and single:
        # "Exxon said": a single word that says things, with no person to belong to.
        return ORGANIZATION
    return ""


def _weigh_surnames(seen: dict[str, _Seen]) -> None:
    """A name whose last word stands alone elsewhere is most likely a person's."""
    for known in seen.values():
        if len(known.words) in (2, 3) and PERSON in known.weights:
            alone = seen.get(known.words[-1])
            if alone is not None and not is_plain_place(known.words[-1]):
                more = min(alone.weight(PERSON), 2.0)
                known.weigh(PERSON, SURNAME_ALONE.weight + more)


_RIGHT = {
    "people": ((4.4, 0.98), (2.4, 0.95), (0.0, 0.75)),
    "organizations": ((4.4, 0.98), (3.2, 0.9), (2.2, 0.83), (0.0, 0.45)),
    "places": ((3.4, 0.98), (0.0, 0.89)),
}
"""The share of names that are right from each weight on, as measured on annotated newswire."""
_KIND_OF = {"people": PERSON, "organizations": ORGANIZATION, "places": PLACE}


def _sureness(field: str, names: Iterable[_Seen]) -> float:
    """How many of ``names`` should be right, by the weight of their evidence."""
    kind, right = _KIND_OF[field], _RIGHT[field]
    shares = []
    for known in names:
        weight = known.weight(kind)
        for least, share in right:
            if weight >= least:
                shares.append(share)
                break
    return round(sum(shares) / len(shares), 2) if shares else 0.0


_SAME_COUNTRY = {
    "US": "United States", "U.S.": "United States", "U.S": "United States", "USA": "United States",
    "UK": "United Kingdom", "U.K.": "United Kingdom", "U.K": "United Kingdom",
    "UAE": "United Arab Emirates", "DRC": "Democratic Republic of the Congo",
}  # fmt: skip


def _one_country(places: list[str]) -> list[str]:
    """A country by its name, whether the letters or the words for it were written."""
    return list(dict.fromkeys(_SAME_COUNTRY.get(place, place) for place in places))


def _fullest(people: dict[str, _Seen]) -> list[str]:
    """Each person once: shorter forms whose words all stand in a longer one are left out."""
    word_sets = {name: set(known.words) for name, known in people.items()}
    several = [words for words in word_sets.values() if len(words) > 1]
    return [name for name, words in word_sets.items() if not any(map(words.__lt__, several))]


def _without_shorter(names: list[str]) -> list[str]:
    """Names that are no beginning of a longer one in the list."""
    beginnings = {name[:at] for name in names for at, sign in enumerate(name) if sign == " "}
    return [name for name in names if name not in beginnings or name in REGIONS]
