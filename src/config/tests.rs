//! The configuration: what is read, what is refused, and that secrets stay unsaid.

use super::kinds::{DatabaseUrl, LogFormat, Slug, Transport};
use super::*;
use crate::domain::calendar::{Country, Profile};
use crate::domain::language::Lang;
use secrecy::ExposeSecret;
use std::io::Write;

const EXAMPLE: &str = include_str!("../../indsigt.example.toml");

const LEAST: &str = r#"
mail.host = "mail.example.com"
[[controller]]
slug = "shop"
legal_name = "Shop AB"
country = "SE"
sender = "privacy@example.com"
"#;

fn env(pairs: &[(&str, &str)]) -> Environment {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn parsed(text: &str) -> Config {
    Config::parse(text, &env(&[])).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn refused(text: &str, pairs: &[(&str, &str)]) -> Vec<String> {
    let problems = Config::parse(text, &env(pairs)).map(|_| ()).unwrap_err();
    problems.iter().map(ToString::to_string).collect()
}

/// The least configuration with more before its first section.
fn with(more: &str) -> String {
    format!("{more}\n{LEAST}")
}

#[test]
fn the_least_configuration_gets_the_documented_defaults() {
    let config = parsed(LEAST);
    assert_eq!(config.general.public_url.as_str(), "http://127.0.0.1:8080");
    assert_eq!(config.listen.address.to_string(), "127.0.0.1:8080");
    assert!(
        matches!(config.database_url(), DatabaseUrl::Sqlite(path) if path == Path::new("data/indsigt.db"))
    );
    assert!(matches!(config.key_store_url(), DatabaseUrl::Sqlite(path) if path == Path::new("data/keys.db")));
    assert_eq!(config.database_url().address().expose_secret(), "sqlite:data/indsigt.db");
    assert_eq!(config.master_key_file(), Path::new("data/master.key"));
    assert_eq!((config.mail.transport, config.mail_port()), (Transport::Smtp, 587));
    assert_eq!(config.log.format, LogFormat::Json);
    let controller = &config.controllers[0];
    assert_eq!(controller.languages()[0], Lang::Sv);
    assert_eq!(controller.authority(), Country::Se);
    let rules = controller.rules();
    assert_eq!(
        (rules.country, rules.profile, rules.zone.name()),
        (Country::Se, Profile::Eu, "Europe/Stockholm")
    );
    assert_eq!((rules.promise_days, rules.promise_pauses), (Some(30), false));
    assert_eq!((rules.four_eyes, rules.ask_within_working_days), (true, 3));
    assert_eq!(controller.keep_months.0, 12);
}

#[test]
fn every_setting_is_documented_and_none_with_a_default_is_required() {
    for setting in Config::describe().filter(|setting| setting.default.is_some()) {
        assert!(!setting.required, "{}", setting.key());
    }
    assert!(Config::describe().count() > 50);
    for setting in Config::describe() {
        assert!(setting.doc.trim().ends_with('.'), "{} has no doc", setting.key());
    }
}

#[test]
fn the_example_is_a_configuration_and_names_every_setting_once() {
    let config = parsed(EXAMPLE);
    assert_eq!(config.controllers[0].slug, Slug("example".into()));
    let mut section = String::new();
    let mut named = Vec::new();
    for line in EXAMPLE.lines() {
        if let Some(header) = line.strip_prefix('[') {
            section = header.trim_matches(['[', ']']).to_owned();
        }
        if let Some((name, _)) = line.trim_start_matches("# ").split_once(" = ")
            && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        {
            named.push(if section.is_empty() { name.to_owned() } else { format!("{section}.{name}") });
        }
    }
    let known: Vec<String> = Config::describe().map(Setting::key).collect();
    assert_eq!(named, known);
}

#[test]
fn the_example_shows_the_true_defaults() {
    let shown: String = EXAMPLE.replace("# promise_days = 30", "promise_days = 30");
    for setting in Config::describe() {
        let Some(default) = setting.default.filter(|default| !default.is_empty()) else { continue };
        let line = |quote: &str| format!("{} = {quote}{default}{quote}", setting.name);
        let differs = ["public_url", "address"].contains(&setting.name); // shown as a real installation has them
        assert!(differs || shown.contains(&line("")) || shown.contains(&line("\"")), "{}", setting.key());
    }
}

#[test]
fn an_unknown_key_is_refused_with_its_line_and_the_nearest_name() {
    let text = with(
        "public_ulr = \"https://x.example\"\nzebra = 1\n[lisen]\nadress = \"127.0.0.1:1\"\n[listen]\nadress = 1\n[limits]",
    );
    let text = text.replace("mail.host", "host");
    let said = refused(&text, &[("INDSIGT_LOG__FORMATT", "text"), ("INDSIGT_MAIL__HOST", "m.example")]);
    assert_eq!(
        said,
        [
            "line 1: public_ulr is no setting. Did you mean public_url?",
            "line 2: zebra is no setting.",
            "line 3: lisen is no setting. Did you mean listen?",
            "line 6: listen.adress is no setting. Did you mean listen.address?",
            "line 9: limits.host is no setting.",
            "INDSIGT_LOG__FORMATT: log.formatt is no setting. Did you mean log.format?",
        ]
    );
    let said = refused(&format!("{LEAST}lega_name = 1\n"), &[]);
    assert_eq!(
        said,
        ["line 8: controller[0].lega_name is no setting. Did you mean controller[0].legal_name?"]
    );
}

#[test]
fn a_closed_case_is_kept_for_a_number_of_months() {
    assert_eq!(parsed(&format!("{LEAST}keep_months = 36\n")).controllers[0].keep_months.0, 36);
    let said = refused(&format!("{LEAST}keep_months = 0\n"), &[]);
    assert_eq!(said, ["line 8: controller[0].keep_months is a number from 1 to 120, not \"0\"."]);
}

#[test]
fn how_long_a_closed_case_is_kept_may_differ_by_how_it_ended() {
    use crate::domain::outcome::Outcome;
    let table = |inside: &str| format!("{LEAST}keep_months_by_outcome = {{ {inside} }}\n");
    let keep = parsed(&table("not_a_request = 3, refused = 36")).controllers[0].keep();
    let months = |outcome| keep.of(Some(outcome));
    assert_eq!((months(Outcome::NotARequest), months(Outcome::Refused)), (3, 36));
    assert_eq!((months(Outcome::Fulfilled), keep.longest()), (12, 36));
    let unknown = refused(&table("answered = 3"), &[]);
    assert!(unknown[0].contains("has the outcomes fulfilled, partly_fulfilled"), "{unknown:?}");
    assert!(unknown[0].ends_with("not_a_request, not \"answered\"."), "{unknown:?}");
    let beyond = refused(&table("refused = 121"), &[]);
    assert_eq!(
        beyond,
        [
            "line 8: controller[0].keep_months_by_outcome has refused, which is a number from 1 to 120, not \"121\"."
        ]
    );
    let alone = refused(&format!("{LEAST}keep_months_by_outcome = 3\n"), &[]);
    assert!(alone[0].contains("has a number per outcome"), "{alone:?}");
}

#[test]
fn everything_wrong_is_said_at_once_in_the_order_of_the_file() {
    let said = refused(
        "development = \"yes\"\n[listen]\naddress = \"nowhere\"\nbehind_proxy = [\"10.0.0.1/8\"]\n[limits]\nlink_days = 8\n\
         [[controller]]\nslug = \"Shop!\"\ncountry = \"NO\"\nzone = \"Mars/Base\"\nprivacy_notice = \"javascript:alert(1)\"\n\
         accent = \"red\"\nsender = \"a@b.example\\r\\nBcc: c@d.example\"\nlanguages = [\"da\", \"de\"]\npromise_days = 400\nabout = { no = \"x\" }\n",
        &[],
    );
    assert_eq!(
        said,
        [
            "line 1: development is true or false, not \"yes\".",
            "line 3: listen.address is an address with a port such as 127.0.0.1:8080, not \"nowhere\".",
            "line 4: listen.behind_proxy holds networks such as 10.0.0.0/8, not \"10.0.0.1/8\".",
            "line 6: limits.link_days is a number from 1 to 7, not \"8\".",
            "line 8: controller[0].slug is a name of a–z, 0–9 and hyphens, at most 40 long, not \"Shop!\".",
            "line 9: controller[0].country is DK or SE, not \"NO\".",
            "line 10: controller[0].zone is a time zone such as Europe/Copenhagen, not \"Mars/Base\".",
            "line 11: controller[0].privacy_notice is an address that begins with https://, not \"javascript:alert(1)\".",
            "line 12: controller[0].accent is a colour such as #11586f, not \"red\".",
            "line 13: controller[0].sender holds control characters or line breaks.",
            "line 14: controller[0].languages holds da, sv and en, not \"de\".",
            "line 15: controller[0].promise_days is a number of days up to 366, or \"none\", not \"400\".",
            "line 16: controller[0].about has the languages da, sv and en, not \"no\".",
            "controller[0].legal_name must be set.",
        ]
    );
}

#[test]
fn what_is_not_toml_is_told_by_line_and_never_quoted() {
    let said = refused("data_dir = \"x\"\n[database]\nurl = \"postgres://u:hunter2@h/d\n", &[]);
    assert!(said[0].starts_with("line 3: this is not TOML: "), "{said:?}");
    assert!(!said.concat().contains("hunter2"));
    assert!(refused("a = 1\na = 2\n", &[])[0].starts_with("line 2: this is not TOML: "));
}

#[test]
fn the_environment_is_laid_over_the_file() {
    let text = format!("{LEAST}[[source]]\nname = \"web-shop\"\nkind = \"sqlite\"\nmap = \"m.toml\"\n");
    let given = env(&[
        ("INDSIGT_DATA_DIR", "/var/lib/indsigt"),
        ("INDSIGT_LISTEN__BEHIND_PROXY", "10.0.0.0/8, fd00::/8"),
        ("INDSIGT_PUBLIC_URL", "https://privacy.example.com/"),
        ("INDSIGT_CONTROLLER__0__LANGUAGES", "en,sv"),
        ("INDSIGT_CONTROLLER__SHOP__PROMISE_DAYS", "none"),
        ("INDSIGT_CONTROLLER__SHOP__ABOUT__EN", "We sell music."),
        ("INDSIGT_SOURCE__WEB_SHOP__URL", "sqlite:///srv/shop.db"),
        ("INDSIGT_KEYS__MASTER_KEY_FILE", "/etc/master.key"),
        ("INDSIGT_CONFIG", "elsewhere.toml"),
        ("INDSIGT_TEST_ANYTHING", "is not ours"),
        ("PATH", "/bin"),
    ]);
    let config = Config::parse(&text, &given).unwrap_or_else(|problems| panic!("{problems:?}"));
    assert_eq!(config.checkpoint_folder(), Path::new("/var/lib/indsigt/checkpoints"));
    assert_eq!(config.listen.behind_proxy.len(), 2);
    assert_eq!(config.general.public_url.as_str(), "https://privacy.example.com");
    assert_eq!(config.general.public_url.host(), "privacy.example.com");
    assert_eq!(config.controllers[0].languages(), [Lang::En, Lang::Sv]);
    assert_eq!(config.controllers[0].rules().promise_days, None);
    assert_eq!(config.controllers[0].about.as_ref().unwrap()[&Lang::En].0, "We sell music.");
    assert!(matches!(&config.sources[0].url, DatabaseUrl::Sqlite(path) if path == Path::new("/srv/shop.db")));
    assert_eq!(
        config.master_key_file(),
        Path::new("/etc/master.key"),
        "a setting of its own, no secret in a file"
    );
    assert_eq!(Config::path(None, &given), Path::new("elsewhere.toml"));
    assert_eq!(Config::path(Some(Path::new("given.toml")), &given), Path::new("given.toml"));
    assert_eq!(Config::path(None, &env(&[])), Path::new("indsigt.toml"));
    assert_eq!(
        refused(LEAST, &[("INDSIGT_CONTROLLER__OTHER__PHONE", "1"), ("INDSIGT_MAIL", "x")]),
        [
            "INDSIGT_CONTROLLER__OTHER__PHONE: there is no [[controller]] \"other\" in the file to add to.",
            "INDSIGT_MAIL: mail is a section, written [mail].",
            "mail.host must be set: the name of your mail server."
        ]
    );
}

#[test]
fn a_secret_can_stand_in_a_file_of_its_own_and_nothing_else_can() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    writeln!(file, "hunter2").unwrap();
    let path = file.path().to_str().unwrap();
    let given = env(&[("INDSIGT_MAIL__USERNAME", "u"), ("INDSIGT_MAIL__PASSWORD_FILE", path)]);
    let config = Config::parse(LEAST, &given).unwrap();
    assert_eq!(config.mail.password.as_ref().unwrap().expose_secret(), "hunter2");

    assert_eq!(
        refused(LEAST, &[("INDSIGT_MAIL__HOST_FILE", path)]),
        ["INDSIGT_MAIL__HOST_FILE: only secrets are read from files; mail__host is none."]
    );
    let twice = [("INDSIGT_DATABASE__URL_FILE", path), ("INDSIGT_DATABASE__URL", "sqlite:x.db")];
    assert!(
        refused(LEAST, &twice)
            .contains(&"INDSIGT_DATABASE__URL_FILE: the same secret is also given without _FILE.".to_owned())
    );
    let missing = [("INDSIGT_DATABASE__URL_FILE", "/nowhere/at/all")];
    assert!(
        refused(LEAST, &missing)[0].starts_with("INDSIGT_DATABASE__URL_FILE: cannot read /nowhere/at/all: ")
    );
}

#[test]
fn no_secret_is_shown_by_debug_or_by_a_problem() {
    const CANARY: &str = "p@ss$word";
    let url = format!("postgres://indsigt:{CANARY}@db.example/main");
    let keys = format!("postgres://indsigt:{CANARY}@db.example/keys");
    let source =
        format!("{LEAST}[[source]]\nname = \"s\"\nkind = \"postgres\"\nmap = \"m\"\nurl = \"{url}\"\n");
    let pairs = [
        ("INDSIGT_DATABASE__URL", url.as_str()),
        ("INDSIGT_DATABASE__KEY_STORE_URL", keys.as_str()),
        ("INDSIGT_MAIL__USERNAME", "u"),
        ("INDSIGT_MAIL__PASSWORD", CANARY),
    ];
    let config = Config::parse(&source, &env(&pairs)).unwrap_or_else(|problems| panic!("{problems:?}"));
    assert!(!format!("{config:?} {config:#?}").contains(CANARY));
    for key in ["INDSIGT_DATABASE__URL", "INDSIGT_DATABASE__KEY_STORE_URL", "INDSIGT_SOURCE__S__URL"] {
        let said = refused(&source, &[(key, &format!("mysql://u:{CANARY}@h/d"))]);
        assert!(!said.is_empty() && !said.concat().contains(CANARY), "{said:?}");
    }
    let secret: Vec<String> = Config::describe().filter(|s| s.secret).map(Setting::variable).collect();
    assert_eq!(
        secret,
        [
            "INDSIGT_DATABASE__URL",
            "INDSIGT_DATABASE__KEY_STORE_URL",
            "INDSIGT_MAIL__PASSWORD",
            "INDSIGT_SOURCE__*__URL"
        ]
    );
}

#[test]
fn plain_http_is_for_loopback_and_for_proxies_we_named() {
    let open = "public_url = \"https://p.example\"\nlisten.address = \"0.0.0.0:80\"";
    let said = refused(&with(open), &[]);
    assert_eq!(said.len(), 1);
    assert!(said[0].starts_with("line 2: listen.address 0.0.0.0:80 would speak plain http to the network."));
    parsed(&with(&format!("{open}\nlisten.behind_proxy = [\"10.0.0.0/8\"]")));
    // somebody stands in front, and everybody would be counted as that one
    let here = "public_url = \"https://p.example\"\nlisten.address = \"127.0.0.1:8080\"";
    let said = refused(&with(here), &[]);
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("Write listen.behind_proxy = [\"127.0.0.1/32\"]"), "{said:?}");
    parsed(&with(&format!("{here}\nlisten.behind_proxy = [\"127.0.0.1/32\"]")));
    parsed(&with(&format!("{here}\nlisten.tls_certificate = \"c.pem\"\nlisten.tls_key = \"k.pem\"")));
    parsed(&with(&format!("{open}\nlisten.tls_certificate = \"c.pem\"\nlisten.tls_key = \"k.pem\"")));
    assert_eq!(
        refused(&with(&format!("{open}\nlisten.tls_certificate = \"c.pem\"")), &[]),
        ["line 3: listen.tls_certificate needs listen.tls_key beside it."]
    );
    assert_eq!(
        refused(&with(&format!("{open}\nlisten.tls_key = \"k.pem\"")), &[]),
        ["line 3: listen.tls_key needs listen.tls_certificate beside it."]
    );
    assert_eq!(
        refused(&with("public_url = \"http://p.example\""), &[]),
        ["line 1: public_url must begin with https://, except on this machine."]
    );
    assert_eq!(
        refused(&with("listen.behind_proxy = [\"10.0.0.0/8\"]"), &[]),
        ["public_url must be the address people use: links in letters are made from it."]
    );
    for odd in [
        "https://",
        "https://u@p.example",
        "https://p.example?x",
        "https://p example",
        "https://p:99999",
        "//p.example",
    ] {
        assert_eq!(refused(&with(&format!("public_url = \"{odd}\"")), &[]).len(), 1, "{odd}");
    }
}

