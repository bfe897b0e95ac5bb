//! The one table of actions: name, keys in each context, words, hints of the footer. Footer, help, palette, prefix menus, manual, the
//! key map and the manual are all made from it.
//!
//! Its rows stand in groups. A group is what one place carries out: it has an
//! enum of its own, which is matched there without a wildcard, so that an action
//! more does not compile until somebody says what it does.
//!
//! Long because the table has a row for every action.

use crate::enumerated::enumerated;
use crate::words::{Lang, Plain, msg};

enumerated! {
    /// Where a key means something, in the order of the help; the word is the
    /// name in the configuration, `[keys.list]`.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum Context {
        /// Source list.
        List => "list",
        /// Searches that are kept, above the source list.
        Searches => "searches",
        /// Article pane.
        Article => "article",
        /// A passage chosen in the article.
        Selection => "selection",
        /// Entity sidebar.
        Entities => "entities",
        /// Comparison screen.
        Compare => "compare",
        /// Results of a search over the corpus.
        Results => "results",
        /// All notes.
        Notes => "notes",
        /// The journal of decisions.
        Journal => "journal",
        /// Articles in columns by their state.
        Board => "board",
        /// A name over the corpus.
        Name => "name",
        /// Facts against the texts of a story.
        Matrix => "matrix",
        /// The reports of a story in order of time.
        Timeline => "timeline",
        /// On every screen.
        Everywhere => "everywhere",
        /// A line of input.
        Prompt => "prompt",
        /// A list to choose from by typing.
        Picker => "picker",
        /// The help.
        Help => "help",
        /// A page to scroll.
        Page => "page",
        /// One article against the others of its story.
        OneToMany => "versus",
        /// The versions of one article.
        Versions => "versions",
        /// Places that may say the same.
        Nearest => "nearest",
        /// Commands of the reader's own.
        Commands => "commands",
        /// The settings.
        Settings => "settings",
        /// The export menu.
        Export => "export",
        /// Waiting for the letter of a mark.
        Marks => "marks",
        /// Telling what a key does.
        WhatKey => "what-key",
    }
}

impl Context {
    /// Its name for the reader.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Everywhere => lang.text(msg::CONTEXT_EVERYWHERE),
            Self::List => lang.text(msg::CONTEXT_LIST),
            Self::Searches => lang.text(msg::CONTEXT_SEARCHES),
            Self::Article => lang.text(msg::UI_ARTICLE),
            Self::Entities => lang.text(msg::CONTEXT_ENTITIES),
            Self::Compare => lang.text(msg::CONTEXT_COMPARISON),
            Self::Results => lang.text(msg::CONTEXT_RESULTS),
            Self::Selection => lang.text(msg::CONTEXT_CHOSEN_PASSAGE),
            Self::Notes => lang.text(msg::UI_NOTES),
            Self::Journal => lang.text(msg::CONTEXT_JOURNAL),
            Self::Board => lang.text(msg::CONTEXT_BOARD),
            Self::Name => lang.text(msg::CONTEXT_PAGE_NAME),
            Self::Matrix => lang.text(msg::CONTEXT_WHO_SAYS_WHAT),
            Self::Timeline => lang.text(msg::CONTEXT_TIMELINE),
            Self::Prompt => lang.text(msg::CONTEXT_LINE_INPUT),
            Self::Picker => lang.text(msg::CONTEXT_CHOOSING_BY_TYPING),
            Self::Help => lang.text(msg::UI_HELP),
            Self::Page => lang.text(msg::CONTEXT_PAGE_READ),
            Self::OneToMany => lang.text(msg::CONTEXT_ONE_AGAINST_ALL),
            Self::Versions => lang.text(msg::CONTEXT_VERSIONS),
            Self::Nearest => lang.text(msg::CONTEXT_NEAREST),
            Self::Commands => lang.text(msg::CONTEXT_COMMANDS),
            Self::Settings => lang.text(msg::CONTEXT_SETTINGS),
            Self::Export => lang.text(msg::UI_EXPORT),
            Self::Marks => lang.text(msg::CONTEXT_LETTER_MARK),
            Self::WhatKey => lang.text(msg::WHAT_KEY),
        }
    }

    /// True for what lies over a screen: there, keys of [`Context::Everywhere`]
    /// mean nothing.
    pub fn is_overlay(self) -> bool {
        match self {
            Self::Prompt
            | Self::Picker
            | Self::Help
            | Self::Page
            | Self::OneToMany
            | Self::Versions
            | Self::Nearest
            | Self::Commands
            | Self::Settings
            | Self::Export
            | Self::Marks
            | Self::WhatKey => true,
            Self::Everywhere
            | Self::List
            | Self::Searches
            | Self::Article
            | Self::Entities
            | Self::Compare
            | Self::Results
            | Self::Selection
            | Self::Notes
            | Self::Journal
            | Self::Board
            | Self::Name
            | Self::Matrix
            | Self::Timeline => false,
        }
    }

    /// The contexts whose keys count here.
    pub fn reach(self) -> &'static [Context] {
        const ALL: [[Context; 2]; Context::ALL.len()] = {
            let mut all = [[Context::Everywhere; 2]; Context::ALL.len()];
            let mut i = 0;
            while i < all.len() {
                all[i][0] = Context::ALL[i];
                i += 1;
            }
            all
        };
        let own = &ALL[self as usize];
        match self {
            // They stand in the list: what is done with it is done there too.
            Self::Searches => &[Self::Searches, Self::List, Self::Everywhere],
            _ if self.is_overlay() => &own[..1],
            _ => own,
        }
    }
}

/// Keys of an action in some contexts.
#[derive(Debug)]
pub struct Binding {
    /// Where they work.
    pub contexts: &'static [Context],
    /// Default keys; the first is the one shown.
    pub keys: &'static [&'static str],
}

/// A hint of the footer, or of an overlay's lower border.
#[derive(Debug)]
pub struct Hint {
    /// Where it stands.
    pub context: Context,
    /// Its place among the others, from 1.
    pub rank: u8,
    /// One or two words.
    pub words: Plain,
}

/// One row of the table.
#[derive(Debug)]
pub struct Info {
    /// The action.
    pub action: Action,
    /// Its name in the configuration and in the palette's arguments.
    pub name: &'static str,
    /// Where it works, with which keys.
    pub bindings: &'static [Binding],
    /// What it does: verb first, sentence case, at most 40 columns.
    pub label: Plain,
    /// Where it is hinted.
    pub hints: &'static [Hint],
    /// Words that people may type into the palette instead.
    pub synonyms: Option<Plain>,
}

