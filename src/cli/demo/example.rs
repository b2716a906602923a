//! A demo of somebody's own register: the organisations of a folder such as `examples/clienti`, with
//! the demo's colleagues and without its shop and cases.

use std::path::Path;
use toml::{Table, Value};

/// The register of the folder.
pub fn register(example: &Path) -> Result<String, String> {
    read(&example.join("register.toml"))
}

/// The configuration of the folder, made to live where the demo lives: nothing of it may leave the
/// machine, whatever the file says.
pub fn configuration(example: &Path, folder: &Path, port: u16) -> Result<String, String> {
    let path = example.join("indsigt.toml");
    let mut config: Table = read(&path)?.parse().map_err(|e| format!("{}: {e}", path.display()))?;
    let section = |pairs: &[(&str, &str)]| {
        Value::Table(pairs.iter().map(|(key, value)| ((*key).to_owned(), Value::from(*value))).collect())
    };
    let sender = config.get("mail").and_then(|mail| mail.get("sender")).and_then(Value::as_str);
    let sender = sender.unwrap_or("Demo <indsigt@example.com>").to_owned();
    for own in ["database", "keys", "audit", "source"] {
        config.remove(own);
    }
    let address = format!("127.0.0.1:{port}");
    config.insert("public_url".into(), format!("http://{address}").into());
    config.insert("data_dir".into(), folder.join("data").display().to_string().into());
    config.insert("development".into(), true.into());
    config.insert("listen".into(), section(&[("address", &address)]));
    config.insert("mail".into(), section(&[("transport", "file"), ("sender", &sender)]));
    config.insert("log".into(), section(&[("level", "warn"), ("format", "text")]));
    Ok(config.to_string())
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}
