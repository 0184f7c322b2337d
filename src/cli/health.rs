//! `verbatim health`: how the running bot is, for a container that has no other program to ask with.

use std::io::Write;
use std::net::SocketAddr;

use anyhow::Context;

use super::{HealthArgs, NEGATIVE, SUCCESS};
use crate::bot;

/// Asks the running bot and prints its answer, one line; the exit code is 1 when it is not well.
pub(super) fn health(args: &HealthArgs) -> anyhow::Result<u8> {
    let address = args.metrics.metrics_addr.context(
        "METRICS_ADDR is not set, so the bot does not report its health; set it to the same address \
         for both, such as 127.0.0.1:9464",
    )?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let health = runtime.block_on(bot::ask_health(address, args.ready));
    writeln!(anstream::stdout().lock(), "{}", health.line)?;
    Ok(if health.is_well { SUCCESS } else { NEGATIVE })
}

/// Reads where to listen.
pub(super) fn address(text: &str) -> Result<SocketAddr, &'static str> {
    let address = text.trim().parse();
    address.map_err(|_| "it must be an IP address and a port, such as 127.0.0.1:9464")
}
