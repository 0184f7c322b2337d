//! A *locale* is a language the bot speaks in; what it quotes stays in the article's language.

use crate::language::Language;

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
}

impl Locale {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::English,
        Self::French,
        Self::Spanish,
        Self::German,
        Self::Portuguese,
        Self::Italian,
        Self::Korean,
        Self::Japanese,
        Self::Chinese,
    ];

    /// The locale of a client's language setting as Discord sends it (`"fr"`, `"en-GB"`, `"zh-TW"`).
    #[must_use]
    pub fn from_discord(code: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|locale| locale.codes().contains(&code))
            .unwrap_or(Self::English)
    }

    /// The locale to answer a question in that was written in `language`.
    #[must_use]
    pub fn of(language: Language) -> Self {
        Self::speaking(language).unwrap_or(Self::English)
    }

    /// The locale of the language that a question is written in, where that can be told.
    #[must_use]
    pub fn of_question(text: &str) -> Option<Self> {
        Language::of_question(text, &Self::ALL.map(Self::language)).map(Self::of)
    }

    /// The locale of `language`, where there is one.
    pub(super) fn speaking(language: Language) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|locale| locale.code().split('-').next() == Some(language.code()))
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
            Self::Chinese => &["zh-CN", "zh-TW"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_discord_setting_finds_its_locale() {
        let check = |code, expected| assert_eq!(Locale::from_discord(code), expected, "{code}");
        check("fr", Locale::French);
        check("en-GB", Locale::English);
        check("es-419", Locale::Spanish);
        check("es-ES", Locale::Spanish);
        check("pt-BR", Locale::Portuguese);
        check("zh-CN", Locale::Chinese);
        check("zh-TW", Locale::Chinese);
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
