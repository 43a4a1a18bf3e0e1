//! What an election was of, who stood, its rounds, who was elected: totals, and never a voter beside a choice.

use crate::council::election::CandidateList;
use crate::council::outcome::Outcome;
use crate::council::secret::{Round, SecretVote};
use crate::council::sitting::Done;
use crate::french::elections;
use crate::french::grammar::addressed;
use crate::french::phrases::Sentence;
use crate::papers::compose::{election, vote};
use crate::papers::document::{FieldValue, Fields, Line, Run};

use super::known::{Known, maybe, set, text, whole};

impl Known<'_> {
    fn secret(&self) -> Option<&SecretVote> {
        self.done()?.vote.secret()
    }

    /// What is elected.
    pub fn office(&self) -> FieldValue {
        self.of_report(|report| {
            let contest = self.sitting().contest(&report.id)?;
            Some(set(elections::election_of(contest.office)))
        })
    }

    /// How many posts there are.
    pub fn posts(&self) -> FieldValue {
        let contest = self.report().and_then(|report| self.sitting().contest(&report.id));
        FieldValue::Number(contest.and_then(|contest| contest.posts))
    }

    /// Who counted the ballots.
    pub fn tellers(&self) -> FieldValue {
        let roster = &self.docket().roster;
        let tellers = self.secret().map_or(&[][..], |secret| &secret.tellers);
        FieldValue::List(tellers.iter().map(|id| set(&roster.listed(id))).collect())
    }

    /// The lists that stood, each with its candidates.
    pub fn lists(&self) -> FieldValue {
        let roster = &self.docket().roster;
        let lists = self.report().map(|report| &self.sitting().handling(&report.id).lists);
        let row = |list: &CandidateList| {
            let names: Vec<String> = list.candidates.iter().map(|id| roster.listed(id)).collect();
            Fields::from([("nom", text(&list.name)), ("candidats", text(&names.join(", ")))])
        };
        FieldValue::Rows(lists.map(|lists| lists.iter().map(row).collect()).unwrap_or_default())
    }

    /// The rounds, a line each.
    pub fn rounds(&self) -> FieldValue {
        let rounds = self.secret().map_or(&[][..], |secret| &secret.rounds);
        FieldValue::Rows(rounds.iter().filter_map(|round| self.round(round)).collect())
    }

    fn round(&self, round: &Round) -> Option<Fields> {
        let (sitting, roster) = (self.sitting(), &self.docket().roster);
        let (urn, count) = (round.urn.as_ref()?, round.count.as_ref()?);
        let report = &self.report()?.id;
        let contest = sitting.contest(report);
        let number = |value: u32| FieldValue::Number(Some(value));
        let title = contest.map(|contest| elections::round_title(round, contest)).unwrap_or_default();
        let scores = election::scored(sitting, round).into_iter().map(|(ticket, votes)| {
            let named = said(Sentence(vec![elections::ticket(&ticket, roster)]));
            format!("{named} : {votes}")
        });
        let gives = contest
            .zip(sitting.round_result(report, round))
            .and_then(|(contest, gives)| elections::result(round, &gives, contest, self.docket().body.kind, roster));
        let majority = match contest {
            Some(contest) => contest.majority(round.number, count, urn.in_office),
            None => Some(count.cast()).filter(|cast| *cast > 0).map(|cast| cast / 2 + 1),
        };
        Some(Fields::from([
            ("titre", text(&title)),
            ("poste", number(round.post)),
            ("numero", number(round.number)),
            ("inscrits", number(urn.in_office)),
            ("presents", number(urn.voices().saturating_sub(urn.represented()))),
            ("representes", number(urn.represented())),
            ("emargements", FieldValue::Number(u32::try_from(urn.signed.len()).ok())),
            ("bulletins", number(count.in_urn)),
            ("blancs", number(count.blank)),
            ("nuls", number(count.null)),
            ("exprimes", number(count.cast())),
            ("majorite", FieldValue::Number(majority)),
            ("suffrages", text(&scores.collect::<Vec<_>>().join(" ; "))),
            ("resultat", maybe(gives.map(said).as_deref())),
        ]))
    }

    /// Who was elected, each with the title.
    pub fn elected(&self) -> FieldValue {
        let docket = self.docket();
        let Some(report) = self.report().filter(|_| self.done().is_some()) else { return FieldValue::List(Vec::new()) };
        let Some(contest) = self.sitting().contest(&report.id) else { return FieldValue::List(Vec::new()) };
        let elected = self.sitting().elected(&report.id);
        let named = elected.iter().filter_map(|it| {
            let name = &docket.roster.get(&it.member)?.name;
            let title = elections::title(contest.office, docket.body.kind, it.post, name.civility);
            let addressed = whole(&Run::name(&addressed(name)).into());
            Some(format!("{addressed}, {}", set(&title)))
        });
        FieldValue::List(named.collect())
    }

    /// Who is elected to what, as it is proclaimed.
    pub fn proclamation(&self) -> FieldValue {
        let is_elected = |done: &&Done| done.outcome == Outcome::Elected;
        let report = self.done().filter(is_elected).and(self.report());
        FieldValue::Text(report.map(|it| said(elections::proclamation(self.sitting(), &it.id))).unwrap_or_default())
    }
}

/// A sentence as a paper prints it, its names unbroken.
fn said(sentence: Sentence) -> String {
    whole(&vote::said(Line::default(), sentence))
}
