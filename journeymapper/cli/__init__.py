"""The command line: a file per verb, each importing what it needs when it runs."""