impl Info {
    /// What it does.
    pub fn label(&self, lang: Lang) -> &'static str {
        lang.text(self.label)
    }

    /// What the palette and the help are searched for: its names in every
    /// language that the program carries, for those who know it by another.
    pub fn searched(&self) -> String {
        let labels = Lang::carried().map(|l| l.text(self.label));
        let synonyms = Lang::carried().filter_map(|l| Some(l.text(self.synonyms?)));
        labels.chain([self.name]).chain(synonyms).collect::<Vec<_>>().join(" ")
    }

    /// Where it works.
    pub fn contexts(&self) -> impl Iterator<Item = Context> {
        self.bindings.iter().flat_map(|b| b.contexts.iter().copied())
    }

    /// True when it has that context among its own.
    pub fn works_in(&self, context: Context) -> bool {
        self.contexts().any(|c| c == context)
    }

    /// Its default keys in a context.
    pub fn keys_in(&self, context: Context) -> &'static [&'static str] {
        self.bindings.iter().find(|b| b.contexts.contains(&context)).map_or(&[], |b| b.keys)
    }

    /// True for what belongs to overlays alone: no palette can offer it.
    pub fn is_of_overlays(&self) -> bool {
        self.contexts().all(Context::is_overlay)
    }

    /// Its hint in a context.
    pub fn hint(&self, context: Context) -> Option<&'static Hint> {
        self.hints.iter().find(|h| h.context == context)
    }
}

/// What is hinted in a context, most useful first.
pub fn hinted(context: Context) -> Vec<(Action, &'static Hint)> {
    let mut all: Vec<_> = ACTIONS.iter().filter_map(|i| Some((i.action, i.hint(context)?))).collect();
    all.sort_by_key(|(_, h)| h.rank);
    all
}

