//! The *labels* of what surrounds an article, in several languages.

/// How pointers to other articles start, as letters in lower case.
#[rustfmt::skip]
pub(super) const POINTERS: &[&str] = &[
    "lireaussi", "àlireaussi", "alireaussi", "lireégalement", "voiraussi", "àvoiraussi", "surlemêmesujet",
    "readalso", "alsoread", "readmore", "seealso", "related", "morefrom",
    "lesensieauch", "mehrzumthema", "sieheauch", "leatambién", "leertambién", "vertambién",
    "leiatambém", "vejatambém", "leggianche", "leesook", "관련기사", "関連記事", "あわせて読みたい",
    "相关阅读", "延伸阅读", "延伸閱讀", "mehrdazu", "читайтетакже", "читайтетакож", "смотритетакже",
    "czytajtakże", "czytajteż", "zobacztakże", "zobaczteż", "läsockså", "läsmer", "lesogså", "læsogså",
    "ayrıcaokuyun", "اقرأأيضا", "اقرأأيضًا",
];

/// How the heading of a list of other articles starts, as letters in lower case.
#[rustfmt::skip]
pub(super) const OTHERS: &[&str] = &[
    "more", "readmore", "readnext", "readalso", "related", "recommended", "latestnews", "latestfrom",
    "lateststories", "latestposts", "recentposts", "recentarticles", "mostread", "mostpopular", "popular",
    "trending", "youmay", "youmight", "dontmiss", "upnext", "alsoon", "fromthearchive", "editorspicks",
    "topstories", "otherstories", "otherarticles", "lesensieauch", "mehrzum", "mehraus", "weitereartikel",
    "weiterebeiträge", "weiteremeldungen", "auchinteressant", "ähnlicheartikel", "ähnlichebeiträge",
    "meistgelesen", "daskönnte", "lireaussi", "àlireaussi", "àlire", "surlemêmesujet",
    "articlesliés", "articlessimilaires", "lesplus", "plusdarticles", "voirégalement", "autresarticles",
    "leatambién", "tepuede", "lepuede", "másnoticias", "máson", "noticiasrelacionadas", "relacionad",
    "artículosrelacionados", "lomás", "leiatambém", "leiamais", "vejatambém", "notíciasrelacionadas",
    "artigosrelacionados", "maislidas", "mais", "leggianche", "articolicorrelati", "altrenotizie",
    "potrebbeinteressarti", "ipiùletti", "leesook", "gerelateerd", "meerover", "meernieuws", "meestgelezen",
    "läsmer", "läsockså", "merom", "lesogså", "lesmer", "læsogså", "læsmere", "czytajtakże", "czytajteż",
    "zobacztakże", "polecane", "читайтетакже", "похожие", "ещёпотеме", "популярное", "читайтетакож",
    "関連記事", "おすすめ", "人気記事", "あわせて読みたい", "관련기사", "많이본", "인기기사", "相关阅读",
    "相关新闻", "推荐阅读", "延伸阅读", "延伸閱讀", "相關新聞", "اقرأأيضا",
];

/// What is said of rights, in lower case.
const RIGHTS: &[&str] = &[
    "all rights reserved",
    "alle rechte vorbehalten",
    "tous droits réservés",
    "todos los derechos reservados",
    "todos os direitos reservados",
    "tutti i diritti riservati",
    "alle rechten voorbehouden",
    "wszelkie prawa zastrzeżone",
    "все права защищены",
    "無断転載",
    "무단 전재",
    "版权所有",
    "版權所有",
];

/// What a player says where it cannot play, in lower case.
const PLAYERS: &[&str] = &[
    "media playback is unsupported",
    "media playback is not supported",
    "your browser does not support",
    "javascript is disabled",
    "javascript is required",
    "please enable javascript",
    "to play this video",
    "this video can not be played",
    "this video cannot be played",
    "ihr browser unterstützt",
    "votre navigateur ne supporte",
    "votre navigateur ne prend pas en charge",
    "su navegador no soporta",
    "tu navegador no soporta",
];

/// How a line starts that says who made a picture, in lower case.
#[rustfmt::skip]
const CREDITS: &[&str] = &[
    "image credit", "photo credit", "picture credit", "video credit", "image:", "image source", "photo:",
    "photo by", "photograph:", "photograph by", "picture:", "pictured:", "credit:", "photo :", "crédit photo",
    "crédit :", "crédits :", "foto:", "foto di", "bild:", "bildquelle", "fotografía:", "imagen:", "imagem:",
    "immagine:", "zdjęcie:", "fot.", "фото:", "사진=", "写真:", "写真：", "图片来源", "圖片來源",
];

