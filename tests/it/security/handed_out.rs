//! Everything that opens something (tokens of sessions and links, codes, passwords, second factors)
//! is handed out once and kept by nobody: after every chapter of a whole story, both databases and
//! every file are searched for each of them (R35).

use super::visitor::{Visitor, mailed_code};
use crate::desk;
use crate::support::house::PASSWORD;
use crate::support::{Databases, House, on_both};
use crate::web::browser::Browser;
use crate::web::case_steps::{Case, LUIS, staffed};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use indsigt::domain::access::{Actor, Role};
use indsigt::domain::language::Lang;
use indsigt::domain::reference::Reference;
use indsigt::domain::right::Right;
use indsigt::services::{handling, signing, staff};
use indsigt::store::backend::Kind;
use indsigt::store::cases;
use std::collections::BTreeMap;

/// What was handed out so far, by what it is.
struct Handed<'a> {
    databases: &'a Databases,
    all: BTreeMap<String, String>,
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes a secret could stand as: as written, without its blanks, and what a token encodes.
fn forms(secret: &str) -> Vec<Vec<u8>> {
    let together: String = secret.chars().filter(|c| !c.is_whitespace()).collect();
    let mut forms = vec![secret.as_bytes().to_vec(), together.clone().into_bytes()];
    forms.extend(URL_SAFE_NO_PAD.decode(&together).ok().filter(|raw| raw.len() >= 16));
    forms
}

impl Handed<'_> {
    fn out(&mut self, what: &str, secret: &str) {
        assert!(secret.len() >= 6, "{what} is no secret: {secret}");
        self.all.insert(what.to_owned(), secret.to_owned());
    }

    /// Everything that is kept, by place: rows as text, where bytes are hex, and whole files. Bytes of
    /// files are a character each. The connected shop is not ours.
    fn kept(&self) -> Vec<(String, String)> {
        let rows = self.databases.rows().into_iter().flat_map(|(table, rows)| {
            let all = rows.join("\n");
            [(format!("{table} in hex"), all.to_lowercase()), (table, all)]
        });
        let files = self.databases.every_byte().into_iter().filter(|(name, _)| !name.contains("chinook"));
        rows.chain(files.map(|(name, bytes)| (name, characters(&bytes)))).collect()
    }

    fn are_nowhere(&self, chapter: &str) {
        let kept = self.kept();
        let places = |form: &[u8]| {
            let (plain, text, hex) = (characters(form), std::str::from_utf8(form).ok(), hex(form));
            let holds = |kept: &str| {
                kept.contains(&plain) || kept.contains(&hex) || text.is_some_and(|text| kept.contains(text))
            };
            kept.iter().filter(|(_, kept)| holds(kept)).map(|(place, _)| place.clone()).collect::<Vec<_>>()
        };
        for (what, secret) in &self.all {
            for form in forms(secret) {
                let found = places(&form);
                assert!(found.is_empty(), "{chapter}: the {what} {secret} stands in clear in {found:?}");
            }
        }
        // the search finds what does stand there, in text and in bytes
        assert!(!places(b"maja@musik.example").is_empty());
        let some_hash = self.databases.texts(match self.databases.kind {
            Kind::Sqlite => "SELECT hex(code_hash) AS text FROM cases LIMIT 1",
            Kind::Postgres => "SELECT encode(code_hash, 'hex') AS text FROM cases LIMIT 1",
        });
        for hash in some_hash {
            let bytes: Vec<u8> = hash
                .as_bytes()
                .chunks(2)
                .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
                .collect();
            assert!(!places(&bytes).is_empty());
        }
    }
}

