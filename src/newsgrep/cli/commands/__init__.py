"""One module a command: options to a question, the archive, what it renders."""
