# The words of kiosque in English: the reference. The file of another language
# has the same messages with the same arguments; what it lacks is told in
# English. A name begins with the place of its message. A space at an end is
# written {" "}. Sections are in the order of the layers.

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
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
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
date-short = %-d %b %y
date-day = %-d %b
clock-today = %H:%M
clock-this-year = %d.%m. %H:%M
clock-other-year = %d.%m.%y %H:%M

## words for things

did-you-mean = {" "}(did you mean `{ $near }`?)
article-count = { $n ->
    [one] { $n } article
   *[other] { $n } articles
}
entry-count = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
reason-and = { $first }; { $rest }
word-count = { $n ->
    [one] { $n } word
   *[other] { $n } words
}
notice-at-place = { $place }: { $sentence }
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
ingest-bytes = { $n ->
    [one] { $n } byte
   *[other] { $n } bytes
}
ingest-bytes-broken = holds bytes that are not { $encoding }, shown as U+FFFD.
ingest-cells = { $n ->
    [one] holds { $n } cell not in UTF-8, read as { $encoding }, a guess from the whole table.
   *[other] holds { $n } cells not in UTF-8, read as { $encoding }, a guess from the whole table.
}
ingest-chapter-broken = could not be read: { $reason }; the chapter was skipped.
ingest-chapters-again = { $n ->
    [one] names { $n } chapter that it named before; each was read once.
   *[other] names { $n } chapters that it named before; each was read once.
}
ingest-controls = { $n ->
    [one] held { $n } control character, shown as a picture (␛) or U+FFFD.
   *[other] held { $n } control characters, shown as pictures (␛) or U+FFFD.
}
ingest-cut = is larger than the limit of { $limit }; the rest was not read.
ingest-decoded = was decoded from { $encoding }: the encoding follows from { $how }.
ingest-empty = is empty; nothing was read.
ingest-epub-bomb = unpacks to more than the limit for its size; the chapters that were left were skipped.
ingest-epub-broken = is an EPUB that cannot be read: { $reason }; it was skipped.
ingest-epub-no-package = it names no package file
ingest-feed-broken = looks like a feed but could not be parsed: { $reason }; it was skipped.
ingest-feed-empty = is a feed without entries; nothing was read.
ingest-foreign = is { $what }, not a text; it was skipped.
ingest-json-broken = { $n ->
    [one] stops being JSON after { $n } record: { $reason }; what follows was not read.
   *[other] stops being JSON after { $n } records: { $reason }; what follows was not read.
}
ingest-json-list = a list
ingest-json-long = is one JSON value larger than the limit of { $limit } MB; it was not read.
ingest-json-mended = { $n ->
    [one] held one fault of JSON, which was mended.
   *[other] held { $n } faults of JSON, which were mended.
}
ingest-json-not = begins like JSON but is none (line { $line }); read as text.
ingest-json-null = null
ingest-json-ends = the value has no end
ingest-json-fault = a slip in the writing
ingest-json-place = { $fault }, line { $line }, column { $column }
ingest-json-string = a bare string
ingest-json-value = a bare value
ingest-kind-apple = a document of Pages, Numbers or Keynote
ingest-kind-bitmap = a bitmap image
ingest-kind-bzip2 = a bzip2 archive
ingest-kind-columns = a table in a binary format
ingest-kind-djvu = a DjVu document
ingest-kind-encrypted = an Office document that a password locks
ingest-kind-excel = an old Excel workbook
ingest-kind-film = a film file
ingest-kind-film-or-picture = a film or picture file
ingest-kind-font = a font
ingest-kind-gif = a GIF image
ingest-kind-help = a compiled help file
ingest-kind-jpeg = a JPEG image
ingest-kind-kindle = a book for Kindle
ingest-kind-mail-store = a store of Outlook messages
ingest-kind-office = an old Office file
ingest-kind-outlook = an Outlook message
ingest-kind-photoshop = a Photoshop image
ingest-kind-png = a PNG image
ingest-kind-postscript = a PostScript document
ingest-kind-powerpoint = an old PowerPoint presentation
ingest-kind-program = a program
ingest-kind-rar = a RAR archive
ingest-kind-riff = a sound, picture or film file
ingest-kind-seven-zip = a 7z archive
ingest-kind-sound = a sound file
ingest-kind-sqlite = a SQLite database
ingest-kind-tiff = a TIFF image
ingest-kind-webarchive = a property list in which no page can be read
ingest-kind-word = an old Word document
ingest-kind-word-older = a document of Word 95 or older
ingest-kind-wordperfect = a WordPerfect document
ingest-kind-xz = an xz archive
ingest-kind-zip = a zip archive or an Office file
ingest-line-broken = line { $line } is no JSON ({ $reason }, column { $column }); it was skipped.
ingest-line-long = line { $line } is larger than the limit of { $limit } MB; it was skipped.
ingest-link = is a link to { $address }, not a page; it was skipped.
ingest-link-save = open the link and save the page, or follow its address
ingest-links = { $n ->
    [one] is a list of { $n } link; its page was not fetched.
   *[other] is a list of { $n } links; their pages were not fetched.
}
ingest-mail-broken = looks like an e-mail but could not be parsed; it was skipped.
ingest-mail-cut = is larger than the limit of { $limit } MB; the rest of the message was not read.
ingest-mail-empty = is an e-mail without a text; it was skipped.
ingest-mail-forwarded = was forwarded by { $name }; its claims are those of the message inside.
ingest-mail-note = carries a note of whoever forwarded it: “{ $note }”.
ingest-mapping-form = “{ $part }” is not of the form role=field
ingest-mapping-role = “{ $name }” is none of the roles { $known }
ingest-kilobytes = { $n } kB
ingest-megabytes = { $n } MB
ingest-mixed = { $n ->
    [one] mixes encodings: UTF-8 with one place that is not, read as Windows-1252.
   *[other] mixes encodings: UTF-8 with { $n } places that are not, read as Windows-1252.
}
ingest-mojibake = { $n ->
    [one] holds { $n } mark of UTF-8 that was once read as Windows-1252 (such as “Ã©” for “é”); left as it is.
   *[other] holds { $n } marks of UTF-8 that was once read as Windows-1252 (such as “Ã©” for “é”); left as they are.
}
ingest-mojibake-mended = { $n ->
    [one] holds { $n } place of UTF-8 that was once read as { $encoding }; it was mended, the raw view shows it as it came.
   *[other] holds { $n } places of UTF-8 that was once read as { $encoding }; they were mended, the raw view shows them as they came.
}
ingest-more-lines = { $n ->
    [one] has { $n } more line that could not be read; it was skipped.
   *[other] has { $n } more lines that could not be read; they were skipped.
}
ingest-more-records = { $n ->
    [one] has { $n } more record that could not be read; it was skipped.
   *[other] has { $n } more records that could not be read; they were skipped.
}
ingest-more-rows = { $n ->
    [one] has { $n } more row that could not be read; it was skipped.
   *[other] has { $n } more rows that could not be read; they were skipped.
}
ingest-name-columns = name the columns, such as --fields title=titre,text=contenu
ingest-name-fields = name the fields, such as --fields title=titre,text=contenu
ingest-no-column = has no column that is known as a title or a text; it was skipped.
ingest-no-field = has neither a title nor a text in a known field; the record was skipped.
ingest-no-reference = is a list of references of which none has a title or an abstract; nothing was read.
ingest-no-text = holds no text; nothing was read.
ingest-not-record = is { $what } where a line or record with fields was expected; it was skipped.
ingest-not-utf8 = is not UTF-8 and was decoded from { $encoding }, { $how }.
ingest-outside = { $n ->
    [one] { $n } line stands outside the articles of the export, such as its cover; it was left out.
   *[other] { $n } lines stand outside the articles of the export, such as its cover; they were left out.
}
ingest-package-broken = is an Office or OpenDocument file that cannot be read: { $reason }; it was skipped.
ingest-pages-of-lists = { $n ->
    [one] holds { $n } page that only lists others, which was skipped.
   *[other] holds { $n } pages that only list others, which were skipped.
}
ingest-part-cut = breaks off or is larger than may be unpacked; what stands before was read.
ingest-packed = is packed with “{ $how }”, which cannot be unpacked; it was skipped.
ingest-pdf-broken = is a PDF that cannot be read: { $reason }; it was skipped.
ingest-pdf-fault = its structure is at fault
ingest-pdf-locked = is a PDF locked by a password; it was skipped. Save it without the password.
ingest-pdf-pages = { $n ->
    [one] { $n } page could not be read and was skipped.
   *[other] { $n } pages could not be read and were skipped.
}
ingest-pdf-recognise = recognise its text first (OCR), then open what that gives
ingest-pdf-running = { $n ->
    [one] { $n } line that returns at the head or foot of the pages was left out.
   *[other] { $n } lines that return at the head or foot of the pages were left out.
}
ingest-pdf-scan = is a PDF with no text layer, such as a scan; nothing was read.
ingest-row-long = a row is larger than the limit, maybe for a quotation mark never closed
ingest-quoted = was written as mail travels (quoted-printable); it was decoded, the raw view shows it as it came.
ingest-link-numbers = had the numbers of its links in its words; they are taken out, the raw view shows the text as it came.
ingest-subtitles = holds subtitles; their pieces were joined to paragraphs.
ingest-strung = had its lines on one line, with a sign between them; they were told apart, the raw view shows the text as it came.
ingest-columns = was set in columns; they are read one after the other, the raw view shows the text as it came.
ingest-rows-cut = { $n ->
    [one] breaks off or is larger than may be unpacked; the first row was read.
   *[other] breaks off or is larger than may be unpacked; the first { $n } rows were read.
}
ingest-rtf-cut = breaks off before the end of its rich text; what stands before was read.
ingest-save-as-text = save it as text, HTML or PDF
ingest-short-pages = { $n ->
    [one] holds { $n } page with fewer than { $words } words, which was skipped.
   *[other] holds { $n } pages with fewer than { $words } words, which were skipped.
}
ingest-stopped = could not be read to its end: { $reason }.
ingest-surrogate = held half of a surrogate pair, shown as U+FFFD.
ingest-table-broken = stops being a table: { $reason }; what follows was not read.
ingest-blocks-joined = { $n ->
    [one] has more blocks than the limit; { $n } is read as part of the one before it.
   *[other] has more blocks than the limit; { $n } are read as part of the ones before them.
}
ingest-body-from-data = the page has no text of its own: the text is taken from its data (articleBody)
ingest-little-of-page = only { $share }% of the prose of the page is kept as its article
ingest-too-deep = nests its elements too deeply; the deepest ones are read as one.
ingest-too-large = is larger than the limit of { $limit } MB for files of its kind; it was not read.
ingest-utf16-broken = holds broken UTF-16, shown as U+FFFD.
ingest-utf32 = was decoded from UTF-32: the encoding follows from its byte order mark.
ingest-utf8-cut = is cut off inside a UTF-8 character; the broken one is shown as U+FFFD.
ingest-utf8-mark = starts with a UTF-8 byte order mark, which was taken off.
ingest-warc-cut = breaks off inside this record; what stands before is shown.
ingest-warc-no-length = a record has no length
ingest-warc-no-record = no record of a web archive follows
ingest-warc-other = { $n ->
    [one] holds { $n } record without a page (requests, pictures, metadata), skipped.
   *[other] holds { $n } records without a page (requests, pictures, metadata), skipped.
}
ingest-wire-embargo = was sent under embargo until { $until }; it is shown all the same.
ingest-wire-embargo-open = was sent under embargo without an end; it is shown all the same.
ingest-wire-empty = is an agency’s file without any item; nothing was read.
ingest-wire-no-text = is an agency’s item without headline and text; it was skipped.
ingest-wire-package = { $n ->
    [one] is a package: { $n } item is listed, none was fetched.
   *[other] is a package: { $n } items are listed, none was fetched.
}
ingest-wire-planning = announces what an agency plans to cover; it is no report.
ingest-wire-pictures = { $n ->
    [one] { $n } item is a picture, a film or a sound beside the reports; it is no article and was left out.
   *[other] { $n } items are pictures, films or sounds beside the reports; they are no articles and were left out.
}
ingest-wire-remote = names its content and does not hold it; it was not fetched.
ingest-wire-withdrawn = was withdrawn by its agency; it is shown, and not to be used.
ingest-word-broken = is an old Word document that cannot be read: { $reason }; it was skipped.
ingest-word-pieces = what says where its text stands is missing
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
clean-day-seen = a field says that it was saved, crawled or indexed on { $day }, not when it was published
clean-densest-stretch = no line reads like an article, so the densest stretch is shown as the body.
clean-feature-about = a heading about the author or the firm above
clean-feature-above-words = length of the running text above
clean-feature-ad = words of advertising
clean-feature-address = holds an address
clean-feature-author = words of bylines
clean-feature-bars = menu separators
clean-feature-below-words = length of the running text below
clean-feature-block-share = share of its block in all running text
clean-feature-block-words = length of its block of running text
clean-feature-bullet = starts with a bullet
clean-feature-byline = shape of a byline
clean-feature-capital-share = share of capitalised words
clean-feature-chars = length of the line
clean-feature-cohesion = words in common with the main stretch
clean-feature-cohesion-rest = words in common with the text above it
clean-feature-commas = commas
clean-feature-comment = words of comment sections
clean-feature-comment-head = head of a comment
clean-feature-copies = stands several times on the page
clean-feature-copies8 = repeated lines around
clean-feature-credit = a picture credit
clean-feature-date = a date in it
clean-feature-dates = words of date lines
clean-feature-dates8 = dates in the 8 lines around
clean-feature-digit-share = share of digits
clean-feature-echo = its opening stands elsewhere on the page
clean-feature-ender-comment = a comment heading above
clean-feature-enders-above = section ends above
clean-feature-enders-below = section ends below
clean-feature-ends = ends like a sentence
clean-feature-ends-above-1 = a sentence end above
clean-feature-ends-above-2 = a sentence end two lines above
clean-feature-ends-below-1 = a sentence end below
clean-feature-ends-below-2 = a sentence end two lines below
clean-feature-first-lower = starts in lower case
clean-feature-form = words of forms
clean-feature-from-end = lines below it
clean-feature-from-long = distance to the longest line
clean-feature-from-start = lines above it
clean-feature-from-stretch = distance from the start of the main stretch
clean-feature-from-stretch2 = distance from the start of the dense stretch
clean-feature-from-title = distance from the title
clean-feature-gap-after = blank lines after it
clean-feature-gap-before = blank lines before it
clean-feature-hints = number of telling words
clean-feature-in-stretch = inside the main stretch
clean-feature-in-stretch2 = inside the stretch by density
clean-feature-indent = indentation
clean-feature-last-mark = its last character
clean-feature-legal = words of legal notices
clean-feature-length15 = length of the 15 lines around
clean-feature-length5 = length of the 5 lines around
clean-feature-link-list = short lines in a row
clean-feature-markers = times and dates between it and the start of the text
clean-feature-media = words of picture credits
clean-feature-nav = words of menus
clean-feature-new-names = names that the main stretch does not know
clean-feature-newsletter = words of newsletter forms
clean-feature-notice = words of site notices
clean-feature-paywall = words of subscription offers
clean-feature-period = a repeated pattern of lines
clean-feature-position = position in the page
clean-feature-prose-above = running text above it
clean-feature-prose-below = running text below it
clean-feature-prose-share = running text in the page
clean-feature-prose-since = running text since the section end
clean-feature-prose-words = words of running text in the page
clean-feature-prose10 = running text in the 10 lines around
clean-feature-prose25 = running text in the 25 lines around
clean-feature-prose4 = running text in the 4 lines around
clean-feature-quotes = quotation marks
clean-feature-refrain-near = a much repeated line next to it
clean-feature-refrains = repeated lines between it and the start of the text
clean-feature-related = words of teasers
clean-feature-rows = lines of the page
clean-feature-same-indent = indented like the main stretch
clean-feature-sentence-length = words per sentence
clean-feature-sentences = number of sentences
clean-feature-share = words of share bars
clean-feature-shouting = written in capitals
clean-feature-since-ender = distance to a section end above
clean-feature-since-prose = distance to running text above
clean-feature-stop-share = share of small words
clean-feature-stops = number of small words
clean-feature-stops-above-1 = small words in the line above
clean-feature-stops-above-2 = small words two lines above
clean-feature-stops-below-1 = small words in the line below
clean-feature-stops-below-2 = small words two lines below
clean-feature-stretch-words = length of the main stretch
clean-feature-telling-above-1 = telling words above
clean-feature-telling-above-2 = telling words two lines above
clean-feature-telling-below-1 = telling words below
clean-feature-telling-below-2 = telling words two lines below
clean-feature-telling10 = telling words in the 10 lines around
clean-feature-telling4 = telling words in the 4 lines around
clean-feature-time = a time in it
clean-feature-title-shared = words in common with the title
clean-feature-to-ender = distance to a section end below
clean-feature-to-prose = distance to running text below
clean-feature-to-stretch = distance from the end of the main stretch
clean-feature-to-stretch2 = distance from the end of the dense stretch
clean-feature-upper-share = share of capital letters
clean-feature-word-length = length of its words
clean-feature-words = number of words
clean-feature-words-above-1 = length of the line above
clean-feature-words-above-2 = length two lines above
clean-feature-words-above-3 = length three lines above
clean-feature-words-below-1 = length of the line below
clean-feature-words-below-2 = length two lines below
clean-feature-words-below-3 = length three lines below
clean-feature-words-share = share of all running text
clean-field = field { $name }
clean-field-value = field { $name } “{ $value }”
clean-heading = heading “{ $text }”
clean-host = field { $name }: the host, not the outlet
clean-item = the page says nothing of it; the list that named its address says “{ $value }”
clean-last-title = the last of { $n } title lines, the one next to the body
clean-letters = the sequences of its letters
clean-other-language = its letters are those of { $language }, which the program does not know
clean-little-kept = only { $percent }% of its { $words } words were kept as the article.
clean-lines-joined = { $n ->
    [one] has { $n } line; what stands beyond the first { $told } is read in blocks of several lines.
   *[other] has { $n } lines; what stands beyond the first { $told } is read in blocks of several lines.
}
clean-look-at-marked = look at the marked view and put back what is missing
clean-read-closely = has an article longer than { $compared }: only what stands before that is compared, and names, figures and quotations are looked for in no more than its first { $named }.
clean-most-letters = no line reads like an article, so the line with most letters is shown as the body.
clean-name-alone = the name “{ $text }” stands alone beside the title, the date or the end
clean-no-paywall = no notice next to the body says that the rest is for subscribers
clean-one-sentence = one short sentence below the title
clean-only-change = only the date of a change is stated; it is not taken for the publication
clean-page-date = a date above the title is the page's, not the article's
clean-path = the path has “{ $part }”
clean-paywall = “{ $text }” next to the body
clean-phrase = phrase “{ $text }”
clean-reading-time = stated reading time
clean-recurring = stands in { $n } of { $total } articles of the source
clean-day-in-address = the address of the article has this day: { $address }
clean-day-beside-title = “{ $text }” is the only day beside the title
clean-only-moment = the feed says { $day } of the item and no other day
clean-day-shown = beside its article the page shows “{ $day }”; its head says { $other } and not of what
clean-days-agree = two places of the page say { $day }, one says { $other }
clean-day-in-script = a script of the page gives { $day } as the day of publication
clean-day-in-element = an element of the page that calls itself a date says “{ $text }”
clean-day-set-apart = “{ $text }” sets the day apart
clean-day-in-dateline = the first paragraph opens with “{ $text }”
clean-day-watched = a service that watches the press found it at { $text }
clean-local-clock = the instant “{ $text }” falls on this day by the clocks of its place ({ $clock }), a conclusion
clean-local-dateline = the dateline says “{ $text }”; in the data of the item stands { $day }
clean-local-day = the page prints “{ $text }”; in its data stands an instant whose day in Greenwich is { $day }
clean-right-above-title = “{ $text }” stands right above the title
clean-rule-below-rest = stands below the article
clean-rule-body-bridge = running text above a form of the site
clean-rule-body-closed = stands between the last paragraph and the lines with which an agency closes its text
clean-rule-body-densest = the densest stretch, as nothing reads like an article
clean-rule-body-doubtful = in the main stretch; little speaks for or against it, so it is kept
clean-rule-body-headed = running text below the title that the head of the page names
clean-rule-body-list = a list of lines made alike, below a paragraph
clean-rule-body-resumed = goes on with the article, in a text that shows no page around it; the weights spoke against it, so it is doubtful
clean-rule-body-stretch = in the main stretch, and its weight speaks for the article
clean-rule-byline-dated = a name and the day, in one line
clean-rule-byline-name = a name alone beside the head of the article
clean-rule-byline-role = stands below the name that signs the text
clean-rule-byline-written = says who wrote it
clean-rule-caption-credit = a sentence with a picture credit
clean-rule-caption-twin = the same words as the caption beside it
clean-rule-code-line = script, style or embedding, written as code
clean-rule-comment-section = below the heading of the comments
clean-rule-credit-sign = a picture credit
clean-rule-cut-code = script, style or embedding inside a line
clean-rule-cut-counted = says how many characters the service left out
clean-rule-cut-teaser = a teaser glued between two sentences
clean-rule-date-stated = a date line
clean-rule-head-above-title = stands above the title
clean-rule-head-page-date = a date above the title is the day of the crawl
clean-rule-head-rest = stands between title and body and is neither
clean-rule-html-above = stands above the first paragraph
clean-rule-html-after-end = stands below a heading of other articles
clean-rule-html-author = the page marks it as the author
clean-rule-html-below = stands below the last paragraph
clean-rule-html-class = the class of its element says so
clean-rule-html-cookies = speaks of cookies
clean-rule-html-dateline = opens with the place from which it was written
clean-rule-html-description = is the description that the page states
clean-rule-html-element = its element is none of an article
clean-rule-html-empty-heading = a heading with nothing of the article below it
clean-rule-html-ender = a heading of other articles or of comments
clean-rule-html-fallback = nothing else reads like an article
clean-rule-html-figure = stands in a figure
clean-rule-html-gallery = stands below a picture of a page that has hardly any other text
clean-rule-html-h1 = the heading of the page
clean-rule-html-heading = a heading inside the article
clean-rule-html-ld-body = the text in the data of the page
clean-rule-html-lead = opens like a link elsewhere or a credit
clean-rule-html-like = reads and stands like the article
clean-rule-html-link-list = a list of links below the article
clean-rule-html-links = is nearly all links
clean-rule-html-main = stands in the main part of the page
clean-rule-html-outside = stands outside the main part of the page
clean-rule-html-replies = stands where readers answer each other
clean-rule-html-advert = stands below a label that says it is an advert
clean-rule-html-filler = words that stand for a text that is not shown
clean-rule-html-request = asks the reader for something
clean-rule-html-short = a few words without an end
clean-rule-html-signed = signs the article below its last paragraph
clean-rule-html-time = the page marks it as a date
clean-rule-html-title = is the title that the page states
clean-rule-html-unlike = neither reads nor stands like the article
clean-rule-inside-rest = stands between paragraphs and is none
clean-rule-line-blank = nothing but white space
clean-rule-link-line = leads elsewhere: behind an arrow, or before the name of a player
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
clean-rule-repeat-cut = the same sentences stand above: the text is printed twice
clean-rule-repeat-line = the same words stand above: the text is printed twice
clean-rule-standfirst-apart = a paragraph below the title, much shorter than those below it; nothing else sets it apart, so it is doubtful
clean-rule-standfirst-head = running text between the title and the body
clean-rule-standfirst-repeated = the standfirst again
clean-rule-subheading-short = a short line without an end mark above longer ones
clean-rule-tail-agency = the agency that closes the text
clean-rule-tail-day = the day with which an agency closes its text
clean-rule-tail-desk = initials of the desk with which an agency closes its text
clean-rule-tail-rights = whose the rights are, with which an agency closes its text
clean-rule-title-head = the line above the body whose words the body takes up
clean-rule-title-repeated = the title again
clean-rule-title-wrapped = the headline goes on here
clean-signature = signature “{ $text }”
clean-site-calls-itself = the site calls itself so in “{ $text }”
clean-site-names = the site names “{ $name }” in “{ $text }”
clean-stop-words = { $n } of { $total } words of the body are stop words of it
clean-title-taken-up = the line above the body that its words speak of
clean-weekday-differs = the text says “{ $text }”, which this date is not
clean-weekday-fits = a weekday of the text is that of this date
clean-weight = { $weight }: { $reasons }
clean-weight-little = { $feature } (little or none) { $weight }
clean-weight-much = { $feature } (much) { $weight }

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

