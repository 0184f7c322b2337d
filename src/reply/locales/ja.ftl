## Answers

weak = 最も近い段落です。質問の答えではないかもしれません。
nothing_found = この質問の言葉は、記事のどこにもありません。
too_little_found = 記事の中に、この質問の答えは見つかりませんでした。
nothing_to_look_up = この質問には、調べられる言葉がありません。何についての質問かを書いてください。
nearest = 答えではありませんが、最も近い段落です：

## Calm sentences

admins_only = この操作ができるのは、ボットの管理者だけです。
failed = 問題が発生しました。しばらくしてからもう一度お試しください。
question_empty = 質問が見当たりません。言葉で書いてください。
question_too_long = 質問が長すぎます。{ $max }文字以内にしてください。
nothing_in_message = このメッセージには、調べられる文章がありません。

## Help

help = { $ask } で質問するか、メンションを付けて質問するか、ダイレクトメッセージを送ってください。記事をそのまま引用してお答えします。

## Sources

sources = 出典
documents = { $count }件の記事
passages = { $count }段落
more = ほか{ $count }件

## About

about = 記事を一字一句そのまま引用して質問に答えます。答えが記事にないときは、そうお伝えします。
language_name = 日本語
privacy = プライバシー
privacy_text = 自分宛てのメッセージだけを読み、保存はしません。

## Reload

reloaded = 記事を読み込み直しました
reload_failed = 記事を読み込み直せませんでした
reload_failed_text = 記事を読み込めませんでした。引き続き以前の版でお答えします。
unchanged = 変更はありません。
documents_changed = 記事：追加 { $added }、変更 { $changed }、削除 { $removed }
passages_changed = 段落：追加 { $added }、変更 { $changed }、削除 { $removed }
took = 読み込み時間：{ $time }
problems = { $count }件の問題

## Commands

ask_name = 質問する
ask_description = 質問に、記事の引用でお答えします
question_name = 質問
question_description = 知りたいこと
private_name = 非公開
private_description = 回答を自分だけに表示します
sources_name = 出典
sources_description = 回答のもとになる記事の一覧を表示します
reload_name = 再読み込み
reload_description = 記事を読み込み直します（管理者用）
about_name = 情報
about_description = このボットの説明としくみ
find_name = 記事で調べる
