//! A secret ballot: who put a ballot into the urn, the count as it is read out, what a round gave. Nothing here stands beside
//! a name but that it signed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::App;
use crate::app::urn::{Missing, Stage};
use crate::app::vote::VoteScreen;
use crate::council::election::Contest;
use crate::council::secret::{Round, SecretVote, Ticket};
use crate::council::way::Way;
use crate::french::screen::urn as words;
use crate::tui::text::{below, cells, from_column, put, put_all, put_right, put_wrapped, top, width, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::{names, panel};

use super::Shown;

mod allocation;
mod counting;
mod memory;
mod round;
mod signing;
mod tiles;

/// A secret ballot that is shown.
struct Held<'a> {
    app: &'a App,
    screen: &'a VoteScreen,
    shown: &'a Shown<'a>,
    secret: &'a SecretVote,
    round: &'a Round,
    contest: Option<Contest>,
    /// What ballots may say, in the order of the letters.
    standing: Vec<Ticket>,
    /// How far the tellers are, while it goes on here; a séance that is seen again has nothing of it in memory.
    stage: Option<Stage>,
}

impl<'a> Held<'a> {
    fn of(app: &'a App, screen: &'a VoteScreen, shown: &'a Shown<'a>) -> Option<Self> {
        let sitting = app.sitting();
        let secret = shown.vote.secret()?;
        let on = screen.on.as_ref();
        let round = secret.last()?;
        let of_the_urn = round.urn.as_ref().map(|urn| urn.standing.clone());
        Some(Self {
            app,
            screen,
            shown,
            secret,
            round,
            contest: sitting.contest(&shown.report.id).filter(|_| on.is_none()),
            standing: of_the_urn.unwrap_or_else(|| sitting.standing(&shown.report.id, on)),
            stage: screen.stage(sitting).filter(|_| app.replay().is_none()),
        })
    }

    fn name(&self, ticket: &Ticket) -> String {
        words::ticket(ticket, &self.app.sitting().docket().roster)
    }

    /// The letter and the name of each that stands: « A  AUBRY Paul ».
    fn lettered(&self) -> Vec<String> {
        let one = |(place, ticket): (usize, &Ticket)| format!("{} {}", words::letter(place), self.name(ticket));
        self.standing.iter().enumerate().map(one).collect()
    }

    /// « 2e tour · poste 2 sur 3 », nothing for a text.
    fn round_in_words(&self) -> String {
        let Some(contest) = &self.contest else { return String::new() };
        let mut parts = Vec::new();
        if contest.form.rounds() > 1 {
            parts.push(words::round(self.round.number));
        }
        if !contest.form.is_by_list() && contest.posts != Some(1) {
            parts.push(words::post(self.round.post, contest.posts));
        }
        parts.join(" · ")
    }

    /// How many signed the list, of how many.
    fn signed(&self) -> (u32, u32) {
        let (voices, signed) = self.screen.signed(self.app.sitting()).unwrap_or_default();
        (signed, voices)
    }
}

/// Whether ballots are read out: then the room reads the screen, which has nothing else on it.
pub fn is_read(app: &App, screen: &VoteScreen) -> bool {
    memory::is_read(app, screen)
}

/// Draws a secret ballot; `false` where it is shown as any vote is: a text of which the figures are final.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, screen: &VoteScreen, shown: &Shown, theme: Theme) -> bool {
    if shown.vote.way != Way::Secret {
        return false;
    }
    let Some(held) = Held::of(app, screen, shown) else { return false };
    match (held.stage, &held.round.urn, &held.round.count) {
        _ if held.contest.is_none() && held.round.count.is_some() => return false,
        (_, Some(_), Some(_)) => round::draw(buf, area, &held, theme),
        (Some(Stage::Emptied | Stage::Reading | Stage::ReadingAgain), Some(_), None) => {
            counting::draw(buf, area, &held, theme);
        }
        (_, None, _) => signing::draw(buf, area, &held, theme),
        (_, Some(_), None) => waiting(buf, area, &held, theme),
    }
    true
}

