//! The *buttons* below an answer: they turn to another passage, and count what members say of one.

use super::answer::frame;
use crate::bot::app::journal::unsaved;
use crate::bot::app::{App, clock};
use crate::bot::call::Call;
use crate::journal::{PassageKey, Vote};
use crate::library::{Anchor, Bookmark, Changed};
use crate::reply::{self, Menu, Notice, Reply};

/// A passage to turn to; the menu below the message stays, and what stands above the answer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PageTurn {
    pub(crate) anchor: Anchor,
    pub(crate) menu: Option<Menu>,
    pub(crate) question: Option<String>,
    pub(crate) caution: String,
}

/// A passage that a member has turned to.
pub(crate) fn page(app: &App, call: &Call, page: PageTurn) -> Reply {
    let snapshot = app.library.current();
    let frame = frame(app, &snapshot, call.asker.user, call.reader);
    let reply = match snapshot.find_anchor(page.anchor) {
        Ok(quote) => Reply {
            content: page.caution,
            ..reply::page(&quote, page.menu, &frame)
        },
        Err(Changed) => reply::notice(Notice::ArticleChanged, call.reader.locale),
    };
    match page.question.filter(|_| !reply.aside) {
        Some(question) => reply.below(&question),
        None => reply,
    }
}

/// Counts what a member says of a passage.
pub(crate) fn vote(app: &App, call: &Call, (passage, vote): (Bookmark, Vote)) -> Reply {
    let (member, locale) = (call.asker.user, call.reader.locale);
    if !app.journal.keeps_questions() {
        return reply::notice(Notice::JournalOff, locale);
    }
    let Ok(quote) = app.library.current().find(passage) else {
        return reply::notice(Notice::ArticleChanged, locale);
    };
    let before = app.votes_cast.cast(passage, member, vote);
    let key = PassageKey::of(&quote);
    match app.journal.vote(&key, before, Some(vote), clock::now()) {
        Ok(()) => reply::notice(Notice::VoteCounted, locale),
        Err(error) => {
            app.votes_cast.put_back(passage, member, before);
            unsaved(&error, locale)
        }
    }
}
