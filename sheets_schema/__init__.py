"""What the spreadsheets look like: tabs, columns, lists, units, words. Data first, one loader."""
