# The words of kiosque in English: the reference. The file of another language
# has the same messages with the same arguments; what it lacks is told in
# English. A name begins with the place of its message. A space at an end is
# written {" "}. Sections are in the order of the layers.

language-name = English

## numbers and dates

number-group = {","}
number-decimal = {"."}
list-separator = {", "}
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
date-long = { $weekday } { $day } { $month } { $year }
date-medium = { $day } { $month } { $year }
# Forms of strftime.
date-short = %d.%m.%y
date-day = %d.%m
clock-today = %H:%M
clock-this-year = %d.%m. %H:%M
clock-other-year = %d.%m.%y %H:%M

## words for things

did-you-mean = {" "}(did you mean `{ $near }`?)
article-count = { $n ->
    [one] { $n } article
   *[other] { $n } articles
}
word-count = { $n ->
    [one] { $n } word
   *[other] { $n } words
}
# Words that are not ours: the message of a library, of the system.
verbatim = { $text }

## text and corpus

## ingest

ingest-as-declared = as it declares
ingest-as-guessed = a guess from its bytes
ingest-attachments = { $n ->
    [one] has { $n } attachment, not read.
   *[other] has { $n } attachments, not read.
}
ingest-binary = is binary, not a text; it was skipped.
ingest-by-mark = its byte order mark
ingest-by-zeroes = the pattern of its zero bytes, a guess
ingest-bytes = { $n } bytes
ingest-bytes-broken = holds bytes that are not { $encoding }, shown as U+FFFD.
ingest-cells = { $n ->
    [one] holds { $n } cell not in UTF-8, whose encoding was guessed.
   *[other] holds { $n } cells not in UTF-8, whose encoding was guessed.
}
ingest-chapter-broken = could not be read: { $reason }; the chapter was skipped.
ingest-controls = { $n ->
    [one] held 1 control character, shown as pictures (␛) or U+FFFD.
   *[other] held { $n } control characters, shown as pictures (␛) or U+FFFD.
}
ingest-cut = is larger than the limit of { $limit }; the rest was not read.
ingest-decoded = was decoded from { $encoding }: the encoding follows from { $how }.
ingest-empty = is empty; nothing was read.
ingest-epub-broken = is an EPUB that cannot be read: { $reason }; it was skipped.
ingest-epub-no-package = it names no package file
ingest-feed-broken = looks like a feed but could not be parsed: { $reason }; it was skipped.
ingest-feed-empty = is a feed without entries; nothing was read.
ingest-foreign = is { $what }, not a text; it was skipped.
ingest-json-broken = stops being JSON after { $n } records: { $reason }; what follows was not read.
ingest-json-list = a list
ingest-json-long = is one JSON value larger than the limit of { $limit } MB; it was not read.
ingest-json-not = begins like JSON but is none (line { $line }); read as text.
ingest-json-null = null
ingest-json-string = a bare string
ingest-json-value = a bare value
ingest-kind-bitmap = a bitmap image
ingest-kind-bzip2 = a bzip2 archive
ingest-kind-film = a film file
ingest-kind-film-or-picture = a film or picture file
ingest-kind-font = a font
ingest-kind-gif = a GIF image
ingest-kind-jpeg = a JPEG image
ingest-kind-office = an old Office file
ingest-kind-pdf = a PDF
ingest-kind-png = a PNG image
ingest-kind-program = a program
ingest-kind-rar = a RAR archive
ingest-kind-riff = a sound, picture or film file
ingest-kind-seven-zip = a 7z archive
ingest-kind-sound = a sound file
ingest-kind-sqlite = a SQLite database
ingest-kind-tiff = a TIFF image
ingest-kind-xz = an xz archive
ingest-kind-zip = a zip archive or an Office file
ingest-line-broken = line { $line } is no JSON ({ $reason }, column { $column }); it was skipped.
ingest-line-long = line { $line } is larger than the limit of { $limit } MB; it was skipped.
ingest-links = { $n ->
    [one] is a list of { $n } link; their pages were not fetched.
   *[other] is a list of { $n } links; their pages were not fetched.
}
ingest-mail-broken = looks like an e-mail but could not be parsed; it was skipped.
ingest-mail-cut = is larger than the limit of { $limit } MB; the rest of the message was not read.
ingest-mail-empty = is an e-mail without a text; it was skipped.
ingest-megabytes = { $n } MB
ingest-mixed = { $n ->
    [one] mixes encodings: UTF-8 with one place that is not, read as Windows-1252.
   *[other] mixes encodings: UTF-8 with { $n } places that are not, read as Windows-1252.
}
ingest-mojibake = holds { $n } marks of UTF-8 that was once read as Windows-1252 (such as “Ã©” for “é”); left as they are.
ingest-more-lines = has { $n } more lines that could not be read; they were skipped.
ingest-more-records = has { $n } more records that could not be read; they were skipped.
ingest-more-rows = has { $n } more rows that could not be read; they were skipped.
ingest-name-columns = name the columns, such as --fields title=titre,text=contenu
ingest-name-fields = name the fields, such as --fields title=titre,text=contenu
ingest-no-column = has no column that is known as a title or a text; it was skipped.
ingest-no-field = has neither a title nor a text in a known field; the record was skipped.
ingest-not-record = is { $what } where a line or record with fields was expected; it was skipped.
ingest-not-utf8 = is not UTF-8 and was decoded from { $encoding }, { $how }.
ingest-packed = is packed with “{ $how }”, which cannot be unpacked; it was skipped.
ingest-row-long = a row is larger than the limit, maybe for a quotation mark never closed
ingest-short-pages = { $n ->
    [one] holds { $n } page with fewer than { $words } words, which were skipped.
   *[other] holds { $n } pages with fewer than { $words } words, which were skipped.
}
ingest-stopped = could not be read to its end: { $reason }.
ingest-surrogate = held half of a surrogate pair, shown as U+FFFD.
ingest-table-broken = stops being a table: { $reason }; what follows was not read.
ingest-too-deep = nests its elements too deeply; the deepest ones are read as one.
ingest-too-large = is larger than the limit of { $limit } MB for files of its kind; it was not read.
ingest-utf16-broken = holds broken UTF-16, shown as U+FFFD.
ingest-utf32 = was decoded from UTF-32: the encoding follows from its byte order mark.
ingest-utf8-cut = is cut off inside a UTF-8 character; the broken one is shown as U+FFFD.
ingest-utf8-mark = starts with a UTF-8 byte order mark, which was taken off.
ingest-warc-no-length = a record has no length
ingest-warc-no-record = no record of a web archive follows
ingest-warc-other = { $n ->
    [one] holds { $n } record without a page (requests, pictures, metadata), skipped.
   *[other] holds { $n } records without a page (requests, pictures, metadata), skipped.
}
ingest-xml-broken = stops being XML: { $reason }; what follows was not read.

