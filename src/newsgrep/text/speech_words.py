"""Words by which texts tell who speaks: verbs of saying, *according to*, pronouns, callings.

In English, Spanish, French, German, Portuguese and Italian; each a set, as a text is read word by
word.
"""

from __future__ import annotations

_SAID = """
    said says say told tells added adds asked asks wrote writes tweeted insisted insists explained
    explains warned warns argued argues claimed replied replies noted stated declared declares
    recalled recalls admitted admits announced announces continued continues concluded concludes
    commented remarked complained complains joked jokes testified stressed stresses acknowledged
    acknowledges observed predicted predicts confirmed confirms revealed reveals responded responds
    answered reported conceded cautioned suggested suggests maintained maintains promised promises
    vowed pledged quipped countered emphasised emphasized reiterated demanded urged enthused
    lamented believes believed boasted mused shouted cried exclaimed retorted read reads reckons
    reckoned concurred agreed
    dijo dice señaló señala afirmó afirma aseguró asegura explicó explica añadió añade agregó
    agrega declaró declara sostuvo sostiene indicó indica advirtió advierte comentó comenta
    manifestó manifiesta expresó expresa subrayó subraya destacó destaca recordó reconoció aclaró
    contó respondió contestó escribió anunció apuntó puntualizó reiteró concluyó insistió criticó
    replicó matizó zanjó ironizó relató detalló exigió reclamó prometió confesó admitió
    lamentó preguntó dijeron afirmaron dicho afirmado asegurado explicado señalado declarado
    explique déclare affirme ajoute dit indique précise estime assure souligne raconte confie
    rappelle prévient répond conclut regrette poursuit résume insiste lance écrit détaille
    expliquait disait déclarait déclaré expliqué ajouté affirmé indiqué précisé estimé assuré
    souligné répliqué prévenu plaidé soupiré glissé
    martelé ironisé tranché réagi assené soupire glisse martèle ironise tranche plaide réplique
    raconté confié rappelé répondu conclu regretté poursuivi insisté lancé annoncé reconnu
    sagte sagt sagten erklärte erklärt betonte betont meinte meint ergänzte fügte teilte warnte
    warnt kritisierte kritisiert berichtete schrieb schreibt forderte fordert versicherte räumte
    entgegnete erwiderte schilderte resümierte klagte lobte verkündete stellte hieß
    antwortete kündigte unterstrich bekräftigte mahnte gesagt
    disse diz afirmou declarou explicou acrescentou acrescenta ressaltou ressalta destacou contou
    conta lembrou comentou garantiu observou avaliou alertou completou concluiu respondeu escreveu
    rebateu argumentou reiterou ponderou prometeu defendeu reclamou admitiu replicou
    disseram sublinhou frisou referiu
    spiega spiegò afferma sottolinea aggiunge racconta dichiara commenta osserva ricorda conclude
    precisa assicura detto dichiarato spiegato affermato aggiunto sottolineato raccontato commentato
    replicato risposto osservato proseguito
    ribadito avvertito ammonito confessato esclamato replica ribadisce avverte rispose
    ricordato concluso sostenuto precisato assicurato scritto annunciato ammesso"""
SAID = frozenset(_SAID.split())
"""Verbs that stand beside what somebody says."""

CALLED = frozenset(
    """calls call called describes described dismissed dismisses denounced branded labelled labeled
    hailed condemned condemns criticised criticized accused accuses praised welcomed attacked
    referred dubbed thanked likened blamed denied hoped hopes expects expected spoke labels pointed
    points went goes calificó tachó acusó denunció qualifié qualifie dénoncé dénonce bezeichnete
    nannte sprach classificou definito definisce""".split()
)
"""Verbs that stand before what somebody calls a thing, and before it alone."""

SAYING = frozenset(
    """saying adding insisting telling asking warning claiming calling describing stating declaring
    arguing noting explaining stressing writing announcing admitting dismissing branding labelling
    suggesting joking replying diciendo añadiendo agregando asegurando ajoutant expliquant
    affirmant assurant dizendo acrescentando afirmando dicendo aggiungendo spiegando""".split()
)
"""The same verbs where who speaks is the subject of the whole sentence."""

