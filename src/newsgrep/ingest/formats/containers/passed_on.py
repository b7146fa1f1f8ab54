"""Articles that messages pass on: the sender is not the author, nor the day the article's."""

from __future__ import annotations

import re
from email.message import Message

from newsgrep.ingest.raw_document import Claim
from newsgrep.text.lazy_regex import regex
from newsgrep.text.letters import letters
from newsgrep.text.subjects import bare_subject, is_passed_on

_LINES = 16
"""Lines with words at the beginning of a message among which the article's head is looked for."""
_BEHIND = regex(r"\s*[\[(]([^\[\]()]{2,40})[\])]\s*$")
_RULE = regex(
    r"\W*(?:-{2,}.{0,30}(?:forwarded|original|weitergeleitet|ursprüngliche|reenviado|transféré|inoltrato|mensaje"
    r"|message|mensagem|messaggio|videresendt|vidarebefordrat|ursprungligt|doorgestuurd"
    r"|oorspronkelijk|opprinnelig|oprindelig|przekazana|wiadomość)|begin forwarded message)",
    re.IGNORECASE,
)
_BYLINE = regex(r"\W{0,4}(?:By|BY|Von|Por|Par|Di|di|Door|Av)\s+[^\W\d_a-z][^.!?]{3,80}$")
_DATE_OF_MESSAGE = 0.5
"""How sure the day of a message is that of the article in it: no surer than any other."""


def article_within(message: Message, text: str, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims of a message that passes on an article, of which it says no more; else none.

    It says so in its subject, or is posted to a newsgroup; and its subject stands in the text as
    a headline does, or a byline does.
    """
    subject = str(message.get("Subject", "")).strip()
    posted = message.get("Newsgroups") is not None
    if not subject or not (posted or is_passed_on(subject)):
        return ()
    title = bare_subject(subject)
    shorter = _BEHIND.sub("", title)
    lines = [line for line in text[:6000].split("\n") if line.strip()][:_LINES]
    said = {letters(line) for line in lines}
    headed = letters(title) in said or letters(shorter) in said
    if not headed and (
        posted or not any(_RULE.match(line) or _BYLINE.match(line.strip()) for line in lines)
    ):
        return ()
    kept = [c for c in claims if c.field not in ("authors", "source", "date", "title")]
    kept += [c._replace(confidence=_DATE_OF_MESSAGE) for c in claims if c.field == "date"]
    if not headed:
        return (*kept, Claim("title", title, "Subject", _DATE_OF_MESSAGE))
    if letters(title) not in said and (paper := _BEHIND.search(title)) is not None:
        kept.append(Claim("source", paper[1], "Subject", _DATE_OF_MESSAGE))
        title = shorter
    return (*kept, Claim("title", title, "Subject", 0.9))


def has_head_of_its_own(message: Message, text: str, claims: tuple[Claim, ...]) -> bool:
    """Whether a paper's letter has its subject once more as a headline, and a byline below it."""
    subject = str(message.get("Subject", "")).strip()
    if not subject or any(claim.field == "authors" for claim in claims):
        return False
    lines = [line.strip() for line in text[:6000].split("\n") if line.strip()][:_LINES]
    title = letters(bare_subject(subject))
    return any(
        letters(line) == title and any(map(_BYLINE.match, lines[at + 1 : at + 3]))
        for at, line in enumerate(lines)
    )
