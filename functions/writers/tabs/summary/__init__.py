"""«Tổng hợp»: one page for the coordinator, the most urgent first. One module per section."""

from functions.writers.tabs.summary.grid import WIDTHS
from functions.writers.tabs.summary.whole import CHART_ROWS, PART, TABLE, page

__all__ = ["CHART_ROWS", "PART", "TABLE", "WIDTHS", "page"]
