//! `staff`: who may work here, on the command line.

use super::on_each;
use crate::crash::binary::{HOST, Installation, no_mail, of_both_kinds, until};
use crate::support::http::Request;

const IDA: &str = "ida@shop.example";

/// The link in what was printed.
fn link(out: &str) -> String {
    let wanted = format!("https://{HOST}/desk/invite/");
    let found = out.lines().find(|line| line.starts_with(&wanted));
    found.unwrap_or_else(|| panic!("no line is a link: {out}")).to_owned()
}

/// What the running program answers to whoever opens it.
fn opens(house: &Installation, link: &str) -> u16 {
    let path = link.trim_start_matches(&format!("https://{HOST}")).to_owned();
    house.ask(Request::new("GET", &path), "10.4.4.4").unwrap().status
}

fn listed(house: &Installation) -> Vec<String> {
    let list = house.told(&["staff", "list"]).with(0).out;
    list.lines().map(str::to_owned).collect()
}

#[test]
fn staff_are_invited_listed_disabled_and_reset() {
    on_each(|house, sink| {
        assert_eq!(listed(house), [""; 0], "nobody yet");
        let running = house.start();
        let add = ["staff", "add", IDA, "--name", "Ida Demo", "--role", "caseworker,officer", "--lang", "sv"];
        let first = link(&house.told(&add).with(0).says(&["Ida Demo is invited", "works once"]).out);
        assert_eq!(opens(house, &first), 200);
        assert_eq!(listed(house), [format!("{IDA}\tIda Demo\tinvited\tcaseworker,officer")]);
        until("the invitation is mailed", || sink.by_recipient().contains_key(IDA).then_some(()));

        let disabled = house.told(&["staff", "disable", "IDA@Shop.Example"]).with(0);
        disabled.says(&["cannot sign in any more"]);
        assert_eq!(opens(house, &first), 404, "an invitation of somebody who was disabled");
        assert_eq!(listed(house), [format!("{IDA}\tIda Demo\tdisabled\tcaseworker,officer")]);

        let second = link(&house.told(&["staff", "reset", IDA]).with(0).says(&["starts anew"]).out);
        assert_eq!((opens(house, &first), opens(house, &second)), (404, 200));
        let third = link(&house.told(&["staff", "reset", IDA]).with(0).out);
        assert_eq!((opens(house, &second), opens(house, &third)), (404, 200), "the newest link counts");
        assert_eq!(listed(house), [format!("{IDA}\tIda Demo\tinvited\tcaseworker,officer")]);
        running.stop();
    });
}

#[test]
fn staff_says_what_is_wrong_and_changes_nothing() {
    for house in of_both_kinds(no_mail()) {
        let add = |email: &str, name: &str| {
            house.told(&["staff", "add", email, "--name", name, "--role", "approver"])
        };
        add("no address", "Ida").with(1).complains(&["email: Write an e-mail address"]);
        add(IDA, "  ").with(1).complains(&["name: Write a name"]);
        add(IDA, "Ida").with(0);
        let again = add("Ida@shop.example", "Another");
        again.with(1).complains(&["email: Somebody already signs in with that address"]);
        for command in ["disable", "reset"] {
            let unknown = house.told(&["staff", command, "nobody@shop.example"]).with(1);
            unknown.complains(&["There is nobody with the address nobody@shop.example."]);
        }
        assert_eq!(listed(&house), [format!("{IDA}\tIda\tinvited\tapprover")]);
    }
}
