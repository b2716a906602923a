### Days, months, dates, times, lists and articles. Between day and month stands a hard space.

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun

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

date-long = { $weekday } { $day } { $month } { $year }
date-day = { $day } { $month } { $year }
date-table = { $weekday } { $day } { $month } { $year }
date-plate-weekday = { $weekday }
date-plate-day = { $day }
date-plate-month = { $month } { $year }
date-time = { $hour }:{ $minute }
date-range-month = { $day }–{ $day2 } { $month }
date-range-year = { $day } { $month } – { $day2 } { $month2 }
date-range-years = { $from } – { $to }
date-range-day = { $day } { $month }
list-and = { $rest } and { $last }

article-plain = Article { $number }
article-paragraph = ({ $number })
article-letter = ({ $letter })
article-brackets = ({ $article })
