### En lägre nivå, godkänd av två.

accept-title = Godta en lägre nivå
accept-waits = En kollega föreslår att godta en lägre nivå
accept-levels = Nivå { $level } är nådd, { $needed } krävs
accept-lead = Bara när man inte kan begära mer av personen och ett misstag inte skulle skada någon nämnvärt. En annan person måste godta det. Det som lämnas ut kräver fortfarande en bevisad adress som ni redan har.
accept-by = Föreslaget av
accept-reason = Varför
accept-reason-hint = Vad ni vet om personen, varifrån, och vad som kan gå fel.
accept-ask = Föreslå det
accept-then = Om du godtar det räknas nivån som nådd. Det som lämnas ut kräver fortfarande en bevisad adress som ni redan har.
accept-alone = Du har själv föreslagit det. Det märks som godtaget av en enda person.
accept-do = Godta
accept-refuse = Godta inte
need-second_person = Du har själv föreslagit det. Någon annan måste godta det.

event-level_asked-done = Föreslaget att godta en lägre nivå: { $reason }
event-level_asked-done_bare = Föreslaget att godta en lägre nivå
event-level_accepted-done = Den lägre nivån godtogs av en annan person
event-level_accepted-done_single = Den lägre nivån godtogs av den som föreslog det
event-level_refused-done = Den lägre nivån godtogs inte
did-level_asked = Det är föreslaget. En kollega måste godta det
did-level_accepted = Nivån är godtagen
did-level_refused = Nivån är inte godtagen
