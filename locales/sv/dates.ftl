### Days, months, dates, times, lists and articles. Between day and month stands a hard space.

weekday-1 = måndag
weekday-2 = tisdag
weekday-3 = onsdag
weekday-4 = torsdag
weekday-5 = fredag
weekday-6 = lördag
weekday-7 = söndag

weekday-short-1 = mån
weekday-short-2 = tis
weekday-short-3 = ons
weekday-short-4 = tors
weekday-short-5 = fre
weekday-short-6 = lör
weekday-short-7 = sön

month-1 = januari
month-2 = februari
month-3 = mars
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = augusti
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

month-short-1 = jan
month-short-2 = feb
month-short-3 = mars
month-short-4 = apr
month-short-5 = maj
month-short-6 = juni
month-short-7 = juli
month-short-8 = aug
month-short-9 = sep
month-short-10 = okt
month-short-11 = nov
month-short-12 = dec

date-long = { $weekday } den { $day } { $month } { $year }
date-day = { $day } { $month } { $year }
date-table = { $weekday } { $day } { $month } { $year }
date-plate-weekday = { $weekday } den
date-plate-day = { $day }
date-plate-month = { $month } { $year }
date-time = kl. { $hour }.{ $minute }
date-range-month = { $day }–{ $day2 } { $month }
date-range-year = { $day } { $month }–{ $day2 } { $month2 }
date-range-years = { $from }–{ $to }
date-range-day = { $day } { $month }
list-and = { $rest } och { $last }

article-plain = artikel { $number }
article-paragraph = { $number }
article-letter = { $letter }
article-brackets = ({ $article })
