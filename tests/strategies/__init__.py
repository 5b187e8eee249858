"""Hypothesis strategies for whole, valid projects and their parts; built without the edits, so as to test these."""

from tests.strategies.measuring import METRICS
from tests.strategies.projects import projects
from tests.strategies.words import names, some

__all__ = ["METRICS", "names", "projects", "some"]
