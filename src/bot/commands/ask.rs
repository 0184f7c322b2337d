//! `/ask`, and the same in the menu of a message, quotes what the articles say to a question.
//!
//! Messages and titles of forum posts ask the same, and buttons read on from an answer.

mod answer;
mod buttons;
mod look_up;

use std::sync::Arc;

use crate::bot::api::respond::PendingReply;
use crate::bot::app::App;
use crate::bot::app::queue::Lane;
use crate::bot::call::follow_up::Earlier;
use crate::bot::call::options::Options;
use crate::bot::call::{Call, message_text};
use crate::bot::metrics::Refusal;
use crate::bot::registry::definition::{Definition, long_text, private};
use crate::journal::Mode;
use crate::question::{Intent, MAX_QUESTION_UNITS, Question};
use crate::reply::{self, Notice, Reply, limits};
use crate::suggestion::MAX_SUGGESTION_UNITS;

pub(crate) use answer::frame;
pub(crate) use buttons::{PageTurn, page, vote};
pub(crate) use look_up::look_up;

// Whatever is a question can be typed, and whatever is suggested can be shown.
const _: () = assert!(MAX_QUESTION_UNITS <= limits::OPTION_TEXT);
const _: () = assert!(MAX_SUGGESTION_UNITS <= limits::SUGGESTION);

/// What is asked, or what is to be said instead of an answer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Args {
    /// Quote what the articles say to this.
    Question(AskedQuestion),
    /// Say how to ask.
    Help,
    /// Say that answers in this channel are for the asker only, so a message gets none.
    PrivateChannel,
    /// Say that a message cannot be read, and which command takes its words.
    Unreadable,
    /// Say that there is nothing to answer.
    Notice(Notice),
}

/// A question, and what it belongs to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct AskedQuestion {
    pub(crate) question: Question,
    /// The question is to stand above the answer, because nobody saw it being asked.
    pub(crate) echo: bool,
    /// Whether it may be noted when it has no answer: what somebody else has written may not.
    own: bool,
    /// The answer that this is a reply to.
    earlier: Option<Earlier>,
}

pub(crate) fn definition() -> Definition {
    let question = long_text("question").required(true).set_autocomplete(true);
    Definition::slash("ask").with(vec![question, private()])
}

/// The command in the menu of a message.
pub(crate) fn definition_on_message() -> Definition {
    Definition::on_message("find")
}

impl Args {
    pub(crate) fn parse(options: &Options<'_>) -> Self {
        Self::from_text(options.text("question").unwrap_or_default())
    }

    /// The text of the message in whose menu the command stands, taken as the question.
    pub(crate) fn of_message(options: &Options<'_>) -> Self {
        let nothing = Self::Notice(Notice::NothingInMessage);
        match options.message {
            None => nothing,
            Some(message) if message_text::is_unreadable(message) => Self::Unreadable,
            Some(message) => match Self::from_text(&message_text::asked(message)) {
                Self::Notice(Notice::QuestionEmpty) => nothing,
                Self::Question(asked) => Self::Question(AskedQuestion {
                    own: false,
                    ..asked
                }),
                other => other,
            },
        }
    }

    /// What a member said to the bot, perhaps in reply to an answer of the bot's. The answer refers
    /// to the message, so the question need not stand above it.
    pub(crate) fn of_speech(text: &str, earlier: Option<Earlier>) -> Self {
        match Self::from_text(text) {
            Self::Question(asked) => Self::Question(AskedQuestion {
                echo: false,
                earlier,
                ..asked
            }),
            Self::Notice(Notice::QuestionEmpty) => Self::Help,
            other => other,
        }
    }

    fn from_text(text: &str) -> Self {
        match Question::parse(text) {
            Ok(question) if question.intent() == Intent::SmallTalk => Self::Help,
            Ok(question) => Self::Question(AskedQuestion {
                question,
                echo: true,
                own: true,
                earlier: None,
            }),
            Err(error) => Self::Notice(error.into()),
        }
    }
}

/// Begins the reply, unless the question comes too soon.
pub(crate) fn start(app: &Arc<App>, call: Call, args: impl FnOnce() -> Args) -> PendingReply {
    let args = counted(app, &call, if_room(app, &call, args));
    begin(app, call, args)
}

/// The arguments, if there is room for a question. Past that none is read, so that a flood takes little
/// from those who are answered.
pub(crate) fn if_room(app: &App, call: &Call, args: impl FnOnce() -> Args) -> Args {
    if app.queue.has_room(Lane::from(call)) {
        args()
    } else {
        app.metrics.refused(Refusal::Busy);
        Args::Notice(Notice::Busy)
    }
}

/// The same arguments; a question that comes too soon is answered by how long to wait.
pub(crate) fn counted(app: &App, call: &Call, args: Args) -> Args {
    match &args {
        Args::Question(_) | Args::Notice(Notice::Busy) => {
            app.count(call).map_or_else(Args::Notice, |()| args)
        }
        _ => args,
    }
}

/// Begins the reply; the channel's settings say who sees an answer.
pub(crate) fn begin(app: &Arc<App>, call: Call, args: Args) -> PendingReply {
    let settings = app.settings_of(call.settings_channel);
    let private = settings.mode == Mode::Off || settings.private;
    let private = private && matches!(args, Args::Question(_));
    app.answer(call.privately_if(private), args, run)
}

async fn run(app: Arc<App>, call: Call, args: Args) -> Reply {
    let locale = call.reader.locale;
    match args {
        Args::Question(asked) => {
            if app.settings_of(call.settings_channel).mode == Mode::Off {
                return reply::notice(Notice::AnswersOff, locale);
            }
            answer::answer(app, call, asked).await
        }
        Args::Help => reply::help(&app.registry.mention("ask"), locale),
        Args::PrivateChannel => reply::answers_private(&app.registry.mention("ask"), locale),
        Args::Unreadable => reply::unreadable(&app.registry.mention("ask"), locale),
        Args::Notice(notice) => reply::notice(notice, locale),
    }
}

/// What may be meant while a question is typed, as it is shown and as it is then sent.
pub(crate) fn suggest(app: &App, typed: &str) -> Vec<(String, String)> {
    let suggested = app.library.current().suggest(typed, limits::SUGGESTIONS);
    suggested
        .into_iter()
        .map(|text| (text.clone(), text))
        .collect()
}
