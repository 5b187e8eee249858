"""Names of files that are suggested for what a project is called."""


def file_name(name: str) -> str:
    """A project's name as a file's name: letters, digits and single underscores."""
    kept = "".join(letter if letter.isalnum() else " " for letter in name)
    return "_".join(kept.split())[:60].lower() or "project"
