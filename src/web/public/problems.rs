//! What a use case says is wrong, as sentences of the person's pages.

use crate::domain::decide::Refusal;
use crate::services::FieldProblem;
use crate::services::conversation::LONGEST;
use crate::web::view::Said;
use crate::web::view::parts::FieldError;

/// The problems with their slots filled; `file` is the name of the file sent along.
pub fn said(problems: &[FieldProblem], file: &str) -> Vec<FieldError> {
    problems.iter().map(|problem| FieldError::new(&problem.field, sentence(problem, file))).collect()
}

fn sentence(problem: &FieldProblem, file: &str) -> Said {
    let said = match problem.key {
        key @ ("error-file-kind" | "error-file-pixels" | "error-text-line") => {
            Said::new(key).with("file", file)
        }
        "error-file-too-big" => Said::new("error-file-size").with("file", file),
        "error-file-several" => Said::new("error-file-count").with("max", 1),
        "error-needed" => Said::new("error-message-empty"),
        "error-too-long" => {
            Said::new("error-text-long").with("max", i64::try_from(LONGEST).unwrap_or(i64::MAX))
        }
        "error-code-wrong" => Said::new("error-code-not_right"),
        "error-old-form" => Said::new("error-form-old"),
        key => Said::new(key),
    };
    problem.slots.iter().fold(said, |said, (slot, number)| said.with(slot, *number))
}

/// The law says no: what is missing cannot be mended by the person on this page, so the sentence
/// says what is true and how to go on.
pub fn refused(refusal: &Refusal) -> Vec<FieldError> {
    let id = match refusal {
        Refusal::State { .. } | Refusal::NothingToDo { .. } => "error-case-moved",
        _ => "error-case-refused",
    };
    vec![FieldError::new("main", Said::new(id))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words;

    #[test]
    fn every_problem_a_person_can_meet_has_a_sentence_with_every_slot_filled() {
        for key in [
            "error-file-kind",
            "error-file-pixels",
            "error-text-line",
            "error-file-too-big",
            "error-file-several",
            "error-case-files",
            "error-needed",
            "error-too-long",
            "error-code-wrong",
            "error-case-no_match",
            "error-old-form",
            "error-code-empty",
            "error-draft-gone",
            "error-website",
            "error-form-other",
            "error-characters",
            "error-case-moved",
            "error-case-refused",
            "error-withdraw-none",
            "error-answer-away",
        ] {
            let said =
                sentence(&FieldProblem::new("x", key).with("max", 10).with("n", 5).with("line", 3), "cv.exe");
            assert!(words::exists(&said.id), "{key}");
            for slot in words::slots(&said.id) {
                assert!(said.slots.contains_key(&slot), "{key} needs {slot}");
            }
        }
    }
}
