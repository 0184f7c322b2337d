//! A *follow-up* is a question that is asked in reply to an answer: it is looked up in that answer's
//! document first, and a bare "why?" goes on with the question before.
//!
//! Nothing is remembered for it. The answer itself says what it is about: its buttons name its
//! passage, and the question stands above it or in the message that it replies to.

use serenity::http::Route;
use serenity::model::channel::Message;
use serenity::model::id::{ChannelId, MessageId};

use super::message_text;
use crate::bot::api::components;
use crate::bot::api::rest::Rest;
use crate::library::Bookmark;
use crate::question::Question;
use crate::reply::{ButtonAction, echoed};

/// What an answer was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Earlier {
    /// The document of its passages, by the hash of its path.
    pub(crate) document: Option<u64>,
    question: Option<Before>,
}

/// Where the question before is to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Before {
    /// Above the answer.
    Echo(String),
    /// In the message that was answered.
    Message(ChannelId, MessageId),
}

impl Earlier {
    /// What `answer`, a message of the bot's, was about; `None` where it does not say.
    pub(crate) fn of(answer: &Message) -> Option<Self> {
        let asked = answer
            .message_reference
            .as_ref()
            .and_then(|asked| Some((asked.channel_id, asked.message_id?)));
        let question = echoed(&answer.content)
            .map(Before::Echo)
            .or_else(|| asked.map(|(channel, message)| Before::Message(channel, message)));
        let below = &answer.components;
        let buttons = components::actions_below(below).filter_map(ButtonAction::passage);
        let mut passages: Vec<Bookmark> = buttons.collect();
        if passages.is_empty() {
            passages.extend(components::listed_below(below).map(|anchor| anchor.passage));
        }
        let mut documents = passages.into_iter().map(|passage| passage.document);
        // Several documents are offered as a choice; none of them is what the answer was about.
        let document = documents
            .next()
            .filter(|first| documents.all(|other| other == *first));
        (document.is_some() || question.is_some()).then_some(Self { document, question })
    }

    /// `question` as it goes on with the one before; `None` where that cannot be read any more.
    pub(crate) async fn joined(&self, question: &Question, rest: &Rest) -> Option<Question> {
        let before = match self.question.as_ref()? {
            Before::Echo(question) => question.clone(),
            Before::Message(channel, message) => asked(rest, *channel, *message).await?,
        };
        Question::parse(&format!("{} {before}", question.text())).ok()
    }
}

/// What was asked in a message; Discord gives its text because it speaks to the bot.
async fn asked(rest: &Rest, channel: ChannelId, message: MessageId) -> Option<String> {
    let route = Route::ChannelMessage {
        channel_id: channel,
        message_id: message,
    };
    match rest.get::<Message>(route).await {
        Ok(message) => Some(message_text::text(&message.content)).filter(|text| !text.is_empty()),
        Err(error) => {
            tracing::debug!(%error, "the previous question could not be read");
            None
        }
    }
}
