"""Answers from SurveyMonkey's interface for programs: a response a row, the questions named by the survey's details."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from journeymapper.model.messages import Message
from journeymapper.results.readers.cells import Cell, as_text, cell_of
from journeymapper.results.readers.grid import Field, Grid

METADATA = ("id", "collector_id", "date_created", "date_modified", "response_status", "total_time")
PERSONAL = ("ip_address", "email_address", "first_name", "last_name", "custom_value")
MOST_BESIDE = 200
LARGEST_BESIDE = 5_000_000
Record = dict[str, object]


class _Words(msgspec.Struct):
    """What the details call the questions, the rows and the choices, by id."""

    questions: dict[str, str] = {}
    choices: dict[str, str] = {}


def holds_answers(document: object) -> bool:
    """Whether the document is a page of responses, a response, or a list of them."""
    return any(_is_response(item) for item in _responses(document)[:3])


def answers_grid(document: object, file: BinaryIO) -> Grid:
    """The responses as a table. Details are looked for in the file itself and in the files beside it."""
    responses = [item for item in _responses(document) if _is_response(item)]
    survey = next((as_text(cell_of(item.get("survey_id"))) for item in responses), "")
    words, beside = _details(document, survey, file)
    rows = [dict(_answers(item, words)) for item in responses]
    keys = list(dict.fromkeys(key for row in rows for key in row))
    labels = {key: _label(key, words) for key in keys}
    fields = [
        *(Field(name=name, role="metadata") for name in METADATA),
        *(Field(name=name, role="personal") for name in PERSONAL),
        *(Field(name=_name(key), label=labels[key]) for key in keys),
    ]
    return Grid(
        format="JSON",
        rows=(_row(item, row, keys) for item, row in zip(responses, rows, strict=True)),
        encoding="utf-8",
        fields=tuple(fields),
        platform="SurveyMonkey",
        notes=(_note(beside),),
    )


def _note(beside: str) -> Message:
    if beside:
        return Message("The questions are named by {file}, which lies beside it.", {"file": beside})
    return Message("The file has no names of questions and choices; put the survey's details beside it as JSON.")


def _responses(document: object) -> list[Record]:
    found = document.get("data", document.get("responses", [document])) if isinstance(document, dict) else document
    if isinstance(found, dict):
        return _responses(found)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _is_response(item: Record) -> bool:
    return "survey_id" in item and isinstance(item.get("pages"), list)


def _row(response: Record, answers: dict[tuple[str, str], str], keys: list[tuple[str, str]]) -> list[Cell]:
    return [*(cell_of(response.get(name)) for name in (*METADATA, *PERSONAL)), *(answers.get(key, "") for key in keys)]


def _answers(response: Record, words: _Words) -> Iterator[tuple[tuple[str, str], str]]:
    """A text for each question and row of it; several choices of one are joined."""
    found: dict[tuple[str, str], list[str]] = {}
    for question in _below(response, "pages", "questions"):
        for answer in _items(question.get("answers")):
            key = (_text(question.get("id")), _text(answer.get("row_id")))
            choice = _text(answer.get("choice_id") or answer.get("other_id"))
            text = _text(answer.get("text")) or words.choices.get(choice, choice)
            found.setdefault(key, []).append(text)
    for key, texts in found.items():
        yield key, ", ".join(texts)


def _label(key: tuple[str, str], words: _Words) -> str:
    question, row = words.questions.get(key[0], ""), words.choices.get(key[1], "")
    return f"{question}: {row}" if question and row else question or row


def _name(key: tuple[str, str]) -> str:
    return "_".join(part for part in key if part)


def _details(document: object, survey: str, file: BinaryIO) -> tuple[_Words, str]:
    """The words of the survey's details and the name of the file that they are in."""
    inside = document.get("details") if isinstance(document, dict) else None
    if isinstance(inside, dict):
        return _words(inside), "details"
    if isinstance(file.name, str | bytes) and survey:
        for path in sorted(Path(os.fsdecode(file.name)).parent.glob("*.json"))[:MOST_BESIDE]:
            if (found := _survey_in(path, survey)) is not None:
                return _words(found), path.name
    return _Words(), ""


def _survey_in(path: Path, survey: str) -> Record | None:
    try:
        if not path.is_file() or path.stat().st_size > LARGEST_BESIDE:
            return None
        found = msgspec.json.decode(path.read_bytes())
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    same = isinstance(found, dict) and _text(found.get("id")) == survey and isinstance(found.get("pages"), list)
    return found if same else None


def _words(details: Record) -> _Words:
    words = _Words()
    for question in _below(details, "pages", "questions"):
        headings = [_text(heading.get("heading")) for heading in _items(question.get("headings"))]
        words.questions[_text(question.get("id"))] = " ".join(filter(None, headings))
        answers = question.get("answers")
        for items in answers.values() if isinstance(answers, dict) else ():
            for choice in _items(items) or ([items] if isinstance(items, dict) else []):
                words.choices[_text(choice.get("id"))] = _text(choice.get("text"))
    return words


def _below(record: Record, outer: str, inner: str) -> Iterator[Record]:
    for item in _items(record.get(outer)):
        yield from _items(item.get(inner))


def _items(value: object) -> list[Record]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)
