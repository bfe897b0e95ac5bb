//! A name over the corpus: what its articles call it, what it says, what is
//! said about it, where it stands, and which names are near to it.

use super::analysis::Analysed;
use super::candidate::Candidate;
use super::resources::Resources;
use super::stop::Stop;
use super::task::Task;
use super::text_access::TextOptions;
use crate::corpus::DocId;
use crate::entity::merge::{CorpusNames, Decisions, Merged, NameKey, decided};
use crate::fact::{EntityProfile, entity_profile};
use crate::notice::Notice;
use crate::search::text::{Snippet, snippet};
use crate::text::sanitise::one_line;
use crate::text::{Span, fold};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Names shown as near.
const NEAR: usize = 12;
/// Characters of a mention's line on each side.
const CONTEXT: usize = 90;
/// Articles that are told of first.
const FIRST: usize = 60;
/// Most articles that are in memory at a time, and lost when a page is stopped.
const PART: usize = 480;
/// From how many words on the same words in two articles are surely one quotation
/// printed twice; fewer may well be said twice.
const REPRINT: usize = 5;

/// A name that shares a word, or that the reader took off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Near {
    /// Its key.
    pub key: NameKey,
    /// As it is written.
    pub name: String,
    /// Mentions in the corpus.
    pub count: usize,
    /// The reader said that it is another name.
    pub parted: bool,
}

/// Words of an article with their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where they stand.
    pub span: Span,
    /// The words before, the words themselves and those after, on one line.
    pub words: [String; 3],
    /// It is doubtful who says them.
    pub doubtful: bool,
}

/// A name in one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InArticle {
    /// The article.
    pub id: DocId,
    /// Quotations that are given to it.
    pub said: Vec<Passage>,
    /// Quotations of others that name it.
    pub about: Vec<Passage>,
    /// Its first mention.
    pub mention: Option<Passage>,
    /// How many mentions there are.
    pub mentions: usize,
    /// Where they stand, in thousandths of the text, in order.
    pub places: Vec<u16>,
}

/// All of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamePage {
    /// Identity of the name.
    pub id: NameKey,
    /// Names near to it, most mentioned first.
    pub near: Vec<Near>,
    /// What it is called, as written, with how often; most first.
    pub roles: Vec<(String, usize)>,
    /// Its articles, in the order given.
    pub articles: Vec<InArticle>,
    /// The words for what it is called, folded, in all their spellings.
    called: BTreeMap<String, BTreeMap<String, usize>>,
    /// Where each spelling stands first in what was read.
    pub places: BTreeMap<NameKey, (DocId, Span)>,
    /// Articles that name it and were not read for this page.
    pub left_out: usize,
}

/// Reads what the documents say of a name, a part at a time: each part that was
/// read is told with those before.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// In which light texts are read.
    pub texts: TextOptions,
    /// The name.
    pub key: NameKey,
    /// Names over the corpus.
    pub corpus_names: Arc<CorpusNames>,
    /// What the reader decided about names.
    pub decisions: Decisions,
    /// What was read of other documents before, to be gone on from.
    pub so_far: Option<Arc<NamePage>>,
    /// How many articles are read before the first is told: a page that is read
    /// again does not get shorter meanwhile.
    pub first: usize,
    /// The documents, in the order in which they are read.
    pub documents: Vec<Candidate>,
}

impl Task for Name {
    /// `None` when there is no such name.
    type Report = Option<Arc<NamePage>>;

    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Self::Report)) -> Result<(), Notice> {
        let texts = with.texts(self.texts);
        let Some(mut gathering) = Gathering::new(&self.key, &self.corpus_names, &self.decisions) else {
            out(None);
            return Ok(());
        };
        gathering.page = self.so_far.as_deref().cloned().unwrap_or(gathering.page);
        let counter = stop.counter(self.documents.len());
        let mut documents = self.documents.into_iter();
        let mut part = FIRST;
        let mut untold = self.first;
        loop {
            let some: Vec<Candidate> = documents.by_ref().take(part).collect();
            let last = documents.len() == 0;
            let n = some.len();
            let Some(read) = texts.all_counted(some, &counter, stop) else { return Ok(()) };
            // An article that cannot be read any more says nothing of a name.
            gathering.add(&read.into_iter().flatten().collect::<Vec<Analysed>>());
            untold = untold.saturating_sub(n);
            if last || untold == 0 {
                out(Some(Arc::new(gathering.page())));
            }
            if last {
                return Ok(());
            }
            // Each page that is told is laid out whole.
            part = (part * 2).min(PART);
        }
    }
}

/// Makes the page of a name from the articles that were read; `None` when the
/// corpus has no such name.
pub fn name_page(
    key: &NameKey,
    corpus_names: &CorpusNames,
    decisions: &Decisions,
    read: &[Analysed],
) -> Option<NamePage> {
    let mut gathering = Gathering::new(key, corpus_names, decisions)?;
    gathering.add(read);
    Some(gathering.page())
}

