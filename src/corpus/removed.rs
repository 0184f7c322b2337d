//! What is *removed* from a file's text before it is read, and where what is left stands in the file.

use std::ops::Range;

/// A stretch of a file's text that is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cut {
    pub(super) file: Range<usize>,
    /// Whether a line ends in its place, so that what stands before and behind stays apart.
    pub(super) ends_line: bool,
}

impl From<Range<usize>> for Cut {
    fn from(file: Range<usize>) -> Self {
        Self {
            file,
            ends_line: false,
        }
    }
}

/// What was left out of a file's text, which turns positions of what is left into those of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RemovedText {
    /// In the order of the text, disjoint and not empty, each with where it was in what is left.
    cuts: Vec<(Cut, usize)>,
}

impl RemovedText {
    /// What is left out when `found` is, in any order and perhaps overlapping.
    pub(super) fn new(mut found: Vec<Cut>) -> Self {
        found.retain(|cut| !cut.file.is_empty());
        found.sort_unstable_by_key(|cut| (cut.file.start, cut.file.end));
        let mut cuts: Vec<(Cut, usize)> = Vec::new();
        let mut left = 0;
        let mut end = 0;
        for cut in found {
            match cuts.last_mut() {
                Some((last, _)) if cut.file.start <= last.file.end => {
                    last.file.end = last.file.end.max(cut.file.end);
                    end = last.file.end;
                    left += usize::from(cut.ends_line && !last.ends_line);
                    last.ends_line |= cut.ends_line;
                }
                _ => {
                    let at = left + (cut.file.start - end);
                    left = at + usize::from(cut.ends_line);
                    end = cut.file.end;
                    cuts.push((cut, at));
                }
            }
        }
        Self { cuts }
    }

    /// What is left of `text`.
    pub(super) fn apply(&self, text: &str) -> String {
        let mut left = String::with_capacity(text.len());
        let mut start = 0;
        for (cut, _) in &self.cuts {
            left.push_str(&text[start..cut.file.start]);
            if cut.ends_line {
                left.push('\n');
            }
            start = cut.file.end;
        }
        left.push_str(&text[start..]);
        left
    }

    /// The position in what is left of a position in the file; of one that is left out, where it was.
    pub(super) fn left_at(&self, file: usize) -> usize {
        let after = self.cuts.partition_point(|(cut, _)| cut.file.start <= file);
        match after.checked_sub(1).map(|last| &self.cuts[last]) {
            Some((cut, at)) if file < cut.file.end => *at,
            Some((cut, at)) => at + usize::from(cut.ends_line) + (file - cut.file.end),
            None => file,
        }
    }

    /// The position in the file of a position in what is left; where something is left out, behind it.
    #[must_use]
    pub fn file_at(&self, left: usize) -> usize {
        let after = self.cuts.partition_point(|(_, at)| *at <= left);
        match after.checked_sub(1).map(|last| &self.cuts[last]) {
            Some((cut, at)) => cut.file.end + (left - at).saturating_sub(cut.ends_line.into()),
            None => left,
        }
    }

    /// The stretches of a range of what is left that are contiguous in the file, each with where it
    /// stands there, in their order; none is empty.
    pub fn stretches(
        &self,
        left: Range<usize>,
    ) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
        self.in_file(left).into_iter().map(|file| {
            let start = self.left_at(file.start);
            (start..start + file.len(), file)
        })
    }

    /// The stretches of the file that a range of what is left is made of, in their order; none is
    /// empty, so an empty range has none.
    #[must_use]
    pub fn in_file(&self, left: Range<usize>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut start = left.start;
        let first = self.cuts.partition_point(|(_, at)| *at < left.start);
        for (cut, at) in self.cuts[first..]
            .iter()
            .take_while(|(_, at)| *at < left.end)
        {
            found.push(self.file_at(start)..cut.file.start);
            start = at + usize::from(cut.ends_line);
        }
        let file = self.file_at(start);
        found.push(file..file + left.end.saturating_sub(start));
        found.retain(|range| range.start < range.end);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_knows_where_it_was() {
        let text = "ab[cd]ef[g][h]ij[k]";
        let ranges = [8..11, 2..6, 11..14, 3..5, 16..19, 7..7];
        let removed = RemovedText::new(ranges.map(Cut::from).to_vec());
        let left = removed.apply(text);
        assert_eq!(left, "abefij");
        let check = |range: Range<usize>, expected: &[&str]| {
            let found = removed.in_file(range.clone());
            let found: Vec<&str> = found.into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{range:?}");
            assert_eq!(found.concat(), left[range]);
        };
        check(0..6, &["ab", "ef", "ij"]);
        check(0..2, &["ab"]);
        check(1..3, &["b", "e"]);
        check(2..4, &["ef"]);
        check(3..3, &[]);
        check(5..6, &["j"]);
        let file: Vec<usize> = (0..=6).map(|at| removed.file_at(at)).collect();
        assert_eq!(file, [0, 1, 6, 7, 14, 15, 19]);
        let at = [0, 1, 2, 4, 6, 7, 9, 14, 19].map(|file| removed.left_at(file));
        assert_eq!(at, [0, 1, 2, 2, 2, 3, 4, 4, 6]);
        let nothing = RemovedText::default();
        assert_eq!(nothing.in_file(2..5), vec![2..5]);
        assert_eq!(nothing.file_at(3), 3);
    }

    #[test]
    fn a_line_may_end_in_the_place_of_what_is_left_out() {
        let text = "ab\n:::note[cd]\nef";
        let cut = Cut {
            file: 3..11,
            ends_line: true,
        };
        let removed = RemovedText::new(vec![cut, (13..14).into()]);
        assert_eq!(removed.apply(text), "ab\n\ncd\nef");
        assert_eq!(removed.in_file(0..9), [0..3, 11..13, 14..17]);
        assert_eq!(removed.in_file(4..6), vec![11..13]);
        assert_eq!(removed.in_file(3..5), vec![11..12]);
        assert_eq!([3, 4, 6, 7].map(|at| removed.file_at(at)), [11, 11, 14, 15]);
        assert_eq!([3, 11, 13, 14].map(|at| removed.left_at(at)), [3, 4, 6, 6]);
    }
}
