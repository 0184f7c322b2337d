//! An *echo* is the question, small above the answer to it: Discord does not show what was typed
//! into a command, and a later question may refer to it.

use super::truncate::clip;
use super::{Reply, SMALL, escape, limits};

/// The longest question that is shown whole.
const SHOWN: usize = 300;

impl Reply {
    /// The same reply below the question.
    #[must_use]
    pub fn below(mut self, question: &str) -> Self {
        let echo = format!("{SMALL}{}", clip(question, SHOWN, escape::line));
        let both = [echo.as_str(), &self.content].join("\n");
        if limits::length(&both) <= limits::CONTENT {
            both.trim_end().clone_into(&mut self.content);
        }
        self
    }
}

/// What a thread is called in which a question is answered.
#[must_use]
pub fn thread_name(question: &str) -> String {
    clip(question, limits::THREAD_NAME, escape::one_line)
}

/// The question that stands above an answer of the bot's.
#[must_use]
pub fn echoed(content: &str) -> Option<String> {
    let line = content.lines().next()?.strip_prefix(SMALL)?;
    let question = escape::unescaped(line);
    (!question.is_empty()).then_some(question)
}

/// What a message of the bot's says of its answer, in Discord's Markdown, without the question above it:
/// that nothing was found, or nothing certain. It holds for the passages that are then turned to, so it
/// stays; the last line, which offers them where there is no box yet, does not.
#[must_use]
pub fn caution(content: &str, has_boxes: bool) -> String {
    let lines = content.lines().filter(|line| !line.starts_with(SMALL));
    let lines: Vec<&str> = lines.collect();
    let offers = usize::from(!has_boxes && !lines.is_empty());
    lines[..lines.len() - offers].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_comes_back_from_above_its_answer() {
        let long = "word ".repeat(100);
        for (question, expected) in [
            (
                "Qui a lancé l'organisation ?",
                "Qui a lancé l'organisation ?",
            ),
            (
                r"What is *that* \ <@1> `x` # _y_?",
                r"What is *that* \ <@1> `x` # _y_?",
            ),
            ("two\nlines", "two lines"),
            ("1. what?", "1. what?"),
            (&long, &(long[..299].to_owned() + "…")),
        ] {
            for content in ["", "These are the closest passages."] {
                let reply = Reply::text(content.to_owned()).below(question);
                assert_eq!(echoed(&reply.content).as_deref(), Some(expected));
                assert!(reply.content.ends_with(content));
            }
        }
        for content in ["", "-# ", "An answer", "An answer\n-# small"] {
            assert_eq!(echoed(content), None, "{content}");
        }
    }

    #[test]
    fn a_caution_stays_and_an_offer_does_not() {
        for (content, has_boxes, expected) in [
            ("-# A question?\nNot found.\nClosest:", false, "Not found."),
            ("-# A question?\nNot found.", true, "Not found."),
            ("Not sure.\nWhich one?", false, "Not sure."),
            ("-# A question?\nWhich one?", false, ""),
            ("-# A question?", true, ""),
            ("", false, ""),
        ] {
            assert_eq!(caution(content, has_boxes), expected, "{content:?}");
        }
    }
}
