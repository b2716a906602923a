### Public holidays and customary closing days, as they stand inside a sentence.

holiday-dk-nytaarsdag = nytårsdag
holiday-dk-skaertorsdag = skærtorsdag
holiday-dk-langfredag = langfredag
holiday-dk-paaskedag = påskedag
holiday-dk-anden_paaskedag = 2. påskedag
holiday-dk-store_bededag = store bededag
holiday-dk-kristi_himmelfartsdag = Kristi himmelfartsdag
holiday-dk-pinsedag = pinsedag
holiday-dk-anden_pinsedag = 2. pinsedag
holiday-dk-juledag = juledag
holiday-dk-anden_juledag = 2. juledag
holiday-dk-grundlovsdag = grundlovsdag
holiday-dk-juleaftensdag = juleaftensdag
holiday-dk-nytaarsaftensdag = nytårsaftensdag

holiday-se-nyarsdagen = nytårsdag
holiday-se-trettondedag_jul = helligtrekongersdag
holiday-se-langfredagen = langfredag
holiday-se-paskdagen = påskedag
holiday-se-annandag_pask = 2. påskedag
holiday-se-forsta_maj = arbejdernes internationale kampdag
holiday-se-kristi_himmelsfardsdag = Kristi himmelfartsdag
holiday-se-pingstdagen = pinsedag
holiday-se-nationaldagen = Sveriges nationaldag
holiday-se-midsommardagen = midsommerdag
holiday-se-alla_helgons_dag = allehelgensdag
holiday-se-juldagen = juledag
holiday-se-annandag_jul = 2. juledag
holiday-se-midsommarafton = midsommeraftensdag
holiday-se-julafton = juleaftensdag
holiday-se-nyarsafton = nytårsaftensdag
