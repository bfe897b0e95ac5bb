//! The one table of actions: name, keys, contexts, words in French and
//! English. Footer, help, palette, prefix menus, manual and the key map are
//! all made from it.

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
}

impl Context {
    /// Every context, in the order of the help.
    pub const ALL: [Context; 13] = [
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
        }
    }
}

/// One row of the table.
#[derive(Debug)]
pub struct Info {
    /// The action.
    pub action: Action,
    /// Its name in the configuration and in the palette's arguments.
    pub name: &'static str,
    /// Where it works.
    pub contexts: &'static [Context],
    /// Default keys; the first is the one shown.
    pub keys: &'static [&'static str],
    /// What it does, French: verb first, sentence case, at most 40 columns.
    pub fr: &'static str,
    /// The same in English.
    pub en: &'static str,
    /// One word for the footer, French and English; empty: never hinted.
    pub hint: [&'static str; 2],
    /// Words that people may type into the palette instead.
    pub synonyms: &'static str,
}

impl Info {
    /// What it does.
    pub fn label(&self, lang: Lang) -> &'static str {
        lang.pick(self.fr, self.en)
    }
}

macro_rules! actions {
    ($( $variant:ident $name:literal [$($context:ident)*] [$($key:literal)*] $fr:literal $en:literal ($hfr:literal $hen:literal) $syn:literal; )*) => {
        /// What a person can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action {
            $( #[doc = $en] $variant, )*
        }

        /// The table, in the order of the help.
        pub const ACTIONS: &[Info] = &[
            $( Info {
                action: Action::$variant,
                name: $name,
                contexts: &[$(Context::$context),*],
                keys: &[$($key),*],
                fr: $fr,
                en: $en,
                hint: [$hfr, $hen],
                synonyms: $syn,
            }, )*
        ];
    };
}

