### Public holidays and customary closing days, as they stand inside a sentence.

holiday-dk-nytaarsdag = nyårsdagen
holiday-dk-skaertorsdag = skärtorsdagen
holiday-dk-langfredag = långfredagen
holiday-dk-paaskedag = påskdagen
holiday-dk-anden_paaskedag = annandag påsk
holiday-dk-store_bededag = stora bönedagen
holiday-dk-kristi_himmelfartsdag = Kristi himmelsfärdsdag
holiday-dk-pinsedag = pingstdagen
holiday-dk-anden_pinsedag = annandag pingst
holiday-dk-juledag = juldagen
holiday-dk-anden_juledag = annandag jul
holiday-dk-grundlovsdag = Danmarks grundlagsdag
holiday-dk-juleaftensdag = julafton
holiday-dk-nytaarsaftensdag = nyårsafton

holiday-se-nyarsdagen = nyårsdagen
holiday-se-trettondedag_jul = trettondedag jul
holiday-se-langfredagen = långfredagen
holiday-se-paskdagen = påskdagen
holiday-se-annandag_pask = annandag påsk
holiday-se-forsta_maj = första maj
holiday-se-kristi_himmelsfardsdag = Kristi himmelsfärdsdag
holiday-se-pingstdagen = pingstdagen
holiday-se-nationaldagen = Sveriges nationaldag
holiday-se-midsommardagen = midsommardagen
holiday-se-alla_helgons_dag = alla helgons dag
holiday-se-juldagen = juldagen
holiday-se-annandag_jul = annandag jul
holiday-se-midsommarafton = midsommarafton
holiday-se-julafton = julafton
holiday-se-nyarsafton = nyårsafton
