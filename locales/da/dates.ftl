### Days, months, dates, times, lists and articles. Between day and month stands a hard space.

weekday-1 = mandag
weekday-2 = tirsdag
weekday-3 = onsdag
weekday-4 = torsdag
weekday-5 = fredag
weekday-6 = lørdag
weekday-7 = søndag

weekday-short-1 = man.
weekday-short-2 = tirs.
weekday-short-3 = ons.
weekday-short-4 = tors.
weekday-short-5 = fre.
weekday-short-6 = lør.
weekday-short-7 = søn.

month-1 = januar
month-2 = februar
month-3 = marts
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = august
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

month-short-1 = jan.
month-short-2 = feb.
month-short-3 = mar.
month-short-4 = apr.
month-short-5 = maj
month-short-6 = juni
month-short-7 = juli
month-short-8 = aug.
month-short-9 = sep.
month-short-10 = okt.
month-short-11 = nov.
month-short-12 = dec.

date-long = { $weekday } den { $day }. { $month } { $year }
date-day = { $day }. { $month } { $year }
date-table = { $weekday } { $day }. { $month } { $year }
date-plate-weekday = { $weekday } den
date-plate-day = { $day }.
date-plate-month = { $month } { $year }
date-time = kl. { $hour }.{ $minute }
date-range-month = { $day }.–{ $day2 }. { $month }
date-range-year = { $day }. { $month } – { $day2 }. { $month2 }
date-range-years = { $from } – { $to }
date-range-day = { $day }. { $month }
list-and = { $rest } og { $last }

article-plain = artikel { $number }
article-paragraph = stk. { $number }
article-letter = litra { $letter }
article-brackets = ({ $article })