speaker-accordance = selon, in the same sentence
speaker-accordance-near = selon, right beside the quotation
speaker-agent = named with par behind the participle
speaker-aside = verb of saying between commas before the quotation
speaker-before-far = subject of a verb of saying earlier in the sentence
speaker-before-near = subject of the verb of saying before the quotation
speaker-behind = verb of saying right behind the quotation
speaker-behind-direct = subject and verb of saying behind the quotation
speaker-behind-far = verb of saying at the end of the sentence
speaker-behind-other = another verb of saying behind the quotation
speaker-between = speaker of the first half of the quotation
speaker-clause = subject of the clause around the quotation
speaker-closing = verb of saying that closes the sentence
speaker-colon = name before a colon
speaker-colon-before = announced by the paragraph before
speaker-continues = same speaker as the quotation before
speaker-document = a document
speaker-governed = behind a preposition
speaker-heading = speaker of the quotation that follows
speaker-inside = verb of saying between commas inside the quotation
speaker-interview = answer to a question, by whom the text is about
speaker-joined = joined to the quotation before
speaker-meant = whom the pronoun or the description can mean
speaker-message = a message, sent by somebody
speaker-near = named near the quotation
speaker-nearer = another verb of saying stands nearer
speaker-nobody = said by nobody that the text names
speaker-none = nobody speaks
speaker-only = the only one whom the text quotes
speaker-organisation = an organisation
speaker-passive = a passive verb of saying goes on with who spoke
speaker-person = a person
speaker-place = a place
speaker-quoted-verb = subject of the verb that the quotation begins with
speaker-reported = speaker of the sentence before
speaker-same-words = the same words are quoted from them elsewhere
speaker-source = selon, at the end of the sentence
speaker-subject = subject of the sentence
speaker-subject-before = subject of the sentence before
speaker-thing = a thing
speaker-unclear = the text does not tell clearly enough

## story

event-days = { $apart }, { $early } and { $late }
event-places = other places at the beginning, little common text
event-roles = the same act with its roles exchanged
finding-age = The ages of one person differ
finding-as-fact = stated as fact
finding-attributed = said by { $name }
finding-attribution = The attribution differs
finding-calendar = The weekday does not go with the date
finding-cited = “{ $words }”
finding-days = Two days do not go together
finding-direction = The same act with its roles exchanged
finding-figure = The figures differ
finding-figure-inside = The same article gives two values
finding-figure-rougher = One figure, given more or less exactly
finding-hedge = Said with another degree of certainty
finding-name = Two spellings, perhaps one name
finding-names-exchanged = Two names have their parts exchanged
finding-of-both = { $what } · A: { $a } · B: { $b }
finding-of-one = { $what } · { $side }: { $said }
finding-place = The places differ
finding-quote = The quoted words differ
finding-several = One, or several
finding-share = { $percent }% of the words are in the other
finding-two = { $first } and { $second }
finding-update = One could be a version of the other
matrix-difference = { $what } · { $first }: { $a } · { $second }: { $b }
link-reason-by-hand = pinned by hand
link-reason-figure = shared figure { $figure }
link-reason-name = rare name { $name }
link-reason-quote = shared quote “{ $words }”
link-reason-run = run of { $n } words
link-reason-words = shared words { $words }
origins-known = { $n ->
    [one] { $n } known origin: { $names }
   *[other] { $n } known origins: { $names }
}
origins-unknown = { $n ->
    [one] { $n } report of unknown origin
   *[other] { $n } reports of unknown origin
}
story-alone = alone
story-below = mean likeness { $mean } below { $bar }
story-by-hand = put here by hand
story-day-far = its day is too far from that of the others
story-day-of-one = the day of one of the two is not known
story-days-apart = { $n ->
    [one] { $n } day apart
   *[other] { $n } days apart
}
story-days-unknown = no day is known of either: only their words speak for it
story-in-another = it belongs more to another story, where it stands
story-kept-apart = it is kept apart from them
story-like = likeness { $likeness } to “{ $title }”
story-same-day = same day
story-share = both have { $words }

## words that a query takes, parted by commas; those of all languages are taken at once

query-agency = agency
query-author = author, by
query-changed = changed
query-comments = comments
query-contested = contested
query-date = date, day
query-done = done
query-drop = drop, dropped
query-embargoed = embargoed, embargo
query-entity = entity, person, place, org, organisation, name
query-follow = follow, followed
query-is = is
query-keep = keep, kept
query-lang = lang, language
query-left = left
query-note = note, notes
query-noted = noted, note
query-path = path, file
query-paywalled = paywalled, paywall
query-read = read
query-removed = removed
query-saved = saved
query-source = source, outlet, media
query-state = state
query-tag = tag
query-text = text, body
query-title = title
query-titles = titles, title
query-to-read = to read, toread, unjudged
query-today = today
query-updated = updated
query-withdrawn = withdrawn
query-yesterday = yesterday

## search

search-bad-regex = this regular expression cannot be read: { $reason }.
search-close-parenthesis = this closing parenthesis has no opening one.
search-is = `is:` takes read, left, noted, paywalled, contested, changed, updated, withdrawn or embargoed.
search-minus = a minus sign needs a word after it.
search-no-value = `{ $field }` needs a value after the colon.
search-date-reversed = “{ $text }” ends before it begins: no day lies in it.
search-no-operator = { $word } is no operator here and is looked for as a word; OR, NOT and parentheses are, quotation marks hold words together
search-not-date = “{ $text }” is not a date; write 2023, 2023-09, 2023-09-13, >2023-09-13 or 2023-09-01..2023-09-30.
search-not-field = `{ $field }` is not a field; the fields are { $known }; quote the word to search for it.
search-not-language = “{ $text }” is not a language code such as fr or en.
search-not-state = “{ $text }” is not a state; the states are { $known }.
search-states = to_read, follow, keep, drop, done
search-open-parenthesis = this parenthesis is never closed.
search-open-quotation = this quotation mark is never closed.
search-open-regex = this regular expression has no closing slash.
search-not-saved = no search is kept under the name “{ $name }”{ $meant }.
search-or-sides = OR needs something on both sides.
search-saved-circle = the kept search “{ $name }” names itself.
search-saved-wrong = in the kept search “{ $name }”: { $why }
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
triage-following = followed: { $address }
triage-joins-story = in one story
triage-judged = → { $state }
triage-leaves-story = out of the story
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
triage-retracted = no longer: { $decision }
triage-same-name = { $form } = { $name }
triage-search = “{ $name }” = { $query }
triage-sheet-differs = Passages that differ
triage-sheet-figures = Figures, dates and durations that differ
triage-sheet-findings = What differs
triage-sheet-names = Names on one side only
triage-sheet-noted = Noted
triage-sheet-only-a = Only in A (not found in B by this method)
triage-sheet-only-b = Only in B (not found in A by this method)
triage-sheet-perhaps = Perhaps the same
quotations-of = What { $name } says
quotations-read = { $n ->
    [one] { $n } quotation
   *[other] { $n } quotations
}; read: { $read } of { $all }; each quotation once
quotations-doubtful = doubtful who says it
quotations-also = also: { $others }
triage-sheet-quotes = Quotations in both
triage-sheet-reworded = Said in other words
triage-sheet-shared-names = Names that both have
triage-sheet-texts = The texts in the order of A
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

