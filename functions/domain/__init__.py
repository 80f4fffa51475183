"""Plain Python: what the campaign is, and every decision about it. No input, no output."""
