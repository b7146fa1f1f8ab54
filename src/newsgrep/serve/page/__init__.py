"""The page: what is asked of it, what it shows, and what that looks like."""
