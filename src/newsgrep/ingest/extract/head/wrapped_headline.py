"""What print and typescripts do to lines, undone: headlines over several, spaced letters."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from newsgrep.ingest.extract.head.byline_lines import is_small_byline
from newsgrep.ingest.extract.head.clauses import is_clause, is_prose, is_shouted_clause
from newsgrep.ingest.extract.head.dateline import read_dateline
from newsgrep.ingest.extract.head.evidence import Standing
from newsgrep.ingest.extract.head.filled_lines import filled_lines
from newsgrep.ingest.extract.head.head_lines import LineReading, read_line
from newsgrep.ingest.extract.head.head_words import BY, RANKS, is_furniture
from newsgrep.ingest.extract.head.label_block import may_be_labelled
from newsgrep.ingest.extract.head.page_lines import is_stamp
from newsgrep.ingest.extract.head.wrapped_text import opens_sentence
from newsgrep.text.given_names import is_given_name

_LOOKED_AT = 14
_FARTHEST = 10
"""Lines with words among which a headline begins."""
_MOST_LINES = 4
_LONGEST_LINE = 100
_SHORTEST_LINE = 18
_LONGEST = 240
_NEAR_WIDTH = 0.85
"""What part of the text's own width a headline has that was broken there."""
_SHOUTED_WIDTH = 0.65
"""The same of one in capitals, below which a deck seldom is."""
_FEW_WORDS = 3
_SMALL_WORD = 4
"""Letters of words that headlines write small among capitals."""
_NAME_WORDS, _LONG_NAME = 4, 7
_PARAGRAPH = 150
"""Characters of a line that is a paragraph without hard line ends."""
_BODY = 40
"""Lines in which the width of the text is looked for."""
_JOINING = frozenset(
    """a an the of to in on at by for from with and or as after before over under into about amid
    than that who is are was were be been has have had will would may its his her their
    der die das dem den des ein eine einen einem einer eines und oder von vom zu zum zur mit für auf
    im am aus bei nach vor über unter wegen um als wie ist sind hat
    le la les un une du de des et ou à au aux en dans par pour sur avec chez est a ont que qui
    el los las una unos del y o e u con para por sin sobre entre es son se su sus lo al
    il lo gli i uno di da della dei delle degli del al alla nel nella per tra fra che
    um uma uns o os as do da dos das no na nos nas em ao à às com
    het een van op te met voor naar door bij aan en of
    en ett och att av på i till från för med om som är har
    et og av å til fra som er har på
    w we z ze na do od dla po przy oraz i o u""".split()
)
"""Words that no headline ends with, in the languages of the news."""
_QUOTES = (("“", "”"), ("„", "“"), ("«", "»"), ("‘", "’"), ("(", ")"))
_CODE = re.compile(r"""[=<>{}\\#]|https?:|\w\(|"\s*:""")
_STOPPED = re.compile(r"[.!?…][\"'”’»)]*$")
_INITIAL = re.compile(r"\b[A-Z]\.$")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_GOES_ON = re.compile(r"\s*[^\W\d_A-ZÀ-Þ][\w’'-]*[\s,]")


def with_headline_joined(lines: list[str], start: int) -> list[str]:
    """The lines with those of a headline joined in the first of them; as many lines as before.

    What tells it: a line ends in a word that goes on, or the next one begins small; or, in a text
    with hard line ends, each line is as full as it could be. A deck is none of that.
    """
    filled = [start + at for at in filled_lines(lines[start : start + 40], _LOOKED_AT)]
    for place in range(min(len(filled) - 1, _FARTHEST)):
        first = filled[place]
        if len(lines[first]) > _LONGEST_LINE:
            return lines
        if filled[place + 1] != first + 1:
            continue
        if _are_two_above_text(lines, first):
            joined = list(lines)
            joined[first] = f"{lines[first].strip()} {lines[first + 1].strip()}"
            joined[first + 1] = ""
            return joined
        if _begins_paragraph(lines, first):
            return lines
        if not all(_is_above(lines[at]) for at in filled[:place]):
            return lines
        if not _may_go_on(lines[first]):
            continue
        run = _run(lines, first)
        if len(run) > 1 and _is_one(run, lines, first):
            joined = list(lines)
            joined[first] = " ".join(line.strip() for line in run)
            joined[first + 1 : first + len(run)] = [""] * (len(run) - 1)
            return joined
    return lines


def _are_two_above_text(lines: list[str], first: int) -> bool:
    """Whether two lines are a headline right above a text: a sentence without a stop."""
    block = lines[first : first + 4]
    if len(block) < 4 or not all(line.strip() for line in block) or not _may_go_on(block[0]):
        return False
    is_short = all(len(line) <= _LONGEST_LINE for line in block[:2])
    if _is_of_head(block[0], block[1]):
        return False  # "by Ann Poe May 11, 2018"
    return is_short and _is_joined(block[0], block[1]) and opens_sentence(block[1], block[2])


