//! A whole house on fresh databases: two controllers, Chinook as a connected source, mail kept in
//! memory, a web server on a port of its own, colleagues with known second factors.

use super::databases::Databases;
use super::postgres::Fresh;
use indsigt::config::network::Network;
use indsigt::crypto::totp::{self, TotpSecret};
use indsigt::domain::access::{Actor, Role};
use indsigt::domain::calendar::{Country, Profile};
use indsigt::domain::controller::Rules;
use indsigt::domain::language::Lang;
use indsigt::mail::{MailSettings, Transport};
use indsigt::services::app::{Caps, Controller, Controllers};
use indsigt::services::{App, register, staff};
use indsigt::sources::{Kind, Registry, SourceSettings};
use indsigt::store::{Store, backend};
use indsigt::web::render::Pages;
use indsigt::web::server;
use indsigt::web::state::{Settings, Web};
use indsigt::worker::Worker;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

/// The password of every colleague.
pub const PASSWORD: &str = "kaffe regnvejr cykel lampe";

/// A house that is open. Its web stops with it.
pub struct House {
    /// The house.
    pub app: Arc<App>,
    /// Does what follows from changes, when told to.
    pub worker: Worker,
    /// `http://127.0.0.1:port`.
    pub address: String,
    web: Option<(actix_web::dev::ServerHandle, std::thread::JoinHandle<()>)>,
    _runtime: tokio::runtime::Runtime,
    _shop: Option<Fresh>,
}

/// A colleague with what it takes to sign in.
pub struct Colleague {
    /// Staff id.
    pub id: String,
    /// Address.
    pub email: String,
    /// Second factor.
    pub secret: TotpSecret,
}

/// Slugs of both controllers.
const BOTH: &[&str] = &["musik", "musik-norden"];

impl House {
    /// Opens a house over these databases. Chinook lies in a database of the same kind and belongs
    /// to both controllers.
    pub fn on(databases: &Databases) -> House {
        House::open(databases, Vec::new(), BOTH, controllers())
    }

    /// The same with these controllers.
    pub fn with_controllers(databases: &Databases, controllers: Vec<Controller>) -> House {
        House::open(databases, Vec::new(), BOTH, controllers)
    }

    /// The same where the shop belongs to these controllers only.
    pub fn with_shop_of(databases: &Databases, controllers_of_shop: &[&str]) -> House {
        House::open(databases, Vec::new(), controllers_of_shop, controllers())
    }

    /// The same with a proxy of ours on this machine in front of it.
    pub fn behind_a_proxy(databases: &Databases) -> House {
        House::open(databases, Network::parse("127.0.0.1/32").into_iter().collect(), BOTH, controllers())
    }

    fn open(
        databases: &Databases,
        proxies: Vec<Network>,
        controllers_of_shop: &[&str],
        configured: Vec<Controller>,
    ) -> House {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let store = Store::open(databases.opening()).unwrap();
        let (shop, source) = chinook(databases, controllers_of_shop);
        let controllers = Controllers::enter(&store, configured).unwrap();
        let app = Arc::new(App {
            store,
            controllers,
            sources: Arc::new(Registry::new(vec![source]).unwrap()),
            hasher: indsigt::crypto::passwords::Hasher::new().unwrap(),
            checkpoint_folder: databases.folder().join("checkpoints"),
            public_url: address.clone(),
            caps: Caps::default(),
            is_demo: false,
        });
        keep_register(&app);
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let worker = Worker {
            app: app.clone(),
            transport: Arc::new(Transport::new(&MailSettings::Memory).unwrap()),
            message_domain: "example.test".into(),
            runtime: runtime.handle().clone(),
        };
        let web = serve(app.clone(), listener, &address, proxies);
        House { app, worker, address, web: Some(web), _runtime: runtime, _shop: shop }
    }

    /// Does everything that is due.
    pub fn drain(&self) {
        self.worker.drain().unwrap();
    }

    /// Every mail handed over so far: to whom, subject, text.
    pub fn mails(&self) -> Vec<(String, String, String)> {
        let Transport::Memory(memory) = &*self.worker.transport else {
            panic!("mail is kept in memory here")
        };
        memory.sent().into_iter().map(|m| (m.to, m.subject, m.text)).collect()
    }

    /// The newest mail to this address.
    pub fn newest_mail(&self, to: &str) -> (String, String) {
        let (_, subject, text) = self
            .mails()
            .into_iter()
            .rev()
            .find(|(address, ..)| address == to)
            .expect("no mail to this address");
        (subject, text)
    }

