"""Result files in, tallies out: the only place that reads tables."""
