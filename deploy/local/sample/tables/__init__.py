"""One module per tab: clean rows, as a careful officer would type them."""