## clean

clean-above-byline = stands above the byline or date
clean-alone-at-end = “{ $name }” stands alone at an end of the page
clean-and-recurring = { $reason }; { $recurring }
clean-between = the line between title and body
clean-byline = byline “{ $text }”
clean-cited = cited as { $name }
clean-corrected = corrected by the reader
clean-date-in-caption = a full date in a caption
clean-date-in-opening = a full date in the first paragraphs
clean-date-line = date line “{ $text }”
clean-day-of-crawl = “{ $text }” stands above the title: the day of the crawl, not of the publication
clean-day-resolved = “{ $text }” and the publication on { $date }
clean-densest-stretch = no line reads like an article, so the densest stretch is shown as the body.
clean-field = field { $name }
clean-field-value = field { $name } “{ $value }”
clean-heading = heading “{ $text }”
clean-last-title = the last of { $n } title lines, the one next to the body
clean-letters = the sequences of its letters
clean-little-kept = only { $percent } % of its { $words } words were kept as the article.
clean-look-at-marked = look at the marked view and put back what is missing
clean-most-letters = no line reads like an article, so the line with most letters is shown as the body.
clean-name-alone = the name “{ $text }” stands alone beside the title or the date
clean-no-paywall = no notice next to the body says that the rest is for subscribers
clean-one-sentence = one short sentence below the title
clean-only-change = only the date of a change is stated; it is not taken for the publication
clean-page-date = a date above the title is the page's, not the article's
clean-path = the path has “{ $part }”
clean-paywall = “{ $text }” next to the body
clean-phrase = phrase “{ $text }”
clean-reading-time = stated reading time
clean-recurring = stands in { $n } of { $total } articles of the source
clean-right-above-title = “{ $text }” stands right above the title
clean-rule-below-rest = stands below the article
clean-rule-body-bridge = running text above a form of the site
clean-rule-body-densest = the densest stretch, as nothing reads like an article
clean-rule-body-doubtful = in the main stretch; little speaks for or against it, so it is kept
clean-rule-body-headed = running text below the title that the head of the page names
clean-rule-body-list = a list of lines made alike, below a paragraph
clean-rule-body-stretch = in the main stretch, and its weight speaks for the article
clean-rule-byline-name = a name alone beside the head of the article
clean-rule-byline-written = says who wrote it
clean-rule-caption-credit = a sentence with a picture credit
clean-rule-caption-twin = the same words as the caption beside it
clean-rule-comment-section = below the heading of the comments
clean-rule-credit-sign = a picture credit
clean-rule-cut-teaser = a teaser glued between two sentences
clean-rule-date-stated = a date line
clean-rule-head-above-title = stands above the title
clean-rule-head-page-date = a date above the title is the day of the crawl
clean-rule-head-rest = stands between title and body and is neither
clean-rule-inside-rest = stands between paragraphs and is none
clean-rule-line-blank = nothing but white space
clean-rule-newsletter-block = part of a newsletter form
clean-rule-phrase-ad = words of advertising
clean-rule-phrase-byline = words of bylines
clean-rule-phrase-comment = words of comment sections
clean-rule-phrase-date = words of date lines
clean-rule-phrase-form = words of forms
clean-rule-phrase-legal = words of legal notices
clean-rule-phrase-media = words of picture credits
clean-rule-phrase-nav = words of menus
clean-rule-phrase-newsletter = words of newsletter forms
clean-rule-phrase-notice = words of the site about the article
clean-rule-phrase-paywall = words of subscription offers
clean-rule-phrase-reading = words of reading times
clean-rule-phrase-related = words of teasers for other articles
clean-rule-phrase-share = words of share bars
clean-rule-reader-put-back = put back by the reader
clean-rule-reading-stated = a stated reading time
clean-rule-recurring-source = stands in many articles of the source
clean-rule-standfirst-head = running text between the title and the body
clean-rule-standfirst-repeated = the standfirst again
clean-rule-subheading-short = a short line without an end mark above longer ones
clean-rule-title-head = the line above the body whose words the body takes up
clean-rule-title-repeated = the title again
clean-signature = signature “{ $text }”
clean-site-calls-itself = the site calls itself so in “{ $text }”
clean-site-names = the site names “{ $name }” in “{ $text }”
clean-stop-words = { $n } of { $total } words of the body are stop words of it
clean-title-taken-up = the line above the body that its words speak of
clean-weekday-differs = the text says “{ $text }”, which this date is not
clean-weekday-fits = a weekday of the text is that of this date

