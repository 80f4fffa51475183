"""Clean workbooks and the ways in which people damage them, each with what has to come of it."""
