"""A few letters find a name; what fits better comes first."""

from hypothesis import given
from hypothesis import strategies as st

from journeymapper.desktop.palette.matching import distance, folded


def far(query: str, name: str) -> int:
    found = distance(folded(query), folded(name))
    assert found is not None
    return found


def test_beginnings_come_before_words_before_initials_before_letters() -> None:
    names = ["Offer", "New offer", "Over full fence", "Coffer", "Off the rails: free"]
    assert far("off", names[0]) < far("off", names[1]) < far("off", names[2]) < far("off", names[3])
    assert far("ofr", "Offer") > far("off", "Coffer")


def test_words_may_stand_in_any_order_and_all_must_be_there() -> None:
    assert distance("map export", "export map as picture") is not None
    assert distance("map import", "export map as picture") is None


def test_dots_and_case_do_not_matter() -> None:
    assert far("AANEKOSKI", "Äänekoski") == 0
    assert far("ääne", "Aanekoski") == 0


def test_letters_scattered_over_a_sentence_fit_nothing() -> None:
    assert distance("mst", folded("A moment that nobody sees as the truth")) is None


@given(st.text(min_size=1, max_size=12), st.text(max_size=30), st.text(max_size=30))
def test_what_is_in_a_name_is_found_in_it(part: str, before: str, after: str) -> None:
    word = folded(part)
    name = folded(before) + word + folded(after)
    assert distance(word, name) is not None


@given(st.text(max_size=20), st.text(max_size=40))
def test_a_distance_is_none_only_where_letters_are_missing_or_far_apart(query: str, name: str) -> None:
    found = distance(folded(query), folded(name))
    assert found is None or found >= 0
    if found is not None:
        assert set("".join(folded(query).split())) <= set(folded(name))
