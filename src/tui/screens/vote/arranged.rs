//! Where everything stands on the screen of a vote. Drawing and pointing at a seat both ask it, so that they agree.

use ratatui::layout::Rect;

use crate::app::App;
use crate::tui::text::{below, cells, from_column, top, wrap};
use crate::tui::widgets::hemicycle;

use super::plan::{Bars, Plan};
use super::{ALWAYS, FIGURES, Shown, columns_of_the_question, heads};

/// Rows that the sentence keeps, so that nothing moves when the first voice against makes it longer: in a low window, and
/// where there is room.
const SENTENCE: (u16, u16) = (3, 4);
/// The fewest rows for which the hemicycle stands over the bars.
const LEAST_ROWS: u16 = 5;
/// The fewest columns that are kept beside the hemicycle: for a bar and its number.
const LEAST_BESIDE: u16 = 36;
/// Columns between two things that stand side by side.
pub const APART: u16 = 3;
/// Rows of the nine figures in two columns.
const FOLDED: u16 = 5;

/// Where the seats stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Over the question and the bars, in so many rows.
    Over(u16),
    /// Beside the question and the bars, in so many columns.
    Beside(u16),
    /// Beside the bars and the names, in so many columns; the figures stand below in two columns.
    Folded(u16),
    /// Nowhere: there is no room.
    Nowhere,
}

/// Where everything stands.
pub struct Arranged {
    /// The lines of the object, with whether each is a title.
    pub heads: Vec<(String, bool)>,
    /// The sentence to proclaim.
    pub sentence: Vec<String>,
    /// Which bars there are.
    pub plan: Plan,
    /// Where the object stands.
    pub heading: Rect,
    /// Where the seats are laid out, if they are.
    pub seats: Option<Rect>,
    /// Where the signs are explained, if they are.
    pub legend: Option<Rect>,
    /// Where the question stands, if it does.
    pub question: Option<Rect>,
    /// Where the bars stand, if they do.
    pub bars: Option<Rect>,
    /// Where the nine figures stand.
    pub figures: Rect,
    /// Whether they stand in two columns.
    pub is_folded: bool,
    /// Where the names and the search stand.
    pub names: Rect,
    /// Where what is to be proclaimed stands.
    pub bottom: Rect,
}

impl Arranged {
    /// Arranges what is shown of a vote in a council of so many seats.
    pub fn of(area: Rect, app: &App, shown: &Shown, seats: usize) -> Self {
        let sentence = if shown.outcome.is_some() { wrap(&shown.sentence(app), area.width, 5) } else { vec![] };
        let most = if shown.proposed.is_some() { 8 } else { 3 };
        let mut lines = heads(app, shown, area.width, most);
        let said = cells(sentence.len());
        let kept = match area.height {
            0..18 => said,
            18..30 => said.max(SENTENCE.0),
            _ => said.max(SENTENCE.1),
        };
        let mut plan = Plan::of(area.height, cells(lines.len()), kept, shown.proposed.is_none());
        let form = form(area, cells(lines.len()), kept, &plan, seats);
        match form {
            Form::Over(_) => {
                plan =
                    Plan { object: cells(lines.len()), question: true, bars: Bars::WithMajority, gap: 1, apart: false }
            }
            Form::Folded(_) => plan = Plan { object: 1, question: true, bars: Bars::Plain, gap: 0, apart: false },
            Form::Beside(_) | Form::Nowhere => {}
        }
        if plan.object < cells(lines.len()) {
            lines = heads(app, shown, area.width, usize::from(plan.object));
        }
        // From the bottom up: what is to be proclaimed is never pushed out.
        let above = top(area, area.height.saturating_sub(kept + 1));
        let has_bars = shown.tally.is_some() && plan.bars != Bars::Hidden;
        let mut arranged = Self {
            heading: above,
            seats: None,
            legend: None,
            question: None,
            bars: None,
            figures: above,
            is_folded: false,
            names: above,
            bottom: below(area, above.height),
            heads: lines,
            sentence,
            plan,
        };
        arranged.place(above, form, seats, has_bars, columns_of_the_question(app, shown));
        arranged
    }

