//! The whole table: every path, its method, who may use it, whether a fresh second factor is asked
//! for. A route that is not here does not exist.

use crate::domain::access::Role;
use crate::web::{api, house, public, staff};
use actix_web::dev::ResourceDef;
use actix_web::guard;
use actix_web::http::Method;
use actix_web::web::{self, ServiceConfig};
use std::sync::LazyLock;

/// Who may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anybody; the handler asks for what opens a single case (code, link, cookie).
    Open,
    /// Anybody, and from any page: what is asked for stands sealed in the address, and neither a cookie
    /// nor a form token is looked at. Only links that stop marketing (RFC 8058).
    Anywhere,
    /// A program with a token of its own in a header, never a browser's cookie.
    Machine,
    /// A signed-in member of staff who holds one of these roles (none named: any).
    Staff {
        /// Roles, any of which will do.
        roles: &'static [Role],
        /// Whether a second factor must have been proven within five minutes.
        step_up: bool,
    },
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// Method.
    pub method: Method,
    /// Path with its parameters.
    pub path: &'static str,
    /// Who may use it.
    pub access: Access,
}

const OPEN: Access = Access::Open;
const ANYWHERE: Access = Access::Anywhere;
const MACHINE: Access = Access::Machine;
/// The books a privacy officer keeps, and what is kept at all.
const OFFICER: Access = Access::Staff { roles: &[Role::Officer], step_up: false };
/// The same, read by an auditor too.
const BOOKS: Access = Access::Staff { roles: &[Role::Officer, Role::Auditor], step_up: false };
const ANY_STAFF: Access = Access::Staff { roles: &[], step_up: false };
/// Whoever sees cases; what they may do there the law decides.
const CASES: Access = Access::Staff {
    roles: &[Role::Caseworker, Role::Approver, Role::Officer, Role::Auditor],
    step_up: false,
};
/// Whoever changes cases.
const WORK: Access =
    Access::Staff { roles: &[Role::Caseworker, Role::Approver, Role::Officer], step_up: false };
/// Releasing an answer (R28).
const RELEASE: Access =
    Access::Staff { roles: &[Role::Caseworker, Role::Approver, Role::Officer], step_up: true };

/// A route for one method. What can be asked for with GET can be asked for with HEAD, which the
/// server answers without the body.
fn answers(method: Method) -> actix_web::Route {
    if method == Method::GET {
        return web::route().guard(guard::Any(guard::Get()).or(guard::Head()));
    }
    web::method(method)
}
/// Whoever enters cases.
const ENTER: Access = Access::Staff { roles: &[Role::Caseworker, Role::Officer], step_up: false };
/// Whoever deals with letters and jobs that were given up: no case data is in them.
const OUTBOX: Access = Access::Staff {
    roles: &[Role::Caseworker, Role::Approver, Role::Officer, Role::Administrator],
    step_up: false,
};
/// Taking out what the authority asks for.
const EVIDENCE: Access = Access::Staff { roles: &[Role::Officer, Role::Auditor], step_up: true };
/// Erasing for good.
const ERASE: Access = Access::Staff { roles: &[Role::Officer], step_up: true };
/// Whoever reads the register of processing.
const REGISTER: Access = Access::Staff { roles: &[Role::Officer, Role::Auditor], step_up: false };
/// Letting mail go again after a restore.
const RESTORED: Access = Access::Staff { roles: &[Role::Officer, Role::Administrator], step_up: true };

/// The row of a request: the first whose method and pattern fit, which is the one the router takes.
/// Two patterns may fit one path (`/ask/check` and `/ask/{step}`), so the path is asked and not the
/// first pattern that fits it.
pub fn find(method: &Method, path: &str) -> Option<&'static Route> {
    static TABLE: LazyLock<Vec<(ResourceDef, Route)>> =
        LazyLock::new(|| all().into_iter().map(|row| (ResourceDef::new(row.path), row)).collect());
    let wanted = if method == Method::HEAD { &Method::GET } else { method };
    TABLE.iter().find(|(pattern, row)| row.method == *wanted && pattern.is_match(path)).map(|(_, row)| row)
}

macro_rules! routes {
    ($($method:ident $path:literal $access:ident $handler:path;)+) => {
        /// Every route.
        pub fn all() -> Vec<Route> {
            vec![$(Route { method: Method::$method, path: $path, access: $access }),+]
        }

        /// Registers every route.
        pub fn configure(config: &mut ServiceConfig) {
            $(config.route($path, answers(Method::$method).to($handler));)+
        }
    };
}

