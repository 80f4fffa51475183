"""The nightly functions: read every workbook, check it, assign teams, write back."""
