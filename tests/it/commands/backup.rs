//! `backup` while the program runs, and `restore` somewhere else: everything is there, the chains
//! are whole, and nothing goes out until a person confirms.

use super::{on_each, somebody_asks};
use crate::crash::binary::{Installation, until};
use crate::crash::browser::{Asked, Browser};
use crate::crash::sink::Sink;
use crate::support::postgres;
use indsigt::store::{cases, erasures, outside};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// Another installation of the same kind, with this master key and nothing else.
fn elsewhere(house: &Installation, sink: &Sink) -> Installation {
    let other = match house.url.starts_with("postgres") {
        true => Installation::postgres(&postgres::address().unwrap(), sink.address()),
        false => Installation::sqlite(sink.address()),
    };
    let key = other.master_key_file();
    std::fs::create_dir(key.parent().unwrap()).unwrap();
    std::fs::copy(house.master_key_file(), &key).unwrap();
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).unwrap();
    other
}

/// The signed heads outside, as a watcher elsewhere has copied them.
fn heads_outside(house: &Installation) -> PathBuf {
    let (from, to) = (house.folder().join("data/checkpoints"), house.folder().join("heads"));
    until("a head is outside", || outside::heads(&from).is_ok_and(|heads| !heads.is_empty()).then_some(()));
    std::fs::create_dir(&to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
    to
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_backup_of_the_running_program_comes_back_elsewhere_whole_and_held_until_confirmed() {
    on_each(|house, sink| {
        let ada = somebody_asks(house, "ada@people.example");
        let folder = house.folder().join("backup");
        let running = house.start();
        let heads = heads_outside(house);
        house.told(&["backup", text(&folder)]).with(0).says(&["1 cases", "The master key is not in it"]);
        let mut browser = Browser::new(house, "10.9.8.6".into());
        let bea = Asked { name: "Bea".into(), email: "bea@people.example".into(), words: "After it".into() };
        let form = browser.fill_in(&bea).unwrap();
        browser.send_form(&form).unwrap();
        running.stop();
        let sent = sink.received().len();

        let other = elsewhere(house, sink);
        let restored = other.told(&["restore", text(&folder)]).with(0);
        restored.says(&[
            "Restored the backup of",
            "1 cases",
            "held until a person confirms",
            "restore --confirm",
        ]);
        let verified = other.told(&["audit", "verify", "--heads", text(&heads)]).with(0);
        verified.says(&["Everything is as it was written."]);
        other.told(&["doctor"]).with(0).says(&["look   mail, timers and links are held since a restore"]);
        let store = other.store();
        assert_eq!(cases::newest_ids(&store, 9).unwrap().len(), 1, "what came after the backup is not in it");
        drop(store);

        let running = other.start();
        other.told(&["staff", "add", "ida@shop.example", "--name", "Ida", "--role", "officer"]).with(0);
        let mut browser = Browser::new(&other, "10.9.8.5".into());
        assert!(browser.opens(&ada), "the person finds their case again");
        running.stop();
        assert_eq!(sink.received().len(), sent, "a mail left although everything is held");

        other.told(&["restore", "--confirm"]).with(0).says(&["Confirmed: mail, timers and links go on."]);
        other.told(&["restore", "--confirm"]).with(0).says(&["Nothing is held here."]);
        let running = other.start();
        until("the invitation is mailed", || {
            sink.by_recipient().contains_key("ida@shop.example").then_some(())
        });
        running.stop();
        assert_eq!(sink.by_recipient()["ada@people.example"].len(), 1, "nobody gets a letter twice");
        other.told(&["audit", "verify"]).with(0).says(&["Everything is as it was written."]);
    });
}

#[test]
fn a_restore_that_cannot_be_done_says_why_and_leaves_nothing() {
    on_each(|house, sink| {
        somebody_asks(house, "ada@people.example");
        let folder = house.folder().join("backup");
        house.told(&["backup", text(&folder)]).with(0);
        house.told(&["backup", text(&folder)]).with(1).complains(&["is not empty", "new or empty folder"]);
        let restore = ["restore", text(&folder)];
        house.told(&restore).with(1).complains(&["Nothing was restored", "the target is not empty"]);

        let other = elsewhere(house, sink);
        let right = std::fs::read(other.master_key_file()).unwrap();
        std::fs::remove_file(other.master_key_file()).unwrap();
        other.told(&restore).with(1).complains(&["master.key"]);
        assert!(!other.master_key_file().exists(), "a restore makes no key");
        indsigt::crypto::keys::MasterKey::create(&other.master_key_file()).unwrap();
        other.told(&restore).with(1).complains(&["Nothing was restored", "master key does not open"]);
        std::fs::write(other.master_key_file(), right).unwrap();

        let manifest = folder.join("main/manifest.json");
        let whole = std::fs::read(&manifest).unwrap();
        std::fs::write(&manifest, &whole[..whole.len() / 2]).unwrap();
        other.told(&restore).with(1).complains(&["Nothing was restored", "manifest.json"]);
        std::fs::write(&manifest, whole).unwrap();
        // none of these left anything in the way of the one that is right
        other.told(&restore).with(0);
    });
}

#[test]
fn what_was_erased_since_the_backup_is_erased_again_before_anybody_is_served() {
    on_each(|house, sink| {
        let ada = somebody_asks(house, "ada@people.example");
        let folder = house.folder().join("backup");
        house.told(&["backup", text(&folder)]).with(0);
        let store = house.store();
        let case = cases::newest_ids(&store, 1).unwrap().remove(0);
        let key_id = store.look(|db| cases::door(db, &ada.reference)).unwrap().unwrap().key_id;
        store.vault.destroy(&case, &key_id, store.clock.now()).unwrap();
        let heads = house.folder().join("outside");
        erasures::put_outside(&store, &heads, &store.vault.erasure(&key_id).unwrap().unwrap()).unwrap();
        drop(store);

        let blind = elsewhere(house, sink);
        let told = blind.told(&["restore", text(&folder)]).with(0);
        told.says(&["No erasure is known", "--heads"]);
        assert!(blind.store().case_key(&case).is_ok(), "without the list nobody can know");
        // the folder is put in place afterwards: the next start holds what is there against it
        let into = blind.folder().join("data/checkpoints").join(erasures::FOLDER);
        std::fs::create_dir_all(&into).unwrap();
        let name = format!("{key_id}.json");
        std::fs::copy(heads.join(erasures::FOLDER).join(&name), into.join(&name)).unwrap();
        let running = blind.start();
        assert!(!Browser::new(&blind, "10.9.8.4".into()).opens(&ada), "the person opens an erased case");
        running.stop();
        assert!(blind.store().case_key(&case).is_err());

        let other = elsewhere(house, sink);
        let told = other.told(&["restore", text(&folder), "--heads", text(&heads)]).with(0);
        told.says(&["1 cases had come back and were erased again"]);
        assert!(other.store().case_key(&case).is_err() && other.store().vault.key(&key_id).is_err());
    });
}
