//! Entering a letter, a call, a visit.

use crate::domain::language::Lang;
use crate::web::view::parts::{Choice, FieldError, SumStep};
use crate::web::view::{Said, pages, shell::Desk};
use chrono::NaiveDate;
use serde::Serialize;

/// `GET|POST /desk/enter`, multipart: `channel`, `received_on`, `late_reason`, `controller`,
/// `name`, `email`, `phone`, `address`, `other_ids`, `protected`, `kind`, `rep_name`, `rep_email`, `rep_phone`,
/// `rep_address`, `about_staff`, `words`,
/// `right` each, `file`, `receipt` (`print`, `mail`), `language`, hidden `key`,
/// `go` (`dates`, `enter`).
#[derive(Debug, Clone, Serialize)]
pub struct EnterCase {
    /// The frame.
    pub desk: Desk,
    /// Makes sending twice one case.
    pub key: String,
    /// What has to be mended.
    pub errors: Vec<FieldError>,
    /// Code of the channel.
    pub channel: String,
    /// Largest file in megabytes.
    pub max_megabytes: i64,
    /// As typed.
    pub received_on: String,
    /// Today: the latest day that can be typed.
    pub today_on: NaiveDate,
    /// Why it is entered late.
    pub late_reason: String,
    /// Our organisations.
    pub controllers: Vec<Choice>,
    /// The date it leads to, once a day is typed.
    pub answer_by: Option<EnterDate>,
    /// Name.
    pub name: String,
    /// Mail.
    pub email: String,
    /// Phone.
    pub phone: String,
    /// Post.
    pub address: String,
    /// Customer number and such.
    pub other_ids: String,
    /// Protected name or address.
    pub protected: bool,
    /// Code of the kind of representative; empty when they write themselves.
    pub kind: String,
    /// The representative's name.
    pub rep_name: String,
    /// The representative's mail.
    pub rep_email: String,
    /// Their phone.
    pub rep_phone: String,
    /// Their postal address.
    pub rep_address: String,
    /// Our members of staff, to say whom it is about when it is one of them: they never see it.
    pub about_staff: Vec<Choice>,
    /// Their own words.
    pub words: String,
    /// Ticked rights.
    pub rights: Vec<String>,
    /// `print` or `mail`.
    pub receipt: String,
    /// Language of our letters.
    pub language: Lang,
    /// Languages to choose.
    pub languages: Vec<Lang>,
    /// Open cases that may be the same person's: reference and case id.
    pub perhaps: Vec<(String, String)>,
}

/// The date a received date leads to.
#[derive(Debug, Clone, Serialize)]
pub struct EnterDate {
    /// Answer by.
    pub on: NaiveDate,
    /// Days to it.
    pub days: i64,
    /// How it was computed.
    pub sums: Vec<SumStep>,
}

/// After entering: the receipt to print, with the code, once (`/desk/cases/{id}/receipt`).
#[derive(Debug, Clone, Serialize)]
pub struct EnteredReceipt {
    /// The frame.
    pub desk: Desk,
    /// Case id.
    pub case_id: String,
    /// Language of the receipt.
    pub language: Lang,
    /// Which organisation.
    pub controller: String,
    /// Its address and number, on one line.
    pub controller_line: String,
    /// Reference.
    pub reference: String,
    /// The code, in groups; none when it goes by mail.
    pub code: Option<String>,
    /// Received on.
    pub received_on: NaiveDate,
    /// Answer by.
    pub answer_by_on: NaiveDate,
    /// How we understood it.
    pub understood: Vec<Said>,
    /// Where the case can be followed.
    pub find_address: String,
}

pages! { EnterCase => "desk/enter.html", EnteredReceipt => "desk/entered.html" }