BETWEEN = frozenset(
    """has had have also later then yesterday today now once recently previously earlier already
    subsequently immediately publicly afterwards repeatedly who himself herself will would ya luego
    también auch aussi também anche ha a hat ont avait aveva hanno""".split()
)
"""Words that may stand between somebody and what they say."""
AUXILIARIES = frozenset("a ont avait ha han hanno aveva hat so".split())
"""Words that may stand before a verb of saying that begins what stands behind a quotation."""

HE = frozenset("he she él ella il elle er sie ele ela lui lei".split())
IT = frozenset("it they ellos ils eles loro".split())
"""Pronouns, in small letters: of a person, and of others."""

ACCORDING = (
    r"(?:[Aa]ccording to|[Aa]s told by|[Ii]n the words of|[Ss]egún|[Dd]e acuerdo con|[Ss]elon"
    r"|[Dd][’']après|[Ll]aut|[Nn]ach Angaben (?:von|der|des)|[Ss]econdo|[Ss]egundo"
    r"|[Dd]e acordo com|[Cc]onforme|[Vv]olgens|[Ee]nligt)"
)

CALLINGS = frozenset(
    """spokesman spokeswoman spokesperson spokesmen official officials source sources statement
    report analyst analysts economist economists researcher researchers scientist scientists
    expert experts police prosecutor prosecutors lawyer lawyers judge judges jury court
    dealer dealers trader traders broker brokers officer officers minister ministers ministry
    department government company firm firms companies group bank agency union unions
    committee commission council association party team club network newspaper paper magazine
    website letter survey study authors critics campaigners organisers organizers executive
    executives chairman president director manager editor diplomat diplomats attache attaché
    aide adviser witness witnesses resident residents neighbour neighbor neighbours neighbors
    doctor doctors teacher teachers student students driver worker workers farmer farmers
    soldier soldiers fan fans mother father brother sister friend friends man woman men women
    protester protesters player players head boss chief coach captain founder owner reporter
    reporters leader leaders member members
    portavoz portavoces fuente fuentes comunicado informe ministerio gobierno policía empresa
    vecino vecina testigo abogado abogada fiscal ministro ministra alcalde alcaldesa diputado
    diputada senador senadora presidenta directora secretario secretaria juez jueza
    porte-parole communiqué rapport ministère gouvernement entreprise témoin avocat avocate
    riverain responsable maire ministre président présidente directeur directrice député députée
    procureur procureure commerçant commerçante habitant habitante
    sprecher sprecherin polizei bericht mitteilung ministerium regierung unternehmen anwalt
    zeuge anwohner experte experten minister ministerin bürgermeister bürgermeisterin kanzler
    kanzlerin präsident präsidentin staatsanwalt richter richterin anwältin trainer
    prefeito prefeita vereador vereadora deputado deputada governador governadora delegado
    delegada porta-voz nota relatório ministério governo polícia advogado advogada testemunha
    sindaco sindaca assessore assessora procuratore deputato deputata senatore senatrice
    portavoce comunicato rapporto ministero governo polizia azienda avvocato testimone""".split()
)
"""What somebody is who speaks without a name, in small letters."""

NO_PERSONS = frozenset(
    """police statement report department ministry government company firm firms companies group
    bank agency union unions committee commission council association party team club network
    newspaper paper magazine website letter survey study court jury comunicado informe ministerio
    gobierno policía empresa communiqué rapport ministère gouvernement entreprise polizei bericht
    mitteilung ministerium regierung unternehmen nota relatório ministério governo polícia
    comunicato rapporto ministero polizia azienda""".split()
)
"""Those of them that *he* and *she* do not stand for."""

ARTICLES = frozenset(
    """a an the one another some its his her their un una uno el la los las une le les des l'
    ein eine einer der die das um uma o os as il lo gli i""".split()
)
"""Articles and their like, in small letters."""
