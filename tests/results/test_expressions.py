"""The language of rules: what it means in a row, and that it is nothing but itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.model.messages import Refusal
from journeymapper.results.expression_values import shown
from journeymapper.results.expressions import columns_in, compile_expression

NAMES = ("Moved", "Told in days", "Age", "Opened", "Closed", "Visits, all")
ROW = ("Yes", "3", "45,5", "2026-02-27", "1.3.2026", "2")
NOBODY = ("", "", "", "", "", "")


def value(expression: str, row: tuple[str, ...] = ROW) -> str:
    return shown(compile_expression(expression, NAMES, ",").value(row.__getitem__))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ('Moved == "yes"', "yes"),
        ("moved = 'no'", "no"),
        ("Moved != 'no' and Age > 45", "yes"),
        ("Age > 45.5 or Age <= 45", "no"),
        ("not (Age < 18)", "yes"),
        ("[Told in days] in (1, 2, 3)", "yes"),
        ("`Told in days` not in (1, 2)", "yes"),
        ('"Told in days" >= 3', "yes"),
        ("[Visits, all] * 10 + 1 = 21", "yes"),
        ("Closed - Opened", "2"),
        ("Closed > Opened", "yes"),
        ("Opened < '2026-03-01'", "yes"),
        ("Moved is blank", "no"),
        ("Moved contains 'ES'", "yes"),
        ("-[Told in days] = -3", "yes"),
        ("1 + 2 * 3 = 7", "yes"),
        ("'a' if Moved = 'no' else 'b' if [Told in days] > 2 else 'c'", "b"),
        ("(1 = 1 or 1 = 2) and 1 = 2", "no"),
        ("1 = 1 or 1 = 2 and 1 = 2", "yes"),
        (r"'it\'s' = \"it's\"".replace(r"\"", '"'), "yes"),
    ],
)
def test_what_an_expression_is_worth(expression: str, expected: str) -> None:
    assert value(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("Moved = 'no'", ""),
        ("not Moved = 'no'", ""),
        ("Moved = 'no' or 1 = 1", "yes"),
        ("Moved = 'no' and 1 = 2", "no"),
        ("Moved is blank", "yes"),
        ("Moved is not blank", "no"),
        ("Age + 1", ""),
        ("Age in (1)", ""),
        ("'a' if Moved = 'no' else 'b'", ""),
        ("1 / 0", ""),
    ],
)
def test_what_is_blank_is_unknown_and_no_answer(expression: str, expected: str) -> None:
    assert value(expression, NOBODY) == expected


def test_texts_have_no_order() -> None:
    assert value("Moved > 'a'") == ""


@pytest.mark.parametrize(
    "expression",
    [
        "__import__('os')", "Moved.upper()", "Age >", "(Age", "Age 3", "Age in 3", "'open", "Age ** 2", "lambda: 1",
        "[Told in days", "and", "not", "Age is 3", "if else", "Moved == no", "1 = 1; 2 = 2", "", "Age != != 2", "x",
        "(" * 100 + "1" + ")" * 100, "-" * 3000 + "1", "1" * 5000,
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_refused_in_words(expression: str) -> None:
    with pytest.raises(Refusal):
        compile_expression(expression, NAMES)


def test_a_lost_column_is_asked_back() -> None:
    with pytest.raises(Refusal, match=r"no column Agee; is Age meant\?"):
        compile_expression("Agee > 3", NAMES, file="a.csv")


def test_the_columns_that_are_read_are_known() -> None:
    assert columns_in("Age > 3 and moved = 'x' or Age < 1", NAMES) == ("Age", "Moved")


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("Age Moved()[]'\"`=<>!-+*/.,1 andornotinifelse \\éé\u2028\x00"), max_size=40))
def test_any_text_is_an_expression_or_a_refusal(text: str) -> None:
    try:
        found = compile_expression(text, NAMES)
    except Refusal:
        return
    shown(found.value(ROW.__getitem__))