/// Bytes as text in which they can be searched for, one character each.
fn characters(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

fn token(link: &str) -> &str {
    link.rsplit('/').next().unwrap()
}

/// A colleague accepts an invitation over its pages.
fn accepts(house: &House, handed: &mut Handed<'_>, link: &str) {
    let browser = desk::Browser::of(house);
    let path = link.trim_start_matches(&house.address);
    let csrf = browser.get(path).value("csrf");
    let chosen = browser.post(path, &[("csrf", &csrf), ("password", PASSWORD), ("password2", PASSWORD)]);
    assert_eq!(chosen.status, 303, "{}", chosen.words());
    let carried = chosen.set_cookies();
    let carried = carried.iter().find_map(|cookie| cookie.strip_prefix("enrol=")).unwrap();
    handed.out("cookie of the second factor", carried.split(';').next().unwrap());
    let page = browser.get("/desk/second-factor");
    handed.out("password", PASSWORD);
    let key: String = page.texts("dd code")[0].split_whitespace().collect();
    handed.out("second factor", &key);
    for (at, code) in page.texts("ol.codes code").iter().enumerate() {
        handed.out(&format!("recovery code {at}"), code);
    }
    handed.are_nowhere("while a second factor is set up");
}

#[test]
fn nothing_that_was_handed_out_stands_anywhere_while_it_lives_or_after() {
    on_both(|databases: &Databases| {
        let (house, maja, jonas, _) = staffed(databases);
        let mut handed = Handed { databases, all: BTreeMap::new() };
        let visitor = Visitor::of(&house, "musik-norden");
        let carry = |handed: &mut Handed<'_>| {
            for (name, value) in visitor.cookies().into_iter().filter(|(_, value)| value.len() > 20) {
                handed.out(&format!("cookie {name} {value}"), &value);
            }
        };

        let invited =
            staff::invite(&house.app, &Actor::System, "ida@musik.example", "Ida", &[Role::Officer], Lang::En);
        let invitation = invited.unwrap().link;
        handed.out("invitation", token(&invitation));
        handed.are_nowhere("while an invitation waits to be mailed");
        house.drain();
        handed.are_nowhere("once it was mailed");
        accepts(&house, &mut handed, &invitation);

        let (reference, code) = visitor.asks_for_access("Luís Gonçalves", LUIS);
        handed.out("case code", &code);
        carry(&mut handed);
        handed.are_nowhere("after the form, its receipt not mailed yet");
        house.drain();
        let confirm = house.link(LUIS, "/confirm/");
        handed.out("link that confirms", token(&confirm));
        assert!(visitor.opens(&reference, &code).body.contains(&reference));
        assert_eq!(visitor.press(&confirm, &[]).status, 303);
        carry(&mut handed);
        handed.are_nowhere("with the case open");

        // the desk: signed in by the form, as everybody is
        let door = desk::Browser::of(&house);
        let entered = door.sign_in(&jonas.email, PASSWORD, &house.fresh_code(&jonas));
        assert_eq!(entered.status, 303);
        for cookie in entered.set_cookies() {
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            handed.out(&format!("desk cookie {name}"), value);
        }
        handed.out("second factor of a colleague", &maja.secret.base32());
        let id = house.app.store.look(|db| cases::by_reference(db, &Reference::parse(&reference).unwrap()));
        let case = Case { house: &house, id: id.unwrap() };
        let actor =
            signing::actor_of(&house.app.store.look(|db| indsigt::store::staff::get(db, &maja.id)).unwrap());
        let step = handling::Step { app: &house.app, actor: &actor, case_id: &case.id, seen: None };
        handling::claim(&step, Vec::new()).unwrap();
        let (browser, approver) = (Browser::of(&house, &maja), Browser::of(&house, &jonas));
        let look_up = case.path("look-up");
        let found = browser.fill(&look_up, &look_up, &[("go", "search")]);
        let to = &found.all("input[name=to]:not([disabled])", "value")[0];
        let sent = browser.post(&found, &format!("{look_up}/choose"), &[("to", to), ("go", "code")]);
        assert_eq!(sent.status, 303, "{}", sent.text());
        house.drain();
        let fetch = house.link(LUIS, "/fetch/");
        handed.out("link to a code", token(&fetch));
        assert_eq!(visitor.press(&fetch, &[("go", "send")]).status, 303);
        house.drain();
        let mailed = mailed_code(&house.newest_mail(LUIS).1).unwrap();
        handed.out("identity code", &mailed);
        handed.are_nowhere("while a code can be typed");
        let typed = visitor.types_code(&visitor.get("/o/musik-norden/case"), &mailed);
        assert_eq!(typed.status, 303, "{}", typed.words());

        case.collect(&browser);
        assert_eq!(case.answer(&browser, Right::Access, &[("outcome", "fulfilled")]).status, 303);
        house.drain();
        assert_eq!(case.approve(&approver, Right::Access).status, 303);
        let send = case.step(Right::Access, "send");
        assert_eq!(browser.fill(&send, &send, &[("via", "mail")]).status, 303);
        handed.are_nowhere("while the link to the answer waits to be mailed");
        house.drain();
        let answer = house.link(LUIS, "/answer/");
        handed.out("link to the answer", token(&answer));
        let unlocked = visitor.press(&answer, &[("code", &code)]);
        assert_eq!(unlocked.status, 303, "{}", unlocked.words());
        carry(&mut handed);
        handed.are_nowhere("with the answer open");

        let lost = "/o/musik-norden/lost-code";
        assert_eq!(visitor.press(lost, &[("reference", &reference)]).status, 303);
        house.drain();
        let again = house.link(LUIS, "/new-code/");
        handed.out("link to a new case code", token(&again));
        handed.are_nowhere("while a new case code can be fetched");
        let shown = visitor.press(&again, &[]);
        handed.out("new case code", &shown.texts(".keys dd")[0]);
        let reset = staff::reset(&house.app, &Actor::System, "ida@musik.example").unwrap();
        handed.out("invitation after a reset", token(&reset.link));
        house.drain();
        handed.are_nowhere("at the end");
    });
}
