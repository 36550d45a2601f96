"""Untrusted workbooks read as cells with coordinates: `opened.open_book`. `reader.py` is a program of its own."""
