//! `verbatim eval`: how good the answers are, by labelled questions.

use std::fs;
use std::io::{self, Write};

use anyhow::{Context, anyhow, bail};

use super::{EvalArgs, NEGATIVE, SUCCESS, understanding};
use crate::eval::{DEPTH, Evaluation, KEYS, Labelled, Metrics, Outcome, Place, read_qrels};
use crate::knowledge::Knowledge;
use crate::question::Question;

/// Prints the figures as a table or as JSON; the exit code is 1 when one is below its floor.
pub(super) fn eval(args: &EvalArgs) -> anyhow::Result<u8> {
    let path = args.questions.display();
    let text = fs::read_to_string(&args.questions).with_context(|| format!("{path}"))?;
    let qrels = read_qrels(&text).map_err(|bad| anyhow!("{path}:{bad}"))?;
    let knowledge = understanding::open(&args.knowledge.knowledge, &args.understanding)?;
    let run: Vec<(String, Outcome)> = qrels
        .iter()
        .map(|labelled| {
            let outcome = outcome(&knowledge, labelled);
            let outcome = outcome.with_context(|| format!("{path}:{}", labelled.line))?;
            Ok((labelled.lang.clone(), outcome))
        })
        .collect::<anyhow::Result<_>>()?;
    let evaluation = Evaluation::of(&run);
    let mut out = anstream::stdout().lock();
    if args.json {
        serde_json::to_writer(&mut out, &evaluation)?;
        writeln!(out)?;
    } else {
        print_table(&mut out, &evaluation)?;
    }
    let mut code = SUCCESS;
    for (key, floor) in &args.min {
        let figure = evaluation.overall.get(key);
        if figure.is_none_or(|figure| figure < *floor) {
            anstream::eprintln!("{key} is {}, below its floor {floor}", shown(figure));
            code = NEGATIVE;
        }
    }
    Ok(code)
}

/// Reads `KEY=VALUE`.
pub(super) fn floor(text: &str) -> Result<(String, f64), String> {
    let (key, value) = text.split_once('=').ok_or("it must be KEY=VALUE")?;
    if !KEYS.contains(&key) {
        return Err(format!("`{key}` is none of {}", KEYS.join(", ")));
    }
    if key == "false_answers" {
        return Err(format!(
            "`{key}` is better the lower it is, so it has no floor"
        ));
    }
    match value.parse() {
        Ok(floor) if f64::is_finite(floor) => Ok((key.to_owned(), floor)),
        _ => Err(format!("`{value}` is no number")),
    }
}

fn outcome(knowledge: &Knowledge, labelled: &Labelled) -> anyhow::Result<Outcome> {
    if let Some(Place {
        document,
        paragraph,
    }) = labelled.missing(knowledge.corpus())
    {
        bail!("the folder has no paragraph {paragraph} of `{document}`");
    }
    let question = Question::parse(&labelled.question)?;
    let answer = knowledge.answer(&question, DEPTH)?;
    Ok(Outcome::of(labelled, &answer))
}

/// One line a language and one over all, the figures in the order of [`KEYS`].
fn print_table(out: &mut impl Write, evaluation: &Evaluation) -> io::Result<()> {
    write!(
        out,
        "{:<8} {:>9} {:>10}",
        "language", "questions", "answerable"
    )?;
    for key in KEYS {
        write!(out, " {key:>13}")?;
    }
    writeln!(out)?;
    for (language, metrics) in &evaluation.by_language {
        print_row(out, language, metrics)?;
    }
    print_row(out, "all", &evaluation.overall)
}

fn print_row(out: &mut impl Write, name: &str, metrics: &Metrics) -> io::Result<()> {
    let (questions, answerable) = (metrics.questions, metrics.answerable);
    write!(out, "{name:<8} {questions:>9} {answerable:>10}")?;
    for key in KEYS {
        write!(out, " {:>13}", shown(metrics.get(key)))?;
    }
    writeln!(out)
}

fn shown(figure: Option<f64>) -> String {
    figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.3}"))
}
