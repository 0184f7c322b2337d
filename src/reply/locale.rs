//! A *locale* is a language the bot speaks in; what it quotes stays in the article's language.

use crate::language::Language;
use crate::language::chinese::{Characters, characters};

/// A language with wording of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    /// English, and every language without wording.
    #[default]
    English,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// German.
    German,
    /// Portuguese as in Brazil.
    Portuguese,
    /// Italian.
    Italian,
    /// Korean.
    Korean,
    /// Japanese.
    Japanese,
    /// Chinese in simplified characters.
    Chinese,
    /// Chinese in traditional characters, in the words of Taiwan.
    TraditionalChinese,
}

impl Locale {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::English,
        Self::French,
        Self::Spanish,
        Self::German,
        Self::Portuguese,
        Self::Italian,
        Self::Korean,
        Self::Japanese,
        Self::Chinese,
        Self::TraditionalChinese,
    ];

    /// The locale of a client's language setting as Discord sends it (`"fr"`, `"en-GB"`, `"zh-TW"`).
    #[must_use]
    pub fn from_discord(code: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|locale| locale.codes().contains(&code))
            .unwrap_or(Self::English)
    }

    /// The locale to answer a question in that was written in `language`; for Chinese, the one in
    /// simplified characters.
    #[must_use]
    pub fn of(language: Language) -> Self {
        Self::ALL
            .into_iter()
            .find(|locale| locale.language() == language)
            .unwrap_or(Self::English)
    }

    /// The locale of the language that a question is written in, where that can be told; Chinese in
    /// the characters that the question has.
    #[must_use]
    pub fn of_question(text: &str) -> Option<Self> {
        let language = Language::of_question(text, &Self::ALL.map(Self::language))?;
        match (Self::of(language), characters(text)) {
            (Self::Chinese, Some(Characters::Traditional)) => Some(Self::TraditionalChinese),
            (locale, _) => Some(locale),
        }
    }

    /// The language of this locale's wording.
    #[must_use]
    pub fn language(self) -> Language {
        Language::from_tag(self.code()).unwrap_or(Language::UNKNOWN)
    }

    /// Discord's key of this locale, the first of [`Self::codes`].
    #[must_use]
    pub fn code(self) -> &'static str {
        self.codes()[0]
    }

    /// Every key of Discord's that reads this locale's wording; all of them are to be registered
    /// for a localised command.
    #[must_use]
    pub fn codes(self) -> &'static [&'static str] {
        match self {
            Self::English => &["en-US", "en-GB"],
            Self::French => &["fr"],
            Self::Spanish => &["es-ES", "es-419"],
            Self::German => &["de"],
            Self::Portuguese => &["pt-BR"],
            Self::Italian => &["it"],
            Self::Korean => &["ko"],
            Self::Japanese => &["ja"],
            Self::Chinese => &["zh-CN"],
            Self::TraditionalChinese => &["zh-TW"],
        }
    }
}

/// In which languages a reader is spoken to: the bot's own words, which it has in a few, and what
/// else the reader reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// The language of the bot's own words.
    pub locale: Locale,
    /// The reader's own language, which the bot may not speak.
    pub language: Language,
}

impl Reader {
    /// The reader whose client is set to a language as [`Locale::from_discord`] takes it.
    #[must_use]
    pub fn from_discord(code: &str) -> Self {
        let locale = Locale::from_discord(code);
        let language = Language::from_tag(code);
        Self {
            locale,
            language: language.unwrap_or_else(|| locale.language()),
        }
    }

    /// The reader who has written a question; as `fallback` where its language cannot be told.
    #[must_use]
    pub fn of_question(text: &str, fallback: Self) -> Self {
        match Locale::of_question(text) {
            // Many a short question is written alike in both kinds of characters.
            Some(Locale::Chinese)
                if fallback.locale == Locale::TraditionalChinese && characters(text).is_none() =>
            {
                return fallback;
            }
            Some(locale) => return locale.into(),
            None => {}
        }
        let language = Language::of_question(text, &Language::all());
        Self {
            language: language.unwrap_or(fallback.language),
            ..fallback
        }
    }
}

impl From<Locale> for Reader {
    fn from(locale: Locale) -> Self {
        Self {
            locale,
            language: locale.language(),
        }
    }
}

impl Default for Reader {
    fn default() -> Self {
        Locale::default().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_has_a_language_that_the_bot_may_not_speak() {
        let check = |reader: Reader, locale, language| {
            assert_eq!((reader.locale, reader.language.code()), (locale, language));
        };
        check(Reader::from_discord("de"), Locale::German, "de");
        check(Reader::from_discord("pl"), Locale::English, "pl");
        check(
            Reader::from_discord("zh-TW"),
            Locale::TraditionalChinese,
            "zh",
        );
        check(Reader::from_discord(""), Locale::English, "en");
        let asked = |text| Reader::of_question(text, Locale::German.into());
        check(asked("Qui a lancé l'organisation ?"), Locale::French, "fr");
        check(
            asked("Wie heeft de organisatie opgericht?"),
            Locale::German,
            "nl",
        );
        check(asked("xyzzy"), Locale::German, "de");
    }

    #[test]
    fn chinese_is_answered_in_the_characters_of_the_question() {
        let check = |text, fallback: Locale, expected| {
            let reader = Reader::of_question(text, fallback.into());
            assert_eq!(reader.locale, expected, "{text}");
        };
        let (simplified, traditional) = (Locale::Chinese, Locale::TraditionalChinese);
        for fallback in [Locale::English, simplified, traditional] {
            check("谁创立了这个组织？", fallback, simplified);
            check("誰創立了這個組織？", fallback, traditional);
        }
        check("他在哪里工作？", simplified, simplified);
        check("他在哪里工作？", traditional, traditional);
        check("他在哪里工作？", Locale::English, simplified);
    }

    #[test]
    fn a_discord_setting_finds_its_locale() {
        let check = |code, expected| assert_eq!(Locale::from_discord(code), expected, "{code}");
        check("fr", Locale::French);
        check("en-GB", Locale::English);
        check("es-419", Locale::Spanish);
        check("es-ES", Locale::Spanish);
        check("pt-BR", Locale::Portuguese);
        check("zh-CN", Locale::Chinese);
        check("zh-TW", Locale::TraditionalChinese);
        check("tlh", Locale::English);
        check("", Locale::English);
        for locale in Locale::ALL {
            check(locale.code(), locale);
        }
    }

    #[test]
    fn a_language_finds_its_locale() {
        let check = |tag, expected| {
            let language = Language::from_tag(tag).unwrap();
            assert_eq!(Locale::of(language), expected, "{tag}");
        };
        check("fr", Locale::French);
        check("pt", Locale::Portuguese);
        check("zh", Locale::Chinese);
        check("ko", Locale::Korean);
        check("nl", Locale::English);
        assert_eq!(Locale::of(Language::UNKNOWN), Locale::English);
    }
}