/// How the title of a page starts that is shown in place of another, as letters in lower case.
#[rustfmt::skip]
const ERRORS: &[&str] = &[
    "404", "403forbidden", "410gone", "500internal", "502badgateway", "503service", "accessdenied",
    "attentionrequired", "errorpage", "error404", "error403", "error500", "internalservererror", "justamoment",
    "notfound", "pagenotfound", "pagecannotbefound", "thispageisntavailable", "thispagecouldnotbefound",
    "securitycheck", "serviceunavailable", "seitenichtgefunden", "fehler404", "pageintrouvable",
    "erreur404", "pagenontrouvée", "páginanoencontrada", "paginanoencontrada", "páginanãoencontrada",
    "paginanontrovata", "paginanietgevonden", "sidankundeintehittas", "sidenblevikkefunnet",
    "sidenblevikkefundet", "sidenfindesikke", "stronanieznaleziona", "nieznalezionostrony",
    "страницаненайдена", "сторінкунезнайдено", "ページが見つかりません", "页面不存在", "找不到页面",
    "페이지를찾을수없습니다", "sayfabulunamadı",
];

/// What is said to those who have not paid, in lower case.
const PAYWALLS: &[&str] = &[
    "subscribers only",
    "for subscribers",
    "réservé aux abonnés",
    "réservé à nos abonnés",
    "nur für abonnenten",
    "exklusiv für abonnenten",
    "para suscriptores",
    "para assinantes",
    "riservato agli abbonati",
    "alleen voor abonnees",
    "会員限定",
    "有料会員限定",
];

/// Systems that pages are made with, which name themselves as the publisher.
const SYSTEMS: &[&str] = &[
    "blogger",
    "wordpress",
    "wordpresscom",
    "tumblr",
    "wix",
    "squarespace",
    "ghost",
    "drupal",
    "joomla",
    "medium",
    "substack",
];

/// Whether a title is that of an error.
pub(super) fn is_error(title: &str) -> bool {
    let title = super::letters::letters(title);
    ERRORS.iter().any(|error| title.starts_with(error))
}

/// Whether a publisher is only what the page was made with.
pub(super) fn is_system(publisher: &str) -> bool {
    SYSTEMS.contains(&super::letters::letters(publisher).as_str())
}

/// Whether a heading or a line stands above links to other articles.
pub(super) fn is_above_others(line: &str) -> bool {
    let line = super::letters::letters(line);
    OTHERS.iter().any(|start| line.starts_with(start))
}

/// Whether a line is about rights, a picture or a player rather than a part of the text.
pub(super) fn is_notice(line: &str) -> bool {
    let lower = line.to_lowercase().replace('’', "'");
    let lower = lower.trim_start_matches(['(', '[', '*', ' ']);
    let starts = |all: &[&str]| all.iter().any(|phrase| lower.starts_with(phrase));
    let has = |all: &[&str]| all.iter().any(|phrase| lower.contains(phrase));
    let is_copyright = ["copyright", "©", "(c)", "c) "]
        .iter()
        .any(|phrase| lower.starts_with(phrase));
    let has_year = lower
        .split(|c: char| !c.is_ascii_digit())
        .any(|phrase| phrase.len() == 4);
    let is_short = line.chars().count() <= 140;
    is_copyright && has_year && line.chars().count() <= 300
        || has(RIGHTS) && (is_copyright || lower.contains('©') || is_short)
        || line.chars().count() <= 60 && has(PAYWALLS) && !lower.ends_with('.')
        || is_short && (starts(PLAYERS) || is_count_of_images(lower))
        || is_short && starts(CREDITS) && !lower.trim_end_matches([')', ']']).ends_with('.')
}

/// What else stands in a count of images, in lower case.
const PARTS: &[&str] = &[
    "image", "photo", "slide", "picture", "of", "bild", "foto", "von", "sur", "de", "di", "/",
    "van", "av",
];

/// `Image 1 of 5`, `3/12`.
fn is_count_of_images(lower: &str) -> bool {
    let words: Vec<&str> = lower.split_ascii_whitespace().collect();
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let numbers = words.iter().filter(|word| is_number(word)).count();
    let others = words.iter().filter(|word| !is_number(word));
    numbers == 2 && words.len() == 4 && others.into_iter().all(|word| PARTS.contains(word))
}
