//! Questions asked one after the other on plain lines, on a terminal as through a pipe.

use std::io::{BufRead, Write};

use crate::french::creation as words;
use crate::french::file;
use crate::store::session_file::plan::unfit;
use crate::verbs::tell;

/// The longest line that is an answer, in bytes.
const LONGEST: usize = 1000;

/// Whoever answers is gone: nothing is written.
#[derive(Debug, PartialEq, Eq)]
pub struct Left;

/// What asks and what answers.
pub struct Dialogue<'a> {
    input: &'a mut dyn BufRead,
    out: &'a mut dyn Write,
    /// Whether the answers are typed on the terminal that shows the questions: their line ends are seen there.
    is_typed: bool,
}

impl<'a> Dialogue<'a> {
    /// Asks there, and reads the answers here.
    pub fn new(input: &'a mut dyn BufRead, out: &'a mut dyn Write, is_typed: bool) -> Self {
        Self { input, out, is_typed }
    }

    /// Says a line. Nobody who hears it any more answers either: that is found when the next question is asked.
    pub fn say(&mut self, line: &str) {
        let _ = tell(self.out, line, "\n");
    }

    /// Begins a part of the questions.
    pub fn part(&mut self, title: &str) {
        self.say("");
        self.say(&words::part(title));
    }

    /// Asks until the answer can be read; an empty one is the default, if there is one.
    ///
    /// # Errors
    /// [`Left`] at the end of the input.
    pub fn ask<T>(
        &mut self,
        question: &str,
        default: Option<&str>,
        mut read: impl FnMut(&str) -> Result<T, String>,
    ) -> Result<T, Left> {
        loop {
            let answer = self.line(&words::question(question, default))?;
            let answer = if answer.is_empty() { default.unwrap_or_default() } else { &answer };
            match unfit(answer).map_or_else(|| read(answer), |why| Err(file::sentence(&why))) {
                Ok(answer) => return Ok(answer),
                Err(why) => self.say(&words::wrong(&why)),
            }
        }
    }

    /// Asks for a text that must be there.
    ///
    /// # Errors
    /// [`Left`] at the end of the input.
    pub fn text(&mut self, question: &str, default: Option<&str>) -> Result<String, Left> {
        self.ask(question, default, |answer| match answer {
            "" => Err(words::NEEDED.to_owned()),
            answer => Ok(answer.to_owned()),
        })
    }

    /// Asks for a text that may be missing.
    ///
    /// # Errors
    /// [`Left`] at the end of the input.
    pub fn perhaps(&mut self, question: &str, default: Option<&str>) -> Result<Option<String>, Left> {
        self.ask(question, default, |answer| Ok((!answer.is_empty()).then(|| answer.to_owned())))
    }

    /// Asks for yes or no.
    ///
    /// # Errors
    /// [`Left`] at the end of the input.
    pub fn yes(&mut self, question: &str, default: &str) -> Result<bool, Left> {
        self.ask(question, Some(default), |answer| match answer.to_lowercase().as_str() {
            "oui" | "o" => Ok(true),
            "non" | "n" => Ok(false),
            _ => Err(words::NOT_YES_OR_NO.to_owned()),
        })
    }

    /// Reads a line, without its end and the spaces around it.
    ///
    /// # Errors
    /// [`Left`] at the end of the input, or if nobody can be asked any more.
    pub fn line(&mut self, prompt: &str) -> Result<String, Left> {
        loop {
            tell(self.out, prompt, "").map_err(|_| Left)?;
            let mut bytes = Vec::new();
            let read = self.input.read_until(b'\n', &mut bytes).map_err(|_| Left)?;
            if !self.is_typed || read == 0 {
                self.say("");
            }
            if read == 0 {
                return Err(Left);
            }
            match String::from_utf8(bytes) {
                Ok(line) if line.len() > LONGEST => self.say(&words::wrong(words::TOO_LONG)),
                Ok(line) => return Ok(line.trim().to_owned()),
                Err(_) => self.say(&words::wrong(words::NOT_TEXT)),
            }
        }
    }
}
