"""The engine: Whoosh's shape of an index, on columnar segments of our own."""
