//! Arguments that make no sense: a clear sentence, code 2, and nothing was done.

use crate::crash::binary::{Ended, Installation, no_mail, program};

fn told(arguments: &[&str]) -> Ended {
    Ended::of(program(arguments))
}

#[test]
fn without_a_command_or_with_an_unknown_one_the_commands_are_named() {
    told(&[]).with(2).complains(&["Usage: indsigt", "serve", "doctor", "deadline", "restore"]);
    told(&["docter"]).with(2).complains(&["unrecognized subcommand 'docter'", "doctor"]);
    told(&["staff"]).with(2).complains(&["add", "list", "disable", "reset"]);
    let help = told(&["--help"]).with(0);
    help.says(&["Bring both databases up to date", "Say what is wrong with the installation"]);
    assert!(told(&["--version"]).with(0).out.starts_with("indsigt "));
}

#[test]
fn an_argument_that_is_missing_or_wrong_is_named_with_what_would_do() {
    let house = Installation::sqlite(no_mail());
    let add = |more: &[&str]| house.told(&[&["staff", "add", "ida@shop.example"], more].concat());
    add(&["--name", "Ida"]).with(2).complains(&["--role <ROLE>"]);
    add(&["--role", "officer"]).with(2).complains(&["--name <NAME>"]);
    add(&["--name", "Ida", "--role", "boss"])
        .with(2)
        .complains(&["there is no role \"boss\": caseworker, approver, officer, auditor, administrator"]);
    let lang = add(&["--name", "Ida", "--role", "officer", "--lang", "fr"]).with(2);
    lang.complains(&["\"fr\" is none of da, sv, en"]);
    house.told(&["backup"]).with(2).complains(&["<FOLDER>"]);
    house.told(&["restore"]).with(2).complains(&["<FOLDER>"]);
    house.told(&["restore", "a", "--confirm"]).with(2).complains(&["--confirm", "cannot be used with"]);
    house.told(&["audit"]).with(2).complains(&["verify"]);
    house.told(&["deadline"]).with(2).complains(&["--received <DATE>", "--country <COUNTRY>"]);
    house.told(&["demo", "--port", "99999"]).with(2).complains(&["99999", "0..=65535"]);
    assert!(!house.folder().join("data").exists() && !house.folder().join("main.sqlite").exists());
}

#[test]
fn a_configuration_that_is_not_there_is_said_by_every_command_that_needs_one() {
    let folder = tempfile::TempDir::new().unwrap();
    let missing = folder.path().join("nowhere.toml");
    let at = ["--config", missing.to_str().unwrap()];
    for command in [
        &["serve"][..],
        &["worker"],
        &["migrate"],
        &["staff", "list"],
        &["doctor"],
        &["backup", "b"],
        &["restore", "b"],
        &["audit", "verify"],
    ] {
        let said = told(&[command, &at].concat()).with(1);
        said.complains(&["Cannot read", "nowhere.toml", "indsigt.example.toml shows every setting"]);
    }
}
