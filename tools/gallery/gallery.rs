//! Writes the replies to a fixed set of questions as Discord receives them, for
//! `tools/gallery/gallery.mjs` to draw: questions on the article of `knowledge/`, and on the files of
//! an invented community in `tools/gallery/knowledge/`.
//!
//! ```sh
//! cargo run --release --features tools --example gallery > replies.json
//! ```

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use serde_json::{Value, json};
use verbatim::answer::{Reason, Verdict};
use verbatim::bot;
use verbatim::corpus::Limits;
use verbatim::dense::{Dense, Plan, Store};
use verbatim::encoder::Encoder;
use verbatim::library::{Bookmark, Library, Snapshot};
use verbatim::question::Question;
use verbatim::reply::{self, Frame, Locale, Reply, TranslationUrl};

/// Who asks, and the author of what is answered.
const ASKER: (u64, &str) = (1, "Camille");
const EPHEMERAL: u64 = 1 << 6;
/// The quotes shown, and the passages in the menu.
const SHOWN: usize = 3;
const MATCHES: usize = 10;

const LIMITS: Limits = Limits {
    file_bytes: 1 << 20,
    files: 100,
};

/// A picture of an answer: its name, how and in which locale it was asked, and the question.
type Scene = (&'static str, Kind, Locale, &'static str);

/// Scenes of the article.
const ARTICLE: [Scene; 6] = [
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

/// Scenes of the community.
const COMMUNITY: [Scene; 13] = [
    (
        "slices-list",
        Kind::Slash,
        Locale::English,
        "which command tells when the next event begins?",
    ),
    (
        "slices-table",
        Kind::Message,
        Locale::English,
        "how much does the Quartz Bow cost?",
    ),
    (
        "table-row",
        Kind::Message,
        Locale::English,
        "what happens the second time I insult somebody?",
    ),
    (
        "question-and-answer",
        Kind::Slash,
        Locale::English,
        "can I move my character to another realm?",
    ),
    (
        "details",
        Kind::Message,
        Locale::English,
        "why did the bot delete my message",
    ),
    (
        "code",
        Kind::Message,
        Locale::English,
        "how do I change the port?",
    ),
    (
        "several-items",
        Kind::Message,
        Locale::English,
        "what was fixed in patch 2.4?",
    ),
    (
        "parents",
        Kind::Message,
        Locale::English,
        "who are the moderators?",
    ),
    (
        "rule-heading",
        Kind::Message,
        Locale::English,
        "can we talk about politics?",
    ),
    (
        "help-de",
        Kind::Message,
        Locale::German,
        "Hallo, wie geht es dir?",
    ),
    ("help-ja", Kind::Message, Locale::Japanese, "ありがとう！"),
    ("overview-fr", Kind::Slash, Locale::French, "résume"),
    (
        "overview-en",
        Kind::Message,
        Locale::English,
        "what is the FAQ about?",
    ),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Slash,
    Message,
}

fn main() -> anyhow::Result<()> {
    let knowledge = understood(Path::new("knowledge"))?;
    let community = Path::new("tools/gallery/knowledge");
    let site = "https://translate.example/?sl={from}&tl={to}&text={text}";
    let translation: TranslationUrl = site.parse()?;
    let translation = Some(&translation);
    let mut pictures = answers(&knowledge, &ARTICLE, translation)?;
    pictures.extend(answers(&understood(community)?, &COMMUNITY, translation)?);
    let frame = frame(&knowledge, Locale::English, translation);
    let question = Question::parse(ARTICLE[0].3)?;
    let answer = knowledge.answer(&question, 1)?;
    if let [_, Some(next)] = answer
        .quotes
        .first()
        .map_or([None; 2], |quote| knowledge.beside(quote))
        && let Ok(quote) = knowledge.find(next)
    {
        debug_assert_eq!(Bookmark::of(&quote), next);
        let mut page = reply::page(&quote, frame.reader.locale);
        page.rows = reply::under_page(&quote, None, &frame);
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
    let library = Library::open(community.to_owned(), LIMITS, None, UNIX_EPOCH, |_| ())?;
    let report = library.reload(UNIX_EPOCH)?;
    let reloaded = reply::reloaded(&report, Duration::from_millis(240), Locale::English);
    pictures.push(picture("reload", Kind::Slash, "", "", &reloaded, EPHEMERAL));
    println!("{}", serde_json::to_string_pretty(&pictures)?);
    Ok(())
}

/// A picture of the answer to each question.
fn answers(
    knowledge: &Snapshot,
    scenes: &[Scene],
    translation: Option<&TranslationUrl>,
) -> anyhow::Result<Vec<Value>> {
    let mut pictures = Vec::new();
    for &(name, kind, locale, text) in scenes {
        let answer = knowledge.answer(&Question::parse(text)?, MATCHES)?;
        let answers = answer.verdict != Verdict::None;
        let frame = frame(knowledge, locale, translation);
        let rows = reply::under_answer(answer.worth_reading(), answers, &frame);
        let mut written = match answer.reason {
            Some(Reason::SeveralDocuments) => {
                reply::which_document(knowledge.corpus().documents(), locale)
            }
            _ => reply::answer(&answer.at_most(SHOWN), locale),
        };
        written.rows = rows;
        if kind == Kind::Slash {
            written = written.below(text);
        }
        let options = format!("question: {text}");
        pictures.push(picture(name, kind, &options, text, &written, 0));
    }
    Ok(pictures)
}

fn frame<'a>(
    snapshot: &'a Snapshot,
    locale: Locale,
    translation: Option<&'a TranslationUrl>,
) -> Frame<'a> {
    Frame {
        snapshot,
        reader: locale.into(),
        asker: ASKER.0,
        votes: true,
        translation,
    }
}

fn picture(name: &str, kind: Kind, options: &str, text: &str, reply: &Reply, flags: u64) -> Value {
    let command = match name.split('-').next() {
        Some("verify") => "/verify",
        Some("reload") => "/reload",
        _ => "/ask",
    };
    let (kind, asked) = match kind {
        Kind::Slash => ("slash", format!("{command} {options}")),
        Kind::Message => ("message", format!("@verbatim {text}")),
    };
    let mut message = bot::message(reply);
    message["flags"] = json!(flags);
    json!({
        "name": name, "message": message,
        "asked": { "author": ASKER.1, "text": asked.trim(), "kind": kind },
    })
}

/// The folder, answering by meaning too.
fn understood(folder: &Path) -> anyhow::Result<Snapshot> {
    let knowledge = Snapshot::build(folder, LIMITS, 1)?;
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
