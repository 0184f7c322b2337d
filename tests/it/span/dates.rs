//! Dates of many languages.

use super::Row;

pub(super) const DATES: &[Row] = &[
    (
        "en",
        "When did the hall open?",
        "It opened on 3 May 1998.",
        "3 May 1998",
    ),
    (
        "en",
        "When did it open?",
        "It opened on May 3rd, 1998, in the rain.",
        "May 3rd, 1998",
    ),
    (
        "en",
        "When is the assembly?",
        "The assembly is on the 3rd of May.",
        "3rd of May",
    ),
    (
        "en",
        "When was it?",
        "It was released 2026-04-11.",
        "2026-04-11",
    ),
    (
        "en",
        "When do you open?",
        "The doors open at 7.30 pm on Fridays.",
        "7.30 pm on Fridays",
    ),
    (
        "en",
        "In what year was it?",
        "They met in the 1990s.",
        "1990s",
    ),
    (
        "en",
        "When did he die?",
        "He died in 44 BCE in Rome.",
        "44 BCE",
    ),
    (
        "nl",
        "Wanneer is de vergadering?",
        "De vergadering is op dinsdag.",
        "dinsdag",
    ),
    (
        "ru",
        "Когда открыли зал?",
        "Зал открыли в сентябре.",
        "сентябре",
    ),
    (
        "fr",
        "Quand a-t-elle ouvert ?",
        "La salle a ouvert le 1er mars 2019.",
        "1er mars 2019",
    ),
    (
        "fr",
        "Quand était-ce ?",
        "C'était au XIXe siècle.",
        "XIXe siècle",
    ),
    (
        "fr",
        "à quelle heure ferme la salle",
        "La salle ferme à 21 h le vendredi.",
        "21 h le vendredi",
    ),
    (
        "fr",
        "Quand est-il mort ?",
        "Il est mort en 44 av. J.-C. à Rome.",
        "44 av. J.-C.",
    ),
    (
        "de",
        "Wann öffnet die Halle?",
        "Die Halle öffnet um 19.30 Uhr.",
        "19.30 Uhr",
    ),
    (
        "de",
        "Wann war das?",
        "Am 3. Oktober 1990 war es so weit.",
        "3. Oktober 1990",
    ),
    (
        "de",
        "Wann war das?",
        "Das war im 19. Jahrhundert.",
        "19. Jahrhundert",
    ),
    (
        "es",
        "¿Cuándo abrió?",
        "La sala abrió el 3 de mayo de 1998.",
        "3 de mayo de 1998",
    ),
    ("es", "¿Cuándo fue?", "Ocurrió en el siglo XV.", "siglo XV"),
    (
        "pt",
        "Quando abriu?",
        "A sala abriu em 3 de maio de 1998.",
        "3 de maio de 1998",
    ),
    (
        "it",
        "Quando ha aperto?",
        "La sala ha aperto il 3 maggio 1998.",
        "3 maggio 1998",
    ),
    (
        "ja",
        "いつ開館しましたか",
        "ホールは1998年5月3日に開館した。",
        "1998年5月3日",
    ),
    (
        "zh",
        "大厅什么时候开放？",
        "大厅于1998年5月3日开放。",
        "1998年5月3日",
    ),
    (
        "ko",
        "홀은 언제 열렸나요?",
        "홀은 1998년 5월 3일에 열렸다.",
        "1998년 5월 3일",
    ),
    (
        "ru",
        "Когда открылся зал?",
        "Зал открылся 3 мая 1998 года.",
        "3 мая 1998 года",
    ),
    // Another language than the question's.
    (
        "fr",
        "when did it open?",
        "La salle a ouvert en 1998.",
        "1998",
    ),
    (
        "fr",
        "いつ",
        "De 1914 à 1918, la salle est fermée.",
        "1914 à 1918",
    ),
];
