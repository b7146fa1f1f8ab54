"""Plain-text articles in twenty layouts, with what is true of each: for measuring extraction.

Every layout is one that people's files have: pasted pages, wire copy, database printouts,
newsletters, agency releases, in several languages. Words are drawn with a fixed seed.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Truth:
    """What an extractor should say of an article; empty where the text does not tell."""

    title: str
    authors: tuple[str, ...]
    date: str
    source: str


@dataclass(frozen=True)
class Sample:
    """An article in a layout."""

    layout: str
    text: str
    truth: Truth
    path: str = "article.txt"


GIVEN = "Jane John Maria Ahmed Priya Daniel Sofia Liam Grace Tomás Ingrid Peter Lucía Omar".split()
FAMILIES = (
    "Doe", "Roe", "Delgado", "O'Neill", "Hassan", "MacLeod", "Fernández", "Schmidt", "Okafor",
    "Kaur", "Lindqvist", "Moreau", "Kowalski", "van der Berg", "de la Cruz",
)  # fmt: skip
SOURCES = (
    "The Courier", "Harbour Gazette", "The Daily Ledger", "Northern Star", "Valley Public Radio",
    "El Faro del Norte", "Le Messager", "Der Bote", "The Port Ellis Herald", "Coast Weekly",
)  # fmt: skip
AGENCIES = ("Reuters", "AFP", "EFE", "Bloomberg", "Associated Press")
PLACES = ("London", "Mexico City", "Nairobi", "Oslo", "Buenos Aires", "Lagos", "Warsaw")
TITLES = (
    "Harbour to close its northern quay for two years",
    "Fishing fleet votes to stay in port until diesel falls",
    "Council rejects plan for a second bridge across the bay",
    "Minister promises inquiry into flooded tunnels",
    "Strike at the shipyard enters its third week",
    "Teachers accept a smaller rise than they asked for",
    "Old lighthouse sold to a bidder from abroad",
    "Court lets the ferry company keep its licence",
    "Heavy rain closes the coast road for a fourth day",
    "Museum returns bronzes after a century",
)
TITULARES = (
    "El puerto cerrará durante dos años el muelle del norte",
    "La flota pesquera vota quedarse en tierra",
    "El ayuntamiento rechaza un segundo puente sobre la bahía",
)
TITRES = (
    "Le port fermera son quai nord pendant deux ans",
    "La flotte de pêche vote pour rester à quai",
)
TITEL = (
    "Hafen schließt den Nordkai für zwei Jahre",
    "Fischer stimmen für den Verbleib im Hafen",
)
ENGLISH = (
    "The harbour authority said the piles under the quay had rotted through, and that there was"
    " no cheaper way to make it safe before the winter storms.",
    "“We looked at every other way,” the director said. “There was none that anybody could pay"
    " for, and we would not ask people to work on something that may fall.”",
    "Some 340 people work on the quay. Half of them will move to the southern terminal, and the"
    " rest have been offered places at the shipyard across the bay.",
)
SPANISH = (
    "La autoridad portuaria dijo que los pilotes del muelle están podridos y que no hay otra"
    " manera de asegurarlo antes de las tormentas del invierno.",
    "Unas 340 personas trabajan en el muelle. La mitad pasará a la terminal del sur y al resto"
    " se le han ofrecido puestos en el astillero.",
)
FRENCH = (
    "L'autorité portuaire a déclaré que les pieux du quai sont pourris et qu'il n'y a pas d'autre"
    " moyen de le rendre sûr avant les tempêtes de l'hiver.",
    "Quelque 340 personnes travaillent sur le quai. La moitié ira au terminal sud et les autres"
    " se sont vu offrir une place au chantier naval.",
)
GERMAN = (
    "Die Hafenbehörde teilte mit, dass die Pfähle unter dem Kai verfault sind und dass es keinen"
    " anderen Weg gibt, ihn vor den Winterstürmen zu sichern.",
    "Rund 340 Menschen arbeiten auf dem Kai. Die Hälfte von ihnen wird an den Südterminal"
    " wechseln, den anderen wurden Stellen auf der Werft angeboten.",
)
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


class Draw:
    """Draws what an article needs."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.year = self.random.randint(1998, 2023)
        self.month = self.random.randint(1, 12)
        self.day = self.random.randint(1, 28)
        self.hour, self.minute = self.random.randint(0, 23), self.random.randint(0, 59)

    def name(self) -> str:
        return f"{self.random.choice(GIVEN)} {self.random.choice(FAMILIES)}"

    def of(self, options: tuple[str, ...]) -> str:
        return self.random.choice(options)

    def month_name(self, language: str = "en") -> str:
        return MONTHS[language].split()[self.month - 1]

    @property
    def iso(self) -> str:
        return f"{self.year}-{self.month:02d}-{self.day:02d}"

    @property
    def moment(self) -> str:
        return f"{self.iso}T{self.hour:02d}:{self.minute:02d}:00"

    @property
    def clock(self) -> str:
        half = "am" if self.hour < 12 else "pm"
        return f"{(self.hour - 1) % 12 + 1}:{self.minute:02d} {half}"

    @property
    def weekday(self) -> str:
        from datetime import date

        return DAYS[date(self.year, self.month, self.day).weekday()]


