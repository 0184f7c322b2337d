//! Full stops that end no sentence.

use super::{check, check_joined};

#[test]
fn abbreviations_of_every_language() {
    check_joined(
        "sv",
        &["Ta med t.ex. Kaffe, bl.a. Te, ca. 50 kr.", "Betala sedan."],
    );
    check_joined(
        "pl",
        &["Klub jest przy ul. Leśnej 5.", "Zapisy przyjmuje Jan."],
    );
    check_joined(
        "pl",
        &[
            "Od 2020 r. klub działa tu.",
            "Prowadzi go inż. Kot i prof. dr hab. Lis.",
        ],
    );
    check_joined("ru", &["Мы на ул. Садовой, д. 5, кв. 7.", "Взнос мал."]);
    check_joined(
        "ru",
        &[
            "Это было в 2020 г.",
            "Клуб переехал в г. Тверь.",
            "Чай, кофе и др.",
            "Всё.",
        ],
    );
    check_joined(
        "uk",
        &["Клуб на вул. Лесі Українки, буд. 5.", "Внесок малий."],
    );
    check_joined(
        "cs",
        &["Klub je na ul. Dlouhé, např. Praha.", "Přijď 5. května."],
    );
    check_joined("da", &["Tag f.eks. Kaffe med kl. 10.", "Vi ses."]);
    check_joined("no", &["Ta med f.eks. Kaffe, ca. 2 kg.", "Vi sees."]);
    check_joined("fi", &["Ota mukaan esim. Kahvia.", "Nähdään klo 10."]);
    check_joined("hu", &["Hozz pl. Kávét.", "Dr. Nagy vár."]);
    check_joined("ro", &["Suntem pe str. Lungă nr. 5.", "Vino."]);
    check_joined(
        "tr",
        &["Kulüp Atatürk Cad. Gül Sok. No. 5 adresindedir.", "Gelin."],
    );
    check_joined("el", &["Φέρτε π.χ. Καφέ.", "Ελάτε."]);
    check_joined("ar", &["قال د. أحمد ذلك.", "ثم ذهب."]);
    check_joined("ta", &["திரு. குமார் வந்தார்.", "மு. க. அழகன் போனார்."]);
    check_joined("nl", &["Neem bijv. Koffie mee, d.w.z. Sterke.", "Tot dan."]);
    check_joined(
        "de",
        &[
            "Der Hafen e. V. Lübeck ist u. a. Gastgeber am 12.03. Mai folgt.",
            "Ende.",
        ],
    );
    check_joined("es", &["Abre a las 7 p. m.", "Cierra la Av. Sol núm. 5."]);
    check_joined("it", &["Vedi pag. 5 e p.es. Roma.", "Il sig. Po c'è."]);
    check_joined("pt", &["Fica na Av. Sol, n.º 5.", "O Dr. Sá atende."]);
    check_joined(
        "en",
        &[
            "Acme Inc. Tokyo and Foo Ltd. Paris met.",
            "We like Bar Corp.",
            "They left.",
        ],
    );
    check_joined("en", &["Doors open at 7 p.m.", "Bring a card."]);
    check_joined(
        "en",
        &[
            "It starts at 7 p.m. Monday, or 8 a.m. CET, not 9 p.m. sharp.",
            "Come.",
        ],
    );
    check_joined(
        "en",
        &[
            "We use .NET and Node.js.",
            "See .env, e.g. Linux.",
            "Version 3.3.2 of 12.03.2026.",
        ],
    );
}

#[test]
fn numbers_and_labels_of_several_languages() {
    check_joined("es", &["EE. UU. ganó.", "Son las 5 p. m.", "Vengan."]);
    check_joined("ar", &["الدرس الساعة 5 م.", "ثم نأكل."]);
    check_joined("da", &["Vi mødes kl. 18.", "Kom i tide, senest d. 5. maj."]);
    check_joined("fi", &["Alkaa klo 18.", "Tule 5. kesäkuuta."]);
    check_joined(
        "de",
        &["Zimmer Nr. 5.", "Anmeldung am 5. Mai um 19.30 Uhr."],
    );
    check_joined("ru", &["Начало в 18 ч.", "Приходите, т. к. Будет чай."]);
    check_joined("uk", &["Початок о 18 год.", "Див. п. 5."]);
    check_joined(
        "en",
        &[
            "The U.S. army.",
            "He has a Ph.D. in law.",
            "See Fig. 3 and No. 7.",
        ],
    );
    check(
        "en",
        "Q. What is it?\nA. A boat.",
        &["Q. What is it?", "A. A boat."],
    );
    check(
        "en",
        "These apply:\nbe kind\nno spam",
        &["These apply:", "be kind", "no spam"],
    );
    check(
        "en",
        "Support:\nopen a ticket",
        &["Support:\nopen a ticket"],
    );
    check(
        "ja",
        "雨だ。「はい。」と答えた。「いいえ。」",
        &["雨だ。", "「はい。」と答えた。", "「いいえ。」"],
    );
}

#[test]
fn abbreviations_end_nothing() {
    check_joined(
        "fr",
        &["M. Dupont et Mme. Le Pen sont là.", "M. Le Pen aussi."],
    );
    check_joined("fr", &["Voir p. ex. Paris, vol. 2, art. 5.", "C'est tout."]);
    check_joined("fr", &["Du pain, du vin, etc. et rien.", "Voilà."]);
    check_joined(
        "en",
        &["Dr. Smith and Mr. Jones met at St. Paul's.", "They left."],
    );
    check_joined(
        "en",
        &[
            "The U.S. plan is out.",
            "The U.S. Senate agreed.",
            "It is from the U.S.",
            "The end.",
        ],
    );
    check_joined(
        "en",
        &[
            "J. R. R. Tolkien wrote it.",
            "See No. 5 Downing Street.",
            "He said no.",
            "Then he left.",
        ],
    );
    check_joined("en", &["World War I.", "The peace came."]);
    check_joined(
        "en",
        &["Cats, e.g. Tom, sleep.", "Apples, pears, etc. are fruit."],
    );
    check_joined(
        "de",
        &[
            "Wir fuhren z. B. Die Zeit lesend.",
            "Das war am 4. August.",
            "Es kamen 12.",
            "Dann gingen sie.",
        ],
    );
    check_joined("es", &["El Sr. García llegó.", "La Sra. Paz no."]);
    check_joined("it", &["Il sig. Rossi è qui.", "Il dott. Bianchi no."]);
    check_joined("pt", &["O Sr. Silva chegou.", "A Dra. Costa não."]);
    check_joined("nl", &["Dhr. Jansen is er.", "Zie bijv. Amsterdam."]);
    check_joined("und", &["Dr. Who and M. Dupont met.", "They left."]);
}

#[test]
fn numbers_end_nothing() {
    check_joined(
        "fr",
        &[
            "Soit 3.5 % ou 4 800 milliards de dollars d'ici 2033.",
            "Dans un an.",
        ],
    );
    check_joined("en", &["Version 1.2.3 costs $4.50.", "Cheap."]);
    check_joined("en", &["It is 2033.", "China leads."]);
}
