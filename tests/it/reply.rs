//! What a member reads: replies as they look, and what holds for every one of them.

mod controls;
pub mod discord_markdown;
mod missing;
mod properties;
mod shown;
mod wording;

use std::ops::Range;
use std::time::{Duration, UNIX_EPOCH};

use verbatim::answer::{Answer, Quote, Reason};
use verbatim::corpus::{Document, Problem, RemovedText, Severity};
use verbatim::language::Language;
use verbatim::library::{Changes, ReloadReport};
use verbatim::passage::{Passage, Source};
use verbatim::question::NotAQuestion;
use verbatim::reply::{self, About, Locale, Notice, Reply, limits};

use crate::fuzz::targets::replies::check_limits;
use crate::support;
use shown::{frame, shown};
pub use shown::{quotes_in, written};

const SPREAD: &str = "Une partie importante de la stratégie chinoise en matière d'IA repose sur son \
    orientation diplomatique de soutien aux pays du « Sud global ». Lors de la conférence, le \
    Premier ministre chinois a souligné l'importance d'aider ces pays à développer leurs capacités \
    en IA, une initiative saluée par des responsables comme le conseiller spécial du \
    vice-président indonésien, qui a affirmé que son pays appréciait l'initiative.";
const OPEN: &str = "La Chine mise également sur le modèle de « l'ouverture » adopté par des \
    startups comme Deepseek, qui a surpris le monde en lançant des modèles d'IA puissants, \
    open-source et gratuits, qui rivalisent avec ceux développés par OpenAI. Cette approche est \
    particulièrement précieuse pour les pays en développement.";

fn source(title: &str) -> Source {
    Source {
        document: format!("{title}.md"),
        title: title.to_owned(),
        publisher: Some("Next News".to_owned()),
        author: None,
        date: Some("4 août".to_owned()),
        url: None,
    }
}

fn article() -> Source {
    let title = "Conflit pour l'avenir : La Chine défie les États-Unis";
    let url = Some("https://example.org/conflit".to_owned());
    Source {
        url,
        ..source(title)
    }
}

fn quote(source: &Source, paragraph: u32, text: &str, highlights: Vec<Range<usize>>) -> Quote {
    let headings = vec!["Le pari de la Chine sur le « Sud global »".to_owned()];
    support::quote(source, text, [paragraph, 9], headings, highlights)
}

/// A quote whose answering sentence is `sentence`.
fn quoting(source: &Source, paragraph: u32, text: &str, sentence: &str) -> Quote {
    let start = text.find(sentence).expect("the sentence is in the text");
    let highlight = start..start + sentence.len();
    quote(source, paragraph, text, vec![highlight])
}

fn quoted(sure: bool, quotes: Vec<Quote>) -> Answer {
    Answer::quoted(sure, 0.8, quotes)
}

fn no_answer(reason: Reason, nearest: Vec<Quote>) -> Answer {
    Answer::none(reason, 0.15, nearest)
}

#[track_caller]
fn check(name: &str, reply: &Reply) {
    check_limits(reply);
    insta::assert_snapshot!(name, shown(reply));
}

#[test]
fn an_answer() {
    let article = article();
    let best = quoting(&article, 8, OPEN, &OPEN[..OPEN.find(" Cette").unwrap()]);
    let next = quoting(
        &article,
        7,
        SPREAD,
        &SPREAD[..SPREAD.find(" Lors").unwrap()],
    );
    let answer = quoted(true, vec![best, next]);
    check("answered", &written(&answer, Locale::French));
}

#[test]
fn perhaps_an_answer() {
    let answer = quoted(false, vec![quote(&article(), 7, SPREAD, Vec::new())]);
    for locale in [Locale::English, Locale::French, Locale::Korean] {
        let name = format!("weak_{}", locale.code());
        check(&name, &written(&answer, locale));
    }
}

#[test]
fn no_answer_at_all() {
    let nearest = vec![quote(&article(), 7, SPREAD, Vec::new())];
    let answer = no_answer(Reason::TooLittleFound, nearest);
    for locale in [Locale::English, Locale::French, Locale::Korean] {
        let name = format!("nearest_{}", locale.code());
        check(&name, &written(&answer, locale));
    }
    let far = Answer {
        confidence: 0.05,
        ..answer
    };
    assert_eq!(written(&far, Locale::English).content.lines().count(), 1);
    let content = |reason| written(&no_answer(reason, Vec::new()), Locale::English).content;
    insta::assert_snapshot!(content(Reason::NothingFound), @"None of the words in this question appear in the articles.");
    insta::assert_snapshot!(content(Reason::TooLittleFound), @"I found no answer to this question in the articles.");
    insta::assert_snapshot!(content(Reason::SmallTalk), @"Ask with /ask, mention me with a question, or send me a direct message. I answer with quotes from the articles, word for word.");
    insta::assert_snapshot!(content(Reason::SeveralDocuments), @"There are several articles. Name the one you mean by its title.");
    insta::assert_snapshot!(content(Reason::NothingToLookUp), @"There’s nothing in this question I can look up. Try naming the topic.");
}

