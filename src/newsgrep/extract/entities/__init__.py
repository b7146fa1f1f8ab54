"""People, organizations and places that an article names."""
