"""What happens to clean rows when people type them."""
