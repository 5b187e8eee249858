"""What stands in the title of a window with a document."""

from journeymapper.desktop.session import Session


def window_title(session: Session) -> str:
    """File or project, `[*]` where Qt marks what is not saved, whether it is only read, and the program."""
    note = session.view.language.text("read only") if session.read_only else ""
    name = session.path.name if session.path else session.project.name
    return " — ".join(filter(None, (f"{name}[*]", note, "Journey Mapper")))
