"""The same answers worked out in plain Python and in NumPy arrays."""
