//! Enums of which all values and a word for each are wanted.

/// Makes an enum with `ALL`, its values in order, and `name`, the word that
/// stands for each in files and machine output; `from_name` reads it back.
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
        $(#[$meta])*
        $vis enum $type { $($(#[$doc])* $value,)+ }

        #[allow(dead_code, reason = "not every enum is asked for all of it")]
        impl $type {
            /// All of them, in order.
            $vis const ALL: [Self; [$($name),+].len()] = [$(Self::$value),+];

            /// The word that stands for it in files and machine output.
            $vis const fn name(self) -> &'static str {
                match self { $(Self::$value => $name,)+ }
            }

            /// The value that a word stands for.
            $vis fn from_name(name: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|value| value.name() == name)
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
}
