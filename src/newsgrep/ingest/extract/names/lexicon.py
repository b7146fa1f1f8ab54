"""Words that tell what a capitalised name is a name of."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """Aaron Abdul Abdullah Abraham Adam Adrian Ahmed Aidan Aisha Alan Albert Alberto Alejandro
    Alessandro Alex Alexander Alexandra Alexis Alfonso Alfred Alfredo Ali Alice Alicia Alison
    Alistair Allan Allen Alvaro Amanda Amelia Amir Amy Ana Anatoly Anders Andre Andrea Andreas
    Andrei Andres Andrew Andy Angela Angelina Angelo Anita Ann Anna Anne Annie Anthony Antoine
    Anton Antonio Anwar April Ariel Arnold Arsene Arthur Arturo Ashley Audrey Barack Barbara
    Barry Beatrice Ben Benedict Benjamin Bernard Bernie Bertie Beth Betty Beverly Bill Billy Bob
    Bobby Boris Brad Bradley Brenda Brendan Brett Brian Bruce Bruno Bryan Caitlin Cameron Carl
    Carla Carlo Carlos Carmen Carol Caroline Carolyn Cate Catherine Cecilia Cesar Charles
    Charlie Chelsea Cherie Cheryl Chris Christian Christina Christine Christopher Chuck Cindy
    Claire Clara Clare Clarence Claude Claudia Claudio Clint Clive Colin Colm Condoleezza Connie
    Conor Craig Cristina Curtis Cynthia Daisy Damian Damien Dan Daniel Daniela Danny Darren Dave
    David Dawn Dean Deborah Denis Dennis Derek Diana Diane Dick Didier Diego Dieter Dilma Dirk
    Dmitry Dominic Dominique Don Donald Donna Doris Dorothy Doug Douglas Duncan Dwight Dylan Ed
    Eddie Edgar Edmund Eduardo Edward Edwin Eileen Elaine Eleanor Elena Elijah Elizabeth Ella
    Ellen Emanuel Emily Emma Emmanuel Enrique Eric Erica Erik Ernest Ernesto Esther Ethan Eugene
    Eva Evan Eve Evelyn Evo Fabio Fatima Federico Felipe Felix Fernando Fidel Fiona Florence
    Frances Francesca Francesco Francis Francisco Francois François Frank Frankie Franz Fred
    Frederick Gabriel Gareth Gary Gavin Geoff Geoffrey George Georgia Georgina Gerald Gerard
    Gerhard Gerry Giovanni Giuseppe Gloria Gonzalo Gordon Grace Graeme Graham Grant Greg Gregory
    Guillermo Gus Gustavo Guy Hamid Hannah Hans Harold Harriet Harris Harry Harvey Hassan Hazel
    Heather Hector Heinz Helen Helena Helmut Henri Henry Herbert Herman Hillary Holly Howard
    Hugh Hugo Humphrey Hussein Iain Ian Ibrahim Igor Imran Ingrid Irene Iris Isaac Isabel
    Isabella Ismail Ivan Ivor Jack Jackie Jacob Jacques Jaime Jake James Jamie Jan Jane Janet
    Janice Jared Jason Javier Jay Jean Jeb Jeff Jeffrey Jennifer Jenny Jeremy Jerome Jerry Jesse
    Jessica Jesus Jesús Jill Jim Jimmy Jo Joan Joanna Joanne Joaquin Joaquín Jodie Joe Joel
    Joerg John Johnny Jon Jonathan Jonny Jordan Jorge Jose José Josef Joseph Josh Joshua Joy
    Joyce Juan Judith Judy Julia Julian Julie Juliet Julio Justin Karen Karin Karl Kate
    Katherine Kathleen Kathryn Kathy Katie Katrina Kay Keira Keith Kelly Ken Kenneth Kerry Kevin
    Khaled Kim Kirsty Kofi Kristi Kristin Kurt Kyle Larry Laura Lauren Laurence Lawrence Lee Leo
    Leon Leonard Leonardo Leslie Lewis Liam Lillian Linda Lindsay Lionel Lisa Liz Lloyd Lorne
    Lorraine Louis Louise Luc Lucas Lucia Lucy Luis Luke Luigi Lula Lydia Lynn Mahmoud Malcolm
    Manfred Manmohan Manuel Marc Marcel Marcelo Marco Marcos Marcus Margaret Maria María Mariana
    Marie Mario Marion Mark Marta Martha Martin Martine Martyn Mary Masoud Massimo Mateo Matt
    Matteo Matthew Maureen Maurice Mauricio Max Maxime Megan Mehdi Mel Melanie Melissa Michael
    Michel Michele Michelle Miguel Mike Mikhail Milan Miles Mimi Miranda Mitch Mitt Mo Mohamed
    Mohammad Mohammed Monica Muhammad Murray Myles Nadia Nancy Naomi Natalia Natalie Natasha
    Nathan Neil Nelson Nicholas Nick Nicola Nicolas Nicole Nigel Niall Nina Noah Noel Nora
    Norman Nouri Olga Oliver Olivia Olivier Omar Oprah Oscar Otto Owen Pablo Paddy Pamela Paolo
    Pascal Pat Patricia Patrick Paul Paula Pauline Pedro Penelope Penny Pervez Pete Peter Phil
    Philip Philippe Phillip Pierre Pilar Polly Rachel Rafael Rahul Ralph Ramón Ramon Randy Raul
    Raúl Ray Raymond Rebecca Recep Reginald Rene René Ricardo Richard Rick Ricky Rob Robert
    Roberto Robin Rod Roger Roland Roman Ron Ronald Ronan Ronnie Rory Rosa Rose Rosemary Ross
    Roy Rupert Russell Ruth Ryan Sabrina Saddam Sally Salman Salvador Sam Samantha Samuel Sandra
    Sara Sarah Scott Sean Sebastian Sergei Sergey Sergio Seth Shane Shannon Sharon Sheila Sheryl
    Shirley Sid Silvio Simon Simone Slobodan Sofia Sonia Sophia Sophie Stacey Stan Stanley
    Stefan Stella Stephane Stephanie Stephen Steve Steven Stewart Stuart Sue Susan Susana
    Suzanne Sven Sylvia Tamara Tara Ted Teresa Terence Terry Tessa Theodore Theresa Thierry
    Thomas Tiger Tim Timothy Tina Toby Todd Tom Tomas Tommy Tony Tracy Trevor Tyler Uma Ursula
    Valentina Valerie Vanessa Venus Vera Vernon Veronica Vicente Victor Victoria Viktor Vijay
    Vincent Virginia Vivian Vladimir Walter Warren Wayne Wendy Werner Wesley Will Willem William
    Willie Winston Wolfgang Xavier Yasser Yitzhak Yolanda Yuri Yves Yvonne Zac Zach Zoe Xi Hu
    Wen Li Wang Zhang Kai Sadio Thabo Oluwaseun Chinedu Kwame Junichiro Shinzo Hiroshi Takeshi
    Yoshihiro Rodrigo Rosario Angel Lorenzo Sandro Pep Abel Achim Ada Adela Adele Adriana Agnes
    Agnieszka Aidar Aino Aki Akira Alain Alejandra Aleksandar Aleksander Aleksandr Aleksei Alena
    Alessandra Alexei Alexey Alfons Alina Alois Alphonse Amadou Amal Aminata Amit Amina
    Anastasia Andrej Andrzej Anika Anil Anja Anke Annette Annika Antonella Antonia Antony Arash
    Ari Armando Arne Arvind Asif Astrid Ataur Augusto Axel Aylin Ayse Ayşe Bart Bashar Beata
    Benny Bernardo Bernd Bettina Birgit Bjorn Björn Bogdan Boutros Branko Brigitte Burak Camilla
    Camille Carolina Carsten Cecile Cem Cesare Charlotte Christel Christoph Christophe Claus
    Clemens Constantin Cornelia Cyril Cyrille Dagmar Dalia Damir Daniele Danielle Danilo Dario
    Davide Deepak Denise Detlef Dimitar Dimitri Dimitris Dino Dmitri Dolores Domenico Dominik
    Dragan Edith Edna Efraim Egon Ehud Ekaterina Elias Elif Elke Elmar Elsa Emilia Emilio Emine
    Emre Enzo Erdem Erich Erna Ernst Erwin Esteban Eugen Eugenio Eveline Fabian Fabienne Fabrice
    Fadi Farid Farouk Fatma Ferdinand Fernanda Filip Flavio Florian Florin Francisca Franco
    Francoise Frederic Frédéric Friedrich Fritz Gabriela Gabriele Gaston Gennady Geert Georg
    Georges Georgios Gerd Gheorghe Gianni Gilbert Gilles Gino Giorgio Giulia Giulio Goran
    Gottfried Graciela Grigory Guido Gunter Günter Gustav Hafez Haim Hakan Halima Hamza Hanna
    Hanne Hans-Peter Harald Hasan Heidi Heike Heiko Heinrich Helga Helge Helmuth Henning Henrik
    Hermann Hilary Hilde Hiroko Horst Hosni Hubert Ignacio Ilham Ilona Ilse Imre Ingeborg Ines
    Inge Ingo Ioan Ion Irina Isabelle Isaias Itzhak Ivana Ivo Iwona Jaap Jacek Jacqueline Jakob
    Jan-Erik Jana Janos János Jaroslav Jelena Jens Jerzy Jesper Jiri Jiří Joachim Joao João
    Jochen Johan Johanna Johannes Jonas Jorg Jörg Josip Jozef József Juha Julien Julius Jurgen
    Jürgen Jussi Kamal Karim Karsten Kasper Katarina Katarzyna Katharina Katrin Katsuya Kazuo
    Kazuya Kemal Kenji Kerstin Khalid Kirsten Kjell Klara Klaus Knut Koji Konrad Krzysztof Lars
    Laszlo László Laurent Leila Lena Lennart Leonid Lothar Luca Luciano Ludmila Ludwig Luisa
    Luiz Lukas Maciej Magda Magdalena Magnus Mahmood Maja Makoto Malgorzata Manoj Manuela Marcin
    Marek Margarita Margit Margot Mariano Marianne Marija Marina Marit Marius Markus Marlene
    Martina Masami Masao Massoud Mateusz Mathias Matthias Mats Matti Maurizio Mauro Mehmet
    Meryem Michaela Michal Michał Miguel-Angel Mika Mikael Mikko Milos Miloš Miroslav Mohamad
    Mohamud Mohan Moritz Moshe Mustafa Mykola Nadim Naoki Narendra Nasser Nelly Nestor Niels
    Nikola Nikolai Nikolaos Nikolaus Nils Norbert Nuno Octavio Olaf Ole Oleg Oleksandr Olena
    Ondrej Osama Oswaldo Ottavio Otmar Ovidiu Paola Parviz Patrice Patricio Pavel Pawel Paweł
    Peer Pekka Per Petar Petr Petra Philipp Pieter Piotr Prakash Priya Radek Radoslav Rafał
    Rainer Rajesh Rajiv Ralf Raphael Rashid Regina Reinhard Renata Renate Renato Riccardo Rita
    Rolf Romano Rudi Rudolf Sabine Sachin Sajid Sakari Salim Salma Sami Samir Sandeep Sanjay
    Sanna Santos Saul Sebastien Sébastien Selim Senad Serge Shahid Shigeru Shimon Silke Silvia
    Simona Slavko Sonja Soren Søren Stanislav Stanislaw Stéphane Steffen Stephan Sunil Suresh
    Susanne Svein Svetlana Sylvie Sylwia Tadeusz Taha Takashi Tamas Tamás Tanja Tapio Tatiana
    Tatyana Tayyip Teemu Theo Thorsten Tibor Timo Tobias Tomasz Tomislav Torsten Toshio Tsutomu
    Ulf Ulrich Ulrike Umberto Ute Uwe Vaclav Václav Vadim Valentin Valeria Valery Vasil Vasily
    Vasyl Veronika Vesna Viktoria Ville Vinod Vitaly Vittorio Vlad Volker Volodymyr Vyacheslav
    Walid Wanda Wassim Wilfried Wilhelm Wim Wojciech Yair Yann Yannick Yasmin Yasuhiro Yevgeny
    Yoko Youssef Yuki Yulia Yusuf Zbigniew Zdenek Zeynep Zoltan Zoran""".split()
)
"""Given names that are common in the news, as written."""

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
    Goalkeeper Quarterback Novelist Historian Architect Undersecretary-General""".split()
)
"""What stands before a person's name, or alone for one."""

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

