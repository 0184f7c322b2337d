//! *TLS* needs to know whom to trust: the certificate authorities of the system.

use super::error::DiscordError;

/// Tells before any connection whether there are authorities at all. Without them every connection
/// would fail, and twilight panics.
///
/// # Errors
/// Where the system has none and `SSL_CERT_FILE` names none.
pub(crate) fn check_authorities() -> Result<(), DiscordError> {
    if rustls_native_certs::load_native_certs().certs.is_empty() {
        return Err(DiscordError::NoAuthorities);
    }
    Ok(())
}
