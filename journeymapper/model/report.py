"""What a project remembers of its reports: how they look, its own layouts, and the remarks of those who read them."""

from datetime import date

import msgspec


class ReportLayout(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A layout of the team's own: sections in their order, by name; unknown ones are passed over."""

    name: str
    sections: tuple[str, ...] = ()
    remarks: bool = False


class Remark(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A remark written into the numbered margin of a printed report and typed back in.

    `number` is the one beside it in the margin, `place` the id of the element that the page is about, `section` the
    report's section, `made_on` the date of the report that was read.
    """

    number: int
    text: str
    place: str = ""
    section: str = ""
    author: str = ""
    made_on: date | None = None
    done: bool = False


class ReportChoices(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The client's `logo` (an attachment `<sha256>.png` or `.jpg`), `colour` (`#RRGGBB`) and footer; empty for ours.

    `finding` takes the place of the sentence that the report makes of the results.
    """

    logo: str = ""
    colour: str = ""
    footer: str = ""
    finding: str = ""
    layouts: tuple[ReportLayout, ...] = ()
    remarks: tuple[Remark, ...] = ()
