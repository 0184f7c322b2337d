## Answers

weak = Das sind die nächstliegenden Textstellen; vielleicht beantworten sie die Frage nicht.
nothing_found = Kein Wort dieser Frage kommt in den Artikeln vor.
too_little_found = Die Artikel beantworten diese Frage nicht.
nothing_to_look_up = In dieser Frage gibt es kein Wort zum Nachschlagen. Nenne am besten, worum es geht.
several_documents = Es gibt mehrere Artikel. Nenn den Titel des Artikels, um den es dir geht.
nothing_about = Ich habe nichts gefunden zu: { $words }
nearest = Die nächstliegenden Textstellen, nur zur Orientierung:

## Calm sentences

admins_only = Das können nur die Administratoren des Bots.
failed = Etwas ist schiefgelaufen. Bitte versuche es gleich noch einmal.
busy = Im Moment fragen viele. Bitte versuche es gleich noch einmal.
cooldown = Das ging schnell. In { $seconds ->
        [one] { $seconds } Sekunde
       *[other] { $seconds } Sekunden
    } kannst du wieder fragen.
question_empty = Ich sehe darin keine Frage. Bitte schreib sie in Worten.
question_too_long = Diese Frage ist zu lang. Bitte bleib unter { $max } Zeichen.
nothing_in_message = In dieser Nachricht steht kein Text zum Nachschlagen.
nothing_to_verify = Hier steht kein Text, der sich mit den Artikeln vergleichen ließe.
message_unreadable = Diese Art von Nachricht kann ich nicht lesen. Kopiere ihren Text in { $command }.
edition_changed = Der Artikel hat sich seitdem geändert. Frag noch einmal, um zu sehen, was jetzt darin steht.
not_yours = Das kann nur löschen, wer gefragt hat, oder ein Moderator.
answers_off = In diesem Kanal antworte ich nicht.
answers_private = Antworten sind in diesem Kanal privat. Bitte nutze { $ask }.
vote_counted = Danke, das wurde gezählt.
managers_only = Das können nur Mitglieder, die diesen Kanal verwalten.
journal_off = Stimmen und Fragen werden hier nicht gespeichert.
journal_failed = Das konnte nicht gespeichert werden. Bitte versuche es später noch einmal.
edit_off = Das Ändern der Artikel über Discord ist abgeschaltet. Wer den Bot betreibt, kann es mit { $setting } einschalten.
download_failed = Die Datei konnte nicht von Discord abgerufen werden. Bitte versuche es noch einmal.

## Below an answer

show_passage = Textstelle anzeigen
back = ‹ Zurück
onward = Weiter ›
which_place = Was davon meinst du?
translate = Übersetzen
other_passages = Weitere Textstellen

## Verification

verify_exact = ✅ Diese Worte stehen genau so in den Artikeln.
verify_typography = ✅ Diese Worte stehen in den Artikeln; nur die Typografie ist anders.
verify_words = ⚠️ Alle diese Worte stehen in den Artikeln, aber mit anderen Zeichen oder Symbolen oder als Teil einer längeren Zahl oder eines längeren Wortes.
verify_part = ⚠️ Die längste Übereinstimmung umfasst { $words } von { $of } Wörtern hintereinander.
verify_stretch = ⚠️ Nur ein Teil dieses Textes steht in den Artikeln; die längste Übereinstimmung ist fett gedruckt.
verify_nowhere = ❌ Diese Worte stehen nicht in den Artikeln.

## Help

help = Frag mit { $ask }, erwähne mich mit einer Frage oder schick mir eine Direktnachricht. Ich antworte mit wörtlichen Zitaten aus den Artikeln.
help_on_messages = An einer Nachricht: Apps → *{ $find }*, *{ $verify }*

## Sources

sources = Quellen
documents = { $count } Artikel
passages =
    { $count ->
        [one] { $count } Textstelle
       *[other] { $count } Textstellen
    }
more = und noch { $count }

## About

