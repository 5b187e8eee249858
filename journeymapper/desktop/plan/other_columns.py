"""The columns of the smaller tables: what to measure, what is measured already, the roll-out."""

from journeymapper.analysis.selection import decided, proposed
from journeymapper.desktop.inspector import reading
from journeymapper.desktop.inspector.naming import words_of
from journeymapper.desktop.plan.columns import Choices, Column, Read, Write, chosen, word_of
from journeymapper.language.language import Language
from journeymapper.language.plan_words import CHOICE_WORDS, FATE_WORDS
from journeymapper.model import edits
from journeymapper.model.find import found
from journeymapper.model.journey import Touchpoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

CHOICES: Choices = tuple(CHOICE_WORDS.items())
FATES: Choices = tuple(FATE_WORDS.items())
YES_NO: Choices = ((None, Message("Not said")), (True, Message("Yes")), (False, Message("No")))
DONE: Choices = ((True, Message("Yes")), (False, Message("No")))


def selection_columns() -> tuple[Column, ...]:
    """Touchpoints with what speaks for measuring them, and what was decided."""
    return (
        Column(name="name", heading=Message("Touchpoint"), read=_touchpoint_name, width=190),
        Column(name="importance", heading=Message("Importance"), read=_field("importance"), write=_whole("importance"),
               number=True, width=90),
        Column(name="volume", heading=Message("Volume"), read=_volume, write=_whole("volume"), number=True, width=140),
        Column(name="pain", heading=Message("Pain suspected"), read=_field("suspected_pain"),
               write=_whole("suspected_pain"), number=True, width=110),
        Column(name="act", heading=Message("Can we act?"), read=_word("can_act", YES_NO),
               write=_choice("can_act", YES_NO), choices=YES_NO, width=100),
        Column(name="ask", heading=Message("Can we ask?"), read=_word("can_ask", YES_NO),
               write=_choice("can_ask", YES_NO), choices=YES_NO, width=100),
        Column(name="proposal", heading=Message("Proposed"), read=_proposal, width=120),
        Column(name="choice", heading=Message("Decided"), read=_decided,
               write=_choice("choice", CHOICES), choices=CHOICES, width=130),
        Column(name="reason", heading=Message("Why it is not measured"), read=_field("not_measured_because"),
               write=_text("not_measured_because"), width=260),
        Column(name="why", heading=Message("Why this is proposed"), read=_why, width=320),
    )  # fmt: skip


def inventory_columns() -> tuple[Column, ...]:
    """What was measured before the plan."""
    return (
        Column(name="name", heading=Message("Measured already"), read=_field("name"), write=_text("name"), width=220),
        Column(name="function", heading=Message("Function"), read=_field("function"), write=_text("function")),
        Column(name="question", heading=Message("Question"), read=_field("question"), write=_text("question"),
               width=220),
        Column(name="scale", heading=Message("Scale"), read=_field("scale"), write=_text("scale"), width=90),
        Column(name="cadence", heading=Message("How often"), read=_field("cadence"), write=_text("cadence"), width=100),
        Column(name="cost", heading=Message("Cost"), read=_amount_of("cost"), write=_amount("cost"), number=True,
               width=80),
        Column(name="result", heading=Message("Last result"), read=_field("last_result"), write=_text("last_result")),
        Column(name="place", heading=Message("Where it stands"), read=_place, width=150),
        Column(name="fate", heading=Message("What becomes of it"), read=_word("fate", FATES),
               write=_choice("fate", FATES), choices=FATES, width=130),
        Column(name="reason", heading=Message("Why"), read=_field("fate_reason"), write=_text("fate_reason"),
               width=260),
    )  # fmt: skip


