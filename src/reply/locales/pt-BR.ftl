## Answers

weak = Estes são os trechos mais próximos; talvez não respondam à pergunta.
nothing_found = Nenhuma palavra desta pergunta aparece nos artigos.
too_little_found = Os artigos não respondem a esta pergunta.
nothing_to_look_up = Não há nada nesta pergunta que possa ser pesquisado. Tente dizer do que ou de quem se trata.
nearest = Os trechos mais próximos, apenas como referência:

## Calm sentences

admins_only = Somente os administradores do bot podem fazer isso.
failed = Algo deu errado. Tente novamente daqui a pouco.
question_empty = Não vejo uma pergunta aí. Escreva-a com palavras.
question_too_long = Essa pergunta é longa demais. Use menos de { $max } caracteres.
nothing_in_message = Não há texto nesta mensagem para pesquisar.

## Help

help = Pergunte com { $ask }, mencione-me com uma pergunta ou envie uma mensagem direta. Respondo com citações dos artigos, palavra por palavra.

## Sources

sources = Fontes
documents =
    { $count ->
        [one] { $count } artigo
       *[other] { $count } artigos
    }
passages =
    { $count ->
        [one] { $count } trecho
       *[other] { $count } trechos
    }
more = e mais { $count }

## About

about = Respondo a perguntas citando um conjunto de artigos palavra por palavra e aviso quando a resposta não está neles.
language_name = Português
privacy = Privacidade
privacy_text = Leio apenas as mensagens dirigidas a mim e não as armazeno.

## Reload

reloaded = Artigos recarregados
reload_failed = Artigos não recarregados
reload_failed_text = Não foi possível carregar os artigos. A edição anterior continua respondendo.
unchanged = Nada mudou.
documents_changed = Artigos: { $added } a mais, { $changed } com alterações, { $removed } a menos
passages_changed = Trechos: { $added } a mais, { $changed } com alterações, { $removed } a menos
took = Carregado em { $time }
problems =
    { $count ->
        [one] { $count } problema
       *[other] { $count } problemas
    }

## Commands

ask_name = perguntar
ask_description = Faça uma pergunta; a resposta é uma citação dos artigos
question_name = pergunta
question_description = O que você quer saber
private_name = privado
private_description = Mostrar a resposta só para você
sources_name = fontes
sources_description = Listar os artigos de onde vêm as respostas
reload_name = recarregar
reload_description = Carregar os artigos novamente (administradores)
about_name = sobre
about_description = O que é este bot e como ele funciona
find_name = Encontrar no artigo
