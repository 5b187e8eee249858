"""How alike two questions are, word order and small changes of wording aside."""


def likeness(one: str, other: str) -> float:
    """From 0 to 1: letters in their order, or the same words in another order a little less."""
    from rapidfuzz import fuzz

    return max(fuzz.ratio(one, other), 0.97 * fuzz.token_sort_ratio(one, other)) / 100
