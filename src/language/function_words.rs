//! *Function words* are the little words that hold a sentence together and give its language
//! away.

use super::Language;

/// Code; words that ask; other little words; letters and marks that point to the language.
type Row = (&'static str, &'static str, &'static str, &'static str);

/// A word that asks counts this much, any other word or mark counts one.
const ASKING: u32 = 2;

/// A language needs at least this much to be named.
const ENOUGH: u32 = 2;

#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("en", "what who whom whose which when where why how does did",
     "the of and to in is are was were be been has have had do it its that this these those for \
      with from by on at as an a not or but about can could will would should there their they he \
      she we you i his her my your our if so then however while after before here no", ""),
    ("fr", "qui quoi quel quelle quels quelles quand où comment pourquoi combien lequel laquelle",
     "le la les l un une des du de d au aux à et en dans pour par sur avec sans ce cet cette ces \
      cela il elle ils elles on nous vous je ne n pas plus est sont était a ont été que qu se s \
      son sa ses leur leurs mais donc y c ou si comme lors selon", "œê"),
    ("es", "qué quién quien quiénes quienes cuándo cuando cuál cual cuáles dónde donde cómo cuánto",
     "el la los las un una unos unas de del y e en con por para su sus lo al es son fue era ha han \
      hay que se no más pero como a este esta estos estas según si", "¿¡ñ"),
    ("de", "wer was wann wo warum wie wieso weshalb welche welcher welches wem wen wessen woher",
     "der die das den dem des ein eine einen einem einer eines und ist sind war waren hat haben \
      wurde nicht mit von vom zu zum zur im in auf für aus bei nach über es sie er wir ich auch als \
      an am dann danach so doch aber wenn diese dieser dieses", "ß"),
    ("it", "chi cosa che quando dove perché perche come quale quali quanto quanti",
     "il lo la i gli le l un uno una di del della dei delle dello degli e è in con per su da dal \
      dalla nel nella al alla a ha hanno sono non si ma questo questa se", ""),
    ("pt", "quem quê qual quais quando onde porque quanto quantos",
     "o a os as um uma de do da dos das e em no na nos nas com por para pelo pela é são foi era tem \
      há não se mais ao à seu sua que como mas este esta", "ãõ"),
    ("nl", "wie wat wanneer waar waarom hoe welke welk hoeveel",
     "de het een en van in is zijn was heeft hebben werd niet met op voor aan door te dat die er ook \
      naar uit bij om over maar als dit deze", ""),
    ("sv", "vem vad när varför hur vilken vilket vilka",
     "och att det som en ett är av på för med till den inte har de om från i", "åä"),
    ("da", "hvem hvad hvornår hvor hvorfor hvordan hvilken hvilket",
     "og at det som en et er af på for med til den ikke har de om fra i blev", "æøå"),
    ("no", "hvem hva når hvor hvorfor hvordan hvilken hvilket",
     "og at det som en et er av på for med til den ikke har de om fra i ble", "æøå"),
    ("fi", "kuka mikä mitä milloin missä miksi miten",
     "ja on ei se että oli ovat hän mutta", "ä"),
    ("pl", "kto co kiedy gdzie dlaczego jak jaki jaka jakie ile",
     "i w z na do nie się jest to że o po przez dla oraz", "łżśćń"),
    ("ro", "cine ce când unde cum care cât",
     "și în de la cu pe nu este un o a al din pentru", "țșă"),
    ("tr", "kim ne nerede neden nasıl hangi kaç",
     "ve bir bu için ile mi mı da de", "ğış"),
    ("hu", "ki mi mikor hol miért hogyan melyik",
     "a az és egy nem van hogy", "őű"),
];

/// The language most function words of `text` are of, when it is ahead of every other one.
pub(super) fn vote(text: &str) -> Option<Language> {
    let text = text.to_lowercase();
    let mut votes = [0_u32; ROWS.len()];
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        for (vote, (_, asking, others, _)) in votes.iter_mut().zip(ROWS) {
            if lists(asking, word) {
                *vote += ASKING;
            } else if lists(others, word) {
                *vote += 1;
            }
        }
    }
    for (vote, (.., marks)) in votes.iter_mut().zip(ROWS) {
        *vote += u32::from(text.contains(|c| marks.contains(c)));
    }
    let best = *votes.iter().max()?;
    let mut winners = votes.iter().zip(ROWS).filter(|(vote, _)| **vote == best);
    match (winners.next(), winners.next()) {
        (Some((_, (code, ..))), None) if best >= ENOUGH => Some(Language(code)),
        _ => None,
    }
}

/// Whether `word` is in the language's row.
pub(super) fn contains(language: Language, word: &str) -> bool {
    ROWS.iter()
        .filter(|(code, ..)| *code == language.code())
        .any(|(_, asking, others, _)| lists(asking, word) || lists(others, word))
}

/// Whether `word` is one of the words in `row`.
fn lists(row: &str, word: &str) -> bool {
    !word.is_empty() && row.split_ascii_whitespace().any(|entry| entry == word)
}
