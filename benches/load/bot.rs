//! The program in a process of its own, and what it uses.

use std::fmt;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use rustix::param::clock_ticks_per_second;
use rustix::process::{Pid, Signal, kill_process};
use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};

use crate::Outcome;

/// The cores of the bot and that of this process.
pub struct Cores {
    bot: CpuSet,
    own: CpuSet,
}

impl Cores {
    /// Keeps this process to the last core that it may use; the bot gets the others. Where there is
    /// one only, both have it.
    pub fn divide() -> Outcome<Self> {
        let all = sched_getaffinity(None)?;
        let cores: Vec<usize> = (0..CpuSet::MAX_CPU).filter(|at| all.is_set(*at)).collect();
        let divided = match cores.split_last() {
            Some((last, others)) if !others.is_empty() => Self {
                bot: set(others),
                own: set(&[*last]),
            },
            _ => Self { bot: all, own: all },
        };
        sched_setaffinity(None, &divided.own)?;
        Ok(divided)
    }

    /// How many the bot has.
    pub fn of_bot(&self) -> u32 {
        self.bot.count()
    }
}

impl fmt::Display for Cores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cores of the bot: {}", self.of_bot())
    }
}

fn set(cores: &[usize]) -> CpuSet {
    let mut set = CpuSet::new();
    for core in cores {
        set.set(*core);
    }
    set
}

/// The program under way.
pub struct Bot {
    child: Child,
}

impl Bot {
    /// Starts `verbatim` with these arguments and settings, and no others.
    pub fn start(
        cores: &Cores,
        arguments: &[&str],
        folder: &Path,
        settings: &[(&str, &str)],
    ) -> Outcome<Self> {
        // A child has the cores of the thread that starts it.
        sched_setaffinity(None, &cores.bot)?;
        let child = Command::new(env!("CARGO_BIN_EXE_verbatim"))
            .args(arguments)
            .env_clear()
            .current_dir(folder)
            .envs(settings.iter().copied())
            .stdout(Stdio::null())
            .spawn();
        sched_setaffinity(None, &cores.own)?;
        Ok(Self { child: child? })
    }

    pub fn signal(&self, signal: Signal) -> Outcome<()> {
        Ok(kill_process(Pid::from_child(&self.child), signal)?)
    }

    /// Waits for its end.
    pub fn wait(&mut self) -> Outcome<ExitStatus> {
        Ok(self.child.wait()?)
    }

    /// Bytes of memory in use.
    pub fn memory(&self) -> Outcome<u64> {
        self.status("VmRSS:")
    }

    /// The most bytes of memory in use since the start, or since [`Bot::forget_peak`].
    pub fn peak(&self) -> Outcome<u64> {
        self.status("VmHWM:")
    }

    /// Begins anew to look for the peak.
    pub fn forget_peak(&self) -> Outcome<()> {
        Ok(fs::write(self.file("clear_refs"), "5")?)
    }

    /// The processor time it has used.
    pub fn cpu(&self) -> Outcome<Duration> {
        cpu_of(&self.file("stat"))
    }

    fn status(&self, name: &str) -> Outcome<u64> {
        let status = fs::read_to_string(self.file("status"))?;
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let kilobytes = line.ok_or("the bot has ended")?.trim();
        Ok(kilobytes.trim_end_matches(" kB").parse::<u64>()? * 1024)
    }

    fn file(&self, name: &str) -> String {
        format!("/proc/{}/{name}", self.child.id())
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The processor time that this process has used.
pub fn own_cpu() -> Outcome<Duration> {
    cpu_of("/proc/self/stat")
}

/// In the program's own time and in the kernel's, by proc(5).
fn cpu_of(stat: &str) -> Outcome<Duration> {
    const FIRST_BEHIND_NAME: usize = 3;
    let stat = fs::read_to_string(stat)?;
    let (_, behind_name) = stat.rsplit_once(") ").ok_or("no such process")?;
    let fields: Vec<&str> = behind_name.split(' ').collect();
    let ticks = fields[14 - FIRST_BEHIND_NAME].parse::<u64>()?
        + fields[15 - FIRST_BEHIND_NAME].parse::<u64>()?;
    Ok(Duration::from_millis(
        ticks * 1_000 / clock_ticks_per_second(),
    ))
}
