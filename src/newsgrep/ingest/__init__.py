"""An article in: files are found, compared with what is known, read, and committed."""
