# The words of kiosque in French.

language-name = Français

## numbers and dates

number-group = {"\u202F"}
number-decimal = {","}
list-separator = {", "}
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
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
    [one] { $n } mot
   *[other] { $n } mots
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
