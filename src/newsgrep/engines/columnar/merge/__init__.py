"""Which segments are merged, how, and when."""
