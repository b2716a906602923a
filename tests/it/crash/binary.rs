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

/// The program with these arguments and nothing of the developer's own settings.
pub fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_indsigt"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("INDSIGT_")) {
        command.env_remove(name);
    }
    command.args(arguments).stdin(Stdio::null());
    command
}

/// What a run of the program came to.
#[derive(Debug)]
pub struct Ended {
    /// How it ended.
    pub status: ExitStatus,
    /// Its words on stdout.
    pub out: String,
    /// Its words on stderr.
    pub err: String,
}

impl Ended {
    /// Runs a command to its end. One that does not end is killed and fails the test.
    pub fn of(mut command: Command) -> Ended {
        let folder = TempDir::new().unwrap();
        let file = |name: &str| folder.path().join(name);
        let into = |name: &str| std::fs::File::create(file(name)).unwrap();
        command.stdout(into("out")).stderr(into("err"));
        let mut running = Running::of(command, file("err"));
        let status = running.exited();
        let said = |name: &str| String::from_utf8(std::fs::read(file(name)).unwrap()).unwrap();
        Ended { status, out: said("out"), err: said("err") }
    }

    /// It ended with this code, for the reason a person would give.
    #[track_caller]
    pub fn with(self, code: i32) -> Ended {
        assert_eq!(self.status.code(), Some(code), "{self:?}");
        assert!(!self.err.contains("panicked") && !self.err.contains("defect"), "{self:?}");
        self
    }

    /// It said all of this on stdout.
    #[track_caller]
    pub fn says(self, parts: &[&str]) -> Ended {
        for part in parts {
            assert!(self.out.contains(part), "it does not say {part:?}: {self:?}");
        }
        self
    }

    /// It complained of all of this on stderr.
    #[track_caller]
    pub fn complains(self, parts: &[&str]) -> Ended {
        for part in parts {
            assert!(self.err.contains(part), "it does not complain of {part:?}: {self:?}");
        }
        self
    }
}

/// Nobody listens there: for what sends no mail.
pub fn no_mail() -> SocketAddr {
    ([127, 0, 0, 1], 9).into()
}

/// One installation on each kind of database, handing its mails to this server.
pub fn of_both_kinds(mail: SocketAddr) -> Vec<Installation> {
    let server = postgres::address();
    let on_server = server.map(|server| Installation::postgres(&server, mail));
    [Some(Installation::sqlite(mail)), on_server].into_iter().flatten().collect()
}

/// The same for this machine alone.
pub fn on_both_kinds(mail: SocketAddr, test: impl Fn(&Installation)) {
    for house in of_both_kinds(mail) {
        eprintln!("on {}", house.url.split(':').next().unwrap());
        test(&house.alone(mail));
    }
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
email = "privacy@shop.example"
contact_person = "Karin Demo"
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

    /// The program with these arguments and this configuration.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = program(arguments);
        command.arg("--config").arg(self.configuration_file());
        command
    }

    /// Runs it to its end: exit status and stderr.
    pub fn run(&self, arguments: &[&str]) -> (ExitStatus, String) {
        let ended = self.told(arguments);
        (ended.status, ended.err)
    }

    /// Runs it to its end: all it said.
    pub fn told(&self, arguments: &[&str]) -> Ended {
        Ended::of(self.command(arguments))
    }

    /// Starts it with these arguments, its words into the log. It may not be ready yet.
    pub fn launch(&self, arguments: &[&str]) -> Running {
        let mut log = std::fs::OpenOptions::new();
        let log = log.create(true).append(true).open(self.log_file()).unwrap();
        let mut command = self.command(arguments);
        command.stdout(Stdio::null()).stderr(log);
        Running::of(command, self.log_file())
    }

    /// Starts it and waits until it is ready.
    pub fn start(&self) -> Running {
        let mut running = self.launch(&["serve"]);
        until("the program is ready", || {
            assert!(!running.has_ended(), "it ended: {}", self.log());
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
    /// Starts a command whose words go into this log.
    pub fn of(mut command: Command, log: PathBuf) -> Running {
        Running { child: command.spawn().unwrap(), log }
    }

    /// Whether it is over already.
    pub fn has_ended(&mut self) -> bool {
        self.child.try_wait().unwrap().is_some()
    }

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
