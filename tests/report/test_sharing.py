"""A copy to give away: the same figures, and nothing of anybody in it."""

import io
from datetime import date

import msgspec
import pikepdf
from PIL import Image

from journeymapper.analysis.scoring import score_points
from journeymapper.model.measurement import Anchor
from journeymapper.model.plan import Waiver
from journeymapper.model.project import Evidence, Note, Project, Snapshot
from journeymapper.model.report import Remark, ReportChoices
from journeymapper.model.tally import Tally
from journeymapper.report.report import build_report
from journeymapper.report.sharing import bare_name, shared
from journeymapper.storage.container import pack_project
from tests.report.orders import order

CANARY = "Kanarialintu"
DAY = date(2026, 11, 22)


def planted(project: Project) -> tuple[Project, dict[str, bytes]]:
    """The project with a name planted wherever somebody's words or path may stand."""
    buffer = io.BytesIO()
    image = Image.new("RGB", (20, 10), (0, 128, 0))
    exif = image.getexif()
    exif[315] = CANARY
    image.save(buffer, "JPEG", exif=exif)
    name = "a" * 64 + ".jpg"
    journey = project.journeys["j1"]
    t1 = msgspec.structs.replace(journey.touchpoints["t1"], images=(name,))
    journey = msgspec.structs.replace(journey, touchpoints={**journey.touchpoints, "t1": t1})
    sets = {}
    for key, one in project.result_sets.items():
        unused = tuple(msgspec.structs.replace(each, examples=(CANARY,)) for each in one.account.unused)
        account = msgspec.structs.replace(
            one.account, file=f"C:\\Users\\{CANARY}\\{one.account.file}", unused=unused, columns_left=(CANARY,)
        )
        mapping = msgspec.structs.replace(one.mapping, segments=(CANARY,), where=f"{CANARY} = 1")
        sets[key] = msgspec.structs.replace(one, account=account, mapping=mapping, comments="b" * 64 + ".comments")
    points = {key: msgspec.structs.replace(each, analyst=CANARY) for key, each in project.points.items()}
    changed = msgspec.structs.replace(
        project, journeys={"j1": journey}, points=points, result_sets=sets, salt=CANARY,
        notes={"n": Note(id="n", text=CANARY, anchor=Anchor("journey", "j1"))}, note_order=("n",),
        evidence={"e": Evidence(id="e", subject="t1", quotation=CANARY)},
        snapshots={"s": Snapshot(id="s", name=CANARY, taken_on=DAY, document="c" * 64 + ".json")},
        snapshot_order=("s",),
        waivers={"w": Waiver(id="w", check="no owner", subject="P1", reason="known", by=CANARY)}, waiver_order=("w",),
        report=ReportChoices(remarks=(Remark(number=1, text=CANARY, author=CANARY),)),
    )  # fmt: skip
    return changed, {name: buffer.getvalue(), "b" * 64 + ".comments": CANARY.encode(), "c" * 64 + ".json": b"{}"}


def with_segments(tallies: dict[str, Tally]) -> dict[str, Tally]:
    return {
        key: msgspec.structs.replace(tally, segments={CANARY: [CANARY] * len(tally.waves)},
                                     respondents=[CANARY] * len(tally.waves))
        for key, tally in tallies.items()
    }  # fmt: skip


def test_nothing_of_anybody_is_in_the_copy(project: Project, tallies: dict[str, Tally]) -> None:
    changed, attachments = planted(project)
    copy = shared(changed, with_segments(tallies), attachments)
    document = msgspec.json.encode(copy.project) + msgspec.json.encode(list(copy.tallies.values()))
    assert CANARY.encode() not in document
    assert b"Users" not in document
    assert all(CANARY.encode() not in data for data in copy.attachments.values())
    assert [name[64:] for name in copy.attachments] == [".png"]
    assert copy.project.journeys["j1"].touchpoints["t1"].images == tuple(copy.attachments)
    pack_project(copy.project, copy.tallies, copy.attachments)


def test_the_copy_says_what_was_taken_out(project: Project, tallies: dict[str, Tally]) -> None:
    changed, attachments = planted(project)
    said = [each.english() for each in shared(changed, with_segments(tallies), attachments).removed]
    for expected in ("1 segment", "1 quotation", "11 files of comments", "1 sticky note", "1 remark", "1 snapshot",
                     "11 file paths", "1 name of an author", "1 figure of a small group"):  # fmt: skip
        assert expected in said, said


def test_the_copys_figures_are_the_projects(project: Project, tallies: dict[str, Tally]) -> None:
    copy = shared(project, tallies, {})
    before, after = score_points(project, tallies), score_points(copy.project, copy.tallies)
    for point, score in before.items():
        if score.hidden:
            assert after[point].n is None
            assert not any(point in tally.answers for tally in copy.tallies.values())
        else:
            assert after[point] == score
    assert any(score.hidden for score in before.values())


def test_every_row_of_the_copy_is_a_marginal_of_one_point(project: Project, tallies: dict[str, Tally]) -> None:
    for tally in shared(project, tallies, {}).tallies.values():
        assert not tally.joint
        for row in range(len(tally.waves)):
            assert sum(answers[row] is not None for answers in tally.answers.values()) == 1


def test_a_shared_report_holds_the_shared_copy_alone(project: Project, tallies: dict[str, Tally]) -> None:
    changed, attachments = planted(project)
    copy = shared(changed, with_segments(tallies), attachments)
    pdf = build_report(copy.project, copy.tallies, order(), copy.attachments)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        streams = [each.read_bytes() for each in document.objects if (isinstance(each, pikepdf.Stream)
                   and "/Filter" not in each) or (isinstance(each, pikepdf.Stream)
                   and each.get("/Filter") == "/FlateDecode")]  # fmt: skip
    assert all(CANARY.encode() not in data for data in streams)
    assert CANARY.encode() not in pdf


def test_paths_are_cut_to_names() -> None:
    assert [bare_name(path) for path in ("a.csv", "/home/x/a.csv", "C:\\x\\a.csv", "..\\y/a.csv")] == ["a.csv"] * 4
