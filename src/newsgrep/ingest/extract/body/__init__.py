"""The text itself: paragraphs, and what of a page is no part of it."""
