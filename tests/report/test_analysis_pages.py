"""The pages of what follows from the figures: changes, drivers, actual paths, remarks, comments."""

from datetime import date
from random import Random

import msgspec

from journeymapper.analysis.change.waves import compare_waves
from journeymapper.analysis.drivers.report import find_drivers
from journeymapper.analysis.paths.report import actual_paths
from journeymapper.analysis.priorities.ranking import priorities
from journeymapper.model.acting import Amount, BusinessCase, CaseLine
from journeymapper.model.beliefs import BeliefRound, Guess
from journeymapper.model.comments import Comment, Comments
from journeymapper.model.event_log import EventLog, LogColumns
from journeymapper.model.project import Project
from journeymapper.model.report import Remark, ReportChoices
from journeymapper.model.sources import Wave
from journeymapper.model.tally import Tally
from journeymapper.picture.primitives import Text
from journeymapper.report.report import report_content, report_pages
from journeymapper.storage.parts import comments_part, event_log_part
from journeymapper.storage.tallies import tally_hash
from tests.report.orders import order
from tests.report.test_pages import assert_sound

ASKED = ("P20", "P11", "P15", "P6")


def answered(project: Project) -> tuple[Project, dict[str, Tally]]:
    """The project with one file in which 400 people of two waves answered four points together."""
    chance = Random(4)
    rows = []
    for number in range(400):
        crew, yard, visit = (chance.choice((1, 2, 3, 4, 5)) for _ in range(3))
        grade = min(10, max(4, round(4 + 0.9 * yard + 0.3 * crew + chance.choice((-1, 0, 0, 1)))))
        rows.append(("2025" if number % 2 else "2026", grade if number % 2 else min(10, grade + 1), crew, yard, visit))
    count = [1] * len(rows)
    tally = Tally(
        answers={point: [float(row[place]) for row in rows] for place, point in enumerate(ASKED, start=1)},
        waves=[row[0] for row in rows], days=[""] * len(rows), counts=count, weights=[1.0] * len(rows),
        squares=[1.0] * len(rows),
    )  # fmt: skip
    name = tally_hash(tally)
    first = next(iter(project.result_sets.values()))
    one = msgspec.structs.replace(first, id="together", tally=name, waves=("2025", "2026"))
    changed = msgspec.structs.replace(
        project, result_sets={"together": one}, result_order=("together",),
        waves={"2025": Wave(id="2025"), "2026": Wave(id="2026")}, wave_order=("2025", "2026"),
    )  # fmt: skip
    return changed, {name: tally}


def words(project: Project, tallies: dict[str, Tally], section: str, parts: dict[str, bytes] | None = None) -> str:
    wanted = order(sections=(section,))
    pages = report_pages(report_content(project, tallies, wanted, parts or {}), wanted)
    for page in pages:
        assert_sound(page.picture)
    runs = (item.text for page in pages for group in page.groups for item in group.items if isinstance(item, Text))
    return " ".join(runs).replace("\xa0", " ")


def test_changes_are_those_of_the_comparison(project: Project) -> None:
    changed, tallies = answered(project)
    found = {each.point: each for each in compare_waves(changed, tallies, "2025", "2026")}
    said = words(changed, tallies, "changes")
    assert found["P20"].verdict == "better"
    assert "Since 2025 1 of 4 figures are certainly better, 0 certainly worse" in said
    assert said.count("certainly better") == 2
    assert f"+{found['P20'].difference:.1f}" in said


def test_drivers_are_those_of_the_analysis(project: Project) -> None:
    changed, tallies = answered(project)
    report = find_drivers(changed, tallies, "P20", wave="2026", draws=200)
    said = words(changed, tallies, "drivers")
    assert report.drivers[0].point == "P15"
    assert "Yard put back goes most together with" in said
    for driver in report.drivers:
        assert f"{100 * driver.share:.0f} %" in said


