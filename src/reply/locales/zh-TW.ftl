## Answers

weak = 我不確定文章是否回答了這個問題。
nothing_found = 文章中沒有出現這個問題裡的任何詞語。
too_little_found = 我在文章中沒有找到這個問題的答案。
nothing_to_look_up = 這個問題裡沒有可以查詢的詞語。請說明您問的是什麼。
several_documents = 有多篇文章。請用標題說明您想了解哪一篇。
nothing_about = 沒有找到與以下詞語有關的內容：{ $words }
nearest = 最接近的章節：

## Notices

admins_only = 只有機器人的管理員才能執行這項操作。
failed = 發生了一點問題，請稍後再試。
busy = 目前提問的人較多，請稍後再試。
cooldown = 提問太頻繁了，請在 { $seconds } 秒後再問。
question_empty = 沒有看到問題，請用文字寫出來。
question_too_long = 問題太長了，請控制在 { $max } 個字元以內。
nothing_in_message = 這則訊息裡沒有可以查詢的文字。
nothing_to_verify = 這裡沒有可以與文章比對的文字。
message_unreadable = 我無法讀取這類訊息。請把其中的文字複製到 { $command }。
article_changed = 文章之後有了更動。請重新提問，查看現在的內容。
not_yours = 只有提問者或版主才能刪除。
answers_off = 我不在這個頻道回答問題。
answers_private = 這個頻道裡的回答是私人的，請使用 { $ask }。
vote_counted = 謝謝，您的評價已記錄。
managers_only = 只有管理此頻道的成員才能執行這項操作。
journal_off = 這裡不儲存評價和問題。
journal_failed = 無法儲存，請稍後再試。
edit_off = 透過 Discord 更改文章的功能已關閉。機器人的營運者可以用 { $setting } 開啟。
download_failed = 無法從 Discord 取得檔案，請再試一次。

## Below an answer

show_passage = 查看段落
back = ‹ 上一段
onward = 下一段 ›
which_place = 您指的是哪一個？
translate = 翻譯
other_passages = 其他段落

## Verification

verify_exact = ✅ **一字不差。**文章中的原文就是這樣。
verify_typography = ✅ **文字相同，排版不同。**只有引號、破折號或大小寫等細節不同。
verify_words = ⚠️ **並非一字不差。**這些詞都出自文章，但標點或符號不同，或者只是更長的數字或詞語的一部分。
verify_part = ⚠️ **並非一字不差。**這段文字共 { $of } 個詞，最長的一致部分（粗體）是連續 { $words } 個詞。
verify_stretch = ⚠️ **並非一字不差。**文章中只有這段文字的一部分，最長的一致部分以粗體顯示。
verify_nowhere = ❌ **未找到。**文章中沒有這段文字。

## Help

help = 您可以用 { $ask } 提問，也可以提及我並寫下問題，或傳私人訊息給我。我會逐字引用文章來回答。
help_on_messages = 在訊息上按右鍵或長按：應用程式 → *{ $find }*、*{ $verify }*

## Sources

sources = 來源
documents = { $count } 篇文章
passages = { $count } 個段落
more = 另有 { $count } 項

## About

about = 我逐字引用一組文章來回答問題；如果文章裡沒有答案，我會如實說明。
loaded = 載入時間：{ $when }
privacy = 隱私
privacy_text = 我只讀取傳給我的訊息，以及有人透過「應用程式」選單查詢的訊息；在頻道管理者開啟了相應設定的地方，還會讀取論壇新貼文的標題。我從不儲存提問者是誰。沒有得到滿意回答的問題可能會以不記名的方式保留一段時間，以便補充文章。
compared_by_meaning = 我依語意尋找與問題最接近的段落，不限語言。
compared_by_words = 我只尋找與問題有相同詞語的段落。
self_check = 自我檢查
self_check_fine = 一切正常。
commands_differ = Discord 上的指令與此版本不一致。重新啟動機器人即可重新註冊。
missing_permissions = 在此頻道缺少的權限：{ $permissions }
permissions_elsewhere = 我只能在我加入的伺服器中檢查自己的權限。
permission_view = 檢視頻道
permission_send = 傳送訊息和建立貼文
permission_send_in_threads = 在討論串和貼文中傳送訊息
permission_embed = 嵌入連結
permission_history = 讀取訊息歷史
permission_threads = 建立公開討論串

## Reload

reloaded = 文章已重新載入
reload_failed = 文章未能重新載入
reload_failed_text = 無法載入文章。我會繼續用先前的版本回答。
unchanged = 沒有變更。
documents_changed = 文章：新增 { $added }，更改 { $changed }，移除 { $removed }
passages_changed = 段落：新增 { $added }，更改 { $changed }，移除 { $removed }
took = 載入耗時：{ $time }
problems = { $count } 個問題
warnings = { $count } 個警告

## The folder

