"""Questionnaires in every format: which ending means which, what each needs, what there is to say about the file."""

import datetime
from collections.abc import Sequence
from typing import Literal

import msgspec

from journeymapper.export.questionnaires.form import Form, form_of
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project
from journeymapper.model.questionnaire import Questionnaire

FormatName = Literal["xlsform", "limesurvey", "surveyjs", "qualtrics", "print", "poster", "sms", "email", "entry"]


class Format(msgspec.Struct, frozen=True):
    """A format, the endings of its files, the first one the usual, and what it is called."""

    name: FormatName
    endings: tuple[str, ...]
    title: Message


class Kit(msgspec.Struct, frozen=True):
    """A file's bytes, and what its user should know."""

    data: bytes
    said: tuple[Message, ...] = ()


FORMATS = (
    Format("xlsform", (".xlsx",), Message("XLSForm (ODK, KoboToolbox)")),
    Format("limesurvey", (".tsv", ".txt"), Message("LimeSurvey structure")),
    Format("surveyjs", (".json",), Message("SurveyJS")),
    Format("qualtrics", (".txt",), Message("Qualtrics")),
    Format("print", (".pdf",), Message("Form on paper")),
    Format("poster", (".pdf",), Message("Poster with a QR code")),
    Format("sms", (".sms", ".txt", ".md"), Message("Text message")),
    Format("email", (".md", ".txt"), Message("E-mail")),
    Format("entry", (".xlsx",), Message("Table for typing in paper forms")),
)


def format_of(ending: str, name: str = "") -> Format:
    """The format of that name, else the first one with a file's ending; refuses an ending that none has."""
    found = [one for one in FORMATS if (one.name == name if name else ending.casefold() in one.endings[:1])]
    if not found:
        endings = " / ".join(dict.fromkeys(one.endings[0] for one in FORMATS))
        raise Refusal("A questionnaire's file must end in {endings}, not “{ending}”.", endings=endings, ending=ending)
    return found[0]


def written(
    project: Project, questionnaire: Questionnaire, name: FormatName, *, language: str, url: str, day: datetime.date
) -> Kit:
    """A questionnaire as a file; in `language`, or in all its languages where the format holds several."""
    form = form_of(project, questionnaire, _languages(project, questionnaire, language))
    if name in ("poster", "sms", "email"):
        return _invitation(form, name, url, day)
    if name in ("print", "entry"):
        return _paper(form, name, day)
    return _tool(form, name)


def _languages(project: Project, questionnaire: Questionnaire, language: str) -> Sequence[str]:
    spoken = questionnaire.languages(project.language)
    if language and language not in spoken:
        raise Refusal(
            "{name} is not in the language {language}; it is in {known}.",
            name=questionnaire.id, language=language, known=", ".join(spoken),
        )  # fmt: skip
    return (language,) if language else spoken


def _tool(form: Form, name: FormatName) -> Kit:
    if name == "xlsform":
        from journeymapper.export.questionnaires.xlsform import xlsform

        return Kit(xlsform(form))
    if name == "limesurvey":
        from journeymapper.export.questionnaires.limesurvey import limesurvey

        return Kit(limesurvey(form))
    if name == "surveyjs":
        from journeymapper.export.questionnaires.surveyjs import surveyjs

        return Kit(surveyjs(form))
    from journeymapper.export.questionnaires.qualtrics import qualtrics

    said = [Message("This format holds one language: {language}.", {"language": form.main})]
    said += [
        Message("Set in Qualtrics: {code} is shown only after some answers to {asked}.",
                {"code": item.code, "asked": item.shown.code})
        for item in form.items if item.shown
    ]  # fmt: skip
    return Kit(qualtrics(form, form.main), tuple(said if len(form.languages) > 1 else said[1:]))


def _paper(form: Form, name: FormatName, day: datetime.date) -> Kit:
    if name == "print":
        from journeymapper.export.questionnaires.print_form import print_form

        return Kit(print_form(form, form.main, day))
    from journeymapper.export.questionnaires.entry_table import entry_table

    return Kit(entry_table(form, form.main))


def _invitation(form: Form, name: FormatName, url: str, day: datetime.date) -> Kit:
    from journeymapper.export.questionnaires.web_address import checked_address

    if name == "poster":
        from journeymapper.export.questionnaires.poster import poster

        if not url:
            raise Refusal("A poster needs the address where {name} is answered.", name=form.id)
        return Kit(poster(form, form.main, url, day))
    address = checked_address(url) if url else ""
    if name == "email":
        from journeymapper.export.questionnaires.letters import email_text

        return Kit(email_text(form, form.main, address).encode())
    from journeymapper.export.questionnaires.text_messages import text_length, text_message

    text = text_message(form, form.main, address)
    length = text_length(text)
    values: dict[str, str | int | float] = {
        "n": length.segments, "units": length.units, "alphabet": length.alphabet, "foreign": " ".join(length.foreign),
    }  # fmt: skip
    said = [
        Message(
            "{n} segment, {units} characters of {alphabet}", values, "{n} segments, {units} characters of {alphabet}"
        )
    ]
    if length.foreign:
        said.append(Message("Not in the plain alphabet of telephones: {foreign}", values))
    return Kit(text.encode() + b"\n", tuple(said))
