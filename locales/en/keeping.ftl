### How long we keep our own cases, and letting them go.

keeping-title = How long the case is kept
keeping-open = The time is counted from the day the last request is closed.
keeping-until =
    { $n ->
        [one] Kept until { $date }: one month after it was closed on { $day }. Ended as: { $outcome }.
       *[other] Kept until { $date }: { $n } months after it was closed on { $day }. Ended as: { $outcome }.
    }
keeping-until_bare = Kept until { $date }.
keeping-over = That day has passed. A privacy officer decides whether the case is erased.
keeping-longer = For the time being it is kept longer:
keeper-legal_hold = There is a legal hold on it
keeper-live_restriction = A restriction still applies
keeper-open_recipient_notice = A recipient has not been told yet
keeper-backup_follow_up = The backups have not been replaced yet
keeper-valid_link = A link to the answer still works
keeper-open_complaint = A complaint about it is open
hold-why = Why must the case be kept?
hold-lift-why = Why is the hold no longer needed?
hold-more = While the hold is on, the case is not erased, even when its time is up. Lift it when the reason is gone.
hold-since = Since { $day }, by { $user }
bin-title = The bin
bin-why = What makes you think it is spam?
bin-more = Suspected spam. Nobody is reminded of what lies in the bin, but its time runs on. After 14 days it can be deleted, if nobody asks for anything in it.
bin-out = The case comes back to the queue with the dates it always had.
bin-empty = The bin is empty.
bin-since = In the bin since
bin-from = Can be deleted from
bin-nobody_asks = I have read them, and nobody asks for anything in them
bin-purge = Delete the chosen ones for good
event-bin-do = Put it in the bin
event-bin-done = Put in the bin as suspected spam: { $reason }
event-bin-done_bare = Put in the bin as suspected spam
event-unbin-do = Take it out of the bin
event-unbin-done = Taken out of the bin
event-evidence_taken-done = The evidence of the case was taken out
did-bin = The case is in the bin
did-unbin = The case is out of the bin
did-legal_hold_on = The case is on legal hold
did-legal_hold_off = The legal hold is lifted
retention-tab = To erase
retention-title = Cases to erase
retention-more = Their time is up and nothing keeps them. Erasing a case destroys its key: then nobody can read it again, not even in a backup. The reference, the dates and the outcome stay.
retention-from = May be erased from
retention-choose = Choose { $reference }
retention-erase = Erase the chosen cases
retention-empty = No case waits to be erased
retention-kept = Kept all the same
retention-why = What keeps it
retention-unfinished =
    { $n ->
        [one] One erasure is being finished. Nobody can open the case any more.
       *[other] { $n } erasures are being finished. Nobody can open the cases any more.
    }
retention-erased =
    { $n ->
        [one] One case is erased
       *[other] { $n } cases are erased
    }
retention-left =
    { $n ->
        [one] One case stays as it was: something keeps it, or somebody was faster
       *[other] { $n } cases stay as they were: something keeps them, or somebody was faster
    }
error-retention-none = Choose at least one case
error-bin-unread = Read them first, and tick that nobody asks for anything in them
evidence-link = Evidence for the authority (ZIP)
