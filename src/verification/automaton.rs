//! A *suffix automaton* knows every run of a row of numbers, and follows another row through them.

use std::collections::BTreeMap;
use std::ops::Range;

const START: usize = 0;

/// The smallest automaton that knows every run of a row.
pub(super) struct Automaton(Vec<State>);

/// Runs that end at the same places.
#[derive(Clone, Default)]
struct State {
    next: BTreeMap<u32, usize>,
    /// The state of the longest ending that ends at more places.
    link: Option<usize>,
    /// The length of its longest run.
    length: usize,
    /// Behind the first place where its runs end.
    end: usize,
}

impl Automaton {
    /// Reads a row; it takes time and memory in proportion to it.
    pub(super) fn of(row: &[u32]) -> Self {
        let mut automaton = Self(vec![State::default()]);
        let mut last = START;
        for (at, id) in row.iter().enumerate() {
            last = automaton.append(last, *id, at + 1);
        }
        automaton
    }

    /// Tells, behind each number of another row, the longest run of this one that ends there: the
    /// place behind it there, and its range here.
    pub(super) fn follow(&self, other: &[u32], mut tell: impl FnMut(usize, Range<usize>)) {
        let (mut state, mut length) = (START, 0);
        for (at, id) in other.iter().enumerate() {
            state = loop {
                if let Some(next) = self.0[state].next.get(id) {
                    length += 1;
                    break *next;
                }
                let Some(link) = self.0[state].link else {
                    break START;
                };
                state = link;
                length = self.0[state].length;
            };
            let end = self.0[state].end;
            if length > 0 {
                tell(at + 1, end - length..end);
            }
        }
    }

    /// Adds a number behind the run of state `last` and returns the state of the longer run.
    fn append(&mut self, last: usize, id: u32, end: usize) -> usize {
        let new = self.add(State {
            length: end,
            end,
            link: Some(START),
            ..State::default()
        });
        let mut before = Some(last);
        while let Some(state) = before.filter(|state| !self.0[*state].next.contains_key(&id)) {
            self.0[state].next.insert(id, new);
            before = self.0[state].link;
        }
        if let Some(state) = before {
            let next = self.0[state].next[&id];
            self.0[new].link = Some(self.apart(state, next, id));
        }
        new
    }

    /// The state that `id` leads to from `state` with runs no longer than that makes them: `next`
    /// itself, or a copy of it.
    fn apart(&mut self, state: usize, next: usize, id: u32) -> usize {
        let length = self.0[state].length + 1;
        if self.0[next].length == length {
            return next;
        }
        let copy = self.add(State {
            length,
            ..self.0[next].clone()
        });
        self.0[next].link = Some(copy);
        let mut before = Some(state);
        while let Some(state) = before.filter(|state| self.0[*state].next.get(&id) == Some(&next)) {
            self.0[state].next.insert(id, copy);
            before = self.0[state].link;
        }
        copy
    }

    fn add(&mut self, state: State) -> usize {
        self.0.push(state);
        self.0.len() - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn longest(row: &[u32], other: &[u32]) -> Vec<u32> {
        let mut best = 0..0;
        Automaton::of(row).follow(other, |_, run| {
            if run.len() > best.len() {
                best = run;
            }
        });
        row[best].to_vec()
    }

    #[test]
    fn the_longest_common_run_is_found() {
        for (row, other, expected) in [
            (&[1, 2, 3, 4][..], &[9, 2, 3, 9][..], &[2, 3][..]),
            (&[1, 1, 1, 2], &[1, 1, 2, 2], &[1, 1, 2]),
            (&[1, 2, 1, 3, 1, 2, 4], &[3, 2, 1, 2, 4], &[1, 2, 4]),
            (&[1, 2, 2, 1], &[2, 1, 2, 2, 1], &[1, 2, 2, 1]),
            (&[1], &[2], &[]),
            (&[], &[1], &[]),
            (&[1], &[], &[]),
        ] {
            assert_eq!(
                longest(row, other).len(),
                expected.len(),
                "{row:?} {other:?}"
            );
            assert_eq!(longest(row, other), expected, "{row:?} {other:?}");
        }
    }
}
