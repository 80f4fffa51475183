"""Formulas: reading them, moving their references, computing them."""
