## Answers

weak = These are the closest passages; they may not answer the question.
nothing_found = None of the words in this question appear in the articles.
too_little_found = The articles do not answer this question.
nothing_to_look_up = There is nothing in this question to look up. Try naming what it is about.
nearest = The nearest passages, shown only as such:

## Calm sentences

admins_only = Only the bot’s administrators can do that.
failed = Something went wrong. Please try again in a moment.
question_empty = I can’t see a question in that. Please write it in words.
question_too_long = That question is too long. Please keep it under { $max } characters.
nothing_in_message = There is no text in this message to look up.

## Help

help = Ask with { $ask }, mention me with a question, or send me a direct message. I answer with quotes from the articles, word for word.

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
more = and { $count } more

## About

about = I answer questions by quoting a set of articles word for word, and say so when they do not hold the answer.
language_name = English
privacy = Privacy
privacy_text = I read only the messages that are addressed to me, and I do not store them.

## Reload

reloaded = Articles reloaded
reload_failed = Articles not reloaded
reload_failed_text = The articles could not be loaded. The previous edition keeps answering.
unchanged = Nothing has changed.
documents_changed = Articles: { $added } added, { $changed } changed, { $removed } removed
passages_changed = Passages: { $added } added, { $changed } changed, { $removed } removed
took = Loaded in { $time }
problems =
    { $count ->
        [one] { $count } problem
       *[other] { $count } problems
    }

## Commands

ask_name = ask
ask_description = Ask a question; the answer is a quote from the articles
question_name = question
question_description = What you want to know
private_name = private
private_description = Show the answer only to you
sources_name = sources
sources_description = List the articles the answers come from
reload_name = reload
reload_description = Load the articles again (administrators)
about_name = about
about_description = What this bot is and how it works
find_name = Find in the article
