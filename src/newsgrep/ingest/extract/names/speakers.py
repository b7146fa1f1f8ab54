"""The people whom an article quotes."""

from __future__ import annotations

from collections.abc import Sequence

from newsgrep.text.attribution import attributed


def speakers_of(
    text: str, people: Sequence[str], organizations: Sequence[str] = ()
) -> tuple[str, ...]:
    """The people whom ``text`` quotes, each once, in their fullest form.

    ``people`` and ``organizations`` are those that the article names, fullest form first.
    """
    if not people and "said" not in text:
        return ()
    found = attributed(text, people, organizations)
    return tuple(dict.fromkeys(one.speaker for one in found if one.named))
