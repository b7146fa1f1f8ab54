"""Words of grammar of two to six letters, which in capitals can only be meant as acronyms."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    # English
    """about above after again all also am an and any are as at be been before being below both
    but by can cannot could did do does doing done down during each else even ever every few for
    from go goes going gone got had has have having he her here hers him his how if in into is it
    its just let like make many may me might mine more most much must my near neither never
    no non nor not now of off on once one only onto or other our ours out over own per put same
    say says see seem shall she should since so some still such than that the their them then
    there these they this those though through thus to too two under until up upon us use used
    very was way we well went were what when where which while who whom whose why will with
    within would yes yet you your yours
    """
    # Spanish, Portuguese, Italian, French
    """al ante com como con cual da das de del des di do dos du e ella ellas ellos el em en entre
    era es esa ese eso esta este esto et eu fue gli ha han hay il je la las le les lo los lui ma
    mais mas me mi mis muy na nas ne ni no nos nous o os ou ou par pas per pero plus por pour pra
    que qui quien se sem ser si sobre sont su sua sur sus te ti tu um uma un una une uno
    vous y ya
    """
    # German, Dutch, Scandinavian
    """aan ab aber als am an auch auf aus bei bin bis da das dass de dem den der des dich dir
    doch du durch ein eine einem einen einer er es et etwa fra gut hatte het hij ich ihm
    ihn ihr im in ist ja kann med mehr mein mich mir mit nach naar nicht noch nun nur och
    ob oder og ohne op over sein sich sie so som til toch und uns van vom von vor was
    wat wenn wer wie wir wird wo zij zu zum zur zijn
    """.split()
)
"""Folded, in the languages that most news is in."""
