"""What a word is: one implementation for indexing, querying, snippets and extraction."""