about = Ich beantworte Fragen mit wörtlichen Zitaten aus einer Sammlung von Artikeln und sage es, wenn die Antwort nicht darin steht.
language_name = Deutsch
loaded = Geladen { $when }
privacy = Datenschutz
privacy_text = Ich lese nur, was an mich gerichtet ist, und die Titel neuer Forenbeiträge, wo die Kanalverwaltung das eingeschaltet hat. Wer gefragt hat, speichere ich nie. Fragen, auf die es keine Antwort gab, werden unter Umständen eine Zeit lang ohne Namen aufbewahrt, damit die Artikel ergänzt werden können.
compared_by_meaning = Fragen werden nach ihrer Bedeutung verglichen, in jeder Sprache.
compared_by_words = Fragen werden nur nach ihren Wörtern verglichen.
self_check = Selbsttest
self_check_fine = Alles ist in Ordnung.
commands_differ = Die bei Discord registrierten Befehle weichen von denen dieser Version ab. Ein Neustart des Bots registriert sie neu.
missing_permissions = In diesem Kanal fehlen: { $permissions }
permissions_elsewhere = Berechtigungen zeige ich auf einem Server, auf dem ich bin.
permission_view = Kanäle ansehen
permission_send = Nachrichten senden
permission_send_in_threads = Nachrichten in Threads senden
permission_embed = Links einbetten
permission_history = Nachrichtenverlauf anzeigen
permission_threads = Öffentliche Threads erstellen

## Reload

reloaded = Artikel neu geladen
reload_failed = Artikel nicht neu geladen
reload_failed_text = Die Artikel konnten nicht geladen werden. Die bisherige Fassung antwortet weiter.
unchanged = Es hat sich nichts geändert.
documents_changed = Artikel: { $added } hinzugefügt, { $changed } geändert, { $removed } entfernt
passages_changed = Textstellen: { $added } hinzugefügt, { $changed } geändert, { $removed } entfernt
took = Geladen in { $time }
problems =
    { $count ->
        [one] { $count } Problem
       *[other] { $count } Probleme
    }
warnings =
    { $count ->
        [one] { $count } Hinweis
       *[other] { $count } Hinweise
    }

## The folder

folder = Artikel im Ordner
folder_added = { $path } liegt jetzt im Ordner.
folder_replaced = { $path } wurde ersetzt. Die bisherige Fassung liegt im Papierkorb.
folder_removed = { $path } wurde entfernt und liegt im Papierkorb.
folder_restored = { $path } liegt wieder im Ordner.
folder_unchanged = Nichts wurde geändert
shelf_name_empty = { $name } ist kein Dateiname. Verwende Buchstaben oder Ziffern und eine Endung wie .md.
shelf_name_ending = { $name } kann kein Artikel sein. Der Name muss auf eine dieser Endungen enden: { $endings }.
shelf_too_large = { $path } hat { $size }, erlaubt sind höchstens { $limit }. Teile den Inhalt auf kleinere Dateien auf.
shelf_full = Der Ordner enthält schon { $limit } Dateien, mehr sind nicht erlaubt. Entferne zuerst eine.
shelf_no_document = In { $path } steht kein Artikel. Korrigiere die Datei und versuche es noch einmal.
shelf_other_kind = { $name } kann { $path } nicht ersetzen, weil das eine andere Art von Datei ist. Entferne die alte Datei und füge die neue hinzu.
shelf_exists = Es gibt schon eine Datei { $path }. Ersetze sie oder gib der neuen einen anderen Namen.
shelf_not_found = Im Ordner gibt es keine Datei { $path }. Die Liste zeigt, welche es gibt.
shelf_not_in_trash = Im Papierkorb gibt es { $id } nicht. Die Liste zeigt, was darin liegt.
shelf_last = { $path } ist der letzte Artikel. Füge einen anderen hinzu, bevor du ihn entfernst.
shelf_no_folder = { $path } kann nicht gespeichert werden, weil ein Teil des Pfads kein Ordner ist. Verschiebe, was dort liegt.
shelf_unusable = Der Ordner ist nicht nutzbar: { $error }
shelf_read_only = In { $place } kann nicht geschrieben werden. Erlaube es dem Benutzer, unter dem das Programm läuft.
shelf_disk_full = Auf dem Datenträger von { $place } ist kein Platz mehr. Schaffe Platz und versuche es noch einmal.
shelf_failed = Bei { $place } ist ein Fehler aufgetreten: { $error }. Versuche es noch einmal und prüfe den Datenträger, wenn es wieder fehlschlägt.
trash = Im Papierkorb
trash_empty = Der Papierkorb ist leer.
changes = Änderungen
changes_none = Über Discord wurde nichts geändert.
change_added = { $who } hat { $path } hinzugefügt
change_replaced = { $who } hat { $path } ersetzt
change_removed = { $who } hat { $path } entfernt
change_restored = { $who } hat { $path } wiederhergestellt

