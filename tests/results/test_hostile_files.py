"""Files made to harm: each ends in a table or in one sentence, soon, and never takes this process with it."""

import gzip
import io
import json
import os
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import xlsxwriter

from journeymapper.model.messages import Refusal
from journeymapper.results.inspecting import inspect_file
from journeymapper.results.inspection import Inspection
from journeymapper.results.tables import read_rows
from journeymapper.results.tasks import InspectTask
from journeymapper.results.worker import run_reader

ROOT = Path(__file__).parents[2]
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ENTITIES = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
LAUGHS = f"<!DOCTYPE x [<!ENTITY a0 'ha'>{ENTITIES}]>"


def sheet(cells: str) -> str:
    return f'<worksheet {MAIN}><sheetData><row r="1">{cells}</row></sheetData></worksheet>'


def workbook(body: str, strings: str = "", doctype: str = "") -> bytes:
    """The smallest XLSX with one sheet of this XML."""
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{doctype}<workbook {MAIN} xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="1" '
        'r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" '
        f'Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": doctype + body,
        "xl/sharedStrings.xml": strings or f"<sst {MAIN}/>",
    }
    return packed(parts)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return data.getvalue()


def far_apart(mark: str = '"') -> bytes:
    """Two cells at the ends of a sheet: readers reserve all that lies between."""
    first, last = (f"<c r{mark[:-1]}={mark[-1]}{cell}{mark[-1]}><v>1</v></c>" for cell in ("A1", "XFD1048576"))
    return workbook(sheet(f'{first}</row><row r="1048576">{last}'))


def deep_zip() -> bytes:
    data = b"x"
    for _ in range(50):
        data = packed({"inner.zip": data})
    return data


def lying_zip() -> bytes:
    """The directory says that a part of 3 MB has 100 bytes."""
    data = bytearray(workbook(sheet("<c><v>1</v></c>" * 200_000)))
    entry = data.rfind(b"PK\x01\x02", 0, data.rfind(b"sharedStrings"))
    entry = data.rfind(b"PK\x01\x02", 0, entry)
    data[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    return bytes(data)


def far_ods() -> bytes:
    """One row of numbers, a million times over."""
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
    )
    cell = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>'
    content = (
        f'<office:document-content{names}><office:body><office:spreadsheet><table:table table:name="S">'
        f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "span.xlsx": (far_apart, "1048576 rows by 16384 columns; at most 10000000 cells"),
    "quotes.xlsx": (lambda: far_apart("  '"), "1048576 rows by 16384 columns; at most 10000000 cells"),
    "unnumbered.xlsx": (
        lambda: workbook(sheet('<c r="A1"/></row><row r="1048576">' + "<c><v>1</v></c>" * 16_000)),
        "needs more memory than a result file may use",
    ),
    "many_strings.xlsx": (
        lambda: workbook(sheet('<c r="A1" t="s"><v>0</v></c>'), f'<sst {MAIN} uniqueCount="4000000000"/>'),
        "needs more memory than a result file may use",
    ),
    "ratio.xlsx": (
        lambda: workbook(sheet("<c/>"), f"<sst {MAIN}><si><t>{'a' * 30_000_000}</t></si></sst>"),
        "unpacks to more than 200 times its size",
    ),
    "laughs.xlsx": (
        lambda: workbook(sheet('<c r="A1" t="inlineStr"><is><t>&a9;</t></is></c>'), doctype=LAUGHS),
        "is damaged or is not a spreadsheet",
    ),
    "lying.xlsx": (lying_zip, "is damaged or is not a spreadsheet"),
    "deep.xlsx": (deep_zip, "is a packed file but no spreadsheet"),
    "parts.xlsx": (lambda: packed(dict.fromkeys(map(str, range(10_001)), "")), "more than 10000 parts"),
    "far.ods": (far_ods, "far.ods"),
    "half.xlsx": (lambda: far_apart()[:500], "is damaged or is not a spreadsheet"),
    "ole.xls": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), "is damaged or is not a spreadsheet"),
    "nulls.csv": (lambda: bytes(100_000), "is neither a table of text nor a spreadsheet"),
    "quote.csv": (lambda: b'a,b\n1,"' + b"x,y\n" * 100_000, "row 2: a cell is longer"),
}


def lying_sav() -> bytes:
    """A survey that says that it has two thousand million cases of one variable."""
    import pandas as pd
    import pyreadstat

    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.sav"
        pyreadstat.write_sav(pd.DataFrame({"q": [1.0, 2.0]}), str(path))
        data = bytearray(path.read_bytes())
    data[80:84] = (2_000_000_000).to_bytes(4, "little")
    return bytes(data)


