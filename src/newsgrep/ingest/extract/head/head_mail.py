"""The head of a message that was kept as plain text: From, Date, Subject, once or forwarded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from newsgrep.ingest.extract.head.filled_lines import filled_lines
from newsgrep.ingest.extract.head.publications import looks_like_publication, publication
from newsgrep.ingest.extract.names.personal_names import is_name, names_in
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.subjects import bare_subject, is_passed_on

_LINE = re.compile(
    r"[>\s*_]*(from|to|cc|bcc|date|sent|subject|reply-to|newsgroups|message-id|organization|references"
    r"|path|lines|xref|sender|x-[\w-]+|mime-version|content-[\w-]+|importance|attachments?"
    r"|de|von|an|para|à|a|gesendet|enviad[oa](?: el| em)?|envoyé|betreff|asunto|assunto|objet|fecha"
    r"|datum|dato|da|per|inviato|oggetto|van|aan|onderwerp|verzonden|från|till|ämne|skickat|kopia"
    r"|fra|til|emne|sendt|kopi|od|do|temat|data|wysłano|dw|komu|předmět|odesláno|lähettäjä"
    r"|vastaanottaja|lähetetty|aihe|päivämäärä|kimden|kime|konu|gönderildi|tarih|от|кому|тема"
    r"|отправлено|дата|копия|cco?)"
    r"[*_]*\s?:[*_]*\s*(.*)",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"[>\s]*(?:[-_]{2,}\s*(?:forwarded|original|weitergeleitete|ursprüngliche|mensaje|message|mensagem"
    r"|messaggio|doorgestuurd|oorspronkelijk|vidarebefordrat|ursprungligt|videresendt|opprinnelig"
    r"|oprindelig|przekazana|wiadomość).{0,40}[-_]{2,}"
    r"|begin forwarded message:?|anfang der weitergeleiteten.{0,30}"
    r"|début du message.{0,30}|_{10,})\s*$",
    re.IGNORECASE,
)
_ORIGINAL = ("original", "ursprüng", "ursprung", "oorspronk", "opprinnelig", "oprindelig")
"""Rules above a message that is answered, or passed on as it came."""
_SUBJECTS = frozenset(
    """subject betreff asunto assunto objet oggetto onderwerp ämne emne temat předmět aihe konu
    тема""".split()
)
_DATES = frozenset(
    """date sent fecha gesendet enviado enviada envoyé inviato datum dato verzonden skickat sendt
    data wysłano odesláno lähetetty päivämäärä gönderildi tarih отправлено дата""".split()
)
_SENDERS = frozenset("from de von da van från fra od lähettäjä kimden от".split())
_ONLY_MAIL = _SUBJECTS | frozenset(
    """to cc sent newsgroups message-id reply-to gesendet enviado envoyé inviato verzonden skickat
    sendt wysłano odesláno lähetetty gönderildi отправлено""".split()
)
_LISTED = re.compile(r"^\[[^\]]{2,30}\]\s+")
_STARRED = re.compile(r"^\*{2,}(.+?)(?:\s+\d\d/\d\d/\d\d)?$")
_SAYS_NOTHING = re.compile(
    r"(?:(?:an?|the|this|your|interesting|good|great|interessanter?|der|ein|un|une|el|l['’]|o|um)\s?)*"
    r"(?:article|artikel|artículo|artigo|articolo|clipping|zeitungsartikel|link|story|reading|text)"
    r"(?: (?:to read|for (?:later|you|reading)|you asked for|zum lesen|für dich|à lire|para leer"
    r"|para ler|da leggere|om te lezen|att läsa))?|(?:fyi|to read|read (?:this|later)|for later"
    r"|zum lesen|à lire|para leer|zur info|worth reading|interesting)[.!]?",
    re.IGNORECASE,
)
"""A subject that says only that an article follows."""
_TIME = re.compile(r",?(?: (?:at|um|à|às|alle|om|kl\.?|a las))? \d{1,2}[:.h]\d\d.*")
_LETTERS = re.compile(
    r"[\s\"*]*([^<>\"*]{2,50}?)[\s\"*]*[<(\[]+[^@<>]{0,20}(?:news|letter|alert|digest|briefing|daily"
    r"|update|no-?reply|boletin|lettre|nieuws)[^@<>]{0,20}@[^<>]{3,60}[>)\]]+",
    re.IGNORECASE,
)
"""A paper as the sender of its newsletters."""
MAX_HEAD = 20
SUBJECT = "subject of the message"
"""The origin of a headline that is a message's subject."""


