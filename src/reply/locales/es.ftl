## Answers

weak = No estoy seguro de que los artículos respondan a esta pregunta.
nothing_found = Ninguna palabra de esta pregunta aparece en los artículos.
too_little_found = No encontré ninguna respuesta a esta pregunta en los artículos.
nothing_to_look_up = Esta pregunta no contiene ninguna palabra que buscar. Intenta decir de qué o de quién trata.
several_documents = Hay varios artículos. Indica el título del que te interesa.
nothing_about = No encontré nada sobre: { $words }
nearest = Las secciones más cercanas:

## Notices

admins_only = Solo los administradores del bot pueden hacer eso.
failed = Algo salió mal. Vuelve a intentarlo en un momento.
busy = Ahora mismo hay muchas preguntas. Vuelve a intentarlo en un momento.
cooldown = Vas muy deprisa. Podrás volver a preguntar en { $seconds } s.
question_empty = No veo ninguna pregunta. Escribe una con palabras.
question_too_long = Esa pregunta es demasiado larga. No debe superar los { $max } caracteres.
nothing_in_message = Este mensaje no contiene texto que buscar.
nothing_to_verify = Aquí no hay texto que comparar con los artículos.
message_unreadable = No puedo leer este tipo de mensaje. Copia su texto en { $command }.
article_changed = El artículo cambió desde entonces. Vuelve a preguntar para ver qué dice ahora.
not_yours = Solo quien hizo la pregunta, o un moderador, puede eliminar esto.
answers_off = No respondo en este canal.
answers_private = En este canal las respuestas son privadas. Usa { $ask }.
vote_counted = Gracias, tu voto quedó registrado.
managers_only = Solo los miembros que gestionan este canal pueden hacer eso.
journal_off = Aquí no se guardan ni los votos ni las preguntas.
journal_failed = No se pudo guardar. Vuelve a intentarlo más tarde.
edit_off = La edición de los artículos desde Discord está desactivada. Quien administra el bot puede activarla con { $setting }.
download_failed = No se pudo obtener el archivo de Discord. Vuelve a intentarlo.

## Below an answer

show_passage = Ver el pasaje
back = ‹ Anterior
onward = Siguiente ›
which_place = ¿A cuál te refieres?
translate = Traducir
other_passages = Otros pasajes

## Verification

verify_exact = ✅ **Palabra por palabra.** Este texto aparece exactamente así en los artículos.
verify_typography = ✅ **Las mismas palabras, otra tipografía.** Solo cambian detalles como las comillas, los guiones o las mayúsculas.
verify_words = ⚠️ **No es literal.** Todas las palabras aparecen en los artículos, pero con otros signos o símbolos, o como parte de un número o de una palabra más largos.
verify_part = ⚠️ **No es literal.** La coincidencia más larga, en negrita, es de { $words } palabras consecutivas sobre un total de { $of }.
verify_stretch = ⚠️ **No es literal.** Solo una parte de este texto aparece en los artículos; la coincidencia más larga está en negrita.
verify_nowhere = ❌ **No encontrado.** Este texto no aparece en los artículos.

## Help

help = Pregunta con { $ask }, mencióname con una pregunta o escríbeme un mensaje directo. Respondo con citas de los artículos, palabra por palabra.
help_on_messages = En un mensaje (clic derecho o pulsación larga): Aplicaciones → *{ $find }*, *{ $verify }*

## Sources

sources = Fuentes
documents =
    { $count ->
        [one] { $count } artículo
       *[other] { $count } artículos
    }
passages =
    { $count ->
        [one] { $count } pasaje
       *[other] { $count } pasajes
    }
more = y { $count } más

## About

