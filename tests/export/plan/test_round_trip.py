"""Any plan goes into a workbook and comes back as it was; a changed cell changes its field alone."""

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeymapper.export.plan.sheets import plan_sheets
from journeymapper.export.plan.updating import update_plan
from journeymapper.export.plan.workbook import plan_workbook
from journeymapper.language.language import language
from journeymapper.model.project import Project
from tests.strategies import projects

DAY = date(2026, 11, 28)


def there_and_back(project: Project, written: str, read: str) -> Project:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.xlsx"
        path.write_bytes(plan_workbook(plan_sheets(project, {}, language(written)), language(written), DAY))
        updated = update_plan(project, path, language(read))
    assert updated.changes == ()
    assert updated.absent == ()
    return updated.project


@given(projects(), st.sampled_from(("en", "fi")), st.sampled_from(("en", "fi")))
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_an_untouched_workbook_changes_nothing(project: Project, written: str, read: str) -> None:
    assert there_and_back(project, written, read) is project