#[test]
fn mail_is_never_plain_over_the_network_and_never_a_folder_in_earnest() {
    assert_eq!(
        refused(&with("mail.tls = \"none\""), &[]),
        ["line 1: mail.tls = \"none\" would send mail in plain text over the network: use starttls or tls."]
    );
    let local = LEAST.replace("mail.example.com", "127.0.0.1");
    assert_eq!(parsed(&format!("mail.tls = \"none\"\n{local}")).mail_port(), 25);
    assert_eq!(
        refused(&with("mail.transport = \"file\""), &[]),
        ["line 1: mail.transport = \"file\" sends nothing to anybody, so it needs development = true."]
    );
    parsed(&with("development = true\nmail.transport = \"file\""));
    assert_eq!(
        refused(&with("mail.username = \"u\""), &[]),
        ["line 1: mail.username and mail.password go together."]
    );
}

#[test]
fn the_key_store_is_another_database() {
    let same = "database.url = \"sqlite:a.db\"\ndatabase.key_store_url = \"sqlite:a.db\"";
    let said = ["line 2: database.key_store_url must be another database than database.url."];
    assert_eq!(refused(&with(same), &[]), said);
    let same = "database.url = \"postgres://h/a?x=1\"\ndatabase.key_store_url = \"postgres://h/a\"";
    assert_eq!(refused(&with(same), &[]), said);
    assert_eq!(
        refused(&with("database.url = \"postgres://h/a\""), &[]),
        [
            "database.key_store_url must be set when database.url is PostgreSQL: every node needs the same keys."
        ]
    );
    for odd in ["mysql://h/a", "indsigt.db", "sqlite:", "sqlite::memory:"] {
        assert_eq!(
            refused(&with(&format!("database.url = \"{odd}\"")), &[]),
            ["line 1: database.url begins with sqlite: and a path, or with postgres://."]
        );
    }
}

