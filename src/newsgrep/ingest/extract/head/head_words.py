"""Words by which heads label and furnish themselves, in the languages of the news."""

from __future__ import annotations

import re

from newsgrep.ingest.extract.head.asked_often import asked_often

_LABEL_WORDS = {
    "title": "original_title article_title headline title hed hdln hl intitulé main_title titel título titulo titre titolo tytuł titulek kop rubrik otsikko"
    " überschrift titular cím başlık заголовок 标题 標題 제목",
    "author": "byline byln by author authors author(s) autor autores autoren autorin auteur auteurs"
    " autore autori door skribent författare forfatter kirjoittaja szerző yazar автор авторы"
    " written_by reporter journalist text_by words_by story_by verfasser verfasserin von por par"
    " creator writer writers reporters author/byline byline/author author/s autor/in autor/innen verfasser/in"
    " 作者 记者 記者 기자 글 كتب بقلم الكاتب מאת نویسنده خبرنگار लेखक संवाददाता โดย ผู้เขียน аутор пише γράφει γραφει"
    " συντάκτης 撰文 文 pewarta penulis tác_giả autorul geschreven_door skrevet_av skrevet_af skriven_av scritto_da écrit_par napisał",
    "date": "date date_of_issue fecha datum data dato päivämäärä dátum tarih дата published publicado publié"
    " veröffentlicht publication_date pub_date pub._date publ._date pubdate date_published published_on posted"
    " posted_on publicado_el publié_le veröffentlicht_am erschienen erschienen_am gepubliceerd"
    " gepubliceerd_op pubblicato publicerad publisert udgivet opublikowano yayınlanma first_published"
    " issue_date date_posted aired 日期 发布时间 تاريخ_النشر نشر تاریخ_انتشار प्रकाशित δημοσίευση публикувано data_publicării objavljeno"
    " 날짜 입력 기사입력 등록 입력일 등록일 작성일 게시일 발행일 时间 時間 发布日期 發布日期 發布時間 發佈時間 发表时间 日時 公開日 掲載日 発行日"
    " date_published_to_web published_to_web published_online date_de_publication ddp fecha_de_publicación data_de_publicação",
    "modified": "updated last_updated load-date load_date modified last_modified actualizado"
    " data_actualizării ενημέρωση обновено ažurirano 수정 최종수정 更新时间 aktualisiert stand mis_à_jour aggiornato bijgewerkt uppdaterad oppdatert updated_on",
    "source": "source publication newspaper newsp paper testata fuente quelle fonte bron kilde källa lähde źródło"
    " zdroj forrás kaynak источник publication_title published_in erschienen_in publicado_en"
    " publié_dans from via medio medium média journal zeitung krant tidning avis site website"
    " outlet media_name media_outlet news_outlet publisher_name pub opublikowano_w pubblicato_su publicado_em publicerad_i publisert_i"
    " titre_du_média titre_de_presse media_title 媒体 媒體 المصدر מקור منبع स्रोत साभार ที่มา извор πηγή джерело nguồn sumber paru_dans verschenen_in"
    " gepubliceerd_in 来源 來源 출처",
    "section": "рубрика section sección seccion sektion ressort rubrique sezione rubriek avdelning seção"
    " dział rubrika category categoría kategorie catégorie category_name desk page_section",
    "url": "url link permalink enlace lien adresse web_address original_url view_original",
    "place": "dateline place location ort lieu lugar luogo plaats",
    "language": "language idioma sprache langue lingua taal språk",
    "tags": "tags keywords tag topics schlagworte palabras_clave mots-clés subject_terms labels",
    "deck": "deck dek subtitle subhead standfirst untertitel subtítulo sous-titre abstract lead teaser"
    " description short_description summary",
    "other": "publisher document_type length word_count page pages issn isbn database copyright"
    " issue volume accession_number document_url openurl_link clipped clipped_on saved"
    " saved_on retrieved accessed archived captured_on länge longueur longitud lengte edition"
    " ausgabe photo photos foto fotos image credit credits illustration by_line_photo publication_type"
    " newsgroups message-id to cc bcc reply-to subject_line record_number document_id id lccn"
    " contact_email email e-mail phone tel publication_info created added imported exported"
    " read_time reading_time rating notebook lesedauer lesezeit temps_de_lecture tiempo_de_lectura"
    " tempo_de_leitura tempo_di_lettura leestijd lästid lesetid czas_czytania accessed_on"
    " date_accessed retrieved_on received received_on printed printed_on downloaded downloaded_on"
    " date_printed date_received date_saved filed xref abgerufen abgerufen_am gedruckt_am eingegangen consulté"
    " consulté_le imprimé_le reçu_le consultado consultado_el impreso_el recuperado acesso_em"
    " acessado_em impresso_em consultato_il stampato_il ricevuto geraadpleegd afgedrukt ontvangen"
    " hämtad utskriven hentet utskrevet mottatt dostęp data_dostępu pobrano wydrukowano pg"
    " дата_обращения",
}
LABELS = {
    word.replace("_", " "): role for role, words in _LABEL_WORDS.items() for word in words.split()
}
"""The role that a label before a colon names, by the label in lower case."""
LABELS |= dict.fromkeys(
    ("for immediate release", "para publicación inmediata", "para difusión inmediata",
     "para divulgação imediata", "pour diffusion immédiate", "zur sofortigen veröffentlichung",
     "per la diffusione immediata"),
    "title",
)  # fmt: skip
ONLY_WITH_COLON = {
    "story": "author",
    "words": "author",
    "report": "author",
    "pub": "source",
    "текст": "author",
    "haber": "author",
    "muhabir": "author",
}
"""Words of their own that are labels where a colon stands behind them alone."""
LABELS |= {"url source": "url", "published time": "date", "markdown content": "text"}
LABELS |= {"von": "author", "clipped from": "url", "document url": "url", "read at": "url"}

