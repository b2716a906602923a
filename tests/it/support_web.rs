//! A whole installation on a port of its own: SQLite in a folder that goes with it, a clock that
//! stands still, mails in memory; and a browser that fills in forms as a person does.

use indsigt::cli::boot;
use indsigt::clock::Clock;
use indsigt::config::{Config, Environment};
use indsigt::crypto::totp::TotpSecret;
use indsigt::domain::access::{Actor, Role};
use indsigt::domain::language::Lang;
use indsigt::mail::envelope::Envelope;
use indsigt::mail::transport::{Memory, Transport};
use indsigt::services::handling::Step;
use indsigt::services::{App, staff};
use indsigt::store::{cases, installation};
use indsigt::web::render::Pages;
use indsigt::web::server;
use indsigt::web::state::{DemoSignIn, Settings, Web};
use indsigt::worker::Worker;
use reqwest::header::{HeaderMap, HeaderValue};
use reqwest::multipart::{Form, Part};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder};
use scraper::{ElementRef, Html, Selector};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// The installation.
pub struct TestApp {
    pub app: Arc<App>,
    pub base: String,
    pub clock: Clock,
    pub runtime: Runtime,
    pub staff: Actor,
    pub folder: TempDir,
    mails: Memory,
    worker: Worker,
    server: actix_web::dev::ServerHandle,
    thread: Option<std::thread::JoinHandle<()>>,
}

fn configuration(folder: &std::path::Path, port: u16, more: &str) -> String {
    format!(
        r#"
public_url = "http://127.0.0.1:{port}"
data_dir = "{data}"
development = true
[listen]
address = "127.0.0.1:{port}"
[mail]
transport = "file"
sender = "Prøvebutikken <privacy@shop.example>"
[[controller]]
slug = "shop"
legal_name = "Prøvebutikken A/S"
country = "DK"
promise_days = 30
address = """
Prøvevej 1
0000 Prøveby"""
phone = "00 00 00 00"
email = "privacy@shop.example"
contact_person = "Karin Prøve"
privacy_notice = "https://shop.example/privacy"
about.da = "Butik"
about.sv = "Butik"
about.en = "Shop"
{more}
"#,
        data = folder.join("data").display(),
    )
}

impl TestApp {
    /// One controller, `shop`.
    pub fn start() -> TestApp {
        TestApp::with("")
    }

    /// The same with more configuration.
    pub fn with(more: &str) -> TestApp {
        TestApp::made(more, false)
    }

    /// The same as the demo: its mails and one sign-in are shown.
    pub fn demo() -> TestApp {
        TestApp::made("", true)
    }