#[test]
fn a_database_on_another_machine_is_never_spoken_to_in_plain_text() {
    let both = |main: &str, keys: &str| {
        format!(
            "database.url = \"postgres://u:hunter2@{main}\"\ndatabase.key_store_url = \"postgres://u@{keys}\""
        )
    };
    let said = refused(&with(&both("db.example/a?sslmode=disable", "192.0.2.7/b?sslmode=disable")), &[]);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].starts_with("line 1: database.url would be spoken to in plain text"), "{said:?}");
    assert!(said[1].starts_with("line 2: database.key_store_url would be"), "{said:?}");
    assert!(!said.concat().contains("hunter2"));
    // one of several hosts, and the number that stands for a name
    for odd in ["localhost,db.example/a?sslmode=disable", "localhost/a?hostaddr=192.0.2.7&sslmode=disable"] {
        assert_eq!(refused(&with(&both(odd, "localhost/b")), &[]).len(), 1, "{odd}");
    }
    for fine in [
        "127.0.0.1/a?sslmode=disable",
        "localhost:5433/a?sslmode=disable",
        "[::1]/a?sslmode=disable",
        "%2Frun%2Fpostgresql/a?sslmode=disable",
        "db.example/a",
        "db.example/a?sslmode=require",
        "db.example/a?sslmode=verify-full",
    ] {
        parsed(&with(&both(fine, "localhost/b")));
    }
    let trial = format!("development = true\n{}", both("db.example/a?sslmode=disable", "localhost/b"));
    assert_eq!(parsed(&with(&trial)).plain_databases(), ["database.url"], "doctor names it");
    // of a password with an @ in it, part is taken for the host
    let odd = "postgres://u:p@ss$word@db.example/a?sslmode=disable";
    let said = refused(
        &with(&format!("{}\ndatabase.url = \"{odd}\"", "database.key_store_url = \"sqlite:k\"")),
        &[],
    );
    assert!(said.len() == 1 && !said[0].contains("ss$word"), "{said:?}");
    let source = "[[source]]\nname = \"a\"\nkind = \"postgres\"\nmap = \"m\"\n\
                  url = \"postgres://db.example/a?sslmode=disable\"\n";
    for trial in ["", "development = true"] {
        let said = refused(&format!("{}{source}", with(trial)), &[]);
        assert_eq!(said.len(), 1);
        assert!(said[0].contains("source[0].url would be spoken to in plain text"), "{said:?}");
    }
}

