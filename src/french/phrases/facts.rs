//! What a sentence of decision is made of.

use std::cell::LazyCell;

use crate::council::agenda::{Report, ReportKind};
use crate::council::ballot::{Choice, Vote};
use crate::council::conventions::{UnanimityWording, Zero};
use crate::council::majority::Majority;
use crate::council::outcome::Outcome;
use crate::council::proposal::ProposalId;
use crate::council::sitting::Sitting;
use crate::council::tally::Tally;
use crate::french::elections;
use crate::french::grammar::{addressed, the_body, the_chair_addressed, the_named_body};
use crate::french::lists::{listed, listed_by};
use crate::french::numbers::date;
use crate::french::papers::NOBODY;
use crate::french::phrases::Sentence;

/// What a sentence of decision is made of.
///
/// What few sentences ask for is found when one does: the sentence is said anew on every frame of a vote.
#[derive(Debug)]
pub struct Facts<'a> {
    /// The report.
    pub report: &'a Report,
    /// The proposal in it that is put to the vote; none for the text.
    pub on: Option<&'a ProposalId>,
    /// The body as a sentence names it.
    pub body: &'a str,
    /// The body by its full name.
    pub named_body: Asked<'a, String>,
    /// The number of the act, if it has one.
    pub act: Asked<'a, Option<String>>,
    /// The day of the sitting, in words.
    pub day: Asked<'a, String>,
    /// The nine figures; `None` where none were recorded, or no vote was taken.
    pub tally: Option<Tally>,
    /// What they decide.
    pub outcome: Outcome,
    /// The majority that it takes.
    pub majority: Majority,
    /// Who was not for, surname first, in the order of the table: against, abstaining, taking no part. Empty where nobody
    /// took the names down.
    pub names: Asked<'a, [Vec<String>; 3]>,
    /// The numbers of the amendments that were adopted, in the order of filing.
    pub amended_by: Vec<String>,
    /// Whether the text was changed on the table.
    pub is_changed: bool,
    /// The parts of a division that were voted down: the text is voted without them.
    pub without: Vec<String>,
    /// How many remarks were made on the minutes that it settles.
    pub remarks: usize,
    /// Who stands for its posts, surname first, in the order given.
    pub candidates: Asked<'a, Vec<String>>,
    /// Who was elected, as they are addressed, in the order of the posts.
    pub elected: Asked<'a, Vec<String>>,
    /// Who was elected to what, as it is proclaimed.
    pub proclamation: Asked<'a, Sentence>,
    /// Whether the vote was by secret ballot: nobody is named then.
    pub is_secret: bool,
    /// Whether more stand than there are posts: a vote for or against does not say which of them are appointed.
    pub is_contested: bool,
    /// Whoever presides, as a sentence begins: « Madame la Maire ».
    pub chair: Asked<'a, String>,
    /// Why it was withdrawn, if it was and somebody said so.
    pub withdrawn_because: Option<&'a str>,
    /// How a vote without a voice against is worded when some abstained.
    pub unanimity: UnanimityWording,
    /// A list of nobody: « Néant ».
    pub nobody: &'static str,
}

/// What is found once it is asked for.
pub type Asked<'a, T> = LazyCell<T, Box<dyn FnOnce() -> T + 'a>>;

/// To be found once it is asked for.
pub fn asked<'a, T>(find: impl FnOnce() -> T + 'a) -> Asked<'a, T> {
    LazyCell::new(Box::new(find))
}

impl<'a> Facts<'a> {
    /// The facts of a vote of that sitting, proclaimed or not.
    #[must_use]
    pub fn of<'t>(
        sitting: &'a Sitting,
        report: &'a Report,
        vote: &'a Vote,
        tally: impl Into<Option<&'t Tally>>,
        outcome: Outcome,
    ) -> Self {
        let docket = sitting.docket();
        let handling = sitting.handling(&report.id);
        let saying = move |choice| {
            let everyone = docket.roster.everyone();
            let who = everyone.filter(|member| vote.choice(&member.id) == Some(choice));
            who.map(|member| listed(member, &docket.roster)).collect()
        };
        let amended_by = handling.adopted_amendments().filter_map(|proposed| match &proposed.proposal.id {
            ProposalId::Amendment(number) => Some(number.clone()),
            _ => None,
        });
        Self {
            report,
            on: None,
            body: the_body(docket.body.kind),
            named_body: asked(|| the_named_body(&docket.body)),
            act: asked(|| sitting.act(report).map(std::borrow::Cow::into_owned)),
            day: asked(|| date(docket.meeting.date)),
            tally: tally.into().copied(),
            outcome,
            majority: vote.rule.majority,
            names: asked(move || [Choice::Against, Choice::Abstain, Choice::NotTakingPart].map(saying)),
            amended_by: amended_by.collect(),
            is_changed: !handling.changes.is_empty(),
            remarks: handling.remarks.len(),
            without: handling.rejected_parts().map(str::to_owned).collect(),
            is_contested: is_contested(report, handling.candidates.len()),
            candidates: asked(|| handling.candidates.iter().map(|id| listed_by(id, &docket.roster)).collect()),
            elected: asked(move || elections::names_of_the_elected(sitting, &report.id)),
            proclamation: asked(move || elections::proclamation(sitting, &report.id)),
            is_secret: vote.ballot.is_secret(),
            chair: asked(move || chair(sitting, vote)),
            withdrawn_because: handling.withdrawn_because.as_deref(),
            unanimity: docket.body.conventions.unanimity,
            nobody: match docket.body.conventions.zero {
                Zero::ByPlace | Zero::Nothing => NOBODY,
                Zero::Digit => "0",
                Zero::Slash => "/",
            },
        }
    }

    /// How many voices for it takes, if that is a number, and figures are known.
    pub(super) fn needed(&self) -> Option<u32> {
        self.majority.needed(self.tally.as_ref()?)
    }

    /// Whether the text that is voted is another than the one that was laid before the council.
    pub(super) fn is_amended(&self) -> bool {
        self.on.is_none() && (self.is_changed || !self.amended_by.is_empty() || !self.without.is_empty())
    }

    /// Whether minutes are settled by it.
    pub(super) fn is_of_minutes(&self) -> bool {
        matches!(self.report.kind, ReportKind::PreviousMinutes { .. })
    }
}

fn is_contested(report: &Report, candidates: usize) -> bool {
    match report.kind {
        ReportKind::Appointment { posts: Some(posts), .. } => u32::try_from(candidates).is_ok_and(|it| it > posts),
        _ => false,
    }
}

/// By function if it is the president of the body, by name if it is another.
fn chair(sitting: &Sitting, vote: &Vote) -> String {
    let docket = sitting.docket();
    let member = vote.chair.as_ref().and_then(|id| docket.roster.get(id));
    match member {
        Some(member) if docket.meeting.president.as_ref() != Some(&member.id) => addressed(&member.name),
        _ => the_chair_addressed(docket.body.kind, member),
    }
}
