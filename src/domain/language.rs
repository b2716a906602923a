//! The languages the product speaks.

codes! {
    /// A language of pages, letters and packages. A text that exists in one exists in all.
    pub enum Lang {
        /// Danish, as written in Denmark.
        Da = "da",
        /// Swedish, as written in Sweden.
        Sv = "sv",
        /// British English.
        En = "en",
    }
}

impl Lang {
    /// The language's own name, for the switch.
    pub const fn own_name(self) -> &'static str {
        match self {
            Lang::Da => "Dansk",
            Lang::Sv => "Svenska",
            Lang::En => "English",
        }
    }

    /// Picks from an `Accept-Language` header among `offered`; the first offered when nothing fits.
    /// Norwegian readers get Danish when it is offered, as it is the nearest we have.
    pub fn negotiate(header: &str, offered: &[Lang]) -> Lang {
        let mut wanted: Vec<(&str, f32)> = header
            .split(',')
            .take(20)
            .filter_map(|part| {
                let (tag, rest) = part.trim().split_once(';').unwrap_or((part.trim(), ""));
                let weight = rest.trim().strip_prefix("q=").map_or(Some(1.0), |q| q.parse().ok())?;
                Some((tag.split('-').next()?, weight))
            })
            .filter(|(_, weight)| *weight > 0.0)
            .collect();
        wanted.sort_by(|a, b| b.1.total_cmp(&a.1));
        wanted
            .iter()
            .filter_map(|(tag, _)| match tag.to_ascii_lowercase().as_str() {
                "no" | "nb" | "nn" => Some(Lang::Da),
                tag => Lang::from_code(tag),
            })
            .find(|lang| offered.contains(lang))
            .or_else(|| offered.first().copied())
            .unwrap_or(Lang::En)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_s_strongest_wish_that_we_speak_wins() {
        assert_eq!(Lang::negotiate("de,sv;q=0.8,en;q=0.9", Lang::ALL), Lang::En);
        assert_eq!(Lang::negotiate("sv-SE,sv;q=0.9,en;q=0.8", Lang::ALL), Lang::Sv);
        assert_eq!(Lang::negotiate("nb-NO", Lang::ALL), Lang::Da);
        assert_eq!(Lang::negotiate("fi;q=nonsense,,;", &[Lang::Sv, Lang::En]), Lang::Sv);
        assert_eq!(Lang::negotiate("en", &[Lang::Da]), Lang::Da);
    }
}
