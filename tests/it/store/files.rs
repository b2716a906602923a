//! Sealed files: what was written is read, what was changed is not, and nothing half-made stays.

use crate::support::{Databases, on_both, open_case};
use indsigt::domain::right::Right;
use indsigt::store::error::Error;
use indsigt::store::files::{self, Kind, Written};
use std::io::{Read, Write};
use std::path::PathBuf;

fn write(db: &Databases, key: &indsigt::crypto::keys::CaseKey, bytes: &[u8]) -> Written {
    let mut out = db.store().files.create(key).unwrap();
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

fn on_disk(db: &Databases) -> Vec<PathBuf> {
    let folders = std::fs::read_dir(db.store().files.folder()).unwrap().map(|e| e.unwrap().path());
    folders.flat_map(|f| std::fs::read_dir(f).unwrap().map(|e| e.unwrap().path())).collect()
}

#[test]
fn a_file_is_read_as_it_was_written() {
    on_both(|db| {
        let case = open_case(db, &[Right::Access]);
        let bytes: Vec<u8> = (0..200_000u32).map(|n| (n % 251) as u8).collect();
        let written = write(db, &case.key, &bytes);
        db.write(|tx| {
            files::insert(
                tx,
                &case.key,
                &case.id,
                &written,
                Kind::Upload,
                None,
                "my letter.pdf",
                "application/pdf",
            )
        })
        .unwrap();
        let row = db.store().look(|c| files::in_case(c, &case.id, &written.id)).unwrap();
        assert_eq!((row.name(&case.key).unwrap().as_str(), row.bytes), ("my letter.pdf", 200_000));
        let mut read = Vec::new();
        db.store().files.read(&case.key, &written.id).unwrap().read_to_end(&mut read).unwrap();
        assert_eq!(read, bytes);
        assert!(matches!(
            db.store().look(|c| files::in_case(c, "another case", &written.id)),
            Err(Error::NotFound)
        ));
        assert_eq!(db.store().look(|c| files::uploaded_bytes(c, &case.id)).unwrap(), (1, 200_000));
        assert_eq!(db.store().look(|c| files::of_case(c, &case.id, Kind::Package)).unwrap().len(), 0);
    });
}

#[test]
fn a_changed_or_exchanged_file_is_not_read() {
    let db = Databases::sqlite();
    let case = open_case(&db, &[Right::Access]);
    let (one, other) = (write(&db, &case.key, &[1; 100]), write(&db, &case.key, &[2; 100]));
    let path = |id: &str| on_disk(&db).into_iter().find(|p| p.ends_with(id)).unwrap();
    std::fs::copy(path(&other.id), path(&one.id)).unwrap();
    let mut read = Vec::new();
    db.store().files.read(&case.key, &one.id).unwrap().read_to_end(&mut read).unwrap_err();
    assert!(read.is_empty());
}

#[test]
fn an_unfinished_file_leaves_nothing_behind() {
    let db = Databases::sqlite();
    let case = open_case(&db, &[Right::Access]);
    let mut out = db.store().files.create(&case.key).unwrap();
    out.write_all(&[3; 300_000]).unwrap();
    assert_eq!(on_disk(&db).len(), 1);
    drop(out);
    assert_eq!(on_disk(&db).len(), 0);
    let kept = write(&db, &case.key, b"kept");
    assert!(db.store().files.exists(&kept.id));
    db.store().files.remove(&kept.id).unwrap();
    db.store().files.remove(&kept.id).unwrap();
    assert!(!db.store().files.exists(&kept.id));
}

#[test]
fn the_folder_of_the_files_is_closed_to_others() {
    use std::os::unix::fs::PermissionsExt;
    let db = Databases::sqlite();
    let mode = std::fs::metadata(db.store().files.folder()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}
