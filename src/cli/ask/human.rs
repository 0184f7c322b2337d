//! An answer for people: the answering sentence first, then its passage whole, then where it
//! stands.

use std::io::{self, Write};
use std::ops::Range;
use std::path::Path;

use anstyle::{AnsiColor, Style};

use super::AskedLine;
use crate::answer::{Answer, Place, Quote, Reason, Verdict};
use crate::corpus::Document;
use crate::library::{Explanation, Found};

const STRONG: Style = Style::new().bold();
const ANSWER: Style = Style::new().bold().underline();
const FAINT: Style = Style::new().dimmed();
const MARK: Style = AnsiColor::Cyan.on_default();

/// Prints the answer to one question; the question before it where there are several.
pub(super) fn print(
    out: &mut impl Write,
    asked: &AskedLine<'_>,
    several: bool,
    folder: &Path,
    documents: &[Document],
) -> io::Result<()> {
    if several {
        writeln!(out, "{FAINT}? {}{FAINT:#}\n", asked.question)?;
    }
    match &asked.outcome {
        Err(why) => writeln!(out, "No answer: {why}.\n"),
        Ok(answer) => {
            preface(out, answer, documents)?;
            for quote in answer.worth_reading() {
                print_quote(out, quote, folder)?;
            }
            also(out, &answer.places, folder)?;
            match &asked.explanation {
                Some(explanation) => explain(out, explanation),
                None => Ok(()),
            }
        }
    }
}

/// The places that answer as well as the first, a line each.
fn also(out: &mut impl Write, places: &[Place], folder: &Path) -> io::Result<()> {
    let others = places.get(1..).unwrap_or_default();
    for Place {
        document,
        line,
        distinction,
        ..
    } in others
    {
        let file = folder.join(document);
        writeln!(
            out,
            "Also: {distinction}  {FAINT}{}:{line}{FAINT:#}",
            file.display()
        )?;
    }
    if others.is_empty() {
        return Ok(());
    }
    writeln!(out)
}

/// Says what the quotes are when they are no plain answer.
fn preface(out: &mut impl Write, answer: &Answer, documents: &[Document]) -> io::Result<()> {
    match answer.verdict {
        Verdict::Answered => Ok(()),
        Verdict::Weak => {
            writeln!(
                out,
                "Only the closest passages; they may not answer the question.\n"
            )?;
            print_missing(out, answer)
        }
        Verdict::None => {
            let why = match answer.reason {
                Some(Reason::NothingFound) => "none of its words appears in the documents",
                Some(Reason::TooLittleFound) | None => "no passage is close enough to the question",
                Some(Reason::NothingToLookUp) => "the question has only very common words",
                Some(Reason::SmallTalk) => "this is not a question; ask about the documents",
                Some(Reason::SeveralDocuments) => "there are several documents; name one of them",
            };
            writeln!(out, "No answer: {why}.\n")?;
            print_missing(out, answer)?;
            if answer.reason == Some(Reason::SeveralDocuments) {
                list(out, documents)?;
            }
            if answer.worth_reading().is_empty() {
                Ok(())
            } else {
                writeln!(
                    out,
                    "The closest passages; they may not answer the question:\n"
                )
            }
        }
    }
}

/// The titles of the documents, and the files they are in.
fn list(out: &mut impl Write, documents: &[Document]) -> io::Result<()> {
    for Document { source, .. } in documents {
        writeln!(out, "{}  {FAINT}{}{FAINT:#}", source.title, source.document)?;
    }
    writeln!(out)
}

fn print_quote(out: &mut impl Write, quote: &Quote, folder: &Path) -> io::Result<()> {
    let whole = 0..quote.text.len();
    for sentence in quote.highlights.iter().filter(|range| **range != whole) {
        write!(out, "{MARK}\u{25b8}{MARK:#} ")?;
        print_highlight(out, quote, sentence)?;
        writeln!(out, "\n")?;
    }
    print_passage(out, quote)?;
    writeln!(out, "\n{FAINT}\u{2014} {}{FAINT:#}", attribution(quote))?;
    writeln!(out, "{FAINT}  {}{FAINT:#}\n", place(quote, folder))
}

