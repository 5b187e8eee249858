"""The measurement plan in the window: tables with a spreadsheet's habits, coverage, checks, goals, load."""
