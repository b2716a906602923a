//! What a message was read as that is no data-protection request.

codes! {
    /// Where a message belongs that is not a request for a right of the GDPR.
    pub enum ReadAs {
        /// Access to public documents: aktindsigt, allmän handling.
        PublicAccess = "public_access",
        /// A question to customer service.
        Support = "support",
        /// A complaint about goods, services or people.
        Complaint = "complaint",
        /// About a contract, the rent, a bill.
        Contract = "contract",
        /// Anything else.
        Other = "other",
    }
}
