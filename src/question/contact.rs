//! *Contacts*: whether a question asks for an e-mail address or a telephone number, and whether one
//! stands in a text. Nothing else can answer such a question.

use super::answer_type::words;
use crate::language::lexicon::{Contacts, SPACED, UNSPACED, Words};

/// How somebody is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contact {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
}

/// Digits of the shortest telephone number.
const DIGITS: usize = 6;

impl Contact {
    /// The contact that a question asks for, if it does nothing else.
    #[must_use]
    pub fn asked_for(question: &str) -> Option<Self> {
        let lower = question.to_lowercase();
        let words = words(&lower);
        let otherwise = &SPACED.contacts.otherwise;
        if words.iter().any(|word| otherwise.contains(word)) {
            return None;
        }
        let spaced = format!(" {} ", words.join(" "));
        let is_named = |name: &str| spaced.contains(&format!(" {name} "));
        let is_part = |part: &str| lower.contains(part);
        let contacts = [Self::Email, Self::Phone];
        let named = contacts
            .into_iter()
            .find(|contact| contact.names(&SPACED.contacts).iter().any(is_named));
        let part = || {
            contacts
                .into_iter()
                .find(|contact| contact.names(&UNSPACED.contacts).iter().any(is_part))
        };
        named.or_else(part)
    }

    /// What it is called.
    fn names(self, contacts: &Contacts) -> &Words {
        match self {
            Self::Email => &contacts.email,
            Self::Phone => &contacts.phone,
        }
    }

    /// Whether such a contact stands in a text.
    #[must_use]
    pub fn is_in(self, text: &str) -> bool {
        match self {
            Self::Email => text.split_whitespace().any(|word| {
                let parts = word.split_once('@');
                parts.is_some_and(|(name, host)| {
                    name.ends_with(char::is_alphanumeric) && host.contains('.')
                })
            }),
            Self::Phone => {
                let is_inside = |c: char| c.is_numeric() || " -./()+\u{a0}\u{202f}".contains(c);
                let mut runs = text.split(|c| !is_inside(c));
                let digits = |run: &str| run.chars().filter(|c| c.is_numeric()).count();
                runs.any(|run| digits(run) >= DIGITS && !is_date(run))
            }
        }
    }
}

/// Whether digits are a date, such as 2026-04-11, or a span of years.
fn is_date(run: &str) -> bool {
    let is_year = |part: &str| part.len() == 4 && part.starts_with(['1', '2']);
    let mut parts = run.trim().split(['-', '.', '/']).map(str::trim);
    parts.clone().count() <= 3
        && parts.clone().any(is_year)
        && parts.all(|part| part.len() <= 2 || is_year(part))
}

#[cfg(test)]
mod tests {
    use super::Contact::{self, Email, Phone};

    #[test]
    fn a_question_asks_for_a_contact() {
        for (question, expected) in [
            ("what is Dr Marsh's email", Some(Email)),
            ("c quoi l'adresse mail de Bertrand", Some(Email)),
            ("Wie lautet die E-Mail-Adresse?", Some(Email)),
            ("welche Handynummer hat Anton?", Some(Phone)),
            ("do you have a phone number for June", Some(Phone)),
            ("numer telefonu do klubu", Some(Phone)),
            (
                "c'est quoi le numéro de téléphone de la présidente",
                Some(Phone),
            ),
            ("管理人のメールアドレスは？", Some(Email)),
            ("how do I change my email?", None),
            ("comment changer son adresse mail ?", None),
            ("can I join without a phone number?", None),
            ("does it send email, and is there a phone app?", None),
            ("who runs the club?", None),
        ] {
            assert_eq!(Contact::asked_for(question), expected, "{question}");
        }
    }

    #[test]
    fn a_contact_stands_in_a_text() {
        for (contact, text, expected) in [
            (Email, "Treasurer: Ann, money@club.example", true),
            (Email, "Ann (@ann on Discord)", false),
            (Email, "write an email", false),
            (Phone, "Ann 01632 960 114", true),
            (Phone, "+49 (30) 1234-56", true),
            (Phone, "from 10:00 to 12:30, room 4", false),
            (Phone, "Ann, since 2026-04-11", false),
            (Phone, "Ann, 11.04.2026", false),
            (Phone, "Ann, chair 2024-2026", false),
            (Phone, "Ann 2024 555 126", true),
        ] {
            assert_eq!(contact.is_in(text), expected, "{text}");
        }
    }
}
