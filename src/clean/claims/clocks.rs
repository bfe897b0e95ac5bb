//! Which day an instant in Greenwich is where an article was written, by what else is
//! stated: a dateline, another moment with its own clocks, the country of the paper, the
//! language.
//!
//! Knows clocks; the day that a page prints outweighs all of this.

use super::day::day_of;
use super::order::DayOrder;
use super::undated;
use crate::corpus::date::find_dates;
use crate::corpus::{Language, WireTopic};
use crate::ingest::{Field, RawDocument};
use crate::text::Span;
use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::temporal::Pieces;
use jiff::tz::TimeZone;

/// A moment as it is written: by which clocks, and by how many minutes they are before
/// those of Greenwich.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) clock: DateTime,
    pub(super) offset: i32,
}

/// The moment that a value states with its zone: `2024-10-08T22:12:00Z`, `20241008T221200+0000`,
/// `Tue, 08 Oct 2024 22:12:00 GMT`.
pub(super) fn stamp(value: &str) -> Option<Stamp> {
    let value = value.trim();
    if let Ok(zoned) = jiff::fmt::rfc2822::parse(value) {
        return Some(Stamp { clock: zoned.datetime(), offset: zoned.offset().seconds() / 60 });
    }
    let bare = [" GMT", " UTC", " UT"].iter().find_map(|zone| value.strip_suffix(zone));
    let zulu = bare.map(|said| format!("{said}Z"));
    if let Ok(pieces) = Pieces::parse(zulu.as_deref().unwrap_or(value)) {
        let offset = pieces.to_numeric_offset()?.seconds() / 60;
        return Some(Stamp { clock: pieces.date().to_datetime(pieces.time()?), offset });
    }
    // `08 octobre 2024 22:12 GMT`
    let said = bare?;
    let [found] = find_dates(said, Span::new(0, said.len())).try_into().ok()?;
    let day = found.full().filter(|_| !found.ambiguous)?;
    Some(Stamp { clock: day.to_datetime(found.time?), offset: 0 })
}

impl Stamp {
    /// The same moment by clocks that are so many minutes before those of Greenwich.
    fn by(self, minutes: i32) -> Option<DateTime> {
        self.clock.checked_add(jiff::Span::new().minutes(i64::from(minutes - self.offset))).ok()
    }
}

/// The hour of an instant that is stated in Greenwich's time.
pub(super) fn greenwich(value: &str) -> Option<u8> {
    let stamp = stamp(value).filter(|s| s.offset == 0)?;
    u8::try_from(stamp.clock.hour()).ok()
}

/// The moment that fields state with hour and zone, on this day somewhere on earth, in
/// milliseconds since 1970; midnight is what programs write that know the day alone.
pub(super) fn moment(fields: &[Field], day: Option<Date>) -> Option<i64> {
    let day = day?;
    in_milliseconds(fields, |stated| stated == day)
}

/// The same of an instant in Greenwich that is this day elsewhere.
pub(super) fn moment_elsewhere(fields: &[Field], day: Date) -> Option<i64> {
    in_milliseconds(fields, |stated| day.since(stated).is_ok_and(|span| span.get_days().abs() == 1))
}

fn in_milliseconds(fields: &[Field], fits: impl Fn(Date) -> bool) -> Option<i64> {
    // A moment with a zone is written for programs: no order of day and month is in doubt.
    let says = |f: &&Field| f.rule != undated::SCRIPTED && day_of(f, DayOrder::DayFirst).is_some_and(&fits);
    let stated = fields.iter().find(says)?.value.trim();
    let zoned = jiff::fmt::rfc2822::parse(stated).map(|zoned| zoned.timestamp());
    let moment: jiff::Timestamp = zoned.or_else(|_| stated.parse()).ok()?;
    let has_hour = !["T00:00:00", " 00:00:00", "T000000"].iter().any(|midnight| stated.contains(midnight));
    has_hour.then(|| moment.as_millisecond())
}

/// The day of an instant where the article was written, and what tells it.
pub(super) struct LocalDay {
    pub(super) clock: DateTime,
    pub(super) rule: &'static str,
    /// The zone, or the words of a dateline.
    pub(super) told: String,
    /// The instant as it is written.
    pub(super) instant: String,
}

