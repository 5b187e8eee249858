"""What the plan asks of customers in a year, what it brings, and what it costs."""
