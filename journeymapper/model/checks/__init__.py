"""What is wrong or missing in the map and the measurement plan: few findings, each saying what and where."""
