"""Spreadsheets as files of other kinds."""
