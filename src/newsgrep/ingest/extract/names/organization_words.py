"""Words that tell an organization, and organizations that no word gives away."""

from __future__ import annotations

ORG_ENDINGS = frozenset(
    """Inc Incorporated Corp Corporation Co Company Companies Ltd Limited plc Plc PLC LLC LLP AG SA
    SpA NV BV GmbH AB Oy Group Holdings Holding Industries Industrial International Enterprises
    Partners Associates Bank Bancorp Banc Bancshares Trust Fund Funds Capital Securities
    Insurance Financial Finance Airlines Airways Air Motors Motor Systems Technologies
    Technology Software Electronics Pictures Entertainment Records Studios Media Communications
    Telecom Telecommunications Networks Network Broadcasting Publishing Press News Times Post
    Journal Tribune Herald Guardian Telegraph Gazette Chronicle Observer Independent Mirror
    Express Review Magazine Radio Television TV Party Union Unions Federation Confederation
    Association League Council Committee Commission Authority Agency Administration Bureau Board
    Office Department Ministry Congress Parliament Senate Assembly Commons Lords Court Courts
    Tribunal Police Army Navy Force Forces Corps Guard Patrol Service Services Institute
    Institution University College School Academy Museum Gallery Theatre Hospital Foundation
    Society Club United City Rovers Wanderers Athletic Albion Hotspur Villa Town Rangers Celtic
    Alliance Coalition Front Movement Organisation Organization Exchange Reserve Treasury
    Petroleum Oil Gas Energy Power Electric Steel Mining Minerals Resources Chemical Chemicals
    Pharmaceuticals Pharmaceutical Laboratories Labs Foods Brewing Breweries Stores Supermarkets
    Railways Railway Rail Shipping Lines Properties Realty Estates Homes Hotels Cartel Campaign
    Brigade Brigades Regiment Embassy Church Cathedral Inquiry Secretariat Directorate Chamber
    Consortium Cooperative Products Stock Savings Loan Associations Centre Center Project Watch
    Research Analytics Consulting Consultants Lottery Orchestra Philharmonic Opera Ballet
    Pacific Works Manufacturing Communist Democrats Conservatives Publications Publishers
    Agencies Societies Rights Awards Stockbrokers Monitor
    Newsroom Desk Daily Weekly Zeitung Administration Brokers Advisors Advisers Commodities
    Bancorp Pharma Biotech Esports Conference Diwan Aerospace Autos Automotive Insurers Councils
    Kommission Bundesbank Bourse Parliamentarians Hospital Clinic Brewery Winery Bakery
    Observatory Archives Design Studio Productions Ventures Solutions Laboratory""".split()
)
"""The last word of many organizations' names."""

ORG_HEADS = frozenset(
    """Bank Ministry Department University House Office Committee Council Board Institute
    Association Commission Center Centre Museum Court Federation Confederation Union Society
    School College Academy Church Organization Organisation Chamber Campaign Republic League
    Authority Bureau National Royal Federal International World European American British
    Central Group Standard Marks Procter Ernst Campaign Friends Doctors Knights Free Democratic
    Movement Party Front Army Bureau Alliance Coalition Directorate Fund Church Order
    Institution
    Centers Centres Centre Organizations Organisations Missionaries Securities Ministry Departments
    Banco Bureau Banque Banca""".split()
)
"""The first word of names that go on with *of*, *for* or *and*."""

