## Answers

weak = Ich bin nicht sicher, ob die Artikel diese Frage beantworten.
nothing_found = Kein Wort dieser Frage kommt in den Artikeln vor.
too_little_found = In den Artikeln habe ich keine Antwort auf diese Frage gefunden.
nothing_to_look_up = In dieser Frage steht nichts, wonach ich suchen könnte. Schreib am besten dazu, worum es geht.
several_documents = Es gibt mehrere Artikel. Nenn den Titel des Artikels, um den es dir geht.
nothing_about = Ich habe nichts gefunden zu: { $words }
nearest = Diese Abschnitte passen am besten:

## Notices

admins_only = Das können nur die Administratoren des Bots.
failed = Etwas ist schiefgelaufen. Bitte versuche es gleich noch einmal.
busy = Im Moment fragen viele. Bitte versuche es gleich noch einmal.
cooldown = Das ging schnell. In { $seconds ->
        [one] { $seconds } Sekunde
       *[other] { $seconds } Sekunden
    } kannst du wieder fragen.
question_empty = Ich sehe darin keine Frage. Bitte schreib eine in Worten.
question_too_long = Diese Frage ist zu lang. Bitte höchstens { $max } Zeichen.
nothing_in_message = In dieser Nachricht steht kein Text, nach dem ich suchen könnte.
nothing_to_verify = Hier steht kein Text, der sich mit den Artikeln vergleichen ließe.
message_unreadable = Diese Art von Nachricht kann ich nicht lesen. Kopiere ihren Text in { $command }.
article_changed = Der Artikel hat sich seitdem geändert. Frag noch einmal, um zu sehen, was jetzt darin steht.
not_yours = Das kann nur löschen, wer gefragt hat, oder ein Moderator.
answers_off = In diesem Kanal antworte ich nicht.
answers_private = Antworten sind in diesem Kanal privat. Bitte nutze { $ask }.
vote_counted = Danke, deine Stimme wurde gezählt.
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

verify_exact = ✅ **Wort für Wort.** Dieser Text steht genau so in den Artikeln.
verify_typography = ✅ **Gleiche Wörter, andere Typografie.** Nur Einzelheiten wie Anführungszeichen, Striche oder Großschreibung sind anders.
verify_words = ⚠️ **Nicht Wort für Wort.** Alle Wörter stehen in den Artikeln, aber mit anderen Satzzeichen oder Symbolen oder als Teil einer längeren Zahl oder eines längeren Wortes.
verify_part = ⚠️ **Nicht Wort für Wort.** Die längste Übereinstimmung (fett) umfasst { $words } aufeinanderfolgende von insgesamt { $of } Wörtern.
verify_stretch = ⚠️ **Nicht Wort für Wort.** Nur ein Teil dieses Textes steht in den Artikeln; die längste Übereinstimmung ist fett gedruckt.
verify_nowhere = ❌ **Nicht gefunden.** Dieser Text steht nicht in den Artikeln.

## Help

help = Frag mit { $ask }, erwähne mich mit einer Frage oder schick mir eine Direktnachricht. Ich antworte mit wörtlichen Zitaten aus den Artikeln.
help_on_messages = Bei einer Nachricht (Rechtsklick oder lange drücken): Apps → *{ $find }*, *{ $verify }*

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
loaded = Geladen { $when }
privacy = Datenschutz
privacy_text = Ich lese nur Nachrichten, die an mich gerichtet sind oder die jemand über das Menü „Apps“ nachschlägt, und die Titel neuer Posts in Foren, wo jemand, der den Kanal verwaltet, das eingeschaltet hat. Wer gefragt hat, speichere ich nie. Fragen, auf die es keine gute Antwort gab, werden unter Umständen eine Zeit lang ohne Namen aufbewahrt, damit die Artikel ergänzt werden können.
compared_by_meaning = Ich suche die Textstellen, die der Frage in der Bedeutung am nächsten kommen, in jeder Sprache.
compared_by_words = Ich suche nur Textstellen, die Wörter mit der Frage gemeinsam haben.
self_check = Selbsttest
self_check_fine = Alles ist in Ordnung.
commands_differ = Die Befehle bei Discord sind nicht auf dem neuesten Stand. Starte den Bot neu, um sie zu aktualisieren.
missing_permissions = Fehlende Berechtigungen in diesem Kanal: { $permissions }
permissions_elsewhere = Meine Berechtigungen kann ich nur auf einem Server prüfen, auf dem ich bin.
permission_view = Kanäle ansehen
permission_send = Nachrichten versenden und Posts erstellen
permission_send_in_threads = Nachrichten in Threads und Posts senden
permission_embed = Links einbetten
permission_history = Nachrichtenverlauf anzeigen
permission_threads = Öffentliche Threads erstellen

## Reload

