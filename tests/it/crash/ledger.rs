//! The client that keeps a ledger: sends forms from several threads and writes down each one whose
//! receipt arrived to the last byte.

use super::binary::{HOST, Installation, until};
use super::browser::{Asked, Browser, Filled, Receipt};
use crate::support::http::Request;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// A submission that was acknowledged.
#[derive(Debug, Clone)]
pub struct Acknowledged {
    /// What was asked.
    pub asked: Asked,
    /// The receipt.
    pub receipt: Receipt,
}

/// What the clients wrote down.
#[derive(Default)]
pub struct Ledger {
    intended: Mutex<Vec<Asked>>,
    acknowledged: Mutex<Vec<Acknowledged>>,
    /// Forms that were sent once more after the program had died under them.
    pub resumed: AtomicUsize,
    /// Forms that were sent once more although they had their receipt.
    pub repeated: AtomicUsize,
    is_over: AtomicBool,
}

impl Ledger {
    /// How many were acknowledged so far.
    pub fn count(&self) -> usize {
        self.acknowledged.lock().unwrap().len()
    }

    /// All that were acknowledged.
    pub fn acknowledged(&self) -> Vec<Acknowledged> {
        self.acknowledged.lock().unwrap().clone()
    }

    /// All that anybody meant to send.
    pub fn intended(&self) -> Vec<Asked> {
        self.intended.lock().unwrap().clone()
    }

    /// No new form is begun.
    pub fn close(&self) {
        self.is_over.store(true, Ordering::Relaxed);
    }

    /// Closes the ledger when the value goes, also when a test fails, so that nobody goes on.
    pub fn closing(&self) -> Closing<'_> {
        Closing(self)
    }

    /// One client: fills in and sends one form after the other until the ledger is closed.
    pub fn client(&self, house: &Installation, client: usize) {
        let mut before: Option<(Browser<'_>, Filled, Receipt)> = None;
        for number in 0.. {
            if self.is_over.load(Ordering::Relaxed) {
                return;
            }
            let asked = asked(client, number);
            self.intended.lock().unwrap().push(asked.clone());
            let from = format!("10.{client}.{}.{}", number / 250, number % 250 + 1);
            let (browser, form, receipt, was_killed) = self.submit(house, &asked, from);
            let entry = Acknowledged { asked, receipt: receipt.clone() };
            self.acknowledged.lock().unwrap().push(entry);
            // a double click, and after a crash the form before as well
            let mut again = vec![(browser, form, receipt)];
            again.extend(before.take().filter(|_| was_killed));
            if number % 3 == 0 || was_killed {
                for (browser, form, receipt) in &mut again {
                    self.repeat(house, browser, form, receipt);
                }
            }
            before = again.into_iter().next();
        }
    }

    /// Sends one form until its receipt is complete. The program may die at any point: before the
    /// form was sent everything begins anew, afterwards the same form is sent again.
    fn submit<'a>(
        &self,
        house: &'a Installation,
        asked: &Asked,
        from: String,
    ) -> (Browser<'a>, Filled, Receipt, bool) {
        let mut was_killed = false;
        let (mut browser, form) = loop {
            let mut browser = Browser::new(house, from.clone());
            match browser.fill_in(asked) {
                Ok(form) => break (browser, form),
                Err(_) => was_killed = true,
            }
            wait(house);
        };
        loop {
            match browser.send_form(&form) {
                Ok(receipt) => return (browser, form, receipt, was_killed),
                Err(_) => was_killed = true,
            }
            self.resumed.fetch_add(1, Ordering::Relaxed);
            wait(house);
        }
    }

    fn repeat(&self, house: &Installation, browser: &mut Browser<'_>, form: &Filled, receipt: &Receipt) {
        loop {
            match browser.send_form(form) {
                Ok(again) => {
                    assert_eq!(&again, receipt, "the same form again has another receipt");
                    self.repeated.fetch_add(1, Ordering::Relaxed);
                    return;
                }
                Err(_) => wait(house),
            }
        }
    }
}

/// See [`Ledger::closing`].
pub struct Closing<'a>(&'a Ledger);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        self.0.close();
    }
}

fn wait(house: &Installation) {
    until("the program answers again", || {
        let answer = Request::new("GET", "/readyz").header("Host", HOST).send(house.address).ok()?;
        (answer.status == 200).then_some(())
    });
}

fn asked(client: usize, number: usize) -> Asked {
    Asked {
        name: format!("Søren Ågren-{client}.{number}"),
        email: format!("person-{client}-{number}@people.example"),
        words: format!("Everything about order {client}/{number}, \u{200b}also\u{202e} this – tak! 你好"),
    }
}
