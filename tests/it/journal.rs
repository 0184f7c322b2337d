//! The journal: what is kept of questions, votes, changes and channels, and for how long.

mod alike;
mod commands;
mod damage;
mod deletion;
mod export;
mod file;
mod votes;

use std::path::Path;

use tempfile::TempDir;
use verbatim::answer::Verdict;
use verbatim::encoder::Vector;
use verbatim::journal::{
    AnswerPlace, Change, ChannelSettings, DAYS_OF_CHANGES, FolderAction, Gap, Journal, LONGEST,
    MOST_GAPS, Mode, PassageKey, Policy, Timestamp, Unanswered, Vote,
};
use verbatim::language::Language;
use verbatim::question::Question;

/// A Sunday noon.
pub const NOON: Timestamp = Timestamp(1_795_348_800);

/// What is kept unless settings say otherwise.
pub const POLICY: Policy = Policy {
    asked: true,
    guilds: false,
    days: 30,
};

pub fn days_later(days: i64) -> Timestamp {
    Timestamp(NOON.0 + days * 86_400)
}

/// A journal without any problem.
#[track_caller]
pub fn open(folder: &Path, policy: Policy, now: Timestamp) -> Journal {
    let (journal, problem) = Journal::open(folder, policy, now);
    assert!(problem.is_none(), "{problem:?}");
    journal
}

/// Asks a question that has no answer.
#[track_caller]
pub fn ask(journal: &Journal, question: &str, meaning: Option<&Vector>, now: Timestamp) {
    let question = Question::parse(question).expect("a question");
    let unanswered = Unanswered {
        question: &question,
        language: Language::from_tag("en"),
        verdict: Verdict::None,
        meaning,
        guild: Some(7),
    };
    journal.record_gap(&unanswered, now).expect("a gap");
}

/// The gaps' texts and counts, in their order.
#[track_caller]
pub fn list(journal: &Journal) -> Vec<(String, u32)> {
    journal
        .gaps(usize::MAX)
        .expect("gaps")
        .into_iter()
        .map(|gap| (gap.question, gap.count))
        .collect()
}

/// A journal in a folder of its own.
pub fn fresh() -> (TempDir, Journal) {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = open(folder.path(), POLICY, NOON);
    (folder, journal)
}

#[test]
fn a_gap_says_what_is_known_of_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let policy = Policy {
        guilds: true,
        ..POLICY
    };
    let journal = open(folder.path(), policy, NOON);
    let question = Question::parse("Who is <@123> or <@!45>, <@&6> <@x> <@>?").expect("one");
    let record = |language, verdict, guild, now| {
        let unanswered = Unanswered {
            question: &question,
            language,
            verdict,
            meaning: None,
            guild,
        };
        journal.record_gap(&unanswered, now).expect("a gap");
    };
    record(
        Language::from_tag("en"),
        Verdict::None,
        Some(u64::MAX),
        NOON,
    );
    record(None, Verdict::Weak, Some(3), days_later(2));
    record(None, Verdict::Weak, Some(3), days_later(1));
    record(None, Verdict::Answered, Some(4), days_later(3));
    let gaps = journal.gaps(10).expect("gaps");
    let expected = Gap {
        id: gaps[0].id,
        question: "Who is @… or @…, <@&6> <@x> <@>?".to_owned(),
        language: Language::from_tag("en"),
        verdict: Verdict::Weak,
        count: 3,
        last: days_later(2),
        date: "2026-11-24".to_owned(),
        guilds: vec![3, u64::MAX],
    };
    assert_eq!(gaps, [expected]);
}

#[test]
fn no_guild_and_no_language_are_kept_unless_wanted_and_known() {
    let (_folder, journal) = fresh();
    ask(&journal, "Who?", None, NOON);
    let question = Question::parse("Where?").expect("a question");
    let unanswered = Unanswered {
        question: &question,
        language: Some(Language::UNKNOWN),
        verdict: Verdict::Weak,
        meaning: None,
        guild: None,
    };
    journal.record_gap(&unanswered, NOON).expect("a gap");
    for gap in journal.gaps(10).expect("gaps") {
        assert!(gap.guilds.is_empty());
        assert_eq!(gap.language.is_none(), gap.question == "Where?");
    }
}

