"""Files that hold others: archives, compressed files, mail, web archives, books."""