DEMONYMS = frozenset(
    """American British English Scottish Welsh Irish French German Italian Spanish Portuguese Dutch
    Belgian Swiss Austrian Swedish Norwegian Danish Finnish Icelandic Polish Czech Slovak
    Hungarian Romanian Bulgarian Greek Turkish Russian Ukrainian Serbian Croatian Bosnian
    Albanian Israeli Palestinian Lebanese Syrian Iraqi Iranian Saudi Egyptian Libyan Tunisian
    Algerian Moroccan Sudanese Ethiopian Kenyan Nigerian Ghanaian African Zimbabwean Ugandan
    Rwandan Congolese Somali Indian Pakistani Afghan Bangladeshi Sri-Lankan Nepalese Chinese
    Japanese Korean Vietnamese Thai Malaysian Indonesian Filipino Philippine Australian Mexican
    Canadian Cuban Haitian Brazilian Argentine Argentinian Chilean Peruvian Colombian Venezuelan
    Bolivian Ecuadorian Uruguayan European Asian Arab Arabic Muslim Muslims Islamic Islam
    Christian Christians Jewish Jews Catholic Catholics Protestant Protestants Hindu Hindus Sikh
    Buddhist Sunni Shia Shiite Kurdish Kurds Latin Hispanic Western Eastern Northern Southern
    Soviet Yugoslav Balkan Caribbean Nordic Baltic Anglo-Saxon Americans Britons Germans
    Italians Russians Israelis Palestinians Iraqis Iranians Europeans Africans Arabs Mexicans
    Canadians Australians Indians Spaniards Chechen Chechens Basque Catalan Taiwanese Texan
    Londoner Londoners Scots Irishman Englishman Dutchman Frenchman Swede Dane Pole Turk Turks
    Greeks Tory Tories Romanians Albanians Serbs Croats Anglican Orthodox Methodist Marxist
    Communist Communists Socialist Socialists Liberal Liberals Conservative Democratic
    Republican Republicans Democrat Democrats Mongolian Cypriot Maltese Antarctic Kuwaiti Qatari
    Omani Yemeni Jordanian
    Namibian Nicaraguan Honduran Guatemalan Salvadoran Panamanian Dominican Jamaican Senegalese
    Ivorian Cameroonian Angolan Mozambican Zambian Tanzanian Malian Burmese Cambodian Laotian
    Sri Lankan Lankans Costa Rican Tamil Uzbek Kazakh Georgian Armenian Azerbaijani Belarusian
    Lithuanian Latvian Estonian Slovene Slovenian Macedonian Moldovan Serb Croat Bosniak Moslem
    Moslems Islamist Islamists Welshmen Nazi Nazis Kenyans Nigerians Ukrainians Syrians Afghans
    Pakistanis Californian Californians Iranian-born Saudis Egyptians Libyans Kongers""".split()
)
"""Adjectives of nations, creeds and parties: no names themselves, often before one."""