#[test]
fn of_a_long_question_the_beginning_is_kept() {
    let (_folder, journal) = fresh();
    ask(&journal, &"é".repeat(LONGEST), None, NOON);
    ask(&journal, &"ü".repeat(LONGEST + 1), None, NOON);
    let cut = format!("{}…", "ü".repeat(LONGEST - 1));
    assert_eq!(list(&journal), [("é".repeat(LONGEST), 1), (cut, 1)]);
}

#[test]
fn the_list_begins_with_what_was_asked_most_and_last() {
    let (_folder, journal) = fresh();
    for (question, day) in [("a", 0), ("b", 3), ("c", 1), ("b", 0), ("d", 2)] {
        ask(&journal, question, None, days_later(day));
    }
    let expected = [("b", 2), ("d", 1), ("c", 1), ("a", 1)].map(|(q, n)| (q.to_owned(), n));
    assert_eq!(list(&journal), expected);
    assert_eq!(journal.gaps(2).expect("gaps").len(), 2);
}

#[test]
fn a_flood_drives_out_what_was_asked_least() {
    let (folder, journal) = fresh();
    ask(&journal, "often", None, NOON);
    ask(&journal, "often", None, NOON);
    let flood = format!(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {MOST_GAPS})
         INSERT INTO gaps (question, folded, verdict, count, last)
         SELECT i, i, 'none', 1, {} FROM n",
        NOON.0
    );
    let file = rusqlite::Connection::open(folder.path().join("journal.db")).expect("a file");
    file.execute(&flood, []).expect("a flood");
    ask(&journal, "new", None, NOON);
    let list = list(&journal);
    assert_eq!(list.len(), MOST_GAPS);
    assert_eq!(list[0], ("often".to_owned(), 2));
    assert!(list.contains(&("new".to_owned(), 1)));
}

#[test]
fn a_settled_gap_comes_back_with_a_count_of_its_own() {
    let (_folder, journal) = fresh();
    ask(&journal, "Who?", None, NOON);
    ask(&journal, "Who?", None, NOON);
    let first = journal.gaps(1).expect("gaps")[0].id;
    let question = journal.settle(first).expect("settled");
    assert_eq!(question.as_deref(), Some("Who?"));
    assert!(list(&journal).is_empty());
    assert_eq!(journal.settle(first).expect("nothing to settle"), None);
    ask(&journal, "Who?", None, NOON);
    assert_eq!(list(&journal), [("Who?".to_owned(), 1)]);
    let again = journal.settle(first);
    assert_eq!(again.expect("an old number settles nothing"), None);
}

#[test]
fn what_is_too_old_is_deleted() {
    let passage = PassageKey::new("a.md", "text", 1);
    let change = |now| Change {
        moment: now,
        member: 1,
        action: FolderAction::Added,
        path: "a.md".to_owned(),
        trash: None,
    };
    let fill = |journal: &Journal| {
        ask(journal, "old", None, NOON);
        journal
            .vote(&passage, None, Some(Vote::Up), NOON)
            .expect("a vote");
        journal.record_change(&change(NOON)).expect("a change");
    };
    let check = |journal: &Journal, expected: (bool, bool)| {
        let gap = list(journal).iter().any(|(question, _)| question == "old");
        let vote = !journal.votes(10).expect("votes").is_empty();
        let told = journal.changes(10).expect("changes");
        let change = told.iter().any(|change| change.moment == NOON);
        assert_eq!((gap, vote, change), (expected.0, expected.0, expected.1));
    };
    let rows = [
        (30, (true, true)),
        (31, (false, true)),
        (i64::from(DAYS_OF_CHANGES), (false, true)),
        (i64::from(DAYS_OF_CHANGES) + 1, (false, false)),
        // A clock that was wrong for a while deletes nothing when it is right again.
        (-1000, (true, true)),
    ];
    for (days, expected) in rows {
        let (folder, journal) = fresh();
        fill(&journal);
        drop(journal);
        check(&open(folder.path(), POLICY, days_later(days)), expected);
        // With a write of a new day, whatever it writes, without opening anew.
        let (_folder, journal) = fresh();
        fill(&journal);
        journal
            .record_change(&change(days_later(days)))
            .expect("a change");
        check(&journal, expected);
    }
}