    /// Places everything from the top to the bottom.
    fn place(&mut self, above: Rect, form: Form, seats: usize, has_bars: bool, asked: u16) {
        let gap = self.plan.gap;
        let mut rest = below(above, cells(self.heads.len()));
        if let Form::Over(rows) = form {
            rest = below(rest, 1);
            let room = top(rest, rows);
            let taken = hemicycle::lay(seats, room).map_or(0, |laid| laid.area.height);
            self.seats = Some(top(room, taken));
            rest = below(rest, taken);
            let mut spare = rest.height.saturating_sub(1 + 1 + 4 + 1 + cells(ALWAYS) + 1);
            if spare > 1 {
                self.legend = Some(top(below(rest, 1), 1));
                rest = below(rest, 2);
                spare -= 1;
            }
            rest = below(rest, u16::from(self.legend.is_none() || spare > 0));
            spare = spare.saturating_sub(1);
            self.plan.apart = has_bars && spare >= 4;
            self.plan.gap = 1;
        } else {
            rest = below(rest, gap);
        }
        // What is asked is read whole: where it is longer than what the seats leave, they stand below it.
        let is_long = matches!(form, Form::Beside(columns) if asked + columns + APART > rest.width);
        if is_long && self.plan.question {
            self.question = Some(top(rest, 1));
            rest = below(rest, 1 + gap);
        }
        let (mut beside, mut from) = (0, rest);
        if let Form::Beside(columns) | Form::Folded(columns) = form {
            beside = columns + APART;
            from = from_column(rest, rest.right().saturating_sub(columns));
            rest.width = rest.width.saturating_sub(beside);
        }
        if self.plan.question && self.question.is_none() {
            self.question = Some(top(rest, 1));
            let air = if matches!(form, Form::Over(_)) { u16::from(self.plan.apart) } else { gap };
            rest = below(rest, 1 + air);
        }
        if has_bars {
            self.bars = Some(rest);
            rest = below(rest, self.plan.rows_of_bars());
        }
        if let Form::Beside(_) = form {
            // The seats end where the bars end.
            let spare = rest.height.saturating_sub(cells(ALWAYS) + gap);
            let rows = rest.y.saturating_sub(from.y).max(if is_long { 4.min(3 + spare) } else { 4 });
            let room = top(from, rows);
            self.seats = hemicycle::lay(seats, room).map(|_| room);
            rest = below(rest, rows.saturating_sub(rest.y.saturating_sub(from.y)));
        }
        if let Form::Folded(_) = form {
            let names = rest.height.saturating_sub(FOLDED);
            self.names = top(rest, names);
            self.seats = Some(top(from, (rest.y + names).saturating_sub(from.y)));
            self.is_folded = true;
            rest.width += beside;
            self.figures = below(rest, names);
            return;
        }
        rest.width += beside;
        rest = below(rest, self.plan.gap);
        rest = Rect { height: rest.height.saturating_sub(self.plan.gap), ..rest };
        self.figures = Rect { width: FIGURES.min(rest.width), ..rest };
        self.names = from_column(rest, rest.x + FIGURES + APART);
    }
}

/// Where the seats stand, so that the figures, the names and the sentence keep their rows.
fn form(area: Rect, object: u16, sentence: u16, plan: &Plan, seats: usize) -> Form {
    let fits = |columns: u16, rows: u16| hemicycle::lay(seats, Rect { width: columns, height: rows, ..area });
    // The object, the question, four rows of bars, the figures, the rule, and the air between them.
    let left = area.height.saturating_sub(object + 1 + 4 + cells(ALWAYS) + 1 + sentence + 4);
    let most = left.min((left * 2 / 3).max(11));
    if left >= LEAST_ROWS && fits(area.width, most).is_some() {
        return Form::Over(most);
    }
    let columns = area.width.saturating_sub(LEAST_BESIDE + APART);
    let rows = 1 + plan.gap + plan.rows_of_bars();
    if plan.question
        && plan.bars != Bars::Hidden
        && let Some(laid) = fits(columns, rows.max(4))
    {
        return Form::Beside(laid.area.width);
    }
    let rows = area.height.saturating_sub(1 + FOLDED + 1 + sentence);
    match fits(columns, rows) {
        Some(laid) if rows >= 7 => Form::Folded(laid.area.width),
        _ => Form::Nowhere,
    }
}
