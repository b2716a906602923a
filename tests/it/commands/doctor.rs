//! `doctor`: says that all is well and ends with 0, or names what is wrong, where, and how it is
//! mended, and ends with 1.

use crate::crash::binary::{Ended, Installation, no_mail, of_both_kinds};
use crate::crash::sink::Sink;
use crate::support::postgres::{self, Fresh};
use std::net::SocketAddr;

/// One table of customers, mapped.
const MAP: &str = r#"
[source]
languages = ["en"]
label = { en = "The shop" }
searched = { en = "customers" }

[[table]]
name = "customer"
activity = "shop"
category = "customer"
label = { en = "Customer" }
legal_ground = "b"
key = ["id"]
identifier = [{ kind = "email", columns = ["email"], strength = "strong" }]
address = [{ channel = "email", columns = ["email"] }]
column = [
  { name = "id", label = { en = "Number" } },
  { name = "email", label = { en = "Mail" }, provided = true },
]
"#;

const TABLE: &str = "CREATE TABLE customer (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE)";

/// A shop of the same kind as the installation's own databases.
struct Shop {
    kind: &'static str,
    url: String,
    server: Option<Fresh>,
}

impl Shop {
    fn beside(house: &Installation) -> Shop {
        let shop = match house.url.starts_with("postgres") {
            true => {
                let server = Fresh::on(&postgres::address().unwrap());
                Shop { kind: "postgres", url: server.url.clone(), server: Some(server) }
            }
            false => {
                let url = format!("sqlite:{}", house.folder().join("shop.sqlite").display());
                Shop { kind: "sqlite", url, server: None }
            }
        };
        shop.sql(TABLE);
        shop
    }

    fn sql(&self, sql: &str) {
        match &self.server {
            Some(server) => server.fill(sql),
            None => {
                let path = self.url.trim_start_matches("sqlite:");
                rusqlite::Connection::open(path).unwrap().execute_batch(sql).unwrap();
            }
        }
    }
}

/// Everything as it should be: a connected shop, and the heads outside the data folder.
fn whole(house: &Installation, mail: SocketAddr, shop: &Shop) -> String {
    let folder = house.folder().display();
    std::fs::write(house.folder().join("shop.map.toml"), MAP).unwrap();
    let (kind, url) = (shop.kind, &shop.url);
    let more = format!(
        "\n[audit]\ncheckpoint_folder = \"{folder}/outside\"\n\n[[source]]\nname = \"webshop\"\nkind = \"{kind}\"\n\
         url = \"{url}\"\nmap = \"{folder}/shop.map.toml\"\n"
    );
    format!("{}{more}", house.configuration(mail))
}

fn doctor(house: &Installation) -> Ended {
    house.told(&["doctor"])
}

/// What it called wrong, one line each.
fn wrong(said: &Ended) -> Vec<&str> {
    said.out.lines().filter_map(|line| line.strip_prefix("WRONG  ")).collect()
}

#[test]
fn doctor_finds_nothing_wrong_with_what_is_right() {
    let sink = Sink::start();
    for house in of_both_kinds(sink.address()) {
        let shop = Shop::beside(&house);
        house.configure(&whole(&house, sink.address(), &shop));
        house.told(&["migrate"]).with(0);
        let said = doctor(&house).with(0).says(&[
            "the configuration can be used",
            "both databases answer",
            "the master key opens the key store",
            "the mail server 127.0.0.1:",
            "the source webshop (of shop) answers and fits its data map",
            "signed heads are outside",
        ]);
        // the account of the tests owns the server
        let owner = |line: &str| line.starts_with("look   ") && line.contains("our account may change");
        assert!(said.out.lines().all(|line| line.starts_with("ok     ") || owner(line)), "{}", said.out);
    }
}

#[test]
fn doctor_names_a_setting_that_does_not_exist_and_the_nearest_one() {
    let house = Installation::sqlite(no_mail());
    let bad = house.configuration(no_mail()).replace("legal_name", "legal_nme");
    house.configure(&bad);
    let line = bad.lines().position(|line| line.starts_with("legal_nme")).unwrap() + 1;
    let place = format!("line {line}: controller[0].legal_nme is no setting.");
    let said = doctor(&house).with(1);
    said.complains(&["indsigt.toml cannot be used", &place, "Did you mean controller[0].legal_name?"]);
}

#[test]
fn doctor_names_what_of_a_source_changed_and_the_line_of_its_map() {
    let sink = Sink::start();
    for house in of_both_kinds(sink.address()) {
        let shop = Shop::beside(&house);
        house.configure(&whole(&house, sink.address(), &shop));
        house.told(&["migrate"]).with(0);
        shop.sql("ALTER TABLE customer RENAME COLUMN email TO address");
        let said = doctor(&house).with(1);
        let line = MAP.lines().position(|line| line.starts_with("name = \"customer\"")).unwrap() + 1;
        let place = format!("source webshop, data map line {line}: ");
        let named = wrong(&said);
        assert!(named.iter().any(|w| w.starts_with(&place) && w.contains("“email”")), "{said:?}");
        assert!(named.iter().all(|w| w.starts_with("source webshop")), "{said:?}");

        // a table that nobody described is looked at, and is no failure
        shop.sql(
            "ALTER TABLE customer RENAME COLUMN address TO email; \
             CREATE TABLE diary (customer INTEGER REFERENCES customer (id), words TEXT)",
        );
        doctor(&house).with(0).says(&["look   source webshop", "diary"]);

        shop.sql("DROP TABLE diary; DROP TABLE customer");
        let said = doctor(&house).with(1);
        assert!(wrong(&said).iter().any(|w| w.contains("there is no table “customer”")), "{said:?}");
    }
}

