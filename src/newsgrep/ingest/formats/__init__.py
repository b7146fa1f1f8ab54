"""File formats: bytes to raw documents. One module a format; the registry picks by content."""