## entity

entity-acronym = first letters of the long form
entity-another-order = same words in another order
entity-another-transliteration = another transliteration
entity-family-first = family name, which comes first here
entity-given-name = given name of the person named in full
entity-in-brackets = explained in brackets in the text
entity-initials = initials of the given name
entity-joined-by-reader = joined by the reader
entity-known-form = known form of the name
entity-listed-by-reader = listed by the reader
entity-one-letter = same given name and all letters of the surname but one
entity-role-beside = stands beside the name
entity-role-last = the last one named with this title before
entity-role-leader = named as leader of the same state in the text
entity-role-only = the only one named with this title in the text
entity-role-same = named with this description in the text
entity-same-letters = same letters
entity-shared-surname = surname of several people here; taken for the one named most
entity-short-form = short form of the name
entity-surname = surname of the person named in full
entity-the-name = the name

## fact

## story

## search

search-bad-regex = this regular expression cannot be read: { $reason }.
search-close-parenthesis = this closing parenthesis has no opening one.
search-is = `is:` takes read, noted, paywalled or contested.
search-minus = a minus sign needs a word after it.
search-no-value = `{ $field }` needs a value after the colon.
search-not-date = “{ $text }” is not a date; write 2023, 2023-09, 2023-09-13, >2023-09-13 or 2023-09-01..2023-09-30.
search-not-field = `{ $field }` is not a field; the fields are { $known }; quote the word to search for it.
search-not-language = “{ $text }” is not a language code such as fr or en.
search-not-state = “{ $text }” is not a state; the states are { $known }.
search-open-parenthesis = this parenthesis is never closed.
search-open-quotation = this quotation mark is never closed.
search-open-regex = this regular expression has no closing slash.
search-or-sides = OR needs something on both sides.
search-tilde = after ~ stands 1 or 2, the letters that may differ.
search-too-deep = there are too many parentheses inside each other.
search-too-long = a query holds at most { $n } terms.

