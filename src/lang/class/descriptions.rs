//! Words in descriptions of people and bodies: `l’ancien ministre`.

use crate::enumerated::enumerated;

enumerated! {
    /// What a word in a description of somebody is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum DescriptionWord {
        /// Definite articles.
        Definite => "definite",
        /// Definite articles without their vowel.
        Elided => "elided",
        /// The same without their apostrophe.
        BareElided => "bare-elided",
        /// Indefinite articles of the singular.
        Indefinite => "indefinite",
        /// Demonstrative determiners of the singular.
        Pointing => "pointing",
        /// Prepositions with a masculine article.
        Contracted => "contracted",
        /// Articles and determiners of a man.
        Masculine => "masculine",
        /// Articles and determiners of a woman.
        Feminine => "feminine",
        /// Demonstrative determiners before `dernier`.
        Demonstrative => "demonstrative",
        /// Determiners of the singular.
        Singular => "singular",
        /// Determiners of several before a label in marks.
        Plural => "plural",
        /// The article of several in `l’une des participantes`.
        Partitive => "partitive",
        /// What joins a complement to its noun.
        Complement => "complement",
        /// Prepositions that join a noun to what it is for.
        Link => "link",
        /// Prepositions before a noun of time.
        TimeLink => "time-link",
        /// Nouns behind a preposition that say when or where, not who.
        Time => "time",
        /// The preposition of `en exercice`.
        Locative => "locative",
        /// Nouns behind it that belong to an office.
        OfficeComplement => "office-complement",
        /// Before a possessor, with its article too.
        Genitive => "genitive",
        /// Prepositions whose `de` joins no possessor: `auprès de`.
        Beside => "beside",
        /// First words of offices: `premier ministre`.
        Rank => "rank",
        /// Second words of such offices.
        Ranked => "ranked",
        /// The first of several.
        Ordinal => "ordinal",
        /// Adjectives that, alone, mean whoever was named last: `ce dernier`.
        Last => "last",
        /// Adjectives of youth before a noun for a person.
        Young => "young",
        /// Adjectives of another one.
        Other => "other",
        /// The adjective of identity.
        Same => "same",
        /// Adjectives of who held an office once.
        Former => "former",
        /// Adjectives before their noun.
        ForeAdjective => "fore-adjective",
        /// Adjectives that with *de* stand for an article of several: `de nombreux maires`.
        ManyAdjective => "many-adjective",
        /// Numbers that count people in a description.
        SmallNumber => "small-number",
        /// Adjectives behind their noun whose ending does not tell.
        Adjective => "adjective",
        /// What is worn or held, and with a colour names who does: `un casque bleu`.
        Garment => "garment",
        /// Its colours.
        Colour => "colour",
        /// Nouns whose singular looks like a plural.
        Invariable => "invariable",
        /// Feminine nouns for men and women.
        Epicene => "epicene",
        /// Plural nouns for people behind a name: `White House officials`.
        PluralPerson => "plural-person",
        /// General nouns for who leads.
        Leader => "leader",
        /// Offices that nobody holds beside another one.
        Office => "office",
        /// Nouns that mean whoever was named last.
        Reference => "reference",
        /// Kinds of organisations by which a text calls one that it has named.
        Body => "body",
        /// Nouns for what somebody sends.
        Message => "message",
    }
}
