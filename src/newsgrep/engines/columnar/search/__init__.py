"""Which documents answer a question."""