/// Days between two moments of which the clocks of one are those of the other.
const SEASON: i32 = 60;

/// The local day of the instant from which the day of publication was taken, where it is
/// another than in Greenwich and nothing says that day.
pub(super) fn elsewhere(
    raw: &RawDocument,
    known: Date,
    order: DayOrder,
    language: Option<Language>,
) -> Option<LocalDay> {
    let fields = &raw.fields;
    let of_day = |f: &&Field| !undated::is_hint(f) && day_of(f, order) == Some(known);
    let mut of_known = fields.published.iter().filter(of_day);
    let first = of_known.next()?;
    let instant = stamp(&first.value).filter(|s| s.offset == 0 && has_hour(s))?;
    // Another place that states the day by itself says it once more.
    let again = |f: &Field| stamp(&f.value).is_none_or(|s| s.offset != 0);
    let address = fields.url.iter().find_map(|f| undated::in_address(&f.value));
    if of_known.any(again) || address == Some(known) {
        return None;
    }
    let local = |clock: DateTime, rule: &'static str, told: String| {
        let other = clock.date() != known;
        other.then(|| LocalDay { clock, rule, told, instant: first.value.clone() })
    };
    let others = fields.published.iter().chain(&fields.updated).chain(&fields.seen);
    let clocks = others
        .filter_map(|f| stamp(&f.value))
        .find(|s| s.offset != 0 && s.clock.date().since(known).is_ok_and(|span| span.get_days().abs() <= SEASON));
    if let Some(clocks) = clocks {
        return local(instant.by(clocks.offset)?, "published.local_clock", zone_words(clocks.offset));
    }
    let zone = of_paper(raw, language)?;
    let (least, most) = zone.offsets(instant.clock)?;
    let (west, east) = (instant.by(least)?, instant.by(most)?);
    if west.date() != east.date() {
        return None;
    }
    local(east, "published.local_zone", zone_words(most))
}

/// Midnight is what programs write that know the day alone.
fn has_hour(stamp: &Stamp) -> bool {
    stamp.clock.time() != Time::midnight()
}

fn zone_words(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

/// The day in the dateline of a wire that is the next one to the day of the item, or the one
/// before it, with its words.
pub(super) fn of_dateline(raw: &RawDocument, known: Date) -> Option<(Date, String)> {
    let lines = raw.wire.iter().filter(|f| f.topic == WireTopic::Dateline);
    let days = lines.flat_map(|f| {
        let found = find_dates(&f.value, Span::new(0, f.value.len()));
        found.into_iter().filter_map(|d| Some((d.full().or_else(|| near(d.day?, d.month?, known))?, f.value.clone())))
    });
    let mut days = days.collect::<Vec<_>>().into_iter();
    let (day, words) = days.next()?;
    let beside = day.since(known).is_ok_and(|span| span.get_days().abs() == 1);
    (beside && days.all(|(other, _)| other == day)).then_some((day, words))
}

/// A day without a year beside one with it.
fn near(day: i8, month: i8, known: Date) -> Option<Date> {
    [known.year() - 1, known.year(), known.year() + 1].into_iter().find_map(|year| {
        let day = Date::new(year, month, day).ok()?;
        day.since(known).is_ok_and(|span| span.get_days().abs() <= 1).then_some(day)
    })
}

/// The clocks of a country, those farthest west and farthest east, as POSIX writes them: no
/// database of zones has to be there.
struct Zone {
    countries: &'static [&'static str],
    west: &'static str,
    east: &'static str,
}

const fn zone(countries: &'static [&'static str], clocks: &'static str) -> Zone {
    Zone { countries, west: clocks, east: clocks }
}

