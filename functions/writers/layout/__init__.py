"""How a new workbook looks: headers, numbered rows, dropdowns, protection, colours."""