NO_NAMES = frozenset(
    """January February March April May June July August September October November December Jan
    Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Monday Tuesday Wednesday Thursday Friday
    Saturday Sunday Christmas Easter Ramadan Thanksgiving Olympic Olympics Paralympic Cup
    Championship Championships Premiership Premier Games Grand Slam Prix Masters Open Tour Test
    Oscar Oscars Bafta Baftas Grammy Grammys Emmy Emmys Brit Brits Awards Award Prize Festival
    Nations Trophy Euro Internet Web Budget Bible Koran God Windows Linux Unix Java Xbox
    PlayStation iPod iTunes iPhone Bluetooth Wi-Fi MiniDisc Blu-ray DJ Iraq-War Holocaust Bill
    Act Treaty Accord Accords Agreement Protocol Convention Constitution Charter Resolution Cold
    War World Series Super Bowl Final Finals Hollywood-Star Pound Dollar Yen Sterling Valentine
    Halloween Passover Hanukkah Eid Yuletide Boxing New Year Day Eve Ashes Number One Two Three
    Four Five Six Seven Eight Nine Ten Mr Mrs Ms Dr Sir Lord Sources Shares Net Shr Note Qtr
    Revs Avg Oper Year Sales Profits Profit Loss Turnover Div I I'm I'd I'll I've It's That's
    He's She's We're They're There's What's Don't Can't TV Net PC Aids Section Chapter Part
    Article Page Figure Table Volume Photo Image Picture Video Copyright Updated Published Read
    More Click Here Share Email Print Comments Related Story Stories Advertisement Sponsored
    Subscribe Newsletter
    You're You've You'd You'll We've We'll We'd They've They'll They'd He'll He'd She'll She'd
    Isn't Aren't Doesn't Didn't Won't Wasn't Wouldn't Couldn't Let's Here's Who's How's Where's
    Government Governments State COVID Covid COVID-19 Covid-19 Brexit Android Soccer Tennis Golf
    Cricket Baseball Basketball Hockey Athletics Fans Blockchain Bitcoin Mum Dad Mom""".split()
)
"""Capitalised words that are not names of people, organizations or places, alone."""

