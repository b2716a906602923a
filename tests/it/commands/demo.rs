//! `demo`: one command, an address, sign-ins that work, mails that can be read, everything in one
//! folder, and a good end.

use crate::crash::binary::{Ended, Running, program, until};
use crate::support::http::{Answer, Request};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

struct Demo {
    place: TempDir,
    address: SocketAddr,
    example: Option<String>,
}

impl Demo {
    fn new() -> Demo {
        // the demo lives at 127.0.0.1; the port is given back just before it takes it
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        Demo { place: TempDir::new().unwrap(), address: listener.local_addr().unwrap(), example: None }
    }

    /// The same with the organisations of a folder.
    fn of(example: &str) -> Demo {
        Demo { example: Some(format!("{}/examples/{example}", env!("CARGO_MANIFEST_DIR"))), ..Demo::new() }
    }

    fn folder(&self) -> std::path::PathBuf {
        self.place.path().join("here/the demo")
    }

    fn command(&self) -> Command {
        let (folder, port) = (self.folder().display().to_string(), self.address.port().to_string());
        let mut command = program(&["demo", "--folder", &folder, "--port", &port]);
        if let Some(example) = &self.example {
            command.args(["--example", example]);
        }
        // whatever it writes beside its folder would be found there
        command
            .current_dir(self.place.path())
            .env("HOME", self.place.path())
            .env("TMPDIR", self.place.path());
        command
    }

    /// Starts it; gives what it printed once it is ready.
    fn start(&self) -> (Running, String) {
        let words = TempDir::new().unwrap();
        let file = |name: &str| words.path().join(name);
        let mut command = self.command();
        command.stdout(std::fs::File::create(file("out")).unwrap());
        command.stderr(std::fs::File::create(file("err")).unwrap());
        let mut running = Running::of(command, file("err"));
        let out = until("the demo is ready", || {
            let said = std::fs::read_to_string(file("out")).unwrap();
            let complaints = std::fs::read_to_string(file("err")).unwrap();
            assert!(!running.has_ended(), "{said}\n{complaints}");
            said.contains("Stop with Ctrl-C.").then_some(said)
        });
        (running, out)
    }

    fn get(&self, path: &str) -> Answer {
        let host = self.address.to_string();
        Request::new("GET", path)
            .header("Host", &host)
            .header("Accept-Language", "en")
            .send(self.address)
            .unwrap()
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_demo_prints_where_it_is_answers_there_keeps_all_in_its_folder_and_ends_well() {
    let demo = Demo::new();
    let (running, said) = demo.start();
    let address = format!("http://{}", demo.address);
    for part in [
        &format!("{address}/\n"),
        &format!("{address}/desk\n"),
        &format!("{address}/demo/mails\n"),
        "password of each: kaffe regnvejr cykel lampe",
        "maja@nordlys.example",
        "jonas@nordlys.example",
        "karin@nordlys.example",
        "ida@nordlys.example",
        &demo.folder().canonicalize().unwrap().display().to_string(),
    ] {
        assert!(said.contains(part), "it does not print {part:?}: {said}");
    }
    for path in ["/readyz", "/", "/desk/sign-in", "/demo"] {
        let answer = demo.get(path);
        assert!(matches!(answer.status, 200 | 303), "{path}: {} {}", answer.status, answer.text());
    }
    assert!(demo.get("/demo").text().contains("maja@nordlys.example"));
    // the letters of the invented cases, each of which can be opened
    let mails = demo.get("/demo/mails");
    assert_eq!(mails.status, 200);
    let first =
        mails.text().split("href=\"/demo/mails/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(demo.get(&format!("/demo/mails/{first}")).status, 200);
    running.stop();

    assert_eq!(names(demo.place.path()), ["here"], "something lies beside its folder");
    assert_eq!(names(&demo.place.path().join("here")), ["the demo"]);
    let kept = names(&demo.folder());
    let key = std::fs::read(demo.folder().join("data/master.key")).unwrap();

    // the next start makes nothing anew
    let (running, said) = demo.start();
    assert!(!said.contains("Making the demo"), "{said}");
    assert_eq!(demo.get("/readyz").status, 200);
    running.stop();
    assert_eq!(
        (names(&demo.folder()), std::fs::read(demo.folder().join("data/master.key")).unwrap()),
        (kept, key)
    );
}

#[test]
fn each_example_organisation_takes_requests_with_its_own_register_behind_it() {
    for (example, slug, of_notice) in [
        ("open-experience", "open-experience", "Open Experience"),
        ("onlinecity", "onlinecity", "support@gatewayapi.com"),
        ("exopen", "exopen", "support@exopen.se"),
        ("clienti", "clienti", "clienti@clienti.dk"),
        ("finderskeepers", "finderskeepers-shop", "shop@finderskeepers.dk"),
    ] {
        let demo = Demo::of(example);
        let (running, said) = demo.start();
        assert!(said.contains("The organisations are those of the folder you named"), "{said}");
        assert_eq!(demo.get("/").status, if slug == "finderskeepers-shop" { 200 } else { 303 }, "{example}");
        assert_eq!(demo.get(&format!("/o/{slug}/ask/rights")).status, 200, "{example}: the form is closed");
        let notice = demo.get(&format!("/o/{slug}/privacy"));
        assert!(notice.text().contains(of_notice), "{example}: {}", notice.text());
        assert!(demo.folder().join("register.toml").exists());
        running.stop();
    }
}

#[test]
fn the_demo_says_when_its_port_is_taken_or_its_folder_cannot_be_made() {
    let mut demo = Demo::new();
    std::fs::write(demo.place.path().join("here"), "no folder").unwrap();
    let said = Ended::of(demo.command()).with(1);
    said.complains(&["The demo cannot start.", "cannot be used"]);

    demo = Demo::new();
    let somebody = TcpListener::bind(demo.address).unwrap();
    let said = Ended::of(demo.command()).with(1);
    said.complains(&["The demo cannot start.", "Cannot listen on", "another program"]);
    assert!(!demo.folder().join("data").exists(), "it is said before anything is made");
    drop(somebody);
}
