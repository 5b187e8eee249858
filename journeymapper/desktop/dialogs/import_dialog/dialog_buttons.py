"""The buttons below the import dialog."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from journeymapper.desktop.buttons import push_button
from journeymapper.language.language import Language

Handler = Callable[[], object]


class DialogButtons(QHBoxLayout):
    """Load and save a mapping at the left; skip one of several files, cancel and import at the right."""

    def __init__(
        self, language: Language, *, load: Handler, save: Handler, skip: Handler | None, cancel: Handler, take: Handler
    ) -> None:
        super().__init__()
        text = language.text
        self.addWidget(push_button("load-mapping", text("Load mapping…"), load))
        self.save = push_button("save-mapping", text("Save mapping…"), save)
        self.addWidget(self.save)
        self.addStretch(1)
        if skip is not None:
            self.addWidget(push_button("skip", text("Skip this file"), skip))
        self.addWidget(push_button("cancel", text("Cancel"), cancel))
        self.take = push_button("import", text("Import"), take, look="primary")
        self.take.setEnabled(False)
        self.addWidget(self.take)
