//! A house with a case in it, and what it takes to walk every route of the table.

use crate::crash::asking::ask;
use crate::support::http::{Answer, Request};
use crate::support::{Databases, House};
use indsigt::crypto::tokens;
use indsigt::domain::access::{Actor, Role};
use indsigt::domain::language::Lang;
use indsigt::store::staff::{Change, Status};
use indsigt::store::{sessions, staff};
use indsigt::web::routes::{Access, Route};
use std::collections::BTreeMap;
use std::net::SocketAddr;

/// A house with one case, and the ids that fill the parameters of the routes.
pub struct Place<'a> {
    /// The house.
    pub house: House,
    /// Its databases.
    pub databases: &'a Databases,
    /// Host and port people use.
    pub host: String,
    /// The case.
    pub case_id: String,
    /// Its reference.
    pub reference: String,
    /// Its code.
    pub code: String,
    request_id: String,
    address: SocketAddr,
}

/// Every role there is.
pub const ROLES: &[Role] = Role::ALL;

impl<'a> Place<'a> {
    /// Opens a house over these databases; somebody has asked.
    pub fn on(databases: &'a Databases) -> Place<'a> {
        Place::over(databases, House::on(databases))
    }

    /// The same in a house that is open already.
    pub fn over(databases: &'a Databases, house: House) -> Place<'a> {
        let opened = ask(&house.app, "ada@people.example");
        house.drain();
        let host = house.address.trim_start_matches("http://").to_owned();
        Place {
            databases,
            address: host.parse().unwrap(),
            host,
            case_id: opened.case_id.clone(),
            reference: opened.reference.clone(),
            code: opened.code.to_string(),
            request_id: opened.decision.requests.first().unwrap().id.clone(),
            house,
        }
    }

    /// The path of a route with every parameter filled in, with things that exist where they do.
    pub fn path(&self, route: &Route) -> String {
        let mut filled = Vec::new();
        for part in route.path.split('/') {
            let value = match part.strip_prefix('{').map(|p| p.trim_end_matches('}')) {
                None => part.to_owned(),
                Some("slug") => "musik".into(),
                Some("id") if route.path.starts_with("/desk/cases/") => self.case_id.clone(),
                Some("request") => self.request_id.clone(),
                Some("step") => "rights".into(),
                Some("token") => "A".repeat(43),
                Some("name") => "mark.svg".into(),
                Some(_) => tokens::id(),
            };
            filled.push(value);
        }
        let path = filled.join("/");
        assert!(!path.contains('{'), "{path}");
        path
    }

    /// A path as long as that of the route, which is in no table.
    pub fn unknown_path(&self, path: &str) -> String {
        path.replacen("/desk", "/desX", 1)
    }

    /// Sends a request to the host people use.
    pub fn send(&self, request: Request) -> Answer {
        request.header("Host", &self.host).send(self.address).unwrap()
    }

    /// Sends a request as it is, host and all.
    pub fn send_raw(&self, request: &Request) -> std::io::Result<Answer> {
        request.send(self.address)
    }

    /// Where the house listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// A request of this route as one of our own pages would send it, as the holder of this session.
    pub fn request(&self, method: &str, path: &str, session: Option<&str>) -> Request {
        let mut request = Request::new(method, path).header("Accept-Language", "en");
        if method != "GET" && method != "HEAD" {
            let origin = format!("http://{}", self.host);
            request = request.header("Origin", &origin).header("Sec-Fetch-Site", "same-origin");
        }
        match session {
            Some(token) => request.header("Cookie", &format!("desk={token}")),
            None => request,
        }
    }

    /// A session of a new colleague with these roles, its second factor just proven.
    pub fn session(&self, roles: &[Role]) -> String {
        self.member(roles).1
    }

    /// A new colleague with these roles, by id, and a session of theirs.
    pub fn member(&self, roles: &[Role]) -> (String, String) {
        let (id, token) = (tokens::id(), tokens::token());
        let email = format!("{id}@shop.example");
        self.house
            .app
            .store
            .write(&Actor::System, |tx| {
                staff::invite(tx, &id, &email, "Bo", roles, Lang::En)?;
                staff::change(tx, &id, &Change { status: Some(Status::Active), ..Change::default() })?;
                let member = staff::get(tx.db, &id)?;
                sessions::open(tx, token.hash, &member)
            })
            .unwrap();
        (id, token.plain.to_string())
    }

    /// Everything both databases hold, table by table, without what a reader may leave behind: the
    /// audit, the time of sessions, counts of limits, drafts of forms.
    pub fn everything(&self) -> BTreeMap<String, Vec<String>> {
        const LEFT_BY_READING: &[&str] = &[
            "events",
            "chain_heads",
            "ledger",
            "checkpoints",
            "sessions",
            "person_sessions",
            "counters",
            "drafts",
        ];
        self.databases
            .rows()
            .into_iter()
            .filter(|(table, _)| !LEFT_BY_READING.contains(&table.as_str()))
            .collect()
    }
}

/// What is different between two states of the databases, for a message.
pub fn changes(before: &BTreeMap<String, Vec<String>>, after: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let differs = |(table, rows): &(&String, &Vec<String>)| before.get(*table) != Some(*rows);
    after.iter().filter(differs).map(|(table, rows)| format!("{table}: {rows:?}")).collect()
}

/// Whether a method changes something.
pub fn is_unsafe(route: &Route) -> bool {
    route.method.as_str() != "GET"
}

/// The roles that may use a staff route; all when none is named. `None`: it is open.
pub fn allowed(route: &Route) -> Option<Vec<Role>> {
    match route.access {
        Access::Open | Access::Anywhere | Access::Machine => None,
        Access::Staff { roles: [], .. } => Some(ROLES.to_vec()),
        Access::Staff { roles, .. } => Some(roles.to_vec()),
    }
}

/// Whether a route asks for a fresh second factor.
pub fn asks_step_up(route: &Route) -> bool {
    matches!(route.access, Access::Staff { step_up: true, .. })
}
