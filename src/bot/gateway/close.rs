//! *Close codes*: what follows from the number with which Discord closes a connection.

use crate::bot::api::FatalClose;

/// What follows from a connection's end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// The session goes on over another connection.
    Resume,
    /// The session is gone; another one is begun.
    Identify,
    /// There is no sense in another try.
    End(FatalClose),
}

/// What follows from a code; from none, when the connection ended without.
pub(super) fn next(code: Option<u16>) -> Next {
    match code {
        Some(4004) => Next::End(FatalClose::BadToken),
        Some(4010) => Next::End(FatalClose::InvalidShard),
        Some(4011) => Next::End(FatalClose::ShardingRequired),
        Some(4012) => Next::End(FatalClose::InvalidVersion),
        Some(4013) => Next::End(FatalClose::InvalidIntents),
        Some(4014) => Next::End(FatalClose::DisallowedIntents),
        // The session was invalidated, its number of events is wrong, or it has timed out.
        Some(4003 | 4007 | 4009) => Next::Identify,
        _ => Next::Resume,
    }
}
