## Answers

weak = 문서에 이 질문의 답이 있는지 확실하지 않아요.
nothing_found = 이 질문에 나온 단어가 문서에 하나도 없어요.
too_little_found = 문서에서 이 질문의 답을 찾지 못했어요.
nothing_to_look_up = 이 질문에는 찾아볼 단어가 없어요. 무엇에 관한 질문인지 적어 주세요.
several_documents = 문서가 여러 개 있어요. 제목을 넣어서 질문해 주세요.
nothing_about = 다음에 관한 내용은 찾지 못했어요: { $words }
nearest = 가장 가까운 섹션이에요:

## Notices

admins_only = 봇 관리자만 할 수 있어요.
failed = 문제가 생겼어요. 잠시 후 다시 시도해 주세요.
busy = 지금 질문이 많아요. 잠시 후 다시 시도해 주세요.
cooldown = 질문 간격이 너무 짧아요. { $seconds }초 후에 다시 질문할 수 있어요.
question_empty = 질문이 보이지 않아요. 글로 적어 주세요.
question_too_long = 질문이 너무 길어요. { $max }자 이내로 줄여 주세요.
nothing_in_message = 이 메시지에는 찾아볼 글이 없어요.
nothing_to_verify = 여기에는 문서와 비교할 문장이 없어요.
message_unreadable = 이런 종류의 메시지는 읽을 수 없어요. 내용을 복사해서 { $command } 명령어에 넣어 주세요.
article_changed = 그 뒤로 문서가 바뀌었어요. 지금 내용을 보려면 다시 질문해 주세요.
not_yours = 질문한 분이나 운영진만 삭제할 수 있어요.
answers_off = 이 채널에서는 답하지 않아요.
answers_private = 이 채널의 답변은 비공개예요. { $ask } 명령어를 사용해 주세요.
vote_counted = 고마워요, 평가를 기록했어요.
managers_only = 이 채널을 관리하는 멤버만 할 수 있어요.
journal_off = 여기서는 평가와 질문을 저장하지 않아요.
journal_failed = 저장하지 못했어요. 나중에 다시 시도해 주세요.
edit_off = Discord에서 문서를 바꾸는 기능이 꺼져 있어요. 봇을 운영하는 분이 { $setting } 설정으로 켤 수 있어요.
download_failed = Discord에서 파일을 가져오지 못했어요. 다시 시도해 주세요.

## Below an answer

show_passage = 단락 보기
back = ‹ 이전
onward = 다음 ›
which_place = 어느 것을 말씀하시나요?
translate = 번역
other_passages = 다른 단락

## Verification

verify_exact = ✅ **글자 그대로 일치해요.** 문서에 정확히 이대로 있는 문장이에요.
verify_typography = ✅ **단어는 같고 표기만 달라요.** 따옴표, 줄표, 대소문자 같은 것만 달라요.
verify_words = ⚠️ **그대로는 아니에요.** 단어는 모두 문서에 있지만, 문장 부호나 기호가 다르거나 더 긴 숫자나 단어의 일부예요.
verify_part = ⚠️ **그대로는 아니에요.** 가장 길게 일치하는 부분(굵은 글씨)은 단어 { $of }개 중 연속된 { $words }개예요.
verify_stretch = ⚠️ **그대로는 아니에요.** 이 문장은 일부만 문서에 있어요. 가장 길게 일치하는 부분은 굵게 표시했어요.
verify_nowhere = ❌ **찾지 못했어요.** 문서에 없는 문장이에요.

## Help

help = { $ask } 명령어로 질문하거나, 저를 멘션해서 묻거나, 다이렉트 메시지를 보내 주세요. 문서를 그대로 인용해서 답해 드려요.
help_on_messages = 메시지를 우클릭하거나 길게 눌러서: 앱 → *{ $find }*, *{ $verify }*

## Sources

sources = 출처
documents = 문서 { $count }개
passages = 단락 { $count }개
more = 외 { $count }개

## About

