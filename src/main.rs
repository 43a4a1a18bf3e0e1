//! The program: wires the command line to what it asks for, and is the only place that ends the process.

use std::process::ExitCode;

use hemicycle::cli::{self, Instead, Verb};
use hemicycle::desk::Look;
use hemicycle::open::open;
use hemicycle::verbs::{self, Exit, complain, unless_it_panics};
use hemicycle::{display, home, rehearse, replay, signals};

/// What a panic ends with.
const PANICKED: u8 = 101;

fn main() -> ExitCode {
    signals::outlive_the_limit_of_a_file();
    signals::keep_the_memory_out_of_dumps();
    match unless_it_panics(run) {
        Some(exit) => ended(exit),
        None => ExitCode::from(PANICKED),
    }
}

fn run() -> Exit {
    match cli::parse(std::env::args_os()) {
        Ok(Verb::Home { screen }) => home::home(Look::asked(&screen)),
        Ok(Verb::Open { file, screen }) => open(&file, Look::asked(&screen)),
        Ok(Verb::Display { file, screen }) => {
            // What the user prefers for herself is not what the room is shown.
            display::display(
                &file,
                Look { is_linear: screen.is_linear || cli::places_no_cursor(), ..Look::asked(&screen) },
            )
        }
        Ok(Verb::Rehearse { file, screen }) => rehearse::rehearse(file.as_deref(), Look::asked(&screen)),
        Ok(Verb::Replay { file, speed, screen }) => replay::replay(&file, speed, Look::asked(&screen)),
        Ok(Verb::Create(asked)) => verbs::create(&asked),
        Ok(Verb::Completions { shell }) => verbs::completions(&shell),
        Ok(Verb::Manual) => verbs::manual(),
        Ok(Verb::Check { files }) => verbs::check(&files),
        Ok(Verb::Record { file, course, asked }) => verbs::record_course(&file, &course, asked),
        Ok(Verb::Seal { file, head }) => verbs::seal(&file, head.as_ref()),
        Ok(Verb::Minutes { file, paper, format, output }) => verbs::minutes(&file, &paper, format, &output),
        Ok(Verb::Papers { file, asked }) => verbs::all_papers(&file, &asked),
        Ok(Verb::Register(asked)) => verbs::register(&asked),
        Ok(Verb::Models(asked)) => verbs::models(&asked),
        Ok(Verb::Export { file, output }) => verbs::export(&file, &output),
        Err(Instead::Say(text)) => {
            verbs::say(&text);
            Exit::Fine
        }
        Err(Instead::Refuse(why)) => Exit::Unusable(why),
    }
}

fn ended(exit: Exit) -> ExitCode {
    match exit {
        Exit::Fine => ExitCode::SUCCESS,
        Exit::Findings => ExitCode::from(1),
        Exit::CannotBeRead => ExitCode::from(2),
        Exit::Sealed(verdict) => ExitCode::from(verdict.code()),
        Exit::Refused(why) => {
            complain(&why);
            ExitCode::from(1)
        }
        Exit::Unusable(why) => {
            complain(&why);
            ExitCode::from(2)
        }
        Exit::Signal(signal) => ExitCode::from(u8::try_from(128 + signal).unwrap_or(u8::MAX)),
    }
}
