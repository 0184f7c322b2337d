## Answers

weak = 我不确定文章是否回答了这个问题。
nothing_found = 文章中没有出现这个问题里的任何词语。
too_little_found = 我在文章中没有找到这个问题的答案。
nothing_to_look_up = 这个问题里没有可以查找的词语。请说明您问的是什么。
several_documents = 有多篇文章。请用标题说明您想了解哪一篇。
nothing_about = 没有找到与以下词语有关的内容：{ $words }
nearest = 最接近的章节：

## Notices

admins_only = 只有机器人的管理员才能执行此操作。
failed = 出了点问题，请稍后再试。
busy = 当前提问的人较多，请稍后再试。
cooldown = 提问太频繁了，请在 { $seconds } 秒后再问。
question_empty = 没有看到问题，请用文字写出来。
question_too_long = 问题太长了，请控制在 { $max } 个字符以内。
nothing_in_message = 这条消息里没有可以查找的文字。
nothing_to_verify = 这里没有可以与文章比对的文字。
message_unreadable = 我无法读取这类消息。请把其中的文字复制到 { $command }。
article_changed = 文章此后有了改动。请重新提问，查看现在的内容。
not_yours = 只有提问者或版主才能删除。
answers_off = 我不在这个频道回答问题。
answers_private = 这个频道里的回答是私密的，请使用 { $ask }。
vote_counted = 谢谢，您的评价已记录。
managers_only = 只有管理此频道的成员才能执行此操作。
journal_off = 这里不保存评价和问题。
journal_failed = 未能保存，请稍后再试。
edit_off = 通过 Discord 更改文章的功能已关闭。机器人的运营者可以用 { $setting } 开启。
download_failed = 无法从 Discord 获取文件，请重试。

## Below an answer

show_passage = 查看段落
back = ‹ 上一段
onward = 下一段 ›
which_place = 您指的是哪一个？
translate = 翻译
other_passages = 其他段落

## Verification

verify_exact = ✅ **一字不差。**文章中的原文就是这样。
verify_typography = ✅ **文字相同，排版不同。**只有引号、破折号或大小写等细节不同。
verify_words = ⚠️ **并非一字不差。**这些词都出自文章，但标点或符号不同，或者只是更长的数字或词语的一部分。
verify_part = ⚠️ **并非一字不差。**这段文字共 { $of } 个词，最长的一致部分（粗体）是连续 { $words } 个词。
verify_stretch = ⚠️ **并非一字不差。**文章中只有这段文字的一部分，最长的一致部分以粗体显示。
verify_nowhere = ❌ **未找到。**文章中没有这段文字。

## Help

help = 您可以用 { $ask } 提问，也可以提及我并写下问题，或给我发私信。我会逐字引用文章来回答。
help_on_messages = 右键点击或长按消息：APP → *{ $find }*、*{ $verify }*

## Sources

sources = 来源
documents = { $count } 篇文章
passages = { $count } 个段落
more = 另有 { $count } 项

## About

about = 我逐字引用一组文章来回答问题；如果文章里没有答案，我会如实说明。
loaded = 加载时间：{ $when }
privacy = 隐私
privacy_text = 我只读取发给我的消息，以及有人通过“APP”菜单查找的消息；在频道管理者开启了相应设置的地方，还会读取论坛新帖的标题。我从不保存提问者是谁。没有得到满意回答的问题可能会以不记名的方式保留一段时间，以便补充文章。
compared_by_meaning = 我按含义查找与问题最接近的段落，不限语言。
compared_by_words = 我只查找与问题有相同词语的段落。
self_check = 自检
self_check_fine = 一切正常。
commands_differ = Discord 上的命令与此版本不一致。重启机器人即可重新注册。
missing_permissions = 在此频道缺少的权限：{ $permissions }
permissions_elsewhere = 我只能在我加入的服务器中检查自己的权限。
permission_view = 查看频道
permission_send = 发送消息和创建帖子
permission_send_in_threads = 在子区和帖子中发送消息
permission_embed = 嵌入链接
permission_history = 阅读消息历史记录
permission_threads = 创建公共子区

## Reload

reloaded = 文章已重新加载
reload_failed = 文章未能重新加载
reload_failed_text = 无法加载文章。将继续使用之前的版本回答。
unchanged = 没有变化。
documents_changed = 文章：新增 { $added }，更改 { $changed }，移除 { $removed }
passages_changed = 段落：新增 { $added }，更改 { $changed }，移除 { $removed }
took = 加载用时：{ $time }
problems = { $count } 个问题
warnings = { $count } 个警告

## The folder

