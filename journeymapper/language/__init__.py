"""From messages, numbers and dates to the reader's language."""
