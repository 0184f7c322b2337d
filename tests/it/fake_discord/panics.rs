//! Panics of this thread, in whatever task: a bot's events are handled in tasks of their own, and a
//! task that panics is otherwise seen by nobody.

use std::cell::RefCell;
use std::panic;
use std::sync::LazyLock;

thread_local! {
    static SEEN: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// The hook of the process, in front of the one that was there.
static HOOK: LazyLock<()> = LazyLock::new(|| {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        SEEN.with_borrow_mut(|seen| seen.push(format!("a task panicked: {panic}")));
        before(panic);
    }));
});

/// Begins to watch this thread, from nothing.
pub fn watch() {
    LazyLock::force(&HOOK);
    take();
}

/// The panics so far; they are forgotten.
pub fn take() -> Vec<String> {
    SEEN.take()
}
