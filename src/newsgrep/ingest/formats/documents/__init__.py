"""Single documents: web pages, PDF, word processors, plain text, scanned pages."""
