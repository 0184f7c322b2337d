//! Votes on passages: how they are counted, and in which order they are told.

use verbatim::journal::{PassageKey, Vote};
use verbatim::question::Question;

use super::{NOON, POLICY, fresh, open};
use crate::support::UNDERSTOOD;

#[test]
fn a_changed_mind_moves_the_vote() {
    type Said = (Option<Vote>, Option<Vote>);
    type Row = (&'static [Said], Option<(u32, u32)>);
    const UP: Option<Vote> = Some(Vote::Up);
    const DOWN: Option<Vote> = Some(Vote::Down);
    let rows: [Row; 9] = [
        (&[(None, UP)], Some((1, 0))),
        (&[(None, UP), (None, UP), (None, DOWN)], Some((2, 1))),
        (&[(None, UP), (UP, DOWN)], Some((0, 1))),
        (&[(None, DOWN), (DOWN, UP)], Some((1, 0))),
        (&[(None, UP), (UP, None)], None),
        (&[(None, UP), (UP, UP)], Some((1, 0))),
        (&[(None, None)], None),
        // The earlier vote is too old to be there.
        (&[(UP, None)], None),
        (&[(UP, DOWN)], Some((0, 1))),
    ];
    for (votes, expected) in rows {
        let (_folder, journal) = fresh();
        let passage = PassageKey::new("a.md", "text", 1);
        for (before, after) in votes {
            journal
                .vote(&passage, *before, *after, NOON)
                .expect("a vote");
        }
        let counted = journal.votes(1).expect("votes");
        assert_eq!(
            counted.first().map(|votes| (votes.up, votes.down)),
            expected,
            "{votes:?}"
        );
    }
}

#[test]
fn votes_are_of_a_passage_wherever_it_stands_and_worst_comes_first() {
    let (folder, journal) = fresh();
    let rows = [
        ("a.md", "good", 1, Vote::Up),
        ("a.md", "bad", 2, Vote::Down),
        ("b.md", "bad", 1, Vote::Down),
        // A paragraph came in before it.
        ("a.md", "bad", 3, Vote::Down),
    ];
    for (document, text, paragraph, vote) in rows {
        let passage = PassageKey::new(document, text, paragraph);
        journal
            .vote(&passage, None, Some(vote), NOON)
            .expect("a vote");
    }
    drop(journal);
    let journal = open(folder.path(), POLICY, NOON);
    let votes: Vec<_> = journal
        .votes(10)
        .expect("votes")
        .into_iter()
        .map(|votes| (votes.passage, votes.up, votes.down))
        .collect();
    let expected = [
        (PassageKey::new("a.md", "bad", 3), 0, 2),
        (PassageKey::new("b.md", "bad", 1), 0, 1),
        (PassageKey::new("a.md", "good", 1), 1, 0),
    ];
    assert_eq!(votes, expected);
    assert_eq!(journal.votes(1).expect("votes").len(), 1);
}

#[test]
fn a_quote_is_voted_on_as_the_passage_it_is_cut_from() {
    let question = Question::parse("Qui a lancé l'organisation ?").expect("a question");
    let answer = UNDERSTOOD.answer(&question, 1).expect("an answer");
    let quote = &answer.quotes[0];
    let key = PassageKey::new(&quote.source.document, &quote.text, 1);
    assert_eq!(PassageKey::of(quote), key);
}
