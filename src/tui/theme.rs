//! Every colour of the program, in three palettes of the sixteen ANSI colours.
//!
//! A colour never says anything alone: a sign or a word says it too, so that `NO_COLOR` loses nothing. The terminal is
//! never asked for its colours: what would hold on a background is not known, so each palette holds on any.
//!
//! - [`Palette::Usual`] inks words with the six hues, on the terminal's own background, and asks for nothing bright or
//!   black or white: it is the terminal's palette that makes them hold on dark or on light.
//! - [`Palette::HighContrast`] leaves words to the terminal's own ink, in bold, never dimmed. What has a state is set on a
//!   plate: both its colours are said, black on a bright one or white on a deep one, so that it reads alike on a black and
//!   on a white background. Frames are thick. See `contrast.rs`.
//! - [`Palette::NoColour`] has bold, dim and reversed alone.

use ratatui::style::{Color, Modifier, Style};

use crate::app::step::Tone;
use crate::council::ballot::Choice;

/// A set of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// Six hues of the terminal's own.
    #[default]
    Usual,
    /// For low vision: plates, bold, thick lines, nothing dim.
    HighContrast,
    /// None: bold, dim, reversed.
    NoColour,
}

impl Palette {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Usual, Self::HighContrast, Self::NoColour];
}

/// The styles of the screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    palette: Palette,
    ascii: bool,
}

/// What a state looks like in each palette: a hue, or a plate of two.
#[derive(Clone, Copy, Debug)]
struct Hue {
    usual: Color,
    ink: Color,
    plate: Color,
}

const GREEN: Hue = Hue { usual: Color::Green, ink: Color::Black, plate: Color::LightGreen };
const RED: Hue = Hue { usual: Color::Red, ink: Color::White, plate: Color::Red };
const YELLOW: Hue = Hue { usual: Color::Yellow, ink: Color::Black, plate: Color::LightYellow };
const BLUE: Hue = Hue { usual: Color::Blue, ink: Color::White, plate: Color::Blue };
const MAGENTA: Hue = Hue { usual: Color::Magenta, ink: Color::White, plate: Color::Magenta };
const CYAN: Hue = Hue { usual: Color::Cyan, ink: Color::Black, plate: Color::LightCyan };

/// The colours of the groups, in their order; after the last the first comes again.
const GROUPS: [Hue; 6] = [CYAN, MAGENTA, BLUE, YELLOW, GREEN, RED];

impl Theme {
    /// The usual colours, or none (`NO_COLOR`).
    #[must_use]
    pub const fn new(colour: bool) -> Self {
        Self::of(if colour { Palette::Usual } else { Palette::NoColour }, false)
    }

    /// In that palette; with the signs of ASCII alone, or with all.
    #[must_use]
    pub const fn of(palette: Palette, ascii: bool) -> Self {
        Self { palette, ascii }
    }

    /// Its palette.
    #[must_use]
    pub const fn palette(self) -> Palette {
        self.palette
    }

    /// Whether every cell is to be a sign of ASCII.
    #[must_use]
    pub const fn is_ascii(self) -> bool {
        self.ascii
    }

    const fn hued(self, hue: Hue) -> Style {
        match self.palette {
            Palette::Usual => Style::new().fg(hue.usual),
            Palette::HighContrast => Style::new().fg(hue.ink).bg(hue.plate).add_modifier(Modifier::BOLD),
            Palette::NoColour => Style::new(),
        }
    }

    const fn is_contrasted(self) -> bool {
        matches!(self.palette, Palette::HighContrast)
    }

    /// Ordinary text.
    #[must_use]
    pub const fn plain(self) -> Style {
        Style::new()
    }

    /// What may be overlooked: hints, what is done. Low vision overlooks nothing by halves.
    #[must_use]
    pub const fn dim(self) -> Style {
        if self.is_contrasted() { Style::new() } else { Style::new().add_modifier(Modifier::DIM) }
    }

