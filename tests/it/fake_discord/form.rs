//! A form: JSON with files beside it, as `multipart/form-data` (RFC 7578).

use serde_json::Value;

/// The JSON of a form; its files, by name, go into `files`.
pub fn read(
    body: &[u8],
    boundary: &str,
    files: &mut Vec<(String, Vec<u8>)>,
) -> Result<Value, String> {
    let mark = format!("--{}", boundary.trim_matches('"'));
    let mut payload = Value::Null;
    for part in split(body, mark.as_bytes()) {
        let Some(end) = find(part, b"\r\n\r\n") else {
            continue;
        };
        let head = String::from_utf8_lossy(&part[..end]);
        let content = &part[end + 4..];
        let content = content.strip_suffix(b"\r\n").unwrap_or(content);
        if head.contains("name=\"payload_json\"") {
            payload = serde_json::from_slice(content)
                .map_err(|error| format!("payload_json is not JSON: {error}"))?;
        } else if let Some((_, name)) = head.split_once("filename=\"") {
            let name = name.split('"').next().unwrap_or_default();
            files.push((name.to_owned(), content.to_vec()));
        } else {
            return Err(format!("a part of a form that is not known: {head}"));
        }
    }
    Ok(payload)
}

/// What is between the marks.
fn split<'b>(mut body: &'b [u8], mark: &[u8]) -> Vec<&'b [u8]> {
    let mut parts = Vec::new();
    while let Some(at) = find(body, mark) {
        parts.push(&body[..at]);
        body = &body[at + mark.len()..];
    }
    parts
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}