/// The object and the round on top; gives what is left below.
fn heading(buf: &mut Buffer, area: Rect, held: &Held, title: &str, at_the_right: &str, theme: Theme) -> Rect {
    let object = wrap(&held.shown.report.object, area.width, if area.height >= 26 { 2 } else { 1 });
    let mut rest = area;
    for line in &object {
        put(buf, rest, line, theme.strong());
        rest = below(rest, 1);
    }
    let mut line = top(rest, 1);
    if !at_the_right.is_empty() {
        let x = put_right(buf, line, at_the_right, theme.strong());
        line.width = x.saturating_sub(line.x + 1);
    }
    let round = held.round_in_words();
    let x = put(buf, line, title, theme.accent());
    if !round.is_empty() {
        put_all(buf, from_column(line, x), &[(" · ", theme.dim()), (&round, theme.strong())]);
    }
    below(rest, 1)
}

/// A label and names behind it, on so many rows; gives what is left below.
fn named(buf: &mut Buffer, area: Rect, label: &str, who: &[String], rows: usize, look: Style, theme: Theme) -> Rect {
    let x = put(buf, area, label, theme.dim());
    let inside = from_column(area, x);
    let lines = names::lines(who, inside.width, rows);
    for (row, line) in lines.iter().enumerate() {
        put(buf, below(inside, cells(row)), line, look);
    }
    below(area, cells(lines.len().max(1)))
}

/// The tellers, and who stands; gives what is left below.
fn who(buf: &mut Buffer, area: Rect, held: &Held, rows: usize, theme: Theme) -> Rect {
    let roster = &held.app.sitting().docket().roster;
    let mut rest = area;
    let standing = held.lettered();
    let label = words::standing(held.contest.as_ref());
    if standing.is_empty() {
        let x = put(buf, rest, label, theme.dim());
        put(buf, from_column(rest, x), words::NOBODY_STANDS, theme.caution());
        rest = below(rest, 1);
    } else {
        rest = named(buf, rest, label, &standing, rows, theme.plain(), theme);
    }
    let tellers: Vec<String> = held.secret.tellers.iter().map(|teller| roster.listed(teller)).collect();
    if !tellers.is_empty() {
        let label = words::tellers(held.contest.map(|contest| contest.office), tellers.len());
        rest = named(buf, rest, label, &tellers, 1, theme.plain(), theme);
    }
    let missing = held.screen.missing(held.app.sitting());
    let told: Vec<&str> = missing.into_iter().filter_map(|it| words_of_the_missing(it, held)).collect();
    if !told.is_empty() && held.shown.done.is_none() {
        put(buf, rest, &words::missing(&told), theme.caution());
        rest = below(rest, 1);
    }
    rest
}

/// What nobody has said yet; who stands is said in its own line.
fn words_of_the_missing(missing: Missing, held: &Held) -> Option<&'static str> {
    match missing {
        Missing::Candidates | Missing::Lists => None,
        Missing::Posts => Some(words::NO_POSTS),
        Missing::Tellers => Some(words::no_tellers(held.contest.map(|contest| contest.office))),
    }
}

/// An urn that is closed, and of which nothing is in memory: seen again, or from another place.
fn waiting(buf: &mut Buffer, area: Rect, held: &Held, theme: Theme) {
    let (signed, voices) = held.signed();
    let rest = heading(buf, area, held, words::COUNTING, &words::signed(signed, voices), theme);
    let rest = who(buf, below(rest, 1), held, 2, theme);
    let rest = put_wrapped(buf, below(rest, 1), words::BEING_COUNTED, 2, theme.strong());
    put_wrapped(buf, rest, words::NOTHING_BEFORE, 2, theme.dim());
}

/// A rule with a label and what it says: « Dernier bulletin : A  AUBRY Paul ──── ».
fn rule(buf: &mut Buffer, area: Rect, label: &str, text: &str, look: Style, theme: Theme) {
    let room = area.width.saturating_sub(width(label) + 1);
    let text = crate::tui::text::fit(text, room);
    panel::rule(buf, area, &[(label, theme.accent()), (&text, look)], theme);
}