about = 문서 모음을 한 글자도 바꾸지 않고 인용해서 질문에 답하고, 문서에 답이 없으면 없다고 말해요.
loaded = 불러온 시각: { $when }
privacy = 개인정보 보호
privacy_text = 저에게 보낸 메시지와 누군가 앱 메뉴에서 찾아본 메시지만 읽어요. 채널을 관리하는 멤버가 켜 둔 곳에서는 새 포럼 게시물의 제목도 읽어요. 누가 질문했는지는 절대 저장하지 않아요. 제대로 답하지 못한 질문은 문서를 보완할 수 있도록 이름 없이 한동안 보관할 수 있어요.
compared_by_meaning = 어떤 언어로 물어도 뜻이 가장 가까운 단락을 찾아요.
compared_by_words = 질문과 같은 단어가 있는 단락만 찾아요.
self_check = 자체 점검
self_check_fine = 모두 정상이에요.
commands_differ = Discord에 등록된 명령어가 이 버전의 명령어와 달라요. 봇을 다시 시작하면 새로 등록돼요.
missing_permissions = 이 채널에서 부족한 권한: { $permissions }
permissions_elsewhere = 권한은 제가 들어가 있는 서버에서 확인할 수 있어요.
permission_view = 채널 보기
permission_send = 메시지 보내기 및 게시물 만들기
permission_send_in_threads = 스레드 및 게시물에서 메시지 보내기
permission_embed = 링크 첨부
permission_history = 메시지 기록 보기
permission_threads = 공개 스레드 만들기

## Reload

reloaded = 문서를 다시 불러왔어요
reload_failed = 문서를 다시 불러오지 못했어요
reload_failed_text = 문서를 불러오지 못했어요. 이전 버전으로 계속 답할게요.
unchanged = 바뀐 것이 없어요.
documents_changed = 문서: 추가 { $added }개, 변경 { $changed }개, 삭제 { $removed }개
passages_changed = 단락: 추가 { $added }개, 변경 { $changed }개, 삭제 { $removed }개
took = 불러오는 데 걸린 시간: { $time }
problems = 문제 { $count }개
warnings = 경고 { $count }개

## The folder

folder = 폴더에 있는 문서
folder_added = { $path } 파일을 폴더에 넣었어요.
folder_replaced = { $path } 파일을 교체했어요. 이전 내용은 휴지통에 있어요.
folder_removed = { $path } 파일을 삭제했어요. 휴지통에 있어요.
folder_restored = { $path } 파일을 폴더로 되돌렸어요.
folder_unchanged = 아무것도 바꾸지 않았어요
shelf_name_empty = { $name }: 파일 이름으로 쓸 수 없어요. 글자나 숫자와 .md 같은 확장자를 사용해 주세요.
shelf_name_ending = { $name }: 문서로 쓸 수 없는 파일이에요. 이름이 다음 확장자 중 하나로 끝나야 해요: { $endings }
shelf_too_large = { $path } 크기는 { $size }인데, 최대 { $limit }까지만 넣을 수 있어요. 더 작은 파일로 나눠 주세요.
shelf_full = 폴더에 이미 최대 개수인 파일 { $limit }개가 있어요. 먼저 하나를 삭제해 주세요.
shelf_no_document = { $path } 파일에서 문서를 찾지 못했어요. 파일을 고친 뒤 다시 시도해 주세요.
shelf_other_kind = { $name } 파일로는 종류가 다른 { $path } 파일을 교체할 수 없어요. { $path } 파일을 삭제한 뒤 { $name } 파일을 추가해 주세요.
shelf_exists = { $path } 파일이 이미 있어요. 교체하거나 새 파일의 이름을 바꿔 주세요.
shelf_not_found = 폴더에 { $path } 파일이 없어요. 어떤 파일이 있는지는 { $list } 명령어로 볼 수 있어요.
shelf_not_in_trash = 휴지통에 { $id } 항목이 없어요. 무엇이 있는지는 { $list } 명령어로 볼 수 있어요.
shelf_last = { $path } 파일은 마지막 문서예요. 삭제하기 전에 다른 문서를 추가해 주세요.
shelf_no_folder = 경로의 일부가 폴더가 아니라 파일이어서 { $path } 파일을 저장할 수 없어요. 그 파일을 옮겨 주세요.
shelf_unusable = 폴더를 사용할 수 없어요: { $error }
shelf_read_only = { $place } 폴더에 쓸 수 없어요. 프로그램을 실행하는 사용자에게 쓰기 권한을 주세요.
shelf_disk_full = { $place } 디스크에 남은 공간이 없어요. 공간을 확보한 뒤 다시 시도해 주세요.
shelf_failed = { $place }에서 문제가 생겼어요: { $error }. 다시 시도해 보고, 또 실패하면 디스크를 확인해 주세요.
trash = 휴지통
trash_empty = 휴지통이 비어 있어요.
changes = 변경 내역
changes_none = Discord에서 바꾼 것이 없어요.
change_added = { $who } 님이 { $path } 추가
change_replaced = { $who } 님이 { $path } 교체
change_removed = { $who } 님이 { $path } 삭제
change_restored = { $who } 님이 { $path } 복원

