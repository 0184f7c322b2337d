## Answers

weak = Não tenho certeza de que os artigos respondam a esta pergunta.
nothing_found = Nenhuma palavra desta pergunta aparece nos artigos.
too_little_found = Não encontrei resposta para esta pergunta nos artigos.
nothing_to_look_up = Não há nada nesta pergunta que possa ser pesquisado. Tente dizer do que ou de quem se trata.
several_documents = Há vários artigos. Diga o título daquele que lhe interessa.
nothing_about = Não encontrei nada sobre: { $words }
nearest = As seções mais próximas:

## Notices

admins_only = Somente os administradores do bot podem fazer isso.
failed = Algo deu errado. Tente novamente daqui a pouco.
busy = Há muitas perguntas neste momento. Tente novamente daqui a pouco.
cooldown = Você está perguntando rápido demais. Pergunte de novo em { $seconds } s.
question_empty = Não vejo uma pergunta aí. Escreva uma com palavras.
question_too_long = Essa pergunta é longa demais. Use no máximo { $max } caracteres.
nothing_in_message = Não há texto nesta mensagem para pesquisar.
nothing_to_verify = Não há texto aqui para comparar com os artigos.
message_unreadable = Não consigo ler este tipo de mensagem. Copie o texto dela para { $command }.
article_changed = O artigo mudou desde então. Pergunte de novo para ver o que ele diz agora.
not_yours = Só quem fez a pergunta, ou um moderador, pode excluir isto.
answers_off = Não respondo neste canal.
answers_private = As respostas neste canal são privadas. Use { $ask }.
vote_counted = Obrigado, seu voto foi registrado.
managers_only = Somente os membros que gerenciam este canal podem fazer isso.
journal_off = Votos e perguntas não são guardados aqui.
journal_failed = Não foi possível salvar. Tente novamente mais tarde.
edit_off = A edição dos artigos pelo Discord está desativada. Quem mantém o bot pode ativá-la com { $setting }.
download_failed = Não foi possível obter o arquivo do Discord. Tente novamente.

## Below an answer

show_passage = Ver o trecho
back = ‹ Anterior
onward = Próximo ›
which_place = Qual deles você quer?
translate = Traduzir
other_passages = Outros trechos

## Verification

verify_exact = ✅ **Palavra por palavra.** Este texto aparece exatamente assim nos artigos.
verify_typography = ✅ **As mesmas palavras, outra tipografia.** Só mudam detalhes como aspas, travessões ou maiúsculas.
verify_words = ⚠️ **Não é literal.** Todas as palavras aparecem nos artigos, mas com outros sinais ou símbolos, ou como parte de um número ou de uma palavra maior.
verify_part = ⚠️ **Não é literal.** A correspondência mais longa, em negrito, é de { $words } palavras seguidas, de um total de { $of }.
verify_stretch = ⚠️ **Não é literal.** Apenas uma parte deste texto aparece nos artigos; a correspondência mais longa está em negrito.
verify_nowhere = ❌ **Não encontrado.** Este texto não aparece nos artigos.

## Help

help = Pergunte com { $ask }, mencione-me com uma pergunta ou envie uma mensagem direta. Respondo com citações dos artigos, palavra por palavra.
help_on_messages = Em uma mensagem (botão direito ou toque longo): Aplicativos → *{ $find }*, *{ $verify }*

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
loaded = Carregado { $when }
privacy = Privacidade
privacy_text = Leio apenas as mensagens dirigidas a mim, as que alguém pesquisa pelo menu Aplicativos e, onde quem gerencia o canal ativou isso, os títulos das novas postagens do fórum. Nunca armazeno quem perguntou. Perguntas que ficaram sem uma boa resposta podem ser guardadas por algum tempo, sem nome, para que os artigos possam ser completados.
compared_by_meaning = Procuro os trechos de significado mais próximo da pergunta, em qualquer idioma.
compared_by_words = Procuro apenas os trechos que têm palavras em comum com a pergunta.
self_check = Autodiagnóstico
self_check_fine = Está tudo em ordem.
commands_differ = Os comandos registrados no Discord não são os desta versão. Reinicie o bot para atualizá-los.
missing_permissions = Permissões que faltam neste canal: { $permissions }
permissions_elsewhere = Só consigo verificar minhas permissões em um servidor do qual faço parte.
permission_view = Ver canais
permission_send = Enviar mensagens e criar postagens
permission_send_in_threads = Enviar mensagens em tópicos e postagens
permission_embed = Inserir links
permission_history = Ver histórico de mensagens
permission_threads = Criar tópicos públicos

## Reload

reloaded = Artigos recarregados
reload_failed = Artigos não recarregados
reload_failed_text = Não foi possível carregar os artigos. Continuo respondendo com a versão anterior.
unchanged = Nada mudou.
documents_changed =
    Artigos: { $added ->
        [one] { $added } adicionado
       *[other] { $added } adicionados
    }, { $changed ->
        [one] { $changed } alterado
       *[other] { $changed } alterados
    }, { $removed ->
        [one] { $removed } removido
       *[other] { $removed } removidos
    }
passages_changed =
    Trechos: { $added ->
        [one] { $added } adicionado
       *[other] { $added } adicionados
    }, { $changed ->
        [one] { $changed } alterado
       *[other] { $changed } alterados
    }, { $removed ->
        [one] { $removed } removido
       *[other] { $removed } removidos
    }
took = Carregado em { $time }
problems =
    { $count ->
        [one] { $count } problema
       *[other] { $count } problemas
    }
warnings =
    { $count ->
        [one] { $count } aviso
       *[other] { $count } avisos
    }

## The folder