/// A page that is being made.
struct Gathering<'n> {
    merged: &'n Merged,
    decisions: &'n Decisions,
    forms: BTreeSet<&'n NameKey>,
    page: NamePage,
}

impl<'n> Gathering<'n> {
    fn new(key: &NameKey, corpus_names: &'n CorpusNames, decisions: &'n Decisions) -> Option<Self> {
        let merged = corpus_names.get(key)?;
        let page = NamePage {
            id: merged.id.clone(),
            near: near(merged, corpus_names, decisions),
            roles: Vec::new(),
            articles: Vec::new(),
            called: BTreeMap::new(),
            places: BTreeMap::new(),
            left_out: merged.documents.len(),
        };
        let forms = merged.forms.iter().filter(|f| !f.doubtful).map(|f| &f.key).collect();
        Some(Self { merged, decisions, forms, page })
    }

    fn add(&mut self, read: &[Analysed]) {
        for x in read {
            self.add_one(x);
        }
    }

    fn add_one(&mut self, x: &Analysed) {
        let text = &x.document.text;
        let entities = decided(text, &x.analysis.entities, self.decisions);
        let is = |e: &crate::entity::Entity| {
            let key = NameKey::new(e.kind, &e.name);
            key == self.merged.id || self.forms.contains(&key)
        };
        // Speakers are counted among the names as they were found.
        let changed = matches!(entities, std::borrow::Cow::Owned(_));
        let facts = if changed { crate::fact::find(&x.document, &entities) } else { x.analysis.facts.clone() };
        let EntityProfile { mentions, roles, said, about } = entity_profile(&x.document, &entities, &facts, &is);
        let page = &mut self.page;
        for span in &mentions {
            page.places.entry(NameKey::new(self.merged.kind, span.of(text))).or_insert((x.id, *span));
        }
        for span in roles {
            let words = one_line(span.of(text));
            *page.called.entry(fold(&words)).or_default().entry(words).or_default() += 1;
        }
        let quoted = |span: Span, doubtful: bool| {
            let words = [String::new(), one_line(span.of(text)), String::new()];
            Passage { span, words, doubtful }
        };
        let mention = mentions.first().map(|&span| {
            let Snippet { before, hit, after, .. } = snippet(&x.document, span, CONTEXT);
            Passage { span, words: [before, hit, after].map(|s| one_line(&s)), doubtful: false }
        });
        page.articles.push(InArticle {
            id: x.id,
            said: said.iter().map(|(span, doubtful)| quoted(*span, *doubtful)).collect(),
            about: about.iter().map(|span| quoted(*span, false)).collect(),
            mention,
            mentions: mentions.len(),
            places: mentions.iter().map(|m| (m.start * 1000 / text.len().max(1)) as u16).collect(),
        });
    }

    /// The page as far as it was read.
    fn page(&self) -> NamePage {
        // Of its spellings the one inside a sentence stands for a role.
        let small = |words: &str| words.chars().next().is_some_and(char::is_lowercase);
        let one = |spellings: &BTreeMap<String, usize>| {
            let count = spellings.values().sum();
            let best = spellings.iter().max_by_key(|(w, n)| (small(w), **n, std::cmp::Reverse(w.as_str())));
            best.map(|(words, _)| (words.clone(), count))
        };
        let mut roles: Vec<(String, usize)> = self.page.called.values().filter_map(one).collect();
        roles.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let left_out = self.merged.documents.len().saturating_sub(self.page.articles.len());
        NamePage { roles, left_out, ..self.page.clone() }
    }
}

/// A quotation with every place at which it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying<'p> {
    /// Where it is printed: each article and the passage in it, in the order given.
    pub places: Vec<(DocId, &'p Passage)>,
    /// No article says without a doubt whose words they are.
    pub doubtful: bool,
}

/// The quotations of articles, in their order; what is printed in the same words
/// is one, at its first place. A few words may be said more than once: of them one
/// doubt about whose they are is a doubt of all.
pub fn sayings<'p>(said: impl IntoIterator<Item = (DocId, &'p [Passage])>) -> Vec<Saying<'p>> {
    let mut all: Vec<Saying<'p>> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for (id, passages) in said {
        for passage in passages {
            let folded = fold(&passage.words.concat());
            let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
            let next = all.len();
            // What has no word in it is nothing that could be printed again.
            let at = if words.is_empty() { next } else { *known.entry(words.join(" ")).or_insert(next) };
            match all.get_mut(at) {
                None => all.push(Saying { places: vec![(id, passage)], doubtful: passage.doubtful }),
                Some(saying) => {
                    saying.places.push((id, passage));
                    if words.len() < REPRINT {
                        saying.doubtful |= passage.doubtful;
                    } else {
                        saying.doubtful &= passage.doubtful;
                    }
                }
            }
        }
    }
    all
}

