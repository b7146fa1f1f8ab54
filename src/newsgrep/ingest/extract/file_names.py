"""What the names of a file and of its folders tell of an article: its paper, and its headline.

People who keep clippings write there what the text does not say: ``2024-03-06_le_monde.txt``,
``cnn_article.txt``, ``The Guardian/brexit.txt``, ``Climate change is real.txt``. A name is believed
little, and only for what it can be shown to be: a paper that is known and whose name is no word of
a language, and words of which most stand in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from urllib.parse import unquote

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.head_words import is_section
from newsgrep.ingest.extract.head.publications import publication
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.shared_names import is_shared

IN_FILE_NAME = "the file's name"
NAMED = 0.4
"""How much a paper after which a file is called is believed to be its source."""
_FOLDERS = 3
"""Folders above a file that may be called after a paper."""
_LONGEST = 200
_ENDING = re.compile(
    r"(?:\.(?:pretty|min|clean|orig|raw|final))?\.[A-Za-z]{1,4}\d?(?:\.(?:gz|bz2|xz|zst))?$"
)
_BETWEEN = re.compile(r"\s+[-–—|]+\s+|\s*[_,;()\[\]{}@|–—]+\s*|--+")
"""What parts the fields of a name whose words have blanks between them."""
_JOINED = re.compile(r"[-_+.]+")
"""What stands for a blank in one that has none."""
_COUNTED = re.compile(r"(?<=[-_ ])\d+(?=[-_ .])")
_COUNTS = re.compile(r"([A-Za-z]{3,})\d{1,3}")
"""``nytimes2``: a name and the number of the clipping."""
_NUMBER = re.compile(r"\W*\d[\d\W]*|[a-z]?\d+[a-z]?|v\d+", re.IGNORECASE)
_KINDS = frozenset(
    """article articles artikel artikelen articulo articulos artigo artigos articolo articoli story
    stories news noticia noticias notizia nachrichten nyheter text texts texto txt doc docs document
    documents page pages html htm web export exports clip clips clipping clippings sample samples
    example examples raw data dataset test corpus archive archives feed rss feeds json csv xml full
    copy final clean cleaned output input scraped crawl crawled all new old the en de fr es it pt nl
    pl ru""".split()
)
"""What a file is, beside whose it is."""
_SHORT = frozenset(
    """abc afp ansa ap bbc cbc cbs cctv cgtn cnbc cnn dpa dw efe espn itv msnbc nbc ndtv nhk npr nyt
    pbs rfa rferl rfi rte tass tmz upi voa wapo wsj""".split()
)
"""Papers, stations and agencies that go by letters which are no word."""
_OF_EVERY_PAPER = frozenset(
    """best breaking business daily evening international journal latest local magazine morning my
    national news newsletter online paper press sport sports the today top weekly world""".split()
)
"""Words of which alone no name is made that tells whose a file is."""


def source_of_names(path: str) -> list[Claim]:
    """The paper after which a file, or a folder above it, is called; empty where there is none."""
    folders, _, name = path.replace("\\", "/").rpartition("/")
    if paper := _paper_of(_COUNTED.sub("1", name)):
        return [Claim("source", paper, IN_FILE_NAME, NAMED)]
    if paper := _paper_of_folders(folders):
        return [Claim("source", paper, "the folder's name", 0.35)]
    return []


# The files of one folder are called alike, but for a number.
@lru_cache(maxsize=1024)
def _paper_of(name: str) -> str:
    return next(filter(None, map(_named, _fields(_ENDING.sub("", unquote(name))))), "")


@lru_cache(maxsize=64)
def _paper_of_folders(folders: str) -> str:
    nearest = folders.split("/")[: -_FOLDERS - 1 : -1]
    return next(filter(None, (_named(_words(folder)) for folder in nearest)), "")


def _fields(name: str) -> Iterator[Sequence[str]]:
    """The parts of a name that may be a paper's, as words."""
    yield (name,)
    if " " in name.strip():
        for part in _BETWEEN.split(name):
            yield _bare(part.split())
        return
    words = _words(name)
    yield words
    if "-" in name and "_" in name:
        # "2019-03-04_the-guardian_brexit-vote"
        yield from map(_words, name.split("_"))
    for word in (words[:1], words[-1:]):
        if word and word[0].lower() in _SHORT:
            yield word


