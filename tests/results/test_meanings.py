"""What worded answers mean is understood whoever maps the column, kept with the mapping, and asked where it is not."""

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from journeymapper.model.project import Project
from journeymapper.results.importing import Imported
from journeymapper.results.inspecting import inspect_file
from journeymapper.results.proposing import match_columns
from tests.results.test_importing import answers, read, reasons, use
from tests.results.test_proposing import asking

pytestmark = pytest.mark.usefixtures("here")
Files = Callable[..., Path]
Projects = Callable[..., Project]
LIKELY = {"Very likely": 4, "Somewhat likely": 3, "Somewhat unlikely": 2, "Very unlikely": 1}


def asked(imported: Imported) -> list[str]:
    return [one.message.english() for one in imported.result_set.account.doubts]


def test_a_real_question_answered_in_words(data: Path, project: Projects) -> None:
    path = data / "exports" / "surveymonkey_weather-check.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    column = next(name for name in rows[0] if "how likely or unlikely" in name)
    by_hand = Counter(row[column] for row in rows)
    imported = read(path, project("mean:1..4"), use(column, "P1"))
    assert answers(imported.tally, "P1") == {number: by_hand[words] for words, number in LIKELY.items()}
    assert dict(imported.result_set.mapping.columns[0].recode) == LIKELY
    assert reasons(imported)["not a number"][0] == by_hand["-"] == 11
    assert asked(imported) == []


def test_as_many_steps_as_the_metric_has(data: Path, project: Projects) -> None:
    path = data / "exports" / "surveymonkey_weather-check.csv"
    with path.open(encoding="utf-8", newline="") as file:
        column = next(name for name in next(csv.reader(file)) if "how likely or unlikely" in name)
    imported = read(path, project("csat-mean"), use(column, "P1"))
    assert imported.result_set.account.used == {"P1": 0}
    (words,) = asked(imported)
    assert "is answered in words, in 4 steps; this metric has 1 to 5" in words


def test_what_somebody_said_goes_before_what_the_words_seem_to_mean(file: Files, project: Projects) -> None:
    path = file("id,q\n1,Good\n2,Bad\n3,Good\n4,So so\n5,Don't know\n")
    said = msgspec.structs.replace(use("q", "P1"), recode=(("good", 5), ("BAD", 1)))
    imported = read(path, project("csat-mean"), said)
    assert answers(imported.tally, "P1") == {5: 2, 1: 1}
    assert asked(imported) == ["q: what is meant by “So so”?"]
    all_said = msgspec.structs.replace(said, recode=(*said.recode, ("So so", 3)))
    assert asked(read(path, project("csat-mean"), all_said)) == []


REVERSED = ["1 - Very easy", "2 - Easy", "3 - Neither", "4 - Difficult", "5 - Very difficult", "9 - Don't know"]


def test_the_other_way_round(file: Files, project: Projects) -> None:
    path = file("id,q\n" + "".join(f"{n},{cell}\n" for n, cell in enumerate(REVERSED * 3)))
    plain = use("q", "P1", "9 - Don't know")
    there = project("mean:1..5")
    assert asked(read(path, there, plain)) == [
        "q runs the other way: its labels go from “Very easy” to “Very difficult”."
    ]
    turned = read(path, there, msgspec.structs.replace(plain, reverse=True))
    assert asked(turned) == []
    assert answers(turned.tally, "P1") == {5: 3, 4: 3, 3: 3, 2: 3, 1: 3}
    harder = project("mean:5..1")
    assert asked(read(path, harder, plain)) == []
    twice = asked(read(path, harder, msgspec.structs.replace(plain, reverse=True)))
    assert twice == ["q runs the right way, from “Very easy” to “Very difficult”, but is turned round."]


def test_codes_that_would_be_counted_are_asked_about(file: Files, project: Projects) -> None:
    path = file("id,q\n" + "".join(f"{n},{n % 7}\n" for n in range(70)))
    assert asked(read(path, project("csat-mean"), use("q", "P1"))) == [], "the scale does not have them"
    (words,) = asked(read(path, project("mean:1..5"), use("q", "P1")))
    assert "beside the scale from 1 to 5" in words
    assert asked(read(path, project("mean:1..5"), use("q", "P1", "0", "6"))) == []


def test_codes_of_answers_do_not_say_which_is_the_best(file: Files, project: Projects) -> None:
    """LimeSurvey calls the answers of a question A1, A2, … in the order in which they are offered."""
    path = file("id,q\n" + "".join(f"{n},A{n % 5 + 1}\n" for n in range(20)))
    there = project("csat-mean")
    unread = read(path, there, use("q", "P1"))
    assert unread.result_set.account.used == {"P1": 0}
    assert asked(unread) == ["q holds the codes A1 to A5: is A5 the best answer?"]
    (match,) = match_columns(asking(there, P1="q"), inspect_file(path))
    assert dict(match.readings) == {f"A{n}": n for n in range(1, 6)}
    assert len(match.doubts) == 1
    turned = msgspec.structs.replace(use("q", "P1"), recode=match.readings, reverse=True)
    assert answers(read(path, there, turned).tally, "P1") == {5: 4, 4: 4, 3: 4, 2: 4, 1: 4}
    assert asked(read(path, there, turned)) == []


def test_a_silent_answer_that_begins_with_a_number_is_not_counted_unasked(file: Files, project: Projects) -> None:
    path = file("id,q\n" + "".join(f"{n},{cell}\n" for n, cell in enumerate(REVERSED * 3)))
    (words,) = asked(read(path, project("mean:5..1"), use("q", "P1")))
    assert "9 - Don't know beside the scale" in words


@pytest.mark.parametrize(
    ("metric", "answers_given", "said"),
    [
        ("csat:1..7", [1, 2, 3, 4, 5] * 3, False),
        ("csat:1..7", [1, 2, 3, 4, 5] * 5, True),
        ("csat", [1, 2, 3, 4] * 10, False),
        ("csat", [1, 2, 3, 4] * 20, True),
    ],
)
def test_a_shorter_scale_is_asked_about_once_it_can_be_told(
    file: Files, project: Projects, metric: str, answers_given: list[int], said: bool
) -> None:
    path = file("id,q\n" + "".join(f"x{n},{answer}\n" for n, answer in enumerate(answers_given)))
    found = asked(read(path, project(metric), use("q", "P1")))
    assert bool(found) == said
    assert all("Is the scale the same?" in one for one in found)
