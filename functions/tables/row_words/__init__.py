"""The words by which the rows of a paper form are known, one kind of line per file."""
