//! The public form as a browser goes through it: pages, cookies, tokens, the last form as
//! multipart, the receipt.

use super::binary::{HOST, Installation};
use crate::support::http::{Answer, Request};
use scraper::{Html, Selector};
use std::collections::BTreeMap;
use std::io;

/// One visitor with their cookies.
pub struct Browser<'a> {
    house: &'a Installation,
    from: String,
    cookies: BTreeMap<String, String>,
}

/// What somebody asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Name.
    pub name: String,
    /// Mail, different for everybody.
    pub email: String,
    /// What they write.
    pub words: String,
}

/// A form that is filled in and only has to be sent: the same bytes can be sent again.
#[derive(Clone)]
pub struct Filled {
    body: Vec<u8>,
}

/// What the receipt page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Reference.
    pub reference: String,
    /// Code.
    pub code: String,
}

const BOUNDARY: &str = "----------------------indsigt-test";

impl<'a> Browser<'a> {
    /// A new visitor from this network address.
    pub fn new(house: &'a Installation, from: String) -> Browser<'a> {
        Browser { house, from, cookies: BTreeMap::new() }
    }

    fn send(&mut self, mut request: Request) -> io::Result<Answer> {
        if !self.cookies.is_empty() {
            let jar: Vec<String> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
            request = request.header("Cookie", &jar.join("; "));
        }
        let answer = self.house.ask(request.header("Accept-Language", "en"), &self.from)?;
        self.cookies.extend(answer.cookies());
        Ok(answer)
    }

    /// A page. Anything but a page is a failure of the program.
    pub fn get(&mut self, path: &str) -> io::Result<Answer> {
        let answer = self.send(Request::new("GET", path))?;
        assert_eq!(answer.status, 200, "GET {path}: {}", answer.text());
        Ok(answer)
    }

    fn unsafe_request(path: &str) -> Request {
        let origin = format!("https://{HOST}");
        Request::new("POST", path).header("Origin", &origin).header("Sec-Fetch-Site", "same-origin")
    }

    /// Sends a form and follows where it leads.
    fn answer(&mut self, path: &str, fields: &[(&str, &str)]) -> io::Result<Answer> {
        let answer = self.send(Browser::unsafe_request(path).form(fields))?;
        let target = leads_to(&answer, path);
        self.get(&target)
    }

    /// Fills the form in, page by page.
    pub fn fill_in(&mut self, asked: &Asked) -> io::Result<Filled> {
        self.get("/o/shop")?;
        let mut page = self.get("/o/shop/ask/rights")?;
        for (step, fields) in [
            ("rights", vec![("right", "access"), ("right", "portability")]),
            ("about", vec![("words", asked.words.as_str())]),
            ("contact", vec![("name", asked.name.as_str()), ("email", asked.email.as_str())]),
            ("who", vec![("who", "self")]),
        ] {
            let hidden = hidden(&page);
            let mut all: Vec<(&str, &str)> = hidden.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            all.extend(fields);
            all.push(("go", "next"));
            page = self.answer(&format!("/o/shop/ask/{step}"), &all)?;
        }
        let mut parts: Vec<(String, String)> = hidden(&page);
        parts.push(("go".into(), "send".into()));
        Ok(Filled { body: multipart(&parts) })
    }

    /// Whether reference and code of a receipt open the case, as its page shows.
    pub fn opens(&mut self, receipt: &Receipt) -> bool {
        let page = self.get("/o/shop/find").unwrap();
        let hidden = hidden(&page);
        let mut all: Vec<(&str, &str)> = hidden.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        all.extend([("reference", receipt.reference.as_str()), ("code", receipt.code.as_str())]);
        let answer = self.send(Browser::unsafe_request("/o/shop/find").form(&all)).unwrap();
        answer.status == 303 && self.get("/o/shop/case").unwrap().text().contains(&receipt.reference)
    }

    /// Sends the filled form: whatever the program answers.
    pub fn try_send(&mut self, form: &Filled) -> io::Result<Answer> {
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        self.send(Browser::unsafe_request("/o/shop/ask/check").body(&kind, form.body.clone()))
    }

    /// Sends the filled form and reads the receipt to its last byte: from then on it counts.
    pub fn send_form(&mut self, form: &Filled) -> io::Result<Receipt> {
        let path = "/o/shop/ask/check";
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let answer = self.send(Browser::unsafe_request(path).body(&kind, form.body.clone()))?;
        let target = leads_to(&answer, path);
        assert!(target.starts_with("/o/shop/receipt"), "sending led to {target}");
        let page = self.get(&target)?;
        Ok(receipt_on(&page))
    }
}

fn leads_to(answer: &Answer, path: &str) -> String {
    assert_eq!(answer.status, 303, "POST {path}: {}", answer.text());
    answer.header("location").unwrap().to_owned()
}

fn texts(page: &Answer, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&page.text());
    let found: Vec<String> = html
        .select(&Selector::parse(selector).unwrap())
        .map(|e| e.text().collect::<String>().trim().to_owned())
        .collect();
    found
}

/// The hidden fields of the page's own form.
fn hidden(page: &Answer) -> Vec<(String, String)> {
    let html = Html::parse_document(&page.text());
    let selector = Selector::parse("main form[method=post] input[type=hidden]").unwrap();
    html.select(&selector)
        .filter_map(|e| Some((e.value().attr("name")?.to_owned(), e.value().attr("value")?.to_owned())))
        .collect()
}

fn receipt_on(page: &Answer) -> Receipt {
    match texts(page, ".receipt .keys dd").as_slice() {
        [reference, code] => Receipt { reference: reference.clone(), code: code.clone() },
        other => panic!("a receipt with {other:?}: {}", page.text()),
    }
}

/// The last page as a browser sends it, with an empty file field.
fn multipart(parts: &[(String, String)]) -> Vec<u8> {
    let mut body = String::new();
    for (name, value) in parts {
        body.push_str(&format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        ));
    }
    body.push_str(&format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n\r\n--{BOUNDARY}--\r\n"
    ));
    body.into_bytes()
}