about = Respondo a preguntas citando palabra por palabra un conjunto de artículos, y lo digo cuando la respuesta no está en ellos.
loaded = Cargado { $when }
privacy = Privacidad
privacy_text = Solo leo los mensajes dirigidos a mí, los que alguien consulta desde el menú Aplicaciones y, donde quien gestiona el canal lo ha activado, los títulos de las nuevas publicaciones de los foros. Nunca guardo quién preguntó. Las preguntas que se quedaron sin una buena respuesta pueden conservarse un tiempo, sin nombre, para poder completar los artículos.
compared_by_meaning = Busco los pasajes cuyo significado se acerca más a la pregunta, en cualquier idioma.
compared_by_words = Busco solo los pasajes que comparten palabras con la pregunta.
self_check = Autodiagnóstico
self_check_fine = Todo está en orden.
commands_differ = Los comandos registrados en Discord no son los de esta versión. Reinicia el bot para actualizarlos.
missing_permissions = Permisos que faltan en este canal: { $permissions }
permissions_elsewhere = Solo puedo comprobar mis permisos en un servidor del que formo parte.
permission_view = Ver canales
permission_send = Enviar mensajes y crear publicaciones
permission_send_in_threads = Enviar mensajes en hilos y publicaciones
permission_embed = Insertar enlaces
permission_history = Leer el historial de mensajes
permission_threads = Crear hilos públicos

## Reload

reloaded = Artículos recargados
reload_failed = Artículos no recargados
reload_failed_text = No se pudieron cargar los artículos. Sigo respondiendo con la versión anterior.
unchanged = No cambió nada.
documents_changed =
    Artículos: { $added ->
        [one] { $added } añadido
       *[other] { $added } añadidos
    }, { $changed ->
        [one] { $changed } modificado
       *[other] { $changed } modificados
    }, { $removed ->
        [one] { $removed } eliminado
       *[other] { $removed } eliminados
    }
passages_changed =
    Pasajes: { $added ->
        [one] { $added } añadido
       *[other] { $added } añadidos
    }, { $changed ->
        [one] { $changed } modificado
       *[other] { $changed } modificados
    }, { $removed ->
        [one] { $removed } eliminado
       *[other] { $removed } eliminados
    }
took = Cargado en { $time }
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

folder = Artículos de la carpeta
folder_added = { $path } se añadió a la carpeta.
folder_replaced = { $path } se reemplazó. La versión anterior está en la papelera.
folder_removed = { $path } se eliminó y está en la papelera.
folder_restored = { $path } se restauró en la carpeta.
folder_unchanged = No se cambió nada
shelf_name_empty = { $name } no es un nombre de archivo válido. Usa letras o números y una extensión como .md.
shelf_name_ending = { $name } no puede ser un artículo. Su nombre debe terminar en una de estas extensiones: { $endings }.
shelf_too_large = { $path } ocupa { $size } y el máximo es { $limit }. Divídelo en archivos más pequeños.
shelf_full = La carpeta ya contiene { $limit } archivos, el máximo. Elimina uno primero.
shelf_no_document = No hay ningún artículo en { $path }. Corrige el archivo y vuelve a intentarlo.
shelf_other_kind = { $name } no puede reemplazar a { $path }, que es otro tipo de archivo. Elimina { $path } y luego añade { $name }.
shelf_exists = Ya hay un archivo { $path }. Reemplázalo o ponle otro nombre al nuevo.
shelf_not_found = No hay ningún archivo { $path } en la carpeta; { $list } muestra lo que hay.
shelf_not_in_trash = { $id } no está en la papelera; { $list } muestra lo que hay.
shelf_last = { $path } es el último artículo. Añade otro antes de eliminarlo.
shelf_no_folder = No se puede guardar { $path } porque una parte de su ruta es un archivo y no una carpeta. Mueve ese archivo.
shelf_unusable = No se puede usar la carpeta: { $error }
shelf_read_only = No puedo escribir en { $place }. Da permiso de escritura al usuario que ejecuta el programa.
shelf_disk_full = No queda espacio en el disco de { $place }. Libera espacio y vuelve a intentarlo.
shelf_failed = Algo falló con { $place }: { $error }. Vuelve a intentarlo y, si falla otra vez, revisa el disco.
trash = En la papelera
trash_empty = La papelera está vacía.
changes = Cambios
changes_none = No se cambió nada desde Discord.
change_added = { $who } añadió { $path }
change_replaced = { $who } reemplazó { $path }
change_removed = { $who } eliminó { $path }
change_restored = { $who } restauró { $path }

## Unanswered questions

