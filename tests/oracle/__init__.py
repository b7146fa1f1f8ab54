"""A slow and obvious second opinion on every answer, from ``docs/query.md`` alone.

It shares no code with the engine, with ``newsgrep.text`` or with ``newsgrep.query`` (a test holds
that). Reading is not what it judges: the facts of the articles (headline, deck, text, authors,
dates, speakers, …) are those that :meth:`newsgrep.Archive.article` gives.

A question is asked twice: which articles *surely* answer it, and which *perhaps* do. Where the
language leaves nothing open the two are the same, and the engine's answer has to be exactly that;
elsewhere it has to lie between them. Left open are

- *sentences*, where a full stop may be that of an abbreviation, or a quotation mark follows;
- *quotations*: see :mod:`oracle.texts`;
- dates that are known to the month or year only, where the question cuts through them;
- whether a word in capitals is an acronym, where it is also written small in the archive;
- whether ``lead:`` takes in what follows a very short first paragraph;
- forms of a word in articles of another language than those that hold the word;
- whether a pattern stands for a word that is written in parts (``antinarc*``: anti-narcotics);
- places that only count by reaching from the headline or deck into the text;
- neighbouring words that are one where they are joined (``anti narcotics``), where the archive
  never writes them with a hyphen.
"""
