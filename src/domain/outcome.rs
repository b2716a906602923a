//! How a request ended. Outcomes are kept apart from states.

codes! {
    /// The outcome of a request; set when the answer is written, final when it is closed.
    pub enum Outcome {
        /// Everything that was asked for was done.
        Fulfilled = "fulfilled",
        /// Part was done, part refused or withheld; carries grounds.
        PartlyFulfilled = "partly_fulfilled",
        /// Nothing was done; carries grounds, and the letter names authority and court (art. 12(4)).
        Refused = "refused",
        /// We hold nothing about the person under the identifiers they proved.
        NoData = "no_data",
        /// The person cannot be identified (arts. 11(2), 12(6)).
        CannotIdentify = "cannot_identify",
        /// The person took the request back.
        Withdrawn = "withdrawn",
        /// No reply came for 60 days after we asked.
        Lapsed = "lapsed",
        /// The same request stands in another case.
        Duplicate = "duplicate",
        /// Passed on to the controller we are processor for.
        Forwarded = "forwarded",
        /// It was something else than a data-protection request.
        NotARequest = "not_a_request",
    }
}

impl Outcome {
    /// Whether data leave the house or are changed, so that the identity level of the right must be reached.
    pub const fn releases(self) -> bool {
        matches!(self, Outcome::Fulfilled | Outcome::PartlyFulfilled)
    }

    /// Whether the letter must carry grounds, authority and court (art. 12(4)).
    pub const fn needs_grounds(self) -> bool {
        matches!(self, Outcome::Refused | Outcome::PartlyFulfilled | Outcome::CannotIdentify)
    }

    /// Whether a caseworker may choose it in an answer (the others follow from an event of their own).
    pub const fn is_answer(self) -> bool {
        matches!(
            self,
            Outcome::Fulfilled
                | Outcome::PartlyFulfilled
                | Outcome::Refused
                | Outcome::NoData
                | Outcome::CannotIdentify
        )
    }
}
