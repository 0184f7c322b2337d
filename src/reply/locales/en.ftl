## Answers

weak = These are the closest passages; they may not answer the question.
nothing_found = None of the words in this question appear in the articles.
too_little_found = The articles do not answer this question.
nothing_to_look_up = There is nothing in this question to look up. Try naming what it is about.
several_documents = There are several articles. Name the one you mean by its title.
nothing_about = I found nothing about: { $words }
nearest = The nearest passages, shown only as such:

## Calm sentences

admins_only = Only the bot’s administrators can do that.
failed = Something went wrong. Please try again in a moment.
busy = Many people are asking at the moment. Please try again shortly.
cooldown = That was quick. You can ask again in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }.
question_empty = I can’t see a question in that. Please write it in words.
question_too_long = That question is too long. Please keep it under { $max } characters.
nothing_in_message = There is no text in this message to look up.
nothing_to_verify = There is no text here to compare with the articles.
message_unreadable = I cannot read this kind of message. Copy its words into { $command }.
edition_changed = The article has changed since then. Ask again to see what it says now.
not_yours = Only the person who asked, or a moderator, can delete this.
answers_off = I don’t answer in this channel.
answers_private = Answers in this channel are private. Please use { $ask }.
vote_counted = Thank you, that was counted.
managers_only = Only members who manage this channel can do that.
journal_off = Votes and questions are not kept here.
journal_failed = That could not be saved. Please try again later.
edit_off = Changing the articles from Discord is switched off. Whoever runs the bot can switch it on with { $setting }.
download_failed = The file could not be fetched from Discord. Please try again.

## Below an answer

show_passage = Show passage
back = ‹ Back
onward = Next ›
which_place = Which one do you mean?
translate = Translate
other_passages = Other passages

## Verification

verify_exact = ✅ These words appear in the articles exactly like this.
verify_typography = ✅ These words appear in the articles; only the typography differs.
verify_words = ⚠️ All these words appear in the articles, but with other marks or symbols, or as part of a longer number or word.
verify_part = ⚠️ The longest match is { $words } words in a row, out of { $of }.
verify_stretch = ⚠️ Only part of this text appears in the articles; the longest match is shown in bold.
verify_nowhere = ❌ These words do not appear in the articles.

## Help

help = Ask with { $ask }, mention me with a question, or send me a direct message. I answer with quotes from the articles, word for word.
help_on_messages = On a message: Apps → *{ $find }*, *{ $verify }*

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
loaded = Loaded { $when }
privacy = Privacy
privacy_text = I read only what is addressed to me and, where a manager has switched that on, the titles of new forum posts. I never store who asked. Questions that had no answer may be kept for a while, without a name, so that the articles can be completed.
compared_by_meaning = Questions are compared by meaning, in any language.
compared_by_words = Questions are compared by words alone.
self_check = Self-check
self_check_fine = Everything is as it should be.
commands_differ = The commands registered with Discord differ from this version’s. Restarting the bot registers them again.
missing_permissions = Missing in this channel: { $permissions }
permissions_elsewhere = Permissions are told in a server that I am in.
permission_view = View Channels
permission_send = Send Messages
permission_send_in_threads = Send Messages in Threads
permission_embed = Embed Links
permission_history = Read Message History
permission_threads = Create Public Threads

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
warnings =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }

## The folder

folder = Articles in the folder
folder_added = { $path } is in the folder now.
folder_replaced = { $path } was replaced. What stood there before is in the trash.
folder_removed = { $path } was removed and is in the trash.
folder_restored = { $path } is back in the folder.
folder_unchanged = Nothing was changed
shelf_name_empty = { $name } is no name for a file. Use letters or digits, and an ending such as .md.
shelf_name_ending = { $name } cannot be an article. Its name has to end in one of { $endings }.
shelf_too_large = { $path } has { $size }, and { $limit } are the most. Divide it into smaller files.
shelf_full = The folder holds { $limit } files already, which is the most. Remove one first.
shelf_no_document = There is no article in { $path }. Correct the file and try again.
shelf_other_kind = { $name } cannot take the place of { $path }, which is another kind of file. Remove that one and add this one.
shelf_exists = There is a file { $path } already. Replace it, or give the new one another name.
shelf_not_found = There is no file { $path } in the folder. The list says which there are.
shelf_not_in_trash = There is no { $id } in the trash. The list says what is there.
shelf_last = { $path } is the last article. Add another one before you remove it.
shelf_no_folder = { $path } cannot be stored because a part of its path is no folder. Move that away.
shelf_unusable = The folder cannot be used: { $error }
shelf_read_only = { $place } cannot be written in. Allow the user that runs the program to write there.
shelf_disk_full = There is no room left on the disk of { $place }. Free some and try again.
shelf_failed = Something went wrong with { $place }: { $error }. Try again, and look at the disk if it fails again.
trash = In the trash
trash_empty = The trash is empty.
changes = Changes
changes_none = Nothing has been changed from Discord.
change_added = { $who } added { $path }
change_replaced = { $who } replaced { $path }
change_removed = { $who } removed { $path }
change_restored = { $who } restored { $path }

## What is missing

gaps = Questions without a good answer
gaps_none = There are none.
gap_settled = Settled: { $question }
gap_gone = There is no such question in the list.
votes = What readers said of the passages
votes_none = No votes yet.

## Settings of a channel

settings = Settings of this channel
mode_off = Off
mode_commands = Commands only
mode_mentions = Commands and mentions
mode_forum = Titles of new forum posts, too
place_here = In the channel
place_thread = In a thread
answers_for_all = For everybody to see
answers_for_asker = For the asker only

## Why

why = Why this answer
why_nothing = There is no answer in this channel that I remember. Name a question.
confidence = Confidence
terms_found = Found in the best passage
terms_missing = Not found there
words_matched = Closest word in that passage
words_unmatched = No match: { $words }
nothing_in_list = –

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
find_name = Find in the articles
verify_name = verify
verify_description = Check whether a quote appears in the articles word for word
text_name = text
text_description = The quote to check
verify_message_name = Verify this quote
help_name = help
help_description = How to ask, and all commands
knowledge_name = knowledge
knowledge_description = The folder of articles (administrators)
list_name = list
list_description = List what is in the folder and in the trash
show_name = show
show_description = Get an article as a file
add_name = add
add_description = Put a new article into the folder
replace_name = replace
replace_description = Put a new text in an article’s place
remove_name = remove
remove_description = Move an article to the trash
restore_name = restore
restore_description = Bring an article back from the trash
history_name = history
history_description = Who changed what, and when
file_name = file
file_description = A .md, .txt or .html file
path_name = article
path_description = The article’s path in the folder
removed_name = removed
removed_description = The removed article
gaps_name = gaps
gaps_description = Questions without a good answer (administrators)
gaps_list_name = list
gaps_list_description = The questions, most asked first
gaps_export_name = export
gaps_export_description = All questions as a table (CSV)
gaps_settle_name = settle
gaps_settle_description = Take a question off the list
gaps_votes_name = votes
gaps_votes_description = Which passages readers found helpful or not
number_name = number
number_description = The question’s number in the list
settings_name = settings
settings_description = When and how I answer in this channel
mode_name = answer
mode_description = What I answer here
place_name = place
place_description = Where I answer mentions
visibility_name = visibility
visibility_description = Who sees the answers to commands
why_name = why
why_description = What the last answer is based on (administrators)
why_question_description = Another question to explain
