"""What is kept about articles and questions beside the index, and what is made of them."""
