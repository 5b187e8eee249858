"""Projects that begin with something that is no project: a template, a map from another program, results."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeymapper.desktop.jobs import Jobs
    from journeymapper.desktop.window import Window
    from journeymapper.mapfiles.templates import Template
    from journeymapper.model.project import Project

MOST_NAMED = 4


class Beginnings:
    """Works for whatever document the window has at the time; a map file may also become a part of that."""

    def __init__(self, window: "Window", jobs: Callable[[], "Jobs"]) -> None:
        self._window = window
        self._jobs = jobs

    def choose_template(self) -> None:
        """Choose a template and begin with it."""
        from journeymapper.desktop.dialogs.template_dialog import TemplateDialog

        dialog = TemplateDialog(self._window.view, self._window)
        dialog.template_chosen.connect(self.from_template)
        dialog.open()

    def from_template(self, template: "Template") -> None:
        """A new project as a template draws it."""
        from journeymapper.mapfiles.templates import project_from_template
        from journeymapper.model.messages import Refusal

        try:
            project = project_from_template(template)
        except Refusal as refusal:
            language = self._window.view.language
            self._window.asking.tell(language.text("Not opened"), language.message(refusal.message))
            return
        self._begin(project)

    def choose_map(self) -> None:
        """Choose a map file and look at what it would become."""
        from journeymapper.desktop.entry.map_dialog import ask_map_file

        session = self._window.session
        folder = session.path.parent if session and session.path else None
        if path := ask_map_file(self._window.asking, self._window.view.language, folder):
            self.look_at_maps([path])

    def look_at_maps(self, paths: Sequence[Path], after: Callable[[], object] | None = None) -> None:
        """Look at one map file after the other, then do what comes `after` them; leaving one leaves the rest."""
        from journeymapper.desktop.entry.map_dialog import MapDialog

        window, (first, *rest) = self._window, paths
        dialog = MapDialog(
            first, window.session, window.view.language, self._jobs(), window.asking, self._begin, window
        )
        if rest:
            dialog.accepted.connect(lambda: self.look_at_maps(rest, after))
        elif after is not None:
            dialog.accepted.connect(after)
        dialog.open()

    def bring_results(self, paths: Sequence[Path]) -> None:
        """Results need a project: say so, open one as the person chooses, and look at the results there."""
        window, language = self._window, self._window.view.language
        ways = dict(self._ways_to_a_project(paths))
        question = language.plural(
            "{files} holds results, which need a project with measurement points.",
            "{files} hold results, which need a project with measurement points.",
            len(paths),
            files=", ".join(path.name for path in paths[:MOST_NAMED]) + (", …" if len(paths) > MOST_NAMED else ""),
        )
        answer = window.asking.choose(language.text("Result files"), question, [*ways, language.text("Cancel")])
        if answer is None or answer >= len(ways):
            return
        list(ways.values())[answer]()
        if window.session is not None:
            window.file_commands.import_several(paths)

    def _ways_to_a_project(self, paths: Sequence[Path]) -> Iterator[tuple[str, Callable[[], object]]]:
        """What can be done about results without a project, in words; a workbook may after all be a map."""
        from journeymapper.desktop.panels.start_screen import SAMPLES, StartScreen, sample_names
        from journeymapper.mapfiles.recognising import ENDINGS, WRITTEN_TABLES

        window, text = self._window, self._window.view.language.text
        screen = window.centralWidget()
        if isinstance(screen, StartScreen) and screen.recent:
            last = screen.recent[0]
            yield text("Open {project}", project=last.stem), lambda: window.open(last)
        sample, name = sample_names(window.view.language)[0]
        yield text("Open the sample: {name}", name=name), lambda: window.open_sample(SAMPLES / sample)
        yield text("New project"), window.new
        workbooks = set(ENDINGS) - set(WRITTEN_TABLES)
        if all(path.suffix.casefold() in workbooks for path in paths):
            yield text("It is a map: draw it"), lambda: self.look_at_maps(paths)

    def _begin(self, project: "Project") -> bool:
        """Go on with a project that is in no file, ready to be mapped; whether the one before could be left."""
        from journeymapper.storage.container import Opened

        if not self._window.open_copy(Opened(project, {}, {}, False, None)):
            return False
        if self._window.session is not None:
            self._window.session.begin_mapping()
        return True
