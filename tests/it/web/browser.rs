//! A browser without script: it keeps a session, sends forms as they stand, and follows nothing by itself.

use crate::support::house::{Colleague, House, PASSWORD};
use indsigt::services::signing::{self, Attempt};
use reqwest::multipart;
use scraper::{Html, Selector};

/// A signed-in member of staff at their browser.
pub struct Browser<'a> {
    house: &'a House,
    token: String,
    http: reqwest::Client,
    runtime: tokio::runtime::Runtime,
}

/// What came back.
pub struct Page {
    /// Status.
    pub status: u16,
    /// Where it leads.
    pub location: Option<String>,
    /// The page.
    pub html: String,
}

impl Page {
    /// The text of the page, spaces made single.
    pub fn text(&self) -> String {
        let all: String =
            Html::parse_document(&self.html).root_element().text().collect::<Vec<_>>().join(" ");
        all.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// An attribute of every element that matches.
    pub fn all(&self, selector: &str, attribute: &str) -> Vec<String> {
        let page = Html::parse_document(&self.html);
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector).filter_map(|e| e.attr(attribute).map(str::to_owned)).collect()
    }

    /// How many elements match.
    pub fn count(&self, selector: &str) -> usize {
        Html::parse_document(&self.html).select(&Selector::parse(selector).unwrap()).count()
    }

    /// The text of every element that matches.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.html);
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector).map(|e| e.text().collect::<String>().trim().to_owned()).collect()
    }
}

impl<'a> Browser<'a> {
    /// Signs a colleague in.
    pub fn of(house: &'a House, colleague: &Colleague) -> Browser<'a> {
        let code = house.fresh_code(colleague);
        let attempt = Attempt {
            email: &colleague.email,
            password: PASSWORD,
            code: &code,
            from: "127.0.0.1",
            device: None,
        };
        let token = signing::sign_in(&house.app, &attempt).unwrap().token;
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()
            .unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Browser { house, token, http, runtime }
    }

    fn send(&self, request: reqwest::RequestBuilder) -> Page {
        let request = request
            .header("cookie", format!("desk={}", self.token))
            .header("origin", &self.house.address)
            .header("sec-fetch-site", "same-origin");
        self.runtime.block_on(async {
            let answer = request.send().await.unwrap();
            let header =
                |name: &str| answer.headers().get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
            let (status, location) = (answer.status().as_u16(), header("location"));
            Page { status, location, html: answer.text().await.unwrap() }
        })
    }

    /// Opens a page.
    pub fn get(&self, path: &str) -> Page {
        self.send(self.http.get(format!("{}{path}", self.house.address)))
    }

    /// Fetches a file: its status and its bytes.
    pub fn fetch(&self, path: &str) -> (u16, Vec<u8>) {
        let request = self.http.get(format!("{}{path}", self.house.address));
        let request = request.header("cookie", format!("desk={}", self.token));
        self.runtime.block_on(async {
            let answer = request.send().await.unwrap();
            (answer.status().as_u16(), answer.bytes().await.unwrap().to_vec())
        })
    }

    /// Sends a form of a page that was opened: its token and version, and what was filled in.
    pub fn post(&self, page: &Page, path: &str, fields: &[(&str, &str)]) -> Page {
        let one = |name: &str| {
            page.all(&format!("input[name={name}]"), "value").first().cloned().unwrap_or_default()
        };
        let (csrf, version) = (one("csrf"), one("version"));
        let mut all = vec![("csrf", csrf.as_str()), ("version", version.as_str())];
        all.extend(fields);
        self.post_raw(path, &all)
    }

    /// Sends exactly these fields.
    pub fn post_raw(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.send(self.http.post(format!("{}{path}", self.house.address)).form(fields))
    }

    /// Opens a page and sends its form.
    pub fn fill(&self, page: &str, path: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.get(page);
        assert_eq!(page.status, 200, "{}", page.text());
        self.post(&page, path, fields)
    }

    /// Sends a form with a file.
    pub fn upload(&self, page: &Page, path: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Page {
        let one = |name: &str| {
            page.all(&format!("input[name={name}]"), "value").first().cloned().unwrap_or_default()
        };
        let mut form = multipart::Form::new().text("csrf", one("csrf")).text("version", one("version"));
        for (name, value) in fields {
            form = form.text(name.to_string(), value.to_string());
        }
        let part = multipart::Part::bytes(file.1.to_vec()).file_name(file.0.to_owned());
        let form = form.part("file", part);
        self.send(self.http.post(format!("{}{path}", self.house.address)).multipart(form))
    }
}
