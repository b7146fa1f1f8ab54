"""Names of months and weekdays, folded, in the languages that news is read in here."""

from __future__ import annotations

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
    " diciembre",
    "fr": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "de": "januar februar marz april mai juni juli august september oktober november dezember",
    "pt": "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro"
    " dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
    " dicembre",
}
_SHORT = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12, "ene": 1, "abr": 4, "ago": 8, "set": 9, "dic": 12,
    "janv": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "maerz": 3, "mrz": 3, "okt": 10,
    "dez": 12, "out": 10, "mag": 5, "giu": 6, "lug": 7, "ott": 10, "gen": 1, "setiembre": 9,
}  # fmt: skip

MONTHS: dict[str, int] = {
    name: number for names in _MONTHS.values() for number, name in enumerate(names.split(), start=1)
} | _SHORT
"""Month numbers by folded name or abbreviation (without its full stop)."""

WEEKDAYS: dict[str, int] = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
}  # fmt: skip