#[test]
fn switched_off_nothing_of_questions_and_votes_is_kept_or_read() {
    let (folder, journal) = fresh();
    let passage = PassageKey::new("a.md", "text", 1);
    ask(&journal, "before", None, NOON);
    journal
        .vote(&passage, None, Some(Vote::Up), NOON)
        .expect("a vote");
    drop(journal);
    let off = Policy {
        asked: false,
        ..POLICY
    };
    let journal = open(folder.path(), off, NOON);
    ask(&journal, "meanwhile", None, NOON);
    journal
        .vote(&passage, Some(Vote::Up), Some(Vote::Down), NOON)
        .expect("a vote");
    assert!(list(&journal).is_empty());
    assert!(journal.votes(10).expect("votes").is_empty());
    let commands = ChannelSettings {
        mode: Mode::Commands,
        ..ChannelSettings::default()
    };
    journal.set_channel(1, commands).expect("settings");
    drop(journal);
    let journal = open(folder.path(), POLICY, NOON);
    assert_eq!(list(&journal), [("before".to_owned(), 1)]);
    assert_eq!(journal.votes(10).expect("votes")[0].up, 1);
    assert_eq!(journal.channel(1), commands);
}

#[test]
fn changes_are_told_newest_first() {
    let (folder, journal) = fresh();
    let rows = [
        (1, FolderAction::Added, None),
        (3, FolderAction::Removed, Some("7")),
        (2, FolderAction::Replaced, Some("x/é")),
        (3, FolderAction::Restored, None),
    ];
    let changes = rows.map(|(day, action, trash)| Change {
        moment: days_later(day),
        member: u64::MAX - 1,
        action,
        path: format!("{day}/ä \"b\".md"),
        trash: trash.map(str::to_owned),
    });
    for change in &changes {
        journal.record_change(change).expect("a change");
    }
    drop(journal);
    let journal = open(folder.path(), POLICY, days_later(3));
    let [added, removed, replaced, restored] = changes;
    let newest = [restored, removed, replaced, added];
    assert_eq!(journal.changes(10).expect("changes"), newest);
    assert_eq!(journal.changes(2).expect("changes"), newest[..2]);
}

#[test]
fn settings_of_channels_survive_and_the_default_leaves_nothing() {
    let default = ChannelSettings {
        mode: Mode::Mentions,
        place: AnswerPlace::Here,
        private: false,
    };
    assert_eq!(ChannelSettings::default(), default);
    let (folder, mut journal) = fresh();
    let mut id = u64::MAX;
    let mut all = Vec::new();
    for mode in [Mode::Off, Mode::Commands, Mode::Mentions, Mode::Forum] {
        for place in [AnswerPlace::Here, AnswerPlace::Thread] {
            for private in [false, true] {
                let settings = ChannelSettings {
                    mode,
                    place,
                    private,
                };
                journal.set_channel(id, settings).expect("settings");
                all.push((id, settings));
                id -= 1;
            }
        }
    }
    for _ in 0..2 {
        for (id, settings) in &all {
            assert_eq!(journal.channel(*id), *settings);
        }
        assert_eq!(journal.channel(1), default, "never set");
        drop(journal);
        journal = open(folder.path(), POLICY, NOON);
    }
    for (id, _) in &all {
        journal.set_channel(*id, default).expect("settings");
        assert_eq!(journal.channel(*id), default);
    }
    let file = rusqlite::Connection::open(folder.path().join("journal.db")).expect("a file");
    let rows = file.query_row("SELECT count(*) FROM channels", [], |row| row.get(0));
    assert_eq!(rows, Ok(0));
}
