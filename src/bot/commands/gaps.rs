//! `/gaps` shows admins the questions without a good answer, and what readers said of passages.

use serenity::model::Permissions;

use crate::bot::app::App;
use crate::bot::app::journal::{unread, unsaved};
use crate::bot::call::Call;
use crate::bot::call::options::Options;
use crate::bot::registry::definition::{Definition, number, part};
use crate::journal::{JournalError, export};
use crate::reply::{self, Locale, Notice, Reply};

/// What an admin wants of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Args {
    List,
    Export,
    Settle(i64),
    Votes,
}

pub(crate) fn definition() -> Definition {
    Definition::slash("gaps")
        .for_admins(Permissions::MANAGE_GUILD)
        .with(vec![
            part("gaps_list"),
            part("gaps_export"),
            part("gaps_settle").add_sub_option(number("number")),
            part("gaps_votes"),
        ])
}

impl Args {
    /// `None` for a part of the command that is not this program's.
    pub(crate) fn parse(options: &Options<'_>) -> Option<Self> {
        Some(match options.part? {
            "list" => Self::List,
            "export" => Self::Export,
            "resolve" => Self::Settle(options.number("number")?),
            "votes" => Self::Votes,
            _ => return None,
        })
    }
}

pub(crate) fn run(app: &App, call: &Call, args: Args) -> Reply {
    let locale = call.reader.locale;
    if !app.is_admin(&call.asker) {
        return reply::notice(Notice::AdminsOnly, locale);
    }
    if !app.journal.keeps_questions() {
        return reply::notice(Notice::JournalOff, locale);
    }
    let told = match args {
        Args::List => app
            .journal
            .gaps(usize::MAX)
            .map(|gaps| reply::gaps(&gaps, locale)),
        Args::Export => export(app, locale),
        Args::Settle(number) => settle(app, number, locale),
        Args::Votes => app
            .journal
            .votes(usize::MAX)
            .map(|votes| reply::votes(&votes, &app.library.current(), locale)),
    };
    told.unwrap_or_else(|error| match args {
        Args::Settle(_) => unsaved(&error, locale),
        Args::List | Args::Export | Args::Votes => unread(&error, locale),
    })
}

fn export(app: &App, locale: Locale) -> Result<Reply, JournalError> {
    let gaps = app.journal.gaps(usize::MAX)?;
    let mut table = Vec::new();
    // Writing into memory fails in no case that could be told.
    let written = export::gaps(&gaps, &mut table).is_ok();
    Ok(if written && !gaps.is_empty() {
        reply::gaps_file(table, locale)
    } else {
        reply::gaps(&[], locale)
    })
}

fn settle(app: &App, number: i64, locale: Locale) -> Result<Reply, JournalError> {
    Ok(match app.journal.settle(number)? {
        Some(question) => reply::gap_settled(&question, locale),
        None => reply::gap_gone(locale),
    })
}