def _begins_paragraph(lines: list[str], first: int) -> bool:
    """Whether more lines than a headline has go on from ``first``, most of them in small letters.

    So text with hard line ends is told before a line of it is read.
    """
    block = lines[first + 1 : first + 1 + _MOST_LINES]
    if len(block) < _MOST_LINES or not all(block):
        return False
    if any(line.startswith(("By ", "BY ")) for line in block[:3]):
        return False
    small = [line for line in block if line[0].islower() and BY.match(line) is None]
    return len(small) > 1 and sum(map(len, block)) > _LONGEST / 2


def _is_above(line: str) -> bool:
    """Whether a line may stand above a headline: it is of the head, or a word or two."""
    if len(line.split()) <= _FEW_WORDS or is_stamp(line):
        return True
    if is_prose(line) or is_clause(line) or is_shouted_clause(line):
        return False
    return _reading(line).is_head


def undoubled(lines: list[str]) -> list[str]:
    """The lines of a text with an empty one behind each, as manuscripts have them, without those.

    Paragraphs are parted by more empty lines, of which half stay.
    """
    filled = filled_lines(lines[:60], 8)
    if len(filled) < 8 or any(len(lines[at]) > _LONGEST_LINE for at in filled):
        return lines
    if any(two - one != 2 for one, two in itertools.pairwise(filled) if two - one < 4):
        return lines
    known = [at for at, line in enumerate(lines[:80]) if line.strip()]
    pairs = [(lines[one], lines[two]) for one, two in itertools.pairwise(known)]
    if any(two == one + 1 for one, two in itertools.pairwise(known)):
        return lines
    if sum(len(one) >= 40 and _GOES_ON.match(two) is not None for one, two in pairs) < 3:
        return lines
    kept: list[str] = []
    empty = 0
    for line in lines:
        if not line.strip():
            empty += 1
            continue
        kept += [""] * (empty // 2) + [line]
        empty = 0
    return kept


def unquoted(lines: list[str]) -> list[str]:
    """The lines of a text that was quoted in a mail, from the first on, without their ``>``."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    quoted = [at for at in filled if lines[at][:1] == ">"]
    if len(quoted) < _QUOTED_LINES or quoted[0] not in filled[:_LOOKED_AT]:
        return lines
    below = len(filled) - filled.index(quoted[0])
    if len(quoted) < _NEARLY_ALL * below:
        return lines
    return [_QUOTE.sub("", line) for line in lines]


_QUOTED_LINES, _NEARLY_ALL = 4, 0.9
_QUOTE = re.compile(r"^(?:> ?)+")


def with_letters_joined(lines: list[str]) -> list[str]:
    """The lines with a masthead in spaced letters written as others are: ``T H E   N E W S``."""
    for at in filled_lines(lines[:12], 2):
        bare = lines[at].strip()
        if bare[1:2] == " " and bare.isupper() and _SPACED.fullmatch(bare) is not None:
            words = [word.replace(" ", "") for word in re.split(r"\s{2,}", bare)]
            return [*lines[:at], " ".join(words), *lines[at + 1 :]]
    return lines


_SPACED = re.compile(r"(?:[^\W\d_a-z&.’'-](?:\s{1,4}|$)){4,40}")


def _may_go_on(line: str) -> bool:
    """Whether a line may be the first of a headline: long enough, and no sentence ends with it."""
    bare = line.strip()
    return (
        len(bare) >= _SHORTEST_LINE
        and len(bare.split()) > 2
        and not bare[0].islower()
        and _CODE.search(bare) is None
        and (_STOPPED.search(bare) is None or _INITIAL.search(bare) is not None)
        and not may_be_labelled_head(bare)
        and BY.match(bare) is None
        and read_dateline(bare) is None
    )


def may_be_labelled_head(line: str) -> bool:
    """Whether a line has a label or cells, and is no clause of a headline."""
    return may_be_labelled(line) and ("|" in line or "\t" in line)


def _run(lines: list[str], first: int) -> list[str]:
    """The lines from ``first`` on that may be one headline; none where they are a paragraph."""
    run: list[str] = []
    for line in lines[first : first + _MOST_LINES + 1]:
        if not line.strip():
            break
        if run and _is_of_head(run[-1], line) and not _is_above_byline(lines, first + len(run)):
            break
        run.append(line.rstrip())
    if len(run) > 2 and _STOPPED.search(run[2]) is not None and _are_two(run):
        run = run[:2]  # and a deck
    long = len(run) > _MOST_LINES or sum(map(len, run)) > _LONGEST
    if long or any(len(line) > _LONGEST_LINE for line in run):
        return []
    if not run or any(map(_CODE.search, run)):
        return []
    return run if _STOPPED.search(run[-1].rstrip("?!")) is None else []


def _are_two(run: list[str]) -> bool:
    """Whether the grammar joins the first two lines, and not the third to them."""
    return _is_joined(run[0], run[1]) and not _is_joined(run[1], run[2])


def _is_above_byline(lines: list[str], at: int) -> bool:
    """Whether names, or a word, stand right above the byline, and so are the headline's last."""
    below = next((line.strip() for line in lines[at + 1 : at + 3] if line.strip()), "")
    if not below.startswith(("By ", "BY ")):
        return False
    line = lines[at].strip()
    if BY.match(line) is not None or is_furniture(line) or line.isupper():
        return False
    return _reading(line).fields <= {"authors", "place", "section"}


def _is_of_head(above: str, line: str) -> bool:
    """Whether a line below one of a headline says who, when or where, and does not go on."""
    if BY.match(line.strip()) is not None and not _goes_on_small(line.partition(" ")[2]):
        return True
    if is_small_byline(line.strip()):
        return True
    if line.split()[0].title() in RANKS:
        return False  # whom it is about
    if is_furniture(line) or may_be_labelled_head(line):
        return True
    reading = _reading(line)
    if not _says(reading, line):
        return False
    # "… What to Watch For" and, below it, "Ann Poe".
    named = reading.fields == {"authors"} and is_given_name(line.split()[0].title())
    return reading.anchored or named or not _is_joined(above, line)


def _reading(line: str) -> LineReading:
    return read_line(line, 1, _NEAR)


def _says(reading: LineReading, line: str) -> bool:
    """Whether a line is of the head beyond doubt: in capitals, many a clause looks like names."""
    if not reading.is_head:
        return False
    words = line.split()
    if reading.anchored or len(words) <= _NAME_WORDS:
        return True
    named = is_given_name(words[0].title()) or reading.has_role or "source" in reading.fields
    return named and len(words) < _LONG_NAME


_NEAR = Standing(near=True)


def _is_one(run: Sequence[str], lines: list[str], first: int) -> bool:
    """Whether lines are one headline."""
    pairs = list(itertools.pairwise(run))
    joined = [_is_joined(one, two) for one, two in pairs]
    opening = _reading(run[0])
    if _says(opening, run[0]) and (opening.anchored or not joined[0]):
        return False
    width = _width_of_text(lines, first + len(run))
    if not width:
        below = lines[first + len(run) : first + len(run) + _BODY]
        return all(joined) and any(len(line) > _PARAGRAPH for line in below)
    asks = any(line.endswith(":") for line in run[:-1])
    if all(joined) and not asks:
        return True
    stripped = [line.strip() for line in run]
    if len(run) > 2 and not asks and _is_narrow_column(stripped, width):
        return True
    widest = max(map(len, stripped))
    full = all(
        len(one) + 1 + len(two.split()[0]) > widest for one, two in itertools.pairwise(stripped)
    )
    if not full:
        return False
    if len(run) > 2:
        return True
    if all(map(str.isupper, run)) and len(stripped[0]) >= _SHOUTED_WIDTH * width:
        return True
    return (any(joined) and not asks) or len(stripped[0]) >= _NEAR_WIDTH * width or _centred(run)


def _is_narrow_column(run: Sequence[str], width: int) -> bool:
    """Whether lines with each word in capitals are narrower than the text: print's headlines."""
    words = [word for line in run for word in line.split() if len(word) > _SMALL_WORD]
    capitals = sum(word.strip("‘“\"'«„(")[:1].isupper() for word in words)
    return capitals == len(words) and max(map(len, run)) < width


def _is_joined(one: str, two: str) -> bool:
    """Whether the grammar of two lines joins them."""
    last = _last_word(one)
    if _goes_on_small(two):
        return True
    if one.rstrip().endswith((",", "–", "—", " -", "&")):
        return True
    if last and (last.casefold() in _JOINING) and not _is_name_word(one, last):
        return True
    return any(
        one.count(opening) > one.count(closing)
        and (two.rstrip().endswith(closing) if closing == "’" else closing in two)
        for opening, closing in _QUOTES
    )


def _is_name_word(line: str, last: str) -> bool:
    """Whether a last word only looks like one that joins: ``PLAN A``, ``World Cup I``."""
    return len(last) == 1 and last.isupper() and not line.isupper()


def _last_word(line: str) -> str:
    words = line.split()
    return words[-1] if words and _WORD.fullmatch(words[-1]) is not None else ""


def _goes_on_small(line: str) -> bool:
    bare = line.strip().lstrip("‘“\"'«„(")
    return bare[:1].islower() and bare[:2].islower() | (len(bare.split()[0]) == 1)


def _centred(run: Sequence[str]) -> bool:
    """Whether lines stand in the middle of one page, the shorter farther in."""
    margins = [len(line) - len(line.lstrip()) for line in run]
    middles = [margin + (len(line) - margin) / 2 for margin, line in zip(margins, run, strict=True)]
    return min(margins) > 3 and max(margins) > min(margins) and max(middles) - min(middles) <= 1


def _width_of_text(lines: list[str], begin: int) -> int:
    """The width of the text's lines where it has hard line ends; 0 where it has none."""
    below = lines[begin : begin + _BODY]
    if any(len(line) > 2 * _LONGEST_LINE for line in below):
        return 0
    wrapped = [
        len(one.strip())
        for one, two in itertools.pairwise(below)
        if len(one) >= 25 and _goes_on_small(two) and _STOPPED.search(one) is None
    ]
    return max(wrapped) if len(wrapped) > 1 else 0
