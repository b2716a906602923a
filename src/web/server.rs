//! The server: listening, limits of the protocol, TLS, and a graceful stop.

use crate::web::guard::guard;
use crate::web::routes;
use crate::web::state::{State, Web};
use actix_web::middleware::from_fn;
use actix_web::{App, HttpServer, web};
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

/// Starts serving on an open listener. The returned server is awaited by the caller; its handle
/// stops it gracefully.
pub fn start(
    web: Arc<Web>,
    listener: TcpListener,
    tls: Option<rustls::ServerConfig>,
) -> std::io::Result<actix_web::dev::Server> {
    let state: State = web::Data::from(web);
    let server = HttpServer::new(move || {
        App::new()
            .app_data(state.clone())
            .wrap(from_fn(guard))
            .configure(routes::configure)
            .default_service(web::to(nothing))
    })
    .workers(2)
    .worker_max_blocking_threads(64)
    // a slow head is cut off; bodies have their own deadline
    .client_request_timeout(Duration::from_secs(10))
    .client_disconnect_timeout(Duration::from_secs(5))
    .keep_alive(Duration::from_secs(30))
    .max_connections(5_000)
    .shutdown_timeout(30)
    .disable_signals();
    Ok(match tls {
        Some(config) => server.listen_rustls_0_23(listener, config)?.run(),
        None => server.listen(listener)?.run(),
    })
}

async fn nothing() -> actix_web::HttpResponse {
    actix_web::HttpResponse::NotFound().finish()
}