/// Names what of the question is surely missing, if anything.
fn print_missing(out: &mut impl Write, answer: &Answer) -> io::Result<()> {
    match &answer.missing[..] {
        [] => Ok(()),
        words => writeln!(out, "Nothing was found about: {}\n", words.join(", ")),
    }
}

/// The confidence and what it rests on: where the question's terms stand, what each word finds in the
/// passage, then a line a part.
fn explain(out: &mut impl Write, explanation: &Explanation) -> io::Result<()> {
    let compared = if explanation.by_meaning {
        "by words and meaning"
    } else {
        "by words only"
    };
    writeln!(out, "confidence {:.3}, {compared}", explanation.confidence)?;
    if explanation.terms.is_empty() {
        writeln!(out, "{:>16} no words", "looked up")?;
    }
    for (place, found) in [
        ("in the passage", Found::Passage),
        ("above it", Found::Above),
        ("elsewhere", Found::Elsewhere),
        ("nowhere", Found::Nowhere),
    ] {
        let words: Vec<&str> = explanation
            .terms
            .iter()
            .filter(|term| term.found == found)
            .map(|term| term.word.as_str())
            .collect();
        if !words.is_empty() {
            writeln!(out, "{place:>16} {}", words.join(", "))?;
        }
    }
    for asked in &explanation.words {
        let found = asked.counterpart.as_deref().unwrap_or_default();
        writeln!(out, "{:>16} ~ {found} {:.2}", asked.word, asked.cosine)?;
    }
    let unmatched: Vec<&str> = explanation
        .words
        .iter()
        .filter(|asked| asked.unmatched)
        .map(|asked| asked.word.as_str())
        .collect();
    if !unmatched.is_empty() {
        writeln!(out, "{:>16} {}", "no match:", unmatched.join(", "))?;
    }
    for part in &explanation.parts {
        let (name, value, weight) = (part.name, part.value, part.weight);
        writeln!(
            out,
            "{name:>16} {value:>7.3} x {weight:>6.2} = {:>7.3}",
            value * weight
        )?;
    }
    writeln!(out)
}

/// The passage byte for byte, its answering sentences bold where the terminal can show it.
fn print_passage(out: &mut impl Write, quote: &Quote) -> io::Result<()> {
    let mut at = 0;
    for range in &quote.highlights {
        write!(out, "{}", &quote.text[at..range.start])?;
        print_highlight(out, quote, range)?;
        at = range.end;
    }
    writeln!(out, "{}", &quote.text[at..])
}

/// A sentence in bold, underlined what of it answers by itself.
fn print_highlight(out: &mut impl Write, quote: &Quote, range: &Range<usize>) -> io::Result<()> {
    let within = |part: &&Range<usize>| range.start <= part.start && part.end <= range.end;
    let end = range.end..range.end;
    let answer = quote.answer.as_ref().filter(within).unwrap_or(&end);
    for (style, part) in [
        (STRONG, range.start..answer.start),
        (ANSWER, answer.clone()),
        (STRONG, answer.end..range.end),
    ] {
        if !part.is_empty() {
            write!(out, "{style}{}{style:#}", &quote.text[part])?;
        }
    }
    Ok(())
}

fn attribution(quote: &Quote) -> String {
    let source = &quote.source;
    let known = [&source.author, &source.publisher, &source.date];
    std::iter::once(&source.title)
        .chain(known.into_iter().flatten())
        .chain(&source.url)
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" \u{b7} ")
}

fn place(quote: &Quote, folder: &Path) -> String {
    let mut parts = Vec::new();
    if !quote.headings.is_empty() {
        parts.push(quote.headings.join(" \u{203a} "));
    }
    let (first, last, all) = (quote.paragraph, quote.last_paragraph, quote.paragraphs);
    parts.push(if first == last {
        format!("paragraph {first} of {all}")
    } else {
        format!("paragraphs {first}\u{2013}{last} of {all}")
    });
    let file = folder.join(&quote.source.document);
    parts.push(format!("{}:{}", file.display(), quote.line));
    parts.join(" \u{b7} ")
}