actions! {
    Down "down" [Everywhere] ["j" "<down>"] "descendre" "move down" ("bouger" "move") "bas suivant";
    Up "up" [Everywhere] ["k" "<up>"] "monter" "move up" ("" "") "haut";
    HalfDown "half-down" [Everywhere] ["<c-d>"] "demi-page plus bas" "half a page down" ("" "") "";
    HalfUp "half-up" [Everywhere] ["<c-u>"] "demi-page plus haut" "half a page up" ("" "") "";
    PageDown "page-down" [Everywhere] ["<c-f>" "<pgdn>"] "page suivante" "page down" ("" "") "";
    PageUp "page-up" [Everywhere] ["<c-b>" "<pgup>"] "page précédente" "page up" ("" "") "";
    First "first" [Everywhere] ["gg" "<home>"] "aller au début (7gg : ¶7)" "go to the top (7gg: ¶7)" ("" "") "début haut";
    Last "last" [Everywhere] ["G" "<end>"] "aller à la fin" "go to the end" ("" "") "fin bas";
    FocusLeft "focus-left" [List Article Entities Compare Board Matrix Timeline] ["h" "<left>"] "volet de gauche, replier" "pane to the left, fold" ("" "") "replier fermer collapse";
    FocusRight "focus-right" [List Article Entities Compare Board Matrix Timeline] ["l" "<right>"] "volet de droite, déplier" "pane to the right, unfold" ("" "") "déplier expand";
    NextPane "next-pane" [Everywhere] ["<tab>"] "volet suivant" "next pane" ("volet" "pane") "focus";
    PreviousPane "previous-pane" [Everywhere] ["<s-tab>"] "volet précédent" "previous pane" ("" "") "focus";
    Open "open" [Everywhere] ["<enter>"] "ouvrir, aligner" "open, align" ("" "") "lire read";
    NextArticle "next-article" [Everywhere] ["J"] "article suivant" "next article" ("article ±" "article ±") "";
    PreviousArticle "previous-article" [Everywhere] ["K"] "article précédent" "previous article" ("" "") "";
    ScrollDown "scroll-down" [List Entities Matrix Timeline] ["<a-j>"] "faire défiler l'article, les passages" "scroll the article, the passages" ("" "") "";
    ScrollUp "scroll-up" [List Entities Matrix Timeline] ["<a-k>"] "faire remonter l'article, les passages" "scroll article or passages back" ("" "") "";
    NextParagraph "next-paragraph" [Article] [")" "}"] "paragraphe suivant" "next paragraph" ("" "") "";
    PreviousParagraph "previous-paragraph" [Article] ["(" "{"] "paragraphe précédent" "previous paragraph" ("" "") "";
    PageOn "page-on" [Article] ["<space>"] "page suivante" "page down" ("page" "page") "";
    CycleView "cycle-view" [List Article Entities] ["c"] "nettoyé › marqué › brut" "clean › marked › raw" ("marqué" "marked") "nettoyage ledger raw marked clean";
    WhoSaysWhat "who-says-what" [List Article Entities Compare Board Matrix Timeline] ["gm"] "qui dit quoi, d'après qui" "who says what, after whom" ("qui dit quoi" "who says what") "matrice matrix agence agency origines";
    StoryTimeline "timeline" [List Article Entities Compare Board Matrix Timeline] ["gl"] "chronologie : qui le premier, d'après qui" "timeline: who first, after whom" ("chronologie" "timeline") "histoire story chronologie dates";
    FactsAlone "facts-alone" [Matrix] ["o" "go"] "seulement ce qu'un seul texte dit" "only what one text alone says" ("un seul" "alone") "filtre filter exclusif seul";
    FactsOmitted "facts-omitted" [Matrix] ["O"] "seulement ce que ce texte ne dit pas" "only what this text leaves out" ("omis ici" "left out") "filtre filter omission absent gap";
    FactsDiffering "facts-differing" [Matrix] ["x"] "seulement ce qui diffère" "only what differs" ("diffère" "differs") "filtre filter";
    SortOrigins "sort-origins" [Matrix] [",o"] "trier par origines indépendantes" "sort by independent origins" ("" "") "ordre order";
    SortTime "sort-time" [Matrix] [",d"] "trier par première parution" "sort by first report" ("" "") "ordre order date temps";
    SortText "sort-text" [Matrix] [",t"] "dans l'ordre de ce texte" "in the order of this text" ("" "") "ordre order";
    ArticleCard "article-card" [List Article Entities Board] ["gi"] "fiche : source, date, preuves" "article card: source, date, evidence" ("" "") "preuve claim evidence fiche";
    PutBack "put-back" [Article] ["p"] "remettre ce bloc dans l'article" "put this block back" ("remettre" "put back") "ledger nettoyage restore";
    CorrectSource "correct-source" [List Article Entities] ["is"] "corriger la source" "correct the source" ("" "") "média outlet claim";
    CorrectDate "correct-date" [List Article Entities] ["id"] "corriger la date" "correct the date" ("" "") "claim published";
    CorrectTitle "correct-title" [List Article Entities] ["it"] "corriger le titre" "correct the headline" ("" "") "claim titre";
    OpenEditor "open-editor" [List Article Entities] ["O"] "ouvrir le fichier dans $EDITOR" "open the file in $EDITOR" ("" "") "éditeur";
    OpenLink "open-link" [List Article Entities] ["o"] "ouvrir la page d'origine" "open the original page" ("" "") "navigateur browser url";

    Tick "tick" [List Board] ["<space>"] "cocher et descendre" "tick and move down" ("cocher" "tick") "select";
    Range "range" [List] ["v"] "cocher une plage" "tick a range" ("" "") "visual select";
    TickAll "tick-all" [List Board] ["<c-a>"] "tout cocher, tout décocher" "tick all, untick all" ("" "") "select all";
    TickQuery "tick-query" [List Board] ["V"] "cocher ce qui répond à une requête" "tick what answers a query" ("" "") "select requête bulk";
    InvertTicks "invert-ticks" [List Board] ["I"] "inverser les coches" "invert the ticks" ("" "") "inverser";
    ToggleRead "toggle-read" [List Article Entities Compare Results Board Matrix Timeline] ["r"] "lu / non lu" "read / unread" ("" "") "unread non lu";
    Follow "follow" [List Article Entities Compare Results Board Matrix Timeline] ["f" "sf"] "à suivre" "follow" ("suivre" "follow") "état state suivre";
    Keep "keep" [List Article Entities Compare Results Board Matrix Timeline] ["sk"] "retenir" "keep" ("" "") "état state garder";
    Drop "drop" [List Article Entities Compare Results Board Matrix Timeline] ["d" "sd"] "écarter" "drop" ("écarter" "drop") "état state jeter";
    MarkDone "mark-done" [List Article Entities Compare Results Board Matrix Timeline] ["sx"] "fait" "done" ("" "") "état state fini";
    MarkToRead "mark-to-read" [List Article Entities Compare Results Board Matrix Timeline] ["sr" "s0"] "à lire (aucun état)" "to read (no state)" ("" "") "état state";
    DropRest "drop-rest" [List Article Compare Results Board Matrix Timeline] ["D"] "écarter le reste de l'histoire" "drop the rest of the story" ("" "") "story doublons";
    MergeStories "merge-stories" [List Board] ["A"] "fusionner les histoires cochées" "merge the ticked stories" ("" "") "histoire story fusion événement event";
    SplitStory "split-story" [List Article Board] ["X"] "sortir de l'histoire" "take out of the story" ("" "") "histoire story séparer scinder";
    Tag "tag" [List Article Entities Results Board Matrix Timeline] ["t"] "ajouter une étiquette" "add a tag" ("" "") "étiquette label";
    Untag "untag" [List Article Entities Results Board Matrix Timeline] ["T"] "ôter une étiquette" "remove a tag" ("" "") "étiquette label";
    Repeat "repeat" [List Article Entities Compare Results Board Matrix Timeline] ["."] "refaire la dernière action ici" "repeat the last action here" ("" "") "répéter again";
    Queue "queue" [List Article Entities Board] ["wt"] "file : un article à la fois" "queue: one article at a time" ("" "") "tri triage";
    Board "board" [List Article Entities Board] ["wb"] "tableau : colonnes par état" "board: columns by state" ("" "") "tri triage kanban";
    TakeBack "take-back" [Journal] ["u"] "annuler ou rétablir cette décision" "undo or redo this act" ("annuler" "undo") "défaire";
    TakeBackTo "take-back-to" [Journal] ["x"] "tout annuler jusqu'à celle-ci" "undo everything back to this act" ("jusqu'ici" "back to here") "défaire";
    Undo "undo" [Everywhere] ["u"] "annuler" "undo" ("annuler" "undo") "défaire";
    Redo "redo" [Everywhere] ["U" "<c-r>"] "rétablir" "redo" ("" "") "refaire";

    SelectText "select" [Article Selection] ["v"] "sélectionner une phrase, puis étendre" "select a sentence, then extend" ("passage" "passage") "sélection passage visual";
    GrowWord "grow-word" [Selection] ["l" "<right>"] "étendre d'un mot" "extend by a word" ("" "") "";
    ShrinkWord "shrink-word" [Selection] ["h" "<left>"] "raccourcir d'un mot" "shorten by a word" ("" "") "";
    OtherEnd "other-end" [Selection] ["o"] "changer de bout" "go to the other end" ("bout" "end") "début fin";
    Note "note" [List Article Entities Selection Compare Notes Board] ["a"] "noter ; ici : récrire la note" "write a note; in notes: rewrite it" ("noter" "note") "annoter annotation remarque";
    NotesHere "notes-here" [List Article Entities Compare Board] ["ga"] "notes de cet article" "notes of this article" ("" "") "annotations";
    NotesAll "notes" [Everywhere] ["gn"] "toutes les notes" "all notes" ("" "") "annotations remarques";
    EditNote "edit-note" [Notes] ["O"] "récrire la note dans $EDITOR" "rewrite the note in $EDITOR" ("éditeur" "editor") "";
    DeleteNote "delete-note" [Notes] ["x" "<del>"] "ôter la note" "remove the note" ("ôter" "remove") "supprimer delete effacer";

    Export "export" [Everywhere] ["E"] "exporter : article, fiche, notes, titres…" "export: article, sheet, notes, titles…" ("exporter" "export") "envoyer sauver markdown csv json html bibtex save";
    Pipe "pipe" [Everywhere] ["!" "|"] "passer à une commande du shell" "pipe to a command of the shell" ("" "") "tube shell commande";
    CopySentence "copy-sentence" [Article] ["yy"] "copier la phrase avec sa référence" "copy the sentence with its citation" ("" "") "citer cite presse-papiers clipboard";
    CopySelection "copy-selection" [Selection] ["y"] "copier le passage avec sa référence" "copy the passage with its citation" ("copier" "copy") "citer cite presse-papiers clipboard";
    CopyParagraph "copy-paragraph" [Article] ["yp"] "copier le paragraphe" "copy the paragraph" ("" "") "presse-papiers clipboard";
    CopyQuote "copy-quote" [Article] ["yq"] "copier la citation et son auteur" "copy the quotation with its speaker" ("" "") "presse-papiers clipboard";
    CopyTitle "copy-title" [List Article Entities] ["yt"] "copier le titre" "copy the headline" ("" "") "presse-papiers clipboard";
    CopyLink "copy-link" [List Article Entities] ["yu"] "copier l'adresse ou le chemin" "copy the address or the path" ("" "") "url presse-papiers clipboard";
    CopyKey "copy-id" [List Article Entities] ["yi"] "copier l'identifiant" "copy the identity" ("" "") "clé key presse-papiers clipboard";
    CopyDifference "copy-difference" [Compare] ["yc"] "copier la différence (Markdown)" "copy the difference (Markdown)" ("" "") "presse-papiers clipboard";

    Compare "compare" [List Article Entities Board Matrix Timeline] ["="] "poser A, puis comparer" "pin A, then compare" ("comparer" "compare") "diff versions";
    GroupNext "group-next" [List] ["b"] "grouper : source › jour › histoire › état" "group: source › day › story › state" ("grouper" "group") "regrouper by";
    GroupSource "group-source" [List Article Entities] ["gs"] "grouper par source" "group by source" ("" "") "média outlet";
    GroupDay "group-day" [List Article Entities] ["gd"] "grouper par jour" "group by day" ("" "") "date";
    GroupStory "group-story" [List Article Entities] ["gc"] "grouper par histoire" "group by story" ("" "") "événement cluster event";
    GroupState "group-state" [List Article Entities] ["gt"] "grouper par état (tri)" "group by state (triage)" ("" "") "triage";
    SortDate "sort-date" [List] [",d"] "trier par date" "sort by date" ("" "") "ordre order";
    SortSource "sort-source" [List] [",s"] "trier par source" "sort by source" ("" "") "ordre order";
    SortTitle "sort-title" [List] [",t"] "trier par titre" "sort by title" ("" "") "ordre order";
    SortWords "sort-words" [List] [",w"] "trier par longueur" "sort by length" ("" "") "ordre order mots";
    SortReverse "sort-reverse" [List] [",r"] "inverser l'ordre" "reverse the order" ("" "") "ordre order";
    Filter "filter" [List Article Entities Board] ["F"] "filtrer la liste" "filter the list" ("" "") "query requête";

    Find "find" [Everywhere] ["/"] "chercher dans ce volet" "search in this pane" ("chercher" "search") "rechercher find";
    SearchCorpus "search-corpus" [Everywhere] ["g/"] "chercher dans tout le corpus" "search the whole corpus" ("" "") "grep plein texte full text";
    WordUnderCursor "search-word" [Entities] ["*"] "ce nom dans tout le corpus" "this name over the whole corpus" ("" "") "";
    Next "next" [Everywhere] ["n"] "occurrence ou différence suivante" "next hit or difference" ("suivant" "next") "";
    Previous "previous" [Everywhere] ["N"] "occurrence ou différence précédente" "previous hit or difference" ("" "") "";
    NextMention "next-mention" [List Article Entities] ["e"] "mention suivante de l'entité" "next mention of the entity" ("" "") "";
    SearchComments "search-comments" [Results] ["c"] "fouiller aussi les réactions, ou non" "search comments too, or not" ("réactions" "comments") "couche layer commentaires";
    SearchRemoved "search-removed" [Results] ["b"] "fouiller aussi les blocs ôtés, ou non" "search removed blocks too, or not" ("blocs ôtés" "removed") "couche layer";
    PreviousMention "previous-mention" [List Article Entities] ["<a-e>"] "mention précédente de l'entité" "previous mention of the entity" ("" "") "";
    ToggleSpelling "toggle-spelling" [Name] ["<space>"] "joindre ou séparer la forme" "join or part the spelling" ("joindre/séparer" "join/part") "fusion alias";
    MergeName "merge-name" [Entities Name] ["A"] "c'est aussi… (joindre un autre nom)" "the same as… (join another name)" ("joindre" "join") "fusion alias merge";
    SplitName "split-name" [Entities Name] ["X"] "cette forme est un autre nom" "this spelling is another name" ("séparer" "part") "scinder alias split";
    NameKind "name-kind" [Entities Name] ["ik"] "genre du nom : le suivant" "kind of the name: the next one" ("" "") "personne lieu organisation type";
    EntityPage "entity-page" [Entities] ["ge"] "page du nom : formes, dates, citations" "page of the name: spellings, dates, quotes" ("page" "page") "entité chronologie timeline";
    HideName "hide-name" [Entities Name] ["x"] "ce n'est pas un nom : cacher partout" "not a name: hide everywhere" ("cacher" "hide") "faux nom masquer";
    FilterEntity "filter-entity" [Entities Name] ["ie"] "ne garder que les articles qui la nomment" "only articles that name it" ("filtrer" "filter") "facette";
    GoTo "go-to" [Everywhere] ["<c-p>"] "aller à n'importe quoi" "go to anything" ("aller à" "go to") "finder titre entité";
    Palette "palette" [Everywhere] [":"] "toutes les actions" "all actions" ("actions" "actions") "commande command";
    Help "help" [Everywhere] ["?" "<f1>"] "aide des touches" "key help" ("aide" "help") "touches keys";
    Problems "problems" [Everywhere] ["gp"] "problèmes et messages" "problems and messages" ("" "") "erreurs errors notices";
    Journal "journal" [Everywhere] ["gj"] "journal des décisions" "journal of decisions" ("" "") "historique history undo";
    SetMark "set-mark" [List Article Entities] ["m"] "poser une marque" "set a mark" ("" "") "signet bookmark";
    GoToMark "go-to-mark" [List Article Entities] ["'"] "aller à une marque" "go to a mark" ("" "") "signet bookmark";
    JumpBack "jump-back" [Everywhere] ["H" "<c-o>"] "revenir d'un saut" "jump back" ("" "") "retour";
    JumpForward "jump-forward" [Everywhere] ["L"] "refaire le saut" "jump forward" ("" "") "avance";

    Zoom "zoom" [List Article Entities] ["z"] "volet en plein écran" "pane on the full screen" ("" "") "plein écran zen";
    ToggleEntities "toggle-entities" [List Article Entities] ["we"] "montrer ou cacher les entités" "show or hide the entities" ("" "") "sidebar";
    WiderList "wider-list" [List Article Entities] ["w>"] "élargir la liste" "widen the list" ("" "") "";
    NarrowerList "narrower-list" [List Article Entities] ["w<lt>"] "rétrécir la liste" "narrow the list" ("" "") "";
    EvenPanes "even-panes" [List Article Entities] ["w="] "largeurs d'origine" "default widths" ("" "") "";
    ToggleMouse "toggle-mouse" [Everywhere] ["wy"] "rendre la souris au terminal" "give the mouse back to the terminal" ("" "") "select copy";

    SwapSides "swap-sides" [Compare] ["x"] "échanger A et B" "swap A and B" ("échanger" "swap") "inverser";
    LinkScroll "link-scroll" [Compare] ["b"] "lier ou délier le défilement" "link or free scrolling" ("lier" "link") "bind scroll";
    ComparePresentation "presentation" [Compare] ["c"] "côte à côte › empilé › tableau" "side by side › stacked › table" ("vue" "view") "stacked table";
    FoldCommon "fold-common" [Compare] ["-"] "replier ce qui est commun" "fold what is common" ("replier" "fold") "";
    UnfoldCommon "unfold-common" [Compare] ["+"] "déplier ce qui est commun" "unfold what is common" ("" "") "";
    Reference "reference" [Compare] ["gr"] "A face à tous ceux de l'histoire" "A against all others of the story" ("A face à tous" "A against all") "référence reference histoire story";
    ThirdColumn "third-column" [Compare] ["t"] "troisième colonne : article suivant" "third column: next article" ("3e colonne" "3rd column") "trois three";
    PinTogether "pin-together" [Compare] ["MM"] "les deux passages du haut vont ensemble" "the two passages at the top go together" ("" "") "ancre point pin match";
    PinToNothing "pin-to-nothing" [Compare] ["M0"] "ce passage n'a pas de pendant" "this passage has no counterpart" ("" "") "ancre pin rien nothing";
    Unpin "unpin" [Compare] ["Mx"] "ôter ce qui est posé à la main ici" "take away what is pinned here" ("" "") "ancre pin";
    IgnoreTypography "ignore-typography" [Compare] ["it"] "ignorer la typographie, ou non" "ignore typography, or not" ("" "") "guillemets quotes";
    IgnoreCase "ignore-case" [Compare] ["ic"] "ignorer la casse, ou non" "ignore case, or not" ("" "") "majuscules capitals";
    IgnoreAccents "ignore-accents" [Compare] ["ia"] "ignorer les accents, ou non" "ignore accents, or not" ("" "") "diacritiques";
    LayerAll "layer-all" [Compare] ["gd"] "parcourir : toutes les différences" "step through: all differences" ("" "") "couche layer";
    LayerPassages "layer-passages" [Compare] ["gp"] "parcourir : passages communs" "step through: shared passages" ("" "") "couche layer";
    LayerQuotes "layer-quotes" [Compare] ["gq"] "parcourir : citations" "step through: quotes" ("couche" "layer") "couche layer";
    LayerFigures "layer-figures" [Compare] ["gf"] "parcourir : chiffres" "step through: figures" ("" "") "couche layer";
    LayerOnly "layer-only" [Compare] ["go"] "parcourir : seulement dans un" "step through: only in one" ("" "") "couche layer";
    LayerEntities "layer-entities" [Compare] ["ge"] "parcourir : entités" "step through: entities" ("" "") "couche layer";

    Close "close" [Everywhere] ["q"] "fermer la vue, quitter" "close the view, leave" ("quitter" "quit") "quit exit fermer";
    Peel "peel" [Everywhere] ["<esc>"] "ôter une couche" "take one layer off" ("" "") "annuler cancel";
    Quit "quit" [Everywhere] ["Q" "<c-c>"] "quitter tout de suite" "leave at once" ("" "") "exit";
    Suspend "suspend" [Everywhere] ["<c-z>"] "suspendre" "suspend" ("" "") "";
    BringIn "bring-in" [Everywhere] ["R"] "prendre ce qui a changé sur le disque" "bring in what changed on disk" ("" "") "recharger relire fichiers nouveaux reload refresh new files";
    Redraw "redraw" [Everywhere] ["<c-l>"] "redessiner" "redraw" ("" "") "";
}

impl Action {
    /// Its row of the table.
    pub fn info(self) -> &'static Info {
        // The enum and the table are written by one macro, in one order.
        &ACTIONS[self as usize]
    }

    /// The action of that name.
    pub fn by_name(name: &str) -> Option<Self> {
        ACTIONS.iter().find(|i| i.name == name).map(|i| i.action)
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
    fn no_default_key_needs_altgr_on_azerty() {
        for i in ACTIONS {
            let reachable =
                |k: &&&str| !k.replace("<lt>", "").contains(['[', ']', '{', '}', '|', '\\', '~', '@', '#', '^', '`']);
            assert!(i.keys.is_empty() || i.keys.iter().any(|k| reachable(&k)), "{}", i.name);
        }
    }
}
