"""Front matter: what a text says of itself above its first line, in YAML, TOML or labels."""

from __future__ import annotations

import re
from typing import Any

from newsgrep.ingest.formats.data.column_names import ALIKE, field_of, rank_of
from newsgrep.ingest.formats.data.prose_beside import prose_within
from newsgrep.ingest.formats.data.record_document import claims_above
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.lazy_regex import regex

_FRONT = regex(
    r"\ufeff?(?P<comments>(?:\s*<!--(?:(?!-->).)*-->\s*?\n)*)"
    r"(?:---[ \t]*\n(?P<yaml>.*?)\n(?:---|\.\.\.)|\+\+\+[ \t]*\n(?P<toml>.*?)\n\+\+\+)"
    r"[ \t]*(?:\n|$)",
    re.DOTALL,
)
_MAX_FRONT = 1 << 16
_OPENING = regex(rb"(?:\xef\xbb\xbf)?(?:---|\+\+\+)[ \t]*\r?\n")
_FEWEST_LABELS = 2


def opens_front_matter(head: bytes) -> bool:
    """Whether a file that begins so may have front matter."""
    return _OPENING.match(head) is not None


def split_front_matter(text: str) -> tuple[tuple[Claim, ...], str]:
    """The claims of a text's front matter, and the text below it.

    Front matter that is no YAML or TOML is read line by line; what cannot be read is left in the
    text, so that nothing is lost.
    """
    match = _FRONT.match(text)
    if match is None or match.end() > _MAX_FRONT:
        return (), text
    is_toml = match["toml"] is not None
    source = match["toml"] if is_toml else match["yaml"]
    values, rest = (_toml(source) if is_toml else _yaml(source)), ""
    if values is None:
        values, rest = _by_lines(source, "=" if is_toml else ":")
    if not values:
        return (), text
    claims, own = _told(values)
    if not claims and not all(map(_KEY.fullmatch, values)):
        return (), text  # rules around a paragraph: "---", "Nobody knew: …", "---"
    below = text[match.end() :]
    if own and not any(field_of(name) == "text" for name in values):
        # Notes: above the text they would be its head.
        own, below = "", f"{below.rstrip()}\n\n{own}"
    return claims, match["comments"] + own + rest + below


def split_labels(text: str) -> tuple[tuple[Claim, ...], str]:
    """The claims of the labels that a text opens with, as Pelican has them, and the text below.

    ``Title: …`` and ``Date: …``, each a line, up to an empty one. Where one of the lines is
    none, or no two are known, there is nothing but text.
    """
    block, _, below = text[:_MAX_FRONT].removeprefix("\ufeff").lstrip("\n").partition("\n\n")
    if not below.strip():
        return (), text
    values, rest = _by_lines(block, ":")
    known = {field_of(name) for name in values if rank_of(name) < ALIKE} - {""}
    if rest or len(known) < _FEWEST_LABELS or "title" not in known:
        return (), text
    claims, own = _told(values)
    return claims, own + text[text.index(block) + len(block) :].lstrip("\n")


def _told(values: dict[str, Any]) -> tuple[tuple[Claim, ...], str]:
    for name in _OWN & values.keys():
        if isinstance(values[name], dict):
            values = {**values[name], **values}
            del values[name]
    came_from = values.get("from")
    if isinstance(came_from, str) and _ADDRESS.match(came_from) and "url" not in values:
        values = {**values, "url": came_from}
    claims, own = claims_above(values, "front matter", prose_within(values))
    return tuple(map(_unlinked, claims)), own


_OWN = frozenset(("params", "extra"))
"""Tables that Hugo and Zola have for what a site adds to their own names."""
_LABEL = regex(r"([A-Za-z_][\w .-]{0,40}?)[ \t]*([:=])(?:[ \t]+(.*)|)$")
_MEMBER = regex(r"[ \t]*-[ \t]+(.*)$")
_FOLDED = frozenset((">", "|", ">-", "|-", ">+", "|+"))


def _by_lines(source: str, mark: str) -> tuple[dict[str, Any], str]:
    """The values of front matter that is no YAML or TOML, as people mean its lines.

    ``title: Now Playing: A Film`` and a tab behind a colon are none. With them the lines that
    are no value, for the text; nothing where no name is known.
    """
    values: dict[str, Any] = {}
    left: list[str] = []
    name = ""
    for line in source.split("\n"):
        label = None if line[:1].isspace() else _LABEL.match(line)
        if label is not None and label[2] == mark:
            name = label[1]
            values[name] = _bare(label[3] or "")
        elif not (name and _goes_on(values, name, line)) and line.strip() and line[0] != "#":
            left.append(line)
    if not {field_of(name) for name in values} - {""}:
        return {}, ""
    return values, "".join(f"{line}\n" for line in left)


def _goes_on(values: dict[str, Any], name: str, line: str) -> bool:
    """Whether a line is of the value above it, to which it is then added: a member of its list,
    or a line of its text, which is indented."""
    member = _MEMBER.match(line)
    value = values[name]
    if member is not None and (not value or isinstance(value, list)):
        values[name] = [*(value or ()), _bare(member[1])]
        return True
    if line[:1].isspace() and line.strip() and isinstance(value, str):
        values[name] = f"{value} {line.strip()}".strip()
        return True
    return False


def _bare(value: str) -> Any:
    """A value without its quotation marks; of a list in brackets its members."""
    value = value.strip()
    if value in _FOLDED:
        return ""
    if len(value) > 1 and value[0] == "[" and value[-1] == "]":
        return [_bare(member) for member in value[1:-1].split(",")]
    if len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]:
        return value[1:-1]
    return value


def _unlinked(claim: Claim) -> Claim:
    """A claim without the links of note programs: ``[[Ann Poe]]``; a source that is an address."""
    value = _LINK.sub(r"\1", claim.value) if "[[" in claim.value else claim.value
    if claim.field == "source" and _ADDRESS.match(value) is not None:
        return claim._replace(field="url", value=value)
    return claim._replace(value=value)


_KEY = regex(r"[a-z][\w-]*")
_LINK = regex(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_ADDRESS = regex(r"https?://[^\s/]+/\S")


def _toml(source: str) -> dict[str, Any] | None:
    import tomllib

    try:
        return {key: _plain(value) for key, value in tomllib.loads(source).items()}
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _yaml(source: str) -> dict[str, Any] | None:
    """The values of a mapping; None where it is no YAML, nothing where it is no plain mapping."""
    import yaml

    # Anchors are how a small document becomes a large one; front matter has no use for them.
    loader = yaml.SafeLoader(source)
    try:
        events = list(yaml.parse(source, Loader=yaml.SafeLoader))
        if any(isinstance(event, yaml.AliasEvent) for event in events):
            return {}
        values = loader.get_single_data()
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    finally:
        loader.dispose()
    if not isinstance(values, dict):
        return {}
    return {str(key): _plain(value) for key, value in values.items()}


def _plain(value: Any) -> Any:
    """Dates as ISO text, members of lists likewise."""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(member) for member in value]
    return value
