## Answers

weak = I’m not sure that the articles answer this question.
nothing_found = None of the words in this question appear in the articles.
too_little_found = I found no answer to this question in the articles.
nothing_to_look_up = There’s nothing in this question I can look up. Try naming the topic.
several_documents = There are several articles. Name the one you mean by its title.
nothing_about = I found nothing about: { $words }
nearest = These sections come closest:

## Notices

admins_only = Only the bot’s administrators can do that.
failed = Something went wrong. Please try again in a moment.
busy = Many people are asking at the moment. Please try again shortly.
cooldown = That was quick. You can ask again in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }.
question_empty = I can’t see a question in that. Please write one in words.
question_too_long = That question is too long. Please use at most { $max } characters.
nothing_in_message = There is no text in this message to look up.
nothing_to_verify = There is no text here to compare with the articles.
message_unreadable = I can’t read this kind of message. Copy its text into { $command }.
article_changed = The article has changed since then. Ask again to see what it says now.
not_yours = Only the person who asked, or a moderator, can delete this.
answers_off = I don’t answer in this channel.
answers_private = Answers in this channel are private. Please use { $ask }.
vote_counted = Thanks, your vote was counted.
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

verify_exact = ✅ **Word for word.** The articles have exactly this text.
verify_typography = ✅ **Same words, different typography.** Only details such as quotation marks, dashes or capitals differ.
verify_words = ⚠️ **Not word for word.** All the words are in the articles, but with different punctuation or symbols, or as part of a longer number or word.
verify_part = ⚠️ **Not word for word.** The longest match, in bold, is { $words } words in a row, out of { $of }.
verify_stretch = ⚠️ **Not word for word.** Only part of this text is in the articles; the longest match is in bold.
verify_nowhere = ❌ **Not found.** This text does not appear in the articles.

## Help

help = Ask with { $ask }, mention me with a question, or send me a direct message. I answer with quotes from the articles, word for word.
help_on_messages = On a message (right-click or long-press): Apps → *{ $find }*, *{ $verify }*

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

about = I answer questions by quoting a set of articles word for word, and tell you when the answer isn’t in them.
loaded = Loaded { $when }
privacy = Privacy
privacy_text = I read only messages addressed to me, messages that someone looks up from the Apps menu and, where a channel’s managers have turned it on, the titles of new forum posts. I never store who asked. Questions that I could not answer well may be kept for a while, without a name, so that the articles can be completed.
compared_by_meaning = I look for the passages closest in meaning to the question, in any language.
compared_by_words = I look only for passages that share words with the question.
self_check = Self-check
self_check_fine = Everything is as it should be.
commands_differ = The commands on Discord are out of date. Restart the bot to update them.
missing_permissions = Missing permissions in this channel: { $permissions }
permissions_elsewhere = I can only check my permissions in a server that I’m in.
permission_view = View Channels
permission_send = Send Messages and Create Posts
permission_send_in_threads = Send Messages in Threads and Posts
permission_embed = Embed Links
permission_history = Read Message History
permission_threads = Create Public Threads

## Reload

reloaded = Articles reloaded
reload_failed = Articles not reloaded
reload_failed_text = The articles could not be loaded. I keep answering from the previous version.
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
folder_added = { $path } was added to the folder.
folder_replaced = { $path } was replaced. The previous version is in the trash.
folder_removed = { $path } was removed and is in the trash.
folder_restored = { $path } was restored to the folder.
folder_unchanged = Nothing was changed
shelf_name_empty = { $name } is not a valid file name. Use letters or digits, and an ending such as .md.
shelf_name_ending = { $name } can’t be an article. Its name has to end in one of { $endings }.
shelf_too_large = { $path } is { $size }; the limit is { $limit }. Split it into smaller files.
shelf_full = The folder already holds { $limit } files, the maximum. Remove one first.
shelf_no_document = There is no article in { $path }. Correct the file and try again.
shelf_other_kind = { $name } can’t replace { $path }: it is a different type of file. Remove { $path }, then add { $name }.
shelf_exists = There is a file { $path } already. Replace it, or give the new one another name.
shelf_not_found = There is no file { $path } in the folder; { $list } shows what is there.
shelf_not_in_trash = { $id } is not in the trash; { $list } shows what is there.
shelf_last = { $path } is the last article. Add another one before you remove it.
shelf_no_folder = { $path } can’t be saved because part of its path is a file, not a folder. Move that file.
shelf_unusable = The folder can’t be used: { $error }
shelf_read_only = I can’t write to { $place }. Give write access to the user that runs the program.
shelf_disk_full = The disk that holds { $place } is full. Free up some space and try again.
shelf_failed = Something went wrong with { $place }: { $error }. Try again, and check the disk if it fails again.
trash = In the trash
trash_empty = The trash is empty.
changes = Changes
changes_none = Nothing has been changed from Discord.
change_added = { $who } added { $path }
change_replaced = { $who } replaced { $path }
change_removed = { $who } removed { $path }
change_restored = { $who } restored { $path }

## Unanswered questions

gaps = Questions without a good answer
gaps_none = There are none.
gap_settled = Resolved: { $question }
gap_gone = There is no such question in the list.
votes = How readers rated the passages
votes_none = No votes yet.

## Settings of a channel

settings = Settings of this channel
mode_off = Off
mode_commands = Commands only
mode_mentions = Commands and mentions
mode_forum = Commands, mentions and new forum posts
place_here = In the channel
place_thread = In a thread
answers_for_all = Visible to everyone
answers_for_asker = Visible only to the person who asks

## Why

why = Why this answer
why_nothing = I don’t remember an answer in this channel. Give me a question to explain.
confidence = Confidence
terms_found = Found in the best passage
terms_missing = Not found there
words_matched = Closest word in that passage
words_unmatched = No match: { $words }
nothing_in_list = –

## Putting together

list_separator = { ", " }
two_sentences = { $first } { $second }
named_value = { $name }: { $value }
percentage = { $value }%
decimal_mark = { "." }
paragraph = paragraph { $number }
paragraph_of = paragraph { $number } of { $all }
paragraphs_of = paragraphs { $first }–{ $last } of { $all }
size_bytes = { $count } B
size_kib = { $count } KiB
time_ms = { $count } ms
time_s = { $count } s
age_moments = less than a minute ago
age_minutes = { $count } min ago
age_hours = { $count } h ago
age_days =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
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
replace_description = Replace an article with a new file
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
gaps_settle_name = resolve
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
why_question_description = A question to explain instead of the last one
