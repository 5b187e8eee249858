"""What the core says, before anybody has chosen a language for it."""

import msgspec


class Message(msgspec.Struct, frozen=True):
    """A sentence with named places: `text` is the English sentence and the key of its translations.

    `plural` is the sentence for counts other than one; then `values["n"]` is the count.
    """

    text: str
    values: dict[str, str | int | float] = {}
    plural: str = ""

    def english(self) -> str:
        """The sentence in English with its values filled in; for logs and exceptions only."""
        chosen = self.plural if self.plural and self.values.get("n") != 1 else self.text
        return chosen.format(**self.values)


class Refusal(Exception):
    """The reason why something is not done, in one sentence; whoever catches it chooses the language."""

    def __init__(self, text: str, /, **values: str | int | float) -> None:
        self.message = Message(text, values)
        super().__init__(self.message.english())
