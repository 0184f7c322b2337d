## Answers

weak = Non sono sicuro che gli articoli rispondano a questa domanda.
nothing_found = Nessuna parola di questa domanda compare negli articoli.
too_little_found = Negli articoli non ho trovato una risposta a questa domanda.
nothing_to_look_up = In questa domanda non c’è nulla da cercare. Prova a indicare di cosa o di chi si tratta.
several_documents = Ci sono più articoli. Indica il titolo di quello che ti interessa.
nothing_about = Non ho trovato nulla su: { $words }
nearest = Le sezioni più vicine:

## Notices

admins_only = Solo gli amministratori del bot possono farlo.
failed = Qualcosa è andato storto. Riprova tra un momento.
busy = In questo momento le domande sono molte. Riprova tra un momento.
cooldown = Le domande arrivano troppo in fretta. Potrai chiedere di nuovo tra { $seconds } s.
question_empty = Non vedo una domanda. Scrivila come testo.
question_too_long = La domanda è troppo lunga. Non superare i { $max } caratteri.
nothing_in_message = In questo messaggio non c’è testo da cercare.
nothing_to_verify = Qui non c’è testo da confrontare con gli articoli.
message_unreadable = Non posso leggere questo tipo di messaggio. Copia il suo testo in { $command }.
article_changed = Da allora l’articolo è cambiato. Chiedi di nuovo per vedere che cosa dice ora.
not_yours = Solo chi ha fatto la domanda, o un moderatore, può eliminare questo messaggio.
answers_off = In questo canale non rispondo.
answers_private = In questo canale le risposte sono private. Usa { $ask }.
vote_counted = Grazie, il voto è stato registrato.
managers_only = Solo i membri che gestiscono questo canale possono farlo.
journal_off = Qui non vengono conservati né i voti né le domande.
journal_failed = Non è stato possibile salvare. Riprova più tardi.
edit_off = La modifica degli articoli da Discord è disattivata. Chi gestisce il bot può attivarla con { $setting }.
download_failed = Non è stato possibile recuperare il file da Discord. Riprova.

## Below an answer

show_passage = Mostra il brano
back = ‹ Prima
onward = Dopo ›
which_place = Quale intendi?
translate = Traduci
other_passages = Altri brani

## Verification

verify_exact = ✅ **Parola per parola.** Questo testo compare esattamente così negli articoli.
verify_typography = ✅ **Stesse parole, altra tipografia.** Cambiano solo dettagli come virgolette, trattini o maiuscole.
verify_words = ⚠️ **Non parola per parola.** Tutte le parole compaiono negli articoli, ma con altri segni o simboli, oppure come parte di un numero o di una parola più lunghi.
verify_part = ⚠️ **Non parola per parola.** La corrispondenza più lunga, in grassetto, è di { $words } parole di seguito su { $of }.
verify_stretch = ⚠️ **Non parola per parola.** Solo una parte di questo testo compare negli articoli; la corrispondenza più lunga è in grassetto.
verify_nowhere = ❌ **Non trovato.** Questo testo non compare negli articoli.

## Help

help = Chiedi con { $ask }, menzionami con una domanda o mandami un messaggio diretto. Rispondo con citazioni dagli articoli, parola per parola.
help_on_messages = Su un messaggio (clic destro o pressione prolungata): App → *{ $find }*, *{ $verify }*

## Sources

sources = Fonti
documents =
    { $count ->
        [one] { $count } articolo
       *[other] { $count } articoli
    }
passages =
    { $count ->
        [one] { $count } brano
       *[other] { $count } brani
    }
more =
    { $count ->
        [one] e un altro
       *[other] e altri { $count }
    }

## About

