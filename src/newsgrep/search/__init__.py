"""From a question and an archive to its results; ``analysis`` has what is asked around a search."""
