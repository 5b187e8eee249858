"""The report as one HTML file for screen readers and intranets: no script, no link outside, the map as SVG."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from journeymapper.export.blocks import Block, Drawing, Grid, Part, Words
from journeymapper.paint.svg import paint_svg
from journeymapper.picture.theme import LIGHT
from journeymapper.report.content import Content

STYLE = f"""
:root {{ color: {LIGHT.ink}; background: {LIGHT.ground}; font: 16px/1.5 Inter, 'Segoe UI', system-ui, sans-serif; }}
body {{ margin: 0 auto; max-width: 1500px; padding: 24px 32px 64px; }}
header p, .over, .sub, footer {{ color: {LIGHT.sub}; }}
nav ul {{ padding-left: 18px; columns: 2 320px; }}
a {{ color: {LIGHT.accent}; }}
section {{ background: {LIGHT.card}; border: 1px solid {LIGHT.line}; border-radius: 8px; margin: 24px 0;
  padding: 16px 24px; overflow-x: auto; }}
h1 {{ font-size: 28px; margin: 8px 0; }} h2 {{ font-size: 21px; margin: 4px 0 8px; }} h3 {{ font-size: 16px; }}
.over, .sub {{ margin: 0; font-size: 14px; }}
dl.figures {{ display: flex; flex-wrap: wrap; gap: 32px; margin: 12px 0; }}
dl.figures div {{ display: flex; flex-direction: column-reverse; }}
dl.figures dd {{ margin: 0; font-size: 24px; font-weight: 700; }}
dl.figures dt {{ font-size: 13px; color: {LIGHT.sub}; }}
table {{ border-collapse: collapse; font-size: 14px; margin: 12px 0; width: 100%; }}
th, td {{ text-align: left; vertical-align: top; padding: 6px 10px; border-bottom: 1px solid {LIGHT.line}; }}
thead th {{ color: {LIGHT.sub}; border-bottom-color: {LIGHT.ink}; }}
tbody th {{ font-weight: 600; }}
figure {{ margin: 12px 0; }} svg {{ max-width: 100%; height: auto; }} figure.map svg {{ min-width: 1100px; }}
@media print {{ section {{ break-inside: avoid; border: 0; }} nav {{ display: none; }} }}
""".strip()
NO_LOADING = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def html(content: Content, parts: Sequence[Part], attachments: Mapping[str, bytes]) -> str:
    """The text of the file; all that users wrote is escaped and stands as text."""
    language, project = content.language, content.project
    title = language.text("{project}: journey map and results", project=project.name)
    entries = "".join(f'<li><a href="#part-{n}">{escape(_entry(part))}</a></li>' for n, part in enumerate(parts, 1))
    body = "".join(_section(number, part, attachments) for number, part in enumerate(parts, 1))
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(language.code)}">',
            '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{escape(NO_LOADING)}">',
            f"<title>{escape(title)}</title><style>{STYLE}</style></head>",
            f"<body><header><p>{escape(project.client)}</p><h1>{escape(project.name)}</h1>",
            f"<p>{escape(language.date(content.date))}</p></header>",
            f'<nav aria-label="{escape(language.text("Contents"))}"><ul>{entries}</ul></nav><main>',
            body,
            f"</main><footer><p>{escape(content.footer)}</p></footer></body></html>\n",
        ]
    )


def _entry(part: Part) -> str:
    return f"{part.heading.over}: {part.heading.title}" if part.heading.over else part.heading.title


def _section(number: int, part: Part, attachments: Mapping[str, bytes]) -> str:
    heading = part.heading
    figures = "".join(
        f"<div><dt>{escape(figure.words(' · '))}</dt><dd>{escape(figure.value)}</dd></div>"
        for figure in heading.figures
    )
    inside = "".join(_block(block, part.section == "map", attachments) for block in part.blocks)
    return (
        f'<section id="part-{number}" aria-labelledby="title-{number}"><p class="over">{escape(heading.over)}</p>'
        f'<h2 id="title-{number}">{escape(heading.title)}</h2><p class="sub">{escape(heading.sub)}</p>'
        + (f'<dl class="figures">{figures}</dl>' if figures else "")
        + f"{inside}</section>\n"
    )


def _block(block: Block, map_: bool, attachments: Mapping[str, bytes]) -> str:
    if isinstance(block, Grid):
        return _table(block)
    if isinstance(block, Words):
        tag = "h3" if block.heading else "p"
        return f"<{tag}>{escape(block.text)}</{tag}>"
    return _figure(block, map_, attachments)


def _table(grid: Grid) -> str:
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in grid.titles)
    rows = "".join("<tr>" + "".join(_cells(row)) + "</tr>" for row in grid.rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(row: Sequence[str]) -> Iterator[str]:
    for number, cell in enumerate(row):
        tag = 'th scope="row"' if number == 0 else "td"
        yield f"<{tag}>{escape(cell).replace(chr(10), '<br>')}</{tag.split(' ', maxsplit=1)[0]}>"


def _figure(drawing: Drawing, map_: bool, attachments: Mapping[str, bytes]) -> str:
    """The drawing itself: of a map or strip the parts are read one by one, a mark is one picture."""
    several = len(drawing.picture.groups) > 1
    svg = paint_svg(drawing.picture, "" if several else drawing.alt, attachments)
    role = "group" if several else "img"
    svg = svg.removeprefix('<?xml version="1.0" encoding="UTF-8"?>\n').replace("<svg ", f'<svg role="{role}" ', 1)
    return f'<figure class="{"map" if map_ else "mark"}">{svg}</figure>'