about = Rispondo alle domande citando parola per parola una raccolta di articoli, e lo dico quando la risposta non c’è.
loaded = Caricato { $when }
privacy = Privacy
privacy_text = Leggo solo i messaggi rivolti a me, quelli che qualcuno cerca dal menu App e, dove chi gestisce il canale lo ha attivato, i titoli dei nuovi post dei forum. Non conservo mai chi ha fatto una domanda. Le domande rimaste senza una buona risposta possono essere conservate per un po’, senza nome, per poter completare gli articoli.
compared_by_meaning = Cerco i brani dal significato più vicino alla domanda, in qualsiasi lingua.
compared_by_words = Cerco solo i brani che hanno parole in comune con la domanda.
self_check = Autodiagnosi
self_check_fine = È tutto a posto.
commands_differ = I comandi registrati su Discord non sono quelli di questa versione. Riavvia il bot per aggiornarli.
missing_permissions = Permessi mancanti in questo canale: { $permissions }
permissions_elsewhere = Posso controllare i miei permessi solo in un server di cui faccio parte.
permission_view = Visualizza canali
permission_send = Invia messaggi e crea post
permission_send_in_threads = Invia messaggi nei thread e nei post
permission_embed = Incorpora link
permission_history = Leggi la cronologia dei messaggi
permission_threads = Crea thread pubblici

## Reload

reloaded = Articoli ricaricati
reload_failed = Articoli non ricaricati
reload_failed_text = Non è stato possibile caricare gli articoli. Continuo a rispondere con la versione precedente.
unchanged = Non è cambiato nulla.
documents_changed =
    Articoli: { $added ->
        [one] { $added } aggiunto
       *[other] { $added } aggiunti
    }, { $changed ->
        [one] { $changed } modificato
       *[other] { $changed } modificati
    }, { $removed ->
        [one] { $removed } rimosso
       *[other] { $removed } rimossi
    }
passages_changed =
    Brani: { $added ->
        [one] { $added } aggiunto
       *[other] { $added } aggiunti
    }, { $changed ->
        [one] { $changed } modificato
       *[other] { $changed } modificati
    }, { $removed ->
        [one] { $removed } rimosso
       *[other] { $removed } rimossi
    }
took = Caricato in { $time }
problems =
    { $count ->
        [one] { $count } problema
       *[other] { $count } problemi
    }
warnings =
    { $count ->
        [one] { $count } avviso
       *[other] { $count } avvisi
    }

## The folder

folder = Articoli nella cartella
folder_added = { $path } è stato aggiunto alla cartella.
folder_replaced = { $path } è stato sostituito. La versione precedente è nel cestino.
folder_removed = { $path } è stato rimosso e si trova nel cestino.
folder_restored = { $path } è stato ripristinato nella cartella.
folder_unchanged = Nessuna modifica effettuata
shelf_name_empty = { $name } non è un nome di file valido. Usa lettere o cifre e un’estensione come .md.
shelf_name_ending = { $name } non può essere un articolo. Il nome deve finire con una di queste estensioni: { $endings }.
shelf_too_large = { $path } è di { $size } e il massimo è { $limit }. Dividilo in file più piccoli.
shelf_full = La cartella contiene già { $limit } file, il massimo. Rimuovine prima uno.
shelf_no_document = In { $path } non c’è alcun articolo. Correggi il file e riprova.
shelf_other_kind = { $name } non può sostituire { $path }, che è un altro tipo di file. Rimuovi { $path }, poi aggiungi { $name }.
shelf_exists = C’è già un file { $path }. Sostituiscilo o dai un altro nome a quello nuovo.
shelf_not_found = Nella cartella non c’è alcun file { $path }; { $list } mostra che cosa contiene.
shelf_not_in_trash = { $id } non è nel cestino; { $list } mostra che cosa contiene.
shelf_last = { $path } è l’ultimo articolo. Aggiungine un altro prima di rimuoverlo.
shelf_no_folder = Non è possibile salvare { $path } perché una parte del percorso è un file e non una cartella. Sposta quel file.
shelf_unusable = Non è possibile usare la cartella: { $error }
shelf_read_only = Non posso scrivere in { $place }. Consenti la scrittura all’utente che esegue il programma.
shelf_disk_full = Sul disco di { $place } non c’è più spazio. Liberane un po’ e riprova.
shelf_failed = Si è verificato un errore con { $place }: { $error }. Riprova e, se si ripete, controlla il disco.
trash = Nel cestino
trash_empty = Il cestino è vuoto.
changes = Modifiche
changes_none = Da Discord non è stato modificato nulla.
change_added = { $who } ha aggiunto { $path }
change_replaced = { $who } ha sostituito { $path }
change_removed = { $who } ha rimosso { $path }
change_restored = { $who } ha ripristinato { $path }

## Unanswered questions

