"""Words that tell a person: titles, roles."""

from __future__ import annotations

PERSONAL_TITLES = frozenset(
    """Mr Mrs Ms Miss Dr Sir Lord Lady Dame Prof Professor Rev Reverend President Minister Premier
    Chancellor Secretary Senator Sen Governor Gov Mayor Judge Justice General Gen Colonel Col
    Captain Capt Major Maj Sergeant Sgt Lieutenant Lt Admiral Adm Inspector Superintendent
    Bishop Archbishop Cardinal Pope King Queen Prince Princess Baroness Baron Chairman
    Chairwoman Spokesman Spokeswoman Commissioner Ambassador Rep Congressman Congresswoman
    Councillor Coach Adviser Advisor Director Sheikh Imam Ayatollah Rabbi Sultan Emir Señor Herr
    Frau Monsieur Madame MP CEO
    President-elect Sheriff Welshman Briton Frenchman Englishman Irishman Scotsman Dutchman
    Spaniard Swede Dane Finn Norwegian-born Congressmen Sen. Gov. Ombudsman
    Editor Footballer Journalist Prophet Singer Actor Actress Doctor Songwriter Rapper Author
    Comedian Pastor Surgeon Lieutenant-General Brigadier Presenter Midfielder Striker Defender
    Goalkeeper Quarterback Novelist Historian Architect Economist Analyst
    Undersecretary-General""".split()
)
"""Titles after which one word is enough for a person's name."""

ROLES = frozenset(
    """spokesman spokeswoman spokesperson president minister secretary chairman chairwoman director
    manager coach captain striker midfielder defender goalkeeper winger singer actor actress
    comedian presenter author writer novelist director producer analyst economist strategist
    trader journalist reporter editor lawyer solicitor judge prosecutor detective senator
    governor mayor congressman ambassador general colonel founder boss leader rapper musician
    guitarist drummer artist photographer designer professor scientist researcher champion rival
    wife husband son daughter brother sister mother father widow fly-half full-back scrum-half
    centre wing lock prop hooker flanker number eight dealer broker chancellor premier former
    ex-president star host chef attorney candidate broadcaster guard quarterback sprinter
    swimmer tennis teammate compatriot countryman Briton American Frenchman Australian Russian
    Swede Spaniard Dutchman Irishman Scot German Italian""".split()
)
"""What is said of a person right before the name."""
