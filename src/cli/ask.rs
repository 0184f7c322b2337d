//! `verbatim ask`: the same walk as on Discord, with the terminal at its end.

mod human;
mod json;

use std::io::{self, BufRead, IsTerminal, Write};
use std::time::{Duration, Instant};

use anyhow::Context;

use super::{AskArgs, FAILURE, NEGATIVE, SUCCESS, understanding};
use crate::answer::{Answer, Verdict};
use crate::library::{Ask, Explanation, Snapshot};
use crate::question::{NotAQuestion, Question};

/// What came of one line that was asked.
struct AskedLine<'a> {
    /// As typed, without surrounding blanks.
    question: &'a str,
    outcome: Result<Answer, NotAQuestion>,
    /// What the confidence rests on, where that was asked for.
    explanation: Option<Explanation>,
    elapsed: Duration,
}

impl AskedLine<'_> {
    fn verdict(&self) -> Verdict {
        self.outcome
            .as_ref()
            .map_or(Verdict::None, |answer| answer.verdict)
    }
}

/// Answers one question, or each line of standard input.
///
/// The exit code is 0 when every question got quotes and 1 when one got none.
pub(super) fn ask(args: &AskArgs) -> anyhow::Result<u8> {
    let knowledge = understanding::open(&args.knowledge.knowledge, &args.understanding)?;
    for problem in knowledge.problems() {
        anstream::eprintln!("{}: {problem}", problem.severity);
    }
    let mut session = Session {
        args,
        knowledge: &knowledge,
        out: anstream::stdout().lock(),
        several: args.question.is_none(),
        worst: SUCCESS,
    };
    let done = match &args.question {
        Some(question) => session.answer(question),
        None => session.answer_lines(),
    };
    done.map(|()| session.worst)
}

struct Session<'a, W: Write> {
    args: &'a AskArgs,
    knowledge: &'a Snapshot,
    out: W,
    several: bool,
    worst: u8,
}

impl<W: Write> Session<'_, W> {
    fn answer_lines(&mut self) -> anyhow::Result<()> {
        let stdin = io::stdin().lock();
        let prompts = stdin.is_terminal();
        prompt(prompts);
        for (number, line) in stdin.split(b'\n').enumerate() {
            let line = line.context("standard input cannot be read")?;
            match String::from_utf8(line) {
                Ok(line) if line.trim().is_empty() => {}
                Ok(line) => self.answer(&line)?,
                Err(error) => {
                    self.worst = FAILURE;
                    anstream::eprintln!("error: line {} is not UTF-8", number + 1);
                    let shown = String::from_utf8_lossy(error.as_bytes()).into_owned();
                    self.print(&AskedLine {
                        question: shown.trim(),
                        outcome: Err(NotAQuestion::Empty),
                        explanation: None,
                        elapsed: Duration::ZERO,
                    })?;
                }
            }
            prompt(prompts);
        }
        Ok(())
    }

    fn answer(&mut self, line: &str) -> anyhow::Result<()> {
        #[allow(
            clippy::disallowed_methods,
            reason = "the edge measures, the core does not"
        )]
        let began = Instant::now();
        let (outcome, explanation) = match Question::parse(line) {
            Ok(question) => {
                let most = usize::from(self.args.quotes.top);
                let answered = self.knowledge.ask(&Ask {
                    explain: self.args.explain,
                    ..Ask::new(&question, most)
                })?;
                (Ok(answered.answer), answered.explanation)
            }
            Err(why) => (Err(why), None),
        };
        self.print(&AskedLine {
            question: line.trim(),
            outcome,
            explanation,
            elapsed: began.elapsed(),
        })
    }

    fn print(&mut self, asked: &AskedLine<'_>) -> anyhow::Result<()> {
        if asked.verdict() == Verdict::None {
            self.worst = self.worst.max(NEGATIVE);
        }
        if self.args.json {
            json::print(&mut self.out, asked)?;
        } else {
            human::print(
                &mut self.out,
                asked,
                self.several,
                &self.args.knowledge.knowledge,
                self.knowledge.corpus().documents(),
            )?;
        }
        // A reader at the other end of a pipe gets each answer when it is there.
        Ok(self.out.flush()?)
    }
}

fn prompt(wanted: bool) {
    if wanted {
        anstream::eprint!("? ");
    }
}
