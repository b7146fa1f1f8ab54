"""Labels of blocks alone: of catalogues and newsrooms, that say too little alone."""

from __future__ import annotations

_WORDS = {
    "title": "main_title title_proper hed headlines article_title story_title haupttitel"
    " hauptsachtitel schlagzeile titre_principal titre_propre título_principal titulo_principal"
    " encabezado manchete titolo_principale hoofdtitel huvudtitel huvudrubrik hovedtittel"
    " hovedtitel overskrift tytuł_główny nagłówek заглавие",
    "author": "journaliste periodista firma firmado_por jornalista assinatura assinado_por"
    " repórter reportero reportera reportagem giornalista firmato_da journalistin reporterin"
    " redakteur redakteurin korrespondent korrespondentin verslaggever redacteur rédacteur"
    " signé_par dziennikarz dziennikarka correspondent columnist staff_writer bylines signed"
    " írta nom_de_l’auteur nom_de_l'auteur nombre_del_autor pewarta penulis"
    " person_responsible statement_of_responsibility verfasserangabe журналист",
    "date": "time date_of_issue date_of_publication date_issued publish_date run_date cover_date"
    " print_date air_date publication_day erscheinungsdatum erscheinungstag"
    " veröffentlichungsdatum ausgabe_vom date_de_parution date_de_publication parution"
    " fecha_de_publicación fecha_publicación fecha_de_edición data_de_publicação"
    " data_da_publicação data_di_pubblicazione data_di_uscita publicatiedatum"
    " verschijningsdatum publiceringsdatum utgivningsdatum publiseringsdato utgivelsesdato"
    " udgivelsesdato publiceringsdag data_publikacji data_wydania дата_публикации تاریخ_انتشار",
    "modified": "date_modified modification_date last_edited",
    "source": "veículo veiculo jornal testata giornale quotidiano periódico periodico diario"
    " diário magazine revista zeitschrift dagblad medie mediet gazeta czasopismo"
    " publikation publicatie publicação publicación pubblicazione tidskrift title_of_newspaper"
    " newspaper_title newspaper_name paper_name publication_name journal_title source_title"
    " container_title host_item host_publication media_outlet news_outlet media_name"
    " zeitungstitel titre_du_journal nombre_del_periódico appeared_in appears_in in published_by"
    " газета издание",
    "section": "рубрика раздел department caderno cuaderno cahier sezione katern editoria rubrica"
    " newspaper_section section_name beat sekcja",
    "deck": "dek drop_head drophead sub-head sub_head subheadline sub-headline sub_headline"
    " sub-hed subhed strapline sub_title unterzeile vorspann chapô chapeau bajada copete sumario"
    " entradilla linha_fina sottotitolo sommario ingress ondertitel underrubrik undertittel"
    " undertitel podtytuł",
    "tags": "subjects subject_headings descriptors descripteurs descriptores descritores",
    "publisher": "publisher verlag éditeur editora editore uitgever förlag forlag"
    " utgiver udgiver utgivare wydawca",
    "other": "slug doc docno doc_id docid doc_no document_no file_name filename"
    " کد_خبر شناسه_خبر langue_originale pays_du_média pays_du_media"
    " story_id article_id item_id physical_desc physical_description call_number call_no"
    " shelfmark signatur cote holdings control_number item_type record_type material_type"
    " source_type date_added date_created creation_date status embargo urgency wordcount"
    " char_count página página(s) pagina seite seiten side sida strona page_no"
    " page_number print_page place_of_publication erscheinungsort lieu_de_publication"
    " lugar_de_publicación local_de_publicação luogo_di_pubblicazione umfang",
    "kept": "kicker eyebrow occhiello antetítulo chapéu dachzeile photographer fotograf fotógrafo"
    " fotografia photographe photo_by photo_credit translator",
}
IN_BLOCK = {
    word.replace("_", " "): role for role, words in _WORDS.items() for word in words.split()
}
"""The role that a label names where others stand around it."""
MAY_BE_COMPANIES = frozenset(("firma", "korrespondent", "correspondent"))
"""Words for authors that label other things as well: who stands behind them has a person's name."""
