"""What hurts the customer and what delights, each with its sign: a filled minus, a ringed plus."""

from journeymapper.model.journey import Touchpoint
from journeymapper.picture.lanes.paragraphs import Paragraph
from journeymapper.picture.lanes.written import Written, written_lane
from journeymapper.picture.sheet import Sheet


def _title(sheet: Sheet) -> str:
    return sheet.view.language.text("Pains and delights")


def _explain(sheet: Sheet) -> str:
    return sheet.view.language.text("− hurts, + delights")


def _write(_: Sheet, touchpoint: Touchpoint) -> tuple[Paragraph, ...]:
    pains = (Paragraph(text, mark="pain") for text in touchpoint.pains if text.strip())
    return (*pains, *(Paragraph(text, mark="delight") for text in touchpoint.delights if text.strip()))


LANE = written_lane(Written(id="pains", title=_title, explain=_explain, write=_write, claims=("pains", "delights")))
