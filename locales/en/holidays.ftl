### Public holidays and customary closing days, as they stand inside a sentence.

holiday-dk-nytaarsdag = New Year’s Day
holiday-dk-skaertorsdag = Maundy Thursday
holiday-dk-langfredag = Good Friday
holiday-dk-paaskedag = Easter Sunday
holiday-dk-anden_paaskedag = Easter Monday
holiday-dk-store_bededag = Great Prayer Day
holiday-dk-kristi_himmelfartsdag = Ascension Day
holiday-dk-pinsedag = Whit Sunday
holiday-dk-anden_pinsedag = Whit Monday
holiday-dk-juledag = Christmas Day
holiday-dk-anden_juledag = Boxing Day
holiday-dk-grundlovsdag = Denmark’s Constitution Day
holiday-dk-juleaftensdag = Christmas Eve
holiday-dk-nytaarsaftensdag = New Year’s Eve

holiday-se-nyarsdagen = New Year’s Day
holiday-se-trettondedag_jul = Epiphany
holiday-se-langfredagen = Good Friday
holiday-se-paskdagen = Easter Sunday
holiday-se-annandag_pask = Easter Monday
holiday-se-forsta_maj = May Day
holiday-se-kristi_himmelsfardsdag = Ascension Day
holiday-se-pingstdagen = Whit Sunday
holiday-se-nationaldagen = Sweden’s National Day
holiday-se-midsommardagen = Midsummer’s Day
holiday-se-alla_helgons_dag = All Saints’ Day
holiday-se-juldagen = Christmas Day
holiday-se-annandag_jul = Boxing Day
holiday-se-midsommarafton = Midsummer’s Eve
holiday-se-julafton = Christmas Eve
holiday-se-nyarsafton = New Year’s Eve
