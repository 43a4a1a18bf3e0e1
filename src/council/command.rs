//! What the secretary may ask. Its serde form is the language of a course typed afterwards (`docs/deroule.md`).

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::attendance::Presence;
use super::ballot::Choice;
use super::chronicle::HourOf;
use super::correction::Correction;
use super::hour::Hour;
use super::id::{MemberId, ReportId};
use super::notes::NoteSums;
use super::proposal::ProposalId;
use super::recusal::Ground;
use super::secret::Count;
use super::step::{
    AddedReport, AskedBallot, ChangedText, ChosenForm, ChosenMajority, ChosenWay, CloseUrn, CountedBallots,
    CountedVoices, DroppedProposal, FiledLists, FiledProposal, FixedPosts, LeftGroup, MadeRemark, NamedCandidates,
    NamedTellers, NextRound, OpenedProposal, SettledTie, StatedResult, WaivedSecrecy,
};
use super::way::{Counts, Stated};

mod behind;
mod made;
mod places;
mod voices;

pub use voices::Voices;

/// One thing asked. [`decide`](super::sitting::Sitting::decide) turns it into events, or says why not.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Command {
    /// Mark a member: at the roll call, or as he arrives, leaves, steps out, comes back. Powers that this ends are ended
    /// with it; a titular who arrives takes the seat back from the substitute.
    #[serde(rename = "Presence")]
    SetPresence {
        /// Who.
        #[serde(rename = "membre")]
        member: MemberId,
        /// Where.
        #[serde(rename = "etat")]
        presence: Presence,
        /// At what hour, if known; left out at the roll call.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Give a power. A giver who was present is marked excused at the roll call, gone in the sitting.
    #[serde(rename = "Pouvoir")]
    GiveProxy {
        /// By whom.
        #[serde(rename = "mandant")]
        giver: MemberId,
        /// To whom.
        #[serde(rename = "mandataire")]
        holder: MemberId,
        /// At what hour, if known; left out at the roll call.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Take a power back.
    #[serde(rename = "FinPouvoir")]
    EndProxy {
        /// Whose power.
        #[serde(rename = "mandant")]
        giver: MemberId,
    },
    /// Seat the substitute of a titular who is away, or install a new member.
    #[serde(rename = "Siege")]
    TakeSeat {
        /// Who sits from now on.
        #[serde(rename = "membre")]
        member: MemberId,
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Mend an hour.
    #[serde(rename = "Heure")]
    MendHour {
        /// Of what.
        #[serde(rename = "de")]
        of: HourOf,
        /// The hour as it was.
        #[serde(rename = "heure")]
        at: Hour,
    },
    /// Open the sitting: the roll call is done.
    #[serde(rename = "Ouvrir")]
    Open {
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Let another preside, over one report or from now on.
    #[serde(rename = "Presidence")]
    TakeChair {
        /// Who.
        #[serde(rename = "membre")]
        member: MemberId,
        /// Over this report alone.
        #[serde(rename = "rapport", default, skip_serializing_if = "Option::is_none")]
        report: Option<ReportId>,
        /// Whether the council elected him for it, as it must at the accounts.
        #[serde(rename = "elu", default, skip_serializing_if = "std::ops::Not::not")]
        elected: bool,
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Name the secretaries and the staff who help them, in place of those before.
    #[serde(rename = "Secretaires")]
    NameSecretaries {
        /// The members.
        #[serde(rename = "membres")]
        secretaries: Vec<MemberId>,
        /// The staff, as they are to be written.
        #[serde(rename = "auxiliaires", default, skip_serializing_if = "Vec::is_empty")]
        assistants: Vec<String>,
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Let another member present a report, or nobody.
    #[serde(rename = "Rapporteur")]
    ReplaceRapporteur {
        /// Which report.
        #[serde(rename = "rapport")]
        report: ReportId,
        /// Who.
        #[serde(rename = "membre", default, skip_serializing_if = "Option::is_none")]
        member: Option<MemberId>,
    },
    /// Keep a member out of a report.
    #[serde(rename = "Deport")]
    Recuse {
        /// Which report.
        #[serde(rename = "rapport")]
        report: ReportId,
        /// Who.
        #[serde(rename = "membre")]
        member: MemberId,
        /// On what ground.
        #[serde(rename = "motif")]
        ground: Ground,
        /// Whether the member leaves the room.
        #[serde(rename = "quitte_la_salle", default = "made::yes")]
        left_room: bool,
        /// Why, in the words of the secretary.
        #[serde(rename = "precision", default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Let a member take part in a report after all.
    #[serde(rename = "FinDeport")]
    EndRecusal {
        /// Which report.
        #[serde(rename = "rapport")]
        report: ReportId,
        /// Who.
        #[serde(rename = "membre")]
        member: MemberId,
    },
    /// Open a report and its vote.
    #[serde(rename = "Rapport")]
    OpenReport {
        /// Which.
        #[serde(rename = "numero")]
        report: ReportId,
        /// The other reports put to one vote with it (*vote groupé*).
        #[serde(rename = "avec", default, skip_serializing_if = "Vec::is_empty")]
        with: Vec<ReportId>,
    },
    /// Take a report out of the vote that it shares with others.
    #[serde(rename = "SortirDuVoteGroupe")]
    LeaveGroup(LeftGroup),
    /// File a proposal: an amendment, a part of a division, a postponement, the previous question.
    #[serde(rename = "Deposer")]
    FileProposal(FiledProposal),
    /// Put a proposal to the vote.
    #[serde(rename = "MettreAuxVoix")]
    OpenProposal(OpenedProposal),
    /// Leave a proposal: its author takes it back, or it has no object any more.
    #[serde(rename = "Abandonner")]
    DropProposal(DroppedProposal),
    /// Record a vote in another way; what was typed is kept.
    #[serde(rename = "Maniere")]
    ChooseWay(ChosenWay),
    /// Record the figures alone.
    #[serde(rename = "Chiffres")]
    CountVoices(CountedVoices),
    /// Record the result alone.
    #[serde(rename = "Resultat")]
    StateResult(StatedResult),
    /// Take a vote by public ballot, or record that too few asked for it.
    #[serde(rename = "ScrutinPublic")]
    AskBallot(AskedBallot),
    /// Take a vote by secret ballot, or record that too few asked for it.
    #[serde(rename = "ScrutinSecret")]
    AskSecret(AskedBallot),
    /// Name the tellers.
    #[serde(rename = "Scrutateurs")]
    NameTellers(NamedTellers),
    /// Say which lists stand.
    #[serde(rename = "Listes")]
    FileLists(FiledLists),
    /// Settle how many posts there are.
    #[serde(rename = "Postes")]
    FixPosts(FixedPosts),
    /// Choose how the posts are filled.
    #[serde(rename = "ModeDElection")]
    ChooseForm(ChosenForm),
    /// Record that the council unanimously decides not to vote by secret ballot.
    #[serde(rename = "MainLevee")]
    WaiveSecrecy(WaivedSecrecy),
    /// Close the urn, with the list of those who signed.
    #[serde(rename = "Emargement")]
    CloseUrn(CloseUrn),
    /// Record the totals of the urn, all at once.
    #[serde(rename = "Depouillement")]
    CountBallots(CountedBallots),
    /// Say who is the eldest of those with equal votes.
    #[serde(rename = "Departage")]
    SettleTie(SettledTie),
    /// Open another round, or the first of the next post.
    #[serde(rename = "TourSuivant")]
    NextRound(NextRound),
    /// Announce the majority that a report takes.
    #[serde(rename = "Majorite")]
    ChooseMajority(ChosenMajority),
    /// Change the text of a report on the table.
    #[serde(rename = "ModifierTexte")]
    ChangeText(ChangedText),
    /// Add a report to the agenda.
    #[serde(rename = "Ajouter")]
    AddReport(AddedReport),
    /// Remark something on the minutes of an earlier sitting.
    #[serde(rename = "Remarque")]
    MakeRemark(MadeRemark),
    /// Say who stands for the posts of a report.
    #[serde(rename = "Candidats")]
    NameCandidates(NamedCandidates),
    /// Withdraw a report from the agenda (*retirer*), without a vote.
    #[serde(rename = "Retirer")]
    Withdraw {
        /// Which.
        #[serde(rename = "rapport")]
        report: ReportId,
        /// Why, in the words of the secretary.
        #[serde(rename = "precision", default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Record what voices say, all at once.
    #[serde(rename = "Voix")]
    SetVoices(Voices),
    /// Proclaim the result, and go on to another report in the same gesture. Those put to one vote with the report are
    /// proclaimed with it.
    #[serde(rename = "Proclamer")]
    Proclaim {
        /// Which report.
        #[serde(rename = "rapport")]
        report: ReportId,
        /// On which proposal; on the text of the report if on none.
        #[serde(rename = "sur", default, skip_serializing_if = "Option::is_none")]
        on: Option<ProposalId>,
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
        /// The report to open next, if any.
        #[serde(rename = "puis", default, skip_serializing_if = "Option::is_none")]
        then_open: Option<ReportId>,
        /// The other reports put to one vote with that one.
        #[serde(rename = "avec", default, skip_serializing_if = "Vec::is_empty")]
        then_with: Vec<ReportId>,
    },
    /// Rectify a proclaimed result: members were elsewhere, voices said something else.
    #[serde(rename = "Rectifier")]
    Rectify {
        /// Which report.
        #[serde(rename = "rapport")]
        report: ReportId,
        /// On which proposal; on the text of the report if on none.
        #[serde(rename = "sur", default, skip_serializing_if = "Option::is_none")]
        on: Option<ProposalId>,
        /// Why, in the words of the secretary.
        #[serde(rename = "motif")]
        reason: String,
        /// Where members were.
        #[serde(rename = "presences", default, skip_serializing_if = "Vec::is_empty")]
        presences: Vec<(MemberId, Presence)>,
        /// What voices said.
        #[serde(rename = "voix", default, skip_serializing_if = "Vec::is_empty")]
        voices: Vec<(MemberId, Choice)>,
        /// The voices, where they were counted without their names.
        #[serde(rename = "decompte", default, skip_serializing_if = "Option::is_none")]
        counts: Option<Counts>,
        /// What whoever presided said, where the names were not recorded.
        #[serde(rename = "presidence", default, skip_serializing_if = "Option::is_none")]
        chair: Option<Choice>,
        /// The result, where it was stated without its figures.
        #[serde(rename = "annonce", default, skip_serializing_if = "Option::is_none")]
        stated: Option<Stated>,
        /// What was in the urn, where a text was voted by secret ballot.
        #[serde(rename = "depouillement", default, skip_serializing_if = "Option::is_none")]
        urn: Option<Count>,
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Vote on sitting in camera.
    #[serde(rename = "HuisClos")]
    GoInCamera {
        /// Who asks for it.
        #[serde(rename = "demandeurs")]
        asked_by: Vec<MemberId>,
        /// Voices for it.
        #[serde(rename = "pour")]
        for_: u32,
        /// Voices against it.
        #[serde(rename = "contre", default)]
        against: u32,
        /// Abstentions.
        #[serde(default)]
        abstentions: u32,
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Let the public in again.
    #[serde(rename = "FinHuisClos")]
    GoPublic {
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Suspend the sitting.
    #[serde(rename = "Suspendre")]
    Suspend {
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Go on with it.
    #[serde(rename = "Reprendre")]
    Resume {
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Adjourn the sitting: the quorum is missing.
    #[serde(rename = "Ajourner")]
    Adjourn {
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
        /// The sums of the notes as they stand. No word of a course: the rim reads them.
        #[serde(skip)]
        notes: NoteSums,
    },
    /// Close the sitting.
    #[serde(rename = "Lever")]
    Close {
        /// At what hour, if known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
        /// The sums of the notes as they stand. No word of a course: the rim reads them.
        #[serde(skip)]
        notes: NoteSums,
    },
    /// Settle the minutes (*arrêter le procès-verbal*): the sitting is over, and the next one agreed to them.
    #[serde(rename = "Arreter")]
    SettleMinutes {
        /// The day of the sitting that settles them.
        #[serde(rename = "le")]
        on: Date,
        /// What was remarked, in the words of the secretary.
        #[serde(rename = "remarques", default, skip_serializing_if = "Option::is_none")]
        remarks: Option<String>,
        /// The sums of the notes as they stand. No word of a course: the rim reads them.
        #[serde(skip)]
        notes: NoteSums,
    },
    /// Take over the changes of a session file. Not a word of a course: the reader of the files asks for it.
    #[serde(skip)]
    TakeOver {
        /// Which fields.
        corrections: Vec<Correction>,
        /// The whole session file as it is now.
        session_file: String,
        /// The SHA-256 of each text beside it, by name.
        sums: BTreeMap<String, String>,
    },
}
