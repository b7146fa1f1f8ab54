"""What web pages and pastes leave below an article: taken off the end of its text."""

from __future__ import annotations

import re

_TRAILERS = re.compile(
    r"""^(?:\W*(?:
      read\ (?:more|next|also)(?:\s*[.:»>›…].{0,120}|\ (?:about|at|on|here|from|in)\b.{0,80})?
    | read\ the\ (?:full|rest|whole)\b.{0,80}
    | (?:click|tap)\ (?:here|to)\b.{0,120}
    | continue\ reading.{0,40} | keep\ reading.{0,40} | see\ (?:also|more)\b.{0,80}
    | share(?:\ (?:this|on|via)\b.{0,80})? | tweet | print | email | e-mail
    | (?:like|follow)\ us\ on\b.{0,80}
    | follow\ .{1,60}\ on\ (?:twitter|facebook|x|instagram).{0,40}
    | sign\ up\ (?:for|to)\b.{0,160} | subscribe(?:\ (?:to|now|today)\b.{0,120})?
    | advertisement | sponsored\ content | related(?:\ (?:stories|articles|topics|content))?:?
    | more\ (?:from|on|stories)\b.{0,80} | most\ (?:read|popular) | recommended
    | (?:view|post|leave\ a|\d+)\ comments? | comments\ are\ closed
    | all\ rights\ reserved\b.{0,160}
    | le(?:a|er|e)\ (?:m[aá]s|tambi[eé]n)\b.{0,120} | seguir\ leyendo | compartir.{0,40}
    | s[ií]guenos\ en\b.{0,80} | suscr[ií]bete.{0,120} | publicidad
    | lire\ (?:aussi|la\ suite)\b.{0,120} | partager.{0,40} | weiterlesen.{0,40}
    | mehr\ zum\ thema.{0,80} | end\ of\ (?:the\ )?(?:article|story|document)
    )\W*)$""",
    re.IGNORECASE | re.VERBOSE,
)
_COPYRIGHT = re.compile(
    r"^\W*(?:©|ⓒ|\(c\)|copyright|저작권자)(?:\W*(?:©|ⓒ|\(c\)|copyright\b)){0,2}\W*(?:(?:19|20)\d\d(?:\s*[-–]\s*\d{2,4})?)?,?\s*"
    r"(?:by\s+)?(?P<owner>[A-ZÀ-Ý가-힣](?:[^.,;|©(]|(?<=\b[A-Z])\.){1,60})?",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\s(?:Limited|Ltd|or its|and its|and/or|or affiliated|is (?:a|an|part|owned))\b"
)
"""What stands behind an owner's name: that it is a firm, and that there are others, or whose."""
MAX_LINE = 200


def without_trailer(paragraphs: list[str]) -> tuple[list[str], str]:
    """The paragraphs without the boilerplate at their end, and whose copyright it claims."""
    kept = len(paragraphs)
    owner = ""
    while kept:
        line = paragraphs[kept - 1].strip()
        if len(line) > MAX_LINE:
            break
        claim = _COPYRIGHT.match(line)
        if claim is not None:
            owner = owner or _OTHERS.split(claim["owner"] or "", maxsplit=1)[0].strip()
        elif not _TRAILERS.match(line):
            break
        kept -= 1
    return paragraphs[:kept], owner


def is_trailer(line: str) -> bool:
    """Whether a line is boilerplate below an article, or says whose copyright it is."""
    return len(line) <= MAX_LINE and (_TRAILERS.match(line) or _COPYRIGHT.match(line)) is not None
