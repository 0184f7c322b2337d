//! `verbatim eval`: how good the answers are, by labelled questions.

mod bound;
mod print;
mod sets;

use std::sync::Arc;

use anyhow::Context;

use super::{EvalArgs, NEGATIVE, SUCCESS, understanding};
use crate::answer::{Answer, Reason};
use crate::dense::Dense;
use crate::eval::{Evaluation, Judged, LabelKind, Labelled};
use crate::library::Snapshot;
use crate::question::Question;
use sets::Set;

pub(super) use bound::{Bound, ceiling, floor};

/// Prints the figures as a table or as JSON; the exit code is 1 when one is beyond its bound.
pub(super) fn eval(args: &EvalArgs) -> anyhow::Result<u8> {
    let loading = args.understanding.load();
    let sets = sets::read(&args.paths, &args.knowledge.knowledge)?;
    let labelling = sets::labelling(&sets)?;
    let bounds = || args.min.iter().chain(&args.max);
    bounds().try_for_each(|bound| bound.check(labelling))?;
    let dense = understanding::loaded(loading)?;
    let mut run = Vec::new();
    for set in &sets {
        run.extend(answered(set, dense.as_ref())?);
    }
    let evaluation = Evaluation::of(labelling, &run);
    let misses = args.misses.then_some(run.as_slice());
    let mut out = anstream::stdout().lock();
    if args.json {
        print::json(&mut out, &evaluation, misses)?;
    } else {
        print::table(&mut out, labelling, &evaluation)?;
        print::misses(&mut out, misses.unwrap_or_default())?;
    }
    let mut code = SUCCESS;
    for broken in bounds().filter_map(|bound| bound.broken(&evaluation.overall)) {
        anstream::eprintln!("{broken}");
        code = NEGATIVE;
    }
    Ok(code)
}

/// Asks all questions of a set.
fn answered<'a>(set: &'a Set, dense: Option<&Arc<Dense>>) -> anyhow::Result<Vec<Judged<'a>>> {
    let knowledge = understanding::encoded(set.knowledge.clone(), dense)?;
    let judged = set.qrels.iter().map(|labelled| {
        let answer = answer(&knowledge, labelled).with_context(|| set.line(labelled))?;
        Ok(Judged {
            folder: set.name.as_deref(),
            outcome: labelled.label.judge(&answer),
            labelled,
            answer,
        })
    });
    judged.collect()
}

/// What holds no word has no answer, which is right where none is expected.
fn answer(knowledge: &Snapshot, labelled: &Labelled) -> anyhow::Result<Answer> {
    let label = &labelled.label;
    match Question::parse(&labelled.question) {
        Ok(question) => Ok(knowledge.answer(&question, label.labelling().depth())?),
        Err(_) if matches!(label.kind(), LabelKind::OnTopic | LabelKind::OffTopic) => {
            Ok(Answer::none(Reason::NothingToLookUp, 0.0, Vec::new()))
        }
        Err(error) => Err(error.into()),
    }
}
