"""Labels and tooltips that never take a user's text for markup."""

from PySide6.QtWidgets import QLabel, QWidget

PLAIN = 0
"""`Qt.TextFormat.PlainText`: the `Qt` namespace takes longer to come than the start screen, which does without it."""


def plain_label(text: str = "", style: str = "", parent: QWidget | None = None) -> QLabel:
    """A label that shows its text letter by letter; `style` is the name that the stylesheet knows it by."""
    label = QLabel(parent)
    label.setProperty("textFormat", PLAIN)
    label.setText(text)
    if style:
        label.setProperty("look", style)
    return label


def set_plain_tip(widget: QWidget, text: str) -> None:
    """A tooltip that is shown as it is written; Qt would guess markup from a `<`."""
    widget.setToolTip(plain_tip(text))


def plain_tip(text: str) -> str:
    """The text as Qt's tooltips have to be given it."""
    if "<" not in text and "&" not in text:
        return text
    from html import escape

    return f"<span style='white-space:pre-wrap'>{escape(text)}</span>"
