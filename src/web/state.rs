//! What every handler is handed: the house, the pages, and how the web was set up.

use crate::config::network::Network;
use crate::crypto::totp::TotpSecret;
use crate::domain::access::Role;
use crate::services::{self, App};
use crate::web::render::Pages;
use actix_web::web;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// The web's own settings.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Host (and port) people use, as in `public_url`.
    pub host: String,
    /// Whether people reach us by https: cookies are then `__Host-` and Secure.
    pub is_https: bool,
    /// Whether we speak TLS ourselves.
    pub is_tls: bool,
    /// Origin of our own pages, for the check of unsafe requests.
    pub origin: String,
    /// Networks of our own proxies.
    pub proxies: Vec<Network>,
    /// Folder of the demo's mails; none outside the demo.
    pub demo_mails: Option<std::path::PathBuf>,
    /// Sign-ins the demo shows; none outside the demo.
    pub demo_sign_ins: Vec<DemoSignIn>,
}

/// A sign-in of the demo: known to everybody, and good for nothing but invented cases.
#[derive(Clone)]
pub struct DemoSignIn {
    /// Name.
    pub name: &'static str,
    /// Address.
    pub email: &'static str,
    /// Password.
    pub password: &'static str,
    /// Roles.
    pub roles: &'static [Role],
    /// Second factor.
    pub factor: Arc<TotpSecret>,
}

impl std::fmt::Debug for DemoSignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DemoSignIn({})", self.name)
    }
}

/// Shared by all workers of the web.
pub struct Web {
    /// The house.
    pub app: Arc<App>,
    /// The pages.
    pub pages: Pages,
    /// Settings.
    pub settings: Settings,
    /// Set when the service is going down: `/readyz` says so, and proxies send nobody any more.
    pub is_leaving: AtomicBool,
}

/// The shared state as actix hands it over.
pub type State = web::Data<Web>;

/// Runs a use case on a thread that may wait: databases, hashing and files block.
pub async fn run<T, F>(state: &State, work: F) -> services::Result<T>
where
    T: Send + 'static,
    F: FnOnce(&Web) -> services::Result<T> + Send + 'static,
{
    let state = state.clone();
    web::block(move || work(&state)).await.map_err(|_| services::Error::Unavailable)?
}
