//! Tables of words: a class and a word on each line, parted by a tab.

/// The lines of a table, without those that say what it is.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t'))
}

/// The words of each class, in the order of the table.
pub(super) fn by_class(table: &'static str, classes: impl Iterator<Item = &'static str>) -> Vec<Vec<&'static str>> {
    classes.map(|class| rows(table).filter(|(c, _)| *c == class).map(|(_, word)| word).collect()).collect()
}