BY = re.compile(
    r"(?:^|(?<=[\s,|/(]))(?:by|written by|words by|story by|reported by|reporting by|posted by"
    r"|published by|text by|review by|analysis by|opinion by|report by|escrito por|publicado por"
    r"|por|von|par|text(?:e|o)?(?: von| de| par)?:)\s*:?\s+(?=[^\W\d_])"
    r"|^(?:โดย|संवाददाता|लेखक|بقلم|מאת)\s*:?\s+(?=[^\W\d_])"
    r"|^(?:di|door|af|av|przez|teksti|írta|szöveg|yazan|pwr|de|piše|napisao|napisala|γράφει(?: ο| η)?)\s*:?\s+(?=(?-i:[A-ZÀ-ÝĀ-Ž]))"
    r"|^te(?:ks|x)t\s*:?\s+(?=(?-i:[A-ZÀ-ÝĀ-Ž][\w.’'-]*(?: (?:v[ao]n|de[rnls]?|d[aiou]|la|te[nr]?)){0,2} [A-ZÀ-ÝĀ-Ž]))",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"\b(?:(?:last )?updated|last modified|modified|(?:última )?actualizaci[oó]n"
    r"|actualizad[oa]|mis(?:e)? à jour|aktualisiert|zuletzt aktualisiert|aggiornato|bijgewerkt"
    r"|uppdaterad|oppdatert|opdateret|atualizado|zaktualizowano|güncelleme|обновлено)\b:?",
    re.IGNORECASE,
)
COPIED = re.compile(
    r"(?:^|(?<=\s))(?:(?:date |last |zuletzt |dernière )?(?:accessed|retrieved|received|printed|downloaded|clipped|saved|captured"
    r"|archived|scanned|copied|visited|viewed|exported|imported|fetched|abgerufen|ausgedruckt|gedruckt|eingegangen|gespeichert"
    r"|heruntergeladen|archiviert|consultée?|imprimée?|téléchargée?|reçue?|enregistrée?|consultad[oa]|impres[oa]|descargad[oa]"
    r"|recuperad[oa]|recibid[oa]|guardad[oa]|acessad[oa]|acesso|baixad[oa]|recebid[oa]|salv[oa]|consultat[oa]|stampat[oa]"
    r"|scaricat[oa]|ricevut[oa]|geraadpleegd|afgedrukt|ontvangen|gedownload|opgeslagen|hämtad|hämtat|utskriven|utskrivet|mottagen"
    r"|sparad|hentet|lest|utskrevet|skrevet ut|mottatt|lagret|udskrevet|modtaget|dostęp|pobrano|wydrukowano|otrzymano|zapisano"
    r"|erişim(?: tarihi)?|дата обращения|распечатано|получено))"
    r"(?:\s+(?:on|at|am|le|el|em|il|op|den|dnia|w dniu|d\.))?\s*:?\s*$",
    re.IGNORECASE,
)
"""What stands before the day on which somebody copied it."""
_DAYS = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thur?s?|fri|sat|sun|lunes|martes"
    r"|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lunedì"
    r"|martedì|mercoledì|giovedì|venerdì|sabato|domenica|segunda(?:-feira)?|terça(?:-feira)?"
    r"|quarta(?:-feira)?|quinta(?:-feira)?|sexta(?:-feira)?|maandag|dinsdag|woensdag|donderdag"
    r"|vrijdag|zaterdag|zondag|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mandag|tirsdag"
    r"|lørdag|søndag|mo|di|mi|do|fr|sa|so|pondělí|úterý|středa|čtvrtek|pátek|sobota|neděle"
    r"|poniedziałek|wtorek|środa|czwartek|piątek|niedziela|hétfő|kedd|szerda|csütörtök|péntek"
    r"|szombat|vasárnap|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|понедельник|вторник"
    r"|среда|четверг|пятница|суббота|воскресенье"
)
_CLOCK = (
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?\s?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|\d{1,2}h(?:\d\d)?"
    r"|\d{1,2}[時时点點](?:\d{1,2}分)?|(?:ore|godz\.|godzina|klo|kl\.?)\s?\d{1,2}[:.]\d\d|\d{1,2}\sh\s\d\d|gmt\s?[+-]\d{1,4}"
    r"|uhr|uur|hrs?|h|noon|est|edt|et|pst|pdt|pt|cst|cdt|ct|mst|mdt|gmt|utc|ist|bst|cet|cest|wib|jst"
    r"|aest|aedt|sast|eat|wat|am|pm|a\.m\.|p\.m\."
)
_SAID = (
    r"(?:first |originally |date )?published(?: online)?|original|posted|publicad[oa]|publi[eé]e?"
    r"|ver[oö]ffentlicht|erschienen|pubblicato|gepubliceerd|publicerad|publisert(?: på (?:trykk|nett))?|udgivet"
    r"|opublikowano|created|issued|filed|aired|diterbitkan|yayın(?:lanma)?|опубликовано"
)
PUBLISHED = re.compile(rf"\b(?:{_SAID})\b", re.IGNORECASE)
"""What stands before the day of publication, and ends an *Updated* before it."""
_SMALL = (
    r"on|at|am|the|le|el|em|il|op|den|der|dne|um|kl\.?|à|às|a las|of|vom|v\.|dated|a|alle|ore|dnia"
    r"|om|ausgabe|édition|edición|edição|edizione|editie|wydanie|edition|du|del|de|z|datata"
)
WHEN_BEFORE = re.compile(
    rf"(?:^|(?<=[\s,.(]))(?:(?:{_SAID}|{_CLOCK}|{_DAYS}|{_SMALL})(?![^\W_])[\s,.:;]*)+$",
    re.IGNORECASE,
)
"""What leads to a date: ``Published on Tuesday,``."""
WHEN_BEHIND = re.compile(
    rf"^(?:[\s,.;]*(?:{_CLOCK}|{_DAYS}|at|um|om|kl\.?|klo|à|às|a las|a|alle|ore|godz\.?|z|local time)(?![^\W_]))+[\s,.]*",
    re.IGNORECASE,
)
"""What follows a date: ``at 9:40 am EST``."""
WHEN = re.compile(rf"(?:(?:{_SAID}|{_CLOCK}|{_DAYS}|at|on)(?![^\W_])[\s,.:]*)+", re.IGNORECASE)
"""A piece of nothing but such words."""
_ROLE = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|editorial board|contributor|contributing|columnist"
    r"|bureau(?: chief)?|producer|photographer|analyst|critic|freelance|journalist|opinion"
    r"|special to|news service|redacci[oó]n|corresponsal|enviad[oa]|redactora?|periodista|agencias?"
    r"|korrespondent(?:in)?|redakteur(?:in)?|redaktion|reporterin|chefredakteur(?:in)?|politikchef"
    r"|envoyée? spéciale?|correspondante?|rédaction|journaliste|chroniqueu(?:r|se)|corrispondente"
    r"|inviat[oa]|giornalista|redazione|correspondente|repórter|jornalista|verslaggever|redacteur"
    r"|journalist(?:e|in)?|skribent|reporter|muhabir|корреспондент|обозреватель"
    r"|speciallæge|forfatter|author|senior|chief|deputy|associate|political|editor-in-chief"
    r"|fellow|professor|director|attorney)\b"
)