## triage

triage-act-unknown = an act that is not known here
triage-and = { $first } ; { $rest }
triage-article = article { $key }
triage-claim-agencies = agencies
triage-claim-author = author
triage-claim-event-date = date of the event
triage-claim-language = language
triage-claim-published = date
triage-claim-source = source
triage-claim-title = title
triage-claim-url = address
triage-comparison = a comparison
triage-corpus = corpus
triage-corrected = { $claim } = { $value }
triage-did = { $subject } { $what }
triage-far-time = its time is after the year 9999
triage-joins-story = joins a story
triage-judged = → { $state }
triage-leaves-story = leaves a story
triage-line-left = this line was skipped and left in place: { $reason }.
triage-line-torn = this line was cut short or changed and was skipped; the entries around it are whole.
triage-name-kind = { $name } : { $kind }
triage-no-act = it is neither an act nor an undo nor a redo
triage-not-a-name = { $form } is not a name
triage-note = + note “{ $text }”
triage-note-deleted = − note
triage-note-moved = note moved
triage-note-rewritten = note rewritten “{ $text }”
triage-other-name = { $form } ≠ { $name }
triage-other-program = it begins like the first line of a journal of another program
triage-others = { $n ->
    [one] { $n } other
   *[other] { $n } others
}
triage-pinned = passages pinned
triage-plus = { $first } + { $rest }
triage-put-back = block put back ({ $place })
triage-read = → read
triage-redone = redone: { $what }
triage-retracted = − ({ $decision })
triage-same-name = { $form } = { $name }
triage-search = “{ $name }” = { $query }
triage-sheet-differs = Passages that differ
triage-sheet-figures = Figures, dates and durations that differ
triage-sheet-names = Names on one side only
triage-sheet-noted = Noted
triage-sheet-only-a = Only in A (not found in B by this method)
triage-sheet-only-b = Only in B (not found in A by this method)
triage-sheet-quotes = Quotations in both
triage-sheet-reworded = Said in other words
triage-state-done = done
triage-state-drop = drop
triage-state-follow = follow
triage-state-keep = keep
triage-state-to-read = to read
triage-stories = { $n ->
    [one] { $n } story
   *[other] { $n } stories
}
triage-story = story { $name }
triage-tagged = +#{ $tag }
triage-taken-out = block taken out ({ $place })
triage-template-brace = a brace in the template has no partner; write {"{{"} or {"}}"} for a brace.
triage-template-field = {"{"}{ $name }{"}"} is not a field; the fields are { $known }.
triage-uncorrected = { $claim } no longer corrected
triage-undone = undone: { $what }
triage-unknown = it says what this version does not know ({ $reason })
triage-unread = → unread
triage-untagged = −#{ $tag }
triage-use-newer = Use the newer kiosque on this journal.
triage-version-newer = the journal is of version { $version }; what version { $known } does not know is skipped.

## store

