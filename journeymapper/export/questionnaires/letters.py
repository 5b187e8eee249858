"""A questionnaire as the text of an e-mail: subject, invitation, link, why the answers are kept."""

from collections.abc import Iterator

from journeymapper.export.questionnaires.form import Form
from journeymapper.language.language import language as language_of


def email_text(form: Form, language: str, url: str = "") -> str:
    """Plain text to paste into a mailing tool; without a link the questions themselves, to be answered by reply."""
    spoken, words = language_of(language), form.words[language]
    parts = [spoken.text("Subject: {title}", title=_line(form.title(language))), words.intro]
    if url:
        parts.append(spoken.text("Answer here: {url}", url=url))
    else:
        parts += ["\n".join(_question(form, number, language)) for number in range(len(form.items))]
    parts += [words.privacy, words.thanks]
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def _question(form: Form, number: int, language: str) -> Iterator[str]:
    item = form.items[number]
    yield f"{item.code}. {_line(item.texts[language])}"
    yield from (f"  [ ] {choice.label(language)}" for choice in item.choices)


def _line(text: str) -> str:
    return " ".join(text.split())
