"""Which touchpoints go together with an outcome, how much and how surely (methods.md section 4)."""
