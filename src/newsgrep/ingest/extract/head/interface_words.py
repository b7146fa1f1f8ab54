"""Lines of the words on buttons and menus: ``Facebook WhatsApp``, ``Del artikkel``.

They stand around every article that is copied from a page, and name nobody.
"""

from __future__ import annotations

import re

from newsgrep.ingest.extract.head.asked_often import asked_often

_WORDS = """
accessibility account ad ads advertise advertisement advertisements app apps article
articles audio back bluesky bookmark bookmarked browse by caption categories category
choose click close collapse comment comments connect contact content contents
conversation cookie cookies copied copy count credit credits date discuss discussion
donate download e-edition edition edit email e-mail enable enlarge epaper e-paper
expand facebook favorite favorites flipboard follow following font for full fullscreen
gallery get gift giveaway go google hide home homepage icon image images in info
impressum imprint
instagram join keep larger latest like likes link linkedin linkedln linkded links
listen live loading log login logo logout mail main mastodon menu messenger more most
my navigation newer news newsletter newsletters next normal notifications now of off
on online open options order our out page pages pause permalink permissions photo
photos pinterest play player plus pocket podcast podcasts popular portrait posts
premium previous print printable printer privacy profile purchase question questions
quiz radio rating react read reader reading recommend reddit refresh register related
response responses explore center
reply replies report reprint reprints rights rss save saved saving scroll search
section sections see send settings share shared shares sharing show sidebar sign
signin site size skip skype slide slideshow smaller sms snapchat social sort spotify
staff stories story subscribe subscribed subscriber subscribers
subscription support switch tag tags telegram terms text the this threads tiktok
to toggle top topic topics transcript translate trending tumblr tv tweet twitter
unlocked up updates us vibr viber video videos view viewer views vk watch we web
wechat weibo whatsapp whats whatsup x xing yahoo you your youtube zoom headshot author
authors exclusive investor sports sport opinion politics business thumbnail licensing key points
add as preferred google linked toggle continues below sponsored listen advertisement


abmelden abo abonnement abonnenten abonnieren abspielen als am an anhören anmelden
anzeige artikel auf aus bearbeiten beitrag bilder bildergalerie bookmarken diesen
diskutieren drucken druckversion einloggen einstellungen empfehlen feedback folgen für
galerie gemerkt geschenk hören ihre inhalt inhaltsverzeichnis jetzt kommentare
kommentieren konto kopieren lesen lesedauer lesezeichen lesezeit mein meine meinung
melden menü merken merkliste minuten mit nachrichten neue öffnen passwort per pinnen
pushnachrichten registrieren schenken schließen schrift schriftgröße schriftgrösse
seite senden speichern springen startseite suche suchen teilen testen themen twittern
überspringen verschenken verfolgen versenden vorlesen vorteile weiterleiten
weiterlesen werbung zu zum zur zurück

à abonné abonnée abonnés abonnez-vous accéder accueil afficher ajouter aimer ajouté au
aux bibliothèque classer commentaire commentaires commenter compte connecter connecté
connexion contenu copier copié crédit dans de des découvrir déconnexion du écouter
écoutez enregistrer envoyer et favoris fermer fil identifier imprimer inscription
la le lecture les lien lire mes offrir ouvrir par partage partagé partager
passer rechercher recherche recevoir réagir réservé retirer retour réseau s'abonner
sauvegarder se sélection sélections signaler sommaire suivre sur taille tard tous un
vidéo vidéos voir vos

a abrir acceder actualidad ahora añadir anunciante archivado artículo ayuda boletín
boletines buscar cerrar comenta comentar comentario comentarios compartir compartido
con contenido contenidos copiado copiar correo cuenta cómo del descargar desconectar
edición el en enlace entrar enviar escucha escuchar escúchalo este esta exclusivo
favoritos guardar guardado ha hazte hemeroteca imprimir inicia iniciar inicio ir las
leer lectura los más menú mi mostrar noticia noticias nuestros ocultar página para
portada por publicidad regala regalar registrarse regístrate reproducir seguir sección
secciones ser sesión síguenos suscríbete suscribirse suscripción suscriptor
suscriptores tu una ver vídeo vídeos

aceder anúncio anunciar apoiar arquivo artigo artigos assinante assinantes assinar
assine aumentar busca comente compartilhar compartilhe comentários conta conteúdo
diminuir entre fazer fechar fonte gravar início ler leia ligação mais matéria notícia
notícias o ouça ouvir ouvinte partilhar pesquisar publicidade sair salvar seções siga
sua tamanho texto um uma voltar

abbonamento abbonarsi abbonati accedi aggiungi al alla altro annuncio apri archivio
articoli articolo ascolta ascoltare cerca chiudi commenta commenti condividere
condividi contenuto copia dona edicola entra esci esclusivo foto guarda gli i il invia
iscriviti leggi lettura mostra navigazione notizie pubblicità questo registrati salva
scarica segui seguici sezioni stampa tempo testo tua tuo tutti vai

aan aanmelden abonneer abonnees advertentie afdrukken alle artikelen bekijk bewaar
bewaren bewaard cadeau deel delen dit doneer een geef gratis het hoofdinhoud inhoud
inloggen je kopiëren krant lees leeslijst leestijd lezen luister meer mijn naar nieuws
nieuwsbrief nu onderwerpen opslaan overslaan reacties reageer reageren registreren
sluiten stuur tip toon uitloggen volg voor woordenboek word zoek zoeken

abonnera abonnent annons annonse annonce artikkel artikeln av begränsad bokmärk dela
delar delt din ditt den denne här endast erbjudanden för prenumeranter følg oss gå gi
hem hjem hoppa hopp innehåll innhold indhold inställningar jaa jaat kaikki kirjaudu
kommentar kommentarer kommenter kopier kopiera kopieret kopiert kuuntele köp lagre
lagra lagret logg logga lue lyssna lytt läs læs læst meny min mitt mer mere mest mine
nyheder nyheter nyhetsbrev nå om på prenumerera sist sjekk skriv skrivut sök søg søk
spara spill stäng ta tekst tilaa til till tillbaka tips twiittaa lähetä tulosta
tallenna ut uutiset valikko vis visa åpne

aktualności archiwum artykuł artykuły czytaj dodaj drukuj dalej dla dołącz do
kalendarz komentarze komentarz komentuj kopiuj kup logowanie lubię moje na najnowsze
obserwuj odsłuchaj odtwórz otwórz podziel polub posłuchaj pomiń pokaż prenumerata
przejdź przeczytaj reklama się skomentuj skopiuj skopiowano słuchaj strona subskrybuj
szukaj temat tematy twoje tylko udostępnij wesprzyj więcej wideo wyłącz wyloguj wyślij
wyszukaj z zaloguj zamknij zapisz zobacz

článek dalšího domů hlavní hledat komentáře kopírovat nastavení obsah odeslat poslat
poslouchat přejít přečíst předplatné přehrát přihlásit přihlášení sdílej sdílení
sdílet sdílejte sledovat tisk tisknout uložit zavřít zpět zpravodajství články diskuse
diskusia zdieľať vytlačiť uložiť hľadať prihlásiť odkaz

beküldés belépés bezárás címlap előfizetés fiók főoldal hirdetés hozzászólások itthon
keresés kövess küldés megosztás megosztom mentés nyomtatás olvasás regisztráció tovább

abonare acasă articol caută comentarii copiază distribuie închide înapoi meniu
publicitate trimite urmărește tipărește știri

абонирай вход коментари меню начало новини реклама сподели търсене още следвай

в версия вверх видео войти все главная добавить далее закладки закрыть избранное ещё
комментарии комментировать копировать лента мне мир назад найти на новости нравится
обсудить отправить оценить пароль печать печати подписаться подписка поделиться
поделись поиск показать понравилось прочитать распечатать регистрация следующая
скачать скопировать скопировано слушать смотреть сохранить ссылка ссылку страница
страницу твитнуть текст телеграм теги фото читать шрифт

вхід головна друк друкувати зберегти коментарі копіювати підписатися пошук поділитися
посилання скопійовано слухати стрічка увійти читати

abone ana beğen bildir dinle e-posta gazete giriş haber haberler haberleri kapat
kaydet kopyala linki ol oku paylaş paylaşım reklam sayfa tüm üye takip videolar yazdır
yazıcı yorum yorumlar

bagikan baca juga beranda berita cari daftar ikuti iklan kirim komentar lainnya masuk
salin simpan tautan terkini

bình chia luận sẻ đăng nhập tìm kiếm theo dõi tất cả lưu trang chủ gửi

مشاركة شارك طباعة حفظ نسخ الرابط الرئيسية بحث تعليقات اشترك שתף שיתוף הדפסה תגובות
כניסה חיפוש תפריט הרשמה דף הבית اشتراک چاپ کپی لینک جستجو خانه صفحه اصلی होम शेयर करें
खोजें แชร์ พิมพ์ ค้นหา หน้าแรก

シェア ツイート ポスト 印刷 保存 検索 ログイン 会員登録 メニュー ホーム 記事 有料会員限定
文字サイズ 大 中 小 コメント 分享 打印 收藏 评论 评 论 首页
登录 注册 搜索 字体 大字号 小字号 中字号 复制 链接 微信 微博 朋友圈 返回 正文 分享至
分享到 列印 留言 首頁 登入 註冊 搜尋 字級 複製 連結 加入 공유
기사 공유하기 인쇄 스크랩 댓글 로그인 회원가입 검색 메뉴 홈 글자크기 기사원문 구독 본문 저장
좋아요 북마크
"""
_KNOWN = frozenset(_WORDS.split())
_LONGEST, _MOST, _DIGITS = 90, 9, 3
_PARTED = re.compile(r"[\s|/·•,;:>»›→←↑↓▼▲+&()\[\]….!?–—-]+")
_GLUED = re.compile(r"(?:[A-ZÀ-Þ][a-zß-ÿ]{2,}){4,}[….]*")
"""``StartSportPlusNöje``: a menu whose items were copied without blanks."""
_CAPITAL_WITHIN = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_WEAK = frozenset("by the of in for to on a and de la le el o i en et du au à".split())


@asked_often
def is_of_interface(line: str) -> bool:
    """Whether a line has nothing but the words of buttons and menus."""
    text = line.strip()
    if not text or len(text) > _LONGEST:
        return False
    apart = _CAPITAL_WITHIN.sub(" ", text)
    parts = [word for word in _PARTED.split(apart.casefold()) if word]
    words = [word for word in parts if not word.isdigit()]
    if sum(map(len, parts)) - sum(map(len, words)) > _DIGITS:
        return False  # a day, and the label before it
    if not words or len(words) > _MOST:
        return _GLUED.fullmatch(text) is not None
    return (
        all(word in _KNOWN for word in words) and not all(word in _WEAK for word in words)
    ) or _GLUED.fullmatch(text) is not None
