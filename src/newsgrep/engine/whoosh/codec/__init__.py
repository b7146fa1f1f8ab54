"""The columnar index format: immutable segment files, read in place.

``docs/index-format.md`` describes the bytes. ``whoosh_codec`` shows the same files to Whoosh.
"""