store-archive-depth = is an archive inside { $n } others, which is the limit; it was skipped.
store-bomb = it unpacks to more than the limit for one archive
store-bomb-ratio = it unpacks to more than { $ratio } times its size, the limit
store-catalogue-damaged = holds a damaged catalogue; it is made anew.
store-catalogue-unwritten = cannot be written ({ $reason }): what is found is kept in memory, and the corpus is read again at the next start.
store-changed-on-disk = has changed on disk since it was read; it is not shown as it was.
store-check-path = check the path and its permissions
store-disk-full = the disk is full
store-entry-broken = could not be read: { $reason }; the entry was skipped.
store-hidden = { $n ->
    [one] holds { $n } hidden or backup entry, skipped.
   *[other] holds { $n } hidden or backup entries, skipped.
}
store-hidden-in-archive = { $n ->
    [one] holds { $n } hidden or backup entry, which were skipped.
   *[other] holds { $n } hidden or backup entries, which were skipped.
}
store-index-unwritten = cannot hold the full-text index ({ $reason }): searches read the texts one by one.
store-journal-check = Check its rights, or name another folder with --state-dir.
store-journal-held = another kiosque holds the journal
store-journal-not-again = the journal could not be read again ({ $reason }).
store-journal-torn-moved = { $n } damaged lines were moved here.
store-journal-unreadable = the journal could not be read ({ $reason }); no earlier verdict is known.
store-journal-unwritten = the journal could not be written
store-leads-out = has a name that leads out of its archive; the entry was skipped.
store-link-broken = is a symbolic link that leads nowhere or in a loop: { $reason }.
store-link-to-folder = is a link to a folder; links to folders are not entered.
store-name-folder = name the folder itself to read it
store-no-locks = there are no locks on this file system
store-no-permission = the folder may not be written to
store-no-text = { $n ->
    [one] holds { $n } picture, program or other file without text, skipped.
   *[other] holds { $n } pictures, programs and other files without text, skipped.
}
store-not-in-corpus = is no article of this corpus.
store-office = is an Office file, which cannot be read; it was skipped.
store-please-report = Please report it with the file.
store-r-looks-again = R looks through the files again
store-r-reads-again = R reads it again
store-read-only = the disk is read-only
store-save-as-text = save it as text or HTML
store-session-damaged = the last session is damaged ({ $reason }); starting afresh.
store-session-set-aside = the last session is damaged ({ $reason }), the file was set aside; starting afresh.
store-session-unreadable = the last session could not be read ({ $reason }); starting afresh.
store-settings-unreadable = the settings could not be read ({ $reason }); defaults are used.
store-special = is neither a file nor a folder (a pipe, socket or device); it was not opened.
store-special-files = { $n ->
    [one] holds { $n } pipe, socket or device, skipped.
   *[other] holds { $n } pipes, sockets or devices, skipped.
}
store-too-many-entries = holds more than { $limit } entries, which is the limit; the rest was skipped.
store-uncleaned = could not be cleaned because of an internal error; it was left out.
store-unlistable = could not be listed: { $reason }.
store-unopened = could not be opened: { $reason }.
store-unreadable = could not be read: { $reason }.
store-unreadable-now = cannot be read any more: { $reason }.
store-zip-broken = is a zip archive that cannot be read: { $reason }.
store-zip-large = is a zip archive larger than the limit of { $limit } MB for one that is no file of its own; it was skipped.

## job

job-internal-error = Background work stopped with an internal error: { $reason }.
job-no-thread = The system refused a thread; the work was not started.

## actions

## app

## shell

## ui

