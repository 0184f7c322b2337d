//! The *sections* of a lexicon, as they stand in the files of `data`. What each key means to somebody
//! who writes such a file is told in `data/en.toml`.

use serde::Deserialize;

use super::entries::{Patterns, Words};

/// The little words that tell the language of a question.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Detection {
    /// Words that ask. They count twice.
    pub(crate) asking: Words,
    /// Other little words: articles, pronouns, prepositions, forms of "to be" and "to have".
    pub(crate) function_words: Words,
    /// Letters and marks that few other languages have, as ß or ñ.
    pub(crate) letters: Words,
}

/// Words that are not looked up, because every text has them.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct StopWords {
    /// Words that only ask, missing from the lists that the program takes from NLTK and stopwords-iso.
    pub(crate) added: Words,
    /// Words of those lists that say something and are looked up.
    pub(crate) kept: Words,
    /// Where words have no blanks between them: words that only ask or join, longer ones first, as 什么 or について.
    pub(crate) dividers: Words,
}

/// How questions are told from statements, and what kind of answer they ask for.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Questions {
    /// Words that questions begin with, beside those of the kinds below.
    pub(crate) openers: Words,
    /// Where questions often have no question mark: how they end, as か.
    pub(crate) endings: Words,
    /// What may stand before the word that asks: "by whom", "in which year".
    pub(crate) prepositions: Words,
    /// Asks for a person or a body.
    pub(crate) who: Words,
    /// Asks for a point or a span in time.
    pub(crate) when: Words,
    /// Asks for a place.
    #[serde(rename = "where")]
    pub(crate) where_: Words,
    /// Asks for a number.
    pub(crate) how_many: Words,
    /// What stands before a question in a list of questions and answers: "Q: …".
    pub(crate) labels: Words,
}

/// Questions for an address or a telephone number.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Contacts {
    /// Asks for an e-mail address: "email address", "Ann's email".
    pub(crate) email: Words,
    /// Asks for a telephone number.
    pub(crate) phone: Words,
    /// With one of these words a question asks what to do with a contact, or about the own one.
    pub(crate) otherwise: Words,
}

/// What people say around a question.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Messages {
    /// Greetings, thanks, praise, laughter, insults: a message of these asks nothing.
    pub(crate) talk: Patterns,
    /// "Yes", "no", "ok": the same by themselves; before other words, a part of what they say.
    pub(crate) reply: Patterns,
    /// What stands beside them or before a question, and says nothing either.
    pub(crate) filler: Patterns,
    /// Politeness at either end of a question.
    pub(crate) please: Patterns,
    /// What a question is wrapped in: "could you tell me".
    pub(crate) frame: Patterns,
    /// What announces a question, wherever it stands: "I was wondering".
    pub(crate) lead: Patterns,
    /// How questions without a mark begin, beside those that begin with a question word.
    pub(crate) opening: Patterns,
    /// What begins like a question and is none: "what a".
    pub(crate) exclamation: Patterns,
    /// Words that ask for help and do not say with what.
    pub(crate) thin: Patterns,
    /// Words for what was named in the sentence before.
    pub(crate) pronoun: Patterns,
    /// Orders to a language model.
    pub(crate) order: Patterns,
    /// Requests for an overview, of what stands for `*`.
    pub(crate) overview: Patterns,
    /// What stands for the document at hand.
    pub(crate) document: Patterns,
    /// What kind of thing it is, said behind its name.
    pub(crate) kind: Patterns,
    /// What somebody says who tells of himself.
    pub(crate) story: Patterns,
    /// How what belongs to a question begins: "if I pay by card, …".
    pub(crate) condition: Patterns,
    /// Abbreviations that members type inside a sentence, without their last full stop. Words, no patterns.
    pub(crate) abbreviations: Words,
    /// Sounds that are repeated in laughter: "haha". Words, no patterns.
    pub(crate) laughter: Words,
}

