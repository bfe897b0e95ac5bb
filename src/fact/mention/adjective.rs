//! Endings of French adjectives, and of nouns for who does something.

/// Endings of nouns for who does something: `collaborateur`, `plasticienne`.
pub(super) fn is_agent(word: &str) -> bool {
    const ENDINGS: [&str; 14] = [
        "ateur", "atrice", "iteur", "itrice", "isseur", "ienne", "icien", "iste", "istes", "logue", "logues", "ateurs",
        "iciens", "crate",
    ];
    word.len() > 6 && ENDINGS.iter().any(|e| word.ends_with(e))
}

/// Endings of French adjectives that follow a noun, and adjectives of origin
/// and rank without such an ending.
pub(super) fn is_adjective(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ais", "aise", "ois", "oise", "ien", "ienne", "ain", "aine", "éen", "éenne", "al", "ale", "aux", "if", "ive",
        "ique", "aire", "iste", "el", "elle", "eux", "euse", "able", "ible", "ol", "ole",
    ];
    const OTHERS: &[&str] = &[
        "russe",
        "belge",
        "suisse",
        "allemand",
        "allemande",
        "turc",
        "turque",
        "grec",
        "grecque",
        "tchèque",
        "arabe",
        "corse",
        "serbe",
        "croate",
        "kurde",
        "slave",
        "adjoint",
        "adjointe",
        "délégué",
        "déléguée",
        "retraité",
        "retraitée",
        "associé",
        "spécialisé",
        "spécialisée",
        "anonyme",
        "français",
        "sortant",
        "sortante",
        "suppléant",
        "suppléante",
        "proche",
        "haut",
        "jaune",
        "jaunes",
        "vert",
        "rouge",
        "public",
        "publique",
        "ultra",
    ];
    let singular = word.trim_end_matches('s');
    OTHERS.contains(&word)
        || OTHERS.contains(&singular)
        || ENDINGS.iter().any(|e| word.ends_with(e) || singular.ends_with(e))
}
