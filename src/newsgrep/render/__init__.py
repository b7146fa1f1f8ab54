"""Every form of every result: the only place that makes text, JSON, CSV and SVG."""
