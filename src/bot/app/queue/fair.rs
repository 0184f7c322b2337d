//! A *fair queue*: members take turns, and within what one member waits for, channels do.

use std::collections::VecDeque;

/// A bounded queue of items, each of a member in a channel.
pub(super) struct FairQueue<T> {
    bound: usize,
    waiting: usize,
    /// Whoever waits for anything, the next first.
    members: VecDeque<Turn<Turn<T>>>,
}

/// What waits under one number: of a member, the channels; of a channel, the items.
struct Turn<T> {
    id: u64,
    waiting: VecDeque<T>,
}

impl<T> FairQueue<T> {
    /// A queue for at most `bound` items.
    pub(super) fn new(bound: usize) -> Self {
        Self {
            bound,
            waiting: 0,
            members: VecDeque::new(),
        }
    }

    /// How many items wait.
    pub(super) fn len(&self) -> usize {
        self.waiting
    }

    /// Whether an item of a member in a channel would be taken in, at the cost of nobody who waits for
    /// as little.
    pub(super) fn has_room(&self, member: u64, channel: u64) -> bool {
        if self.waiting < self.bound {
            return true;
        }
        let own = self.members.iter().find(|turn| turn.id == member);
        let items = own.map_or(0, Turn::items) + 1;
        let mut channels = own.into_iter().flat_map(|own| &own.waiting);
        let here = channels.clone().find(|turn| turn.id == channel);
        let here = here.map_or(0, |turn| turn.waiting.len()) + 1;
        self.members.iter().any(|other| other.items() > items)
            || channels.any(|turn| turn.waiting.len() > here)
    }

    /// Takes an item in; gives back one for which there is no room.
    ///
    /// That is the newest one of whoever waits for most, so that a flood leaves room for everybody
    /// else.
    pub(super) fn push(&mut self, member: u64, channel: u64, item: T) -> Option<T> {
        let channels = turn_of(&mut self.members, member);
        turn_of(channels, channel).push_back(item);
        self.waiting += 1;
        (self.waiting > self.bound)
            .then(|| self.evict(member))
            .flatten()
    }

    /// The item whose turn it is.
    pub(super) fn pop(&mut self) -> Option<T> {
        let mut member = self.members.pop_front()?;
        let item = member.waiting.pop_front().and_then(|mut channel| {
            let item = channel.waiting.pop_front();
            if !channel.waiting.is_empty() {
                member.waiting.push_back(channel);
            }
            item
        });
        if !member.waiting.is_empty() {
            self.members.push_back(member);
        }
        self.waiting -= usize::from(item.is_some());
        item
    }

    /// The newest item of whoever waits for most; among equals, of who came last.
    fn evict(&mut self, newcomer: u64) -> Option<T> {
        let most = (0..self.members.len()).max_by_key(|at| {
            let member = &self.members[*at];
            (member.items(), member.id == newcomer)
        })?;
        let member = &mut self.members[most];
        let longest =
            (0..member.waiting.len()).max_by_key(|at| member.waiting[*at].waiting.len())?;
        let channel = &mut member.waiting[longest];
        let item = channel.waiting.pop_back();
        if channel.waiting.is_empty() {
            member.waiting.remove(longest);
        }
        if member.waiting.is_empty() {
            self.members.remove(most);
        }
        self.waiting -= usize::from(item.is_some());
        item
    }
}

impl<T> Turn<Turn<T>> {
    /// How many items a member waits for.
    fn items(&self) -> usize {
        self.waiting.iter().map(|turn| turn.waiting.len()).sum()
    }
}

/// What waits under a number; at the end where nothing does yet.
fn turn_of<T>(turns: &mut VecDeque<Turn<T>>, id: u64) -> &mut VecDeque<T> {
    let at = turns.iter().position(|turn| turn.id == id);
    let at = at.unwrap_or_else(|| {
        turns.push_back(Turn {
            id,
            waiting: VecDeque::new(),
        });
        turns.len() - 1
    });
    &mut turns[at].waiting
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes in items written as member, channel and number, such as `a1x`; gives the order in which
    /// they come out, and what had no room.
    #[track_caller]
    fn check(bound: usize, pushed: &str, popped: &str, refused: &str) {
        let mut queue = FairQueue::new(bound);
        let mut out = Vec::new();
        for item in pushed.split_whitespace() {
            let mut letters = item.bytes().map(u64::from);
            let (member, channel) = (letters.next(), letters.next());
            let (member, channel) = (member.expect("a member"), channel.expect("a channel"));
            let room = queue.has_room(member, channel);
            let refused = queue.push(member, channel, item);
            assert_eq!(room, refused != Some(item), "room for {item} of {pushed}");
            out.extend(refused);
            assert!(queue.len() <= bound);
        }
        assert_eq!(out.join(" "), refused, "refused of {pushed}");
        let order: Vec<_> = std::iter::from_fn(|| queue.pop()).collect();
        assert_eq!(order.join(" "), popped, "the order of {pushed}");
        assert_eq!((queue.len(), queue.members.len()), (0, 0));
    }

    #[test]
    fn members_take_turns_and_then_channels() {
        check(9, "", "", "");
        check(9, "a1x a1y a1z", "a1x a1y a1z", "");
        check(9, "a1x a1y a1z b1x", "a1x b1x a1y a1z", "");
        check(9, "a1x a1y b1x b1y c1x", "a1x b1x c1x a1y b1y", "");
        check(9, "a1x a1y a2x a2y", "a1x a2x a1y a2y", "");
        check(9, "a1x a1y a2x b1x", "a1x b1x a2x a1y", "");
    }

    #[test]
    fn whoever_waits_for_most_makes_room() {
        check(2, "a1x a1y a1z", "a1x a1y", "a1z");
        check(2, "a1x a1y b1x", "a1x b1x", "a1y");
        check(3, "a1x a1y b1x c1x", "a1x b1x c1x", "a1y");
        check(3, "a1x a1y a2x b1x", "a1x b1x a2x", "a1y");
        check(3, "a1x a1y a1z a2x", "a1x a2x a1y", "a1z");
        check(0, "a1x b1x", "", "a1x b1x");
        // Where all wait for the same, nobody is put out for a newcomer.
        check(2, "a1x b1x c1x", "a1x b1x", "c1x");
        check(2, "a1x b1x a1y", "a1x b1x", "a1y");
    }
}
