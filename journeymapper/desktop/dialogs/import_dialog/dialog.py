"""The import dialog: a result file, what its columns are for, and what would be taken, all before it is taken."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from journeymapper.analysis.scoring import newest_wave
from journeymapper.desktop.asking import Asking
from journeymapper.desktop.dialogs.import_dialog.choices import Choice, Choices, Extras, choices_of, mapping_of
from journeymapper.desktop.dialogs.import_dialog.columns_pane import ColumnsPane
from journeymapper.desktop.dialogs.import_dialog.dialog_buttons import DialogButtons
from journeymapper.desktop.dialogs.import_dialog.extras_pane import ExtrasPane
from journeymapper.desktop.dialogs.import_dialog.file_pane import FilePane
from journeymapper.desktop.dialogs.import_dialog.mapping_files import MappingFiles
from journeymapper.desktop.dialogs.import_dialog.outlook import Outlook, look_ahead
from journeymapper.desktop.dialogs.import_dialog.outlook_pane import OutlookPane
from journeymapper.desktop.dialogs.import_dialog.presets import preset
from journeymapper.desktop.dialogs.import_dialog.result_files import SKIPPED, ask_result_file
from journeymapper.desktop.dialogs.import_dialog.sight import Sight, likely_wave, see
from journeymapper.desktop.dialogs.import_dialog.splitter import splitter
from journeymapper.desktop.dialogs.import_dialog.suggesting import likely_period, with_suggestions
from journeymapper.desktop.dialogs.import_dialog.wave_box import WaveBox
from journeymapper.desktop.dialogs.latest import Latest
from journeymapper.desktop.dialogs.room import resize_within_screen
from journeymapper.desktop.jobs import Job, Jobs
from journeymapper.desktop.session import Session
from journeymapper.model.event_log import LogColumns
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.sources import Granularity, Mapping
from journeymapper.results.readers.grid import Wish
from journeymapper.results.recurring import Known

TYPING = 350
TURNING = 150
SIZE = (1320, 860)


class ImportDialog(QDialog):
    """Nothing of the file is in the document until Import is pressed; then it is one step of undo.

    `again` is the import that is done again, `place` the file's number among several and their number.
    """

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        asking: Asking,
        path: Path | None,
        parent: QWidget | None = None,
        *,
        again: str = "",
        place: tuple[int, int] = (1, 1),
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._asking = asking
        self._mappings = MappingFiles(asking, session.view.language)
        self._language = session.view.language
        self._path = path
        self._sight: Sight | None = None
        self._outlook: Outlook | None = None
        self._choices = Choices()
        self._again = again
        self._place = place
        self._loaded = session.project.result_sets[again].mapping if again else None
        self._taking = False
        self._reading = Latest(jobs, self, TURNING)
        self._reading.finished.connect(self._show_sight)
        self._reading.failed.connect(self._refuse)
        self._looking = Latest(jobs, self, TYPING)
        self._looking.finished.connect(self._show_outlook)
        self._looking.failed.connect(self._refuse)
        self._file = FilePane(self._language, session.project)
        self._columns = ColumnsPane(self._language, session.project)
        self._waves = WaveBox(self._language)
        self._extras = ExtrasPane(self._language, session.project)
        self._account = OutlookPane(self._language, session.project)
        self._buttons = DialogButtons(
            self._language,
            load=self._load_mapping,
            save=self._save_mapping,
            skip=(lambda: self.done(SKIPPED)) if place[1] > 1 else None,
            cancel=self.reject,
            take=self._take,
        )
        self._connect()
        self._lay_out()
        self.finished.connect(self._leave)

    def open(self) -> None:
        """Show the dialog; without a file it is asked for first."""
        if self._path is None:
            self._path = self._ask_file()
        if self._path is None:
            self.deleteLater()
            return
        self._begin(self._path)
        super().open()

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        return self._reading.busy or self._looking.busy

    # putting together

    def _connect(self) -> None:
        self._file.wished.connect(self._read)
        self._file.other_file_requested.connect(self._other_file)
        self._columns.chosen.connect(self._choose)
        self._columns.dragged.connect(self._file.show_targets)
        self._file.targets.dropped.connect(lambda column, point: self._columns.rows[column].feed(point))
        self._columns.suggestions_taken.connect(self._take_suggestions)
        self._columns.codes_taken.connect(self._take_codes)
        self._columns.aggregates_changed.connect(self._choose_aggregates)
        self._columns.log_changed.connect(self._choose_log)
        self._waves.changed.connect(self._choose_wave)
        self._extras.changed.connect(self._choose_extras)
        self._account.said.connect(self._refresh_buttons)
        self._account.column_wanted.connect(self._columns.show_column)
        self._looking.progressed.connect(lambda share, _what: self._account.show_share(share))
        for work in (self._reading, self._looking):
            work.busy_changed.connect(self._show_busy)

    def _lay_out(self) -> None:
        text = self._language.text
        number, of = self._place
        title = text("Import results")
        self.setWindowTitle(title if of == 1 else text("{title}: {number} of {of}", title=title, number=number, of=of))
        self.setObjectName("import-dialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setSizeGripEnabled(True)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(10, 0, 0, 10)
        column.addWidget(self._columns, 1)
        column.addWidget(self._waves)
        column.addWidget(self._extras)
        above = splitter(Qt.Orientation.Horizontal, self._file, right)
        whole = splitter(Qt.Orientation.Vertical, above, self._account)
        whole.setStretchFactor(0, 3)
        whole.setStretchFactor(1, 2)
        rows = QVBoxLayout(self)
        rows.addWidget(whole, 1)
        rows.addLayout(self._buttons)
        resize_within_screen(self, SIZE)
        above.setSizes([600, 680])
        whole.setSizes([560, 240])

    # the file

    def _ask_file(self) -> Path | None:
        kept = self._path or self._session.path
        return ask_result_file(self._asking, self._language, str(kept.parent) if kept else "")

    def _other_file(self) -> None:
        if path := self._ask_file():
            self._begin(path)

    def _begin(self, path: Path) -> None:
        self._path = path
        self._choices = Choices(wave=likely_wave(path, _today()))
        self._sight = None
        self._file.begin(path.name)
        self._account.forget()
        for part in (self._columns, self._waves, self._extras):
            part.hide()
        self._read(self._file.wish)

    def _read(self, wish: Wish) -> None:
        """Read the file as wished, from the beginning."""
        path, project = self._path, self._session.project
        if path is None:
            return
        self._looking.stop()
        self._forget_outlook()
        self._reading.start(lambda job: see(path, wish, project, _ticking(job)), at_once=self._sight is None)

    def _show_sight(self, sight: Sight) -> None:
        first = self._sight is None
        self._sight = sight
        if first or not sight.aggregates:
            self._choices = msgspec.structs.replace(self._choices, aggregates=sight.aggregates)
        if first:
            self._choices = msgspec.structs.replace(self._choices, log=sight.presumed_log)
        self._file.show_sight(sight)
        self._columns.show_sight(sight)
        self._columns.show()
        if self._loaded:
            self._take_loaded(self._loaded)
        elif first:
            made = preset(self._choices, sight, self._language)
            self._choices = made.choices
            self._columns.recognise(made.said)
        if first and self._again:
            file = self._session.project.result_sets[self._again].account.file
            self._columns.recognise([self._language.text("This import takes the place of that of {file}.", file=file)])
        self._become(self._choices)
        if first:
            self._columns.look_at_likely()
            self._columns.start()

    # what the columns are for

    def _choose(self, column: str, choice: Choice) -> None:
        choices = self._choices.with_column(column, choice)
        if self._sight and choice.role == "date" and self._choices.of(column).role != "date":
            choices = msgspec.structs.replace(choices, period=likely_period(self._sight, column))
        self._become(choices)

    def _take_suggestions(self) -> None:
        if self._sight:
            self._become(with_suggestions(self._choices, self._sight))

    def _take_codes(self) -> None:
        choices = self._choices
        for name, row in self._columns.rows.items():
            if row.waiting_codes:
                choices = choices.with_column(name, row.with_likely_codes())
        self._become(choices)

    def _choose_aggregates(self, aggregates: bool) -> None:
        self._become(msgspec.structs.replace(self._choices, aggregates=aggregates))

    def _choose_log(self, log: LogColumns | None) -> None:
        self._become(msgspec.structs.replace(self._choices, log=log))

    def _choose_wave(self, wave: str, period: Granularity | None) -> None:
        self._become(msgspec.structs.replace(self._choices, wave=wave, period=period))

    def _choose_extras(self, extras: Extras) -> None:
        self._become(msgspec.structs.replace(self._choices, extras=extras))

    def _become(self, choices: Choices) -> None:
        """Show other choices, and look ahead at what they bring."""
        self._choices = choices
        self._columns.show_choices(choices)
        self._waves.show_choices(choices)
        self._extras.show_choices(choices, self._sight.names if self._sight else ())
        self._forget_outlook()
        mapping = self._mapping()
        if mapping is None or not (mapping.columns or mapping.aggregates or mapping.log):
            self._looking.stop()
            self._account.say(self._hint())
            return
        self._look_ahead(mapping)

    def _hint(self) -> str:
        text = self._language.text
        if not self._session.project.points:
            return text("The project has no measurement points yet: add one in the map first.")
        if self._sight and not self._sight.inspection.rows:
            return text("{file} has no rows.", file=self._sight.inspection.file)
        if self._columns.suggesting:
            return text("Choose a measurement point for a column, or take the suggestions.")
        return text("Choose a measurement point for a column.") if self._sight else ""

    def _mapping(self) -> Mapping | None:
        """The mapping that the choices make; None before the file has been read."""
        return mapping_of(self._choices, self._sight.names, self._file.wish) if self._sight else None

    def _look_ahead(self, mapping: Mapping, *, at_once: bool = False) -> None:
        path, session = self._path, self._session
        known = Known(session.project, dict(session.tallies), dict(session.attachments))
        if path is not None:
            today, again = _today(), self._again
            self._looking.start(
                lambda job: look_ahead(path, mapping, known, today, _ticking(job), job.report, replacing=again),
                at_once=at_once,
            )

    def _show_outlook(self, outlook: Outlook) -> None:
        self._outlook = outlook
        self._account.show_outlook(outlook, self._columns.counted_in_doubt)
        self._refresh_buttons()
        if self._taking:
            self._taking = False
            self._take()

    def _refuse(self, message: Message) -> None:
        self._taking = False
        self._account.refuse(self._language.message(message))
        self._refresh_buttons()

    def _forget_outlook(self) -> None:
        self._outlook = None
        self._taking = False
        self._refresh_buttons()

    def _show_busy(self) -> None:
        self._account.set_busy(self.busy)
        self._refresh_buttons()

    def _refresh_buttons(self) -> None:
        outlook = self._outlook
        ready = outlook is not None and self._agreed(outlook)
        self._buttons.take.setEnabled(ready or (self._looking.busy and not self._taking))
        self._buttons.save.setEnabled(self._sight is not None and bool(self._choices.columns))

    def _agreed(self, outlook: Outlook) -> bool:
        """Whether there is something to take, and nothing that must be said first."""
        return outlook.worth_taking and self._account.agreed

    # taking it

    def _take(self) -> None:
        """Import what has been shown; while that is still being read, as soon as it is there and nothing is odd."""
        outlook = self._outlook
        if outlook is None:
            self._taking = self._looking.busy
            self._refresh_buttons()
            return
        if not self._agreed(outlook):
            return
        imported = outlook.imported
        file = imported.result_set.account.file
        rivals = [each.result_set.id for each in outlook.rivals] if self._account.way == "replace" else []
        replaced = tuple(dict.fromkeys(filter(None, (*rivals, self._again))))
        try:
            self._session.take_results(Message("Import {file}", {"file": file}), imported, replacing=replaced)
        except Refusal as refusal:
            self._refuse(refusal.message)
            return
        newest = newest_wave(self._session.project, self._session.tallies) == outlook.wave
        self._session.look(mode="results", wave=None if newest else outlook.wave, segment=None)
        self.accept()

    def reject(self) -> None:
        """Cancel: a running import first, then the dialog."""
        if self._taking:
            self._looking.stop()
            self._forget_outlook()
            self._account.say(self._language.text("The import was cancelled; nothing was taken."))
            return
        super().reject()

    def _leave(self, _result: int) -> None:
        self._reading.stop()
        self._looking.stop()
        self.deleteLater()

    # mappings

    def _save_mapping(self) -> None:
        mapping = self._mapping()
        if self._path is not None and mapping is not None:
            self._mappings.save(mapping, self._path)

    def _load_mapping(self) -> None:
        mapping = self._mappings.load(self._session.project, self._path.parent) if self._path else None
        if mapping is not None:
            self._loaded = mapping
            self._file.set_wish(Wish.of(mapping))
            self._read(self._file.wish)

    def _take_loaded(self, mapping: Mapping) -> None:
        """The choices of a loaded mapping; the wave that it was made for is not the wave of this file."""
        self._loaded = None
        if self._sight is None or self._path is None:
            return
        choices, lacking = choices_of(mapping, self._sight.names, self._path.name)
        known = not mapping.wave or (mapping.wave in self._session.project.waves and not self._again)
        wave = self._choices.wave if known else mapping.wave
        self._choices = msgspec.structs.replace(choices, wave=wave)
        if lacking:
            self._mappings.tell_lacking(self._path.name, lacking)


def _ticking(job: Job) -> Callable[[], object]:
    """What the work calls meanwhile; raises Cancelled once nobody waits for it."""
    return lambda: job.report(0.0)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the reader's day
