"""What agencies and web sites send: wire formats and feeds."""
