"""Questionnaires of the plan for the tools that ask them: a file per format."""
