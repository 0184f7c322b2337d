//! A front that answers to `discord.com`, so that serenity runs as in production: with its own
//! rate limiter, which ignores a proxy. And the gateway's, which answers to its address.

use std::io;
use std::net::SocketAddr;

use openssl::asn1::Asn1Time;
use openssl::bn::BigNum;
use openssl::ec::{EcGroup, EcKey};
use openssl::error::ErrorStack;
use openssl::hash::MessageDigest;
use openssl::nid::Nid;
use openssl::pkey::PKey;
use openssl::x509::extension::{BasicConstraints, SubjectAlternativeName};
use openssl::x509::{X509, X509NameBuilder};
use reqwest::dns::{Name, Resolve, Resolving};
use tokio_native_tls::TlsAcceptor;
use tokio_native_tls::native_tls::{self, Identity};

const HOST: &str = "discord.com";

/// A certificate for `discord.com` and this machine that only its own test trusts.
pub struct Certificate {
    certificate: Vec<u8>,
    key: Vec<u8>,
}

impl Certificate {
    /// Makes a key and signs a certificate with it, good for a day.
    pub fn make() -> Result<Self, ErrorStack> {
        let curve = EcGroup::from_curve_name(Nid::X9_62_PRIME256V1)?;
        let key = PKey::from_ec_key(EcKey::generate(&curve)?)?;
        let mut name = X509NameBuilder::new()?;
        name.append_entry_by_text("CN", HOST)?;
        let name = name.build();
        let mut builder = X509::builder()?;
        builder.set_version(2)?;
        let serial = BigNum::from_u32(1)?.to_asn1_integer()?;
        builder.set_serial_number(&serial)?;
        builder.set_subject_name(&name)?;
        builder.set_issuer_name(&name)?;
        let (begin, end) = (Asn1Time::days_from_now(0)?, Asn1Time::days_from_now(1)?);
        builder.set_not_before(&begin)?;
        builder.set_not_after(&end)?;
        builder.set_pubkey(&key)?;
        builder.append_extension(BasicConstraints::new().critical().ca().build()?)?;
        let context = builder.x509v3_context(None, None);
        let hosts = SubjectAlternativeName::new()
            .dns(HOST)
            .ip("127.0.0.1")
            .build(&context)?;
        builder.append_extension(hosts)?;
        builder.sign(&key, MessageDigest::sha256())?;
        let certificate = builder.build().to_pem()?;
        Ok(Self {
            certificate,
            key: key.private_key_to_pem_pkcs8()?,
        })
    }

    /// As a file that says whom to trust has it.
    pub fn pem(&self) -> &[u8] {
        &self.certificate
    }

    /// The server's side.
    pub fn acceptor(&self) -> native_tls::Result<TlsAcceptor> {
        let identity = Identity::from_pkcs8(&self.certificate, &self.key)?;
        Ok(native_tls::TlsAcceptor::new(identity)?.into())
    }

    /// A client for which `discord.com` is at `front`, and no other host anywhere.
    pub fn client(&self, front: SocketAddr) -> reqwest::Result<reqwest::Client> {
        reqwest::Client::builder()
            .tls_backend_native()
            .tls_certs_only([reqwest::Certificate::from_pem(&self.certificate)?])
            .resolve(HOST, front)
            .dns_resolver(Nowhere)
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
