"""What news databases and research corpora give out."""
