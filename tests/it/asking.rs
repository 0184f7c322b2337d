//! What a message asks, told from what stands around it.

mod intent;
mod overview;

use proptest::prelude::*;
use verbatim::question::Question;

fn parse(message: &str) -> Question {
    Question::parse(message).expect("a question")
}

/// A message asks exactly this.
#[track_caller]
fn check_asked(message: &str, expected: &str) {
    assert_eq!(parse(message).asked(), expected, "{message}");
}

#[test]
fn small_talk_before_and_behind_a_question_is_not_asked() {
    for (message, asked) in [
        // English
        ("Hi! Where is the forge?", "Where is the forge?"),
        ("hiii where is the forge", "where is the forge"),
        ("thanks, where is the forge?", "where is the forge?"),
        (
            "good evening everyone, is there a curfew",
            "is there a curfew",
        ),
        (
            "Where is the forge? Thanks in advance!",
            "Where is the forge?",
        ),
        ("where is the forge pls", "where is the forge"),
        ("how do i leave the mine? lol", "how do i leave the mine?"),
        (
            "ty!! <:ok:12> how do i leave the mine",
            "how do i leave the mine",
        ),
        (
            "Morning! Quick question — is the hall heated?",
            "is the hall heated?",
        ),
        (
            "Could you please tell me where the forge is?",
            "where the forge is?",
        ),
        (
            "does anyone know the price of a lantern",
            "the price of a lantern",
        ),
        ("i was wondering how the toll works", "how the toll works"),
        (
            "Hi all\nnew here\nhow do i leave the mine\nthx",
            "how do i leave the mine",
        ),
        (
            "hey, sorry to bother you, is the hall open? thanks a bunch!",
            "is the hall open?",
        ),
        ("ok thanks. where do i pay", "where do i pay"),
        (
            "no pets allowed in the mine?",
            "no pets allowed in the mine?",
        ),
    ] {
        check_asked(message, asked);
    }
}

#[test]
fn small_talk_is_told_apart_in_other_languages_too() {
    for (message, asked) in [
        // French
        (
            "bonjour, où est la forge svp merci d'avance",
            "où est la forge",
        ),
        (
            "Salut les gars ! Quelqu'un sait quand ouvre la forge ?",
            "quand ouvre la forge ?",
        ),
        (
            "Excusez-moi, pourriez-vous me dire où est la forge ?",
            "où est la forge ?",
        ),
        // Spanish
        (
            "¡Hola a todos! ¿Dónde está la forja?",
            "¿Dónde está la forja?",
        ),
        (
            "buenas, alguien sabe cuándo abre la forja",
            "cuándo abre la forja",
        ),
        (
            "¿Cuándo abre la forja? Muchas gracias de antemano",
            "¿Cuándo abre la forja?",
        ),
        // German
        (
            "Moin zusammen! Wo ist die Schmiede?",
            "Wo ist die Schmiede?",
        ),
        (
            "Hallo, ich wollte mal fragen, wann die Schmiede öffnet",
            "wann die Schmiede öffnet",
        ),
        (
            "Kann mir jemand sagen, wo die Schmiede ist? Vielen Dank!",
            "wo die Schmiede ist?",
        ),
        // Portuguese
        (
            "oii pessoal, td bem? onde fica a forja",
            "onde fica a forja",
        ),
        (
            "Bom dia! Alguém sabe quando abre a forja?",
            "quando abre a forja?",
        ),
        ("Quando abre a forja? Obrigado!", "Quando abre a forja?"),
        // Italian
        (
            "ciao a tutti, volevo chiedere quando apre la fucina",
            "quando apre la fucina",
        ),
        (
            "Buonasera! Dov'è la fucina? Grazie mille",
            "Dov'è la fucina?",
        ),
        // Korean
        (
            "안녕하세요! 대장간은 어디에 있나요?",
            "대장간은 어디에 있나요?",
        ),
        (
            "안녕하세요 대장간은 어디에 있나요",
            "대장간은 어디에 있나요",
        ),
        (
            "대장간은 언제 여나요? 감사합니다 ㅋㅋ",
            "대장간은 언제 여나요?",
        ),
    ] {
        check_asked(message, asked);
    }
}

#[test]
fn small_talk_is_told_apart_without_blanks_and_in_languages_that_are_not_spoken_to() {
    for (message, asked) in [
        // Japanese
        ("こんにちは！鍛冶屋はどこですか？", "鍛冶屋はどこですか？"),
        (
            "はじめまして。鍛冶屋は何時からですか。ありがとうございます",
            "鍛冶屋は何時からですか。",
        ),
        // Chinese
        ("你好，请问铁匠铺在哪里", "铁匠铺在哪里"),
        ("大家好！铁匠铺什么时候开门？谢谢", "铁匠铺什么时候开门？"),
        // Others
        ("Cześć, gdzie jest kuźnia?", "gdzie jest kuźnia?"),
        ("Привет всем! Где кузница?", "Где кузница?"),
        ("Hoi allemaal, waar is de smederij?", "waar is de smederij?"),
        ("Merhaba, demirci nerede?", "demirci nerede?"),
    ] {
        check_asked(message, asked);
    }
}

