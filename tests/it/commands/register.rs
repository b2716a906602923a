//! `register`: the register of processing as a file, with the line of whatever is wrong.

use crate::crash::binary::{Installation, no_mail, of_both_kinds};
use std::path::PathBuf;

const REGISTER: &str = r#"name = "shop"
controllers = ["shop"]
languages = ["da", "en"]

[[recipient]]
code = "mailer"
name = "Mailer Inc."
kind = "processor"
does = { da = "Sender nyhedsbreve", en = "Sends newsletters" }
country = "US"
agreement = "terms"

[[transfer]]
code = "mailer-us"
recipient = "mailer"
country = "US"
mechanism = "privacy_shield"

[[retention]]
code = "unsubscribed"
label = { da = "Fem dage efter afmelding", en = "Five days after unsubscribing" }
starts = "withdrawn"
period = { days = 5 }
then = "erase"

[[activity]]
code = "newsletter"
label = { da = "Nyhedsbrev", en = "Newsletter" }
role = "controller"
purposes = { da = "At sende nyheder", en = "To send news" }
retention = ["unsubscribed"]
recipients = ["mailer"]
[[activity.basis]]
article_6 = "a"
"#;

fn file(house: &Installation, name: &str, text: &str) -> PathBuf {
    let path = house.folder().join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_register_is_checked_imported_exported_and_imported_again() {
    for house in of_both_kinds(no_mail()) {
        let path = file(&house, "register.toml", REGISTER);
        let path = path.to_str().unwrap();
        house.told(&["register", "export"]).with(1).complains(&["There is no register yet", "import FILE"]);
        let checked = house.told(&["register", "check", path]).with(0);
        let lapsed = "register.toml, line 17: Transfer “mailer-us”: Why it is allowed: nothing allows this transfer \
                      today. Last day: 2020-07-15";
        checked.says(&["warning", lapsed, "can be kept: the register \"shop\""]);
        house.told(&["register", "export"]).with(1).complains(&["There is no register yet"]);
        let kept = house.told(&["register", "import", path]).with(0);
        kept.says(&["warning", lapsed, "The register \"shop\" is kept as version 1."]);
        house.told(&["register", "import", path]).with(0).says(&["says this already: version 1"]);

        let exported = house.told(&["register", "export", "--name", "shop"]).with(0).out;
        assert!(exported.starts_with("# The register \"shop\", version 1."), "{exported}");
        let again = file(&house, "again.toml", &exported);
        let again = house.told(&["register", "import", again.to_str().unwrap()]).with(0);
        again.says(&["says this already: version 1"]);
        let changed = file(&house, "changed.toml", &exported.replace("Newsletter", "News by mail"));
        let changed = house.told(&["register", "import", changed.to_str().unwrap()]).with(0);
        changed.says(&["is kept as version 2."]);
        house.told(&["register", "export"]).with(0).says(&["version 2", "News by mail"]);
        let unknown = house.told(&["register", "export", "--name", "other"]).with(1);
        unknown.complains(&["There is no register \"other\". There is: shop."]);
        house.told(&["audit", "verify"]).with(0);
    }
}

#[test]
fn what_is_wrong_with_a_register_is_named_with_its_line_and_nothing_is_kept() {
    let house = Installation::sqlite(no_mail());
    let wrong = |from: &str, to: &str, said: &[&str]| {
        assert!(REGISTER.contains(from), "{from}");
        let path = file(&house, "wrong.toml", &REGISTER.replacen(from, to, 1));
        for command in ["check", "import"] {
            house.told(&["register", command, path.to_str().unwrap()]).with(1).complains(said);
        }
    };
    wrong("does =", "doess =", &["wrong.toml, line 9: unknown field `doess`"]);
    wrong("\"withdrawn\"", "\"whenever\"", &["line 22: unknown variant `whenever`"]);
    wrong("name = \"shop\"", "name = \"shop", &["line 1: "]);
    let unknown =
        "line 32: Activity “newsletter”: Recipients: there is no “postman”. Add it, or choose another.";
    wrong("[\"mailer\"]\n[[", "[\"postman\"]\n[[", &[unknown, "Nothing was kept."]);
    wrong("code = \"newsletter\"", "code = \"News\"", &["line 27: Activity “News”: “News” is no code."]);
    let elsewhere = "line 2: Organisations: “shop-two” is no organisation of this installation.";
    wrong("controllers = [\"shop\"]", "controllers = [\"shop-two\"]", &[elsewhere]);
    wrong(
        "country = \"US\"",
        "country = \"USA\"",
        &["line 10: Recipient “mailer”: Country (two letters): “USA”"],
    );
    house.told(&["register", "check", "nowhere.toml"]).with(1).complains(&["nowhere.toml cannot be read"]);
    house.told(&["register"]).with(2).complains(&["import", "export", "check"]);
    house.told(&["register", "export"]).with(1).complains(&["There is no register yet"]);
}