#[test]
fn controllers_and_sources_are_told_apart_by_their_names() {
    assert_eq!(
        refused("mail.host = \"m.example\"\n", &[]),
        ["There is no [[controller]]: at least one organisation answers here."]
    );
    let second = LEAST.replace("mail.host = \"mail.example.com\"", "").replace("sender", "email");
    assert_eq!(
        refused(&format!("{LEAST}{second}"), &[]),
        [
            "line 11: controller[1].slug shop stands twice.",
            "line 11: controller[1].sender must be set (shop), or mail.sender for all: letters come from it.",
        ]
    );
    let source = "[[source]]\nname = \"a\"\nkind = \"postgres\"\nurl = \"sqlite:x\"\nmap = \"m\"\n";
    assert_eq!(
        refused(&format!("{LEAST}{source}{}", source.replace("sqlite:x", "postgres://h/d")), &[]),
        [
            "line 11: source[0].url is not the address of a postgres source.",
            "line 14: source[1].name a stands twice."
        ]
    );
    assert_eq!(
        refused(
            &format!(
                "{LEAST}{}",
                source.replace("map = \"m\"", "map = \"m\"\ncontrollers = [\"shpo\", \"shpo\"]")
            ),
            &[]
        ),
        ["line 13: source[0].controllers names shpo twice."]
    );
    assert_eq!(
        refused(&with("source = 1"), &[]),
        ["line 1: source is a section for each, written [[source]]."]
    );
    assert_eq!(refused(&with("listen = 1"), &[]), ["line 1: listen is a section, written [listen]."]);
}