folder = Artigos na pasta
folder_added = { $path } foi adicionado à pasta.
folder_replaced = { $path } foi substituído. A versão anterior está na lixeira.
folder_removed = { $path } foi removido e está na lixeira.
folder_restored = { $path } foi restaurado na pasta.
folder_unchanged = Nada foi alterado
shelf_name_empty = { $name } não é um nome de arquivo válido. Use letras ou números e uma extensão como .md.
shelf_name_ending = { $name } não pode ser um artigo. O nome precisa terminar em uma destas extensões: { $endings }.
shelf_too_large = { $path } tem { $size }, e o máximo é { $limit }. Divida-o em arquivos menores.
shelf_full = A pasta já contém { $limit } arquivos, o máximo. Remova um primeiro.
shelf_no_document = Não há nenhum artigo em { $path }. Corrija o arquivo e tente novamente.
shelf_other_kind = { $name } não pode substituir { $path }, que é outro tipo de arquivo. Remova { $path } e depois adicione { $name }.
shelf_exists = Já existe um arquivo { $path }. Substitua-o ou dê outro nome ao novo.
shelf_not_found = Não há nenhum arquivo { $path } na pasta; { $list } mostra o que há nela.
shelf_not_in_trash = { $id } não está na lixeira; { $list } mostra o que há nela.
shelf_last = { $path } é o último artigo. Adicione outro antes de removê-lo.
shelf_no_folder = Não é possível salvar { $path } porque uma parte do caminho é um arquivo, e não uma pasta. Mova esse arquivo.
shelf_unusable = Não é possível usar a pasta: { $error }
shelf_read_only = Não consigo gravar em { $place }. Dê permissão de gravação ao usuário que executa o programa.
shelf_disk_full = Não há mais espaço no disco de { $place }. Libere espaço e tente novamente.
shelf_failed = Algo deu errado com { $place }: { $error }. Tente novamente e, se falhar outra vez, verifique o disco.
trash = Na lixeira
trash_empty = A lixeira está vazia.
changes = Alterações
changes_none = Nada foi alterado pelo Discord.
change_added = { $who } adicionou { $path }
change_replaced = { $who } substituiu { $path }
change_removed = { $who } removeu { $path }
change_restored = { $who } restaurou { $path }

## Unanswered questions

gaps = Perguntas sem uma boa resposta
gaps_none = Não há nenhuma.
gap_settled = Resolvida: { $question }
gap_gone = Essa pergunta não está na lista.
votes = O que os leitores acharam dos trechos
votes_none = Nenhum voto ainda.

## Settings of a channel

settings = Configurações deste canal
mode_off = Desativado
mode_commands = Somente comandos
mode_mentions = Comandos e menções
mode_forum = Comandos, menções e títulos de novas postagens do fórum
place_here = No canal
place_thread = Em um tópico
answers_for_all = Visíveis para todos
answers_for_asker = Visíveis só para quem pergunta

## Why

why = Por que esta resposta
why_nothing = Não me lembro de nenhuma resposta neste canal. Informe uma pergunta.
confidence = Confiança
terms_found = Palavras do melhor trecho
terms_missing = Palavras que não estão nele
words_matched = Palavra mais próxima nesse trecho
words_unmatched = Sem correspondência: { $words }
nothing_in_list = –

## Putting together

list_separator = { ", " }
two_sentences = { $first } { $second }
named_value = { $name }: { $value }
percentage = { $value }%
decimal_mark = { "," }
paragraph = parágrafo { $number }
paragraph_of = parágrafo { $number } de { $all }
paragraphs_of = parágrafos { $first }–{ $last } de { $all }
size_bytes = { $count } B
size_kib = { $count } KiB
time_ms = { $count } ms
time_s = { $count } s
age_moments = há menos de um minuto
age_minutes = há { $count } min
age_hours = há { $count } h
age_days =
    { $count ->
        [one] há { $count } dia
       *[other] há { $count } dias
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
find_name = Buscar nos artigos
verify_name = verificar
verify_description = Verificar se uma citação aparece nos artigos palavra por palavra
text_name = texto
text_description = A citação a verificar
verify_message_name = Verificar esta citação
help_name = ajuda
help_description = Como perguntar e todos os comandos
knowledge_name = conhecimento
knowledge_description = A pasta dos artigos (administradores)
list_name = lista
list_description = Listar o que há na pasta e na lixeira
show_name = mostrar
show_description = Obter um artigo como arquivo
add_name = adicionar
add_description = Adicionar um novo artigo à pasta
replace_name = substituir
replace_description = Substituir um artigo por um novo arquivo
remove_name = remover
remove_description = Mover um artigo para a lixeira
restore_name = restaurar
restore_description = Recuperar um artigo da lixeira
history_name = histórico
history_description = Quem alterou o quê, e quando
file_name = arquivo
file_description = Um arquivo .md, .txt ou .html
path_name = artigo
path_description = O caminho do artigo na pasta
removed_name = removido
removed_description = O artigo removido
gaps_name = lacunas
gaps_description = Perguntas sem uma boa resposta (administradores)
gaps_list_name = lista
gaps_list_description = As perguntas, da mais à menos frequente
gaps_export_name = exportar
gaps_export_description = Todas as perguntas em uma tabela (CSV)
gaps_settle_name = resolver
gaps_settle_description = Tirar uma pergunta da lista
gaps_votes_name = votos
gaps_votes_description = Quais trechos os leitores acharam úteis ou não
number_name = número
number_description = O número da pergunta na lista
settings_name = configurações
settings_description = Quando e como respondo neste canal
mode_name = respostas
mode_description = A que respondo aqui
place_name = local
place_description = Onde respondo às menções
visibility_name = visibilidade
visibility_description = Quem vê as respostas aos comandos
why_name = por-quê
why_description = Em que se baseia a última resposta (administradores)
why_question_description = Uma pergunta a explicar em vez da última
