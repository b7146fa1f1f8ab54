"""From raw documents to articles: one module a kind of fact."""
