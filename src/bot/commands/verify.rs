//! `/verify`, and the same in the menu of a message, says whether texts stand in the articles.

use std::sync::Arc;

use crate::bot::api::respond::PendingReply;
use crate::bot::app::App;
use crate::bot::call::options::Options;
use crate::bot::call::{Call, message_text};
use crate::bot::registry::definition::{Definition, long_text, private};
use crate::journal::Mode;
use crate::reply::{self, Notice, Reply};

/// What is to be verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Args {
    /// Whether these texts stand in the articles.
    Texts(Vec<String>),
    /// Nothing, and this is to be told instead.
    Notice(Notice),
    /// A message that cannot be read.
    Unreadable,
}

pub(crate) fn definition() -> Definition {
    Definition::slash("verify").with(vec![long_text("text").required(true), private()])
}

/// The command in the menu of a message.
pub(crate) fn definition_on_message() -> Definition {
    Definition::on_message("verify_message")
}

impl Args {
    pub(crate) fn parse(options: &Options<'_>) -> Self {
        Self::from_quoted([options.text("text").unwrap_or_default()])
    }

    /// The quotes in the message in whose menu the command stands.
    pub(crate) fn of_message(options: &Options<'_>) -> Self {
        match options.message {
            None => Self::Notice(Notice::NothingInMessage),
            Some(message) if message_text::is_unreadable(message) => Self::Unreadable,
            Some(message) => {
                Self::from_quoted(message_text::quoted(message).iter().map(String::as_str))
            }
        }
    }

    /// Texts that are said to stand in the articles.
    fn from_quoted<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let texts: Vec<String> = texts
            .into_iter()
            .map(str::trim)
            .filter(|text| text.contains(char::is_alphanumeric))
            .map(str::to_owned)
            .collect();
        if texts.is_empty() {
            return Self::Notice(Notice::NothingToVerify);
        }
        Self::Texts(texts)
    }
}

/// Begins the reply; the channel's settings say who sees it.
pub(crate) fn start(app: &Arc<App>, call: Call, args: Args) -> PendingReply {
    let settings = app.settings_of(call.settings_channel);
    let private = settings.mode == Mode::Off || settings.private;
    let private = private && matches!(args, Args::Texts(_));
    let args = match &args {
        Args::Texts(_) => app.count(&call).map_or_else(Args::Notice, |()| args),
        _ => args,
    };
    app.compute(call.privately_if(private), args, run)
}

fn run(app: &App, call: &Call, args: Args) -> Reply {
    let locale = call.reader.locale;
    match args {
        Args::Texts(texts) => {
            if app.settings_of(call.settings_channel).mode == Mode::Off {
                return reply::notice(Notice::AnswersOff, locale);
            }
            verify(app, &texts, locale)
        }
        Args::Notice(notice) => reply::notice(notice, locale),
        Args::Unreadable => reply::unreadable(&app.registry.mention("verify"), locale),
    }
}

fn verify(app: &App, texts: &[String], locale: reply::Locale) -> Reply {
    let snapshot = app.library.current();
    let looked_at = texts.iter().take(reply::MOST_TEXTS);
    let results: Vec<_> = looked_at
        .map(|text| (text.as_str(), snapshot.verify(text)))
        .collect();
    let reply = reply::verified(&results, texts.len(), &snapshot, locale);
    match texts {
        [text] => reply.below(text),
        _ => reply,
    }
}
