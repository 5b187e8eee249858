"""Pure functions from document and tallies to scores."""
