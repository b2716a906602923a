//! The real program, started from a configuration file in a folder of its own, on databases of its
//! own: asked, killed, stopped, started again.

use crate::support::http::{Answer, Request};
use crate::support::postgres::{self, Fresh};
use indsigt::clock::Clock;
use indsigt::crypto::keys::MasterKey;
use indsigt::store::{Opening, Store};
use std::net::{SocketAddr, TcpListener};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The host people know the installation by; a proxy of ours stands in front of it.
pub const HOST: &str = "privacy.example.test";

/// What is true later is asked for until this long has passed.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// Asks until it is so. Panics with what was waited for when the deadline has passed.
pub fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = ask() {
            return found;
        }
        assert!(began.elapsed() < DEADLINE, "still not so after {DEADLINE:?}: {what}");
        // between two questions, not instead of one
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// A loopback address nobody else of this machine's tests uses, with a port that is free.
fn own_address() -> SocketAddr {
    static NUMBER: AtomicU32 = AtomicU32::new(1);
    let pid = std::process::id().to_be_bytes();
    let number = u8::try_from(NUMBER.fetch_add(1, Ordering::Relaxed) % 250 + 1).unwrap();
    let listener = TcpListener::bind(SocketAddr::from(([127, pid[2] | 1, pid[3], number], 0))).unwrap();
    listener.local_addr().unwrap()
}

/// An installation: configuration, keys, databases, files.
pub struct Installation {
    folder: TempDir,
    /// Where it listens.
    pub address: SocketAddr,
    /// URL of the main database.
    pub url: String,
    /// URL of the key store.
    pub key_store_url: String,
    is_behind_proxy: bool,
    _servers: Vec<Fresh>,
}

impl Installation {
    /// One on two SQLite files that hands its mails to this server.
    pub fn sqlite(mail: SocketAddr) -> Installation {
        let folder = TempDir::new().unwrap();
        let file = |name: &str| format!("sqlite:{}", folder.path().join(name).display());
        let (url, keys) = (file("main.sqlite"), file("keys.sqlite"));
        Installation::with(folder, url, keys, Vec::new(), mail)
    }

    /// One on two databases of a PostgreSQL server.
    pub fn postgres(server: &str, mail: SocketAddr) -> Installation {
        let (main, keys) = (Fresh::on(server), Fresh::on(server));
        let urls = (main.url.clone(), keys.url.clone());
        Installation::with(TempDir::new().unwrap(), urls.0, urls.1, vec![main, keys], mail)
    }

    fn with(
        folder: TempDir,
        url: String,
        key_store_url: String,
        servers: Vec<Fresh>,
        mail: SocketAddr,
    ) -> Installation {
        let address = own_address();
        let is_behind_proxy = true;
        let new = Installation { folder, address, url, key_store_url, is_behind_proxy, _servers: servers };
        new.configure(&new.configuration(mail));
        new
    }

    /// The same for this machine alone, without a proxy in front: nobody has to hear that it is
    /// leaving.
    pub fn alone(mut self, mail: SocketAddr) -> Installation {
        self.is_behind_proxy = false;
        self.configure(&self.configuration(mail));
        self
    }

