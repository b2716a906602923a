//! What single settings cannot know: whether they go together.

use super::kinds::{DatabaseUrl, MailTls, SourceKind, Transport, is_loopback};
use super::reader::nearest;
use super::{Config, Origin, Problem, Source};
use secrecy::ExposeSecret;
use std::collections::{BTreeMap, BTreeSet};

/// Notes every contradiction, at the line of the setting that should change.
pub fn run(config: &Config, origins: &BTreeMap<String, Origin>, problems: &mut Vec<Problem>) {
    let mut wrong = |key: &str, sentence: String| {
        let origin = origins.get(key).cloned().unwrap_or(Origin::Nowhere);
        problems.push(Problem { origin, sentence });
    };
    listening(config, &mut wrong);
    databases(config, &mut wrong);
    plain_databases(config, &mut wrong);
    mail(config, &mut wrong);
    controllers(config, &mut wrong);
    sources(config, &mut wrong);
}

fn listening(config: &Config, wrong: &mut impl FnMut(&str, String)) {
    let (listen, url) = (&config.listen, &config.general.public_url);
    let tls = match (&listen.tls_certificate, &listen.tls_key) {
        (Some(_), Some(_)) => true,
        (None, None) => false,
        (Some(_), None) => {
            return wrong(
                "listen.tls_certificate",
                "listen.tls_certificate needs listen.tls_key beside it.".into(),
            );
        }
        (None, Some(_)) => {
            return wrong("listen.tls_key", "listen.tls_key needs listen.tls_certificate beside it.".into());
        }
    };
    let guarded = tls || listen.address.ip().is_loopback() || !listen.behind_proxy.is_empty();
    if !guarded {
        wrong(
            "listen.address",
            format!(
                "listen.address {} would speak plain http to the network. Set listen.tls_certificate and \
                 listen.tls_key, name your proxy in listen.behind_proxy, or listen on 127.0.0.1.",
                listen.address
            ),
        );
    }
    if guarded && !tls && url.is_https() && !url.is_loopback() && listen.behind_proxy.is_empty() {
        wrong(
            "listen.behind_proxy",
            format!(
                "listen.address {} speaks plain http on this machine and public_url is https: something \
                 stands in front, and everybody would seem to come from it. Write listen.behind_proxy = \
                 [\"127.0.0.1/32\"], or the network your proxy calls from.",
                listen.address
            ),
        );
    }
    if !url.is_https() && !url.is_loopback() {
        wrong("public_url", "public_url must begin with https://, except on this machine.".into());
    } else if url.is_loopback()
        && guarded
        && (!listen.address.ip().is_loopback() || !listen.behind_proxy.is_empty())
    {
        wrong(
            "public_url",
            "public_url must be the address people use: links in letters are made from it.".into(),
        );
    }
}

fn databases(config: &Config, wrong: &mut impl FnMut(&str, String)) {
    let key = "database.key_store_url";
    match (config.database_url(), config.key_store_url()) {
        (DatabaseUrl::Postgres(_), DatabaseUrl::Sqlite(_)) if config.database.key_store_url.is_none() => wrong(
            key,
            "database.key_store_url must be set when database.url is PostgreSQL: every node needs the same keys."
                .into(),
        ),
        (DatabaseUrl::Postgres(main), DatabaseUrl::Postgres(keys)) => {
            let bare = |url: &str| url.split(['?', '#']).next().map(str::to_owned);
            if bare(main.expose_secret()) == bare(keys.expose_secret()) {
                wrong(key, "database.key_store_url must be another database than database.url.".into());
            }
        }
        (DatabaseUrl::Sqlite(main), DatabaseUrl::Sqlite(keys)) if main == keys => {
            wrong(key, "database.key_store_url must be another database than database.url.".into());
        }
        _ => {}
    }
}

