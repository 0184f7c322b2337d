## Answers

weak = Je ne suis pas sûr que les articles répondent à cette question.
nothing_found = Aucun mot de cette question ne figure dans les articles.
too_little_found = Je n’ai pas trouvé de réponse à cette question dans les articles.
nothing_to_look_up = Cette question ne contient aucun mot à rechercher. Précisez de qui ou de quoi il s’agit.
several_documents = Il y a plusieurs articles. Précisez le titre de celui qui vous intéresse.
nothing_about = Je n’ai rien trouvé sur : { $words }
nearest = Les sections les plus proches :

## Notices

admins_only = Seuls les administrateurs du bot peuvent faire cela.
failed = Une erreur est survenue. Veuillez réessayer dans un instant.
busy = Beaucoup de questions arrivent en ce moment. Veuillez réessayer dans un instant.
cooldown = Vous posez vos questions très vite. Vous pourrez reposer une question dans { $seconds } s.
question_empty = Je ne vois pas de question. Veuillez en écrire une avec des mots.
question_too_long = Cette question est trop longue. Veuillez ne pas dépasser { $max } caractères.
nothing_in_message = Ce message ne contient aucun texte à rechercher.
nothing_to_verify = Il n’y a ici aucun texte à comparer avec les articles.
message_unreadable = Je ne peux pas lire ce type de message. Copiez son texte dans { $command }.
article_changed = L’article a changé depuis. Posez à nouveau la question pour voir ce qu’il dit maintenant.
not_yours = Seule la personne qui a posé la question, ou un modérateur, peut supprimer ceci.
answers_off = Je ne réponds pas dans ce salon.
answers_private = Dans ce salon, les réponses sont privées. Veuillez utiliser { $ask }.
vote_counted = Merci, votre vote est enregistré.
managers_only = Seuls les membres qui gèrent ce salon peuvent faire cela.
journal_off = Les votes et les questions ne sont pas conservés ici.
journal_failed = L’enregistrement a échoué. Veuillez réessayer plus tard.
edit_off = La modification des articles depuis Discord est désactivée. La personne qui gère le bot peut l’activer avec { $setting }.
download_failed = Le fichier n’a pas pu être récupéré depuis Discord. Veuillez réessayer.

## Below an answer

show_passage = Voir le passage
back = ‹ Avant
onward = Après ›
which_place = De quoi s’agit-il exactement ?
translate = Traduire
other_passages = Autres passages

## Verification

verify_exact = ✅ **Mot pour mot.** Ce texte figure exactement ainsi dans les articles.
verify_typography = ✅ **Mêmes mots, autre typographie.** Seuls changent des détails comme les guillemets, les tirets ou les majuscules.
verify_words = ⚠️ **Pas mot pour mot.** Tous les mots figurent dans les articles, mais avec d’autres signes ou symboles, ou à l’intérieur d’un nombre ou d’un mot plus long.
verify_part = ⚠️ **Pas mot pour mot.** La plus longue correspondance, en gras, est de { $words } mots d’affilée sur { $of }.
verify_stretch = ⚠️ **Pas mot pour mot.** Seule une partie de ce texte figure dans les articles ; la plus longue correspondance est en gras.
verify_nowhere = ❌ **Introuvable.** Ce texte ne figure pas dans les articles.

## Help

help = Posez une question avec { $ask }, mentionnez-moi avec votre question ou écrivez-moi en message privé. Je réponds par des citations exactes des articles.
help_on_messages = Sur un message (clic droit ou appui long) : Applications → *{ $find }*, *{ $verify }*

## Sources

sources = Sources
documents =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
passages =
    { $count ->
        [one] { $count } passage
       *[other] { $count } passages
    }
more =
    { $count ->
        [one] et { $count } autre
       *[other] et { $count } autres
    }

## About

