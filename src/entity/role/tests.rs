use super::*;
use crate::corpus::{DocKey, Line, LineKind, Meta, Place, SourceFormat};

/// One paragraph; people between `[` and `]`, organisations between `{` and `}`.
fn page(marked: &str) -> (Document, Vec<Entity>) {
    let (mut text, mut entities): (String, Vec<Entity>) = (String::new(), Vec::new());
    let mut open = 0;
    for c in marked.chars() {
        match c {
            '[' | '{' => open = text.len(),
            ']' | '}' => {
                let name = text[open..].to_owned();
                let kind = if c == ']' { EntityKind::Person } else { EntityKind::Organisation };
                let mention =
                    crate::entity::Mention { span: Span::new(open, text.len()), rule: "model", doubtful: false };
                let last = name.rsplit(' ').next().unwrap_or("").to_owned();
                match entities.iter_mut().find(|e| e.name.ends_with(&last)) {
                    Some(e) => e.mentions.push(mention),
                    None => entities.push(Entity { name, kind, cited: false, forms: vec![], mentions: vec![mention] }),
                }
            }
            _ => text.push(c),
        }
    }
    let line = Line { span: Span::new(0, text.len()), kind: LineKind::Body, rule: "test", reason: None, repeats: None };
    let document = Document {
        key: DocKey::of_text(&text),
        place: Place::default(),
        format: SourceFormat::Plain,
        text: text.into(),
        original: None,
        lines: vec![line],
        cuts: vec![],
        meta: Meta::default(),
        notices: vec![],
    };
    (document, entities)
}

fn check(marked: &str, expect: &[(&str, &str)]) {
    let (d, e) = page(marked);
    let found: Vec<(&str, &str)> =
        references(&d, &e).iter().map(|r| (r.span.of(&d.text), e[r.entity].name.as_str())).collect();
    assert_eq!(found, expect, "{marked}");
}

#[test]
fn a_title_with_its_state_stands_for_the_person_named_with_it() {
    check(
        "Le président kényan [Amos Kirui] a reçu le dirigeant chilien, [Luis Parra], mardi. Le président kényan a salué le leader chilien.",
        &[("Le président kényan", "Amos Kirui"), ("le leader chilien", "Luis Parra")],
    );
}

#[test]
fn a_title_that_several_have_stands_for_nobody() {
    check("La ministre [Anna Berg] parle. La ministre de la Santé, [Rosa Lind], répond. La ministre conclut.", &[]);
    check("Selon [Anna Berg], maire de la commune, rien ne change. La maire insiste.", &[("La maire", "Anna Berg")]);
}

#[test]
fn offices_and_former_holders_are_told_apart() {
    check(
        "Le ministre de la Défense [Jan Holm] et le ministre de l’Économie [Per Dahl] sont là. Le ministre de la Défense sourit.",
        &[("Le ministre de la Défense", "Jan Holm")],
    );
    check(
        "L’ancien président [Jan Holm] a croisé le président [Per Dahl]. Le président a souri.",
        &[("Le président", "Per Dahl")],
    );
}

#[test]
fn a_group_stands_for_the_company_named_with_it() {
    check("Le groupe {Valorec} licencie. Le groupe se tait.", &[("Le groupe", "Valorec")]);
}

#[test]
fn nothing_is_bound_without_evidence_in_the_text() {
    check("[Amos Kirui] arrive. Le président chilien attend.", &[]);
}

#[test]
fn the_subject_of_a_verb_stands_beside_no_name() {
    check("Après [Amos Kirui], le ministre routier de la place s'est dit déçu. Le ministre se tait.", &[]);
    check("[Amos Kirui], le ministre qui s'est tu, sourit. Le ministre se tait.", &[("Le ministre", "Amos Kirui")]);
}

#[test]
fn a_given_name_of_several_people_takes_no_description() {
    let (d, mut e) = page("[Amos Kirui] a vu [Amos Lenz]. Voilà [Amos], le ministre. Le ministre se tait.");
    let short = e.pop().expect("it stands alone").mentions;
    e[0].mentions.extend(short);
    assert_eq!(references(&d, &e), []);
    // Of one alone it is clear who is meant.
    e.remove(1);
    assert_eq!(references(&d, &e).len(), 1);
}

#[test]
fn who_leads_the_state_is_nobody_who_leads_something_else() {
    check("[Jan Holm], président du Sénat, parle. [Per Dahl] rit. Le chef de l'État se tait.", &[]);
    check("[Jan Holm], président du Sénat, parle. [Per Dahl] rit. Le président de la République se tait.", &[]);
    check(
        "Le chef de l'État [Per Dahl] rit. [Jan Holm], président du Sénat, parle. Le président de la République se tait.",
        &[("Le président de la République", "Per Dahl")],
    );
    check("Le président [Per Dahl] rit. [Jan Holm] parle. Le chef de l'État se tait.", &[]);
    check("Le président [Per Dahl] rit. Le chef de l'État se tait.", &[("Le chef de l'État", "Per Dahl")]);
    check("Le président allemand [Per Dahl] rit. [Jan Holm] parle, [Jan Holm] sourit. Le chef de l'État se tait.", &[]);
}

#[test]
fn of_several_presidents_the_title_alone_is_nobody() {
    check("Le président [Per Dahl] rit. [Jan Holm], président du club, parle. Le président se tait.", &[]);
    check("[Jan Holm], président du club, parle. Le président se tait.", &[("Le président", "Jan Holm")]);
    // Somebody else was named since, who is no less likely.
    check("[Jan Holm], président du club, parle. [Per Dahl] rit. Le président se tait.", &[]);
}

#[test]
fn what_somebody_is_said_to_be_stands_for_nobody_else() {
    check("Le pilote [Per Dahl] attend. [Jan Holm] est sans doute le pilote.", &[]);
    check("Le pilote [Per Dahl] attend. La mer est calme, le pilote attend.", &[("le pilote", "Per Dahl")]);
}

#[test]
fn an_ordinal_is_no_title() {
    check("Le premier ministre [Per Dahl] rit. Le premier syndicat du pays se tait. Le premier aussi.", &[]);
}

#[test]
fn a_description_of_a_name_behind_it_stands_for_nobody_else() {
    check("Le général [Jan Holm] attend. Le général suédois [Per Dahl] rit.", &[]);
    check("L'acteur [Jan Holm] attend. L'acteur et chanteur [Per Dahl] rit.", &[]);
    check("L'acteur [Jan Holm] attend. L'acteur parle à [Per Dahl].", &[("L'acteur", "Jan Holm")]);
    check("Le porte-parole [Jan Holm] attend. Le porte-parole de M. [Per Dahl] rit.", &[]);
    check("[Jan Holm], président du groupe, attend. Le président du groupe {Valorec} [Per Dahl] rit.", &[]);
}
