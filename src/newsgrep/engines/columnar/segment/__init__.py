"""Segment files, read in place; ``docs/index-format.md`` describes the bytes."""
