//! *Quantities* in a sentence: numbers that count or measure, with their unit.

use std::ops::Range;

use super::token::{Shape, Token};

/// What a quantity is of, as its unit tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Percent,
    Money,
    Duration,
    Measure,
    /// The unit is any noun, or there is none.
    Count,
}

/// A number with its unit.
#[derive(Debug, Clone)]
pub(super) struct Quantity {
    /// The tokens of number and unit; without a noun that is no unit.
    pub tokens: Range<usize>,
    pub class: Class,
}

/// Units as words, folded, or as signs.
const UNITS: [(Class, &str); 4] = [
    (
        Class::Percent,
        "% percent prozent pct procent процентов процента",
    ),
    (
        Class::Money,
        "€ $ £ ¥ ₩ ₽ euro euros dollar dollars dollari dolares pounds pound pfund francs franc franken \
         yen yuan won pesos reais lire rubel рублеи рубля eur usd chf gbp kronor kroner kr cents \
         centimes cent centesimi centavos",
    ),
    (
        Class::Duration,
        "h min mn s ms heures heure hours hour minutes minute mins secondes seconde seconds second \
         jours jour days day semaines semaine weeks week mois months month ans an annees annee years \
         year siecles centuries stunden stunde minuten sekunden sekunde tage tag tagen wochen woche \
         monate monaten monat jahre jahr jahren horas hora minutos minuto segundos dias dia semanas \
         semana meses mes anos ano ore ora minuti minuto secondi giorni giorno settimane settimana \
         mesi mese anni anno часов часа минут днеи дня лет месяцев недель timmar dagar veckor manader ar",
    ),
    (
        Class::Measure,
        "km m cm mm nm kg g mg t l ml cl ha kw mw w kwh v hz khz mhz ghz kb mb gb tb px km² m² km2 m2 m³ \
         km/h mph ft lb lbs oz ° °c °f metres metre meters meter kilometres kilometre kilometers \
         kilometer centimetres centimeters millimeter tonnes tonne tons ton grammes gramme grams gramm \
         kilos kilogrammes kilograms kilogramm litres litre liters liter hectares hectare hektar degres \
         degrees grad miles mile meilen feet foot inches acres metros kilometros gramos litros hectareas \
         toneladas grados metri chilometri grammi litri ettari tonnellate gradi quilometros gramas graus \
         watts watt volts volt km² km2 quadratkilometer метров километров килограммов тонн",
    ),
];

/// Units of languages that write them directly after the number, the longest first.
const SIGNS: [(Class, &[&str]); 3] = [
    (
        Class::Money,
        &[
            "人民币",
            "欧元",
            "美元",
            "ドル",
            "ユーロ",
            "円",
            "元",
            "원",
            "달러",
            "유로",
        ],
    ),
    (
        Class::Duration,
        &[
            "時間", "小时", "小時", "分钟", "分鐘", "分間", "分", "秒", "日間", "週間", "か月",
            "ヶ月", "个月", "個月", "年間", "年间", "天", "周", "歳", "岁", "歲", "시간", "분",
            "초", "일", "주일", "주", "개월", "년", "살", "세",
        ],
    ),
    (
        Class::Measure,
        &[
            "平方公里",
            "平方キロメートル",
            "公里",
            "千米",
            "キロメートル",
            "メートル",
            "キロ",
            "厘米",
            "公斤",
            "グラム",
            "リットル",
            "米",
            "度",
            "킬로미터",
            "미터",
            "킬로그램",
            "도",
        ],
    ),
];

/// Words and signs that multiply the number before them.
const SCALES: &str = "million millions milliard milliards billion billions mio mrd mia millionen milliarden \
    millones mil miles mille milliers thousand mila milioni miliardi milhoes milhao milhares bilhoes \
    trillion trillions hundred tausend hundert миллионов миллиона тысяч тысячи миллиардов bn mn";
const SCALE_SIGNS: [char; 10] = ['万', '萬', '億', '亿', '千', '百', '兆', '만', '억', '천'];

/// Numbers as words, folded; one is left out, because it is an article.
pub(in crate::ranking) const WORDS: &str = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred \
    thousand twice dozen \
    deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize dix-sept \
    dix-huit dix-neuf vingt trente quarante cinquante soixante soixante-dix quatre-vingts \
    quatre-vingt cent cents mille \
    zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn \
    siebzehn achtzehn neunzehn zwanzig dreißig vierzig funfzig sechzig siebzig achtzig neunzig \
    hundert tausend \
    dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis \
    diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta \
    noventa cien ciento mil \
    due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici \
    sedici diciassette diciotto diciannove venti trenta quaranta cinquanta sessanta settanta \
    ottanta novanta cento \
    dois duas quatro sete oito dez doze treze vinte \
    twee drie vijf zes zeven acht negen tien elf twaalf \
    tva tre fyra fem sex sju atta nio tio elva tolv \
    два две три четыре пять шесть семь восемь девять десять двадцать тридцать сорок сто";

/// Words after which a number names a thing and counts none.
const NAMED: &str = "article articles rule rules regle regles regel regeln section chapter chapitre kapitel \
    page pages seite p pp version v no nr n° art § # paragraph paragraphe absatz articulo regla capitulo \
    articolo regola capitolo artigo regra level niveau stufe step etape schritt phase partie part volume \
    vol tome band figure fig numero number nummer № статья правило глава";

/// Where numbers are set apart from each other in one quantity: 3–5, 3 to 5.
const RANGE: &str = "- – — to a bis al до";

/// Endings of ordinals.
const ORDINAL: &str = "e er ere eme emes ieme st nd rd th º ª ° o a го и";

