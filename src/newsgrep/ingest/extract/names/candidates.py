"""Capitalised sequences of a text: what may be a name, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsgrep.ingest.extract.names.common_words import OPENERS
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.ingest.extract.names.organization_words import ORG_ENDINGS, ORG_HEADS
from newsgrep.ingest.extract.names.person_words import PERSONAL_TITLES
from newsgrep.ingest.extract.names.place_words import DEMONYMS
from newsgrep.ingest.extract.names.word_signs import ELIDED
from newsgrep.text.given_names import FIRST_NAMES
from newsgrep.text.titles import TITLES

_UPPER = "A-ZÀ-ÖØ-ÞĀČĎĐĚĞĪİŁŃŇŌŒŘŚŞŠŤŪŽ"
_ABBREVIATED = (
    r"(?:\.(?:(?<=\b[MDJSL][rst]\.)|(?<=\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Sgt|Rev|Maj|Adm)\.)"
    r"|(?<=\b(?:Capt|Prof)\.)))?"
)
# It begins with one set of characters, so that the engine skips to the next capital by itself.
_WORD = (
    rf"[{_UPPER}](?<!\w.)(?:\.(?:-?[{_UPPER}]\.)*(?:[{_UPPER}]\b)?"
    rf"|[\w&]*(?:['’\-.][\w&]+)*{_ABBREVIATED})"
)
_ARABIC = rf"(?:(?:al|el|d|l)[-'’])?{_WORD}"
_PARTICLE = (
    r"(?:of the|for the|of|and|for|&|de la|de los|de las|del|de|la|los|van der|van den|van de"
    r"|von der|von dem|van|von|der|den|bin|ibn|al|da|dos|do|di|du|e|y)"
)
_SEQUENCE = re.compile(rf"{_WORD}(?:,? (?:Jr|Sr)\.?| (?:{_PARTICLE} )?{_ARABIC})*")
_OPENING = frozenset('.!?:;\n"“”‘«—–-(•*')
_SPLIT = re.compile(r" (of the|for the|of|and|for|&) ")
_POSSESSIVE = re.compile(r"['’]s?$")


LONGEST_RUN = 400
"""Characters of a run; longer ones are texts with each word capitalised, and name nobody."""


class Run(NamedTuple):
    """A run of capitalised words, and where it stands."""

    words: str
    start: int
    opens: bool
    """Whether it opens a sentence, where any word is capitalised."""
    before: str
    """The word before it."""


def runs(text: str) -> Iterator[Run]:
    """The runs of capitalised words of ``text``, in order, but for those that name nobody.

    These are single words of no name, and what is longer than :data:`LONGEST_RUN`.
    """
    for match in _SEQUENCE.finditer(text):
        words = match.group()
        if words in OPENERS or len(words) > LONGEST_RUN:
            continue
        start = match.start()
        at = start - 1
        while at >= 0 and text[at] == " ":
            at -= 1
        if at < 0 or text[at] in _OPENING:
            yield Run(words, start, True, "")
        else:
            blank = text.rfind(" ", max(0, start - 24), start - 1)
            yield Run(words, start, False, text[blank + 1 : start - 1])


def parts(run: str) -> Sequence[tuple[str, int]]:
    """The parts of a run that are names of their own, with their offsets."""
    if " and " not in run and " of " not in run and " for " not in run and " & " not in run:
        return tuple(_at_possessives(run))
    return tuple(_parted(run))


def _parted(run: str) -> Iterator[tuple[str, int]]:
    at = 0
    for piece, offset in _at_possessives(run):
        pieces = _SPLIT.split(piece)
        at = offset
        name = pieces[0]
        for joiner, following in zip(pieces[1::2], pieces[2::2], strict=True):
            if _goes_on(name, joiner, following):
                name = f"{name} {joiner} {following}"
                continue
            yield name, at
            at += len(name) + len(joiner) + 2
            name = following
        yield name, at


def _goes_on(name: str, joiner: str, following: str) -> bool:
    words = name.split(" ")
    if joiner == "&":
        return len(words) <= 2
    if joiner == "and":
        if following.rpartition(" ")[2] in _OF_TWO and len(words) == 1 and following.count(" "):
            # "Securities and Exchange Commission"
            return name not in FIRST_NAMES and not is_place(name)
        return (words[0] in ORG_HEADS and (" of " in name or " for " in name)) or name in (
            "Standard", "Procter", "Marks", "Trinidad", "Bosnia", "Ernst", "Johnson", "Tyne",
        )  # fmt: skip
    if joiner in ("for", "for the"):
        return words[-1] in ORG_HEADS
    return words[-1] in ORG_HEADS or (words[0] in ORG_HEADS and len(words) <= 2) or name in _OF


_OF_TWO = frozenset(
    """Commission Administration Agency Committee Department Ministry Authority Board Council Office
    Institute Association Bureau Foundation Service Services Organization Organisation Corporation
    Inspectorate Secretariat""".split()
)
"""The last word of organizations named for two things."""

_OF = frozenset(
    ("Isle", "Gulf", "Strait", "Straits", "Cape", "Bay", "State", "Duke", "Prince", "Princess",
     "Earl", "Duchess", "Marquess", "Horn", "Rock", "Port", "Sea", "District", "Archbishop",
     "Bishop", "United States", "Democratic Republic", "People's Republic", "Islamic Republic",
     "Republic", "Kingdom", "City", "Church", "Secretary", "Tower")
)  # fmt: skip


def _at_possessives(run: str) -> Iterator[tuple[str, int]]:
    """Cut a run behind each ``'s``, which no name goes on after."""
    if "'" not in run and "’" not in run:
        yield run, 0
        return
    words: list[str] = []
    start = at = 0
    for word in run.split(" "):
        bare = _POSSESSIVE.sub("", word)
        words.append(bare)
        at += len(word) + 1
        if bare != word and bare not in ("Sainsbury", "McDonald", "Levi", "Poor", "Lloyd"):
            yield " ".join(words), start
            words, start = [], at
    if words:
        yield " ".join(words), start


def without_titles(words: list[str]) -> tuple[list[str], bool]:
    """The words of a name without its leading titles; whether one was there that tells a person.

    ``Secretary of State George Shultz`` → ``George Shultz``.
    """
    titled = False
    at = 0
    organized = words[-1] in ORG_ENDINGS if words else False
    while at < len(words):
        bare = words[at].rstrip(".")
        if ELIDED.match(bare) is not None and at + 1 < len(words):
            pass
        elif bare in PERSONAL_TITLES and not (organized and at + 2 >= len(words)):
            titled = True
        elif organized or (
            bare not in TITLES
            and not (
                bare in DEMONYMS and at + 1 < len(words) and words[at + 1].rstrip(".") in TITLES
            )
        ):
            break
        at += 1
        if at + 2 < len(words) and titled and words[at] == "of":
            at += 3 if words[at + 1] == "the" else 2
    return words[at:], titled


def at_titles(words: list[str]) -> Iterator[tuple[list[str], bool]]:
    """Cut a run before a title within it: ``Bank of Japan Governor Satoshi Sumita``.

    Gives each part without its titles, and whether it was a title that tells a person.
    """
    for at in range(1, len(words) - 1):
        if words[at] in PERSONAL_TITLES and words[at - 1] not in ("of", "the", "for", "and"):
            rest, _ = without_titles(words[:at])
            while rest and rest[-1] in TITLES:
                rest = rest[:-1]
            if rest:
                yield rest, False
            yield without_titles(words[at:])
            return
    yield without_titles(words)
