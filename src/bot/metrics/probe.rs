//! A *probe* asks a running bot how it is, for a container that has no other program to ask with.

use std::error::Error;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use http_body_util::{BodyExt, Empty, Limited};
use hyper::Request;
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::HOST;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use super::server::{ALIVE, READY};

/// How long the bot may take to answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// The longest line that it may answer with, in bytes.
const LONGEST: usize = 1_000;

/// What a running bot says of itself, or why it says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// Whether it is well.
    pub is_well: bool,
    /// The same as one line.
    pub line: String,
}

/// Asks the bot whose server listens at `address` whether it is alive; with `ready`, whether it can be
/// asked questions. It has 3 seconds to answer.
pub async fn ask_health(address: SocketAddr, ready: bool) -> Health {
    let address = reachable(address);
    let asked = ask(address, if ready { READY } else { ALIVE });
    let problem = match tokio::time::timeout(PATIENCE, asked).await {
        Ok(Ok(health)) => return health,
        Ok(Err(error)) => error.to_string(),
        Err(_) => format!("nothing within {} s", PATIENCE.as_secs()),
    };
    Health {
        is_well: false,
        line: format!("no answer at {address}: {problem}"),
    }
}

async fn ask(address: SocketAddr, path: &str) -> Result<Health, Box<dyn Error + Send + Sync>> {
    let stream = TcpStream::connect(address).await?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    let request = Request::get(path)
        .header(HOST, address.to_string())
        .body(Empty::<Bytes>::new())?;
    // What goes wrong on it, the request is told.
    tokio::spawn(connection);
    let (head, body) = sender.send_request(request).await?.into_parts();
    let body = Limited::new(body, LONGEST).collect().await?.to_bytes();
    let text = String::from_utf8_lossy(&body);
    let line = text.lines().next().unwrap_or_default();
    Ok(Health {
        is_well: head.status.is_success(),
        line: line.to_owned(),
    })
}

/// Where a server is reached that listens everywhere.
fn reachable(address: SocketAddr) -> SocketAddr {
    let host = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(host, address.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_listens_everywhere_is_asked_on_loopback() {
        for (listens, asked) in [
            ("0.0.0.0:9464", "127.0.0.1:9464"),
            ("[::]:9464", "[::1]:9464"),
            ("127.0.0.1:9464", "127.0.0.1:9464"),
            ("192.0.2.7:1", "192.0.2.7:1"),
        ] {
            let address = listens.parse().expect("an address");
            assert_eq!(reachable(address).to_string(), asked, "{listens}");
        }
    }
}
