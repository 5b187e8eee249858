"""The page of a questionnaire: what it asks, how it is sent, whose data it keeps; its words have their own dialog."""

from journeymapper.desktop.inspector import choices
from journeymapper.desktop.inspector.form import Field, Fold, Form
from journeymapper.language.sending_words import SENDING_WORDS
from journeymapper.model.messages import Message

SENDINGS = choices.fixed(*SENDING_WORDS.items())
ANSWER_WORDS = choices.fixed(
    ("", Message("As the metric has them")), ("satisfaction", Message("Dissatisfied … satisfied")),
    ("agreement", Message("Disagree … agree")), ("likelihood", Message("Not likely … likely")),
    ("effort", Message("High effort … low effort")), ("quality", Message("Badly … well")),
    ("rating", Message("Poor … excellent")), ("faces", Message("Unhappy … happy")), ("grade", Message("School grade")),
    ("yes-no", Message("Yes or no")), ("yes-partly-no", Message("Yes, partly or no")),
)  # fmt: skip

QUESTIONNAIRE = Form(
    fields=(
        Field(name="name", label=Message("Name"), required=True),
        Field(name="points", label=Message("What it asks"), kind="many", choices=choices.of_kind("point")),
        Field(name="sent_by", label=Message("How it reaches people"), kind="many", choices=SENDINGS),
        Field(name="never_with", label=Message("Never together with"), kind="many",
              choices=choices.of_kind("questionnaire")),
    ),
    folds=(
        Fold(Message("Answers that say nothing"), (
            Field(name="does_not_apply", label=Message("May be answered “does not apply”"), kind="many",
                  choices=choices.of_kind("point")),
            Field(name="dont_know", label=Message("May be answered “don't know”"), kind="many",
                  choices=choices.of_kind("point")),
        )),
        Fold(Message("Data protection"), (
            Field(name="anonymous", label=Message("Anonymous"), kind="switch"),
            Field(name="data_basis", label=Message("Legal basis")),
            Field(name="retention", label=Message("Kept for how long")),
        )),
    ),
)  # fmt: skip