    fn made(more: &str, is_demo: bool) -> TestApp {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let folder = TempDir::new().unwrap();
        let text = configuration(folder.path(), address.port(), more);
        let config = Config::parse(&text, &Environment::new()).unwrap();
        let clock = Clock::fixed("2026-03-02T09:00:00Z".parse().unwrap());
        let app = Arc::new(boot::app(&config, clock.clone(), false).unwrap());
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let mails = Memory::default();
        let worker = Worker {
            app: app.clone(),
            transport: Arc::new(Transport::Memory(mails.clone())),
            message_domain: "shop.example".into(),
            runtime: runtime.handle().clone(),
        };
        let base = format!("http://{address}");
        let web = Arc::new(Web {
            app: app.clone(),
            pages: Pages::load().unwrap(),
            settings: Settings {
                host: address.to_string(),
                is_https: false,
                is_tls: false,
                origin: base.clone(),
                proxies: Vec::new(),
                demo_mails: is_demo.then(|| folder.path().join("mails")),
                demo_sign_ins: is_demo.then(demo_sign_in).into_iter().collect(),
            },
            is_leaving: AtomicBool::new(false),
        });
        let (say, hear) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async {
                let server = server::start(web, listener, None).unwrap();
                say.send(server.handle()).unwrap();
                server.await.unwrap();
            });
        });
        let server = hear.recv().unwrap();
        let roles = [Role::Caseworker, Role::Approver, Role::Officer];
        let invited =
            staff::invite(&app, &Actor::System, "maja@shop.example", "Maja", &roles, Lang::En).unwrap();
        let staff = Actor::Staff { id: invited.id, roles: roles.to_vec() };
        TestApp { app, base, clock, runtime, staff, folder, mails, worker, server, thread: Some(thread) }
    }

    /// A browser with nothing in it.
    pub fn browser(&self) -> Browser<'_> {
        Browser {
            test: self,
            client: Client::builder().cookie_store(true).redirect(Policy::none()).build().unwrap(),
            language: "en",
        }
    }

    /// Does what is due, and gives every mail that was ever sent to an address.
    pub fn mails_to(&self, address: &str) -> Vec<Envelope> {
        self.worker.drain().unwrap();
        self.mails.sent().into_iter().filter(|mail| mail.to == address).collect()
    }

    /// Does what is due.
    pub fn drain(&self) {
        self.worker.drain().unwrap();
    }

    /// One number from the database.
    pub fn count(&self, sql: &str) -> i64 {
        use diesel::prelude::*;
        #[derive(diesel::QueryableByName)]
        struct Number {
            #[diesel(sql_type = diesel::sql_types::BigInt)]
            n: i64,
        }
        let mut db = self.app.store.pools.reader.get().unwrap();
        let number: Number =
            diesel::sql_query(format!("SELECT CAST(({sql}) AS BIGINT) AS n")).get_result(&mut *db).unwrap();
        number.n
    }

    /// One text from the database, as the column `text`.
    pub fn text(&self, sql: &str) -> String {
        use diesel::prelude::*;
        #[derive(diesel::QueryableByName)]
        struct Text {
            #[diesel(sql_type = diesel::sql_types::Text)]
            text: String,
        }
        let mut db = self.app.store.pools.reader.get().unwrap();
        diesel::sql_query(sql).get_result::<Text>(&mut *db).unwrap().text
    }

    /// Forgets what is over, as the schedule does every hour.
    pub fn sweep(&self) {
        indsigt::worker::schedule::sweep(&self.worker).unwrap();
    }

    /// Mail, timers and links are held, as after a restore.
    pub fn hold(&self) {
        self.app.store.write(&Actor::System, installation::hold).unwrap();
    }

    /// A person has confirmed the restored system.
    pub fn release(&self) {
        self.app.store.write(&Actor::System, installation::release).unwrap();
    }

    /// The id of the case with this reference.
    pub fn case_id(&self, reference: &str) -> String {
        let reference = indsigt::domain::reference::Reference::parse(reference).unwrap();
        self.app.store.look(|db| cases::by_reference(db, &reference)).unwrap()
    }

    /// A step of staff on a case as it stands now.
    pub fn step<T>(&self, case_id: &str, work: impl FnOnce(&Step<'_>) -> indsigt::services::Result<T>) -> T {
        let seen = self.app.store.look(|db| cases::load(db, case_id)).unwrap().file.case.version;
        let step = Step { app: &self.app, actor: &self.staff, case_id, seen: Some(seen) };
        work(&step).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Today where the controller is.
    pub fn today(&self) -> chrono::NaiveDate {
        let controller = &self.app.controllers.all()[0];
        indsigt::services::letters::today(controller, self.clock.now())
    }

    /// Sealed files on disk.
    pub fn files(&self) -> Vec<std::path::PathBuf> {
        let mut found = Vec::new();
        for folder in std::fs::read_dir(self.folder.path().join("data/files")).unwrap() {
            let path = folder.unwrap().path();
            if path.is_dir() {
                found.extend(std::fs::read_dir(path).unwrap().map(|file| file.unwrap().path()));
            }
        }
        found
    }
}

/// The second factor of the demo's sign-in.
pub fn demo_factor() -> TotpSecret {
    TotpSecret::from_bytes(b"of the demo in tests".to_vec().into())
}

fn demo_sign_in() -> DemoSignIn {
    DemoSignIn {
        name: "Maja",
        email: "maja@shop.example",
        password: "kaffe regnvejr",
        roles: &[Role::Caseworker],
        factor: Arc::new(demo_factor()),
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        drop(self.server.stop(false));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// Where a 303 leads.
    pub fn to(&self) -> &str {
        assert_eq!(self.status, 303, "{}", self.text());
        self.headers["location"].to_str().unwrap()
    }

    /// The words of a page, without its tags.
    pub fn words(&self) -> String {
        let page = Html::parse_document(&self.text());
        let main = page.select(&Selector::parse("main").unwrap()).next().unwrap();
        main.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text of the first element a selector finds.
    pub fn first(&self, selector: &str) -> Option<String> {
        let page = Html::parse_document(&self.text());
        let found = page.select(&Selector::parse(selector).unwrap()).next()?;
        Some(found.text().collect::<String>().trim().to_owned())
    }

    /// The texts of every element a selector finds.
    pub fn all(&self, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.text());
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector).map(|e| e.text().collect::<String>().trim().to_owned()).collect()
    }

    /// Fields named by the summary of what has to be mended.
    pub fn errors(&self) -> Vec<String> {
        let page = Html::parse_document(&self.text());
        let links = Selector::parse(".error-summary a").unwrap();
        page.select(&links).map(|a| a.attr("href").unwrap().trim_start_matches('#').to_owned()).collect()
    }

    /// The form whose address ends like this, as a browser would send it.
    pub fn form(&self, ending: &str) -> Filled {
        let page = Html::parse_document(&self.text());
        let form = page
            .select(&Selector::parse("form").unwrap())
            .find(|form| form.attr("action").is_some_and(|action| action.ends_with(ending)))
            .unwrap_or_else(|| panic!("no form to {ending} in {}", self.text()));
        Filled::of(form)
    }
}

/// A form with what stands in it.
#[derive(Clone)]
pub struct Filled {
    pub action: String,
    pub is_multipart: bool,
    pub fields: Vec<(String, String)>,
    pub file: Option<(String, Vec<u8>)>,
}

impl Filled {
    fn of(form: ElementRef<'_>) -> Filled {
        let mut fields = Vec::new();
        for control in form.select(&Selector::parse("input, textarea").unwrap()) {
            let Some(name) = control.attr("name") else { continue };
            let kind = control.attr("type").unwrap_or("text");
            let is_sent = match kind {
                "file" | "submit" => false,
                "checkbox" | "radio" => control.attr("checked").is_some(),
                _ => true,
            };
            if is_sent {
                let value = match control.value().name() {
                    // the line end after the tag belongs to no value
                    "textarea" => control.text().collect::<String>().trim_start_matches('\n').to_owned(),
                    _ => control.attr("value").unwrap_or_default().to_owned(),
                };
                fields.push((name.to_owned(), value));
            }
        }
        Filled {
            action: form.attr("action").unwrap().to_owned(),
            is_multipart: form.attr("enctype") == Some("multipart/form-data"),
            fields,
            file: None,
        }
    }

    /// With a field as somebody types it.
    pub fn with(mut self, name: &str, value: &str) -> Filled {
        self.fields.retain(|(n, _)| n != name);
        self.and(name, value)
    }

    /// With one more value of a field.
    pub fn and(mut self, name: &str, value: &str) -> Filled {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With a file.
    pub fn file(mut self, name: &str, bytes: &[u8]) -> Filled {
        self.file = Some((name.to_owned(), bytes.to_vec()));
        self
    }

    /// What stands in a field.
    pub fn value(&self, name: &str) -> String {
        self.fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default()
    }
}

/// A browser: keeps cookies, follows nothing by itself, says where its requests come from.
#[derive(Clone)]
pub struct Browser<'a> {
    test: &'a TestApp,
    client: Client,
    pub language: &'static str,
}

impl Browser<'_> {
    fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        let url =
            if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.test.base) };
        self.client.request(method, url).header("accept-language", self.language)
    }

    /// Sends a request as it is.
    pub fn send(&self, request: RequestBuilder) -> Answer {
        self.test.runtime.block_on(async {
            let answer = request.send().await.unwrap();
            let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
            Answer { status, headers, body: answer.bytes().await.unwrap().to_vec() }
        })
    }

    pub fn get(&self, path: &str) -> Answer {
        self.send(self.ask(Method::GET, path))
    }

    /// A request to be sent with other headers.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.ask(method, path)
    }

    /// GET, and on through every 303.
    pub fn follow(&self, path: &str) -> Answer {
        let mut answer = self.get(path);
        for _ in 0..5 {
            if answer.status != 303 {
                break;
            }
            let to = answer.to().to_owned();
            answer = self.get(&to);
        }
        answer
    }

    /// The request a browser makes of a form.
    pub fn posting(&self, form: &Filled) -> RequestBuilder {
        let request = self
            .ask(Method::POST, &form.action)
            .header("origin", HeaderValue::from_str(&self.test.base).unwrap())
            .header("sec-fetch-site", "same-origin");
        if !form.is_multipart {
            return request.form(&form.fields);
        }
        let mut parts = Form::new();
        for (name, value) in &form.fields {
            parts = parts.text(name.clone(), value.clone());
        }
        let (name, bytes) = form.file.clone().unwrap_or_default();
        parts = parts.part("file", Part::bytes(bytes).file_name(name));
        request.multipart(parts)
    }

    pub fn post(&self, form: &Filled) -> Answer {
        self.send(self.posting(form))
    }

    /// Sends a form and goes where it leads.
    pub fn submit(&self, form: &Filled) -> Answer {
        let answer = self.post(form);
        let to = answer.to().to_owned();
        self.follow(&to)
    }

    /// Fills in the form up to its last page, asking for access (and whatever else `rights` name).
    pub fn fill_in(&self, rights: &[&str], name: &str, email: &str) -> Answer {
        let mut first = self.get("/o/shop/ask/rights").form("/ask/rights").with("go", "next");
        first = rights.iter().fold(first, |form, right| form.and("right", right));
        let about = self.submit(&first);
        let contact =
            self.submit(&about.form("/ask/about").with("words", "Everything, please.").with("go", "next"));
        let form = contact.form("/ask/contact").with("name", name).with("email", email).with("go", "next");
        let who = self.submit(&form);
        self.submit(&who.form("/ask/who").with("who", "self").with("go", "next"))
    }

    /// Asks for access and gives reference and code as the receipt shows them.
    pub fn ask_for_access(&self, name: &str, email: &str) -> (String, String) {
        let check = self.fill_in(&["access"], name, email);
        let receipt = self.submit(&check.form("/ask/check").with("go", "send"));
        keys(&receipt)
    }

    /// Opens a case.
    pub fn open(&self, reference: &str, code: &str) -> Answer {
        let form = self.get("/o/shop/find").form("/find").with("reference", reference).with("code", code);
        self.submit(&form)
    }
}

/// Reference and code on a receipt.
pub fn keys(receipt: &Answer) -> (String, String) {
    let page = Html::parse_document(&receipt.text());
    let keys = Selector::parse(".keys dd").unwrap();
    let found: Vec<String> = page.select(&keys).map(|dd| dd.text().collect::<String>()).collect();
    assert_eq!(found.len(), 2, "{}", receipt.text());
    (found[0].clone(), found[1].clone())
}

/// The link in a mail that leads to `part`.
pub fn link(mail: &Envelope, part: &str) -> String {
    let found = mail.text.split_whitespace().find(|word| word.contains(part));
    found.unwrap_or_else(|| panic!("no {part} in\n{}", mail.text)).to_owned()
}
