//! Words beside and in the names of organisations.

use crate::enumerated::enumerated;

enumerated! {
    /// What a word beside or in the name of an organisation is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum OrganisationWord {
        /// Words that begin the name of an institution.
        Institution => "institution",
        /// Institutions whose name follows at once: `lycée`.
        NamedInstitution => "named-institution",
        /// Ministries.
        Ministry => "ministry",
        /// Partners and relatives of the person whose name a company bears.
        Partner => "partner",
        /// Associations of people, called so before or behind their name.
        Association => "association",
        /// The same, whose name follows behind `de` or an article.
        Collective => "collective",
        /// Movements, which are said of events too.
        Movement => "movement",
        /// What an organisation is called behind its name.
        InstitutionType => "institution-type",
        /// What a company is called before or behind its name.
        Company => "company",
        /// What a company is called before its name.
        Firm => "firm",
        /// Last words of names.
        NameEnding => "name-ending",
        /// What a ministry is responsible for.
        Portfolio => "portfolio",
        /// Assemblies and exchanges.
        Assembly => "assembly",
        /// Courts and offices that every town has.
        LocalOffice => "local-office",
        /// People and rooms of an organisation: `services`.
        Staff => "staff",
        /// Board, seat and plants of a company.
        Seat => "seat",
    }
}
