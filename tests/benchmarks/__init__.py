"""Figures that matter: calls to Google, and how the work grows. `make bench` runs them."""
