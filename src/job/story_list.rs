//! [`StoryList`]: the stories of more than one report as lists show them:
//! which there are, what they are called, which article is in which. The rest
//! stands in a [`super::StoryBook`].

use crate::corpus::DocId;
use crate::store::catalogue::CatalogueSnapshot;
use crate::story::{Stories, is_doubtful_member};
use crate::text::sanitise::one_line;

/// No story.
const ALONE: u32 = u32::MAX;

/// A story as the list shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoryRef<'s> {
    /// Lasting identity.
    pub id: &'s str,
    /// Title of its central report.
    pub title: &'s str,
    /// How many documents it has.
    pub size: usize,
}

/// Stories by number, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoryList {
    /// Ids and titles, one behind the other.
    names: String,
    /// Where the id and where the title of each ends.
    ends: Vec<(u32, u32)>,
    /// Where the members of each end.
    bounds: Vec<u32>,
    members: Vec<DocId>,
    /// The story of each document.
    of: Vec<u32>,
    /// Those of which it is doubtful that they belong to their story, in order.
    doubtful: Vec<DocId>,
}

impl StoryList {
    /// Of stories just made; `order` are the documents that they index.
    pub fn of(stories: &Stories, order: &[DocId]) -> Self {
        let several = || stories.stories.iter().filter(|s| s.members.len() > 1);
        let members = several()
            .enumerate()
            .flat_map(|(n, s)| s.members.iter().filter_map(move |m| Some((n, *order.get(m.index)?))));
        let mut out = Self::holding(several().count(), members);
        let doubtful = several().flat_map(|s| &s.members).filter(|m| is_doubtful_member(m));
        out.doubt(doubtful.filter_map(|m| order.get(m.index).copied()).collect());
        several().for_each(|s| out.call(&s.id, &one_line(&s.title)));
        out
    }

    /// Of stories that the catalogue has.
    pub fn kept(snapshot: &CatalogueSnapshot) -> Self {
        let table = snapshot.table();
        let several = table.head().grouped.map_or(0, |g| g.several);
        let member = |row| Some((table.story_of(row).filter(|n| *n < several)? as usize, snapshot.id(row)?));
        let mut out = Self::holding(several as usize, (0..table.len()).filter_map(member));
        let doubtful = (0..table.len()).filter(|row| table.is_doubtful_member(*row));
        out.doubt(doubtful.filter_map(|row| snapshot.id(row)).collect());
        for n in 0..several {
            let (id, title) = table.story_name(n);
            out.call(id, title);
        }
        out
    }

    /// So many stories without a name, with their members.
    fn holding(stories: usize, members: impl Iterator<Item = (usize, DocId)>) -> Self {
        let members: Vec<(usize, DocId)> = members.collect();
        let mut bounds = vec![0; stories];
        members.iter().for_each(|(n, _)| bounds[*n] += 1);
        let mut end = 0;
        for bound in &mut bounds {
            // Where the next member goes; it ends where the last one went.
            end += std::mem::replace(bound, end);
        }
        let mut out = Self {
            members: vec![DocId(0); members.len()],
            of: vec![ALONE; members.iter().map(|(_, id)| id.index() + 1).max().unwrap_or(0)],
            bounds,
            ..Self::default()
        };
        for (n, id) in members {
            out.members[out.bounds[n] as usize] = id;
            out.bounds[n] += 1;
            out.of[id.index()] = n as u32;
        }
        let mut start = 0;
        for end in &out.bounds {
            out.members[start as usize..*end as usize].sort_unstable();
            start = *end;
        }
        out
    }

    /// Says of which documents it is doubtful that they belong to their story.
    fn doubt(&mut self, mut documents: Vec<DocId>) {
        documents.sort_unstable();
        self.doubtful = documents;
    }

    /// Whether it is doubtful that a document belongs to its story.
    pub fn is_doubtful_member(&self, id: DocId) -> bool {
        self.doubtful.binary_search(&id).is_ok()
    }

    /// Names the next story.
    fn call(&mut self, id: &str, title: &str) {
        self.names.push_str(id);
        let middle = self.names.len() as u32;
        self.names.push_str(title);
        self.ends.push((middle, self.names.len() as u32));
    }

    fn name(&self, number: usize) -> (&str, &str) {
        let start = number.checked_sub(1).map_or(0, |n| self.ends[n].1) as usize;
        let (middle, end) = (self.ends[number].0 as usize, self.ends[number].1 as usize);
        (&self.names[start..middle], &self.names[middle..end])
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A story by its number.
    pub fn get(&self, number: usize) -> Option<StoryRef<'_>> {
        let size = self.members_of(number)?.len();
        let (id, title) = self.name(number);
        Some(StoryRef { id, title, size })
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = StoryRef<'_>> {
        (0..self.len()).filter_map(|n| self.get(n))
    }

    /// The documents of a story, in the order of the corpus.
    pub fn members_of(&self, number: usize) -> Option<&[DocId]> {
        let end = *self.bounds.get(number)? as usize;
        let start = number.checked_sub(1).map_or(0, |n| self.bounds[n]) as usize;
        self.members.get(start..end)
    }

    /// The number of the story of a document, when it shares one.
    pub fn of_document(&self, id: DocId) -> Option<usize> {
        self.of.get(id.index()).filter(|n| **n != ALONE).map(|n| *n as usize)
    }

    /// The number of a story.
    pub fn number(&self, id: &str) -> Option<usize> {
        (0..self.len()).find(|n| self.name(*n).0 == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{Member, Story};

    fn story(id: &str, members: &[usize]) -> Story {
        let member = |index: &usize| Member { index: *index, reason: crate::words::msg::STORY_ALONE.into() };
        Story {
            id: id.to_owned(),
            title: format!("Titre {id}"),
            members: members.iter().map(member).collect(),
            near: Vec::new(),
            first: None,
            last: None,
            arc: None,
        }
    }

    #[test]
    fn who_belongs_to_a_story_doubtfully_is_known_by_document() {
        let mut doubted = story("b", &[3, 0]);
        doubted.members[1].reason = crate::words::msg::story_like(crate::words::Number::decimal(0.4, 2), "x");
        let stories = Stories { stories: vec![doubted], ..Stories::default() };
        let order: Vec<DocId> = (10..14).map(DocId).collect();
        let list = StoryList::of(&stories, &order);
        assert_eq!([DocId(10), DocId(13)].map(|id| list.is_doubtful_member(id)), [true, false]);
    }

    #[test]
    fn stories_are_found_by_id_by_number_and_by_document() {
        let stories = vec![story("b", &[3, 0, 1]), story("a", &[4, 2]), story("c", &[5])];
        let stories = Stories { stories, ..Stories::default() };
        let order: Vec<DocId> = (10..16).map(DocId).collect();
        let list = StoryList::of(&stories, &order);
        assert_eq!(
            list.iter().map(|s| (s.id, s.title, s.size)).collect::<Vec<_>>(),
            [("b", "Titre b", 3), ("a", "Titre a", 2)]
        );
        assert_eq!((list.number("a"), list.number("b"), list.number("c")), (Some(1), Some(0), None));
        assert_eq!(list.members_of(0), Some(&[DocId(10), DocId(11), DocId(13)][..]));
        assert_eq!((list.of_document(DocId(12)), list.of_document(DocId(15))), (Some(1), None));
    }
}
