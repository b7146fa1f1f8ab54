"""Capitalised words that begin sentences or name things, and no person."""

from __future__ import annotations

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