def has_role(text: str) -> bool:
    """Whether a text has a word for what an author is: ``Staff Writer``."""
    # In lower case, since the engine tells alternatives apart by their first letters then.
    return _ROLE.search(text.lower()) is not None


_MENU = (
    r"(?:section|main|article) menu|next|previous|prev|back|home|contents|table of contents|index"
    r"|top|up|inhalt|zurück|weiter|suivant|précédent|siguiente|anterior|indice|índice"
)
ASIDE = re.compile(
    r"\s*(?:\[(?:[^\s\[\]]+ ){2,25}[^\s\[\]]+\]|(?:note|notes|note to self|n\.?b\.?"
    r"|reminder|to ?do|anm(?:erkung)?\.?|notiz|hinweis|nota(?: bene)?|remarque|rappel|appunto"
    r"|notitie|merk|obs|uwaga)\s?:\s\S.{3,200}"
    r"|(?:(?:dear|hi|hello|hey|lieber?|liebes|hallo|chère?|bonjour|salut|querid[oa]|hola|olá|oi|cara|caro|ciao"
    r"|beste|hoi|hej|kjære|kære|drog[ai]|cześć) [^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*)?(?:,|!| [-–—])|fyi\b|see below\b"
    r"|(?:i )?thought (?:that )?(?:this|you)\b.{0,30}\b(?:interest|like|enjoy|see)|might interest you"
    r"|(?:here['’]s|here is|hier ist|hier) (?:the|der|ein) (?:article|artikel|piece|story)\b|voici l['’]article"
    r"|te (?:paso|mando|envío) (?:el|este) artículo|worth (?:a read|reading)\b|interesting (?:read|article)\b"
    r"|zur (?:info|kenntnis)\b|das könnte dich interessieren|pour (?:info|information)\b|segue (?:o artigo|l['’]articolo))"
    r".{0,200}[^\W_][.!,:)]?|(?:article|full) text,? for (?:those|anyone|people)\b.{0,80}:)\s*$",
    re.IGNORECASE,
)
"""A line that a reader added above an article: ``[scanned from paper]``, ``NOTE: for chapter 3``."""
_FURNITURE = re.compile(
    r"^\W*(?:(?:kindly )?share(?: this(?: story| article| post)?| article| on \w+)?|tweet|print(?: this)?|e-?mail(?: this| story)?|comments?|save"
    r"|listen|advertisement|publicidad|anzeige|werbung|publicité|pubblicità|menu|home|search|log ?in"
    r"|sign ?in|subscribe|subscribers? only|skip to .{0,30}|copy link|(?:link|url|address) copied(?: to clipboard)?|link kopiert|lien copié"
    r"|enlace copiado|link (?:copiato|copiado|gekopieerd)|länk kopierad|lenke kopiert|skopiowano link|facebook|twitter|whatsapp"
    r"|\d[\d,.]* (?:responses?|comments?|replies|reactions)"
    r"|linkedin|reddit|pinterest|x|follow(?: us)?|shares|bookmark|gift|view original|read (?:more|original)"
    r"|open ?url link|full text|translate|text size|resize|a(?: ?a){1,2}|play|watch|gallery|close|more"
    r"|compartir|guardar|imprimir|comentarios|partager|imprimer|commenter|teilen|drucken|merken"
    r"|kommentare|vorlesen|condividi|stampa(?: articolo)?|invia|udostępnij|drukuj|tuitear|tuitar|compartilhar|envoyer|senden|mailen"
    r"|afdrukken|link kopieren|copier le lien|copiar enlace|kopier lenke|delen|skriv ut|dela|del|lyssna|read later"
    r"|(?:photo|image|picture|foto|bild|getty)\b.{0,100}|credits?\.{2,}.{0,80}|agencies|staff and agencies|rss|updated"
    r"|published|live|breaking(?: news)?|exclusive|premium|abo|plus|for subscribers"
    r"|(?:late|first|second|third|final|main|city|national|early|east|west|metro|morning|evening"
    r"|all)\b.{0,20}\bedition\b.{0,20}|edition \d.{0,10}|distribution: .{0,40}|correction appended"
    r"|\d+ of \d+ documents?|clipped with .{0,40}|saved (?:from|with|by) .{0,60}|body|text|article"
    r"|-{2,}\s*(?:forwarded|original) message\s*-{2,}|begin forwarded message:?|forwarded message"
    r"|(?:for )?(?:immediate|general|public) release|(?:press|news|media) releases?|media advisory"
    r"|(?:new )?you can (?:now )?listen to .{2,40} articles|para (?:publicación|difusión) inmediata|para divulgação imediata|pour diffusion immédiate"
    r"|vol(?:ume|\.)? ?\w{1,4}\b.{0,6}\b(?:no|num(?:ber)?|nr|issue)\b\.? ?\w{1,4}\b.{0,30}"
    r"|in the news|newsroom|contact(?: us)?|\d+(?:\s?[-–]\s?\d+)? min(?:ute)?s?(?: read)?|scroll to top|you are here"
    r"|(?:close|print)(?: this)? (?:window|page|article|story)"
    r"|send to (?:a friend|printer)|clipped from|clipping|seite drucken|fenster schließen"
    r"|fermer(?: la fenêtre)?|cerrar(?: ventana)?|chiudi|(?:imprimer|imprimir) .{0,20}"
    r"|(?:page|article|document|item|story|clipping|result|record|artikel|dokument|treffer|seite"
    r"|documento|artículo|artigo|articolo|página|pagina|sida|side|strona) \d+ (?:of|von|de|di|sur"
    r"|av|af|van|z|/) \d+|\d+ ?/ ?\d+|[-–−]?\d{1,3} ?°(?: ?[CF]\b)?.{0,20}"
    r"|(?:the |internet archive )?wayback machine.{0,300}|captured (?:by|from|at|on) .{0,80}"
    rf"|(?:{_MENU})(?: ?\| ?(?:{_MENU}))+|democracy dies in darkness|(?:please )?support (?:us|our journalism|independent journalism)"
    r"|view (?:this (?:email|message) )?in (?:your )?browser(?:\s*[(<]?https?://\S+)?|donate|make a contribution|soutenez-nous"
    r"|unterstützen sie uns|apóyanos|apoie-nos|sostienici|steun ons|stötta oss|støtt oss|wesprzyj nas"
    r"|all the news that['’]s fit to print|a newspaper of record"
    r"|key (?:points?|takeaways?|facts)|(?:main|quick) points|takeaways|highlights|topline|at a glance"
    r"|in summary|in (?:brief|short)|the gist|story highlights|what to know|more by this author"
    r"|das wichtigste (?:in kürze|im überblick)|auf einen blick|in kürze|darum geht es|en bref"
    r"|l['’]essentiel|à retenir|en resumen|claves|las claves|lo esencial|puntos clave|em resumo"
    r"|destaques|pontos principais|in sintesi|in breve|punti chiave|hoofdpunten|in het kort|i korthet"
    r"|sammanfattning|kort sagt|kortversjonen|w skrócie|najważniejsze informacje"
    r"|no image available|click to copy|related topics|share full article|social sharing|about us"
    r"|add to your saved stories|fund independent journalism|support the [A-Z][a-z]+"
    r"|this article is more than .{3,20} old|accreditation|play article|syndicate content"
    r"|updated:? \d+ (?:min|hour|day)\w*(?: \d+ min\w*)? ago|\(button\).{0,40}"
    r"|(?:click to )?share .{0,40}\((?:opens in (?:a )?new (?:window|tab)|fenêtre modale)\)|share this:"
    r"|partagez via .{0,40}|alternate|printer[- ]friendly.{0,60}"
    r"|(?:full version )?text-only version.{0,20}|send this article.{0,40}|sign up for newsletter"
    r"|(?:zum inhalt|aller au contenu|saltar al contenido|ir al contenido|pular para o conteúdo"
    r"|ir para o conteúdo|vai al contenuto|naar de (?:content|inhoud)|hopp til innhold"
    r"|hoppa till innehåll|gå til indhold|przejdź do treści|přejít k obsahu|ugrás a tartalomhoz)"
    r"(?: springen)?|spring naar (?:de )?(?:content|inhoud)|bekijk hele krant"
    r"|(?:lesezeit|lesedauer|leestijd|läsningstid|temps de lecture|tiempo de lectura):? .{1,20}"
    r"|\d+ min\.|\d(?:\.\d+)?x|\d?\d:\d\d|word count:? \d+|level \d{3,4}L|[\d.]{1,5}[km]? shares"
    r"|(?:transcribed|typed|scanned|digiti[sz]ed|uploaded)(?: and [a-z]+)? by .{3,60}"
    r"|czytaj (?:dalej|też|więcej|także)|fot\. .{3,60}|photograph(?:er|s)?(?: by\b|\s?:|/).{2,80}|image source.{0,60}|logo of .{2,40}|分享到[:：]?|责任编辑[:：].{2,12}|扫一扫.{0,20}|打印|字号.{0,10}|기사입력|글자크기.{0,10}"
    r"|.{0,40}\bno longer supports? .{0,40}(?:explorer|browser|version).{0,80}"
    r"|(?:please )?(?:upgrade|update) your browser.{0,40}"
    r"|(?:foglio|pagina) \d{1,3}(?: ?/ ?\d{1,3})?|box \d{1,4}, folder \d{1,4}"
    r"|[a-z][\w.-]{1,29}\s{1,4}\d{1,2}:\d\d(?: ?[AP]M)?|(?:follow|get) (?:all of|the latest) .{5,90}(?:headlines|news)!?"
    r"|(?:home|startseite|accueil|inicio|início|etusivu|strona główna|úvod|ana sayfa|главная|головна"
    r"|начало|الرئيسية|صفحه نخست|ホーム|首页|首頁|홈)(?:\s*[/>»›|]\s*[\w &,-]{2,30}){1,5}"
    r"|original message|[-=_*~.# ]{3,})\W*$",
    re.IGNORECASE,
)
RANKS = frozenset(
    """General Colonel Captain Admiral Major Lieutenant Sergeant President Senator Minister Secretary
    Governor Mayor Judge Justice King Queen Prince Princess Pope Chancellor Präsident Präsidentin
    Kanzler Kanzlerin Ministerin Président Présidente Ministre Presidente Ministro Ministra Premier
    Statsminister Statsråd Prezydent""".split()
)
"""Words before the names of those whom news is about."""
_SECTION = re.compile(
    r"(?:(?:world|latest|all|top|breaking|more|national|business|sports?|us|u\.s\.) news"
    r"|world|news|local(?: news)?|national|international|politics|business|sports?|opinion|opinions"
    r"|comment|commentary|culture|arts?|entertainment|technology|tech|science|health|environment|climate"
    r"|education|travel|style|lifestyle|life|food|money|markets|economy|finance|media|us|u\.s\."
    r"|uk|europe|asia|africa|americas|middle east|nation|metro|region|city|features?|analysis"
    r"|editorial|review|reviews|books|film|tv|music|obituaries|weather|crime|law|society|home"
    r"|front page|a section|main news|latest|top stories|explainer|investigation|interview"
    r"|política|economía|sociedad|deportes|cultura|mundo|opinión|internacional|nacional|sucesos"
    r"|politique|économie|société|sport|monde|idées|politik|wirtschaft|gesellschaft"
    r"|panorama|feuilleton|wissen|ausland|inland|lokales|meinung|politica|economia|cronaca|esteri"
    r"|cultura|binnenland|buitenland|politiek|economie|inrikes|utrikes|kultur|nyheter|innenriks"
    r"|utenriks|politikk|indland|udland|polityka|gospodarka|świat|kraj|политика|общество|экономика"
    r"|our view|your view|letters?(?: to the editor)?|viewpoints?|perspectives?|op-?ed"
    r"|guest (?:column|essay|commentary|opinion|view)|news analysis|columns?|special report"
    r"|long reads?|from the archives?|tribuna|tribune|cartas? al director|leserbriefe?|gastbeitrag"
    r"|glosse|hintergrund|analyse|reportage|porträt|portrait|entrevista|análisis|éditorial|chronique"
    r"|point de vue|courrier des lecteurs|lettere|commento|editoriale|analisi|opinie|commentaar"
    r"|ledare|debatt|insändare|leder|kronikk?|debat|komentarz|felieton|wywiad"
    r"|pol[iİ]t[iİ]ka|gündem|ekonom[iİ]|spor|dünya|yaşam|s[iİ]yaset|magaz[iİ]n|teknoloj[iİ]|sağlık"
    r"|gastkommentar|kommentar|leitartikel|kolumne|nachrichten)"
    r"(?:(?: and | & |, ?|/| > )[\w .]{2,20})?",
    re.IGNORECASE,
)


@asked_often
def is_furniture(line: str) -> bool:
    """Whether a line is a button, a notice or a mark of what an article was read in."""
    return _FURNITURE.match(line) is not None


@asked_often
def is_section(text: str) -> bool:
    """Whether a text is the name of a paper's section."""
    return _SECTION.fullmatch(text) is not None