macro_rules! actions {
    (@maybe) => { None };
    (@maybe $message:ident) => { Some(msg::$message) };
    ($( $group:ident $doc:literal { $(
        $variant:ident $name:literal {$( [$($context:ident)*] [$($key:literal)*] )+} $label:ident
        {$( $hint:ident $rank:literal $word:ident );*} ($( $synonyms:ident )?);
    )* } )*) => {
        /// What a person can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action {
            $( $( #[doc = concat!("`", $name, "`.")] $variant, )* )*
        }

        $(
            #[doc = $doc]
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub enum $group {
                $( #[doc = concat!("`", $name, "`.")] $variant, )*
            }
        )*

        /// An action within its group.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Group {
            $( #[doc = $doc] $group($group), )*
        }

        impl Action {
            /// The group that it belongs to, and which of it it is.
            pub fn group(self) -> Group {
                match self {
                    $( $( Self::$variant => Group::$group($group::$variant), )* )*
                }
            }
        }

        /// The table, in the order of the help.
        pub const ACTIONS: &[Info] = &[
            $( $( Info {
                action: Action::$variant,
                name: $name,
                bindings: &[$( Binding { contexts: &[$(Context::$context),*], keys: &[$($key),*] } ),+],
                label: msg::$label,
                hints: &[$( Hint { context: Context::$hint, rank: $rank, words: msg::$word } ),*],
                synonyms: actions!(@maybe $( $synonyms )?),
            }, )* )*
        ];
    };
}

actions! {
    Motion "Moving about, on every screen." {
        Down "down" {[Everywhere] ["j" "<down>"]} ACTION_DOWN {Journal 4 HINT_MOVE} (SYNONYMS_DOWN);
        Up "up" {[Everywhere] ["k" "<up>"]} ACTION_UP {} (SYNONYMS_UP);
        HalfDown "half-down" {[Everywhere] ["<c-d>"]} ACTION_HALF_DOWN {} ();
        HalfUp "half-up" {[Everywhere] ["<c-u>"]} ACTION_HALF_UP {} ();
        PageDown "page-down" {[Everywhere] ["<c-f>" "<pgdn>"]} ACTION_PAGE_DOWN {} ();
        PageUp "page-up" {[Everywhere] ["<c-b>" "<pgup>"]} ACTION_PAGE_UP {} ();
        First "first" {[Everywhere] ["gg" "<home>"]} ACTION_FIRST {} (SYNONYMS_FIRST);
        Last "last" {[Everywhere] ["G" "<end>"]} ACTION_LAST {} (SYNONYMS_LAST);
        Percent "percent" {[List Article] ["%"]} ACTION_PERCENT {} ();
        FocusLeft "focus-left" {[List Article Entities Compare Board Matrix Timeline] ["h" "<left>"]} ACTION_FOCUS_LEFT {} (SYNONYMS_FOCUS_LEFT);
        FocusRight "focus-right" {[List Article Entities Compare Board Matrix Timeline] ["l" "<right>"]} ACTION_FOCUS_RIGHT {Entities 4 HINT_SPELLINGS; Board 6 HINT_COLUMN; Timeline 2 HINT_UNFOLD} (SYNONYMS_FOCUS_RIGHT);
        NextPane "next-pane" {[Everywhere] ["<tab>"]} ACTION_NEXT_PANE {List 9 HINT_PANE; Article 12 HINT_PANE; Entities 9 HINT_PANE; Name 6 HINT_PANE} (SYNONYMS_NEXT_PANE);
        PreviousPane "previous-pane" {[Everywhere] ["<s-tab>"]} ACTION_PREVIOUS_PANE {} (SYNONYMS_PREVIOUS_PANE);
        Open "open" {[Everywhere] ["<enter>"]} ACTION_OPEN {List 1 HINT_OPEN; Searches 1 HINT_FILTER; Entities 1 HINT_NEXT_MENTION; Results 1 HINT_OPEN; Notes 1 HINT_OPEN; Journal 3 HINT_OPEN; Board 1 HINT_OPEN; Name 2 HINT_OPEN; Matrix 1 HINT_OPEN; Timeline 1 HINT_OPEN} (SYNONYMS_OPEN);
        NextArticle "next-article" {[Everywhere] ["J"]} ACTION_NEXT_ARTICLE {Article 5 HINT_ARTICLE; Timeline 6 HINT_STORY} ();
        PreviousArticle "previous-article" {[Everywhere] ["K"]} ACTION_PREVIOUS_ARTICLE {} ();
        ScrollDown "scroll-down" {[List Entities Matrix Timeline] ["<a-j>"]} ACTION_SCROLL_DOWN {} ();
        ScrollUp "scroll-up" {[List Entities Matrix Timeline] ["<a-k>"]} ACTION_SCROLL_UP {} ();
    }
    Reading "In the article pane." {
        NextParagraph "next-paragraph" {[Article] [")" "}"]} ACTION_NEXT_PARAGRAPH {} ();
        PreviousParagraph "previous-paragraph" {[Article] ["(" "{"]} ACTION_PREVIOUS_PARAGRAPH {} ();
        PageOn "page-on" {[Article] ["<space>"]} ACTION_PAGE_ON {Article 1 HINT_PAGE} ();
        CycleView "cycle-view" {[List Article Entities] ["c"]} ACTION_CYCLE_VIEW {Article 2 HINT_MARKED} (SYNONYMS_CYCLE_VIEW);
    }
    StoryView "Ways to see a story." {
        WhoSaysWhat "who-says-what" {[List Article Entities Compare Board Timeline] ["gm"]} ACTION_WHO_SAYS_WHAT {Timeline 5 HINT_WHO_SAYS_WHAT} (SYNONYMS_WHO_SAYS_WHAT);
        StoryTimeline "timeline" {[List Article Entities Compare Board Matrix] ["gl"]} ACTION_TIMELINE {Matrix 7 HINT_TIMELINE} (SYNONYMS_TIMELINE);
    }
    Facts "Which facts the matrix shows, in which order." {
        FactsAlone "facts-alone" {[Matrix] ["o" "go"]} ACTION_FACTS_ALONE {Matrix 2 HINT_ALONE} (SYNONYMS_FACTS_ALONE);
        FactsOmitted "facts-omitted" {[Matrix] ["O"]} ACTION_FACTS_OMITTED {Matrix 3 HINT_LEFT_OUT} (SYNONYMS_FACTS_OMITTED);
        FactsDiffering "facts-differing" {[Matrix] ["x"]} ACTION_FACTS_DIFFERING {Matrix 4 HINT_DIFFERS} (SYNONYMS_FACTS_DIFFERING);
        SortOrigins "sort-origins" {[Matrix] [",o"]} ACTION_SORT_ORIGINS {} (SYNONYMS_SORT_ORIGINS);
        SortTime "sort-time" {[Matrix] [",d"]} ACTION_SORT_TIME {} (SYNONYMS_SORT_TIME);
        SortText "sort-text" {[Matrix] [",t"]} ACTION_SORT_TEXT {} (SYNONYMS_SORT_TEXT);
    }
    Claims "What is claimed of an article, and its origin." {
        ArticleCard "article-card" {[List Article Entities Board] ["gi"]} ACTION_ARTICLE_CARD {} (SYNONYMS_ARTICLE_CARD);
        Versions "article-versions" {[List Article Entities Board] ["gv"]} ACTION_ARTICLE_VERSIONS {} (SYNONYMS_ARTICLE_VERSIONS);
        PutBack "put-back" {[Article] ["p"]} ACTION_PUT_BACK {Article 3 HINT_PUT_BACK} (SYNONYMS_PUT_BACK);
        CorrectSource "correct-source" {[List Article Entities] ["is"]} ACTION_CORRECT_SOURCE {} (SYNONYMS_CORRECT_SOURCE);
        CorrectDate "correct-date" {[List Article Entities] ["id"]} ACTION_CORRECT_DATE {} (SYNONYMS_CORRECT_DATE);
        CorrectAuthor "correct-author" {[List Article Entities] ["ia"]} ACTION_CORRECT_AUTHOR {} (SYNONYMS_CORRECT_AUTHOR);
        CorrectTitle "correct-title" {[List Article Entities] ["it"]} ACTION_CORRECT_TITLE {} (SYNONYMS_CORRECT_TITLE);
        OpenEditor "open-editor" {[List Article Entities] ["O"]} ACTION_OPEN_EDITOR {} (SYNONYMS_OPEN_EDITOR);
        OpenLink "open-link" {[List Article Entities] ["o"]} ACTION_OPEN_LINK {} (SYNONYMS_OPEN_LINK);
    }
    Ticks "Ticking articles." {
        Tick "tick" {[List Board] ["<space>"]} ACTION_TICK {List 2 HINT_TICK; Board 2 HINT_TICK} (SYNONYMS_TICK);
        Range "range" {[List] ["v"]} ACTION_RANGE {} (SYNONYMS_RANGE);
        TickAll "tick-all" {[List Board] ["<c-a>"]} ACTION_TICK_ALL {} (SYNONYMS_TICK_ALL);
        TickQuery "tick-query" {[List Board] ["V"]} ACTION_TICK_QUERY {} (SYNONYMS_TICK_QUERY);
        InvertTicks "invert-ticks" {[List Board] ["I"]} ACTION_INVERT_TICKS {} (SYNONYMS_INVERT_TICKS);
    }
    Judge "Verdicts." {
        ToggleRead "toggle-read" {[List Article Entities Compare Results Board Matrix Timeline] ["r"]} ACTION_TOGGLE_READ {} (SYNONYMS_TOGGLE_READ);
        ReadAll "read-all" {[List Article Entities] ["C"]} ACTION_READ_ALL {} (SYNONYMS_READ_ALL);
        Follow "follow" {[List Article Entities Compare Results Board Matrix Timeline] ["f" "sf"]} ACTION_FOLLOW {Board 3 HINT_FOLLOW} (SYNONYMS_FOLLOW);
        Keep "keep" {[List Article Entities Compare Results Board Matrix Timeline] ["sk"]} ACTION_KEEP {List 3 HINT_KEEP; Article 6 HINT_KEEP; Board 4 HINT_KEEP} (SYNONYMS_KEEP);
        Drop "drop" {[List Article Entities Compare Results Board Matrix Timeline] ["d" "sd"]} ACTION_DROP {List 4 HINT_DROP; Article 7 HINT_DROP; Board 5 HINT_DROP} (SYNONYMS_DROP);
        MarkDone "mark-done" {[List Article Entities Compare Results Board Matrix Timeline] ["sx"]} ACTION_MARK_DONE {} (SYNONYMS_MARK_DONE);
        MarkToRead "mark-to-read" {[List Article Entities Compare Results Board Matrix Timeline] ["sr" "s0"]} ACTION_MARK_TO_READ {} (SYNONYMS_MARK_TO_READ);
        DropRest "drop-rest" {[List Article Compare Results Board Matrix Timeline] ["D"]} ACTION_DROP_REST {} (SYNONYMS_DROP_REST);
    }
    StoryEdit "Stories made by hand." {
        MergeStories "merge-stories" {[List Board] ["A"]} ACTION_MERGE_STORIES {} (SYNONYMS_MERGE_STORIES);
        SplitStory "split-story" {[List Article Board] ["X"]} ACTION_SPLIT_STORY {} (SYNONYMS_SPLIT_STORY);
    }
    Tags "Tags." {
        Tag "tag" {[List Article Entities Results Board Matrix Timeline] ["t"]} ACTION_TAG {} (SYNONYMS_TAG);
        Untag "untag" {[List Article Entities Results Board Matrix Timeline] ["T"]} ACTION_UNTAG {} (SYNONYMS_UNTAG);
    }
    Again "The last action once more." {
        Repeat "repeat" {[List Article Entities Compare Results Board Matrix Timeline] ["."]} ACTION_REPEAT {} (SYNONYMS_REPEAT);
    }
    Rounds "Ways through the articles that wait." {
        NextUnread "next-unread" {[List Article Entities] ["gu"]} ACTION_NEXT_UNREAD {} (SYNONYMS_NEXT_UNREAD);
        PreviousUnread "previous-unread" {[List Article Entities] ["gU"]} ACTION_PREVIOUS_UNREAD {} ();
        Queue "queue" {[List Article Entities Board] ["wt"]} ACTION_QUEUE {} (SYNONYMS_QUEUE);
        Board "board" {[List Article Entities Board] ["wb"]} ACTION_BOARD {} (SYNONYMS_BOARD);
    }
    TakeBacks "On the journal of decisions." {
        TakeBack "take-back" {[Journal] ["u"]} ACTION_TAKE_BACK {Journal 1 HINT_UNDO} (SYNONYMS_TAKE_BACK);
        TakeBackTo "take-back-to" {[Journal] ["x"]} ACTION_TAKE_BACK_TO {Journal 2 HINT_BACK_TO_HERE} (SYNONYMS_TAKE_BACK_TO);
    }
    History "Undo and redo." {
        Undo "undo" {[Everywhere] ["u"]} ACTION_UNDO {List 7 HINT_UNDO; Article 11 HINT_UNDO; Entities 10 HINT_UNDO; Notes 7 HINT_UNDO; Board 8 HINT_UNDO; Name 8 HINT_UNDO} (SYNONYMS_UNDO);
        Redo "redo" {[Everywhere] ["U" "<c-r>"]} ACTION_REDO {} (SYNONYMS_REDO);
    }
    Selecting "Choosing a passage." {
        SelectText "select" {[Article Selection] ["v"]} ACTION_SELECT {Article 8 HINT_PASSAGE; Selection 1 HINT_EXTEND} (SYNONYMS_SELECT);
        GrowWord "grow-word" {[Selection] ["l" "<right>"]} ACTION_GROW_WORD {Selection 4 HINT_ONE_WORD_MORE} ();
        ShrinkWord "shrink-word" {[Selection] ["h" "<left>"]} ACTION_SHRINK_WORD {} ();
        OtherEnd "other-end" {[Selection] ["o"]} ACTION_OTHER_END {Selection 5 HINT_END} (SYNONYMS_OTHER_END);
    }
    Notes "Notes." {
        Note "note" {[List Article Entities Selection Compare Notes Board] ["a"]} ACTION_NOTE {Article 9 HINT_NOTE; Compare 9 HINT_NOTE; Selection 2 HINT_NOTE; Notes 2 HINT_REWRITE; Board 7 HINT_NOTE} (SYNONYMS_NOTE);
        NotesHere "notes-here" {[List Article Entities Compare Board] ["ga"]} ACTION_NOTES_HERE {} (SYNONYMS_NOTES_HERE);
        NotesAll "notes" {[Everywhere] ["gn"]} ACTION_NOTES {} (SYNONYMS_NOTES);
        EditNote "edit-note" {[Notes] ["O"]} ACTION_EDIT_NOTE {Notes 3 HINT_EDITOR} ();
        DeleteNote "delete-note" {[Notes] ["x" "<del>"]} ACTION_DELETE_NOTE {Notes 4 HINT_REMOVE} (SYNONYMS_DELETE_NOTE);
    }
    HandOver "Handing over." {
        Export "export" {[Everywhere] ["E"]} ACTION_EXPORT {Name 7 HINT_EXPORT; Compare 10 HINT_EXPORT; Notes 6 HINT_EXPORT; Matrix 8 HINT_EXPORT; Timeline 7 HINT_EXPORT} (SYNONYMS_EXPORT);
        Pipe "pipe" {[Everywhere] ["!" "|"]} ACTION_PIPE {} (SYNONYMS_PIPE);
    }
    Copying "Copying." {
        CopySentence "copy-sentence" {[Article] ["yy"]} ACTION_COPY_SENTENCE {} (SYNONYMS_COPY_SENTENCE);
        CopySelection "copy-selection" {[Selection] ["y"]} ACTION_COPY_SELECTION {Selection 3 HINT_COPY} (SYNONYMS_COPY_SELECTION);
        CopyParagraph "copy-paragraph" {[Article] ["yp"]} ACTION_COPY_PARAGRAPH {} (SYNONYMS_COPY_PARAGRAPH);
        CopyQuote "copy-quote" {[Article] ["yq"]} ACTION_COPY_QUOTE {} (SYNONYMS_COPY_QUOTE);
        CopyTitle "copy-title" {[List Article Entities] ["yt"]} ACTION_COPY_TITLE {} (SYNONYMS_COPY_TITLE);
        CopyLink "copy-link" {[List Article Entities] ["yu"]} ACTION_COPY_LINK {} (SYNONYMS_COPY_LINK);
        CopyKey "copy-id" {[List Article Entities] ["yi"]} ACTION_COPY_ID {} (SYNONYMS_COPY_ID);
        CopyDifference "copy-difference" {[Compare] ["yc"]} ACTION_COPY_DIFFERENCE {} (SYNONYMS_COPY_DIFFERENCE);
    }
    Pairing "Choosing two articles." {
        Compare "compare" {[List Article Entities Board Matrix Timeline] ["="]} ACTION_COMPARE {List 5 HINT_COMPARE; Article 10 HINT_COMPARE; Matrix 5 HINT_COMPARE; Timeline 4 HINT_COMPARE} (SYNONYMS_COMPARE);
    }
    Arranging "How the list is arranged." {
        GroupNext "group-next" {[List] ["b"]} ACTION_GROUP_NEXT {List 6 HINT_GROUP} (SYNONYMS_GROUP_NEXT);
        GroupSource "group-source" {[List Article Entities] ["gs"]} ACTION_GROUP_SOURCE {} (SYNONYMS_GROUP_SOURCE);
        GroupDay "group-day" {[List Article Entities] ["gd"]} ACTION_GROUP_DAY {} (SYNONYMS_GROUP_DAY);
        GroupStory "group-story" {[List Article Entities] ["gc"]} ACTION_GROUP_STORY {} (SYNONYMS_GROUP_STORY);
        GroupState "group-state" {[List Article Entities] ["gt"]} ACTION_GROUP_STATE {} (SYNONYMS_GROUP_STATE);
        SortDate "sort-date" {[List] [",d"]} ACTION_SORT_DATE {} (SYNONYMS_SORT_DATE);
        SortSource "sort-source" {[List] [",s"]} ACTION_SORT_SOURCE {} (SYNONYMS_SORT_SOURCE);
        SortTitle "sort-title" {[List] [",t"]} ACTION_SORT_TITLE {} (SYNONYMS_SORT_TITLE);
        SortWords "sort-words" {[List] [",w"]} ACTION_SORT_WORDS {} (SYNONYMS_SORT_WORDS);
        SortReverse "sort-reverse" {[List] [",r"]} ACTION_SORT_REVERSE {} (SYNONYMS_SORT_REVERSE);
    }
    Folding "From group to group of the list, folded and open." {
        NextGroup "next-group" {[List] [")" "}"]} ACTION_NEXT_GROUP {} (SYNONYMS_NEXT_GROUP);
        PreviousGroup "previous-group" {[List] ["(" "{"]} ACTION_PREVIOUS_GROUP {} ();
        FoldGroup "fold" {[List] ["zc"]} ACTION_FOLD {} ();
        UnfoldGroup "unfold" {[List] ["zo"]} ACTION_UNFOLD {} ();
        ToggleFold "toggle-fold" {[List] ["za"]} ACTION_TOGGLE_FOLD {} ();
        FoldAll "fold-all" {[List] ["zM"]} ACTION_FOLD_ALL {} (SYNONYMS_FOLD_ALL);
        UnfoldAll "unfold-all" {[List] ["zR"]} ACTION_UNFOLD_ALL {} ();
    }
    Filtering "Narrowing the list." {
        Filter "filter" {[List Article Entities Board] ["F"]} ACTION_FILTER {} (SYNONYMS_FILTER);
    }
    KeepSearch "Searches that are kept." {
        SaveSearch "save-search" {[List Article Entities Results Board] ["W"] [Prompt] ["<c-s>"]} ACTION_SAVE_SEARCH {Results 7 HINT_KEEP_SEARCH; Prompt 3 HINT_KEEP_SEARCH} (SYNONYMS_SAVE_SEARCH);
        KeptSearches "kept-searches" {[Everywhere] ["gk"]} ACTION_KEPT_SEARCHES {} (SYNONYMS_KEPT_SEARCHES);
        RenameSearch "rename-search" {[Searches] ["r"]} ACTION_RENAME_SEARCH {Searches 2 HINT_RENAME} (SYNONYMS_RENAME_SEARCH);
        RemoveSearch "remove-search" {[Searches] ["x" "<del>"]} ACTION_REMOVE_SEARCH {Searches 4 HINT_REMOVE} ();
        MoveSearchUp "move-search-up" {[Searches] ["<a-up>" "<a-k>"]} ACTION_MOVE_SEARCH_UP {Searches 3 HINT_MOVE} ();
        MoveSearchDown "move-search-down" {[Searches] ["<a-down>" "<a-j>"]} ACTION_MOVE_SEARCH_DOWN {} ();
    }
    Searching "Searching, and stepping through what was found." {
        Find "find" {[Everywhere] ["/"]} ACTION_FIND {Article 4 HINT_SEARCH; Results 3 HINT_SEARCH; Notes 5 HINT_SEARCH} (SYNONYMS_FIND);
        SearchCorpus "search-corpus" {[Everywhere] ["g/"]} ACTION_SEARCH_CORPUS {} (SYNONYMS_SEARCH_CORPUS);
        WordUnderCursor "search-word" {[Entities] ["*"]} ACTION_SEARCH_WORD {Entities 5 HINT_WHOLE_CORPUS} ();
        Next "next" {[Everywhere] ["n"]} ACTION_NEXT {Compare 1 HINT_NEXT; Results 2 HINT_NEXT; Matrix 6 HINT_NEXT_2; Timeline 3 HINT_NEXT} ();
        Previous "previous" {[Everywhere] ["N"]} ACTION_PREVIOUS {} ();
        NextMention "next-mention" {[List Article Entities] ["e"]} ACTION_NEXT_MENTION {} ();
        SearchComments "search-comments" {[Results] ["c"]} ACTION_SEARCH_COMMENTS {Results 4 HINT_COMMENTS} (SYNONYMS_SEARCH_COMMENTS);
        SearchRemoved "search-removed" {[Results] ["b"]} ACTION_SEARCH_REMOVED {Results 5 HINT_REMOVED} (SYNONYMS_SEARCH_REMOVED);
        PreviousMention "previous-mention" {[List Article Entities] ["<a-e>"]} ACTION_PREVIOUS_MENTION {} ();
    }
    Naming "Names." {
        ToggleSpelling "toggle-spelling" {[Name] ["<space>"]} ACTION_TOGGLE_SPELLING {Name 1 HINT_JOIN_PART} (SYNONYMS_TOGGLE_SPELLING);
        MergeName "merge-name" {[Entities Name] ["A"]} ACTION_MERGE_NAME {Entities 6 HINT_JOIN; Name 3 HINT_JOIN} (SYNONYMS_MERGE_NAME);
        SplitName "split-name" {[Entities Name] ["X"]} ACTION_SPLIT_NAME {Entities 7 HINT_PART} (SYNONYMS_SPLIT_NAME);
        NameKind "name-kind" {[Entities Name] ["ik"]} ACTION_NAME_KIND {} (SYNONYMS_NAME_KIND);
        CallName "rename-name" {[Entities Name] ["in"]} ACTION_CALL_NAME {} (SYNONYMS_CALL_NAME);
        EntityPage "entity-page" {[Entities] ["ge"]} ACTION_ENTITY_PAGE {Entities 2 HINT_PAGE} (SYNONYMS_ENTITY_PAGE);
        HideName "hide-name" {[Entities Name] ["x"]} ACTION_HIDE_NAME {Entities 8 HINT_HIDE; Name 5 HINT_HIDE} (SYNONYMS_HIDE_NAME);
        FilterEntity "filter-entity" {[Entities Name] ["ie"]} ACTION_FILTER_ENTITY {Entities 3 HINT_FILTER; Name 4 HINT_FILTER} (SYNONYMS_FILTER_ENTITY);
    }
    Showing "What is shown over a screen." {
        GoTo "go-to" {[Everywhere] ["<c-p>"]} ACTION_GO_TO {List 8 HINT_GO_TO} (SYNONYMS_GO_TO);
        Palette "palette" {[Everywhere] [":"]} ACTION_PALETTE {Everywhere 1 HINT_ACTIONS} (SYNONYMS_PALETTE);
        Help "help" {[Everywhere] ["?" "<f1>"]} ACTION_HELP {Everywhere 2 HINT_HELP} (SYNONYMS_HELP);
        WhatKey "what-key" {[Everywhere] ["g?"]} ACTION_WHAT_KEY {} (SYNONYMS_WHAT_KEY);
        Commands "commands" {[Everywhere] ["g!"]} ACTION_COMMANDS {} (SYNONYMS_COMMANDS);
        Settings "settings" {[Everywhere] ["g,"]} ACTION_SETTINGS {} (SYNONYMS_SETTINGS);
        Plots "plots" {[Name Matrix Timeline] ["gv"]} ACTION_PLOTS {} (SYNONYMS_PLOTS);
        Tour "tour" {[Everywhere] ["gT"]} ACTION_TOUR {} (SYNONYMS_TOUR);
        Problems "problems" {[Everywhere] ["gp"]} ACTION_PROBLEMS {} (SYNONYMS_PROBLEMS);
        Journal "journal" {[Everywhere] ["gj"]} ACTION_JOURNAL {} (SYNONYMS_JOURNAL);
    }
    Addresses "Addresses that are followed." {
        FollowAddress "follow-address" {[Everywhere] ["g+"]} ACTION_FOLLOW_ADDRESS {} (SYNONYMS_FOLLOW_ADDRESS);
        LeaveAddress "leave-address" {[Everywhere] ["g-"]} ACTION_LEAVE_ADDRESS {} (SYNONYMS_FOLLOW_ADDRESS);
        FollowedAddresses "followed-addresses" {[Everywhere] ["gW"]} ACTION_FOLLOWED_ADDRESSES {} (SYNONYMS_FOLLOW_ADDRESS);
    }
    Places "Places in the corpus." {
        SetMark "set-mark" {[List Article Entities] ["m"]} ACTION_SET_MARK {} (SYNONYMS_SET_MARK);
        GoToMark "go-to-mark" {[List Article Entities] ["'"]} ACTION_GO_TO_MARK {} (SYNONYMS_GO_TO_MARK);
        JumpBack "jump-back" {[Everywhere] ["H" "<c-o>"]} ACTION_JUMP_BACK {} (SYNONYMS_JUMP_BACK);
        JumpForward "jump-forward" {[Everywhere] ["L"]} ACTION_JUMP_FORWARD {} (SYNONYMS_JUMP_FORWARD);
    }
    Panes "Panes of the main screen." {
        Zoom "zoom" {[List Article Entities] ["Z" "wz"]} ACTION_ZOOM {} (SYNONYMS_ZOOM);
        ToggleEntities "toggle-entities" {[List Article Entities] ["we"]} ACTION_TOGGLE_ENTITIES {} (SYNONYMS_TOGGLE_ENTITIES);
        WiderList "wider-list" {[List Article Entities] ["w>" "w+"]} ACTION_WIDER_LIST {} ();
        NarrowerList "narrower-list" {[List Article Entities] ["w<lt>" "w-"]} ACTION_NARROWER_LIST {} ();
        EvenPanes "even-panes" {[List Article Entities] ["w="]} ACTION_EVEN_PANES {} ();
        WiderText "wider-text" {[List Article Entities] ["w."]} ACTION_WIDER_TEXT {} (SYNONYMS_TEXT_WIDTH);
        NarrowerText "narrower-text" {[List Article Entities] ["w,"]} ACTION_NARROWER_TEXT {} (SYNONYMS_TEXT_WIDTH);
        ToggleHyphens "toggle-hyphens" {[List Article Entities] ["wh"]} ACTION_TOGGLE_HYPHENS {} (SYNONYMS_HYPHENS);
        ToggleJustified "toggle-justified" {[List Article Entities] ["wj"]} ACTION_TOGGLE_JUSTIFIED {} (SYNONYMS_JUSTIFIED);
        ToggleFocusLine "toggle-focus-line" {[List Article Entities] ["wf"]} ACTION_TOGGLE_FOCUS_LINE {} ();
        ToggleFootnotes "toggle-footnotes" {[List Article Entities] ["wn"]} ACTION_TOGGLE_FOOTNOTES {} ();
        ToggleMouse "toggle-mouse" {[Everywhere] ["wy"]} ACTION_TOGGLE_MOUSE {} (SYNONYMS_TOGGLE_MOUSE);
    }
    Comparing "On the comparison." {
        Finding "finding" {[Compare] ["1" "2" "3" "4" "5" "6" "7" "8" "9"]} ACTION_FINDING {} (SYNONYMS_FINDING);
        NextPassage "next-passage" {[Compare] ["p"]} ACTION_NEXT_PASSAGE {Compare 2 HINT_PASSAGE} ();
        PreviousPassage "previous-passage" {[Compare] ["P"]} ACTION_PREVIOUS_PASSAGE {} ();
        NextAlone "next-alone" {[Compare] ["o"]} ACTION_NEXT_ALONE {Compare 3 HINT_ALONE} (SYNONYMS_NEXT_ALONE);
        PreviousAlone "previous-alone" {[Compare] ["O"]} ACTION_PREVIOUS_ALONE {} ();
        Nearest "nearest" {[Compare] ["v"]} ACTION_NEAREST {Compare 4 HINT_NEAREST} (SYNONYMS_NEAREST);
        SwapSides "swap-sides" {[Compare] ["x"]} ACTION_SWAP_SIDES {Compare 5 HINT_SWAP} (SYNONYMS_SWAP_SIDES);
        LinkScroll "link-scroll" {[Compare] ["b"]} ACTION_LINK_SCROLL {} (SYNONYMS_LINK_SCROLL);
        ComparePresentation "presentation" {[Compare] ["c"]} ACTION_PRESENTATION {Compare 6 HINT_VIEW} (SYNONYMS_PRESENTATION);
        FoldCommon "fold-common" {[Compare] ["-"]} ACTION_FOLD_COMMON {} (SYNONYMS_FOLD_COMMON);
        UnfoldCommon "unfold-common" {[Compare] ["+"]} ACTION_UNFOLD_COMMON {Compare 7 HINT_UNFOLD} (SYNONYMS_FOLD_COMMON);
        Reference "reference" {[Compare] ["gr"]} ACTION_REFERENCE {Compare 8 HINT_A_AGAINST_ALL} (SYNONYMS_REFERENCE);
        ThirdColumn "third-column" {[Compare] ["t"]} ACTION_THIRD_COLUMN {} (SYNONYMS_THIRD_COLUMN);
        PinTogether "pin-together" {[Compare] ["MM"]} ACTION_PIN_TOGETHER {Compare 11 HINT_TOGETHER} (SYNONYMS_PIN_TOGETHER);
        PinToNothing "pin-to-nothing" {[Compare] ["M0"]} ACTION_PIN_TO_NOTHING {Compare 13 HINT_APART} (SYNONYMS_PIN_TO_NOTHING);
        Unpin "unpin" {[Compare] ["Mx"]} ACTION_UNPIN {} (SYNONYMS_UNPIN);
        IgnoreTypography "ignore-typography" {[Compare] ["it"]} ACTION_IGNORE_TYPOGRAPHY {} (SYNONYMS_IGNORE_TYPOGRAPHY);
        IgnoreCase "ignore-case" {[Compare] ["ic"]} ACTION_IGNORE_CASE {} (SYNONYMS_IGNORE_CASE);
        IgnoreAccents "ignore-accents" {[Compare] ["ia"]} ACTION_IGNORE_ACCENTS {} (SYNONYMS_IGNORE_ACCENTS);
        LayerAll "layer-all" {[Compare] ["gd"]} ACTION_LAYER_ALL {} (SYNONYMS_LAYER_ALL);
        LayerPassages "layer-passages" {[Compare] ["gp"]} ACTION_LAYER_PASSAGES {} (SYNONYMS_LAYER_PASSAGES);
        LayerQuotes "layer-quotes" {[Compare] ["gq"]} ACTION_LAYER_QUOTES {} (SYNONYMS_LAYER_QUOTES);
        LayerFigures "layer-figures" {[Compare] ["gf"]} ACTION_LAYER_FIGURES {} (SYNONYMS_LAYER_FIGURES);
        LayerOnly "layer-only" {[Compare] ["go"]} ACTION_LAYER_ONLY {} (SYNONYMS_LAYER_ONLY);
        LayerEntities "layer-entities" {[Compare] ["ge"]} ACTION_LAYER_ENTITIES {} (SYNONYMS_LAYER_ENTITIES);
    }
    Leaving "Leaving a view." {
        Close "close" {[Everywhere] ["q"]} ACTION_CLOSE {Compare 12 HINT_CLOSE; Results 6 HINT_CLOSE; Notes 8 HINT_CLOSE; Journal 5 HINT_CLOSE; Board 9 HINT_CLOSE; Name 9 HINT_CLOSE; Matrix 9 HINT_CLOSE; Timeline 8 HINT_CLOSE} (SYNONYMS_CLOSE);
        Dismiss "dismiss" {[Everywhere] ["<esc>"]} ACTION_DISMISS {Selection 6 HINT_LET_GO} (SYNONYMS_DISMISS);
    }
    Process "The program as a whole." {
        Quit "quit" {[Everywhere] ["Q"]} ACTION_QUIT {} (SYNONYMS_QUIT);
        Abort "abort" {[Everywhere] ["<c-c>"]} ACTION_ABORT {} (SYNONYMS_QUIT);
        Suspend "suspend" {[Everywhere] ["<c-z>"]} ACTION_SUSPEND {} ();
        BringIn "bring-in" {[Everywhere] ["R"]} ACTION_BRING_IN {} (SYNONYMS_BRING_IN);
        Redraw "redraw" {[Everywhere] ["<c-l>"]} ACTION_REDRAW {} ();
    }
    Overlay "On what lies over a screen." {
        Accept "accept" {[Prompt Picker OneToMany Versions Nearest Commands Settings Export] ["<enter>"]} ACTION_ACCEPT {Commands 1 HINT_RUN; Settings 1 HINT_CHANGE; Picker 1 HINT_CHOOSE; OneToMany 1 HINT_COMPARE; Versions 1 HINT_COMPARE; Nearest 1 HINT_GO; Export 1 HINT_EXPORT} ();
        NextLine "next-line" {[Prompt] ["<down>" "<c-n>"] [Picker] ["<down>" "<c-n>" "<c-j>" "<tab>"] [Help] ["<down>" "<c-n>" "<c-j>"] [Page] ["j" "<down>" "<c-n>" "<c-j>" "<c-e>"] [OneToMany Versions Nearest Commands Settings] ["j" "<down>" "<c-n>" "<c-j>"]} ACTION_NEXT_LINE {Commands 2 HINT_MOVE_2; Picker 2 HINT_MOVE_2; Help 1 HINT_SCROLL; Page 1 HINT_SCROLL} ();
        PreviousLine "previous-line" {[Prompt] ["<up>" "<c-p>"] [Picker] ["<up>" "<c-p>" "<s-tab>"] [Help] ["<up>" "<c-p>"] [Page] ["k" "<up>" "<c-p>" "<c-y>"] [OneToMany Versions Nearest Commands Settings] ["k" "<up>" "<c-p>"]} ACTION_PREVIOUS_LINE {} ();
        SomeLinesDown "some-lines-down" {[Page] ["d" "<c-d>"]} ACTION_SOME_LINES_DOWN {} ();
        SomeLinesUp "some-lines-up" {[Page] ["u" "<c-u>"]} ACTION_SOME_LINES_UP {} ();
        TenLinesDown "ten-lines-down" {[Picker] ["<pgdn>"] [OneToMany Versions Nearest Commands Settings] ["<pgdn>" "<c-d>" "<c-f>"] [Help] ["<pgdn>" "<space>" "<c-d>" "<c-f>"] [Page] ["<space>" "f" "<pgdn>" "<c-f>"]} ACTION_TEN_LINES_DOWN {} ();
        TenLinesUp "ten-lines-up" {[Picker] ["<pgup>"] [OneToMany Versions Nearest Commands Settings Help] ["<pgup>" "<c-u>" "<c-b>"] [Page] ["b" "<pgup>" "<c-b>"]} ACTION_TEN_LINES_UP {} ();
        FirstLine "first-line" {[Page OneToMany Versions Nearest Commands Settings] ["g" "<home>"] [Help] ["<home>"]} ACTION_FIRST_LINE {} ();
        LastLine "last-line" {[Page OneToMany Versions Nearest Commands Settings] ["G" "<end>"] [Help] ["<end>"]} ACTION_LAST_LINE {} ();
        Complete "complete" {[Prompt] ["<tab>"]} ACTION_COMPLETE {Prompt 1 HINT_SUGGESTS} ();
        WriteInEditor "write-in-editor" {[Prompt] ["<c-x>"]} ACTION_WRITE_IN_EDITOR {Prompt 2 HINT_EDITOR} ();
        BesideBoth "beside-both" {[OneToMany] ["t"]} ACTION_BESIDE_BOTH {OneToMany 2 HINT_3RD_COLUMN} ();
        PinCandidate "pin-candidate" {[Nearest] ["M"]} ACTION_PIN_CANDIDATE {Nearest 2 HINT_TOGETHER} ();
        BackFromMark "back-from-mark" {[Marks] ["'"]} ACTION_BACK_FROM_MARK {} ();
        NextItem "next-item" {[Export] ["<tab>" "<down>"]} ACTION_NEXT_ITEM {} ();
        PreviousItem "previous-item" {[Export] ["<s-tab>" "<up>"]} ACTION_PREVIOUS_ITEM {} ();
        NextValue "next-value" {[Settings] ["l" "<right>" "<space>"]} ACTION_NEXT_VALUE {} ();
        PreviousValue "previous-value" {[Settings] ["h" "<left>"]} ACTION_PREVIOUS_VALUE {} ();
        ResetSetting "reset-setting" {[Settings] ["x" "<del>"]} ACTION_RESET_SETTING {Settings 2 HINT_DEFAULT} ();
        EditSettings "edit-settings" {[Settings] ["O"]} ACTION_EDIT_SETTINGS {Settings 3 HINT_EDITOR} ();
        RenameFile "rename-file" {[Export] ["r"]} ACTION_RENAME_FILE {} ();
        Cancel "cancel" {[Picker Marks] ["<esc>" "<c-c>" "<c-g>"] [Prompt] ["<esc>" "<c-c>" "<c-g>" "<bs>"] [OneToMany Versions Nearest Commands Settings Export] ["<esc>" "q" "<c-c>" "<c-g>"] [Help Page] ["<esc>" "q" "<enter>" "<c-c>" "<c-g>"] [WhatKey] ["<esc><esc>"]} ACTION_CANCEL {WhatKey 1 HINT_CLOSE; Picker 3 HINT_CLOSE; Help 2 HINT_CLOSE; Page 2 HINT_CLOSE; OneToMany 3 HINT_CLOSE; Versions 2 HINT_CLOSE; Nearest 3 HINT_CLOSE; Export 2 HINT_CLOSE; Commands 3 HINT_CLOSE; Settings 4 HINT_CLOSE} ();
    }
    Choice "In the export menu: what, in which format, where to." {
        ExportArticle "export-article" {[Export] ["a"]} ACTION_EXPORT_ARTICLE {} ();
        ExportTicked "export-ticked" {[Export] ["t"]} ACTION_EXPORT_TICKED {} ();
        ExportStory "export-story" {[Export] ["s"]} ACTION_EXPORT_STORY {} ();
        ExportComparison "export-comparison" {[Export] ["d"]} ACTION_EXPORT_COMPARISON {} ();
        ExportMatrix "export-matrix" {[Export] ["w"]} ACTION_EXPORT_MATRIX {} ();
        ExportTimeline "export-timeline" {[Export] ["o"]} ACTION_EXPORT_TIMELINE {} ();
        ExportQuotations "export-quotations" {[Export] ["u"]} ACTION_EXPORT_QUOTATIONS {} ();
        ExportNotes "export-notes" {[Export] ["n"]} ACTION_EXPORT_NOTES {} ();
        ExportTitles "export-titles" {[Export] ["l"]} ACTION_EXPORT_TITLES {} ();
        ExportCitation "export-citation" {[Export] ["c"]} ACTION_EXPORT_CITATION {} ();
        AsMarkdown "as-markdown" {[Export] ["m"]} ACTION_AS_MARKDOWN {} ();
        AsPlain "as-plain" {[Export] ["p"]} ACTION_AS_PLAIN {} ();
        AsHtml "as-html" {[Export] ["h"]} ACTION_AS_HTML {} ();
        AsCsv "as-csv" {[Export] ["v"]} ACTION_AS_CSV {} ();
        AsJson "as-json" {[Export] ["j"]} ACTION_AS_JSON {} ();
        AsJsonLines "as-json-lines" {[Export] ["J"]} ACTION_AS_JSON_LINES {} ();
        AsBibtex "as-bibtex" {[Export] ["b"]} ACTION_AS_BIBTEX {} ();
        AsCsl "as-csl" {[Export] ["k"]} ACTION_AS_CSL {} ();
        AsRis "as-ris" {[Export] ["i"]} ACTION_AS_RIS {} ();
        AsTemplate "as-template" {[Export] ["1" "2" "3" "4" "5" "6" "7" "8" "9"]} ACTION_AS_TEMPLATE {} ();
        ToFile "to-file" {[Export] ["f"]} ACTION_TO_FILE {} ();
        ToClipboard "to-clipboard" {[Export] ["y"]} ACTION_TO_CLIPBOARD {} ();
        ToPipe "to-pipe" {[Export] ["!" "|"]} ACTION_TO_PIPE {} ();
        ToEditor "to-editor" {[Export] ["e"]} ACTION_TO_EDITOR {} ();
    }
}

/// Names that actions had, which settings may still use.
const EARLIER_NAMES: &[(&str, Action)] = &[("peel", Action::Dismiss)];

impl Action {
    /// Its row of the table.
    pub fn info(self) -> &'static Info {
        // The enum and the table are written by one macro, in one order.
        &ACTIONS[self as usize]
    }

    /// True for what has the digits as its own keys: each is a number for it.
    pub fn takes_its_digit(self) -> bool {
        self.info().bindings.iter().any(|b| b.keys.contains(&"1"))
    }

    /// The action whose key a hint shows beside this one's: back beside forth.
    pub fn shown_with(self) -> Option<Self> {
        (self == Self::NextLine).then_some(Self::PreviousLine)
    }

    /// The action of that name.
    pub fn by_name(name: &str) -> Option<Self> {
        let now = ACTIONS.iter().find(|i| i.name == name).map(|i| i.action);
        now.or_else(|| EARLIER_NAMES.iter().find(|(n, _)| *n == name).map(|(_, a)| *a))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::key::{self, Code};
    use std::collections::BTreeSet;

    #[test]
    fn the_table_and_the_enum_agree() {
        for i in ACTIONS {
            assert_eq!(i.action.info().name, i.name);
            assert_eq!(Action::by_name(i.name), Some(i.action));
        }
    }

    #[test]
    fn names_are_unique_and_labels_short() {
        let names: BTreeSet<_> = ACTIONS.iter().map(|i| i.name).collect();
        assert_eq!(names.len(), ACTIONS.len());
        for i in ACTIONS {
            for label in Lang::carried().map(|l| l.text(i.label)) {
                assert!(!label.is_empty() && label.chars().count() <= 42, "{label}");
            }
        }
    }

    #[test]
    fn an_earlier_name_still_binds() {
        assert_eq!(Action::by_name("peel"), Some(Action::Dismiss));
    }

    #[test]
    fn hints_of_a_context_have_an_order_and_a_word() {
        for context in Context::ALL {
            let ranks: Vec<u8> =
                ACTIONS.iter().flat_map(|i| i.hints).filter(|h| h.context == context).map(|h| h.rank).collect();
            assert_eq!(ranks.iter().collect::<BTreeSet<_>>().len(), ranks.len(), "{context:?}");
        }
        for i in ACTIONS {
            for h in i.hints {
                assert!(i.works_in(h.context) || i.works_in(Context::Everywhere), "{}", i.name);
                assert!(Lang::carried().all(|l| !l.text(h.words).is_empty()), "{}", i.name);
            }
        }
    }

    #[test]
    fn no_default_key_needs_altgr_on_azerty_or_bepo() {
        let azerty = ['[', ']', '{', '}', '|', '\\', '~', '@', '#', '^', '`'];
        let bepo = ['<', '>', '[', ']', '{', '}', '|', '\\', '~', '^', '&', '_', '`'];
        for (layout, altgr) in [("AZERTY", &azerty[..]), ("BÉPO", &bepo[..])] {
            for i in ACTIONS {
                for b in i.bindings {
                    let plain = |k: &&str| {
                        let keys = key::parse(k).expect("keys of the table parse");
                        keys.iter().all(|k| !matches!(k.code, Code::Char(c) if altgr.contains(&c)))
                    };
                    assert!(b.keys.is_empty() || b.keys.iter().any(plain), "{} on {layout}", i.name);
                }
            }
        }
    }
}
