"""What stands between and below the paragraphs of a web page's article, and is none of it.

Extractors of a page's main text keep promotions, links to other stories, sign-up forms and the
author's biography, since they are set like paragraphs. What they say gives them away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_PROMOTION = re.compile(
    r"""^\W*(?:
      (?:also|related|related\ (?:video|article|story|stories|content|coverage|news)|read\ more
        |see\ more|see\ also|read\ also|read\ next|more|watch|listen|photos|recommended
        |leia\ (?:mais|tamb[eé]m)|lee\ tambi[eé]n|lire\ aussi|mehr\ zum\ thema|lesen\ sie\ auch
        |leggi\ anche)\s?:\s.{1,200}
    | (?:click|tap)\ here\b.{0,120} | click\ to\ tweet
    | .{0,60}\bclick(?:ing)?\ here(?:\ (?:to|for)\b.{0,80})?[.!]?
    | get\ (?:the|our|your)\ .{1,60}\b(?:app|newsletters?)\b.{0,40}
    | (?:sign\ up|subscribe|register)\b.{0,120}\b(?:newsletters?|inbox|e-?mails?|youtube|premium
        |channel|account|today|here)\b.{0,120}
    | subscribe\ to\ .{1,80} | .{1,40}\bnewsletter
    | get\ .{1,120}\b(?:inbox|newsletters?)\b.{0,80}
    | thanks?\ (?:you\ )?for\ (?:signing\ up|subscribing|registering)\b.{0,80}
    | keep\ an\ eye\ on\ your\ inbox\b.{0,80}
    | there\ was\ an\ error\ (?:processing|submitting)\b.{0,80}
    | want\ to\ bookmark\ your\ favou?rite\b.{0,160} | join\ our\ commenting\ forum
    | join\ thought-provoking\ conversations\b.{0,160}
    | follow\ .{1,80}\bon\ (?:twitter|facebook|x|instagram|youtube|telegram|mastodon|bluesky)\b
        .{0,120}
    | listen\ to\ .{1,40}\blive\b.{0,120}
    | our\ standards:\s.{1,80} | filed\ under:.{0,160} | tags?:\s.{1,160}
    | (?:source|sources):\s?.{1,60}
    | (?:you\ may|you\ might|we\ think\ you.ll)\ (?:also\ )?(?:like|enjoy).{0,40}
    | (?:most|more)\ (?:read|popular|viewed)\b.{0,60} | (?:explore|read)\ further
    | (?:tempo\ de\ leitura|lesezeit|reading\ time|temps\ de\ lecture)\b.{0,40}
    | \d+\ min(?:ute)?s?\ read
    | have\ a\ (?:news\ )?tip\?.{0,200} | got\ a\ (?:news\ )?tip\?.{0,200}
    | if\ you\ (?:buy|purchase)\ something\ (?:through|via|using)\b.{0,200}
    | (?:share|tell\ us)\ (?:what\ you\ think|your\ (?:thoughts|views|story))\b.{0,60}
    | copyright\ .{0,80}\b(?:19|20)\d\d\b.{0,80}
    | (?:photo|image|picture|video)(?:\ (?:by|credit|credits|courtesy))?:\s.{1,120}
    | (?:swipe|scroll)\ (?:left|right|down|up)\b.{0,60}
    | .{0,60}\bswipe\ (?:left|right)\b.{0,80}
    | (?:updated|published|posted|last\ updated)(?:\ (?:at|on))?:?\s.{0,40}\d[\d:.,/ apm-]*
        \w{0,4}\.?
    | https?://\S+ | .{0,60}\[(?:video|insight|reaction|pictures|analysis|poll|graphic)\]\W*
    | \[/?(?:button|caption|gallery|embed|video|audio|caption|vc_\w+)\b.{0,300}
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_CLOSING = re.compile(
    r"""^\W*(?:
      more\ from\b.{1,60} | more\ stories\b.{0,40} | you\ (?:may|might)\ also\ like.{0,20}
    | related(?:\ (?:stories|articles|content|coverage|news|topics|posts|links))?
    | most\ (?:read|popular)\b.{0,40}
    | recommended(?:\ (?:for\ you|stories|articles|reading))? | read\ (?:next|more)
    | what\ to\ read\ next | trending(?:\ now|\ stories)? | top\ stories | latest\ (?:news|stories)
    | leia\ (?:mais|tamb[eé]m) | m[aá]s\ noticias | te\ puede\ interesar | sur\ le\ m[eê]me\ sujet
    | mehr\ zum\ thema | something\ to\ consider
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_BIOGRAPHY = re.compile(
    r"\b(?:is|was|are|covers?|writes?)\b.{0,80}\b(?:writer|reporter|editor|correspondent|columnist"
    r"|journalist|contributor|producer|fellow|author|curator)\b"
    r"|\b(?:follow|find|email|reach|contact) (?:him|her|them|me)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_BIOGRAPHIES_AT = 4
"""Biographies are looked for in this many paragraphs at either end."""
_LARGEST_CLOSING = 0.4
"""A section of links is never more than this share of a page's text."""


def without_furniture(paragraphs: list[str], authors: Iterable[str] = ()) -> list[str]:
    """The paragraphs of an article without promotions, links to others and biographies.

    ``authors`` are names that a biography would begin with. Where nothing would be left,
    everything is kept.
    """
    kept = _without_closing(paragraphs)
    shouted = sum(p.isupper() for p in kept) > len(kept) // 3
    kept = [
        p
        for p in kept
        if _PROMOTION.match(p) is None and (shouted or not (p.isupper() and p.count(" ") >= 3))
    ]
    kept = _without_biographies(kept, tuple(name for name in authors if len(name) > 4))
    kept = _without_last_links(kept)
    return kept or paragraphs


def _without_closing(paragraphs: list[str]) -> list[str]:
    """Cut where links to other stories begin, if that is near enough to the end."""
    total = sum(map(len, paragraphs))
    below = 0
    cut = len(paragraphs)
    for at in range(len(paragraphs) - 1, 0, -1):
        below += len(paragraphs[at])
        if below > _LARGEST_CLOSING * total:
            break
        if len(paragraphs[at]) <= 60 and _CLOSING.match(paragraphs[at]) is not None:
            cut = at
    return paragraphs[:cut]


def _without_biographies(paragraphs: list[str], authors: tuple[str, ...]) -> list[str]:
    if not authors or len(paragraphs) < 4:
        return paragraphs
    ends = {*range(2), *range(len(paragraphs) - _BIOGRAPHIES_AT, len(paragraphs))}
    return [
        p
        for at, p in enumerate(paragraphs)
        if at not in ends or not p.startswith(authors) or _BIOGRAPHY.search(p) is None
    ]


def _without_last_links(paragraphs: list[str]) -> list[str]:
    """Without a list at the very end whose items are headlines rather than sentences."""
    end = len(paragraphs)
    while end and paragraphs[end - 1].startswith("- "):
        end -= 1
    items = paragraphs[end:]
    headlines = [p for p in items if len(p) < 200 and _SENTENCE_END.search(p) is None]
    size, total = sum(map(len, items)), sum(map(len, paragraphs))
    if len(items) >= 2 and len(headlines) == len(items) and size < 0.2 * total:
        return paragraphs[:end]
    return paragraphs