ui-actions = Actions
ui-after = after { $whom }
ui-article = Article
ui-ask-article = search the article:
ui-ask-command = ! command:
ui-ask-corpus = search the corpus:
ui-ask-date = day of publication:
ui-ask-date-help = 2026-06-12 or 12.06.2026; empty: remove
ui-ask-file = file name:
ui-ask-filter = filter:
ui-ask-filter-help = "phrase"  -word  source:  date:  state:  entity:  tag:
ui-ask-list = search the list:
ui-ask-note = note:
ui-ask-notes = search the notes:
ui-ask-same-name = the same as:
ui-ask-source = source:
ui-ask-suggestions = { $key }: { $words }
ui-ask-tag = tag to add:
ui-ask-tick = tick what answers:
ui-ask-title = headline:
ui-ask-untag = tag to remove:
ui-attributed = attributed to { $names }
ui-board-empty = empty
ui-card = Article card
ui-card-address = address
ui-card-agencies = agencies
ui-card-author = author
ui-card-between = { $first } to { $last }
ui-card-cleaning = cleaning
ui-card-comments = comments
ui-card-comments-counted = { $stated } stated, { $present } in the file
ui-card-contested = opinions differ: the last one counts
ui-card-event = event
ui-card-judged = judged
ui-card-kept = { $n }% kept
ui-card-language = language
ui-card-others = other reports of the story: { $days }
ui-card-others-crawled = other reports of the story: { $days } — the page date is the day of the crawl
ui-card-others-far = other reports of the story: { $days } — its date is far from theirs
ui-card-page-date = page date
ui-card-paywalled = cut off
ui-card-published = published
ui-card-source = source
ui-card-story = story
ui-card-title = headline
ui-card-updated = updated
ui-compare-absent = nothing here
ui-compare-common = in common: { $a } of A, { $b } of B
ui-compare-elsewhere = ↕ elsewhere in this text (Enter)
ui-compare-events-days = { $head } ({ $days })
ui-compare-events-differ = ≠ DIFFERENT EVENTS
ui-compare-events-why = { $head }: { $reason }
ui-compare-figures = figures { $n }≠
ui-compare-folded = { $n ->
    [one] { $n } shared passage
   *[other] { $n } shared passages
}
ui-compare-formulas = { $n ->
    [one] { $n } formula not counted
   *[other] { $n } formulas not counted
}
ui-compare-inside = { $n } inside one text
ui-compare-names = names: { $both } shared, { $a } A, { $b } B
ui-compare-quotes = quotes { $same }= { $differ }≠
ui-compare-reversed = roles reversed
ui-compare-undecided = { $n ->
    [one] { $n } link undecided
   *[other] { $n } links undecided
}
ui-comparing = comparing…
ui-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
ui-export = Export
ui-export-clipboard = the terminal's
ui-export-command = command
ui-export-command-asked = Enter asks for it
ui-export-copy = copy
ui-export-format = format
ui-export-rename = rename
ui-export-to = to
ui-export-what = what
ui-fact-absent = not found
ui-fact-confirmed = confirmed later
ui-fact-differs = differs
ui-fact-partly = partly
ui-fact-said = said
ui-facts-alone = one text alone says it
ui-facts-both = in both
ui-facts-count = { $n ->
    [one] { $n } fact
   *[other] { $n } facts
}
ui-facts-differ-count = { $n ->
    [one] { $n } that differs
   *[other] { $n } that differ
}
ui-facts-differing = reports differ
ui-facts-filter = filter: { $what } · { $shown } of { $all } facts (Esc)
ui-facts-findings = To look at
ui-facts-head = origins · fact
ui-facts-more = { $n ->
    [one] … { $n } more line (c)
   *[other] … { $n } more lines (c)
}
ui-facts-none = No fact to compare.
ui-facts-none-filtered = No such fact: Esc removes the filter.
ui-facts-omitted = not found in { $report }
ui-facts-only-a = only in A
ui-facts-only-b = only in B
ui-facts-summary = { $texts } · { $facts }, { $alone } in one text alone, { $differ }
ui-file = file
ui-filter = filter: { $query } ({ $shown })
ui-go-to = Go to
ui-go-to-action = action  { $key }
ui-go-to-source = source
ui-help = Help
ui-help-type = type to filter
ui-journal = Journal of decisions
ui-journal-empty = No decision yet.
ui-journal-entries = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
ui-journal-undone = undone
ui-labelled = { $label }: { $words }
ui-layer-comments = reader comments
ui-layer-removed = removed blocks
ui-layer-text = the text
ui-layer-titles = headlines
ui-lines = { $n ->
    [one] { $n } line
   *[other] { $n } lines
}
ui-lines-below = { $n ->
    [one] { $n } line below
   *[other] { $n } lines below
}
ui-list = Articles by { $grouping }
ui-list-empty = No article here.
ui-list-empty-demo = kiosque demo shows an example.
ui-list-empty-open = kiosque PATH… opens files,
ui-list-filtered = The filter hides all:
ui-list-filtered-keys = Esc removes it, F changes it.
ui-marks-go = go to a mark
ui-marks-set = set a mark
ui-marks-where = in this article; A–Z: from anywhere
ui-matrix = Who says what · { $story }
ui-mentions = { $n ->
    [one] { $n } mention
   *[other] { $n } mentions
}
ui-more-below = { $n } more ({ $key })
ui-names = Names
ui-names-cited = Sources cited
ui-names-looking = looking…
ui-names-none = no name found
ui-no = no
ui-no-date = no date
ui-not-found-in = · not found: { $names }
ui-not-searched = Not searched: { $layers }
ui-not-searched-layer = { $layer } ({ $lines })
ui-not-searched-layer-hits = { $layer } ({ $lines }, { $hits })
ui-note-elsewhere = something else
ui-note-lost = not found
ui-note-on-article = note on the article:
ui-note-on-articles = note on { $articles }:
ui-note-on-difference = note on the difference:
ui-note-on-one-side = note on this passage:
ui-note-on-pair = note on the comparison:
ui-note-on-passage = note on “{ $quote }”:
ui-note-on-story = note on the story:
ui-note-rewrite = rewrite the note:
ui-notes = Notes
ui-notes-count = { $n ->
    [one] { $n } note
   *[other] { $n } notes
}
ui-notes-find = Notes / { $words }
ui-notes-none = No note.
ui-notes-none-found = No note has these words.
ui-notes-none-found-keys = Esc shows all notes.
ui-notes-none-keys = In an article: v chooses a sentence, a notes.
ui-notes-of-article = Notes of this article
ui-order = order: { $order }
ui-order-origins = origins
ui-order-text = text
ui-order-time = first report
ui-origins = { $n ->
    [one] { $n } independent origin: { $names }
   *[other] { $n } independent origins: { $names }
}
ui-percent = { $n }%
ui-pinned = A: { $source }
ui-position-end = end
ui-printed = What the command printed
ui-problem-count = { $n ->
    [one] { $n } problem (gp)
   *[other] { $n } problems (gp)
}
ui-problem-not-read = not read
ui-problem-warning = warning
ui-problems = Problems and messages
ui-problems-none = Everything was read; nothing to report.
ui-progress-grouping = grouping into stories
ui-progress-index = index of words: { $done } of { $all }
ui-progress-names = names and facts: { $done } of { $all }
ui-progress-pace = { $rate }/s, { $seconds } s left
ui-progress-reading = reading: { $files } files, { $articles }
ui-queue = queue { $at }/{ $all }
ui-quoted = “{ $words }”
ui-reading = Reading…
ui-report-after = After { $whom }
ui-report-also = The same text: { $names }
ui-report-cites = names { $names }
ui-report-first = { $n ->
    [one] { $n } fact first given here
   *[other] { $n } facts first given here
}
ui-search-everything = Everything was searched.
ui-search-hits = { $n ->
    [one] { $n } hit
   *[other] { $n } hits
}
ui-search-nothing = Nothing found.
ui-searching = searching…
ui-stories = { $n ->
    [one] { $n } story
   *[other] { $n } stories
}
ui-texts = { $n ->
    [one] { $n } text
   *[other] { $n } texts
}
ui-texts-in = { $texts } in { $articles }
ui-ticked = { $n ->
    [one] { $n } ticked
   *[other] { $n } ticked
}
ui-timeline = Timeline · { $story }
ui-timeline-gap = { $n ->
    [one] { $n } day later
   *[other] { $n } days later
}
ui-timeline-head = { $texts } · + what a text is the first to say
ui-timeline-head-day = { $texts } · { $day } · + what a text is the first to say
ui-timeline-head-days = { $texts } · { $first } – { $last } · + what a text is the first to say
ui-timeline-more = { $n ->
    [one] + { $n } more (l)
   *[other] + { $n } more (l)
}
ui-timeline-nothing-new = nothing new
ui-timeline-same-facts = same facts, same day
ui-to-know = to know
ui-tour = Tour
ui-unread = { $n ->
    [one] { $n } unread
   *[other] { $n } unread
}
ui-unsaved = Verdicts not saved, kept in memory: { $reason }
ui-versus = A { $report } against the others
ui-versus-common = common A  B
ui-versus-figures = figures
ui-versus-only-a = only A
ui-versus-only-b = only B
ui-versus-quotes = quotes
ui-working = working it out…
ui-yes = yes

