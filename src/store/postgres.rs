//! Connections to PostgreSQL, for desks and archives. Every question has a
//! deadline, so that a server that stands still is one that is away.

mod tls;

use super::settings::Address;
use crate::notice::reason;
use crate::text::sanitise::one_line;
use crate::words::{Message, msg};
use std::future::{Future, poll_fn};
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Notify;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::error::SqlState;
use tokio_postgres::tls::{MakeTlsConnect, TlsConnect};
use tokio_postgres::{AsyncMessage, Client, Config, NoTls, Socket};

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// A connection without traffic is tried after so long.
pub(super) const SILENCE: Duration = Duration::from_secs(30);

/// Why a database cannot be worked with now.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// It does not answer; it may in a moment.
    Away(Message),
    /// It answers, and somebody has to do something first.
    Unfit(Message),
}

impl Trouble {
    /// The reason in words.
    pub fn reason(&self) -> &Message {
        match self {
            Self::Away(reason) | Self::Unfit(reason) => reason,
        }
    }
}

impl From<tokio_postgres::Error> for Trouble {
    fn from(e: tokio_postgres::Error) -> Self {
        // What the server says of a refused password names the user alone.
        if let Some(said) = e.as_db_error() {
            let words: Message = match *said.code() {
                SqlState::READ_ONLY_SQL_TRANSACTION => msg::STORE_DATABASE_READ_ONLY.into(),
                SqlState::DISK_FULL => msg::STORE_DATABASE_FULL.into(),
                _ => msg::verbatim(one_line(said.message())),
            };
            let passes = said.code().code().starts_with("57") || said.code().code().starts_with("53");
            return if passes { Self::Away(words) } else { Self::Unfit(words) };
        }
        let mut cause: &(dyn std::error::Error + 'static) = &e;
        while let Some(deeper) = cause.source() {
            cause = deeper;
        }
        if let Some(said) = tls::fault(cause) {
            return Self::Unfit(said);
        }
        // The client has one such sentence: of a server that does not encrypt.
        if cause.to_string().rsplit(' ').next() == Some("TLS") {
            return Self::Unfit(msg::STORE_DATABASE_PLAIN.into());
        }
        Self::Away(match cause.downcast_ref() {
            Some(of_the_system) => reason(of_the_system),
            None => msg::verbatim(one_line(&cause.to_string())),
        })
    }
}

/// What runs the questions of one thread.
pub(super) fn runtime() -> std::io::Result<Runtime> {
    Builder::new_current_thread().enable_all().build()
}

/// Runs a question on this thread.
pub(super) fn in_place<T>(question: impl Future<Output = Result<T, Trouble>>) -> Result<T, Trouble> {
    let runtime = runtime().map_err(|e| Trouble::Unfit(reason(&e)))?;
    runtime.block_on(question)
}

/// Waits for an answer as long as [`PATIENCE`] allows.
pub(super) async fn answer<T, E>(question: impl Future<Output = Result<T, E>>) -> Result<T, Trouble>
where
    Trouble: From<E>,
{
    answer_within(PATIENCE, question).await
}

pub(super) async fn answer_within<T, E>(
    patience: Duration,
    question: impl Future<Output = Result<T, E>>,
) -> Result<T, Trouble>
where
    Trouble: From<E>,
{
    match tokio::time::timeout(patience, question).await {
        Ok(answered) => Ok(answered?),
        Err(_) => Err(Trouble::Away(msg::STORE_DATABASE_SILENT.into())),
    }
}

/// The address as the client reads it, and how the connection is encrypted. What leaves
/// this machine is, unless the address itself says otherwise.
fn config(address: &Address) -> Result<(Config, tls::Encryption), Trouble> {
    // What the client says of an address may repeat parts of it.
    let wrong = || Trouble::Unfit(msg::STORE_DATABASE_ADDRESS.into());
    let (text, encryption) = tls::taken_out(address.secret()).ok_or_else(wrong)?;
    let mut config: Config = text.parse().map_err(|_| wrong())?;
    let local = |host: &Host| match host {
        Host::Tcp(name) => ["localhost", "127.0.0.1", "::1"].contains(&name.as_str()),
        #[cfg(unix)]
        Host::Unix(_) => true,
    };
    let here = config.get_hosts().iter().all(local) && config.get_hostaddrs().is_empty();
    let usual = if here { SslMode::Disable } else { SslMode::Require };
    config.ssl_mode(encryption.mode.unwrap_or(usual));
    if config.get_password().is_none()
        && let Ok(password) = std::env::var("PGPASSWORD")
    {
        config.password(password);
    }
    config.application_name("kiosque").connect_timeout(PATIENCE).tcp_user_timeout(PATIENCE).keepalives_idle(SILENCE);
    Ok((config, encryption))
}

/// Connects; `heard` is told of every word from the server and of its end.
pub(super) async fn connect(address: &Address, heard: &Arc<Notify>) -> Result<Client, Trouble> {
    let (config, encryption) = config(address)?;
    if config.get_ssl_mode() == SslMode::Disable {
        return through(config, NoTls, heard).await;
    }
    through(config, encryption.connector()?, heard).await
}

async fn through<T>(config: Config, tls: T, heard: &Arc<Notify>) -> Result<Client, Trouble>
where
    T: MakeTlsConnect<Socket>,
    T::Stream: Send + 'static,
    T::TlsConnect: TlsConnect<Socket> + Send,
    <T::TlsConnect as TlsConnect<Socket>>::Future: Send,
{
    let (client, mut connection) = answer(config.connect(tls)).await?;
    let heard = Arc::clone(heard);
    tokio::spawn(async move {
        loop {
            match poll_fn(|cx| connection.poll_message(cx)).await {
                Some(Ok(AsyncMessage::Notification(_))) => heard.notify_one(),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => break,
            }
        }
        heard.notify_one();
    });
    Ok(client)
}

/// True when a server refuses what a row says, and not the writing.
pub(super) fn is_about_data(code: &SqlState) -> bool {
    ["22", "23", "54"].iter().any(|class| code.code().starts_with(class))
}
