"""Journey Mapper: draw the journey, design the measurement, see the results, act."""

__version__ = "0.1.0"
