//! A front that answers to `discord.com`, so that serenity runs as in production: with its own
//! rate limiter, which ignores a proxy. And the gateway's, which answers to its address.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use rcgen::{CertifiedKey, KeyPair};
use reqwest::dns::{Name, Resolve, Resolving};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::{self, ServerConfig};

const HOST: &str = "discord.com";

/// A certificate for `discord.com` and this machine that only its own test trusts.
pub struct Certificate {
    made: CertifiedKey<KeyPair>,
    pem: String,
}

impl Certificate {
    /// Makes a key and signs a certificate with it.
    pub fn make() -> Result<Self, rcgen::Error> {
        let hosts = [HOST, "127.0.0.1"].map(str::to_owned);
        let made = rcgen::generate_simple_self_signed(hosts)?;
        let pem = made.cert.pem();
        Ok(Self { made, pem })
    }

    /// As a file that says whom to trust has it.
    pub fn pem(&self) -> &[u8] {
        self.pem.as_bytes()
    }

    /// The server's side.
    pub fn acceptor(&self) -> Result<TlsAcceptor, rustls::Error> {
        let chain = vec![self.made.cert.der().clone()];
        let key = PrivateKeyDer::Pkcs8(self.made.signing_key.serialize_der().into());
        let config = ServerConfig::builder().with_no_client_auth();
        Ok(TlsAcceptor::from(Arc::new(
            config.with_single_cert(chain, key)?,
        )))
    }

    /// A client for which `discord.com` is at `front`, and no other host anywhere.
    pub fn client(&self, front: SocketAddr) -> reqwest::Result<reqwest::Client> {
        reqwest::Client::builder()
            .use_rustls_tls()
            .tls_built_in_root_certs(false)
            .add_root_certificate(reqwest::Certificate::from_pem(self.pem())?)
            .resolve(HOST, front)
            .dns_resolver(Arc::new(Nowhere))
            .no_proxy()
            .https_only(true)
            .build()
    }
}

/// Resolves no name at all: what is not `discord.com` does not leave the machine.
struct Nowhere;

impl Resolve for Nowhere {
    fn resolve(&self, name: Name) -> Resolving {
        let error = io::Error::other(format!("no test may reach {}", name.as_str()));
        Box::pin(async { Err(error.into()) })
    }
}
