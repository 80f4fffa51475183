"""Whole seasons of nights in memory: a campaign, what happens to it day by day, and the plans."""