#[test]
fn several_documents() {
    let (one, two) = (
        article(),
        Source {
            date: None,
            ..source("2. *Zwei* [neu]")
        },
    );
    let answer = quoted(
        true,
        vec![
            quoting(&one, 1, "Eins. Zwei.", "Eins."),
            quoting(&two, 2, "- Drei.\n- Vier.", "Vier."),
            quoting(&two, 3, "Fünf.", "Fünf."),
            quoting(&one, 4, "Sechs.", "Sechs."),
        ],
    );
    check("several_documents", &written(&answer, Locale::German));
}

#[test]
fn a_long_quote_is_cut_around_its_answer() {
    let filler = "Nothing of note happened on that day. ".repeat(40);
    let text =
        format!("{filler}The bridge was opened in 1932. {filler}It closed in 1999. {filler}");
    let range = |sentence: &str| {
        let start = text.find(sentence).unwrap();
        start..start + sentence.len()
    };
    let highlights = vec![
        range("The bridge was opened in 1932."),
        range("It closed in 1999."),
    ];
    let source = source("The bridge");
    let best = quote(&source, 1, &text, highlights.clone());
    let further = quote(&source, 2, &text, highlights);
    let answer = quoted(true, vec![best, further]);
    check("long_quote", &written(&answer, Locale::English));
}

#[test]
fn the_words_that_answer_are_underlined_in_a_sure_answer_only() {
    let check = |text: &str, words: &str, sure: bool, expected: Option<&str>| {
        let mut quote = quoting(&source("T"), 1, text, text);
        let start = text.find(words).unwrap();
        quote.answer = Some(start..start + words.len());
        let answer = if sure {
            quoted(true, vec![quote])
        } else {
            no_answer(Reason::TooLittleFound, vec![quote])
        };
        let reply = written(&answer, Locale::English);
        let quotes = reply
            .embeds
            .first()
            .map(|embed| quotes_in(&embed.description));
        let block = quotes.map(|quotes| quotes[0].block.clone());
        assert_eq!(block.as_deref(), expected);
    };
    let text = "The hall opened in 1998.";
    check(
        text,
        "1998",
        true,
        Some("> **The hall opened in __1998__.**"),
    );
    check("1998", "1998", true, Some("> **__1998__**"));
    check(
        "a_b 5 % _c_",
        "5 %",
        true,
        Some(r"> **a\_b __5 %__ \_c\_**"),
    );
    check("_5_", "5", true, Some(r"> **\___5__\_**"));
    check("300人です。", "300人", true, Some("> **__300人__です。**"));
    check("1. May", "1. May", true, Some(r"> **__1\. May__**"));
    check(text, "1998", false, None);
}

#[test]
fn a_sentence_over_the_limit_keeps_its_beginning() {
    let check = |text: &str, start: &str, end: &str| {
        let answer = quoted(true, vec![quoting(&source("T"), 1, text, text)]);
        let reply = written(&answer, Locale::English);
        check_limits(&reply);
        let quotes = quotes_in(&reply.embeds[0].description);
        let seen = discord_markdown::block_quote(&quotes[0].block).unwrap();
        assert!(seen.text.starts_with(start), "{}", seen.text);
        assert!(seen.text.ends_with(end), "{}", seen.text);
        assert!(limits::length(&seen.text) > 1_500, "{}", seen.text);
    };
    check(&"bread and cod ".repeat(500), "bread", "d […]");
    check(&"l".repeat(5_000), "lll", "l […]");
    check(&"中国的人工智能".repeat(700), "中国", " […]");
    check(&"👩‍👩‍👧".repeat(700), "👩‍👩‍👧", "👩‍👩‍👧 […]");
    check(
        &format!("e{}", "\u{301}".repeat(5_000)),
        "e\u{301}",
        "\u{301} […]",
    );
}

#[test]
fn titles_and_attributions_are_cut_at_words() {
    let mut source = source(&"An endless title ".repeat(40));
    source.publisher = Some("A publisher with a very long name ".repeat(10));
    let answer = quoted(true, vec![quoting(&source, 1, "Yes.", "Yes.")]);
    check("long_title", &written(&answer, Locale::English));
}

