//! *Decoding* makes text of a file's bytes: UTF-8, or UTF-16 that says so by a byte order mark.

use super::FileProblem;
use super::lines::count_ends;

/// The text of `bytes` without a byte order mark, or a problem at the first byte that is no text.
pub(super) fn decode(bytes: &[u8]) -> Result<String, FileProblem> {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] | rest => utf8(rest),
    }?;
    match text.find('\0') {
        None => Ok(text),
        Some(at) => Err(FileProblem::new(
            1 + count_ends(&text[..at]),
            "a zero byte, so this is not a text file; save the document as UTF-8 text",
        )),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, FileProblem> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let valid = &bytes[..error.valid_up_to()];
            let bad = bytes[error.valid_up_to()];
            Err(FileProblem::new(
                1 + count_ends(&String::from_utf8_lossy(valid)),
                format!("the byte 0x{bad:02X} is not UTF-8; save the file as UTF-8"),
            ))
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, FileProblem> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    for decoded in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match decoded {
            Ok(c) => text.push(c),
            Err(error) => {
                let half = error.unpaired_surrogate();
                return Err(FileProblem::new(
                    1 + count_ends(&text),
                    format!(
                        "an incomplete character (0x{half:04X}) in UTF-16 text; save the file as UTF-8"
                    ),
                ));
            }
        }
    }
    if rest.is_empty() {
        Ok(text)
    } else {
        Err(FileProblem::new(
            1 + count_ends(&text),
            "UTF-16 text that ends in an incomplete character; save the file as UTF-8",
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_text_or_name_the_line_that_is_not() {
        let check = |bytes: &[u8], expected: Result<&str, u32>| {
            let found = decode(bytes);
            let found = found.as_deref().map_err(|problem| problem.line);
            assert_eq!(found, expected, "{bytes:?}");
        };
        check("août".as_bytes(), Ok("août"));
        check(b"\xef\xbb\xbfa", Ok("a"));
        check(b"\xff\xfea\0\xe9\0", Ok("aé"));
        check(b"\xfe\xff\0a\0\xe9", Ok("aé"));
        check(b"\xff\xfe\x3d\xd8\x00\xde", Ok("😀"));
        check(b"\xff\xfe", Ok(""));
        check(b"", Ok(""));
        check(b"a\nb\r\nao\xfbt", Err(3));
        check(b"\xe9", Err(1));
        check(b"a\n\xe2\x82", Err(2));
        check(b"a\n\0", Err(2));
        check(b"\xff\xfea\0\n\0b", Err(2));
        check(b"\xff\xfe\n\0\x3d\xd8a\0", Err(2));
        // UTF-32 starts like UTF-16 and is full of zero bytes.
        check(b"\xff\xfe\0\0a\0\0\0", Err(1));
    }
}