    /// The link in the newest mail to this address that holds `part`, as a path of ours.
    pub fn link(&self, to: &str, part: &str) -> String {
        let found = self
            .mails()
            .into_iter()
            .rev()
            .filter(|(address, ..)| address == to)
            .flat_map(|(_, _, text)| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
            .find(|word| word.starts_with(&self.address) && word.contains(part));
        let link = found.expect("no such link in a mail to this address");
        link.trim_start_matches(&self.address).trim_end_matches(['.', ',', '>', ')']).to_owned()
    }

    /// Adds a colleague who can sign in.
    pub fn colleague(&self, email: &str, name: &str, roles: &[Role], lang: Lang) -> Colleague {
        let invited = staff::invite(&self.app, &Actor::System, email, name, roles, lang).unwrap();
        let token = invited.link.rsplit('/').next().unwrap().to_owned();
        let secret = TotpSecret::generate();
        let code = secret.code_at(self.app.store.clock.now()).unwrap();
        staff::accept(&self.app, &token, PASSWORD, &secret, &totp::recovery_codes(), &code).unwrap();
        // the code of this step is used up
        self.app.store.clock.advance(chrono::Duration::seconds(30));
        Colleague { id: invited.id, email: email.to_owned(), secret }
    }

    /// A code of this colleague that was not used before: the clock moves on by one step.
    pub fn fresh_code(&self, colleague: &Colleague) -> String {
        self.app.store.clock.advance(chrono::Duration::seconds(30));
        colleague.secret.code_at(self.app.store.clock.now()).unwrap().to_string()
    }
}

impl Drop for House {
    fn drop(&mut self) {
        if let Some((handle, thread)) = self.web.take() {
            self._runtime.block_on(handle.stop(false));
            let _ = thread.join();
        }
    }
}

fn serve(
    app: Arc<App>,
    listener: TcpListener,
    address: &str,
    proxies: Vec<Network>,
) -> (actix_web::dev::ServerHandle, std::thread::JoinHandle<()>) {
    let settings = Settings {
        host: address.trim_start_matches("http://").to_owned(),
        is_https: false,
        is_tls: false,
        origin: address.to_owned(),
        proxies,
        demo_mails: None,
        demo_sign_ins: Vec::new(),
    };
    let web =
        Arc::new(Web { app, pages: Pages::load().unwrap(), settings, is_leaving: AtomicBool::new(false) });
    let (send, receive) = std::sync::mpsc::channel();
    let thread = std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let server = server::start(web, listener, None).unwrap();
            send.send(server.handle()).unwrap();
            server.await.unwrap();
        });
    });
    (receive.recv().unwrap(), thread)
}

/// A Danish and a Swedish controller.
pub fn controllers() -> Vec<Controller> {
    vec![
        controller("musik", "Musikhuset A/S", Country::Dk, chrono_tz::Europe::Copenhagen, Some(30)),
        controller("musik-norden", "Musikhuset Norden AB", Country::Se, chrono_tz::Europe::Stockholm, None),
    ]
}

fn controller(
    slug: &str,
    legal_name: &str,
    country: Country,
    zone: chrono_tz::Tz,
    promise_days: Option<u32>,
) -> Controller {
    let home = if country == Country::Dk { Lang::Da } else { Lang::Sv };
    let mut languages = vec![home];
    languages.extend(Lang::ALL.iter().copied().filter(|lang| *lang != home));
    Controller {
        id: String::new(),
        slug: slug.into(),
        legal_name: legal_name.into(),
        number: Some("00000000".into()),
        about: Default::default(),
        languages,
        address: Some("Eksempelvej 1\n0000 Demoby".into()),
        phone: Some("00 00 00 00".into()),
        email: Some("privatliv@musik.example".into()),
        web: Some("https://musik.example".into()),
        contact_person: Some("Karin Demo".into()),
        privacy_notice: Some("https://musik.example/privatliv".into()),
        sender: "privatliv@musik.example".into(),
        sender_name: legal_name.into(),
        authority: country,
        newsletter_days: 5,
        accent: None,
        fees: false,
        public_body: false,
        rules: Rules {
            country,
            profile: Profile::Eu,
            zone,
            promise_days,
            promise_pauses: false,
            four_eyes: true,
            ask_within_working_days: 3,
            keep: indsigt::domain::retention::Keep::months(12),
        },
    }
}

/// What the shop says it does with people's data.
fn keep_register(app: &App) {
    let text = std::fs::read_to_string(data("register.toml")).unwrap();
    let register = register::file::read(&text).unwrap().register;
    let newest = register::newest(app, &register.name).unwrap();
    // a house that opens again finds what was written there
    if newest.is_none() {
        register::keep(app, &Actor::System, &register, 0, "register.toml").unwrap();
    }
}

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/chinook").join(name)
}

/// Chinook in a database of the same kind as ours.
fn chinook(databases: &Databases, controllers: &[&str]) -> (Option<Fresh>, SourceSettings) {
    let (shop, kind, url) = match databases.kind {
        backend::Kind::Sqlite => {
            let copy = databases.folder().join("chinook.sqlite");
            std::fs::copy(data("Chinook_Sqlite.sqlite"), &copy).unwrap();
            (None, Kind::Sqlite, format!("sqlite:{}", copy.display()))
        }
        backend::Kind::Postgres => {
            let shop = Fresh::on(&super::postgres::address().unwrap());
            shop.fill(&chinook_dump());
            let url = shop.url.clone();
            (Some(shop), Kind::Postgres, url)
        }
    };
    let settings = SourceSettings {
        name: "webshop".into(),
        kind,
        url: url.into(),
        map_path: data("chinook.map.toml"),
        controllers: controllers.iter().map(|slug| (*slug).to_owned()).collect(),
        tls_ca: None,
        timeout: Duration::from_secs(60),
        row_cap: 10_000,
    };
    (shop, settings)
}

/// The dump without the lines that make and choose a database: a fresh one is there already.
fn chinook_dump() -> String {
    let dump = std::fs::read_to_string(data("Chinook_PostgreSql.sql")).unwrap();
    let ours = |line: &&str| {
        !line.starts_with("DROP DATABASE") && !line.starts_with("CREATE DATABASE") && !line.starts_with("\\c")
    };
    dump.trim_start_matches('\u{feff}').lines().filter(ours).collect::<Vec<_>>().join("\n")
}
