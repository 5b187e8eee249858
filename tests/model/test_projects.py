"""Properties of any valid project."""

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeymapper.model import edits
from journeymapper.model.checks import check
from journeymapper.model.find import find, kind_of, name_of
from journeymapper.model.integrity import broken_references, verify
from journeymapper.model.limits import clean
from journeymapper.model.places import every_element
from journeymapper.model.project import Project
from tests.strategies import projects

many = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@many
@given(projects())
def test_json_brings_back_an_equal_project(project: Project) -> None:
    assert msgspec.json.decode(msgspec.json.encode(project), type=Project) == project


@many
@given(projects())
def test_a_valid_project_is_accepted_and_clean(project: Project) -> None:
    verify(project)
    assert broken_references(project) == []
    assert all(clean(element) is element for element in every_element(project))


@many
@given(projects())
def test_every_element_is_found_and_named(project: Project) -> None:
    for element in every_element(project):
        assert find(project, element.id) is element
        assert name_of(project, element.id)
        assert kind_of(element) != "project"
    assert find(project, project.id) is project
    assert find(project, "nobody") is None


@many
@given(projects())
def test_findings_say_where_and_in_full_sentences(project: Project) -> None:
    findings = check(project)
    assert len(set((f.kind, f.element, f.message.english()) for f in findings)) == len(findings)
    for finding in findings:
        assert find(project, finding.element) is not None
        assert finding.message.english()[-1] in ".…" or "because" in finding.message.text
    order = [("error", "warning", "advice").index(finding.severity) for finding in findings]
    assert order == sorted(order)


@many
@given(projects(), st.data())
def test_whatever_is_removed_the_rest_holds_together(project: Project, data: st.DataObject) -> None:
    removable = [e.id for e in every_element(project) if kind_of(e) not in ("metric", "wave")]
    while removable:
        project = edits.remove(project, data.draw(st.sampled_from(removable)))
        verify(project)
        assert broken_references(project) == []
        removable = [key for key in removable if find(project, key) is not None]
    assert not project.journeys
    assert not project.points


@many
@given(projects())
def test_setting_a_field_to_what_it_is_changes_nothing(project: Project) -> None:
    for element in every_element(project):
        for name in element.__struct_fields__:
            if name in ("name", "feeling", "target", "anchor", "personas", "account", "mapping", "text"):
                assert edits.change(project, element.id, **{name: getattr(element, name)}) is project
