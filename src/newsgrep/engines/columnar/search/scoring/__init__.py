"""How well a document answers: BM25, weights of zones, proximity, the best ones."""