folder = 文件夹中的文章
folder_added = { $path } 已放入文件夹。
folder_replaced = { $path } 已替换，原来的内容在回收站中。
folder_removed = { $path } 已移除，现在在回收站中。
folder_restored = { $path } 已恢复到文件夹。
folder_unchanged = 没有做任何更改
shelf_name_empty = { $name } 不能用作文件名。请使用文字或数字，并加上 .md 之类的扩展名。
shelf_name_ending = { $name } 不能作为文章。文件名须以下列扩展名之一结尾：{ $endings }
shelf_too_large = { $path } 的大小为 { $size }，上限为 { $limit }。请拆分成较小的文件。
shelf_full = 文件夹中已有 { $limit } 个文件，达到上限。请先移除一个。
shelf_no_document = { $path } 中没有文章。请修改文件后重试。
shelf_other_kind = { $name } 与 { $path } 的文件类型不同，无法替换。请先移除 { $path }，再添加 { $name }。
shelf_exists = 已有文件 { $path }。请替换它，或为新文件换一个名称。
shelf_not_found = 文件夹中没有 { $path }。请用 { $list } 查看现有的文件。
shelf_not_in_trash = 回收站中没有 { $id }。请用 { $list } 查看其中的内容。
shelf_last = { $path } 是最后一篇文章。请先添加另一篇，再移除它。
shelf_no_folder = 无法保存 { $path }，因为其路径中有一部分是文件而不是文件夹。请移走该文件。
shelf_unusable = 无法使用文件夹：{ $error }
shelf_read_only = 无法写入 { $place }。请允许运行程序的用户在那里写入。
shelf_disk_full = { $place } 所在的磁盘空间不足。请腾出空间后重试。
shelf_failed = { $place } 出现问题：{ $error }。请重试；如果再次失败，请检查磁盘。
trash = 回收站
trash_empty = 回收站是空的。
changes = 更改记录
changes_none = 没有通过 Discord 做过更改。
change_added = { $who } 添加了 { $path }
change_replaced = { $who } 替换了 { $path }
change_removed = { $who } 移除了 { $path }
change_restored = { $who } 恢复了 { $path }

## Unanswered questions

gaps = 没有得到满意回答的问题
gaps_none = 暂无。
gap_settled = 已解决：{ $question }
gap_gone = 列表中没有这个问题。
votes = 读者对段落的评价
votes_none = 还没有评价。

## Settings of a channel

settings = 此频道的设置
mode_off = 关闭
mode_commands = 仅命令
mode_mentions = 命令和提及
mode_forum = 命令、提及和论坛新帖的标题
place_here = 在频道中
place_thread = 在子区中
answers_for_all = 所有人可见
answers_for_asker = 仅提问者可见

## Why

why = 为什么这样回答
why_nothing = 我不记得在这个频道里的任何回答。请写明一个问题。
confidence = 置信度
terms_found = 最佳段落中找到的词语
terms_missing = 该段落中未找到的词语
words_matched = 该段落中最接近的词语
words_unmatched = 没有对应的词语：{ $words }
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
age_moments = 不到 1 分钟前
age_minutes = { $count } 分钟前
age_hours = { $count } 小时前
age_days = { $count } 天前

## Commands

ask_name = 提问
ask_description = 提出问题，以文章原文作答
question_name = 问题
question_description = 您想知道什么
private_name = 私密
private_description = 仅您自己可以看到回答
sources_name = 来源
sources_description = 列出回答所依据的文章
reload_name = 重新加载
reload_description = 重新加载文章（管理员）
about_name = 关于
about_description = 介绍这个机器人及其工作方式
find_name = 在文章中查找
verify_name = 核对
verify_description = 核对引文是否逐字出自文章
text_name = 引文
text_description = 要核对的引文
verify_message_name = 核对这段引文
help_name = 帮助
help_description = 如何提问，以及所有命令
knowledge_name = 知识库
knowledge_description = 存放文章的文件夹（管理员）
list_name = 列表
list_description = 列出文件夹和回收站中的内容
show_name = 查看
show_description = 以文件形式获取文章
add_name = 添加
add_description = 将新文章放入文件夹
replace_name = 替换
replace_description = 用新文件替换文章
remove_name = 移除
remove_description = 将文章移到回收站
restore_name = 恢复
restore_description = 从回收站恢复文章
history_name = 历史
history_description = 谁在何时更改了什么
file_name = 文件
file_description = .md、.txt 或 .html 文件
path_name = 文章
path_description = 文章在文件夹中的路径
removed_name = 已移除
removed_description = 已移除的文章
gaps_name = 未答问题
gaps_description = 没有得到满意回答的问题（管理员）
gaps_list_name = 列表
gaps_list_description = 列出问题，问得最多的在前
gaps_export_name = 导出
gaps_export_description = 将所有问题导出为表格（CSV）
gaps_settle_name = 解决
gaps_settle_description = 将问题从列表中移除
gaps_votes_name = 评价
gaps_votes_description = 读者觉得哪些段落有帮助，哪些没有
number_name = 编号
number_description = 问题在列表中的编号
settings_name = 设置
settings_description = 我在此频道何时以及如何回答
mode_name = 回答
mode_description = 我在这里回答什么
place_name = 位置
place_description = 我在哪里回复提及我的消息
visibility_name = 可见范围
visibility_description = 谁能看到命令的回答
why_name = 原因
why_description = 上一个回答的依据（管理员）
why_question_description = 想了解回答依据的其他问题
