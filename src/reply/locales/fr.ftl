## Answers

weak = Voici les passages les plus proches ; ils ne répondent peut-être pas à la question.
nothing_found = Aucun mot de cette question ne figure dans les articles.
too_little_found = Les articles ne répondent pas à cette question.
nothing_to_look_up = Cette question ne contient aucun mot à rechercher. Précisez de qui ou de quoi il s’agit.
nearest = Voici les passages les plus proches, à titre indicatif seulement :

## Calm sentences

admins_only = Seuls les administrateurs du bot peuvent faire cela.
failed = Une erreur est survenue. Veuillez réessayer dans un instant.
question_empty = Je ne vois pas de question. Veuillez l’écrire avec des mots.
question_too_long = Cette question est trop longue. Veuillez rester en dessous de { $max } caractères.
nothing_in_message = Ce message ne contient aucun texte à rechercher.

## Help

help = Posez une question avec { $ask }, mentionnez-moi avec votre question ou écrivez-moi en message privé. Je réponds par des citations exactes des articles.

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
language_name = Français
privacy = Confidentialité
privacy_text = Je ne lis que les messages qui me sont adressés et je ne les conserve pas.

## Reload

reloaded = Articles rechargés
reload_failed = Articles non rechargés
reload_failed_text = Les articles n’ont pas pu être chargés. L’édition précédente continue de répondre.
unchanged = Rien n’a changé.
documents_changed = Articles : { $added } en plus, { $changed } modifiés, { $removed } en moins
passages_changed = Passages : { $added } en plus, { $changed } modifiés, { $removed } en moins
took = Chargé en { $time }
problems =
    { $count ->
        [one] { $count } problème
       *[other] { $count } problèmes
    }

## Commands

ask_name = demander
ask_description = Poser une question ; la réponse est une citation des articles
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
find_name = Trouver dans l’article