/// Days, months, years and times of day.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Dates {
    /// Names and short forms of months that tell a date by themselves, in all their forms.
    pub(crate) months: Words,
    /// Those that are other words as well, in this or another language: a date beside a number only.
    pub(crate) months_beside_numbers: Words,
    /// Short forms that mislead even beside a number ("3 out of 5"): used where a line is only a date.
    pub(crate) months_in_bylines: Words,
    /// Words for a century.
    pub(crate) centuries: Words,
    /// Days of the week, in the forms that stand in a sentence.
    pub(crate) weekdays: Words,
    /// Their short forms, and those that are other words elsewhere: used where a line is only a date.
    pub(crate) weekdays_in_bylines: Words,
    /// What stands behind a year before or after the beginning of the calendar.
    pub(crate) eras: Words,
    /// What may stand between two parts of one date: "from 3 to 5 May".
    pub(crate) joints: Words,
    /// What begins a span of time whose ends are joined by the next words.
    pub(crate) between: Words,
    /// What joins the ends of such a span.
    pub(crate) and: Words,
    /// What stands before a time of day.
    pub(crate) at: Words,
    /// What may stand behind the number of a year, as the Russian года.
    pub(crate) year: Words,
    /// What stands before a decade, as the French "années 1990".
    pub(crate) decades: Words,
    /// What is glued to the number of a decade: 1990s.
    pub(crate) decade_endings: Words,
    /// What may stand behind that, as the German "1990er Jahre".
    pub(crate) decade_nouns: Words,
    /// What stands behind a time of day and nowhere else, as the German Uhr.
    pub(crate) clock: Words,
    /// Hours: a time of day only behind one of the words of `at`.
    pub(crate) hours: Words,
    /// The halves of the day, behind a time.
    pub(crate) halves: Words,
}

/// Little words of a sentence by what they do.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct SmallWords {
    /// "Of", with and without an article; what elision leaves of it.
    pub(crate) of: Words,
    /// Articles that may stand before a name.
    pub(crate) articles: Words,
    /// What may stand between the parts of one name: Simone de Beauvoir.
    pub(crate) particles: Words,
    /// Those of the particles that join two names rather than the parts of one.
    pub(crate) joins: Words,
    /// Prepositions before the name of a place, with and without an article.
    pub(crate) place_prepositions: Words,
    /// Words that deny what follows.
    pub(crate) denying: Words,
    /// Words that deny in another language and not in this one.
    pub(crate) not_denying: Words,
}

/// What a question wants, for the part of a sentence that is printed bold.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Answers {
    /// Asks for a time of day.
    pub(crate) time: Words,
    /// Of questions for a number, one with such a word asks for a share.
    pub(crate) percent: Words,
    /// One with such a word asks for a price.
    pub(crate) money: Words,
    /// Asks how long something takes, or how old it is.
    pub(crate) duration: Words,
    /// Asks how long, high or heavy something is.
    pub(crate) measure: Words,
    /// Single words that ask for a person.
    pub(crate) who: Words,
    /// Forms of "to be": "Who is Ada?" asks what she is.
    pub(crate) copulas: Words,
    /// Words that ask for a time and join clauses, too.
    pub(crate) when: Words,
    /// Asks for a number of what follows.
    pub(crate) how_many: Words,
    /// Verbs that may follow instead: "how much does …" counts nothing.
    pub(crate) how_many_verbs: Words,
    /// Where words have no blanks between them: asks for a number of what the next sign counts, as 多少.
    pub(crate) counters: Words,
    /// Kinds of answers that are not printed bold in documents of this language, because they were seldom
    /// right or not measured: person, place, count.
    pub(crate) untold: Words,
}

