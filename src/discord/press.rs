//! A *press* of a button, or a choice from a menu, and what is to be done about it.

use serenity::model::application::{ComponentInteraction, ComponentInteractionDataKind};

use super::components;
use super::request::{Asker, AtRest, Request, Showing, Want, is_private};
use crate::journal::Vote;
use crate::knowledge::Bookmark;
use crate::reply::{Action, Locale, Notice, Reader, echoed};

/// What a press leads to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Press {
    /// A reply, as to everything else that is wanted.
    Reply(Box<Request>),
    /// The message goes.
    Delete,
    /// The form for another question opens.
    Form(Locale),
}

impl Press {
    /// Reads a press; `None` where the button is not this program's.
    ///
    /// Who asked turns the page in the answer itself, and everybody else in a message of their own.
    pub(super) fn of(component: &ComponentInteraction) -> Option<Self> {
        let action: Action = component.data.custom_id.parse().ok()?;
        let reader = Reader::from_discord(&component.locale);
        let asker = Asker::new(
            component.user.id,
            component.guild_id,
            component.member.as_ref(),
        );
        let own = action.asker() == Some(asker.user.get());
        let (want, showing) = match action {
            Action::Back(bookmark, _) | Action::Onward(bookmark, _) => {
                (page(component, bookmark, &asker), turning(own))
            }
            Action::Choose(_) => (chosen(component, &asker)?, turning(own)),
            Action::Helpful(at) => (AtRest::Vote(at, Vote::Up).into(), Showing::Privately),
            Action::Unhelpful(at) => (AtRest::Vote(at, Vote::Down).into(), Showing::Privately),
            Action::Delete(_) => {
                let may = own || is_private(&component.message) || moderates(&asker);
                if may {
                    return Some(Self::Delete);
                }
                (Notice::NotYours.into(), Showing::Privately)
            }
            Action::Another => return Some(Self::Form(reader.locale)),
            Action::Asked => return None,
        };
        Some(Self::Reply(Box::new(Request {
            want,
            reader,
            showing,
            asker,
        })))
    }
}

fn turning(own: bool) -> Showing {
    if own {
        Showing::InPlace
    } else {
        Showing::Privately
    }
}

fn moderates(asker: &Asker) -> bool {
    asker.permissions.manage_messages() || asker.permissions.administrator()
}

fn page(component: &ComponentInteraction, bookmark: Bookmark, asker: &Asker) -> Want {
    let menu = components::menu_below(&component.message.components, asker.user.get());
    AtRest::Page(bookmark, menu, echoed(&component.message.content)).into()
}

fn chosen(component: &ComponentInteraction, asker: &Asker) -> Option<Want> {
    match &component.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => {
            let bookmark = values.first()?.parse().ok()?;
            Some(page(component, bookmark, asker))
        }
        _ => None,
    }
}
