"""Rows and records: tables, JSON, Parquet."""
