//! `indsigt serve`: the web and the worker in one process; `indsigt worker`: the worker alone.

use crate::cli::{boot, configuration};
use crate::clock::Clock;
use crate::config::Config;
use crate::services::{App, register};
use crate::web::render::Pages;
use crate::web::server;
use crate::web::state::{DemoSignIn, Settings, Web};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};

/// Runs web and worker until told to stop.
pub fn run(path: Option<&Path>) -> ExitCode {
    with_config(path, |config| {
        let app = Arc::new(boot::app(config, Clock::System, false)?);
        for warning in crate::services::notices::warnings(&app).map_err(|e| e.to_string())? {
            tracing::warn!("{warning}");
        }
        serve(config, app, None, Vec::new(), || {})
    })
}

/// Runs the worker alone, for a node that serves no web.
pub fn worker(path: Option<&Path>) -> ExitCode {
    with_config(path, |config| {
        let app = Arc::new(boot::app(config, Clock::System, false)?);
        let runtime = runtime()?;
        let worker = boot::worker(config, app.clone(), runtime.handle().clone())?;
        let stop = Arc::new(AtomicBool::new(false));
        let threads = worker.start(&stop);
        tracing::info!("the worker is running");
        runtime.block_on(async {
            tokio::select! {
                () = stop_signal() => {}
                () = failed_commit(&app) => {}
            }
        });
        stop.store(true, Ordering::Relaxed);
        join(threads);
        went_well(&app)
    })
}

fn with_config(path: Option<&Path>, work: impl FnOnce(&Config) -> Result<(), String>) -> ExitCode {
    let config = match configuration(path) {
        Ok(config) => config,
        Err(code) => return code,
    };
    boot::log(&config);
    match work(&config) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            let headline = if sentence == FAILED_COMMIT { "Indsigt ends." } else { "Indsigt cannot start." };
            eprintln!("{headline}\n{sentence}");
            ExitCode::FAILURE
        }
    }
}

/// The runtime of web and mail. SQL never runs on it.
pub fn runtime() -> Result<tokio::runtime::Runtime, String> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|e| format!("no threads can be started: {e}"))
}

/// Before the door closes, our proxies are given this long to hear from `/readyz` that we are
/// leaving and to send people elsewhere: as long as most wait between two questions.
const NOTICE: Duration = Duration::from_secs(2);

/// The port that is answered on.
///
/// # Errors
/// A sentence when it cannot be had.
pub fn listen(address: SocketAddr) -> Result<TcpListener, String> {
    TcpListener::bind(address)
        .map_err(|e| format!("Cannot listen on {address}: {e}. Is another program using it?"))
}

/// Serves until a signal: then nobody new is let in, what runs is finished, and the worker's
/// present jobs end.
pub fn serve(
    config: &Config,
    app: Arc<App>,
    demo_mails: Option<PathBuf>,
    demo_sign_ins: Vec<DemoSignIn>,
    is_up: impl FnOnce(),
) -> Result<(), String> {
    let listener = listen(config.listen.address)?;
    warn_of_unknown_activities(&app);
    let tls = boot::web_tls(config)?;
    let public = &config.general.public_url;
    let origin = public.as_str().trim_end_matches('/').to_owned();
    let settings = Settings {
        host: origin.split_once("://").map_or_else(|| origin.clone(), |(_, host)| host.to_owned()),
        is_https: public.is_https(),
        is_tls: tls.is_some(),
        origin,
        proxies: config.listen.behind_proxy.clone(),
        demo_mails,
        demo_sign_ins,
    };
    let pages = Pages::load().map_err(|e| e.to_string())?;
    let web = Arc::new(Web { app: app.clone(), pages, settings, is_leaving: AtomicBool::new(false) });
    let runtime = runtime()?;
    let worker = boot::worker(config, app, runtime.handle().clone())?;
    let stop = Arc::new(AtomicBool::new(false));
    let threads = worker.start(&stop);
    let served = actix_web::rt::System::new().block_on(async {
        let server = server::start(web.clone(), listener, tls)?;
        let handle = server.handle();
        let leaving = web.clone();
        actix_web::rt::spawn(async move {
            tokio::select! {
                () = stop_signal() => {
                    tracing::info!("stopping: nobody new is let in, what runs is finished");
                    leaving.is_leaving.store(true, Ordering::Relaxed);
                    if !leaving.settings.proxies.is_empty() {
                        actix_web::rt::time::sleep(NOTICE).await;
                    }
                }
                // nothing can be written: every second until the new start is one too many
                () = failed_commit(&leaving.app) => leaving.is_leaving.store(true, Ordering::Relaxed),
            }
            handle.stop(true).await;
        });
        tracing::info!(address = %config.listen.address, "indsigt is ready");
        is_up();
        server.await
    });
    stop.store(true, Ordering::Relaxed);
    join(threads);
    served.map_err(|e| format!("the web stopped: {e}"))?;
    went_well(&web.app)
}

/// An answer needs the register for every activity a data map names: what is missing is said at the
/// start, not when the first answer is written.
fn warn_of_unknown_activities(app: &App) {
    match register::unknown_activities(app) {
        Ok(unknown) => {
            for (activity, source, controller) in unknown {
                tracing::warn!(activity, source, controller, "no register has this activity of a data map");
            }
        }
        Err(error) => tracing::warn!(%error, "the register could not be held against the data maps"),
    }
}

const FAILED_COMMIT: &str = "A commit failed, and what of it is on the disk is not known. Whoever watches over this \
                             process starts it anew; it then reads what is there and goes on.";

/// How soon a failed commit ends the process.
const NOTICED: Duration = Duration::from_millis(200);

/// Waits for a commit that failed. Going on would mean to assume what is on the disk (R84): the
/// process ends with a failure, and systemd starts it anew.
async fn failed_commit(app: &App) {
    while !app.store.is_broken() {
        tokio::time::sleep(NOTICED).await;
    }
}

fn went_well(app: &App) -> Result<(), String> {
    if app.store.is_broken() { Err(FAILED_COMMIT.to_owned()) } else { Ok(()) }
}

fn join(threads: Vec<std::thread::JoinHandle<()>>) {
    for thread in threads {
        if thread.join().is_err() {
            tracing::error!("a worker thread panicked");
        }
    }
}

/// SIGTERM or Ctrl-C.
async fn stop_signal() {
    let (Ok(mut term), Ok(mut int)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = term.recv() => {}
        _ = int.recv() => {}
    }
}
