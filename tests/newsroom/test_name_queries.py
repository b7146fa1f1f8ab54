"""A name, as somebody would ask for the person or the organization."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrep.errors import UsageError
from newsgrep.newsroom.name_queries import TITLES, query_of_name
from newsgrep.query.parser import parse


def forms(name: str) -> list[str]:
    """The forms that are asked for, those with a title aside."""
    titled = tuple(f'="{title} ' for title in TITLES)
    return [form for form in query_of_name(name).split(" OR ") if not form.startswith(titled)]


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Marta Quintero", ['="Marta Quintero"', '="M Quintero"']),
        ("Quintero, Marta", ['="Marta Quintero"', '="M Quintero"']),
        ("MARTA QUINTERO", ['="Marta Quintero"', '="M Quintero"']),
        ("Anna Quintero", ['="Anna Quintero"']),  # a Quintero speech is nobody's
        ("Marta L. Quintero",
         ['="Marta L Quintero"', '="Marta Quintero"', '="M L Quintero"', '="ML Quintero"']),
        ("M. L. Quintero", ['="M L Quintero"', '="M Quintero"', '="ML Quintero"']),
        ("Jean-Luc Oddwick", ['="Jean-Luc Oddwick"', '="J L Oddwick"', '="JL Oddwick"']),
        ("Ursa von der Wumb", ['="Ursa von der Wumb"', '="U von der Wumb"']),
        ("Sir Harvik Oddwick", ['="Sir Harvik Oddwick"', '="Harvik Oddwick"', '="H Oddwick"']),
        ("Harvik Oddwick Jr.", ['="Harvik Oddwick Jr"', '="Harvik Oddwick"', '="H Oddwick"']),
        ("Zorvexia", ["=Zorvexia"]),
        ("Zorvexia AG", ['="Zorvexia AG"', "=Zorvexia"]),
        ("Royal Bank of Norland plc",
         ['="Royal Bank of Norland plc"', '="Royal Bank of Norland"', "=RBN"]),
        ("Drug Enforcement Administration (D.E.A.)",
         ['="Drug Enforcement Administration"', "=DEA"]),
        ("Quintero, Marta, Jr.", ['="Marta Quintero Jr"', '="Marta Quintero"', '="M Quintero"']),
        ("Quintero, Marta, Dr", ['="Marta Quintero"', '="M Quintero"']),
        ("Oddwick, Umble & Co.", ['="Oddwick Umble Co"', '="Oddwick Umble"']),
        ("Oddwick and Umble", ['="Oddwick and Umble"', '="Oddwick Umble"']),
        ("Oddwick & Umble", ['="Oddwick Umble"', '="Oddwick and Umble"']),
        ("Ministry of Bread", ['="Ministry of Bread"']),
        ("The Grand Trust of Castria",
         ['="The Grand Trust of Castria"', '="Grand Trust of Castria"', "=GTC"]),
        ('Harvik "Hal" Oddwick*', ['="Harvik Hal Oddwick"', '="Harvik Oddwick"',
                                   '="Harvik H Oddwick"', '="H H Oddwick"', '="HH Oddwick"']),
    ],
)  # fmt: skip
def test_forms_of_names(name: str, asked: list[str]) -> None:
    assert forms(name) == asked


def test_a_person_is_also_the_surname_with_a_title() -> None:
    query = query_of_name("Marta Quintero")
    assert '="Mrs Quintero"' in query
    assert '="President Quintero"' in query
    assert '="Dr von der Wumb"' in query_of_name("Ursa von der Wumb")
    assert "Mrs" not in query_of_name("Royal Bank of Norland")


@pytest.mark.parametrize("name", ["", "—", '"*"', "one " * 13])
def test_what_is_no_name(name: str) -> None:
    with pytest.raises(UsageError, match="is no name"):
        query_of_name(name)


@given(st.text(max_size=60))
def test_whatever_is_made_is_a_query(name: str) -> None:
    try:
        query = query_of_name(name)
    except UsageError:
        return
    parse(query)
