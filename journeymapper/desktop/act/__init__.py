"""The mode that goes from results to decisions: a page a question, listed in `pages/order.py`."""