/// Names of the same kind that share a word, and those that the reader took
/// off this one.
fn near(merged: &Merged, corpus_names: &CorpusNames, decisions: &Decisions) -> Vec<Near> {
    let own: BTreeSet<&NameKey> = merged.forms.iter().map(|f| &f.key).collect();
    let words: BTreeSet<&str> = own.iter().flat_map(|k| telling(&k.folded)).collect();
    let parted = |key: &NameKey| {
        decisions.split.iter().any(|(a, b)| (a == key && own.contains(b)) || (b == key && own.contains(a)))
    };
    let mut out: Vec<Near> = Vec::new();
    for e in corpus_names.of_kind(merged.kind).filter(|e| e.id != merged.id) {
        let off = parted(&e.id) || e.forms.iter().any(|f| parted(&f.key));
        if off || telling(&e.id.folded).any(|w| words.contains(w)) {
            out.push(Near { key: e.id.clone(), name: e.name.clone(), count: e.count + e.held_back, parted: off });
        }
    }
    out.sort_by(|a, b| (b.parted, b.count).cmp(&(a.parted, a.count)).then_with(|| a.key.cmp(&b.key)));
    out.truncate(NEAR);
    out
}

/// The words of a name that tell it from others.
fn telling(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(words: &str, doubtful: bool) -> Passage {
        Passage { span: Span::new(0, 1), words: [String::new(), words.to_owned(), String::new()], doubtful }
    }

    #[test]
    fn the_same_words_in_two_articles_are_one_quotation_and_of_few_words_a_doubt_stays() {
        let first = [passage("« Le pont restera fermé cet été »", true), passage("« Non »", false)];
        let second = [passage("Non", true), passage("“le pont restera fermé, cet été.”", false), passage("«…»", false)];
        let all = sayings([(DocId(0), &first[..]), (DocId(1), &second[..])]);
        let told: Vec<(Vec<u32>, bool)> =
            all.iter().map(|s| (s.places.iter().map(|(id, _)| id.0).collect(), s.doubtful)).collect();
        assert_eq!(told, [(vec![0, 1], false), (vec![0, 1], true), (vec![1], false)]);
    }

    /// A hundred and fifty articles of one text, each of which names one man.
    fn pile() -> (Name, usize) {
        let text =
            "Le maire, Paul Hervéou, ferme le pont.\n\n« Le pont restera fermé tout l'été », a dit Paul Hervéou.\n";
        let place = crate::corpus::Place::file("a.txt");
        let raw = crate::ingest::RawDocument { place, text: text.to_owned(), ..Default::default() };
        let document = Arc::new(crate::clean::clean(raw));
        let entities = crate::job::names_in(&document, &Default::default()).expect("names can be looked for");
        let mut index = crate::entity::merge::Index::under(Decisions::default());
        let ids: Vec<DocId> = (0..150).map(DocId).collect();
        let key = |id: &DocId| crate::corpus::DocKey::of_text(&id.0.to_string());
        ids.iter().for_each(|id| index.add(*id, key(id), &entities));
        let analysis = Arc::new(crate::job::analysis_beside(&document, entities, Vec::new()));
        let candidate = |id: &DocId| Candidate {
            id: *id,
            key: key(id),
            document: Some(document.clone()),
            analysis: Some(analysis.clone()),
            status: Default::default(),
        };
        let documents: Vec<Candidate> = ids.iter().map(candidate).collect();
        let corpus_names = Arc::new(index.resolve());
        let key = corpus_names.entities.iter().find(|e| e.name == "Paul Hervéou").map(|e| e.id.clone());
        let (texts, decisions) = (TextOptions::default(), Decisions::default());
        let n = documents.len();
        let key = key.expect("the name is found");
        (Name { texts, key, corpus_names, decisions, so_far: None, first: 0, documents }, n)
    }

    fn told(job: Name) -> Vec<Arc<NamePage>> {
        let mut pages = Vec::new();
        job.run(&Resources::default(), &Stop::never(), &mut |page| pages.extend(page)).unwrap();
        pages
    }

    #[test]
    fn a_page_is_told_in_growing_parts_and_gone_on_from_where_it_was_left() {
        let (job, n) = pile();
        let pages = told(job.clone());
        let read: Vec<(usize, usize)> = pages.iter().map(|p| (p.articles.len(), p.left_out)).collect();
        assert_eq!(read, [(FIRST, n - FIRST), (n, 0)]);
        let rest = job.documents[FIRST..].to_vec();
        let on = told(Name { so_far: Some(pages[0].clone()), documents: rest, ..job.clone() });
        assert_eq!(on.last(), pages.last());
        let again = told(Name { first: FIRST + 1, ..job });
        assert_eq!(again.len(), 1, "a page that showed more is not shown shorter");
    }

    #[test]
    fn words_that_every_article_prints_are_one_quotation() {
        let pages = told(pile().0);
        let said = pages.last().map(|p| sayings(p.articles.iter().map(|a| (a.id, &*a.said)))).unwrap();
        assert_eq!(said.iter().map(|s| s.places.len()).collect::<Vec<_>>(), [150]);
    }
}