def test_actual_paths_are_those_of_the_logs(project: Project) -> None:
    journey = project.journeys["j1"]
    names = [journey.touchpoints[f"t{n}"].name for n in (1, 2, 4, 5)]
    ways = [names] * 20 + [[*names, names[1]]] * 6 + [names[:2]] * 9 + [["Somewhere else"]] * 2
    events = [(f"c{case}", label, 1e9 + 60 * step) for case, way in enumerate(ways) for step, label in enumerate(way)]
    log = EventLog(cases=[e[0] for e in events], activities=[e[1] for e in events], times=[e[2] for e in events],
                   columns=LogColumns(case="c", activity="a", time="t"))  # fmt: skip
    name, data = event_log_part(log)
    first = next(iter(project.result_sets.values()))
    sets = {**project.result_sets, "log": msgspec.structs.replace(first, id="log", log=name)}
    logged = msgspec.structs.replace(project, result_sets=sets, result_order=(*project.result_order, "log"))
    report = actual_paths(journey, [log], seen_only=True)
    said = words(logged, {}, "paths", {name: data})
    assert f"{100 * report.straight / report.cases:.0f} % of 37 cases went straight" in said
    for step in report.funnel.steps:
        assert journey.touchpoints[step.step].name in said
    assert "Somewhere else" not in said  # two cases alone went there


def test_remarks_are_listed_open_ones_first(project: Project) -> None:
    remarks = (
        Remark(number=3, text="Settled long ago", place="t1", done=True),
        Remark(number=12, text="Is this the new price?", place="t6", author="Sales", made_on=date(2026, 5, 1)),
    )
    said = words(msgspec.structs.replace(project, report=ReportChoices(remarks=remarks)), {}, "remarks")
    assert "1 remark is open" in said
    assert said.index("Is this the new price?") < said.index("Settled long ago")
    assert "Offer" in said


def test_comments_stand_on_the_stages_page_where_there_are_enough(project: Project, tallies: dict[str, Tally]) -> None:
    def kept(count: int) -> str:
        texts = (Comment(point="P6", text=f"Good visit {n}", wave="2026") for n in range(count))
        name, data = comments_part(Comments(comments=tuple(texts)))
        first = next(iter(project.result_sets.values()))
        sets = {**project.result_sets, first.id: msgspec.structs.replace(first, comments=name)}
        return words(msgspec.structs.replace(project, result_sets=sets), tallies, "stages", {name: data})

    assert "Good visit 0" in kept(8)
    assert "Good visit" not in kept(7)


def test_priorities_are_those_of_the_analysis(project: Project, tallies: dict[str, Tally]) -> None:
    content = report_content(project, tallies, order())
    found = [each for each in priorities(project, content.scores) if each.gap > 0]
    said = words(project, tallies, "priorities")
    assert f"First: {project.journeys['j1'].touchpoints[found[0].touchpoint].name}" in said
    names = [project.journeys["j1"].touchpoints[each.touchpoint].name for each in found]
    assert all(name in said for name in names)


def test_beliefs_are_shown_once_they_are_locked(project: Project, tallies: dict[str, Tally]) -> None:
    guesses = tuple(Guess(point="P15", value=value) for value in (4.5, 4.6, 4.4, 4.7, 4.5, 4.6))
    asked = BeliefRound(id="b", name="Staff day", guesses=guesses, locked_at="2026-10-01T10:00:00+00:00")

    def said(one: BeliefRound) -> str:
        held = msgspec.structs.replace(project, beliefs={"b": one}, belief_order=("b",))
        wanted = order(sections=("beliefs", "glossary"))
        pages = report_pages(report_content(held, tallies, wanted), wanted)
        return " ".join(i.text for p in pages for g in p.groups for i in g.items if isinstance(i, Text))

    assert "1 blind spot" in said(asked)
    assert "blind spot" not in said(msgspec.structs.replace(asked, locked_at=""))


def test_the_business_case_prints_amounts_and_assumptions(project: Project) -> None:
    lines = (CaseLine(name="Revisits", count=Amount(likely=31), worth=Amount(likely=640), assumption="as last season"),)
    case = BusinessCase(id="c", name="Fewer revisits", lines=lines, cost=9920)
    held = msgspec.structs.replace(project, business_cases={"c": case}, business_case_order=("c",))
    said = words(held, {}, "case")
    assert "19,840 €" in said
    assert "as last season" in said
    assert "6 months until it is paid back" in said
