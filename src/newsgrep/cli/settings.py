"""The settings that hold for a command."""

from __future__ import annotations

from newsgrep.configuration import Configuration, configuration
from newsgrep.storage.location import locate


def settings_of(index: tuple[str, ...]) -> Configuration:
    """What the files say for the first of the indexes that were named, or for the one here.

    Raises :class:`ConfigurationError`.
    """
    return configuration(locate(index[0] if index else None).parent)


def styles_of(index: tuple[str, ...]) -> dict[str, str]:
    """The styles that are other than by default, by role. Raises :class:`ConfigurationError`."""
    values = settings_of(index).values
    return {
        name.partition(".")[2]: value.value
        for name, value in values
        if name.startswith("styles.") and value.value
    }