REGIONS = frozenset(
    """Europe Asia Africa Antarctica Oceania America Americas Scandinavia Balkans Caucasus
    Caribbean Mediterranean Pacific Atlantic Arctic Sahara Sahel Siberia Crimea Kashmir Chechnya
    Kurdistan Palestine Gaza Tibet Catalonia Bavaria Normandy Brittany Tuscany Sicily Sardinia
    Corsica Lombardy Flanders Wallonia Andalusia Galicia Ulster Leinster Munster Connacht
    Cornwall Devon Kent Essex Sussex Surrey Norfolk Suffolk Yorkshire Lancashire Cumbria Dorset
    Somerset Wiltshire Hampshire Berkshire Oxfordshire Cambridgeshire Merseyside Tyneside
    Midlands Wales Scotland England Britain UK US USA UAE USSR U.S U.K Holland Persia Burma
    Yugoslavia Czechoslovakia Zaire Ceylon Formosa Manchuria Darfur Abkhazia Ossetia Dagestan
    Transnistria Kosovo Bosnia Herzegovina Serbia Montenegro Macedonia Falklands Gibraltar
    Jersey Guernsey Bermuda Hollywood Manhattan Brooklyn Bronx Queens Harlem Silicon-Valley
    Westminster Whitehall Brixton Wimbledon Wembley Soho Hackney Islington Chelsea-Bridge
    Broadway Aceh Punjab Bengal Kerala Gujarat Assam Sumatra Java Borneo Bali Okinawa Hokkaido
    Patagonia Amazonia Yucatan Chiapas Sinaloa Sonora Oaxaca Michoacan Michoacán Guerrero
    Jalisco Tamaulipas Alberta Ontario Quebec Manitoba Saskatchewan Queensland Tasmania
    Victoria-State Kiev Calcutta Bombay Madras Peking Saigon Rangoon Leningrad Persian-Gulf Gulf
    Russia Korea Czech-Republic Ivory-Coast Mideast Nordics Benelux Saxony Hesse Thuringia
    Brandenburg Burgundy Alsace Lorraine Provence Washington Petersburg Bahia Riyadh Kuwait
    Congo Micronesia Turkey
    Netherlands Philippines Bahamas Maldives Seychelles Emirates-UAE Vatican-City Ramallah Nablus
    Hebron Bethlehem Kurdistan Tatarstan Golan""".split()
)
REGIONS_OF_SEVERAL_WORDS = frozenset(
    (
        "Middle East", "Far East", "Near East", "North America", "South America", "Latin America",
        "Central America", "North Africa", "West Africa", "East Africa", "Southern Africa",
        "Eastern Europe", "Western Europe", "Central Europe", "Central Asia", "South Asia",
        "Southeast Asia", "South East Asia", "East Asia", "Northern Ireland", "Great Britain",
        "United Kingdom", "United States", "United States of America",
        "Soviet Union", "West Bank", "Gaza Strip", "Golan Heights", "Persian Gulf",
        "Gulf of Mexico",
        "North Sea", "Black Sea", "Red Sea", "Baltic Sea", "Caspian Sea", "South China Sea",
        "Atlantic Ocean", "Pacific Ocean", "Indian Ocean", "Ivory Coast", "Cape Town",
        "West Germany",
        "East Germany", "North Korea", "South Korea", "New South Wales", "British Columbia",
        "Nova Scotia", "Hong Kong", "Wall Street", "Silicon Valley", "West Midlands",
        "East Midlands", "West End", "East End", "Downing Street", "Fleet Street", "Red Square",
        "Capitol Hill", "Czech Republic", "Ciudad Juárez", "Los Mochis", "Tierra del Fuego",
        "Isle of Man", "Isle of Wight", "West Country", "Home Counties", "Deep South", "Midwest",
        "Strait of Hormuz", "Suez Canal", "Panama Canal", "Rio Grande", "Horn of Africa",
        "Saudi Arabia", "Sri Lanka", "Costa Rica", "El Salvador", "Puerto Rico", "San Francisco",
    )
)  # fmt: skip
AMBIGUOUS_PLACES = frozenset(
    """Man Of Reading Nice Mobile Bath Deal Sale Split Bury Same Most Moss Best Hull Wells Rugby
    Battle March Ware Poole Derby Lincoln Jackson Jordan Georgia Chad Charlotte Victoria Sydney
    Florence Orlando Austin Carson Marshall Nelson Franklin Columbus Clinton Douglas Cameron
    Logan Tyler Warren Wayne Irving Garland Gary Lawrence Hamilton Wellington Melbourne Stanley
    Carlos Santos Santiago Salvador Santa San Los Las El La Bush Wilson Brown Young Hope
    Enterprise Independence Union Liberty Freedom Central Chelsea Beverly Madison Houston Lowell
    Norman Allen Palmer Peoria Temple Tracy Vista Imperial Boulder Champaign Concord Surprise
    Eagan Castro Varela Ali Hassan Aden Male Van Media Best Progress Martinez Leon Rio Sale Bar
    Bari Fray Orange Corona Troy Asia Ponce Marina Como Opera Paso Victor Vincent Bor Elk Sandy
    Salt Ford Lima Kent Ray Rose Bend Page Pace Mesa Portage Normal Mission Cary Paris-Hilton
    Bonn-Law Sanders Murray Taylor Scott Richardson Hayward Burton Melton Morley Crawley Dudley
    Stafford Preston Sutton Barry Kelso Wood Ocean Wale Bragg Ely Erin Buckingham Barking
    Redditch Hove Republic Northern Eastern Western Southern United Roman Adams Baron Rosario
    Mary Elizabeth Guy Tony Jay Pierre Antonio Luis Eugene Everett Lewis Louis Dale Glen
    Glendale Anderson Johnson Davis Moore Clark Hammond Monroe Vernon Harrison Cruz Moreno
    Romero Duarte Nelson Mandela Kennedy Roosevelt Marion Marks Spencer Rochester Worth
    Denver-Post""".split()
)
"""Places that are as often something else; only taken behind *in*, *at*, *near* and the like."""

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

