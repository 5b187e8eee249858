"""SurveyJS: a survey as JSON, all languages side by side."""

import html
import json
from typing import Any

from journeymapper.export.questionnaires.choices import Choice
from journeymapper.export.questionnaires.form import Form, Item, Texts


def surveyjs(form: Form) -> bytes:
    """One page with all questions; the answers come back as `{"P6": 5, …}`."""
    survey: dict[str, Any] = {"title": _texts(form, {code: form.title(code) for code in form.languages})}
    survey["locale"] = form.main
    intro, privacy = form.texts("intro"), form.texts("privacy")
    if any(intro.values()):
        survey["description"] = _texts(form, intro)
    thanks = {code: html.escape(text).replace("\n", "<br>") for code, text in form.texts("thanks").items()}
    if any(thanks.values()):
        survey["completedHtml"] = _texts(form, thanks)
    page: dict[str, Any] = {"name": form.id, "elements": [_element(form, item) for item in form.items]}
    if any(privacy.values()):
        page["description"] = _texts(form, privacy)
    survey["pages"] = [page]
    return json.dumps(survey, ensure_ascii=False, indent=2).encode() + b"\n"


def _element(form: Form, item: Item) -> dict[str, Any]:
    element: dict[str, Any] = {"type": "radiogroup", "name": item.code, "title": _texts(form, item.texts)}
    if item.kind == "one":
        element["choices"] = [_choice(form, choice) for choice in item.choices]
        if item.point:
            element["colCount"] = 0
    elif item.kind == "number":
        element |= {"type": "text", "inputType": "number"}
    else:
        element["type"] = "comment"
    if item.shown is not None:
        answers = ", ".join(f"'{answer}'" for answer in item.shown.answers)
        element["visibleIf"] = f"{{{item.shown.code}}} anyof [{answers}]"
    return element


def _choice(form: Form, choice: Choice) -> dict[str, Any]:
    labels = {code: choice.label(code) for code in form.languages}
    return {"value": choice.code if choice.value is None else choice.value, "text": _texts(form, labels)}


def _texts(form: Form, texts: Texts) -> dict[str, str]:
    """A text in each language; the main one is also what stands where a language is missing."""
    known = texts[form.main] or next((text for text in texts.values() if text), "")
    return {"default": known, **{code: text for code, text in texts.items() if text}}
