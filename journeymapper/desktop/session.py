"""One open document: its history, its file, the selection and the view. The only thing that views listen to."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from operator import is_
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from journeymapper.analysis.score import Score
from journeymapper.desktop.findings import Findings
from journeymapper.desktop.selection import selection_after
from journeymapper.desktop.view import View
from journeymapper.model import edits
from journeymapper.model.history import History
from journeymapper.model.journey import Journey
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.model.sources import ResultSet, Wave
from journeymapper.model.tally import Tally
from journeymapper.storage.container import Opened, open_project, save_project
from journeymapper.storage.stamp import Stamp

if TYPE_CHECKING:
    from journeymapper.analysis.marginals import ScoreBook
    from journeymapper.analysis.rollups import JourneyRollup
    from journeymapper.desktop.spelling.spelling import Spelling
    from journeymapper.results.importing import Imported

Edit = Callable[[Project], Project]
SCORES_KEPT = 4


class Session(QObject):
    """Frozen values in, signals out; whoever wants to change the document applies an edit with a name."""

    changed = Signal(object, object)
    selected = Signal(object)
    viewed = Signal(object, object)
    saved = Signal()
    found = Signal()

    def __init__(self, opened: Opened, view: View, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = History(opened.project)
        self._saved: Project | None = opened.project
        self._tallies = dict(opened.tallies)
        self._attachments = dict(opened.attachments)
        self._stamp: Stamp | None = opened.stamp if path else None
        self._scores: list[tuple[tuple[object, ...], dict[str, Score]]] = []
        self._rollups: dict[str, tuple[Journey, Mapping[str, Score], object, JourneyRollup]] = {}
        self._last_days: tuple[object, object, Mapping[str, date]] | None = None
        self._book: tuple[object, object, object, ScoreBook] | None = None
        self.path = path
        self.read_only = opened.read_only
        self.selection: tuple[str, ...] = ()
        self.findings = Findings()
        self.view = self._complete(view)

    @cached_property
    def spelling(self) -> "Spelling":
        """The checker of what is written in this document, where the system has one."""
        from journeymapper.desktop.spelling.spelling import Spelling

        return Spelling(self)

    # the document

    @property
    def project(self) -> Project:
        """The document as it stands."""
        return self._history.present

    @property
    def history(self) -> History:
        """What can be undone and redone, with names."""
        return self._history

    @property
    def tallies(self) -> Mapping[str, Tally]:
        """All tallies of this session by hash, those of undone imports included."""
        return self._tallies

    @property
    def attachments(self) -> Mapping[str, bytes]:
        """All attachments of this session by hash."""
        return self._attachments

    @property
    def modified(self) -> bool:
        """Whether there is something to save."""
        return self.project is not self._saved

    def apply(self, name: Message, edit: Edit) -> None:
        """Make one edit, one step of undo; raises Refusal and changes nothing where a rule is broken."""
        project = edit(self.project)
        if project is not self.project:
            self._become(self._history.done(name, project, self.selection))

    def undo(self) -> None:
        """Take the last step back."""
        self.travel(-1)

    def redo(self) -> None:
        """Make the undone step again."""
        self.travel(1)

    def travel(self, steps: int) -> None:
        """Undo so many steps at once, or redo them where the number is positive; as far as there are any."""
        history, chosen = self._history, self.selection
        for _ in range(abs(steps)):
            ahead = history.past[-1:] if steps < 0 else history.future[:1]
            history = history.undone(chosen) if steps < 0 else history.redone(chosen)
            chosen = ahead[0].chosen if ahead else chosen
        self._become(history, chosen)

    def bring(self, tallies: Mapping[str, Tally], attachments: Mapping[str, bytes]) -> None:
        """Have results and attachments at hand, by their hashes, before an edit refers to them."""
        self._tallies |= tallies
        self._attachments |= attachments

    def add_results(
        self,
        name: Message,
        result_set: ResultSet,
        waves: tuple[Wave, ...],
        tally: Tally,
        *,
        replacing: tuple[str, ...] = (),
    ) -> None:
        """Take an import in, in place of earlier ones by their ids; undoing it leaves the tally here, unused."""
        self._tallies[result_set.tally] = tally

        def edit(project: Project) -> Project:
            for earlier in replacing:
                project = edits.remove_result_set(project, earlier)
            return edits.add_result_set(project, result_set, waves)

        self.apply(name, edit)

    def take_results(self, name: Message, imported: "Imported", *, replacing: tuple[str, ...] = ()) -> None:
        """Take an import in whole: rows that came before give way, log and comments come along; one step of undo."""
        from journeymapper.results.taking import take_in

        def edit(project: Project) -> Project:
            taken = take_in(project, self._tallies, imported, replacing=replacing)
            self.bring(taken.tallies, taken.attachments)
            return taken.project

        self.apply(name, edit)

    def remove_results(self, result_set: str) -> None:
        """Take an import out again; rows that it had replaced count once more."""
        from journeymapper.results.taking import take_out

        def edit(project: Project) -> Project:
            without, tallies = take_out(project, self._tallies, result_set)
            self.bring(tallies, {})
            return without

        self.apply(Message("Remove results"), edit)

    def _become(self, history: History, chosen: tuple[str, ...] = ()) -> None:
        """`chosen` is what was selected when the project was left that is come back to."""
        old, self._history = self.project, history
        if self.project is old:
            return
        self.look(**self._lost_in(self.view))
        self.changed.emit(old, self.project)
        self.select(selection_after(old, self.project, self.selection, chosen))

    # the file

    def save(self, path: Path | None = None) -> None:
        """Write the document to its file or to another one; raises Refusal."""
        target = path or self.path
        if target is None:
            raise ValueError("a new document needs a path")
        since = self._stamp if target == self.path else None
        self._stamp = save_project(target, self.project, self._tallies, self._attachments, since=since)
        self.path, self._saved, self.read_only = target, self.project, False
        self.saved.emit()

    def save_over(self) -> None:
        """Write although somebody else has changed the file since it was read."""
        self._stamp = None
        self.save()

    def revert(self) -> None:
        """Go back to what the file holds, as one step that can be undone; raises Refusal."""
        if self.path is None:
            return
        opened = open_project(self.path)
        self._tallies |= opened.tallies
        self._attachments |= opened.attachments
        self._stamp = opened.stamp
        self._become(self._history.done(Message("Revert to the saved file"), opened.project))
        self._saved = self.project
        self.saved.emit()

    def mark_unsaved(self) -> None:
        """What is open is nowhere but here; saving it must not take the file's later changes for its own."""
        self._saved = None

    # what is looked at

    def select(self, ids: tuple[str, ...]) -> None:
        """Choose elements; the first is the one that the inspector shows."""
        if ids != self.selection:
            self.selection = ids
            self.selected.emit(ids)

    def begin_mapping(self) -> None:
        """Look at a new map where it begins: what is typed next is its first stage's name."""
        self.look(mode="map")
        journey = self.project.journeys.get(self.view.journey)
        self.select(journey.stage_order[:1] if journey is not None else ())

    def look(self, **choices: Any) -> None:
        """Change choices of the view, such as `mode="results"`."""
        old, self.view = self.view, self.view._replace(**choices)
        if self.view != old:
            self.viewed.emit(old, self.view)

    def learn(self, **found: object) -> None:
        """Take in what an analysis has found, such as `paths`."""
        self.findings = self.findings._replace(**found)  # type: ignore[arg-type]  # fields by name
        self.found.emit()

    def scores(self) -> Mapping[str, Score]:
        """The scores of the chosen wave and segment, computed once for the same document and choice.

        A score that stays equal stays the same object, so that nothing is drawn anew; undo finds those from before.
        """
        document, view = self.project, self.view
        key: tuple[object, ...] = (document.points, document.metrics, document.result_sets, document.waves)
        key += (document.wave_order, document.settings, view.wave, view.segment)
        known = next((one for one in self._scores if all(map(is_, one[0], key))), None)
        if known is None:
            from journeymapper.analysis.scoring import score_points

            found = score_points(document, self._tallies, wave=view.wave, segment=view.segment, book=self.book())
            before = self._scores[0][1] if self._scores else {}
            known = (key, {id_: old if (old := before.get(id_)) == score else score for id_, score in found.items()})
        self._scores = [known, *(one for one in self._scores if one is not known)][:SCORES_KEPT]
        return known[1]

    def book(self) -> "ScoreBook":
        """The marginals of all imports: switching waves and segments reads nothing again."""
        from journeymapper.analysis.marginals import score_book, smiley_points

        daily, known = smiley_points(self.project), self._book
        fresh = known is not None and known[0] is self.project.result_sets and known[1] is self.project.metrics
        if known is None or not fresh or known[2] != daily:
            book = score_book(self.project, self._tallies)
            self._book = known = (self.project.result_sets, self.project.metrics, daily, book)
        return known[3]

    def last_days(self) -> Mapping[str, date]:
        """Each point's last day with data, looked up once for the same imports and waves."""
        known, sets, waves = self._last_days, self.project.result_sets, self.project.waves
        if known is None or known[0] is not sets or known[1] is not waves:
            from journeymapper.analysis.freshness import last_days

            self._last_days = known = (sets, waves, last_days(self.project, self._tallies))
        return known[2]

    def rollup(self, journey_id: str) -> "JourneyRollup":
        """What the scores say of a whole journey, computed once for the same scores and all that counts with them."""
        from journeymapper.analysis.rollups import roll_up, what_counts

        journey, scores, known = self.project.journeys[journey_id], self.scores(), self._rollups.get(journey_id)
        if known is not None and known[0] is journey and known[1] is scores:
            return known[3]
        counts = what_counts(journey)
        same = known is not None and known[1] is scores and known[2] == counts
        rollup = known[3] if known is not None and same else roll_up(self.project, journey, scores)
        self._rollups[journey_id] = (journey, scores, counts, rollup)
        return rollup

    def shown_score(self, element_id: str) -> Score | None:
        """The score shown large for a touchpoint, or the score of a point."""
        if element_id in self.project.points:
            return self.scores().get(element_id)
        from journeymapper.analysis.rollups import shown_score

        journey = self.project.journey_of(element_id)
        touchpoint = journey.touchpoints.get(element_id) if journey else None
        return shown_score(self.project, touchpoint, self.scores()) if touchpoint else None

    def segments(self) -> list[tuple[str, str]]:
        """Every segment's name and value that the imported files have, sorted."""
        used = (self._tallies.get(result_set.tally) for result_set in self.project.result_sets.values())
        named = (item for tally in used if tally for item in tally.segments.items())
        return sorted({(name, value) for name, values in named for value in set(values) if value})

    def segment_names(self) -> list[str]:
        """The names of the segments that the imported files have, sorted."""
        return sorted({name for name, _ in self.segments()})

    def shown_wave(self) -> str:
        """The wave whose figures are shown; "" without results."""
        if self.view.wave is not None:
            return self.view.wave
        from journeymapper.analysis.scoring import newest_wave

        return newest_wave(self.project, self._tallies)

    def wave_before(self) -> str:
        """The wave before the one shown, the next one where it is the first; "" where there is only one."""
        shown, order = self.shown_wave(), self.project.wave_order
        others = [wave for wave in order if wave != shown]
        earlier = [wave for wave in others if shown in order and order.index(wave) < order.index(shown)]
        return (earlier[-1:] or others[:1] or [""])[0]

    def _complete(self, view: View) -> View:
        """The choices of another document's view, without those that this one cannot follow."""
        return view._replace(**self._lost_in(view))

    def _lost_in(self, view: View) -> dict[str, Any]:
        lost: dict[str, Any] = {}
        if view.journey not in self.project.journeys:
            lost["journey"] = next(iter(self.project.journey_order), "")
        if view.wave is not None and view.wave not in self.project.waves:
            lost["wave"] = None
        if view.segment is not None and view.segment not in self.segments():
            lost["segment"] = None
        if view.against and view.against not in self.project.waves:
            lost["against"] = ""
        if view.beside and view.beside not in self.segment_names():
            lost["beside"] = ""
        for name, known in (("personas", self.project.personas), ("channels", self.project.channels)):
            chosen = getattr(view, name)
            if any(key not in known for key in chosen):
                lost[name] = tuple(key for key in chosen if key in known)
        return lost
