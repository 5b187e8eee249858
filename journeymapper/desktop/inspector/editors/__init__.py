"""The controls of fields: one for each kind."""