ORGANIZATIONS = frozenset(
    """Microsoft Google Apple Amazon Facebook Twitter Intel Sony Nokia Samsung Toyota Honda Nissan
    Ford Chrysler Daimler Volkswagen BMW Renault Peugeot Fiat Siemens Philips Ericsson Motorola
    Cisco Oracle Yahoo eBay AOL Dell Boeing Airbus Lockheed Exxon Chevron Texaco Shell BP Total
    Gazprom Yukos Rosneft Lukoil Aramco Pemex Petrobras Walmart Wal-Mart Tesco Sainsbury's Asda
    Morrisons Marks Ikea McDonald's Starbucks Coca-Cola Pepsi PepsiCo Nestle Nestlé Unilever
    Pfizer Merck GlaxoSmithKline AstraZeneca Novartis Roche Bayer Vodafone Orange Verizon AT&T
    Comcast Disney Pixar Viacom NBC CBS ABC CNN BBC ITV Netflix YouTube Spotify Uber Tesla
    SpaceX Citigroup JPMorgan Goldman Barclays HSBC Lloyds UBS Deutsche Santander Enron WorldCom
    Arsenal Chelsea Liverpool Everton Juventus Barcelona Labour Conservatives Lib-Dems Democrats
    Republicans Hamas Hezbollah Hizbollah Taliban Al-Qaeda al-Qaeda ETA IRA UKIP Kremlin
    Pentagon Congress Parliament Senate Commons Knesset Duma Bundestag Downing Vatican Interpol
    Europol Nato NATO Opec OPEC Unesco UNESCO Unicef UNICEF Uefa UEFA Fifa FIFA Nasa NASA Oxfam
    Amnesty Greenpeace Reuters Bloomberg Xinhua Mossad Ofcom Ofsted Acas Cafta Eurostat
    Eurotunnel Treasury Cabinet Fed Bundesbank Nasdaq Nymex Comex Linux-Foundation Mozilla Adobe
    Symantec Nintendo Sega Atari Netscape Napster Skype Wikipedia Lenovo Huawei Alibaba Tencent
    Xiaomi Heathrow Harvard Yale Oxford-University MIT Stanford Amtrak Lufthansa Alitalia
    Ryanair EasyJet Qantas Emirates Glazer Cosatu Fatah Likud Kadima Sinaloa-Cartel Zetas
    Wikileaks WikiLeaks Unison Amicus Greenpeace Scotland-Yard Sotheby's Christie's Hyundai Kia
    Mazda Mitsubishi Hitachi Toshiba Panasonic Fujitsu Canon Sharp NEC Mitsui Sumitomo Nomura
    Daiwa Texaco Mobil Conoco Amoco Arco Unocal Pennzoil Chrysler Monsanto Dow Dupont DuPont
    Alcoa Bethlehem Kodak Xerox Citibank Citicorp Bundesbank Merrill Salomon Lazard IBM Compaq
    Hewlett-Packard Unisys Honeywell Westinghouse Raytheon Northrop
    Itar-Tass Tass Interfax Ansa AFP EFE Kyodo Anadolu Mercedes Subaru Ferrari Porsche Audi
    Moderna BioNTech Airbnb Rabobank Deloitte Fitch Petronas Debenhams Nielsen Instagram TikTok
    Snapchat Reddit Telegram Pinterest LinkedIn WhatsApp Zoom Commonwealth Rosbank Sberbank
    Statoil Equinor Total-Fina Energean Nissan-Renault Volvo Saab Skoda Seat Suzuki Isuzu
    Bridgestone Michelin Goodyear Pirelli Adidas Nike Puma Reebok Zara Danone Heineken""".split()
)
"""Organizations known by one word."""