gaps = Domande senza una buona risposta
gaps_none = Non ce ne sono.
gap_settled = Risolta: { $question }
gap_gone = Questa domanda non è nell’elenco.
votes = Il giudizio dei lettori sui brani
votes_none = Ancora nessun voto.

## Settings of a channel

settings = Impostazioni di questo canale
mode_off = Disattivato
mode_commands = Solo comandi
mode_mentions = Comandi e menzioni
mode_forum = Comandi, menzioni e titoli dei nuovi post dei forum
place_here = Nel canale
place_thread = In un thread
answers_for_all = Visibili a tutti
answers_for_asker = Visibili solo a chi chiede

## Why

why = Perché questa risposta
why_nothing = Non ricordo alcuna risposta in questo canale. Indica una domanda.
confidence = Attendibilità
terms_found = Parole del brano migliore
terms_missing = Parole che non vi compaiono
words_matched = Parola più vicina in quel brano
words_unmatched = Senza corrispondenza: { $words }
nothing_in_list = –

## Putting together

list_separator = { ", " }
two_sentences = { $first } { $second }
named_value = { $name }: { $value }
percentage = { $value }%
decimal_mark = { "," }
paragraph = paragrafo { $number }
paragraph_of = paragrafo { $number } di { $all }
paragraphs_of = paragrafi { $first }–{ $last } di { $all }
size_bytes = { $count } B
size_kib = { $count } KiB
time_ms = { $count } ms
time_s = { $count } s
age_moments = meno di un minuto fa
age_minutes = { $count } min fa
age_hours = { $count } h fa
age_days =
    { $count ->
        [one] { $count } giorno fa
       *[other] { $count } giorni fa
    }

## Commands

ask_name = chiedi
ask_description = Fai una domanda; la risposta è una citazione dagli articoli
question_name = domanda
question_description = Che cosa vuoi sapere
private_name = privato
private_description = Mostra la risposta solo a te
sources_name = fonti
sources_description = Elenca gli articoli da cui vengono le risposte
reload_name = ricarica
reload_description = Carica di nuovo gli articoli (amministratori)
about_name = info
about_description = Che cos’è questo bot e come funziona
find_name = Cerca negli articoli
verify_name = verifica
verify_description = Verifica se una citazione compare parola per parola negli articoli
text_name = testo
text_description = La citazione da verificare
verify_message_name = Verifica questa citazione
help_name = aiuto
help_description = Come fare domande, e tutti i comandi
knowledge_name = conoscenze
knowledge_description = La cartella degli articoli (amministratori)
list_name = elenco
list_description = Elenca il contenuto della cartella e del cestino
show_name = mostra
show_description = Ottieni un articolo come file
add_name = aggiungi
add_description = Aggiungi un nuovo articolo alla cartella
replace_name = sostituisci
replace_description = Sostituisci un articolo con un nuovo file
remove_name = rimuovi
remove_description = Sposta un articolo nel cestino
restore_name = ripristina
restore_description = Recupera un articolo dal cestino
history_name = cronologia
history_description = Chi ha modificato che cosa, e quando
file_name = file
file_description = Un file .md, .txt o .html
path_name = articolo
path_description = Il percorso dell’articolo nella cartella
removed_name = rimosso
removed_description = L’articolo rimosso
gaps_name = lacune
gaps_description = Domande senza una buona risposta (amministratori)
gaps_list_name = elenco
gaps_list_description = Le domande, dalla più alla meno frequente
gaps_export_name = esporta
gaps_export_description = Tutte le domande in una tabella (CSV)
gaps_settle_name = risolvi
gaps_settle_description = Togli una domanda dall’elenco
gaps_votes_name = voti
gaps_votes_description = Quali brani i lettori hanno trovato utili e quali no
number_name = numero
number_description = Il numero della domanda nell’elenco
settings_name = impostazioni
settings_description = Quando e come rispondo in questo canale
mode_name = risposte
mode_description = A che cosa rispondo qui
place_name = luogo
place_description = Dove rispondo alle menzioni
visibility_name = visibilità
visibility_description = Chi vede le risposte ai comandi
why_name = perché
why_description = Su che cosa si basa l’ultima risposta (amministratori)
why_question_description = Una domanda da spiegare al posto dell’ultima
