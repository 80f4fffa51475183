"""From raw grids to typed tables: where tabs and columns are, what cells mean, what is wrong."""
