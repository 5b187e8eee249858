"""How far a job is: a thin bar that is there while it runs."""

from PySide6.QtWidgets import QProgressBar, QWidget

STEPS = 1000
HIGH = 8


class ThinProgress(QProgressBar):
    """Moves without an end until it is told a share; its place stays free while it is hidden."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setMaximumHeight(HIGH)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.show_busy(False)

    def show_busy(self, busy: bool) -> None:
        """Something begins of which nobody knows yet how long it takes, or all is done."""
        self.setRange(0, 0)
        self.setVisible(busy)

    def show_share(self, share: float) -> None:
        """So much of it is done, 0 to 1."""
        self.setRange(0, STEPS)
        self.setValue(round(share * STEPS))