## Unanswered questions

gaps = 제대로 답하지 못한 질문
gaps_none = 하나도 없어요.
gap_settled = 해결됨: { $question }
gap_gone = 목록에 그런 질문이 없어요.
votes = 단락에 대한 독자의 평가
votes_none = 아직 평가가 없어요.

## Settings of a channel

settings = 이 채널의 설정
mode_off = 끔
mode_commands = 명령어만
mode_mentions = 명령어와 멘션
mode_forum = 명령어, 멘션, 새 포럼 게시물의 제목
place_here = 채널에서
place_thread = 스레드에서
answers_for_all = 모두에게 표시
answers_for_asker = 질문한 사람에게만 표시

## Why

why = 이렇게 답한 이유
why_nothing = 이 채널에서 기억나는 답변이 없어요. 질문을 적어 주세요.
confidence = 신뢰도
terms_found = 가장 알맞은 단락에 있는 단어
terms_missing = 그 단락에 없는 단어
words_matched = 그 단락에서 가장 가까운 단어
words_unmatched = 대응하는 단어 없음: { $words }
nothing_in_list = –

## Putting together

list_separator = { ", " }
two_sentences = { $first } { $second }
named_value = { $name }: { $value }
percentage = { $value }%
decimal_mark = { "." }
paragraph = 문단 { $number }
paragraph_of = 문단 { $number }/{ $all }
paragraphs_of = 문단 { $first }–{ $last }/{ $all }
size_bytes = { $count } B
size_kib = { $count } KiB
time_ms = { $count }밀리초
time_s = { $count }초
age_moments = 방금 전
age_minutes = { $count }분 전
age_hours = { $count }시간 전
age_days = { $count }일 전

## Commands

ask_name = 질문하기
ask_description = 질문하면 문서를 그대로 인용해서 답해요
question_name = 질문
question_description = 알고 싶은 내용
private_name = 비공개
private_description = 나에게만 답변 표시
sources_name = 출처
sources_description = 답변의 출처가 되는 문서 목록을 보여 줘요
reload_name = 새로고침
reload_description = 문서를 다시 불러와요 (관리자용)
about_name = 정보
about_description = 이 봇의 소개와 작동 방식
find_name = 문서에서 찾기
verify_name = 확인하기
verify_description = 인용문이 문서에 그대로 있는지 확인해요
text_name = 인용문
text_description = 확인할 인용문
verify_message_name = 이 인용문 확인하기
help_name = 도움말
help_description = 질문하는 방법과 모든 명령어
knowledge_name = 지식
knowledge_description = 문서 폴더 (관리자용)
list_name = 목록
list_description = 폴더와 휴지통에 있는 문서를 보여 줘요
show_name = 보기
show_description = 문서를 파일로 받아요
add_name = 추가
add_description = 폴더에 새 문서를 넣어요
replace_name = 교체
replace_description = 문서를 새 파일로 교체해요
remove_name = 삭제
remove_description = 문서를 휴지통으로 옮겨요
restore_name = 복원
restore_description = 휴지통에서 문서를 되돌려요
history_name = 기록
history_description = 누가 언제 무엇을 바꿨는지 보여 줘요
file_name = 파일
file_description = .md, .txt, .html 파일
path_name = 문서
path_description = 폴더 안에 있는 문서의 경로
removed_name = 삭제된문서
removed_description = 삭제된 문서
gaps_name = 미답변질문
gaps_description = 제대로 답하지 못한 질문 (관리자용)
gaps_list_name = 목록
gaps_list_description = 많이 나온 순서로 질문을 보여 줘요
gaps_export_name = 내보내기
gaps_export_description = 모든 질문을 표(CSV)로 내보내요
gaps_settle_name = 해결
gaps_settle_description = 질문을 목록에서 빼요
gaps_votes_name = 평가
gaps_votes_description = 독자에게 도움이 된 단락과 그렇지 않은 단락
number_name = 번호
number_description = 목록에 있는 질문 번호
settings_name = 설정
settings_description = 이 채널에서 언제 어떻게 답할지 정해요
mode_name = 답변
mode_description = 여기서 무엇에 답할지
place_name = 위치
place_description = 멘션에 답할 곳
visibility_name = 공개범위
visibility_description = 명령어에 대한 답변을 누가 볼지
why_name = 이유
why_description = 마지막 답변의 근거를 보여 줘요 (관리자용)
why_question_description = 마지막 질문 대신 이유를 알고 싶은 질문
