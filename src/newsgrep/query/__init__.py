"""The query language: text to a tree of small dataclasses, or an error that points."""
