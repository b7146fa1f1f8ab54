"""Indexes of several engines, searched as one."""