/// The quantities of a sentence outside some other ranges of tokens (its dates), in order.
pub(super) fn quantities(tokens: &[Token], taken: &[Range<usize>]) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(date) = taken.iter().find(|range| range.contains(&at)) {
            at = date.end;
            continue;
        }
        match quantity(tokens, at) {
            Some(quantity) => {
                at = quantity.tokens.end.max(at + 1);
                found.push(quantity);
            }
            None => at += 1 + usize::from(tokens[at].is_number() && is_ordinal(tokens, at)),
        }
    }
    found
}

fn quantity(tokens: &[Token], at: usize) -> Option<Quantity> {
    let mut end = number(tokens, at)?;
    if tokens.get(end).is_some_and(|it| it.is_among(RANGE)) {
        end = number(tokens, end + 1).unwrap_or(end);
    }
    let is_symbol = |at: usize| tokens.get(at).is_some_and(|it| "€$£¥₩₽".contains(it.text));
    let has_symbol = at > 0 && is_symbol(at - 1);
    let (mut class, mut until) = unit(tokens, end).unwrap_or((Class::Count, end));
    let mut start = at;
    if has_symbol {
        (class, until) = (Class::Money, end);
        start -= 1;
        if start > 0 && tokens[start].glued && tokens[start - 1].is_among("us a c nz hk r") {
            start -= 1;
        }
    }
    // “**7.** The hall…”: the number of a rule or an item.
    let is_leading = tokens[..at].iter().all(|it| it.shape == Shape::Mark)
        && tokens
            .get(end)
            .is_some_and(|it| matches!(it.text, "." | ")"));
    let names = is_leading
        || class == Class::Count && at > 0 && {
            let before = &tokens[at - 1];
            let is_note = before.text == "[" && tokens.get(end).is_some_and(|it| it.text == "]");
            let is_name = at > 1 && before.is_capitalised() && tokens[at].is_number();
            is_note || is_name || before.is_among(NAMED)
        };
    (!names).then_some(Quantity {
        tokens: start..until,
        class,
    })
}

/// The end of the number at a token with its scale: 3,5 Mio., deux cents, 4 800 milliards.
fn number(tokens: &[Token], at: usize) -> Option<usize> {
    let first = tokens.get(at)?;
    let is_word = first.is_among(WORDS);
    if !is_word && (!first.is_number() || is_ordinal(tokens, at)) {
        return None;
    }
    let mut end = at + 1;
    while is_word && tokens.get(end).is_some_and(|it| it.is_among(WORDS)) {
        end += 1;
    }
    while tokens.get(end).is_some_and(|it| it.is_among(SCALES)) {
        let is_short = tokens[end].is_among("mio mrd mia");
        end += 1;
        if is_short && tokens.get(end).is_some_and(|it| it.glued && it.text == ".") {
            end += 1;
        }
    }
    Some(end)
}

fn is_ordinal(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| {
        let ends = next.glued && next.is_among(ORDINAL) && next.text != "°";
        let dotted = next.glued && next.text == "." && tokens[at].text.len() <= 2;
        let goes_on = tokens
            .get(at + 2)
            .is_some_and(|it| it.text.starts_with(char::is_alphabetic));
        ends || dotted && goes_on
    })
}

/// The class of the unit that stands at a token, and where it ends.
fn unit(tokens: &[Token], at: usize) -> Option<(Class, usize)> {
    let mut unit = at;
    while unit < at + 2
        && tokens
            .get(unit)
            .is_some_and(|it| it.is_among("de d of di ' ’"))
    {
        unit += 1;
    }
    let first = tokens.get(unit)?;
    let next = tokens.get(unit + 1);
    // pour cent, por ciento, per cento
    if first.is_among("pour por per") && next.is_some_and(|it| it.is_among("cent ciento cento")) {
        return Some((Class::Percent, unit + 2));
    }
    if first.text == "°" && next.is_some_and(|it| it.is_among("c f")) {
        return Some((Class::Measure, unit + 2));
    }
    if first.is_among("us a nz hk") && next.is_some_and(|it| it.text == "$") {
        return Some((Class::Money, unit + 2));
    }
    let is_duration_of = unit > at;
    let known = UNITS.iter().find(|(_, words)| first.is_among(words));
    let known = known.filter(|(class, _)| !is_duration_of || *class == Class::Money);
    if let Some((class, _)) = known {
        // 12 h 30
        let goes_on =
            first.folded == "h" && next.is_some_and(|it| it.is_number() && it.text.len() == 2);
        return Some((*class, unit + 1 + usize::from(goes_on)));
    }
    let sign = first.text.trim_start_matches(SCALE_SIGNS);
    let sign = sign.strip_prefix('多').unwrap_or(sign);
    let known = SIGNS
        .iter()
        .find(|(_, signs)| signs.iter().any(|it| sign.starts_with(it)));
    known.map(|(class, _)| (*class, unit + 1))
}

/// The bytes of a token that belong to a quantity: of a word that goes on after its unit, as in languages
/// without blanks, only the unit.
pub(super) fn unit_length(text: &str) -> usize {
    let scale = text.len() - text.trim_start_matches(SCALE_SIGNS).len();
    let rest = &text[scale..];
    let signs = SIGNS.iter().flat_map(|(_, signs)| signs.iter());
    let longest = signs
        .filter(|sign| rest.starts_with(**sign))
        .map(|sign| sign.len())
        .max();
    scale + longest.unwrap_or_else(|| rest.chars().next().map_or(0, char::len_utf8))
}

/// A text without the signs at its beginning that multiply a number.
pub(super) fn without_scale(text: &str) -> &str {
    text.trim_start_matches(SCALE_SIGNS)
        .trim_start_matches(['多', '余', '餘'])
}
