//! The one table of actions: name, keys in each context, words in French and
//! English, hints of the footer. Footer, help, palette, prefix menus, manual, the
//! key map and the README are all made from it.
//!
//! Its rows stand in groups. A group is what one place carries out: it has an
//! enum of its own, which is matched there without a wildcard, so that an action
//! more does not compile until somebody says what it does.
//!
//! Long because the table has a row for every action.

use crate::app::words::Lang;

/// Where a key means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// On every screen.
    Everywhere,
    /// Source list.
    List,
    /// Article pane.
    Article,
    /// Entity sidebar.
    Entities,
    /// Comparison screen.
    Compare,
    /// Results of a search over the corpus.
    Results,
    /// A passage chosen in the article.
    Selection,
    /// All notes.
    Notes,
    /// The journal of decisions.
    Journal,
    /// Articles in columns by their state.
    Board,
    /// A name over the corpus.
    Name,
    /// Facts against the texts of a story.
    Matrix,
    /// The reports of a story in order of time.
    Timeline,
    /// A line of input.
    Prompt,
    /// A list to choose from by typing.
    Picker,
    /// The help.
    Help,
    /// A page to scroll.
    Page,
    /// One article against the others of its story.
    Versus,
    /// The export menu.
    Export,
    /// Waiting for the letter of a mark.
    Marks,
}

impl Context {
    /// Every context, in the order of the help.
    pub const ALL: [Context; 20] = [
        Self::List,
        Self::Article,
        Self::Selection,
        Self::Entities,
        Self::Compare,
        Self::Results,
        Self::Notes,
        Self::Journal,
        Self::Board,
        Self::Name,
        Self::Matrix,
        Self::Timeline,
        Self::Everywhere,
        Self::Prompt,
        Self::Picker,
        Self::Help,
        Self::Page,
        Self::Versus,
        Self::Export,
        Self::Marks,
    ];

