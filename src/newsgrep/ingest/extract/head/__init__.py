"""What stands above (and below) the text: headline, authors, date, source, dateline."""
