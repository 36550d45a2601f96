"""From rows to a paper: facts are read, sentences written, one document feeds the page, the Word file and the PDF."""