@dataclass(frozen=True, slots=True)
class MailHead:
    """What the head of a message says, and whether the message passes on what another wrote."""

    sender: str
    subject: str
    date: str
    forwarded: bool

    def headline(self) -> list[Claim]:
        """The subject as the headline, where below it there is none; else nothing."""
        return [Claim("title", self.subject, SUBJECT, 0.95)] if self.subject else []

    def claims(self, others: Iterable[Claim]) -> list[Claim]:
        """What the message says of the article where the article itself does not."""
        known = {claim.field for claim in others}
        found: list[Claim] = []
        if self.subject and not any(c.value == self.subject for c in others):
            found.append(Claim("title", self.subject, SUBJECT, 0.4 if "title" in known else 0.8))
        if self.forwarded:
            return [*found, *self._of_newsletter(known)]
        if self.date and not known & {"date", "day"}:
            found.append(Claim("date", self.date, "date of the message", 0.7))
        name = re.sub(r"[<(\[].*", "", self.sender).strip(' "')
        if name and is_name(name) and len(name.split()) > 1 and "authors" not in known:
            if not looks_like_publication(name):
                found += [Claim("authors", n, "sender of the message", 0.6) for n in names_in(name)]
        elif name and publication(name) and "source" not in known:
            found.append(Claim("source", name, "sender of the message", 0.6))
        return found

    def _of_newsletter(self, known: set[str]) -> list[Claim]:
        """The paper whose newsletter was passed on, and its day."""
        match = _LETTERS.fullmatch(self.sender)
        if match is None or not publication(match[1]):
            return []
        found = []
        if "source" not in known:
            found.append(Claim("source", match[1], "sender of the newsletter", 0.6))
        if self.date and not known & {"date", "day"}:
            day = _TIME.sub("", self.date)
            found.append(Claim("date", day, "date of the newsletter", 0.6))
        return found


_COVER, _LONGEST_COVER = 6, 300
"""Lines and characters of what stands above a message that is passed on."""


def with_cover_behind(lines: list[str]) -> list[str]:
    """The lines with what somebody wrote above a message that is passed on behind them."""
    filled = filled_lines(lines[: 4 * _COVER], _COVER + 1)
    for place, at in enumerate(filled):
        if place and _RULE.match(lines[at]) is not None:
            head = next((line for line in lines[at + 1 : at + 4] if line.strip()), "")
            cover = lines[:at]
            if _LINE.match(head) is None or sum(map(len, cover)) > _LONGEST_COVER:
                return lines
            return lines if any(map(_LINE.match, cover)) else [*lines[at:], "", *cover]
    return lines


def read_mail_head(lines: list[str]) -> tuple[MailHead | None, int]:
    """The head of the message that a text begins with, and the line behind it, or (None, 0)."""
    values: dict[str, str] = {}
    end, at, ruled, forwarded = 0, 0, False, False
    while at < min(len(lines), MAX_HEAD):
        line = lines[at].strip()
        at += 1
        if not line:
            continue
        if _RULE.match(line):
            ruled = True
            is_original = any(word in line.lower() for word in _ORIGINAL)
            forwarded = forwarded or not is_original or bool(values)
            end = at
            continue
        match = _LINE.match(line)
        if match is None:
            break
        values[match[1].lower().split(" ")[0]] = match[2].strip()
        end = at
    if len(values) < 2 or not (_ONLY_MAIL & set(values) or ruled):
        return None, 0
    subject = _of(values, _SUBJECTS)
    bare = _STARRED.sub(r"\1", _LISTED.sub("", bare_subject(subject)))
    bare = "" if _SAYS_NOTHING.fullmatch(bare) is not None else bare
    passed_on = forwarded or is_passed_on(subject)
    group = "newsgroups" in values
    return MailHead(_of(values, _SENDERS), bare, _of(values, _DATES), passed_on or group), end


def _of(values: dict[str, str], names: frozenset[str]) -> str:
    return next((value for name, value in values.items() if name in names), "")
