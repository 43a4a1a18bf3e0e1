//! The words of the two lines on top.

use jiff::civil::Date;

use crate::council::chair::ChairTitle;
use crate::council::chronicle::What;
use crate::council::hour::Hour;
use crate::council::id::MemberId;
use crate::council::quorum::Quorum;
use crate::council::room::Room;
use crate::council::roster::Roster;
use crate::council::sitting::{Sitting, Stage};
use crate::french::articles::in_brackets;
use crate::french::numbers::{count, date, hour};
use crate::french::program::READ_ONLY;

use super::said::ending;

/// The sitting is not open.
pub const BEFORE_OPENING: &str = "appel en cours";
/// No quorum can be told.
pub const QUORUM_DISPUTED: &str = "Quorum : règle discutée à cette date";

/// A second convocation.
pub const QUORUM_NOT_NEEDED: &str = "Quorum : aucun exigé ✓";

/// What is not as usual, a few words each: « ‖ SÉANCE SUSPENDUE (F9 : reprendre) », « ◆ HUIS CLOS », « Préside : … ».
#[must_use]
pub fn unusual(sitting: &Sitting, quorum: &Quorum) -> Vec<String> {
    let roster = &sitting.docket().roster;
    let mut words = Vec::new();
    if sitting.stage() == Stage::Suspended {
        let since = sitting.chronicle().last(|what| *what == What::Suspended).and_then(|happening| happening.at);
        let since = since.map(|at| format!(" depuis {}", hour(at))).unwrap_or_default();
        words.push(format!("‖ SÉANCE SUSPENDUE{since} (F9 : reprendre)"));
    }
    if sitting.is_in_camera() {
        words.push("◆ HUIS CLOS (F9 : séance publique)".to_owned());
    }
    let report = sitting.open_report().map(|(report, _)| report).or_else(|| sitting.next_report());
    let chair = report.map_or_else(|| sitting.chair(), |report| sitting.chair_of(&report.id));
    let title = report.map_or_else(|| sitting.chair_title(), |report| sitting.chair_title_of(&report.id));
    if let Some(chair) = chair.filter(|chair| Some(*chair) != sitting.docket().meeting.president.as_ref()) {
        words.push(format!("Préside : {}{}", roster.listed(chair), by_title(title, chair, roster)));
    }
    words.extend(accounts(sitting));
    if quorum.left_out > 0 {
        words.push(format!("{} hors quorum (art. L.1111-6)", count(quorum.left_out, "membre", "membres")));
    }
    words
}

/// « , doyenne d’âge », « , élue ce jour », behind the name of whoever presides by such a title.
fn by_title(title: Option<ChairTitle>, chair: &MemberId, roster: &Roster) -> String {
    let e = ending(chair, roster);
    match title {
        Some(ChairTitle::Eldest) if e.is_empty() => ", doyen d’âge".to_owned(),
        Some(ChairTitle::Eldest) => ", doyenne d’âge".to_owned(),
        Some(ChairTitle::Installed) => format!(", élu{e} ce jour"),
        _ => String::new(),
    }
}

/// Whether such words are of the stage of the sitting or of who presides: whoever hears it suspended is not told twice.
#[must_use]
pub fn is_of_the_stage_or_the_chair(words: &str) -> bool {
    words.starts_with(['‖', '◆']) || words.starts_with("Préside")
}

/// « ▲ COMPTES : SERVIÈRES Hugo doit se retirer (F9 : déport) », while the accounts are voted before whoever answers for
/// them: said as soon as they are opened, not when the result is proclaimed.
fn accounts(sitting: &Sitting) -> Option<String> {
    let (report, vote) = sitting.open_report()?;
    let president = sitting.docket().meeting.president.as_ref()?;
    if !vote.rule.is_of_the_accounts() {
        return None;
    }
    let name = sitting.docket().roster.listed(president);
    if vote.room.has_voice(president) {
        return Some(format!("▲ COMPTES : {name} doit se retirer (F9 : déport)"));
    }
    (sitting.chair_of(&report.id) == Some(president)).then(|| "▲ COMPTES : qui préside ? (F9)".to_owned())
}

