## Answers

weak = 記事がこの質問に答えているかどうか、確かではありません。
nothing_found = この質問の言葉は、記事のどこにもありません。
too_little_found = 記事の中に、この質問の答えは見つかりませんでした。
nothing_to_look_up = この質問には、調べられる言葉がありません。何についての質問かを書いてください。
several_documents = 記事が複数あります。タイトルを挙げて質問してください。
nothing_about = 次の言葉については何も見つかりませんでした：{ $words }
nearest = 最も近いセクションです：

## Notices

admins_only = この操作ができるのは、ボットの管理者だけです。
failed = 問題が発生しました。しばらくしてからもう一度お試しください。
busy = 現在、質問が集中しています。少ししてからもう一度お試しください。
cooldown = 質問の間隔が短すぎます。{ $seconds }秒後にもう一度質問できます。
question_empty = 質問が見当たりません。言葉で書いてください。
question_too_long = 質問が長すぎます。{ $max }文字以内にしてください。
nothing_in_message = このメッセージには、調べられる文章がありません。
nothing_to_verify = ここには、記事と照らし合わせる文章がありません。
message_unreadable = この種類のメッセージは読めません。文章をコピーして { $command } に入力してください。
article_changed = その後、記事が更新されました。今の内容を見るには、もう一度質問してください。
not_yours = 削除できるのは、質問した人かモデレーターだけです。
answers_off = このチャンネルではお答えしていません。
answers_private = このチャンネルでの回答は非公開です。{ $ask } を使ってください。
vote_counted = ありがとうございます。評価を記録しました。
managers_only = この操作ができるのは、このチャンネルを管理するメンバーだけです。
journal_off = ここでは、評価も質問も保存していません。
journal_failed = 保存できませんでした。後でもう一度お試しください。
edit_off = Discordからの記事の変更はオフになっています。ボットの運営者が { $setting } でオンにできます。
download_failed = Discordからファイルを取得できませんでした。もう一度お試しください。

## Below an answer

show_passage = 段落を表示
back = ‹ 前へ
onward = 次へ ›
which_place = どれのことですか？
translate = 翻訳
other_passages = ほかの段落

## Verification

verify_exact = ✅ **一字一句同じです。**この文章は、記事にそのままあります。
verify_typography = ✅ **言葉は同じで、表記だけが違います。**違うのは、引用符、ダッシュ、大文字と小文字などだけです。
verify_words = ⚠️ **一字一句同じではありません。**言葉はすべて記事にありますが、句読点や記号が違うか、より長い数や語の一部です。
verify_part = ⚠️ **一字一句同じではありません。**最も長く一致した部分（太字）は、{ $of }語のうち連続する{ $words }語です。
verify_stretch = ⚠️ **一字一句同じではありません。**記事にあるのは、この文章の一部だけです。最も長く一致した部分を太字で示します。
verify_nowhere = ❌ **見つかりません。**この文章は、記事にありません。

## Help

help = { $ask } で質問するか、メンションを付けて質問するか、ダイレクトメッセージを送ってください。記事をそのまま引用してお答えします。
help_on_messages = メッセージを右クリックまたは長押し：アプリ → *{ $find }*、*{ $verify }*

## Sources

sources = 出典
documents = { $count }件の記事
passages = { $count }段落
more = ほか{ $count }件

## About

about = 記事を一字一句そのまま引用して質問に答えます。答えが記事にないときは、そうお伝えします。
loaded = 読み込み：{ $when }
privacy = プライバシー
privacy_text = 私宛てのメッセージと、「アプリ」メニューから調べられたメッセージだけを読みます。チャンネルを管理するメンバーがオンにした場所では、新しいフォーラム投稿のタイトルも読みます。誰が質問したかは決して保存しません。よい答えのなかった質問は、記事を補うために、匿名でしばらく保存することがあります。
compared_by_meaning = どの言語の質問でも、意味が最も近い段落を探します。
compared_by_words = 質問と同じ言葉のある段落だけを探します。
self_check = 自己診断
self_check_fine = すべて正常です。
commands_differ = Discordに登録されているコマンドが、このバージョンのものと異なります。ボットを再起動すると登録し直されます。
missing_permissions = このチャンネルで足りない権限：{ $permissions }
permissions_elsewhere = 権限は、私が参加しているサーバーで確認できます。
permission_view = チャンネルを見る
permission_send = メッセージの送信と投稿の作成
permission_send_in_threads = スレッドと投稿でメッセージを送信
permission_embed = 埋め込みリンク
permission_history = メッセージ履歴を読む
permission_threads = 公開スレッドの作成

## Reload

reloaded = 記事を読み込み直しました
reload_failed = 記事を読み込み直せませんでした
reload_failed_text = 記事を読み込めませんでした。引き続き以前のバージョンでお答えします。
unchanged = 変更はありません。
documents_changed = 記事：追加 { $added }、変更 { $changed }、削除 { $removed }
passages_changed = 段落：追加 { $added }、変更 { $changed }、削除 { $removed }
took = 読み込み時間：{ $time }
problems = { $count }件の問題
warnings = { $count }件の警告

## The folder