/// The clocks of countries whose code ends addresses or stands behind a language.
const ZONES: [Zone; 14] = [
    zone(CENTRAL, "CET-1CEST,M3.5.0,M10.5.0/3"),
    zone(&["uk", "gb", "ie", "pt"], "GMT0BST,M3.5.0/1,M10.5.0"),
    zone(&["gr", "fi", "ro", "bg", "ee", "lv", "lt", "cy", "ua", "md"], "EET-2EEST,M3.5.0/3,M10.5.0/4"),
    Zone { countries: &["us"], west: PACIFIC, east: "EST5EDT,M3.2.0,M11.1.0" },
    Zone { countries: &["ca"], west: PACIFIC, east: "NST3:30NDT,M3.2.0,M11.1.0" },
    zone(&["mx"], "CST6"),
    zone(&["br", "ar", "uy"], "<-03>3"),
    zone(&["co", "pe", "ec", "pa"], "<-05>5"),
    zone(&["jp", "kr"], "JST-9"),
    zone(&["cn", "hk", "tw", "sg", "ph", "my"], "CST-8"),
    zone(&["in"], "IST-5:30"),
    zone(&["dz", "tn", "ma", "cm", "ng", "ga", "bj", "ne", "td", "cg"], "CET-1"),
    zone(&["sn", "ci", "ml", "bf", "tg", "gn", "mr", "gh"], "GMT0"),
    zone(&["tr", "sa", "ke", "mg", "dj"], "<+03>-3"),
];

/// The clocks of Los Angeles and Vancouver.
const PACIFIC: &str = "PST8PDT,M3.2.0,M11.1.0";

/// The countries with the time of Berlin, Paris and Rome.
const CENTRAL: &[&str] = &[
    "fr", "de", "it", "es", "be", "ch", "nl", "lu", "at", "dk", "no", "se", "pl", "cz", "sk", "hu", "si", "hr", "mc",
    "li", "ad", "sm", "mt", "ba", "rs", "mk", "al", "me", "xk",
];

/// Ends of addresses in two letters that say no country.
const ANYWHERE: [&str; 12] = ["eu", "tv", "io", "co", "me", "fm", "ai", "cc", "ws", "to", "ly", "gg"];

/// Languages whose papers have, but for few, one time.
const OF_CENTRAL: [Language; 4] = [Language::Fr, Language::De, Language::It, Language::Nl];

