//! `/why` shows an admin what an answer rests on: the last one in the channel, or that to a question.

use serenity::model::Permissions;

use crate::bot::app::{App, LookedUp};
use crate::bot::call::Call;
use crate::bot::call::options::Options;
use crate::bot::registry::definition::{Definition, long_text_for};
use crate::library::Ask;
use crate::question::{NotAQuestion, Question};
use crate::reply::{self, Notice, Reply};

/// The question, if one is named.
pub(crate) struct Args(Result<Option<Question>, NotAQuestion>);

pub(crate) fn definition() -> Definition {
    Definition::slash("why")
        .for_admins(Permissions::MANAGE_GUILD)
        .with(vec![long_text_for("question", "why_question")])
}

impl Args {
    pub(crate) fn parse(options: &Options<'_>) -> Self {
        Self(options.text("question").map(Question::parse).transpose())
    }
}

pub(crate) fn run(app: &App, call: &Call, args: Args) -> Reply {
    let locale = call.reader.locale;
    let named = match args.0 {
        Ok(question) => question.map(LookedUp::alone),
        Err(error) => return reply::notice(error.into(), locale),
    };
    if !app.is_admin(&call.asker) {
        return reply::notice(Notice::AdminsOnly, locale);
    }
    let Some(asked) = named.or_else(|| app.last_asked.get(call.channel)) else {
        return reply::nothing_to_explain(locale);
    };
    let snapshot = app.library.current();
    let ask = Ask {
        document: asked.document,
        explain: true,
        ..Ask::new(&asked.question, app.max_quotes)
    };
    match snapshot.ask(&ask) {
        Ok(answered) => match &answered.explanation {
            Some(explanation) => reply::why(&asked.question, explanation, locale),
            None => reply::nothing_to_explain(locale),
        },
        Err(error) => {
            tracing::error!(%error, "an answer could not be explained");
            reply::notice(Notice::Failed, locale)
        }
    }
}