/// Numbers and units. Units that are written alike everywhere stand in all.toml.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Quantities {
    /// Shares.
    pub(crate) percent: Words,
    /// Currencies.
    pub(crate) money: Words,
    /// Units of time.
    pub(crate) duration: Words,
    /// Other units.
    pub(crate) measure: Words,
    /// What multiplies the number before it; where words have no blanks between them, single signs.
    pub(crate) scales: Words,
    /// Those of them that end with a full stop, written without it.
    pub(crate) short_scales: Words,
    /// Numbers as words, but for "one", which is an article in many languages. A language that has them
    /// is taken to write numbers as digits or as these words.
    pub(crate) numbers: Words,
    /// What answers how many or how much without a number.
    pub(crate) none: Words,
    /// Signs for numbers that are no digits, as 三.
    pub(crate) numerals: Words,
    /// Words after which a number names a thing and counts none: "rule 25".
    pub(crate) naming: Words,
    /// What stands between the ends of a range.
    pub(crate) range: Words,
    /// What is glued to a number to make an ordinal of it.
    pub(crate) ordinal_endings: Words,
}

/// What stands around the text of a web page.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Web {
    /// What stands before the name of an author.
    pub(crate) by: Words,
    /// What a reporter is called behind the name, as 기자.
    pub(crate) reporters: Words,
    /// What says of a date that it is when something was published.
    pub(crate) published: Words,
    /// What else may stand in a line that is only a date.
    pub(crate) beside_dates: Words,
    /// What may stand beside the names of author and publisher.
    pub(crate) beside_names: Words,
    /// What buttons and boxes are called: comments, sharing, subscribing, reading on, advertising.
    pub(crate) labels: Words,
    /// Words of which a reading time has at least one.
    pub(crate) reading: Words,
    /// Words for minutes, of which a reading time has exactly one.
    pub(crate) minutes: Words,
    /// What else may stand in a reading time.
    pub(crate) beside_reading: Words,
}

/// What a web page shows that is no part of its article, and what it shows in place of one.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct PageNotices {
    /// How a line starts that points to another article. Only its letters and digits count.
    pub(crate) pointers: Words,
    /// How the heading over links to other articles starts. Only its letters and digits count.
    pub(crate) other_articles: Words,
    /// What a line says of rights, anywhere in it.
    pub(crate) rights: Words,
    /// How a line starts that a player shows where it cannot play.
    pub(crate) players: Words,
    /// How a line starts that says who made a picture.
    pub(crate) credits: Words,
    /// How the title starts of a page that stands in for another. Only its letters and digits count.
    pub(crate) errors: Words,
    /// What a short line says to those who have not paid, anywhere in it.
    pub(crate) paywalls: Words,
    /// What stands beside the two numbers in a count of images: "Image 1 of 5".
    pub(crate) image_counts: Words,
}

/// What the first lines of a text file are called, as "Title: …".
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct FrontMatterKeys {
    /// The title.
    pub(crate) title: Words,
    /// The author.
    pub(crate) author: Words,
    /// The date.
    pub(crate) date: Words,
    /// The publisher.
    pub(crate) publisher: Words,
}

/// What the header lines of a pasted mail are called.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Mail {
    /// Who wrote it.
    pub(crate) from: Words,
    /// Who got it.
    pub(crate) to: Words,
    /// When.
    pub(crate) date: Words,
    /// What it is about.
    pub(crate) subject: Words,
    /// Other header lines, which are taken away.
    pub(crate) others: Words,
}

/// The numbers of pages in a printed document.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Pages {
    /// Words for a page, before or behind its number.
    pub(crate) page: Words,
    /// Words between the number of a page and that of all pages.
    pub(crate) of: Words,
}

/// What ends with a full stop that ends no sentence.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Abbreviations {
    /// Before any word.
    pub(crate) before_words: Words,
    /// Before a number.
    pub(crate) before_numbers: Words,
    /// Before a name: a little word after it starts a sentence.
    pub(crate) before_names: Words,
    /// At the end of an enumeration, a time or a year: a capital after it starts a sentence.
    pub(crate) last: Words,
    /// What may go on with a time that ends with one of those, beside months and days of the week: "7 p.m.
    /// Pacific".
    pub(crate) after_time: Words,
}
