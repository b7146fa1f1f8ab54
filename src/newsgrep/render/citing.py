"""Citations as text, for scripts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsgrep.errors import UsageError
from newsgrep.newsroom.citation import Citation, citation_of
from newsgrep.render.forms import PROSE, RENDERERS, renderer, styled

if TYPE_CHECKING:
    from newsgrep.article import Article
    from newsgrep.results import Hit


def cited(what: Iterable[Citation | Article | Hit], form: str = "apa") -> str:
    """Articles, hits or citations written out, each after the other.

    ``form`` is ``apa``, ``chicago``, ``mla`` (these need the extra ``cite``), ``wikipedia``,
    ``bibtex``, ``ris`` or ``csl-json``. Raises :class:`UsageError` for another.
    """
    if form not in RENDERERS["Citation"]:
        raise UsageError(
            f"unknown form of citation {form!r}", f"one of {', '.join(RENDERERS['Citation'])}"
        )
    citations = [one if isinstance(one, Citation) else citation_of(one) for one in what]
    if form in PROSE:
        return "".join(f"{line.plain()}\n" for line in styled(Citation, form)(citations))
    return "".join(renderer(Citation, form)(citations))
