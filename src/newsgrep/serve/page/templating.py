"""The templates, and what fills them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from newsgrep.render.lines import copies_for_people
from newsgrep.render.prose import counted, date_for_people
from newsgrep.serve.answers import Answer
from newsgrep.serve.page.texts import highlighted, shown, web_address
from newsgrep.text.printable import printable_place

if TYPE_CHECKING:
    from jinja2 import Environment

HTML = "text/html; charset=utf-8"


@cache
def templates() -> Environment:
    """The templates: what is put into them is text, whatever it looks like."""
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

    made = Environment(
        loader=PackageLoader("newsgrep.serve.page"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=shown,
    )  # fmt: skip
    made.filters.update(
        date=date_for_people, marks=highlighted, web=web_address, count="{:,}".format
    )
    made.globals.update(counted=counted, copies=copies_for_people, place=printable_place)
    return made


def page(name: str, status: int = 200, **shows: Any) -> Answer:
    """A template with what it shows."""
    text = templates().get_template(f"{name}.html").render(shows)
    return Answer(HTML, iter((text,)), status=status)
