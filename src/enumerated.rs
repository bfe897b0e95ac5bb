//! Enums of which all values and a word for each are wanted.

/// What [`enumerated!`] makes, for code that serves several enums.
pub(crate) trait Enumerated: Copy + PartialEq + 'static {
    /// All of them, in order.
    const VALUES: &'static [Self];

    /// The word that stands for it in files and machine output.
    fn word(self) -> &'static str;

    /// The value that a word stands for.
    fn from_word(word: &str) -> Option<Self> {
        Self::VALUES.iter().copied().find(|value| value.word() == word)
    }
}

/// Makes an enum with `ALL`, its values in order, `next`, which goes round in
/// them, and `name`, the word that stands for each in files and machine output;
/// `from_name` reads it back. Where no file has the values, the words are left
/// out.
///
/// ```ignore
/// enumerated! {
///     /// A side.
///     #[derive(Clone, Copy, Debug, PartialEq, Eq)]
///     pub enum Side {
///         /// The one on the left.
///         Left => "left",
///         /// The other.
///         Right => "right",
///     }
/// }
/// ```
macro_rules! enumerated {
    ($(#[$meta:meta])* $vis:vis enum $type:ident { $($(#[$doc:meta])* $value:ident => $name:literal,)+ }) => {
        $crate::enumerated::enumerated! { $(#[$meta])* $vis enum $type { $($(#[$doc])* $value,)+ } }

        #[allow(dead_code, reason = "not every enum is asked for all of it")]
        impl $type {
            /// The word that stands for it in files and machine output.
            $vis const fn name(self) -> &'static str {
                match self { $(Self::$value => $name,)+ }
            }

            /// The value that a word stands for.
            $vis fn from_name(name: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|value| value.name() == name)
            }
        }

        impl $crate::enumerated::Enumerated for $type {
            const VALUES: &'static [Self] = &Self::ALL;

            fn word(self) -> &'static str {
                self.name()
            }
        }
    };
    ($(#[$meta:meta])* $vis:vis enum $type:ident { $($(#[$doc:meta])* $value:ident,)+ }) => {
        $(#[$meta])*
        $vis enum $type { $($(#[$doc])* $value,)+ }

        #[allow(dead_code, reason = "not every enum is asked for all of it")]
        impl $type {
            /// All of them, in order.
            $vis const ALL: [Self; [$(stringify!($value)),+].len()] = [$(Self::$value),+];

            /// The one after it, the first after the last.
            #[must_use]
            $vis const fn next(self) -> Self {
                Self::ALL[(self as usize + 1) % Self::ALL.len()]
            }
        }
    };
}

pub(crate) use enumerated;

#[cfg(test)]
mod tests {
    enumerated! {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        enum Side { Left => "left", Right => "right", }
    }

    #[test]
    fn a_name_stands_for_its_value_alone() {
        assert_eq!(Side::ALL, [Side::Left, Side::Right]);
        assert_eq!(Side::ALL.map(|s| Side::from_name(s.name())), [Some(Side::Left), Some(Side::Right)]);
        assert_eq!(Side::from_name("up"), None);
    }

    #[test]
    fn the_next_goes_round() {
        assert_eq!(Side::ALL.map(Side::next), [Side::Right, Side::Left]);
    }
}