#[test]
fn what_else_a_message_says_is_a_hint() {
    let check = |message: &str, asked: &str, hint: &[&str], antecedent: Option<&str>| {
        let question = parse(message);
        assert_eq!(question.asked(), asked, "{message}");
        assert_eq!(question.hint(), hint, "{message}");
        assert_eq!(question.antecedent(), antecedent, "{message}");
    };
    check(
        "I bought the Miner pack. Does it include a lamp?",
        "Does it include a lamp?",
        &["I bought the Miner pack."],
        Some("I bought the Miner pack."),
    );
    check(
        "Ich habe das Paket gekauft. Ist da eine Lampe dabei?",
        "Ist da eine Lampe dabei?",
        &["Ich habe das Paket gekauft."],
        Some("Ich habe das Paket gekauft."),
    );
    check(
        "hey folks :) moved here in spring, i have two goats and no time xD when is the hay market?",
        "when is the hay market?",
        &["moved here in spring, i have two goats and no time"],
        None,
    );
    check(
        "昨日引っ越してきました。干し草市はいつですか？",
        "干し草市はいつですか？",
        &["昨日引っ越してきました。"],
        None,
    );
    check(
        "When is the hay market? I have two goats.",
        "When is the hay market?",
        &["I have two goats."],
        None,
    );
    check(
        "my lamp broke in the mine and i was wondering if there is a refund",
        "there is a refund",
        &["my lamp broke in the mine and i was wondering if"],
        None,
    );
    check(
        "hey, i moved here in spring with two goats and a very old dog, where is the goat market",
        "where is the goat market",
        &["i moved here in spring with two goats and a very old dog"],
        None,
    );
    check(
        "Ich bin gestern mit zwei Ziegen und einem Hund erst hier angekommen und kenne niemanden, wo beginnt der Heumarkt?",
        "wo beginnt der Heumarkt?",
        &[
            "Ich bin gestern mit zwei Ziegen und einem Hund erst hier angekommen und kenne niemanden",
        ],
        None,
    );
    check(
        "春に山羊二匹と年を取った犬を連れてこの町に引っ越してきたばかりで何もわからないのですが、市場はどこですか",
        "市場はどこですか",
        &["春に山羊二匹と年を取った犬を連れてこの町に引っ越してきたばかりで何もわからないのですが"],
        None,
    );
    check(
        "I walked for many days and came to an old mine in the hills, where a miner told me of this \
         place. When I came, it was dark. Now: where is the forge?",
        "where is the forge?",
        &[
            "I walked for many days and came to an old mine in the hills, where a miner told me of \
             this place.",
            "When I came, it was dark.",
        ],
        None,
    );
    check(
        "Where is the forge? The road was long. And who runs the mill?",
        "Where is the forge?\nAnd who runs the mill?",
        &["The road was long."],
        None,
    );
}

#[test]
fn what_cannot_be_told_apart_is_asked_whole() {
    for message in [
        "price?",
        "forge hours",
        "rule 5",
        "Hello Goblin event when",
        "what are thanks points?",
        "What does good bot mean?",
        "Who won? And who came last?",
        "We keep losing at the gate. Any tips?",
        "how do i leave\nthe old mine",
        "if i pay for my lamp by card at the gate, is there a fee",
        "in the mine that my brother and i share, who lights the lamps?",
        "we keep losing our goats at the gate, any tips?",
        "i was caught by the warden at the gate, where can i complain",
        "how do i forge the 🔥 sword",
        "When I log in it says E-12. what is it",
        "Ask Dr. No on 3. May about v1.8.2",
        "Is https://a.example/?b=c. safe?",
        "何を持っていけばいいですか",
        "누구",
        "是什么让灯亮起来？",
        "¿Qué?",
        "mon chat a mangé la carte",
    ] {
        check_asked(message, message);
        assert_eq!(parse(message).hint(), [""; 0], "{message}");
    }
}

proptest! {
    #[test]
    fn what_is_asked_and_hinted_are_slices(text in "(?s)[a-z éß?!.,:;)\n<>@你好안녕か。？👋\u{200d}]{1,80}") {
        if let Ok(question) = Question::parse(&text) {
            for part in question.asked().split('\n').chain(question.hint()) {
                prop_assert!(question.text().contains(part.trim()), "{text:?}: {part:?}");
            }
            prop_assert!(!question.asked().is_empty());
            let _ = (question.antecedent(), question.intent());
        }
    }
}