## What is missing

gaps = Fragen ohne gute Antwort
gaps_none = Es gibt keine.
gap_settled = Erledigt: { $question }
gap_gone = Diese Frage steht nicht in der Liste.
votes = Was Leser zu den Textstellen sagen
votes_none = Noch keine Stimmen.

## Settings of a channel

settings = Einstellungen dieses Kanals
mode_off = Aus
mode_commands = Nur Befehle
mode_mentions = Befehle und Erwähnungen
mode_forum = Auch Titel neuer Forenbeiträge
place_here = Im Kanal
place_thread = In einem Thread
answers_for_all = Für alle sichtbar
answers_for_asker = Nur für die fragende Person sichtbar

## Why

why = Warum diese Antwort
why_nothing = Ich erinnere mich an keine Antwort in diesem Kanal. Gib eine Frage an.
confidence = Sicherheit
terms_found = In der besten Textstelle gefunden
terms_missing = Dort nicht gefunden
words_matched = Nächstliegendes Wort in dieser Textstelle
words_unmatched = Ohne Entsprechung: { $words }
nothing_in_list = –

## Commands

ask_name = fragen
ask_description = Stell eine Frage; die Antwort ist ein Zitat aus den Artikeln
question_name = frage
question_description = Was du wissen möchtest
private_name = privat
private_description = Die Antwort nur dir zeigen
sources_name = quellen
sources_description = Zeigt die Artikel, aus denen die Antworten stammen
reload_name = neuladen
reload_description = Lädt die Artikel neu (Administratoren)
about_name = info
about_description = Was dieser Bot ist und wie er arbeitet
find_name = In den Artikeln finden
verify_name = prüfen
verify_description = Prüft, ob ein Zitat wörtlich in den Artikeln steht
text_name = text
text_description = Das Zitat, das geprüft werden soll
verify_message_name = Dieses Zitat prüfen
help_name = hilfe
help_description = Wie du fragst, und alle Befehle
knowledge_name = wissen
knowledge_description = Der Ordner mit den Artikeln (Administratoren)
list_name = liste
list_description = Zeigt, was im Ordner und im Papierkorb liegt
show_name = zeigen
show_description = Gibt dir einen Artikel als Datei
add_name = hinzufügen
add_description = Legt einen neuen Artikel in den Ordner
replace_name = ersetzen
replace_description = Ersetzt einen Artikel durch einen neuen Text
remove_name = entfernen
remove_description = Verschiebt einen Artikel in den Papierkorb
restore_name = wiederherstellen
restore_description = Holt einen Artikel aus dem Papierkorb zurück
history_name = verlauf
history_description = Wer wann was geändert hat
file_name = datei
file_description = Eine .md-, .txt- oder .html-Datei
path_name = artikel
path_description = Der Pfad des Artikels im Ordner
removed_name = entfernt
removed_description = Der entfernte Artikel
gaps_name = lücken
gaps_description = Fragen ohne gute Antwort (Administratoren)
gaps_list_name = liste
gaps_list_description = Die Fragen, häufigste zuerst
gaps_export_name = exportieren
gaps_export_description = Alle Fragen als Tabelle (CSV)
gaps_settle_name = erledigen
gaps_settle_description = Nimmt eine Frage von der Liste
gaps_votes_name = stimmen
gaps_votes_description = Welche Textstellen Leser hilfreich fanden und welche nicht
number_name = nummer
number_description = Die Nummer der Frage in der Liste
settings_name = einstellungen
settings_description = Wann und wie ich in diesem Kanal antworte
mode_name = antworten
mode_description = Worauf ich hier antworte
place_name = ort
place_description = Wo ich auf Erwähnungen antworte
visibility_name = sichtbarkeit
visibility_description = Wer die Antworten auf Befehle sieht
why_name = warum
why_description = Worauf die letzte Antwort beruht (Administratoren)
why_question_description = Eine andere Frage, die erklärt werden soll