folder = 資料夾中的文章
folder_added = { $path } 已加入資料夾。
folder_replaced = 已取代 { $path }，先前的版本在資源回收筒中。
folder_removed = { $path } 已移除並移至資源回收筒。
folder_restored = { $path } 已還原到資料夾。
folder_unchanged = 沒有做任何更改
shelf_name_empty = { $name } 不能當作檔案名稱。請使用文字或數字，並加上 .md 之類的副檔名。
shelf_name_ending = { $name } 不能當作文章。檔案名稱須以下列副檔名之一結尾：{ $endings }
shelf_too_large = { $path } 的大小為 { $size }，上限為 { $limit }。請拆分成較小的檔案。
shelf_full = 資料夾中已有 { $limit } 個檔案，達到上限。請先移除一個。
shelf_no_document = { $path } 中沒有文章。請修改檔案後再試一次。
shelf_other_kind = { $name } 與 { $path } 的檔案類型不同，無法取代。請先移除 { $path }，再新增 { $name }。
shelf_exists = 已有檔案 { $path }。請取代它，或為新檔案換一個名稱。
shelf_not_found = 資料夾中沒有 { $path }。請用 { $list } 查看現有的檔案。
shelf_not_in_trash = 資源回收筒中沒有 { $id }。請用 { $list } 查看其中的內容。
shelf_last = { $path } 是最後一篇文章。請先新增另一篇，再移除它。
shelf_no_folder = 無法儲存 { $path }，因為其路徑中有一部分是檔案而不是資料夾。請移走該檔案。
shelf_unusable = 無法使用資料夾：{ $error }
shelf_read_only = 無法寫入 { $place }。請允許執行程式的使用者在那裡寫入。
shelf_disk_full = { $place } 所在的磁碟空間不足。請騰出空間後再試一次。
shelf_failed = { $place } 發生問題：{ $error }。請再試一次；如果又失敗，請檢查磁碟。
trash = 資源回收筒
trash_empty = 資源回收筒是空的。
changes = 更改記錄
changes_none = 沒有透過 Discord 做過更改。
change_added = { $who } 新增了 { $path }
change_replaced = { $who } 取代了 { $path }
change_removed = { $who } 移除了 { $path }
change_restored = { $who } 還原了 { $path }

## Unanswered questions

gaps = 沒有得到滿意回答的問題
gaps_none = 目前沒有。
gap_settled = 已解決：{ $question }
gap_gone = 清單中沒有這個問題。
votes = 讀者對段落的評價
votes_none = 還沒有評價。

## Settings of a channel

settings = 此頻道的設定
mode_off = 關閉
mode_commands = 僅指令
mode_mentions = 指令和提及
mode_forum = 指令、提及和論壇新貼文的標題
place_here = 在頻道中
place_thread = 在討論串中
answers_for_all = 所有人可見
answers_for_asker = 僅提問者可見

## Why

why = 為什麼這樣回答
why_nothing = 我不記得在這個頻道裡的任何回答。請寫明一個問題。
confidence = 信心度
terms_found = 最佳段落中找到的詞語
terms_missing = 該段落中未找到的詞語
words_matched = 該段落中最接近的詞語
words_unmatched = 沒有對應的詞語：{ $words }
nothing_in_list = –

## Putting together

list_separator = 、
two_sentences = { $first }{ $second }
named_value = { $name }：{ $value }
percentage = { $value }%
decimal_mark = { "." }
paragraph = 段落 { $number }
paragraph_of = 段落 { $number }/{ $all }
paragraphs_of = 段落 { $first }–{ $last }/{ $all }
size_bytes = { $count } B
size_kib = { $count } KiB
time_ms = { $count } 毫秒
time_s = { $count } 秒
age_moments = 不到 1 分鐘前
age_minutes = { $count } 分鐘前
age_hours = { $count } 小時前
age_days = { $count } 天前

## Commands

ask_name = 提問
ask_description = 提出問題，以文章原文回答
question_name = 問題
question_description = 您想知道什麼
private_name = 私人
private_description = 只有您自己看得到回答
sources_name = 來源
sources_description = 列出回答所依據的文章
reload_name = 重新載入
reload_description = 重新載入文章（管理員）
about_name = 關於
about_description = 介紹這個機器人及其運作方式
find_name = 在文章中尋找
verify_name = 核對
verify_description = 核對引文是否逐字出自文章
text_name = 引文
text_description = 要核對的引文
verify_message_name = 核對這段引文
help_name = 說明
help_description = 如何提問，以及所有指令
knowledge_name = 知識庫
knowledge_description = 存放文章的資料夾（管理員）
list_name = 清單
list_description = 列出資料夾和資源回收筒中的內容
show_name = 查看
show_description = 以檔案形式取得文章
add_name = 新增
add_description = 將新文章放入資料夾
replace_name = 取代
replace_description = 用新檔案取代文章
remove_name = 移除
remove_description = 將文章移到資源回收筒
restore_name = 還原
restore_description = 從資源回收筒還原文章
history_name = 歷史
history_description = 誰在何時更改了什麼
file_name = 檔案
file_description = .md、.txt 或 .html 檔案
path_name = 文章
path_description = 文章在資料夾中的路徑
removed_name = 已移除
removed_description = 已移除的文章
gaps_name = 未答問題
gaps_description = 沒有得到滿意回答的問題（管理員）
gaps_list_name = 清單
gaps_list_description = 列出問題，問得最多的在前
gaps_export_name = 匯出
gaps_export_description = 將所有問題匯出為表格（CSV）
gaps_settle_name = 解決
gaps_settle_description = 將問題從清單中移除
gaps_votes_name = 評價
gaps_votes_description = 讀者覺得哪些段落有幫助，哪些沒有
number_name = 編號
number_description = 問題在清單中的編號
settings_name = 設定
settings_description = 我在此頻道何時以及如何回答
mode_name = 回答
mode_description = 我在這裡回答什麼
place_name = 位置
place_description = 我在哪裡回覆提及我的訊息
visibility_name = 可見範圍
visibility_description = 誰看得到指令的回答
why_name = 原因
why_description = 上一個回答的依據（管理員）
why_question_description = 想了解回答依據的其他問題
