"""What stands between and below the paragraphs of a web page's article, and is none of it.

Extractors of a page's main text keep promotions, links to other stories, sign-up forms and the
author's biography, since they are set like paragraphs. What they say gives them away.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from newsgrep.text.letters import bare

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
    | \d+\ min(?:ute)?s?\ read | related\ items\b.{0,300}
    | have\ a\ (?:news\ )?tip\?.{0,200} | got\ a\ (?:news\ )?tip\?.{0,200}
    | if\ you\ (?:buy|purchase)\ something\ (?:through|via|using)\b.{0,200}
    | (?:share|tell\ us)\ (?:what\ you\ think|your\ (?:thoughts|views|story))\b.{0,60}
    | copyright\ .{0,80}\b(?:19|20)\d\d\b.{0,80}
    | (?:photo|image|picture|video)(?:\ (?:by|credit|credits|courtesy))?:\s.{1,120}
    | (?:swipe|scroll)\ (?:left|right|down|up)\b.{0,60}
    | .{0,60}\bswipe\ (?:left|right)\b.{0,80}
    | (?:updated|published|posted|last\ updated)(?:\ (?:at|on))?:?\s.{0,40}\d[\d:.,/ apm-]*
        \w{0,4}\.?
    | .{0,60}\[(?:video|insight|reaction|pictures|analysis|poll|graphic)\]\W*
    | (?:descriptions|subtitles|captions)\ (?:off|settings).{0,40} | default,\ selected
    | (?:beginning|end)\ of\ dialog\ window\..{0,160}
    | this\ is\ a\ modal\ window\.(?:\ this\ modal\ can\ be\ closed\b.{0,120})?
    | noticia\ patrocinada | reporta\ un\ error\ en\ esta\ noticia
    | secciones | servicios | publicidad
    | ¿quieres\ añadir\ otro\ usuario\ a\ tu\ suscripción.{0,20} | flecha
    | tu\ suscripción\ se\ está\ usando\ en\ otro\ dispositivo\b.{0,200}
    | si\ (?:continúas\ leyendo\ en\ este\ dispositivo|decides\ continuar\ compartiendo\ tu\ cuenta
        |quieres\ compartir\ tu\ cuenta)\b.{0,300}
    | en\ el\ caso\ de\ no\ saber\ quién\ está\ usando\ tu\ cuenta\b.{0,200}
    | この記事は(?:有料)?会員限定(?:記事)?です.{0,40} | 残り\d+文字.{0,40}
    | necesitas\ ser\ suscriptor\b.{0,80} | this\ content\ is\ imported\ from\b.{0,160}
    | your\ (?:contribution|support|donation)\ supports?\b.{0,120}
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
    | 関連キーワード | 関連記事 | おすすめ情報 | あわせて読みたい
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
_SENTENCE_END = re.compile(r"[.!?…。！？।؟:]['\"”’»›)\]」]*$")
_BIOGRAPHIES_AT = 4
"""Biographies are looked for in this many paragraphs at either end."""
_LARGEST_CLOSING = 0.4
"""A section of links is never more than this share of a page's text."""
_HEADLINE = 60
"""Characters beyond which what ends a sentence is no headline."""
_MOST_LINKS = 0.3
"""Where links to other stories are more of a text than this share, they are what it is about."""


def without_furniture(
    paragraphs: list[str], authors: Iterable[str] = (), links: Container[str] = frozenset()
) -> list[str]:
    """The paragraphs of an article without promotions, links to others and biographies.

    ``authors`` are names that a biography would begin with; ``links`` the texts, without spaces
    and marks, that a page links as a whole to other stories. What is not beyond doubt is kept,
    tables and lists as well; where nothing would be left, everything is.
    """
    kept = _without_closing([p for p in paragraphs if _EMPTY_ROW.fullmatch(p) is None])
    kept = _without_slides(kept)
    kept = [p for p in kept if _PROMOTION.match(p) is None]
    kept = _without_links(kept, links)
    kept = _without_biographies(kept, tuple(name for name in authors if len(name) > 4))
    return kept or paragraphs


_EMPTY_ROW = re.compile(r"[|\s]*\|[|\s]*")
_SLIDE = re.compile(r"\W*(\d{1,3})\s?(?:/|of)\s?(\d{1,3})\b")
_FEWEST_SLIDES = 4
_LEAST_BESIDE = 1200
"""Characters beside a gallery from which on they are the article; else its slides may be."""


def _without_slides(paragraphs: list[str]) -> list[str]:
    """Without a gallery's captions, ``1/50 …``, ``2/50 …``, where there is a text beside them."""
    slides: dict[str, list[int]] = {}
    numbers: dict[str, list[int]] = {}
    for at, paragraph in enumerate(paragraphs):
        match = _SLIDE.match(paragraph)
        if match is not None and int(match[1]) <= int(match[2]):
            slides.setdefault(match[2], []).append(at)
            numbers.setdefault(match[2], []).append(int(match[1]))
    left_out: set[int] = set()
    for total, places in slides.items():
        is_run = places == list(range(places[0], places[0] + len(places)))
        in_order = numbers[total] == sorted(set(numbers[total]))
        if is_run and in_order and len(places) >= _FEWEST_SLIDES:
            left_out.update(places)
            before = places[0] - 1
            if before > 0 and paragraphs[before] == paragraphs[before - 1]:
                left_out.update((before, before - 1))  # the gallery's name, twice
    kept = [p for at, p in enumerate(paragraphs) if at not in left_out]
    return kept if sum(map(len, kept)) >= _LEAST_BESIDE else paragraphs


def _without_links(paragraphs: list[str], links: Container[str]) -> list[str]:
    """Without headlines of other stories: each a paragraph or an item that is a link as a whole."""
    linked = [bool(p) and bare(p) in links for p in paragraphs]
    size = sum(len(p) for p, link in zip(paragraphs, linked, strict=True) if link)
    if size > _MOST_LINKS * sum(map(len, paragraphs)):
        return paragraphs
    return [p for p, link in zip(paragraphs, linked, strict=True) if not link]


def _without_closing(paragraphs: list[str]) -> list[str]:
    """Cut where links to other stories begin, if that is near enough to the end.

    Below a heading of theirs stand headlines only, which end no sentence.
    """
    total = sum(map(len, paragraphs))
    below = 0
    cut = len(paragraphs)
    for at in range(len(paragraphs) - 1, 0, -1):
        below += len(paragraphs[at])
        if below > _LARGEST_CLOSING * total:
            break
        if len(paragraphs[at]) > _HEADLINE and _SENTENCE_END.search(paragraphs[at]) is not None:
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
