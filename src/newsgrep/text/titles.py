"""Titles and offices, as they stand before names."""

from __future__ import annotations

TITLES = frozenset(
    """Mr Mrs Ms Miss Dr Sir Lord Lady Dame Prof Professor Rev Reverend Father Sister Brother
    President Vice-President Prime Minister Premier Chancellor Secretary Senator Sen Governor
    Gov Mayor Judge Justice General Gen Colonel Col Captain Capt Major Maj Sergeant Sgt
    Lieutenant Lt Admiral Adm Corporal Private Inspector Superintendent Constable Detective
    Officer Bishop Archbishop Cardinal Pope King Queen Prince Princess Baroness Baron Viscount
    Earl Duke Duchess Chairman Chairwoman Chair Chief Executive Director Foreign Home Defence
    Defense Finance Treasury Attorney Deputy Vice Shadow Leader Spokesman Spokeswoman
    Commissioner Ambassador Representative Rep Congressman Congresswoman Councillor Coach
    Manager Analyst Economist Interior Education Health Trade Transport Environment Agriculture
    Justice Energy Commons Undersecretary Assistant Sheikh Imam Ayatollah Rabbi Sultan Emir
    Señor Sra Herr Frau Monsieur Madame MP Democrat Republican Liberal Conservative CEO First
    Former Acting Crown Adviser Advisor Culture Sports Labor Commerce Budget Economy Economics
    Industry Oil Planning Opposition
    President-elect Sheriff Welshman Frenchman Spaniard Swede Dane Finn Ombudsman
    Editor Footballer Journalist Prophet Singer Actor Actress Doctor Songwriter Rapper Author
    Comedian Pastor Surgeon Lieutenant-General Brigadier Presenter Midfielder Striker Defender
    Ingenieur Bürgermeister Bürgermeisterin Oberbürgermeister Minister Ministerin Kanzler
    Kanzlerin Präsident Präsidentin Ministerpräsident Ministerpräsidentin Sprecher Sprecherin
    Direktor Direktorin Professorin Richter Richterin Staatsanwalt Trainer Trainerin
    Goalkeeper Quarterback Novelist Historian Architect Undersecretary-General""".split()
)
"""What stands before a person's name, or alone for one."""
