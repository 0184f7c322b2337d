//! *Understanding*: the encoder as the settings want it, and a folder opened with it.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::Context;
use indicatif::{ProgressBar, ProgressStyle};

use super::{LIMITS, UnderstandingArgs};
use crate::dense::{Dense, Plan, Progress, Store, StoreError};
use crate::encoder::Encoder;
use crate::library::Snapshot;

/// The file in the data folder that keeps vectors.
const VECTORS: &str = "vectors.bin";

/// The encoder being loaded, beside other work.
pub(super) struct Loading(Option<JoinHandle<anyhow::Result<LoadedDense>>>);

/// What was loaded, and what is wrong with the vectors that were kept.
type LoadedDense = (Dense, Option<StoreError>);

impl UnderstandingArgs {
    /// Begins to load the encoder, if it is wanted.
    pub(super) fn load(&self) -> Loading {
        let path = self.data.data.join(VECTORS);
        Loading(self.encoder.is_on().then(|| {
            thread::spawn(move || {
                let reading = thread::spawn(move || Store::open(path, &Dense::version()));
                let threads = thread::available_parallelism().map_or(1, usize::from);
                let encoder = Encoder::builtin(threads)?;
                let (store, problem) = reading.join().expect("reading a file does not panic");
                Ok((Dense::new(Arc::new(encoder), store), problem))
            })
        }))
    }
}

impl Loading {
    /// Waits for the encoder; `warn` hears what is wrong with the vectors that were kept.
    pub(super) fn finish(
        self,
        warn: impl FnOnce(StoreError),
    ) -> anyhow::Result<Option<Arc<Dense>>> {
        let Some(loading) = self.0 else {
            return Ok(None);
        };
        let loaded = loading
            .join()
            .ok()
            .context("the encoder could not be loaded")?;
        let (dense, problem) = loaded?;
        problem.map(warn);
        Ok(Some(Arc::new(dense)))
    }
}

/// Opens a folder for a command of the terminal, encoded to its end.
pub(super) fn open(folder: &Path, args: &UnderstandingArgs) -> anyhow::Result<Snapshot> {
    let loading = args.load();
    let knowledge = Snapshot::build(folder, LIMITS, 1)?;
    encoded(knowledge, loaded(loading)?.as_ref())
}

/// The encoder for a command of the terminal, if it is wanted.
pub(super) fn loaded(loading: Loading) -> anyhow::Result<Option<Arc<Dense>>> {
    loading.finish(|problem| anstream::eprintln!("warning: {problem}"))
}

/// A folder encoded to its end, if there is an encoder.
pub(super) fn encoded(knowledge: Snapshot, dense: Option<&Arc<Dense>>) -> anyhow::Result<Snapshot> {
    let Some(dense) = dense else {
        return Ok(knowledge);
    };
    let mut bar = Bar::new();
    let plan = Plan::of(knowledge.corpus());
    let vectors = dense.read(knowledge.corpus(), &plan, &mut |progress| {
        match progress {
            Progress::Encoded { done, all } => bar.show(done, all),
            Progress::NotKept(error) => anstream::eprintln!("warning: {error}"),
        }
        ControlFlow::Continue(())
    });
    bar.clear();
    let vectors = vectors.context("not every passage could be encoded")?;
    Ok(knowledge.with_meaning(Arc::clone(dense), vectors))
}

/// A bar on the terminal, shown once there is something to wait for.
pub(super) struct Bar(Option<ProgressBar>);

impl Bar {
    pub(super) fn new() -> Self {
        Self(None)
    }

    /// Draws the bar on standard error, if that is a terminal.
    pub(super) fn show(&mut self, done: usize, all: usize) {
        let bar = self.0.get_or_insert_with(|| {
            let style = ProgressStyle::with_template("encoding {bar:40} {pos}/{len} texts, {eta}");
            let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
            let bar = ProgressBar::no_length().with_style(style);
            bar.enable_steady_tick(Duration::from_millis(200));
            bar
        });
        // Another snapshot may have begun to be encoded since.
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    }

    /// Takes the bar away; another begins with the next [`Bar::show`].
    pub(super) fn clear(&mut self) {
        if let Some(bar) = self.0.take() {
            bar.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_as_long_as_what_is_encoded_now() {
        let mut bar = Bar::new();
        for (done, all) in [(0, 10), (5, 10), (0, 3), (2, 3)] {
            bar.show(done, all);
            let shown = bar.0.as_ref().expect("a bar");
            assert_eq!(shown.length(), Some(all as u64));
            assert_eq!(shown.position(), done as u64);
        }
        bar.clear();
        assert!(bar.0.is_none());
    }
}