/// « ✗ QUORUM PERDU : il manque 3 présents (F4 : qui). Ce vote peut finir. », with the article where there is room.
#[must_use]
pub fn quorum_lost(quorum: &Quorum, stage: Stage, is_voting: bool, full: bool) -> String {
    let missing = count(quorum.needed.unwrap_or(0).saturating_sub(quorum.counted), "présent", "présents");
    let article = in_brackets(quorum.article.filter(|_| full));
    let after = match stage {
        Stage::Suspended => "À revoir à la reprise.",
        _ if is_voting => "Ce vote peut finir.",
        _ => "F9 : suspendre, ajourner.",
    };
    format!("✗ QUORUM PERDU{article} : il manque {missing} (F4 : qui). {after}")
}

/// « — séance du 3 mars 2025 », after the name of the body.
#[must_use]
pub fn day(day: Date, full: bool) -> String {
    if full { format!(" — séance du {}", date(day)) } else { format!(" — {}", date(day)) }
}

/// « ouverte depuis 18 h 04 », or « ouverte 18 h 04 » for a narrow window.
#[must_use]
pub fn open_since(at: Option<Hour>, full: bool) -> String {
    let words = if full { "ouverte depuis" } else { "ouverte" };
    at.map_or_else(|| "ouverte".to_owned(), |at| format!("{words} {}", hour(at)))
}

/// The sitting is suspended.
pub const SUSPENDED: &str = "séance suspendue";

/// « séance ajournée à 18 h 45 ».
#[must_use]
pub fn adjourned_at(at: Option<Hour>) -> String {
    at.map_or_else(|| "séance ajournée".to_owned(), |at| format!("séance ajournée à {}", hour(at)))
}

/// « séance levée à 21 h 30 », « levée à 21 h 30 » for a narrow window; once they are settled, that the minutes are.
#[must_use]
pub fn closed_at(at: Option<Hour>, is_settled: bool, full: bool) -> String {
    let word = if full { "séance levée" } else { "levée" };
    let at = at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
    match (is_settled, full) {
        (false, _) => format!("{word}{at}"),
        (true, true) => format!("{word}{at}, procès-verbal arrêté"),
        (true, false) => format!("{word}, PV arrêté"),
    }
}

/// « Présents 24 · Pouvoirs 6 · Excusés 2 · Absents 1 », or shorter words for a narrow window.
#[must_use]
pub fn counts(room: &Room, full: bool) -> String {
    let words = if full {
        ["Présents", "Pouvoirs", "Retirés", "Excusés", "Absents"]
    } else {
        ["Prés.", "Pouv.", "Ret.", "Exc.", "Abs."]
    };
    let numbers = [room.present(), room.represented(), room.withdrawn(), room.excused(), room.absent()];
    // Hardly anybody withdraws: the word comes with the first who does.
    let told = words.iter().zip(numbers).enumerate().filter(|(place, (_, number))| *place != 2 || *number > 0);
    let parts: Vec<String> = told.map(|(_, (word, number))| format!("{word} {number}")).collect();
    parts.join(" · ")
}

/// « Votants 30 », of the vote on the screen.
#[must_use]
pub fn voters(number: u32) -> String {
    format!("Votants {number}")
}

/// « Voix 31 », of the room when no vote is on the screen.
#[must_use]
pub fn voices(number: u32) -> String {
    format!("Voix {number}")
}

/// The banner of an instance that only reads.
#[must_use]
pub fn read_only(why: &str) -> String {
    match reason_alone(why) {
        "" => "LECTURE SEULE".to_owned(),
        // In the narrowest window the lines of the banner must hold what to do as well.
        reason => format!("LECTURE SEULE : {}", reason.strip_prefix("La séance est ").unwrap_or(reason)),
    }
}

/// Why the séance is only read, without the words « lecture seule » that stand around it already.
pub(super) fn reason_alone(why: &str) -> &str {
    if why == READ_ONLY {
        return "";
    }
    why.strip_prefix("Lecture seule : ").unwrap_or(why)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_banner_says_read_only_once() {
        assert_eq!(read_only("La séance est ouverte ailleurs."), "LECTURE SEULE : ouverte ailleurs.");
        assert_eq!(read_only("Lecture seule : disque plein."), "LECTURE SEULE : disque plein.");
        assert_eq!(read_only(READ_ONLY), "LECTURE SEULE");
    }
}
