//! `indsigt demo`: a marked demo organisation in a folder of its own, with a small shop database, a
//! desk with cases in different states, and mails that are readable at a page only the demo has.

mod cases;
mod example;
mod people;
mod shop;

use crate::cli::{boot, register, serve};
use crate::clock::Clock;
use crate::config::Config;
use crate::services::register::file;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// Where the demo lives and answers.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Folder for everything the demo keeps
    #[arg(long, default_value = "indsigt-demo")]
    folder: PathBuf,
    /// Port on this machine
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Organisations of your own: a folder with indsigt.toml and register.toml, such as examples/clienti
    #[arg(long, value_name = "FOLDER")]
    example: Option<PathBuf>,
}

/// Makes the demo (once) and serves it.
pub fn run(arguments: &Arguments) -> ExitCode {
    match start(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("The demo cannot start.\n{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn start(arguments: &Arguments) -> Result<(), String> {
    let folder = folder(&arguments.folder)?;
    // making the demo takes a while: that the port is taken is said before
    drop(serve::listen(SocketAddr::from(([127, 0, 0, 1], arguments.port)))?);
    // the file comes last: a demo whose making was broken off has none
    let finished = folder.join("finished");
    let is_new = !finished.exists();
    if is_new && folder.join("data").join("indsigt.db").exists() {
        return Err(format!(
            "The demo was not made to its end. Delete {} and start again.",
            folder.display()
        ));
    }
    match &arguments.example {
        Some(example) => {
            let settings = example::configuration(example, &folder, arguments.port)?;
            write(&folder.join("indsigt.toml"), &settings)?;
        }
        None => {
            write(&folder.join("shop.map.toml"), include_str!("demo/shop.map.toml"))?;
            write(&folder.join("indsigt.toml"), &configuration(&folder, arguments.port))?;
            if !folder.join("shop.db").exists() {
                shop::make(&folder.join("shop.db"))?;
            }
        }
    }
    let config = read(&folder)?;
    boot::log(&config);
    if is_new {
        println!("Making the demo in {} …", folder.display());
        people::make(&config)?;
        match &arguments.example {
            Some(example) => {
                write_register(&config, &folder.join("register.toml"), &example::register(example)?)?
            }
            None => {
                let shop = include_str!("demo/shop.register.toml");
                write_register(&config, &folder.join("shop.register.toml"), shop)?;
                cases::make(&config)?;
            }
        }
        write(&finished, "")?;
    }
    let app = Arc::new(boot::app(&config, Clock::System, true)?);
    let address = config.general.public_url.as_str().trim_end_matches('/').to_owned();
    let signs = people::sign_ins(&address);
    serve::serve(&config, app, Some(config.mail_folder()), people::known(), || {
        println!("{}", welcome(&folder, &address, &signs, arguments.example.is_some()));
    })
}

/// What the answers of the demo say about the processing.
fn write_register(config: &Config, path: &Path, text: &str) -> Result<(), String> {
    write(path, text)?;
    let read = file::read(text).map_err(|e| format!("{}, line {}: {}", path.display(), e.line, e.what))?;
    register::bring_in(&boot::app(config, Clock::System, true)?, &read, path)?;
    Ok(())
}

fn welcome(folder: &Path, address: &str, sign_ins: &str, is_example: bool) -> String {
    let about = if is_example {
        "The organisations are those of the folder you named; the colleagues are invented"
    } else {
        "Everything in it is invented"
    };
    format!(
        "\nThe demo is ready. {about}, and nothing leaves this machine.\n\n\
         Ask as a person:      {address}/\n\
         Work at the desk:     {address}/desk\n\
         Read the mails:       {address}/demo/mails\n\n\
         {sign_ins}\n\
         Everything it keeps:  {}   (delete the folder to start anew)\n\
         Stop with Ctrl-C.\n",
        folder.display()
    )
}

/// The folder, readable by its owner only: it holds the demo's keys.
fn folder(wanted: &Path) -> Result<PathBuf, String> {
    use std::os::unix::fs::DirBuilderExt;
    let failed = |e: std::io::Error| format!("The folder {} cannot be used: {e}", wanted.display());
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(wanted).map_err(failed)?;
    std::fs::canonicalize(wanted).map_err(failed)
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|e| format!("{}: {e}", path.display()))
}

fn read(folder: &Path) -> Result<Config, String> {
    let path = folder.join("indsigt.toml");
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    // the environment of the machine is for real installations
    Config::parse(&text, &crate::config::Environment::new())
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

/// The demo's configuration, as a person would write it.
fn configuration(folder: &Path, port: u16) -> String {
    let shop = folder.join("shop.db");
    format!(
        r##"# Configuration of the demo. Everything in it is invented.
public_url = "http://127.0.0.1:{port}"
data_dir = "{data}"
development = true

[listen]
address = "127.0.0.1:{port}"

[mail]
transport = "file"
sender = "Nordlys Handel demo <privatliv@nordlys.example>"

[log]
level = "warn"
format = "text"

[[controller]]
slug = "nordlys"
legal_name = "Nordlys Handel A/S (demo)"
number = "00000000"
country = "DK"
promise_days = 30
address = """
Eksempelvej 1
0000 Demoby"""
phone = "00 00 00 00"
email = "privatliv@nordlys.example"
contact_person = "Karin Demo"
privacy_notice = "https://nordlys.example/privatliv"
about.da = "Opdigtet webbutik til demonstration"
about.sv = "Påhittad webbutik för demonstration"
about.en = "An invented web shop for demonstration"

[[controller]]
slug = "nordlys-norden"
legal_name = "Nordlys Norden AB (demo)"
number = "000000-0000"
country = "SE"
promise_days = "none"
address = """
Exempelvägen 1
000 00 Demostad"""
phone = "00-000 00 00"
email = "integritet@nordlys.example"
contact_person = "Karin Demo"
privacy_notice = "https://nordlys.example/integritet"
about.da = "Opdigtet svensk webbutik til demonstration"
about.sv = "Påhittad svensk webbutik för demonstration"
about.en = "An invented Swedish web shop for demonstration"

[[source]]
name = "webshop"
kind = "sqlite"
url = "sqlite:{shop}"
map = "{map}"
controllers = ["nordlys", "nordlys-norden"]
"##,
        data = folder.join("data").display(),
        shop = shop.display(),
        map = folder.join("shop.map.toml").display(),
    )
}
