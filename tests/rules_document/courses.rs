//! An example of each thing that can be wrong with a course, and with the act whose figures it carries. One that is added
//! has to be given its place in a chain, or nothing compiles.

use hemicycle::council::docket::BodyKind;
use hemicycle::council::hour::Hour;
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::law::Rules;
use hemicycle::council::printed::{Misprint, Printable, Verdict};
use hemicycle::french::articles::cited;
use hemicycle::french::{course as words, typography};
use hemicycle::store::course::flaw::Mistake;
use jiff::civil::date;

use super::{Line, findings};

fn member() -> MemberId {
    findings::roster().ids().next().expect("somebody").clone()
}

/// The codes of an act that was printed, in the law of a commune on an ordinary day.
pub fn of_the_act() -> Vec<Line> {
    let rules = Rules::on(BodyKind::Commune, date(2025, 3, 3));
    let mut all = vec![figure(Printable::InOffice)];
    while let Some(next) = all.last().and_then(misprint_after) {
        all.push(next);
    }
    let line = |misprint: &Misprint| Line {
        code: misprint.code(),
        sentence: typography::typeset(&words::misprints::sentence(misprint, &findings::roster())),
        article: misprint.article(&rules).map_or("", cited),
        next_step: typography::typeset(words::misprints::next_step(misprint)),
    };
    all.iter().map(line).collect()
}

/// The codes of a course that a session file has not.
pub fn of_the_course() -> Vec<Line> {
    let mut all = vec![Mistake::NotAList];
    while let Some(next) = all.last().and_then(mistake_after) {
        all.push(next);
    }
    let line = |mistake: &Mistake| Line {
        code: mistake.code(),
        sentence: typography::typeset(&words::sentence(mistake)),
        article: "",
        next_step: typography::typeset(&words::next_step(mistake, &findings::roster())),
    };
    all.iter().map(line).collect()
}

fn figure(figure: Printable) -> Misprint {
    Misprint::Figure { figure, printed: 8, truth: Some(7) }
}

fn figure_after(printed: Printable) -> Misprint {
    match printed {
        Printable::InOffice => figure(Printable::Quorum),
        Printable::Quorum => figure(Printable::Present),
        Printable::Present => figure(Printable::Represented),
        Printable::Represented => figure(Printable::Voters),
        Printable::Voters => figure(Printable::Cast),
        Printable::Cast => figure(Printable::Majority),
        Printable::Majority => figure(Printable::For),
        Printable::For => figure(Printable::Against),
        Printable::Against => figure(Printable::Abstentions),
        Printable::Abstentions => {
            Misprint::Verdict { printed: Verdict::Rejected, for_: 4, against: 1, majority: Some(3) }
        }
    }
}

fn misprint_after(misprint: &Misprint) -> Option<Misprint> {
    Some(match misprint {
        Misprint::Figure { figure, .. } => figure_after(*figure),
        Misprint::Verdict { .. } => Misprint::QuorumIsHalf { printed: 13, in_office: 26, truth: 14 },
        Misprint::QuorumIsHalf { .. } => {
            Misprint::MajorityIsAThird { printed: 11, of: Printable::Voters, count: 33, cast: 33, truth: 17 }
        }
        Misprint::MajorityIsAThird { .. } => Misprint::MajorityOfAnother {
            printed: 16,
            of: Printable::Voters,
            count: 31,
            cast: 23,
            truth: 12,
            turned_down: Some(15),
        },
        Misprint::MajorityOfAnother { .. } => Misprint::ListedTwice { member: member(), in_both: true },
        Misprint::ListedTwice { .. } => Misprint::ArrivedLater { member: member(), at: Hour::new(19, 10) },
        Misprint::ArrivedLater { .. } => {
            Misprint::Drift { figure: Printable::Voters, before: ReportId::new("7"), was: 22, printed: 24, truth: 22 }
        }
        Misprint::Drift { .. } => Misprint::UnanimityOfThePresent { represented: vec![member()] },
        Misprint::UnanimityOfThePresent { .. } => Misprint::NotUnanimous { for_: 4, against: 1 },
        Misprint::NotUnanimous { .. } => Misprint::NotPresent { member: member(), holder: None },
        Misprint::NotPresent { .. } => Misprint::NotRepresented(member()),
        Misprint::NotRepresented(_) => Misprint::PresentUnlisted(member()),
        Misprint::PresentUnlisted(_) => Misprint::RepresentedUnlisted(member()),
        Misprint::RepresentedUnlisted(_) => return None,
    })
}

fn mistake_after(mistake: &Mistake) -> Option<Mistake> {
    let text = str::to_owned;
    Some(match mistake {
        Mistake::NotAList => Mistake::NotAStep { known: vec!["Presence", "Ouvrir", "Lever"] },
        Mistake::NotAStep { .. } => Mistake::StepNotClosed,
        Mistake::StepNotClosed => Mistake::BadHour(text("25:04")),
        Mistake::BadHour(_) => {
            Mistake::UnknownReport { found: text("5"), nearest: Some(text("05")), known: vec![text("05")] }
        }
        Mistake::UnknownReport { .. } => {
            Mistake::UnknownPerson { found: text("ROCHE Alise"), nearest: Some(text("ROCHE Alice")) }
        }
        Mistake::UnknownPerson { .. } => Mistake::AmbiguousPerson {
            found: text("ROCHE"),
            candidates: findings::roster().ids().take(2).cloned().collect(),
        },
        // What else can be wrong is wrong as in a session file.
        Mistake::AmbiguousPerson { .. } => Mistake::UnknownList {
            found: "Demin".to_owned(),
            nearest: Some("Demain".to_owned()),
            known: vec!["Demain".to_owned()],
        },
        Mistake::UnknownList { .. } | Mistake::Written(_) => return None,
    })
}
