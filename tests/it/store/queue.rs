//! The queue: every request is on exactly the tabs it belongs to, and paging loses none.

use crate::support::cases::on;
use crate::support::{Databases, on_both, open_case};
use chrono::Duration;
use indsigt::domain::access::Role;
use indsigt::domain::language::Lang;
use indsigt::domain::right::Right;
use indsigt::store::queue::{self, Tab, View};
use indsigt::store::staff;
use std::collections::BTreeSet;

fn view(tab: Tab) -> View<'static> {
    View { tab, controller_id: None, staff_id: "ann", today: on(3, 2), after: None, is_officer: false }
}

fn ids(db: &Databases, view: &View<'_>) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let mut view = view.clone();
    loop {
        let (rows, more) = db.store().look(|c| queue::page(c, &view)).unwrap();
        let sorted: Vec<_> = rows.iter().map(|r| r.after(view.tab)).collect();
        for row in &rows {
            assert!(all.insert(row.request_id.clone()), "a row stands on two pages");
        }
        if !more {
            let counts = db.store().look(|c| queue::counts(c, &view)).unwrap();
            let counted = counts.iter().find(|(tab, _)| *tab == view.tab).map(|(_, n)| *n);
            // closed ones are not counted; every other tab says how many there are
            let expected = Some(i64::try_from(all.len()).unwrap()).filter(|_| view.tab != Tab::Closed);
            assert_eq!(counted, expected, "{}", view.tab);
            return all;
        }
        view.after = sorted.last().unwrap().clone();
    }
}

fn member(db: &Databases, id: &str) {
    db.write(|tx| staff::invite(tx, id, &format!("{id}@shop.example"), id, &[Role::Caseworker], Lang::Da))
        .unwrap();
}

#[test]
fn open_requests_come_by_date_and_paging_loses_none() {
    on_both(|db| {
        let case = open_case(db, &[Right::Access; 130]);
        // many on one date, in an order that has nothing to do with their ids
        for (number, id) in case.requests.iter().enumerate() {
            let day = 1 + (number * 7) % 5;
            db.sql(&format!("UPDATE requests SET act_by_on = '2026-04-0{day}' WHERE id = '{id}'")).unwrap();
        }
        let (first, more) = db.store().look(|c| queue::page(c, &view(Tab::Open))).unwrap();
        assert!(more);
        assert!(first.windows(2).all(|pair| {
            (pair[0].act_by_on, &pair[0].request_id) < (pair[1].act_by_on, &pair[1].request_id)
        }));
        assert_eq!(ids(db, &view(Tab::Open)).len(), 130);
    });
}

#[test]
fn closed_requests_come_newest_first_and_paging_loses_none() {
    on_both(|db| {
        let case = open_case(db, &[Right::Access; 120]);
        for (number, id) in case.requests.iter().enumerate() {
            // closed in another order than they came, several at the same instant
            let minute = (number * 37) % 40;
            db.sql(&format!(
                "UPDATE requests SET state = 'closed', is_open = FALSE, outcome = 'no_data', \
                 closed_at = '2026-03-02 09:{minute:02}:00' WHERE id = '{id}'"
            ))
            .unwrap();
        }
        let (first, _) = db.store().look(|c| queue::page(c, &view(Tab::Closed))).unwrap();
        assert!(first.windows(2).all(|pair| pair[0].closed_at >= pair[1].closed_at));
        assert_eq!(ids(db, &view(Tab::Closed)).len(), 120);
        assert_eq!(ids(db, &view(Tab::Open)).len(), 0);
    });
}

#[test]
fn every_tab_shows_its_own() {
    on_both(|db| {
        member(db, "ann");
        member(db, "bo");
        let rights = [Right::Access; 6];
        let case = open_case(db, &rights);
        let set = |n: usize, columns: &str| {
            db.sql(&format!("UPDATE requests SET {columns} WHERE id = '{}'", case.requests[n])).unwrap();
        };
        set(0, "assignee = 'ann', act_by_on = '2026-02-27', statutory_on = '2026-03-01'");
        // only the promise is missed: that is soon, never late
        set(5, "act_by_on = '2026-03-01', statutory_on = '2026-03-02'");
        set(1, "assignee = 'bo', act_by_on = '2026-03-02'");
        set(2, "act_by_on = '2026-03-09', state = 'awaiting_person'");
        set(3, "act_by_on = '2026-03-10'");
        set(4, "state = 'closed', is_open = FALSE, outcome = 'withdrawn', closed_at = '2026-03-02 09:00:00'");
        for (tab, expected) in [
            (Tab::Mine, vec![0]),
            (Tab::Unassigned, vec![2, 3, 5]),
            (Tab::DueSoon, vec![1, 2, 5]),
            (Tab::Overdue, vec![0]),
            (Tab::Paused, vec![2]),
            (Tab::Open, vec![0, 1, 2, 3, 5]),
            (Tab::Closed, vec![4]),
        ] {
            let expected: BTreeSet<String> =
                expected.iter().map(|n: &usize| case.requests[*n].clone()).collect();
            assert_eq!(ids(db, &view(tab)), expected, "{tab}");
        }
        let found = db
            .store()
            .look(|c| queue::of_cases(c, std::slice::from_ref(&case.id), &view(Tab::Mine)))
            .unwrap();
        assert_eq!(found.len(), 6);
        let other = View { controller_id: Some("another"), ..view(Tab::Open) };
        assert_eq!(ids(db, &other).len(), 0);
    });
}

#[test]
fn nobody_sees_a_case_about_themselves_and_of_a_colleague_only_who_works_on_it() {
    on_both(|db| {
        member(db, "ann");
        let (about_me, about_bo) = (open_case(db, &[Right::Access]), open_case(db, &[Right::Access; 2]));
        db.clock.advance(Duration::seconds(1));
        db.sql(&format!("UPDATE cases SET about_staff = 'ann' WHERE id = '{}'", about_me.id)).unwrap();
        db.sql(&format!("UPDATE cases SET about_staff = 'bo' WHERE id = '{}'", about_bo.id)).unwrap();
        let officer = View { is_officer: true, ..view(Tab::Open) };
        assert_eq!(ids(db, &view(Tab::Open)).len(), 0);
        assert_eq!(ids(db, &officer), about_bo.requests.iter().cloned().collect());
        db.sql(&format!("UPDATE requests SET assignee = 'ann' WHERE id = '{}'", about_bo.requests[0]))
            .unwrap();
        assert_eq!(ids(db, &view(Tab::Open)), [about_bo.requests[0].clone()].into());
    });
}

#[test]
fn counting_ends_somewhere() {
    on_both(|db| {
        let case = open_case(db, &[Right::Access]);
        let columns = "case_id, right_code, state, is_open, received_on, extension_delivered, \
                       extension_disputable, answer_grounds, answer_complete, single_handed, \
                       statutory_on, shown_on, act_by_on, last_extend_on, last_extend_paused_on, level_needed, \
                       level, made_at";
        db.sql(&format!(
            "INSERT INTO requests (id, {columns}) \
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1100) \
             SELECT 'r' || i, {columns} FROM requests, n WHERE requests.id = '{}'",
            case.requests[0]
        ))
        .unwrap();
        let counts = db.store().look(|c| queue::counts(c, &view(Tab::Open))).unwrap();
        let counted = |tab| counts.iter().find(|(of, _)| *of == tab).unwrap().1;
        assert_eq!(
            (counted(Tab::Open), counted(Tab::Unassigned), counted(Tab::Mine)),
            (queue::MOST_COUNTED, queue::MOST_COUNTED, 0)
        );
    });
}