routes! {
    GET  "/healthz"                                OPEN house::healthy;
    GET  "/readyz"                                 OPEN house::ready;
    GET  "/assets/{name}"                          OPEN house::asset;
    GET  "/schema/indsigt-package-1.json"          OPEN house::package_schema;
    // --- people ---
    GET  "/"                                       OPEN public::start::root;
    GET  "/find"                                   OPEN public::start::find;
    GET  "/o/{slug}"                               OPEN public::start::organisation;
    POST "/o/{slug}/ask/check"                     OPEN public::check::send;
    GET  "/o/{slug}/ask/{step}"                    OPEN public::ask::show;
    POST "/o/{slug}/ask/{step}"                    OPEN public::ask::answer;
    GET  "/o/{slug}/receipt"                       OPEN public::receipt::show;
    GET  "/o/{slug}/find"                          OPEN public::find::show;
    POST "/o/{slug}/find"                          OPEN public::find::open;
    GET  "/o/{slug}/lost-code"                     OPEN public::find::lost;
    POST "/o/{slug}/lost-code"                     OPEN public::find::send_new_code;
    GET  "/o/{slug}/new-code/{token}"              OPEN public::find::ask_new_code;
    POST "/o/{slug}/new-code/{token}"              OPEN public::find::show_new_code;
    GET  "/o/{slug}/confirm/{token}"               OPEN public::prove::ask_confirm;
    POST "/o/{slug}/confirm/{token}"               OPEN public::prove::confirm;
    GET  "/o/{slug}/not-me/{token}"                OPEN public::not_me::ask;
    POST "/o/{slug}/not-me/{token}"                OPEN public::not_me::stop;
    GET  "/o/{slug}/fetch/{token}"                 OPEN public::prove::ask_code;
    POST "/o/{slug}/fetch/{token}"                 OPEN public::prove::fetch;
    GET  "/o/{slug}/case"                          OPEN public::case::show;
    POST "/o/{slug}/case/message"                  OPEN public::conversation::write;
    POST "/o/{slug}/case/identity"                 OPEN public::case::prove;
    GET  "/o/{slug}/case/withdraw"                 OPEN public::case::choose;
    POST "/o/{slug}/case/withdraw"                 OPEN public::case::withdraw;
    GET  "/o/{slug}/case/withdrawn"                OPEN public::case::withdrawn;
    POST "/o/{slug}/case/complain"                 OPEN public::objecting::complain;
    POST "/o/{slug}/case/complaints"               OPEN public::objecting::go_to;
    POST "/o/{slug}/case/was-a-request"            OPEN public::objecting::was_a_request;
    POST "/o/{slug}/case/undo"                     OPEN public::case::undo;
    GET  "/o/{slug}/case/letters/{id}"             OPEN public::conversation::letter;
    GET  "/o/{slug}/case/new-link"                 OPEN public::case::ask_link;
    POST "/o/{slug}/case/undelivered"              OPEN public::case::undelivered;
    POST "/o/{slug}/case/new-link"                 OPEN public::case::new_link;
    POST "/o/{slug}/case/leave"                    OPEN public::case::leave;
    GET  "/o/{slug}/answer/{token}"                OPEN public::answer::show;
    POST "/o/{slug}/answer/{token}"                OPEN public::answer::unlock;
    POST "/o/{slug}/answer/{token}/letter"         OPEN public::download::letter;
    POST "/o/{slug}/answer/{token}/read"           OPEN public::download::read;
    POST "/o/{slug}/answer/{token}/package"        OPEN public::download::package;
    POST "/o/{slug}/answer/{token}/close"          OPEN public::answer::close;
    GET  "/o/{slug}/privacy"                       OPEN public::notices::privacy;
    GET  "/o/{slug}/right-to-object"               OPEN public::notices::right_to_object;
    GET  "/o/{slug}/stop/{token}"                  OPEN public::stop::ask;
    POST "/o/{slug}/stop/{token}"                  ANYWHERE public::stop::press;
    // --- programs ---
    POST "/api/v1/token"                           MACHINE api::token;
    POST "/api/v1/cases"                           MACHINE api::submit;
    GET  "/api/v1/cases/{reference}"               MACHINE api::read;
    // --- books of the officer ---
    GET  "/desk/suppression"                       OFFICER staff::suppression::page;
    POST "/desk/suppression"                       OFFICER staff::suppression::act;
    GET  "/desk/right-to-object"                   BOOKS staff::objection_notices::page;
    POST "/desk/right-to-object"                   OFFICER staff::objection_notices::add;
    GET  "/desk/disclosures"                       BOOKS staff::disclosures::page;
    POST "/desk/disclosures"                       OFFICER staff::disclosures::add;
    POST "/desk/disclosures/export"                BOOKS staff::disclosures::export;
    GET  "/desk/training"                          BOOKS staff::training::page;
    POST "/desk/training"                          OFFICER staff::training::add;
    POST "/desk/training/export"                   BOOKS staff::training::export;
    // --- the door and the queue ---
    GET  "/desk/sign-in"                           OPEN staff::door::sign_in_page;
    POST "/desk/sign-in"                           OPEN staff::door::sign_in;
    GET  "/desk/invite/{token}"                    OPEN staff::invite::invite_page;
    POST "/desk/invite/{token}"                    OPEN staff::invite::choose_password;
    GET  "/desk/second-factor"                     OPEN staff::invite::second_factor_page;
    POST "/desk/second-factor"                     OPEN staff::invite::second_factor;
    POST "/desk/sign-out"                          ANY_STAFF staff::door::sign_out;
    POST "/desk/language"                          ANY_STAFF staff::door::language;
    GET  "/desk/step-up"                           ANY_STAFF staff::door::step_up_page;
    POST "/desk/step-up"                           ANY_STAFF staff::door::step_up;
    GET  "/desk/sessions"                          ANY_STAFF staff::sessions::sessions;
    POST "/desk/sessions/end"                      ANY_STAFF staff::sessions::end;
    GET  "/desk"                                   ANY_STAFF staff::queue::queue;
    GET  "/desk/queue"                             CASES staff::queue::queue;
    GET  "/desk/search"                            CASES staff::search::search_page;
    POST "/desk/search"                            CASES staff::search::search;
    GET  "/desk/enter"                             ENTER staff::enter::enter_page;
    POST "/desk/enter"                             ENTER staff::enter::enter;
    GET  "/desk/jobs"                              ANY_STAFF staff::jobs::jobs;
    POST "/desk/jobs/release"                      RESTORED staff::jobs::release;
    POST "/desk/jobs/{id}/retry"                   OUTBOX staff::jobs::retry;
    POST "/desk/jobs/{id}/drop"                    OUTBOX staff::jobs::let_go;
    GET  "/desk/cases/{id}"                        CASES staff::case::case;
    GET  "/desk/cases/{id}/receipt"                ENTER staff::enter::receipt;
    GET  "/desk/cases/{id}/files/{file}"           CASES staff::files::file;
    GET  "/desk/letters"                           WORK staff::letters::list;
    GET  "/desk/complaints"                        CASES staff::belonging::complaint::list;
    GET  "/desk/follow-ups"                        CASES staff::follow_ups::list;
    GET  "/desk/cases/{id}/follow-ups"             CASES staff::follow_ups::page;
    POST "/desk/cases/{id}/follow-ups"             WORK staff::follow_ups::act;
    GET  "/desk/cases/{id}/letters/{message}"      CASES staff::letters::letter;
    POST "/desk/cases/{id}/letters/{message}/posted" ENTER staff::letters::posted;
    GET  "/desk/cases/{id}/as-person"              CASES staff::as_person::page;
    POST "/desk/cases/{id}/claim"                  WORK staff::case::claim;
    GET  "/desk/cases/{id}/assign"                 WORK staff::case::assign_page;
    POST "/desk/cases/{id}/assign"                 WORK staff::case::assign;
    POST "/desk/cases/{id}/message"                WORK staff::talk::message;
    POST "/desk/cases/{id}/note"                   WORK staff::talk::note;
    GET  "/demo"                                   OPEN staff::demo::doors;
    GET  "/demo/mails"                             OPEN staff::demo::mails;
    GET  "/demo/mails/{id}"                        OPEN staff::demo::mail;
    // --- the register ---
    GET  "/schema/indsigt-article-30-1.json"       OPEN staff::register::article_30_schema;
    GET  "/desk/register"                          REGISTER staff::register::overview;
    GET  "/desk/register/article-30"               REGISTER staff::register::article_30;
    GET  "/desk/register/article-30.json"          REGISTER staff::register::article_30_json;
    GET  "/desk/register/new"                      OFFICER staff::register::new;
    POST "/desk/register/new"                      OFFICER staff::register::save_new;
    POST "/desk/register/upload"                   OFFICER staff::register::upload;
    GET  "/desk/register/of/{name}"                REGISTER staff::register::overview_of;
    GET  "/desk/register/of/{name}/history"        REGISTER staff::register::history;
    GET  "/desk/register/of/{name}/file"           REGISTER staff::register::file;
    GET  "/desk/register/of/{name}/{section}"      REGISTER staff::register::list;
    GET  "/desk/register/of/{name}/{section}/entry" REGISTER staff::register::entry;
    POST "/desk/register/of/{name}/{section}/entry" OFFICER staff::register::save;
    POST "/desk/register/of/{name}/{section}/remove" OFFICER staff::register::remove;
    // --- the case ---
    GET  "/desk/cases/{id}/look-up"                WORK staff::identity::page;
    POST "/desk/cases/{id}/look-up"                WORK staff::identity::search;
    POST "/desk/cases/{id}/look-up/choose"         WORK staff::identity::choose;
    POST "/desk/cases/{id}/look-up/contact"        WORK staff::identity::contact;
    GET  "/desk/cases/{id}/identity"               WORK staff::asking::ask_page;
    POST "/desk/cases/{id}/identity"               WORK staff::asking::ask;
    GET  "/desk/cases/{id}/scope/{request}"        WORK staff::pausing::scope_page;
    POST "/desk/cases/{id}/scope/{request}"        WORK staff::pausing::ask_scope;
    GET  "/desk/cases/{id}/pause"                  WORK staff::pausing::decide_page;
    POST "/desk/cases/{id}/pause"                  WORK staff::pausing::decide;
    GET  "/desk/cases/{id}/lapse"                  WORK staff::pausing::lapse_page;
    POST "/desk/cases/{id}/lapse"                  WORK staff::pausing::lapse;
    GET  "/desk/cases/{id}/undo-extension/{request}" WORK staff::amending::undo_page;
    POST "/desk/cases/{id}/undo-extension/{request}" WORK staff::amending::undo;
    GET  "/desk/cases/{id}/stop"                   WORK staff::stopping::page;
    POST "/desk/cases/{id}/stop"                   WORK staff::stopping::lift;
    GET  "/desk/cases/{id}/undelivered/{request}"  WORK staff::returned::page;
    POST "/desk/cases/{id}/undelivered/{request}"  WORK staff::returned::note;
    GET  "/desk/cases/{id}/reopen/{request}"       WORK staff::amending::reopen_page;
    POST "/desk/cases/{id}/reopen/{request}"       WORK staff::amending::reopen;
    GET  "/desk/cases/{id}/accept"                 WORK staff::accepting::page;
    POST "/desk/cases/{id}/accept"                 WORK staff::accepting::answer;
    GET  "/desk/cases/{id}/reply"                  WORK staff::waiting::reply_page;
    POST "/desk/cases/{id}/reply"                  WORK staff::waiting::reply;
    GET  "/desk/cases/{id}/resume"                 WORK staff::waiting::resume_page;
    POST "/desk/cases/{id}/resume"                 WORK staff::waiting::resume;
    GET  "/desk/cases/{id}/collect"                WORK staff::collect::page;
    POST "/desk/cases/{id}/collect"                WORK staff::collect::start;
    GET  "/desk/cases/{id}/tasks/{task}"           WORK staff::task::page;
    POST "/desk/cases/{id}/tasks/{task}"           WORK staff::task::answer;
    POST "/desk/cases/{id}/tasks/{task}/retry"     WORK staff::task::retry;
    GET  "/desk/cases/{id}/findings/{task}"        CASES staff::finding::page;
    GET  "/desk/cases/{id}/findings/{task}/documents/{file}" CASES staff::finding::document;
    GET  "/desk/cases/{id}/answer/{request}"       WORK staff::answer::page;
    POST "/desk/cases/{id}/answer/{request}"       WORK staff::answer::submit;
    GET  "/desk/cases/{id}/review/{request}"       CASES staff::review::page;
    GET  "/desk/cases/{id}/review/{request}/page"  CASES staff::review::readable;
    POST "/desk/cases/{id}/review/{request}/approve" WORK staff::review::approve;
    POST "/desk/cases/{id}/review/{request}/changes" WORK staff::review::changes;
    POST "/desk/cases/{id}/review/{request}/recall" WORK staff::review::recall;
    GET  "/desk/cases/{id}/send/{request}"         RELEASE staff::send::page;
    POST "/desk/cases/{id}/send/{request}"         RELEASE staff::send::send;
    GET  "/desk/cases/{id}/send/{request}/package" RELEASE staff::hand_over::package;
    GET  "/desk/cases/{id}/send/{request}/page"    RELEASE staff::hand_over::readable;
    GET  "/desk/cases/{id}/renew/{request}"        RELEASE staff::send::renew_page;
    POST "/desk/cases/{id}/renew/{request}"        RELEASE staff::send::renew;
    POST "/desk/cases/{id}/renew/{request}/close"  WORK staff::send::close;
    GET  "/desk/cases/{id}/extend/{request}"       WORK staff::period::extend_page;
    POST "/desk/cases/{id}/extend/{request}"       WORK staff::period::extend;
    GET  "/desk/cases/{id}/reclassify/{request}"   WORK staff::reclassify::page;
    POST "/desk/cases/{id}/reclassify/{request}"   WORK staff::reclassify::reclassify;
    // --- where it belongs, who is who ---
    GET  "/desk/cases/{id}/add-right"           WORK staff::belonging::rights::add_page;
    POST "/desk/cases/{id}/add-right"           WORK staff::belonging::rights::add;
    GET  "/desk/cases/{id}/split/{request}"     WORK staff::belonging::rights::split_page;
    POST "/desk/cases/{id}/split/{request}"     WORK staff::belonging::rights::split;
    GET  "/desk/cases/{id}/not-a-request/{request}" WORK staff::belonging::elsewhere::page;
    POST "/desk/cases/{id}/not-a-request/{request}" WORK staff::belonging::elsewhere::close;
    GET  "/desk/cases/{id}/duplicate/{request}" WORK staff::belonging::duplicate::page;
    POST "/desk/cases/{id}/duplicate/{request}" WORK staff::belonging::duplicate::close;
    GET  "/desk/cases/{id}/forward/{request}"      WORK staff::belonging::forwarding::page;
    POST "/desk/cases/{id}/forward/{request}"      WORK staff::belonging::forwarding::go;
    GET  "/desk/cases/{id}/move"                WORK staff::belonging::moving::page;
    POST "/desk/cases/{id}/move"                WORK staff::belonging::moving::go;
    GET  "/desk/cases/{id}/received"            WORK staff::belonging::received::page;
    POST "/desk/cases/{id}/received"            WORK staff::belonging::received::correct;
    GET  "/desk/cases/{id}/instruction"         WORK staff::belonging::instruction::page;
    POST "/desk/cases/{id}/instruction"         WORK staff::belonging::instruction::receive;
    GET  "/desk/cases/{id}/complaint"           WORK staff::belonging::complaint::page;
    POST "/desk/cases/{id}/complaint"           WORK staff::belonging::complaint::enter;
    GET  "/desk/cases/{id}/settle"              WORK staff::belonging::complaint::settle_page;
    POST "/desk/cases/{id}/settle"              WORK staff::belonging::complaint::settle;
    GET  "/desk/cases/{id}/representative"      WORK staff::belonging::authority::page;
    POST "/desk/cases/{id}/representative"      WORK staff::belonging::authority::judge;
    GET  "/desk/cases/{id}/apart"               WORK staff::belonging::apart::page;
    POST "/desk/cases/{id}/apart"               WORK staff::belonging::apart::mark;
    GET  "/desk/cases/{id}/stopped/{request}"      WORK staff::stopped::page;
    POST "/desk/cases/{id}/stopped/{request}"      WORK staff::stopped::stop;
    GET  "/desk/cases/{id}/withdraw"               WORK staff::period::withdraw_page;
    POST "/desk/cases/{id}/withdraw"               WORK staff::period::withdraw;
    // --- keeping, and letting go ---
    GET  "/desk/cases/{id}/hold"                   OFFICER staff::keeping::hold_page;
    POST "/desk/cases/{id}/hold"                   OFFICER staff::keeping::hold;
    GET  "/desk/cases/{id}/bin"                    ENTER staff::keeping::bin_page;
    POST "/desk/cases/{id}/bin"                    ENTER staff::keeping::bin;
    GET  "/desk/cases/{id}/evidence"               EVIDENCE staff::evidence::archive;
    GET  "/desk/retention"                         OFFICER staff::retention::page;
    POST "/desk/retention/erase"                   ERASE staff::retention::erase;
    POST "/desk/retention/purge"                   ERASE staff::retention::purge;
}
