"""A difference in the reader's words: the kind of element, its name, the field, before and after."""

from journeymapper.desktop.inspector.naming import KIND_WORDS, shortened
from journeymapper.desktop.inspector.pages.book import FORMS, MEASURE_FORMS
from journeymapper.language.language import Language
from journeymapper.model.difference import Difference
from journeymapper.model.messages import Message

LONGEST = 60
HEADINGS = {
    "added": Message("Only in the other one"),
    "removed": Message("Only here"),
    "changed": Message("Different"),
    "moved": Message("In another place"),
}
KINDS = tuple(HEADINGS)
PLACES = {"stage": Message("stage"), "place": Message("place in the list")}
YES_AND_NO = {"yes": Message("yes"), "no": Message("no")}


def name_words(difference: Difference) -> str:
    """What differs."""
    return shortened(" ".join(difference.name.split()))


def kind_words(difference: Difference, language: Language) -> str:
    """What kind of element it is."""
    known = KIND_WORDS.get(difference.element_kind)
    return language.message(known) if known else difference.element_kind


def what_words(difference: Difference, language: Language) -> str:
    """The field with its value here and in the other version; empty where the whole element is there or not."""
    if not difference.field:
        return ""
    here, there = (_value(text, language) for text in (difference.before, difference.after))
    return f"{field_words(difference, language)}: {here} → {there}"


def field_words(difference: Difference, language: Language) -> str:
    """What a field is called on its page."""
    if difference.kind == "moved":
        return language.message(PLACES.get(difference.field, PLACES["place"]))
    forms = (FORMS.get(difference.element_kind), MEASURE_FORMS.get(difference.element_kind))
    for form in forms:
        for field in form.all_fields() if form else ():
            if field.name.partition(".")[0] == difference.field:
                return language.message(field.label)
    return language.text("Own lane") if "/" in difference.field else difference.field.replace("_", " ")


def _value(text: str, language: Language) -> str:
    if text in YES_AND_NO:
        return language.message(YES_AND_NO[text])
    line = " ".join(text.split())
    return (line if len(line) <= LONGEST else line[: LONGEST - 1] + "…") or "–"
