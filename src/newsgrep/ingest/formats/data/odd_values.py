"""What columns hold that their names do not say."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from newsgrep.ingest.formats.data.column_names import bare, field_of
from newsgrep.ingest.formats.data.column_values import has_tags, is_empty, without_tags
from newsgrep.ingest.formats.data.python_values import python_value
from newsgrep.ingest.formats.other_texts import with_other_texts
from newsgrep.text.lazy_regex import regex
from newsgrep.text.normal_dates import normal_date

_LEAST_TEXT = 80
"""Characters of a text in a column whose name says nothing."""
_LEAST_WITHOUT_BLANKS = 30
_SENTENCE = regex(r"[.!?…]['\"”’»)]*(?:\s|$)|[。！？؟।]")
_NO_TEXT = regex(r"\s*(?:[\[{<]|https?://|data:)")
_HOW_LONG_AGO = regex(
    r"\s*(?:\d+\s*[a-z]{1,7}\s+ago|an? [a-z]+ ago|yesterday|today|just now|il y a .+|hace .+|vor .+"
    r"|há .+|\d+\s*[^\W\d_]{1,3}\s*前|[^\W\d_]{3,12}\.? \d{1,2}|\d{1,2}\.? [^\W\d_]{3,12})\s*",
    re.IGNORECASE,
)


def unnamed_texts(values: Mapping[str, Any], known: Collection[str] = ()) -> list[str]:
    """The texts in columns whose names say nothing: sentences, and neither markup nor data.

    Of a list of strings each, where together they are such a text. Of ``known`` columns, which
    are of texts in other rows, and of columns of notes, a few words are one.
    """
    found = []
    for name, value in values.items():
        texts = _texts_of(str(name), value)
        together = "\n\n".join(texts)
        is_note = bare(str(name)) in _NOTES and _has_words(together, _FEWEST_IN_NOTE)
        is_known = str(name) in known and _has_words(together, 1) and not _is_list(together)
        is_said = is_sentence_named(str(name), together)
        if is_note or is_known or is_said or is_prose(together):
            found += texts
    return found


def names_of_texts(values: Mapping[str, Any]) -> list[str]:
    """The names of the columns that hold texts, though they do not say so."""
    return [
        str(name)
        for name, value in values.items()
        if is_filled(name, value) and is_prose("\n\n".join(_texts_of(str(name), value)))
    ]


def is_filled(name: str, value: Any) -> bool:
    """Whether a column whose name says nothing holds anything."""
    return not field_of(str(name)) and not is_empty(value)


def words_alone(values: Mapping[str, Any], beside: str) -> list[str]:
    """What is text in a record that has no other: columns of words, whatever their names.

    No keywords, names, addresses, numbers, nor what ``beside`` says.
    """
    texts = [
        text
        for name, value in values.items()
        if not is_of_facts(str(name))
        and _is_worded(text := "\n\n".join(_texts_of(str(name), value)))
    ]
    return [text for text in texts if with_other_texts("", [text], beside)]


_NOTES = frozenset(
    """remarks remark note notes comment comments annotation annotations observations editorsnote
    bemerkung bemerkungen anmerkung anmerkungen notiz notizen nota notas observaciones observacoes
    comentario comentarios commentaire remarque remarques osservazioni commento opmerking
    opmerkingen anteckning anmarkning merknad uwagi poznamka megjegyzes примечание примечания
    备注 備註 備考 비고""".split()
)
"""Columns of what was noted of an article."""
_FEWEST_IN_NOTE = 4
_OF_FACTS = frozenset(
    """id ids key slug path file filename hash alt image images img photo photos picture thumbnail
    icon avatar media video audio logo copyright copyrights license licence rights credit credits
    bio address location email phone seo meta og twitter keyword keywords tag tags category
    categories label labels status state error errors warning query prompt agent useragent
    template type kind class css style script html code breadcrumb breadcrumbs entities ner pos
    lemma lemmas tokens tokenized sentiment emotion name names affiliation by via""".split()
)
"""Words in names of columns that hold facts, however many words these have."""
_WORD = regex(r"[A-Z]*[^\W_A-Z]+|[A-Z]+")
_FEWEST_WORDS, _FEWEST_SIGNS = 4, 15
_LISTED = regex(r"[,;|/>›»·]\s*")
_WORDS_OF_LIST = 3


def is_of_facts(name: str) -> bool:
    """Whether a name is made of a word for facts."""
    return has_word_of(name, _OF_FACTS)


def has_word_of(name: str, words: frozenset[str]) -> bool:
    """Whether one of the words that a name is made of is among ``words``.

    Those of ``image_credit`` and of ``imageCredit`` are the same.
    """
    return not words.isdisjoint(map(str.lower, _WORD.findall(name)))


def _is_worded(text: str) -> bool:
    """Whether a value is made of words that say something together."""
    if not _has_words(text, _FEWEST_WORDS):
        return False
    if _SENTENCE.search(text) is not None:
        return True
    if _is_list(text) or text.count(" ") > _LONGEST_WITHOUT_STOP:
        return False
    if signs := len(_DENSE.findall(text)):
        return signs >= _FEWEST_SIGNS
    words = text.split()
    # Names and titles have capitals.
    return 2 * sum(word[0].isupper() for word in words) <= len(words)


_LONGEST_WITHOUT_STOP = 30
"""Words of a text that has no sentence; more of them are for programs."""


def _is_list(text: str) -> bool:
    """Whether a value is a list of keywords or the like."""
    if _STOP.search(text) is not None:
        return False
    parts = [part for part in _LISTED.split(text) if part.strip()]
    return len(parts) > 2 and len(text.split()) <= _WORDS_OF_LIST * len(parts)


_STOP = regex(r"[.!?…。！？؟।]['\"”’»)]*$")


def _has_words(text: str, least: int) -> bool:
    """Whether a value has so many words, or three times as many signs of dense scripts."""
    if _NO_TEXT.match(text) is not None:
        return False
    if _STOP.search(text) is None and len(text) <= _LONGEST_DATE and normal_date(text) is not None:
        return False
    kept = [sign for sign in text if not sign.isspace()]
    if sum(map(str.isalpha, kept)) < _LETTERS_SHARE * len(kept):
        return False
    return _words_in(text) >= least


def _words_in(text: str) -> int:
    """How many words a value has, addresses left out; of dense scripts a third of the signs."""
    words = (word for word in text.split() if any(map(str.isalpha, word)))
    worded = sum(_ADDRESS.match(word) is None for word in words)
    return max(worded, len(_DENSE.findall(text)) // _SIGNS_OF_WORD)


_ADDRESS = regex(r"(?:https?://|www\.)|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?$", re.I)
_DENSE = regex(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Signs of scripts that have no blanks between words, or several words between blanks."""
_SIGNS_OF_WORD = 3
_LONGEST_DATE = 40
_LETTERS_SHARE = 0.5


