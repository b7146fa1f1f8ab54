"""The columnar index as Whoosh sees it: index, schema and codec."""
