"""How a document is named within an index.

``document``: its number in its segment, counted from 0. ``address``: the number of the segment
and that number. ``number``: counted through all segments, which is the document and the base of its
segment, the number of its first document (Lucene's ``docBase``); only whole arrays use it.
"""

from __future__ import annotations

DocAddress = tuple[int, int]
"""(segment, document)"""