ACRONYMS_OF_NONE = frozenset(
    """UK US USA UAE USSR GDR DRC TV CD DVD PC PCs MP MPs CEO CFO COO GDP GNP AIDS HIV DNA CDs DVDs
    ID VAT GMT EST PM AM UFO OK AD BC IT HD MP3 IPO SUV SUVs PR FA-Cup XXX II III IV VI VII VIII
    XI ATM PIN SMS GPS RSS HTML XML API CPU RAM USB DJ QC KC PhD MBA BA MA BSc A-level GP ERM
    GCSE AS REUTER REUTERS AVGE LOC DLR PCT CPI PPI M-1 M-2 M-3 PSBR LIBOR RPI T-bill PVC TNT
    SARS BSE MRSA IVF Q1 Q2 Q3 Q4 LP FOB CIF MLN BLN DLRS CTS STG AVG SHRS VS NET SHR REVS QTR
    MTHS NOTE JAN FEB
    DIY FAQ FAQS COVID EBITDA LIVE AHEAD LATEST EUA RBI EDT EST PDT PST CET BST NSW NZ HK CJD
    NFT NFTS AI AR VR CV HR ROI SEO URL PDF LED LCD OLED GB MB TB KM MPH KG MVP DIGEST SOCCER
    TENNIS GOLF OPEN GAMES RACING RESULT RESULTS WIN DRAW SQUAD MATCH COACH UNION NOTES SCORES
    TIMES BONDS TOTAL AUG AUGUST SEPT OCT NOV DEC UPDATE VIDEO PHOTO PHOTOS WATCH FILE NEW NEWS
    HOW WHY WHAT WHO WHEN THE AND FOR ALL NOT BUT YES WOW OMG RIP ETF ETFS ESG""".split()
)
"""Capitals that name no organization (some of them places)."""

FIRMS = frozenset(
    """Inc Incorporated Corp Corporation Co Company Ltd Limited plc Plc PLC LLC LLP AG SpA NV BV
    GmbH Group Holdings Bancorp Bancshares""".split()
)
"""Endings that only firms have."""

CLUBS = frozenset(
    (
        "Real Madrid", "West Ham", "West Brom", "Man Utd", "Man City", "Sheff Utd", "Sheff Wed",
        "Inter Milan", "AC Milan", "Bayern Munich", "Nottm Forest", "Nottingham Forest",
        "Crystal Palace", "Aston Villa", "All Blacks", "Manchester United", "Manchester City",
        "White House", "Inland Revenue", "Supreme Court", "High Court", "Scotland Yard",
        "European Union", "United Nations", "Red Cross", "World Bank", "Home Office",
        "Wall Street Journal",
        "Electronic Arts", "Du Pont", "Merrill Lynch", "Goldman Sachs", "Morgan Stanley",
        "Deutsche Bank", "Credit Suisse", "Al Jazeera", "Al Qaeda", "Islamic State", "Boko Haram",
        "Real Sociedad", "Philip Morris", "General Motors", "General Electric", "Rolls Royce",
        "Standard Chartered", "Border Patrol", "Islamic Jihad", "Burger King", "Washington Post",
        "Dow Jones", "Lehman Brothers", "Bear Stearns", "Salomon Brothers", "Warner Bros",
    )
)  # fmt: skip
"""Organizations of two words that nothing else gives away."""

CLUB_WORDS = frozenset(
    """Ajax Feyenoord PSV Borussia Werder Bayern Schalke Hansa Fortuna Arminia Eintracht Hertha VfB
    VfL Sparta Spartak Dynamo Dinamo Lokomotiv CSKA Torpedo Zenit Shakhtar Rapid Steaua Slavia
    Legia Ruch Olympique Olympiakos Panathinaikos AEK PAOK Galatasaray Fenerbahce Fenerbahçe
    Besiktas Beşiktaş Trabzonspor Benfica Sporting Atletico Atlético Deportivo Espanyol Sampdoria
    Fiorentina Lazio Atalanta Udinese Juventus Anderlecht Brugge Twente Heerenveen Vitesse Willem
    Rosenborg Brondby Malmo Boca Flamengo Corinthians Palmeiras Cruzeiro Gremio Grêmio Peñarol
    Celtics Lakers Yankees Mets Dodgers Orioles Rockies Astros Braves Phillies Mariners Padres
    Steelers Packers Broncos Raiders Redskins Patriots Bruins Canadiens Oilers Flyers Knicks
    Arsenal Everton Tottenham Hotspur Feyenoord""".split()
)
"""Words of the names of sports clubs."""
