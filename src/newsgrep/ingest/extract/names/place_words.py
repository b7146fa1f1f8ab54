"""Places, and what is of one: regions, nations, streets."""

from __future__ import annotations

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

STREETS = frozenset(
    """Stadium Ground Arena Palace Trafford Speedway Circuit Street Road Avenue Square Lane
    Boulevard River Lake Island Islands Mountain Mountains Valley County Province Peninsula Bay
    Beach Airport Harbour Harbor Canyon Desert Ocean Sea Gulf Coast Hill Hills Forest Park Bridge
    District Place Drive Terrace Crescent Plaza Tower Towers Gardens Heights Strait Creek Falls
    Station Prison Castle""".split()
)
"""The last word of the names of streets, waters, buildings and the like."""