## term

term-browser-empty = $BROWSER is empty.
term-browser-no-command = $BROWSER is not a command: { $command }
term-browser-refused = The browser could not be started: { $reason }.
term-clipboard-refused = The desktop's clipboard refused: { $reason }. A copy is kept in a file.
term-editor-empty = $EDITOR is empty.
term-editor-ended = The editor ended with { $status }.
term-editor-no-command = $EDITOR is not a command: { $command }
term-editor-refused = The editor could not be started: { $reason }.
term-exported = Exported to { $file }.
term-file-refused = { $file }: { $reason }
term-no-file = This text has no file of its own to open.
term-note-file = No file for the note could be made: { $reason }.
term-note-unreadable = { $file }: the note could not be read: { $reason }.
term-refused = the terminal refused: { $reason }
term-stop-refused = The program could not be stopped here: { $reason }. It goes on.
term-web-only = Only addresses of the web are opened.

## settings

keys-action = “{ $name }” is not an action{ $meant }; the binding of { $keys } was ignored.
keys-actions = kiosque man lists the actions.
keys-behind = { $keys } in [keys.{ $context }] can never be typed: { $shorter } does something before.
keys-context = [keys.{ $name }] is not a context{ $meant }; it was ignored.
keys-contexts = Contexts are { $list }.
keys-hides = { $keys } in [keys.{ $context }] hides { $longer }, which can no longer be typed.
keys-key = “{ $part }” in [keys.{ $context }] is not a key{ $meant }; the binding was ignored.
keys-none = a binding in [keys.{ $context }] has no keys; it was ignored.
keys-unbind = An empty list of actions unbinds keys.
setting-cache = What is known of a corpus is kept in the cache folder, for the next start; kiosque cache says where and removes it. false keeps nothing.
setting-entities = Names you care about, by kind: "person", "place", "organisation" or "misc". They come before the built-in lists.
setting-export-folder = Folder of exported files; "" is the current folder.
setting-export-templates = Your own templates, by name: see the README.
setting-hints = Footer hints: "always", "learn" (hints you use give way to others) or "off".
setting-journal-path = Where verdicts are kept; "" is the data folder. A file in a shared folder is read and written by several people at once.
setting-keys = Keys: an action, or several, for a key or a sequence of keys; [] unbinds.
setting-lang = Language of the interface: "auto" (from the locale), "fr" or "en".
setting-menu-delay = Milliseconds before the menu of a prefix key opens; 0 at once, -1 never.
setting-mouse = The mouse: wheel and clicks. false gives it back to the terminal.
setting-name = The name under your verdicts and notes; "" takes the user name.
setting-rule = Rules on load: what the query finds gets a tag, a state or a mark. Try them with `kiosque journal --rules PATH…`, which changes nothing.
setting-search-layers = Layers searched when the query does not say: "text", "titles", "comments", "removed".
setting-search-smart-accents = true: a letter typed with an accent asks for that accent.
setting-theme = "auto" (from the terminal's background), the name of a built-in theme (kiosque --help lists them), or that of a file in the folder themes beside this one: "mine" is themes/mine.toml.
setting-triage-after = After a verdict: "stay", "next" or "next-unread".
setting-triage-queue = The filter of the queue when it opens; "" shows everything.
setting-triage-read-on-open = Opening an article marks it as read.
setting-width = Columns of text in the article, 30 to 200.
settings-a-kind-of-name = a kind of name
settings-a-part-of-a-rule = a part of a rule
settings-a-setting = a setting
settings-file-head = kiosque settings. Every line below is the default; copy what you change. Unknown or wrong lines are said and skipped; nothing here can stop the program.
settings-line-skipped = { $why }; the line was skipped.
settings-rule-query = the query of the rule cannot be read: { $why }
settings-rule-without-query = a rule without a `query` is ignored.
settings-schema-title = Settings of kiosque
settings-unknown = `{ $name }` is not { $what }{ $meant }; the line is ignored.
settings-wanted-boolean = true or false
settings-wanted-number = a number from { $from } to { $to }
settings-wanted-one-of = one of { $list }{ $meant }
settings-wanted-query = a query ({ $why })
settings-wanted-rules = written as [[rule]]
settings-wanted-state = to_read, follow, keep, drop or done
settings-wanted-table = a table
settings-wanted-text = a text in quotation marks
settings-wanted-texts = a text or a list of texts
settings-word-ignored = `{ $word }` in `{ $key }` is none of { $list }{ $meant }; it is ignored.
settings-wrong = `{ $key }` has to be { $wanted }; the default is used.
theme-a-part = a part of a theme
theme-a-part-of-the-page = a part of the page
theme-a-role = a role of a theme
theme-called-auto = a theme cannot be called `{ $name }`; the file is ignored.
theme-look = `{ $word }` in `{ $role }` is neither a colour nor an attribute{ $meant }; the look is ignored.
theme-roles-missing = no look for { $list }: drawn as text. A line such as `like = "dark"` takes the others from that theme.
theme-unreadable = could not be read: { $why }
theme-wanted-colour = a colour such as "#56b4e9" or "bright-blue"{ $meant }

## cli

cli-no-theme = there is no theme called { $name }{ $meant }; there are { $list }