def _words(name: str) -> list[str]:
    words = [word for word in _JOINED.sub(" ", name).split(" ") if word]
    return _bare([counted[1] if (counted := _COUNTS.fullmatch(word)) else word for word in words])


def _bare(words: list[str]) -> list[str]:
    """The words of a name without numbers and kinds of files at either end.

    The article of a paper is one of it.
    """
    first, end = 0, len(words)
    while first < end and _tells_nothing(words[first]) and words[first].lower() != "the":
        first += 1
    while first < end and _tells_nothing(words[end - 1]):
        end -= 1
    return words[first:end]


def _tells_nothing(word: str) -> bool:
    return word.lower() in _KINDS or _NUMBER.fullmatch(word) is not None


def _named(words: Sequence[str]) -> str:
    """The known paper that some words name, and nothing besides."""
    name = " ".join(words)
    low = name.lower()
    if low.lstrip("0123456789") in _KINDS:
        return ""  # "12news"
    if not 1 < len(name) <= _LONGEST or is_section(name) or is_place(name):
        return ""
    if low.startswith("the") and low not in _OF_EVERY_PAPER and " " not in low:
        return _named(("The", name[3:])) if len(low) > _GLUED else ""
    shared = is_shared(name) and low[:4] != "the " and low not in _THE_ONE
    if _OF_EVERY_PAPER.issuperset(low.split()) or shared:
        return ""
    paper = publication(name)
    whole = " " in name or "." in name or low in _SHORT or low in _THE_ONE
    if not paper or whole or agency(name):
        return paper
    # One word may be any: "focus", "science". "lemonde" and "nytimes" are names of several.
    return paper if len(name) >= _GLUED and " " in paper.removeprefix("The ") else ""


_THE_ONE = frozenset(("guardian", "telegraph"))
"""Names of many papers that are words of nothing else, and that one is called by everywhere."""
_GLUED = 6
"""Letters from which on several words that are run together are no other word."""


_LEAST_TELLING, _MOST_WORDS = 3, 30
_TELLING = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
"""Letters of a word by which it is looked for in the text."""
_LEAST, _LEAST_OF_SLUG = (4, 0.5), (5, 0.6)
"""The least words of a name, and the share of them that has to stand in the text; and the same of
one that has no blanks."""
_SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LEAST_SIGNS = 8
_DAY_BEHIND = re.compile(r"\s+[(\[](?:19|20)\d\d-\d\d-\d\d[)\]]$")
_FORBIDDEN = re.compile(r"[_:](?=\s|$)")
"""What programs write for a sign that no file's name may have: ``real_ and``."""


def headline_of_name(path: str, text: str) -> list[Claim]:
    """The headline as which a file was kept, where most of its words stand in the ``text``."""
    name = _ENDING.sub("", unquote(path.replace("\\", "/").rsplit("/", 1)[-1]))
    if len(name) > _LONGEST:
        return []
    headline = _headline_in(name)
    least, share = _LEAST if " " in name else _LEAST_OF_SLUG
    if not _stands_in(headline, text.casefold(), least, share):
        return []
    return [Claim("title", headline[:1].upper() + headline[1:], IN_FILE_NAME, 0.45)]


def _headline_in(name: str) -> str:
    """The words of a file's name that may be a headline."""
    if " " not in name.strip():
        fields = name.split("_") if "-" in name and "_" in name else [name]
        longest = max((_words(field) for field in fields), key=len)
        return " ".join(longest)
    parts = re.split(r"\s+[-–—|]+\s+|--+", _FORBIDDEN.sub("", _DAY_BEHIND.sub("", name)))
    # A slug between blanks is words as well.
    each = [_bare(part.split()) if " " in part.strip() else _words(part) for part in parts]
    kept = [words for words in each if words and not _named(words)]
    return " - ".join(map(" ".join, kept))


def _stands_in(headline: str, low_text: str, least: int, share: float) -> bool:
    """Whether a share of the telling words, or signs, of a headline is in a text too.

    Of words there have to be ``least``.
    """
    signs = _SIGNS.findall(headline)
    if len(signs) >= _LEAST_SIGNS:
        pairs = ["".join(pair) for pair in pairwise(signs)]
        return sum(pair in low_text for pair in pairs) >= share * len(pairs)
    telling = _TELLING.findall(headline.casefold())
    if not least <= len(headline.split()) <= _MOST_WORDS or len(telling) < _LEAST_TELLING:
        return False
    return sum(word[:_STEM] in low_text for word in telling) >= share * len(telling)
