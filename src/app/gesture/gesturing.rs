//! The question being asked, and what is typed in answer to it.

use super::{Answer, Around, Item, Next, Question, minutes, possible};
use crate::app::context::Context;
use crate::app::keymap::Action;
use crate::app::panels::write_behind;
use crate::app::picker::{Directory, Picker, undecided};
use crate::app::step::{Said, Step};
use crate::app::typed_hour::TypedHour;
use crate::app::{Key, View};
use crate::council::finding::Finding;
use crate::council::id::{MemberId, ReportId};
use crate::council::sitting::Sitting;
use crate::french::screen::gesture::{self as words, Ask, Gesture};
use crate::french::screen::said;

/// A gesture being asked step by step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gesturing {
    /// The answers so far; the first is the gesture itself.
    pub answers: Vec<Answer>,
    /// How many of them were known from the start: « Échap » goes back no further.
    given: usize,
    front: Option<ReportId>,
    below: Option<Context>,
    /// The question being asked.
    pub question: Question,
    /// The letters of a list, the digits of a number, the text.
    pub typed: String,
    /// The place of the cursor among [`Gesturing::visible`].
    pub at: usize,
    /// The member looked for.
    pub picker: Picker,
    names: Directory,
    /// Members chosen so far.
    pub chosen: Vec<MemberId>,
    /// Items ticked so far.
    pub ticked: Vec<Item>,
    /// The hour, as far as it is typed.
    pub hour: TypedHour,
}

impl Gesturing {
    /// Begins a gesture with these answers: a question to be asked, or at once what follows from them.
    #[expect(clippy::result_large_err, reason = "a question is asked once a key: its size costs nothing")]
    pub(in crate::app) fn begin(
        given: Vec<Answer>,
        front: Option<ReportId>,
        below: Context,
        view: &View,
    ) -> Result<Self, Step> {
        let below = Some(below);
        let around = Around { sitting: view.sitting, front: front.as_ref(), below };
        let question = match around.next(&given) {
            Next::Ask(question) => question,
            Next::Do(step) => return Err(step),
            Next::Refuse(finding) => return Err(Step::Say(refused(&finding, view))),
        };
        let mut begun = Self {
            given: given.len(),
            answers: given,
            front,
            below,
            question: question.clone(),
            typed: String::new(),
            at: 0,
            picker: Picker::default(),
            names: Directory::default(),
            chosen: Vec::new(),
            ticked: Vec::new(),
            hour: TypedHour::default(),
        };
        begun.put(question, view);
        Ok(begun)
    }

    fn put(&mut self, question: Question, view: &View) {
        self.typed = match &question {
            Question::Text { default, .. } => default.clone(),
            _ => String::new(),
        };
        self.names = match &question {
            Question::Member { among, .. } | Question::Members { among, .. } => view.everyone.among(among),
            _ => Directory::default(),
        };
        self.at = 0;
        self.picker.clear();
        self.chosen = match &question {
            Question::Members { ask, default, .. } if ask.goes_on() => default.clone(),
            _ => Vec::new(),
        };
        self.ticked = match &question {
            Question::Ticks { ticked, .. } => ticked.clone(),
            _ => Vec::new(),
        };
        self.hour = TypedHour::default();
        self.question = question;
    }

    fn around<'a>(&'a self, sitting: &'a Sitting) -> Around<'a> {
        Around { sitting, front: self.front.as_ref(), below: self.below }
    }

    /// The key that does the same as an item of the list of commands.
    #[must_use]
    pub fn key_of(&self, item: &Item) -> Option<Key> {
        possible::key_of(item, self.below?)
    }

    /// The gesture, once it is chosen.
    #[must_use]
    pub fn gesture(&self) -> Option<Gesture> {
        match self.answers.first() {
            Some(Answer::Chosen(Item::Gesture(gesture))) => Some(*gesture),
            _ => None,
        }
    }

    /// What the keys are read for.
    #[must_use]
    pub fn context(&self) -> Context {
        match self.question {
            Question::Choice { .. } => Context::AskChoice,
            Question::Ticks { .. } => Context::AskTicks,
            Question::Member { .. } | Question::Members { .. } => Context::AskMember,
            Question::Number { .. } | Question::Hour { .. } => Context::AskDigits,
            Question::Date { .. } | Question::Text { .. } => Context::AskText,
        }
    }

    /// An action was refused: what was looked for is answered, and the next letters are another name.
    pub fn settle_refused(&mut self) {
        self.picker.spend();
    }

    /// Writes behind a text that is pasted.
    pub(in crate::app) fn paste(&mut self, text: &str) -> Result<(), Said> {
        match self.question {
            Question::Date { .. } | Question::Text { .. } => write_behind(&mut self.typed, text),
            _ => Err(Said::plain(said::PASTE_IGNORED)),
        }
    }