/// Passwords, and what case keys are wrapped in, must not cross a network in plain text.
fn plain_databases(config: &Config, wrong: &mut impl FnMut(&str, String)) {
    if config.general.development {
        return;
    }
    for key in config.plain_databases() {
        // the host is not quoted: of a password with an @ in it, part is taken for the host
        let sentence = format!(
            "{key} would be spoken to in plain text over the network: take sslmode=disable away (database.tls_ca \
             names an authority of your own), or set development = true for a trial."
        );
        wrong(key, sentence);
    }
}

fn mail(config: &Config, wrong: &mut impl FnMut(&str, String)) {
    let mail = &config.mail;
    if mail.transport == Transport::File {
        if !config.general.development {
            wrong(
                "mail.transport",
                "mail.transport = \"file\" sends nothing to anybody, so it needs development = true.".into(),
            );
        }
        return;
    }
    match &mail.host {
        None => wrong("mail.host", "mail.host must be set: the name of your mail server.".into()),
        Some(host) if mail.tls == MailTls::None && !is_loopback(&host.0) => wrong(
            "mail.tls",
            "mail.tls = \"none\" would send mail in plain text over the network: use starttls or tls.".into(),
        ),
        Some(_) => {}
    }
    if mail.username.is_some() != mail.password.is_some() {
        wrong("mail.username", "mail.username and mail.password go together.".into());
    }
}

fn controllers(config: &Config, wrong: &mut impl FnMut(&str, String)) {
    if config.controllers.is_empty() {
        wrong("controller", "There is no [[controller]]: at least one organisation answers here.".into());
    }
    let mut slugs = BTreeSet::new();
    for (at, controller) in config.controllers.iter().enumerate() {
        if !slugs.insert(&controller.slug) {
            let sentence = format!("controller[{at}].slug {} stands twice.", controller.slug.0);
            wrong(&format!("controller[{at}].slug"), sentence);
        }
        if config.sender(controller).is_none() {
            let sentence = format!(
                "controller[{at}].sender must be set ({}), or mail.sender for all: letters come from it.",
                controller.slug.0
            );
            wrong(&format!("controller[{at}].slug"), sentence);
        }
    }
}

fn sources(config: &Config, wrong: &mut impl FnMut(&str, String)) {
    let mut names = BTreeSet::new();
    for (at, source) in config.sources.iter().enumerate() {
        if !names.insert(&source.name) {
            let sentence = format!("source[{at}].name {} stands twice.", source.name.0);
            wrong(&format!("source[{at}].name"), sentence);
        }
        let fits = matches!(
            (source.kind, &source.url),
            (SourceKind::Sqlite, DatabaseUrl::Sqlite(_)) | (SourceKind::Postgres, DatabaseUrl::Postgres(_))
        );
        if !fits {
            let sentence = format!("source[{at}].url is not the address of a {} source.", source.kind);
            wrong(&format!("source[{at}].url"), sentence);
        }
        // not even for a trial: what people trusted another system with is real
        if source.url.is_plain_over_the_network() {
            let sentence = format!(
                "source[{at}].url would be spoken to in plain text over the network: take sslmode=disable away."
            );
            wrong(&format!("source[{at}].url"), sentence);
        }
        belongs(config, at, source, wrong);
    }
}

/// A source says whose it is: a case of one controller is never searched in the data of another.
fn belongs(config: &Config, at: usize, source: &Source, wrong: &mut impl FnMut(&str, String)) {
    let known: Vec<&str> = config.controllers.iter().map(|c| c.slug.0.as_str()).collect();
    let Some(named) = &source.controllers else {
        if known.len() > 1 {
            let sentence = format!(
                "source[{at}].controllers must be set ({}): there are several controllers, and a source is searched \
                 only for those it belongs to.",
                source.name.0
            );
            wrong(&format!("source[{at}].name"), sentence);
        }
        return;
    };
    for slug in named.iter().filter(|slug| !known.contains(&slug.0.as_str())) {
        let near = nearest(&slug.0, &known).map_or_else(String::new, |near| format!(" Did you mean {near}?"));
        let sentence = format!("source[{at}].controllers: there is no [[controller]] \"{}\".{near}", slug.0);
        wrong(&format!("source[{at}].controllers"), sentence);
    }
}