reloaded = Artikel neu geladen
reload_failed = Artikel nicht neu geladen
reload_failed_text = Die Artikel konnten nicht geladen werden. Ich antworte weiter mit der bisherigen Fassung.
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
folder_added = { $path } wurde zum Ordner hinzugefügt.
folder_replaced = { $path } wurde ersetzt. Die bisherige Fassung liegt im Papierkorb.
folder_removed = { $path } wurde entfernt und liegt im Papierkorb.
folder_restored = { $path } wurde im Ordner wiederhergestellt.
folder_unchanged = Es wurde nichts geändert
shelf_name_empty = { $name } ist kein gültiger Dateiname. Verwende Buchstaben oder Ziffern und eine Endung wie .md.
shelf_name_ending = { $name } kann kein Artikel sein. Der Name muss auf eine dieser Endungen enden: { $endings }.
shelf_too_large = { $path } ist { $size } groß, erlaubt sind höchstens { $limit }. Teile den Inhalt auf kleinere Dateien auf.
shelf_full = Der Ordner enthält schon { $limit } Dateien; mehr sind nicht erlaubt. Entferne zuerst eine.
shelf_no_document = In { $path } steht kein Artikel. Korrigiere die Datei und versuche es noch einmal.
shelf_other_kind = { $name } kann { $path } nicht ersetzen, weil das eine andere Art von Datei ist. Entferne { $path } und füge dann { $name } hinzu.
shelf_exists = Es gibt schon eine Datei { $path }. Ersetze sie oder gib der neuen einen anderen Namen.
shelf_not_found = Im Ordner gibt es keine Datei { $path }; { $list } zeigt, was darin liegt.
shelf_not_in_trash = { $id } liegt nicht im Papierkorb; { $list } zeigt, was darin liegt.
shelf_last = { $path } ist der letzte Artikel. Füge einen anderen hinzu, bevor du ihn entfernst.
shelf_no_folder = { $path } kann nicht gespeichert werden, weil ein Teil des Pfads eine Datei und kein Ordner ist. Verschiebe diese Datei.
shelf_unusable = Der Ordner ist nicht nutzbar: { $error }
shelf_read_only = Ich kann nicht in { $place } schreiben. Erlaube es dem Benutzer, unter dem das Programm läuft.
shelf_disk_full = Auf dem Datenträger von { $place } ist kein Platz mehr. Gib Speicherplatz frei und versuche es noch einmal.
shelf_failed = Bei { $place } ist ein Fehler aufgetreten: { $error }. Versuche es noch einmal und prüfe den Datenträger, wenn es wieder fehlschlägt.
trash = Im Papierkorb
trash_empty = Der Papierkorb ist leer.
changes = Änderungen
changes_none = Über Discord wurde nichts geändert.
change_added = { $who } hat { $path } hinzugefügt
change_replaced = { $who } hat { $path } ersetzt
change_removed = { $who } hat { $path } entfernt
change_restored = { $who } hat { $path } wiederhergestellt

## Unanswered questions

gaps = Fragen ohne gute Antwort
gaps_none = Es gibt keine.
gap_settled = Erledigt: { $question }
gap_gone = Diese Frage steht nicht in der Liste.
votes = Wie Leser die Textstellen bewertet haben
votes_none = Noch keine Stimmen.

## Settings of a channel

settings = Einstellungen dieses Kanals
mode_off = Aus
mode_commands = Nur Befehle
mode_mentions = Befehle und Erwähnungen
mode_forum = Befehle, Erwähnungen und Titel neuer Posts in Foren
place_here = Im Kanal
place_thread = In einem Thread
answers_for_all = Für alle sichtbar
answers_for_asker = Nur für die fragende Person sichtbar

## Why

why = Warum diese Antwort
why_nothing = Ich erinnere mich an keine Antwort in diesem Kanal. Gib eine Frage an.
confidence = Konfidenz
terms_found = Wörter aus der besten Textstelle
terms_missing = Wörter, die dort fehlen
words_matched = Ähnlichstes Wort in dieser Textstelle
words_unmatched = Ohne Entsprechung: { $words }
nothing_in_list = –

## Putting together

list_separator = { ", " }
two_sentences = { $first } { $second }
named_value = { $name }: { $value }
percentage = { $value } %
decimal_mark = { "," }
paragraph = Absatz { $number }
paragraph_of = Absatz { $number }/{ $all }
paragraphs_of = Absätze { $first }–{ $last }/{ $all }
size_bytes = { $count } B
size_kib = { $count } KiB
time_ms = { $count } ms
time_s = { $count } s
age_moments = vor weniger als einer Minute
age_minutes = vor { $count } Min.
age_hours = vor { $count } Std.
age_days =
    { $count ->
        [one] vor { $count } Tag
       *[other] vor { $count } Tagen
    }

## Commands

ask_name = fragen
ask_description = Beantwortet deine Frage mit einem Zitat aus den Artikeln
question_name = frage
question_description = Was du wissen möchtest
private_name = privat
private_description = Zeigt die Antwort nur dir
sources_name = quellen
sources_description = Zeigt die Artikel, aus denen die Antworten stammen
reload_name = neuladen
reload_description = Lädt die Artikel neu (Administratoren)
about_name = info
about_description = Was dieser Bot ist und wie er arbeitet
find_name = In den Artikeln suchen
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
show_name = anzeigen
show_description = Gibt dir einen Artikel als Datei
add_name = hinzufügen
add_description = Legt einen neuen Artikel in den Ordner
replace_name = ersetzen
replace_description = Ersetzt einen Artikel durch eine neue Datei
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
why_question_description = Eine Frage, die statt der letzten erklärt werden soll
