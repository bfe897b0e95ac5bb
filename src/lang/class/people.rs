//! Words beside and in the names of people.

use crate::enumerated::enumerated;

enumerated! {
    /// What a word beside or in the name of a person is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum PersonWord {
        /// Particles inside names of people: `ben`, `van`.
        NameParticle => "name-particle",
        /// Offices that have a capital before a name.
        OfficeTitle => "office-title",
        /// What stands before such an office: `Deputy`.
        OfficeQualifier => "office-qualifier",
        /// The unit of age.
        YearOfAge => "year-of-age",
        /// Ministers, who are called by what they are responsible for.
        Minister => "minister",
        /// Prosecutors, who are called by their town.
        Prosecutor => "prosecutor",
        /// Forms of address with a capital.
        Honorific => "honorific",
        /// Beginnings of given names before a full stop.
        AbbreviatedGivenName => "abbreviated-given-name",
        /// Family names that stand before a given name of one word.
        FamilyName => "family-name",
        /// Months that are names of people too.
        Month => "month",
        /// Who may be the head of a state.
        HeadOfState => "head-of-state",
        /// Who may be the head of a government.
        HeadOfGovernment => "head-of-government",
        /// Titles of several words; the value is the shorter title that they stand for, and behind a stroke its office.
        MultiwordTitle => "multiword-title",
        /// Adjectives behind a title that do not change who it is.
        OfficeAdjective => "office-adjective",
        /// Adjectives of who holds an office now, on either side of it.
        Incumbent => "incumbent",
        /// Adjectives before a title of who comes to it or stands in.
        Newcomer => "newcomer",
        /// Adjectives of who held an office once.
        Former => "former",
        /// Titles that go with a given name alone: `le roi Philippe`.
        GivenNameTitle => "given-name-title",
        /// Participles of being asked for a comment: `contactée`.
        Approached => "approached",
    }
}
