//! The *env file*, `.env`, holds settings as lines of `NAME=value`.

/// Reads `.env` from the working folder or one above it; what is set already stays.
pub(super) fn load() -> anyhow::Result<()> {
    match dotenvy::dotenv() {
        Ok(_) => Ok(()),
        Err(error) if error.not_found() => Ok(()),
        // The line is not repeated: it may hold the token.
        Err(dotenvy::Error::LineParse(line, _)) => {
            let name = line.split_once('=').map(|(name, _)| name.trim());
            let name =
                name.filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'));
            match name {
                Some(name) => anyhow::bail!(
                    ".env: the line of {name} cannot be read; put a value with blanks or special \
                     characters into single quotes"
                ),
                None => anyhow::bail!(".env has a line that is not NAME=value"),
            }
        }
        Err(error) => anyhow::bail!(".env cannot be read: {error}"),
    }
}
