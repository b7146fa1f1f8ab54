"""The same answers from a cluster of OpenSearch.

What a question looks up is worked out as for the local index (``columnar.search.plan``), from the
cluster's dictionary; ``queries``, ``intervals`` and ``scoring`` say it in the cluster's language.
"""
