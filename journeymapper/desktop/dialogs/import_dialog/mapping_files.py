"""Mappings kept in files for the next wave: asked for, written and read, refusals told."""

from pathlib import Path

import msgspec

from journeymapper.desktop.asking import Asking
from journeymapper.language.language import Language
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.sources import Mapping
from journeymapper.results.mapping import load_mapping, resolve_point, save_mapping


class MappingFiles:
    """Asks for the files of mappings."""

    def __init__(self, asking: Asking, language: Language) -> None:
        self._asking = asking
        self._language = language

    def save(self, mapping: Mapping, beside: Path) -> None:
        """Keep a mapping, by default beside the file that it reads."""
        text = self._language.text
        suggested = beside.with_name(f"{beside.stem}_mapping.json")
        target = self._asking.save_path(text("Save mapping"), self._patterns(), suggested)
        if target is None:
            return
        try:
            save_mapping(target, mapping)
        except Refusal as refusal:
            self._asking.tell(text("Not saved"), self._language.message(refusal.message))

    def load(self, project: Project, folder: Path) -> Mapping | None:
        """A mapping whose points are the project's; None where nobody chose one or it cannot be used."""
        text = self._language.text
        source = self._asking.open_path(text("Load mapping"), self._patterns(), str(folder))
        if source is None:
            return None
        try:
            mapping = load_mapping(source)
            resolved = [
                msgspec.structs.replace(use, point=resolve_point(project, use.point)) for use in mapping.columns
            ]
        except Refusal as refusal:
            self._asking.tell(text("Not loaded"), self._language.message(refusal.message))
            return None
        return msgspec.structs.replace(mapping, columns=tuple(resolved))

    def tell_lacking(self, file: str, columns: tuple[str, ...]) -> None:
        """Say which columns of a loaded mapping the file does not have."""
        text = self._language.text
        sentence = text("{file} has no column {columns}.", file=file, columns=", ".join(columns))
        self._asking.tell(text("Load mapping"), sentence)

    def _patterns(self) -> str:
        return f"{self._language.text('Mapping')} (*.json)"
