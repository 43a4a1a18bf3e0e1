//! What the program says outside its screens: why it cannot begin, why it ended, what a verb did.

use std::path::Path;

use jiff::civil::Date;

use crate::council::finding::Finding;
use crate::council::id::ReportId;
use crate::council::plain::plain;
use crate::council::receipt::Discord;
use crate::council::roster::Roster;
use crate::council::sitting::Sitting;
use crate::store::fault::{Fault, Notice};
use crate::store::replace::NotWritten;

use super::{findings, numbers, receipts, record};

/// The program wants a terminal and has none.
pub const NO_TERMINAL: &str = "\
hemicycle tient la séance dans un terminal et n’en trouve pas.
Lancez-le dans une fenêtre de terminal, sans rediriger ce qu’il lit ni ce qu’il écrit.";

/// The terminal went away.
pub const TERMINAL_LOST: &str = "\
Le terminal a été fermé. Ce qui était affiché comme enregistré est sur le disque.
Rouvrez la séance : elle reprend où elle était.";

/// This instance only reads, and nobody said why.
pub const READ_ONLY: &str = "La séance est ouverte en lecture seule.";

/// There is no report to make a paper of.
pub const NO_REPORT: &str = "L’ordre du jour n’a pas de rapport.\nAjoutez-en un dans le fichier de séance.";

/// The export cannot be made: a mistake of the program.
pub const NOT_EXPORTED: &str =
    "L’export n’a pas pu être composé.\nMerci de signaler cette erreur avec le fichier de séance.";

/// The clock and the date of the sitting are more than a day apart.
#[must_use]
pub fn another_day(day: Date) -> String {
    format!(
        "La séance est datée du {} et ce n’est pas aujourd’hui : les heures ne sont pas notées.",
        numbers::date(day)
    )
}

/// A mistake of the program itself, at that place of its source.
#[must_use]
pub fn panic(place: &str) -> String {
    format!(
        "Erreur du programme ({place}). Ce qui était affiché comme enregistré est sur le disque.\n\
         Rouvrez la séance : elle reprend où elle était. Merci de signaler cette ligne."
    )
}

/// Why the record cannot be opened, or an action not recorded, and what to do.
#[must_use]
pub fn fault(fault: &Fault) -> String {
    format!("{} {}", record::sentence(fault), record::next_step(fault))
}

/// How what stands before a fault can be looked at, where it can.
#[must_use]
pub fn seen_before(fault: &Fault) -> Option<String> {
    let (Fault::Altered { path, .. }
    | Fault::DoesNotFit { path, .. }
    | Fault::Miscounted { path, .. }
    | Fault::Unknown { path, .. }) = fault.itself()
    else {
        return None;
    };
    let session_file = path.with_extension("ron").display().to_string();
    Some(format!("Pour voir ce qui précède, sans rien écrire : hemicycle revoir {}", plain(&session_file)))
}

/// What is said once the record is open, and what to do if anything.
#[must_use]
pub fn notice(notice: &Notice) -> String {
    let sentence = record::notice(notice);
    record::notice_next_step(notice).map_or_else(|| sentence.clone(), |next| format!("{sentence} {next}"))
}

/// Why a paper was not written, and what to do.
#[must_use]
pub fn not_written(why: &NotWritten) -> String {
    format!("{} {}", record::not_written(why), record::not_written_next_step(why))
}

/// A paper was written.
#[must_use]
pub fn written(path: &Path) -> String {
    format!("Écrit : {}", plain(&path.display().to_string()))
}

/// The report asked for is not on the agenda.
#[must_use]
pub fn unknown_report(number: &str, sitting: &Sitting) -> String {
    let numbers: Vec<&str> = sitting.docket().agenda.reports().map(|report| report.id.as_str()).collect();
    let bare = |number: &str| number.trim_start_matches('0').to_owned();
    let meant: Vec<&str> = numbers.iter().copied().filter(|known| bare(known) == bare(number)).collect();
    let next = match meant[..] {
        [meant] => format!("Écrivez --rapport {}.", plain(meant)),
        _ => format!("Écrivez l’un de ces numéros : {}.", plain(&numbers.join(", "))),
    };
    format!("Le rapport n° {} n’est pas à l’ordre du jour.\n{next}", plain(number))
}

/// What `verifier` says of a file that can be read: its irregular findings, what stands between it and its record, or that
/// there is nothing to mend.
#[must_use]
pub fn checked(
    path: &Path,
    irregular: &[Finding],
    of_the_receipts: &[(ReportId, Discord)],
    of_the_record: Option<&Fault>,
    beside: &[String],
    roster: &Roster,
    remarks: &[String],
) -> String {
    let path = path.display().to_string();
    let path = plain(&path);
    let mut lines: Vec<String> = irregular
        .iter()
        .map(|finding| {
            let sentence = findings::sentence_with_article(finding, roster);
            let next = findings::next_step(finding);
            format!("{}  {path}  {sentence}\n      {next}", finding.code())
        })
        .collect();
    lines.extend(of_the_receipts.iter().map(|(report, discord)| {
        let (sentence, next) = (receipts::sentence(report, discord), receipts::next_step(discord));
        format!("{}  {path}  {sentence}\n      {next}", discord.code())
    }));
    lines.extend(of_the_record.map(fault));
    // Notes, and the look and sentences of the assembly.
    lines.extend_from_slice(beside);
    if lines.is_empty() {
        lines.push(format!("{path} : rien à corriger."));
    }
    lines.extend(remarks.iter().map(|remark| format!("      {remark}")));
    lines.join("\n")
}
