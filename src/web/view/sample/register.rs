//! Samples of the register's pages.

use super::{Sample, at, desk, on, sample};
use crate::domain::language::Lang;
use crate::services::register::article30::{
    Abroad, Contact, Given, Party, Processing, Record, Service, Source,
};
use crate::web::view::Said;
use crate::web::view::desk::register::{
    Article30, ChangeLine, Entry, FormField, History, Line, List, Of, Overview, Problem, VersionLine,
};
use crate::web::view::parts::{Choice, FieldError};
use crate::web::view::shell::Place;

pub(super) fn all() -> Vec<Sample> {
    let empty = Overview { of: None, problems: vec![], sections: vec![], ..overview() };
    vec![
        sample("register", overview()),
        sample("register_none", empty),
        sample("register_list", list()),
        sample("register_entry", entry()),
        sample("register_history", history()),
        sample("article_30", article_30()),
    ]
}

fn of() -> Of {
    Of {
        name: "nordlys".into(),
        version: 7,
        made_at: at("2026-11-03T10:12:00+01:00"),
        made_by: "Karin Demo".into(),
        can_edit: true,
    }
}

fn choice(value: &str, name: &str, chosen: bool) -> Choice {
    Choice { value: value.into(), name: name.into(), chosen }
}

fn problem(kind: &str, detail: &str) -> Said {
    let field = Said::new("register-field-mechanism");
    Said::new(format!("register-problem-{kind}")).with("field", field).with("detail", detail)
}

fn overview() -> Overview {
    Overview {
        desk: desk(Place::Register),
        of: Some(of()),
        others: vec!["norden".into()],
        can_edit: true,
        controllers: vec![choice("nordlys", "Nordlys Handel A/S", false)],
        problems: vec![Problem {
            entry: "Brevduen Inc.".into(),
            said: problem("lapsed", "2020-07-15"),
            href: "/desk/register/of/nordlys/transfer/entry?code=brevduen-us".into(),
            is_grave: true,
        }],
        sections: vec![("activity".into(), 4), ("recipient".into(), 3)],
        errors: vec![],
    }
}

fn list() -> List {
    let line = |code: &str, title: &str, problems| Line { code: code.into(), title: title.into(), problems };
    List {
        desk: desk(Place::Register),
        of: of(),
        section: "activity".into(),
        entries: vec![line("shop", "Webshop orders", 0), line("newsletter", "Newsletter", 2)],
    }
}

fn entry() -> Entry {
    let field = |name: &str, label: &str, kind, value: &str| FormField {
        name: name.into(),
        label: label.into(),
        kind,
        value: value.into(),
        options: vec![choice("a", "Consent (a)", true), choice("b", "Contract (b)", false)],
        lang: String::new(),
        optional: kind == "date",
        fixed: name == "code",
    };
    Entry {
        desk: desk(Place::Register),
        of: Some(of()),
        section: "activity".into(),
        code: "newsletter".into(),
        title: "Newsletter".into(),
        fields: vec![
            field("code", "Code", "line", "newsletter"),
            field("purposes.en", "What it is for (English)", "text", "To send offers and news"),
            field("basis", "Legal grounds 1", "head", ""),
            field("basis.0.article_6", "Article 6(1)", "choice", "a"),
            field("recipients", "Recipients", "ticks", ""),
            field("marketing", "Direct marketing", "yes", "yes"),
            field("precedence", "Which rule wins", "number", "10"),
            field("from", "First day", "date", "2026-01-01"),
        ],
        errors: vec![FieldError::new("main", Said::new("error-register-stale"))],
        changed: changes(),
        rights: vec!["access".into(), "erasure".into()],
    }
}

fn changes() -> Vec<ChangeLine> {
    let line = |field: &str, before: Option<&str>, after: Option<&str>| ChangeLine {
        section: "activity".into(),
        code: "newsletter".into(),
        field: field.into(),
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
    };
    vec![
        line("What it is for (English)", Some("To send news"), Some("To send offers and news")),
        line("", None, Some("newsletter")),
        line("", Some("newsletter"), None),
    ]
}

fn history() -> History {
    let versions = [(7, changes()), (6, vec![])].map(|(version, changes)| VersionLine {
        version,
        made_at: at("2026-11-03T10:12:00+01:00"),
        made_by: "Karin Demo".into(),
        what: "activity newsletter".into(),
        sha256: "ab".repeat(32),
        changes,
    });
    History { desk: desk(Place::Register), of: of(), versions: versions.into() }
}

fn article_30() -> Article30 {
    let party = |name: &str| Party {
        name: name.into(),
        number: Some("00000000".into()),
        country: Some("DK".into()),
        contact: Some("Eksempelvej 1\n0000 Demoby".into()),
    };
    let abroad = || Abroad {
        recipient: "Brevduen Inc.".into(),
        country: "US".into(),
        safeguard: "EU–US Privacy Shield".into(),
        is_valid: false,
    };
    let record = Record {
        format: "indsigt-article-30",
        version: 1,
        language: Lang::En,
        made_on: on("2026-11-22"),
        register: Source { name: "nordlys".into(), version: 7, sha256: "ab".repeat(32) },
        controller: party("Nordlys Handel A/S"),
        contacts: vec![Contact {
            role: "Person responsible".into(),
            name: "Karin Demo".into(),
            contact: "privatliv@nordlys.example".into(),
        }],
        joint_controllers: vec![party("Nordlys Norden AB")],
        as_controller: vec![Processing {
            code: "newsletter".into(),
            name: "Newsletter".into(),
            purposes: "To send offers and news".into(),
            grounds: vec!["Consent (a)".into()],
            subjects: vec!["Readers".into()],
            categories: vec!["Name and e-mail".into()],
            recipients: vec![Given {
                name: "Brevduen Inc.".into(),
                category: "Processor".into(),
                does: "sends the newsletter".into(),
                country: "US".into(),
                agreement: "Standard terms".into(),
            }],
            transfers: vec![abroad()],
            time_limits: vec!["Five days after unsubscribing".into()],
            measures: vec!["Only colleagues who need it have access.".into()],
        }],
        as_processor: vec![Service {
            code: "hosting".into(),
            name: "Web hosting for shops".into(),
            controllers: vec![party("En anden butik ApS")],
            processing: "Hosting".into(),
            transfers: vec![],
            measures: vec![],
        }],
    };
    Article30 {
        desk: desk(Place::Register),
        controller: "Nordlys Handel A/S".into(),
        record: Some(record),
        controllers: vec![
            choice("nordlys", "Nordlys Handel A/S", true),
            choice("nordlys-norden", "Nordlys Norden AB", false),
        ],
    }
}