about = Je réponds aux questions en citant mot pour mot un ensemble d’articles, et je le dis quand la réponse ne s’y trouve pas.
loaded = Chargé { $when }
privacy = Confidentialité
privacy_text = Je ne lis que les messages qui me sont adressés, ceux que quelqu’un recherche depuis le menu Applications et, là où un gestionnaire du salon l’a activé, les titres des nouveaux posts de forum. Je n’enregistre jamais qui a posé une question. Les questions restées sans bonne réponse peuvent être conservées quelque temps, sans nom, afin de compléter les articles.
compared_by_meaning = Je cherche les passages dont le sens est le plus proche de la question, quelle que soit la langue.
compared_by_words = Je cherche uniquement les passages qui ont des mots en commun avec la question.
self_check = Autodiagnostic
self_check_fine = Tout est en ordre.
commands_differ = Les commandes enregistrées sur Discord ne sont pas celles de cette version. Redémarrez le bot pour les enregistrer à nouveau.
missing_permissions = Permissions manquantes dans ce salon : { $permissions }
permissions_elsewhere = Je ne peux vérifier mes permissions que sur un serveur dont je fais partie.
permission_view = Voir les salons
permission_send = Envoyer des messages et créer des posts
permission_send_in_threads = Envoyer des messages dans les fils et les posts
permission_embed = Intégrer des liens
permission_history = Voir les anciens messages
permission_threads = Créer des fils publics

## Reload

reloaded = Articles rechargés
reload_failed = Articles non rechargés
reload_failed_text = Les articles n’ont pas pu être chargés. Je continue de répondre avec la version précédente.
unchanged = Rien n’a changé.
documents_changed =
    Articles : { $added ->
        [one] { $added } ajouté
       *[other] { $added } ajoutés
    }, { $changed ->
        [one] { $changed } modifié
       *[other] { $changed } modifiés
    }, { $removed ->
        [one] { $removed } retiré
       *[other] { $removed } retirés
    }
passages_changed =
    Passages : { $added ->
        [one] { $added } ajouté
       *[other] { $added } ajoutés
    }, { $changed ->
        [one] { $changed } modifié
       *[other] { $changed } modifiés
    }, { $removed ->
        [one] { $removed } retiré
       *[other] { $removed } retirés
    }
took = Chargé en { $time }
problems =
    { $count ->
        [one] { $count } problème
       *[other] { $count } problèmes
    }
warnings =
    { $count ->
        [one] { $count } avertissement
       *[other] { $count } avertissements
    }

## The folder

folder = Articles du dossier
folder_added = { $path } a été ajouté au dossier.
folder_replaced = { $path } a été remplacé. L’ancienne version est dans la corbeille.
folder_removed = { $path } a été retiré et se trouve dans la corbeille.
folder_restored = { $path } a été restauré dans le dossier.
folder_unchanged = Rien n’a été modifié
shelf_name_empty = { $name } n’est pas un nom de fichier valide. Utilisez des lettres ou des chiffres, et une extension comme .md.
shelf_name_ending = { $name } ne peut pas être un article. Son nom doit se terminer par l’une de ces extensions : { $endings }.
shelf_too_large = { $path } fait { $size }, et le maximum est de { $limit }. Divisez-le en fichiers plus petits.
shelf_full = Le dossier contient déjà { $limit } fichiers, le maximum. Retirez-en un d’abord.
shelf_no_document = Il n’y a pas d’article dans { $path }. Corrigez le fichier et réessayez.
shelf_other_kind = { $name } ne peut pas remplacer { $path }, qui est un autre type de fichier. Retirez { $path }, puis ajoutez { $name }.
shelf_exists = Il y a déjà un fichier { $path }. Remplacez-le ou donnez un autre nom au nouveau.
shelf_not_found = Il n’y a pas de fichier { $path } dans le dossier ; { $list } montre ce qui s’y trouve.
shelf_not_in_trash = { $id } ne se trouve pas dans la corbeille ; { $list } montre ce qui s’y trouve.
shelf_last = { $path } est le dernier article. Ajoutez-en un autre avant de le retirer.
shelf_no_folder = { $path } ne peut pas être enregistré, car une partie de son chemin est un fichier et non un dossier. Déplacez ce fichier.
shelf_unusable = Le dossier est inutilisable : { $error }
shelf_read_only = Impossible d’écrire dans { $place }. Autorisez-y l’écriture pour l’utilisateur qui exécute le programme.
shelf_disk_full = Il n’y a plus de place sur le disque de { $place }. Libérez de l’espace et réessayez.
shelf_failed = Une erreur est survenue avec { $place } : { $error }. Réessayez et, si elle se répète, vérifiez le disque.
trash = Dans la corbeille
trash_empty = La corbeille est vide.
changes = Modifications
changes_none = Rien n’a été modifié depuis Discord.
change_added = { $who } a ajouté { $path }
change_replaced = { $who } a remplacé { $path }
change_removed = { $who } a retiré { $path }
change_restored = { $who } a restauré { $path }

