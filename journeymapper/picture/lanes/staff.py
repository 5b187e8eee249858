"""What is expected of the staff at each touchpoint, role by role."""

from journeymapper.model.journey import Touchpoint
from journeymapper.picture.lanes.paragraphs import Paragraph
from journeymapper.picture.lanes.written import Written, written_lane
from journeymapper.picture.sheet import Sheet


def _title(sheet: Sheet) -> str:
    return sheet.view.language.text("Staff")


def _explain(sheet: Sheet) -> str:
    return sheet.view.language.text("how each role behaves")


def _write(_: Sheet, touchpoint: Touchpoint) -> tuple[Paragraph, ...]:
    told = (each for each in touchpoint.staff if each.role.strip() or each.text.strip())
    return tuple(Paragraph(each.text, head=each.role) for each in told)


LANE = written_lane(Written(id="staff", title=_title, explain=_explain, write=_write, claims=("staff",)))
