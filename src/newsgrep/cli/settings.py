"""The settings that hold for a command."""

from __future__ import annotations

from typing import Any

from newsgrep.configuration import Configuration, ConfigurationError, configuration
from newsgrep.errors import UsageError
from newsgrep.settings import SETTINGS, STYLE
from newsgrep.storage.location import locate


def settings_of(index: tuple[str, ...]) -> Configuration:
    """What the files say for the first of the indexes that were named, or for the one here.

    Raises :class:`ConfigurationError`.
    """
    return configuration(locate(index[0] if index else None).parent)


def known(settings: Configuration, name: str) -> Any:
    """A setting that is used by what the commands know: forms of output, columns, styles.

    Raises :class:`ConfigurationError`, which says where it was said, for one that they do not.
    """
    value = settings.value(name)
    if value.origin == "default":
        return value.value
    try:
        _check(name, value.value)
    except UsageError as error:
        raise ConfigurationError(f"{value.origin}: {name}: {error.message}", error.hint) from None
    return value.value


def _check(name: str, value: Any) -> None:
    """Raises :class:`UsageError` for what a command would not know."""
    from newsgrep.cli.forms_of_hits import check_form, columns_of

    if name == "search.format":
        check_form(value)
    elif name == "output.columns":
        columns_of(value)
    elif SETTINGS[name].kind == STYLE and value:
        from rich.errors import StyleSyntaxError
        from rich.style import Style

        try:
            Style.parse(value)
        except StyleSyntaxError as error:
            raise UsageError(f"{value!r} is no style: {error}", "as in: bold red") from None


def check_all(settings: Configuration) -> None:
    """Raises :class:`ConfigurationError` for the first setting that cannot be followed."""
    for name in SETTINGS:
        known(settings, name)


def styles_of(index: tuple[str, ...]) -> dict[str, str]:
    """The styles that are other than by default, by role. Raises :class:`ConfigurationError`."""
    settings = settings_of(index)
    return {
        name.partition(".")[2]: known(settings, name)
        for name, value in settings.values
        if name.startswith("styles.") and value.value
    }
