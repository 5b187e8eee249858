"""Snapshots: the project as it was on a day, kept as an attachment of its own project."""

import hashlib
from collections.abc import Mapping
from datetime import date

import msgspec

from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project, Snapshot
from journeymapper.storage.documents import decode_document, encode_document


def snapshot_of(project: Project, snapshot_id: str, name: str, day: date) -> tuple[Snapshot, bytes]:
    """The snapshot and the bytes of its attachment; earlier snapshots are not in it. Raises Refusal."""
    document = encode_document(msgspec.structs.replace(project, snapshots={}, snapshot_order=()))
    attachment = f"{hashlib.sha256(document).hexdigest()}.json"
    return Snapshot(id=snapshot_id, name=name, taken_on=day, document=attachment), document


def project_of(snapshot: Snapshot, attachments: Mapping[str, bytes]) -> Project:
    """The project as it was; raises Refusal where its document is not at hand or damaged."""
    document = attachments.get(snapshot.document)
    if document is None:
        raise Refusal("The document of the snapshot {name} is not at hand.", name=snapshot.name)
    return decode_document(document, snapshot.name).project
