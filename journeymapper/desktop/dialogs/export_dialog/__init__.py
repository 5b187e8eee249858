"""The report before it is printed: its pages as they will be, to save or to print."""

from journeymapper.desktop.dialogs.export_dialog.dialog import ExportDialog

__all__ = ["ExportDialog"]
