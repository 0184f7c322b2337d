//! The *votes cast* are who has said what of which passage since the program began, so that nobody
//! counts twice. They are in memory only, and are never written down.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use serenity::model::id::UserId;

use crate::journal::Vote;
use crate::library::Bookmark;

/// With more, all are forgotten: better that somebody can vote twice than that memory fills.
const MOST: usize = 50_000;

#[derive(Default)]
pub(crate) struct VotesCast(Mutex<HashMap<Voter, Vote>>);

/// Whose vote on which words of which document: a passage may move there from one snapshot to the
/// next, and its buttons with it, and is the same to vote on.
#[derive(PartialEq, Eq, Hash)]
struct Voter {
    document: u64,
    text: u64,
    member: UserId,
}

impl Voter {
    fn new(passage: Bookmark, member: UserId) -> Self {
        let Bookmark { document, text, .. } = passage;
        Self {
            document,
            text,
            member,
        }
    }
}

impl VotesCast {
    /// Takes a vote, and gives what the same member said of the passage before.
    pub(crate) fn cast(&self, passage: Bookmark, member: UserId, vote: Vote) -> Option<Vote> {
        let mut cast = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if cast.len() >= MOST {
            cast.clear();
        }
        cast.insert(Voter::new(passage, member), vote)
    }

    /// What was cast last was not counted: the member said `before`, as far as is known.
    pub(crate) fn put_back(&self, passage: Bookmark, member: UserId, before: Option<Vote>) {
        let mut cast = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let voter = Voter::new(passage, member);
        match before {
            Some(vote) => cast.insert(voter, vote),
            None => cast.remove(&voter),
        };
    }
}
