"""Near-duplicates: signatures of articles, and the clusters that they form."""
