"""A difference in the reader's words: the kind of element, its name, the field, before and after."""

from journeymapper.desktop.inspector.naming import KIND_WORDS, shortened
from journeymapper.desktop.inspector.pages.book import FORMS, MEASURE_FORMS
from journeymapper.language.language import Language
from journeymapper.model.difference import Difference
from journeymapper.model.messages import Message

LONGEST = 60
HERE, THERE = Message("Only here"), Message("Only in the other one")
BOTH = {"changed": Message("Different"), "moved": Message("In another place")}
KINDS = ("added", "removed", *BOTH)
PLACES = {"stage": Message("stage"), "place": Message("place in the list")}
YES_AND_NO = {"yes": Message("yes"), "no": Message("no")}


def heading(kind: str, *, back: bool) -> Message:
    """What stands over the differences of a kind; told `back`, they lead from the other version to the document."""
    return BOTH.get(kind, HERE if (kind == "added") == back else THERE)


def name_words(difference: Difference) -> str:
    """What differs."""
    return shortened(" ".join(difference.name.split()))


def kind_words(difference: Difference, language: Language) -> str:
    """What kind of element it is."""
    known = KIND_WORDS.get(difference.element_kind)
    return language.message(known) if known else difference.element_kind


def what_words(difference: Difference, language: Language) -> str:
    """The field with its value before and after; empty where the whole element is there or not."""
    if not difference.field:
        return ""
    before, after = (_value(text, language) for text in (difference.before, difference.after))
    return f"{field_words(difference, language)}: {before} → {after}"


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
