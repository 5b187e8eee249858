"""What can be laid over the cards instead of the verdicts: a file an overlay, listed in `order.py`."""
