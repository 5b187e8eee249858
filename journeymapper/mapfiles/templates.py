"""Templates: those that come with the program, and those that a team has saved."""

from pathlib import Path
from typing import Any

import msgspec

from journeymapper.mapfiles.template_drawing import draw_template
from journeymapper.mapfiles.template_file import CHANNELS, FOLDER, load_channels, load_template
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.limits import clean_line, is_blank
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.messages import Refusal
from journeymapper.model.places import every_element
from journeymapper.model.project import Project
from journeymapper.storage.atomic import write_atomically
from journeymapper.storage.documents import decode_document, encode_document
from journeymapper.storage.places import data_folder

LARGEST = 64 * 2**20
PEOPLE = ("owner", "responsible", "analyst", "client", "confidentiality", "disclaimer", "headline")
DAYS = ("due", "starts", "ends", "dated")


class Template(msgspec.Struct, frozen=True):
    """A template in one language: its id on the command line, what it is called, what it is for, where it is kept."""

    id: str
    name: str
    description: str
    path: Path
    language: str

    @property
    def own(self) -> bool:
        """Whether a team has saved it."""
        return self.path.suffix == ".json"


def template_folder() -> Path:
    """Where saved templates are kept; not made by asking."""
    return data_folder() / "templates"


def templates(language_code: str, folder: Path | None = None) -> list[Template]:
    """The templates of the program in a language, by their names, then the saved ones whatever theirs is.

    Saved ones that cannot be read are left out: a damaged file must not keep anybody from beginning.
    """
    side = 1 if language_code == "fi" else 0
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        if path.name != CHANNELS:
            file = load_template(path)
            found.append(Template(path.stem, file.name[side], file.description[side], path, ("en", "fi")[side]))
    found.sort(key=lambda template: template.name.casefold())
    return [*found, *_saved(folder or template_folder())]


def named_template(name: str, language_code: str, folder: Path | None = None) -> Template:
    """The template of that id or name; refuses an unknown one with those that there are."""
    every = templates(language_code, folder)
    wanted = name.casefold()
    for template in every:
        if wanted in (template.id.casefold(), template.name.casefold()):
            return template
    known = ", ".join(template.id for template in every)
    raise Refusal("There is no template {name}; there are {known}.", name=name[:80], known=known)


def project_from_template(template: Template) -> Project:
    """A new project as the template draws it; the ids of its elements are the template's, its own is fresh."""
    if template.own:
        return msgspec.structs.replace(_read(template.path), id=new_id("project"))
    return draw_template(load_template(template.path), load_channels(), template.language)


def save_as_template(project: Project, name: str, folder: Path | None = None) -> Path:
    """Keep a project as a template, without results, evidence, pictures, client, people and days.

    Refuses a blank name and one that is taken. Returns the file.
    """
    called = clean_line(name)
    if is_blank(called):
        raise Refusal("A name cannot be blank.")
    place = (folder or template_folder()) / f"{_file_name(called)}.json"
    if place.exists():
        raise Refusal("There is a template {name} already.", name=called[:80])
    data = encode_document(edits.change(_stripped(project), project.id, name=called))
    place.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(place, data)
    return place


def _saved(folder: Path) -> list[Template]:
    found = []
    for path in sorted(folder.glob("*.json")):
        try:
            project = _read(path)
        except Refusal:
            continue
        scope = next((journey.scope for journey in project.ordered_journeys()), "")
        found.append(Template(path.stem, project.name, scope, path, project.language))
    return found


def _read(path: Path) -> Project:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise Refusal("{file} is damaged.", file=str(path)) from error
    if len(data) > LARGEST:
        raise Refusal("{file} is larger than {limit} bytes.", file=str(path), limit=LARGEST)
    return decode_document(data, str(path)).project


def _file_name(name: str) -> str:
    """A name as a file's, the same on all systems."""
    kept = "".join(letter if letter.isalnum() else "_" for letter in name.casefold())
    return "_".join(filter(None, kept.split("_")))[:80] or "template"


def _stripped(project: Project) -> Project:
    for key in (*project.result_order, *project.wave_order, *project.evidence, *project.snapshots):
        project = edits.remove(project, key)
    for element in (project, *every_element(project)):
        project = edits.change(project, element.id, **_emptied(element))
    return project


def _emptied(element: Any) -> dict[str, Any]:
    """The fields of an element that do not go along, empty."""
    fields: dict[str, Any] = {name: "" for name in PEOPLE if getattr(element, name, "")}
    fields |= {name: None for name in DAYS if getattr(element, name, None)}
    fields |= {"images": ()} if getattr(element, "images", ()) else {}
    fields |= {"votes": 0} if getattr(element, "votes", 0) else {}
    target = element.target if isinstance(element, MeasurementPoint) else None
    if target is not None:
        fields["target"] = msgspec.structs.replace(target, source="", agreed_on=None, baseline_until=None)
    return fields