#[test]
fn an_address_discord_would_refuse_is_no_link() {
    let check = |url: &str, linked| {
        let source = Source {
            url: Some(url.to_owned()),
            ..source("T")
        };
        let answer = quoted(true, vec![quoting(&source, 1, "Yes.", "Yes.")]);
        let reply = written(&answer, Locale::English);
        let small = &quotes_in(&reply.embeds[0].description)[0].small;
        assert_eq!(small[0].starts_with("[T]("), linked, "{url}: {}", small[0]);
    };
    check("https://example.org/a?b=c#d", true);
    check("http://example.org", true);
    check("javascript:alert(1)", false);
    check("https://example.org/a b", false);
    check(&format!("https://example.org/{}", "a".repeat(3_000)), false);
}

fn document(source: Source, passages: u32) -> Document {
    let passage = |paragraph| Passage::of_text(paragraph, 0..1, 1, Vec::new());
    Document {
        source,
        language: Language::from_tag("fr").unwrap(),
        text: "a".to_owned(),
        removed: RemovedText::default(),
        passages: (1..=passages).map(passage).collect(),
    }
}

#[test]
fn the_list_of_sources() {
    let url = Some("https://example.org/a_(b)*".to_owned());
    let bracketed = Source {
        url,
        ..source("[Zwei] #2")
    };
    let documents = [
        document(article(), 9),
        document(bracketed, 1),
        document(source("Trois"), 2),
    ];
    check("sources", &reply::sources(&documents, Locale::French));

    let many = vec![document(article(), 9); 500];
    let reply = reply::sources(&many, Locale::English);
    check_limits(&reply);
    let last = reply.embeds[0].description.lines().last().unwrap();
    let listed = reply.embeds[0].description.matches("Next News").count();
    assert_eq!(last, format!("and {} more", 500 - listed));
}

#[test]
fn about_the_bot() {
    let tags = ["fr", "nl"];
    let languages = tags.map(|tag| Language::from_tag(tag).unwrap());
    let about = About {
        version: "0.1.0",
        documents: 1,
        passages: 9,
        languages: &languages,
        loaded: UNIX_EPOCH,
        by_meaning: true,
    };
    for locale in Locale::ALL {
        check(
            &format!("about_{}", locale.code()),
            &reply::about(&about, locale),
        );
    }
}

#[test]
fn a_reload() {
    let problem = |line, message: &str| Problem {
        path: "notes/`old`_draft.md".to_owned(),
        line,
        message: message.to_owned(),
        severity: Severity::Problem,
    };
    let mut report = ReloadReport {
        documents: Changes {
            added: 2,
            changed: 1,
            removed: 0,
        },
        passages: Changes {
            added: 20,
            changed: 3,
            removed: 1,
        },
        problems: vec![problem(3, "the *front matter* is not closed")],
        documents_total: 3,
        passages_total: 28,
    };
    report.problems.push(Problem {
        path: "a.md".to_owned(),
        ..problem(1, "the file is empty")
    });
    report.problems.push(Problem {
        severity: Severity::Warning,
        ..problem(2, "unknown key `mood`")
    });
    let reloaded = reply::reloaded(&report, Duration::from_millis(420), Locale::English);
    check("reloaded", &reloaded);
    check(
        "reload_failed",
        &reply::reload_failed("the folder is gone", &report.problems, Locale::French),
    );

    report.problems = vec![problem(7, &"very long ".repeat(50)); 300];
    report.documents = Changes::default();
    report.passages = Changes::default();
    let reply = reply::reloaded(&report, Duration::from_secs(75), Locale::English);
    check_limits(&reply);
    assert_eq!(reply.embeds[0].description, "Nothing has changed.");
    assert_eq!(
        reply.embeds[0].footer,
        "3 articles · 28 passages · Loaded in 75\u{a0}s"
    );
    assert_eq!(reply.embeds[0].fields[0].name, "300 problems");
    assert!(reply.embeds[0].fields[0].value.ends_with("\n…"));
}

#[test]
fn calm_sentences() {
    let notices = [
        Notice::AdminsOnly,
        Notice::Failed,
        Notice::from(NotAQuestion::Empty),
        Notice::from(NotAQuestion::TooLong),
        Notice::NothingInMessage,
        Notice::Busy,
        Notice::Cooldown(1),
        Notice::Cooldown(7),
    ];
    for locale in Locale::ALL {
        let replies = notices.map(|notice| reply::notice(notice, locale));
        let help = reply::help("</ask:1>", locale);
        replies.iter().chain([&help]).for_each(check_limits);
        let sentences = replies
            .iter()
            .chain([&help])
            .map(shown)
            .collect::<Vec<_>>()
            .join("\n");
        insta::assert_snapshot!(format!("notices_{}", locale.code()), sentences);
    }
}
