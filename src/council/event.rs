//! What happened: the facts that the journal keeps. Their names and fields are the journal's format, version 1, frozen.
//!
//! New events and new optional fields may come; nothing here changes name or meaning.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::attendance::Presence;
use super::ballot::Choice;
use super::chair::ChairTitle;
use super::chronicle::HourOf;
use super::correction::Correction;
use super::finding::Code;
use super::hour::Hour;
use super::id::{MemberId, ReportId};
use super::in_camera::InCameraVote;
use super::notes::NoteSums;
use super::numbering::NumberedAct;
use super::outcome::Outcome;
use super::proposal::ProposalId;
use super::recusal::Ground;
use super::step::{
    AddedReport, AskedBallot, ChangedText, ChosenForm, ChosenMajority, ChosenWay, CountedBallots, CountedVoices,
    DroppedProposal, FiledLists, FiledProposal, FixedPosts, LeftGroup, MadeRemark, NamedCandidates, NamedTellers,
    NextRound, OpenedProposal, SettledTie, SignedOff, StatedResult, WaivedSecrecy,
};
use super::tally::Tally;

mod rectified;
mod told;

pub use self::rectified::Rectified;

/// One fact. A command makes one or several, kept together in one line of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Event {
    /// An irregular step was gone through with, for a reason.
    #[serde(rename = "Irregularite")]
    Irregularity {
        /// Which rule.
        code: Code,
        /// In which report; none at the roll call or at the opening.
        #[serde(rename = "rapport", default, skip_serializing_if = "Option::is_none")]
        report: Option<ReportId>,
        /// On which proposal; on the text of the report if on none.
        #[serde(rename = "sur", default, skip_serializing_if = "Option::is_none")]
        on: Option<ProposalId>,
        /// Why the president went on, in the words of the secretary.
        #[serde(rename = "motif")]
        reason: String,
    },
    /// A member was marked at the roll call; arrived, left, stepped out or came back in the sitting.
    #[serde(rename = "Presence")]
    PresenceSet {
        /// Who.
        #[serde(rename = "membre")]
        member: MemberId,
        /// Where.
        #[serde(rename = "etat")]
        presence: Presence,
        /// At what hour, if it is known; never at the roll call.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// A person took a seat: the substitute of a titular who is away, or a new member who is installed.
    #[serde(rename = "SiegeOccupe")]
    SeatTaken {
        /// Who sits.
        #[serde(rename = "membre")]
        member: MemberId,
        /// In whose seat; nobody's if it was vacant.
        #[serde(rename = "a_la_place_de", default, skip_serializing_if = "Option::is_none")]
        of: Option<MemberId>,
        /// At what hour, if it is known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// A titular took the seat back from the substitute.
    #[serde(rename = "SiegeRendu")]
    SeatLeft {
        /// The substitute.
        #[serde(rename = "membre")]
        member: MemberId,
    },
    /// The hour of something was mended.
    #[serde(rename = "HeureCorrigee")]
    HourMended {
        /// Of what.
        #[serde(rename = "de")]
        of: HourOf,
        /// The hour as it was.
        #[serde(rename = "heure")]
        at: Hour,
    },
    /// A power was given.
    #[serde(rename = "Pouvoir")]
    ProxyGiven {
        /// By whom (*mandant*).
        #[serde(rename = "mandant")]
        giver: MemberId,
        /// To whom (*mandataire*).
        #[serde(rename = "mandataire")]
        holder: MemberId,
        /// At what hour, if it is known; never at the roll call.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// A power ended: its giver arrived, its holder is away, or it was taken back.
    #[serde(rename = "PouvoirFini")]
    ProxyEnded {
        /// Whose power.
        #[serde(rename = "mandant")]
        giver: MemberId,
    },
    /// The sitting was opened.
    #[serde(rename = "SeanceOuverte")]
    SittingOpened {
        /// At what hour, if it is known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// A report was opened: its room and quorum are those of this moment, everyone is presumed for.
    #[serde(rename = "RapportOuvert")]
    ReportOpened {
        /// Which report.
        #[serde(rename = "rapport")]
        report: ReportId,
        /// The first of the reports with which it is put to one vote; none for that one, and for a report that stands alone.
        #[serde(rename = "avec", default, skip_serializing_if = "Option::is_none")]
        with: Option<ReportId>,
    },
    /// A report that was put to one vote with others was taken out of it.
    #[serde(rename = "SortiDuVoteGroupe")]
    GroupLeft(LeftGroup),
    /// A proposal was filed in the sitting; those of the session file are filed from the beginning.
    #[serde(rename = "Depot")]
    ProposalFiled(FiledProposal),
    /// A proposal was put to the vote.
    #[serde(rename = "MisAuxVoix")]
    ProposalOpened(OpenedProposal),
    /// A proposal will not be voted.
    #[serde(rename = "Abandon")]
    ProposalDropped(DroppedProposal),
    /// A vote is recorded in another way from then on.
    #[serde(rename = "Maniere")]
    WayChosen(ChosenWay),
    /// Voices were counted without their names.
    #[serde(rename = "Decompte")]
    VoicesCounted(CountedVoices),
    /// A result was stated without its figures.
    #[serde(rename = "Annonce")]
    ResultStated(StatedResult),
    /// A public ballot was asked for.
    #[serde(rename = "ScrutinPublic")]
    BallotAsked(AskedBallot),
    /// A secret ballot was asked for: what was said aloud in that vote is void.
    #[serde(rename = "ScrutinSecret")]
    SecretAsked(AskedBallot),
    /// Tellers were named.
    #[serde(rename = "Scrutateurs")]
    TellersNamed(NamedTellers),
    /// Lists stand for the posts of a report.
    #[serde(rename = "Listes")]
    ListsFiled(FiledLists),
    /// The number of posts was settled.
    #[serde(rename = "Postes")]
    PostsFixed(FixedPosts),
    /// How the posts are filled was chosen.
    #[serde(rename = "ModeDElection")]
    FormChosen(ChosenForm),
    /// The council unanimously decided not to vote by secret ballot.
    #[serde(rename = "MainLevee")]
    SecrecyWaived(WaivedSecrecy),
    /// The urn was closed.
    #[serde(rename = "Emargement")]
    UrnClosed(SignedOff),
    /// The totals of the urn are final.
    #[serde(rename = "Depouillement")]
    BallotsCounted(CountedBallots),
    /// Equal votes went to the eldest.
    #[serde(rename = "Departage")]
    TieSettled(SettledTie),
    /// Another round was opened, or the first of the next post.
    #[serde(rename = "TourSuivant")]
    RoundOpened(NextRound),
    /// The majority that a report takes was announced.
    #[serde(rename = "Majorite")]
    MajorityChosen(ChosenMajority),
    /// The text of a report was changed on the table.
    #[serde(rename = "TexteModifie")]
    TextChanged(ChangedText),
    /// A report was added to the agenda.
    #[serde(rename = "RapportAjoute")]
    ReportAdded(AddedReport),
    /// Something was remarked on the minutes of an earlier sitting.
    #[serde(rename = "Remarque")]
    RemarkMade(MadeRemark),
    /// Who stands for the posts of a report.
    #[serde(rename = "Candidats")]
    CandidatesNamed(NamedCandidates),
    /// A member must not take part in a report (*déport*), nor a power given or held by that member.
    #[serde(rename = "Deport")]
    Recused {
        /// Which report.
        #[serde(rename = "rapport")]
        report: ReportId,
        /// Who.
        #[serde(rename = "membre")]
        member: MemberId,
        /// On what ground.
        #[serde(rename = "motif")]
        ground: Ground,
        /// Whether the member left the room.
        #[serde(rename = "quitte_la_salle")]
        left_room: bool,
        /// Why, in the words of the secretary.
        #[serde(rename = "precision", default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// At what hour, if it is known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// A member takes part after all.
    #[serde(rename = "DeportFini")]
    RecusalEnded {
        /// In which report.
        #[serde(rename = "rapport")]
        report: ReportId,
        /// Who.
        #[serde(rename = "membre")]
        member: MemberId,
    },
    /// Another presides.
    #[serde(rename = "Presidence")]
    ChairTaken {
        /// Who.
        #[serde(rename = "membre")]
        member: MemberId,
        /// Over this report alone; from now on if there is none.
        #[serde(rename = "rapport", default, skip_serializing_if = "Option::is_none")]
        report: Option<ReportId>,
        /// By what title.
        #[serde(rename = "titre")]
        title: ChairTitle,
        /// At what hour, if it is known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// The secretaries, and the staff who help them, from now on.
    #[serde(rename = "Secretaires")]
    SecretariesNamed {
        /// The members.
        #[serde(rename = "membres")]
        secretaries: Vec<MemberId>,
        /// The staff, as they are to be written.
        #[serde(rename = "auxiliaires", default, skip_serializing_if = "Vec::is_empty")]
        assistants: Vec<String>,
        /// At what hour, if it is known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// Another member presents a report.
    #[serde(rename = "Rapporteur")]
    RapporteurReplaced {
        /// Which report.
        #[serde(rename = "rapport")]
        report: ReportId,
        /// Who; nobody.
        #[serde(rename = "membre", default, skip_serializing_if = "Option::is_none")]
        member: Option<MemberId>,
    },
    /// The council voted on sitting in camera.
    #[serde(rename = "HuisClosVote")]
    InCameraVoted {
        /// Who asked, and the figures.
        #[serde(flatten)]
        vote: InCameraVote,
        /// At what hour, if it is known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// The public was let in again.
    #[serde(rename = "HuisClosFini")]
    PublicAgain {
        /// At what hour, if it is known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// The sitting was suspended.
    #[serde(rename = "SeanceSuspendue")]
    Suspended {
        /// At what hour, if it is known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// The sitting went on.
    #[serde(rename = "SeanceReprise")]
    Resumed {
        /// At what hour, if it is known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// A voice was recorded.
    #[serde(rename = "Voix")]
    VoiceSet {
        /// For which report.
        #[serde(rename = "rapport")]
        report: ReportId,
        /// On which proposal; on the text of the report if on none.
        #[serde(rename = "sur", default, skip_serializing_if = "Option::is_none")]
        on: Option<ProposalId>,
        /// Whose voice, spoken or carried.
        #[serde(rename = "membre")]
        member: MemberId,
        /// What it says.
        #[serde(rename = "choix")]
        choice: Choice,
    },
    /// The result of a report was proclaimed, or it ended without a vote on its text.
    #[serde(rename = "Proclame")]
    Proclaimed {
        /// Which report.
        #[serde(rename = "rapport")]
        report: ReportId,
        /// On which proposal; on the text of the report if on none.
        #[serde(rename = "sur", default, skip_serializing_if = "Option::is_none")]
        on: Option<ProposalId>,
        /// The nine figures as proclaimed; none where none were recorded, or no vote was taken.
        #[serde(rename = "chiffres", default, skip_serializing_if = "Option::is_none")]
        tally: Option<Tally>,
        /// The outcome as proclaimed.
        #[serde(rename = "resultat")]
        outcome: Outcome,
        /// Why it was withdrawn, in the words of the secretary.
        #[serde(rename = "precision", default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// At what hour, if it is known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
    },
    /// A proclaimed result was rectified: the room or the voices were not as they were recorded.
    #[serde(rename = "Rectifie")]
    Rectified(Rectified),
    /// The act of a report whose result is proclaimed took its number, for good.
    #[serde(rename = "NumeroFixe")]
    ActNumbered(NumberedAct),
    /// The number of an act was withdrawn: its report is rejected after all, and rejected ones have none. It is never
    /// given again.
    #[serde(rename = "NumeroRetire")]
    ActWithdrawn(NumberedAct),
    /// The sitting was adjourned for want of a quorum (*ajournée*). Ends the journal.
    #[serde(rename = "SeanceAjournee")]
    SittingAdjourned {
        /// At what hour, if it is known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
        /// The sums of the notes, by report. No program noted them before there were any.
        #[serde(rename = "notes", default, skip_serializing_if = "NoteSums::is_empty")]
        notes: NoteSums,
    },
    /// The sitting was closed (*séance levée*). Ends the journal.
    #[serde(rename = "SeanceLevee")]
    SittingClosed {
        /// At what hour, if it is known.
        #[serde(rename = "heure", default, skip_serializing_if = "Option::is_none")]
        at: Option<Hour>,
        /// The sums of the notes, by report. No program noted them before there were any.
        #[serde(rename = "notes", default, skip_serializing_if = "NoteSums::is_empty")]
        notes: NoteSums,
    },
    /// The minutes were settled (*procès-verbal arrêté*): what they say from then on is what was agreed to.
    #[serde(rename = "ProcesVerbalArrete")]
    MinutesSettled {
        /// The day of the sitting that settled them.
        #[serde(rename = "le")]
        on: Date,
        /// What was remarked.
        #[serde(rename = "remarques", default, skip_serializing_if = "Option::is_none")]
        remarks: Option<String>,
        /// The sums of the notes that they were settled with, by report.
        #[serde(rename = "notes", default, skip_serializing_if = "NoteSums::is_empty")]
        notes: NoteSums,
    },
    /// Fields of a session file changed by hand were taken over.
    #[serde(rename = "FichierRepris")]
    FileTakenOver {
        /// Which fields, from what to what.
        #[serde(rename = "champs")]
        corrections: Vec<Correction>,
        /// The whole session file as it is now, so that the journal stays complete by itself.
        #[serde(rename = "seance")]
        session_file: String,
        /// The SHA-256 of each text beside it, by name.
        #[serde(rename = "textes")]
        sums: BTreeMap<String, String>,
    },
}