def _body(paragraphs: tuple[str, ...]) -> str:
    return "\n\n".join(paragraphs)


def pasted(d: Draw) -> Sample:
    title, name, source = d.of(TITLES), d.name(), d.of(SOURCES[:5])
    text = (
        f"{title}\n\n“There was none that anybody could pay for.”\n\nBy {name}{d.month_name()}"
        f" {d.day}, {d.year} {d.clock}, , ,\n\nFrom {source}\n\n{_body(ENGLISH)}\n\nRead more."
    )
    return Sample("pasted page", text, Truth(title, (name,), d.moment, source))


def byline_and_date(d: Draw) -> Sample:
    title, name = d.of(TITLES), d.name()
    text = f"{title}\nBy {name}\n{d.month_name()} {d.day}, {d.year}\n\n{_body(ENGLISH)}"
    return Sample("headline, byline, date", text, Truth(title, (name,), d.iso, ""))


def two_authors(d: Draw) -> Sample:
    title, one, two, source = d.of(TITLES), d.name(), d.name(), d.of(SOURCES[:5])
    text = (
        f"{title}\n\nBy {one} and {two} in {d.of(PLACES)}\n{source}\n{d.weekday}, {d.day}"
        f" {d.month_name()} {d.year}\n\n{_body(ENGLISH)}"
    )
    return Sample(
        "two authors, paper below",
        text,
        Truth(title, tuple(dict.fromkeys((one, two))), d.iso, source),
    )


def capitals(d: Draw) -> Sample:
    title, name = d.of(TITLES), d.name()
    text = f"{title.upper()}\n\nBY {name.upper()}, STAFF WRITER\n\n{d.month_name().upper()} {d.day}, {d.year}\n\n{_body(ENGLISH)}"
    return Sample("capitals", text, Truth(title.upper(), (name,), d.iso, ""))


def wire(d: Draw) -> Sample:
    title, agency, place = d.of(TITLES), d.of(AGENCIES[:4]), d.of(PLACES)
    name = d.name()
    text = (
        f"{title}\n\n{place.upper()}, {d.month_name()[:3]} {d.day} ({agency}) - {_body(ENGLISH)}\n\n"
        f"(Reporting by {name}; editing by {d.name()})\n\n© {d.year} {agency}"
    )
    return Sample("wire with dateline", text, Truth(title, (name,), d.iso, agency))


def labels(d: Draw) -> Sample:
    title, name, source = d.of(TITLES), d.name(), d.of(SOURCES[:5])
    text = (
        f"Headline: {title}\nByline: {name}\nSource: {source}\nDate: {d.iso}\n"
        f"Section: Local\n\n{_body(ENGLISH)}"
    )
    return Sample("labels", text, Truth(title, (name,), d.iso, source))


def spanish(d: Draw) -> Sample:
    title, name = d.of(TITULARES), d.name()
    text = (
        f"{title}\n\nPor {name}\n{d.day} de {d.month_name('es')} de {d.year}, {d.hour:02d}:{d.minute:02d}\n\n"
        f"{_body(SPANISH)}"
    )
    return Sample("Spanish", text, Truth(title, (name,), d.moment, ""))


def spanish_wire(d: Draw) -> Sample:
    title = d.of(TITULARES)
    text = f"{title}\n\nBuenos Aires, {d.day} {d.month_name('es')[:3]} {d.year} (EFE).- {_body(SPANISH)}"
    return Sample("Spanish wire", text, Truth(title, (), d.iso, "EFE"))


def french(d: Draw) -> Sample:
    title, name = d.of(TITRES), d.name()
    day = "1er" if d.day == 1 else str(d.day)
    text = (
        f"{title}\n\nPar {name}\nPublié le {day} {d.month_name('fr')} {d.year} à {d.hour:02d}h{d.minute:02d}\n\n"
        f"{_body(FRENCH)}"
    )
    return Sample("French", text, Truth(title, (name,), d.moment, ""))


def german(d: Draw) -> Sample:
    title, name = d.of(TITEL), d.name()
    text = f"{title}\n\nVon {name}\n{d.day}. {d.month_name('de')} {d.year}, {d.hour:02d}.{d.minute:02d} Uhr\n\n{_body(GERMAN)}"
    return Sample("German", text, Truth(title, (name,), d.moment, ""))


def german_numeric(d: Draw) -> Sample:
    title = d.of(TITEL)
    text = (
        f"{title}\n\n{d.day:02d}.{d.month:02d}.{d.year}\n\n{_body(GERMAN)}\n\n© {d.year} Der Bote"
    )
    return Sample("German numbers", text, Truth(title, (), d.iso, "Der Bote"))


