"""Names of months and weekdays, folded, in the languages that news is read in here.

The names are those of the Unicode CLDR, in the case that dates are written in (genitive in
Slavic languages, partitive in Finnish).
"""

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
    "ca": "gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika"
    " listopada grudnia",
    "cs": "ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince",
    "sk": "januara februara marca aprila maja juna jula augusta septembra oktobra novembra"
    " decembra",
    "tr": "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta"
    " syyskuuta lokakuuta marraskuuta joulukuuta",
    "hu": "januar februar marcius aprilis majus junius julius augusztus szeptember oktober"
    " november december",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie"
    " noiembrie decembrie",
    "el": "ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου"
    " οκτωβριου νοεμβριου δεκεμβριου",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "hr": "sijecnja veljace ozujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga"
    " prosinca",
    "sr": "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
    "sr-Cyrl": "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
    "sl": "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra"
    " decembra",
    "ar": "يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر",
    "fa": "ژانویه فوریه مارس اوریل مه ژوین ژوییه اوت سپتامبر اکتبر نوامبر دسامبر",
    "he": "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
    "hi": "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "bn": "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "id": "januari februari maret april mei juni juli agustus september oktober november desember",
}
_SHORT = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12, "ene": 1, "abr": 4, "ago": 8, "set": 9, "dic": 12,
    "janv": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "maerz": 3, "mrz": 3, "okt": 10,
    "dez": 12, "out": 10, "mag": 5, "giu": 6, "lug": 7, "ott": 10, "gen": 1, "setiembre": 9,
    "janner": 1, "jaenner": 1, "feber": 2, "mrt": 3, "des": 12, "ian": 1, "iun": 6, "iul": 7,
    "янв": 1, "фев": 2, "мар": 3, "апр": 4, "июн": 6, "июл": 7, "авг": 8, "сен": 9, "сент": 9,
    "окт": 10, "ноя": 11, "нояб": 11, "дек": 12,
    "জানুয়ারী": 1, "ফেব্রুয়ারী": 2, "আগষ্ট": 8,
    "listopada": 11,  # in Polish; in Croatian it is October, which the stop behind the day tells
}  # fmt: skip

_YA = "\u09af\u09bc"
"""A letter of Bengali that stands as one sign in texts that are not normalized: ``\u09df``."""
_NAMED = {
    name: number for names in _MONTHS.values() for number, name in enumerate(names.split(), start=1)
} | _SHORT
MONTHS: dict[str, int] = _NAMED | {
    name.replace(_YA, "\u09df"): number for name, number in _NAMED.items() if _YA in name
}
"""Month numbers by folded name or abbreviation (without its full stop)."""

_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "lunes martes miercoles jueves viernes sabado domingo",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "lunedi martedi mercoledi giovedi venerdi sabato domenica",
    "segunda-feira terca-feira quarta-feira quinta-feira sexta-feira sabado domingo",
    "mandag tirsdag onsdag torsdag fredag lordag sondag",
    "mandag tisdag onsdag torsdag fredag lordag sondag",
    "poniedzialek wtorek sroda czwartek piatek sobota niedziela",
    "pondeli utery streda ctvrtek patek sobota nedele",
    "hetfo kedd szerda csutortok pentek szombat vasarnap",
    "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
    "понеділок вівторок середа четвер п'ятниця субота неділя",
    "понедельник вторник среда четверг пятница суббота воскресенье",
)
WEEKDAYS: dict[str, int] = {
    name: number for names in _WEEKDAYS for number, name in enumerate(names.split())
} | {"sonnabend": 5}
"""Numbers of weekdays, Monday 0, by folded name."""
