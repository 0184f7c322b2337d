## Answers

weak = Questi sono i brani più vicini; potrebbero non rispondere alla domanda.
nothing_found = Nessuna parola di questa domanda compare negli articoli.
too_little_found = Gli articoli non rispondono a questa domanda.
nothing_to_look_up = In questa domanda non c’è nulla da cercare. Prova a indicare di cosa o di chi si tratta.
nearest = I brani più vicini, solo a titolo indicativo:

## Calm sentences

admins_only = Solo gli amministratori del bot possono farlo.
failed = Qualcosa è andato storto. Riprova tra un momento.
question_empty = Non vedo una domanda. Scrivila a parole.
question_too_long = La domanda è troppo lunga. Resta sotto i { $max } caratteri.
nothing_in_message = In questo messaggio non c’è testo da cercare.

## Help

help = Chiedi con { $ask }, menzionami con una domanda o mandami un messaggio diretto. Rispondo con citazioni dagli articoli, parola per parola.

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
language_name = Italiano
privacy = Privacy
privacy_text = Leggo solo i messaggi rivolti a me e non li conservo.

## Reload

reloaded = Articoli ricaricati
reload_failed = Articoli non ricaricati
reload_failed_text = Non è stato possibile caricare gli articoli. L’edizione precedente continua a rispondere.
unchanged = Non è cambiato nulla.
documents_changed = Articoli: { $added } in più, { $changed } con modifiche, { $removed } in meno
passages_changed = Brani: { $added } in più, { $changed } con modifiche, { $removed } in meno
took = Caricato in { $time }
problems =
    { $count ->
        [one] { $count } problema
       *[other] { $count } problemi
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
about_name = informazioni
about_description = Che cos’è questo bot e come funziona
find_name = Trova nell’articolo