store-crawl-machinery = { $n ->
    [one] { $n } file of the crawl (index, list of pages) holds no page and was left out.
   *[other] { $n } files of the crawl (index, list of pages) hold no page and were left out.
}
store-archive-depth = is an archive inside { $n } others, which is the limit; it was skipped.
store-archive-away = The archive cannot be read: { $reason }.
store-archive-more = Only the first { $most } articles that may answer were looked at.
store-archive-more-hint = ask for less, or for more of them with --pull
store-archive-no-stdin = standard input cannot be shared by workers; name files or folders
store-archive-no-tables = it has no tables of an archive yet: kiosque import makes them
store-archive-not-built = this kiosque was built without archives (feature postgres)
store-archive-not-taken = The archive does not take this article; it is left out.
store-archive-left-out = It could not be looked at because of an internal error; it was not brought in.
store-archive-more-aside = { $rows ->
    [one] One more row is no article of ours; it is left aside.
   *[other] { $rows } more rows are no articles of ours; they are left aside.
}
store-archive-row-aside = Row { $position } is no article of ours; it is left aside.
store-archive-too-large = it is larger than what is read from an archive
store-archive-unpacked = It could not be packed, and was not brought in: { $reason }.
store-archive-silent = { $months ->
    [one] Its only month, { $silent }, did not answer: { $reason }.
   *[other] { $answered } of { $months } months answered; { $silent } did not: { $reason }.
}
store-archive-other-version = its tables are of version { $found }, and this kiosque knows { $known }
store-archive-piece-changed = was changed while it was being brought in: what was read of it is kept; import it again.
store-bomb = it unpacks to more than the limit for one archive
store-bomb-ratio = it unpacks to more than { $ratio } times its size, the limit
store-catalogue-damaged = holds a damaged catalogue; it is made anew.
store-catalogue-lost = holds a catalogue that is damaged, or that another program changed while it was open; it is made anew at the next start.
store-catalogue-unwritten = cannot be written ({ $reason }): what is found is kept in memory, and the corpus is read again at the next start.
store-changed-on-disk = has changed on disk since it was read; it is not shown as it was.
store-check-path = check the path and its permissions
store-database-address = the address cannot be read
store-desk-away = The desk is away ({ $reason }). Your decisions stay in the journal and are sent later.
store-desk-back = The desk is back.
store-database-closed = the connection came to an end
store-desk-newer = its tables are of version { $found }, and this kiosque knows { $known }
store-database-expired = its certificate is not valid at the time that this machine has
store-database-full = its disk is full
store-database-no-certificate = there is no certificate in it (PEM)
store-database-no-certificates = this machine has no certificates to know the server by
store-database-other-name = its certificate is for another name than the address has
store-database-plain = it does not encrypt; where that is as it should be, ?sslmode=disable in the address says so
store-database-roots = sslrootcert: { $file }: { $reason }
store-database-tls = no encrypted connection could be made: { $reason }
store-database-untrusted = its certificate is from nobody whom this machine trusts; sslrootcert=FILE in the address names one
store-desk-no-tables = it has no tables of a desk yet: kiosque desk --init makes them
store-desk-reads-only = You may read at this desk and not write: your decisions stay in your journal.
store-desk-refused = The desk does not take entry { $id }; it stays in the journal.
store-desk-more-aside = { $rows ->
    [one] One more row is no entry of a journal; it is left aside.
   *[other] { $rows } more rows are no entries of a journal; they are left aside.
}
store-desk-row-aside = Row { $id } is no entry of a journal; it is left aside.
store-database-read-only = it can only be read now
store-database-silent = it did not answer in time
store-disk-full = the disk is full
store-entry-broken = could not be read: { $reason }; the entry was skipped.
store-hidden = { $n ->
    [one] holds { $n } hidden or backup entry, skipped.
   *[other] holds { $n } hidden or backup entries, skipped.
}
store-hidden-in-archive = { $n ->
    [one] holds { $n } hidden or backup entry, which was skipped.
   *[other] holds { $n } hidden or backup entries, which were skipped.
}
store-index-unwritten = cannot hold the full-text index ({ $reason }): searches read the texts one by one.
store-journal-check = Check its rights, or name another folder with --state-dir.
store-journal-held = another kiosque holds the journal
store-journal-not-again = the journal could not be read again ({ $reason }).
store-journal-torn-moved = { $n ->
    [one] { $n } damaged line was moved here.
   *[other] { $n } damaged lines were moved here.
}
store-journal-unreadable = the journal could not be read ({ $reason }); no earlier verdict is known.
store-journal-unwritten = the journal could not be written
store-leads-out = has a name that leads out of its archive; the entry was skipped.
store-link-broken = is a symbolic link that leads nowhere or in a loop: { $reason }.
store-link-to-folder = is a link to a folder; links to folders are not entered.
store-name-folder = name the folder itself to read it
store-no-home = there is no home folder ({ $reason }); say where to keep verdicts with --state-dir or { $variable }
store-no-locks = there are no locks on this file system
store-no-permission = the folder may not be written to
store-no-text = { $n ->
    [one] holds { $n } picture, program or other file without text, skipped.
   *[other] holds { $n } pictures, programs and other files without text, skipped.
}
store-not-in-corpus = is no article of this corpus.
store-please-report = Please report it with the file.
store-r-looks-again = R looks through the files again
store-r-reads-again = R reads it again
store-read-only = the disk is read-only
store-session-damaged = the last session is damaged ({ $reason }); starting afresh.
store-session-set-aside = the last session is damaged ({ $reason }), the file was set aside; starting afresh.
store-session-unreadable = the last session could not be read ({ $reason }); starting afresh.
store-settings-unreadable = the settings could not be read ({ $reason }); defaults are used.
notice-more-alike = { $n ->
    [one] gave { $n } more notice of a kind that was told twenty times.
   *[other] gave { $n } more notices of a kind that was told twenty times.
}
store-overlapping = { $n ->
    [one] lists { $n } entry that shares its bytes with another one; it was read once.
   *[other] lists { $n } entries that share their bytes with another one; they were read once.
}
store-no-file = it is no file (a pipe, socket or device)
store-no-utf8 = it is no text in UTF-8
store-larger-than = it is larger than { $limit } MB, the limit
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

## store: following addresses