    /// What a key does here.
    pub(in crate::app) fn update(&mut self, action: Action, key: Key, view: &View) -> Step {
        match action {
            Action::Search => self.search(key, view.sitting),
            Action::Write => {
                let mut bytes = [0; 4];
                let more = key.text().map_or("", |character| &*character.encode_utf8(&mut bytes));
                return write_behind(&mut self.typed, more).map_or_else(Step::Say, |()| Step::Stay);
            }
            Action::Digit => return self.digit(key).map_or_else(Step::Say, |()| Step::Stay),
            Action::Erase => self.erase(),
            Action::Up => self.walk(-1, view.sitting),
            Action::Down => self.walk(1, view.sitting),
            Action::Left => self.at = self.board(view.sitting).beside(self.at, false),
            Action::Right => self.at = self.board(view.sitting).beside(self.at, true),
            Action::Next => self.tick(view.sitting),
            Action::Back => return self.back(view),
            Action::Answer => {
                return match self.answer(view) {
                    Ok(Some(answer)) => self.take(answer, view),
                    Ok(None) => Step::Stay,
                    Err(said) => Step::Say(said),
                };
            }
            _ => {}
        }
        Step::Stay
    }

    fn search(&mut self, key: Key, sitting: &Sitting) {
        let Some(letter) = key.text() else { return };
        if self.context() == Context::AskMember {
            self.picker.search(letter, &self.names);
            return;
        }
        self.at = 0;
        // The upper row types letters too: « é » is a 2 where a number begins or goes on, else the letter of a word.
        let digit = key.digit().and_then(|digit| char::from_digit(digit.into(), 10));
        let is_number = self.typed.chars().all(|typed| typed.is_ascii_digit());
        for typed in [digit.filter(|_| is_number), Some(letter)].into_iter().flatten() {
            self.typed.push(typed);
            if !self.visible(sitting).is_empty() {
                self.at = self.best(sitting);
                return;
            }
            // A letter that leaves nothing is not taken: the list never goes away under her hands.
            self.typed.pop();
        }
    }

    fn digit(&mut self, key: Key) -> Result<(), Said> {
        let Some(digit) = key.digit() else { return Ok(()) };
        let Question::Number { most, .. } = self.question else { return self.hour.push(digit) };
        let longer = format!("{}{digit}", self.typed);
        if longer.parse::<u32>().is_ok_and(|number| number <= most) {
            self.typed = longer;
            return Ok(());
        }
        let ask = self.question.ask();
        Err(Said::refused(if ask == Ask::Posts { words::too_many_posts(most) } else { words::too_many(most) }))
    }

    fn erase(&mut self) {
        match self.question {
            Question::Members { .. } if self.picker.query().is_empty() => {
                self.chosen.pop();
            }
            Question::Member { .. } | Question::Members { .. } => self.picker.erase(&self.names),
            Question::Hour { .. } => self.hour.pop(),
            _ => {
                self.typed.pop();
                self.at = 0;
            }
        }
    }

    fn walk(&mut self, by: isize, sitting: &Sitting) {
        if self.context() == Context::AskMember {
            self.picker.walk(by, &self.names);
            return;
        }
        let last = self.visible(sitting).len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }

    /// One question back; from the first one, away.
    fn back(&mut self, view: &View) -> Step {
        if !self.picker.query().is_empty() || self.picker.is_walking() {
            self.picker.clear();
            return Step::Stay;
        }
        if self.answers.len() <= self.given {
            return Step::Back;
        }
        let taken_back = self.answers.pop();
        let around = self.around(view.sitting);
        match around.next(&self.answers) {
            Next::Ask(question) => self.put(question, view),
            Next::Do(_) | Next::Refuse(_) => return Step::Back,
        }
        self.propose_again(taken_back);
        Step::Stay
    }

    /// What was answered is what Enter takes: going back to mend one answer loses none of the others.
    fn propose_again(&mut self, answer: Option<Answer>) {
        match (&mut self.question, answer) {
            (Question::Choice { items, .. }, Some(Answer::Chosen(item))) => {
                self.at = items.iter().position(|other| *other == item).unwrap_or(0);
            }
            (Question::Member { default, .. }, Some(Answer::Member(member))) => *default = Some(member),
            (Question::Members { .. }, Some(Answer::Members(members))) => self.chosen = members,
            (Question::Number { default, .. }, Some(Answer::Number(number))) => *default = Some(number),
            (Question::Text { .. }, Some(Answer::Text(text))) => self.typed = text,
            (Question::Ticks { .. }, Some(Answer::Items(items))) => self.ticked = items,
            _ => {}
        }
    }