#[test]
fn doctor_names_a_source_that_cannot_be_reached_and_tells_no_password() {
    let sink = Sink::start();
    let house = Installation::sqlite(sink.address());
    let shop = Shop::beside(&house);
    house.configure(&whole(&house, sink.address(), &shop));
    house.told(&["migrate"]).with(0);
    let nowhere = "postgres://reader:hunter2@127.0.0.1:9/shop?sslmode=disable";
    let away = whole(&house, sink.address(), &shop).replace("kind = \"sqlite\"", "kind = \"postgres\"");
    house.configure(&away.replace(&shop.url, nowhere));
    let said = doctor(&house).with(1);
    assert!(wrong(&said).iter().any(|w| w.contains("webshop")), "{said:?}");
    assert!(!format!("{said:?}").contains("hunter2"), "{said:?}");
}

#[test]
fn doctor_names_a_lost_key_store_and_makes_no_other() {
    let sink = Sink::start();
    let house = Installation::sqlite(sink.address());
    house.told(&["migrate"]).with(0);
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(house.folder().join(format!("keys.sqlite{ending}")));
    }
    let said = doctor(&house).with(1);
    assert!(wrong(&said)[0].starts_with("there is no key store at"), "{said:?}");
    assert!(wrong(&said)[0].contains("it must be restored"), "{said:?}");
    assert!(!house.folder().join("keys.sqlite").exists(), "it made a new one");

    let Some(server) = postgres::address() else { return };
    let house = Installation::postgres(&server, sink.address());
    house.told(&["migrate"]).with(0);
    let other = Fresh::on(&server);
    house.configure(&house.configuration(sink.address()).replace(&house.key_store_url, &other.url));
    let said = doctor(&house).with(1);
    assert!(wrong(&said)[0].contains("Restore the key store that belongs to this database"), "{said:?}");
}

#[test]
fn doctor_names_a_master_key_that_is_missing_or_of_another_installation() {
    let sink = Sink::start();
    for house in of_both_kinds(sink.address()) {
        house.told(&["migrate"]).with(0);
        let key = house.master_key_file();
        std::fs::remove_file(&key).unwrap();
        let said = doctor(&house).with(1);
        assert!(wrong(&said)[0].starts_with("there is no master key at"), "{said:?}");
        assert!(!key.exists(), "it made a new one");
        indsigt::crypto::keys::MasterKey::create(&key).unwrap();
        let said = doctor(&house).with(1);
        assert!(wrong(&said)[0].contains("not the key this installation"), "{said:?}");
    }
}

#[test]
fn doctor_names_a_mail_server_that_does_not_answer() {
    for house in of_both_kinds(no_mail()) {
        house.told(&["migrate"]).with(0);
        let said = doctor(&house).with(1);
        let [mail] = wrong(&said)[..] else { panic!("{said:?}") };
        assert!(mail.starts_with("the mail server 127.0.0.1:9 does not answer: check mail.host"), "{mail}");
    }
}

#[test]
fn doctor_names_a_mail_server_that_is_not_as_the_settings_want_it() {
    // no TLS there, and no sign-in
    let sink = Sink::start();
    let house = Installation::sqlite(sink.address());
    house.told(&["migrate"]).with(0);
    let plain = house.configuration(sink.address());
    assert!(plain.contains("tls = \"none\""), "{plain}");
    let over_tls = plain.replace("tls = \"none\"", "tls = \"starttls\"");
    let with_name =
        plain.replace("tls = \"none\"", "tls = \"none\"\nusername = \"us\"\npassword = \"secret\"");
    for settings in [over_tls, with_name] {
        house.configure(&settings);
        let said = doctor(&house).with(1);
        let [mail] = wrong(&said)[..] else { panic!("{said:?}") };
        assert!(mail.contains("answers, but not as the settings want it"), "{mail}");
        assert!(mail.contains("check mail.tls") && !mail.contains("secret"), "{mail}");
    }
    assert!(sink.received().is_empty(), "no mail is sent to try it out");
}

#[test]
fn doctor_names_a_certificate_that_cannot_be_read() {
    let sink = Sink::start();
    let house = Installation::sqlite(sink.address());
    house.told(&["migrate"]).with(0);
    let folder = house.folder().display();
    let tls = format!("[listen]\ntls_certificate = \"{folder}/cert.pem\"\ntls_key = \"{folder}/key.pem\"");
    house.configure(&house.configuration(sink.address()).replace("[listen]", &tls));
    let said = doctor(&house).with(1);
    let [line] = wrong(&said)[..] else { panic!("{said:?}") };
    assert!(line.contains("certificate of the web") && line.contains("cert.pem"), "{line}");
}
