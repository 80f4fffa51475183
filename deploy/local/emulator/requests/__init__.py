"""One module per kind of batchUpdate request: ``KIND`` names it, ``apply`` does it."""
