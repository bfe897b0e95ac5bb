//! [`Hour`]: when on its day something was published, as far as that is stated.

use jiff::civil::Time;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// An hour of a known day: by the clocks of a place, as a moment that is the
/// same everywhere, as both or as neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hour {
    /// By the clocks where it was written.
    pub local: Option<Time>,
    /// In milliseconds since 1970, where the zone is stated.
    pub moment: Option<i64>,
}

impl Hour {
    /// Which of two hours of one day came first; `None` where nobody knows:
    /// one of them is not stated, or one is a moment and the other is not.
    /// Hours by the clocks of a place tell it only where both are read off
    /// the same ones.
    pub fn order(self, other: Self, same_clocks: bool) -> Option<Ordering> {
        let of = |(x, y): (i64, i64)| x.cmp(&y);
        let moments = self.moment.zip(other.moment).map(of);
        moments.or_else(|| self.local.zip(other.local).filter(|_| same_clocks).map(|(x, y)| x.cmp(&y)))
    }

    /// As it is shown: by the clocks of its place, else by those of Greenwich.
    pub fn shown(self) -> Option<String> {
        let greenwich = || {
            let moment = jiff::Timestamp::from_millisecond(self.moment?).ok()?;
            Some(moment.strftime("%H:%M UTC").to_string())
        };
        self.local.map(|t| format!("{:02}:{:02}", t.hour(), t.minute())).or_else(greenwich)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(hour: i8) -> Hour {
        Hour { local: Time::new(hour, 0, 0, 0).ok(), moment: None }
    }

    #[test]
    fn hours_of_one_kind_tell_which_came_first_and_of_two_kinds_do_not() {
        let moment = |n| Hour { local: None, moment: Some(n) };
        assert_eq!(local(9).order(local(17), true), Some(Ordering::Less));
        assert_eq!(moment(2).order(moment(1), false), Some(Ordering::Greater));
        assert_eq!(local(9).order(local(17), false), None, "the clocks of two places");
        assert_eq!(local(9).order(moment(1), true), None);
        assert_eq!(local(9).order(Hour::default(), true), None);
        let both = Hour { local: local(9).local, moment: Some(3) };
        assert_eq!(both.order(moment(4), false), Some(Ordering::Less), "the moment is the same everywhere");
        assert_eq!(both.order(local(8), true), Some(Ordering::Greater));
    }

    #[test]
    fn an_hour_is_shown_by_the_clocks_of_its_place() {
        assert_eq!(local(9).shown().as_deref(), Some("09:00"));
        assert_eq!(Hour { local: None, moment: Some(60_000) }.shown().as_deref(), Some("00:01 UTC"));
        assert_eq!(Hour::default().shown(), None);
    }
}