live-broken = The answer of { $host } is no HTTP: { $reason }
live-broken-off = The answer of { $host } broke off before its end.
live-certificates = SSL_CERT_FILE: { $file }: { $reason }
live-in-use = { $path }: another kiosque fetches into this folder.
live-no-address = This is no address of the web (http:// or https://, without a password): { $address }
live-no-article = No article was found in what came.
live-no-certificate = there is no certificate in it (PEM)
live-no-folder = { $path }: nothing can be fetched into it: { $reason }
live-no-network = This build of kiosque has no network (feature live).
live-no-page = It is no page ({ $kind }).
live-no-proxy = { $name }: no address of a proxy, such as http://proxy.example:3128; nothing is asked without it.
live-not-kept = What came could not be kept: { $reason }
live-private = { $host } is in a private network; name an address of it yourself to have it asked.
live-proxy = The proxy { $proxy } does not lead to { $host }: it answered { $status }.
live-redirect-circle = It redirects in a circle.
live-redirect-nowhere = It redirects to what is no address.
live-redirects = It redirects too often.
live-robots = The robots.txt of its host does not allow it.
live-rules-unreachable = Its host did not say what robots may ask (robots.txt).
live-state-lost = What was fetched is kept, but not when: { $reason }
live-status = The server answered { $status }.
live-tls = No encrypted connection to { $host } that can be trusted: { $reason }
live-too-large = It is larger than { $mb } MB.
live-too-slow = No answer came from { $host } in time.
live-unknown-host = There is no host { $host }.
live-unreachable = { $host } cannot be reached: { $reason }

## job

export-no-copy = no copy is kept
export-refused = { $what }: { $reason }
job-adjust-failed = What was corrected of it could not be applied because of an internal error; it is shown as its file has it.
job-facts-failed = Its quotations, figures and dates could not be found because of an internal error; all else goes on without them.
job-internal-error = Background work stopped with an internal error: { $reason }.
job-names-failed = Its names could not be found because of an internal error; all else goes on without them.
job-no-thread = The system refused a thread; the work was not started.
job-signature-failed = It could not be compared with other articles because of an internal error; it stands in no story.
job-words-failed = Its words could not be collected because of an internal error; searches read the article instead.
sheet-longer = one quotes more
sheet-near-words = nearly the same words
sheet-other-events = ≠ DIFFERENT EVENTS
sheet-other-events-days = { $n ->
    [one] ≠ DIFFERENT EVENTS ({ $n } day apart)
   *[other] ≠ DIFFERENT EVENTS ({ $n } days apart)
}
sheet-other-words = the quoted words differ
sheet-same-words = same words
sheet-shares = { $a }% of A and { $b }% of B have a counterpart in the other.
sheet-speaker = { $who }: { $verdict }
table-after = after
table-compared-of = Of { $texts } only the first { $compared } are compared
table-day = day
table-days = Days told of
table-differences = differences
table-fact = fact
table-facts-note = Facts under a report are those that it is the first to give; =: others may have given it before, day and hour do not tell; ?: likely the same fact, not sure.
table-first-here = first here
table-names = names
table-origins = origins
table-origins-unknown = of unknown origin
table-outlet = outlet
table-published = published
table-read-of = Read: the first { $read } of { $articles }
table-report = report
table-signs = ● said, ~ partly, ≠ differs, · not found by this method, ≡ confirmed later, ? likely or doubtful, to be checked
table-text = text
table-timeline = Timeline
table-what = what
table-who-says-what = Who says what

## actions

# What an action does: verb first, at most 40 columns.
action-down = move down
action-up = move up
action-half-down = half a page down
action-half-up = half a page up
action-percent = go to so many per cent (50%)
action-page-down = page down
action-page-up = page up
action-first = go to the top (7gg: ¶7)
action-last = go to the end
action-focus-left = pane to the left, fold
action-focus-right = pane to the right, unfold
action-next-pane = next pane
action-previous-pane = previous pane
action-open = open, align
action-next-article = next article
action-previous-article = previous article
action-scroll-down = scroll the article, the passages
action-scroll-up = scroll article or passages back
action-next-paragraph = next paragraph
action-previous-paragraph = previous paragraph
action-page-on = page down
action-cycle-view = clean › marked › raw
action-who-says-what = who says what, after whom
action-timeline = timeline: who first, after whom
action-facts-alone = only what one text alone says
action-facts-omitted = only what this text leaves out
action-facts-differing = only what differs
action-sort-origins = sort by independent origins
action-sort-time = sort by first report
action-sort-text = in the order of this text
action-article-card = article card: source, date, evidence
action-article-versions = versions of the article
action-put-back = put this block back
action-correct-source = correct the source
action-correct-date = correct the date
action-correct-author = correct the author
action-correct-title = correct the headline
action-open-editor = open the file in $EDITOR
action-open-link = open the original page
action-tick = tick and move down
action-range = tick a range
action-tick-all = tick all, untick all
action-tick-query = tick what answers a query
action-invert-ticks = invert the ticks
action-toggle-read = read / unread
action-read-all = mark all of the story or source read
action-follow = follow
action-keep = keep
action-drop = drop
action-mark-done = done
action-mark-to-read = to read (no state)
action-drop-rest = drop the rest of the story
action-merge-stories = merge the ticked stories
action-split-story = take out of the story
action-tag = add a tag
action-untag = remove a tag
action-repeat = repeat the last action here
action-queue = queue: one article at a time
action-next-unread = next unread article
action-previous-unread = previous unread article
action-board = board: columns by state
action-take-back = undo or redo this act
action-take-back-to = undo everything back to this act
action-undo = undo
action-save-search = keep the search under a name
action-kept-searches = go to the searches that are kept
action-rename-search = rename the kept search
action-remove-search = give the kept search up
action-move-search-up = move the kept search up
action-move-search-down = move the kept search down
action-what-key = tell what a key does
action-redo = redo
action-select = select a sentence, then extend
action-grow-word = extend by a word
action-shrink-word = shorten by a word
action-other-end = go to the other end
action-note = write a note; in notes: rewrite it
action-notes-here = notes of this article
action-notes = all notes
action-edit-note = rewrite the note in $EDITOR
action-delete-note = remove the note
action-export = export: article, sheet, notes, titles…
action-pipe = pipe to a command of the shell
action-copy-sentence = copy the sentence with its citation
action-copy-selection = copy the passage with its citation
action-copy-paragraph = copy the paragraph
action-copy-quote = copy the quotation with its speaker
action-copy-title = copy the headline
action-copy-link = copy the address or the path
action-copy-id = copy the identity
action-copy-difference = copy the difference (Markdown)
action-compare = pin A, then compare
action-group-next = group: source › day › story › state
action-group-source = group by source
action-group-day = group by day
action-group-story = group by story
action-group-state = group by state (triage)
action-sort-date = sort by date
action-sort-source = sort by source
action-sort-title = sort by title
action-sort-words = sort by length
action-sort-reverse = reverse the order
action-filter = filter the list
action-find = search in this pane
action-search-corpus = search the whole corpus
action-search-word = this name over the whole corpus
action-next = next hit or difference
action-previous = previous hit or difference
action-next-mention = next mention of the name
action-search-comments = search comments too, or not
action-search-removed = search removed blocks too, or not
action-previous-mention = previous mention of the name
action-toggle-spelling = join or part the spelling
action-merge-name = the same as… (join another name)
action-split-name = this spelling is another name
action-name-kind = kind of the name: the next one
action-entity-page = page of the name: spellings, dates, quotes
action-hide-name = not a name: hide everywhere
action-filter-entity = only articles that name it
action-go-to = go to anything
action-palette = all actions
action-help = key help
action-tour = the tour of the sample corpus
action-problems = problems and messages
action-follow-address = follow an address
action-leave-address = follow an address no longer
action-followed-addresses = addresses that are followed
action-journal = journal of decisions
action-set-mark = set a mark
action-go-to-mark = go to a mark
action-jump-back = jump back
action-jump-forward = jump forward
action-next-group = next group (story)
action-previous-group = previous group
action-fold = fold the group
action-unfold = open the group
action-toggle-fold = fold or open
action-fold-all = fold all stories
action-unfold-all = open all stories
synonyms-next-group = next story, histoire suivante
synonyms-fold-all = collapse all, tout replier
action-zoom = pane on the full screen
action-toggle-entities = show or hide the names
action-toggle-focus-line = light the row that is read, or not
action-toggle-footnotes = what was taken out: in place or below
action-toggle-hyphens = part words, or not
action-toggle-justified = justified or ragged text
action-wider-list = widen the list
action-wider-text = wider column of text
action-narrower-list = narrow the list
action-narrower-text = narrower column of text
action-even-panes = default widths
action-toggle-mouse = give the mouse back to the terminal
action-finding = go to the difference of this number
action-next-passage = next linked passage
action-previous-passage = previous linked passage
action-next-alone = next text that only one has
action-previous-alone = previous text that only one has
action-nearest = nearest places of the other text
action-pin-candidate = these two go together
action-swap-sides = swap A and B
action-link-scroll = link or free scrolling
action-presentation = change how the texts stand
action-fold-common = fold more
action-unfold-common = unfold more
action-reference = A against all others of the story
action-third-column = third column: next article
action-pin-together = the two passages here go together
action-pin-to-nothing = this passage has no counterpart
action-unpin = take away what is pinned here
action-ignore-typography = ignore typography, or not
action-ignore-case = ignore case, or not
action-ignore-accents = ignore accents, or not
action-layer-all = step through: differences
action-layer-passages = step through: shared passages
action-layer-quotes = step through: quotes
action-layer-figures = step through: figures
action-layer-only = step through: only in one
action-layer-entities = step through: names
action-close = close the view, leave
action-dismiss = take one layer off
action-quit = leave at once
action-abort = leave; pick prints nothing
action-suspend = suspend
action-bring-in = bring in what changed on disk
action-redraw = redraw
action-accept = accept, choose
action-next-line = next line
action-previous-line = previous line
action-some-lines-down = five lines down
action-some-lines-up = five lines up
action-ten-lines-down = ten lines down
action-ten-lines-up = ten lines up
action-first-line = go to the top
action-last-line = go to the end
action-complete = complete; note: on something else
action-write-in-editor = write the note in $EDITOR
action-beside-both = third column: this article
action-back-from-mark = jump back
action-next-item = export something else: next
action-previous-item = export something else: previous
action-rename-file = rename the file
action-cancel = close
action-export-article = what: the article
action-export-ticked = what: the ticked articles
action-export-story = what: the story
action-export-comparison = what: the comparison sheet
action-export-matrix = what: who says what
action-export-timeline = what: the timeline
action-export-notes = what: all notes
action-export-quotations = what: the quotations of the name
action-export-titles = what: titles and links
action-export-citation = what: the cited sentence
action-as-markdown = format: Markdown
action-as-plain = format: plain text
action-as-html = format: HTML
action-as-csv = format: CSV
action-as-json = format: JSON
action-as-json-lines = format: JSON Lines
action-as-bibtex = format: BibTeX
action-as-csl = format: CSL-JSON
action-as-ris = format: RIS
action-as-template = format: template of yours, by its number
action-commands = your own commands
action-plots = plots: days, overlap, places
action-to-file = to: a file
action-to-clipboard = to: the clipboard
action-to-pipe = to: a command of the shell
action-to-editor = to: the editor

# One or two words for the footer.
hint-3rd-column = 3rd column
hint-a-against-all = A against all
hint-actions = actions
hint-alone = alone
hint-apart = no counterpart
hint-article = article ±
hint-back-to-here = back to here
hint-accept = accept
hint-choose = choose
hint-close = close
hint-column = column
hint-comments = comments
hint-compare = compare
hint-copy = copy
hint-differs = differs
hint-drop = drop
hint-editor = editor
hint-end = end
hint-export = export
hint-extend = extend
hint-keep-search = keep search
hint-filter = filter
hint-follow = follow
hint-go = go there
hint-go-to = go to
hint-group = group
hint-help = help
hint-hide = hide
hint-join = join
hint-join-part = join/part
hint-keep = keep
hint-left-out = left out
hint-let-go = let go
hint-marked = marked
hint-move = move
hint-move-2 = move
hint-nearest = nearest
hint-next = next
hint-next-2 = next ≠
hint-next-mention = next mention
hint-note = note
hint-one-word-more = one word more
hint-open = open
hint-page = page
hint-pane = pane
hint-part = part
hint-passage = passage
hint-put-back = put back
hint-rename = rename
hint-remove = remove
hint-removed = removed
hint-rewrite = rewrite
hint-run = run
hint-scroll = scroll
hint-search = search
hint-spellings = spellings
hint-story = story ±
hint-suggests = suggests
hint-swap = swap
hint-tick = tick
hint-timeline = timeline
hint-together = go together
hint-undo = undo
hint-fold = fold
hint-unfold = unfold
hint-view = view
hint-who-says-what = who says what
hint-whole-corpus = whole corpus

# Other words by which the palette finds an action.
synonyms-down = bas suivant
synonyms-finding = difference discrepancy figure écart différence
synonyms-fold-common = collapse expand replier déplier
synonyms-nearest = candidates perhaps candidats peut-être proche
synonyms-next-alone = only exclusive seul exclusif
synonyms-up = haut
synonyms-first = début haut
synonyms-last = fin bas
synonyms-focus-left = replier fermer collapse
synonyms-focus-right = déplier expand
synonyms-next-pane = focus
synonyms-previous-pane = focus
synonyms-open = lire read
synonyms-cycle-view = nettoyage ledger raw marked clean
synonyms-who-says-what = matrice matrix agence agency origines
synonyms-timeline = histoire story chronologie dates
synonyms-facts-alone = filtre filter exclusif seul
synonyms-facts-omitted = filtre filter omission absent gap
synonyms-facts-differing = filtre filter
synonyms-sort-origins = ordre order
synonyms-sort-time = ordre order date temps
synonyms-sort-text = ordre order
synonyms-article-card = preuve claim evidence fiche
synonyms-article-versions = history changed corrected update
synonyms-put-back = ledger nettoyage restore
synonyms-correct-source = média outlet claim
synonyms-correct-date = claim published
synonyms-correct-author = auteur byline claim
synonyms-correct-title = claim titre
synonyms-open-editor = éditeur
synonyms-open-link = navigateur browser url
synonyms-tick = select
synonyms-range = visual select
synonyms-tick-all = select all
synonyms-tick-query = select requête bulk
synonyms-invert-ticks = inverser
synonyms-toggle-read = unread non lu
synonyms-read-all = tout lu marquer catchup mark read
synonyms-follow = état state suivre
synonyms-keep = état state garder
synonyms-drop = état state jeter
synonyms-mark-done = état state fini
synonyms-mark-to-read = état state
synonyms-drop-rest = story doublons
synonyms-merge-stories = histoire story fusion événement event
synonyms-split-story = histoire story séparer scinder
synonyms-tag = étiquette label
synonyms-untag = étiquette label
synonyms-repeat = répéter again
synonyms-queue = tri triage
synonyms-next-unread = non lu suivant unread next
synonyms-board = tri triage kanban
synonyms-take-back = défaire
synonyms-take-back-to = défaire
synonyms-undo = défaire
synonyms-redo = refaire
synonyms-select = sélection passage visual
synonyms-other-end = début fin
synonyms-note = annoter annotation remarque
synonyms-notes-here = annotations
synonyms-notes = annotations remarques
synonyms-delete-note = supprimer delete effacer
synonyms-export = envoyer sauver markdown csv json html bibtex save
synonyms-pipe = tube shell commande
synonyms-copy-sentence = citer cite presse-papiers clipboard
synonyms-copy-selection = citer cite presse-papiers clipboard
synonyms-copy-paragraph = presse-papiers clipboard
synonyms-copy-quote = presse-papiers clipboard
synonyms-copy-title = presse-papiers clipboard
synonyms-copy-link = url presse-papiers clipboard
synonyms-copy-id = clé key presse-papiers clipboard
synonyms-copy-difference = presse-papiers clipboard
synonyms-compare = diff versions
synonyms-group-next = regrouper by
synonyms-group-source = média outlet
synonyms-group-day = date
synonyms-group-story = événement cluster event
synonyms-group-state = triage
synonyms-sort-date = ordre order
synonyms-sort-source = ordre order
synonyms-sort-title = ordre order
synonyms-sort-words = ordre order mots
synonyms-sort-reverse = ordre order
synonyms-kept-searches = kept saved searches filters recherches gardées enregistrées sauvegardées filtres
synonyms-save-search = alert alerte saved enregistrer garder
synonyms-rename-search = saved
synonyms-what-key = keyboard clavier describe-key tester essayer touche
synonyms-filter = query requête
synonyms-find = rechercher find
synonyms-search-corpus = grep plein texte full text
synonyms-search-comments = couche layer commentaires
synonyms-search-removed = couche layer
synonyms-toggle-spelling = fusion alias
synonyms-merge-name = fusion alias merge
synonyms-split-name = scinder alias split
synonyms-name-kind = personne lieu organisation type
synonyms-entity-page = entité chronologie timeline
synonyms-hide-name = faux nom masquer
synonyms-filter-entity = facette
synonyms-go-to = finder titre entité
synonyms-palette = commande command
synonyms-help = touches keys signes légende signs legend
synonyms-tour = visite tour guide démonstration demo
synonyms-problems = erreurs errors notices
synonyms-follow-address = suivre flux feed rss watch live url
synonyms-journal = historique history undo
synonyms-set-mark = signet bookmark
synonyms-go-to-mark = signet bookmark
synonyms-jump-back = retour
synonyms-jump-forward = avance
synonyms-zoom = plein écran zen
synonyms-toggle-entities = sidebar
synonyms-toggle-mouse = select copy
synonyms-swap-sides = inverser
synonyms-link-scroll = bind scroll
synonyms-presentation = stacked table
synonyms-reference = référence reference histoire story
synonyms-third-column = trois three
synonyms-pin-together = ancre point pin match
synonyms-pin-to-nothing = ancre pin rien nothing
synonyms-unpin = ancre pin
synonyms-ignore-typography = guillemets quotes
synonyms-ignore-case = majuscules capitals
synonyms-ignore-accents = diacritiques
synonyms-layer-all = couche layer
synonyms-layer-passages = couche layer
synonyms-layer-quotes = couche layer
synonyms-layer-figures = couche layer
synonyms-layer-only = couche layer
synonyms-layer-entities = couche layer
synonyms-close = quit exit fermer
synonyms-dismiss = annuler cancel
synonyms-quit = exit
synonyms-bring-in = recharger relire fichiers nouveaux reload refresh new files
synonyms-commands = commande programme script shell outil external extern run lancer
synonyms-hyphens = hyphenation césure coupure
synonyms-justified = justify justifier drapeau ragged align
synonyms-plots = plot diagram chart graphique courbe sparkline figure image picture histogram volume dispersion
synonyms-text-width = measure column width largeur colonne marge margin

## app

edit-a-character-to-the-left = a character to the left
edit-a-character-to-the-right = a character to the right
edit-a-word-to-the-left = a word to the left
edit-a-word-to-the-right = a word to the right
edit-erase-a-word = erase a word
edit-erase-the-line = erase the line
edit-erase-to-the-end = erase to the end
edit-erase-to-the-left-empty = erase to the left; empty line: close
edit-erase-to-the-right = erase to the right
edit-to-the-end-of-the = to the end of the line
edit-to-the-start-of-the = to the start of the line
export-file-articles = articles { $day }
export-file-citation = citation { $source }
export-file-notes = notes { $day }
format-bibtex = BibTeX
format-csl-json = CSL-JSON
format-csv = CSV
format-html = HTML
format-json = JSON
format-json-lines = JSON Lines
format-markdown = Markdown
format-plain-text = plain text
format-ris = RIS
hunks-figures-differ = “{ $a }” ≠ “{ $b }”
hunks-figures-may-differ = “{ $a }” ≠? “{ $b }”
annotate-opinions-differ-last-one-counts = {" "}— opinions differ, the last one counts
annotate-passage-not-found = {" "}· passage not found: “{ $quote }”
annotate-sign = ≠{" "}
annotate-story = story: { $n }{ $n2 }
app-does-nothing-here-help = “{ $typed }” does nothing here — { KEY("help") } help
overlay-does-nothing = “{ $key }” does nothing here
prompt-nothing-to-suggest = nothing to suggest
prompt-nothing-typed = Nothing typed: nothing done.
app-pasted-text-never-read-as = Pasted text is never read as keys.
article-block-put-back-remembered-for = Block put back ({ $words }), learnt for “{ $source }” — { KEY("undo") } undoes
article-blocks-taken-out-count = { $n ->
    [one] { $n } block taken out
   *[other] { $n } blocks taken out
}
article-c-first-marked-view-shows = c first: the marked view shows what was taken out.
article-cut-off-by-paywall = cut off by the paywall
article-event = event { $day }
article-first-article-list = First article of the list.
article-kept = { $share }% kept
article-last-article-list = Last article of the list.
article-marked-view-n-goes-next = Marked view: { KEY("next") } goes to the next block taken out.
article-name-words = · · ·  { $name }: { $words }  · · ·
article-no-block-taken-out-here = No block taken out here; { KEY("next") } goes to the next.
article-no-further-block-direction = No further block in this direction.
article-headline-corrected = headline corrected
article-no-headline-opening-words = no headline: opening words
article-no-hit = “{ $query }”: no hit
article-no-hit-text = No hit in this text.
article-nothing-left-after-cleaning = Nothing is left after cleaning: the other views show the file.
article-nothing-step-through-searches-pane = Nothing to step through: / searches in this pane.
article-nothing-taken-out = nothing taken out
article-of = “{ $query }”: { $i } of { $n }
article-what-was-taken-out-c = {" "}· { $hidden } in what was taken out ({ KEY("cycle-view") })
behaviour-there-only-one-pane-here = There is only one pane here.
compare-accents = accents
compare-b-follows-a = Here B follows A; { KEY("presentation") } shows the texts each in its own order.
compare-beside = headlines
compare-case = case
compare-facing = A, with B opposite
compare-go-another-article-compares = A: { $label } — go to another article, { KEY("compare") } compares
compare-ignored-counts = Ignored: { $off } · counts: { $on }
compare-moved = moved
compare-n-first-nothing-chosen = n first: nothing is chosen.
compare-no-article-pinned-any-more = No article pinned any more.
compare-no-counterpart-passage-was-found = No counterpart of this passage was found.
compare-no-further-article-story-direction = No further article of this story in this direction.
compare-no-longer-pinned-u-undoes = No longer pinned — { KEY("undo") } undoes
compare-no-passage-at-top-both = No passage at the top of both columns.
compare-no-such-difference = No difference has the number { $number }.
compare-no-third-article-story = No third article in this story.
compare-none = { $name }: nothing to step through.
compare-nothing-near = No place of the other text comes near.
compare-nothing-pinned-by-hand-here = Nothing is pinned by hand here.
compare-passage-has-no-counterpart-u = This passage has no counterpart — { KEY("undo") } undoes
compare-perhaps = perhaps
compare-reworded = reworded
compare-same-passage = same passage
compare-scrolling-free-tab-changes-side = Scrolling free: { KEY("next-pane") } changes the side.
compare-scrolling-linked = Scrolling linked.
compare-scrolling-linked-with-offset = Scrolling linked, with this offset.
compare-side-by-side = side by side
compare-stacked = stacked
compare-stands-beside = The counterpart stands beside.
compare-table = table
compare-three-texts-take-columns-there = Three texts take { $value } columns; there are { $width }.
compare-ticked-comparison-takes-two = { $n } ticked: a comparison takes two.
compare-two-columns-again = Two columns again.
compare-two-passages-at-top-go = The two passages at the top go together — { KEY("undo") } undoes
compare-two-passages-go-together = These two go together — { KEY("undo") } undoes
compare-typography = typography
compare-whole = both whole
context-board = Board
context-choosing-by-typing = Choosing by typing
context-chosen-passage = Chosen passage
context-commands = Your commands
context-comparison = Comparison
context-entities = Names
context-everywhere = Everywhere
context-journal = Journal
context-letter-mark = Letter of a mark
context-line-input = Line of input
context-searches = Kept searches
context-list = List
context-nearest = Nearest places
context-versions = Versions of the article
context-one-against-all = One against all
context-page-name = Page of the name
context-page-read = Page to read
context-results = Results
context-timeline = Timeline
context-who-says-what = Who says what
copy-no-quotation-from-here-end = No quotation from here to the end.
coverage-article-alone-its-story = This article is alone in its story.
coverage-comparison-takes-two-texts = A comparison takes two texts.
coverage-no-further-story-direction = No further story in this direction.
coverage-not-found-article-by-method = { $label }: not found in this article by this method.
coverage-order = In the order of { $label }.
coverage-sorted-by-first-report = Sorted by first report.
coverage-sorted-by-independent-origins = Sorted by independent origins.
coverage-stories-coming = Stories are still being found: this article has none so far.
decide-corrected-u-undoes = Corrected: { $said } — { KEY("undo") } undoes
decide-corrected-in-u-undoes = Corrected in { $articles }: { $said } — { KEY("undo") } undoes
decide-correction-removed = correction removed
decide-joined-story = Since the correction { $article } is in the story “{ $story }”
decide-left-story = Since the correction { $article } is no longer in the story “{ $story }”
decide-not-date-write-2026-06 = “{ $value }” is not a date: write 2026-06-12 or 12.06.2026.
decide-unlikely-day = { $day }: this day is to come, or before all newspapers; to keep it, { $key } once more
dispatch-focus-line = The row a third down is lit.
dispatch-footnotes = What was taken out is told below the text.
dispatch-here-n-and-n-step = Here { KEY("next") } and { KEY("previous") } step through.
dispatch-hyphens = Words are parted at the end of a row.
dispatch-justified = Rows end where the column does.
dispatch-label-reason = { $label }: { $reason }
dispatch-percent = a number before it says where to: 50% goes to the middle
dispatch-measure = Text in { $n ->
    [one] { $n } column
   *[other] { $n } columns
 } at most.
dispatch-mouse-kiosque-s = The mouse is kiosque's.
dispatch-mouse-terminal-s-select-freely = The mouse is the terminal's: select freely.
dispatch-no-focus-line = No row is lit.
dispatch-no-footnotes = What was taken out is told in its place.
dispatch-no-hyphens = Words stay whole.
dispatch-nothing-note-here = Nothing to note here.
dispatch-nothing-repeat = Nothing to repeat.
dispatch-ragged = Rows end with their last word.
entities-e-next-ie-filters = { $name }: { $mentions } in { $articles } — e next
entities-names-article-not-known-yet = The names of this article are not known yet.
entities-none-has = No name of this article has “{ $words }”.
entities-no-name-article = No name in this article.
entities-no-name-here = No name here.
entities-part-l-unfolds-spellings-x = Part: { KEY("focus-right") } unfolds the spellings, { KEY("split-name") } on the one that is another name.
export-all-notes = all notes
export-article = article
export-characters-sent-clipboard = { $n ->
    [one] { $n } character sent to the clipboard{ $kept }
   *[other] { $n } characters sent to the clipboard{ $kept }
}
export-characters-too-long-for-terminal = { $n } characters: too long for the terminal's clipboard{ $kept }
export-cited-sentence = cited sentence
export-clipboard = clipboard
export-comparison = comparison
export-comparison-sheet = comparison sheet
export-copy = {" "}· copy: { $place }
export-done = done
export-editor = editor
export-esc-stops = { $command }… { KEY("dismiss") } stops it.
export-exported = Exported to { $place }
export-more-than-articles-export-them = More than { $n } articles: export them to a file ({ KEY("to-file") }).
export-not-exported = Not exported: { $sentence }
export-quotations = quotations of this name
export-something-being-handed-over-esc = Something is being handed over: { KEY("dismiss") } stops it.
export-stopped = Stopped.
export-story = story ({ $n })
export-that-name-was-taken-exported = That name was taken: exported to { $place }
export-timeline = timeline
export-titles = titles
export-titles-and-links = titles and links ({ $n })
export-who-says-what = who says what
follow-begins = Addresses are asked in the background; what comes is said.
follow-ends = { $address } is followed no longer; { KEY("undo") } undoes it.
follow-no-folder = Nothing that is open can take what comes: open an empty folder, or one of kiosque watch.
follow-not-here = is not on this machine, or follows nothing: what it follows was left as it is.
follow-starts = { $address } is followed and asked in the background; { KEY("undo") } undoes it.
waiting-command = your command runs
waiting-compare = comparing
waiting-count = { $what }… { $done } of { $all } · { KEY("dismiss") } stops it
waiting-export = making what is handed over
waiting-filter = filtering
waiting-matrix = setting the reports against each other
waiting-name = reading the articles that name it
waiting-queue = articles of the queue
waiting-search = searching
waiting-stopped = Stopped: { $what }. What was there stays as it was.
waiting-tick = looking for what to tick
waiting-last = { $what }… all is read, last step, { $n } s · { KEY("dismiss") } stops it
waiting-time = { $what }… { $n } s · { KEY("dismiss") } stops it
waiting-word = { $what }…
page-no-tour = The tour goes with the sample corpus (kiosque demo).
plot-dispersion = Places of { $name }
plot-dispersion-note = From the first word of each article to the last.
plot-dispersion-note-left = From the first word of each article to the last; { $n ->
    [one] { $n } article more has the name and was not read.
   *[other] { $n } articles more have the name and were not read.
 }
plot-overlap = What outlets have in common: { $title }
plot-overlap-note = Of a hundred facts that the report of a row has, how many that of a column has too.
plot-volume = Reports by day: { $title }
plot-volume-note = Outlets by the day of publication that each report gives.
plot-volume-note-without = Outlets by the day of publication that each report gives; { $n ->
    [one] { $n } gives none.
   *[other] { $n } give none.
 }
linear-list = { $articles }, { $n ->
    [one] { $n } row
   *[other] { $n } rows
 }:
linear-more = { $n ->
    [one] { $n } line more: Enter
   *[other] { $n } lines more: Enter
 }
linear-no-file = This article has no file of its own.
linear-reading = Reading the articles…
linear-searches = Kept searches
linear-ticked = ticked
linear-unread = unread
linear-welcome = Type the keys that ? lists, the number of a row or the name of an action, then Enter. An empty line goes on, or opens what is marked >. A line with a full stop leaves a line of input, q leaves.
commands-none = There is no command of yours in the settings yet. One begins with [[command]] and has a name and what to run; `kiosque config --default` shows an example.
command-another-runs = Another command of yours is at work, { $name }: { KEY("dismiss") } stops it.
command-code = { $name } ended with code { $code }{ $behind }
command-complains = : { $words }
command-done = { $name }: done.
command-field = “{ $name }” is not a field{ $meant }; fields are { $list }
command-late = { $name } was stopped after { $n ->
    [one] { $n } second
   *[other] { $n } seconds
 }, the time that the settings give it{ $behind }
command-no-value = { $name } was not run: there is no { $field } here.
command-not-started = { $name } was not run: { $program } could not be started ({ $reason }).
command-option = { $name } was not run: { $argument } would be “{ $value }”, which the program would read as an option. Put "--" before it in the settings.
command-own = a command of yours
command-paths-alone = {"{"}paths{"}"} has to be an argument by itself
command-runs = { $name }… { KEY("dismiss") } stops it.
command-signal = { $name } was ended by signal { $signal }{ $behind }
command-silent = {" "}and said nothing.
command-stopped = { $name } was stopped; what it has done stays done.
command-unseen = Nothing was run: a character that nobody sees stands in the name of the file { $name }.
command-without-program = No program is named by { $name }.
groups-on-their-own = On their own
groups-stories-coming = No story so far: stories are still being found
history-block-put-back = block put back
history-followed = { $address } followed
history-last-act-is-elsewhere = nothing to undo here; your last act is of articles that are not in this folder ({ $what }): { KEY("journal") } shows it
history-left = { $address } followed no longer
history-note = note
history-note-removed = note removed
history-read = read
history-searches = kept searches
help-rest = { $context }, the rest
history-redone-u-undoes = Redone: { $what } — { KEY("undo") } undoes
history-says-you-last-one-counts = ≠ { $label }: { $by } says “{ $theirs }”, you “{ $mine }”; the last one counts
history-story-redrawn = story redrawn
history-ticked-again = { $ticked } again
history-undo = undo
history-undone-u-redoes = Undone: { $what } — { KEY("redo") } redoes
history-unread = unread
history-verdicts-came-count = { $n ->
    [one] { $n } verdict came in
   *[other] { $n } verdicts came in
}
history-without = without #{ $t }
hunks-differences = differences
hunks-names = names
hunks-near-words = nearly the same words
hunks-one-quotes-more = one quotes more
hunks-only = { $name } · only in { $side }
hunks-only-c = only in C
hunks-only-one = only in one
hunks-passages = passages
hunks-quote-only = quote only in { $side }
hunks-quoted-words-differ = the quoted words differ
hunks-same-words = same words
ingest-list = { $said }: in the list
ingest-looking-through-files = Looking through the files…
ingest-nothing-changed-on-disk = Nothing changed on disk.
ingest-on-disk-r-bring = { $said } on disk, R to bring in
ingest-verdicts-went-along = { $n ->
    [one] { $n } judged article has another text on disk: what you said went with it — { KEY("undo") } undoes
   *[other] { $n } judged articles have other texts on disk: what you said went with them — { KEY("undo") } undoes
}
journal-act-not-known-here = This act is not known here.
journal-acts-undone-count = { $n ->
    [one] { $n } act undone
   *[other] { $n } acts undone
}
journal-no-article-corpus-act = No article of this corpus in this act.
journal-nothing-undo-down-here = Nothing to undo down to here.
journal-redone = Redone: { $what }
journal-those-act = { $said }: those of this act
journal-u-redoes-one-by-one = { $n } — { KEY("redo") } redoes one by one
journal-undone = Undone: { $what }
judge-all-were-already = All { $all } were “{ $what }” already.
judge-already = Already “{ $what }”.
judge-one-kept-same-story-dropped = This one kept, { $n } of the same story dropped — { KEY("undo") } undoes
judge-one-kept-others-judged-stand = This one kept, { $n } of the same story dropped; { $judged ->
    [one] { $judged } judged before stays
   *[other] { $judged } judged before stay
} as you said — { KEY("undo") } undoes
judge-otherwise-before = { $said } ({ $otherwise ->
    [one] one had another verdict
   *[other] { $otherwise } had another verdict
})
judge-rest-is-judged = Nothing to drop: the rest of the story is judged ({ $judged ->
    [one] { $judged } article not dropped
   *[other] { $judged } articles not dropped
}).
judge-others-were-already-u-undoes = { $n } of { $all }: { $what }, { $others ->
    [one] the other was
   *[other] the others were
} already — { KEY("undo") } undoes
judge-u-undoes = { $articles }: { $what } — { KEY("undo") } undoes
judge-with-copies = { $articles }, { $copies ->
    [one] one copy included
   *[other] { $copies } copies included
}
jump-no-further-jump-direction = No further jump in this direction.
key-backspace = Backspace
key-del = Del
key-end = End
key-enter = Enter
key-esc = Esc
key-home = Home
key-shift-tab = Shift-Tab
key-space = Space
legend-changed = a newer version than the one that was judged
legend-contested = judged otherwise by somebody else
legend-copies = this text is printed in three articles
legend-copy = a copy of the text above
legend-doubtful = unknown or doubtful; before a headline: does it belong to this story?; among the names: a doubtful name
legend-folded = folded, open
legend-inferred = concluded, written nowhere so; before a hit: a near word
legend-left = five articles left to read or to judge
legend-noted = there is a note
legend-pinned = side A of the next comparison
legend-search = kept search, applied or not
legend-signs = Signs
legend-spellings = among the names: the name has other spellings
legend-synonyms = signe signes légende symbole sign signs legend symbol
legend-texts = “4 texts of 5”: five articles, two of which print the same text
legend-ticked = ticked; at the head of a group: five of its texts are
query-field = in a field; also source author agency entity date tag is
query-forms = Queries (g/, F, V)
query-group = what goes together, with OR or behind -
query-not = without this word; also NOT
query-or = one or the other
query-phrase = these words side by side; an apostrophe is a space
query-prefix = words that begin so
query-regex = a regular expression
query-synonyms = query queries search operator brackets or not near requête chercher opérateur parenthèses ou sauf
query-typo = this word but for a letter; ~2: for two
list-0-filter-hides-all-esc = 0 of { $all }: the filter hides all — { KEY("dismiss") } removes it
list-esc-removes-filter = { $shown } of { $all } — { KEY("dismiss") } removes the filter
list-grouped-by = Grouped by { $name }.
list-no-article-list-answers = No article of the list answers.
list-no-title-has-these-words = No title has these words; g/ searches the texts.
list-nothing-ticked = Nothing ticked: { $why }
list-range-move-extend-v-ends = Range: move to extend it, { KEY("range") } ends it.
list-reversed = , reversed
list-s-state-t-tag-d = { $said }: { KEY("keep") } keep, { KEY("tag") } tag, { KEY("drop") } drop, { KEY("compare") } compare two; { KEY("dismiss") } unticks
list-undated = { $said } { $n ->
    [one] { $n } article has no date.
   *[other] { $n } articles have no date.
}
list-perhaps-meant = did you mean “{ $query }” ({ $hits })?
list-sorted-by = Sorted by { $name }{ $how }.
list-titles = “{ $query }”: { $at } of { $n ->
    [one] { $n } title
   *[other] { $n } titles
}
listing-filter-removed = Filter removed.
listing-filter-unchanged = Filter unchanged: { $why }
marks-mark-letter = A mark is a letter.
marks-mark-set-article = Mark { $letter } set in this article.
marks-mark-set-comes-back-from = Mark { $letter } set: { KEY("go-to-mark") }{ $letter } comes back from anywhere.
marks-no-mark-here = No mark { $letter } here.
name-another-name = another name
name-articles-being-read = The articles are being read…
name-be-confirmed-not-counted = to be confirmed, not counted ({ $why })
name-earlier = earlier
name-everywhere-u-undoes = “{ $form }” is “{ $name }” everywhere — { KEY("undo") } undoes
name-hidden-everywhere-u-undoes = “{ $name }” hidden everywhere — { KEY("undo") } undoes
name-mentions = Mentions
name-read-here = Read for this page: { $read } of { $all }; { KEY("filter-entity") } lists the others
name-read-so-far = Read so far: { $read } of { $all }
name-read-more = Read: { $read } of { $all } — { KEY("open") } reads on
name-name-no-longer-corpus = This name is no longer in the corpus.
name-names-corpus-being-gathered = The names of the corpus are being gathered…
name-names-corpus-still-being-gathered = The names of the corpus are still being gathered: in a moment.
name-no-name-corpus-tab-suggests = No name “{ $other }” in the corpus: { KEY("complete") } suggests, { KEY("rename-name") } renames.
name-not-u-undoes = “{ $form }” is not “{ $name }” — { KEY("undo") } undoes
name-only-spelling-name = It is the only spelling of this name.
name-parted-by-you = parted by you
name-printed-also = { $label } · also in { $n ->
    [one] { $n } other article
   *[other] { $n } other articles
}
name-quoted-about = Quoted about it
name-roles-as-written = Roles as written
name-same-name-already = It is the same name already.
name-space-joins-or-parts-spelling = { KEY("toggle-spelling") } joins or parts a spelling.
name-spelling-not-articles-read-here = This spelling is not in the articles read here.
name-spellings = Spellings
name-u-undoes = “{ $name }”: { $words } — { KEY("undo") } undoes
name-undated = undated
name-what-says = What it says
name-with = With
note-article-not-loaded-here = article not loaded here
note-empty-note-nothing-was-kept = An empty note: nothing was kept.
note-noted-gn-all-notes-u = Noted{ $on }: { $shown } — { KEY("notes") } all notes, { KEY("undo") } undoes
notes-article-note-not-loaded-here = The article of this note is not loaded here.
notes-no-note-on-article-writes = No note on this article: { KEY("note") } writes one.
notes-note-removed-u-undoes = Note removed — { KEY("undo") } undoes
notes-passage-note-no-longer-text = The passage of this note is no longer in the text.
notes-story-not-list = This story is not in the list.
order-day = day
order-length = length
order-state = state
picker-unknown = unknown
queue-queue-empty-everything-judged = The queue is empty: everything is read or judged.
refusal-article-alone-its-story = this article is alone in its story
refusal-article-gives-no-address = the article gives no address
refusal-marked-view-only-c = in the marked view only ({ KEY("cycle-view") })
refusal-no-article-here = no article here
refusal-nothing-redo = nothing to redo
refusal-nothing-asked-before = nothing was searched this way yet
refusal-nothing-undo = nothing to undo
refusal-no-query-to-keep = nothing is searched or filtered here
refusal-no-search-here = no kept search under the cursor
refusal-on-searches = this is a search: { KEY("open") } shows its articles
refusal-stories-coming = stories are still being found
refusal-only = only in: { $names }
refusal-one-article = a correction is of one article: unfold first ({ KEY("unfold") })
refusal-only-for-note = only for a note
refusal-three-texts-take-columns = three texts take { $value } columns
screen-no-fact-differs-between-reports = No fact differs between reports.
saved-kept = Kept under “{ $name }”, at the head of the list — { KEY("undo") } undoes
saved-kept-from-line = Kept under “{ $name }”, at the head of the list
saved-name-taken = “{ $name }” names another search; nothing was changed.
saved-none = No search is kept; { KEY("save-search") } keeps one.
saved-nothing-kept = Nothing was kept: a search needs words and a name.
saved-removed = “{ $name }” is kept no longer — { KEY("undo") } undoes
saved-renamed = “{ $before }” is now “{ $name }” — { KEY("undo") } undoes
screen-pin-let-go = Text A let go.
screen-ticks-let-go = { $n ->
    [one] { $n } tick taken off
   *[other] { $n } ticks taken off
}
screen-nothing-take-off-q-leaves = Nothing to take off; { KEY("close") } leaves.
search-not-searched = Not searched: { $why }
selection-j-k-chooses-sentence-v = { KEY("down") } { KEY("up") } chooses the sentence, { KEY("select") } extends: { KEY("note") } notes, { KEY("copy-selection") } copies, { KEY("dismiss") } lets go
selection-j-k-extends-by-sentences = j k extends by sentences, l h by words, o goes to the other end
selection-no-sentence-here = No sentence here.
story-articles-one-story-u-undoes = { $n } articles are one story — { KEY("undo") } undoes
story-merge-tick-space-articles-at = Merge: tick ({ KEY("tick") }) articles of at least two stories.
story-nothing-ticked = Nothing is ticked, and this group has { $articles }: tick ({ KEY("tick") }) those that you mean.
story-out-story-u-undoes = { $n } out of the story — { KEY("undo") } undoes
story-split-article-shares-no-story = Split: the article shares no story, or the whole story is chosen.
tag-without = without #{ $tag }
update-verdicts-on-disk-again = Verdicts are on disk again.
view-advert = advert
view-advertising = advertising
view-byline = byline
view-caption = caption
view-clean = clean
view-code = code
view-comment = comment
view-corrected = corrected
view-credit = credit
view-done = Done
view-dropped = Dropped
view-embargo = EMBARGO
view-embargo-until = embargo until { $until }
view-follow = Follow
view-form = form
view-inferred = inferred
view-kept = Kept
view-legal = legal
view-legal-notice = legal notice
view-marked = marked
view-menu = menu
view-menus-and-sharing = menus and sharing
view-newsletter = newsletter
view-newsletter-form = newsletter form
view-notice = notice
view-notice-site = notice of the site
view-organisation = organisation
view-organisations = Organisations
view-other-name = other name
view-other-names = Other names
view-paywall = paywall
view-people = People
view-person = person
view-place = place
view-places = Places
view-raw = raw
view-read = To read
view-read-time = read time
view-reader-comments = reader comments
view-related = related
view-related-links = related links
view-repeat = repeat
view-standfirst = standfirst
view-subhead = subhead
view-subscription-notice = subscription notice
view-wire-corrects = corrects
view-wire-dateline = dateline
view-wire-earlier = earlier version
view-wire-embargo = embargo
view-wire-genre = genre
view-wire-identifier = identifier
view-wire-note = note to editors
view-wire-rights = rights
view-wire-slug = slug
view-wire-standing = status
view-wire-urgency = urgency
view-wire-version = version
view-version-newest = version { $number } of { $of }
view-version-older = version { $number } of { $of }, a newer one is at hand
view-withdrawn = WITHDRAWN
view-withheld = WITHHELD
view-written = written

## shell

shell-no-desk = The settings name a desk, and this kiosque was built without one; the journal is kept in its file alone.
shell-no-desk-hint = A kiosque built with the feature postgres knows desks.
shell-place-not-kept = The place in the corpus could not be kept: { $reason }.
shell-unsaved-kept = { $n ->
    [one] { $n } verdict could not be written to the journal ({ $reason }); it is in { $place }, and kiosque journal --merge { $place } brings it in
   *[other] { $n } verdicts could not be written to the journal ({ $reason }); they are in { $place }, and kiosque journal --merge { $place } brings them in
}
shell-unsaved-lost = { $n ->
    [one] { $n } verdict could not be written to the journal ({ $reason }) nor to { $place } ({ $error })
   *[other] { $n } verdicts could not be written to the journal ({ $reason }) nor to { $place } ({ $error })
}

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
ui-ask-names = search the names:
ui-ask-follow-address = follow:
ui-ask-follow-help = a feed, a sitemap or a page; nothing: those that are followed here
ui-ask-leave-address = follow no longer:
ui-ask-note = note:
ui-ask-notes = search the notes:
ui-ask-search-name = keep as:
what-key = What a key does
what-key-begins = begins { $n ->
    [one] { $n } sequence
   *[other] { $n } sequences
}: { $keys }
what-key-edits = goes into the line
what-key-nothing = No place of the program has an action for it.
what-key-press = Press a key: it is named and told, and does nothing.
what-key-written = in the settings: { $notation }
ui-ask-same-name = the same as:
ui-ask-source = source:
ui-ask-source-of = source of { $articles }:
ui-ask-suggestions = { $key }: { $words }
ui-ask-tag = tag to add:
ui-ask-tick = tick what answers:
ui-ask-author = author:
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
ui-compare-elsewhere = ↕ elsewhere in this text ({ KEY("open") })
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
ui-compare-more = { $n } more: n
ui-compare-names = names: { $both } shared, { $a } A, { $b } B
ui-compare-next-to-nothing = Next to nothing in common — { KEY("reference") }: other reports of this story
ui-compare-only-doubtful = { $n ->
    [one] no difference told as sure, { $n } place to be looked up (≠?)
   *[other] no difference told as sure, { $n } places to be looked up (≠?)
}
ui-compare-nothing-differs = no differing figure, name or quotation found
ui-compare-quotes = quotes { $same }= { $differ }≠
ui-compare-rest = { $n ->
    [one] left of B: { $n } sentence
   *[other] left of B: { $n } sentences
}
ui-compare-reversed = roles reversed
ui-compare-same-quotes = { $n ->
    [one] { $n } quotation word for word
   *[other] { $n } quotations word for word
}
ui-compare-undecided = { $n ->
    [one] { $n } link undecided
   *[other] { $n } links undecided
}
ui-comparing = comparing…
ui-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
ui-desk-away = desk away
ui-desk-away-unsent = desk away, { $n } to send
ui-desk-unsent = { $n } to send to the desk
ui-export = Export
ui-export-clipboard = the terminal's
ui-export-command = command
ui-export-command-asked = { KEY("accept") } asks for it
ui-export-copy = copy
ui-export-format = format
ui-export-rename = rename
ui-export-to = to
ui-export-what = what
ui-fact-absent = not found
ui-fact-confirmed = confirmed later
ui-fact-differs = differs
ui-fact-doubtful = doubtful, to be checked
ui-fact-doubtful-or-likely = likely, doubtful
ui-fact-likely = likely
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
ui-facts-filter = filter: { $what } · { $shown } of { $all ->
    [one] { $all } fact
   *[other] { $all } facts
} ({ KEY("dismiss") })
ui-facts-doubtful = Doubtful: to be checked
ui-facts-findings = To look at
ui-facts-head = origins · fact
ui-facts-more = { $n ->
    [one] … { $n } more line ({ KEY("presentation") })
   *[other] … { $n } more lines ({ KEY("presentation") })
}
ui-facts-none = No fact to compare.
ui-facts-none-filtered = No such fact: { KEY("dismiss") } removes the filter.
ui-facts-omitted = not found in { $report }
ui-facts-only-a = only in A
ui-facts-only-b = only in B
ui-facts-summary = { $texts } · { $facts }, { $alone } in one text alone, { $differ }
ui-facts-summary-doubtful = { $summary }, { $doubtful ->
    [one] { $doubtful } doubtful one
   *[other] { $doubtful } doubtful ones
}
ui-file = file
ui-filter-counting = filter: { $query } (counting)
ui-filter = filter: { $query } ({ $shown })
ui-go-to = Go to
ui-go-to-action = action  { $key }
ui-go-to-names-coming = names are not there yet
ui-go-to-search = kept search
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
ui-list-counting = counting
ui-list-empty = No article here.
ui-list-empty-demo = kiosque demo shows an example.
ui-list-empty-open = kiosque PATH… opens files,
ui-list-filtered = The filter hides all:
ui-list-filtered-keys = { KEY("dismiss") } removes it, { KEY("filter") } changes it.
ui-list-versions = v{ $n }
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
ui-nearest = Nearest places in { $side }
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
ui-notes-none-found-keys = { KEY("dismiss") } shows all notes.
ui-notes-none-keys = In an article: { KEY("select") } chooses a sentence, { KEY("note") } notes.
ui-notes-of-article = Notes of this article
ui-order = order: { $order }
ui-order-origins = origins
ui-nothing-matches = Nothing has these words.
ui-on-disk = { $change } on disk
ui-order-text = text
ui-order-time = first report
ui-percent = { $n }%
ui-picking = { $tick }: tick · { $quit }: end
ui-picked = { $n ->
    [one] { $n } ticked · { $quit } hands it over
   *[other] { $n } ticked · { $quit } hands them over
}
ui-pinned = A: { $source }
ui-position-end = end
ui-printed = What the command printed
ui-problem-count = { $n ->
    [one] { $n } problem ({ KEY("problems") })
   *[other] { $n } problems ({ KEY("problems") })
}
ui-problem-not-read = not read
ui-problem-warning = warning
ui-problems = Problems and messages
ui-followed = Addresses that are followed
ui-followed-next = next { $when }
ui-followed-none = Nothing is asked now: g+ follows an address, or those that this folder follows.
ui-problems-none = Everything was read; nothing to report.
ui-progress-grouping = grouping into stories
ui-progress-index = index of words: { $done } of { $all }
ui-progress-names = names and facts: { $done } of { $all }
ui-progress-pace = { $rate }/s, { $seconds } s left
ui-progress-reading = reading: { $files ->
    [one] { $files } file
   *[other] { $files } files
}, { $articles }
ui-queue = queue { $at }/{ $all }
ui-quoted = “{ $words }”
ui-reading = Reading…
ui-report-after = After { $whom }
ui-report-again = The same text: { $names }
ui-report-also = The same text, but for some cuts: { $names }
ui-report-cites = cites { $names }
ui-report-first = { $n ->
    [one] { $n } fact first given here
   *[other] { $n } facts first given here
}
ui-report-maybe-first = { $n ->
    [one] { $n } fact that another may have given before
   *[other] { $n } facts that others may have given before
}
ui-saved-searches = Kept searches
ui-search-everything = Everything was searched.
ui-search-hits = { $n ->
    [one] { $n } hit
   *[other] { $n } hits
}
ui-search-meant = Did you mean “{ $query }” ({ $hits })? Press { $key } to search it.
ui-search-nothing = Nothing found.
ui-searching = searching…
ui-stories = { $n ->
    [one] { $n } story
   *[other] { $n } stories
}
ui-versions-title = { $n ->
    [one] { $n } version
   *[other] { $n } versions
}
ui-versions-one = Only this version is at hand.
ui-versions-headline = headline
ui-versions-silent = silent
ui-texts = { $n ->
    [one] { $n } text
   *[other] { $n } texts
}
ui-texts-compared = { $texts }, the first { $compared } compared
ui-texts-of = { $texts } of { $n }
ui-texts-in = { $texts } in { $articles }
ui-left = { $n } left
ui-media = { $n ->
    [one] { $n } outlet
   *[other] { $n } outlets
}
ui-new = + { $n } new
ui-ticked = { $n ->
    [one] { $n } ticked
   *[other] { $n } ticked
}
ui-ticked-elsewhere = { $ticked }, { $n } of them not in the list
ui-timeline = Timeline · { $story }
ui-timeline-gap = { $n ->
    [one] { $n } day later
   *[other] { $n } days later
}
ui-timeline-head = { $texts } · no day is known: nobody can tell who was first
ui-timeline-head-day = { $texts } · { $day } · + what a text is the first to say, = perhaps
ui-timeline-head-days = { $texts } · { $first } – { $last } · + what a text is the first to say, = perhaps
ui-timeline-more = { $n ->
    [one] + { $n } more ({ KEY("focus-right") })
   *[other] + { $n } more ({ KEY("focus-right") })
}
ui-timeline-not-compared = not compared
ui-timeline-nothing-new = nothing new
ui-timeline-same-facts = same facts, same day
ui-to-know = to know
ui-tour = Tour
ui-unsaved = Verdicts not saved, kept in memory: { $reason }
ui-one-to-many = A { $report } against the others
ui-one-to-many-common = common A  B
ui-one-to-many-figures = figures
ui-one-to-many-only-a = only A
ui-one-to-many-only-b = only B
ui-one-to-many-quotes = quotes
ui-plots = Plots
ui-working = working it out…
ui-yes = yes

## reasons

reason-exists = it is there already
reason-folder = it is a folder
reason-no-permission = permission denied
reason-not-found = no such file or folder

## opening

open-again-for = The address leads to { $host }, which is not known as the outlet's own; the same key again opens { $url }
open-opened = Opened: { $url }
open-web-only = Only addresses of the web are opened.

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
keys-command-context = “{ $name }” is not a context of keys{ $meant }; the command has no key there.
keys-command-key = “{ $part }” of the command “{ $command }” is not a key{ $meant }; it was ignored.
keys-command-none = a key of the command “{ $command }” is empty; it was ignored.
keys-command-overlay = “{ $command }” can have no key in [keys.{ $context }], which lies over the screen; it has none there.
keys-context = [keys.{ $name }] is not a context{ $meant }; it was ignored.
keys-contexts = Contexts are { $list }.
keys-hides = { $keys } in [keys.{ $context }] hides { $longer }, which can no longer be typed.
keys-idle = `{ $action }` does nothing in [keys.{ $context }], where it is bound to { $keys }.
keys-idle-contexts = It works in { $list }.
keys-key = “{ $part }” in [keys.{ $context }] is not a key{ $meant }; the binding was ignored.
keys-none = a binding in [keys.{ $context }] has no keys; it was ignored.
keys-twice = { $keys } in [keys.{ $context }] is bound already; the command “{ $command }” does not get it.
keys-unbind = An empty list of actions unbinds keys.
setting-cache = What is known of a corpus is kept in the cache folder, for the next start; kiosque cache says where and removes it. false keeps nothing.
setting-command = Your own commands: a program with its arguments, run on what is at hand, without a shell. They are listed by g! and in the palette. Fields: path, paths, place, line, title, source, date, url, id, language, selection. See the manual.
setting-entities = Names you care about, by kind: "person", "place", "organisation" or "misc". They come before the built-in lists.
setting-export-folder = Folder of exported files; "" is the current folder.
setting-export-templates = Your own templates, by name: see the manual.
setting-focus-line = Light the row a third down the article, for eyes that lose it.
setting-footnotes = Tell what was taken out below the text, with numbers in its place.
setting-hints = Footer hints: "always", "learn" (hints you use give way to others) or "off".
setting-hyphens = Part words at the end of a row, in French and English.
setting-journal-path = Where verdicts are kept; "" is the data folder. A file in a shared folder is read and written by several people at once.
setting-journal-url = A desk: a PostgreSQL database through which the journals of several people are one. The file stays, and is what counts while the desk is away. A password belongs into PGPASSWORD. For a kiosque built with the feature postgres.
setting-justified = Make rows of prose end where the column does.
setting-keymap = The keys of the program: "vim" or "emacs"; those of [keys] stand over them.
setting-keys = Keys: an action, or several, for a key or a sequence of keys; [] unbinds.
setting-lang = Language of the interface: "auto" (from the locale) or a code: "en", "fr", or that of a file in the folder words beside this one: "de" is words/de.ftl.
setting-links = Tell the terminal where addresses stand (OSC 8), so that it opens them; the oldest terminals are never told.
setting-menu-delay = Milliseconds before the menu of a prefix key opens; 0 at once, -1 never.
setting-mouse = The mouse: wheel and clicks. false gives it back to the terminal.
setting-name = The name under your verdicts and notes; "" takes the user name.
setting-rule = Rules, which `kiosque journal --rules --apply PATH…` carries out: what the query finds gets a tag, a state or a mark. Without --apply it says what they would do and changes nothing.
setting-search-layers = Layers that `kiosque search` searches without --in: "text", "titles", "comments", "removed".
setting-search-smart-accents = true: a letter typed with an accent asks for that accent.
setting-theme = "auto" (from the terminal's background), the name of a built-in theme (kiosque --help lists them), or that of a file in the folder themes beside this one: "mine" is themes/mine.toml.
setting-triage-after = After a verdict: "stay", "next" or "next-unread".
setting-triage-queue = The filter of the queue when it opens: what is left to read or judge; "" shows everything.
setting-triage-read-on-open = Opening an article marks it as read; in the queue, going on from it does.
setting-width = Columns of text in the article, 30 to 200.
settings-a-kind-of-name = a kind of name
settings-a-part-of-a-binding = a part of a binding
settings-a-part-of-a-command = a part of a command
settings-a-part-of-a-rule = a part of a rule
settings-a-setting = a setting
settings-binding-without-actions = a binding without `actions` is ignored.
settings-command-argument = the command is ignored: { $why }
settings-command-field-for-program = the program of a command cannot be a field; it is ignored.
settings-command-field-in-code = a field in { $code } would be read as a part of a program, and the command is ignored; give it behind: run = ["sh", "-c", "… \"$1\"", "sh", "{"{"}title{"}"}"]
settings-command-without-program = a command needs a `name` and, in `run`, a program; it is ignored.
settings-file-head = kiosque settings. Every line below is the default; copy what you change. Unknown or wrong lines are said and skipped; nothing here can stop the program.
settings-line-skipped = { $why }; the line was skipped.
settings-rule-query = the query of the rule cannot be read: { $why }
settings-rule-without-query = a rule without a `query` is ignored.
settings-schema-title = Settings of kiosque
settings-unknown = `{ $name }` is not { $what }{ $meant }; the line is ignored.
settings-wanted-boolean = true or false
settings-wanted-commands = written as [[command]]
settings-wanted-database = an address such as postgres://NAME@HOST/DATABASE
settings-wanted-number = a number from { $from } to { $to }
settings-wanted-one-of = one of { $list }{ $meant }
settings-wanted-query = a query ({ $why })
settings-wanted-rules = written as [[rule]]
settings-wanted-state = to_read, follow, keep, drop or done
settings-wanted-table = a table
settings-wanted-text = a text in quotation marks
settings-wanted-texts = a text or a list of texts
settings-word-ignored = `{ $word }` in `{ $key }` is none of { $list }{ $meant }; it is ignored.
settings-wrong = `{ $key }` has to be { $wanted }; it is not taken.
theme-a-part = a part of a theme
theme-a-part-of-the-page = a part of the page
theme-a-role = a role of a theme
theme-called-auto = a theme cannot be called `{ $name }`; the file is ignored.
theme-look = `{ $word }` in `{ $role }` is neither a colour nor an attribute{ $meant }; the look is ignored.
theme-roles-missing = no look for { $list }: drawn as text. A line such as `like = "dark"` takes the others from that theme.
theme-unreadable = could not be read: { $why }
theme-wanted-colour = a colour such as "#56b4e9" or "bright-blue"{ $meant }
words-broken = cannot be read: { $found }; there is no language `{ $code }` until it is mended.
words-carried = the program has a language `{ $code }` of its own; the file is ignored.
words-no-code = `{ $name }` is not a language code such as de or pt-BR; the file is ignored.
words-unreadable = could not be read: { $why }

## cli

cli-about = Read, compare and judge a pile of news coverage
cli-after-help =
    Examples:
      kiosque                       opens the sample corpus
      kiosque press/ more.jsonl     opens files and folders
      kiosque demo                  the sample corpus with a short tour, leaves no trace
      kiosque compare --format md a.txt b.txt
      kiosque search 'source:"Le Littoral" ferry -grève' press/

    Exit codes, the same for every command and format: 0 done, also when the reader
    of the output has gone; 1 nothing found, or differences with --exit-code;
    2 wrong usage or failure; 3 done, but some inputs could not be read or looked at in full;
    130 interrupted.
    Options may stand before or after the command.
    The program uses the network only where you name an address or a database.
cli-argument-missing = Missing: { $arguments }
cli-argument-twice = { $argument } cannot be given twice
cli-arguments-conflict = { $argument } cannot be used together with { $other }
cli-at = { $place }: { $sentence }
cli-brief-about = What was reported since a day, story by story, with what differs and who alone says what
cli-brief-alone = only { $source }: { $fact }
cli-brief-differs = A { $a }, B { $b }: { $difference }
cli-brief-fact = { $fact } ({ $reports ->
    [one] { $reports } report
   *[other] { $reports } reports
}; { $origins })
cli-brief-since = Stories with a report from this day on, as 2024-06-19
cli-brief-undated = { $n ->
    [one] { $n } story of which no article has a known day is left out; without --since it is given.
   *[other] { $n } stories of which no article has a known day are left out; without --since they are given.
}
cli-cache-about = Says where what is known of each corpus is kept, and removes it
cli-cache-clear = Removes it; every corpus is read again at its next start
cli-cache-corpora = { $n ->
    [one] { $n } corpus
   *[other] { $n } corpora
}, { $size } MB
cli-cache-in-use = { $path }: { $n } kept, as a running kiosque writes there
cli-cache-not-removed = { $path }: could not be removed: { $reason }
cli-cache-removed = { $path }: { $n } removed
cli-cache-size = { $path }: { $summary }
cli-behind-dashes = behind -- a word may begin with a dash: -- { $argument }
cli-choices = possible values: { $values }
cli-clean-about = Label every line of an article and print its body and its claims
cli-clean-batch = Clean every file of IN into OUT, as NAME.json
cli-clean-explain = Print what was taken out and why, block by block
cli-clean-file = File to clean, or - for standard input
cli-clean-format = Print labels and claims as JSON, or the body as text
cli-clean-kept = kept { $kept } of { $words } ({ $percent }%)
cli-clean-line = line { $line }
cli-clean-lines = lines { $from }-{ $to }
cli-clean-taken-out = taken out: { $lines }, { $kind }, { $words }, { $reason } ({ $rule })
cli-compare-a = First article: a file, or one of it as list names it (night.jsonl#3)
cli-compare-about = Compare two articles: passages, quotations, figures, names, findings
cli-compare-accents = Let accents differ
cli-compare-another-event = another
cli-compare-b = Second article; of several, each is set against the first in figures
cli-compare-case = Let upper and lower case differ
cli-compare-differs = differs
cli-compare-event = event
cli-compare-exit-code = Exits with 1 when something differs, in every format
cli-compare-figures-differ = figures ≠
cli-compare-floor = Keep undecided pairs from this confidence on, 0 for all that were looked at; text lists the likely ones among them, JSON all
cli-compare-identical = identical
cli-compare-long-about =
    Compare two articles: shared passages in any order, quotations, figures, names and findings.

    Exit code: 0 when the comparison is made, 2 when an article cannot be read. With --exit-code, 1 when something differs, whatever the format.
cli-compare-near = near
cli-compare-only-a = only A
cli-compare-only-b = only B
cli-compare-paraphrase = paraphrase
cli-compare-passage = { $kind } ({ $score }: { $reasons })
cli-compare-passage-unexplained = { $kind } ({ $score }: the words as a whole)
cli-compare-perhaps-at = perhaps { $side } ¶{ $number }
cli-compare-quotes-differ = quotes ≠
cli-compare-quotes-same = quotes =
cli-compare-shared-a = shared of A
cli-compare-shared-b = shared of B
cli-compare-shares = { $a }% of A and { $b }% of B have a counterpart; { $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
}, { $formulas ->
    [one] { $formulas } formula
   *[other] { $formulas } formulas
} not counted.
cli-compare-typography = Let quotation marks, apostrophes, dashes and spaces differ
cli-compare-undecided = { $n ->
    [one] { $n } possible link
   *[other] { $n } possible links
} below the bar.
cli-compare-versions = Versions of one article: A { $a }, B { $b }
cli-completions-about = Prints completions for a shell
cli-completions-shell = The shell
cli-config = Reads settings from FILE
cli-config-about = Shows the settings in force, their defaults, their schema, or what is wrong with the settings file
cli-config-check = Says what is wrong with settings, keys and themes; exit code 1 when something is
cli-config-default = Prints a settings file with every default explained
cli-config-fine = { $file }: fine
cli-config-none = { $file }: there is no settings file; the defaults are used
cli-config-schema = Prints the JSON schema of the settings file, for editors that check while one types
cli-default = default: { $value }
cli-demo-about = Opens the sample corpus with a short tour; leaves no trace
cli-demo-name = tour
cli-desk-about = Says how the journal and the desk stand; makes a desk
cli-desk-editor = editor
cli-desk-failed = { $desk }: the desk cannot be worked with: { $reason }
cli-desk-init = Makes the tables and the roles kiosque_reader and kiosque_editor; where they are, nothing changes
cli-desk-no-address = --url wants an address such as postgres://NAME@HOST/DATABASE
cli-desk-none = there is no desk: name one by [journal] url in the settings, or by --url
cli-desk-reader = reader
cli-desk-ready = { $desk }: ready
cli-desk-schema = Prints the SQL that --init runs, for an administrator
cli-desk-stock = { $desk }: { $role }; { $here } here, { $not_there } of them not there, { $not_here } there and not here
cli-desk-sync = Brings the journal and the desk together, once
cli-desk-synchronised = { $desk }: { $sent } sent, { $received } received, { $unsent } not taken
cli-desk-url = Another desk than that of the settings
cli-doctor-about = Says versions, folders and what is wrong with them
cli-doctor-built-in = built in
cli-doctor-by-default = default
cli-doctor-cache = cache
cli-doctor-catalogue = catalogue
cli-doctor-data = data
cli-doctor-entries = verdicts
cli-doctor-head = kiosque { $version } ({ $system }; { $features })
cli-doctor-journal = journal
cli-doctor-not-kept = not kept, the settings say
cli-doctor-not-yet = not there yet
cli-doctor-noted = { $value }  — { $note }
cli-doctor-read-only = cannot be written
cli-doctor-settings = settings
cli-doctor-state = state
cli-doctor-theme = theme
cli-doctor-verdicts = { $entries }, as { $person }
cli-entities-about = Print names, dates and quotations as JSON; offsets are Unicode scalars of the decoded file
cli-entities-corpus = One JSON line for each document of all paths
cli-entities-explain = Add to each mention and form why it is one
cli-entities-failed = Nothing could be found in it because of an internal error; it was left out.
cli-entities-more = only the first article is printed; --corpus prints all, one a line
cli-entities-model-only = Leave out what the rules know about the whole document
cli-export-about = Writes articles, titles, notes or citations for other programs
cli-export-exists = { $path }: it exists already; name another file or say --force
cli-export-force = Replaces FILE when it exists
cli-export-output = Writes to FILE, which must not exist yet
cli-export-query = Only articles that answer QUERY
cli-export-template = A template of the settings, or text with {"{"}title{"}"} {"{"}source{"}"} {"{"}date{"}"} {"{"}url{"}"} {"{"}text{"}"} … in it
cli-export-two = a comparison takes two articles; { $n ->
    [one] { $n } was found
   *[other] { $n } were found
}
cli-export-what = What to write; citations are the sentences that --query finds, comparison is the sheet of two articles
cli-facets-about = Count the articles of each outlet, day, month, name or story
cli-facets-after-help = Of all of an archive the servers count what they hold, by what was found when it was brought in, and what you corrected is put right. With --filter, and by story, articles are pulled and counted here, --pull of them at most. A month that does not answer is named, and exit code 3 says that the counts are not all.
cli-facets-by = What is counted: outlets, days or months of publication, names as each article has them, or stories
cli-facets-left = { $n ->
    [one] … and { $n } more value
   *[other] … and { $n } more values
}
cli-facets-limit = Values at most ({ $n } in text on a terminal, where nothing is said)
cli-facets-none = —
cli-format = How to print
cli-frame-about = Draws one screen as text or SVG, after some keys
cli-frame-keys = Keys to press, such as 'jj<enter>c' or ':<esc>'
cli-frame-legend = Adds the looks of the cells to the text
cli-frame-not-a-key = { $key } is not a key; write keys as in 'jj<enter><c-p>'
cli-frame-not-a-size = a size is written 120x40, from 1x1 to { $most }x{ $most }
cli-frame-output = Writes to FILE; .svg draws a picture. Without it, text goes to standard output
cli-frame-size = Columns and rows
cli-frame-step = Draw a frame after each key, each shown for N milliseconds: a picture that moves (SVG)
cli-frame-step-is-svg = --step makes a picture that moves, which needs an output whose name ends in .svg
cli-heading-arguments = Arguments
cli-heading-commands = Commands
cli-heading-options = Options
cli-heading-surroundings = Surroundings
cli-heading-usage = Usage:
cli-help-about = Prints the help of a command
cli-help-command = The command; without it, the help of the program
cli-help-flag = Prints this help
cli-import-about = Brings files into an archive: articles of many years in a PostgreSQL database
cli-import-after-help =
    The tables are made where there are none. Each file is brought in by one worker; run the same command on other machines that see the same files, or without
    PATH for what was named before, and they share the work. After an interruption run it again: it goes on from there, and no text comes in twice.
cli-import-archive = The archive, such as postgres://NAME@HOST/DATABASE; the password: PGPASSWORD
cli-import-done = { $archive }: { $read } read, { $new } new
cli-import-failed = { $archive }: the archive cannot be worked with: { $reason }. What came in stays; the same command goes on from there
cli-import-left = { $n ->
    [one] { $n } file is left: another worker has it, or it cannot be read here
   *[other] { $n } files are left: other workers have them, or they cannot be read here
}
cli-import-no-archive = name the archive first, such as postgres://NAME@HOST/DATABASE
cli-import-schema = Prints the SQL that makes the tables, for an administrator
cli-import-workers = How many files are read at once; as many as there are cores without it
cli-index-about = Reads a corpus and makes its full-text index, in the cache folder
cli-index-after-help = Searches and the interface use the index from then on; kiosque cache --clear removes it.
cli-index-done = { $articles }, { $held } in the index ({ $size } MB)
cli-index-not-kept = the catalogue of these paths is not for this run to write: another kiosque has it open, or the settings keep none
cli-journal-about = Lists what was done to articles, newest last; checks, merges and compacts the journal
cli-journal-apply = With --rules: does it, one entry a rule
cli-journal-check = Says which lines cannot be read; exit code 3 when there are any
cli-journal-checked = { $path }: { $entries } by { $people ->
    [one] { $people } person
   *[other] { $people } people
}, { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
} that cannot be read
cli-journal-compact = Writes the journal anew: in order, without repeated or damaged lines
cli-journal-compacted = { $entries } kept, { $repeated ->
    [one] { $repeated } repeated line
   *[other] { $repeated } repeated lines
} left out, { $torn ->
    [one] { $torn } damaged line
   *[other] { $torn } damaged lines
} set aside, { $foreign ->
    [one] { $foreign } line of another version
   *[other] { $foreign } lines of other versions
} kept
cli-journal-limit = Lists only the last N entries
cli-journal-links = Prints what you decided of the links of comparisons of the articles of PATH… (go together, no counterpart), to learn from: gold, the links, or texts, what they are about; both are read by kiosque-train links --set NAME GOLD TEXTS WEIGHT
cli-journal-merge = Takes in the entries of another journal; twice is the same as once
cli-journal-merged = { $path }: { $entries } taken in, { $known } known
cli-journal-rule = { $rule }: { $found } found, { $changed } changed, { $spared } spared  { $does }
cli-journal-rules = Says what the rules of the settings would do to the articles of PATH…; changes nothing
cli-journal-unreadable = { $path }: the journal could not be read: { $reason }
cli-journal-unsaved = { $path }: { $entries } not saved: { $reason }
cli-lang = The language to speak
cli-list-about = Lists the articles of files, folders and archives with what is claimed about them
cli-list-filter = Only the articles that answer QUERY, as the list of the interface filters
cli-load-archive-alone = { $archive } is an archive, which is asked alone
cli-load-deadline = How long a month on another server is waited for; 10 seconds without it
cli-load-fields = Says which fields of JSON and CSV records are which, such as title=titre,text=contenu
cli-load-files-from = Reads more paths from FILE, one per line or separated by NUL; - for standard input
cli-load-no-archive = { $archive } is an archive; list, search and the interface ask it, this command reads files
cli-load-no-path = no path was given; name files or folders, or - for standard input
cli-load-paths = Files, folders and archives; - for standard input
cli-keys-about = Prints the keys of every place in the program, as they are bound now
cli-keys-format = How to print
cli-man-about = Prints a manual page (roff): kiosque man | man -l -
cli-man-command = The command whose page it is; without one, the page of the program and its keys
cli-man-description = DESCRIPTION
cli-man-extra = EXAMPLES
cli-man-keys = KEYS
cli-man-name = NAME
cli-man-palette = (palette)
cli-man-synopsis = SYNOPSIS
cli-man-unknown = There is no command '{ $name }'; there are: { $known }
cli-man-version = VERSION
cli-matrix-about = Who says what: the facts of one story against its texts, with independent origins
cli-matrix-alone = Only facts that one text alone has
cli-matrix-differing = Only facts that reports give differently
cli-matrix-long-about =
    Who says what: the facts of one story against its texts, with independent origins.

    A text that several outlets print is one column and one origin.
cli-matrix-most = more texts ({ $n }) than are compared: only the first { $most }; --story names a story
cli-matrix-no-story = no story of what is given is called { $story }; kiosque stories lists them
cli-matrix-read = more articles ({ $n }) than are read of a story: only the first { $read }
cli-matrix-story = Only the story of this identity, else the largest one with these words in its title
cli-matrix-no-outlet = { $outlet }: no text of this story is of that outlet.
cli-matrix-omitted = Only facts that the text of OUTLET does not have; a number counts columns from 1
cli-matrix-order = Facts of most origins first, as they became known, or as the first report tells them
cli-meant = Did you mean { $word }?
cli-mistyped = '{ $word }' is neither a command nor a file or folder here; did you mean '{ $meant }'? kiosque --help lists the commands
cli-name = The name under new verdicts and notes
cli-names-own-name = --name says who you are, under verdicts and notes; the page of a name is --of NAME.
cli-names-about = Names over all articles, merged, with their spellings and reasons; or the page of one name
cli-names-about-it = about:
cli-names-format = How to print; JSON Lines for all names, one object for a page; plot and svg draw where NAME stands
cli-names-heading = { $name } ({ $kind }): { $mentions ->
    [one] { $mentions } mention
   *[other] { $mentions } mentions
}, { $articles }
cli-names-none = No name “{ $name }” in these articles; kiosque names lists them.
cli-names-of = The page of one name: spellings, roles, days, companions, quotations, mentions
cli-names-parted = parted
cli-names-plot-of = a plot is that of one name: --of NAME
cli-names-quotations = Only what NAME says, each quotation once, with the articles that print it and the doubt about who speaks
cli-names-quotations-format = { $format } is a format of quotations: --of NAME --quotations
cli-names-quotations-of = quotations are those of a name: --of NAME
cli-names-quotations-plot = quotations are not drawn: --format text, md, csv, html, json or jsonl
cli-names-says = says:
cli-no-article = { $path }: no article could be read there.
cli-no-such-command = there is no command '{ $name }'; kiosque --help lists them
cli-no-theme = there is no theme called { $name }{ $meant }; there are { $list }
cli-not-a-day = write a day such as 2024-06-19
cli-not-a-number = write a whole number, { $least } or more
cli-not-a-score = write a number from 0 to 1
cli-not-a-time = write a day such as 2026-11-21 or a time such as 2026-11-21T08:00
cli-not-utf8 = an argument is not UTF-8
cli-more-remarks = { $n ->
    [one] and { $n } more remark on a file, not told here
   *[other] and { $n } more remarks on files, not told here
}
cli-notes-of-what = kiosque notes PATH… names the articles in the place of their keys
cli-notes-about = Lists notes with their passages; with articles named, says where the passages stand now
cli-notes-format = How to print; md, csv and html need articles
cli-notes-lost = « { $quote } »  (not found)
cli-notes-need-articles = md, csv and html print notes beside their articles; name the articles, or choose text or json
cli-notes-passage = « { $quote } »
cli-nothing-there = no article was found there.
cli-now = Takes TIME (2026-11-21 or 2026-11-21T08:00) for the present, in UTC
cli-one-text-again = the same text ×{ $n }: { $places }
cli-one-text = one text, but for some cuts ×{ $n }: { $places }
cli-open-dumb = this terminal cannot place text (TERM=dumb)
cli-open-instead = { $why }; kiosque list PATH… prints the articles, kiosque --help shows the other commands
cli-open-linear = Reads keys and names of actions as lines and prints plain lines, for screen readers and plain terminals
cli-open-missing = { $paths }: there { $n ->
    [one] is no such file or folder
   *[other] are no such files or folders
}. Check the path, or start kiosque without one for the sample corpus; kiosque --help lists the commands
cli-open-no-cache = Keeps nothing of the corpus for the next start, and uses nothing that was kept
cli-open-no-interface = this build has no interface; kiosque --help shows the headless commands
cli-open-no-terminal = standard output is not a terminal
cli-open-theme = Draws in this theme, built in or a file in the folder themes beside the settings; auto looks at the terminal and at NO_COLOR
cli-pick-about = Opens the interface to tick articles, and prints those ticked when it is left
cli-pick-format = How to print what was ticked: names that every command takes, or the objects of list
cli-pick-null = Ends every name with NUL, for xargs -0 and names with line ends
cli-pick-after-help = Space ticks, q ends and prints, Ctrl-c ends and prints nothing (130). Nothing
    ticked is 1.
cli-pick-no-terminal = there is no terminal to tick articles on: standard output is none, and this process belongs to none (/dev/tty)

    Examples:
      kiosque pick night/ | xargs -d '\n' kiosque export --format md
      kiosque pick -0 night/ | xargs -0 cp -t keep/
cli-output-lost = the output could not be written: { $reason }
cli-load-pull = How many articles are pulled out of an archive at most; { $most } without it
cli-percent = { $share }%
cli-prepare-about = Prints every article cleaned, with its claims and names, as one line of JSON: for programs that keep many
cli-progress-analysing = names and facts: { $done } of { $articles }
cli-progress-cleaning = cleaning: file { $done } of { $files }
cli-progress-comparing = comparisons: { $done } of { $all }
cli-progress-files = reading: file { $file } of { $files }, { $articles }
cli-progress-importing = archive: { $done } of { $files } done, { $articles } read here
cli-progress-indexing = index of words: { $done } of { $articles }
cli-progress-reading = reading: { $files ->
    [one] { $files } file
   *[other] { $files } files
}, { $articles }
cli-sample-corpus = sample corpus
cli-search-about = Finds words, phrases and fields in articles; exact on folded text
cli-search-after-help =
    Examples:
      kiosque search 'vente d’armes' DIR
      kiosque search 'choigou -lavrov date:2023-09' DIR
      kiosque search --terms names.txt --format csv DIR

    Queries: word "a phrase" -word prefix* typo~1 /regex/ a OR b (…)
      source: title: author: agency: entity: date: lang: state: tag: note: path: is:
cli-search-best = printed: the best { $n } (all: --limit { $all })
cli-search-found = { $exact } exact, { $near } near, in { $articles }
cli-search-in = Searches these layers: text, titles, comments, removed, all
cli-search-limit = Prints the best N articles; all are counted (20 on a terminal, all in a pipe)
cli-search-meant = did you mean “{ $query }” ({ $hits })?
cli-search-more = { $n ->
    [one] { $n } more place that is not printed
   *[other] { $n } more places that are not printed
}
cli-search-no-layer = the layers are text, titles, comments, removed, all
cli-search-no-query = no query was given; see kiosque search --help
cli-search-no-terms = { $path }: there is no query in it
cli-search-not-searched = { $n } more in { $layer }, which was not searched (--in { $name })
cli-search-query = What to find; not given with --terms
cli-saved-about = Lists the searches that you keep
cli-search-saved = Asks the search that you keep under this NAME, in the place of QUERY
cli-search-terms = Reads one query a line from FILE and prints a table
cli-show-about = Prints articles: cleaned, with every line marked, or as they are
cli-show-all-kept = no line taken out
cli-show-kept = [{ $words } in the body, { $percent }% kept; { $lines }]
cli-show-kind = { $kind } { $n }
cli-show-taken-out = lines taken out: { $kinds }
cli-show-view = The article alone, every line with its kind, or the text as it was decoded
cli-show-width = Longest row of the clean view
cli-state-dir = Keeps verdicts, sessions and caches in DIR
cli-stories-about = Group articles into stories and name near-duplicates, with the reason of each membership
cli-stories-count = { $n ->
    [one] { $n } story
   *[other] { $n } stories
} of several articles, { $articles } alone.
cli-stories-day = { $title } ({ $day }, { $articles })
cli-stories-days = { $title } ({ $first } to { $last }, { $articles })
cli-stories-member = { $article }: { $reason }
cli-stories-near = near, outside: { $article }: { $reason }
cli-stories-undated = { $title } ({ $articles })
cli-table-format = How to print; plot and svg draw what the table counts
cli-timeline-about = The reports of one story in order of time: what each is the first to say, whom it names
cli-timeline-days = The days that the reports tell of instead, each with its sentence
cli-try-help = For more, try --help.
cli-unknown-argument = '{ $argument }' is not an option of this command
cli-unreadable = { $path }: could not be read: { $reason }
cli-unwritable = { $path }: could not be written: { $reason }
cli-value-columns = COLUMNS
cli-value-command = COMMAND
cli-value-date = DATE
cli-value-dir = DIR
cli-value-fields = ROLE=FIELD,…
cli-value-file = FILE
cli-value-from = IN
cli-value-keys = KEYS
cli-value-lang = LANG
cli-value-layer = LAYER,…
cli-value-missing = { $argument } needs a value
cli-value-n = N
cli-value-name = NAME
cli-value-options = OPTIONS
cli-value-outlet = OUTLET
cli-value-path = PATH
cli-value-query = QUERY
cli-value-refused = '{ $value }' is no value for { $argument }: { $reason }
cli-value-score = SCORE
cli-value-seconds = SECONDS
cli-value-shell = SHELL
cli-value-size = WxH
cli-value-template = TEMPLATE
cli-value-theme = THEME
cli-value-time = TIME
cli-value-to = OUT
cli-value-too-many = '{ $value }' is one value too many for { $argument }
cli-value-wrong = '{ $value }' is no value for { $argument }
cli-values-count = { $argument } needs more values
cli-version-flag = Prints the version
ingest-xml-cut = breaks off; what was there was read.
ingest-xml-full = { $n ->
    [one] has more than { $n } element; what stands behind it was not read.
   *[other] has more than { $n } elements; what stands behind them was not read.
}
ingest-xml-mended = { $n ->
    [one] has { $n } fault in its XML, which was mended.
   *[other] has { $n } faults in its XML, which were mended.
}
cli-versions-about = Tells what was changed at an address between its versions
cli-versions-after-help = Versions are articles of one address, or items with one identifier of an agency, with another headline or body, such as kiosque watch keeps.
cli-versions-at = { $place } ({ $hour } UTC)
cli-versions-change = { $a } → { $b }
cli-versions-headline = headline: { $a } → { $b }
cli-versions-judged = changed since it was judged ({ $state }: { $document })
cli-versions-of = Only the article of this address or file
cli-versions-same = Nothing that a comparison tells is different.
cli-versions-silent = the later version does not say that it was changed
cli-versions-title = { $title }  { $address }  { $n ->
    [one] { $n } version
   *[other] { $n } versions
}
cli-watch-about = Follows feeds, sitemaps and pages by their addresses, into a folder
cli-watch-after-help =
    Each article is kept as it came (WARC), in a folder that kiosque opens like any other; one that is changed later is
    kept again beside it. Nothing is fetched but from addresses that you name and those that they name.
cli-watch-every = How often each address is asked: 10m, 1h, 1d
cli-watch-into = The folder to fetch into; without it one beside the journal
cli-watch-list = Prints what is followed, and fetches nothing
cli-watch-list-row = { $address }: { $state }
cli-watch-no-list = { $path } is neither a folder nor a list of feeds (OPML).
cli-watch-no-time = no time such as 10m, 1h or 1d, between a minute and 30 days
cli-watch-nothing = Name an address, a list of feeds (OPML) or a folder into which you fetched before.
cli-watch-once = Asks each address once, and ends
cli-watch-opml = Prints what is followed as OPML, and fetches nothing
cli-watch-refused = not for robots  { $address }
cli-watch-same = nothing new  { $address }
cli-watch-several-folders = Name one folder, in --into or as a path.
cli-watch-state-asked = asked { $asked }, next { $next }
cli-watch-state-fault = { $fault } Next { $next }
cli-watch-state-new = not asked yet
cli-watch-stop = Follows this address no longer; what it gave is kept
cli-watch-stop-unknown = { $address } is not followed.
cli-watch-sources = Addresses, lists of feeds (OPML) or a folder into which you fetched before
cli-watch-listed = { $n ->
    [one] { $n } new address  { $address }
   *[other] { $n } new addresses  { $address }
}
cli-watch-new = new  { $address }  { $file }
cli-watch-version = changed  { $address }  { $file }
cli-value-address = ADDRESS

## the way back

way-list = list
way-article = article
way-names = names
way-queue = queue
way-comparison = comparison
way-results = results { $query }
way-notes = notes
way-journal = journal
way-board = board
way-name = name
way-matrix = who says what
way-timeline = timeline
results-last-hit = That was the last hit; { KEY("dismiss") } goes back to the results.
results-first-hit = That was the first hit; { KEY("dismiss") } goes back to the results.
quit-unsaved = verdicts are not on disk
quit-handing = an export is running
quit-draft = a note that was begun is not kept
quit-asks = Quit? { $loss }; once more ({ $key }) quits all the same.
quit-running = a command of yours is running
note-put-by = Note put by: begun again on the same thing, it is there.
unread-none-left = Nothing left to read: everything is read or judged.
context-settings = Settings
action-settings = settings: see and change them
action-next-value = next value
action-previous-value = previous value
action-reset-setting = back to the default
action-edit-settings = open the settings file
synonyms-settings = réglages préférences configuration thème couleurs langue largeur settings preferences theme width language
hint-change = change
hint-default = default
ui-ask-setting = { $key }:
settings-by-default = default
settings-by-option = option
settings-by-now = this time
settings-of-line = line { $line }
settings-default = default: { $value }
settings-no-tables = none
settings-tables = { $n } in the file
settings-later = counts from the next start
settings-in-file-only = is changed in the file ({ KEY("edit-settings") })
settings-no-file = Nothing is kept here: there is no file.
settings-kept = { $now } · kept
settings-kept-for-later = { $now } · kept, counts from the next start
settings-not-kept = { $now } · for this time: nothing is kept here
settings-file-broken = the settings file is no TOML that can be read: { $why }
settings-file-refused = { $file } was not written: { $why }
table-named = names: { $names }
settings-refused = Nothing was changed: { $why }
cli-word-too-many = “{ $word }” is one word too many: this command takes no path and no word here
action-call-name = rename everywhere
synonyms-call-name = renommer nom appeler rename call
ui-ask-called = is called:
triage-called = “{ $name }” is called “{ $called }”
name-called = “{ $name }” is called “{ $called }” everywhere — { KEY("undo") } undoes
name-called-again = “{ $name }” again — { KEY("undo") } undoes
ui-compare-also-doubtful = { $n ->
    [one] and { $n } place to be looked up (≠?)
   *[other] and { $n } places to be looked up (≠?)
}
