## Answers

weak = Das sind die nächstliegenden Textstellen; vielleicht beantworten sie die Frage nicht.
nothing_found = Kein Wort dieser Frage kommt in den Artikeln vor.
too_little_found = Die Artikel beantworten diese Frage nicht.
nothing_to_look_up = In dieser Frage gibt es kein Wort zum Nachschlagen. Nenne am besten, worum es geht.
nearest = Die nächstliegenden Textstellen, nur zur Orientierung:

## Calm sentences

admins_only = Das können nur die Administratoren des Bots.
failed = Etwas ist schiefgelaufen. Bitte versuche es gleich noch einmal.
question_empty = Ich sehe darin keine Frage. Bitte schreib sie in Worten.
question_too_long = Diese Frage ist zu lang. Bitte bleib unter { $max } Zeichen.
nothing_in_message = In dieser Nachricht steht kein Text zum Nachschlagen.

## Help

help = Frag mit { $ask }, erwähne mich mit einer Frage oder schick mir eine Direktnachricht. Ich antworte mit wörtlichen Zitaten aus den Artikeln.

## Sources

sources = Quellen
documents = { $count } Artikel
passages =
    { $count ->
        [one] { $count } Textstelle
       *[other] { $count } Textstellen
    }
more =
    { $count ->
        [one] und { $count } weiterer
       *[other] und { $count } weitere
    }

## About

about = Ich beantworte Fragen mit wörtlichen Zitaten aus einer Sammlung von Artikeln und sage es, wenn die Antwort nicht darin steht.
language_name = Deutsch
privacy = Datenschutz
privacy_text = Ich lese nur Nachrichten, die an mich gerichtet sind, und speichere sie nicht.

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
find_name = Im Artikel finden
