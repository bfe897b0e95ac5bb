//! The language of the interface and the few words that no table holds.

/// Language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// One of two texts.
    pub fn pick<T>(self, fr: T, en: T) -> T {
        match self {
            Self::Fr => fr,
            Self::En => en,
        }
    }

    /// From `fr`, `en` or a locale such as `fr_FR.UTF-8`.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.get(..2)? {
            "fr" | "FR" => Some(Self::Fr),
            "en" | "EN" => Some(Self::En),
            _ => None,
        }
    }

    /// A count with its noun, French plural from 2, English from any but 1.
    pub fn count(self, n: usize, fr: [&str; 2], en: [&str; 2]) -> String {
        let plural = match self {
            Self::Fr => n >= 2,
            Self::En => n != 1,
        };
        format!("{} {}", self.number(n), self.pick(fr, en)[usize::from(plural)])
    }

    /// A number with its thousands grouped the way of the language.
    pub fn number(self, n: usize) -> String {
        let digits = n.to_string();
        let mut out = String::new();
        for (i, d) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push(self.pick('\u{202f}', ','));
            }
            out.push(d);
        }
        out
    }

    /// "12 articles".
    pub fn articles(self, n: usize) -> String {
        self.count(n, ["article", "articles"], ["article", "articles"])
    }

    /// "12 mots".
    pub fn words(self, n: usize) -> String {
        self.count(n, ["mot", "mots"], ["word", "words"])
    }
}

/// Months in full, lower case.
const MONTHS: [[&str; 12]; 2] = [
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

const DAYS: [[&str; 7]; 2] = [
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];

/// A date as one reads it: "mardi 12 mai 2026", "Tuesday 12 May 2026".
pub fn long_date(date: jiff::civil::Date, lang: Lang) -> String {
    let l = lang as usize;
    let weekday = DAYS[l][date.weekday().to_monday_zero_offset() as usize];
    format!("{weekday} {} {} {}", date.day(), MONTHS[l][date.month() as usize - 1], date.year())
}

/// A date in a line of claims: "12 mai 2026".
pub fn medium_date(date: jiff::civil::Date, lang: Lang) -> String {
    format!("{} {} {}", date.day(), MONTHS[lang as usize][date.month() as usize - 1], date.year())
}

/// A date in a column of eight: "12.05.26".
pub fn short_date(date: jiff::civil::Date) -> String {
    format!("{:02}.{:02}.{:02}", date.day(), date.month(), date.year() % 100)
}

/// A moment of the journal: "08:12" today, "21.11. 08:12" on other days.
pub fn clock(at: i64, now: i64, zone: &jiff::tz::TimeZone) -> String {
    let zoned =
        |ms| jiff::Timestamp::from_millisecond(ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_zoned_datetime(zone.clone());
    let (at, now) = (zoned(at), zoned(now));
    let form = match () {
        () if at.date() == now.date() => "%H:%M",
        () if at.year() == now.year() => "%d.%m. %H:%M",
        () => "%d.%m.%y %H:%M",
    };
    at.strftime(form).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_plurals_follow_the_language() {
        assert_eq!(Lang::Fr.articles(0), "0 article");
        assert_eq!(Lang::En.articles(0), "0 articles");
        assert_eq!(Lang::Fr.words(1200), "1\u{202f}200 mots");
        assert_eq!(Lang::En.number(1_234_567), "1,234,567");
    }
}
