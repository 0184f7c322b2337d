## Answers

weak = 가장 가까운 단락이에요. 질문에 대한 답이 아닐 수도 있어요.
nothing_found = 이 질문에 나온 단어가 글에 하나도 없어요.
too_little_found = 글에서 이 질문의 답을 찾지 못했어요.
nothing_to_look_up = 이 질문에는 찾아볼 단어가 없어요. 무엇에 관한 질문인지 적어 주세요.
nearest = 답은 아니지만 가장 가까운 단락이에요:

## Calm sentences

admins_only = 봇 관리자만 할 수 있어요.
failed = 문제가 생겼어요. 잠시 후 다시 시도해 주세요.
question_empty = 질문이 보이지 않아요. 글로 적어 주세요.
question_too_long = 질문이 너무 길어요. { $max }자 이내로 줄여 주세요.
nothing_in_message = 이 메시지에는 찾아볼 글이 없어요.

## Help

help = { $ask } 명령어로 질문하거나, 저를 멘션해서 묻거나, 다이렉트 메시지를 보내 주세요. 글을 그대로 인용해서 답해 드려요.

## Sources

sources = 출처
documents = 글 { $count }개
passages = 단락 { $count }개
more = 외 { $count }개

## About

about = 글 모음을 한 글자도 바꾸지 않고 인용해서 질문에 답하고, 답이 없으면 없다고 말해요.
language_name = 한국어
privacy = 개인정보 보호
privacy_text = 저에게 보낸 메시지만 읽고, 저장하지 않아요.

## Reload

reloaded = 글을 다시 불러왔어요
reload_failed = 글을 다시 불러오지 못했어요
reload_failed_text = 글을 불러오지 못했어요. 이전 판으로 계속 답할게요.
unchanged = 바뀐 것이 없어요.
documents_changed = 글: 추가 { $added }개, 변경 { $changed }개, 삭제 { $removed }개
passages_changed = 단락: 추가 { $added }개, 변경 { $changed }개, 삭제 { $removed }개
took = 불러오는 데 걸린 시간: { $time }
problems = 문제 { $count }개

## Commands

ask_name = 질문하기
ask_description = 질문하면 글을 그대로 인용해서 답해요
question_name = 질문
question_description = 알고 싶은 내용
private_name = 비공개
private_description = 나에게만 답변 표시
sources_name = 출처
sources_description = 답변의 출처가 되는 글 목록을 보여 줘요
reload_name = 다시불러오기
reload_description = 글을 다시 불러와요 (관리자용)
about_name = 정보
about_description = 이 봇의 소개와 작동 방식
find_name = 글에서 찾기
