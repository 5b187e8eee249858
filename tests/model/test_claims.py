"""Claims are assumptions until there is evidence for them: counted for touchpoints, stages and promises."""

from journeymapper.model import edits
from journeymapper.model.claims import claims_of, count_claims, promises_of, supported
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.project import Evidence, Project, Promise


def claiming() -> Project:
    """Five claims: what is done and felt at a touchpoint, how long its stage takes, two promises."""
    project = edits.add_journey(Project(id="project", name="p"), Journey(id="j", name="j"))
    project = edits.add_stage(project, "j", Stage(id="s", name="s", usual_length="weeks"))
    project = edits.add_touchpoint(project, "s", Touchpoint(id="t", name="t", doing="Reads", feeling=0))
    project = edits.add_journey(project, Journey(id="other", name="other"))
    project = edits.add_stage(project, "other", Stage(id="o", name="o"))
    project = edits.add_touchpoint(project, "o", Touchpoint(id="u", name="u"))
    for key, where in (("here", ("t",)), ("free", ()), ("there", ("u",))):
        project = edits.add_promise(project, Promise(id=key, text=key, touchpoints=where))
    return project


def counted(project: Project) -> tuple[int, int]:
    return count_claims(project, project.journeys["j"])


def test_a_feeling_of_nought_is_a_claim() -> None:
    assert claims_of(claiming().journeys["j"].touchpoints["t"]) == ("doing", "feeling")


def test_promises_are_counted_where_they_must_come_true() -> None:
    project = claiming()
    assert [each.id for each in promises_of(project, project.journeys["j"])] == ["here", "free"]


def test_evidence_takes_claims_away_one_by_one_or_all_that_is_said_of_an_element() -> None:
    project = claiming()
    assert counted(project) == (5, 5)
    project = edits.add_evidence(project, Evidence(id="1", subject="t", field="feeling"))
    assert counted(project) == (4, 5)
    project = edits.add_evidence(project, Evidence(id="2", subject="here", field="text"))
    project = edits.add_evidence(project, Evidence(id="3", subject="s", field="usual_length"))
    assert counted(project) == (2, 5)
    project = edits.add_evidence(project, Evidence(id="4", subject="t", field="moment_of_truth"))
    assert counted(project) == (2, 5)
    project = edits.add_evidence(project, Evidence(id="5", subject="t"))
    assert counted(project) == (1, 5)


def test_evidence_names_its_field_or_is_for_all() -> None:
    for_all, for_one = Evidence(id="a", subject="t"), Evidence(id="o", subject="t", field="doing")
    assert supported((for_all, for_one), ("doing",)) == (for_all, for_one)
    assert supported((for_all, for_one), ("feeling",)) == (for_all,)
