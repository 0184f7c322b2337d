//! A terminal that a test sits at: the program's three streams are one, and what is typed is shown
//! unless the program turns that off.

use std::fs::{File, OpenOptions};
use std::io::{Read as _, Write as _};
use std::os::fd::OwnedFd;
use std::process::{Command, Stdio};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{LocalModes, tcgetattr};

use super::Child;

/// A program under way on a terminal of its own.
pub struct Session {
    child: Child,
    keyboard: File,
    shown: String,
}

impl Session {
    pub fn start(mut command: Command) -> Self {
        let near = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
        grantpt(&near).expect("granted");
        unlockpt(&near).expect("unlocked");
        let name = ptsname(&near, Vec::new()).expect("its name");
        let name = name.to_str().expect("UTF-8").to_owned();
        let far = OpenOptions::new().read(true).write(true).open(name);
        let far: OwnedFd = far.expect("its far end").into();
        let stream = || Stdio::from(far.try_clone().expect("a copy"));
        command.stdin(stream()).stdout(stream()).stderr(stream());
        let child = command.spawn().expect("the program");
        // With the copies in it, the end would never be seen.
        drop(command);
        Self {
            child: Child::of(child),
            keyboard: File::from(near),
            shown: String::new(),
        }
    }

    /// Waits until this is shown.
    pub fn wait_for(&mut self, text: &str) {
        while !self.shown.contains(text) {
            assert!(self.read(), "{text:?} never came: {}", self.shown);
        }
    }

    /// Types a line as soon as nothing typed is shown.
    pub fn type_unseen(&mut self, line: &str) {
        let is_shown = || {
            let modes = tcgetattr(&self.keyboard).expect("a terminal").local_modes;
            modes.contains(LocalModes::ECHO)
        };
        while is_shown() {
            std::thread::yield_now();
        }
        self.type_line(line);
    }

    pub fn type_line(&mut self, line: &str) {
        writeln!(self.keyboard, "{line}").expect("typed");
    }

    /// Waits for the program's end; its exit code and all that was shown.
    pub fn end(mut self) -> (i32, String) {
        while self.read() {}
        let code = self.child.wait().expect("an end").code();
        (
            code.expect("an exit code"),
            self.shown.replace("\r\n", "\n"),
        )
    }

    /// Reads what comes next; false once the program has let go of the terminal.
    fn read(&mut self) -> bool {
        let mut bytes = [0; 4096];
        // Linux calls the far end's closing an error.
        let count = self.keyboard.read(&mut bytes).unwrap_or(0);
        self.shown
            .push_str(&String::from_utf8_lossy(&bytes[..count]));
        count > 0
    }
}
