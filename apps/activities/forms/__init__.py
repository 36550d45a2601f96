"""What is typed in: the shape of input and its messages; nothing is written here."""
