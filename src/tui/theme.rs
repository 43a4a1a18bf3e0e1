//! Every colour of the program. Sixteen ANSI colours at most, the terminal's own background: holds on dark and light.
//!
//! A colour never says anything alone: a sign or a word says it too, so that `NO_COLOR` loses nothing.

use ratatui::style::{Color, Modifier, Style};

use crate::app::step::Tone;
use crate::council::ballot::Choice;

/// The styles of the screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    colour: bool,
}

impl Theme {
    /// With colours, or in bold, dim and reversed alone (`NO_COLOR`).
    #[must_use]
    pub const fn new(colour: bool) -> Self {
        Self { colour }
    }

    const fn tinted(self, colour: Color) -> Style {
        if self.colour { Style::new().fg(colour) } else { Style::new() }
    }

    /// Ordinary text.
    #[must_use]
    pub const fn plain(self) -> Style {
        Style::new()
    }

    /// What may be overlooked: frames, hints, what is done.
    #[must_use]
    pub const fn dim(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// What comes first.
    #[must_use]
    pub const fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Titles, and the question that is put to the room.
    #[must_use]
    pub const fn accent(self) -> Style {
        self.tinted(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    /// A frame.
    #[must_use]
    pub const fn frame(self) -> Style {
        self.dim()
    }

    /// The frame of a panel on top.
    #[must_use]
    pub const fn panel(self) -> Style {
        self.tinted(Color::Cyan)
    }

    /// The row under the cursor.
    #[must_use]
    pub const fn picked(self) -> Style {
        Style::new().fg(Color::Reset).remove_modifier(Modifier::DIM).add_modifier(Modifier::REVERSED)
    }

    /// Adopted, present, quorum met.
    #[must_use]
    pub const fn good(self) -> Style {
        self.tinted(Color::Green)
    }

    /// Rejected, quorum missing, refused.
    #[must_use]
    pub const fn bad(self) -> Style {
        self.tinted(Color::Red).add_modifier(Modifier::BOLD)
    }

    /// In progress, irregular.
    #[must_use]
    pub const fn caution(self) -> Style {
        self.tinted(Color::Yellow)
    }

    /// Not recorded: cannot be overlooked.
    #[must_use]
    pub const fn alarm(self) -> Style {
        self.bad().add_modifier(Modifier::REVERSED)
    }

    /// A banner across the screen: this instance only reads.
    #[must_use]
    pub const fn banner(self) -> Style {
        self.caution().add_modifier(Modifier::REVERSED)
    }

    /// A key in the footer and in the help.
    #[must_use]
    pub const fn key(self) -> Style {
        self.tinted(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    /// Emphasis of a text.
    #[must_use]
    pub const fn italic(self) -> Style {
        Style::new().add_modifier(Modifier::ITALIC)
    }

    /// Represented by another.
    #[must_use]
    pub const fn represented(self) -> Style {
        self.tinted(Color::Blue)
    }

    /// A choice: its bar, its title, its word.
    #[must_use]
    pub const fn choice(self, choice: Choice) -> Style {
        match choice {
            Choice::For => self.tinted(Color::Green),
            Choice::Against => self.tinted(Color::Red),
            Choice::Abstain => self.tinted(Color::Yellow),
            Choice::NotTakingPart => self.tinted(Color::Magenta),
        }
    }

    /// How a thing is said.
    #[must_use]
    pub const fn tone(self, tone: Tone) -> Style {
        match tone {
            Tone::Plain => self.strong(),
            Tone::Done => self.good().add_modifier(Modifier::BOLD),
            Tone::Refused => self.bad(),
            Tone::Alarm => self.alarm(),
        }
    }
}