def roll_out_columns() -> tuple[Column, ...]:
    """The steps of the roll-out."""
    return (
        Column(name="name", heading=Message("Step"), read=_field("name"), write=_text("name"), width=260),
        Column(name="starts", heading=Message("Starts"), read=_day, write=_write_day, width=110),
        Column(name="points", heading=Message("Points"), read=_points, write=_write_points, width=220),
        Column(name="done", heading=Message("Done"), read=_word("done", DONE), write=_choice("done", DONE),
               choices=DONE, width=80),
        Column(name="note", heading=Message("Note"), read=_field("note"), write=_text("note"), width=220),
    )  # fmt: skip


def _touchpoint_name(project: Project, key: str, _language: Language) -> str:
    touchpoint = found(project, key)
    star = "\N{NO-BREAK SPACE}★" if isinstance(touchpoint, Touchpoint) and touchpoint.moment_of_truth else ""
    return getattr(touchpoint, "name", "") + star


def _volume(project: Project, key: str, language: Language) -> str:
    touchpoint = found(project, key)
    volume, unit = getattr(touchpoint, "volume", None), getattr(touchpoint, "volume_unit", "")
    return "" if volume is None else f"{language.number(volume)} {unit}".strip()


def _proposal(project: Project, key: str, language: Language) -> str:
    touchpoint = found(project, key)
    return language.message(CHOICE_WORDS[proposed(touchpoint)[0]]) if isinstance(touchpoint, Touchpoint) else ""


def _decided(project: Project, key: str, language: Language) -> str:
    touchpoint = found(project, key)
    return language.message(CHOICE_WORDS[decided(project, touchpoint)]) if isinstance(touchpoint, Touchpoint) else ""


def _why(project: Project, key: str, language: Language) -> str:
    touchpoint = found(project, key)
    return language.message(proposed(touchpoint)[1]) if isinstance(touchpoint, Touchpoint) else ""


def _place(project: Project, key: str, language: Language) -> str:
    anchor = project.inventory[key].anchor
    if anchor is None:
        return ""
    return words_of(project, anchor.id, language).strip() if anchor.id else language.text("Whole relationship")


def _day(project: Project, key: str, language: Language) -> str:
    day = project.roll_out[key].starts
    return language.date(day) if day else ""


def _write_day(project: Project, key: str, text: str, _language: Language) -> Project:
    return edits.change(project, key, starts=reading.read_date(text))


def _points(project: Project, key: str, _language: Language) -> str:
    return ", ".join(project.roll_out[key].points)


def _write_points(project: Project, key: str, text: str, _language: Language) -> Project:
    names = [name.strip().upper() for name in text.replace(";", ",").split(",") if name.strip()]
    return edits.change(project, key, points=tuple(dict.fromkeys(names)))


def _field(name: str) -> Read:
    def read(project: Project, key: str, _language: Language) -> str:
        value = getattr(found(project, key), name)
        return "" if value is None else str(value)

    return read


def _amount_of(name: str) -> Read:
    def read(project: Project, key: str, language: Language) -> str:
        value = getattr(found(project, key), name)
        return "" if value is None else language.number(value)

    return read


def _word(name: str, choices: Choices) -> Read:
    return lambda project, key, language: word_of(choices, getattr(found(project, key), name), language)


def _text(name: str) -> Write:
    return lambda project, key, text, _language: edits.change(project, key, **{name: text})


def _choice(name: str, choices: Choices) -> Write:
    def write(project: Project, key: str, text: str, language: Language) -> Project:
        value = chosen(choices, text, language) if text else choices[0][0]
        return edits.change(project, key, **{name: value})

    return write


def _whole(name: str) -> Write:
    def write(project: Project, key: str, text: str, language: Language) -> Project:
        """A figure may be followed by what it counts."""
        digits = "".join(c for c in text if c.isdigit() or c in ".,−-")
        return edits.change(project, key, **{name: reading.read_whole(language, digits)})

    return write


def _amount(name: str) -> Write:
    return lambda project, key, text, language: edits.change(
        project, key, **{name: reading.read_number(language, text)}
    )
