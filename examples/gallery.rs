//! Writes the replies to a fixed set of questions as Discord receives them, for
//! `tools/gallery/gallery.mjs` to draw.
//!
//! ```sh
//! cargo run --release --example gallery > replies.json
//! ```

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};
use verbatim::answer::Verdict;
use verbatim::corpus::Limits;
use verbatim::dense::{Dense, Plan, Store};
use verbatim::discord;
use verbatim::encoder::Encoder;
use verbatim::knowledge::{Bookmark, Knowledge};
use verbatim::question::Question;
use verbatim::reply::{self, Frame, Locale, Reply, TranslationUrl};

/// Who asks, and the author of what is answered.
const ASKER: (u64, &str) = (1, "Camille");
const EPHEMERAL: u64 = 1 << 6;
/// The quotes shown, and the passages in the menu.
const SHOWN: usize = 3;
const MATCHES: usize = 10;

/// A picture of an answer: its name, how and in which locale it was asked, and the question.
const ANSWERS: [(&str, Kind, Locale, &str); 6] = [
    (
        "answer-fr",
        Kind::Slash,
        Locale::French,
        "Qui a lancé l'organisation ?",
    ),
    (
        "answer-en",
        Kind::Message,
        Locale::English,
        "What does the US plan say?",
    ),
    (
        "answer-de",
        Kind::Message,
        Locale::German,
        "Was sagt der amerikanische Plan?",
    ),
    (
        "answer-ko",
        Kind::Slash,
        Locale::Korean,
        "미국의 계획은 무엇을 말합니까?",
    ),
    ("weak-en", Kind::Message, Locale::English, "Is it safe?"),
    (
        "none-en",
        Kind::Slash,
        Locale::English,
        "What is the capital of Australia?",
    ),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Slash,
    Message,
}

fn main() -> anyhow::Result<()> {
    let knowledge = understood(Path::new("knowledge"))?;
    let site = "https://translate.example/?sl={from}&tl={to}&text={text}";
    let translation: TranslationUrl = site.parse()?;
    let frame = |locale: Locale| Frame {
        edition: &knowledge,
        reader: locale.into(),
        asker: ASKER.0,
        votes: true,
        translation: Some(&translation),
    };
    let mut pictures = Vec::new();
    for (name, kind, locale, text) in ANSWERS {
        let question = Question::parse(text)?;
        let answer = knowledge.answer(&question, MATCHES)?;
        let answers = answer.verdict() != Verdict::None;
        let rows = reply::under_answer(answer.worth_reading(), answers, &frame(locale));
        let mut written = reply::answer(&answer.at_most(SHOWN), locale);
        written.rows = rows;
        if kind == Kind::Slash {
            written = written.below(text);
        }
        pictures.push(picture(
            name,
            kind,
            &format!("question: {text}"),
            text,
            &written,
            0,
        ));
    }
    let question = Question::parse(ANSWERS[0].3)?;
    let answer = knowledge.answer(&question, 1)?;
    if let [_, Some(next)] = answer
        .quotes()
        .first()
        .map_or([None; 2], |it| knowledge.beside(it))
        && let Ok(quote) = knowledge.find(next)
    {
        debug_assert_eq!(Bookmark::of(&quote), next);
        let mut page = reply::page(&quote);
        page.rows = reply::under_page(&quote, None, &frame(Locale::English));
        pictures.push(picture("page-en", Kind::Slash, "", "", &page, EPHEMERAL));
    }
    for (name, text) in [
        (
            "verify-exact",
            "Pékin a lancé une nouvelle organisation internationale",
        ),
        (
            "verify-part",
            "Pékin a lancé une nouvelle organisation nationale pour ses voisins",
        ),
    ] {
        let results = [(text, knowledge.verify(text))];
        let verified = reply::verified(&results, 1, Locale::English).below(text);
        pictures.push(picture(
            name,
            Kind::Slash,
            &format!("text: {text}"),
            text,
            &verified,
            0,
        ));
    }
    println!("{}", serde_json::to_string_pretty(&pictures)?);
    Ok(())
}

fn picture(name: &str, kind: Kind, options: &str, text: &str, reply: &Reply, flags: u64) -> Value {
    let command = if name.starts_with("verify") {
        "/verify"
    } else {
        "/ask"
    };
    let (kind, asked) = match kind {
        Kind::Slash => ("slash", format!("{command} {options}")),
        Kind::Message => ("message", format!("@verbatim {text}")),
    };
    let mut message = discord::message(reply);
    message["flags"] = json!(flags);
    json!({
        "name": name, "message": message,
        "asked": { "author": ASKER.1, "text": asked.trim(), "kind": kind },
    })
}

/// The folder, answering by meaning too.
fn understood(folder: &Path) -> anyhow::Result<Knowledge> {
    let limits = Limits {
        file_bytes: 1 << 20,
        files: 100,
    };
    let knowledge = Knowledge::build(folder, limits, 1)?;
    let nowhere = std::env::temp_dir()
        .join("verbatim-gallery")
        .join("vectors.bin");
    let (store, _) = Store::open(nowhere, &Dense::version());
    let dense = Dense::new(Arc::new(Encoder::builtin(2)?), store);
    let plan = Plan::of(knowledge.corpus());
    let vectors = dense.read(
        knowledge.corpus(),
        &plan,
        &mut |_| ControlFlow::Continue(()),
    );
    Ok(match vectors {
        Some(vectors) => knowledge.with_meaning(Arc::new(dense), vectors),
        None => knowledge,
    })
}
