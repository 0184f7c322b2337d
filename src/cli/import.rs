//! `verbatim import`: a saved web page as Markdown, to be looked through and put into the folder.

use std::fs::File;
use std::io::{self, Read, Write};

use anyhow::Context;

use super::{ImportArgs, LIMITS, NEGATIVE, SUCCESS};
use crate::corpus;

/// Prints the Markdown on standard output and every problem on standard error; the exit code is 1
/// when the page has no article.
pub(super) fn import(args: &ImportArgs) -> anyhow::Result<u8> {
    let is_standard_input = args.file.as_os_str() == "-";
    let name = if is_standard_input {
        "standard input".to_owned()
    } else {
        args.file.display().to_string()
    };
    let bytes = if is_standard_input {
        read(io::stdin().lock())
    } else {
        File::open(&args.file).and_then(read)
    };
    let bytes = bytes.with_context(|| format!("{name} cannot be read"))?;
    let (markdown, problems) = corpus::import(&name, &bytes, args.url.as_deref());
    for problem in problems {
        anstream::eprintln!("{problem}");
    }
    let Some(markdown) = markdown else {
        return Ok(NEGATIVE);
    };
    let mut out = anstream::stdout().lock();
    out.write_all(markdown.as_bytes())?;
    out.flush()?;
    Ok(SUCCESS)
}

/// An address for `--url`.
pub(super) fn url(text: &str) -> Result<String, String> {
    if corpus::is_web_address(text) {
        return Ok(text.to_owned());
    }
    Err("write a web address such as https://example.org/page".to_owned())
}

/// All bytes, unless they are too many for an article.
fn read(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = LIMITS.file_bytes;
    from.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(io::Error::other(format!(
            "larger than {limit} bytes; save the page without its pictures, or copy the \
             article's text into a .md or .txt file"
        )));
    }
    Ok(bytes)
}