    /// What comes first.
    #[must_use]
    pub const fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Titles, and the question that is put to the room.
    #[must_use]
    pub const fn accent(self) -> Style {
        if self.is_contrasted() {
            return Style::new().add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED));
        }
        self.hued(CYAN).add_modifier(Modifier::BOLD)
    }

    /// A frame.
    #[must_use]
    pub const fn frame(self) -> Style {
        self.dim()
    }

    /// The frame of a panel on top.
    #[must_use]
    pub const fn panel(self) -> Style {
        if self.is_contrasted() { self.strong() } else { self.hued(CYAN) }
    }

    /// The row under the cursor.
    #[must_use]
    pub const fn picked(self) -> Style {
        let lit = Modifier::DIM.union(Modifier::UNDERLINED);
        Style::new().fg(Color::Reset).bg(Color::Reset).remove_modifier(lit).add_modifier(Modifier::REVERSED)
    }

    /// Adopted, present, quorum met.
    #[must_use]
    pub const fn good(self) -> Style {
        self.hued(GREEN)
    }

    /// Rejected, quorum missing, refused.
    #[must_use]
    pub const fn bad(self) -> Style {
        self.hued(RED).add_modifier(Modifier::BOLD)
    }

    /// In progress, irregular.
    #[must_use]
    pub const fn caution(self) -> Style {
        self.hued(YELLOW)
    }

    /// Not recorded: cannot be overlooked. A plate is reversed already.
    #[must_use]
    pub const fn alarm(self) -> Style {
        if self.is_contrasted() { self.bad() } else { self.bad().add_modifier(Modifier::REVERSED) }
    }

    /// A banner across the screen: this instance only reads.
    #[must_use]
    pub const fn banner(self) -> Style {
        if self.is_contrasted() { self.caution() } else { self.caution().add_modifier(Modifier::REVERSED) }
    }

    /// A key in the footer and in the help.
    #[must_use]
    pub const fn key(self) -> Style {
        if self.is_contrasted() {
            return Style::new().add_modifier(Modifier::BOLD.union(Modifier::REVERSED));
        }
        self.hued(CYAN).add_modifier(Modifier::BOLD)
    }

    /// Emphasis of a text.
    #[must_use]
    pub const fn italic(self) -> Style {
        Style::new().add_modifier(Modifier::ITALIC)
    }

    /// Represented by another.
    #[must_use]
    pub const fn represented(self) -> Style {
        self.hued(BLUE)
    }

    /// A choice: its seats, its bar, its title, its word.
    #[must_use]
    pub const fn choice(self, choice: Choice) -> Style {
        self.hued(match choice {
            Choice::For => GREEN,
            Choice::Against => RED,
            Choice::Abstain => YELLOW,
            Choice::NotTakingPart => MAGENTA,
        })
    }

    /// A group while nobody votes, by its place among the groups.
    #[must_use]
    pub const fn group(self, place: usize) -> Style {
        self.hued(GROUPS[place % GROUPS.len()])
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

/// The mark that lies over a bar of that look.
#[must_use]
pub const fn over(bar: Style) -> Style {
    let bar = if bar.bg.is_some() { Style::new() } else { bar };
    bar.add_modifier(Modifier::REVERSED)
}

/// A cell of a bar in high contrast: in the terminal's own ink.
pub const fn own_ink(cell: &mut ratatui::buffer::Cell) {
    cell.fg = Color::Reset;
    cell.bg = Color::Reset;
}

/// The number by which a terminal is told one of the sixteen colours as an ink (ECMA-48, SGR 30–37 and 39; 90–97 for the
/// bright ones); of a colour that no palette has, the terminal's own. As a paper it is ten more.
#[must_use]
pub const fn ink_number(colour: Color) -> u8 {
    match colour {
        Color::Black => 30,
        Color::Red => 31,
        Color::Green => 32,
        Color::Yellow => 33,
        Color::Blue => 34,
        Color::Magenta => 35,
        Color::Cyan => 36,
        Color::Gray => 37,
        Color::DarkGray => 90,
        Color::LightRed => 91,
        Color::LightGreen => 92,
        Color::LightYellow => 93,
        Color::LightBlue => 94,
        Color::LightMagenta => 95,
        Color::LightCyan => 96,
        Color::White => 97,
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => 39,
    }
}
