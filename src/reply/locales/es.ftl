## Answers

weak = Estos son los pasajes más cercanos; puede que no respondan a la pregunta.
nothing_found = Ninguna palabra de esta pregunta aparece en los artículos.
too_little_found = Los artículos no responden a esta pregunta.
nothing_to_look_up = Esta pregunta no contiene ninguna palabra que buscar. Intenta decir de qué o de quién trata.
nearest = Los pasajes más cercanos, solo a título orientativo:

## Calm sentences

admins_only = Solo los administradores del bot pueden hacer eso.
failed = Algo ha salido mal. Vuelve a intentarlo en un momento.
question_empty = No veo ninguna pregunta. Escríbela con palabras.
question_too_long = Esa pregunta es demasiado larga. No debe superar los { $max } caracteres.
nothing_in_message = Este mensaje no contiene texto que buscar.

## Help

help = Pregunta con { $ask }, mencióname con una pregunta o escríbeme un mensaje directo. Respondo con citas de los artículos, palabra por palabra.

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
language_name = Español
privacy = Privacidad
privacy_text = Solo leo los mensajes que se dirigen a mí y no los guardo.

## Reload

reloaded = Artículos recargados
reload_failed = Artículos no recargados
reload_failed_text = No se han podido cargar los artículos. La edición anterior sigue respondiendo.
unchanged = Nada ha cambiado.
documents_changed = Artículos: { $added } más, { $changed } con cambios, { $removed } menos
passages_changed = Pasajes: { $added } más, { $changed } con cambios, { $removed } menos
took = Cargado en { $time }
problems =
    { $count ->
        [one] { $count } problema
       *[other] { $count } problemas
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
find_name = Buscar en el artículo