## Unanswered questions

gaps = Questions sans bonne réponse
gaps_none = Il n’y en a aucune.
gap_settled = Question close : { $question }
gap_gone = Cette question ne figure pas dans la liste.
votes = L’avis des lecteurs sur les passages
votes_none = Aucun vote pour l’instant.

## Settings of a channel

settings = Paramètres de ce salon
mode_off = Désactivé
mode_commands = Commandes seulement
mode_mentions = Commandes et mentions
mode_forum = Commandes, mentions et titres des nouveaux posts de forum
place_here = Dans le salon
place_thread = Dans un fil
answers_for_all = Visibles par tout le monde
answers_for_asker = Visibles seulement par la personne qui pose la question

## Why

why = Pourquoi cette réponse
why_nothing = Je ne me souviens d’aucune réponse dans ce salon. Indiquez une question.
confidence = Confiance
terms_found = Mots présents dans le meilleur passage
terms_missing = Mots absents de ce passage
words_matched = Mot le plus proche dans ce passage
words_unmatched = Sans équivalent : { $words }
nothing_in_list = –

## Putting together

list_separator = { ", " }
two_sentences = { $first } { $second }
named_value = { $name } : { $value }
percentage = { $value } %
decimal_mark = { "," }
paragraph = paragraphe { $number }
paragraph_of = paragraphe { $number } sur { $all }
paragraphs_of = paragraphes { $first } à { $last } sur { $all }
size_bytes = { $count } o
size_kib = { $count } Kio
time_ms = { $count } ms
time_s = { $count } s
age_moments = il y a moins d’une minute
age_minutes = il y a { $count } min
age_hours = il y a { $count } h
age_days = il y a { $count } j

## Commands

ask_name = demander
ask_description = Poser une question ; la réponse est une citation des articles
question_name = question
question_description = Ce que vous voulez savoir
private_name = privé
private_description = Afficher la réponse pour vous seulement
sources_name = sources
sources_description = Lister les articles d’où viennent les réponses
reload_name = recharger
reload_description = Charger à nouveau les articles (administrateurs)
about_name = à-propos
about_description = Ce qu’est ce bot et comment il fonctionne
find_name = Chercher dans les articles
verify_name = vérifier
verify_description = Vérifier si une citation figure mot pour mot dans les articles
text_name = texte
text_description = La citation à vérifier
verify_message_name = Vérifier cette citation
help_name = aide
help_description = Comment poser une question, et toutes les commandes
knowledge_name = connaissances
knowledge_description = Le dossier des articles (administrateurs)
list_name = liste
list_description = Lister le contenu du dossier et de la corbeille
show_name = afficher
show_description = Obtenir un article sous forme de fichier
add_name = ajouter
add_description = Ajouter un nouvel article au dossier
replace_name = remplacer
replace_description = Remplacer un article par un nouveau fichier
remove_name = retirer
remove_description = Mettre un article à la corbeille
restore_name = restaurer
restore_description = Récupérer un article dans la corbeille
history_name = historique
history_description = Qui a modifié quoi, et quand
file_name = fichier
file_description = Un fichier .md, .txt ou .html
path_name = article
path_description = Le chemin de l’article dans le dossier
removed_name = retiré
removed_description = L’article retiré
gaps_name = lacunes
gaps_description = Questions sans bonne réponse (administrateurs)
gaps_list_name = liste
gaps_list_description = Les questions, des plus posées aux moins posées
gaps_export_name = exporter
gaps_export_description = Toutes les questions dans un tableau (CSV)
gaps_settle_name = clore
gaps_settle_description = Retirer une question de la liste
gaps_votes_name = votes
gaps_votes_description = Les passages que les lecteurs ont trouvés utiles ou non
number_name = numéro
number_description = Le numéro de la question dans la liste
settings_name = paramètres
settings_description = Quand et comment je réponds dans ce salon
mode_name = réponses
mode_description = À quoi je réponds ici
place_name = lieu
place_description = Où je réponds aux mentions
visibility_name = visibilité
visibility_description = Qui voit les réponses aux commandes
why_name = pourquoi
why_description = Sur quoi repose la dernière réponse (administrateurs)
why_question_description = Une question à expliquer à la place de la dernière
