"""What is asked around a search, a module each; ``results`` has what they give."""
