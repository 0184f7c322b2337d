//! *Endpoints*: where Discord is, or what stands in its place.

use reqwest::{Client, Url};

/// Where Discord is reached; everything `None` is Discord itself.
#[derive(Debug, Clone, Default)]
pub struct Endpoints {
    /// The base URL of a REST proxy in place of `https://discord.com`, as [`api_url`] gives it.
    pub api_url: Option<String>,
    /// The URL of a gateway proxy, as [`gateway_url`] gives it.
    pub gateway_url: Option<String>,
    /// The HTTP client to use instead of one of our own.
    pub http_client: Option<Client>,
}

/// The hosts that Discord keeps uploaded files on.
const FILES: [&str; 2] = ["cdn.discordapp.com", "media.discordapp.net"];

impl Endpoints {
    /// Whether Discord keeps files at an address; with a proxy, those behind it too.
    #[must_use]
    pub fn keeps_files(&self, url: &str) -> bool {
        let Ok(url) = Url::parse(url) else {
            return false;
        };
        let host = url.host_str().unwrap_or_default();
        let proxy = self.api_url.as_deref().map(Url::parse);
        let behind = matches!(proxy, Some(Ok(proxy)) if proxy.origin() == url.origin());
        behind || (url.scheme() == "https" && FILES.contains(&host))
    }
}

/// Reads the address of a REST proxy: scheme, host and what comes before `/api/v10`.
///
/// # Errors
/// With a sentence for the operator, when it is no `http` or `https` URL.
pub fn api_url(text: &str) -> Result<String, String> {
    let url = with_scheme(text, ["http", "https"])?;
    let url = url.trim_end_matches('/');
    // Serenity adds the path itself, whether the operator wrote it or not.
    let base = url.rsplit_once("/api").filter(|(_, version)| {
        let number = version.strip_prefix("/v").map(str::parse::<u8>);
        version.is_empty() || matches!(number, Some(Ok(_)))
    });
    Ok(base.map_or(url, |(base, _)| base).to_owned())
}

/// Reads the address of a gateway proxy.
///
/// # Errors
/// With a sentence for the operator, when it is no `ws` or `wss` URL, or has a query.
pub fn gateway_url(text: &str) -> Result<String, String> {
    let url = with_scheme(text, ["ws", "wss"])?;
    if url.contains(['?', '#']) {
        return Err("it must end before the `?`, which the program adds".to_owned());
    }
    Ok(url.trim_end_matches('/').to_owned())
}

fn with_scheme(text: &str, [plain, secure]: [&str; 2]) -> Result<String, String> {
    let url = Url::parse(text.trim()).map_err(|error| error.to_string())?;
    if [plain, secure].contains(&url.scheme()) && url.has_host() {
        Ok(url.to_string())
    } else {
        Err(format!("it must begin with {plain}:// or {secure}://"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Endpoints, api_url, gateway_url};

    #[test]
    fn files_come_from_discord_alone() {
        let direct = Endpoints::default();
        let proxied = Endpoints {
            api_url: Some("http://proxy:8080".to_owned()),
            ..Endpoints::default()
        };
        for (url, by_discord, by_proxy) in [
            (
                "https://cdn.discordapp.com/attachments/1/2/a.md?ex=1",
                true,
                true,
            ),
            (
                "https://media.discordapp.net/attachments/1/2/a.md",
                true,
                true,
            ),
            (
                "http://cdn.discordapp.com/attachments/1/2/a.md",
                false,
                false,
            ),
            ("https://cdn.discordapp.com.example.org/a.md", false, false),
            (
                "https://user@169.254.169.254/cdn.discordapp.com",
                false,
                false,
            ),
            ("https://cdn.discordapp.com@example.org/a.md", false, false),
            ("http://proxy:8080/attachments/a.md", false, true),
            ("http://proxy/attachments/a.md", false, false),
            ("file:///etc/passwd", false, false),
            ("nonsense", false, false),
        ] {
            assert_eq!(direct.keeps_files(url), by_discord, "{url}");
            assert_eq!(proxied.keeps_files(url), by_proxy, "{url}");
        }
    }

    #[test]
    fn an_api_url_is_a_base() {
        let check = |input: &str, expected: Option<&str>| {
            assert_eq!(api_url(input).ok().as_deref(), expected, "{input:?}");
        };
        check("http://proxy:8080", Some("http://proxy:8080"));
        check(" https://proxy/ ", Some("https://proxy"));
        check("http://proxy/api/v10", Some("http://proxy"));
        check("http://proxy/api/", Some("http://proxy"));
        check(
            "http://proxy/discord/api/v10/",
            Some("http://proxy/discord"),
        );
        check("http://proxy/apiary", Some("http://proxy/apiary"));
        check("http://api/x", Some("http://api/x"));
        check("ws://proxy", None);
        check("proxy:8080", None);
        check("nonsense", None);
        check("", None);
    }

    #[test]
    fn a_gateway_url_is_a_web_socket() {
        let check = |input: &str, expected: Option<&str>| {
            assert_eq!(gateway_url(input).ok().as_deref(), expected, "{input:?}");
        };
        check("ws://proxy:9000", Some("ws://proxy:9000"));
        check(" wss://proxy/ ", Some("wss://proxy"));
        check("wss://proxy/x", Some("wss://proxy/x"));
        check("wss://proxy/x?y=1", None);
        check("http://proxy", None);
        check("", None);
    }
}
