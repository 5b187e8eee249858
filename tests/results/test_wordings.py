"""Worded scales in four languages, against what a speaker of each would say."""

import pytest

from journeymapper.results.silences import says_nothing
from journeymapper.results.wordings import direction_of, wording_of

SCALES = [  # from the worst to the best
    ("Very dissatisfied", "Dissatisfied", "Neither satisfied nor dissatisfied", "Satisfied", "Very satisfied"),
    ("Strongly disagree", "Somewhat disagree", "Neutral", "Somewhat agree", "Strongly agree"),
    ("Not at all likely", "Not very likely", "Somewhat likely", "Very likely", "Extremely likely"),
    ("Very difficult", "Difficult", "Neither easy nor difficult", "Easy", "Very easy"),
    ("Poor", "Fair", "Good", "Very good", "Excellent"),
    ("Never", "Rarely", "Sometimes", "Often", "Always"),
    ("Very high effort", "High effort", "Neutral", "Low effort", "Very low effort"),
    ("Täysin eri mieltä", "Jokseenkin eri mieltä", "Ei samaa eikä eri mieltä", "Jokseenkin samaa mieltä",
     "Täysin samaa mieltä"),
    ("Erittäin tyytymätön", "Melko tyytymätön", "En tyytyväinen enkä tyytymätön", "Melko tyytyväinen",
     "Erittäin tyytyväinen"),
    ("Erittäin vaikeaa", "Melko vaikeaa", "Siltä väliltä", "Melko helppoa", "Erittäin helppoa"),
    ("Erittäin huono", "Huono", "Keskinkertainen", "Hyvä", "Erittäin hyvä"),
    ("En koskaan", "Harvoin", "Joskus", "Usein", "Aina"),
    ("Erittäin epätodennäköisesti", "Melko epätodennäköisesti", "Melko todennäköisesti", "Erittäin todennäköisesti"),
    ("Mycket missnöjd", "Ganska missnöjd", "Varken nöjd eller missnöjd", "Ganska nöjd", "Mycket nöjd"),
    ("Instämmer inte alls", "Instämmer inte", "Instämmer delvis", "Instämmer helt"),
    ("Mycket svårt", "Ganska svårt", "Ganska lätt", "Mycket lätt"),
    ("Mycket dåligt", "Dåligt", "Neutral", "Bra", "Mycket bra"),
    ("Sehr unzufrieden", "Eher unzufrieden", "Teils/teils", "Eher zufrieden", "Sehr zufrieden"),
    ("Stimme überhaupt nicht zu", "Stimme eher nicht zu", "Stimme eher zu", "Stimme voll und ganz zu"),
    ("Sehr schwierig", "Schwierig", "Einfach", "Sehr einfach"),
    ("Sehr schlecht", "Schlecht", "Weder noch", "Gut", "Sehr gut"),
]  # fmt: skip


@pytest.mark.parametrize("labels", SCALES)
def test_the_order_of_a_scale_in_words(labels: tuple[str, ...]) -> None:
    for order in (labels, tuple(reversed(labels)), tuple(sorted(labels))):
        found = wording_of(order)
        assert found is not None
        assert found.numbers == {label: number for number, label in enumerate(labels, start=1)}


@pytest.mark.parametrize("labels", SCALES)
def test_the_direction_of_codes(labels: tuple[str, ...]) -> None:
    assert direction_of(dict(enumerate(labels))) == "up"
    assert direction_of(dict(enumerate(reversed(labels)))) == "down"
    ends = {1.0: f"1 - {labels[0]}", 10.0: f"10 - {labels[-1]}"}
    assert direction_of(ends) == "up"


def test_steps_that_nobody_chose_are_filled_in_from_the_other_side() -> None:
    found = wording_of(["Very satisfied", "Satisfied", "Neither satisfied nor dissatisfied", "Dissatisfied"])
    assert found is not None
    assert found.numbers["Very satisfied"] == 5
    assert found.numbers["Dissatisfied"] == 2


@pytest.mark.parametrize(
    "labels",
    [
        ("Yes", "No"),
        ("Male", "Female"),
        ("satisfied", "neutral or dissatisfied"),
        ("Good service", "Bad location", "Very satisfied"),
        ("Hyvä sijainti", "Huono palvelu"),
        ("Very satisfied",),
        ("Very satisfied", "Very easy"),
        ("Helsinki", "Espoo", "Vantaa"),
        ("Sometimes", "Never"),
        (),
    ],
)
def test_what_is_no_scale(labels: tuple[str, ...]) -> None:
    assert wording_of(labels) is None


@pytest.mark.parametrize(
    "text",
    [
        "Don't know", "don’t know", "Not applicable", "N/A", "Unfamiliar (N/A)", "Prefer not to say", "Have not used",
        "Never used", "Blank", "No answer", "En osaa sanoa", "EOS", "Ei koske minua", "En halua vastata",
        "En ole käyttänyt", "Ei kokemusta", "Vet ej", "Vet inte", "Kan inte bedöma", "Ingen uppfattning", "Weiß nicht",
        "Keine Angabe", "k. A.", "Kann ich nicht beurteilen", "-", "NA",
    ],
)  # fmt: skip
def test_words_that_say_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text", ["Never", "Yes", "5", "0", "Very satisfied", "Neutral", "En koskaan", "Ei", "Nej", "Nein", "Nauru", "eosin",
             "I do not know why the bill was so large, but nobody could tell me either, so I left"]
)  # fmt: skip
def test_words_that_are_answers(text: str) -> None:
    assert not says_nothing(text)
