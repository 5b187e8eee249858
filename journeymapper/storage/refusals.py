"""Why a project file cannot be opened: the sentences that several modules say."""

from journeymapper.model.messages import Refusal


def not_a_project(file: str) -> Refusal:
    """It is some other kind of file."""
    return Refusal("{file} is not a Journey Mapper project.", file=file)


def damaged(file: str) -> Refusal:
    """The zip itself is broken."""
    return Refusal("{file} cannot be opened: the file is damaged or cut short.", file=file)


def damaged_document(file: str, reason: str) -> Refusal:
    """The document in it is broken; the reason is the decoder's."""
    return Refusal("{file} cannot be opened: its document is damaged ({reason}).", file=file, reason=reason)


def damaged_manifest(file: str) -> Refusal:
    """The list of parts is broken."""
    return Refusal("{file} cannot be opened: its manifest is damaged.", file=file)


def damaged_part(file: str, part: str) -> Refusal:
    """A part is not what the manifest, its name or its kind says."""
    return Refusal("{file} cannot be opened: {part} is not what it should be.", file=file, part=part)


def damaged_tally(name: str) -> Refusal:
    """A tally's bytes are no tally."""
    return Refusal("The tally {name} is damaged.", name=name)


def missing_part(file: str, part: str) -> Refusal:
    """A part that the manifest or the document names is not there."""
    return Refusal("{file} cannot be opened: {part} is missing.", file=file, part=part)


def strange_part(file: str, part: str) -> Refusal:
    """A part that no project has."""
    return Refusal(
        "{file} cannot be opened: it holds a part that does not belong there ({part}).", file=file, part=part
    )


def too_large(file: str) -> Refusal:
    """More than this computer should be asked to unpack."""
    return Refusal("{file} cannot be opened: unpacked it would be too large.", file=file)


def too_new(file: str, number: int) -> Refusal:
    """A format from the future whose document cannot even be read."""
    return Refusal(
        "{file} was made by a newer version of Journey Mapper (format {number}) that this one cannot read.",
        file=file,
        number=number,
    )


def not_read_back(file: str) -> Refusal:
    """The disk gave back something else than was written to it."""
    return Refusal("{file} was not saved: what was written could not be read back.", file=file)
