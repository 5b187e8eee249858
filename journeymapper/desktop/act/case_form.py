"""A line of a business case, typed from the company's own figures."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from journeymapper.desktop.act.places import measure_words, metric_of, place_words
from journeymapper.desktop.inspector.reading import read_number, read_share, read_whole, written_number, written_share
from journeymapper.desktop.session import Session
from journeymapper.language.case_words import case_kind_words
from journeymapper.model.acting import Amount, CaseKind, CaseLine, RiskLine
from journeymapper.model.messages import Message, Refusal

KINDS: tuple[CaseKind, ...] = ("lost offers", "revisits", "referrals", "extra sales", "other", "revenue at risk")
RISK = "revenue at risk"
USUAL = (("count", Message("How many a year")), ("worth", Message("Worth of one")))
"""Each with the ends of its range beside it."""
RISKY = (
    ("customers", Message("Customers")), ("revenue", Message("Revenue of one a year")),
    ("churn", Message("Detractors who leave, %")), ("reference_churn", Message("Others who leave, %")),
    ("months", Message("Observed over months")), ("converted", Message("Detractors that would be turned, %")),
)  # fmt: skip
SHARES = ("churn", "reference_churn", "converted")


class CaseForm(QWidget):
    """Fields for either kind of line; `line` reads them, `show_line` fills them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        text, message = session.view.language.text, session.view.language.message
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.fields: dict[str, QLineEdit] = {}
        self._ranges: dict[str, QWidget] = {}
        self.kind = QComboBox()
        self.kind.setObjectName("case-kind")
        for kind in KINDS:
            self.kind.addItem(case_kind_words(session.view.language, kind), kind)
        self.kind.currentIndexChanged.connect(lambda _index: self._fit())
        self.form.addRow(text("Kind"), self.kind)
        self._add("name", text("Name"))
        for key, words in USUAL:
            self._add_range(key, message(words))
        for key, words in RISKY:
            self._add(key, message(words))
        self.point = QComboBox()
        self.point.setObjectName("case-point")
        self.form.insertRow(2, text("Point with detractors"), self.point)
        self.margin = QCheckBox(text("This is margin, not revenue"))
        self.form.addRow("", self.margin)
        self._add("assumption", text("Assumption, printed beside it"))
        self._fit()

    def offer_points(self) -> None:
        """The NPS points, since only they have detractors."""
        session, kept = self._session, self.point.currentData()
        self.point.clear()
        for point in session.project.ordered_points():
            if metric_of(session, point).kind == "nps":
                self.point.addItem(
                    f"{point.id} {place_words(session, point)} · {measure_words(session, point)}", point.id
                )
        self.point.setCurrentIndex(max(0, self.point.findData(kept)))

    @property
    def line(self) -> CaseLine | RiskLine:
        """What is typed; raises Refusal where something is no figure or is lacking."""
        return self._risk() if self.kind.currentData() == RISK else self._usual()

    def show_line(self, line: CaseLine | RiskLine | None) -> None:
        """Fill the fields with a line, or empty them."""
        for field in self.fields.values():
            field.clear()
        if line is None:
            return
        language = self._session.view.language
        self.kind.setCurrentIndex(KINDS.index(RISK if isinstance(line, RiskLine) else line.kind))
        self.fields["name"].setText(line.name)
        self.fields["assumption"].setText(line.assumption)
        if isinstance(line, RiskLine):
            self.point.setCurrentIndex(max(0, self.point.findData(line.point)))
            self.margin.setChecked(line.margin)
            for key, _ in RISKY:
                write = written_share if key in SHARES else written_number
                self.fields[key].setText(write(language, getattr(line, key)))
            return
        for name in ("count", "worth"):
            amount: Amount = getattr(line, name)
            for key, value in ((name, amount.likely), (f"{name}_low", amount.low), (f"{name}_high", amount.high)):
                self.fields[key].setText(written_number(language, value))

    def _usual(self) -> CaseLine:
        return CaseLine(
            kind=self.kind.currentData(), name=self._name(), count=self._amount("count"), worth=self._amount("worth"),
            assumption=self.fields["assumption"].text().strip(),
        )  # fmt: skip

    def _risk(self) -> RiskLine:
        language = self._session.view.language
        point = self.point.currentData()
        if point is None:
            raise Refusal("Revenue at risk needs a point that measures NPS.")
        return RiskLine(
            name=self._name(), point=point, customers=int(self._needed("customers", read_whole)),
            revenue=self._needed("revenue", read_number), churn=read_share(language, self._text("churn")),
            reference_churn=read_share(language, self._text("reference_churn")),
            months=read_whole(language, self._text("months")) or 12,
            converted=read_share(language, self._text("converted")), margin=self.margin.isChecked(),
            assumption=self._text("assumption"),
        )  # fmt: skip

    def _name(self) -> str:
        return self._text("name") or self.kind.currentText()

    def _amount(self, key: str) -> Amount:
        language = self._session.view.language
        likely = self._needed(key, read_number)
        low, high = (read_number(language, self._text(f"{key}_{end}")) for end in ("low", "high"))
        if (low is not None and low > likely) or (high is not None and high < likely):
            raise Refusal("The likely figure lies between “at least” and “at most”.")
        return Amount(likely=likely, low=low, high=high)

    def _needed(self, key: str, read: Callable[..., float | None]) -> float:
        value = read(self._session.view.language, self._text(key))
        if value is None:
            raise Refusal("“{field}” is needed.", field=self.fields[key].accessibleName())
        return value

    def _text(self, key: str) -> str:
        return self.fields[key].text().strip()

    def _add(self, key: str, words: str) -> None:
        field = QLineEdit()
        field.setObjectName(f"case-{key}")
        field.setAccessibleName(words)
        self.fields[key] = field
        self.form.addRow(QLabel(words), field)

    def _add_range(self, key: str, words: str) -> None:
        """The likely figure, and how low and how high it could be, in one row."""
        text = self._session.view.language.text
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        for ending, place in (("", text("likely")), ("_low", text("at least")), ("_high", text("at most"))):
            field = QLineEdit()
            field.setObjectName(f"case-{key}{ending}")
            field.setAccessibleName(f"{words}, {place}" if ending else words)
            field.setPlaceholderText(place)
            self.fields[key + ending] = field
            row.addWidget(field)
        self._ranges[key] = holder
        self.form.addRow(QLabel(words), holder)

    def _fit(self) -> None:
        """Only the fields of the kind that is chosen."""
        risk = self.kind.currentData() == RISK
        for key, _ in USUAL:
            self.form.setRowVisible(self._ranges[key], not risk)
        for key, _ in RISKY:
            self.form.setRowVisible(self.fields[key], risk)
        self.form.setRowVisible(self.point, risk)
        self.form.setRowVisible(self.margin, risk)
