"""What a newsroom does with answers: citations, alerts, and what is kept beside the index."""
