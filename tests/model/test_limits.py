"""What is typed is text: no controls, nothing that turns its direction, the same however often it is cleaned."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from journeymapper.model import edits
from journeymapper.model.limits import STEERING, clean_line, clean_text
from journeymapper.model.project import Project

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u206a\u206f"
ODD = st.sampled_from(TURNING + "\ufeff\ufff9\0\x07\x1b\x85\r\n\t\ud800")
LETTERS = st.sampled_from("aäeא م漢👩\u200d\u200c\u0308\u00ad\u200f ")
texts = st.one_of(st.text(max_size=60), st.lists(ODD | LETTERS, max_size=60).map("".join))


@given(texts)
def test_what_is_clean_has_no_controls_and_stays_as_it_is(text: str) -> None:
    for clean in (clean_text, clean_line):
        cleaned = clean(text)
        assert not set(cleaned) & (STEERING | set(TURNING))
        assert all(char == "\n" or unicodedata.category(char) not in ("Cc", "Cs") for char in cleaned)
        assert clean(cleaned) == cleaned
        assert unicodedata.is_normalized("NFC", cleaned)
    assert not set(clean_line(text)) & set("\n\u2028\u2029")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=60))
def test_letters_of_every_script_are_kept(text: str) -> None:
    assert clean_text(text) == unicodedata.normalize("NFC", text)


def test_what_shapes_words_of_other_scripts_is_kept() -> None:
    for text in ("می\u200cخواهم", "👩\u200d👩\u200d👧", "\u200fשיחה", "sade\u00advesi"):
        assert clean_line(text) == text


def test_a_name_cannot_turn_its_direction(project: Project) -> None:
    after = edits.change(project, "offer", name="Offer \u202etxt.exe\u202c", pains=("\u2067wait\u2069",))
    touchpoint = after.journeys["journey"].touchpoints["offer"]
    assert (touchpoint.name, touchpoint.pains) == ("Offer txt.exe", ("wait",))
