"""Tests on a real cluster: nodes started here, or one that the environment names."""
