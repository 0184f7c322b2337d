//! Writes the replies to a fixed set of questions as Discord receives them, for
//! `tools/gallery/gallery.mjs` to draw: questions on the article of `knowledge/`, and on the files of
//! an invented community in `tools/gallery/knowledge/`.
//!
//! ```sh
//! cargo run --release --features tools --example gallery > replies.json
//! ```

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use serde_json::{Value, json};
use verbatim::answer::Verdict;
use verbatim::bot;
use verbatim::corpus::Limits;
use verbatim::dense::{Dense, Plan, Store};
use verbatim::encoder::Encoder;
use verbatim::journal::{Gap, Timestamp};
use verbatim::language::Language;
use verbatim::library::{Library, Snapshot};
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

const EN: Locale = Locale::English;
const FR: Locale = Locale::French;
const JA: Locale = Locale::Japanese;

/// Scenes of the article.
const ARTICLE: [Scene; 11] = [
    ("answer-en", Kind::Message, EN, "What does the US plan say?"),
    (
        "answer-fr",
        Kind::Message,
        FR,
        "Qui a lancé l'organisation ?",
    ),
    (
        "answer-ja",
        Kind::Message,
        JA,
        "誰が新しい国際組織を設立しましたか？",
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
    ("weak-en", Kind::Message, EN, "Is it reliable?"),
    ("weak-fr", Kind::Message, FR, "Quel est le budget du plan ?"),
    ("weak-ja", Kind::Message, JA, "計画の予算は？"),
    (
        "none-en",
        Kind::Slash,
        EN,
        "What is the capital of Australia?",
    ),
    (
        "none-fr",
        Kind::Message,
        FR,
        "Quelle est la capitale de l'Australie ?",
    ),
    (
        "none-ja",
        Kind::Message,
        JA,
        "オーストラリアの首都はどこですか？",
    ),
];

/// Scenes of the community.
const COMMUNITY: [Scene; 16] = [
    ("choice-en", Kind::Message, EN, "mage health"),
    ("choice-fr", Kind::Message, FR, "health du mage ?"),
    ("choice-ja", Kind::Message, JA, "Mage の health は？"),
    (
        "slices-list",
        Kind::Slash,
        EN,
        "which command tells when the next event begins?",
    ),
    (
        "slices-table",
        Kind::Message,
        EN,
        "how much does the Quartz Bow cost?",
    ),
    (
        "table-row",
        Kind::Message,
        EN,
        "what happens the second time I insult somebody?",
    ),
    (
        "question-and-answer",
        Kind::Slash,
        EN,
        "can I move my character to another realm?",
    ),
    (
        "details",
        Kind::Message,
        EN,
        "why did the bot delete my message",
    ),
    ("code", Kind::Message, EN, "how do I change the port?"),
    (
        "several-items",
        Kind::Message,
        EN,
        "what was fixed in patch 2.4?",
    ),
    ("parents", Kind::Message, EN, "who are the moderators?"),
    (
        "rule-heading",
        Kind::Message,
        EN,
        "can we talk about politics?",
    ),
    (
        "help-de",
        Kind::Message,
        Locale::German,
        "Hallo, wie geht es dir?",
    ),
    ("help-ja", Kind::Message, JA, "ありがとう！"),
    ("overview-fr", Kind::Slash, FR, "résume"),
    ("overview-en", Kind::Message, EN, "what is the FAQ about?"),
];

/// Scenes of the folder that the README shows, for the animated picture.
const DEMO: [Scene; 1] = [(
    "demo-answer",
    Kind::Message,
    EN,
    "I found a bug, where do I post it?",
)];
/// A changed quote of that folder.
const DEMO_QUOTE: &str = "Name your version: it is in the corner of the main menu.";

/// Quotes of the article that are verified.
const VERIFIED: [(&str, Locale, &str); 4] = [
    (
        "verify-exact",
        EN,
        "Pékin a lancé une nouvelle organisation internationale",
    ),
    (
        "verify-part-en",
        EN,
        "Pékin a lancé une nouvelle organisation nationale pour ses voisins",
    ),
    (
        "verify-part-fr",
        FR,
        "Pékin a lancé une nouvelle organisation nationale pour ses voisins",
    ),
    (
        "verify-part-ja",
        JA,
        "Pékin a lancé une nouvelle organisation nationale pour ses voisins",
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
    for (name, locale, text) in VERIFIED {
        pictures.push(verified(&knowledge, name, locale, text));
    }
    pictures.extend(page(&knowledge, "page-en", ARTICLE[1].3)?);
    pictures.extend(demo()?);
    pictures.extend(admins(community)?);
    println!("{}", serde_json::to_string_pretty(&pictures)?);
    Ok(())
}

/// The passage that *Show passage* opens below the answer to a question.
fn page(knowledge: &Snapshot, name: &str, text: &str) -> anyhow::Result<Option<Value>> {
    let answer = knowledge.answer(&Question::parse(text)?, 1)?;
    let frame = frame(knowledge, EN, None);
    Ok(answer.quotes.first().and_then(|quote| {
        let whole = knowledge.find_anchor(knowledge.anchor(quote)).ok()?;
        let page = reply::page(&whole, None, &frame);
        Some(picture(name, Kind::Message, "", text, &page, 0))
    }))
}

fn verified(knowledge: &Snapshot, name: &str, locale: Locale, text: &str) -> Value {
    let results = [(text, knowledge.verify(text))];
    let verified = reply::verified(&results, 1, knowledge, locale).below(text);
    let options = format!("text: {text}");
    picture(name, Kind::Slash, &options, text, &verified, 0)
}

/// The steps of the animated picture.
fn demo() -> anyhow::Result<Vec<Value>> {
    let knowledge = understood(Path::new("examples/knowledge"))?;
    let mut steps = answers(&knowledge, &DEMO, None)?;
    steps.push(verified(&knowledge, "demo-verify", EN, DEMO_QUOTE));
    Ok(steps)
}

/// What an admin reads: a reload with a problem, and the questions without a good answer.
fn admins(community: &Path) -> anyhow::Result<Vec<Value>> {
    let folder = tempfile::tempdir()?;
    for file in ["faq.md", "rules.md", "prices.md"] {
        fs::copy(community.join(file), folder.path().join(file))?;
    }
    let library = Library::open(folder.path().to_owned(), LIMITS, None, UNIX_EPOCH, |_| ())?;
    let events = "# Events\n\nThe spring race begins on 3 May.\n\nThe harbour feast is in June.\n";
    fs::write(folder.path().join("events.md"), events)?;
    fs::write(
        folder.path().join("patch-2.5.md"),
        "---\ntitle: Patch 2.5\n",
    )?;
    fs::remove_file(folder.path().join("prices.md"))?;
    let report = library.reload(UNIX_EPOCH)?;
    let gap = |id, question: &str, count, verdict| Gap {
        id,
        question: question.to_owned(),
        language: Some(Language::of_text(question)),
        verdict,
        count,
        last: Timestamp(1_768_400_000),
        date: "2026-01-14".to_owned(),
        guilds: Vec::new(),
    };
    let gaps = [
        gap(7, "is there a mobile app?", 12, Verdict::None),
        gap(12, "when does the winter event end", 5, Verdict::Weak),
        gap(15, "comment changer de pseudo ?", 2, Verdict::None),
    ];
    let mut pictures = Vec::new();
    for (code, locale) in [("en", EN), ("fr", FR), ("ja", JA)] {
        let reloaded = reply::reloaded(&report, Duration::from_millis(240), locale);
        for (name, reply) in [("reload", reloaded), ("gaps", reply::gaps(&gaps, locale))] {
            let name = format!("{name}-{code}");
            pictures.push(picture(&name, Kind::Slash, "", "", &reply, EPHEMERAL));
        }
    }
    Ok(pictures)
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
        let mut written = reply::answer(&answer, SHOWN, &frame(knowledge, locale, translation));
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
    let command = match name.trim_start_matches("demo-").split('-').next() {
        Some("verify") => "/verify",
        Some("reload") => "/reload",
        Some("gaps") => "/gaps",
        _ => "/ask",
    };
    let (kind, asked) = match kind {
        Kind::Slash => ("slash", format!("{command} {options}")),
        Kind::Message => ("message", format!("@verbatim {text}")),
    };
    let mut message = bot::message(reply);
    message["flags"] = json!(flags);
    let lang = name
        .rsplit('-')
        .next()
        .filter(|code| ["ja", "ko"].contains(code));
    json!({
        "name": name, "message": message, "lang": lang.unwrap_or_default(),
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