    /// Ticks the item under the cursor, or takes its tick away; the next one is under the cursor then.
    fn tick(&mut self, sitting: &Sitting) {
        let Some(item) = self.visible(sitting).get(self.at).map(|item| (*item).clone()) else { return };
        if self.ticked.contains(&item) {
            self.ticked.retain(|other| *other != item);
        } else {
            self.ticked.push(item.clone());
        }
        self.typed.clear();
        let place = self.visible(sitting).iter().position(|other| **other == item);
        self.at = place.map_or(0, |place| place + 1).min(self.visible(sitting).len().saturating_sub(1));
    }

    /// The report that the gesture is about, if it is about one that is not asked for.
    #[must_use]
    pub fn about(&self, sitting: &Sitting) -> Option<ReportId> {
        let around = self.around(sitting);
        around.about(self.gesture()?).cloned()
    }

    /// Whether it is done in every report put to one vote.
    #[must_use]
    pub fn is_about_several(&self, sitting: &Sitting) -> bool {
        let in_each = matches!(self.gesture(), Some(Gesture::Way | Gesture::PublicBallot));
        in_each && sitting.floor().is_some_and(|floor| floor.on.is_none() && !floor.vote.together.is_empty())
    }

    /// The answer that Enter gives; nothing if it only chose one of several members.
    fn answer(&mut self, view: &View) -> Result<Option<Answer>, Said> {
        let sitting = view.sitting;
        if !self.picker.undecided().is_empty() {
            return Err(undecided(&self.picker, view));
        }
        let picked = self.picker.picked().cloned();
        if picked.is_none() && !self.picker.query().is_empty() {
            self.picker.spend();
            return Err(Said::plain(said::no_name(self.picker.query())));
        }
        let no_name = || Said::plain(said::no_name(""));
        Ok(Some(match &self.question {
            Question::Choice { .. } => {
                let item = self.visible(sitting).get(self.at).map(|item| (*item).clone());
                Answer::Chosen(item.ok_or_else(|| Said::plain(words::NO_ANSWER))?)
            }
            Question::Member { default, nobody, .. } => match picked.or_else(|| default.clone()) {
                Some(member) => Answer::Member(member),
                None if *nobody => Answer::Nobody,
                None => return Err(no_name()),
            },
            Question::Ticks { items, missing, .. } => {
                let ticked: Vec<Item> = items.iter().filter(|item| self.ticked.contains(item)).cloned().collect();
                if ticked.is_empty() {
                    return Err(Said::plain(*missing));
                }
                Answer::Items(ticked)
            }
            Question::Members { default, nobody, .. } => match picked {
                Some(member) => {
                    // Named once more, whoever was there before withdraws.
                    if !self.chosen.contains(&member) {
                        self.chosen.push(member);
                    } else if self.question.ask().goes_on() {
                        self.chosen.retain(|other| *other != member);
                    }
                    self.picker.clear();
                    return Ok(None);
                }
                None if !self.chosen.is_empty() => Answer::Members(self.chosen.clone()),
                None if !default.is_empty() && !self.question.ask().goes_on() => Answer::Members(default.clone()),
                None if *nobody => Answer::Nobody,
                None => return Err(no_name()),
            },
            Question::Number { default, .. } => {
                self.typed.parse().ok().or(*default).map_or(Answer::Rest, Answer::Number)
            }
            Question::Hour { .. } => Answer::Hour(self.hour.hour().ok_or_else(|| Said::plain(said::HOUR_NOT_WHOLE))?),
            Question::Date { .. } => Answer::Date(minutes::day(&self.typed, sitting)?),
            Question::Text { may_be_empty: false, ask, .. } if self.typed.trim().is_empty() => {
                return Err(Said::plain(ask.is_missing()));
            }
            Question::Text { .. } => Answer::Text(self.typed.trim().to_owned()),
        }))
    }

    /// The next question, or what is done; the last answer stays to be changed if that is refused.
    fn take(&mut self, answer: Answer, view: &View) -> Step {
        self.answers.push(answer);
        let around = self.around(view.sitting);
        match around.next(&self.answers) {
            Next::Ask(question) => {
                self.put(question, view);
                Step::Stay
            }
            Next::Do(step) => {
                self.answers.pop();
                step
            }
            Next::Refuse(finding) => {
                self.answers.pop();
                Step::Say(refused(&finding, view))
            }
        }
    }
}

fn refused(finding: &Finding, view: &View) -> Said {
    Said::refused(said::refusal(finding, &view.sitting.docket().roster))
}