COMMON = frozenset(
    """golden national old new electronic sky evening morning white black red blue green brown grey
    gray big little great grand high low long short free open public private royal federal
    central northern southern eastern western north south east west upper lower middle inner
    outer first second third last final total world global international general special super
    star state city county country home house street road park square bridge river lake sea
    ocean air water fire earth sun moon night day summer winter spring autumn war peace love
    life death heart mind body head hand eye dead living real true false good bad best better
    top main major minor social economic financial political military medical natural human
    animal civil criminal legal federal digital mobile internet online web computer game games
    video music film movie sound radio television news media press book story song album band
    team club cup league match race tour test open safe travel giant food fresh hot cold dark
    light bright half full double single triple dual every all any some my your his her our
    their no not only senior junior young chief deputy vice executive managing assistant gross
    net annual monthly weekly daily stock bond share market money cash credit debt tax trade
    labor labour union health care education school college university science technology space
    energy oil gas power nuclear electric steel iron gold silver copper diamond crystal glass
    stone rock wood paper cotton rose lily wild raging flying running walking talking singing
    dancing finding racing lost found broken hidden secret silent quiet loud fast slow quick
    easy hard soft smart simple pure perfect ultimate extreme total prime premium classic modern
    ancient early late future past present once twice never always ever forever still just maybe
    perhaps even almost personal professional commercial industrial agricultural rural urban
    local regional domestic foreign external internal strategic tactical joint united allied
    combined independent democratic republican liberal conservative socialist communist popular
    people youth women men children family father mother brother sister king queen prince lord
    lady rural export import common single channel ground airborne level phase stage round group
    section part unit sour intermediate sweet gulf coast bay island mountain valley desert
    forest garden field farm crude barrel bankers acceptances fair play grand capital punishment
    human rights desperate star trek lord rings doctor strange american british english french
    german european""".split()
)
"""Words of the language; a name that begins with one is seldom a person's."""

