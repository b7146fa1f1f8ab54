"""The page, the HTTP API and the tools for agents: a question over a protocol, the same answers."""
