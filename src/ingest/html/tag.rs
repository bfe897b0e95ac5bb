//! The elements that matter for text.

/// What an element does to the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// Starts and ends a block.
    Block,
    /// Stands inside a line.
    Inline,
    /// Has no content.
    Void,
    /// Its content is no text of the page.
    Skip,
}

macro_rules! tags {
    ($($name:ident $text:literal $flow:ident),* $(,)?) => {
        /// An element; others are [`Tag::Other`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(super) enum Tag { $($name,)* Other }

        impl Tag {
            /// How many tags there are, with `Other`.
            pub(super) const COUNT: usize = [$(Tag::$name,)* Tag::Other].len();

            /// From the lower-case name.
            pub(super) fn of(name: &[u8]) -> Tag {
                match std::str::from_utf8(name).unwrap_or_default() { $($text => Tag::$name,)* _ => Tag::Other }
            }

            /// What it does to the text around it.
            pub(super) fn flow(self) -> Flow {
                match self { $(Tag::$name => Flow::$flow,)* Tag::Other => Flow::Inline }
            }
        }
    };
}

tags! {
    A "a" Inline, Abbr "abbr" Inline, Acronym "acronym" Inline, Address "address" Block, Article "article" Block, Aside "aside" Block,
    Audio "audio" Skip, B "b" Inline, Bdi "bdi" Inline, Bdo "bdo" Inline, Big "big" Inline, Blockquote "blockquote" Block, Body "body" Block,
    Br "br" Void, Button "button" Block, Canvas "canvas" Skip, Caption "caption" Block, Center "center" Block,
    Cite "cite" Inline, Code "code" Inline, Col "col" Void, Dd "dd" Block, Del "del" Inline,
    Details "details" Block, Dfn "dfn" Inline, Dialog "dialog" Block, Div "div" Block, Dl "dl" Block, Dt "dt" Block, Em "em" Inline,
    Embed "embed" Void, Fieldset "fieldset" Block, Figcaption "figcaption" Block, Figure "figure" Block,
    Font "font" Inline, Footer "footer" Block, Form "form" Block, Frameset "frameset" Block, H1 "h1" Block,
    H2 "h2" Block, H3 "h3" Block, H4 "h4" Block, H5 "h5" Block, H6 "h6" Block, Head "head" Block,
    Header "header" Block, Hr "hr" Void, Html "html" Block, I "i" Inline, Iframe "iframe" Skip, Img "img" Void,
    Input "input" Void, Ins "ins" Inline, Kbd "kbd" Inline, Label "label" Inline, Legend "legend" Block, Li "li" Block,
    Link "link" Void, Main "main" Block, Map "map" Skip, Mark "mark" Inline, Menu "menu" Block, Meta "meta" Void,
    Nav "nav" Block, Nobr "nobr" Inline, Noscript "noscript" Skip, Object "object" Skip, Ol "ol" Block, Option "option" Skip,
    P "p" Block, Param "param" Void, Pre "pre" Block, Q "q" Inline, Rb "rb" Inline, Rp "rp" Skip, Rt "rt" Skip, Rtc "rtc" Skip, Ruby "ruby" Inline,
    S "s" Inline, Samp "samp" Inline, Script "script" Skip,
    Section "section" Block, Select "select" Skip, Small "small" Inline, Source "source" Void, Span "span" Inline,
    Strike "strike" Inline, Strong "strong" Inline, Style "style" Skip, Sub "sub" Inline, Summary "summary" Block,
    Sup "sup" Inline, Svg "svg" Skip, Table "table" Block, Tbody "tbody" Block, Td "td" Block,
    Template "template" Skip, Textarea "textarea" Skip, Tfoot "tfoot" Block, Th "th" Block, Thead "thead" Block,
    Time "time" Inline, Title "title" Skip, Tr "tr" Block, Tt "tt" Inline, U "u" Inline, Ul "ul" Block, Var "var" Inline,
    Video "video" Skip, Wbr "wbr" Void, Area "area" Void, Base "base" Void, Track "track" Void,
}

impl Tag {
    /// A heading.
    pub(super) fn is_heading(self) -> bool {
        matches!(self, Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6)
    }

    /// Elements inside a line that styles place side by side, rather than letters
    /// of another look.
    pub(super) fn is_laid_out(self) -> bool {
        matches!(self, Tag::Span | Tag::A | Tag::Time | Tag::Label | Tag::Abbr)
    }

    /// Elements beyond which an implied end tag does not reach.
    pub(super) fn is_scope(self) -> bool {
        matches!(self, Tag::Td | Tag::Th | Tag::Table | Tag::Caption | Tag::Button | Tag::Body | Tag::Html)
    }

    /// Formatting that may be closed in the wrong order.
    pub(super) fn is_formatting(self) -> bool {
        matches!(
            self,
            Tag::A
                | Tag::B
                | Tag::Big
                | Tag::Code
                | Tag::Em
                | Tag::Font
                | Tag::I
                | Tag::S
                | Tag::Small
                | Tag::Span
                | Tag::Strike
                | Tag::Strong
                | Tag::Tt
                | Tag::U
                | Tag::Abbr
                | Tag::Acronym
                | Tag::Bdi
                | Tag::Bdo
                | Tag::Dfn
                | Tag::Kbd
                | Tag::Nobr
                | Tag::Samp
                | Tag::Var
                | Tag::Cite
                | Tag::Mark
                | Tag::Other
        )
    }
}