folder = フォルダーの記事
folder_added = { $path } をフォルダーに追加しました。
folder_replaced = { $path } を差し替えました。以前の内容はゴミ箱にあります。
folder_removed = { $path } を削除しました。ゴミ箱にあります。
folder_restored = { $path } をフォルダーに戻しました。
folder_unchanged = 何も変更していません
shelf_name_empty = { $name } はファイル名として使えません。文字か数字に、.md などの拡張子を付けてください。
shelf_name_ending = { $name } は記事として使えません。名前の末尾は次のいずれかにしてください：{ $endings }
shelf_too_large = { $path } は { $size } で、上限の { $limit } を超えています。小さなファイルに分けてください。
shelf_full = フォルダーのファイルはすでに上限の{ $limit }件です。先に一つ削除してください。
shelf_no_document = { $path } には記事がありません。ファイルを直して、もう一度お試しください。
shelf_other_kind = { $name } は、種類の違う { $path } と差し替えられません。{ $path } を削除してから、{ $name } を追加してください。
shelf_exists = { $path } はすでにあります。差し替えるか、新しいファイルを別の名前にしてください。
shelf_not_found = フォルダーに { $path } はありません。どのファイルがあるかは { $list } で確かめられます。
shelf_not_in_trash = ゴミ箱に { $id } はありません。何があるかは { $list } で確かめられます。
shelf_last = { $path } は最後の記事です。削除する前に、ほかの記事を追加してください。
shelf_no_folder = パスの途中がフォルダーではなくファイルのため、{ $path } を保存できません。そのファイルを別の場所に移してください。
shelf_unusable = フォルダーを使えません：{ $error }
shelf_read_only = { $place } に書き込めません。プログラムを実行しているユーザーに書き込みを許可してください。
shelf_disk_full = { $place } のディスクに空きがありません。空きを作ってから、もう一度お試しください。
shelf_failed = { $place } で問題が発生しました：{ $error }。もう一度試し、また失敗する場合はディスクを確認してください。
trash = ゴミ箱の中
trash_empty = ゴミ箱は空です。
changes = 変更
changes_none = Discordからの変更はありません。
change_added = { $who } が { $path } を追加
change_replaced = { $who } が { $path } を差し替え
change_removed = { $who } が { $path } を削除
change_restored = { $who } が { $path } を復元

## Unanswered questions

gaps = よい答えのなかった質問
gaps_none = ありません。
gap_settled = 解決済み：{ $question }
gap_gone = その質問は一覧にありません。
votes = 段落への読者の評価
votes_none = まだ評価はありません。

## Settings of a channel

settings = このチャンネルの設定
mode_off = オフ
mode_commands = コマンドのみ
mode_mentions = コマンドとメンション
mode_forum = コマンド、メンション、新しいフォーラム投稿のタイトル
place_here = チャンネル内
place_thread = スレッド内
answers_for_all = 全員に表示
answers_for_asker = 質問した人だけに表示

## Why

why = この回答の理由
why_nothing = このチャンネルでの回答は覚えていません。質問を入力してください。
confidence = 確信度
terms_found = 最適な段落にある言葉
terms_missing = その段落にない言葉
words_matched = その段落で最も近い言葉
words_unmatched = 対応する言葉なし：{ $words }
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
time_ms = { $count }ミリ秒
time_s = { $count }秒
age_moments = 1分以内
age_minutes = { $count }分前
age_hours = { $count }時間前
age_days = { $count }日前

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
verify_name = 照合する
verify_description = 引用が一字一句そのまま記事にあるかを照合します
text_name = 引用文
text_description = 照合したい引用
verify_message_name = この引用を照合する
help_name = ヘルプ
help_description = 質問のしかたと、すべてのコマンド
knowledge_name = 知識
knowledge_description = 記事のフォルダー（管理者用）
list_name = 一覧
list_description = フォルダーとゴミ箱の中身を表示します
show_name = 表示
show_description = 記事をファイルとして受け取ります
add_name = 追加
add_description = 新しい記事をフォルダーに追加します
replace_name = 差し替え
replace_description = 記事を新しいファイルに差し替えます
remove_name = 削除
remove_description = 記事をゴミ箱に移します
restore_name = 復元
restore_description = 記事をゴミ箱から戻します
history_name = 履歴
history_description = 誰が、いつ、何を変更したか
file_name = ファイル
file_description = .md、.txt、.htmlのいずれかのファイル
path_name = 記事
path_description = フォルダー内の記事のパス
removed_name = 削除済み
removed_description = 削除した記事
gaps_name = 未回答
gaps_description = よい答えのなかった質問（管理者用）
gaps_list_name = 一覧
gaps_list_description = 質問を、多く尋ねられた順に表示します
gaps_export_name = 書き出し
gaps_export_description = すべての質問を表（CSV）にします
gaps_settle_name = 解決
gaps_settle_description = 質問を一覧から外します
gaps_votes_name = 評価
gaps_votes_description = 読者の役に立った段落と、立たなかった段落
number_name = 番号
number_description = 一覧での質問の番号
settings_name = 設定
settings_description = このチャンネルで、いつどのように答えるか
mode_name = 回答
mode_description = ここで何に答えるか
place_name = 場所
place_description = メンションにどこで答えるか
visibility_name = 公開範囲
visibility_description = コマンドへの回答を誰に見せるか
why_name = 理由
why_description = 直前の回答の根拠を表示します（管理者用）
why_question_description = 直前の質問の代わりに、根拠を知りたい質問