/// The clocks of the paper: by the country that ends its address, or that stands behind its
/// language, or by the language alone.
fn of_paper(raw: &RawDocument, language: Option<Language>) -> Option<&'static Zone> {
    let country = |code: &str| ZONES.iter().find(|z| z.countries.contains(&code));
    let address = raw.fields.url.first().and_then(|f| f.value.split("://").nth(1)).map(str::to_owned);
    let host = address.or_else(|| raw.fields.host.first().map(|f| f.value.clone())).unwrap_or_default();
    let host = host.split(['/', '?', ':', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let top = host.rsplit('.').next().filter(|top| top.len() == 2 && host.contains('.') && !ANYWHERE.contains(top));
    if let Some(top) = top {
        return country(top);
    }
    let tag = raw.fields.language.first().map(|f| f.value.to_ascii_lowercase()).unwrap_or_default();
    let region = tag.split_once(['-', '_']).map(|(_, region)| region).filter(|region| region.len() == 2);
    // Programs say of any English page that it is American.
    match region.filter(|_| !tag.starts_with("en")) {
        Some(region) => country(region),
        None => language.filter(|l| OF_CENTRAL.contains(l)).and_then(|_| country("fr")),
    }
}

impl Zone {
    /// By how many minutes the clocks farthest west and farthest east are before those of
    /// Greenwich when it is `there` in Greenwich.
    fn offsets(&self, there: DateTime) -> Option<(i32, i32)> {
        let at = TimeZone::UTC.to_timestamp(there).ok()?;
        let minutes = |clocks: &str| Some(TimeZone::posix(clocks).ok()?.to_offset(at).seconds() / 60);
        minutes(self.west).zip(minutes(self.east))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Claim, Place};
    use crate::ingest::read;

    #[test]
    fn a_moment_is_read_in_the_forms_that_programs_write() {
        let at = |value: &str| stamp(value).map(|s| (s.clock.to_string(), s.offset));
        let told = |clock: &str, offset: i32| Some((clock.to_owned(), offset));
        for value in [
            "2024-10-08T22:12:00Z",
            "2024-10-08 22:12:00 UTC",
            "2024-10-08T22:12:00.000+00:00",
            "20241008T221200Z",
            "20241008T221200+0000",
            "Tue, 08 Oct 2024 22:12:00 GMT",
            "08 octobre 2024 22:12 GMT",
        ] {
            assert_eq!(at(value), told("2024-10-08T22:12:00", 0), "{value}");
        }
        assert_eq!(at("20241009T001200+0200"), told("2024-10-09T00:12:00", 120));
        assert_eq!(at("2024-10-08T17:12-05"), told("2024-10-08T17:12:00", -300));
        for value in ["2024-10-08", "2024-10-08T22:12:00", "8 octobre 2024 à 22h12", "2024-13-08T22:12:00Z"] {
            assert_eq!(at(value), None, "{value}");
        }
    }

    #[test]
    fn the_clocks_of_every_country_can_be_read() {
        let at = "2024-07-01T12:00:00".parse().expect("a moment");
        for zone in &ZONES {
            assert!(zone.offsets(at).is_some_and(|(west, east)| west <= east), "{:?}", zone.countries);
        }
    }

    #[test]
    fn clocks_are_put_forward_in_summer() {
        let by = |code: &str, at: &str| {
            let zone = ZONES.iter().find(|z| z.countries.contains(&code)).expect("it is known");
            zone.offsets(at.parse().expect("a moment")).expect("the clocks are written as POSIX writes them")
        };
        assert_eq!(by("fr", "2024-03-31T00:59:00"), (60, 60));
        assert_eq!(by("fr", "2024-03-31T01:00:00"), (120, 120));
        assert_eq!(by("de", "2024-10-27T00:59:00"), (120, 120));
        assert_eq!(by("it", "2024-10-27T01:00:00"), (60, 60));
        assert_eq!(by("us", "2024-07-01T12:00:00"), (-420, -240));
        assert_eq!(by("in", "2024-07-01T12:00:00"), (330, 330));
    }

    fn published(json: &str) -> (String, Option<String>) {
        let mut got = read(&Place::file("a.json"), json.as_bytes());
        let meta = crate::clean::clean(got.documents.remove(0)).meta;
        let day: Claim<Date> = meta.published;
        (day.value.map(|d| d.to_string()).unwrap_or_default(), meta.published_at.shown())
    }

    #[test]
    fn an_instant_just_before_midnight_in_greenwich_is_told_by_the_clocks_of_the_paper() {
        let record = |day: &str, more: &str| {
            format!(
                "{{\"title\": \"Le pont de Gorzé est fermé\", \"text\": \"Le pont de Gorzé est fermé depuis ce soir, a dit la \
                 maire du bourg dans une lettre aux habitants.\", \"published\": \"{day}\"{more}}}"
            )
        };
        for (day, more, told, hour) in [
            ("2024-08-01T22:40:13Z", "", "2024-08-02", "00:40"),
            ("20240801T224013Z", "", "2024-08-02", "00:40"),
            ("1722552013", "", "2024-08-02", "00:40"),
            ("2024-01-01T22:40:13Z", "", "2024-01-01", "22:40 UTC"),
            ("2024-08-01T22:40:13+02:00", "", "2024-08-01", "22:40"),
            ("2024-08-01T22:40:13Z", ", \"language\": \"fr-CA\"", "2024-08-01", "22:40 UTC"),
            ("2024-08-02T03:10:00Z", ", \"language\": \"fr-CA\"", "2024-08-02", "03:10 UTC"),
            ("2024-08-01T22:40:13Z", ", \"url\": \"https://quai.sn/pont\"", "2024-08-01", "22:40 UTC"),
            ("2024-08-01T22:40:13Z", ", \"url\": \"https://quai.fr/2024/08/01/pont\"", "2024-08-01", "22:40 UTC"),
            ("2024-08-01T22:40:13Z", ", \"url\": \"https://quai.fr/pont\"", "2024-08-02", "00:40"),
            ("2024-08-01T23:40:13Z", ", \"updated\": \"2024-08-02T09:00:00+01:00\"", "2024-08-02", "00:40"),
            ("2024-08-01T22:40:13Z", ", \"updated\": \"2024-08-01T23:00:00-05:00\"", "2024-08-01", "22:40 UTC"),
        ] {
            assert_eq!(published(&record(day, more)), (told.to_owned(), Some(hour.to_owned())), "{day} {more}");
        }
    }
}