def numeric(d: Draw) -> Sample:
    title, name = d.of(TITLES), d.name()
    text = f"{title}\n\nBy {name}\nPublished {d.month:02d}/{d.day:02d}/{d.year} {d.clock} EST\n\n{_body(ENGLISH)}"
    day = d.moment + "-05:00"
    return Sample("American numbers", text, Truth(title, (name,), day, ""))


def british_numeric(d: Draw) -> Sample:
    title, name = d.of(TITLES), d.name()
    text = f"{title}\n\nBy {name}\n{d.day:02d}/{d.month:02d}/{d.year} {d.hour:02d}:{d.minute:02d} GMT\n\n{_body(ENGLISH)}"
    return Sample("British numbers", text, Truth(title, (name,), d.moment + "+00:00", ""))


def date_first(d: Draw) -> Sample:
    title, name, source = d.of(TITLES), d.name(), d.of(SOURCES[:5])
    text = (
        f"{source}\n{d.day} {d.month_name()} {d.year}\n\n{title}\n\nBy {name}\n\n{_body(ENGLISH)}"
    )
    return Sample("paper and date first", text, Truth(title, (name,), d.iso, source))


def barred(d: Draw) -> Sample:
    title, name, source = d.of(TITLES), d.name(), d.of(SOURCES[:5])
    text = f"{title}\n\nBy {name} | {source}\nUpdated {d.month_name()} {d.day}, {d.year + 1}\nPublished {d.month_name()} {d.day}, {d.year}\n\n{_body(ENGLISH)}"
    return Sample("bars, updated and published", text, Truth(title, (name,), d.iso, source))


def wrapped(d: Draw) -> Sample:
    import textwrap

    title, name = d.of(TITLES), d.name()
    body = "\n\n".join(textwrap.fill(paragraph, 64) for paragraph in ENGLISH)
    text = f"{title}\n\n   By {name}\n   {d.day} {d.month_name()[:3]} {d.year}\n\n{body}\n"
    return Sample("hard-wrapped", text, Truth(title, (name,), d.iso, ""))


def page_noise(d: Draw) -> Sample:
    title, name = d.of(TITLES), d.name()
    text = (
        f"{title}\nShare\nTweet\nEmail\nPhoto: the quay on a grey morning\nBy {name}, Staff Reporter\n"
        f"{d.month_name()[:3]}. {d.day}, {d.year} at {d.clock}\n3 min read\n\n{_body(ENGLISH)}\n\n"
        "Sign up for our newsletter\nRelated stories"
    )
    return Sample("noise of a page", text, Truth(title, (name,), d.moment, ""))


def email_in_byline(d: Draw) -> Sample:
    title, name, source = d.of(TITLES), d.name(), d.of(SOURCES[:5])
    address = name.split()[0].lower()
    text = f"{title}\nBy {name} ({address}@paper.example)\nFrom: {source}\n{d.iso} {d.hour:02d}:{d.minute:02d}\n\n{_body(ENGLISH)}"
    return Sample("e-mail in the byline", text, Truth(title, (name,), d.moment, source))


def day_and_copyright(d: Draw) -> Sample:
    title, name, source = d.of(TITLES), d.name(), d.of(SOURCES[:5])
    text = (
        f"{title}\n\nBy {name}\n{d.weekday}, {d.month_name()} {d.day}\n\n{_body(ENGLISH)}\n\n"
        f"Copyright {d.year} {source}. All rights reserved."
    )
    return Sample("year in the copyright", text, Truth(title, (name,), d.iso, source))


def dated_file(d: Draw) -> Sample:
    title = d.of(TITLES)
    text = f"{title}\n\n{_body(ENGLISH)}"
    return Sample(
        "date in the file's name", text, Truth(title, (), d.iso, ""), f"{d.iso}-harbour.txt"
    )


def headline_only(d: Draw) -> Sample:
    title = d.of(TITLES)
    return Sample(
        "headline and text only", f"{title}\n\n{_body(ENGLISH)}", Truth(title, (), "", "")
    )


def agency_byline(d: Draw) -> Sample:
    title, place, agency = d.of(TITLES), d.of(PLACES), d.of(AGENCIES)
    text = f"{title}\n\nBy {agency}\n\n{place.upper()} — {_body(ENGLISH)}\n\n{d.month_name()} {d.day}, {d.year}"
    return Sample("agency as author", text, Truth(title, (agency,), d.iso, ""))


LAYOUTS: tuple[Callable[[Draw], Sample], ...] = (
    pasted, byline_and_date, two_authors, capitals, wire, labels, spanish, spanish_wire, french,
    german, german_numeric, numeric, british_numeric, date_first, barred, wrapped, page_noise,
    email_in_byline, day_and_copyright, dated_file, headline_only, agency_byline,
)  # fmt: skip


def samples(each: int = 25) -> Iterator[Sample]:
    """``each`` articles of every layout."""
    for number, layout in enumerate(LAYOUTS):
        for turn in range(each):
            yield layout(Draw(1000 * number + turn))
