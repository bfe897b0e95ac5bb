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
clock-today = %H:%M
clock-this-year = %d.%m. %H:%M
clock-other-year = %d.%m.%y %H:%M

## words for things

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

## clean

## entity

## fact

## story

## search

## triage

## store

## job

## actions

## app

## shell

## ui

## term

## settings

## cli
