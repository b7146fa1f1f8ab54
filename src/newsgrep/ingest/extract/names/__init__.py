"""People, organizations and places that an article names; its acronyms and speakers."""
