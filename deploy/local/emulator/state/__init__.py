"""Files, workbooks, tabs and cells; nothing here knows HTTP."""