XES_LAUGHS = f"{LAUGHS}<log><trace><event><string key='concept:name' value='&a9;'/></event></trace></log>"
HOSTILE |= {
    "zeros.csv.gz": (lambda: gzip.compress(b"a,b\n" + bytes(60_000_000)), "unpacks to more than 200 times its size"),
    "rows.csv.gz": (lambda: gzip.compress(b"1,2\n" * 20_000_000), "unpacks to more than 200 times its size"),
    "twice.csv.gz": (lambda: gzip.compress(gzip.compress(b"a,b\n1,2\n" * 1_000)), "is neither a table of text nor a"),
    "deep.json": (lambda: b'[{"a":' + b"[" * 400_000 + b"]" * 400_000 + b"}]", "more than 100 elements within each"),
    "nested.json": (lambda: b'[{"a":' * 900 + b"1" + b"}]" * 900, "nested.json"),
    "wide.json": (
        lambda: json.dumps([{f"k{n}": n for n in range(20_000)}]).encode(), "records of more than 5000 fields"
    ),
    "sparse.json": (
        lambda: json.dumps([{f"k{n}": 1} for n in range(40_000)]).encode(), "records of more than 5000 fields"
    ),
    "laughs.xes": (XES_LAUGHS.encode, "declares document types or entities"),
    "deep.xes": (lambda: b"<log>" + b"<list>" * 90_000, "more than 100 elements within each other"),
    "keys.xes": (
        lambda: b"<log><trace>" + b"".join(b'<event><int key="%d" value="1"/></event>' % n for n in range(20_000)),
        "events of more than 200 attributes",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    make, reason = HOSTILE[name]
    path = tmp_path / name
    path.write_bytes(make())
    assert path.stat().st_size < 1_000_000
    with pytest.raises(Refusal, match=reason) as refusal:
        inspect_file(path)
    assert str(refusal.value).startswith(name)


WATCH = """
import resource, sys, time
from pathlib import Path
from journeymapper.model.messages import Refusal
from journeymapper.results.inspecting import inspect_file
for path in sorted(Path(sys.argv[1]).iterdir()):
    begun = time.monotonic()
    try:
        inspect_file(path)
    except Refusal:
        pass
    print(path.name, time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is counted in other units elsewhere")
def test_no_bomb_takes_a_gigabyte_or_20_seconds(tmp_path: Path) -> None:
    for name, (make, _) in HOSTILE.items():
        (tmp_path / name).write_bytes(make())
    (tmp_path / "lying.sav").write_bytes(lying_sav())
    done = subprocess.run(
        [sys.executable, "-c", WATCH, str(tmp_path)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    lines = [line.split() for line in done.stdout.splitlines()]
    assert {name for name, *_ in lines} == {*HOSTILE, "lying.sav"}
    for name, seconds, peak in lines:
        assert float(seconds) < 20, name
        assert int(peak) < 1_000_000_000, name


def test_a_merged_area_of_the_whole_sheet_is_harmless(tmp_path: Path) -> None:
    merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    cells = '<c r="A1" t="str"><v>nps</v></c></row><row r="2"><c r="A2"><v>9</v></c>'
    path = tmp_path / "merged.xlsx"
    path.write_bytes(workbook(sheet(cells).replace("</worksheet>", merged)))
    assert read_rows(path) == [["nps"], ["9"]]


def test_mutated_workbooks_are_read_or_refused_soon(tmp_path: Path) -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as made:
        page = made.add_worksheet("S")
        for row in range(30):
            page.write_row(row, 0, ["nps", "why", row] if not row else [row % 11, "good", row / 3])
    whole = data.getvalue()
    chance = random.Random(20261122)
    for number in range(12):
        spoilt = bytearray(whole)
        for _ in range(chance.choice((1, 4, 40))):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        path = tmp_path / f"mutated{number}.xlsx"
        path.write_bytes(spoilt)
        begun = time.monotonic()
        assert outcome(path) in ("read", "refused")
        assert time.monotonic() - begun < 5


def outcome(path: Path) -> str:
    try:
        inspect_file(path)
    except Refusal as refusal:
        assert path.name in str(refusal)  # noqa: PT017 - a refusal is as good as a table
        return "refused"
    return "read"


def test_the_deadline_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "slow.csv"
    path.write_text("a,b\n" + "1,2\n" * 100_000)
    with pytest.raises(Refusal, match=r"slow\.csv could not be read within 0 seconds"):
        run_reader(InspectTask(path=os.fsencode(path)), Inspection, file=path.name, deadline=0.01)


@pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="this system limits no process's memory")
def test_the_limit_of_memory_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_text("a\n" + "".join(f"answer number {number}\n" for number in range(200_000)))
    with pytest.raises(Refusal, match=r"large\.csv needs more memory"):
        run_reader_of_rows(path)


def run_reader_of_rows(path: Path) -> None:
    from journeymapper.results.tasks import RowsTask, TextRows

    run_reader(RowsTask(path=os.fsencode(path)), TextRows, file=path.name, memory=70 << 20)


@pytest.mark.parametrize("make", [Path.exists, os.mkfifo, os.mkdir])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, make: Callable[[Path], object]) -> None:
    path = tmp_path / "results"
    make(path)
    with pytest.raises(Refusal, match=r"^results (does not exist|is not a file|cannot be opened: Is a directory)"):
        inspect_file(path)


def test_an_odd_name_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"pys\xe4kki {0} & co.csv")
    path.write_text("nps\n9\n")
    assert read_rows(path) == [["nps"], ["9"]]


def test_a_module_in_the_folder_of_the_user_is_not_taken_for_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "csv.py").write_text("raise SystemExit(5)")
    (tmp_path / "results.csv").write_text("nps\n9\n")
    monkeypatch.chdir(tmp_path)
    assert read_rows(Path("results.csv")) == [["nps"], ["9"]]


FORBIDDEN = [
    "import socket; socket.socket()",
    "import subprocess; subprocess.run(['true'])",
    "import os; os.system('true')",
]


@pytest.mark.parametrize("deed", FORBIDDEN)
def test_a_reader_opens_no_sockets_and_starts_no_programs(deed: str) -> None:
    code = f"from journeymapper.results.forbidding import forbid; forbid(); {deed}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 1
    assert "Forbidden" in done.stderr.splitlines()[-1]
