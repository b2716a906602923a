//! `migrate`: both databases made and brought up to date, as often as one likes.

use super::somebody_asks;
use crate::crash::binary::{no_mail, of_both_kinds};
use indsigt::store::cases;

#[test]
fn migrate_makes_both_databases_and_the_key_and_harms_nothing_the_next_time() {
    for house in of_both_kinds(no_mail()) {
        house.told(&["migrate"]).with(0).says(&["Both databases are up to date."]);
        let key = std::fs::read(house.master_key_file()).unwrap();
        somebody_asks(&house, "ada@people.example");
        house.told(&["migrate"]).with(0).says(&["Both databases are up to date."]);
        assert_eq!(std::fs::read(house.master_key_file()).unwrap(), key);
        let store = house.store();
        let [case] = cases::newest_ids(&store, 9).unwrap().try_into().unwrap();
        assert!(store.case_key(&case).is_ok(), "the case has lost its key");
    }
}

#[test]
fn migrate_says_why_it_cannot() {
    for house in of_both_kinds(no_mail()) {
        house.told(&["migrate"]).with(0);
        let key = house.master_key_file();
        std::fs::remove_file(&key).unwrap();
        house.told(&["migrate"]).with(1).complains(&["no master key at", "Put the key file"]);
        indsigt::crypto::keys::MasterKey::create(&key).unwrap();
        house.told(&["migrate"]).with(1).complains(&["master key", "not the key this installation"]);
    }
}