#[test]
fn a_source_belongs_to_the_controllers_it_names_or_to_the_only_one() {
    let source = "[[source]]\nname = \"a\"\nkind = \"sqlite\"\nurl = \"sqlite:x\"\nmap = \"m\"\n";
    let slugs = |config: &Config| {
        config.sources[0].controllers(config).into_iter().map(|slug| slug.0).collect::<Vec<_>>()
    };
    assert_eq!(slugs(&parsed(&format!("{LEAST}{source}"))), ["shop"]);
    let club = "[[controller]]\nslug = \"club\"\nlegal_name = \"Club\"\ncountry = \"DK\"\nsender = \"a@b.example\"\n";
    let two = format!("{LEAST}{club}{source}");
    assert_eq!(
        refused(&two, &[]),
        [
            "line 14: source[0].controllers must be set (a): there are several controllers, and a source is searched \
          only for those it belongs to."
        ]
    );
    assert_eq!(slugs(&parsed(&format!("{two}controllers = [\"club\"]\n"))), ["club"]);
    let given = env(&[("INDSIGT_SOURCE__A__CONTROLLERS", "club, shop")]);
    assert_eq!(slugs(&Config::parse(&two, &given).unwrap()), ["club", "shop"]);
    assert_eq!(
        refused(&format!("{two}controllers = [\"clubb\", \"zebra\"]\n"), &[]),
        [
            "line 18: source[0].controllers: there is no [[controller]] \"clubb\". Did you mean club?",
            "line 18: source[0].controllers: there is no [[controller]] \"zebra\".",
        ]
    );
    assert_eq!(
        refused(&format!("{two}controllers = []\n"), &[]),
        ["line 18: source[0].controllers names at least one."]
    );
}

#[test]
fn a_missing_file_is_said_with_what_to_do() {
    let problems = Config::load(Some(Path::new("/nowhere/indsigt.toml")), &env(&[])).map(|_| ()).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert!(problems[0].to_string().starts_with("Cannot read /nowhere/indsigt.toml: "));
}
