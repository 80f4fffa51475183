"""What the requests of a batchUpdate share."""
