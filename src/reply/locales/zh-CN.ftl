## Answers

weak = 这些是最接近的段落，不一定能回答这个问题。
nothing_found = 文章中没有出现这个问题里的任何词语。
too_little_found = 文章没有回答这个问题。
nothing_to_look_up = 这个问题里没有可以查找的词语。请说明您问的是什么。
nearest = 以下是最接近的段落，仅供参考：

## Calm sentences

admins_only = 只有机器人的管理员才能执行此操作。
failed = 出了点问题，请稍后再试。
question_empty = 没有看到问题，请用文字写出来。
question_too_long = 问题太长了，请控制在 { $max } 个字符以内。
nothing_in_message = 这条消息里没有可以查找的文字。

## Help

help = 您可以用 { $ask } 提问，也可以提及我并写下问题，或给我发私信。我会逐字引用文章来回答。

## Sources

sources = 来源
documents = { $count } 篇文章
passages = { $count } 个段落
more = 另有 { $count } 篇

## About

about = 我逐字引用一组文章来回答问题；如果文章里没有答案，我会如实说明。
language_name = 中文
privacy = 隐私
privacy_text = 我只读取发给我的消息，并且不会保存。

## Reload

reloaded = 文章已重新加载
reload_failed = 文章未能重新加载
reload_failed_text = 无法加载文章。将继续使用之前的版本回答。
unchanged = 没有变化。
documents_changed = 文章：新增 { $added }，更改 { $changed }，移除 { $removed }
passages_changed = 段落：新增 { $added }，更改 { $changed }，移除 { $removed }
took = 加载用时：{ $time }
problems = { $count } 个问题

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
