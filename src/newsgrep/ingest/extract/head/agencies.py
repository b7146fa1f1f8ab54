"""News agencies, by the names under which they sign."""

from __future__ import annotations

import re
from functools import lru_cache

AGENCIES = {
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "the associated press": "Associated Press",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "efe": "EFE",
    "dpa": "dpa",
    "upi": "UPI",
    "united press international": "UPI",
    "ansa": "ANSA",
    "xinhua": "Xinhua",
    "tass": "TASS",
    "itar-tass": "TASS",
    "interfax": "Interfax",
    "bloomberg": "Bloomberg",
    "bloomberg news": "Bloomberg",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "pti": "PTI",
    "ians": "IANS",
    "notimex": "Notimex",
    "europa press": "Europa Press",
    "press association": "PA Media",
    "pa media": "PA Media",
    "canadian press": "The Canadian Press",
    "the canadian press": "The Canadian Press",
    "prnewswire": "PR Newswire",
    "pr newswire": "PR Newswire",
    "business wire": "Business Wire",
    "globe newswire": "GlobeNewswire",
    "globenewswire": "GlobeNewswire",
    "accesswire": "ACCESSWIRE",
    "newmediawire": "NewMediaWire",
    "ein presswire": "EIN Presswire",
    "newsfile corp": "Newsfile",
    "24-7pressrelease": "24-7 Press Release",
    "media outreach newswire": "Media OutReach Newswire",
    "cnn": "CNN",
    "npr": "NPR",
    "anadolu": "Anadolu",
    "lusa": "Lusa",
    "gna": "GNA",
    "pna": "Philippine News Agency",
    "dhns": "DHNS",
    "agerpres": "AGERPRES",
    "ritzau": "Ritzau",
    "antara": "Antara",
    "bernama": "Bernama",
    "tanjug": "Tanjug",
    "mti": "MTI",
    "čtk": "ČTK",
    "tasr": "TASR",
    "interfax.ru": "Interfax",
    "folhapress": "Folhapress",
    "agência brasil": "Agência Brasil",
    "estadão conteúdo": "Estadão Conteúdo",
    "télam": "Télam",
    "swissinfo": "Swissinfo",
    "sputnik": "Sputnik",
    "yonhap": "Yonhap",
    "epd": "epd",
    "kna": "KNA",
}
"""The usual name of an agency, by the name it signs with in lower case."""


_BROADCASTERS = frozenset(("CNN", "NPR"))
"""Who signs as agencies do, and is a paper in a byline: "By CNN" names nobody who wrote it."""


@lru_cache(maxsize=4096)
def agency(name: str) -> str:
    """The usual name of the agency that signs as ``name``, or an empty string."""
    return AGENCIES.get(re.sub(r"\s+", " ", name).strip(" .()/-–—").lower(), "")


def wire(name: str) -> str:
    """The agency that a byline may name as the author; broadcasters are none."""
    found = agency(name)
    return "" if found in _BROADCASTERS else found
