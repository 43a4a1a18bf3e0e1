//! Who sits by which right, with one voice each, and the powers given beforehand.

use crate::council::attendance::Presence;
use crate::council::docket::ProxyRun;
use crate::council::id::MemberId;
use crate::council::roster::Standing;

use super::members::{Draft, Members, Replaced, State};
use super::problem::{Part, ProblemKind};
use super::reading::Reading;
use super::room::{RoomProblem, SeatWay};

impl Members {
    /// By what each person of the file sits, in its order.
    pub(super) fn standings(&self, drafts: &[Draft], reading: &mut Reading<'_>) -> Vec<Standing> {
        drafts.iter().enumerate().map(|(place, draft)| self.standing(place, draft, drafts, reading)).collect()
    }

    fn standing(&self, place: usize, draft: &Draft, drafts: &[Draft], reading: &mut Reading<'_>) -> Standing {
        let name = draft.name.listed();
        if let Some(voices) = draft.voices.filter(|voices| *voices != 1) {
            let problem = RoomProblem::WeightedVoices { name: name.clone(), voices };
            reading.note(ProblemKind::Room(problem), draft.origin.spot(&["voix"]));
        }
        if draft.sits() {
            return Standing::InOffice;
        }
        if draft.substitute_of.is_some() && draft.replaces.is_some() {
            let problem = RoomProblem::TwoWays(name.clone());
            reading.note(ProblemKind::Room(problem), draft.origin.spot(&["remplace"]));
        }
        if draft.state.is_some() {
            let problem = RoomProblem::StateWithoutSeat(name);
            reading.note(ProblemKind::Room(problem), draft.origin.spot(&["etat"]));
        }
        match (&draft.substitute_of, &draft.replaces) {
            (Some(titular), _) => {
                let titular = self.holder_of_seat(place, titular, SeatWay::Substitute, drafts, reading);
                // Without a titular it is a finding, and the docket is not used.
                titular.map_or(Standing::SuccessorOf(None), Standing::SubstituteOf)
            }
            (None, Some(Replaced::VacantSeat)) => Standing::SuccessorOf(None),
            (None, Some(Replaced::Member(other))) => {
                Standing::SuccessorOf(self.holder_of_seat(place, other, SeatWay::Successor, drafts, reading))
            }
            (None, None) => Standing::InOffice,
        }
    }

    /// The member in office whose seat somebody may take.
    fn holder_of_seat(
        &self,
        place: usize,
        other: &str,
        way: SeatWay,
        drafts: &[Draft],
        reading: &mut Reading<'_>,
    ) -> Option<MemberId> {
        let draft = drafts.get(place)?;
        let name = draft.name.listed();
        let (field, part) = match way {
            SeatWay::Substitute => ("suppleant_de", Part::TitularFor(name.clone())),
            SeatWay::Successor => ("remplace", Part::ReplacedBy(name.clone())),
        };
        let spot = || draft.origin.spot(&[field]);
        let holder = self.place_of(other, part, spot(), reading)?;
        if holder == place {
            reading.note(ProblemKind::Room(RoomProblem::OwnSeat { name, way }), spot());
            return None;
        }
        let held_by = drafts.get(holder)?;
        if !held_by.sits() {
            let problem = RoomProblem::SeatOfNobody { name, way, other: held_by.name.listed() };
            reading.note(ProblemKind::Room(problem), spot());
            return None;
        }
        self.directory.id(holder).cloned()
    }

    /// Presence and powers. A power is carried by somebody present, and given by somebody excused.
    pub(super) fn powers(&mut self, drafts: &[Draft], reading: &mut Reading<'_>) {
        for (place, draft) in drafts.iter().enumerate() {
            let Some(state) = draft.state.as_ref().filter(|_| draft.sits()) else { continue };
            let Some(id) = self.directory.id(place).cloned() else { continue };
            self.expected.set_presence(&id, state.presence);
            if let Some(run) = run_of(draft, state, reading) {
                self.proxy_runs.insert(id.clone(), run);
            }
            let Some(power) = &state.power else { continue };
            let spot = || draft.origin.spot(&["etat", "pouvoir_a"]);
            let giver = draft.name.listed();
            if state.presence != Presence::Excused {
                let kind = ProblemKind::GiverNotExcused { giver: giver.clone(), state: state.presence };
                reading.note(kind, draft.origin.spot(&["etat"]));
            }
            let Some(holder) = self.place_of(power, Part::HolderFor(giver.clone()), spot(), reading) else { continue };
            let Some(held_by) = drafts.get(holder) else { continue };
            if holder == place {
                reading.note(ProblemKind::PowerToSelf(giver), spot());
            } else if let Some(next) = held_by.power().filter(|_| held_by.sits()) {
                let (holder, next) = (held_by.name.listed(), next.to_owned());
                reading.note(ProblemKind::PowerChain { giver, holder, next }, spot());
            } else if held_by.presence() != Presence::Present || !held_by.sits() {
                let holder = held_by.name.listed();
                reading.note(ProblemKind::HolderAway { giver, holder }, spot());
            } else if let Some(holder) = self.directory.id(holder) {
                self.expected.give(&id, holder);
            }
        }
    }
}

/// For how long the power of a member has lasted, if the file says it.
fn run_of(draft: &Draft, state: &State, reading: &mut Reading<'_>) -> Option<ProxyRun> {
    if state.sittings.is_none() && state.illness.is_none() {
        return None;
    }
    if state.power.is_none() {
        let problem = RoomProblem::RunWithoutPower(draft.name.listed());
        reading.note(ProblemKind::Room(problem), draft.origin.spot(&["etat"]));
        return None;
    }
    match state.sittings {
        None => reading.note(ProblemKind::MissingField("seances"), draft.origin.spot(&["etat"])),
        Some(0) => reading.note(ProblemKind::OutOfRange("seances"), draft.origin.spot(&["etat", "seances"])),
        Some(sittings) => return Some(ProxyRun { sittings, illness: state.illness.unwrap_or(false) }),
    }
    None
}