    /// Its name for the reader.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Everywhere => lang.pick("Partout", "Everywhere"),
            Self::List => lang.pick("Liste", "List"),
            Self::Article => lang.pick("Article", "Article"),
            Self::Entities => lang.pick("Entités", "Entities"),
            Self::Compare => lang.pick("Comparaison", "Comparison"),
            Self::Results => lang.pick("Résultats", "Results"),
            Self::Selection => lang.pick("Passage choisi", "Chosen passage"),
            Self::Notes => lang.pick("Notes", "Notes"),
            Self::Journal => lang.pick("Journal", "Journal"),
            Self::Board => lang.pick("Tableau", "Board"),
            Self::Name => lang.pick("Page du nom", "Page of the name"),
            Self::Matrix => lang.pick("Qui dit quoi", "Who says what"),
            Self::Timeline => lang.pick("Chronologie", "Timeline"),
            Self::Prompt => lang.pick("Ligne de saisie", "Line of input"),
            Self::Picker => lang.pick("Choisir en tapant", "Choosing by typing"),
            Self::Help => lang.pick("Aide", "Help"),
            Self::Page => lang.pick("Page à lire", "Page to read"),
            Self::Versus => lang.pick("Un face à tous", "One against all"),
            Self::Export => lang.pick("Exporter", "Export"),
            Self::Marks => lang.pick("Lettre d'une marque", "Letter of a mark"),
        }
    }

    /// Its name in the configuration, `[keys.list]`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::List => "list",
            Self::Article => "article",
            Self::Entities => "entities",
            Self::Compare => "compare",
            Self::Results => "results",
            Self::Selection => "selection",
            Self::Notes => "notes",
            Self::Journal => "journal",
            Self::Board => "board",
            Self::Name => "name",
            Self::Matrix => "matrix",
            Self::Timeline => "timeline",
            Self::Prompt => "prompt",
            Self::Picker => "picker",
            Self::Help => "help",
            Self::Page => "page",
            Self::Versus => "versus",
            Self::Export => "export",
            Self::Marks => "marks",
        }
    }

    /// True for what lies over a screen: there, keys of [`Context::Everywhere`]
    /// mean nothing.
    pub fn is_overlay(self) -> bool {
        match self {
            Self::Prompt | Self::Picker | Self::Help | Self::Page | Self::Versus | Self::Export | Self::Marks => true,
            Self::Everywhere
            | Self::List
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
        let own = &ALL[Self::ALL.iter().position(|c| *c == self).unwrap_or(0)];
        if self.is_overlay() { &own[..1] } else { own }
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
    /// One or two words, French and English.
    pub words: [&'static str; 2],
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
    /// What it does, French: verb first, sentence case, at most 40 columns.
    pub fr: &'static str,
    /// The same in English.
    pub en: &'static str,
    /// Where it is hinted.
    pub hints: &'static [Hint],
    /// Words that people may type into the palette instead.
    pub synonyms: &'static str,
}

impl Info {
    /// What it does.
    pub fn label(&self, lang: Lang) -> &'static str {
        lang.pick(self.fr, self.en)
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
    ($( $group:ident $doc:literal { $(
        $variant:ident $name:literal {$( [$($context:ident)*] [$($key:literal)*] )+} $fr:literal $en:literal
        {$( $hint:ident $rank:literal $hfr:literal $hen:literal );*} $syn:literal;
    )* } )*) => {
        /// What a person can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action {
            $( $( #[doc = $en] $variant, )* )*
        }

        $(
            #[doc = $doc]
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub enum $group {
                $( #[doc = $en] $variant, )*
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
                fr: $fr,
                en: $en,
                hints: &[$( Hint { context: Context::$hint, rank: $rank, words: [$hfr, $hen] } ),*],
                synonyms: $syn,
            }, )* )*
        ];
    };
}

actions! {
    Motion "Moving about, on every screen." {
        Down "down" {[Everywhere] ["j" "<down>"]} "descendre" "move down" {Journal 4 "bouger" "move"} "bas suivant";
        Up "up" {[Everywhere] ["k" "<up>"]} "monter" "move up" {} "haut";
        HalfDown "half-down" {[Everywhere] ["<c-d>"]} "demi-page plus bas" "half a page down" {} "";
        HalfUp "half-up" {[Everywhere] ["<c-u>"]} "demi-page plus haut" "half a page up" {} "";
        PageDown "page-down" {[Everywhere] ["<c-f>" "<pgdn>"]} "page suivante" "page down" {} "";
        PageUp "page-up" {[Everywhere] ["<c-b>" "<pgup>"]} "page précédente" "page up" {} "";
        First "first" {[Everywhere] ["gg" "<home>"]} "aller au début (7gg : ¶7)" "go to the top (7gg: ¶7)" {} "début haut";
        Last "last" {[Everywhere] ["G" "<end>"]} "aller à la fin" "go to the end" {} "fin bas";
        FocusLeft "focus-left" {[List Article Entities Compare Board Matrix Timeline] ["h" "<left>"]} "volet de gauche, replier" "pane to the left, fold" {} "replier fermer collapse";
        FocusRight "focus-right" {[List Article Entities Compare Board Matrix Timeline] ["l" "<right>"]} "volet de droite, déplier" "pane to the right, unfold" {Entities 4 "formes" "spellings"; Board 6 "colonne" "column"; Timeline 2 "déplier" "unfold"} "déplier expand";
        NextPane "next-pane" {[Everywhere] ["<tab>"]} "volet suivant" "next pane" {List 9 "volet" "pane"; Article 12 "volet" "pane"; Entities 9 "volet" "pane"; Name 6 "volet" "pane"} "focus";
        PreviousPane "previous-pane" {[Everywhere] ["<s-tab>"]} "volet précédent" "previous pane" {} "focus";
        Open "open" {[Everywhere] ["<enter>"]} "ouvrir, aligner" "open, align" {List 1 "ouvrir" "open"; Entities 1 "mention suivante" "next mention"; Compare 3 "aligner" "align"; Results 1 "ouvrir" "open"; Notes 1 "ouvrir" "open"; Journal 3 "ouvrir" "open"; Board 1 "ouvrir" "open"; Name 2 "ouvrir" "open"; Matrix 1 "ouvrir" "open"; Timeline 1 "ouvrir" "open"} "lire read";
        NextArticle "next-article" {[Everywhere] ["J"]} "article suivant" "next article" {Article 5 "article ±" "article ±"; Timeline 6 "histoire ±" "story ±"} "";
        PreviousArticle "previous-article" {[Everywhere] ["K"]} "article précédent" "previous article" {} "";
        ScrollDown "scroll-down" {[List Entities Matrix Timeline] ["<a-j>"]} "faire défiler l'article, les passages" "scroll the article, the passages" {} "";
        ScrollUp "scroll-up" {[List Entities Matrix Timeline] ["<a-k>"]} "faire remonter l'article, les passages" "scroll article or passages back" {} "";
    }
    Reading "In the article pane." {
        NextParagraph "next-paragraph" {[Article] [")" "}"]} "paragraphe suivant" "next paragraph" {} "";
        PreviousParagraph "previous-paragraph" {[Article] ["(" "{"]} "paragraphe précédent" "previous paragraph" {} "";
        PageOn "page-on" {[Article] ["<space>"]} "page suivante" "page down" {Article 1 "page" "page"} "";
        CycleView "cycle-view" {[List Article Entities] ["c"]} "nettoyé › marqué › brut" "clean › marked › raw" {Article 2 "marqué" "marked"} "nettoyage ledger raw marked clean";
    }
    StoryView "Ways to see a story." {
        WhoSaysWhat "who-says-what" {[List Article Entities Compare Board Timeline] ["gm"]} "qui dit quoi, d'après qui" "who says what, after whom" {Timeline 5 "qui dit quoi" "who says what"} "matrice matrix agence agency origines";
        StoryTimeline "timeline" {[List Article Entities Compare Board Matrix] ["gl"]} "chronologie : qui le premier, d'après qui" "timeline: who first, after whom" {Matrix 7 "chronologie" "timeline"} "histoire story chronologie dates";
    }
    Facts "Which facts the matrix shows, in which order." {
        FactsAlone "facts-alone" {[Matrix] ["o" "go"]} "seulement ce qu'un seul texte dit" "only what one text alone says" {Matrix 2 "un seul" "alone"} "filtre filter exclusif seul";
        FactsOmitted "facts-omitted" {[Matrix] ["O"]} "seulement ce que ce texte ne dit pas" "only what this text leaves out" {Matrix 3 "omis ici" "left out"} "filtre filter omission absent gap";
        FactsDiffering "facts-differing" {[Matrix] ["x"]} "seulement ce qui diffère" "only what differs" {Matrix 4 "diffère" "differs"} "filtre filter";
        SortOrigins "sort-origins" {[Matrix] [",o"]} "trier par origines indépendantes" "sort by independent origins" {} "ordre order";
        SortTime "sort-time" {[Matrix] [",d"]} "trier par première parution" "sort by first report" {} "ordre order date temps";
        SortText "sort-text" {[Matrix] [",t"]} "dans l'ordre de ce texte" "in the order of this text" {} "ordre order";
    }
    Claims "What is claimed of an article, and its origin." {
        ArticleCard "article-card" {[List Article Entities Board] ["gi"]} "fiche : source, date, preuves" "article card: source, date, evidence" {} "preuve claim evidence fiche";
        PutBack "put-back" {[Article] ["p"]} "remettre ce bloc dans l'article" "put this block back" {Article 3 "remettre" "put back"} "ledger nettoyage restore";
        CorrectSource "correct-source" {[List Article Entities] ["is"]} "corriger la source" "correct the source" {} "média outlet claim";
        CorrectDate "correct-date" {[List Article Entities] ["id"]} "corriger la date" "correct the date" {} "claim published";
        CorrectTitle "correct-title" {[List Article Entities] ["it"]} "corriger le titre" "correct the headline" {} "claim titre";
        OpenEditor "open-editor" {[List Article Entities] ["O"]} "ouvrir le fichier dans $EDITOR" "open the file in $EDITOR" {} "éditeur";
        OpenLink "open-link" {[List Article Entities] ["o"]} "ouvrir la page d'origine" "open the original page" {} "navigateur browser url";
    }
    Ticks "Ticking articles." {
        Tick "tick" {[List Board] ["<space>"]} "cocher et descendre" "tick and move down" {List 2 "cocher" "tick"; Board 2 "cocher" "tick"} "select";
        Range "range" {[List] ["v"]} "cocher une plage" "tick a range" {} "visual select";
        TickAll "tick-all" {[List Board] ["<c-a>"]} "tout cocher, tout décocher" "tick all, untick all" {} "select all";
        TickQuery "tick-query" {[List Board] ["V"]} "cocher ce qui répond à une requête" "tick what answers a query" {} "select requête bulk";
        InvertTicks "invert-ticks" {[List Board] ["I"]} "inverser les coches" "invert the ticks" {} "inverser";
    }
    Judge "Verdicts." {
        ToggleRead "toggle-read" {[List Article Entities Compare Results Board Matrix Timeline] ["r"]} "lu / non lu" "read / unread" {} "unread non lu";
        Follow "follow" {[List Article Entities Compare Results Board Matrix Timeline] ["f" "sf"]} "à suivre" "follow" {Board 3 "suivre" "follow"} "état state suivre";
        Keep "keep" {[List Article Entities Compare Results Board Matrix Timeline] ["sk"]} "retenir" "keep" {List 3 "retenir" "keep"; Article 6 "retenir" "keep"; Board 4 "retenir" "keep"} "état state garder";
        Drop "drop" {[List Article Entities Compare Results Board Matrix Timeline] ["d" "sd"]} "écarter" "drop" {List 4 "écarter" "drop"; Article 7 "écarter" "drop"; Board 5 "écarter" "drop"} "état state jeter";
        MarkDone "mark-done" {[List Article Entities Compare Results Board Matrix Timeline] ["sx"]} "fait" "done" {} "état state fini";
        MarkToRead "mark-to-read" {[List Article Entities Compare Results Board Matrix Timeline] ["sr" "s0"]} "à lire (aucun état)" "to read (no state)" {} "état state";
        DropRest "drop-rest" {[List Article Compare Results Board Matrix Timeline] ["D"]} "écarter le reste de l'histoire" "drop the rest of the story" {} "story doublons";
    }
    StoryEdit "Stories made by hand." {
        MergeStories "merge-stories" {[List Board] ["A"]} "fusionner les histoires cochées" "merge the ticked stories" {} "histoire story fusion événement event";
        SplitStory "split-story" {[List Article Board] ["X"]} "sortir de l'histoire" "take out of the story" {} "histoire story séparer scinder";
    }
    Tags "Tags." {
        Tag "tag" {[List Article Entities Results Board Matrix Timeline] ["t"]} "ajouter une étiquette" "add a tag" {} "étiquette label";
        Untag "untag" {[List Article Entities Results Board Matrix Timeline] ["T"]} "ôter une étiquette" "remove a tag" {} "étiquette label";
    }
    Again "The last action once more." {
        Repeat "repeat" {[List Article Entities Compare Results Board Matrix Timeline] ["."]} "refaire la dernière action ici" "repeat the last action here" {} "répéter again";
    }
    Rounds "Ways through the articles that wait." {
        Queue "queue" {[List Article Entities Board] ["wt"]} "file : un article à la fois" "queue: one article at a time" {} "tri triage";
        Board "board" {[List Article Entities Board] ["wb"]} "tableau : colonnes par état" "board: columns by state" {} "tri triage kanban";
    }
    TakeBacks "On the journal of decisions." {
        TakeBack "take-back" {[Journal] ["u"]} "annuler ou rétablir cette décision" "undo or redo this act" {Journal 1 "annuler" "undo"} "défaire";
        TakeBackTo "take-back-to" {[Journal] ["x"]} "tout annuler jusqu'à celle-ci" "undo everything back to this act" {Journal 2 "jusqu'ici" "back to here"} "défaire";
    }
    History "Undo and redo." {
        Undo "undo" {[Everywhere] ["u"]} "annuler" "undo" {List 7 "annuler" "undo"; Article 11 "annuler" "undo"; Entities 10 "annuler" "undo"; Notes 7 "annuler" "undo"; Board 8 "annuler" "undo"; Name 7 "annuler" "undo"} "défaire";
        Redo "redo" {[Everywhere] ["U" "<c-r>"]} "rétablir" "redo" {} "refaire";
    }
    Selecting "Choosing a passage." {
        SelectText "select" {[Article Selection] ["v"]} "sélectionner une phrase, puis étendre" "select a sentence, then extend" {Article 8 "passage" "passage"; Selection 1 "étendre" "extend"} "sélection passage visual";
        GrowWord "grow-word" {[Selection] ["l" "<right>"]} "étendre d'un mot" "extend by a word" {Selection 4 "mot de plus" "one word more"} "";
        ShrinkWord "shrink-word" {[Selection] ["h" "<left>"]} "raccourcir d'un mot" "shorten by a word" {} "";
        OtherEnd "other-end" {[Selection] ["o"]} "changer de bout" "go to the other end" {Selection 5 "bout" "end"} "début fin";
    }
    Notes "Notes." {
        Note "note" {[List Article Entities Selection Compare Notes Board] ["a"]} "noter ; ici : récrire la note" "write a note; in notes: rewrite it" {Article 9 "noter" "note"; Compare 8 "noter" "note"; Selection 2 "noter" "note"; Notes 2 "récrire" "rewrite"; Board 7 "noter" "note"} "annoter annotation remarque";
        NotesHere "notes-here" {[List Article Entities Compare Board] ["ga"]} "notes de cet article" "notes of this article" {} "annotations";
        NotesAll "notes" {[Everywhere] ["gn"]} "toutes les notes" "all notes" {} "annotations remarques";
        EditNote "edit-note" {[Notes] ["O"]} "récrire la note dans $EDITOR" "rewrite the note in $EDITOR" {Notes 3 "éditeur" "editor"} "";
        DeleteNote "delete-note" {[Notes] ["x" "<del>"]} "ôter la note" "remove the note" {Notes 4 "ôter" "remove"} "supprimer delete effacer";
    }
    HandOver "Handing over." {
        Export "export" {[Everywhere] ["E"]} "exporter : article, fiche, notes, titres…" "export: article, sheet, notes, titles…" {Compare 9 "exporter" "export"; Notes 6 "exporter" "export"; Matrix 8 "exporter" "export"; Timeline 7 "exporter" "export"} "envoyer sauver markdown csv json html bibtex save";
        Pipe "pipe" {[Everywhere] ["!" "|"]} "passer à une commande du shell" "pipe to a command of the shell" {} "tube shell commande";
    }
    Copying "Copying." {
        CopySentence "copy-sentence" {[Article] ["yy"]} "copier la phrase avec sa référence" "copy the sentence with its citation" {} "citer cite presse-papiers clipboard";
        CopySelection "copy-selection" {[Selection] ["y"]} "copier le passage avec sa référence" "copy the passage with its citation" {Selection 3 "copier" "copy"} "citer cite presse-papiers clipboard";
        CopyParagraph "copy-paragraph" {[Article] ["yp"]} "copier le paragraphe" "copy the paragraph" {} "presse-papiers clipboard";
        CopyQuote "copy-quote" {[Article] ["yq"]} "copier la citation et son auteur" "copy the quotation with its speaker" {} "presse-papiers clipboard";
        CopyTitle "copy-title" {[List Article Entities] ["yt"]} "copier le titre" "copy the headline" {} "presse-papiers clipboard";
        CopyLink "copy-link" {[List Article Entities] ["yu"]} "copier l'adresse ou le chemin" "copy the address or the path" {} "url presse-papiers clipboard";
        CopyKey "copy-id" {[List Article Entities] ["yi"]} "copier l'identifiant" "copy the identity" {} "clé key presse-papiers clipboard";
        CopyDifference "copy-difference" {[Compare] ["yc"]} "copier la différence (Markdown)" "copy the difference (Markdown)" {} "presse-papiers clipboard";
    }
    Pairing "Choosing two articles." {
        Compare "compare" {[List Article Entities Board Matrix Timeline] ["="]} "poser A, puis comparer" "pin A, then compare" {List 5 "comparer" "compare"; Article 10 "comparer" "compare"; Matrix 5 "comparer" "compare"; Timeline 4 "comparer" "compare"} "diff versions";
    }
    Arranging "How the list is arranged." {
        GroupNext "group-next" {[List] ["b"]} "grouper : source › jour › histoire › état" "group: source › day › story › state" {List 6 "grouper" "group"} "regrouper by";
        GroupSource "group-source" {[List Article Entities] ["gs"]} "grouper par source" "group by source" {} "média outlet";
        GroupDay "group-day" {[List Article Entities] ["gd"]} "grouper par jour" "group by day" {} "date";
        GroupStory "group-story" {[List Article Entities] ["gc"]} "grouper par histoire" "group by story" {} "événement cluster event";
        GroupState "group-state" {[List Article Entities] ["gt"]} "grouper par état (tri)" "group by state (triage)" {} "triage";
        SortDate "sort-date" {[List] [",d"]} "trier par date" "sort by date" {} "ordre order";
        SortSource "sort-source" {[List] [",s"]} "trier par source" "sort by source" {} "ordre order";
        SortTitle "sort-title" {[List] [",t"]} "trier par titre" "sort by title" {} "ordre order";
        SortWords "sort-words" {[List] [",w"]} "trier par longueur" "sort by length" {} "ordre order mots";
        SortReverse "sort-reverse" {[List] [",r"]} "inverser l'ordre" "reverse the order" {} "ordre order";
    }
    Filtering "Narrowing the list." {
        Filter "filter" {[List Article Entities Board] ["F"]} "filtrer la liste" "filter the list" {} "query requête";
    }
    Searching "Searching, and stepping through what was found." {
        Find "find" {[Everywhere] ["/"]} "chercher dans ce volet" "search in this pane" {Article 4 "chercher" "search"; Results 3 "chercher" "search"; Notes 5 "chercher" "search"} "rechercher find";
        SearchCorpus "search-corpus" {[Everywhere] ["g/"]} "chercher dans tout le corpus" "search the whole corpus" {} "grep plein texte full text";
        WordUnderCursor "search-word" {[Entities] ["*"]} "ce nom dans tout le corpus" "this name over the whole corpus" {Entities 5 "tout le corpus" "whole corpus"} "";
        Next "next" {[Everywhere] ["n"]} "occurrence ou différence suivante" "next hit or difference" {Compare 1 "suivant" "next"; Results 2 "suivant" "next"; Matrix 6 "≠ suivant" "next ≠"; Timeline 3 "suivant" "next"} "";
        Previous "previous" {[Everywhere] ["N"]} "occurrence ou différence précédente" "previous hit or difference" {} "";
        NextMention "next-mention" {[List Article Entities] ["e"]} "mention suivante de l'entité" "next mention of the entity" {} "";
        SearchComments "search-comments" {[Results] ["c"]} "fouiller aussi les réactions, ou non" "search comments too, or not" {Results 4 "réactions" "comments"} "couche layer commentaires";
        SearchRemoved "search-removed" {[Results] ["b"]} "fouiller aussi les blocs ôtés, ou non" "search removed blocks too, or not" {Results 5 "blocs ôtés" "removed"} "couche layer";
        PreviousMention "previous-mention" {[List Article Entities] ["<a-e>"]} "mention précédente de l'entité" "previous mention of the entity" {} "";
    }
    Naming "Names." {
        ToggleSpelling "toggle-spelling" {[Name] ["<space>"]} "joindre ou séparer la forme" "join or part the spelling" {Name 1 "joindre/séparer" "join/part"} "fusion alias";
        MergeName "merge-name" {[Entities Name] ["A"]} "c'est aussi… (joindre un autre nom)" "the same as… (join another name)" {Entities 6 "joindre" "join"; Name 3 "joindre" "join"} "fusion alias merge";
        SplitName "split-name" {[Entities Name] ["X"]} "cette forme est un autre nom" "this spelling is another name" {Entities 7 "séparer" "part"} "scinder alias split";
        NameKind "name-kind" {[Entities Name] ["ik"]} "genre du nom : le suivant" "kind of the name: the next one" {} "personne lieu organisation type";
        EntityPage "entity-page" {[Entities] ["ge"]} "page du nom : formes, dates, citations" "page of the name: spellings, dates, quotes" {Entities 2 "page" "page"} "entité chronologie timeline";
        HideName "hide-name" {[Entities Name] ["x"]} "ce n'est pas un nom : cacher partout" "not a name: hide everywhere" {Entities 8 "cacher" "hide"; Name 5 "cacher" "hide"} "faux nom masquer";
        FilterEntity "filter-entity" {[Entities Name] ["ie"]} "ne garder que les articles qui la nomment" "only articles that name it" {Entities 3 "filtrer" "filter"; Name 4 "filtrer" "filter"} "facette";
    }
    Showing "What is shown over a screen." {
        GoTo "go-to" {[Everywhere] ["<c-p>"]} "aller à n'importe quoi" "go to anything" {List 8 "aller à" "go to"} "finder titre entité";
        Palette "palette" {[Everywhere] [":"]} "toutes les actions" "all actions" {Everywhere 1 "actions" "actions"} "commande command";
        Help "help" {[Everywhere] ["?" "<f1>"]} "aide des touches" "key help" {Everywhere 2 "aide" "help"} "touches keys";
        Problems "problems" {[Everywhere] ["gp"]} "problèmes et messages" "problems and messages" {} "erreurs errors notices";
        Journal "journal" {[Everywhere] ["gj"]} "journal des décisions" "journal of decisions" {} "historique history undo";
    }
    Places "Places in the corpus." {
        SetMark "set-mark" {[List Article Entities] ["m"]} "poser une marque" "set a mark" {} "signet bookmark";
        GoToMark "go-to-mark" {[List Article Entities] ["'"]} "aller à une marque" "go to a mark" {} "signet bookmark";
        JumpBack "jump-back" {[Everywhere] ["H" "<c-o>"]} "revenir d'un saut" "jump back" {} "retour";
        JumpForward "jump-forward" {[Everywhere] ["L"]} "refaire le saut" "jump forward" {} "avance";
    }
    Panes "Panes of the main screen." {
        Zoom "zoom" {[List Article Entities] ["z"]} "volet en plein écran" "pane on the full screen" {} "plein écran zen";
        ToggleEntities "toggle-entities" {[List Article Entities] ["we"]} "montrer ou cacher les entités" "show or hide the entities" {} "sidebar";
        WiderList "wider-list" {[List Article Entities] ["w>"]} "élargir la liste" "widen the list" {} "";
        NarrowerList "narrower-list" {[List Article Entities] ["w<lt>"]} "rétrécir la liste" "narrow the list" {} "";
        EvenPanes "even-panes" {[List Article Entities] ["w="]} "largeurs d'origine" "default widths" {} "";
        ToggleMouse "toggle-mouse" {[Everywhere] ["wy"]} "rendre la souris au terminal" "give the mouse back to the terminal" {} "select copy";
    }
    Comparing "On the comparison." {
        SwapSides "swap-sides" {[Compare] ["x"]} "échanger A et B" "swap A and B" {Compare 4 "échanger" "swap"} "inverser";
        LinkScroll "link-scroll" {[Compare] ["b"]} "lier ou délier le défilement" "link or free scrolling" {Compare 5 "lier" "link"} "bind scroll";
        ComparePresentation "presentation" {[Compare] ["c"]} "côte à côte › empilé › tableau" "side by side › stacked › table" {Compare 6 "vue" "view"} "stacked table";
        FoldCommon "fold-common" {[Compare] ["-"]} "replier ce qui est commun" "fold what is common" {Compare 10 "replier" "fold"} "";
        UnfoldCommon "unfold-common" {[Compare] ["+"]} "déplier ce qui est commun" "unfold what is common" {} "";
        Reference "reference" {[Compare] ["gr"]} "A face à tous ceux de l'histoire" "A against all others of the story" {Compare 7 "A face à tous" "A against all"} "référence reference histoire story";
        ThirdColumn "third-column" {[Compare] ["t"]} "troisième colonne : article suivant" "third column: next article" {} "trois three";
        PinTogether "pin-together" {[Compare] ["MM"]} "les deux passages du haut vont ensemble" "the two passages at the top go together" {} "ancre point pin match";
        PinToNothing "pin-to-nothing" {[Compare] ["M0"]} "ce passage n'a pas de pendant" "this passage has no counterpart" {} "ancre pin rien nothing";
        Unpin "unpin" {[Compare] ["Mx"]} "ôter ce qui est posé à la main ici" "take away what is pinned here" {} "ancre pin";
        IgnoreTypography "ignore-typography" {[Compare] ["it"]} "ignorer la typographie, ou non" "ignore typography, or not" {} "guillemets quotes";
        IgnoreCase "ignore-case" {[Compare] ["ic"]} "ignorer la casse, ou non" "ignore case, or not" {} "majuscules capitals";
        IgnoreAccents "ignore-accents" {[Compare] ["ia"]} "ignorer les accents, ou non" "ignore accents, or not" {} "diacritiques";
        LayerAll "layer-all" {[Compare] ["gd"]} "parcourir : toutes les différences" "step through: all differences" {} "couche layer";
        LayerPassages "layer-passages" {[Compare] ["gp"]} "parcourir : passages communs" "step through: shared passages" {} "couche layer";
        LayerQuotes "layer-quotes" {[Compare] ["gq"]} "parcourir : citations" "step through: quotes" {Compare 2 "couche" "layer"} "couche layer";
        LayerFigures "layer-figures" {[Compare] ["gf"]} "parcourir : chiffres" "step through: figures" {} "couche layer";
        LayerOnly "layer-only" {[Compare] ["go"]} "parcourir : seulement dans un" "step through: only in one" {} "couche layer";
        LayerEntities "layer-entities" {[Compare] ["ge"]} "parcourir : entités" "step through: entities" {} "couche layer";
    }
    Leaving "Leaving a view." {
        Close "close" {[Everywhere] ["q"]} "fermer la vue, quitter" "close the view, leave" {Compare 11 "fermer" "close"; Results 6 "fermer" "close"; Notes 8 "fermer" "close"; Journal 5 "fermer" "close"; Board 9 "fermer" "close"; Name 8 "fermer" "close"; Matrix 9 "fermer" "close"; Timeline 8 "fermer" "close"} "quit exit fermer";
        Dismiss "dismiss" {[Everywhere] ["<esc>"]} "ôter une couche" "take one layer off" {Selection 6 "laisser" "let go"} "annuler cancel";
    }
    Process "The program as a whole." {
        Quit "quit" {[Everywhere] ["Q" "<c-c>"]} "quitter tout de suite" "leave at once" {} "exit";
        Suspend "suspend" {[Everywhere] ["<c-z>"]} "suspendre" "suspend" {} "";
        BringIn "bring-in" {[Everywhere] ["R"]} "prendre ce qui a changé sur le disque" "bring in what changed on disk" {} "recharger relire fichiers nouveaux reload refresh new files";
        Redraw "redraw" {[Everywhere] ["<c-l>"]} "redessiner" "redraw" {} "";
    }
    Overlay "On what lies over a screen." {
        Accept "accept" {[Prompt Picker Versus Export] ["<enter>"]} "valider, choisir" "accept, choose" {Picker 1 "choisir" "choose"; Versus 1 "comparer" "compare"; Export 1 "exporter" "export"} "";
        NextLine "next-line" {[Picker Help] ["<down>" "<c-n>" "<c-j>"] [Page Versus] ["j" "<down>" "<c-n>" "<c-j>"]} "ligne suivante" "next line" {Picker 2 "parcourir" "move"; Help 1 "défiler" "scroll"; Page 1 "défiler" "scroll"} "";
        PreviousLine "previous-line" {[Picker Help] ["<up>" "<c-p>"] [Page Versus] ["k" "<up>" "<c-p>"]} "ligne précédente" "previous line" {} "";
        SomeLinesDown "some-lines-down" {[Page] ["d"]} "cinq lignes plus bas" "five lines down" {} "";
        SomeLinesUp "some-lines-up" {[Page] ["u"]} "cinq lignes plus haut" "five lines up" {} "";
        TenLinesDown "ten-lines-down" {[Picker Versus] ["<pgdn>"] [Help] ["<pgdn>" "<space>"] [Page] ["<space>" "f" "<pgdn>"]} "dix lignes plus bas" "ten lines down" {} "";
        TenLinesUp "ten-lines-up" {[Picker Versus Help] ["<pgup>"] [Page] ["b" "<pgup>"]} "dix lignes plus haut" "ten lines up" {} "";
        FirstLine "first-line" {[Page] ["g" "<home>"]} "aller au début" "go to the top" {} "";
        LastLine "last-line" {[Page] ["G" "<end>"]} "aller à la fin" "go to the end" {} "";
        Complete "complete" {[Prompt] ["<tab>"]} "compléter ; note : sur autre chose" "complete; note: on something else" {Prompt 1 "propose" "suggests"} "";
        WriteInEditor "write-in-editor" {[Prompt] ["<c-x>"]} "écrire la note dans $EDITOR" "write the note in $EDITOR" {Prompt 2 "éditeur" "editor"} "";
        BesideBoth "beside-both" {[Versus] ["t"]} "troisième colonne : cet article" "third column: this article" {Versus 2 "3e colonne" "3rd column"} "";
        BackFromMark "back-from-mark" {[Marks] ["'"]} "revenir d'un saut" "jump back" {} "";
        NextItem "next-item" {[Export] ["<tab>" "<down>"]} "exporter autre chose : suivant" "export something else: next" {} "";
        PreviousItem "previous-item" {[Export] ["<s-tab>" "<up>"]} "exporter autre chose : précédent" "export something else: previous" {} "";
        RenameFile "rename-file" {[Export] ["r"]} "renommer le fichier" "rename the file" {} "";
        Cancel "cancel" {[Picker Marks] ["<esc>" "<c-c>" "<c-g>"] [Prompt] ["<esc>" "<c-c>" "<c-g>" "<bs>"] [Versus Export] ["<esc>" "q" "<c-c>" "<c-g>"] [Help Page] ["<esc>" "q" "<enter>" "<c-c>" "<c-g>"]} "fermer" "close" {Picker 3 "fermer" "close"; Help 2 "fermer" "close"; Page 2 "fermer" "close"; Versus 3 "fermer" "close"; Export 2 "fermer" "close"} "";
    }
    Choice "In the export menu: what, in which format, where to." {
        ExportArticle "export-article" {[Export] ["a"]} "quoi : l'article" "what: the article" {} "";
        ExportTicked "export-ticked" {[Export] ["t"]} "quoi : les articles cochés" "what: the ticked articles" {} "";
        ExportStory "export-story" {[Export] ["s"]} "quoi : l'histoire" "what: the story" {} "";
        ExportComparison "export-comparison" {[Export] ["d"]} "quoi : la fiche de comparaison" "what: the comparison sheet" {} "";
        ExportMatrix "export-matrix" {[Export] ["w"]} "quoi : qui dit quoi" "what: who says what" {} "";
        ExportTimeline "export-timeline" {[Export] ["o"]} "quoi : la chronologie" "what: the timeline" {} "";
        ExportNotes "export-notes" {[Export] ["n"]} "quoi : toutes les notes" "what: all notes" {} "";
        ExportTitles "export-titles" {[Export] ["l"]} "quoi : titres et liens" "what: titles and links" {} "";
        ExportCitation "export-citation" {[Export] ["c"]} "quoi : la phrase citée" "what: the cited sentence" {} "";
        AsMarkdown "as-markdown" {[Export] ["m"]} "format : Markdown" "format: Markdown" {} "";
        AsPlain "as-plain" {[Export] ["p"]} "format : texte" "format: plain text" {} "";
        AsHtml "as-html" {[Export] ["h"]} "format : HTML" "format: HTML" {} "";
        AsCsv "as-csv" {[Export] ["v"]} "format : CSV" "format: CSV" {} "";
        AsJson "as-json" {[Export] ["j"]} "format : JSON" "format: JSON" {} "";
        AsJsonLines "as-json-lines" {[Export] ["J"]} "format : JSON Lines" "format: JSON Lines" {} "";
        AsBibtex "as-bibtex" {[Export] ["b"]} "format : BibTeX" "format: BibTeX" {} "";
        AsCsl "as-csl" {[Export] ["k"]} "format : CSL-JSON" "format: CSL-JSON" {} "";
        AsTemplate "as-template" {[Export] ["1" "2" "3" "4" "5" "6" "7" "8" "9"]} "format : modèle à vous, par son numéro" "format: template of yours, by its number" {} "";
        ToFile "to-file" {[Export] ["f"]} "vers : un fichier" "to: a file" {} "";
        ToClipboard "to-clipboard" {[Export] ["y"]} "vers : le presse-papiers" "to: the clipboard" {} "";
        ToPipe "to-pipe" {[Export] ["!" "|"]} "vers : une commande du shell" "to: a command of the shell" {} "";
        ToEditor "to-editor" {[Export] ["e"]} "vers : l'éditeur" "to: the editor" {} "";
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
            for label in [i.fr, i.en] {
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
                assert!(h.words.iter().all(|w| !w.is_empty()), "{}", i.name);
            }
        }
    }

    #[test]
    fn no_default_key_needs_altgr_on_azerty() {
        for i in ACTIONS {
            let reachable =
                |k: &&&str| !k.replace("<lt>", "").contains(['[', ']', '{', '}', '|', '\\', '~', '@', '#', '^', '`']);
            for b in i.bindings {
                assert!(b.keys.is_empty() || b.keys.iter().any(|k| reachable(&k)), "{}", i.name);
            }
        }
    }
}
