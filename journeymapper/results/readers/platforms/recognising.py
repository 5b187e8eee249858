"""Which platform a file comes from: each is asked in turn."""

from collections.abc import Callable

from journeymapper.results.readers.platforms.google_forms import google_forms
from journeymapper.results.readers.platforms.layout import Layout, Rows
from journeymapper.results.readers.platforms.limesurvey import limesurvey
from journeymapper.results.readers.platforms.microsoft_forms import microsoft_forms
from journeymapper.results.readers.platforms.qualtrics import qualtrics
from journeymapper.results.readers.platforms.surveymonkey import surveymonkey
from journeymapper.results.readers.platforms.typeform import typeform

PLATFORMS: tuple[Callable[[Rows], Layout | None], ...] = (
    qualtrics, surveymonkey, typeform, microsoft_forms, limesurvey, google_forms
)  # fmt: skip


def layout_of(rows: Rows) -> Layout | None:
    """The layout of the platform whose export begins with these rows, None where no one knows it."""
    return next((layout for recognise in PLATFORMS if (layout := recognise(rows))), None)
