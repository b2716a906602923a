//! The tables, as diesel sees them. Kept equal to `migrations/` by a test on both databases.

diesel::table! {
    installation (name) {
        name -> Text,
        value -> Text,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    controllers (id) {
        id -> Text,
        slug -> Text,
        legal_name -> Text,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    staff (id) {
        id -> Text,
        email -> Text,
        name -> Text,
        roles -> Text,
        lang -> Text,
        status -> Text,
        password -> Nullable<Text>,
        totp -> Nullable<Binary>,
        totp_step -> BigInt,
        stamp -> BigInt,
        signed_in_at -> Nullable<Timestamp>,
        made_at -> Timestamp,
    }
}

diesel::table! {
    recovery_codes (staff_id, code_hash) {
        staff_id -> Text,
        code_hash -> Binary,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    invites (token_hash) {
        token_hash -> Binary,
        staff_id -> Text,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    sessions (token_hash) {
        token_hash -> Binary,
        staff_id -> Text,
        stamp -> BigInt,
        made_at -> Timestamp,
        seen_at -> Timestamp,
        fresh_at -> Timestamp,
        wrong_codes -> Integer,
    }
}

diesel::table! {
    failed_sign_ins (address) {
        address -> Binary,
        failures -> Integer,
        failed_at -> Timestamp,
    }
}

diesel::table! {
    counters (name, window_at) {
        name -> Binary,
        window_at -> Timestamp,
        hits -> BigInt,
    }
}

diesel::table! {
    drafts (cookie_hash) {
        cookie_hash -> Binary,
        sealed -> Binary,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    cases (id) {
        id -> Text,
        controller_id -> Text,
        reference -> Text,
        key_id -> Text,
        version -> BigInt,
        intake -> Text,
        lang -> Text,
        received_at -> Timestamp,
        received_on -> Date,
        level -> Integer,
        address_confirmed -> Bool,
        flags -> Text,
        representation -> Text,
        about_staff -> Nullable<Text>,
        unproven_match -> Bool,
        retention_on -> Nullable<Date>,
        erased -> Bool,
        unsure -> Bool,
        person -> Binary,
        words -> Binary,
        code_hash -> Binary,
        submission_key -> Nullable<Binary>,
        submission_hash -> Nullable<Binary>,
        made_at -> Timestamp,
    }
}

diesel::table! {
    requests (id) {
        id -> Text,
        case_id -> Text,
        right_code -> Text,
        state -> Text,
        is_open -> Bool,
        paused_from -> Nullable<Text>,
        reviewed_from -> Nullable<Text>,
        assignee -> Nullable<Text>,
        received_on -> Date,
        extended_on -> Nullable<Date>,
        extension_delivered -> Bool,
        extension_disputable -> Bool,
        answer_outcome -> Nullable<Text>,
        answer_grounds -> Text,
        answer_complete -> Bool,
        answer -> Nullable<Binary>,
        author -> Nullable<Text>,
        approver -> Nullable<Text>,
        single_handed -> Bool,
        package_sha256 -> Nullable<Text>,
        outcome -> Nullable<Text>,
        closed_at -> Nullable<Timestamp>,
        withdrawn_from -> Nullable<Text>,
        statutory_on -> Date,
        promise_on -> Nullable<Date>,
        shown_on -> Date,
        act_by_on -> Date,
        last_extend_on -> Date,
        last_extend_paused_on -> Date,
        level_needed -> Integer,
        level -> Integer,
        made_at -> Timestamp,
    }
}

diesel::table! {
    pauses (id) {
        id -> Text,
        request_id -> Text,
        kind -> Text,
        asked_on -> Date,
        answered_on -> Nullable<Date>,
        doubt_on -> Nullable<Date>,
        unposted -> Nullable<Text>,
        counts -> Bool,
        reply_by_on -> Date,
        decided -> Bool,
        reminders -> Integer,
    }
}

diesel::table! {
    proofs (id) {
        id -> Text,
        case_id -> Text,
        way -> Text,
        channel -> Text,
        made_at -> Timestamp,
        on_record_since -> Nullable<Date>,
        details -> Binary,
    }
}

diesel::table! {
    linked_cases (case_id) {
        case_id -> Text,
        of_case -> Text,
        kind -> Text,
        made_at -> Timestamp,
        details -> Binary,
    }
}

diesel::table! {
    representations (case_id) {
        case_id -> Text,
        judged_at -> Timestamp,
        gets_answer -> Bool,
        details -> Binary,
    }
}

diesel::table! {
    blind_index (field, value, case_id) {
        case_id -> Text,
        field -> Text,
        value -> Binary,
    }
}

diesel::table! {
    codes (id) {
        id -> Text,
        case_id -> Text,
        purpose -> Text,
        token_hash -> Nullable<Binary>,
        code_hash -> Nullable<Binary>,
        details -> Binary,
        tries -> Integer,
        made_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    person_sessions (token_hash) {
        token_hash -> Binary,
        case_id -> Text,
        made_at -> Timestamp,
        seen_at -> Timestamp,
    }
}

diesel::table! {
    messages (id) {
        id -> Text,
        case_id -> Text,
        kind -> Text,
        letter -> Nullable<Text>,
        request_id -> Nullable<Text>,
        author -> Nullable<Text>,
        body -> Binary,
        carrier -> Text,
        made_at -> Timestamp,
        delivered_at -> Nullable<Timestamp>,
        failed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    staff_mails (id) {
        id -> Text,
        staff_id -> Text,
        body -> Binary,
        made_at -> Timestamp,
        delivered_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    tasks (id) {
        id -> Text,
        case_id -> Text,
        holder -> Text,
        state -> Text,
        due_on -> Date,
        private -> Binary,
        problem -> Nullable<Binary>,
        made_at -> Timestamp,
        finished_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    task_requests (task_id, request_id) {
        task_id -> Text,
        request_id -> Text,
    }
}

diesel::table! {
    files (id) {
        id -> Text,
        case_id -> Text,
        kind -> Text,
        message_id -> Nullable<Text>,
        name -> Binary,
        media_type -> Text,
        bytes -> BigInt,
        made_at -> Timestamp,
    }
}

diesel::table! {
    findings (id) {
        id -> Text,
        case_id -> Text,
        task_id -> Text,
        records_file -> Nullable<Text>,
        records -> BigInt,
        details -> Binary,
        made_at -> Timestamp,
    }
}

diesel::table! {
    packages (request_id) {
        request_id -> Text,
        case_id -> Text,
        file_id -> Text,
        sha256 -> Text,
        summary -> Binary,
        made_at -> Timestamp,
    }
}

diesel::table! {
    deliveries (id) {
        id -> Text,
        case_id -> Text,
        request_id -> Text,
        token_hash -> Binary,
        expires_at -> Timestamp,
        downloads -> Integer,
        max_downloads -> Integer,
        revoked_at -> Nullable<Timestamp>,
        made_at -> Timestamp,
    }
}

diesel::table! {
    jobs (id) {
        id -> Text,
        kind -> Text,
        case_id -> Nullable<Text>,
        body -> Text,
        state -> Text,
        run_at -> Timestamp,
        not_after -> Nullable<Timestamp>,
        attempts -> Integer,
        leased_until -> Nullable<Timestamp>,
        lease -> Nullable<Text>,
        problem -> Nullable<Text>,
        made_at -> Timestamp,
        finished_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    reminders (subject, kind, due_on, recipient) {
        subject -> Text,
        kind -> Text,
        due_on -> Date,
        recipient -> Text,
        sent_at -> Timestamp,
    }
}

diesel::table! {
    events (chain, seq) {
        chain -> Text,
        seq -> BigInt,
        at -> Timestamp,
        actor -> Text,
        kind -> Text,
        request_id -> Nullable<Text>,
        facts -> Text,
        sealed -> Nullable<Binary>,
        mac -> Binary,
    }
}

diesel::table! {
    chain_heads (chain) {
        chain -> Text,
        seq -> BigInt,
        mac -> Binary,
        entered -> BigInt,
    }
}

diesel::table! {
    ledger (seq) {
        seq -> BigInt,
        chain -> Text,
        head_seq -> BigInt,
        head_mac -> Binary,
        at -> Timestamp,
        mac -> Binary,
    }
}

diesel::table! {
    checkpoints (seq) {
        seq -> BigInt,
        at -> Timestamp,
        signed -> Text,
    }
}

diesel::table! {
    registers (name, version) {
        name -> Text,
        version -> BigInt,
        body -> Text,
        sha256 -> Text,
        what -> Text,
        made_by -> Text,
        made_at -> Timestamp,
    }
}

diesel::table! {
    register_controllers (slug) {
        slug -> Text,
        name -> Text,
    }
}

diesel::table! {
    case_keys (id) {
        id -> Text,
        wrapped -> Binary,
        made_at -> Timestamp,
    }
}

diesel::table! {
    installation_keys (name) {
        name -> Text,
        wrapped -> Binary,
        made_at -> Timestamp,
    }
}

diesel::joinable!(requests -> cases (case_id));
diesel::joinable!(erasing -> cases (case_id));
diesel::joinable!(messages -> cases (case_id));
diesel::joinable!(linked_cases -> cases (case_id));
diesel::joinable!(task_requests -> tasks (task_id));
diesel::joinable!(findings -> tasks (task_id));
diesel::table! {
    erasing (case_id) {
        case_id -> Text,
        begun_at -> Timestamp,
    }
}

diesel::table! {
    erasures (key_id) {
        key_id -> Text,
        case_id -> Text,
        erased_at -> Timestamp,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    installation,
    controllers,
    staff,
    recovery_codes,
    invites,
    sessions,
    failed_sign_ins,
    counters,
    drafts,
    cases,
    requests,
    pauses,
    proofs,
    linked_cases,
    representations,
    blind_index,
    codes,
    person_sessions,
    messages,
    staff_mails,
    tasks,
    task_requests,
    files,
    findings,
    packages,
    deliveries,
    jobs,
    reminders,
    events,
    chain_heads,
    ledger,
    checkpoints,
    registers,
    register_controllers,
    erasing
);