gaps = Preguntas sin una buena respuesta
gaps_none = No hay ninguna.
gap_settled = Resuelta: { $question }
gap_gone = Esa pregunta no está en la lista.
votes = Valoración de los pasajes por los lectores
votes_none = Todavía no hay votos.

## Settings of a channel

settings = Ajustes de este canal
mode_off = Desactivado
mode_commands = Solo comandos
mode_mentions = Comandos y menciones
mode_forum = Comandos, menciones y títulos de nuevas publicaciones de los foros
place_here = En el canal
place_thread = En un hilo
answers_for_all = Visibles para todo el mundo
answers_for_asker = Visibles solo para quien pregunta

## Why

why = Por qué esta respuesta
why_nothing = No recuerdo ninguna respuesta en este canal. Indica una pregunta.
confidence = Confianza
terms_found = Palabras del mejor pasaje
terms_missing = Palabras que no están en él
words_matched = Palabra más cercana en ese pasaje
words_unmatched = Sin equivalente: { $words }
nothing_in_list = –

## Putting together

list_separator = { ", " }
two_sentences = { $first } { $second }
named_value = { $name }: { $value }
percentage = { $value } %
decimal_mark = { "," }
paragraph = párrafo { $number }
paragraph_of = párrafo { $number } de { $all }
paragraphs_of = párrafos { $first }–{ $last } de { $all }
size_bytes = { $count } B
size_kib = { $count } KiB
time_ms = { $count } ms
time_s = { $count } s
age_moments = hace menos de un minuto
age_minutes = hace { $count } min
age_hours = hace { $count } h
age_days =
    { $count ->
        [one] hace { $count } día
       *[other] hace { $count } días
    }

## Commands

ask_name = preguntar
ask_description = Haz una pregunta; la respuesta es una cita de los artículos
question_name = pregunta
question_description = Lo que quieres saber
private_name = privado
private_description = Mostrar la respuesta solo para ti
sources_name = fuentes
sources_description = Ver los artículos de los que salen las respuestas
reload_name = recargar
reload_description = Volver a cargar los artículos (administradores)
about_name = acerca-de
about_description = Qué es este bot y cómo funciona
find_name = Buscar en los artículos
verify_name = verificar
verify_description = Comprobar si una cita aparece palabra por palabra en los artículos
text_name = texto
text_description = La cita que quieres comprobar
verify_message_name = Verificar esta cita
help_name = ayuda
help_description = Cómo preguntar y todos los comandos
knowledge_name = conocimientos
knowledge_description = La carpeta de los artículos (administradores)
list_name = lista
list_description = Ver qué hay en la carpeta y en la papelera
show_name = mostrar
show_description = Obtener un artículo como archivo
add_name = añadir
add_description = Añadir un artículo nuevo a la carpeta
replace_name = reemplazar
replace_description = Reemplazar un artículo por un archivo nuevo
remove_name = eliminar
remove_description = Mover un artículo a la papelera
restore_name = restaurar
restore_description = Recuperar un artículo de la papelera
history_name = historial
history_description = Quién cambió qué, y cuándo
file_name = archivo
file_description = Un archivo .md, .txt o .html
path_name = artículo
path_description = La ruta del artículo en la carpeta
removed_name = eliminado
removed_description = El artículo eliminado
gaps_name = lagunas
gaps_description = Preguntas sin una buena respuesta (administradores)
gaps_list_name = lista
gaps_list_description = Las preguntas, de la más a la menos frecuente
gaps_export_name = exportar
gaps_export_description = Todas las preguntas en una tabla (CSV)
gaps_settle_name = resolver
gaps_settle_description = Quitar una pregunta de la lista
gaps_votes_name = votos
gaps_votes_description = Qué pasajes resultaron útiles a los lectores y cuáles no
number_name = número
number_description = El número de la pregunta en la lista
settings_name = ajustes
settings_description = Cuándo y cómo respondo en este canal
mode_name = respuestas
mode_description = A qué respondo aquí
place_name = lugar
place_description = Dónde respondo a las menciones
visibility_name = visibilidad
visibility_description = Quién ve las respuestas a los comandos
why_name = por-qué
why_description = En qué se basa la última respuesta (administradores)
why_question_description = Una pregunta que explicar en lugar de la última
