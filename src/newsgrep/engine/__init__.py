"""The engine: what answers questions from an index.

An index is a list of immutable segments, named in the archive's manifest. A writer makes new
ones, a searcher reads them, and a commit is the archive writing another list. ``interface``
says what an engine is; ``engine/whoosh`` is the one that there is.
"""