OPENERS = frozenset(
    """The A An In On At But And For If When While As It He She They We I You This That These
    Those His Her Its Their Our My There Here What Who Why How Where Which After Before Since
    Until Although Though However Despite During Under Over With Without From To By Of Or Nor So
    Yet Not No Yes All Some Many Most Both Each Every Few Several One Two Three Four Five Six Ten
    Now Then Also Still Just Only Even Last Next Earlier Later Meanwhile Today Yesterday Tomorrow
    Asked According About Among Between Because Once Perhaps Maybe Instead Another Other Such
    Like Unlike Back Down Up Out Off Into Against Along Across Around Through Within Other
    Speaking Following Including Being Having Given Added Others Nobody Everyone Everything
    Nothing Something Someone Anyone Critics Police Officials Analysts Experts Sources Dealers
    Traders Investors Shares Sales Britain's Those Former New Let Thank Please Well Oh Okay
    Ministers Doctors Scientists Researchers Residents Witnesses Fans Players Users Consumers
    El La Los Las Un Una En De Le Les Une Des Der Die Das Ein Eine Im Il Lo Gli""".split()
)
"""Words that open sentences, and no names."""

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

THINGS = frozenset(
    """Plan Plant Station Stations Show Summit Fair Rally Race Stakes Tournament Classic Tour Cup
    Championship Championships Trophy League Games Series Final Finals Programme Program Project
    Projects Scheme Strategy Initiative Operation Mission Talks Accord Treaty Pact Deal Report
    Survey Index Poll Study Review List Guide Bill Act Law Rules Rights Security Control Defense
    Defence Disease Syndrome Virus Vaccine Fever Cancer Encephalopathy Storm Hurricane Typhoon
    Earthquake Fire Crisis War Attack Attacks Massacre Revolution Movement Day Week Month Year
    Season Episode Edition Chapter Volume Album Song Tracks Theme Award Awards Prize Medal Title
    Theatre Cathedral Temple Mosque Castle Fort Monument Memorial Cemetery Prison Jail Airport
    Field Ground Dome Course Club House Hall Room Suite Apartment Apartments Souks Market Mall Shop
    Store Stores Outlet Restaurant Cafe Bar Pub Kitchen Menu Recipe Salad Soup Sauce Cake Bread
    Beer Wine Whisky Coffee Tea Phone Tablet Laptop Monitor Keyboard Mouse Headset Camera Drone
    Console Controller Watch Tracker Speaker Charger Battery Cable Adapter Edition Pro Max Mini Plus
    Ultra Lite Air Engine Car Truck Bike Jet Plane Boat Ship Train Tram Line Route Highway Tunnel
    Canal Dam Pipeline Grid Network App Apps Software Platform Website Blog Podcast Newsletter
    Channel Video Game Trailer Movie Film Sequel Saga Trilogy Universe Galaxy Mode Update Version
    Ticket Tickets Pass Card Cards Account Policy Terms Settings Privacy Cookies Gift Gifts Sale
    Sales Offer Offers Discount Friday Monday Tuesday Wednesday Thursday Saturday Sunday Legs Cap
    Committee Conference Statement Session Hearing Trial Verdict Appeal Case Cases Number Numbers
    Team Squad Desk Class Course Degree Exam Test Tests Ranking Rankings Standings Results Notes
    Effect Theory Method Model Models System Systems Unit Data Facts Figures Rate Rates Tax Taxes
    Budget Fund Bond Bonds Stock Stocks Price Prices Market Markets Growth Change Climate Energy
    Power Water Oil Gas Gold Silver Health Care Medicine Science Nature Life Death Love Dream Hope
    Heart Mind Soul Spirit Night Morning Evening Summer Winter Spring Autumn Christmas Easter
    Section Sector Region Zone Area Centre Center Corner Block Level Stage Phase Point Points Side
    Strait Stream Reef Ridge Trail Trails Falls Creek Springs Marsh""".split()
)
"""Words that end the names of things that are no person."""

STREETS = frozenset(
    """Stadium Ground Arena Palace Trafford Speedway Circuit Street Road Avenue Square Lane
    Boulevard River Lake Island Islands Mountain Mountains Valley County Province Peninsula Bay
    Beach Airport Harbour Harbor Canyon Desert Ocean Sea Gulf Coast Hill Hills Forest Park Bridge
    District Place Drive Terrace Crescent Plaza Tower Towers Gardens Heights Strait Creek Falls
    Station Prison Castle""".split()
)
"""The last word of the names of streets, waters, buildings and the like."""
