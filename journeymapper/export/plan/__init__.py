"""The measurement plan as a document: workbook, CSV and calendar, and a workbook edited elsewhere brought back."""
