"""What a row is makes columns known: smileys, stars, times of cases and conversions find the only point for them."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from journeymapper.model.project import Project
from journeymapper.model.sources import Mapping
from journeymapper.results.automatic import automatic
from journeymapper.results.inspecting import inspect_file
from journeymapper.results.match import Match
from journeymapper.results.proposing import match_columns
from tests.results.test_importing import answers, read

pytestmark = pytest.mark.usefixtures("here")
Files = Callable[..., Path]
Makes = Callable[..., Project]
HOURS = [(12, 15, 5, 1), (8, 9, 0, 2), (11, 3, 4, 30)]


def named(project: Project, **names: str) -> Project:
    points = {key: msgspec.structs.replace(point, name=names.get(key, "")) for key, point in project.points.items()}
    return msgspec.structs.replace(project, points=points)


def found(project: Project, path: Path) -> dict[str, Match]:
    return {match.column: match for match in match_columns(project, inspect_file(path))}


@pytest.mark.parametrize(
    "header",
    ["hour,terminal,very_happy,happy,unhappy,very_unhappy",
     "Aika,Laite,Erittäin tyytyväinen,Tyytyväinen,Tyytymätön,Erittäin tyytymätön",
     "time,device,Dark green,Light green,Light red,Dark red"],
)  # fmt: skip
def test_counts_by_the_hour_are_each_the_count_of_its_smiley(file: Files, project: Makes, header: str) -> None:
    rows = "\n".join(f"2026-03-0{n} 09:00,Lobby,{','.join(map(str, row))}" for n, row in enumerate(HOURS, 1))
    path = file(f"{header}\n{rows}\n")
    there = project("csat-mean", "smiley")
    assert [(match.point, match.answer) for match in found(there, path).values()] == [
        ("P2", "4"), ("P2", "3"), ("P2", "2"), ("P2", "1")
    ]  # fmt: skip
    taken = automatic(there, inspect_file(path), Mapping(wave="2026")).mapping
    imported = read(path, there, *taken.columns)
    assert answers(imported.tally, "P2") == {4: 31, 3: 27, 2: 9, 1: 33}
    assert found(project("smiley", "smiley"), path) == {}, "nobody knows which of them"


def test_presses_say_how_they_are_read(file: Files, project: Makes) -> None:
    path = file(
        "timestamp,device,button\n" + "".join(f"2026-03-01T09:0{n % 10}:00,Lobby,{n % 4 + 1}\n" for n in range(40))
    )
    match = found(project("nps", "smiley"), path)["button"]
    assert (match.point, match.reason.english()) == (
        "P2",
        "its cells are buttons; the highest is taken for the happiest",
    )


@pytest.mark.parametrize(
    ("stars", "readings"),
    [(["5 stars", "4 stars", "1 stars"], {}), (["FIVE", "THREE", "ONE"], {"FIVE": 5, "THREE": 3, "ONE": 1})],
)
def test_the_stars_of_reviews_and_not_their_words(
    file: Files, project: Makes, stars: list[str], readings: dict[str, float]
) -> None:
    rows = "".join(f"Ann {n},{stars[n % 3]},It was {n},2026-03-01\n" for n in range(30))
    path = file("Reviewer,Rating,Review,Date\n" + rows)
    there = named(project("stars", "nps"), P1="Review")
    assert {column: (match.point, dict(match.readings)) for column, match in found(there, path).items()} == {
        "Rating": ("P1", readings)
    }


def case(number: int) -> str:
    day, minute = f"0{number % 9 + 1}.03.2026", number % 20 + 10
    solved = "Yes" if number % 3 else "No"
    return f"C-{number},{day} 09:00,{day} 09:{minute},10.03.2026 09:00,{solved},{day} 09:30\n"


CASES = "Case Number,Opened,First Response,Closed,Resolved at first contact,Promised by\n" + "".join(
    map(case, range(40))
)


def test_cases_tell_how_long_they_took_and_whether_once_was_enough(file: Files, project: Makes) -> None:
    there = named(
        project("fcr", "median:60..0", "median:240..0", "share:yes", "share:yes"),
        P2="Waiting time", P3="Time to resolution", P4="Answered in time", P5="Told about changes in time",
    )  # fmt: skip
    assert {column: match.point for column, match in found(there, file(CASES)).items()} == {
        "Resolved at first contact": "P1",
        "Opened → First Response (min)": "P2",
        "Opened → Closed (h)": "P3",
        "First Response ≤ Promised by (1 = in time)": "P4",
    }


def test_conversions_go_to_the_only_share_on_the_web(file: Files, project: Makes) -> None:
    rows = "".join(f"2026-03-{n + 1:02},/offer,{100 + n},{5 + n % 3}\n" for n in range(28))
    path = file("Date,Page path,Sessions,Conversions\n" + rows)
    assert found(project("share:yes"), path) == {}
    web = named(project("share:yes", "share:yes"), P2="Conversion on the web page")
    matches = found(web, path)
    assert (matches["Conversions"].point, matches["Conversions"].answer) == ("P2", "yes")
    assert (matches["Sessions"].point, matches["Sessions"].total) == ("P2", True)
    imported = read(path, web, matches["Conversions"].use, matches["Sessions"].use)
    assert sum(imported.tally.counts) == sum(100 + n for n in range(28))
