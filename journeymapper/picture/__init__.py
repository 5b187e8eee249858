"""From document and scores to primitives: knows neither a window nor paper."""