    /// A good configuration for it.
    pub fn configuration(&self, mail: SocketAddr) -> String {
        let (folder, address) = (self.folder().display(), self.address);
        let (url, keys, port) = (&self.url, &self.key_store_url, mail.port());
        let (public_url, proxies) = match self.is_behind_proxy {
            true => (format!("https://{HOST}"), r#"behind_proxy = ["127.0.0.0/8"]"#),
            false => (format!("http://{address}"), ""),
        };
        format!(
            r#"
public_url = "{public_url}"
data_dir = "{folder}/data"

[listen]
address = "{address}"
{proxies}

[database]
url = "{url}"
key_store_url = "{keys}"

[mail]
host = "127.0.0.1"
port = {port}
tls = "none"
sender = "Shop <privacy@shop.example>"

[log]
level = "warn"

[[controller]]
slug = "shop"
legal_name = "Shop A/S"
country = "DK"
"#
        )
    }

    /// Writes the configuration file.
    pub fn configure(&self, text: &str) {
        std::fs::write(self.configuration_file(), text).unwrap();
    }

    fn configuration_file(&self) -> PathBuf {
        self.folder().join("indsigt.toml")
    }

    /// Where everything of it lies.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Its master key file.
    pub fn master_key_file(&self) -> PathBuf {
        self.folder().join("data/master.key")
    }

    /// The program with these arguments, its words into files.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_indsigt"));
        // nothing of the developer's own settings
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("INDSIGT_")) {
            command.env_remove(name);
        }
        command.args(arguments).arg("--config").arg(self.configuration_file()).stdin(Stdio::null());
        command
    }

    /// Runs it to its end: exit status and stderr. One that does not end is killed and fails the test.
    pub fn run(&self, arguments: &[&str]) -> (ExitStatus, String) {
        let said = self.folder().join("run.stderr");
        let mut command = self.command(arguments);
        command.stdout(Stdio::null()).stderr(std::fs::File::create(&said).unwrap());
        let mut running = Running { child: command.spawn().unwrap(), log: said.clone() };
        let status = running.exited();
        (status, std::fs::read_to_string(said).unwrap())
    }

    /// Starts it and waits until it is ready.
    pub fn start(&self) -> Running {
        let mut log = std::fs::OpenOptions::new();
        let log = log.create(true).append(true).open(self.log_file()).unwrap();
        let mut command = self.command(&["serve"]);
        command.stdout(Stdio::null()).stderr(log);
        let mut running = Running { child: command.spawn().unwrap(), log: self.log_file() };
        until("the program is ready", || {
            let ended = running.child.try_wait().unwrap();
            assert!(ended.is_none(), "it ended with {ended:?}: {}", self.log());
            let answer = Request::new("GET", "/readyz").header("Host", HOST).send(self.address).ok()?;
            (answer.status == 200).then_some(())
        });
        running
    }

    fn log_file(&self) -> PathBuf {
        self.folder().join("serve.stderr")
    }

    /// What it has logged so far, all runs together.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.log_file()).unwrap_or_default()
    }

    /// Sends a request as a browser behind the proxy would, from this network address.
    pub fn ask(&self, request: Request, from: &str) -> std::io::Result<Answer> {
        request.header("Host", HOST).header("X-Forwarded-For", from).send(self.address)
    }

    /// Its store, opened with its own master key by the test. The program must not run meanwhile
    /// on SQLite only where the test writes.
    pub fn store(&self) -> Store {
        let opening = Opening {
            url: self.url.clone().into(),
            key_store_url: self.key_store_url.clone().into(),
            tls: postgres::tls(rustls::RootCertStore::empty()),
            master: MasterKey::load(&self.master_key_file()).unwrap(),
            files: self.folder().join("data/files"),
            clock: Clock::System,
        };
        Store::open(opening).unwrap()
    }
}

/// The running program. Killed with this value.
pub struct Running {
    child: Child,
    log: PathBuf,
}

impl Running {
    /// kill -9.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        let status = self.child.wait().unwrap();
        assert_eq!(status.signal(), Some(9), "it was gone before it was killed");
    }

    /// SIGTERM; it goes on until it has finished.
    pub fn terminate(&self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    }

    /// Waits for its end.
    pub fn exited(&mut self) -> ExitStatus {
        until("the program ends", || self.child.try_wait().unwrap())
    }

    /// SIGTERM, and the end.
    pub fn stop(mut self) {
        self.terminate();
        let status = self.exited();
        let log = || std::fs::read_to_string(&self.log).unwrap_or_default();
        assert_eq!(status.code(), Some(0), "{status}: {}", log());
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