def _texts_of(name: str, value: Any) -> list[str]:
    """The strings of a column that may be a text."""
    field = field_of(name)
    if field == "text" and isinstance(value, dict):
        strings = [one for one in value.values() if isinstance(one, str)]
        return [without_tags(one) if has_tags(one) else one for one in strings]
    if field:
        return []
    return _strings(value)


def _strings(value: Any) -> list[str]:
    if isinstance(value, list):
        return value if all(isinstance(one, str) for one in value) else []
    return [value] if isinstance(value, str) else []


def is_prose(text: str) -> bool:
    """Whether a value whose name says nothing is a text: long enough, and of sentences."""
    least = _LEAST_TEXT if " " in text else _LEAST_WITHOUT_BLANKS
    return (
        len(text) >= least
        and _NO_TEXT.match(text) is None
        and _SENTENCE.search(text) is not None
        and _words_in(text) >= _FEWEST_WORDS
    )


def is_sentence_named(name: str, text: str) -> bool:
    """Whether a short value is a sentence from its capital to its stop: a caption, a question.

    Under a name for headlines it is one of them, and under one for rights it is none of a text.
    """
    if is_of_facts(name) or has_word_of(name, _HEADED):
        return False
    text = text.strip()
    if _CLOSED.search(text[-4:]) is None or _NO_TEXT.match(text) is not None:
        return False
    if len(_DENSE.findall(text)) >= _FEWEST_SIGNS:
        return True
    return _OPENED.match(text) is not None and _words_in(text) > _FEWEST_WORDS


_HEADED = frozenset(
    """title titles headline headlines heading subject slugline short terms usage notice
    notices""".split()
)
_OPENED = regex(r"[\"'“‘„«¿¡(\[]{0,2}(?:[^\W\d_a-zß-öø-ÿа-я]|\d)")
_CLOSED = regex(r"[.!?…。！？؟।]\s*['\"”’»)\]]*$")


def is_of_texts(name: str) -> bool:
    """Whether a name is one for texts or for notes."""
    return field_of(name) == "text" or bare(name) in _NOTES


def with_inner(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """A record whose article a program wrote into one of its cells, with what that says."""
    if any(field_of(str(name)) == "title" for name in values):
        return values
    for name, value in values.items():
        if isinstance(value, str) and value.startswith("{"):
            inner = python_value(value)
            if isinstance(inner, dict) and any(field_of(key) == "title" for key in inner):
                return {**inner, **{n: v for n, v in values.items() if n not in (name, *inner)}}
    return values


def with_question(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """A record of a question and its answer: the question is the headline, or opens the text."""
    names = {bare(str(name)): name for name in values}
    if not names.keys() >= {"question", "answer"}:
        return values
    question, answer = values[names["question"]], values[names["answer"]]
    if not isinstance(question, str) or not isinstance(answer, str) or not question.strip():
        return values
    headed = (v for name, v in values.items() if field_of(str(name)) == "title")
    if all(map(is_empty, headed)):
        return {"title": question, **values}
    return {**values, names["answer"]: f"{question}\n\n{answer}"}


def headline_called_name(values: Mapping[str, Any]) -> str:
    """The headline in a column ``Name``: of more words than people have names, or empty."""
    names = (v for name, v in values.items() if bare(str(name)) == "name" and isinstance(v, str))
    return next((name for name in names if len(name.split()) >= _LEAST_HEADLINE), "")


_LEAST_HEADLINE = 5


def says_how_long_ago(value: Any) -> bool:
    """Whether a date is none without the day on which it was read: ``6 YEARS AGO``, ``May 3``."""
    return (
        isinstance(value, str)
        and _HOW_LONG_AGO.fullmatch(value) is not None
        and normal_date(value) is None
    )
