//! *Furniture* is what a web page says about itself: reading time, the labels of its buttons.
//!
//! It comes along when a page is pasted raw. Only whole lines are furniture, and only when every
//! word of the line is known here, so that no sentence of an article is ever taken for it.

use crate::analyzer::composed;

/// What buttons and boxes are called, lower-case, without marks around it.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    // Comments.
    "comment", "comments", "leave a comment", "add a comment", "commentaire", "commentaires",
    "commenter", "laisser un commentaire", "comentario", "comentarios", "comentar", "comentário",
    "comentários", "kommentar", "kommentare", "kommentieren", "kommentarer", "commento", "commenti",
    "commenta", "reactie", "reacties", "komentarze", "yorumlar", "комментарии", "коментарі",
    "التعليقات", "댓글", "댓글 쓰기", "コメント", "コメントする", "评论", "評論", "留言",
    // Sharing and liking.
    "share", "share this", "share this article", "tweet", "partager", "partager cet article",
    "partager l'article", "compartir", "compartir este artículo", "compartilhar", "partilhar",
    "teilen", "artikel teilen", "condividi", "condividi l'articolo", "delen", "dela", "del",
    "udostępnij", "paylaş", "поделиться", "поділитися", "مشاركة", "공유", "공유하기", "シェア",
    "シェアする", "分享", "like", "j'aime", "me gusta", "curtir", "gefällt mir", "mi piace", "좋아요",
    "いいね", "点赞", "讚",
    // Reading on and subscribing.
    "read more", "continue reading", "lire la suite", "lire plus", "leer más", "seguir leyendo",
    "ler mais", "leia mais", "weiterlesen", "mehr lesen", "leggi tutto", "continua a leggere",
    "lees meer", "lees verder", "läs mer", "les mer", "læs mere", "czytaj dalej", "devamını oku",
    "читать далее", "اقرأ المزيد", "더 보기", "더보기", "続きを読む", "阅读更多", "閱讀更多",
    "subscribe", "sign up", "s'abonner", "suscribirse", "assinar", "abonnieren", "iscriviti",
    "abonneren", "구독", "구독하기", "登録", "订阅", "訂閱",
    // Advertising and printing.
    "advertisement", "publicité", "publicidad", "publicidade", "anzeige", "werbung", "pubblicità",
    "advertentie", "reklam", "reklama", "реклама", "광고", "広告", "广告", "廣告", "print", "imprimer",
    "imprimir", "drucken", "stampa", "afdrukken",
];

/// Words of which a reading time has at least one.
const READING: &str = "read reading lecture lire lectura leitura lettura lesezeit lesedauer \
    leestijd lästid læsetid lesetid czytania чтения читання okuma 읽기 읽는 읽음 阅读 閱讀 読了 قراءة";

/// Words for minutes, of which a reading time has exactly one.
const MINUTES: &str = "min mins minute minutes minuto minutos minuti minuten minuut minuter \
    minutter minut minuty мин минут минуты хв dk dakika 분 分 分钟 分鐘 دقيقة دقائق";

/// What else may stand in a reading time.
const BETWEEN: &str = "a about approx ca circa de di da du environ estimated estimé stimato \
    estimado time temps tiempo tempo czas время часу för süresi 시간 时间 時間 約 约 к of à ~";

/// Whether a line is furniture: a reading time, or a label with perhaps a number.
pub(crate) fn is_furniture(line: &str) -> bool {
    is_reading_time(line) || is_label(line)
}

/// Whether a line says how long reading takes, and nothing else ("3 min de lecture").
pub(crate) fn is_reading_time(line: &str) -> bool {
    if line.len() > 80 {
        return false;
    }
    let line = composed(line).to_lowercase();
    let (mut numbers, mut minutes, mut reading) = (0, 0, 0);
    for word in words(&line) {
        if word.starts_with(|c: char| c.is_numeric()) {
            numbers += 1;
        } else if lists(MINUTES, word) {
            minutes += 1;
        } else if lists(READING, word) {
            reading += 1;
        } else if !lists(BETWEEN, word) {
            return false;
        }
    }
    let is_sentence = line.ends_with(['.', '。']) && !line.ends_with("min.");
    numbers > 0 && minutes == 1 && reading > 0 && !is_sentence
}

/// Whether a word may stand in a reading time.
pub(crate) fn is_time_word(word: &str) -> bool {
    [READING, MINUTES, BETWEEN]
        .iter()
        .any(|row| lists(row, word))
}

/// Whether a line is only the label of a button or a box, such as "Comments (12)".
fn is_label(line: &str) -> bool {
    let is_mark = |c: char| !c.is_alphanumeric();
    let label = line.trim_matches(|c: char| is_mark(c) || c.is_numeric());
    let rest = line.trim_end_matches(|c: char| is_mark(c) || c.is_numeric());
    let ends_as_sentence = line[rest.len()..].contains(['.', '?', '。']);
    let label = composed(label).to_lowercase().replace('’', "'");
    !ends_as_sentence && LABELS.contains(&label.as_str())
}

/// The words of a line, with a number apart from the letters that touch it ("3분" is two words).
pub(crate) fn words(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let is_number = rest.chars().next()?.is_numeric();
        let ends = |c: char| !c.is_alphanumeric() || c.is_numeric() != is_number;
        let (word, after) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
        rest = after;
        Some(word)
    })
}

/// Whether `word` is one of the words in `row`.
pub(crate) fn lists(row: &str, word: &str) -> bool {
    row.split_ascii_whitespace().any(|entry| entry == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_lines_are_furniture() {
        let check = |line: &str, expected: bool| {
            assert_eq!(is_furniture(line), expected, "{line:?}");
        };
        for line in [
            "3 min de lecture",
            "- 3 min de lecture",
            "5 min read",
            "5-minute read",
            "Reading time: 4 minutes",
            "Temps de lecture estimé : 12 min",
            "Lesezeit: 3 Minuten",
            "Lettura: 2 min",
            "4 minutos de lectura",
            "3분 읽기",
            "읽는 시간 3분",
            "阅读 3 分钟",
            "댓글",
            "댓글 3",
            "Comments (12)",
            "· Share ·",
            "Lire la suite →",
            "J’aime",
        ] {
            check(line, true);
        }
        for line in [
            "",
            "3",
            "He read for 3 minutes.",
            "La lecture dure 3 minutes",
            "Reading time",
            "3 min",
            "Share the wealth",
            "Share?",
            "Comments are free, facts are sacred",
            "Publicité : un marché de 3 milliards",
        ] {
            check(line, false);
        }
    }
}
